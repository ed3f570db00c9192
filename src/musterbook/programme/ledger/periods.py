"""Weeks and other periods as heads and labels of tables write them.

In: a text, and what is known about years and the order of day and month. Out: the first and the
last day, or what is missing. Never takes one of two possible periods.

Weeks run from Monday to Sunday and are numbered as in ISO 8601, which GOST R 7.0.64 follows.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from musterbook.expressions import regex

_MONTHS = (
    r"(?:янв(?:ар[ьяею]м?)?|jan(?:uary)?)\b", r"(?:фев(?:р(?:ал[ьяею]м?)?)?|feb(?:ruary)?)\b",
    r"(?:март?[аеу]?|мартом|mar(?:ch)?)\b", r"(?:апр(?:ел[ьяею]м?)?|apr(?:il)?)\b", r"(?:ма[йяюе]|маем|may)\b",
    r"(?:июн[ьяею]м?|jun(?:e)?)\b", r"(?:июл[ьяею]м?|jul(?:y)?)\b", r"(?:авг(?:уст[аеу]?|устом)?|aug(?:ust)?)\b",
    r"(?:сен(?:т(?:ябр[ьяею]м?)?)?|sept?(?:ember)?)\b", r"(?:окт(?:ябр[ьяею]м?)?|oct(?:ober)?)\b",
    r"(?:ноя(?:б(?:р[ьяею]м?)?)?|nov(?:ember)?)\b", r"(?:дек(?:абр[ьяею]м?)?|dec(?:ember)?)\b",
)  # fmt: skip
_MONTH = rf"(?P<{{0}}>{'|'.join(_MONTHS)})\.?"
_YEAR = r"(?P<{0}>20\d\d)"
_ISO_DAY = regex(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_NUMBERS = regex(r"(?<![\d.])(\d{1,2})([./])(\d{1,2})(?:\2(20\d\d|\d\d))?(?![\d]|\.\d)")
_DAYS = regex(r"(?<![\d.])(\d{1,2})\s*-\s*(\d{1,2})[.](\d{1,2})(?:[.](20\d\d|\d\d))?(?!\d)")
_WORDED = regex(
    rf"(?<!\d)(\d{{1,2}})(?:\s*(?:-|по|to|until)\s*(\d{{1,2}}))?(?:st|nd|rd|th)?\s+{_MONTH.format('month')}"
    rf"(?:[\s,]+{_YEAR.format('year')})?"
)
_MONTH_FIRST = regex(
    rf"\b{_MONTH.format('month')}\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?:-|to)\s*(\d{{1,2}}))?(?!\d)"
    rf"(?:[\s,]+{_YEAR.format('year')})?"
)
_ISO_WEEK = regex(r"\b(20\d\d)[-\s]?w\s?(\d{1,2})\b|\bw\s?(\d{1,2})[\s,/-]+(20\d\d)\b|\bw(\d{1,2})\b")
_WEEK_NUMBER = regex(
    r"(?<![\d.])(\d{1,2})(?:\s*-?\s*(?:ая|я|й|th|st|nd|rd))?\s*(?:календарн\w*|отчетн\w*)?\s*(?:нед\w*|weeks?|wk)\b"
    r"|\b(?:нед\w*|weeks?|wk)\.?\s*(?:№|no\.?|#)?\s*(\d{1,2})(?!\d|[./]\d)"
)
_WEEK = regex(r"\b(?:нед\w*|weeks?|wk|w/c|w/e)\b|w/c|w/e")
_MONTH_YEAR = regex(rf"\b{_MONTH.format('month')}(?:\s+{_YEAR.format('year')})?(?!\s*\d)")
_MONTH_NUMBER = regex(r"(?<![\d.])(?:(20\d\d)[-.](\d\d)|(\d\d)[./](20\d\d))(?![\d.-])")
_QUARTER = regex(r"\b(?:q\s?([1-4])|([1-4]|iv|i{1,3})(?:-?й)?\s*(?:кв\w*|quarter))\b")
_ANY_YEAR = regex(r"(?<![\d.-])(20\d\d)(?![\d-])")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_DASHES = regex("[‐‑‒–—−]")


@dataclass(frozen=True, slots=True)
class Span:
    """A period, or why it is none.

    Attributes:
        first: ISO date of its first day; empty where not sure.
        last: ISO date of its last day.
        fault: What is missing, and what to write into the mapping; empty where it is sure.
    """

    first: str = ""
    last: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What helps to read periods.

    Attributes:
        year: Of weeks and days that do not say it; 0 where not known.
        until: ISO date by which the table was published; the latest such week that had begun is meant.
        order: ``dmy`` or ``mdy`` for dates with slashes; empty where not known.
        weekly: The table counts by weeks: a single day stands for its week.
    """

    year: int = 0
    until: str = ""
    order: str = ""
    weekly: bool = False


def years_in(text: str) -> set[int]:
    """The years that a text names."""
    return {int(y) for y in _ANY_YEAR.findall(text)} | {int(y) for y, _, _ in _ISO_DAY.findall(text)}


def read_period(text: str, calendar: Calendar) -> Span | None:
    """Read a text.

    Args:
        text: A head, a label, a title.
        calendar: What is known besides.

    Returns:
        The period; None where the text names none.

    >>> read_period("с 03.11 по 09.11", Calendar(year=2025))
    Span(first='2025-11-03', last='2025-11-09', fault='')
    >>> read_period("45 неделя 2025 года", Calendar()) == read_period("2025-W45", Calendar())
    True
    """
    low = _DASHES.sub("-", text.casefold().replace("ё", "е").replace("\u00a0", " ")).strip()
    if not any(c.isdigit() for c in low) and not _MONTH_YEAR.search(low):
        return None
    found = _days(low, calendar)
    if isinstance(found, Span):
        return found
    if found:
        return _between(found, low, calendar)
    return _week(low, calendar) or _longer(low, calendar)


def week_of(number: int, calendar: Calendar, text: str = "") -> Span:
    """A week by its number; the year is the text's own, the table's, or follows from its publication."""
    own = years_in(text)
    year = own.pop() if len(own) == 1 else calendar.year
    if not year and calendar.until:
        until = dt.date.fromisoformat(calendar.until)
        begun = (_monday(y, number) for y in (until.year, until.year - 1))
        year = next((m.isocalendar().year for m in begun if m and m <= until), 0)
    if not year:
        return Span(fault=f"the year of week {number} is not given; write year: YYYY")
    monday = _monday(year, number)
    if monday is None:
        return Span(fault=f"{year} has no week {number}; write period: FIRST/LAST for it")
    return Span(monday.isoformat(), (monday + dt.timedelta(days=6)).isoformat())


def _monday(year: int, number: int) -> dt.date | None:
    try:
        return dt.date.fromisocalendar(year, number, 1)
    except ValueError:
        return None


_Day = tuple[int, int, int]  # year (0: not given), month, day


def _days(low: str, calendar: Calendar) -> list[_Day] | Span:
    """All days that a text names, in order; or why they cannot be told."""
    placed: list[tuple[int, _Day]] = [(m.start(), (int(m[1]), int(m[2]), int(m[3]))) for m in _ISO_DAY.finditer(low)]
    rest = _ISO_DAY.sub(lambda m: " " * len(m[0]), low)
    for m in _DAYS.finditer(rest):
        year = _year(m[4])
        placed += [(m.start(), (year, int(m[3]), int(m[1]))), (m.start() + 1, (year, int(m[3]), int(m[2])))]
    rest = _DAYS.sub(lambda m: " " * len(m[0]), rest)
    for m in _NUMBERS.finditer(rest):
        one, two = int(m[1]), int(m[3])
        if m[2] == "/" and calendar.order != "dmy" and one != two:
            if calendar.order == "mdy" or two > 12:
                one, two = two, one
            elif one <= 12:
                return Span(fault=f"{m[0]!r} may be day/month or month/day; write dates: dmy or dates: mdy")
        placed.append((m.start(), (_year(m[4]), two, one)))
    for form in (_WORDED, _MONTH_FIRST):
        for m in form.finditer(rest):
            month = next(n for n, names in enumerate(_MONTHS, 1) if re.match(names, m["month"]))
            groups = [g for g in m.groups() if g and g.isdigit() and len(g) <= 2]
            year = int(m["year"] or 0)
            placed += [(m.start() + n, (year, month, int(day))) for n, day in enumerate(groups)]
        rest = form.sub(lambda m: " " * len(m[0]), rest)
    return [day for _, day in sorted(placed)]


def _year(text: str | None) -> int:
    return 0 if not text else int(text) if len(text) == 4 else 2000 + int(text)


def _between(days: list[_Day], low: str, calendar: Calendar) -> Span | None:
    if len(days) > 2:
        return Span(fault="more than two dates; write period: FIRST/LAST")
    own = years_in(low)
    year = max(d[0] for d in days) or (own.pop() if len(own) == 1 else calendar.year)
    if not year and calendar.until:
        until = dt.date.fromisoformat(calendar.until)
        begun = _date(until.year, days[0])
        year = until.year if begun and begun <= until else until.year - 1
    if not year:
        return Span(fault="the year is not given; write year: YYYY")
    first, last = _date(days[0][0] or year, days[0]), _date(days[-1][0] or year, days[-1])
    if first and last and first > last:  # over the turn of the year
        if days[-1][0] and not days[0][0]:
            first = _date(year - 1, days[0])
        elif not days[-1][0]:
            last = _date(first.year + 1, days[-1])
    if first is None or last is None:
        return Span(fault="no such day; write period: FIRST/LAST")
    if first > last:
        return Span(fault="the last day is before the first; write period: FIRST/LAST")
    if first == last and (calendar.weekly or _WEEK.search(low)):
        first -= dt.timedelta(days=first.weekday())
        last = first + dt.timedelta(days=6)
    return Span(first.isoformat(), last.isoformat())


def _date(year: int, day: _Day) -> dt.date | None:
    try:
        return dt.date(year, day[1], day[2])
    except ValueError:
        return None


def _week(low: str, calendar: Calendar) -> Span | None:
    iso = _ISO_WEEK.search(low)
    if iso:
        year = iso[1] or iso[4] or ""
        return week_of(int(iso[2] or iso[3] or iso[5]), calendar, year)
    numbered = _WEEK_NUMBER.search(low)
    if numbered:
        return week_of(int(numbered[1] or numbered[2]), calendar, low)
    return None


def _longer(low: str, calendar: Calendar) -> Span | None:
    quarter = _QUARTER.search(low)
    years = years_in(low)
    year = years.pop() if len(years) == 1 else calendar.year
    if quarter:
        number = int(quarter[1] or _ROMAN.get(quarter[2], 0) or quarter[2])
        return _months(year, 3 * number - 2, 3)
    numbered = _MONTH_NUMBER.search(low)
    if numbered:
        return _months(int(numbered[1] or numbered[4]), int(numbered[2] or numbered[3]), 1)
    worded = list(_MONTH_YEAR.finditer(low))
    if len(worded) == 1:
        month = next(n for n, names in enumerate(_MONTHS, 1) if re.match(names, worded[0]["month"]))
        return _months(int(worded[0]["year"] or year), month, 1)
    if worded:
        return None
    alone = re.fullmatch(r"(?:за\s+|in\s+|for\s+)?(20\d\d)\s*(?:г\.?|год[а]?|year)?", low)
    return _months(int(alone[1]), 1, 12) if alone else None


def _months(year: int, month: int, count: int) -> Span:
    if not year:
        return Span(fault="the year is not given; write year: YYYY")
    if not 1 <= month <= 12:
        return Span(fault=f"there is no month {month}; write period: FIRST/LAST")
    first = dt.date(year, month, 1)
    past = month - 1 + count
    last = dt.date(year + past // 12, past % 12 + 1, 1) - dt.timedelta(days=1)
    return Span(first.isoformat(), last.isoformat())
