"""What was found of who says what: spans of a text with their chains of sources.

In: nothing but what the walk over a text gives. Out: `Reach`, `Statement` and `Attribution`.
Never reads a text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[int, int]
_DASH = 2  # characters before the words of a line of dialogue: its dash and a space


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that somebody said, directly or indirectly.

    Attributes:
        start: First code point.
        end: One past the last.
        holder: Who said it, as in attribution chains.
        kind: ``person`` ``outlet`` ``office`` ``document`` ``described``.
        direct: Whether it stands in quotation marks.
        chain: The whole chain, nearest first.
    """

    start: int
    end: int
    holder: str
    kind: str
    direct: bool
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """A span of the text with its chain.

    Attributes:
        start: First code point.
        end: One past the last.
        chain: Who says it, nearest first.
        told: Whether the nearest speaker told it to somebody.
        kind: Of the nearest holder.
        direct: Whether it stands in quotation marks, or beside such words of the same speaker.
        continued: Whether it names no source and goes on with what was said before.
        held: Whether its source is a paper that lies before the reporter.
        topic: Whether it tells no more than what its source speaks of: what follows is what it says.
    """

    start: int
    end: int
    chain: tuple[str, ...]
    told: bool
    kind: str
    direct: bool = False
    continued: bool = False
    held: bool = False
    topic: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what in one document.

    Attributes:
        reaches: Spans with their chains: quotations and parts of sentences, in order.
    """

    reaches: tuple[Reach, ...]
    quotes: tuple[Reach, ...]

    def chain(self, span: Span) -> tuple[tuple[str, ...], bool]:
        """Who says a passage.

        Args:
            span: Half-open, in the reading.

        Returns:
            The chain, nearest first, empty where the document speaks for itself; and
            whether the nearest speaker told it to an outlet or to reporters.
        """
        found = self.source(span)
        return (found.chain, found.told) if found else ((), False)

    def source(self, span: Span) -> Reach | None:
        """The quotation or the part of a sentence with a source in which a passage stands, or None."""
        start, end = span
        for quote in self.quotes:
            if (quote.start <= start + _DASH and end <= quote.end + 1) or quote.start <= start < quote.end:
                return quote
        middle = (start + end) // 2
        return _at(self.reaches, start) or _at(self.reaches, middle) or _at(self.reaches, max(start, end - 1))

    def speakers(self) -> tuple[Statement, ...]:
        """All statements with a holder, for judgements of the programme."""
        made = [
            Statement(r.start, r.end, r.chain[0], r.kind, direct, r.chain)
            for reaches, direct in ((self.quotes, True), (self.reaches, False))
            for r in reaches
            if r.chain and not r.continued
        ]
        return tuple(sorted(made, key=lambda s: (s.start, s.end)))


def _at(reaches: Sequence[Reach], offset: int) -> Reach | None:
    place = bisect_right(reaches, offset, key=lambda r: r.start) - 1
    return reaches[place] if place >= 0 and offset < reaches[place].end else None
