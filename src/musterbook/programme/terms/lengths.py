"""The length of the contract, where it was not told: every length that the book names is worked through.

In: a desk and what is to be worked out. Out: a tally over all lengths. Never picks the likeliest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from musterbook.programme.terms.answer import Option, hull
from musterbook.programme.terms.choosing import Desk
from musterbook.programme.terms.days import Duration
from musterbook.programme.terms.sums import Tally
from musterbook.programme.terms.term import LIVE


def lengths(desk: Desk) -> tuple[Duration, ...]:
    """The lengths of contract that the book names for the service, for where none was told."""
    terms = (*desk.sheet.of("contract.term"), *desk.sheet.of("pay.amount"))
    near = [t for t in terms if t.tier == LIVE and not t.denied and t.region in ("", desk.service.region)]
    found = (t.length("duration") or t.length("contract_term") for t in near)
    return tuple(sorted({d for d in found if d}, reverse=True))


def over_lengths(desk: Desk, work: Callable[[Desk], Tally]) -> Tally:
    """A tally; where the length of the contract was not told, over all lengths that the book names."""
    named = () if desk.service.term else lengths(desk)
    if not named:
        return work(desk)
    each = [(d, work(replace(desk, service=replace(desk.service, term=d)))) for d in named]
    ends = {(t.reach.low, t.reach.high) if t.reach else None for _, t in each}
    told = [(d, t.reach) for d, t in each if t.reach]
    first = each[0][1]
    if len(ends) == 1 or not told:
        return first
    options = tuple(
        replace(o, text=f"contract of {d}: {o.text}")
        for d, t in each
        for o in (t.options or (Option("", (), "known" if t.complete else "unknown", t.reach),))
    )
    listed = ", ".join(str(d) for d in named)
    notes = (
        f"the length of the contract: not given; the book names {listed}",
        *(n for _, t in each for n in t.not_known),
    )
    reach = hull(r for _, r in told) if len(told) == len(each) else replace(hull(r for _, r in told), high=None)
    return Tally(
        reach=reach,
        parts=first.parts,
        steps=tuple(replace(s, text=f"contract of {d}: {s.text}") for d, t in each for s in t.steps),
        options=tuple(replace(o, text=o.text.removesuffix(": ")) for o in options),
        held=tuple(dict.fromkeys(h for _, t in each for h in t.held)),
        aside=tuple(dict.fromkeys(a for _, t in each for a in t.aside)),
        not_known=tuple(dict.fromkeys(notes)),
        complete=all(t.complete for _, t in each),
        contested=any(t.contested for _, t in each),
        drafted=all(t.drafted for _, t in each),
        note=first.note,
    )
