"""A book carried over as lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.made import document

from musterbook.errors import StoreError
from musterbook.records import (
    Arg,
    Block,
    Capture,
    Claim,
    Edge,
    Evidence,
    Judgement,
    Metadata,
    PersonMention,
    Problem,
    Quote,
    Reading,
    Segment,
    Stated,
)
from musterbook.store import Book, Method, ReadDocument, open_book

_WORDS = st.text(max_size=8)  # all of Unicode, lone surrogates and NUL included
_TEXTS = st.one_of(st.text(min_size=1, max_size=60), st.sampled_from(["е\u0301ж\r\n😀 Ёж", "а\u0300б \x00", "ﬁ ½"]))
_STATED = st.builds(Stated, st.sampled_from(["published", "title"]), st.sampled_from(["2025-11", "2024"]), _WORDS)
_SCALARS = st.one_of(
    _WORDS, st.integers(-(2**60), 2**60), st.floats(allow_nan=False, allow_infinity=False), st.booleans()
)


@st.composite
def documents(draw: st.DrawFn) -> ReadDocument:
    """Any document that a reader could make."""
    capture = Capture(
        draw(_WORDS), draw(st.binary(max_size=40)), "text/plain", Metadata(tuple(draw(st.lists(_STATED, max_size=2))))
    )
    problems = tuple(draw(st.lists(st.builds(Problem, st.just("reading.odd"), _WORDS, _WORDS), max_size=2)))
    method = Method(draw(st.sampled_from(["bars", "bonus"])), draw(st.sampled_from(["v1", "v2"])))
    if draw(st.booleans()):
        return ReadDocument(capture, None, problems=problems, method=method)
    text = draw(_TEXTS)
    cut = draw(st.integers(0, len(text) - 1))
    reading = Reading(
        capture_id=capture.id,
        text=text,
        language=draw(st.sampled_from(["en", "ru", ""])),
        blocks=(Block("title", 0, cut), Block("body", cut, len(text))),
        sentences=((0, cut), (cut, len(text))),
        segments=(Segment(0, len(text), draw(st.integers(0, 9)), 40, draw(st.booleans())),),
        title=draw(_WORDS),
    )
    args = tuple(draw(st.lists(st.builds(Arg, st.sampled_from(["region", "count"]), _SCALARS), max_size=2)))
    quote = Quote(reading.id, cut, len(text), text[cut:])
    claim = Claim(
        capture.id, capture.name, "unit.formed", args, quote, attribution=tuple(draw(st.lists(_WORDS, max_size=2)))
    )
    claims = draw(st.sampled_from([(), (claim,), (claim, replace(claim, polarity="denied"))]))
    people = (PersonMention(0, cut, draw(_WORDS), draw(_WORDS), "private"),)
    return ReadDocument(capture, reading, claims, problems, people, draw(_WORDS), (), method)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(documents(), max_size=4), st.randoms(use_true_random=False))
def test_load_gives_the_exported_book(new_address: Callable[[], str], some: list[ReadDocument], luck: object) -> None:
    """Export, load and export again gives the same bytes, whatever is in the documents."""
    with open_book(new_address()) as first, open_book(new_address()) as second:
        new = sum(first.add_many(some, batch=2))
        lines = list(first.export())
        second.load(lines)
        assert list(second.export()) == lines
        assert list(second.claims()) == list(first.claims())
        assert second.counts() == first.counts()
        assert second.load(lines) == 0
        assert new >= second.counts().documents


def whole(book: Book) -> Book:
    """A book with something of everything."""
    list(book.add_many(document(n) for n in range(3)))
    book.add(document(1, method=Method(vocabulary="v2")))
    book.add_problems([Problem("intake.empty", "x.txt", "the file is empty; nothing to read")])
    ids = [d.capture_id for d in book.documents()]
    book.set_edges(ids[0], [Edge(ids[0], ids[1], "", "rewrites", 0.75, (Evidence(1, "says so", 1, 2, 3, 4),))])
    book.set_edges(ids[2], [Edge(ids[2], "", "Example Agency", "cites", 0.5)])
    book.judge(Judgement(ids[0], "reliability", "set", "B", "analyst", "2026-01-01T10:00:00Z", "long record"))
    book.set_meta("vocabulary", "abc")
    return book


def test_everything_is_carried_over(book: Book, new_address: Callable[[], str]) -> None:
    """Problems, edges, judgements, facts and superseded readings come along, and so does the search."""
    whole(book)
    with open_book(new_address()) as other:
        assert other.load(book.export()) == book.counts().documents + 1
        assert "".join(other.export()) == "".join(book.export())
        assert list(other.edges()) == list(book.edges())
        assert list(other.judgements()) == list(book.judgements())
        assert list(other.problems()) == list(book.problems())
        assert other.meta("vocabulary") == "abc"
        assert {h.name for h in other.search("reservists")} == {h.name for h in book.search("reservists")}


def test_both_databases_export_the_same_bytes(book: Book, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The same documents on another database give the same lines."""
    with open_book(tmp_path_factory.mktemp("other") / "book.db") as other:
        assert list(whole(other).export()) == list(whole(book).export())


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda ls: ["{}\n"], "line 1 is not of an export"),
        (lambda ls: ls[1:], "not an export of format 1"),
        (lambda ls: [ls[0], "not json\n"], "line 2 is not of an export"),
        (lambda ls: [ls[0], '{"kind":"spell"}\n'], "unknown kind 'spell'"),
        (lambda ls: [x.replace("thousand roubles", "million roubles") for x in ls], "was altered"),
        (lambda ls: [x.replace('"data":"', '"data":"AAAA') for x in ls], "does not hold together"),
        (lambda ls: [x.replace('"polarity":"denied"', '"polarity":"affirmed"') for x in ls], "was altered"),
    ],
)
def test_an_altered_export_is_refused(book: Book, spoil: Callable[[list[str]], list[str]], said: str) -> None:
    """A line that does not agree with itself stops the load, with its number."""
    with_one = [json.dumps({"kind": "book", "format": 1}) + "\n"]
    book.add(document(1))
    with_one = list(book.export())
    with pytest.raises(StoreError, match=said):
        book.load(spoil(with_one))
