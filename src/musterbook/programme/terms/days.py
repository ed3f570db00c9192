"""The calendar that terms are computed by: spans of days, months of pay, ends of contracts, ages.

In: dates and durations. Out: dates, whole numbers of days, exact fractions of months. Never rounds, and never
asks the clock.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from musterbook.expressions import regex

_DAY = dt.timedelta(days=1)
_ISO = regex(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?\Z")
_WORDS = regex(r"(\d+)\s*-?\s*(d|day|days|w|week|weeks|m|month|months|y|year|years)\Z", re.IGNORECASE)
_CYCLE = 4  # years after which the lengths of months repeat


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days from the first to the last, both counted.

    Attributes:
        first: The first day.
        last: The last day; before the first where there is none.
    """

    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        """How many days there are, both ends counted.

        >>> Span(dt.date(2026, 3, 1), dt.date(2026, 6, 8)).days
        100
        """
        return max(0, (self.last - self.first).days + 1)

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first} to {self.last}"


@dataclass(frozen=True, slots=True, order=True)
class Duration:
    """A length of time, in months or in days, as its source counts it.

    Attributes:
        months: Calendar months.
        days: Days beside them.
    """

    months: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read ``P6M``, ``P1Y6M``, ``P180D`` or ``6 months``, ``12m``, ``180 days``.

        Raises:
            ValueError: It is none of these, or nothing long.

        >>> Duration.parse("P1Y") == Duration.parse("12 months")
        True
        """
        plain = str(text).strip()
        found, said = _ISO.match(plain.upper()), _WORDS.match(plain)
        if found and any(found.groups()):
            years, months, weeks, days = (int(g or 0) for g in found.groups())
        elif said:
            unit = said[2][0].lower()
            years, months, weeks, days = (int(said[1]) if unit == u else 0 for u in "ymwd")
        else:
            raise ValueError(f"no length of time: {text!r}; give it as P6M, P180D, '12 months' or '180 days'")
        length = cls(12 * years + months, 7 * weeks + days)
        if length == cls():
            raise ValueError(f"a length of time of nothing: {text!r}; give at least a day")
        return length

    @property
    def reach(self) -> tuple[int, int]:
        """Between how many days it may last, over all months in which it may begin.

        >>> Duration(6).reach, Duration(2).reach, Duration(0, 180).reach, Duration(12).reach
        ((181, 184), (59, 62), (180, 180), (365, 366))
        """
        least, most = _lengths(self.months)
        return least + self.days, most + self.days

    def __str__(self) -> str:
        parts = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in ((self.months, "month"), (self.days, "day")) if n]
        return " and ".join(parts)


@lru_cache(maxsize=64)
def _lengths(months: int) -> tuple[int, int]:
    starts = [dt.date(2000 + y, m, 1) for y in range(_CYCLE) for m in range(1, 13)]
    runs = [(months_on(s, months) - s).days for s in starts]
    return min(runs), max(runs)


def months_on(day: dt.date, months: int) -> dt.date:
    """The same day some months later or earlier; the last of the month where it has no such day.

    >>> months_on(dt.date(2026, 8, 31), 6), months_on(dt.date(2028, 2, 29), 12)
    (datetime.date(2027, 2, 28), datetime.date(2029, 2, 28))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_day(first: dt.date, length: Duration) -> dt.date:
    """The last day of a term: the day before the same date; where there is no such date, the last of the month.

    >>> last_day(dt.date(2026, 3, 1), Duration(12)), last_day(dt.date(2026, 8, 31), Duration(6))
    (datetime.date(2027, 2, 28), datetime.date(2027, 2, 28))
    """
    after = months_on(first, length.months)
    if length.months and after.day < first.day:
        after += _DAY
    return after + dt.timedelta(days=length.days - 1)


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order; those that overlap or touch are made one, so that a day counts once.

    >>> a, b = Span(dt.date(2026, 1, 1), dt.date(2026, 1, 9)), Span(dt.date(2026, 1, 5), dt.date(2026, 1, 12))
    >>> [s.days for s in united([b, a])]
    [12]
    """
    out: list[Span] = []
    for span in sorted(s for s in spans if s.days):
        if out and span.first <= out[-1].last + _DAY:
            out[-1] = Span(out[-1].first, max(out[-1].last, span.last))
        else:
            out.append(span)
    return tuple(out)


def within(spans: Iterable[Span], bounds: Span) -> tuple[Span, ...]:
    """The parts of spans that lie between bounds."""
    cut = (Span(max(s.first, bounds.first), min(s.last, bounds.last)) for s in spans)
    return tuple(s for s in cut if s.days)


def counted(spans: Iterable[Span]) -> int:
    """How many days spans have together, each day once."""
    return sum(s.days for s in united(spans))


def cut(span: Span, days: Iterable[dt.date]) -> Iterator[Span]:
    """The pieces of a span, a new one beginning on each of the days."""
    starts = sorted({span.first, *(d for d in days if span.first < d <= span.last)})
    for first, following in zip(starts, [*starts[1:], span.last + _DAY], strict=True):
        yield Span(first, following - _DAY)


def calendar_months(span: Span) -> Fraction:
    """Months of pay by the calendar: in each month the days paid, over the days that it has.

    >>> calendar_months(Span(dt.date(2026, 3, 1), dt.date(2026, 6, 8)))
    Fraction(49, 15)
    """
    total = Fraction(0)
    day = span.first
    while day <= span.last:
        length = calendar.monthrange(day.year, day.month)[1]
        last = min(span.last, day.replace(day=length))
        total += Fraction((last - day).days + 1, length)
        day = last + _DAY
    return total


def whole_months(first: dt.date, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The months, counted from a first day, of which every day lies in the spans."""
    runs = united(spans)
    out: list[Span] = []
    number, start = 1, first
    while runs and start <= runs[-1].last:
        month = Span(start, last_day(first, Duration(number)))
        if any(r.first <= month.first and month.last <= r.last for r in runs):
            out.append(month)
        number, start = number + 1, month.last + _DAY
    return tuple(out)


def age_on(born: dt.date, day: dt.date, leap: str = "28-02") -> int:
    """Full years of age on a day; the birthday itself counts.

    Args:
        born: Date of birth.
        day: The day asked about.
        leap: Whether who was born on 29 February has the birthday of an ordinary year on ``28-02`` or ``01-03``.

    >>> age_on(dt.date(1974, 6, 8), dt.date(2026, 6, 7)), age_on(dt.date(1974, 6, 8), dt.date(2026, 6, 8))
    (51, 52)
    """
    years = day.year - born.year
    birthday = months_on(born, 12 * years)
    if leap == "01-03" and birthday.day < born.day:
        birthday += _DAY
    return years - (day < birthday)


def period_of(day: dt.date, length: Duration, by: str) -> tuple[Span, str]:
    """The time over which a limit "per" something is counted, and its name.

    Args:
        day: The day asked about.
        length: Per how long.
        by: ``calendar`` or ``any12``: a year of the calendar, or as long a time that ends on the day.
    """
    if by == "calendar" and length == Duration(12):
        return Span(dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)), f"the calendar year {day.year}"
    if by == "calendar" and length == Duration(1):
        last = calendar.monthrange(day.year, day.month)[1]
        return Span(day.replace(day=1), day.replace(day=last)), f"the calendar month {day:%Y-%m}"
    first = months_on(day + _DAY, -length.months) - dt.timedelta(days=length.days)
    return Span(first, day), f"the {length} up to {day}"


def money(value: Fraction) -> str:
    """A sum to the kopeck, half a kopeck upwards (away from zero); the only place that rounds.

    >>> money(Fraction(200000) * 265 / 365), money(Fraction(1, 200)), money(Fraction(-5))
    ('145205.48', '0.01', '-5.00')
    """
    kopecks = (abs(value) * 200 + 1) // 2
    return f"{'-' if value < 0 and kopecks else ''}{kopecks // 100}.{kopecks % 100:02d}"
