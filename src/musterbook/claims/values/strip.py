"""A stretch of text around possible values, as tokens with one-letter classes.

In: lower-case text. Out: strips of tokens. Never decides what is a value.

Most of a text has no value in it: `windows` finds the stretches that have a figure or a
number word, a month, a weekday …, and only those are cut into tokens.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from musterbook.claims.values import classes as c
from musterbook.claims.values.lexicon import (
    ABBREVIATIONS,
    ENDINGS,
    SIGNS,
    TOKEN,
    TRIGGER,
    WORDS,
)

_BEFORE = 48  # characters: "between the ages of approximately " is 34 long
_AFTER = 56  # characters: unit, currency and "включительно" after the last number word
_REACH = 400  # characters: how far back a window looks for white space
_SHORT = frozenset("may march mar sat sun wed mon fri dec jan second".split())
_SKIPPED = frozenset(("the",))


@dataclass(frozen=True, slots=True)
class Strip:
    """Tokens of one stretch: four lists of equal length.

    Attributes:
        kinds: One class letter a token.
        starts: First code point of each.
        ends: One past the last of each.
        worths: What each is worth, by class.
    """

    kinds: str
    starts: list[int]
    ends: list[int]
    worths: list[object]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written in figures or words.

    Attributes:
        value: The number.
        scale: The last multiplier in it (1,000 in "40 thousand"), else 1.
        text: The figures, or empty for words.
    """

    value: float
    scale: float = 1.0
    text: str = ""


def windows(lower: str) -> Iterator[tuple[int, int]]:
    """Half-open stretches, apart from one another, that may hold values."""
    start = end = -1
    for found in TRIGGER.finditer(lower):
        at = found.start()
        if at > end:
            if start >= 0:
                yield start, _snap(lower, end)
            start = max(_floor(lower, at), _snap(lower, end) if end >= 0 else 0)
        end = found.end() + _AFTER
    if start >= 0:
        yield start, _snap(lower, end)


def _floor(lower: str, at: int) -> int:
    """A place shortly before a trigger where no word is cut."""
    near = max(0, at - _BEFORE)
    if near == 0:
        return 0
    least = max(0, near - _REACH)
    return max(lower.rfind(" ", least, near + 1), lower.rfind("\n", least, near + 1), least)


def _snap(lower: str, end: int) -> int:
    """The end of the word that a window's end falls into."""
    if end >= len(lower):
        return len(lower)
    at = lower.find(" ", end, end + _REACH)
    return at if at >= 0 else min(end + _REACH, len(lower))


def cut(text: str, lower: str, start: int, end: int) -> Strip:
    """Cut one window into tokens; "the" and the stops of abbreviations make none."""
    kinds: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    worths: list[object] = []
    abbreviated = -1
    known = WORDS.get
    for found in TOKEN.finditer(lower, start, end):
        group = found.lastgroup
        at, past = found.span()
        kind: str = c.OTHER
        worth: object = None
        if group == "word":
            word = found["word"]
            if word in _SKIPPED:
                continue
            if (entry := known(word)) is not None and (word not in _SHORT or _capital(text, at, word)):
                kind, worth = entry
            if word in ABBREVIATIONS and lower.startswith(".", past):
                abbreviated = past
        elif group == "sign":
            if at == abbreviated:
                continue
            kind, worth = SIGNS.get(found[0], (c.STOP, None))
        elif group == "phrase":
            kind, worth = _phrase(found[0])
        elif group in ("figures", "end"):
            past = found.end("figures")
            figure = read_figures(found["figures"])
            kinds.append(c.DIGITS)
            starts.append(at)
            ends.append(past)
            worths.append(figure)
            if group == "figures":
                continue
            at, past = past, found.end()
            ending = found["end"]
            kind, worth = ENDINGS.get(ending) or _attached(ending)
            if ending in ABBREVIATIONS and lower.startswith(".", past):
                abbreviated = past
        elif group == "dash":
            kind = _dash(lower, at, past)
        elif group == "break":
            kind = c.BREAK
        elif group == "date":
            kind, worth = c.FULL_DATE, found[0]
        kinds.append(kind)
        starts.append(at)
        ends.append(past)
        worths.append(worth)
    return Strip("".join(kinds), starts, ends, worths)


def _capital(text: str, at: int, word: str) -> bool:
    """Words that are months or weekdays only with a capital; "second" never is one of these."""
    return word == "second" or text[at : at + 1].isupper()


def _phrase(phrase: str) -> tuple[str, object]:
    """The entry of a phrase, whatever white space it was written with."""
    return WORDS.get(phrase) or WORDS.get(" ".join(phrase.split())) or (c.OTHER, None)


def _attached(ending: str) -> tuple[str, object]:
    """A word attached to figures counts only as a unit: 20km, 300руб."""
    entry = WORDS.get(ending)
    if entry and entry[0] in (c.CURRENCY, c.TIME, c.YEAR, c.DISTANCE, c.MEASURE, c.PERCENT):
        return entry
    return c.OTHER, None


def _dash(lower: str, at: int, past: int) -> str:
    """Attached on both sides, or with white space, or a stop (a dash of several characters)."""
    if past - at > 1:
        return c.STOP
    before = lower[at - 1 : at]
    after = lower[past : past + 1]
    if before.isspace() or after.isspace():
        return c.DASH
    return c.HYPHEN


def read_figures(text: str) -> Figure:
    """The number that figures mean; a group of three after a comma or point is thousands.

    >>> read_figures("1,000").value, read_figures("1,5").value
    (1000.0, 1.5)
    """
    plain = "".join(ch for ch in text if ch in "0123456789,.")
    if plain != text:  # white space or apostrophes part the thousands
        return Figure(float(plain.replace(",", ".")), 1.0, text)
    if plain.isdigit():
        return Figure(float(plain), 1.0, text)
    whole, *rest = plain.replace(",", ".").split(".")
    if all(len(r) == 3 for r in rest) and whole.lstrip("0"):
        return Figure(float(whole + "".join(rest)), 1.0, text)
    if len(rest) == 1:
        return Figure(float(f"{whole}.{rest[0]}"), 1.0, text)
    return Figure(float(whole + "".join(rest[:-1]) + "." + rest[-1]), 1.0, text)
