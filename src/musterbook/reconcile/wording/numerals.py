"""Numbers in words, and lengths of time in one word.

In: where words of two lists stand in a text. Out: `Member` records, whose ids are numbers. Never takes the parts of a
number for numbers, nor a number before thousands for a small one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from musterbook.reconcile.wording.closed import Member
from musterbook.reconcile.wording.figures import FIGURE, times

FEW, TERM, PERIOD = "few", "term", "period"
_TEN, _HUNDRED = 10.0, 100.0
_OF = "_of_"  # in the name of a group of the list of terms, between the number and the unit


def in_words(found: Iterable[re.Match[str]], text: str) -> Iterator[Member]:
    """Numbers in words, those of several words as one: forty-two, seven thousand.

    Args:
        found: Where words of the list of small numbers stand, in order; their groups are called n and the number.
        text: That they stand in.
    """
    last: Member | None = None
    for match in found:
        number = Member(FEW, f"{_number(str(match.lastgroup)):.10g}", *match.span())
        if last and number.start == last.end + 1 and _goes_on(float(last.id), float(number.id)):
            last = Member(FEW, f"{float(last.id) + float(number.id):.10g}", last.start, number.end)
            continue
        if last:
            yield _multiplied(last, text)
        last = number
    if last:
        yield _multiplied(last, text)


def _number(group: str) -> float:
    """The number that a group is called by: n1_5 is one and a half."""
    return float(group.removeprefix("n").replace("_", "."))


def _goes_on(one: float, next_: float) -> bool:
    """Whether a number is the rest of the one before: five of forty-five."""
    tens = one >= 2 * _TEN and one % _TEN == 0
    return tens and next_ < (_HUNDRED if one % _HUNDRED == 0 else _TEN)


def _multiplied(number: Member, text: str) -> Member:
    power, end = times(text, number.end)
    if power == 1:
        return number
    return Member(FEW, f"{float(number.id) * power:.10g}", number.start, end)


def in_one_word(found: Iterable[re.Match[str]]) -> Iterator[Member]:
    """The number and the unit of lengths of time in one word: half a year, a three-year contract in Russian."""
    for match in found:
        group = str(match.lastgroup)
        number, _, unit = group.partition(_OF)
        end = match.end(group)
        yield Member(FIGURE, f"{_number(number):.10g}", match.start(), end)
        yield Member(PERIOD, unit.removesuffix("s"), end, match.end())
