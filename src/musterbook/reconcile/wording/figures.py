"""Figures in digits, wherever a text has them.

In: a text. Out: `Member` records of the list ``count``, whose ids are numbers. Never says what they count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from musterbook.expressions import regex
from musterbook.reconcile.wording.closed import Member

FIGURE = "count"

_NUMBER = regex(
    r"(?<![\w.,:])\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+(?![\d])|(?<![\w.,:])\d+(?:[.,]\d{1,2}(?!\d))?(?![\w]|:\d)"
)
_TIMES = regex(
    r"[ \u00a0\u202f](?:(?P<thousand>тыс\.|тыс(?:яч\w*)?|thousand)|(?P<million>млн\.?|миллион\w*|million)|"
    r"(?P<billion>млрд\.?|миллиард\w*|billion))(?!\w)",
    re.I,
)
_UP_TO = regex(r"(?:\s?[–—-]\s?|\s(?:to|до)\s)(?=\d)")  # between the two ends of a range
_LONG, _YEARS = 100, range(1990, 2100)  # a figure from which on it is not there by chance; those any text has
_POWERS = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


def figures_in(text: str) -> Iterator[Member]:
    """Every figure of a text, thousands and millions reckoned in; its id is the number."""
    for number in _NUMBER.finditer(text):
        broken = re.fullmatch(r"\d+[.,]\d{1,2}", number[0])
        value = float(number[0].replace(",", ".")) if broken else float(re.sub(r"\D", "", number[0]))
        power, end = times(text, number.end())
        if power == 1:
            power = _shared(text, number.end(), value)
        yield Member(FIGURE, f"{value * power:.10g}", number.start(), end)


def _shared(text: str, at: int, value: float) -> int:
    """What multiplies both ends of a range, where it stands after the second: from 80 to 150 thousand."""
    between = _UP_TO.match(text, at)
    last = _NUMBER.match(text, between.end()) if between else None
    if last is None or not last[0].replace(",", ".").replace(".", "", 1).isdigit():
        return 1
    return times(text, last.end())[0] if value < float(last[0].replace(",", ".")) else 1


def times(text: str, at: int) -> tuple[int, int]:
    """By how much the word at a place multiplies the number before it, and where that ends: 1 where none stands there.

    Args:
        text: That the number stands in.
        at: Where it ends.
    """
    found = _TIMES.match(text, at)
    return (_POWERS[str(found.lastgroup)], found.end()) if found else (1, at)


def is_large(figure: str) -> bool:
    """Whether a figure, by its id, seldom stands in two texts by chance."""
    value = float(figure)
    return value >= _LONG and value not in _YEARS
