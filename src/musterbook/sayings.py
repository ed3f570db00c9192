"""Whose word each sentence of a document is: what was read in it, who is named, what its sources say.

In: a book, or one that is traced. Out: the passages of documents, each with its origin. Composes the claims stage
with reconciling: a document and what it comes from are read once more for who is named. Writes nothing but the
lineage of documents that were not traced yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from musterbook.claims.reader import reader_for
from musterbook.nearby import Nearby
from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.origins.passages import Passages
from musterbook.reconcile.origins.placed import Placed
from musterbook.reconcile.press import Press
from musterbook.reconcile.slots import Questions
from musterbook.reconcile.wording.swaps import lists_of
from musterbook.records import Claim, Reading
from musterbook.store import Book
from musterbook.tracing import Traced, aliases_of, is_traced, trace
from musterbook.vocabulary import load

_TEXTS = 256  # documents read at a time


def sayings(book: Book, traced: Traced, programme: str = "bars") -> Passages:
    """The passages of a book's documents, read when they are asked for.

    Args:
        book: The book.
        traced: All of it, or a part that has what the documents asked for come from.
        programme: The vocabulary folder.
    """
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in traced.claims.values():
        said[claim.capture_id].append(claim)
    return _passages(book, programme, traced.matter.origins, said)


def sayings_of(book: Book, capture_id: str, programme: str = "bars") -> Passages:
    """The passages of one document; only that and what it comes from is looked at.

    Args:
        book: Documents that were not traced yet are, and their edges kept in it.
        capture_id: Of the document.
        programme: The vocabulary folder.
    """
    vocabulary, judgements = load(programme), tuple(book.judgements())
    aliases = aliases_of(vocabulary, judgements)
    press, questions = Press(vocabulary, judgements, aliases.of), Questions(vocabulary, aliases.of)
    if not is_traced(book, press, questions):  # it cannot be written: everything is traced in memory
        return sayings(book, trace(book, programme), programme)
    near = Nearby(book, questions, judgements, lambda claim: True)
    above = near.fetch_edges([capture_id])
    near.fetch_claims(above)
    papers = {d.capture_id: press.paper(d.capture_id, d.name, d.metadata) for d in book.documents_of(sorted(above))}
    readings = lru_cache(maxsize=_TEXTS)(book.reading)

    def reading_of(wanted: str) -> Reading | None:
        return readings(wanted) if wanted in papers else None

    claims = [c for own in near.said.values() for c in own]
    edges = [e for i in sorted(above) for e in near.stands[i]]
    origins = Origins(claims, papers, edges, press, questions, Placed(reading_of, lists_of(vocabulary)))
    return _passages(book, programme, origins, near.said)


def _passages(book: Book, programme: str, origins: Origins, said: Mapping[str, Sequence[Claim]]) -> Passages:
    reader = reader_for(load(programme))

    def passages_of(capture_id: str) -> Sequence[Claim]:
        reading = book.reading(capture_id)
        return tuple(reader.passages(reading, book.capture(capture_id))) if reading else ()

    return Passages(origins, said, passages_of)
