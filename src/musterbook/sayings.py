"""Whose word each sentence of a document is: what was read in it, who is named, what its sources say.

In: a book that is traced. Out: the passages of a document, each with its origin. Composes the claims stage with
reconciling: the document and what it comes from are read once more for who is named. Never writes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from musterbook.claims.reader import reader_for
from musterbook.reconcile.passages import Passages
from musterbook.records import Claim
from musterbook.store import Book
from musterbook.tracing import Traced
from musterbook.vocabulary import load

_TEXTS = 256  # documents read at a time


def sayings(book: Book, traced: Traced, programme: str = "bars") -> Passages:
    """The passages of a book's documents, read when they are asked for.

    Args:
        book: The book.
        traced: All of it, or a part that has what the documents asked for come from.
        programme: The vocabulary folder.
    """
    reader = reader_for(load(programme))

    @lru_cache(maxsize=_TEXTS)
    def passages_of(capture_id: str) -> Sequence[Claim]:
        reading = book.reading(capture_id)
        return tuple(reader.passages(reading, book.capture(capture_id))) if reading else ()

    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in traced.claims.values():
        said[claim.capture_id].append(claim)
    return Passages(traced.matter.origins, said, passages_of)
