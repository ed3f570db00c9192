"""What the annotators find in a text: typed, normalised values, each with its own span.

In: nothing; these are nouns. Out: nothing. Never holds a value without its characters.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from musterbook.records import PartialDate


@dataclass(frozen=True, slots=True)
class Money:
    """A sum. A range has ``low`` below ``high``; a single sum has both equal.

    Attributes:
        low: In whole units of the currency (roubles, not kopecks).
        high: Likewise.
        currency: ISO 4217.
        comparator: ``exactly`` ``at_least`` ``at_most`` ``about``.
    """

    low: float
    high: float
    currency: str
    comparator: str = "exactly"


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things. A range has ``low`` below ``high``; a single number has both equal.

    Attributes:
        low: The number.
        high: Likewise.
        comparator: ``exactly`` ``at_least`` ``at_most`` ``about`` ``ordinal``.
    """

    low: float
    high: float
    comparator: str = "exactly"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in ISO 8601, for instance ``P6M``; ``low`` differs from ``high`` in a range."""

    low: str
    high: str
    comparator: str = "exactly"


@dataclass(frozen=True, slots=True)
class Ages:
    """Age limits in years; None where not given."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class When:
    """A date or a span of dates.

    Attributes:
        date: The date itself, or the first of a span.
        until: The last date of a span, else None.
        direction: ``on`` ``since`` ``until`` ``before`` ``after``.
    """

    date: PartialDate
    until: PartialDate | None = None
    direction: str = "on"


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed value at a half-open span of the reading.

    Attributes:
        kind: ``date`` (`When`), ``money`` (`Money`), ``count`` (`Count`), ``duration``
            (`Duration`), ``ages`` (`Ages`), ``percent`` (`Count`), ``distance`` (`Count`, km),
            ``person`` (`PersonMention`); or a kind of the vocabulary (``region``,
            ``facility``, ``group``, ``unit``, ``office``, ``outlet`` …) with the entry's id (str).
        start: First code point.
        end: One past the last.
        value: By kind, as above.
    """

    kind: str
    start: int
    end: int
    value: Any


@dataclass(frozen=True)
class Annotations:
    """Everything found in one reading, in order of ``start``, no two overlapping.

    Attributes:
        text: The reading's text.
        lower: The same, lower-cased character by character: equal length, ё kept.
        language: ISO 639-1.
        published: Publication date or None.
        sentences: Half-open spans of the sentences that may carry claims.
        mentions: All mentions.
        starts: ``start`` of each mention, for bisection.
    """

    text: str
    lower: str
    language: str
    published: PartialDate | None
    sentences: tuple[tuple[int, int], ...]
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]

    def within(self, start: int, end: int, kind: str = "") -> tuple[Mention, ...]:
        """The mentions (of one kind) that begin in a span."""
        starts, mentions = self._of_kind.get(kind, _NONE) if kind else (self.starts, self.mentions)
        first = bisect_left(starts, start)
        return mentions[first : bisect_left(starts, end, first)]

    def kinds_in(self, start: int, end: int) -> set[str]:
        """The kinds of which a mention begins in a span."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        if last - first <= _SEVERAL:
            return {m.kind for m in self.mentions[first:last]}
        return {
            kind for kind, (starts, _) in self._of_kind.items() if bisect_left(starts, end) > bisect_left(starts, start)
        }

    def sentences_with(self, kind: str) -> list[tuple[int, tuple[int, int], tuple[Mention, ...]]]:
        """The sentences in which mentions of a kind begin: number, span and those mentions, in order."""
        starts, mentions = self._of_kind.get(kind, _NONE)
        found: list[tuple[int, tuple[int, int], tuple[Mention, ...]]] = []
        at = 0
        while at < len(starts):
            number = bisect_right(self._sentence_starts, starts[at]) - 1
            span = self.sentences[number] if number >= 0 else (0, 0)
            past = bisect_left(starts, span[1], at)
            if past > at:
                found.append((number, span, mentions[at:past]))
            at = max(past, at + 1)
        return found

    def sentence_at(self, offset: int) -> int:
        """The number of the last sentence that begins at a character or before it; -1 where none does."""
        return bisect_right(self._sentence_starts, offset) - 1

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _of_kind(self) -> dict[str, tuple[tuple[int, ...], tuple[Mention, ...]]]:
        """The mentions of each kind, with where they begin."""
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.kind, []).append(mention)
        return {kind: (tuple(m.start for m in those), tuple(those)) for kind, those in found.items()}


_SEVERAL = 64  # mentions of a span that are sooner gone through than asked for kind by kind
_NONE: tuple[tuple[int, ...], tuple[Mention, ...]] = ((), ())
