"""What one method found in one reading, ready to be written.

Comes in: a `ReadDocument`, or a line of an export. Goes out: an `Extraction`, whose id
is derived from everything in it. Nothing unanchored passes: each quote is held against
the text once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from musterbook.errors import StoreError
from musterbook.records import Capture, Claim, PersonMention, Problem, Reading, content_id
from musterbook.store.claims import claim_body
from musterbook.store.people import people_rows
from musterbook.store.ports import Method, ReadDocument
from musterbook.store.words import spread


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document's reading, claims, people and words, by one method.

    Attributes:
        id: Derived from all of it, the document's name aside.
        capture: With its name and metadata.
        reading: Or None.
        claims: Each id once, in order of place.
        people: Mentions.
        problems: Of this document.
        words: The folded search text.
        spans: One for each word.
        method: By what it was read.
    """

    id: str
    capture: Capture
    reading: Reading | None
    claims: tuple[Claim, ...]
    people: tuple[PersonMention, ...]
    problems: tuple[Problem, ...]
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    method: Method


def extraction_of(document: ReadDocument) -> Extraction:
    """Check a read document and derive the id of what was found.

    Raises:
        StoreError: A reading, claim or quote is not of this document, or a quote's words are
            not where it says.
    """
    words, spans = spread(document.search_text, document.search_spans)
    return identified(document, checked(document), words, spans)


def checked(document: ReadDocument) -> tuple[Claim, ...]:
    """The claims of a document, each once and in order of place, every quote found in its text.

    Raises:
        StoreError: As for `extraction_of`.
    """
    capture, reading = document.capture, document.reading
    if reading is not None and reading.capture_id != capture.id:
        raise StoreError(f"{capture.name}: reading {reading.id} is of {reading.capture_id}, not of {capture.id}")
    claims = {c.id: c for c in document.claims}
    ordered = tuple(sorted(claims.values(), key=lambda c: (c.quote.start, c.quote.end, c.id)))
    _check_anchors(capture, reading, ordered)
    return ordered


def identified(
    document: ReadDocument, claims: Sequence[Claim], words: Sequence[str], spans: Sequence[tuple[int, int]]
) -> Extraction:
    """An extraction with the id of its content."""
    reading, method = document.reading, document.method
    people = tuple(sorted(document.people, key=lambda p: (p.start, p.end, p.key, p.role)))
    identity: list[Any] = [
        reading.id if reading else document.capture.id,
        [method.programme, method.vocabulary, method.reader],
        [claim_body(c) for c in claims],
        people_rows(people),
        content_id("words", " ".join(words), [n for span in spans for n in span]),
    ]
    return Extraction(
        id=content_id("extraction", *identity),
        capture=document.capture,
        reading=reading,
        claims=tuple(claims),
        people=people,
        problems=document.problems,
        words=tuple(words),
        spans=tuple(spans),
        method=method,
    )


def _check_anchors(capture: Capture, reading: Reading | None, claims: Sequence[Claim]) -> None:
    if reading is None:
        if claims:
            raise StoreError(f"{capture.name}: {len(claims)} claims without a reading; a claim needs its text")
        return
    reading_id, text = reading.id, reading.text
    for claim in claims:
        quote = claim.quote
        if claim.capture_id != capture.id or quote.reading_id != reading_id:
            raise StoreError(f"{capture.name}: {claim.id} is of {claim.capture_id} and {quote.reading_id}, not of this")
        if not 0 <= quote.start < quote.end or text[quote.start : quote.end] != quote.exact:
            raise StoreError(
                f"{capture.name}: the quote of {claim.id} does not stand at {quote.start}–{quote.end} of its reading"
            )
