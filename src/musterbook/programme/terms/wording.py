"""Terms and sums in words, for people who read many of them.

In: terms, figures. Out: one line each. Never leaves out the stage or the bound that a source sets.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from musterbook.programme.terms.answer import Reach
from musterbook.programme.terms.days import money
from musterbook.programme.terms.term import Term

KINDS = {
    "monthly_pay": "monthly pay",
    "daily_pay": "daily pay",
    "signing_bonus": "signing bonus",
    "one_time": "one-time payment",
    "regional_supplement": "regional supplement",
}
_PER = {"month": "a month", "day": "a day", "week": "a week", "year": "a year", "one_time": "once"}
_BOUND = {"at_least": "at least ", "at_most": "up to ", "about": "about "}
_PLACES = {
    "home_region": "the home region only",
    "home_region_preferred": "the home region, where possible",
    "none": "no limit of place",
    "country": "the whole country",
}
_AREAS = {"UA": "to Ukraine", "combat_zone": "to a zone of fighting", "abroad": "abroad"}


def shown(value: Fraction | None, unit: str) -> str:
    """A figure with its unit.

    >>> shown(Fraction(1160000, 3), "RUB"), shown(Fraction(1), "days")
    ('386,666.67 RUB', '1 day')
    """
    if value is None:
        return "not known"
    if unit == "days":
        return f"{int(value):,} day{'' if value == 1 else 's'}"
    whole, part = money(abs(value)).split(".")
    sign = "-" if money(value).startswith("-") else ""
    return f"{sign}{int(whole):,}.{part} {unit}"


def between(reach: Reach | None, unit: str) -> str:
    """A reach in words: one figure, from … to …, at least, or at most."""
    if reach is None or (reach.low is None and reach.high is None):
        return "unknown"
    if reach.low is None:
        return f"at most {shown(reach.high, unit)}; the lower end is not known"
    if reach.high is None:
        return f"at least {shown(reach.low, unit)}; the upper end is not known"
    if reach.low == reach.high:
        return shown(reach.low, unit)
    low = shown(reach.low, unit).removesuffix(f" {unit}").removesuffix(" days")
    return f"from {low} to {shown(reach.high, unit)}"


def plain_number(value: object) -> str:
    """A number as people write it.

    >>> plain_number(50000), plain_number(0.5)
    ('50,000', '0.5')
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:,.0f}" if value == int(value) else f"{value:,}"
    return str(value)


def rule_words(term: Term) -> str:
    """A term as one rule in words, with its stage where it is not simply reported as so."""
    words = _WRITERS.get(term.type, _any)(term)
    where = f", in {term.region}" if term.region else ""
    people = term.text("group") or term.text("for")
    group = f", for {people.replace('_', ' ')}" if people else ""
    scheme = f", scheme {term.text('scheme')}" if term.get("scheme") else ""
    stage = "" if term.stage == "reported as so" else f" ({_stage(term)})"
    return f"{words}{where}{group}{scheme}{stage}"


def _stage(term: Term) -> str:
    if term.denied:
        return "said not to be so" + (", in a draft" if term.status == "proposed" else "")
    return term.stage


def time_words(terms: Sequence[Term]) -> str:
    """When a rule held, as its sources say, and since when it has been reported."""
    said = dict.fromkeys(_time(t) for t in terms)
    reported = min((t.reported for t in terms if t.reported), default="")
    known = "; ".join(s for s in said if s) or "since when is not said"
    return f"{known}; reported {reported}" if reported else known


def _time(term: Term) -> str:
    since = f"since {term.since}" if term.since else ""
    until = f"until {term.until}" if term.until else ""
    return " ".join(p for p in (since, until) if p)


def _pay(term: Term) -> str:
    kind = term.text("kind")
    name = KINDS.get(kind, kind.replace("_", " "))
    amount, bound = term.get("amount"), _BOUND.get(term.text("comparator"), "")
    per = _PER.get(term.text("period"), "") if kind not in ("signing_bonus", "one_time") else ""
    sum_ = (
        f" {bound}{plain_number(amount)} {term.text('currency') or 'RUB'}" if amount is not None else ", no sum given"
    )
    contract = f" for a contract of {term.length('contract_term')}" if term.length("contract_term") else ""
    near = f" within {plain_number(term.get('within_km'))} km of the border" if term.get("within_km") else ""
    condition = f" if {term.text('condition').replace('_', ' ')}" if term.get("condition") else ""
    payer = f", paid by {term.text('payer')}" if term.get("payer") else ""
    return f"{name}{sum_}{' ' + per if per else ''}{contract}{near}{condition}{payer}"


def _clawback(term: Term) -> str:
    share, trigger = term.get("share"), term.text("trigger").replace("_", " ")
    if term.get("amount") is not None:
        back = f"{plain_number(term.get('amount'))} RUB returned"
    elif share == "proportion":
        back = "the bonus returned in proportion to the days not served"
    elif share is None:
        back = "money returned; how much is not said"
    else:
        part = term.number("share")
        back = "the bonus returned in full" if part == 1 else f"{plain_number(share)} of the bonus returned"
    return f"{back} on {trigger or 'early end'}"


def _limit(term: Term) -> str:
    per, length = term.length("per"), term.length("max_duration")
    often = (
        "a year" if per and per.months == 12 and not per.days else f"in {per}" if per else "(per what time is not said)"
    )
    return f"call-up of up to {length or 'a time that is not said'} {often}"


def _age(term: Term) -> str:
    low, high = term.get("min"), term.get("max")
    if low is not None and high is not None:
        return f"age {low} to {high}"
    return f"age from {low}" if low is not None else f"age up to {high}"


def _criterion(term: Term) -> str:
    name = term.text("criterion").replace("_", " ")
    value = f" “{term.text('value')}”" if term.get("value") else ""
    condition = f" (if {term.text('condition').replace('_', ' ')})" if term.get("condition") else ""
    return f"{name}{value} {term.text('effect')}{condition}"


def _place(term: Term) -> str:
    return f"service in {_PLACES.get(term.text('limit'), term.text('limit'))}"


def _area(term: Term) -> str:
    area = term.text("area")
    return f"sent {_AREAS.get(area, 'to ' + area)}"


def _any(term: Term) -> str:
    scope = ", ".join(f"{r} {v}".replace("_", " ") for r, v in term.values if r not in ("group", "scheme"))
    return f"{term.type.replace('.', ' ')}: {scope}" if scope else term.type.replace(".", " ")


_WRITERS = {
    "pay.amount": _pay,
    "pay.clawback": _clawback,
    "callup.limit": _limit,
    "eligibility.age": _age,
    "eligibility.criterion": _criterion,
    "callup.place": _place,
    "deployment.area": _area,
}
