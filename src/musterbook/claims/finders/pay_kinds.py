"""What a sum is for: decided by the cues that stand nearest to it.

In: a sum, the stretch of the sentence that speaks of it, what was said of money before.
Out: kind and period, or None where nothing says that the sum is pay. Never guesses a
kind from the size of a sum.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from musterbook.claims.finders.pay_sums import Span, Sum
from musterbook.claims.finders.pay_words import Hit, Words

REACH = 130
"""Characters between a sum and a cue of its kind: the longest clause of the corpora has fewer."""
HARM = ("death_compensation", "injury_compensation")
"""Kinds that are owed for harm; the words for them outweigh a period."""
_NO_RATES = ("year", "hour")  # sums by the year are incomes reckoned up, sums by the hour no recruit's
_RATES = {"month": "monthly_pay", "day": "daily_pay"}
_BEFORE = 15  # characters by which a period before a sum counts as further away than one after it


@dataclass(frozen=True, slots=True)
class Kind:
    """What a sum is for.

    Attributes:
        kind: As in the claim type.
        period: ``month`` ``day`` ``one_time``, or "" where the text does not tell.
        cues: The words that say so; part of the quote where they stand near.
        strong: True where the words alone make a bare number money.
    """

    kind: str
    period: str
    cues: tuple[Hit, ...] = ()
    strong: bool = False


NO_KIND = Kind("", "year")


def nearest(hits: Iterable[Hit], span: Span, values: tuple[str, ...] = ()) -> Hit | None:
    """The cue nearest to a span, of certain values; of equals the one after it."""
    fitting = [h for h in hits if not values or h.value in values]
    return min(fitting, key=lambda h: (h.distance(span) + (_BEFORE if h.end <= span[0] else 0), h.start), default=None)


def _parted(text: str, one: Sum, hit: Hit) -> bool:
    """True for a rate behind the comma after a sum: it opens the next clause, which has a sum of its own."""
    return hit.value in _RATES and hit.start >= one.span[1] and text[one.span[1] : hit.start].startswith(", ")


def _earned(words: Words, text: str, area: Span, one: Sum, signing: Hit | None) -> bool:
    """True where a verb of earning stands right before a sum, and nothing but the term of a contract speaks of it."""
    if not words.has("earning", text, area[0], one.span[0]):
        return False
    if signing is None or words.has("term", text, signing.start, signing.end):
        return True
    return "," in text[signing.end : one.span[0]]  # signing was told of in a part of its own


def classify(words: Words, text: str, area: Span, one: Sum) -> Kind | None:
    """What the words of a stretch say of a sum.

    Args:
        words: Of the language.
        text: Plain text of the document.
        area: The stretch to look at.
        one: The sum; it need not lie in the stretch.

    Returns:
        The kind; `NO_KIND` for a rate that is no kind of pay (by the year, by the hour), None where the
        stretch tells neither kind nor period.
    """
    kinds = [h for h in words.hits("kind", text, *area) if h.distance(one.span) <= REACH]
    periods = [h for h in words.hits("period", text, *area) if h.distance(one.span) <= REACH]
    once = any(h.value == "one_time" and h.end <= one.span[0] for h in periods)
    period = nearest((h for h in periods if not (once and _parted(text, one, h))), one.span)
    harm = nearest(kinds, one.span, HARM)
    if harm:
        return Kind(harm.value, "one_time", (harm,), strong=True)
    diem = nearest(kinds, one.span, ("per_diem",))
    if diem:
        return Kind("per_diem", "day", (diem,), strong=True)
    housing = nearest(kinds, one.span, ("housing_costs",))
    if housing and (period is None or period.value == "month"):
        return Kind(
            "housing_costs", "month" if period else "", (housing, period) if period else (housing,), strong=True
        )
    added = nearest(kinds, one.span, ("regional_supplement",))
    if period and period.value in _RATES:
        local = words.has("local", text, *area) and (added is not None or period.value == "month")
        kind = "regional_supplement" if local or (added and period.value == "month") else _RATES[period.value]
        return Kind(kind, period.value, (period, added) if added else (period,), strong=added is not None)
    if period and period.value in _NO_RATES:
        return NO_KIND
    signing = nearest(kinds, one.span, ("signing_bonus",))
    if period is None and not added and _earned(words, text, area, one, signing):
        return Kind("monthly_pay", "month")
    outweighs = added and not words.has("adding", text, added.start, added.end)
    if signing and not (added and outweighs and added.distance(one.span) < signing.distance(one.span)):
        return Kind(signing.value, "one_time", (signing, period) if period else (signing,), strong=True)
    if added and words.has("after", text, *area):
        return Kind("one_time", "one_time", (added,), strong=True)
    if added:
        return Kind(added.value, "one_time" if period else "", (added,), strong=True)
    if words.has("bonus", text, *area):
        if words.has("after", text, *area):
            return Kind("one_time", "one_time", (period,) if period else (), strong=True)
        return Kind("signing_bonus", "one_time", (period,) if period else (), strong=True)
    if period:
        return Kind("one_time", "one_time", (period,))
    return None
