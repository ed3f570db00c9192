"""What is owed, payment by payment: each a rule that reads like its words, with its working.

In: a desk. Out: parts of the sum, each between two ends. A payment of which the book says nothing is no part,
and is named as not known; it is never nothing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

from musterbook.programme.terms.answer import NOTHING, Reach, Step, hull
from musterbook.programme.terms.choosing import Choice, Desk, pick, stretches
from musterbook.programme.terms.days import (
    Span,
    calendar_months,
    counted,
    last_day,
    united,
    whole_months,
    within,
)
from musterbook.programme.terms.parts import Part, Pieces, added, gathered, near, unit_of
from musterbook.programme.terms.term import Term
from musterbook.programme.terms.wording import between, rule_words

_WEEK, _YEAR = 7, 12  # days; months


def span_of(desk: Desk) -> tuple[Span | None, tuple[str, ...]]:
    """The days of service that are counted, and what is not known of them.

    From the day of signing to that of leaving, to the day asked about, or to the last day of the contract,
    whichever is first.
    """
    service = desk.service
    if service.signed is None:
        return None, ("when the contract was signed: not given",)
    ends = [d for d in (service.left, service.on) if d]
    if not ends:
        return None, ("until when the service runs: give the day of leaving, or the day asked about",)
    last = min(ends)
    end = last_day(service.signed, service.term) if service.term else None
    if desk.conventions.days == "exclusive":
        last -= dt.timedelta(days=1)
    if end and end < last:
        return Span(service.signed, end), (f"whether the contract went on after {end}, its last day",)
    return Span(service.signed, last), ()


def duty_of(desk: Desk, span: Span | None = None) -> tuple[Span, ...] | None:
    """The days on duty that are told by their dates, each day once; None where nothing is told of any."""
    if desk.service.duty is None:
        return None
    short = dt.timedelta(days=desk.conventions.days == "exclusive")
    spans = united(Span(s.first, s.last - short) for s in desk.service.duty)
    return within(spans, span) if span else spans


def running(desk: Desk, rule: str, kind: str, span: Span) -> Part:
    """Rate × months of service, piece by piece where the rate changes (monthly pay, supplements)."""
    terms = desk.sheet.of("pay.amount", kind)
    if not terms:
        return Part(rule=rule)
    pieces = stretches(desk, terms, span)
    paid: tuple[Span, ...] | None = (span,)
    if desk.conventions.paid == "duty":
        paid = None if desk.service.duty_count else duty_of(desk, span)
    if paid is None:
        return _undated(desk, rule, terms, pieces, "the dates of the days on duty: not given")
    days = paid
    covered = [s for piece, picked in pieces if picked.live for s in within(days, piece)]
    months = whole_months(span.first, covered) if desk.conventions.month == "whole" else ()

    def worth(choice: Choice, piece: Span) -> tuple[Reach, str]:
        length, unit = _length(desk, choice.term, within(days, piece), months)
        return _rate(desk, choice).times(length), f"× {mixed(length)} {unit} ({piece}){_far(desk, choice.term)}"

    return gathered(desk, rule, terms, pieces, worth)


def daily(desk: Desk, rule: str, kind: str, span: Span) -> Part:
    """Rate × days on duty, or × days of service where that is the convention."""
    terms = desk.sheet.of("pay.amount", kind)
    if not terms:
        return Part(rule=rule)
    pieces = stretches(desk, terms, span)
    duty = (span,) if desk.conventions.daily == "service" else duty_of(desk, span)
    if duty is None:
        return _undated(desk, rule, terms, pieces, "the days on duty: not given")
    days = duty

    def worth(choice: Choice, piece: Span) -> tuple[Reach, str]:
        number = counted(within(days, piece))
        return _rate(desk, choice).times(Fraction(number)), f"× {number} days"

    part = gathered(desk, rule, terms, pieces, worth)
    return part if desk.conventions.daily == "service" else _with_count(desk, part, pieces, terms)


def once(desk: Desk, rule: str, kind: str, day: dt.date) -> list[Part]:
    """A sum that is owed once, by the rule of the day of signing; those of several payers add up."""
    parts = []
    for terms in by_payer(tuple(t for t in desk.sheet.of("pay.amount", kind) if not t.get("condition"))):
        pieces = [(Span(day, day), pick(desk, terms, day))]
        parts.append(gathered(desk, rule, terms, pieces, lambda c, _: (_rate(desk, c), "× 1")))
    return parts


def by_payer(terms: tuple[Term, ...]) -> list[tuple[Term, ...]]:
    """Sums of several payers stand beside one another; where a payer is not said, they may be the same sum."""
    payers = {t.text("payer") for t in terms}
    if "" in payers or len(payers) < 2:
        return [terms] if terms else []
    return [tuple(t for t in terms if t.text("payer") == p) for p in sorted(payers)]


def _undated(desk: Desk, rule: str, terms: tuple[Term, ...], pieces: Pieces, missing: str) -> Part:
    """A payment whose rate may be known, but not its days."""
    part = gathered(desk, rule, terms, pieces, lambda c, _: (Reach(None, None, c.terms, c.terms), "× not known"))
    if not any(picked.live for _, picked in pieces):
        return part
    return replace(part, options=(), not_known=(*part.not_known, missing), complete=False)


def _with_count(desk: Desk, part: Part, pieces: Pieces, terms: tuple[Term, ...]) -> Part:
    """Days that are told by their number alone: they may lie in any piece of the service."""
    count = Fraction(desk.service.duty_count)
    chosen = list(dict.fromkeys(c for _, picked in pieces for c in picked.live))
    if not count or not chosen or part.reach is None:
        return part
    rates = {c.terms: _rate(desk, c).times(count) for c in chosen}
    extra = hull(rates.values())
    steps = [s for s in part.steps if s.reach and s.reach.high]
    unit = unit_of(terms)
    for choice in chosen:
        text = f"{rule_words(choice.term)}: × {count} days = {between(rates[choice.terms], unit)}"
        steps.append(Step(part.rule, text, rates[choice.terms], choice.terms))
    options = tuple(replace(o, reach=added([o.reach or NOTHING, rates.get(o.terms, extra)])) for o in part.options)
    notes = part.not_known
    if len([p for p in pieces if p[1].live]) > 1:
        notes = (*notes, "on which days the duty was, while its rate changed")
    return replace(part, reach=added([part.reach, extra]), steps=tuple(steps), options=options, not_known=notes)


def _rate(desk: Desk, choice: Choice) -> Reach:
    """What a choice pays for one unit of time: nothing where it is too far, either where that is not known."""
    reach = choice.amount(desk.conventions.about)
    met = near(desk, choice.term)
    if met is True:
        return reach
    return Reach(Fraction(0), Fraction(0) if met is False else reach.high, choice.terms, choice.terms)


def _far(desk: Desk, term: Term) -> str:
    met = near(desk, term)
    if met is None:
        return "; how far from the border is not given"
    return "" if met else f"; {desk.service.km} km from the border, so nothing"


def _length(desk: Desk, term: Term, spans: tuple[Span, ...], months: tuple[Span, ...]) -> tuple[Fraction, str]:
    """How many units of a rate lie in some days, and what the units are."""
    days = counted(spans)
    match term.text("period"):
        case "day":
            return Fraction(days), "days"
        case "week":
            return Fraction(days, _WEEK), "weeks"
        case "year":
            return _months(desk, spans, months) / _YEAR, "years"
        case _:
            return _months(desk, spans, months), "months"


def _months(desk: Desk, spans: tuple[Span, ...], months: tuple[Span, ...]) -> Fraction:
    match desk.conventions.month:
        case "30":
            return Fraction(counted(spans), 30)
        case "whole":
            return sum((Fraction(counted(within(spans, m)), m.days) for m in months), Fraction(0))
        case _:
            return sum((calendar_months(s) for s in spans), Fraction(0))


def mixed(number: Fraction) -> str:
    """A number as people write fractions.

    >>> mixed(Fraction(49, 15)), mixed(Fraction(6)), mixed(Fraction(8, 30))
    ('3 4/15', '6', '4/15')
    """
    whole, rest = divmod(number, 1)
    return " ".join(str(x) for x in (whole, rest) if x) or "0"
