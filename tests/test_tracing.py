"""A part of a book gives what the whole gives for it, in whatever order the book was made."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from musterbook.records import Arg, Claim, Doubt, Judgement, Quote
from musterbook.store import Book, ClaimFilter, ReadDocument
from musterbook.tracing import lines, trace

sys.path.insert(0, str(Path(__file__).parent / "bench"))
from stories import documents

_COUNT = 72
_NOW = "2026-01-01T00:00:00Z"


def told(seed: int) -> list[ReadDocument]:
    """Stories in which every third document says a figure or two otherwise."""
    rng = random.Random(seed)
    return [added(replace(d, claims=tuple(altered(d.claims, rng, rng.random() < 0.4))), rng) for d in documents(_COUNT)]


def altered(claims: tuple[Claim, ...], rng: random.Random, otherwise: bool) -> Iterator[Claim]:
    """The same claims, some with another figure."""
    for claim in claims:
        args = tuple(
            Arg(a.role, a.value + rng.randrange(1, 9))
            if otherwise and type(a.value) is int and rng.random() < 0.5
            else a
            for a in claim.args
        )
        yield replace(claim, args=args)


def added(document: ReadDocument, rng: random.Random) -> ReadDocument:
    """The same document, where nobody is named for it with a sentence and a claim on it that nobody else has."""
    reading, claims = document.reading, document.claims
    if reading is None or not claims or claims[0].attribution:
        return document
    own = " ".join("".join(rng.choice("bdfglmnprstvz") + rng.choice("aeiou") for _ in range(4)) for _ in range(6))
    start = len(reading.text) + 1
    longer = replace(reading, text=f"{reading.text} {own}.")
    date = Arg("date", f"2021-0{rng.randrange(1, 9)}-{rng.randrange(10, 28)}")
    quote = Quote(longer.id, start, start + len(own), own)
    moved = [replace(c, quote=replace(c.quote, reading_id=longer.id)) for c in claims]
    launched = replace(claims[0], type="programme.launched", args=(date,), quote=quote)
    return replace(document, reading=longer, claims=(*moved, launched))


def bearing(doubts: tuple[Doubt, ...], ids: set[str]) -> list[Doubt]:
    """The doubts that concern some claims."""
    return [d for d in doubts if ids & {d.claim, *d.against}]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_part_is_what_the_whole_says_of_it(book: Book, seed: int) -> None:
    """Findings, origins and doubts on one question are those of a run over everything, whatever was decided."""
    made = told(seed)
    random.Random(seed).shuffle(made)
    for at in range(0, _COUNT, 24):
        list(book.add_many(made[at : at + 24]))
        trace(book)
    edges = sorted(book.edges(), key=lambda e: e.id)
    book.judge(Judgement(edges[0].id, "lineage", "negative", "", "analyst", _NOW, "not so"))
    book.judge(Judgement(edges[1].id, "lineage", "unsure", "", "analyst", _NOW, "who knows"))
    source = f'{{"target": "{edges[3].capture_id}"}}'
    book.judge(Judgement(edges[2].capture_id, "lineage", "set", source, "analyst", _NOW, "so it is"))
    book.judge(Judgement(next(book.claims()).id, "retraction", "positive", "", "analyst", _NOW, "withdrawn"))
    whole = trace(book)
    assert {d.kind for d in whole.matter.doubts} >= {"garbled", "unsupported"}
    for asked in (
        ClaimFilter(region="RU-BEL", type="pay.amount"),
        ClaimFilter(region="RU-TA"),
        ClaimFilter(type="unit"),
        ClaimFilter(type="programme"),
        ClaimFilter(region="RU-PNZ", type="contract.term"),
    ):
        shown = list(book.claims(asked))
        part = trace(book, asked=asked)
        assert shown
        assert part.findings(shown) == whole.findings(shown)
        assert [f for f in whole.findings() if f in part.findings()] == part.findings()
        ids = {c.id for c in shown}
        assert bearing(part.matter.doubts, ids) == bearing(whole.matter.doubts, ids)
        assert all(part.matter.origins.of(c) == whole.matter.origins.of(c) for c in shown)


def test_a_part_as_of_a_date_is_that_of_the_book_then(book: Book) -> None:
    """What was published later has no part in what was known."""
    list(book.add_many(told(3)))
    asked = ClaimFilter(region="RU-BEL", until="2017-01-02")
    shown = list(book.claims(asked))
    part, whole = trace(book, until=asked.until, asked=asked), trace(book, until=asked.until)
    assert shown
    assert part.findings(shown) == whole.findings(shown)
    assert len(part.claims) <= len(whole.claims) < sum(1 for _ in book.claims())


def test_the_lineage_of_one_document_is_that_of_the_book_around_it(book: Book) -> None:
    """All that it comes from, all that comes from it, and nothing else is looked at."""
    list(book.add_many(told(4)))
    whole = lines(book)
    for capture_id in list(whole.papers)[::9]:
        near = lines(book, capture_id=capture_id)
        above = {capture_id}
        below = {capture_id}
        for _ in whole.edges:
            above |= {e.target for e in whole.edges if e.capture_id in above and e.target}
            below |= {e.capture_id for e in whole.edges if e.target in below}
        assert [e for e in whole.edges if e.capture_id in above | below] == [
            e for e in near.edges if e.capture_id in above | below
        ]
        assert near.papers.items() <= whole.papers.items()
        assert above | below <= near.papers.keys()
        assert len(near.papers) < len(whole.papers)
