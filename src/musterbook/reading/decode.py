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
_MAX_FAULTS: Final = 10_000  # segments for faulty bytes; past that the rest is one inexact segment


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
    at = length = 0

    def add(text: str, end: int, exact: bool) -> None:
        nonlocal length, at
        source = at
        if not segments and text.startswith(_MARK):
            source += len(_MARK.encode(_plain(name)))
            text = text[1:]
        if text:
            segments.append(Segment(length, length + len(text), offset + source, offset + end, exact))
            parts.append(text)
            length += len(text)
        at = end

    while at < len(data):
        if len(segments) > _MAX_FAULTS:
            add(data[at:].decode(name, "replace"), len(data), False)
            break
        try:
            add(data[at:].decode(name), len(data), True)
        except UnicodeDecodeError as fault:
            start, end = at + fault.start, at + max(fault.end, fault.start + 1)
            if start > at:
                add(data[at:start].decode(name), start, True)
            add("\ufffd", end, False)
    return "".join(parts), tuple(segments)
