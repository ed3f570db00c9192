"""What one method found in one reading, ready to be written.

Comes in: a `ReadDocument`, or a line of an export. Goes out: an `Extraction`, whose id
is derived from everything in it. Nothing unanchored passes: each quote is held against
the text once more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from musterbook.errors import StoreError
from musterbook.records import Capture, Claim, PersonMention, Problem, Reading, content_id
from musterbook.store.claims import claim_body
from musterbook.store.coding import span_bytes
from musterbook.store.people import people_rows
from musterbook.store.ports import Method, ReadDocument
from musterbook.store.words import spread


@dataclass(frozen=True, slots=True)
class Found:
    """A claim with what was derived from it once: its id and its body."""

    id: str
    claim: Claim
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document's reading, claims, people and words, by one method.

    Attributes:
        id: Derived from all of it, the document's name aside.
        capture: With its name and metadata.
        reading: Or None.
        reading_id: Its id, or empty.
        claims: Each id once, in order of place.
        people: Mentions.
        problems: Of this document.
        words: The folded search text.
        places: The span of each word, as bytes.
        method: By what it was read.
    """

    id: str
    capture: Capture
    reading: Reading | None
    reading_id: str
    claims: tuple[Found, ...]
    people: tuple[PersonMention, ...]
    problems: tuple[Problem, ...]
    words: Sequence[str]
    places: bytes
    method: Method


def extraction_of(document: ReadDocument) -> Extraction:
    """Check a read document and derive the id of what was found.

    Raises:
        StoreError: A reading, claim or quote is not of this document, or a quote's words are
            not where it says, or words and spans do not pair.
    """
    return identified(document, *spread(document.search_text, document.search_spans))


def identified(document: ReadDocument, words: Sequence[str], spans: Sequence[tuple[int, int]]) -> Extraction:
    """An extraction with the id of its content, from words that are folded already.

    Raises:
        StoreError: As for `extraction_of`.
    """
    capture, reading, method = document.capture, document.reading, document.method
    reading_id = reading.id if reading else ""
    if reading is not None and reading.capture_id != capture.id:
        raise StoreError(f"{capture.name}: reading {reading_id} is of {reading.capture_id}, not of {capture.id}")
    claims = _checked(capture, reading, reading_id, document.claims)
    people = tuple(sorted(document.people, key=lambda p: (p.start, p.end, p.key, p.role)))
    places = span_bytes(spans)
    identity: list[Any] = [
        reading_id or capture.id,
        [method.programme, method.vocabulary, method.reader],
        [found.body for found in claims],
        people_rows(people),
        hashlib.sha256(" ".join(words).encode("utf-8") + places).hexdigest(),
    ]
    return Extraction(
        id=content_id("extraction", *identity),
        capture=capture,
        reading=reading,
        reading_id=reading_id,
        claims=claims,
        people=people,
        problems=document.problems,
        words=words,
        places=places,
        method=method,
    )


def _checked(capture: Capture, reading: Reading | None, reading_id: str, claims: Sequence[Claim]) -> tuple[Found, ...]:
    """Each claim once and in order of place, every quote found in its text."""
    if reading is None:
        if claims:
            raise StoreError(f"{capture.name}: {len(claims)} claims without a reading; a claim needs its text")
        return ()
    found: dict[str, Found] = {}
    for claim in claims:
        quote, claim_id = claim.quote, claim.id
        if claim.capture_id != capture.id or quote.reading_id != reading_id:
            raise StoreError(f"{capture.name}: {claim_id} is of {claim.capture_id} and {quote.reading_id}, not of this")
        if not 0 <= quote.start < quote.end or reading.text[quote.start : quote.end] != quote.exact:
            raise StoreError(
                f"{capture.name}: the quote of {claim_id} does not stand at {quote.start}–{quote.end} of its reading"
            )
        found[claim_id] = Found(claim_id, claim, claim_body(claim))
    return tuple(sorted(found.values(), key=lambda f: (f.claim.quote.start, f.claim.quote.end, f.id)))
