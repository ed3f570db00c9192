"""How two answers differ, named before anything is called a conflict.

In: two answers to one question with their claims, or two neighbouring questions. Out: the kind of
difference with the reason in words, or nothing where they say the same. Never decides who is right.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from musterbook.expressions import regex
from musterbook.reconcile.slots import Answer, Roles
from musterbook.records import Claim, Difference, PartialDate, Slot
from musterbook.records.claim import Scalar
from musterbook.records.words import in_words

_ABOUT = 0.1  # "about 20" is held to reach from 18 to 22; a convention, not a measurement
_LATER = 3  # days between publications from which two levels are two states and not two reports of one
_UNIT_ROLES = frozenset({"period", "currency", "per"})
_LEVEL_TYPES = ("unit.", "recruitment.", "programme.", "official.", "duty.")  # families whose counts change with time
_PASSAGE = 160  # characters between two quotes of one passage
_EACH = 16  # claims of an answer whose places are looked at
_EARLY = ("proposed", "planned", "ordered")
_SHOWN = 6  # neighbouring questions named in a finding


@dataclass(frozen=True, slots=True)
class Side:
    """One of two answers that are held against each other."""

    answer: Answer
    claims: tuple[Claim, ...]

    @property
    def values(self) -> dict[str, Scalar]:
        """What it answers, without its status."""
        return {r: v for r, v in self.answer.values if r != "status"}

    @property
    def status(self) -> str:
        """``actual`` ``planned`` ``proposed`` ``ordered``."""
        return str(dict(self.answer.values).get("status", "actual"))

    @property
    def published(self) -> str:
        """ISO date of the first document that says so, or empty."""
        return next((c.published for c in self.claims if c.published), "")


def difference(slot: Slot, roles: Roles, one: Side, two: Side, stages: Sequence[str] = ()) -> Difference | None:
    """How two answers to one question differ.

    Args:
        slot: The question.
        roles: What the arguments of its type are for.
        one: An answer, with its claims in order of publication.
        two: Another.
        stages: Where the question is how far an instrument has got: the stages, earliest first.

    Returns:
        The difference, or None where both say the same with other words (for instance on another date).
    """
    shown = (one.claims[0].id, two.claims[0].id)

    def named(kind: str, reason: str) -> Difference:
        return Difference(kind, reason, shown)

    a, b = words_of(one), words_of(two)
    if one.answer.polarity != two.answer.polarity:
        return _denied(one, two, roles.measured)
    staged = _staged(one, two, stages)
    if staged:
        return named("stage", staged)
    common = one.values.keys() & two.values.keys()
    if any(one.values[r] != two.values[r] for r in common) and _told_together(one, two):
        return named("scope", f"{a} and {b} are given together, in one passage: two cases, not two answers")
    if all(one.values[r] == two.values[r] for r in common):
        return _said_more(one, two)
    apart = _apart(one, two)
    spans = (*roles.measured, *(r for r in common if days_of(str(one.values[r])) and days_of(str(two.values[r]))))
    if apart and not (spans and _compatible(one, two, spans)):
        kind = "state" if roles.measured and slot.type.startswith(_LEVEL_TYPES) else "date"
        return named(kind, f"{a}, {b}: {apart}")
    if spans and _compatible(one, two, spans):
        return named("bound", f"{a} and {b} can both be so; the tighter is {_tighter(one, two, spans)}")
    return named("genuine", f"{a} and {b} cannot both be so: same question, no dates or stages that tell them apart")


def _denied(one: Side, two: Side, measured: Sequence[str]) -> Difference | None:
    """What one affirms and the other denies; None where another answer is denied, which leaves this one open."""
    common = (one.values.keys() & two.values.keys()) & set(measured)
    if not _compatible(one, two, sorted(common)):
        return None
    said, denial = sorted((one, two), key=lambda s: s.answer.polarity)
    apart = _apart(one, two)
    if apart:
        return Difference("date", f"{words_of(one)} and {words_of(two)}: {apart}", _pair(one, two))
    if said.values:
        return Difference("genuine", f"{words_of(said)} is affirmed by one and denied by the other", _pair(one, two))
    return Difference("genuine", f"one says {words_of(said)}, the other {words_of(denial)}", _pair(one, two))


def _told_together(one: Side, two: Side) -> bool:
    """Whether one passage gives both answers, as in "for six months or a year"."""
    places = {(c.capture_id, c.quote.start) for c in one.claims[:_EACH]}
    return any(
        c.capture_id == capture_id and abs(c.quote.start - start) <= _PASSAGE
        for c in two.claims[:_EACH]
        for capture_id, start in places
    )


def _said_more(one: Side, two: Side) -> Difference | None:
    """One answer gives more than the other, or the same for another time."""
    only_one, only_two = one.values.keys() - two.values.keys(), two.values.keys() - one.values.keys()
    if not only_one and not only_two:
        if one.answer.since != two.answer.since and one.answer.since and two.answer.since:
            return Difference(
                "date", f"the same, since {one.answer.since} and since {two.answer.since}", _pair(one, two)
            )
        return None
    more = ", ".join(sorted(only_one | only_two))
    return Difference("bound", f"{words_of(one)} and {words_of(two)}: only one of them gives {more}", _pair(one, two))


def _pair(one: Side, two: Side) -> tuple[str, str]:
    return one.claims[0].id, two.claims[0].id


def _staged(one: Side, two: Side, stages: Sequence[str]) -> str:
    if stages:
        reached = [
            stages.index(str(s.values.get("stage"))) if s.values.get("stage") in stages else -1 for s in (one, two)
        ]
        if -1 not in reached and reached[0] != reached[1]:
            early, late = (one, two) if reached[0] < reached[1] else (two, one)
            return f"{words_of(early)} comes before {words_of(late)}: two steps of one way"
    if one.status == two.status or not (one.status in _EARLY or two.status in _EARLY):
        return ""
    early, late = (one, two) if one.status in _EARLY and two.status != "proposed" else (two, one)
    if late.status == "proposed":
        early, late = late, early
    word = {"proposed": "a draft's", "planned": "a plan's", "ordered": "an order's"}[early.status]
    return f"{words_of(early)} is {word} value, {words_of(late)} is said of what {_IS[late.status]}"


_IS = {"actual": "is so", "planned": "is planned", "ordered": "is ordered", "proposed": "is proposed"}


def _apart(one: Side, two: Side) -> str:
    """Why two answers hold at different times, or an empty string."""
    first, second = (one.answer, two.answer)
    for early, late in ((first, second), (second, first)):
        if early.until and late.since and _day(early.until, last=True) < _day(late.since):
            return f"the one holds until {early.until}, the other since {late.since}"
    since = [first.since, second.since]
    if since[0] and since[1] and not _overlap(since[0], since[1]):
        return f"the one is said of {since[0]}, the other of {since[1]}"
    level = one.published and two.published and one.claims[0].type.startswith(_LEVEL_TYPES)
    if level and any(r in one.values for r in ("count", "amount")):
        days = abs((_day(one.published) - _day(two.published)).days)
        if days >= _LATER:
            return f"reported {days} days apart ({one.published}, {two.published}), and it is a level that changes"
    return ""


def _overlap(one: str, two: str) -> bool:
    return _day(one) <= _day(two, last=True) and _day(two) <= _day(one, last=True)


def _day(text: str, *, last: bool = False) -> dt.date:
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return dt.date.max if last else dt.date.min
    return date.latest if last else date.earliest


def reach(values: dict[str, Scalar], role: str) -> tuple[float, float]:
    """Between what a measured value may lie.

    >>> reach({"count": 20, "comparator": "at_least"}, "count"), reach({"count": 20, "comparator": "about"}, "count")
    ((20.0, inf), (18.0, 22.0))
    """
    value = values.get(role)
    if isinstance(value, str):
        return days_of(value) or (-math.inf, math.inf)
    if value is None:
        return -math.inf, math.inf
    number = float(value)
    match values.get("comparator"):
        case "at_least" | "ordinal":
            return number, math.inf
        case "at_most":
            return -math.inf, number
        case "about":
            return number * (1 - _ABOUT), number * (1 + _ABOUT)
        case _:
            return number, number


_DURATION = regex(r"P(\d+)([DWMY])")
_YEARS_AND_MONTHS = regex(r"P(\d+)Y(\d+)M")
_AND_DAYS = regex(r"(P\d+[WM])(\d+)D")
_DAYS = {"D": (1, 1), "W": (7, 7), "M": (28, 31), "Y": (365, 366)}


def days_of(duration: str) -> tuple[float, float] | None:
    """Between how many days an ISO 8601 duration may last; None where it is none.

    Months of a year are counted as they can follow one another: six months are 181 to 184 days.

    >>> days_of("P1M15D")
    (43.0, 46.0)
    >>> days_of("P6M"), days_of("P12M") == days_of("P1Y"), days_of("P2M"), days_of("P1Y6M") == days_of("P18M")
    ((181.0, 184.0), True, (59.0, 62.0), True)
    """
    both = _YEARS_AND_MONTHS.fullmatch(duration)
    if both:
        return days_of(f"P{12 * int(both[1]) + int(both[2])}M")
    more = _AND_DAYS.fullmatch(duration)
    if more and (whole := days_of(more[1])):
        return whole[0] + int(more[2]), whole[1] + int(more[2])
    found = _DURATION.fullmatch(duration)
    if not found:
        return None
    number, unit = int(found[1]), found[2]
    if unit == "M":
        years, months = divmod(number, 12)
        least, most = _MONTHS[months]
        return float(365 * years + least), float(366 * years + most)
    least, most = _DAYS[unit]
    return float(number * least), float(number * most)


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31) * 2
_RUNS = [[sum(_LENGTHS[at : at + n]) for at in range(12)] for n in range(12)]
_MONTHS = tuple((min(run), max(run)) for run in _RUNS)  # of an ordinary year


def _compatible(one: Side, two: Side, measured: Sequence[str]) -> bool:
    rest = (one.values.keys() & two.values.keys()) - set(measured) - {"comparator"}
    if any(one.values[r] != two.values[r] for r in rest):
        return False
    for role in measured:
        low, high = reach(one.values, role), reach(two.values, role)
        if max(low[0], high[0]) > min(low[1], high[1]):
            return False
    return True


def implies(one: Side, two: Side, measured: Sequence[str]) -> bool:
    """Whether who says the one also says the other: "20" implies "at least 15", not the other way round."""
    if one.answer.polarity != two.answer.polarity or not two.values.keys() - {"comparator"} <= one.values.keys():
        return False
    for role, value in two.values.items():
        if role in measured:
            inner, outer = reach(one.values, role), reach(two.values, role)
            if inner[0] < outer[0] or inner[1] > outer[1]:
                return False
        elif role != "comparator" and one.values[role] != value:
            return False
    return True


def _tighter(one: Side, two: Side, measured: Sequence[str]) -> str:
    def width(side: Side) -> float:
        return sum(min(b - a, 1e18) for a, b in (reach(side.values, r) for r in measured))

    def floor(side: Side) -> float:
        return max((a for a, _ in (reach(side.values, r) for r in measured)), default=0.0)

    ordered = sorted((one, two), key=lambda s: (width(s), -floor(s), repr(s.answer.values)))
    return words_of(ordered[0])


def words_of(side: Side) -> str:
    """An answer in words, with the first quote's document left to the claims."""
    values = dict(side.values)
    compared = in_words(values.pop("comparator", ""))
    worded = ((role.replace("_", " "), in_words(value)) for role, value in values.items())
    said = ", ".join(value if role in ("count", "amount") else f"{role} {value}" for role, value in worded)
    status = "" if side.status == "actual" else f" ({side.status})"
    denied = side.answer.polarity == "denied"
    if not said:
        return f"“{'no' if denied else 'yes'}”{status}"
    return f"{'not ' if denied else ''}“{compared + ' ' if compared else ''}{said}”{status}"


def neighbours(
    slot: Slot, others: Sequence[tuple[Slot, Claim, tuple[Answer, ...]]], own: tuple[Answer, ...], claim: Claim
) -> list[Difference]:
    """Questions of the same type in the same region that are not the same question, with other answers.

    Args:
        slot: The question.
        others: Further questions of its type and region, each with a claim and its answers.
        own: The answers to the question.
        claim: One of its claims, to show it by.

    Returns:
        At most `_SHOWN` differences of kind ``scope`` or ``unit``.
    """
    out = []
    mine = dict(slot.scope)
    for other, shown, answers in others:
        theirs = dict(other.scope)
        apart = sorted(r for r in mine.keys() | theirs.keys() if mine.get(r) != theirs.get(r))
        if not apart or len(apart) > 2 or {a.values for a in answers} == {a.values for a in own}:
            continue
        if not any(a.values for a in (*answers, *own)):
            continue
        said = "; ".join(f"{r}: {mine.get(r, 'not said')} and {theirs.get(r, 'not said')}" for r in apart)
        if set(apart) <= _UNIT_ROLES or (set(apart) <= _UNIT_ROLES | {"kind"} and "period" in apart):
            reason = f"another unit of measure ({said}): not comparable without a stated convention"
            out.append(Difference("unit", reason, (claim.id, shown.id)))
        else:
            out.append(Difference("scope", f"another question ({said}): both are kept apart", (claim.id, shown.id)))
        if len(out) == _SHOWN:
            break
    return out
