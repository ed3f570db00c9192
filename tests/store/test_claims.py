"""Asking a book for claims."""

from __future__ import annotations

import tracemalloc
from itertools import pairwise

import pytest
from tests.store.made import document

from musterbook.errors import StoreError
from musterbook.records import Judgement
from musterbook.store import Book, ClaimFilter


@pytest.fixture
def full(book: Book) -> Book:
    """Six documents, dated to the day, month, year and not at all."""
    dates = ["2025-11-14", "2025-11", "2025", "", "2025-12-01", "2024-05-02"]
    list(book.add_many(document(n, published=date) for n, date in enumerate(dates, 1)))
    return book


@pytest.mark.parametrize(
    ("wanted", "documents"),
    [
        (ClaimFilter(region="RU-BEL"), [1, 3, 5]),
        (ClaimFilter(type="pay"), [1, 2, 3, 4, 5, 6]),
        (ClaimFilter(type="pay.amount", region="RU-KRS", status="planned"), [6]),
        (ClaimFilter(type="pa"), []),
        (ClaimFilter(language="ru", type="pay.amount"), [2, 4, 6]),
        (ClaimFilter(polarity="denied", region="RU-BEL"), []),
        (ClaimFilter(document="reports/002.txt", type="pay"), [2]),
        (ClaimFilter(type="pay", since="2025-11-20"), [2, 3, 5]),
        (ClaimFilter(type="pay", until="2025-11-10"), [2, 3, 6]),
        (ClaimFilter(type="pay", since="2025-11", until="2025-11"), [1, 2, 3]),
        (ClaimFilter(text="4 THOUSAND roubles"), [4]),
        (ClaimFilter(text="100%"), []),
        (ClaimFilter(programme="other"), []),
    ],
)
def test_filters_let_through_what_they_say(full: Book, wanted: ClaimFilter, documents: list[int]) -> None:
    """Each field narrows; a date of less precision counts if any day of it fits."""
    assert [c.doc for c in full.claims(wanted)] == [f"reports/{n:03}.txt" for n in documents]


def test_private_names_are_found_by_no_filter(full: Book) -> None:
    """The text filter sees a quote without the private names in it."""
    assert list(full.claims(ClaimFilter(text="primerov"))) == []
    assert len(list(full.claims(ClaimFilter(text="was told so in spring")))) == 6


def test_claims_come_in_order_of_name_and_place(full: Book) -> None:
    """The order is by document name, then by where the quote stands."""
    places = [(c.doc, c.quote.start) for c in full.claims()]
    assert places == sorted(places)
    assert len(places) == 12


def test_an_id_may_be_given_by_its_beginning(full: Book) -> None:
    """A unique beginning, with or without the kind, finds the claim; others say what is wrong."""
    some = next(full.claims())
    digits = some.id.removeprefix("claim-")
    assert full.claim(digits[:10]) == some
    assert full.claim(some.id[:16].upper().replace("CLAIM", "claim")) == some
    with pytest.raises(StoreError, match="no claim has an id that begins with 'zz'"):
        full.claim("zz")
    ids = sorted(c.id for c in full.claims())
    shared = next(a[:7] for a, b in pairwise(ids) if a[:7] == b[:7])
    with pytest.raises(StoreError, match="beginning of several ids: claim-"):
        full.claim(shared)


def test_documents_are_found_by_name_and_id(full: Book) -> None:
    """By name, by capture's id, by a beginning of it; two captures of one name are told apart by id."""
    some = full.document("reports/003.txt")
    assert full.document(some.capture_id) == full.document(some.id) == full.document(some.capture_id[8:20]) == some
    assert [d.name for d in full.documents()] == [f"reports/{n:03}.txt" for n in range(1, 7)]
    full.add(document(9, "reports/003.txt"))
    with pytest.raises(StoreError, match=r"2 different documents are named 'reports/003\.txt'"):
        full.document("reports/003.txt")
    with pytest.raises(StoreError, match=r"no document is named 'nowhere\.txt'"):
        full.reading("nowhere.txt")


def test_what_is_retracted_does_not_stand_until_undone(full: Book) -> None:
    """A claim or a whole capture retracted by a person is passed over; asked for, it is shown."""
    some = next(full.claims())
    full.judge(Judgement(some.id, "retraction", "positive", "", "analyst", "2026-01-01T10:00:00Z", "withdrawn"))
    full.judge(
        Judgement(
            full.document("reports/002.txt").capture_id,
            "retraction",
            "positive",
            "",
            "analyst",
            "2026-01-02T10:00:00Z",
            "forged",
        )
    )
    assert len(list(full.claims())) == 9
    assert len(list(full.claims(ClaimFilter(retracted=True)))) == 12
    full.judge(Judgement(some.id, "retraction", "undone", "", "analyst", "2026-01-03T10:00:00Z", "not so"))
    assert some in list(full.claims())


def test_counts_add_up(full: Book) -> None:
    """Counts by type and language sum to the number of claims."""
    counts = full.counts()
    assert (counts.captures, counts.documents, counts.readings, counts.claims, counts.unread) == (6, 6, 6, 12, 0)
    assert counts.by_type == (("pay.amount", 6), ("recruitment.voluntary", 6))
    assert counts.by_language == (("en", 6), ("ru", 6))


def test_claims_stream(book: Book) -> None:
    """Four times the claims take no more memory to walk through."""

    def peak() -> int:
        tracemalloc.start()
        number = sum(1 for _ in book.claims())
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert number == 2 * book.counts().captures
        return top

    list(book.add_many(document(n) for n in range(1000)))
    peak()  # fills the caches of the driver
    before = peak()
    list(book.add_many(document(n) for n in range(1000, 4000)))
    assert peak() < before * 1.5 + 200_000
