"""Sums of money, with their currency, also where the text leaves the currency to be understood.

In: amounts. Out: mentions of kind ``money``. Never converts a currency.
"""

from __future__ import annotations

from musterbook.claims.mention import Mention, Money
from musterbook.claims.values.amounts import Amount
from musterbook.claims.values.scene import Scene
from musterbook.claims.values.strip import Strip
from musterbook.expressions import regex

_LEAST = 1000  # roubles and the like: a bare number below this is never taken for a sum
_PROMISED = 5000  # likewise where the words before may speak of other things than pay
_PER = regex(
    r"\s*(?:per (?:month|day|year|shift|week)|a (?:month|day|year)|monthly|daily|each month|"
    r"every month|"
    r"(?:в|за) (?:месяц|день|сутки|год|смену)|ежемесячно|ежесуточно|единовременно|разово|одноразово|на руки|"
    r"за контракт)\b"
)
_PAY = regex(
    r"\b(?:pa(?:y|ys|id|ying|yment|yments|youts?)|salar\w+|wages?|bonus\w*|earn\w*|compensation|allowance\w*|"
    r"stipends?|remuneration|sums?|"
    r"выпла[тч]\w*|плат[аияу]\w*|получ\w*|зарплат\w*|оклад\w*|довольстви\w*|сумм\w*|заработ\w*|бонус\w*|"
    r"компенсац\w*|преми\w+|вознагражд\w*|содержани\w*|доход\w*|размере)\b"
)
_PROMISE = regex(
    r"\b(?:gets?|got|receiv\w*|promis\w*|tops? (?:it|this|that|them) up|on top of|adds?|supplement\w*|rais\w+|award\w*|"
    r"wound\w*|injur\w*|deceased|killed|loss of|"
    r"рассчитыва\w*|обеща\w*|дали|дад[иу]т|вер[нё]\w*|надбавк\w*|доплат\w*|штраф\w*|подъ[её]мн\w*|плюс)\b"
)
_ROW = regex(r"(?:[—–|\t;]|^|\n)[ \t]*$")
_CELL = regex(r"[ \t]*(?:[—–|\t;\n]|$)")
_ENDS = regex(
    r"\s*(?:[.,;:!?)»”\"–—]|$|\n|(?:in|for|and|on|at|to|upon|if|when|from|out|after|plus|by|в|за|на|при|и|а|для|плюс|после|но|или|с|от|из|"
    r"подъ[её]мных)\b)"
)


def read(strip: Strip, amount: Amount, scene: Scene) -> Mention:
    """The mention of an amount that has a currency."""
    start, end = strip.starts[amount.first], strip.ends[amount.past - 1]
    currency = str(amount.worth)
    scene.paid_until = end
    if not scene.lower.startswith("(", start - 1) or not scene.currency:  # no conversion in brackets
        scene.currency = currency
    return _mention(amount, currency, start, end)


def understood(strip: Strip, amount: Amount, scene: Scene) -> Mention | None:
    """The mention of a bare number that can only be a sum: «не менее 30 тысяч в месяц».

    The currency is that of the last sum of the document, else the rouble where it is understood.
    """
    if amount.high < _LEAST or strip.kinds[amount.number] == "Y":
        return None
    currency = scene.currency or scene.understood
    if not currency:
        return None
    start, end = strip.starts[amount.first], strip.ends[amount.past - 1]
    if _PER.match(scene.lower, end) is None:
        if _in_table(scene, start, end):
            return _mention(amount, currency, start, end)
        if not _ENDS.match(scene.lower, end):
            return None
        beside = scene.paid_until >= 0 and scene.same_sentence(scene.paid_until, start)
        before = scene.before(start, 45)
        promised = amount.high >= _PROMISED and amount.high % 500 == 0 and _PROMISE.search(before)
        if not (beside or promised or _PAY.search(before)):
            return None
    scene.paid_until = end
    return _mention(amount, currency, start, end)


def _in_table(scene: Scene, start: int, end: int) -> bool:
    """A cell of a table whose text says that its sums are in roubles."""
    if not scene.tabled:
        return False
    return bool(_ROW.search(scene.lower, max(0, start - 4), start) and _CELL.match(scene.lower, end))


def _mention(amount: Amount, currency: str, start: int, end: int) -> Mention:
    compared = amount.comparator if amount.comparator in ("at_least", "at_most", "about") else "exactly"
    return Mention("money", start, end, Money(amount.low, amount.high, currency, compared))
