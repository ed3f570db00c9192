"""The book in a database: SQLite or PostgreSQL, opened by `open_book`, spoken to through `ports`."""

from musterbook.store.book import open_book
from musterbook.store.ports import (
    Book,
    ClaimFilter,
    Counts,
    Document,
    Entered,
    Hit,
    Method,
    ReadDocument,
    Tracks,
    TracksRow,
)

__all__ = [
    "Book",
    "ClaimFilter",
    "Counts",
    "Document",
    "Entered",
    "Hit",
    "Method",
    "ReadDocument",
    "Tracks",
    "TracksRow",
    "open_book",
]
