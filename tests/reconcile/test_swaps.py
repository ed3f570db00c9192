"""Words put one for another: units of time, rules of law and instruments in passages that were copied."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from tests.reconcile.made import claim, edge, matter, paper, press, vocabulary

from musterbook.reconcile.doubts.raising import doubts_of
from musterbook.reconcile.findings import find
from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.slots import Questions
from musterbook.reconcile.wording.swaps import Lists
from musterbook.records import Claim, Doubt, Evidence, Quote, Reading

SOURCE = "Under a bill that deputies debate, wardens may be kept on watch in towns for 19 days a year."


def read(doc: str, text: str, language: str = "en") -> Reading:
    """A text, each sentence ended by a full stop and a space."""
    ends = [0, *(at + 2 for at in range(len(text)) if text[at : at + 2] == ". "), len(text)]
    return Reading(f"capture-{doc}", text, language, sentences=tuple(itertools.pairwise(ends)))


def found(later: str, earlier: str, *others: str, language: str = "en") -> list[tuple[str, str, str]]:
    """What was put for what, with the role."""
    texts = [read("c", t, language) for t in others]
    lists = Lists(vocabulary()).swaps(read("b", later, language), read("a", earlier, language), texts)
    return [(s.now.role, s.was.id, s.now.id) for s in lists]


@pytest.mark.parametrize(
    ("earlier", "later", "language", "swap"),
    [
        (SOURCE, SOURCE.replace("a year", "a month"), "en", ("period", "year", "month")),
        (
            "Wardens will be called up where there is martial law.",
            "Wardens will be called up where there is a state of emergency.",
            "en",
            ("jurisdiction", "martial_law", "emergency"),
        ),
        (
            "Wardens are kept on watch for longer under a draft law.",
            "Wardens are kept on watch for longer under a government resolution.",
            "en",
            ("instrument", "bill", "resolution"),
        ),
        (
            "Сторожей держат на вышках не дольше 19 суток в год.",
            "Сторожей держат на вышках не дольше 19 суток в месяц.",
            "ru",
            ("period", "year", "month"),
        ),
    ],
)
def test_a_member_of_a_closed_list_put_for_another(
    earlier: str, later: str, language: str, swap: tuple[str, str, str]
) -> None:
    """The same words lead up to both, and the next is another unit of time, rule of law or instrument."""
    assert found(later, earlier, language=language) == [swap]
    assert found(earlier, earlier, language=language) == []


@pytest.mark.parametrize(
    ("earlier", "later", "swap"),
    [
        ("Barges of the reserve are led by a retired captain.", ("captain", "major"), ("rank", "captain", "major")),
        (
            "On Friday the Outer Town District Court ordered a warden to give back his boots.",
            ("Outer Town District Court", "Supreme Court"),
            ("court", "district", "supreme"),
        ),
        (
            "A warden who leaves early gives back half of his boots.",
            ("half of his boots", "his boots in full"),
            ("share", "half", "full"),
        ),
        (
            "The warden gave up his tower of his own accord after nine weeks.",
            ("of his own accord", "for family reasons"),
            ("reason", "own_accord", "family"),
        ),
        ("Wardens of the towns watch no further than 35 km from the sea.", ("km", "miles"), ("distance", "km", "mile")),
        (
            "Towns of the coast will hire up to 340 wardens this spring.",
            ("up to ", ""),
            ("comparator", "at_most", "exactly"),
        ),
        ("Wardens are hired in about 20 regions of the coast.", ("about 20", "two dozen"), ("count", "20", "24")),
        (
            "A letter from the governor asks the towns for wardens.",
            ("governor", "defence minister"),
            ("title", "governor", "defence_minister"),
        ),
    ],
)
def test_a_sentence_told_again_with_another_member(
    earlier: str, later: tuple[str, str], swap: tuple[str, str, str]
) -> None:
    """Ranks, courts, shares, reasons, measures, bounds, tens and titles: sentences that tell the same are compared."""
    before = "Nothing else is known of the boats and the bells. "
    again = "Little is told about any bell. " + earlier.replace(*later)
    assert found(again, before + earlier) == [swap]
    assert found(again.replace("Little", "Hardly a thing"), before + earlier) == [swap]
    assert found(before + earlier, before + earlier) == []
    assert found(again, before + earlier, again) == []


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (
            "Towns of the coast will hire at least 340 wardens this spring.",
            "Towns of the coast will hire 340 wardens this spring.",
        ),
        (
            "Towns of the coast hire 57,300 wardens this spring.",
            "Towns of the coast hire 57.3 thousand wardens this spring.",
        ),
        (
            "Wardens watch no further than 35 km from the sea.",
            "Wardens watch no further than 22 miles (35 km) from the sea.",
        ),
        ("Wardens are hired in 20 regions of the coast.", "In another 4 regions nobody knows what a tower is for."),
        ("A warden is led by a colonel and a captain.", "A warden is led by a captain."),
        ("Wardens watch for 19 days until 31 May.", "Wardens watch for 19 days to 31 May."),
        ("Wardens are paid weekly, a newspaper wrote.", "Wardens are paid weekly, a business daily wrote."),
    ],
)
def test_what_only_looks_like_a_swap(earlier: str, later: str) -> None:
    """A lower bound left out, a figure written otherwise, a conversion, some of a number, one of two: no swap."""
    assert found(later, earlier) == []


def test_a_swap_between_two_languages() -> None:
    """Sentences of two languages with the same figures and names are held against each other for rare lists."""
    source = "В 14 башнях побережья сторожам платят 61 250 рублей, если там введено военное положение."
    later = "In the 14 towers of the coast wardens are paid 61,250 rubles where a curfew is declared."
    lists = Lists(vocabulary()).swaps(read("b", later), read("a", source, "ru"), [])
    assert [(s.now.role, s.was.id, s.now.id) for s in lists] == [("jurisdiction", "martial_law", "curfew")]


def test_a_figure_between_the_same_words_is_another() -> None:
    """A figure that its source has nowhere stands between the same words; one that is elsewhere there may be meant."""
    source = "Wardens of the southern towns keep watch over 1,430 cellars, and over 77 attics."
    assert found(source.replace("1,430", "14 300"), source) == [("count", "1430", "14300")]
    assert found(source.replace("1,430", "77"), source) == []
    assert found(source.replace("1,430 cellars", "1,500 barns"), source) == []


def test_words_that_are_freely_put_swap_nothing() -> None:
    """Another lead, another form of the same word, or a further source that has the word: no swap."""
    assert found("They watch for a month.", SOURCE) == []
    assert found(SOURCE.replace("a year", "yearly"), SOURCE) == []
    other = SOURCE.replace("a year", "a month")
    assert found(other, SOURCE, other) == []


def doubts(claims: list[Claim], texts: dict[str, str], reports: bool = False) -> list[Doubt]:
    """The doubts of a rewrite b of a, with their texts."""
    link = replace(edge("b", "a"), evidence=(Evidence(4, "80% of its words"),))
    papers = [paper("a", "Kommersant"), paper("b", "Made-up mix", "newspaper" if reports else "rewriter")]
    questions = Questions(vocabulary())
    origins = Origins(claims, {p.capture_id: p for p in papers}, [link], press(), questions)
    said = {f"capture-{d}": [c for c in claims if c.doc == d] for d in texts}
    readings = {f"capture-{d}": read(d, t) for d, t in texts.items()}
    return doubts_of(said, origins, questions, vocabulary(), readings.get)


@pytest.mark.parametrize(
    ("added", "found_"),
    [
        ("Hundreds of frightened sailors are secretly selling their lanterns abroad.", 1),
        ("Observers believe that lanterns will soon become rather expensive.", 1),
        ("This article about lanterns was first published elsewhere by partners.", 0),
        ("Lanterns will soon become rather expensive, the governor believes.", 0),
        ("Deputies debate a bill under which wardens may be kept in towns.", 0),
        ("Nobody knows.", 0),
        ("Hundreds of frightened sailors threaten governors with selling lanterns.", 1),
        ("Experts fear that wardens will soon leave all those towns behind for good.", 1),
        ("According to our sources, the captain of those wardens is leaving.", 1),
        ("In 2031 the president signed a law that lets towns hire sailors.", 0),
        ("This article first appeared elsewhere among other things.", 0),
        ("The captain was quoted as saying by several coastal newspapers.", 0),
    ],
)
def test_a_sentence_that_no_source_has_is_an_addition(added: str, found_: int) -> None:
    """What none of a rewrite's sources tells, in no words like it, is listed with its passage; frames are not."""
    texts = {"a": SOURCE, "b": f"{SOURCE} {added}"}
    said = [
        replace(claim(d, "training.duration", duration="P19D"), quote=Quote(f"reading-{d}", 0, 12, t[:12]))
        for d, t in texts.items()
    ]
    beside = doubts(said, texts)
    assert [(d.kind, d.words, d.start) for d in beside] == [("unsupported", added, len(SOURCE) + 1)] * found_
    assert not doubts(said, texts, reports=True)


@pytest.mark.parametrize(("source", "found_"), [(SOURCE, 1), (f"{SOURCE} Experts are at odds over it.", 0)])
def test_an_expert_without_a_name_whom_no_source_has(source: str, found_: int) -> None:
    """A digest that only cites its source has no experts of its own; where the source has some, they may be those."""
    text = "Kommersant wrote of it. Experts fear that wardens will soon leave all those towns behind for good."
    texts = {"a": source, "b": text}
    said = [
        replace(claim(d, "training.duration", duration="P19D"), quote=Quote(f"reading-{d}", 0, 12, t[:12]))
        for d, t in texts.items()
    ]
    assert len(doubts(said, texts)) == found_


def test_a_swap_is_told_at_the_statement_that_it_stands_in() -> None:
    """A changed unit of time garbles the statement whose quote holds it; beside it, the passage itself is given."""
    texts = {"a": SOURCE, "b": SOURCE.replace("a year", "a month")}
    said = []
    for doc, text in texts.items():
        at = text.index("watch")
        one = claim(doc, "training.duration", duration="P19D")
        said.append(replace(one, quote=Quote(f"reading-{doc}", at, len(text) - 1, text[at:-1])))
    (doubt,) = doubts(said, texts)
    assert (doubt.kind, doubt.claim, doubt.roles, doubt.words) == ("garbled", said[1].id, ("period",), "")
    assert "“year” has become “month”" in doubt.reason
    beside = [replace(c, quote=Quote(c.quote.reading_id, 0, 12, texts[c.doc][:12])) for c in said]
    (doubt,) = doubts(beside, texts)
    assert doubt.words.endswith("19 days a month")
    assert texts["b"][doubt.start :].startswith(doubt.words)
    assert not doubts(beside, texts, reports=True)


def test_a_passage_beside_a_statement_leaves_the_answer_alone() -> None:
    """Where the garbled words are no statement of their own, the nearest one is not called garbled for them."""
    texts = {"a": SOURCE, "b": SOURCE.replace("a year", "a month")}
    said = [
        replace(claim(d, "training.duration", duration="P19D"), quote=Quote(f"reading-{d}", 0, 12, t[:12]))
        for d, t in texts.items()
    ]
    whole = replace(matter(said), doubts=tuple(doubts(said, texts)))
    (finding,) = find(said, whole)
    assert finding.doubts
    assert finding.state != "garbled"
    assert {r.standing for r in finding.rivals} == {"live"}
