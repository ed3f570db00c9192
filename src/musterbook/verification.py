"""Is everything still as it was? Every capture re-hashed, every quote re-read in place.

In: a book. Out: how many checks were made and what was found wrong. Never mends anything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from musterbook.records import Claim, Problem, Reading
from musterbook.store import Book, ClaimFilter


@dataclass(slots=True)
class Verification:
    """What came of it.

    Attributes:
        captures: How many were re-hashed.
        quotes: How many were re-read in their reading.
        values: How many arguments with characters of their own were re-read.
        located: How many quotes were led back to the captured bytes or page.
        faults: What is not as it was.
    """

    captures: int
    quotes: int
    values: int
    located: int
    faults: list[Problem]


def verify(book: Book, tick: Callable[[], None] = lambda: None) -> Verification:
    """Check a whole book, document by document.

    Args:
        book: The book.
        tick: Called after each document.
    """
    result = Verification(0, 0, 0, 0, [])
    for document in book.documents():
        capture = book.capture(document.id)
        result.captures += 1
        if hashlib.sha256(capture.data).hexdigest() != document.sha256:
            what = "the bytes are not those that were received: the SHA-256 differs; restore the book from a copy"
            result.faults.append(Problem("verify.altered", document.name, what, document.capture_id))
        reading = book.reading(document.capture_id)
        for claim in book.claims(ClaimFilter(document=document.capture_id, retracted=True)):
            _check(result, claim, reading, capture.data, capture.encoding)
        tick()
    return result


def _check(result: Verification, claim: Claim, reading: Reading | None, data: bytes, encoding: str) -> None:
    """One claim: its quote, its values, and the way back to the bytes."""

    def fault(code: str, what: str) -> None:
        result.faults.append(Problem(f"verify.{code}", f"{claim.doc} {claim.id}", what, claim.id))

    quote = claim.quote
    result.quotes += 1
    if reading is None or reading.id != quote.reading_id:
        fault(
            "reading", "the reading that the quote stands in is not in the book or was altered; read the document again"
        )
        return
    if reading.text[quote.start : quote.end] != quote.exact:
        fault(
            "quote", f"{quote.exact[:60]!r} is not at {quote.start}-{quote.end}; the book was altered, restore a copy"
        )
        return
    for arg in claim.args:
        if arg.start >= 0:
            result.values += 1
            if not 0 <= arg.start < arg.end <= len(reading.text):
                fault("value", f"the characters of {arg.role} at {arg.start}-{arg.end} are not in the text")
    segment = reading.segment_at(quote.start)
    if segment is None:
        fault("map", f"no way back from character {quote.start} to the capture; read the document again")
        return
    result.located += 1
    if segment.exact and encoding and segment.end - segment.start == len(reading.text[segment.start : segment.end]):
        words = data[segment.source : segment.source_end].decode(encoding, "replace")
        inside = words[quote.start - segment.start : min(quote.end, segment.end) - segment.start]
        if inside != quote.exact[: len(inside)] or not inside:
            fault(
                "bytes", f"the captured bytes at {segment.source}-{segment.source_end} do not hold {quote.exact[:60]!r}"
            )
