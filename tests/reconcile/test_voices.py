"""Whose word it is where a text names an office, a paper or a newsroom by a shorter name."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.reconcile.made import claim, edge, matter, paper, press, vocabulary

from musterbook.reconcile.lineage.leaves import leaf_of, marks
from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.origins.placed import Placed
from musterbook.reconcile.slots import Questions
from musterbook.reconcile.wording.swaps import Lists
from musterbook.records import Claim, Metadata, Reading, Stated

HERALD, TIMES, PAGE = "Kommersant", "Vedomosti", "Правительство Тульской области"
TULA = "Tula region regional government"


def pay(doc: str, at: int = 0, by: tuple[str, ...] = (), told: bool = False, amount: int = 100) -> Claim:
    """A statement on pay at some place of a document."""
    made = claim(doc, "pay.amount", by=by, told=told, amount=amount)
    return replace(made, quote=replace(made.quote, start=at, end=at + 8))


def page() -> Claim:
    """What the page of an office says."""
    return pay("a", amount=500)


def test_a_paper_that_an_office_has_made_public_is_on_its_page() -> None:
    """What a report tells of a bill is the word of the page that it comes from, though nothing of it was read there."""
    later = pay("b", by=("bill",))
    papers = [paper("a", PAGE, "official"), paper("b", TIMES, "newspaper")]
    known = matter([page(), later], papers, [edge("b", "a", kind="official")]).origins
    assert known.of(later).name == paper("a", PAGE).outlet


def test_the_page_is_found_by_way_of_who_is_cited() -> None:
    """A relay of a report on a bill has the bill from whose page the report has it; a source's words it has not."""
    bill, spoken = pay("c", by=("bill",)), pay("c", 50, by=("lawyer",), amount=7)
    papers = [paper("a", PAGE, "official"), paper("b", TIMES, "newspaper"), paper("c", HERALD, "newspaper")]
    edges = [edge("b", "a", kind="official"), edge("c", "b", kind="cites")]
    known = matter([page(), bill, spoken], papers, edges).origins
    assert [known.of(c).name for c in (bill, spoken)] == [paper("a", PAGE).outlet, HERALD]


@pytest.mark.parametrize(
    ("by", "told", "name"),
    [
        (("HUR", HERALD), False, "HUR"),  # the newsroom cites the office
        (("HUR", HERALD), True, HERALD),  # the office told it to the newsroom
        (("resident", HERALD), False, HERALD),
    ],
)
def test_who_cites_an_office_has_its_word(by: tuple[str, ...], told: bool, name: str) -> None:
    """What a newsroom itself reports with reference to an office is the office's word, save what it was told."""
    said = pay("a", by=by, told=told)
    assert matter([said], [paper("a", HERALD, "newspaper")]).origins.of(said).name == name


def test_an_office_that_told_a_newsroom_something_told_it_the_rest() -> None:
    """An office's further figures in a report that it was asked for are the newsroom's word, as the first are."""
    first = pay("a", by=("HUR", HERALD), told=True)
    rest = pay("a", 50, by=("HUR",), amount=7)
    assert matter([first, rest], [paper("a", HERALD, "newspaper")]).origins.of(rest).name == HERALD


def test_a_government_named_in_full_is_meant_by_its_shorter_name() -> None:
    """«The government», in a text that names that of a region, is that of the region; elsewhere it is the country's."""
    full, short, other = pay("a", by=(TULA,)), pay("a", 50, by=("government",)), pay("b", by=("government",))
    known = matter([full, short, other], [paper("a", HERALD, "newspaper"), paper("b", HERALD, "newspaper")]).origins
    assert known.of(short).family == known.of(full).family != known.of(other).family


def test_a_name_with_its_initials_is_the_office_that_these_are_of() -> None:
    """An office whose long name nobody lists is known by the initials beside it; unknown initials change nothing."""
    assert press().voice("Some Long Directorate (HUR)") == press().voice("HUR")
    assert press().voice("Some Long Directorate (QZX)").name != "HUR"


def placed(text: str, *claims: Claim) -> Origins:
    """The origins of a newspaper's text that comes from another newspaper's report."""
    ends = [0, *(at + 2 for at in range(len(text)) if text[at : at + 2] == ". "), len(text)]
    reading = Reading("capture-b", text, "en", sentences=tuple(pairwise(ends)))
    papers = {p.capture_id: p for p in (paper("a", HERALD, "newspaper"), paper("b", TIMES, "newspaper"))}
    readings = Placed({"capture-b": reading}.get, Lists(vocabulary()))
    return Origins(list(claims), papers, [edge("b", "a", kind="cites")], press(), Questions(vocabulary()), readings)


def test_the_newspapers_sources_are_those_of_the_newspaper_that_is_named() -> None:
    """What «the newspaper's sources» say in a relay is the newspaper's word."""
    text = "Kommersant wrote of boats. They pay 100, according to the newspaper's sources."
    said = pay("b", text.index("They pay"), by=("newspaper's sources in the government",))
    assert placed(text, said).of(said).name == HERALD


def test_between_statements_of_one_source_stands_its_word() -> None:
    """A figure between two statements of one outlet is that outlet's, in its paragraph and nowhere else."""
    for text, name in (
        ("They pay 1. They pay 2. They pay 3.", HERALD),
        ("They pay 1.\nThey pay 2.\nThey pay 3.", TIMES),
    ):
        ends = (HERALD,), (), (HERALD,)
        said = [pay("b", 12 * n, by=by, amount=n + 1) for n, by in enumerate(ends)]
        assert placed(text, *said).of(said[1]).name == name


def test_a_line_that_credits_an_agency_names_a_source() -> None:
    """«by TASS» on a line of its own is a source; the same name in a sentence on boats is not."""
    stated = Metadata(
        tuple(Stated(k, v, "manifest") for k, v in {"publisher": TIMES, "published": "2025-03-01"}.items())
    )
    made = press().paper("b", "b", stated)
    for text, count in (("Boats\n\nby TASS\n\nThey sail.", 1), ("The boats of TASS sail.", 0)):
        assert len(leaf_of(made, Reading("b", text, "en"), [], press()).cites) == count


def test_a_number_in_words_and_figures_is_the_number() -> None:
    """«3,6 тыс.» and 3,600 are one mark, as are 2.5 million and 2 500 000."""
    assert marks("за день 3,6 тыс. рублей") == marks("за день 3 600 рублей") != marks("за день 36 тыс. рублей")
    assert "#2500000" in marks("paid 2.5 million") & marks("платят 2 500 000")


def test_the_page_of_the_head_of_a_region_is_that_of_an_office() -> None:
    """A publisher that is a governor, in either language, is one office; a region alone is none."""
    names = "Губернатор Тульской области", "Governor of the Tula region", "Тульская область"
    papers = [press().paper("a", "a", Metadata((Stated("publisher", n, "manifest"),))) for n in names]
    assert [p.kind for p in papers] == ["official", "official", "unknown"]
    assert papers[0].family == papers[1].family


@pytest.mark.parametrize(
    ("text", "by", "language"),
    [
        ("Local outlet Example Vestnik reported on boats. Wardens get 100.", ("Example Vestnik",), "en"),
        ("Сторож рассказал изданию «Экзампле вестник» о лодках. Им дают 100.", ("Экзампле вестник",), "ru"),
        ("Сторож рассказал «Экзампле вестнику» о лодках. Им дают 100.", ("Экзампле вестник (Ekzample vestnik)",), "ru"),
        ("«Экзампле вестник» пишет о лодках. Им дают 100.", ("сторож (warden)", "Экзампле вестник"), "ru"),
    ],
)
def test_what_a_text_calls_an_outlet_is_one_though_nobody_knows_it(
    text: str, by: tuple[str, ...], language: str
) -> None:
    """Its report is what is cited, in either script, and its word is no lesser one than another's."""
    told = pay("b", at=len(text) - 9, by=by, told=len(by) > 1)
    own = paper("a", "Example Vestnik" if language == "en" else "Экзампле вестник")
    assert leaf_of(paper("b", TIMES), Reading("capture-b", text, language), [told], press()).cites[0][0] in by[-1]
    readings = Placed({"capture-b": Reading("capture-b", text, language)}.get, Lists(vocabulary()))
    papers = {p.capture_id: p for p in (own, paper("b", TIMES, "newspaper"))}
    known = Origins([told], papers, [edge("b", "a", kind="cites")], press(), Questions(vocabulary()), readings)
    assert known.of(told).family == own.family


def test_a_person_whom_a_text_calls_no_outlet_is_none() -> None:
    """Two capitals are a name of somebody."""
    called = press().called_outlets("Ivan Primerov told the newspaper Example Vestnik of boats.")
    assert press().as_outlet("Ivan Primerov", called).kind == "person"
    assert press().as_outlet("Example Vestnik", called).kind == "outlet"
    assert press().as_outlet("Example Vestnik", frozenset()).kind == "person"
