"""What is owed, as a sum of payments.

In: a desk. Out: `Tally`: reaches with their working. Never adds a payment of which the book says nothing, and
says which those are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from musterbook.programme.terms.answer import Option, total
from musterbook.programme.terms.choosing import Desk, choices, concerned
from musterbook.programme.terms.parts import Part, Reckoning
from musterbook.programme.terms.pay import daily, once, running, span_of
from musterbook.programme.terms.wording import KINDS

_COUNTED = frozenset(KINDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally(Reckoning):
    """A sum of payments.

    Attributes:
        parts: Its payments.
        note: What the one-line answer must add.
    """

    parts: tuple[Part, ...] = ()
    note: str = ""


def owed(desk: Desk) -> Tally:
    """Pay for the time served + daily pay + supplements + bonus + other sums paid once."""
    span, notes = span_of(desk)
    if span is None:
        return Tally(not_known=notes, complete=False)
    pay = [running(desk, "pay.monthly", "monthly_pay", span), daily(desk, "pay.daily", "daily_pay", span)]
    extra = [running(desk, "pay.supplement", "regional_supplement", span)]
    sums = [p for kind, rule in (("signing_bonus", "pay.bonus"), ("one_time", "pay.one_time"))
            for p in once(desk, rule, kind, span.first)]  # fmt: skip
    tally = _together([*pay, *extra, *sums], notes)
    silent = [KINDS[k] for k in KINDS if not desk.sheet.of("pay.amount", k)]
    lines = tally.not_known + (
        (f"of these the book says nothing for this service: {', '.join(silent)}",) if silent else ()
    )
    if all(p.reach is None for p in pay):
        reach = replace(tally.reach, high=None) if tally.reach else None
        tally = replace(tally, reach=reach, complete=False)
    return replace(tally, not_known=lines, aside=(*tally.aside, *_named_only(desk)))


def supplement(desk: Desk) -> Tally:
    """Supplement × months on which its rule held and the place was near enough."""
    span, notes = span_of(desk)
    if span is None:
        return Tally(not_known=notes, complete=False)
    part = running(desk, "pay.supplement", "regional_supplement", span)
    if part.reach is None:
        return Tally(not_known=(*notes, "the book says nothing of a regional supplement"), complete=False)
    return _together([part], notes)


def _together(parts: list[Part], notes: tuple[str, ...]) -> Tally:
    told = [p for p in parts if p.reach is not None]
    known = [p.reach for p in told if p.reach and (p.reach.low is not None or p.reach.high is not None)]
    reach = total([p.reach for p in told if p.reach]) if known else None
    disputed = [p for p in told if p.options]
    options: list[Option] = []
    for part in disputed:
        others = [p.reach for p in told if p is not part and p.reach]
        options += [replace(o, reach=total([*others, o.reach])) for o in part.options if o.reach]
    return Tally(
        reach=reach,
        parts=tuple(parts),
        steps=tuple(s for p in told for s in p.steps),
        options=tuple(options),
        held=tuple(h for p in told for h in p.held),
        aside=tuple(a for p in told for a in p.aside),
        not_known=(*notes, *(n for p in told for n in p.not_known)),
        complete=all(p.complete for p in told) and bool(known),
        contested=any(p.contested for p in told),
        drafted=bool(told) and all(p.drafted for p in told),
    )


def _named_only(desk: Desk) -> tuple[Option, ...]:
    """Payments that the book names and that hang on something that is not told: injury, travel, a condition."""
    terms = [t for t in desk.sheet.of("pay.amount") if t.get("amount") is not None]
    other = [
        t for t in terms if t.text("kind") not in _COUNTED or (t.get("condition") and t.get("kind") != "monthly_pay")
    ]
    reason = "not counted: it hangs on something that is not told here"
    return tuple(c.option("range", None, reason) for c in choices(concerned(desk, other)))
