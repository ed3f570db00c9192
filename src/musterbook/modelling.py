"""A book's working model, as known until a date and as it held on a date.

In: a book, a vocabulary's name, two dates. Out: a `Model`. Composes lineage, findings and the model; writes nothing.
"""

from __future__ import annotations

from musterbook.programme import Model, model_of
from musterbook.records import AsOf
from musterbook.store import Book
from musterbook.tracing import trace
from musterbook.vocabulary import load


def model(book: Book, programme: str = "bars", known: str = "", held: str = "") -> Model:
    """Everything that the reports in a book say of a programme, as one model.

    Args:
        book: The book; it is not written to.
        programme: The vocabulary folder.
        known: ISO date; only documents published until then count, where given.
        held: ISO date, a full day; answers that are known not to have held then are left out, where given.

    Returns:
        The model, for the functions of `musterbook.programme`: ``region``, ``instruments``, ``rules`` and so on.
    """
    traced = trace(book, programme, known, held)
    return model_of(traced.findings(), traced.claims, load(programme), AsOf(known, held))
