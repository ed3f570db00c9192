"""From a capture's bytes to characters, with the way back.

In: bytes and the name of their encoding. Out: text and segments.
Never does: choose an encoding, or change, add or drop a character other than the
byte-order mark.
"""

from __future__ import annotations

import codecs
from typing import Final

from musterbook.records import Segment

_MARK: Final = "\ufeff"
_WINDOW: Final = 65_536  # bytes decoded at once around faults
_MAX_FAULTS: Final = 2_000  # segments for faulty bytes; past that the rest is one inexact segment


def decode(data: bytes, encoding: str, offset: int = 0) -> tuple[str, tuple[Segment, ...]]:
    r"""Decode bytes and say where each character stands.

    Args:
        data: The bytes.
        encoding: A codec's name; empty means UTF-8.
        offset: Where the bytes begin in the capture.

    Returns:
        The text without a byte-order mark, and segments in order; faulty bytes become U+FFFD
        in a segment that is not exact.

    >>> decode("я".encode("cp1251"), "cp1251")[0]
    'я'
    """
    name = encoding or "utf-8"
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return _decode_faulty(data, name, offset)
    if text.startswith(_MARK):
        skipped = len(_MARK.encode(_plain(name)))
        text = text[1:]
        offset, size = offset + skipped, len(data) - skipped
    else:
        size = len(data)
    return text, (Segment(0, len(text), offset, offset + size),) if text else ()


def _plain(name: str) -> str:
    """The codec's name in the form that writes no mark of its own."""
    low = codecs.lookup(name).name
    return {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}.get(low, low)


def _decode_faulty(data: bytes, name: str, offset: int) -> tuple[str, tuple[Segment, ...]]:
    """Decode with U+FFFD for what cannot be decoded, one segment for each run that can."""
    parts: list[str] = []
    segments: list[Segment] = []
    view = memoryview(data)  # slices of it cost nothing, however large the file
    at = length = faults = 0
    plain = _plain(name)
    while at < len(data):
        size = min(_WINDOW, len(data) - at) if faults < _MAX_FAULTS else len(data) - at
        text, end, exact = _run(view, at, at + size, plain)
        if faults >= _MAX_FAULTS:
            text, end, exact = str(view[at:], plain, "replace"), len(data), False
        faults += not exact
        source = offset + at
        if not length and not segments and text.startswith(_MARK):
            source += len(_MARK.encode(plain))
            text = text[1:]
        if text:
            last = segments[-1] if segments else None
            if last and exact and last.exact and last.source_end == source:
                segments[-1] = Segment(last.start, length + len(text), last.source, offset + end)
            else:
                segments.append(Segment(length, length + len(text), source, offset + end, exact))
            parts.append(text)
            length += len(text)
        at = end
    return "".join(parts), tuple(segments)


def _run(view: memoryview, at: int, end: int, name: str) -> tuple[str, int, bool]:
    """The text from a place up to the next fault or the window's end, where it ends, and whether it is exact."""
    try:
        return str(view[at:end], name), end, True
    except UnicodeDecodeError as fault:
        if fault.start:
            return str(view[at : at + fault.start], name), at + fault.start, True
        return "\ufffd", at + max(1, fault.end), False
