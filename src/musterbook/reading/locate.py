"""Where a span of a reading stands in the capture.

In: a reading and a span. Out: byte ranges or pages, in order, and words for people.
Never does: read the capture itself; `check` is given its bytes.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from musterbook.records import Capture, Reading, Segment


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the capture.

    Attributes:
        unit: ``bytes`` or ``page``.
        start: First byte, or the page from 1.
        end: One past the last byte, or the same page.
        exact: The bytes decode to the very characters.
    """

    unit: str
    start: int
    end: int
    exact: bool

    def __str__(self) -> str:
        if self.unit == "page":
            return f"page {self.start}"
        return f"bytes {self.start}–{self.end}" + ("" if self.exact else " (around)")


def locate(capture: Capture, reading: Reading, start: int, end: int) -> tuple[Place, ...]:
    """Find the places in the capture at which a span of its reading stands.

    Args:
        capture: The document.
        reading: Its reading.
        start: First code point.
        end: One past the last.

    Returns:
        Places in order, touching ones joined; none for characters that the reader put in
        (an empty line between blocks).
    """
    paged = capture.media_type == "application/pdf"
    out: list[Place] = []
    for segment in _covering(reading, start, end):
        if paged:
            here = Place("page", segment.source, segment.source_end, False)
        elif segment.exact:
            a, b = _bytes(capture, reading, segment, max(start, segment.start), min(end, segment.end))
            here = Place("bytes", a, b, True)
        else:
            here = Place("bytes", segment.source, segment.source_end, False)
        if out and out[-1].unit == here.unit and here.start <= out[-1].end and out[-1].exact == here.exact:
            out[-1] = Place(here.unit, out[-1].start, max(out[-1].end, here.end), here.exact)
        else:
            out.append(here)
    return tuple(out)


def check(capture: Capture, reading: Reading, start: int, end: int) -> bool:
    """True where every exactly mapped character of a span still decodes from the capture's bytes."""
    for segment in _covering(reading, start, end):
        if not segment.exact:
            continue
        a, b = max(start, segment.start), min(end, segment.end)
        first, last = _bytes(capture, reading, segment, a, b)
        if capture.data[first:last].decode(_codec(capture.encoding), "replace") != reading.text[a:b]:
            return False
    return True


def _covering(reading: Reading, start: int, end: int) -> list[Segment]:
    """The segments that share a character with a span."""
    at = start
    out = []
    segments = reading.segments
    low, high = 0, len(segments)
    while low < high:
        middle = (low + high) // 2
        if segments[middle].end <= at:
            low = middle + 1
        else:
            high = middle
    while low < len(segments) and segments[low].start < end:
        out.append(segments[low])
        low += 1
    return out


def _codec(encoding: str) -> str:
    """The codec's name in the form that neither writes nor eats a mark."""
    name = codecs.lookup(encoding or "utf-8").name
    return {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}.get(name, name)


def _bytes(capture: Capture, reading: Reading, segment: Segment, start: int, end: int) -> tuple[int, int]:
    """The bytes of some characters of an exact segment."""
    codec = _codec(capture.encoding)
    first = segment.source + len(reading.text[segment.start : start].encode(codec, "surrogatepass"))
    return first, first + len(reading.text[start:end].encode(codec, "surrogatepass"))
