"""From characters of decoded text back to bytes of the capture.

In: decoded text with its segments, and spans of it. Out: segments for those spans.
Never does: claim a segment exact whose bytes do not decode to its characters.
"""

from __future__ import annotations

import codecs
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from musterbook.records import Segment

_ONE_BYTE = frozenset(("ascii", "cp1251", "cp1252", "koi8-r", "koi8-u", "cp866", "iso8859-1", "iso8859-5", "latin-1"))


@dataclass(frozen=True, slots=True)
class Source:
    """Decoded text with the way back to the capture.

    Attributes:
        text: The characters.
        segments: Where they stand in the capture; all characters are covered.
        encoding: The codec that they were decoded with.
    """

    text: str
    segments: tuple[Segment, ...]
    encoding: str


class Piece(NamedTuple):  # a tuple, since a page has tens of thousands and a dataclass costs three times as much
    """Characters that go into a reading, and where they stand in the decoded source.

    Attributes:
        text: What goes into the reading.
        start: First character of the source.
        end: One past the last.
        exact: ``text`` is ``source[start:end]`` itself.
    """

    text: str
    start: int
    end: int
    exact: bool = True


class ByteMap:
    """Byte offsets of characters; quick where asked in rising order."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._starts = [s.start for s in source.segments]
        name = codecs.lookup(source.encoding or "utf-8").name
        self._codec = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}.get(name, name)
        self._narrow = name in _ONE_BYTE or (name == "utf-8" and source.text.isascii())
        self._last = (-1, 0, 0)  # segment, character, byte

    def segments(self, pieces: list[Piece], at: int) -> list[Segment]:
        """Segments of a reading for pieces that follow one another from ``at`` on.

        Args:
            pieces: In order of the source.
            at: The reading's character at which the first piece stands.

        Returns:
            Segments in order; pieces that continue one another share one.
        """
        out: list[Segment] = []
        for piece in pieces:
            size = len(piece.text)
            if not piece.exact:
                start, end = self._range(piece.start, piece.end)
                _append(out, Segment(at, at + size, start, end, False))
            else:
                for part in self._exact(piece, at):
                    _append(out, part)
            at += size
        return out

    def _exact(self, piece: Piece, at: int) -> list[Segment]:
        """One segment for each source segment that a verbatim piece runs through."""
        out = []
        here = piece.start
        while here < piece.end:
            index = bisect_right(self._starts, here) - 1
            segment = self._source.segments[index]
            stop = min(piece.end, segment.end)
            shift = at - piece.start
            if segment.exact:
                start, end = self._byte(index, here), self._byte(index, stop)
            else:
                start, end = segment.source, segment.source_end
            out.append(Segment(here + shift, stop + shift, start, end, segment.exact))
            here = stop
        return out

    def _range(self, start: int, end: int) -> tuple[int, int]:
        """The bytes that cover a span of the source, exact or not."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, max(start, end - 1)) - 1
        a, b = self._source.segments[first], self._source.segments[last]
        return (
            self._byte(first, start) if a.exact else a.source,
            self._byte(last, end) if b.exact else b.source_end,
        )

    def _byte(self, index: int, at: int) -> int:
        """The byte offset of a character of an exact segment."""
        segment = self._source.segments[index]
        if self._narrow:
            return segment.source + at - segment.start
        known, char, byte = self._last
        if known != index or at < char:
            char, byte = segment.start, segment.source
        byte += len(self._source.text[char:at].encode(self._codec, "surrogatepass"))
        self._last = (index, at, byte)
        return byte


def _append(out: list[Segment], new: Segment) -> None:
    """Append a segment, joined to the one before where both are exact and touch."""
    if out:
        last = out[-1]
        if last.exact and new.exact and last.end == new.start and last.source_end == new.source:
            out[-1] = Segment(last.start, new.end, last.source, new.source_end)
            return
    out.append(new)
