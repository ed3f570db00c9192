"""Dates, spans of dates and their direction, with the precision that the text gives.

In: folded tokens and the publication date. Out: mentions of kind ``date``. Never turns a
vague time ("these days", «на днях») or an unresolvable one into a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from musterbook.claims.mention import Mention, When
from musterbook.claims.values import calendar
from musterbook.claims.values import classes as c
from musterbook.claims.values.scene import Found, Scene
from musterbook.claims.values.strip import Figure, Strip
from musterbook.expressions import regex
from musterbook.records import PartialDate

_YEAR = r"(?:,?v?c?(?P<y>Y)g?|,?c?v?(?P<R>R)|(?P<g>g))"
_YEAR_AGAIN = re.sub(r"<(\w)>", r"<\g<1>2>", _YEAR)
_POINT = regex(
    rf"""
      (?P<w>w?)(?P<W>W),?v?(?P<Q>[cv]*Q)?(?:,?c?(?=[nO]v?M|M[nO]|X))?
      (?P<full>(?:(?P<d1>[nO])v?(?P<m1>M)|(?P<m2>M)(?P<d2>[nO])|(?P<x1>X)){_YEAR}?)?
    | (?:(?P<d3>[nO])v?(?P<m3>M)|(?P<m4>M)(?P<d4>[nO])(?![-]?[C$%KUk])){_YEAR_AGAIN}?
    | (?P<x2>X)g?
    | (?P<part>r-?v?c?)?(?P<w2>w?)(?P<m5>M)(?:,?v?(?P<y3>Y)g?|,?c?v?(?P<R3>R))?
    | (?P<part2>r-?v?c?)?(?P<y4>Y)(?P<g4>g?)
    | (?P<w6>w)(?P<season>r)(?!v?c?[YRMg])
    | (?P<part3>r-?v?c?)?(?P<R4>R)
    | (?P<part4>r)v?(?P<g5>g)
    | (?P<T>1)
    """,
    re.VERBOSE,
)
_AGO = regex(r"[<>~=]?(?P<n>[nNa]?)(?P<u>[Ug])@")
_YEAR_AFTER = regex(r",?(?P<y>Y)g?")
_NO_DATE = regex(r"(?:[nO][-_TPD&,]{1,2}){0,6}[nO]v?M|M[nO](?![-]?[C$%KU])|X")
_SEPARATOR = regex(r",?&?[-_TPDV]c?|[&]")
_YEARED = regex("[YRX1W]")
_DAY_SPAN = regex(
    r"(?P<lead>[SFB]?)(?P<d>[nO])(?P<sep>[-_TPD&])(?=[nO]v?M)|(?P<lead2>[SFB]?)(?P<m>M)(?P<e>[nO])(?P<sep2>[-_TPD&])(?P<f>[nO])(?!v?M|[-]?[C$%KU])"
)
_DAY_LIST = regex(r"(?P<days>[nO](?:,[nO]){1,4},?&|[nO]&)(?=[nO]v?M)")
_FUTURE = regex(
    r"\b(?:will|shall|going to|plans? to|planned|set to|expected|due|scheduled|takes? effect|comes? into force|"
    r"enters? into force|is to|are to|to be|intends?|begins|starts|would|next|upcoming|"
    r"буд[уе]т|буде[мт]е?|планиру\w*|вступ[ия]т|вступа[ею]т\w*|стан[еу]т|начн[её]т\w*|начн[уе]т\w*|смо[гж]\w*|намерен\w*|"
    r"запланир\w*|намеч\w*|назнач\w*|предстоит|ожида\w*|долж\w+|получат|получит|появ[яи]тся|сможет)\b"
)
_PAST = regex(
    r"\b(?:was|were|had|has been|\w{3,}ed|began|took|said|told|wrote|came|went|"
    r"\w{2,}(?:ил|ал|ел|ыл|ул|ял)(?:а|о|и|ся|ась|ось|ись)?|принят\w*|создан\w*|подписан\w*|утвержд[её]н\w*)\b"
)
_SAID = regex(
    r"\b(?:said|says|reported|told|announced|wrote|added|signed|published|сообщ\w+|заяв\w+|сказа\w+|рассказа\w+|"
    r"напис\w+|подпис\w+|опублик\w+|приня\w+|одобр\w+)\b"
)
_EVERY = regex(r"\b(?:every|each|кажд\w+)\s+$")
_LIMITS = ("until", "before")


@dataclass(frozen=True, slots=True)
class Point:
    """One date as read, and the index of the token after it."""

    date: PartialDate
    first: int
    past: int
    bare: str = ""


def read(strip: Strip, i: int, scene: Scene) -> Found | None:
    """The date or span of dates that begins at a token, direction included."""
    if days := _read_days(strip, i, scene):
        return days
    lead, at = _lead(strip, i)
    tense = "near" if lead in _LIMITS else ""
    if lead == "since" and strip.kinds[i] == c.DIRECTION:
        tense = "past" if strip.worths[i] == "since" and scene.lower.startswith("since", strip.starts[i]) else ""
    point = read_point(strip, at, scene, tense)
    if point is None:
        return _unresolved(strip, at)
    if point.bare and not _allowed(strip, i, at, point, scene):
        return None
    if span := _read_span(strip, i, lead, point, scene):
        return span
    if at == i + 1 and strip.kinds[i] in (c.PREPOSITION, c.THROUGH, c.BETWEEN, c.FROM) and not lead:
        i = at
    start, end = strip.starts[i], strip.ends[point.past - 1]
    return [Mention("date", start, end, When(point.date, None, lead or "on"))], point.past


def _unresolved(strip: Strip, at: int) -> Found | None:
    """A day of a month that cannot be told, or does not exist, is no count of anything."""
    found = _NO_DATE.match(strip.kinds, at)
    return ([], found.end()) if found else None


def _lead(strip: Strip, i: int) -> tuple[str, int]:
    """The direction that a token before a date gives, and where the date begins."""
    kind, worth = strip.kinds[i], strip.worths[i]
    if kind == c.DIRECTION:
        return str(worth), i + 1
    if kind == c.FROM and worth == "ru":  # «письмо от 3 октября» is dated, not begun
        return "", i + 1
    if kind in (c.SINCE, c.FROM):
        return "since", i + 1
    if kind in (c.UP_TO, c.THROUGH) or (kind == c.AT_MOST and worth == "at_most"):
        return "until", i + 1
    if kind == c.BETWEEN or kind == c.PREPOSITION:
        return "", i + 1
    return "", i


def _read_days(strip: Strip, i: int, scene: Scene) -> Found | None:
    """«с 24 по 26 января», "November 4–7", "4 and 7 November": days that share a month."""
    found = _DAY_SPAN.match(strip.kinds, i)
    if not found:
        listed = _DAY_LIST.match(strip.kinds, i)
        return _read_day_list(strip, listed, scene) if listed else None
    if found["d"]:
        last = read_point(strip, found.end(), scene)
        if last is None or not last.date.day:
            return None
        day, sep = _day(strip, found.start("d")), found["sep"]
        first = calendar.exact(last.date.year, last.date.month, day)
        lead, past, until = found["lead"], last.past, last.date
        if first and first > until:
            return None
    else:
        one = read_point(strip, found.start("m"), scene)
        if one is None or one.past != found.start("sep2"):
            return None
        day, sep, lead = _day(strip, found.start("f")), found["sep2"], found["lead2"]
        year = _YEAR_AFTER.match(strip.kinds, found.end())
        at = _year(strip, year.start("y")) if year else one.date.year
        first = calendar.exact(at, one.date.month, one.date.day)
        last_date = calendar.exact(at, one.date.month, day)
        past = year.end() if year else found.end()
        if first is None or last_date is None or first > last_date:
            return None
        until = last_date
    if first is None:
        return None
    if sep == c.AND and lead != c.BETWEEN:
        if not found["d"]:
            two = found.start("f")
            return [_on(strip, found.start("m"), found.start("e") + 1, first), _on(strip, two, past, until)], past
        return [_on(strip, found.start("d"), found.start("d") + 1, first), _on(strip, found.end(), past, until)], past
    start, end = strip.starts[i], strip.ends[past - 1]
    return [Mention("date", start, end, When(first, until))], past


def _read_day_list(strip: Strip, listed: re.Match[str], scene: Scene) -> Found | None:
    """As in "4, 7 and 9 November"."""
    last = read_point(strip, listed.end(), scene)
    if last is None or not last.date.day:
        return None
    mentions = [
        _on(strip, i, i + 1, date)
        for i in range(listed.start(), listed.end())
        if strip.kinds[i] in "nO" and (date := calendar.exact(last.date.year, last.date.month, _day(strip, i)))
    ]
    return [*mentions, _on(strip, listed.end(), last.past, last.date)], last.past


def _on(strip: Strip, first: int, past: int, date: PartialDate) -> Mention:
    return Mention("date", strip.starts[first], strip.ends[past - 1], When(date))


def _read_span(strip: Strip, i: int, lead: str, point: Point, scene: Scene) -> Found | None:
    """As in "from 1 March 2025 to 30 April", "2024–2025", "between March and May"."""
    sep = _SEPARATOR.match(strip.kinds, point.past)
    if not sep:
        return None
    opener, joint = strip.kinds[i], sep[0]
    if opener == c.BETWEEN:
        if joint != c.AND:
            return None
    elif joint == c.AND or (opener not in "SFV" and joint[-1] not in "-_TP"):
        return None
    other = read_point(strip, sep.end(), scene, "near")
    if other is None or (point.bare == "year") != (other.bare == "year"):
        return None
    first, until = point.date, other.date
    if not _YEARED.search(strip.kinds, sep.end(), other.past) and first.month and until.month:
        ends = (calendar.exact(first.year + n, until.month, until.day) for n in (0, 1))
        until = next((d for d in ends if d and d > first), until)
    elif first > until and not _YEARED.search(strip.kinds, point.first, point.past):
        starts = (calendar.exact(until.year - n, first.month, first.day) for n in (0, 1))
        first = next((d for d in starts if d and d < until), first)
    if first >= until or (joint[0] in "-_" and lead in _LIMITS):
        return None
    at = i if opener in "SFBV" or opener in "MnOYXrw" else i + 1
    return [Mention("date", strip.starts[at], strip.ends[other.past - 1], When(first, until))], other.past


def _allowed(strip: Strip, i: int, at: int, point: Point, scene: Scene) -> bool:
    """Whether a month or year alone is meant as a date: it needs a preposition or the like."""
    led = at > i
    before = strip.kinds[i - 1 : i] if i else ""
    after = strip.kinds[point.past : point.past + 1]
    if point.bare == "month":
        return (
            led or before in ("v", "c", "w", "r", "(", "V") or scene.text[strip.starts[at]].isupper() or after in "-_"
        )
    if strip.kinds[point.past - 1] == c.YEAR:
        return True
    ending = scene.lower[strip.ends[point.past - 1] - 2 : strip.ends[point.past - 1]]
    if point.bare == "year" and not ending.isdigit():  # 2024-го, 1990-е
        return not ending.startswith("-")
    if strip.kinds[i] == c.PREPOSITION or before in (c.PREPOSITION,):
        worth = strip.worths[i] if strip.kinds[i] == c.PREPOSITION else strip.worths[i - 1]
        return worth in ("in", "for", "during", "в", "на", "за", "within")
    if led and strip.kinds[i] in "VSFDPB":
        return strip.kinds[i] == c.DIRECTION or scene.language != "ru" or strip.kinds[i] == c.BETWEEN
    if strip.kinds[at] == c.PART or (before in ("&", "|", ",") and strip.kinds[i - 2 : i - 1] == c.YEARLIKE and i > 1):
        return True
    if before == c.OF or (before == c.OPEN and after == c.CLOSE):
        return True
    if before in ("", c.STOP, c.BREAK) and after == c.COMMA and strip.kinds[point.past + 1 : point.past + 2] == "x":
        return True
    return after in ("-", "_", "&", ",", "|") and strip.kinds[point.past + 1 : point.past + 3] == "Yg"


def read_point(strip: Strip, i: int, scene: Scene, tense: str = "") -> Point | None:
    """One date that begins at a token; None where there is none or it cannot be resolved."""
    found = _POINT.match(strip.kinds, i)
    if not found:
        return None
    if found["W"]:
        return _weekday(strip, found, scene)
    for day, month, year, period in (("d3", "m3", "y2", "R2"), ("d4", "m4", "y2", "R2")):
        if found[day]:
            date = _day_month(strip, found, (day, month, year, period), scene, tense)
            return Point(date, i, found.end()) if date else None
    if found["x2"]:
        written = _written(str(strip.worths[found.start("x2")]), scene, tense)
        return Point(written, i, found.end()) if written else None
    if found["m5"]:
        return _month(strip, found, scene, tense)
    return _period(strip, found, scene)


def _weekday(strip: Strip, found: re.Match[str], scene: Scene) -> Point | None:
    """A weekday, alone or before its date."""
    if found["full"]:
        if found["x1"]:
            date = _written(str(strip.worths[found.start("x1")]), scene, "")
        else:
            names = ("d1", "m1", "y", "R") if found["d1"] else ("d2", "m2", "y", "R")
            date = _day_month(strip, found, names, scene, "")
        return Point(date, found.start(), found.end()) if date else None
    at = found.start("W")
    word = scene.lower[strip.starts[at] : strip.ends[at]]
    if len(word) <= 5 and word.isascii():
        return None  # abbreviations of weekdays need their date
    if _EVERY.search(scene.before(strip.starts[found.start()], 16)):
        return None
    which = str(strip.worths[found.start("w")]) if found["w"] else ""
    if (which == "last" and not word.isascii()) or (which == "last" and _word(strip, found, scene) == "past"):
        which = "past"
    past = found.end("W")
    if found["Q"]:
        which, past = str(strip.worths[found.end("Q") - 1]), found.end("Q")
    elif not which and _ahead(scene, strip.starts[at]):
        which = "next"
    date = calendar.weekday(int(str(strip.worths[at])), scene.published, which)
    return Point(date, found.start(), past) if date else None


def _word(strip: Strip, found: re.Match[str], scene: Scene) -> str:
    return scene.lower[strip.starts[found.start()] : strip.ends[found.start()]]


def _ahead(scene: Scene, at: int) -> bool:
    """As in "will meet on Friday": a word of the future with no verb of saying between it and the day."""
    before = scene.before(at, 60)
    words = list(_FUTURE.finditer(before))
    return bool(words) and not _SAID.search(before, words[-1].end())


def _day_month(
    strip: Strip, found: re.Match[str], names: tuple[str, str, str, str], scene: Scene, tense: str
) -> PartialDate | None:
    """A day and a month, with the year that stands there or the nearest one."""
    day, month, year, period = names
    of = _day(strip, found.start(day))
    number = int(str(strip.worths[found.start(month)]))
    if found[year]:
        return calendar.exact(_year(strip, found.start(year)), number, of)
    if found[period]:
        base = _relative(strip, found.start(period), scene)
        return calendar.exact(base.year, number, of) if base and not base.month else None
    return calendar.nearest(number, of, scene.published, tense or _tense(strip, found, scene))


def _tense(strip: Strip, found: re.Match[str], scene: Scene) -> str:
    """``future`` where the sentence around a date speaks of what is to come."""
    start, end = strip.starts[found.start()], strip.ends[found.end() - 1]
    around = scene.before(start, 80) + " | " + scene.after(end, 80)
    return "future" if _FUTURE.search(around) else ""


def _month(strip: Strip, found: re.Match[str], scene: Scene, tense: str) -> Point | None:
    """A month, with or without a year."""
    at = found.start("m5")
    number = int(str(strip.worths[at]))
    date: PartialDate | None
    if found["y3"]:
        date, bare = calendar.exact(_year(strip, found.start("y3")), number), ""
    elif found["R3"]:
        base = _relative(strip, found.start("R3"), scene)
        date, bare = (calendar.exact(base.year, number) if base and not base.month else None), ""
    else:
        date, bare = _bare_month(strip, found, number, scene, tense), "month"
    return Point(date, found.start(), found.end(), bare) if date else None


def _bare_month(strip: Strip, found: re.Match[str], number: int, scene: Scene, tense: str) -> PartialDate | None:
    """A month without a year: "last April" is behind, "next April" ahead."""
    which = str(strip.worths[found.start("w2")]) if found["w2"] else ""
    if which == "this" and scene.published:
        return calendar.exact(scene.published.year, number)
    if not tense:
        tense = {"last": "past", "next": "future"}.get(which) or _tense(strip, found, scene)
    since = strip.kinds[found.start() - 1 : found.start()] == c.SINCE
    if not tense and (since or _PAST.search(scene.before(strip.starts[found.start()], 50))):
        tense = "past"
    return calendar.nearest(number, 0, scene.published, tense)


def _period(strip: Strip, found: re.Match[str], scene: Scene) -> Point | None:
    """A year, "last year", "the end of the year", "yesterday"."""
    if found["y4"]:
        date = calendar.exact(_year(strip, found.start("y4")))
        return Point(date, found.start(), found.end(), "year") if date else None
    if found["season"]:
        return _season(strip, found, scene)
    if found["R4"]:
        relative = _relative(strip, found.start("R4"), scene)
        return Point(relative, found.start(), found.end()) if relative else None
    if found["g5"]:
        this = calendar.shift_period(scene.published, "Y", 0)
        return Point(this, found.start(), found.end()) if this else None
    days = strip.worths[found.start("T")]
    date = calendar.shift_days(scene.published, days) if isinstance(days, int) else None
    return Point(date, found.start(), found.end()) if date else None


def _season(strip: Strip, found: re.Match[str], scene: Scene) -> Point | None:
    """Last summer, «прошлой осенью»: the year only; winters lie in two years and are left out."""
    months, which = strip.worths[found.start("season")], str(strip.worths[found.start("w6")])
    if not isinstance(months, tuple) or scene.published is None or not scene.published.month:
        return None
    year, month = scene.published.year, scene.published.month
    if which in ("last", "past"):
        year -= 1 if month <= months[1] or scene.language == "ru" else 0
    elif which == "next":
        year += 1 if month >= months[0] else 0
    date = calendar.exact(year)
    return Point(date, found.start(), found.end()) if date else None


def _relative(strip: Strip, i: int, scene: Scene) -> PartialDate | None:
    worth = strip.worths[i]
    if isinstance(worth, tuple):
        return calendar.shift_period(scene.published, str(worth[0]), int(worth[1]))
    return None


def _day(strip: Strip, i: int) -> int:
    worth = strip.worths[i]
    return int(worth.value) if isinstance(worth, Figure) else 0


def _year(strip: Strip, i: int) -> int:
    return _day(strip, i)


def _written(text: str, scene: Scene, tense: str) -> PartialDate | None:
    """A date in figures: day.month.year, year-month-day; day/month/year only where unambiguous."""
    parts = [int(p) for p in re.split(r"[./-]", text)]
    if "-" in text:
        return calendar.exact(*parts)
    if len(parts) == 2:
        return calendar.nearest(parts[1], parts[0], scene.published, tense)
    first, second, year = parts
    year += 2000 if year < 100 else 0
    if "/" in text and first != second:
        if first <= 12 and second <= 12:
            return None
        return calendar.exact(year, first, second) if second > 12 else calendar.exact(year, second, first)
    return calendar.exact(year, second, first)


def read_ago(strip: Strip, i: int, scene: Scene) -> Found | None:
    """As in "two days ago" is a date; "two years ago" is too vague for one, and no length either."""
    found = _AGO.match(strip.kinds, i)
    if not found:
        return None
    unit = strip.worths[found.start("u")]
    number = strip.worths[found.start("n")] if found["n"] else None
    if (
        strip.worths[found.end() - 1] == "ago"
        and unit == "D"
        and isinstance(number, Figure)
        and found[0][0] not in "<>~"
    ):
        date = calendar.shift_days(scene.published, -int(min(number.value, 99999)))
        if date:
            return [_on(strip, i, found.end(), date)], found.end()
    return [], found.end()
