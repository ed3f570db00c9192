"""Is everything still as it was? Every capture re-hashed, every quote re-read in place.

In: a book. Out: how many checks were made and what was found wrong. Never mends anything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from musterbook.errors import StoreError
from musterbook.ledgers import verify_ledger
from musterbook.reading import check, locate
from musterbook.records import Capture, Claim, Problem, Reading
from musterbook.store import Book, ClaimFilter


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of it.

    Attributes:
        captures: How many were re-hashed.
        quotes: How many were re-read in their reading.
        values: How many arguments with characters of their own were found in their reading.
        located: How many quotes were led back to the captured bytes, and read there, or to a page.
        cells: How many cells of tables were re-read in their files.
        faults: What is not as it was; each with the capture as its record.
    """

    captures: int = 0
    quotes: int = 0
    values: int = 0
    located: int = 0
    cells: int = 0
    faults: tuple[Problem, ...] = ()

    @property
    def checks(self) -> int:
        """How many checks were made in all."""
        return self.captures + self.quotes + self.values + self.located + self.cells


def verify(book: Book, tick: Callable[[], None] = lambda: None) -> Verification:
    """Check a whole book, document by document.

    Args:
        book: The book.
        tick: Called after each document.
    """
    result = Verification()
    for document in book.documents():
        capture = book.capture(document.id)
        faults: list[Problem] = []
        if hashlib.sha256(capture.data).hexdigest() != document.sha256:
            what = "the bytes are not those that were received: the SHA-256 differs; restore the book from a copy"
            faults.append(Problem("verify.altered", document.name, what, capture.id))
        reading = book.reading(document.capture_id) if document.reading_id else None
        quotes = values = located = 0
        for claim in book.claims(ClaimFilter(document=document.capture_id, retracted=True)):
            found = list(_faults(book, claim, capture, reading))
            faults += found
            quotes += 1
            values += sum(1 for a in claim.args if a.start >= 0)
            located += not found
        result = replace(
            result,
            captures=result.captures + 1,
            quotes=result.quotes + quotes,
            values=result.values + values,
            located=result.located + located,
            faults=(*result.faults, *faults),
        )
        tick()
    for cells, fault in verify_ledger(book):
        faults_too = (*result.faults, fault) if fault else result.faults
        result = replace(result, cells=result.cells + cells, faults=faults_too)
    return result


def _faults(book: Book, claim: Claim, capture: Capture, reading: Reading | None) -> Iterator[Problem]:
    """What is wrong with one claim: its content, its quote, its values, the way back to the bytes."""

    def fault(code: str, what: str) -> Problem:
        return Problem(f"verify.{code}", f"{claim.doc}, {claim.type} at {claim.quote.start}", what, capture.id)

    try:
        book.claim(claim.id)
    except StoreError:
        yield fault("claim", f"its content makes the id {claim.id}, which the book does not have: it was altered")
    quote = claim.quote
    if reading is None or reading.id != quote.reading_id:
        yield fault("reading", "the text that the quote stands in was altered or is gone; read the document again")
        return
    if reading.text[quote.start : quote.end] != quote.exact:
        yield fault("quote", f"{quote.exact[:60]!r} does not stand at {quote.start}-{quote.end}; restore a copy")
        return
    for arg in claim.args:
        if arg.start >= 0 and not 0 <= arg.start < arg.end <= len(reading.text):
            yield fault("value", f"the characters of {arg.role} at {arg.start}-{arg.end} are not in the text")
    if not locate(capture, reading, quote.start, quote.end):
        yield fault("map", f"no way leads from character {quote.start} back to the capture; read the document again")
    elif not check(capture, reading, quote.start, quote.end):
        yield fault("bytes", f"the captured bytes do not hold {quote.exact[:60]!r}; restore the book from a copy")
