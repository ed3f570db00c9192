"""A stretch of text around possible values, as tokens with one-letter classes.

In: lower-case text. Out: strips of tokens. Never decides what is a value.

Most of a text has no value in it: `windows` finds the stretches that have a figure or a
number word, a month, a weekday …, and only those are cut into tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from musterbook.claims.values import classes as c
from musterbook.claims.values.lexicon import (
    ABBREVIATIONS,
    APART,
    ENDINGS,
    LOOK,
    SIGNS,
    SKIPPED,
    TOKEN,
    TRIGGER,
    WORDS,
)
from musterbook.expressions import regex

_BEFORE = 40  # characters: "between the ages of approximately " is 34 long
_AFTER = 32  # characters: a unit and its adjective after the last number word
_LONGEST = 24  # characters of figures, separators included: longer ones are codes, not numbers
_REACH = 400  # characters: how far back a window looks for white space
_SPACE = regex(r"\s")
_CAPITALS = frozenset("may march mar sat sun wed mon fri dec jan hr".split())
_HYPHENS = frozenset("-‐‑–")
_ATTACHABLE = (c.CURRENCY, c.SYMBOL, c.TIME, c.YEAR, c.DISTANCE, c.MEASURE, c.PERCENT)
_Row = tuple[str, int, int, object]
_NOTHING: tuple[str, object] = (c.OTHER, None)


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


def windows(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """Half-open stretches, apart from one another, that may hold values."""
    start, end = -1, 0
    for _, at, past in TRIGGER.find_matches_as_indexes(lower):
        if past + _AFTER <= end:
            continue
        if not lower[at].isdigit():
            if lower[past : past + 1].isalpha() or (at and lower[at - 1].isalpha()):
                continue
            if not text[at].isupper() and lower[at:past] in _CAPITALS:
                continue
        if start < 0:
            start = _floor(lower, at)
        elif at - _BEFORE > end:
            yield start, end
            start = max(_floor(lower, at), end)
        if past + _AFTER > end:
            end = _snap(lower, past + _AFTER)
    if start >= 0:
        yield start, end


def _floor(lower: str, at: int) -> int:
    """A place shortly before a trigger where no word is cut."""
    near = at - _BEFORE
    if near <= 0:
        return 0
    least = max(0, near - _REACH)
    return max(lower.rfind(" ", least, near + 1), lower.rfind("\n", least, near + 1), least)


def _snap(lower: str, end: int) -> int:
    """The end of the word that a window's end falls into."""
    found = _SPACE.search(lower, end, end + _REACH)
    return found.start() if found else min(end + _REACH, len(lower))


def cut(text: str, lower: str, start: int, end: int) -> Strip:
    """Cut one window into tokens; words that mean nothing here become one token a run."""
    rows: list[_Row] = []
    last, abbreviated, other = start, False, False
    for found in TOKEN.finditer(lower, start, end):
        at, past = found.span()
        group = found.lastgroup
        if at > last:
            if (gap := lower[last:at]) != " ":
                _fill(rows, gap, last, at, abbreviated)
                other = False
        elif at < last and (past <= last or group != "words"):
            continue
        if group == "words":
            last, abbreviated, other = _add_words(rows, (text, lower), found[0], max(at, last), at, other)
            continue
        last, abbreviated, other = past, False, False
        if group == "sign":
            entry = SIGNS[found[0]]
            rows.append((entry[0], at, past, entry[1]))
        elif group in ("figures", "end"):
            abbreviated = _add_figures(rows, lower, found)
        elif group == "dash":
            rows.append((_dash(lower, at, past), at, past, None))
        elif group == "date":
            rows.append((c.FULL_DATE, at, past, found[0]))
        else:
            rows.append((c.OTHER, at, past, None))
    if last < end and lower[last:end].strip():
        _fill(rows, lower[last:end], last, end, abbreviated)
    if not rows:
        return Strip("", [], [], [])
    kinds, starts, ends, worths = zip(*rows, strict=True)
    return Strip("".join(kinds), list(starts), list(ends), list(worths))


def _add_words(
    rows: list[_Row], texts: tuple[str, str], run: str, reached: int, begin: int, other: bool
) -> tuple[int, bool, bool]:
    """Words with single spaces between them, from where fixed phrases have not reached yet.

    Args:
        rows: Where to add; a run of words that mean nothing here is one token.
        texts: As written, and in lower case.
        run: The words.
        reached: One past what has been read.
        begin: Where the run begins.
        other: Whether the token before is one that means nothing.

    Returns:
        One past what has been read, whether it ends in an abbreviation, and whether in words that mean nothing.
    """
    add, look, (text, lower) = rows.append, LOOK.get, texts
    abbreviated, following = False, begin
    for word in run.split(" "):
        start, end = following, following + len(word)
        following = end + 1
        if start < reached:
            continue
        reached, abbreviated = end, False
        seen = look(word)
        if seen is None:
            if not other:
                add((c.OTHER, start, end, None))
                other = True
            continue
        other = False
        head, meant = seen
        if head and (rest := head.match(lower, end)):
            reached = rest.end()
            meant = WORDS.get(lower[start:reached]) or WORDS.get(" ".join(lower[start:reached].split())) or _NOTHING
            add((meant[0], start, reached, meant[1]))
        elif word == SKIPPED:
            continue
        elif meant and (word not in _CAPITALS or text[start].isupper()):
            add((meant[0], start, end, meant[1]))
            abbreviated = word in ABBREVIATIONS
        else:
            add((c.OTHER, start, end, None))
    return reached, abbreviated, other


def _fill(rows: list[_Row], gap: str, start: int, end: int, abbreviated: bool) -> None:
    """What lies between two tokens: white space makes none, a blank line a break."""
    if abbreviated and gap[0] == ".":
        gap = gap[1:]
    if not gap or gap.isspace():
        if gap.count("\n") > 1:
            rows.append((c.BREAK, start, end, None))
        return
    bare = gap.strip()
    first = start + gap.index(bare) + (end - start - len(gap))
    kind = c.STOP if len(bare) == 1 and not bare.isalnum() else c.OTHER
    rows.append((kind, first, first + len(bare), None))


def _add_figures(rows: list[_Row], lower: str, found: re.Match[str]) -> bool:
    """Figures and what is attached to them; whether that ended in an abbreviation."""
    at, past = found.span("figures")
    ending = found["end"]
    if past - at > _LONGEST or _is_name(lower, at):
        rows.append((c.OTHER, at, found.end(), None))
        return False
    rows.append((c.DIGITS, at, past, read_figures(found["figures"])))
    if not ending:
        return False
    kind, worth = ENDINGS.get(ending) or _attached(ending)
    rows.append((kind, past, found.end(), worth))
    return ending in ABBREVIATIONS


def _is_name(lower: str, at: int) -> bool:
    """Whether figures belong to the letters before them: T-72, BARS-9, A4."""
    before = lower[at - 1 : at]
    if not before or before.isspace():
        return False
    if before in _HYPHENS and at > 1:
        at -= 1
        before = lower[at - 1 : at]
    if not before.isalpha():
        return False
    start = at - 1
    while start > 0 and at - start < 8 and lower[start - 1].isalpha():
        start -= 1
    return lower[start:at] not in APART


def _attached(ending: str) -> tuple[str, object]:
    """A word attached to figures counts only as a unit: 20km, 300руб."""
    entry = WORDS.get(ending)
    if entry and entry[0] in _ATTACHABLE:
        return entry
    return _NOTHING


def _dash(lower: str, at: int, past: int) -> str:
    """Attached on both sides, or with white space, or a stop (a dash of several characters)."""
    if past - at > 1:
        return c.STOP
    if lower[at - 1 : at].isspace() or lower[past : past + 1].isspace():
        return c.DASH
    return c.HYPHEN


def read_figures(text: str) -> Figure:
    """The number that figures mean; a group of three after a comma or point is thousands.

    >>> read_figures("1,000").value, read_figures("1,5").value
    (1000.0, 1.5)
    """
    if text.isdigit():
        return Figure(float(text), 1.0, text)
    plain = "".join(ch for ch in text if ch in "0123456789,.")
    if plain != text:  # white space or apostrophes part the thousands
        return Figure(float(plain.replace(",", ".")), 1.0, text)
    whole, *rest = plain.replace(",", ".").split(".")
    if all(len(r) == 3 for r in rest) and whole.lstrip("0"):
        return Figure(float(whole + "".join(rest)), 1.0, text)
    if len(rest) == 1:
        return Figure(float(f"{whole}.{rest[0]}"), 1.0, text)
    return Figure(float(whole + "".join(rest[:-1]) + "." + rest[-1]), 1.0, text)
