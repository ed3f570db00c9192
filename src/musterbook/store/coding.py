"""Records to what a database column can hold, and back.

Comes in: strings, JSON values, spans. Goes out: text that every database takes, and
compressed bytes. Never loses a character: what a column cannot hold is escaped in JSON.
"""

from __future__ import annotations

import json
import sys
import unicodedata
import zlib
from array import array
from collections.abc import Sequence
from itertools import accumulate
from operator import add, sub
from typing import Any

from musterbook.expressions import regex

_UNFIT = regex("[\x00\ud800-\udfff]")
_LEVEL = 6  # zlib: level 9 takes 1.6 times as long on report texts and saves 1 %


def plain(text: str) -> str:
    """Text that every database can hold: NUL and lone surrogates become U+FFFD."""
    return _UNFIT.sub("\ufffd", text)


_WIDE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_NARROW = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def dump(value: object) -> str:
    """One canonical JSON text: sorted keys, no spaces, nothing that a text column cannot hold."""
    text = _WIDE.encode(value)
    return _NARROW.encode(value) if _UNFIT.search(text) else text


def parse(text: str) -> Any:
    """The value of a JSON text that `dump` made."""
    return json.loads(text)


def pack(data: bytes) -> bytes:
    """Compress bytes."""
    return zlib.compress(data, _LEVEL)


def unpack(data: bytes) -> bytes:
    """What `pack` was given."""
    return zlib.decompress(data)


def pack_text(text: str) -> bytes:
    """Compress a text, lone surrogates included."""
    return pack(text.encode("utf-8", "surrogatepass"))


def unpack_text(data: bytes) -> str:
    """What `pack_text` was given."""
    return unpack(data).decode("utf-8", "surrogatepass")


def span_bytes(spans: Sequence[tuple[int, int]]) -> bytes:
    """Spans as bytes: gaps from start to start, then lengths, each a signed 64-bit little-endian number."""
    if not spans:
        return b""
    starts, ends = zip(*spans, strict=True)
    numbers = array("q", map(sub, starts, (0, *starts[:-1])))
    numbers.extend(map(sub, ends, starts))
    return _little(numbers).tobytes()


def unpack_spans(data: bytes) -> list[tuple[int, int]]:
    """The spans of packed `span_bytes`."""
    numbers = array("q")
    numbers.frombytes(unpack(data))
    flat = _little(numbers).tolist()
    starts = list(accumulate(flat[: len(flat) // 2]))
    return list(zip(starts, map(add, starts, flat[len(flat) // 2 :]), strict=True))


def _little(numbers: array[int]) -> array[int]:
    """The numbers in little-endian order, so that a book moves between machines."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def fold(text: str) -> str:
    """A text for comparing: compatibility forms, case and ё levelled, stress marks and soft hyphens gone.

    >>> fold("Ещё За́мок")
    'еще замок'
    """
    if text.isascii():
        return text.lower()
    levelled = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return "".join(c for c in levelled if c != "\u00ad" and not unicodedata.combining(c))
