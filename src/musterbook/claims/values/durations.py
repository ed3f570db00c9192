"""Lengths of time in the unit that the text uses.

In: amounts of time, and words that are lengths by themselves. Out: mentions of kind
``duration``. Never turns twelve months into a year, and never takes an age, a date ("two
years ago") or a rate ("per year") for a length.
"""

from __future__ import annotations

import re

from musterbook.claims.mention import Duration, Mention
from musterbook.claims.values import classes as c
from musterbook.claims.values.amounts import Amount
from musterbook.claims.values.scene import Found, Scene
from musterbook.claims.values.strip import Strip
from musterbook.expressions import regex

_MORE = regex(r"&?[nN]U|\+")
_LASTING = regex(r"\b(?:контракт|договор|срок|служб|стаж|сбор|отпуск|период|план|действи)\w*")
_YEARS = 200  # from here on «1806 года» is a year of history
_CONTRACT = regex(r"\s*(?:contract|agreement|term\b|(?:\w+\s)?(?:контракт|договор|соглашени|срок|служб))")
_PERSON = regex(r"\s*(?:ребён|ребен|мальчик|девочк|сын|доч|подрост)")
_NO_LENGTH = regex(r"\b(?:any|each|every|per|ему|ей|мне)\s+(?:(?:было|уже|сейчас|было уже)\s+)?$")
_THE = regex(r"\b(?:the|in|over|for|these|its|his|of)\s+$")
_HALVES = {"Y": "P{0}Y6M", "M": "P{0}M15D", "TH": "PT{0}H30M", "D": "P{0}DT12H"}
_ARTICLE = regex(r"(?P<lead>[<>~=D]?)(?:(?P<half>f)?a[gU]|f?[gU])(?P<plus>\+?)")
_FOR = ("for", "на", "within", "during", "lasting", "lasts")


def iso(value: float, unit: str) -> str:
    """ISO 8601 in the unit given; halves in the next smaller unit.

    >>> iso(2.5, "M"), iso(0.5, "Y"), iso(12, "M"), iso(8, "TH")
    ('P2M15D', 'P6M', 'P12M', 'PT8H')
    """
    if unit[0].isdigit():  # a fortnight, a decade
        return iso(value * int(unit[:-1]), unit[-1])
    whole = int(value)
    if value - whole == 0.5 and unit in _HALVES:
        text = _HALVES[unit].format(whole)
        return text.replace("P0Y", "P").replace("P0M", "P").replace("PT0H", "PT").replace("P0D", "P")
    number = str(whole) if value == whole else f"{value:g}"
    return f"PT{number}{unit[1]}" if unit[0] == "T" else f"P{number}{unit}"


def read(strip: Strip, amount: Amount, scene: Scene) -> Found:
    """The length that an amount of time is; empty where it is no length."""
    past = amount.past
    if strip.kinds[past : past + 1] == c.AGO or _is_no_length(strip, amount, scene):
        return [], past
    start, end = strip.starts[amount.first], strip.ends[past - 1]
    unit = str(amount.worth)
    if unit == "years":
        if not _is_term(amount, scene, end):
            return [], past
        unit = "Y"
    low, high = iso(amount.low, unit), iso(amount.high, unit)
    more = _MORE.match(strip.kinds, past)
    if more and amount.low == amount.high and (extra := _remainder(strip, past, more.end(), unit)):
        low = high = low + extra if extra[0] != "+" else iso(amount.low + 0.5, unit)
        past = more.end()
        end = strip.ends[past - 1]
    return [Mention("duration", start, end, Duration(low, high, _compared(amount.comparator)))], past


def _compared(comparator: str) -> str:
    return comparator if comparator in ("at_least", "at_most", "about") else "exactly"


def _remainder(strip: Strip, first: int, past: int, unit: str) -> str:
    """As in "and six months" after a number of years."""
    if strip.kinds[past - 1] == c.AND_A_HALF:
        return "+"
    worth = strip.worths[past - 1]
    number = strip.worths[past - 2]
    value = getattr(number, "value", 0.0)
    order = ("Y", "M", "D")
    if unit in order and worth in order and order.index(str(worth)) > order.index(unit) and value == int(value):
        return f"{int(value)}{worth}"
    return ""


def _is_no_length(strip: Strip, amount: Amount, scene: Scene) -> bool:
    """As in "since three years", "the past three years", "any one year", «ему 34 года»."""
    before = strip.kinds[amount.first - 1 : amount.first] if amount.first else ""
    if scene.lower.startswith(("-х", "-е"), strip.ends[amount.number] - 2):  # the nineties
        return True
    if strip.kinds[amount.past - 1] == c.YEAR and amount.low >= _YEARS:
        return True
    lasting = scene.lower.startswith("last", strip.starts[amount.first - 1]) if before == c.RELATIVE else False
    if lasting and (amount.lead or not _THE.search(scene.before(strip.starts[amount.first - 1], 8))):
        return False  # "may last up to 60 days"
    if before == c.RELATIVE or _NO_LENGTH.search(scene.before(strip.starts[amount.first], 16)):
        return True
    return before == c.DIRECTION and strip.worths[amount.first - 1] == "since"


def _is_term(amount: Amount, scene: Scene, end: int) -> bool:
    """«2-летний контракт» is a length, «65-летний доброволец» an age."""
    after = scene.after(end, 30)
    if _LASTING.search(after.split(",")[0]):
        return True
    return amount.high <= 5 and not _PERSON.match(after)


def read_whole(strip: Strip, i: int, scene: Scene) -> Found | None:
    """A word that is a length by itself: полгода, шестимесячный, year-long."""
    first = i
    if strip.kinds[i] in "<>~=D":
        i += 1
        if strip.kinds[i : i + 1] == c.PREPOSITION:
            i += 1
    if strip.kinds[i : i + 1] != c.WHOLE_DURATION:
        return None
    worth = str(strip.worths[i])
    worth, _, needs_noun = worth.partition(" of ")
    if needs_noun and not _CONTRACT.match(scene.lower, strip.ends[i]):
        return None
    if _PERSON.match(scene.lower, strip.ends[i]) or strip.kinds[i + 1 : i + 2] == c.AGO:
        return [], i + 1
    compared = _comparator_at(strip, first) if first != i else "exactly"
    start, end = strip.starts[first], strip.ends[i]
    return [Mention("duration", start, end, Duration(worth, worth, compared))], i + 1


def _comparator_at(strip: Strip, i: int) -> str:
    return "at_most" if strip.kinds[i] == c.UP_TO else str(strip.worths[i])


def read_article(strip: Strip, i: int, scene: Scene) -> Found | None:
    """As in "for a year", "half a year", «на год», «до месяца»: one unit without a number."""
    found = _ARTICLE.match(strip.kinds, i)
    if not found or strip.kinds[found.end() : found.end() + 1] == c.AGO:
        return None
    unit_at = found.end("plus") - len(found["plus"]) - 1
    unit = str(strip.worths[unit_at])
    half = "f" in found[0]
    english = strip.kinds[unit_at - 1 : unit_at] == c.ARTICLE
    if not half and not found["plus"] and not _governed(strip, found, unit_at, english, scene):
        return None
    if not english and not _singular(scene.lower[strip.starts[unit_at] : strip.ends[unit_at]]):
        return None
    value = 0.5 if half else 1.5 if found["plus"] else 1.0
    past = found.end()
    compared = _comparator_at(strip, i) if found["lead"] else "exactly"
    text = iso(value, unit)
    start, end = strip.starts[i], strip.ends[past - 1]
    return [Mention("duration", start, end, Duration(text, text, compared))], past


def _governed(strip: Strip, found: re.Match[str], unit_at: int, english: bool, scene: Scene) -> bool:
    """Whether what stands before "a year" or «год» makes it a length and not a rate."""
    if found["lead"]:
        return found["lead"] != c.EXACTLY
    at = found.start()
    before, worth = strip.kinds[at - 1 : at] if at else "", strip.worths[at - 1] if at else None
    if before == c.PREPOSITION and worth in _FOR:
        return english == (worth not in ("на",)) and not _compares(strip, unit_at)
    if english and before in (c.OR, c.OF):
        return before == c.OR and strip.kinds[at - 2 : at - 1] in ("U", "g")
    if not english and before == c.OR and at >= 2:
        return strip.kinds[at - 2] in (c.WHOLE_DURATION, c.TIME) or strip.worths[at - 2] == "на"
    after = scene.lower[strip.ends[unit_at] : strip.ends[unit_at] + 12]
    return english and bool(re.match(r"['’]s\b|-long|\sof\s(?!20)", after)) and unit_at > at


def _compares(strip: Strip, unit_at: int) -> bool:
    """«на год старше», «на месяц позже»."""
    return strip.kinds[unit_at + 1 : unit_at + 2] in (c.AGO, c.AGE_COMPARATOR, c.RELATIVE)


def _singular(word: str) -> bool:
    return word in ("год", "года", "месяц", "месяца", "неделю", "недели", "неделя", "день", "дня", "сутки", "суток",
                    "час", "часа", "year", "month", "week", "day")  # fmt: skip
