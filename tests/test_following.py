"""Lineage kept in a book: whatever the order and the interruptions, the same edges."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from musterbook import following
from musterbook.errors import StoreError
from musterbook.following import Prepared, Tracer, follow, follow_by
from musterbook.reconcile.press import Press
from musterbook.reconcile.slots import Questions
from musterbook.records import Edge, Judgement
from musterbook.store import Book, ReadDocument, open_book
from musterbook.tracing import lineage, proposals
from musterbook.vocabulary import load

sys.path.insert(0, str(Path(__file__).parent / "bench"))
from stories import documents


@lru_cache(maxsize=1)
def press() -> Press:
    """Who is who in bars."""
    return Press(load("bars"))


@lru_cache(maxsize=1)
def questions() -> Questions:
    """Those of bars."""
    return Questions(load("bars"))


def made(count: int = 48) -> list[ReadDocument]:
    """Some stories, told and told again."""
    return list(documents(count, seed=7))


def edges(book: Book) -> list[Edge]:
    """All proposed edges, in one order."""
    return sorted(book.edges(), key=lambda e: (e.capture_id, e.id))


def in_memory(book: Book) -> list[Edge]:
    """The same book traced in one run that writes nothing."""
    papers = {d.capture_id: press().paper(d.capture_id, d.name, d.metadata) for d in book.documents()}
    return sorted(proposals(book, papers, press()), key=lambda e: (e.capture_id, e.id))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_order_of_adding_gives_the_same_edges(book: Book, seed: int) -> None:
    """Documents that come one by one in any order are traced as if all had come together."""
    told = made()
    random.Random(seed).shuffle(told)
    for at in range(0, len(told), 5):
        list(book.add_many(told[at : at + 5]))
        follow_by(book, press(), questions())
    assert edges(book) == in_memory(book) != []


def test_what_is_traced_is_not_traced_again(book: Book) -> None:
    """A second run has nothing to do, and one new document has only its own neighbours worked out."""
    told = made()
    list(book.add_many(told[:-1]))
    assert follow(book, "bars") > 0
    assert follow(book, "bars") == 0
    book.add(told[-1])
    assert book.untraced() == 1
    assert 1 <= follow(book, "bars") < 12
    assert book.untraced() == 0


def test_a_run_that_is_killed_leaves_nothing_half_done(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever transaction the end comes in, the next run ends where an undisturbed one does."""
    monkeypatch.setattr(following, "BATCH", 7)
    list(book.add_many(made()))
    whole: Callable[..., int] = following._work_out
    for dies_at in (1, 3):
        left = [dies_at]

        def work_out(catalogue: object, left: list[int] = left) -> int:
            left[0] -= 1
            done = whole(catalogue)
            if not left[0]:
                raise KeyboardInterrupt
            return done

        monkeypatch.setattr(following, "_work_out", work_out)
        with pytest.raises(KeyboardInterrupt):
            follow_by(book, press(), questions())
        assert book.untraced() > 0
    monkeypatch.setattr(following, "_work_out", whole)
    follow_by(book, press(), questions())
    assert edges(book) == in_memory(book)


def test_a_newsroom_that_somebody_places_anew_is_traced_anew(book: Book) -> None:
    """Where a decision changes who is who, the edges are those of the changed press."""
    list(book.add_many(made(16)))
    follow(book, "bars")
    before = book.traced_by()
    said = '{"family": "made-up-mix", "kind": "rewriter"}'
    book.judge(
        Judgement("outlet:Made-up Mix", "entity", "set", said, "analyst", "2026-01-01T00:00:00Z", "only rewrites")
    )
    again = Press(load("bars"), book.judgements())
    assert follow_by(book, again, questions()) > 0
    assert book.traced_by() != before


def test_a_book_that_cannot_be_written_is_traced_in_memory(book: Book) -> None:
    """Reading is never refused because tracing could not be kept."""

    class Closed:
        def __getattr__(self, name: str) -> object:
            return getattr(book, name)

        def tracks(self) -> object:
            raise StoreError("read-only")

    list(book.add_many(made(16)))
    papers = {d.capture_id: press().paper(d.capture_id, d.name, d.metadata) for d in book.documents()}
    found = lineage(Closed(), papers, press(), questions())  # type: ignore[arg-type]
    assert sorted(found, key=lambda e: (e.capture_id, e.id)) == in_memory(book)
    assert edges(book) == []


def test_documents_that_say_nothing_are_not_traced(book: Book) -> None:
    """A document without claims costs nothing and has no edges."""
    told = made(8)
    list(book.add_many(ReadDocument(d.capture, d.reading, method=d.method) for d in told))
    assert follow(book, "bars") == 0
    assert (edges(book), book.untraced()) == ([], 0)


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Book]:
    """A second empty book."""
    with open_book(tmp_path / "another.db") as opened:
        yield opened


def kept_leaves(book: Book) -> dict[str, tuple[int, str]]:
    """What the index of lineage keeps of each document."""
    with book.tracks() as tracks:
        return {row.capture_id: (row.rank, row.body) for row in tracks.every_row()}


def prepared(told: list[ReadDocument], method: str = "") -> Prepared:
    """What is made where documents are read."""
    tracer = Tracer(press(), questions())
    return Prepared().take(method or tracer.method, [(d.capture.id, tracer.body(d)) for d in told])


def test_what_was_made_where_documents_are_read_is_what_the_book_gives(book: Book, another: Book) -> None:
    """Leaves that readers made are, to the letter, those made from what the book keeps; the edges too."""
    told = made()
    list(book.add_many(told))
    list(another.add_many(told))
    assert follow_by(book, press(), questions()) == follow_by(another, press(), questions(), prepared(told)) > 0
    assert kept_leaves(book) == kept_leaves(another) != {}
    assert edges(book) == edges(another) != []


def test_what_readers_made_is_used(book: Book) -> None:
    """A leaf that was prepared by the same method is taken as it is."""
    told = made(8)
    list(book.add_many(told))
    changed = Prepared().take(
        Tracer(press(), questions()).method,
        [(d.capture.id, Tracer(press(), questions()).body(d).replace("[", "[ ", 1)) for d in told],
    )
    follow_by(book, press(), questions(), changed)
    assert all(body.startswith("[ ") for _, body in kept_leaves(book).values())


@pytest.mark.parametrize("how", ["by another method", "under two names"])
def test_what_no_longer_fits_is_made_anew(book: Book, another: Book, how: str) -> None:
    """A leaf made by another method, or of a document that has another name by now, is not used."""
    told = made(16)
    twice = [replace(d, capture=replace(d.capture, name=f"again/{d.capture.name}")) for d in told]
    both = told if how == "by another method" else [*told, *twice]
    list(book.add_many(both))
    list(another.add_many(both))
    follow_by(book, press(), questions())
    stale = prepared(twice, "another" if how == "by another method" else "")
    follow_by(another, press(), questions(), stale)
    assert kept_leaves(book) == kept_leaves(another) != {}
