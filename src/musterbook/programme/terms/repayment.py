"""What has to be repaid, and what is left of the sums after it.

In: a desk. Out: tallies. Bonus and repayment hang together, so what is left is worked out for each pair of
their rules, never from the two ends alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

from musterbook.programme.terms.answer import NOTHING, HeldRule, Option, Reach, Step, hull, total
from musterbook.programme.terms.choosing import Choice, Desk, choices, concerned, contested, pick
from musterbook.programme.terms.days import Span, last_day
from musterbook.programme.terms.parts import added, applying
from musterbook.programme.terms.pay import by_payer, span_of
from musterbook.programme.terms.sums import Tally, owed
from musterbook.programme.terms.term import Term
from musterbook.programme.terms.wording import between, rule_words

_EARLY = "early_termination"


@dataclass(frozen=True, slots=True)
class _Way:
    """One pair of a bonus and a rule of repayment."""

    back: Choice | None
    bonus: Reach
    returned: Reach
    left: Reach
    text: str = ""
    terms: tuple[Term, ...] = ()


def repaid(desk: Desk) -> Tally:
    """Bonus × the part that has to be returned: in full, in proportion to the days not served, or a sum."""
    ways, tally = _ways(desk)
    if not ways:
        return tally
    reach = hull(w.returned for w in ways)
    options = tuple(_option(w, w.returned) for w in ways) if len(ways) > 1 else ()
    return replace(tally, reach=reach, options=options, complete=reach.low is not None and reach.high is not None)


def net(desk: Desk) -> Tally:
    """What is owed − what has to be repaid, for each pair of their rules."""
    whole, (ways, back) = owed(desk), _ways(desk)
    if whole.reach is None or not ways:
        missing = () if whole.reach else ("what is owed",)
        unknown = () if ways else ("what has to be repaid",)
        notes = (*missing, *unknown, *whole.not_known, *back.not_known)
        return Tally(not_known=_each(notes), complete=False, held=whole.held, aside=(*whole.aside, *back.aside))
    rest = [p.reach for p in whole.parts if p.rule != "pay.bonus" and p.reach]
    base = total(rest) if rest else NOTHING
    if not whole.complete:
        base = replace(base, high=None)
    results = [(w, added([base, w.left])) for w in ways]
    return Tally(
        reach=hull(r for _, r in results),
        steps=(*whole.steps, *back.steps),
        options=tuple(_option(w, r) for w, r in results) if len(ways) > 1 else (),
        held=(*whole.held, *back.held),
        aside=(*whole.aside, *back.aside),
        not_known=_each((*whole.not_known, *back.not_known)),
        complete=whole.complete and back.complete,
        contested=whole.contested or back.contested,
        note=back.note,
    )


def _ways(desk: Desk) -> tuple[list[_Way], Tally]:
    """Every pair of a bonus and a rule of repayment, or why there is none."""
    service = desk.service
    day = service.left or service.on
    if service.signed is None or day is None:
        return [], Tally(not_known=span_of(desk)[1], complete=False)
    end = last_day(service.signed, service.term) if service.term else None
    note = "" if service.left else f"if service ends on {day}"
    reason = service.reason or (_EARLY if end is None or day < end else "")
    if not reason:
        text = f"the contract ran its length, to {end}"
        bonus = [_Way(None, b, NOTHING, b) for b, _ in _bonuses(desk)] or [_Way(None, NOTHING, NOTHING, NOTHING)]
        return bonus, Tally(steps=(Step("repay", text, NOTHING),), note=text, aside=_other_triggers(desk, ""))
    terms = tuple(t for t in desk.sheet.of("pay.clawback") if t.text("trigger") in (reason, ""))
    picked = pick(desk, terms, day)
    aside = (*(c.option("draft") for c in picked.drafts), *_other_triggers(desk, reason))
    backs = (*picked.live, *picked.denials)
    words = reason.replace("_", " ")
    if not backs:
        missing = f"what has to be repaid on {words}: " + (
            "only a draft says" if picked.drafts else "the book does not say"
        )
        return [], Tally(not_known=(missing,), aside=aside, complete=False, drafted=bool(picked.drafts), note=note)
    bonuses = list(_bonuses(desk))
    ways = [w for c in backs for w in _pairs(desk, c, bonuses, day)]
    notes = [f"how much has to be returned: {c.words}" for c in backs if _unsaid(c)]
    if not bonuses:
        notes.append("the bonus that would be returned: the book gives none for this service")
        note = "; ".join(filter(None, (note, "by the rule: " + " or ".join(rule_words(c.term) for c in backs))))
    if end is None and not service.reason:
        notes.append("whether the service ended early: the length of the contract is not given")
        ways += [_Way(None, b, NOTHING, b, "the contract had run its length") for b, _ in bonuses]
    notes += [f"{c.words}: how long the contract runs is not given" for c in backs if _proportional(c) and end is None]
    tally = Tally(
        steps=tuple(_step(w) for w in ways),
        held=tuple(HeldRule(Span(day, day), "clawback", c.words, "held", "", c.terms) for c in picked.live),
        aside=aside,
        not_known=_each(notes),
        contested=_differ(desk, ways, backs),
        note=note,
        complete=not notes,
    )
    return (ways, tally) if any(w.returned.high is not None for w in ways) else ([], replace(tally, complete=False))


def _bonuses(desk: Desk) -> Iterator[tuple[Reach, tuple[Term, ...]]]:
    """Every bonus that the service may have been paid; those of several payers together."""
    assert desk.service.signed is not None
    groups = []
    for terms in by_payer(tuple(t for t in desk.sheet.of("pay.amount", "signing_bonus") if not t.get("condition"))):
        live = applying(desk, pick(desk, terms, desk.service.signed).live)
        if live:
            groups.append([c.amount(desk.conventions.about) for c in live])
    if groups:
        for chosen in product(*groups):
            yield added(list(chosen)), chosen[0].low_by


def _pairs(desk: Desk, back: Choice, bonuses: list[tuple[Reach, tuple[Term, ...]]], day: dt.date) -> Iterator[_Way]:
    amount = back.term.number("amount")
    for bonus, terms in bonuses or [(Reach(None, None), ())]:
        text = back.words + (f", of {between(bonus, 'RUB')}" if len(bonuses) > 1 else "")
        share = Fraction(0) if back.term.denied else _share(desk, back)
        if amount is not None and not back.term.denied:
            returned = Reach(amount, amount, back.terms, back.terms)
            left = bonus.less(returned)
        elif share is None:
            returned = left = Reach(None, None, back.terms, back.terms)
        else:
            by = (*back.terms, *terms)
            ends = (bonus.low, bonus.high) if share else (Fraction(0), Fraction(0))
            returned = replace(Reach(*ends).times(share), low_by=by, high_by=by)
            left = replace(bonus.times(1 - share), low_by=by, high_by=by)
        yield _Way(back, bonus, returned, left, text, (*back.terms, *terms))


def _share(desk: Desk, back: Choice) -> Fraction | None:
    """The part of the bonus that goes back; None where it is not said, or its days are not known."""
    if not _proportional(back):
        return back.term.number("share")
    service = desk.service
    span = span_of(desk)[0]
    if service.term is None or span is None or service.signed is None:
        return None
    whole = Span(service.signed, last_day(service.signed, service.term)).days
    return Fraction(whole - span.days, whole)


def _proportional(back: Choice) -> bool:
    return back.term.get("share") == "proportion"


def _unsaid(back: Choice) -> bool:
    return not back.term.denied and back.term.get("share") is None and back.term.get("amount") is None


def _differ(desk: Desk, ways: list[_Way], backs: tuple[Choice, ...]) -> bool:
    """Whether rules of repayment differ at one stage, or the sums that they are worked out from."""
    known = [(w.returned.low, w.returned.high) for w in ways if w.back and w.returned.high is not None]
    if len(set(known)) < 2:
        return False
    first = {c.term.status for c in backs}
    live = pick(desk, desk.sheet.of("pay.amount", "signing_bonus"), desk.service.signed).live
    bonuses = {c: c.amount(desk.conventions.about) for c in live}
    return (len(backs) > 1 and len(first) < len(backs)) or contested(bonuses)


def _other_triggers(desk: Desk, reason: str) -> tuple[Option, ...]:
    """What would have to be returned for other reasons."""
    other = [t for t in desk.sheet.of("pay.clawback") if t.text("trigger") not in (reason, "")]
    text = "another reason than the one told"
    return tuple(c.option("range", None, text) for c in choices(concerned(desk, other)))


def _step(way: _Way) -> Step:
    text = f"{way.text}: of {between(way.bonus, 'RUB')}, {between(way.returned, 'RUB')} to be returned"
    return Step("repay", text, way.returned, way.terms)


def _option(way: _Way, reach: Reach) -> Option:
    state = "known" if reach.low is not None and reach.low == reach.high else "range"
    if way.back is None:
        return Option(way.text or "nothing is returned", way.terms, state, reach)
    return replace(way.back.option(state, reach), text=way.text, terms=way.terms)


def _each(notes: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(notes))
