"""Words put one for another: units of time, rules of law and instruments in passages that were copied."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reconcile.made import claim, edge, matter, paper, press, vocabulary

from musterbook.reconcile.doubts import doubts_of
from musterbook.reconcile.findings import find
from musterbook.reconcile.origins import Origins
from musterbook.reconcile.slots import Questions
from musterbook.reconcile.swaps import Lists
from musterbook.records import Claim, Doubt, Evidence, Quote, Reading

SOURCE = "Under a bill that deputies debate, wardens may be kept on watch in towns for 19 days a year."


def read(doc: str, text: str, language: str = "en") -> Reading:
    """A text of one sentence."""
    return Reading(f"capture-{doc}", text, language, sentences=((0, len(text)),))


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
