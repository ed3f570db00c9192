"""Counts as tables write them.

In: a cell and its unit. Out: a count, or that it is not known, or why it is no count. Never takes
a dash for zero, rounds a broken person, or guesses where a mark may be a decimal or a thousands one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from musterbook.expressions import regex
from musterbook.records.ledger import PERCENT, PERSONS
from musterbook.records.table import Cell

THOUSANDS = "thousands"
MOST = 200_000_000
"""Persons: more than any country of the region has people; a larger figure is an error."""

_FOOTNOTE = regex(r"(?<=\d)[\s\u00a0]*(?:\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\)?)\Z")
_SUFFIX = regex(r"\s*(?:чел\.?|человек[а]?|persons?|people|pers\.?)\Z", re.I)
_SPACES = "[ \u00a0\u2009\u202f\u2007]"
_GROUPED = regex(rf"\d{{1,3}}(?:(?P<mark>{_SPACES}|[,.'’])\d{{3}})(?:(?P=mark)\d{{3}})*\Z", re.A)
_PLAIN = regex(r"\d+\Z", re.A)
_DECIMAL = regex(r"(\d+)[.,](\d+)\Z", re.A)
_BOTH = regex(rf"(\d{{1,3}}(?:(?:{_SPACES}|[.'’])\d{{3}})+),(\d+)\Z|(\d{{1,3}}(?:[,'’]\d{{3}})+)\.(\d+)\Z", re.A)
_NOT_DIGIT = regex(r"\D")


@dataclass(frozen=True, slots=True)
class Count:
    """What a cell says.

    Attributes:
        value: Persons, or per cent; None where not known.
        fault: Why it is no count, in words; empty where it is one.
        known: False where the cell says that nothing is known.
    """

    value: int | float | None = None
    fault: str = ""
    known: bool = True


def is_number(cell: Cell, unknown: frozenset[str]) -> bool:
    """Whether a cell may be a figure: a number, a mark for an unknown one, or a formula."""
    if cell.date:
        return False
    if cell.number is not None or cell.fault:
        return True
    words = _clean(cell.words)
    return words.casefold() in unknown or bool(words[:1].isdigit() and _read(words.rstrip(" %"), PERCENT) is not None)


def read_count(cell: Cell, unit: str, unknown: frozenset[str]) -> Count:
    """Read a cell.

    Args:
        cell: The cell.
        unit: `PERSONS`, `PERCENT` or `THOUSANDS` (of persons).
        unknown: What stands where nothing is known, in small letters.

    >>> read_count(Cell(1, "1 234"), PERSONS, frozenset()).value
    1234
    >>> read_count(Cell(1, "н/д"), PERSONS, frozenset({"н/д"}))
    Count(value=None, fault='', known=False)
    """
    if cell.fault:
        return Count(fault="the formula was never calculated" if cell.fault == "formula" else "an error")
    words = _clean(cell.words)
    if words.casefold() in unknown:
        return Count(known=False)
    if cell.date:
        return Count(fault="a date")
    if unit == PERCENT or words.endswith("%"):
        return _percent(cell, words, unit)
    if cell.number is not None:
        return _whole(cell.number * (1000 if unit == THOUSANDS else 1))
    value = _read(words, unit)
    if value is None:
        return Count(fault=_why(words, unit))
    return _whole(value * (1000 if unit == THOUSANDS else 1))


def _clean(words: str) -> str:
    text = _FOOTNOTE.sub("", words.strip().strip("\u00a0\u202f"))
    return _SUFFIX.sub("", unicodedata.normalize("NFC", text)).strip()


def _percent(cell: Cell, words: str, unit: str) -> Count:
    if unit != PERCENT:
        return Count(fault="a percentage, where persons are counted")
    if cell.percent and cell.number is not None:
        return Count(round(cell.number * 100, 6))
    value = cell.number if cell.number is not None else _read(words.rstrip("% \u00a0"), PERCENT)
    return Count(fault=_why(words, unit)) if value is None or value < 0 else Count(round(value, 6))


def _read(words: str, unit: str) -> float | None:
    """The number of a text, or None."""
    if not words.isascii() and unicodedata.normalize("NFKC", words) != words:
        spaced = re.sub(_SPACES, " ", words).replace("’", "'")
        if not spaced.isascii():
            return None
        words = spaced
    if _PLAIN.match(words):
        return float(words)
    both = _BOTH.match(words)
    if both:
        whole, rest = (both[1], both[2]) if both[1] else (both[3], both[4])
        return float(f"{_NOT_DIGIT.sub('', whole)}.{rest}")
    grouped = _GROUPED.match(words)
    if grouped:
        several = words.count(grouped["mark"]) > 1
        if words[0] == "0" and not several and grouped["mark"] in ",.":
            return float(words.replace(",", "."))
        if unit == PERSONS or several or grouped["mark"] not in ",.":
            return float(_NOT_DIGIT.sub("", words))
        return float(words.replace(",", ".")) if grouped["mark"] == "." or unit == PERCENT else None
    decimal = _DECIMAL.match(words)
    return float(f"{decimal[1]}.{decimal[2]}") if decimal else None


def _whole(value: float) -> Count:
    """A count of persons from a number."""
    nearest = round(value) if abs(value) < 1e15 else 0
    if value != value or value < 0:
        return Count(fault="less than nothing")
    if value > MOST:
        return Count(fault=f"more than {MOST:,} people")
    if abs(value - nearest) > 1e-6:
        return Count(fault="not a whole number of people")
    return Count(nearest)


def _why(words: str, unit: str) -> str:
    if unit == THOUSANDS and _GROUPED.match(words):
        return "the comma may mark decimals or thousands"
    return "no number"
