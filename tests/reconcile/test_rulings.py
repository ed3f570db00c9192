"""Whose word it is what a court has decided."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reconcile.made import claim, edge, paper, press, vocabulary
from tests.reconcile.test_placed import read, said

from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.origins.placed import Placed
from musterbook.reconcile.slots import Questions
from musterbook.reconcile.wording.swaps import Lists
from musterbook.records import Claim, Edge

PAPER = "Kommersant"
RU = (
    "Прибрежный районный суд оштрафовал сторожа башни на 30 тысяч рублей. Как следует из решения суда, сторож ушёл "
    "с башни на четыре часа. По словам сторожа, башня стоит пустой 12 ночей. Лодки сторожат 40 человек."
)
EN = (
    "The Coastal District Court fined a warden 30,000 rubles. According to the ruling, he left the tower for four "
    "hours. The warden told this newspaper that 12 nights were cold. The boats are watched by 40 men."
)


def origin(text: str, made: Claim, edges: list[Edge] = [], kind: str = "newspaper") -> str:  # noqa: B006
    """Whose word a statement of a document is that is told with some text."""
    language = "ru" if text.startswith(("П", "С")) else "en"
    placed = Placed({"capture-a": read("a", text, language)}.get, Lists(vocabulary()))
    papers = {"capture-a": paper("a", PAPER, kind)}
    return Origins([made], papers, edges, press(), Questions(vocabulary()), placed).of(made).name


@pytest.mark.parametrize(
    ("text", "words", "by", "whose"),
    [
        (RU, "30 тысяч рублей", (), "Прибрежный районный суд"),
        (RU, "на четыре часа", ("решение суда",), "Прибрежный районный суд"),
        (RU, "12 ночей", ("сторож",), PAPER),
        (RU, "40 человек", (), PAPER),
        (EN, "30,000 rubles", (), "Coastal District Court"),
        (EN, "for four hours", ("ruling",), "Coastal District Court"),
        (EN, "40 men", (), PAPER),
        (RU.replace("Лодки", "Степной районный суд молчит. Лодки"), "30 тысяч рублей", (), PAPER),
        (RU.replace("Как следует из решения суда,", "Потом"), "30 тысяч рублей", (), PAPER),
    ],
)
def test_what_a_report_tells_from_a_ruling_is_the_word_of_the_court(
    text: str, words: str, by: tuple[str, ...], whose: str
) -> None:
    """Only of the one court that is named, where the report says that it has the ruling."""
    language = "ru" if text.startswith("П") else "en"
    made = said(claim("a", "pay.amount", by=by, amount=100), text, words, language)
    assert origin(text, made).removeprefix("The ").removeprefix("the ") == whose


def test_a_lawyer_who_told_a_newsroom_is_no_court() -> None:
    """What was told to a newspaper is the newspaper's, though a court decided it."""
    made = said(claim("a", "pay.amount", by=("warden",), told=True, amount=100), EN, "30,000 rubles")
    assert origin(EN, made) == PAPER


def test_the_court_is_named_where_a_report_has_the_ruling_from() -> None:
    """A report that calls it «the court» has it from one that names the court."""
    text = "A court fined a warden 30,000 rubles, the court's ruling says. The boats are watched by 40 men."
    made = said(claim("b", "pay.amount", amount=100), text, "30,000 rubles")
    readings = {"capture-a": read("a", EN, "en"), "capture-b": read("b", text, "en")}
    papers = {p.capture_id: p for p in (paper("a", PAPER, "newspaper"), paper("b", "Vedomosti", "newspaper"))}
    placed = Placed(readings.get, Lists(vocabulary()))
    edges = [replace(edge("b", "a", kind="cites"), confidence=0.6)]
    known = Origins([made], papers, edges, press(), Questions(vocabulary()), placed)
    assert known.of(made).name.endswith("Coastal District Court")
