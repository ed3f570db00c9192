"""What a book promises whoever adds documents to it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.store.made import capture, document

from musterbook.errors import StoreError
from musterbook.records import Metadata, Problem, Stated
from musterbook.store import Book, Method, ReadDocument, open_book


def exported(book: Book) -> str:
    """All of a book as one text."""
    return "".join(book.export())


def test_a_document_comes_back_as_it_went_in(book: Book) -> None:
    """Capture, reading, claims and people are equal to what was added."""
    given = document(7)
    assert book.add(given) is True
    assert book.capture(given.capture.name) == given.capture
    assert book.reading(given.capture.id) == given.reading
    assert set(book.claims()) == set(given.claims)
    assert book.people(given.capture.id) == given.people


def test_adding_twice_adds_nothing(book: Book) -> None:
    """The second time says so and leaves the book as it was, alone or in a batch."""
    book.add(document(1))
    before = exported(book)
    assert book.add(document(1)) is False
    assert list(book.add_many([document(1), document(1)])) == [False, False]
    assert exported(book) == before
    assert list(book.add_many([document(2), document(2)])) == [True, False]


def test_the_order_of_adding_leaves_no_trace(new_address: Callable[[], str]) -> None:
    """Two books with the same documents export the same bytes, however they came in."""
    documents = [document(n % 9, f"{n}.txt", "2025-11" if n % 2 else "") for n in range(24)]
    with open_book(new_address()) as first, open_book(new_address()) as second:
        list(first.add_many(documents, seen="2025-12-01T10:00:00Z"))
        shuffled = random.Random(4).sample(documents, len(documents))
        for one in shuffled[:10]:
            second.add(one, seen="2026-01-01T10:00:00Z")
        list(second.add_many(shuffled[5:], batch=3))
        assert exported(first) == exported(second)
        assert list(first.claims()) == list(second.claims())


def test_the_same_bytes_are_kept_once_under_all_their_names(book: Book) -> None:
    """A second name is told of, and claims are not counted twice."""
    book.add(document(1, "b.txt", published=""))
    book.add(document(1, "c.txt", published="2025-11-03"))
    book.add(document(1, "a.txt", published=""))
    counts = book.counts()
    assert (counts.captures, counts.documents, counts.claims) == (1, 3, 2)
    found = book.document("b.txt")
    assert (found.name, found.also) == ("c.txt", ("a.txt", "b.txt"))
    assert {c.published for c in book.claims()} == {"2025-11-03"}


def test_a_corrected_manifest_stands_beside_the_first(book: Book) -> None:
    """The later statement about one name is the one that stands; the first is kept in the export."""
    book.add(document(1, "a.txt", published="2025-11-03"))
    book.add(document(1, "a.txt", published="2025-10-30"))
    assert book.document("a.txt").edition == 2
    assert {c.published for c in book.claims()} == {"2025-10-30"}
    assert "2025-11-03" in exported(book)


def test_a_new_vocabulary_reads_again_and_keeps_the_old(book: Book) -> None:
    """A second method's claims stand; those of the first can still be asked for by id."""
    old = document(1)
    new = replace(old, method=Method(vocabulary="v2"), claims=old.claims[:1])
    book.add(old)
    assert not book.is_complete(old.capture, new.method)
    assert [d.name for d in book.unfinished(new.method)] == [old.capture.name]
    assert book.add(new) is True
    assert book.is_complete(old.capture, new.method)
    assert list(book.unfinished(new.method)) == []
    assert list(book.claims()) == list(new.claims)
    assert book.claim(old.claims[1].id) == old.claims[1]


def test_a_document_without_text_is_kept_with_its_problem(book: Book) -> None:
    """It is listed as unread, is complete, and its problem stands until a reading succeeds."""
    given = capture(1)
    fault = Problem("reading.encrypted", given.name, "the file is encrypted; add it without a password", given.id)
    method = Method(vocabulary="v1")
    book.add(ReadDocument(given, None, problems=(fault,), method=method))
    assert [d.name for d in book.unread()] == [given.name]
    assert book.is_complete(given, method)
    assert list(book.problems("reading")) == [fault]
    assert book.counts().unread == 1
    book.add(document(1, method=Method(vocabulary="v2")))
    assert list(book.problems()) == []
    assert list(book.unread()) == []
    assert "reading.encrypted" in exported(book)


def test_problems_of_no_document_are_kept_once(book: Book) -> None:
    """The same problem told twice is one; others are beside it, sorted by place."""
    some = [Problem("intake.empty", f"{n}.txt", "the file is empty; nothing to read") for n in (2, 1)]
    assert book.add_problems(some) == 2
    assert book.add_problems(some[:1]) == 0
    assert [p.where for p in book.problems()] == ["1.txt", "2.txt"]
    assert list(book.problems("intake.empt")) == []


def test_an_unanchored_claim_is_refused(book: Book) -> None:
    """A quote that is not in the text at its place never enters, and neither does its document."""
    given = document(1)
    claim = given.claims[0]
    wrong = replace(claim, quote=replace(claim.quote, start=claim.quote.start + 1, end=claim.quote.end + 1))
    with pytest.raises(StoreError, match="does not stand at"):
        book.add(replace(given, claims=(wrong,)))
    with pytest.raises(StoreError, match="without a reading"):
        book.add(replace(given, reading=None))
    assert book.counts().captures == 0


def test_first_sight_is_kept_apart_from_the_export(book: Book) -> None:
    """When a document was first seen is in the history and on the document, and stays the first time."""
    book.add(document(1), seen="2025-12-01T10:00:00Z")
    book.add(document(1), seen="2026-01-01T10:00:00Z")
    assert book.document("reports/001.txt").seen == "2025-12-01T10:00:00Z"
    assert "2025-12-01" in "".join(book.history())
    assert "2025-12-01" not in exported(book)


def test_characters_that_databases_refuse_survive(book: Book) -> None:
    """NUL bytes and lone surrogates in names, texts and quotes come back as they were."""
    given = document(1, "odd\udcff\x00.txt")
    text = "\x00 a \ud800 b"
    reading = replace(given.reading, text=text, blocks=(), sentences=(), segments=(), title="\x00\udc00")  # type: ignore[type-var]
    claim = replace(given.claims[0], args=(), quote=replace(given.claims[0].quote, start=0, end=len(text), exact=text))
    claim = replace(claim, quote=replace(claim.quote, reading_id=reading.id), attribution=("\x00",))
    book.add(replace(given, reading=reading, claims=(claim,), people=(), search_text=text))
    assert book.reading(given.capture.id) == reading
    assert book.capture(given.capture.name).name == given.capture.name
    assert list(book.claims()) == [claim]


def test_facts_about_the_book_are_kept(book: Book) -> None:
    """A fact set again replaces the one before; one that was never set is empty."""
    book.set_meta("vocabulary", "abc")
    book.set_meta("vocabulary", "def")
    assert (book.meta("vocabulary"), book.meta("other")) == ("def", "")


def test_metadata_keeps_its_origins_and_order(book: Book) -> None:
    """Everything stated comes back, strongest origin first, as it was stated."""
    stated = (
        Stated("published", "2025-11", "json-ld"),
        Stated("published", "2025-12-01", "meta"),
        Stated("title", "ё", "mail"),
    )
    given = document(1)
    book.add(replace(given, capture=replace(given.capture, metadata=Metadata(stated))))
    assert book.document(given.capture.name).metadata.stated == stated
