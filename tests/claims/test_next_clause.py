"""What stands behind a comma belongs to the next clause: terms, rates, targets, rumours that are rebutted."""

from __future__ import annotations

import pytest

from musterbook.claims.reader import Reader
from musterbook.course import read_capture
from musterbook.records import Capture, Metadata, Stated
from musterbook.vocabulary import load


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader with the vocabulary that ships."""
    return Reader(load("bars"))


@pytest.mark.parametrize(
    ("text", "kind", "args", "polarity"),
    [
        (
            "Контракт с резервистом заключается на два года, обучение проводится каждую весну.",
            "contract.term",
            {"duration": "P2Y"},
            "affirmed",
        ),
        (
            "Единовременная выплата при подписании контракта резервиста: 80 тысяч рублей, ежемесячно - 9% оклада.",
            "pay.amount",
            {"kind": "signing_bonus", "amount": 80000, "currency": "RUB", "period": "one_time"},
            "affirmed",
        ),
        (
            "Контракты резервиста подписали 75 человек при плане в 210.",
            "recruitment.count",
            {"count": 210, "comparator": "exactly", "stage": "required"},
            "affirmed",
        ),
        (
            "В военкомате опровергли слухи о том, что резервистов отправят в зону СВО.",
            "deployment.area",
            {"area": "UA"},
            "denied",
        ),
    ],
)
def test_the_next_clause_keeps_its_words(
    reader: Reader, text: str, kind: str, args: dict[str, object], polarity: str
) -> None:
    """A clause's claim is not taken over by the words of the next one."""
    told = Metadata((Stated("published", "2025-12-01", "manifest"),))
    capture = Capture("a.txt", text.encode(), "text/plain", told, "utf-8")
    claims = [c for c in read_capture(capture, reader, index=False).claims if c.type == kind]
    found = [({a.role: a.value for a in c.args}, c.polarity) for c in claims]
    assert any(seen.items() >= args.items() and how == polarity for seen, how in found), found
