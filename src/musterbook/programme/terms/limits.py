"""How many days somebody may still be called up: every reported limit by itself, with its time and stage.

In: a desk. Out: an answer with an option for each rule. What is left is never below nothing: beyond the limit
the answer says "exceeded" and by how many days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from musterbook.programme.terms.answer import (
    CONTESTED,
    DRAFT,
    KNOWN,
    RANGE,
    UNKNOWN,
    Answer,
    HeldRule,
    Option,
    Reach,
    hull,
)
from musterbook.programme.terms.choosing import Choice, Desk, choices, concerned
from musterbook.programme.terms.days import Duration, Span, counted, period_of, within
from musterbook.programme.terms.held import standing_on
from musterbook.programme.terms.pay import duty_of
from musterbook.programme.terms.wording import between, shown

TYPE = "callup.limit"
EXCEEDED, PERHAPS = "exceeded", "perhaps_exceeded"
_YEAR, _MONTH_DAYS = Duration(12), 30
_CURRENT = ("held", "since_not_said", "reported_later", "announced", "ordered")
"""Standings of rules that may bind on the day."""


@dataclass(frozen=True, slots=True)
class Left:
    """What one limit leaves.

    Attributes:
        limit: Between how many days it is.
        used: How many were used in its period.
        period: The period, in words.
        worst: The most days that were used in as long a time up to an earlier day, and that day; where it is more.
    """

    limit: tuple[int, int]
    used: int
    period: str
    worst: tuple[int, dt.date] | None = None

    @property
    def reach(self) -> tuple[int, int]:
        """Between how many days are left; never below nothing."""
        return max(0, self.limit[0] - self.used), max(0, self.limit[1] - self.used)

    @property
    def state(self) -> str:
        """``known`` ``range`` ``perhaps_exceeded`` or ``exceeded``."""
        if self.used > self.limit[1]:
            return EXCEEDED
        if self.used > self.limit[0]:
            return PERHAPS
        return KNOWN if self.limit[0] == self.limit[1] else RANGE

    @property
    def words(self) -> str:
        """In one line."""
        least, most = self.limit
        limit = shown(Fraction(least), "days") if least == most else f"{least} to {shown(Fraction(most), 'days')}"
        head = f"{limit}, {self.used} of them used in {self.period}"
        before = ""
        if self.worst and self.worst[0] > least:
            sure = "exceeded" if self.worst[0] > most else "perhaps exceeded"
            before = f"; {sure} before: {self.worst[0]} days up to {self.worst[1]}"
        if self.state == EXCEEDED:
            over = f"{self.used - most} to {self.used - least}" if least != most else f"{self.used - most}"
            return f"{limit}, {self.used} used in {self.period}: exceeded by {over} days{before}"
        tail = f"; it may be exceeded by up to {self.used - least}" if self.state == PERHAPS else ""
        return f"{head}: {_span(*self.reach)} left{tail}{before}"


def _span(least: int, most: int) -> str:
    return shown(Fraction(most), "days") if least == most else f"{least} to {shown(Fraction(most), 'days')}"


def days_left(desk: Desk) -> Answer:
    """The days of the limit − the days on duty in its period; for each limit by itself."""
    service = desk.service
    rules = choices((t for t in concerned(desk, desk.sheet.of(TYPE)) if not t.denied), by_time=True)
    denials = choices(t for t in concerned(desk, desk.sheet.of(TYPE)) if t.denied)
    aside = tuple(c.option("denied") for c in denials)
    label = "Days of call-up that are left"
    conventions = desk.conventions.says("year", "limit", "days")
    missing = []
    if not rules:
        other = choices(desk.sheet.of(TYPE))
        listed = f"has it only for other cases: {'; '.join(c.words for c in other)}" if other else "says nothing of one"
        missing.append(f"the limit of call-up: the book {listed}")
    if service.duty is None:
        missing.append("the days on duty: not given")
    day = service.day
    if day is None and not service.duty_count:
        missing.append("the day asked about: not given")
    if missing:
        return Answer("days_left", label, UNKNOWN, "unknown", unit="days", complete=False, aside=aside,
                      not_known=tuple(missing), conventions=conventions)  # fmt: skip
    lines = [(c, _left(desk, c, day)) for c in rules]
    notes = [f"per what time the limit is: {c.words}; taken as a year" for c in rules if not c.term.length("per")]
    notes += [f"how long the limit is: {c.words}" for c, left in lines if left is None]
    if service.duty_count:
        notes.append(f"the dates of {service.duty_count} days on duty: all are taken to lie in the time of the limit")
    standings = {c: standing_on(c.term, day) for c, _ in lines} if day else {}
    options = tuple(
        c.option(left.state, _reach(c, left), left.words + _why(standings.get(c)))
        for c, left in lines
        if left is not None
    )
    told = [(c, left) for c, left in lines if left is not None and _binds(desk, c, standings.get(c))]
    held = tuple(HeldRule(Span(day, day), TYPE, c.words, s, why, c.terms) for c, (s, why) in standings.items() if day)
    drafts = [o.reach for o in options if o.stage == "a draft" and o.reach]
    shown_by = [_reach(c, x) for c, x in told] or drafts
    return Answer(
        question="days_left",
        label=label,
        state=_state(told, options),
        text=_text(told, options),
        reach=hull(shown_by) if shown_by else None,
        unit="days",
        complete=bool(told),
        options=options,
        held=held,
        aside=aside,
        not_known=tuple(notes),
        conventions=conventions,
    )


def _binds(desk: Desk, choice: Choice, standing: tuple[str, str] | None) -> bool:
    """Whether a rule may bind on the day; a draft only where drafts are counted by agreement."""
    if choice.term.tier == "draft":
        return desk.conventions.drafts == "with"
    return standing is None or standing[0] in _CURRENT


def _left(desk: Desk, choice: Choice, day: dt.date | None) -> Left | None:
    limit, per = choice.term.length("max_duration"), choice.term.length("per") or _YEAR
    if limit is None:
        return None
    reach = limit.reach
    if desk.conventions.limit == "30":
        reach = (_MONTH_DAYS * limit.months + limit.days,) * 2
    if day is None:
        return Left(reach, desk.service.duty_count, "the time of the limit")
    period, name = period_of(day, per, desk.conventions.year)
    until = Span(period.first, min(period.last, day))
    used = counted(within(duty_of(desk) or (), until)) + desk.service.duty_count
    named = f"{name} up to {day}" if until.last < period.last else name
    earlier = () if desk.conventions.year == "calendar" else tuple(_up_to(desk, per, day))
    worst = max(earlier, default=None)
    return Left(reach, used, named, worst if worst and worst[0] > used else None)


def _up_to(desk: Desk, per: Duration, day: dt.date) -> Iterator[tuple[int, dt.date]]:
    """Days used in as long a time up to the end of each earlier span of duty: the most lie before such a day."""
    spans = duty_of(desk) or ()
    for last in (s.last for s in spans if s.last < day):
        yield counted(within(spans, period_of(last, per, "any12")[0])) + desk.service.duty_count, last


def _reach(choice: Choice, left: Left) -> Reach:
    least, most = left.reach
    return Reach(Fraction(least), Fraction(most), choice.terms, choice.terms)


def _why(standing: tuple[str, str] | None) -> str:
    return f". {standing[1]}" if standing and standing[1] else ""


def _state(told: list[tuple[Choice, Left]], options: tuple[Option, ...]) -> str:
    if not told:
        return DRAFT if any(o.stage == "a draft" for o in options) else UNKNOWN
    if len(told) == 1:
        return told[0][1].state
    limits = sorted(left.limit for _, left in told)
    apart = any(b[0] > a[1] for a, b in pairwise(limits))
    return CONTESTED if apart else RANGE


def _text(told: list[tuple[Choice, Left]], options: tuple[Option, ...]) -> str:
    if not told and not options:
        return "unknown"
    if not told:
        drafts = [o for o in options if o.stage == "a draft"]
        lead = f"no rule that held on the day is known; by {'a draft' if drafts else 'another'}"
        reach = hull(o.reach for o in (drafts or options) if o.reach)
        return f"{lead}: {between(reach, 'days')} left"
    if len(told) == 1:
        left = told[0][1]
        if left.state == EXCEEDED:
            return f"exceeded: {left.words}"
        return f"{_span(*left.reach)} left" + ("; the limit may be exceeded" if left.state == PERHAPS else "")
    reach = hull(_reach(c, x) for c, x in told)
    over = any(left.state in (EXCEEDED, PERHAPS) for _, left in told)
    return f"{len(told)} rules: {between(reach, 'days')} left" + ("; exceeded by at least one of them" if over else "")
