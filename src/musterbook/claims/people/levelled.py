"""A text as names are looked for in it: without breaks inside of sentences and marks inside of words.

In: a text. Out: the same with every line that was merely full joined to the next, and without
soft hyphens, stress marks and characters of no width; and the way back. Never changes a text
that has none of these: most come back as they are.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from musterbook.expressions import regex
from musterbook.records.masking import ALIKE, MARKS

_MARK = regex(f"[{MARKS}]+")
_COMPOSED = {"и\u0306": "й", "И\u0306": "Й", "е\u0308": "ё", "Е\u0308": "Ё"}
_SPLIT = regex(r"(?<!\w)[A-ZА-ЯЁ][a-zа-яё]+-\n(?=[a-zа-яё]{2})")
_LATIN_WITHIN = regex(r"[aceopxyABCEHKMOPTXY](?=[а-яё])|(?<=[а-яё])[aceopxy]")
_NARROWEST, _WIDEST = 30, 160  # characters of lines that are broken because they are full
_ITEM = regex(r"\s*(?:[-–—•*·]|\d{1,3}[.)]|[A-Za-zА-Яа-яЁё ]{2,20}:)\s")


@dataclass(frozen=True, slots=True)
class Levelled:
    """A text that names can be looked for in.

    Attributes:
        text: Without marks and breaks.
        lower: The same in lower case, equally long.
        gaps: Where something was left out: place in `text`, characters left out up to there.
    """

    text: str
    lower: str
    gaps: tuple[tuple[int, int], ...] = ()

    def place(self, at: int) -> int:
        """Where a character of `text` stands in the original."""
        if not self.gaps:
            return at
        number = bisect_right(self.gaps, (at, len(self.text) * 2 + at)) - 1
        return at + (self.gaps[number][1] if number >= 0 else 0)


def level(text: str, lower: str) -> Levelled:
    """Join what was broken, leave out what is not seen.

    Args:
        text: Of a reading.
        lower: The same in lower case, equally long.
    """
    joined = _joined(text)
    if "-\n" in joined:
        for found in _SPLIT.finditer(joined):  # equally long: what breaks a name becomes a mark that is left out
            joined = joined[: found.end() - 2] + "\u00ad\u00ad" + joined[found.end() :]
            lower = lower[: found.end() - 2] + "\u00ad\u00ad" + lower[found.end() :]
    if not joined.isascii():
        joined, lower = _one_script(joined, lower)
    if joined is not text:
        lower = "".join(" " if a == " " and b == "\n" else b for a, b in zip(joined, lower, strict=True))
    if joined.isascii() or not any(mark in joined for mark in MARKS):
        return Levelled(joined, lower)
    for broken, whole in _COMPOSED.items():  # equally long: the mark becomes one that is left out
        joined = joined.replace(broken, whole + "\u00ad")
        lower = lower.replace(broken, whole + "\u00ad")
    gaps: list[tuple[int, int]] = []
    left = 0
    for found in _MARK.finditer(joined):
        gaps.append((found.start() - left, left + len(found[0])))
        left += len(found[0])
    return Levelled(_MARK.sub("", joined), _MARK.sub("", lower), tuple(gaps))


def _one_script(text: str, lower: str) -> tuple[str, str]:
    """Latin letters within Cyrillic words as the Cyrillic ones that they look like."""
    if not _LATIN_WITHIN.search(text):
        return text, lower
    letters = list(text)
    for found in _LATIN_WITHIN.finditer(text):
        letters[found.start()] = found[0].translate(ALIKE)
    made = "".join(letters)
    return made, made.lower() if len(made.lower()) == len(lower) else lower


def _joined(text: str) -> str:
    """The text with a space for each line break that only says that the line was full."""
    lines = text.split("\n")
    if len(lines) < 2:
        return text
    breaks: list[int] = []
    at = begin = 0
    while begin < len(lines):
        end = begin
        while end < len(lines) and lines[end].strip():
            end += 1
        width = max(map(len, lines[begin:end]), default=0)
        for number in range(begin, end):
            line = lines[number]
            following = lines[number + 1] if number + 1 < end else ""
            if following and _NARROWEST <= width <= _WIDEST and _is_full(line, following, width):
                breaks.append(at + len(line))
            at += len(line) + 1
        if end < len(lines):
            at += len(lines[end]) + 1
        begin = end + 1
    if not breaks:
        return text
    parts = list(text)
    for place in breaks:
        parts[place] = " "
    return "".join(parts)


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line had no room in this one."""
    if _ITEM.match(following) or line[-1] in ".!?:;-":
        return False
    return following[0].islower() or len(line) + 1 + len(following.split(" ", 1)[0]) > width
