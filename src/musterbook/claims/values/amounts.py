"""Numbers with their comparators, as ranges, changes and lists, whatever their unit.

In: folded tokens. Out: amounts with their spans. Never decides what kind of thing is measured.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from musterbook.claims.values import classes as c
from musterbook.claims.values.scene import Scene
from musterbook.claims.values.strip import Figure, Strip
from musterbook.expressions import regex

CHANGE = regex(
    r"\b(?:r(?:ose|isen?|ises|aise[sd]?|aising)|gr[oe]w[ns]?|growth|increas\w*|expand\w*|expansion|went|"
    r"climb\w*|jump\w*|fall(?:en|s)?|fell|drop\w*|decreas\w*|cut(?:s|ting)?|reduc\w*|lower(?:ed|s|ing)|"
    r"chang\w*|doubl\w*|tripl\w*|boost\w*|swell\w*|shr[aiu]nk|declin\w*|hik(?:e|ed|es)|brought|"
    r"bring(?:s|ing)?|up|down|extend\w*|shorten\w*|"
    r"(?:вы|воз|под)?рос(?:л[аио])?|рост\w*|вырастет|вырастут|увелич\w*|повы[сш]\w*|подн[яи]\w*|сни[зж]\w*|"
    r"сокра[тщ]\w*|уменьш\w*|упал\w*|расшир\w*|довед\w*|довел\w*|измен\w*|прибав\w*|уре[зж]\w*|"
    r"продл\w*|удво\w*|утро\w*)\b"
)
"""Words of growth and decline: what follows is a value before and a value after, not a range."""

CHANGED = "changed"
"""Comparator of the value before and the value after a change; both are exact."""

_UNIT = r"-?[C$%KUgyAqm/]"
_AMOUNT = regex(
    rf"""
      (?P<lead>(?:[<>~=DFSBJ^][<>~=D]?c?)?)
      (?P<b1>\$?)(?P<n1>[nYN])(?P<u1>(?:(?<!\$.){_UNIT}|(?<=\$.)C)?)
      (?:(?P<sep>&?[-_TD][<>~]?|[-_][T&|]|[&|])(?P<b2>\$?)(?P<n2>[nYN])(?P<u2>(?:(?<!\$.){_UNIT}|(?<=\$.)C)?))?
      (?P<post>(?:-?(?:\^(?!\$?[nYN])|I))?)
    """,
    re.VERBOSE,
)
_MANY = regex(rf"[nN](?:,[nN]){{1,5}},?[&|][nN](?P<unit>{_UNIT})")
_NUMBERS = "nYN"


@dataclass(frozen=True, slots=True)
class Amount:
    """One number or range with its comparator, unit and place among the tokens.

    Attributes:
        low: Smallest value.
        high: Largest; equal to ``low`` for a single number.
        comparator: ``exactly`` ``at_least`` ``at_most`` ``about``; ``older`` and
            ``younger`` after ages; `CHANGED`.
        unit: Class of the unit, empty where there is none.
        worth: What the unit is worth: a currency, a unit of time …
        first: Index of the first token, comparator included.
        past: Index after the last token, unit included.
        number: Index of the (first) number.
        lead: The class letters before the number.
        scale: The multiplier in the number ("thousand"), else 1.
    """

    low: float
    high: float
    comparator: str
    unit: str
    worth: object
    first: int
    past: int
    number: int
    lead: str = ""
    scale: float = 1.0


def figure(strip: Strip, i: int) -> Figure:
    """The number at a token."""
    worth = strip.worths[i]
    return worth if isinstance(worth, Figure) else Figure(0.0)


def read(strip: Strip, i: int, scene: Scene) -> list[Amount]:
    """The amounts that begin at a token: one, or several of a list or a change, in order.

    Returns:
        Empty where no number follows.
    """
    found = _AMOUNT.match(strip.kinds, i)
    if not found:
        return []
    if many := _MANY.match(strip.kinds, found.start("n1")):
        return _list(strip, found, many)
    if not found["n2"]:
        return [_single(strip, found)]
    opener, sep = found["lead"][:1], found["sep"]
    if not opener and strip.worths[i - 1] == "between" and i:  # between the ages of
        opener = c.BETWEEN
    if sep in "&|" and opener != c.BETWEEN:
        return _pair(strip, found)
    if _is_change(strip, found, scene):
        return _change(strip, found)
    if _fits(opener, sep) and _rising(strip, found, sep):
        return [_range(strip, found)]
    return [_single(strip, found)]


def _fits(opener: str, sep: str) -> bool:
    """Whether opener and separator make a range."""
    if opener == c.BETWEEN:
        return sep == c.AND
    if opener == c.SINCE:
        return c.UP_TO in sep
    return c.AND not in sep or opener == c.FROM


def _rising(strip: Strip, found: re.Match[str], sep: str) -> bool:
    """Whether the second number is the greater one and both have one unit; years make no range of things."""
    if found["u1"] and found["u1"][-1] != (found["u2"] or found["b2"] or found["u1"])[-1]:
        return False
    low, high = figure(strip, found.start("n1")), figure(strip, found.start("n2"))
    if found["n1"] == found["n2"] == c.YEARLIKE and not (found["u2"] or found["b1"]):
        return False
    return 0 <= _shared(low, high) < high.value


def _is_change(strip: Strip, found: re.Match[str], scene: Scene) -> bool:
    """Whether "from … to …" tells of a change and not of a range."""
    opener, sep = found["lead"][:1], found["sep"]
    if not (c.TO in sep or c.UP_TO in sep):
        return False
    before = scene.before(strip.starts[found.start()], 70)
    if opener == c.SINCE:
        timed = found["u2"][-1:] in ("U", "g") and strip.worths[found.end("u2") - 1] in ("Y", "TH")
        return not timed or CHANGE.search(before) is not None
    if opener != c.FROM:
        return False
    return not _rising(strip, found, sep) or CHANGE.search(before) is not None


def _shared(low: Figure, high: Figure) -> float:
    """The lower end of "40 to 100 thousand" is 40,000."""
    if high.scale > 1 and low.scale == 1 and low.value < 1000 and low.value * high.scale < high.value:
        return low.value * high.scale
    return low.value


def _comparator(strip: Strip, first: int, past: int, post: object = None) -> str:
    """The comparator that the tokens before (or one after) a number amount to."""
    about = False
    for i in range(first, past):
        kind = strip.kinds[i]
        if kind in (c.UP_TO, c.FROM):
            return "at_most" if kind == c.UP_TO else "at_least"
        if kind in (c.AT_LEAST, c.AT_MOST):
            return str(strip.worths[i]).rstrip("*")
        if kind == c.AFTERWARDS:  # «старше 18 и моложе 50»
            return str(strip.worths[i])
        about = about or kind == c.ABOUT
    if isinstance(post, str):
        return post
    return "about" if about else "exactly"


def _first(strip: Strip, found: re.Match[str]) -> int:
    """Where an amount begins: a verb ("cannot exceed", marked by a star) is left outside."""
    at = found.start()
    worth = strip.worths[at]
    return at + 1 if isinstance(worth, str) and worth.endswith("*") else at


def _unit(strip: Strip, *places: tuple[int, int]) -> tuple[str, object]:
    """The first unit among several places (half-open, possibly empty)."""
    for first, past in places:
        if past > first:
            return strip.kinds[past - 1], strip.worths[past - 1]
    return "", None


def _post(strip: Strip, found: re.Match[str], at: int) -> tuple[object, int]:
    """The comparator after the number and the index after it."""
    past = found.end("post")
    if found.start("post") != at or not found["post"].endswith(("^", "I")):
        return None, at
    return strip.worths[past - 1], past


def _single(strip: Strip, found: re.Match[str]) -> Amount:
    """The first number alone."""
    at, past = found.start("n1"), found.end("u1")
    value = figure(strip, at)
    post, past = _post(strip, found, past) if not found["n2"] else (None, past)
    unit, worth = _unit(strip, found.span("u1"), found.span("b1"))
    first = _first(strip, found)
    compared = _comparator(strip, found.start(), at, post)
    return Amount(value.value, value.value, compared, unit, worth, first, past, at, found["lead"], value.scale)


def _range(strip: Strip, found: re.Match[str]) -> Amount:
    """Both numbers as one range."""
    low, high = figure(strip, found.start("n1")), figure(strip, found.start("n2"))
    post, past = _post(strip, found, found.end("u2"))
    unit, worth = _unit(strip, found.span("u2"), found.span("b2"), found.span("b1"), found.span("u1"))
    about = "about" if c.ABOUT in strip.kinds[found.start() : found.start("n2")] else "exactly"
    compared = post if isinstance(post, str) and post == "about" else about
    return Amount(
        _shared(low, high), high.value, compared, unit, worth, _first(strip, found), past, found.start("n1"),
        found["lead"], high.scale,
    )  # fmt: skip


def _change(strip: Strip, found: re.Match[str]) -> list[Amount]:
    """Both numbers apart: the value before and the value after."""
    low, high = figure(strip, found.start("n1")), figure(strip, found.start("n2"))
    unit, worth = _unit(strip, found.span("u2"), found.span("b2"), found.span("b1"), found.span("u1"))
    first, second = found.start("n1") - len(found["b1"]), found.start("n2") - len(found["b2"])
    return [
        Amount(_shared(low, high), _shared(low, high), CHANGED, unit, worth, first, found.end("u1"), found.start("n1")),
        Amount(
            high.value, high.value, CHANGED, unit, worth, second, found.end("u2"), found.start("n2"), "", high.scale
        ),
    ]


def _pair(strip: Strip, found: re.Match[str]) -> list[Amount]:
    """As in "40,000 and 80,000 rubles": the first shares the unit of the second."""
    one = _single(strip, found)
    second = found.start("n2")
    if one.unit or not found["u2"] or found["n1"] == c.YEARLIKE:
        return [one]
    low, high = figure(strip, one.number), figure(strip, second)
    unit, worth = _unit(strip, found.span("u2"))
    if found["sep"] == c.OR and high.value == low.value + 1:
        return [Amount(low.value, high.value, "exactly", unit, worth, one.first, found.end("u2"), one.number)]
    shared = _shared(low, high)
    return [
        Amount(shared, shared, one.comparator, unit, worth, one.first, second - 1, one.number, one.lead, high.scale),
        Amount(high.value, high.value, "exactly", unit, worth, second, found.end("u2"), second, "", high.scale),
    ]


def _list(strip: Strip, found: re.Match[str], many: re.Match[str]) -> list[Amount]:
    """As in "3, 6 or 12 months": all share the unit of the last."""
    unit, worth = _unit(strip, many.span("unit"))
    amounts = []
    last = many.start("unit") - 1
    for i in range(many.start(), many.start("unit")):
        if strip.kinds[i] in _NUMBERS:
            value = _shared(figure(strip, i), figure(strip, last))
            lead = i == many.start()
            first = _first(strip, found) if lead else i
            compared = _comparator(strip, found.start() if lead else i, i)
            past = many.end() if i == last else i + 1
            amounts.append(Amount(value, value, compared, unit, worth, first, past, i))
    return amounts
