"""Searching a book."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.made import document

from musterbook.errors import UsageError
from musterbook.store import Book, Method
from musterbook.store.words import level


def names(book: Book, query: str) -> set[str]:
    """The names of the documents that answer."""
    return {hit.name for hit in book.search(query)}


@pytest.fixture
def full(book: Book) -> Book:
    """Four documents with search texts of their own."""
    texts = [
        "The Draft law on BARS-Kursk guards bridges",
        "Закон о резерве: за\u0301мок, Ещё 300 тыс. рублей",
        "drones over bridges, law signed",
        "guard the draft beer",
    ]
    for n, text in enumerate(texts, 1):
        book.add(replace(document(n), search_text=text))
    return book


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("law", {1, 3}),
        ("LAW bridges", {1, 3}),
        ("draft law", {1}),
        ('"law signed"', {3}),
        ('"signed law"', set()),
        ("draft -beer", {1}),
        ("guard*", {1, 4}),
        ("beer OR drones", {3, 4}),
        ("law drones OR kursk", {1, 3}),
        ("bars-kursk", {1}),
        ("kursk-bars", set()),
        ("замок еще", {2}),
        ("ЗАКОН 300", {2}),
        ('"law on bars*"', {1}),
    ],
)
def test_queries_find_what_they_ask_for(full: Book, query: str, found: set[int]) -> None:
    """Words, phrases, beginnings, exclusions and alternatives mean the same on both databases."""
    assert names(full, query) == {f"reports/{n:03}.txt" for n in found}


@pytest.mark.parametrize("query", ["", "  ", '""', "-law", "()*&|!", "OR"])
def test_a_query_without_words_says_so(full: Book, query: str) -> None:
    """Nothing to look for is a fault of use, told in words."""
    with pytest.raises(UsageError, match="nothing to search for"):
        full.search(query)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=40))
def test_no_query_is_an_error_of_the_database(full: Book, query: str) -> None:
    """Whatever is typed either finds something, finds nothing, or has no words."""
    if level(query):
        with suppress(UsageError):  # all words may be excluded ones
            assert len(full.search(query)) <= 4
    else:
        with pytest.raises(UsageError, match="nothing to search for"):
            full.search(query)


def test_hits_point_to_their_words_and_claims(book: Book) -> None:
    """Spans are those that the caller gave for the words; claims are those whose quote holds one."""
    one = document(1)
    assert one.reading is not None
    at = one.reading.text.index("reservists")
    book.add(replace(one, search_text="reservist spring", search_spans=((at, at + 10), (200, 206))))
    (hit,) = book.search("reservist")
    assert hit.spans == ((at, at + 10),)
    assert one.reading.text[slice(*hit.spans[0])] == "reservists"
    assert hit.claims == (one.claims[0].id,)
    assert (hit.name, hit.capture_id, hit.matches) == (one.capture.name, one.capture.id, 1)


def test_private_names_are_not_in_the_index(book: Book) -> None:
    """Only the masked search text can be found."""
    book.add(document(1))
    assert names(book, "primerov") == set()
    assert names(book, '"private person 1"') == {"reports/001.txt"}


def test_only_the_standing_reading_is_found(book: Book) -> None:
    """Words of a superseded reading no longer lead to the document."""
    book.add(replace(document(1), search_text="old words"))
    book.add(replace(document(1, method=Method(vocabulary="v2")), search_text="new words"))
    assert names(book, "old") == set()
    assert names(book, "new words") == {"reports/001.txt"}


def test_a_lemma_is_asked_for_each_word(book: Book) -> None:
    """Words of the query are brought to the form that the index has; beginnings are left alone."""
    book.add(replace(document(1), search_text="отряд создать"))
    assert [h.name for h in book.search("отрядов", lemma=lambda w: w.removesuffix("ов"))] == ["reports/001.txt"]
    assert len(book.search("созда*", lemma=lambda w: "другое")) == 1


def test_long_documents_are_found_to_their_end(book: Book) -> None:
    """A word after a hundred thousand others is found with its place, and with the words around it."""
    words = [f"w{n}" for n in range(30_000)]
    book.add(replace(document(1), search_text=" ".join(words)))
    (hit,) = book.search("w29999")
    assert hit.spans == ((198_883, 198_889),)
    for n in (8_999, 9_000, 9_001, 9_999, 10_000, 10_001, 18_200, 19_001, 20_001, 29_999):
        assert len(book.search(f'"w{n - 2} w{n - 1} w{n}" w{n - 400}')) == 1
    assert book.search("w1 w29999") == ()


def test_the_limit_is_kept(book: Book) -> None:
    """No more hits than asked for, the document with more matches first."""
    list(book.add_many(replace(document(n), search_text="reserve " + "filler " * n) for n in range(1, 8)))
    assert len(book.search("reserve", limit=3)) == 3
