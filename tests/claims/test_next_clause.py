"""Whose a word is: of the next clause, of what is wanted rather than paid, of the country rather than a region."""

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


@pytest.mark.parametrize(
    "text",
    [
        "Samara Region is recruiting for the reserve. By winter 340 had signed contracts against a target of 1,200.",
        "The Samara Region is recruiting for the reserve. The quota is 1,200, and 340 men have signed contracts.",
    ],
)
def test_a_target_is_no_sum(reader: Reader, text: str) -> None:
    """How many are wanted is not what those who sign are paid."""
    capture = Capture("a.txt", text.encode(), "text/plain", Metadata(()), "utf-8")
    claims = read_capture(capture, reader, index=False).claims
    assert [c.get("count") for c in claims if c.get("stage") == "required"] == [1200]
    assert not [c for c in claims if c.type == "pay.amount"]


@pytest.mark.parametrize(
    "text",
    [
        "Samara Region is recruiting reservists. Russia has about two million men in the mobilization reserve.",
        "В Самарской области набирают резервистов. В стране около двух миллионов человек в мобилизационном резерве.",
    ],
)
def test_what_the_country_has_is_of_no_region(reader: Reader, text: str) -> None:
    """A count of the whole country does not take the region of the sentence before."""
    capture = Capture("a.txt", text.encode(), "text/plain", Metadata(()), "utf-8")
    (count,) = [c for c in read_capture(capture, reader, index=False).claims if c.type == "recruitment.count"]
    assert (count.get("count"), count.get("region")) == (2000000, None)


def test_whoever_rebuts_a_rumour_is_the_only_source(reader: Reader) -> None:
    """«Сообщения о том, что» are nobody's."""
    text = (
        "Резервистов набирают. В Генштабе опровергли сообщения о том, что резервистов отправят в зону боевых действий."
    )
    capture = Capture("a.txt", text.encode(), "text/plain", Metadata(()), "utf-8")
    (denied,) = [c for c in read_capture(capture, reader, index=False).claims if c.type == "deployment.area"]
    assert denied.polarity == "denied"
    assert len(denied.attribution) == 1
