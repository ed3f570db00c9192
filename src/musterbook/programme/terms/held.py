"""Which rule held on a day, as the book has it.

In: terms and a day. Out: for each rule whether it held, was a draft, was over, or is not dated. What was
reported later is not taken to have held before, and a draft never to have held at all.
"""

from __future__ import annotations

import datetime as dt

from musterbook.programme.terms.answer import CONTESTED, DRAFT, KNOWN, UNKNOWN, Answer, HeldRule
from musterbook.programme.terms.choosing import Choice, Desk, choices, concerned
from musterbook.programme.terms.days import Span
from musterbook.programme.terms.term import ASIDE, Term

TYPES = (
    "callup.limit", "callup.place", "pay.amount", "pay.clawback", "contract.term", "eligibility.age",
    "eligibility.criterion", "training.duration", "deployment.area",
)  # fmt: skip
_ASKED = ("kind", "trigger", "criterion", "instrument", "contract_term", "group", "area")
_AHEAD = {"planned": "announced", "ordered": "ordered"}
_ORDER = ("held", "since_not_said", "reported_later", "announced", "ordered", "draft", "not_yet", "over", "denied")


def standing_on(term: Term, day: dt.date) -> tuple[str, str]:
    """How a rule stood on a day, and why in words.

    Args:
        term: The rule.
        day: The day asked about.
    """
    reported = dt.date.fromisoformat(term.reported) if len(term.reported) == len("2026-01-01") else None
    later = reported is not None and reported > day
    if term.denied:
        return "denied", "its source says that it is not so"
    if term.tier == "draft":
        if later:
            return "draft", f"a draft, first reported on {reported}, after the day"
        return "draft", f"on {day} it was a draft" + (f", reported on {reported}" if reported else "")
    if term.first and day < term.first:
        return "not_yet", f"it holds only since {term.since}"
    if term.last and term.last < day:
        return "over", f"it held until {term.until}"
    if term.status in _AHEAD:
        told = f", reported on {reported}" if reported else ""
        return _AHEAD[term.status], f"{term.stage}{told}; no report says that it came to be"
    if term.first:
        return "held", f"it holds since {term.since}" + (f" until {term.until}" if term.until else "")
    if later:
        return "reported_later", f"reported on {reported}, after the day; since when it holds is not said"
    if term.last:
        return "held", f"it holds until {term.until}"
    return "since_not_said", "since when it holds is not said" + (f"; reported on {reported}" if reported else "")


def rules_held(desk: Desk) -> Answer:
    """Every rule that concerns the service, with how it stood on the day asked about."""
    day = desk.service.day
    label = "Which rules held" + (f" on {day}" if day else "")
    if day is None:
        return Answer("held", label, UNKNOWN, "unknown", complete=False, not_known=("the day asked about: not given",))
    held: list[HeldRule] = []
    for topic, listed in topics(desk).items():
        lines = [(c, *standing_on(c.term, day)) for c in listed]
        lines.sort(key=lambda x: _ORDER.index(x[1]))
        held += [HeldRule(Span(day, day), topic, c.words, s, why, c.terms) for c, s, why in lines]
    standings = {h.standing for h in held}
    if not held:
        missing = ("any rule: the book says nothing that concerns this service",)
        return Answer("held", label, UNKNOWN, "unknown", complete=False, not_known=missing)
    counts = [(s, sum(h.standing == s for h in held)) for s in _ORDER if s in standings]
    text = "; ".join(f"{_SAYS[s]}: {n}" for s, n in counts)
    state = KNOWN if standings & {"held", "since_not_said"} else DRAFT if "draft" in standings else UNKNOWN
    if len([h for h in held if h.standing == "held"]) > len({h.topic for h in held if h.standing == "held"}):
        state = CONTESTED
    return Answer("held", label, state, text, held=tuple(held))


_SAYS = {
    "held": "held",
    "since_not_said": "reported, since when is not said",
    "reported_later": "reported only later",
    "announced": "announced",
    "ordered": "ordered",
    "draft": "a draft",
    "not_yet": "not yet",
    "over": "over",
    "denied": "denied",
}


def topics(desk: Desk) -> dict[str, tuple[Choice, ...]]:
    """The rules that concern a service, gathered by what they are about."""
    out: dict[str, list[Term]] = {}
    for type_ in TYPES:
        for term in concerned_by_topic(desk, type_):
            asked = " ".join(term.text(r).replace("_", " ") for r in _ASKED if term.get(r))
            out.setdefault(f"{type_} {asked}".strip(), []).append(term)
    return {topic: choices(terms, by_time=True) for topic, terms in out.items()}


def concerned_by_topic(desk: Desk, type_: str) -> tuple[Term, ...]:
    """The nearest terms of a type, kind by kind."""
    kinds: dict[tuple[str, ...], list[Term]] = {}
    for term in desk.sheet.of(type_):
        kinds.setdefault(
            tuple(term.text(r) for r in ("kind", "trigger", "criterion", "instrument", "area")), []
        ).append(term)
    near = [t for terms in kinds.values() for t in concerned(desk, terms)]
    return (*near, *(t for t in desk.sheet.of(type_) if t not in near and _may_concern(desk, t)))


def _may_concern(desk: Desk, term: Term) -> bool:
    """Whether a term of a length of contract or a group of people may concern a service that tells neither."""
    if term.tier == ASIDE or term.region not in ("", desk.service.region):
        return False
    told = ((term.get("contract_term"), desk.service.term), (term.get("group"), desk.service.rank))
    return any(asked and not given for asked, given in told) and not any(asked and given for asked, given in told)
