"""What a question about terms is answered with: two ends, what drives each, and what is not known.

Nouns, and their plain form for JSON. An end that nobody knows is None, never zero. Every line of the working
leads to terms, every term to its quotes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from musterbook.programme.terms.days import Span, money
from musterbook.programme.terms.term import Term

NOTICE = "This is information on what has been reported. It is not legal advice."
KNOWN, RANGE, CONTESTED, DRAFT, UNKNOWN = "known", "range", "contested", "draft", "unknown"
STATES = (KNOWN, RANGE, CONTESTED, DRAFT, UNKNOWN)
"""One value; a range; different answers by different sources; only a draft's answer; nothing."""
YES, NO, UNCLEAR = "yes", "no", "unclear"
VERDICTS = (YES, NO, CONTESTED, UNCLEAR, DRAFT, UNKNOWN)

Terms = tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """Between what a figure lies, and what says so.

    Attributes:
        low: The lower end; None where it is not known.
        high: The upper end; None likewise.
        low_by: The terms that drive the lower end.
        high_by: The terms that drive the upper end.
    """

    low: Fraction | None
    high: Fraction | None
    low_by: Terms = ()
    high_by: Terms = ()

    def times(self, factor: Fraction) -> Reach:
        """Both ends, multiplied by something that is not below nothing; times nothing is nothing, whatever it is."""
        if not factor:
            return Reach(factor, factor, self.low_by, self.high_by)
        low = None if self.low is None else self.low * factor
        return Reach(low, None if self.high is None else self.high * factor, self.low_by, self.high_by)

    def less(self, other: Reach) -> Reach:
        """What is left when something is taken away that does not hang together with it."""
        low = None if self.low is None or other.high is None else self.low - other.high
        high = None if self.high is None or other.low is None else self.high - other.low
        return Reach(low, high, _once(self.low_by, other.high_by), _once(self.high_by, other.low_by))


NOTHING = Reach(Fraction(0), Fraction(0))


def hull(reaches: Iterable[Reach]) -> Reach:
    """The smallest reach that holds all of them; there must be at least one."""
    listed = list(reaches)
    lows = [r.low for r in listed if r.low is not None]
    highs = [r.high for r in listed if r.high is not None]
    low = min(lows) if len(lows) == len(listed) else None
    high = max(highs) if len(highs) == len(listed) else None
    return Reach(
        low,
        high,
        _once(*(r.low_by for r in listed if r.low == low)),
        _once(*(r.high_by for r in listed if r.high == high)),
    )


def total(reaches: Iterable[Reach]) -> Reach:
    """The sum of payments, none of which is below nothing: a lower end that is not known adds nothing to it."""
    listed = list(reaches)
    lows = [r.low for r in listed if r.low is not None]
    highs = [r.high for r in listed if r.high is not None]
    return Reach(
        sum(lows, Fraction(0)) if lows or not listed else None,
        sum(highs, Fraction(0)) if len(highs) == len(listed) else None,
        _once(*(r.low_by for r in listed)),
        _once(*(r.high_by for r in listed)),
    )


def _once(*groups: Terms) -> Terms:
    return tuple(dict.fromkeys(t for group in groups for t in group))


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the working.

    Attributes:
        rule: Name of the rule.
        text: What was done, with the values.
        reach: What came out; None where nothing could.
        terms: What it stands on.
        days: The days that it concerns, where it concerns some.
    """

    rule: str
    text: str
    reach: Reach | None = None
    terms: Terms = ()
    days: Span | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """The answer that one rule, or one source, gives by itself.

    Attributes:
        text: The rule in words, with whose word it is.
        terms: What it stands on.
        state: One of `STATES` or `VERDICTS`, or ``exceeded``.
        reach: Its figure, where it gives one.
        stage: How far it has got: reported as so, announced, ordered, a draft, denied.
        time: When it held, or that its source does not say; in words.
        reason: Why, in words.
    """

    text: str
    terms: Terms
    state: str
    reach: Reach | None = None
    stage: str = ""
    time: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of an answer that must not be merged with the others.

    Attributes:
        name: ``statute``, ``contract``, ``officials``; or the criterion.
        state: One of `VERDICTS`, or ``silent``, ``said``.
        text: In words.
        options: What is said, source by source.
    """

    name: str
    state: str
    text: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldRule:
    """A rule on some days.

    Attributes:
        days: The days; None where the answer is not about particular days.
        topic: Claim type and what else makes it this rule.
        text: The rule in words.
        standing: ``held`` ``since_not_said`` ``reported_later`` ``announced`` ``ordered`` ``not_yet`` ``over``
            ``draft`` ``denied`` or ``none``.
        reason: Why, in words.
        terms: What it stands on.
    """

    days: Span | None
    topic: str
    text: str
    standing: str
    reason: str
    terms: Terms = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question.

    Attributes:
        question: Name of the question.
        label: The question in words.
        state: One of `STATES` or `VERDICTS`.
        text: The answer in one line.
        reach: Its figure; None where there is none.
        unit: ``RUB`` or another currency, ``days``, or empty.
        complete: False where something that is owed or limited could not be counted.
        options: What each rule or source gives by itself, where there are several.
        layers: Where the answer has layers.
        steps: The working.
        held: Which rule held on which days.
        aside: What was found and not counted: drafts, terms in doubt, other cases.
        not_known: What is not known, in words.
        conventions: (name, choice, words) of the conventions used.
    """

    question: str
    label: str
    state: str
    text: str
    reach: Reach | None = None
    unit: str = ""
    complete: bool = True
    options: tuple[Option, ...] = ()
    layers: tuple[Layer, ...] = ()
    steps: tuple[Step, ...] = ()
    held: tuple[HeldRule, ...] = ()
    aside: tuple[Option, ...] = ()
    not_known: tuple[str, ...] = ()
    conventions: tuple[tuple[str, str, str], ...] = ()

    def plain(self) -> dict[str, Any]:
        """The answer as values that JSON can hold; sums are strings to the kopeck."""
        return {
            "question": self.question,
            "label": self.label,
            "state": self.state,
            "text": self.text,
            **_ends(self.reach, self.unit),
            "unit": self.unit,
            "complete": self.complete,
            "options": [_option(o, self.unit) for o in self.options],
            "layers": [
                {"name": y.name, "state": y.state, "text": y.text, "options": [_option(o, "") for o in y.options]}
                for y in self.layers
            ],
            "working": [
                {"rule": s.rule, "text": s.text, "days": str(s.days or ""), **_ends(s.reach, self.unit)}
                | {"stands_on": [_term(t) for t in s.terms]}
                for s in self.steps
            ],
            "held": [
                {"days": str(h.days or ""), "topic": h.topic, "text": h.text, "standing": h.standing}
                | {"reason": h.reason, "stands_on": [_term(t) for t in h.terms]}
                for h in self.held
            ],
            "aside": [_option(o, self.unit) for o in self.aside],
            "not_known": list(self.not_known),
            "conventions": [{"name": n, "choice": c, "says": s} for n, c, s in self.conventions],
            "notice": NOTICE,
        }


def figure(value: Fraction | None, unit: str) -> str | int | None:
    """One end as JSON shows it: days as a number, sums as text to the kopeck."""
    if value is None:
        return None
    return int(value) if unit == "days" else money(value)


def _ends(reach: Reach | None, unit: str) -> dict[str, Any]:
    if reach is None:
        return {"from": None, "to": None}
    return {
        "from": figure(reach.low, unit),
        "to": figure(reach.high, unit),
        "from_by": [_term(t) for t in reach.low_by],
        "to_by": [_term(t) for t in reach.high_by],
    }


def _option(option: Option, unit: str) -> dict[str, Any]:
    return {
        "rule": option.text,
        "state": option.state,
        **_ends(option.reach, unit),
        "stage": option.stage,
        "time": option.time,
        "reason": option.reason,
        "stands_on": [_term(t) for t in option.terms],
    }


def _term(term: Term) -> dict[str, Any]:
    return {
        "type": term.type,
        "region": term.region,
        "values": dict(term.values),
        "stage": term.stage,
        "since": term.since,
        "until": term.until,
        "origins": list(term.origins),
        "quotes": [
            {"claim": g.claim, "doc": g.doc, "published": g.published, "by": list(g.by), "exact": g.words}
            for g in term.grounds
        ],
    }
