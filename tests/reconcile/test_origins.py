"""Whose word a statement is that a reporting newsroom shares with the report that it mentions."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.reconcile.made import claim, edge, matter, paper, press, vocabulary

from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.origins.placed import Placed
from musterbook.reconcile.slots import Questions
from musterbook.reconcile.wording.swaps import Lists
from musterbook.records import Claim, Reading

HERALD, TIMES = "Kommersant", "Vedomosti"


def origin(kind: str, by: tuple[str, ...], confidence: float = 0.6) -> str:
    """The origin of what a newspaper says that comes from another newspaper, which says the same."""
    earlier = claim("a", "training.duration", "2025-01-01", duration="P3W")
    later = claim("b", "training.duration", "2025-01-02", by=by, duration="P3W")
    papers = [paper("a", HERALD, "newspaper"), paper("b", TIMES, "newspaper")]
    taken = replace(edge("b", "a", kind=kind), confidence=confidence)
    return matter([earlier, later], papers, [taken]).origins.of(later).name


@pytest.mark.parametrize(
    ("kind", "by", "name"),
    [
        ("cites", (), HERALD),  # a length of time that the report which it mentions has too
        ("cites", ("letter",), HERALD),  # likewise a paper without a name
        ("cites", ("Anna Primerova",), "Anna Primerova"),  # whoever is named has said it
        ("rewrites", (TIMES,), HERALD),  # it names itself, and tells another's report again
        ("cites", (TIMES,), TIMES),
    ],
)
def test_a_statement_with_a_figure_is_of_the_report_that_is_mentioned(
    kind: str, by: tuple[str, ...], name: str
) -> None:
    """Where a newsroom mentions another's report, and says the same in figures, it is the other's word."""
    assert origin(kind, by) == name


def one_after_another(claims: list[Claim], apart: int = 100) -> list[Claim]:
    """The claims of one document, each so many characters after the one before."""
    return [replace(c, quote=replace(c.quote, start=at * apart, end=at * apart + 9)) for at, c in enumerate(claims)]


GOVERNOR, LAWYER = ("Ministry of Defence",), ("military lawyer",)


@pytest.mark.parametrize(
    ("first", "second", "told", "apart", "name"),
    [
        (GOVERNOR, GOVERNOR, False, 100, "Ministry of Defence"),
        (GOVERNOR, GOVERNOR, False, 900, HERALD),  # too far below
        (GOVERNOR, LAWYER, False, 100, HERALD),  # another is heard, too
        (GOVERNOR, GOVERNOR, True, 100, HERALD),  # its own interview
        ((TIMES,), (TIMES,), False, 100, HERALD),  # another newsroom is no public voice
    ],
)
def test_a_report_of_one_public_voice_goes_on_with_its_words(
    first: tuple[str, ...], second: tuple[str, ...], told: bool, apart: int, name: str
) -> None:
    """What stands below its name is its word, unless somebody else is heard or it was told to the newsroom."""
    said = [
        claim("a", "unit.strength", by=first, told=told, count=512),
        claim("a", "training.duration", duration="P3W"),
        claim("a", "pay.amount", by=second, told=told, amount=100),
    ]
    made = one_after_another(said, apart)
    assert matter(made, [paper("a", HERALD, "newspaper")]).origins.of(made[1]).name == name


def test_the_statement_of_an_office_is_its_word() -> None:
    """What «the message» says in a report of one office is the office's word, and what an expert says is not."""
    for by, name in (("message", "Ministry of Defence"), ("expert", HERALD)):
        said = [claim("a", "unit.strength", by=GOVERNOR, count=512), claim("a", "pay.amount", by=(by,), amount=100)]
        made = one_after_another(said)
        assert matter(made, [paper("a", HERALD, "newspaper")]).origins.of(made[1]).name == name


@pytest.mark.parametrize(("kind", "name"), [("rewrites", HERALD), ("cites", TIMES)])
def test_what_stands_between_is_of_the_report_that_was_told_again(kind: str, name: str) -> None:
    """In a text made from a report, what that has before and after makes what stands between its, too."""
    report = [claim("a", "unit.strength", count=512), claim("a", "training.duration", duration="P3W")]
    told = [
        claim("b", "unit.strength", count=512),
        claim("b", "recruitment.open", region="RU-KO"),
        claim("b", "training.duration", duration="P3W"),
    ]
    made = one_after_another(told)
    papers = [paper("a", HERALD, "newspaper"), paper("b", TIMES, "newspaper")]
    assert matter([*report, *made], papers, [edge("b", "a", kind=kind)]).origins.of(made[1]).name == name


def test_what_was_told_to_another_newsroom_is_its_word_though_its_report_words_it_otherwise() -> None:
    """«…, he told the newspaper» in a relay of one newspaper's report is that newspaper's."""
    told = claim("b", "pay.amount", by=("platoon commander",), told=True, amount=100)
    text = "Kommersant wrote of boats. A platoon commander told the newspaper that they pay 100."
    at = text.index("they pay")
    told = replace(told, quote=replace(told.quote, start=at, end=at + 12))
    reading = Reading("capture-b", text, "en", sentences=((0, 26), (27, len(text))))
    papers = {p.capture_id: p for p in (paper("a", HERALD, "newspaper"), paper("b", TIMES, "newspaper"))}
    placed = Placed({"capture-b": reading}.get, Lists(vocabulary()))
    known = Origins([told], papers, [edge("b", "a", kind="cites")], press(), Questions(vocabulary()), placed)
    assert known.of(told).name == HERALD


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ivan Primerov told reporters that they pay 100.", "Ivan Primerov"),
        ("At a briefing on Monday, Ivan Primerov said they pay 100.", "Ivan Primerov"),
        ("Они получат 100, сообщил журналистам Иван Примеров.", "Иван Примеров"),
        ("На встрече с журналистами Иван Примеров назвал сумму: 100.", "Иван Примеров"),
        ("Ivan Primerov told our correspondent that they pay 100.", HERALD),
        ("Они получат 100, сообщил нашим журналистам Иван Примеров.", HERALD),
        ("Они получат 100, сообщил журналистам «Коммерсанта» Иван Примеров.", HERALD),
        ("Others told reporters about boats. Ivan Primerov said to us that they pay 100.", HERALD),
    ],
)
def test_who_speaks_to_the_press_has_made_it_public(text: str, name: str) -> None:
    """What somebody tells all newsrooms at once is his word, and what he tells one of them is that one's."""
    speaker = "Ivan Primerov" if "Ivan" in text else "Иван Примеров"
    said = claim("a", "pay.amount", by=(speaker,), told=True, amount=100)
    ends = [0, *(at + 2 for at in range(len(text)) if text[at : at + 2] == ". "), len(text)]
    language = "en" if "Ivan" in text else "ru"
    reading = Reading("capture-a", text, language, sentences=tuple(pairwise(ends)))
    papers = {"capture-a": paper("a", HERALD, "newspaper")}
    placed = Placed({"capture-a": reading}.get, Lists(vocabulary()))
    assert Origins([said], papers, [], press(), Questions(vocabulary()), placed).of(said).name == name


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("Kommersant spoke with Anna Primerova, who heads the harbour.", HERALD),
        ("The harbour is headed by Anna Primerova, Kommersant found.", "Anna Primerova"),
        ("Town (Kommersant) - In a conversation with friends Anna Primerova was frank.", "Anna Primerova"),
    ],
)
def test_whom_a_newsroom_says_it_has_spoken_with_told_it_that(lead: str, name: str) -> None:
    """Whoever is named beside a text's newsroom and a talk told it that; a dateline is no talk."""
    later = claim("b", "training.duration", by=("Anna Primerova",), duration="P3W")
    text = f"{lead} They train for three weeks, she says."
    reading = Reading("capture-b", text, "en", sentences=((0, len(lead) + 1), (len(lead) + 1, len(text))))
    placed = Placed(lambda capture_id: reading, Lists(vocabulary()))
    papers = {"capture-b": paper("b", HERALD, "newspaper")}
    assert Origins([later], papers, [], press(), Questions(vocabulary()), placed).of(later).name == name


@pytest.mark.parametrize(("linked", "name"), [(False, "Made-up Leaf"), (True, "")])
def test_what_was_told_to_an_outlet_that_nobody_knows_is_its_word(linked: bool, name: str) -> None:
    """Where it comes from nobody else's report; else whoever was told it may be the other."""
    told = claim("b", "pay.amount", by=("warden",), told=True, amount=100)
    papers = [paper("a", "Made-up Mix"), paper("b", "Made-up Leaf")]
    edges = [edge("b", "a", kind="cites")] if linked else []
    assert matter([told], papers, edges).origins.of(told).name == name
