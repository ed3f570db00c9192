"""Who must not be named: the maskers of a book's documents, each made when first asked for.

In: ids of captures. Out: masks, and claims as they may be shown. Never shows a name itself.
"""

from __future__ import annotations

import datetime as dt
import getpass
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from musterbook.errors import UsageError
from musterbook.expressions import regex
from musterbook.records import Claim, Judgement
from musterbook.records.masking import LABELS, WITHHELD, Masker

if TYPE_CHECKING:
    from musterbook.store import Book

_KEPT = 2048  # maskers at a time; each holds the names of one document
_LABEL = regex("|".join(re.escape(label).replace(r"\{\}", r"\d+") for label in (*LABELS.values(), *WITHHELD.values())))
_NAMES = regex(r"[A-ZА-ЯЁІЇЄҐ][\w'’-]*(?:\s+[A-ZА-ЯЁІЇЄҐ][\w'’-]*)*")
NOBODY = Masker((), reachable=True)
"""Masks nobody: for the program's own words, and where the mask was lifted with a reason."""


class Mask(Protocol):
    """Whatever hides private names in a string."""

    def mask(self, text: str, start: int = -1) -> str:
        """Hide them; ``start`` is where the string begins in the reading, -1 if it is not cut out of it."""


@dataclass(frozen=True, slots=True)
class Together:
    """Several masks over one string: what any of them hides is hidden."""

    masks: tuple[Mask, ...]

    def mask(self, text: str, start: int = -1) -> str:
        """Hide what any of the masks hides."""
        for one in self.masks:
            text = one.mask(text)
        return text


class Unread:
    """For a document in which nobody looked for people: every word that may be a name is hidden."""

    def mask(self, text: str, start: int = -1) -> str:
        """Hide every capitalised word, and every contact."""
        return _NAMES.sub("[…]", Masker(()).mask(text, start))


class Masks:
    """The masks of one book, document by document."""

    def __init__(self, book: Book) -> None:
        """Ask this book."""
        self._book = book
        self.of = lru_cache(maxsize=_KEPT)(self._of)
        self._from: dict[str, list[str]] = {}

    def _of(self, capture_id: str, language: str = "") -> Masker:
        return Masker(self._book.people(capture_id), language)

    def together(self, capture_ids: Iterable[str]) -> Mask:
        """One mask for what several documents say, and for what is said of where they come from."""
        listed = level = dict.fromkeys(capture_ids)
        while level:
            level = {i: None for i in self._sources(level) if i not in listed}
            listed = {**listed, **level}
        return Together(tuple(map(self.of, listed)))

    def _sources(self, capture_ids: Iterable[str]) -> Iterator[str]:
        """The captures that some come from: a reason may name them, or who published them."""
        new = {i: list[str]() for i in capture_ids if i not in self._from}
        for edge in self._book.edges_of(list(new)) if new else ():
            if edge.target:
                new[edge.capture_id].append(edge.target)
        self._from |= new
        return (source for i in capture_ids for source in self._from[i])

    def passages(self, capture_id: str) -> Mask:
        """For running text of a document: where nothing was found in it, nobody looked for people either."""
        from musterbook.store import ClaimFilter

        masker = self.of(capture_id)
        if masker.people or any(True for _ in self._book.claims(ClaimFilter(document=capture_id))):
            return masker
        return Unread()

    def lift(self, subject: str, who: str, reason: str) -> Masker:
        """A mask that hides nobody; who lifted it, from what, when and why is written into the book first.

        Raises:
            UsageError: There is no reason.
        """
        if not reason.strip():
            raise UsageError("names of private people are shown only with --reason TEXT, which the book keeps")
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        self._book.judge(Judgement(subject, "unmask", "set", "", who or getpass.getuser(), now, reason.strip()))
        return NOBODY


def interchange(claim: Claim, masker: Masker) -> dict[str, Any]:
    """A claim in the interchange form, whose quote stands in the text and names no private person.

    A quote that holds a private name is cut to its longest part without one: the form promises
    that ``exact`` equals the text from ``start`` to ``end``, and a mask in it would break that.
    """
    exact, start = claim.quote.exact, claim.quote.start
    parts = _LABEL.split(masker.mask(exact, start))
    if len(parts) > 1:
        part = max(parts, key=len).strip(" \t\r\n,;:–—-\"'«»“”")
        at = exact.find(part)
        quote = replace(claim.quote, exact=part, start=start + at, end=start + at + len(part))
        claim = replace(claim, quote=quote)
    return claim.interchange()
