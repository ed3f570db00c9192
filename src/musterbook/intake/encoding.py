"""Which character encoding a document's bytes are in.

In: bytes, and an encoding that the document itself declares. Out: the name of a codec.
Never does: change the bytes, or trust a declaration that the bytes contradict.

The order: byte-order mark, UTF-16/32 by their zero bytes, UTF-8 where it decodes, then
the 8-bit encodings of Russian by how much the decoded letters look like words, then
Western European. Sources: Unicode Standard 23.8 (marks), WHATWG Encoding (labels).
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from musterbook.expressions import regex

_MARKS: Final = (  # UTF-32-LE begins with the mark of UTF-16-LE, so it comes first
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CYRILLIC: Final = ("cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5")
_SAMPLE: Final = 65_536  # bytes looked at for 8-bit encodings: more changed no decision in the tests
_HIGH_RUN: Final = re.compile(rb"[\x80-\xff]{2,}")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_WORD: Final = regex(r"[А-Яа-яЁёІіЇїЄєҐґЎў]+")
_SHAPE: Final = regex(r"(?:[А-ЯЁІЇЄҐЎ]?[а-яёіїєґў]+|[А-ЯЁІЇЄҐЎ]+)\Z")
_COMMON: Final = frozenset("оеаинтсрвлОЕАИНТСРВЛ")  # two thirds of the letters of Russian prose
_PAIRS: Final = frozenset(  # the commonest pairs of letters, half of all pairs in Russian prose
    re.findall(
        "..",
        "стноентонаовниравокоерпрпоронеаланрелигоостькаораттаетотомеллолаававесдериваилльныыйойаяиеихинсккиедобпеимеммо"
        "адвитиевелноеимнопрнсреестсявсвырутьурмимазазабызнчтодвамежизипиразгагулучижеба",
    )
)
_ODD: Final = regex(r"[^\W\dA-Za-zА-Яа-яЁёІіЇїЄєҐґЎў]|[\u2500-\u259f≡±≥≤⌠⌡÷≈√ⁿ¤¦\x80-\x9f]")
_BAD_SHARE: Final = 0.002  # faulty sequences per character up to which bytes still count as UTF-8


def detect(data: bytes, declared: str = "") -> str:
    """Name the codec that the bytes are in.

    Args:
        data: The whole document.
        declared: What the document says of itself (meta charset, mail header); may be wrong.

    Returns:
        A name that Python's codecs know, without a ``-sig`` suffix: a mark is left in the
        bytes and is the reader's to skip.

    >>> detect("Приказ".encode("koi8-r") * 20)
    'koi8-r'
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    wide = _wide(data[:_SAMPLE])
    if wide:
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        first = fault.start
    else:
        return "utf-8"
    if _nearly_utf8(data, first):
        return "utf-8"
    return _eight_bit(_sample(data), known(declared))


def known(label: str) -> str:
    """The codec that a label names, or an empty string; ``unicode`` and the like name none."""
    text = label.strip().strip("\"'").casefold()
    try:
        return codecs.lookup(text).name if text and text.isascii() and "\0" not in text else ""
    except LookupError:
        return ""


def _wide(sample: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, by where the zero (or 0x04, Cyrillic) bytes stand."""
    if len(sample) < 8 or b"\0" not in sample:
        return ""
    sample = sample[: len(sample) // 4 * 4]
    for width, order in ((4, "le"), (4, "be"), (2, "le"), (2, "be")):
        high = range(1, width) if order == "le" else range(width - 1)
        high_bytes = [sample[k::width] for k in high]
        low_bytes = sample[0::width] if order == "le" else sample[width - 1 :: width]
        size = len(low_bytes)
        tops = sum(h.count(0) + (h.count(4) if width == 2 else 0) for h in high_bytes)
        if width == 4:
            top_two = high_bytes[1:] if order == "le" else high_bytes[:2]
            fits = sum(h.count(0) for h in top_two) > 1.9 * size
        else:
            fits = tops > 0.8 * size and sum(h.count(0) for h in high_bytes) > 0.02 * size
        if fits and low_bytes.count(0) < 0.1 * size:
            return f"utf-{width * 8}-{order}"
    return ""


def _nearly_utf8(data: bytes, first: int) -> bool:
    """True for UTF-8 that was cut off or has a few faulty bytes among many good sequences."""
    text = data[: first + _SAMPLE].decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for c in text if c > "\x7f") - bad
    if first >= len(data) - 3 and good:
        return True
    return good > 20 * bad and bad <= max(1, _BAD_SHARE * len(text))


def _sample(data: bytes) -> bytes:
    """The part of the document that decides: from shortly before its first non-ASCII byte."""
    found = _HIGH.search(data)
    start = max(0, (found.start() if found else 0) - 200)
    return data[start : start + _SAMPLE]


def _eight_bit(sample: bytes, declared: str) -> str:
    """Choose among the 8-bit encodings."""
    high = len(_HIGH.findall(sample))
    runs = sum(len(r) for r in _HIGH_RUN.findall(sample))
    western = runs < 0.4 * high
    if not western:
        scores = {name: _likeness(sample.decode(name, "replace")) for name in _CYRILLIC}
        best = max(_CYRILLIC, key=lambda name: scores[name])
        if scores[best] > 0:
            if declared in scores and scores[declared] >= scores[best]:
                return declared
            return best
    if declared and declared not in (*_CYRILLIC, "utf-8", "ascii") and _decodes(sample, declared):
        return declared
    return "cp1252" if _decodes(sample, "cp1252") else "iso8859-1"


def _likeness(text: str) -> float:
    """How much decoded text looks like Russian words: per letter, at most about 3."""
    words = _WORD.findall(text)
    letters = sum(map(len, words))
    if not letters:
        return -1.0
    shaped = sum(len(w) for w in words if _SHAPE.match(w))
    common = sum(1 for w in words for c in w if c in _COMMON)
    lower = sum(1 for w in words for c in w if c.islower())
    folded = [w.casefold() for w in words]
    pairs = sum(w[i : i + 2] in _PAIRS for w in folded for i in range(len(w) - 1))
    odd = len(_ODD.findall(text)) + 3 * text.count("\ufffd")
    return (shaped - (letters - shaped) + 0.5 * common + 1.5 * pairs + 0.2 * lower - 2.0 * odd) / letters


def _decodes(data: bytes, name: str) -> bool:
    """True where a text codec takes the bytes without a fault."""
    try:
        data.decode(name)
    except (UnicodeError, LookupError):
        return False
    return True
