"""The text part of a mail.

In: a mail's bytes, and where its text part stands. Out: decoded text with the way back.
Never does: choose the part (the intake states it), or lose a byte's place to a transfer encoding.

Quoted-printable is undone line by line, so that a line without any ``=`` maps byte for byte;
base64 maps by its four letters for three bytes. Sources: RFC 2045 6.7, 6.8.
"""

from __future__ import annotations

import binascii
import quopri
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from musterbook.expressions import regex
from musterbook.reading.bytemap import Source
from musterbook.reading.decode import decode
from musterbook.records import Segment

_PART: Final = regex(r"(text/(?:plain|html)) (\S+) (\d+) (\d+)\Z")
_LOGICAL: Final = re.compile(rb"(?:[^\n]*=[ \t]*\r?\n)*[^\n]*(?:\n|\Z)")
_LETTERS: Final = re.compile(rb"[A-Za-z0-9+/]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mail's text stands.

    Attributes:
        media_type: ``text/plain`` or ``text/html``.
        transfer: Its Content-Transfer-Encoding.
        start: First byte.
        end: One past the last.
    """

    media_type: str
    transfer: str
    start: int
    end: int


def place(stated: str) -> Place | None:
    """Read the ``part`` that the intake states: "text/plain base64 120 4800"."""
    found = _PART.match(stated)
    return Place(found[1], found[2], int(found[3]), int(found[4])) if found else None


def text_part(data: bytes, where: Place, encoding: str) -> Source:
    """Decode the text part of a mail.

    Args:
        data: The whole mail.
        where: The part.
        encoding: The codec of its characters.
    """
    raw = data[where.start : where.end]
    if where.transfer == "quoted-printable":
        text, segments = _quoted(raw, where.start, encoding)
    elif where.transfer == "base64":
        text, segments = _base64(raw, where.start, encoding)
    else:
        text, segments = decode(raw, encoding, where.start)
    return Source(text, segments, encoding)


def _quoted(raw: bytes, offset: int, encoding: str) -> tuple[str, tuple[Segment, ...]]:
    """Undo quoted-printable, one logical line at a time."""
    parts: list[str] = []
    segments: list[Segment] = []
    length = 0
    for found in _LOGICAL.finditer(raw):
        line = found[0]
        if not line:
            continue
        plain = b"=" not in line and not line.rstrip(b"\r\n").endswith((b" ", b"\t"))
        text = (line if plain else quopri.decodestring(line)).decode(encoding, "replace")
        if not text:
            continue
        start, end = offset + found.start(), offset + found.end()
        exact = plain and "\ufffd" not in text
        last = segments[-1] if segments else None
        if last and last.exact and exact and last.source_end == start:
            segments[-1] = Segment(last.start, length + len(text), last.source, end)
        else:
            segments.append(Segment(length, length + len(text), start, end, exact))
        parts.append(text)
        length += len(text)
    return "".join(parts), tuple(segments)


def _base64(raw: bytes, offset: int, encoding: str) -> tuple[str, tuple[Segment, ...]]:
    """Undo base64; every line of the text knows the letters that it came from."""
    starts: list[int] = []  # places in the capture at which runs of letters begin
    counts: list[int] = []  # letters before each run
    total = 0
    for found in _LETTERS.finditer(raw):
        starts.append(offset + found.start())
        counts.append(total)
        total += found.end() - found.start()
    letters = b"".join(_LETTERS.findall(raw))
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    plain = binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
    text, inner = decode(plain, encoding)

    def outer(byte: int, *, end: bool) -> int:
        letter = min(total - 1, byte // 3 * 4 if not end else (byte + 2) // 3 * 4 - 1)
        run = bisect_right(counts, letter) - 1
        return starts[run] + letter - counts[run] + end

    segments: list[Segment] = []
    skipped = inner[0].source if inner else 0
    at, byte = 0, skipped
    codec = "utf-16-le" if encoding == "utf-16" else encoding
    for line in text.splitlines(keepends=True):
        size = len(line.encode(codec, "replace"))
        stop = min(len(plain), byte + size)
        first, last = outer(min(byte, len(plain) - 1), end=False), outer(stop, end=True)
        segments.append(Segment(at, at + len(line), first, last, False))
        at, byte = at + len(line), stop
    return text, tuple(segments)
