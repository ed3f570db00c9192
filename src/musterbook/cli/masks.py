"""The maskers of the documents of a book, each made when first asked for."""

from __future__ import annotations

import datetime as dt
import getpass
from functools import lru_cache

from musterbook.errors import UsageError
from musterbook.records import Judgement
from musterbook.records.masking import Masker
from musterbook.store import Book

_KEPT = 2048  # maskers at a time; each holds the names of one document


class Masks:
    """Who must not be named, document by document."""

    def __init__(self, book: Book) -> None:
        """Ask this book."""
        self._book = book
        self.of = lru_cache(maxsize=_KEPT)(self._of)

    def _of(self, capture_id: str) -> Masker:
        return Masker(self._book.people(capture_id))

    def lifted(self, capture_id: str, who: str, reason: str) -> Masker:
        """A masker that masks nobody; who lifted the mask, when and why is written into the book first.

        Raises:
            UsageError: There is no reason.
        """
        if not reason.strip():
            raise UsageError("names of private people are shown only with --reason TEXT, which the book keeps")
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        self._book.judge(Judgement(capture_id, "unmask", "set", "", who or getpass.getuser(), now, reason.strip()))
        return Masker(())
