"""Partial dates from days, months, weekdays and relative words, seen from the day of publication.

In: what the text names, the publication date, what the sentence says of past and future.
Out: partial dates, or None where only a guess could tell. Never reads text.
"""

from __future__ import annotations

import datetime as dt

from musterbook.records import PartialDate

_AHEAD = 60  # days after publication to which a date without a year may belong by default
_FARTHEST = 304  # days, about ten months: how far ahead a future date without a year may lie


def exact(year: int, month: int = 0, day: int = 0) -> PartialDate | None:
    """The partial date, or None where the calendar has no such day."""
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def nearest(month: int, day: int, published: PartialDate | None, tense: str) -> PartialDate | None:
    """A day or month without a year, in the year that a reader would understand.

    Args:
        month: 1–12.
        day: 1–31, or 0 for a month as a whole.
        published: Seen from when; without it no year can be told.
        tense: ``future``, ``past``, ``near`` (a limit: whichever is nearer) or empty.

    Returns:
        The latest such date not after publication and sixty days, unless the tense says
        otherwise.
    """
    if published is None:
        return None
    if published.precision == "year":
        return exact(published.year, month, day)
    today = published.latest if published.precision == "month" else published.earliest
    around = [d for y in (-1, 0, 1) if (d := exact(today.year + y, month, day))]
    if not around:
        return None
    if tense == "near":
        return min(around, key=lambda d: abs((d.earliest - today).days))
    ahead = [d for d in around if d.latest >= today]
    behind = [d for d in around if d.earliest <= today]
    if tense == "future" and ahead:
        days = (ahead[0].earliest - today).days
        if days <= _FARTHEST and (not behind or days < (today - behind[-1].earliest).days or behind[-1] == ahead[0]):
            return ahead[0]
    limit = 0 if tense == "past" else _AHEAD
    fitting = [d for d in around if (d.earliest - today).days <= limit]
    return fitting[-1] if fitting else None


def weekday(number: int, published: PartialDate | None, which: str) -> PartialDate | None:
    """The date of a weekday.

    Args:
        number: 0 for Monday.
        published: A full date, else nothing can be told.
        which: Empty for the latest not after publication, ``last``, ``past``, ``next``, ``this``;
            or a number of weeks from that of publication, as text.
    """
    if published is None or not published.day:
        return None
    today = published.earliest.weekday()
    back = (today - number) % 7
    if which == "this":
        days = number - today
    elif which.lstrip("-").isdigit():
        days = number - today + 7 * int(which)
    elif which == "next":
        days = (number - today - 1) % 7 + 1
    elif which in ("last", "past") and back == 0:
        days = -7
    elif which == "last" and back < 4 and number < today:
        days = -back - 7  # nobody calls the day before yesterday "last Tuesday"
    else:
        days = -back
    return shift_days(published, days)


def shift_days(published: PartialDate | None, days: int) -> PartialDate | None:
    """So many days from publication."""
    if published is None or not published.day:
        return None
    try:
        return PartialDate.of(published.earliest + dt.timedelta(days=days))
    except OverflowError:
        return None


def shift_period(published: PartialDate | None, unit: str, step: int) -> PartialDate | None:
    """As in "last year", "this month": the year or month so many steps from publication."""
    if published is None:
        return None
    if unit == "Y":
        return exact(published.year + step)
    if not published.month:
        return None
    index = published.year * 12 + published.month - 1 + step
    return exact(index // 12, index % 12 + 1)
