"""From what reports say to the ranges of a plan, each with the claims it stands on.

In: a `Plan` and the lines of a working model. Out: every input of every region as it will be used. Never fills
what the book lacks, never takes the middle of what differs, and never takes a bound for a figure.

Figures that reports give are rival values, each drawn equally often, however many reports give it. Where there
are bounds only ("at least", "at most"), the range runs from the least lower one to the greatest upper one. What a
region's own lines say goes before what is said of no region in particular.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from musterbook.errors import UsageError
from musterbook.programme.whatif.amounts import Amount
from musterbook.programme.whatif.inputs import (
    DAYS_A_WEEK,
    INPUTS,
    MONTHS_A_YEAR,
    WEEKS_A_YEAR,
    Ask,
    Given,
    InputDef,
    Used,
)
from musterbook.programme.whatif.plan import Plan, weeks_of
from musterbook.records import Line

BY_HAND = "by hand"
BOOK = "book"
BOTH = "book and by hand"
DEFAULT = "taken where nothing is given"

_ROLES = {d.type: d.role for d in INPUTS.values() if d.type}
_WEEKLY = {"day": float(DAYS_A_WEEK), "week": 1.0, "month": MONTHS_A_YEAR / WEEKS_A_YEAR, "year": 1 / WEEKS_A_YEAR}


@dataclass(slots=True)
class _Found:
    """Figures that lines give, sorted by what they are."""

    points: list[float] = field(default_factory=list)
    lows: list[float] = field(default_factory=list)
    highs: list[float] = field(default_factory=list)
    claims: dict[str, None] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is no figure at all."""
        return not (self.points or self.lows or self.highs)


def use(plan: Plan, lines: Iterable[Line] = ()) -> tuple[Used, ...]:
    """Every input of every region, by hand or from the book.

    Args:
        plan: The plan.
        lines: Of the working model, as known and as held when the plan is run.

    Returns:
        In the order of the plan's regions and of `INPUTS`; inputs that are left out are missing.

    Raises:
        UsageError: The book lacks an input, or has half of a range; or figures do not go together.
    """
    wanted = {g.ask.type for g in plan.given.values() if g.ask}
    kept = [line for line in lines if line.type in wanted and line.support.polarity == "affirmed"]
    found = []
    for code in plan.regions:
        for name, definition in INPUTS.items():
            given = plan.given.get((code, name))
            if given is not None:
                found.append(_used(plan, code, definition, given, kept))
            elif definition.default is not None:
                amount = Amount.of(definition.default)
                found.append(Used(name, code, amount, DEFAULT, (), "", f"everywhere/{name}"))
        _check(plan, code, found)
    return tuple(found)


def _used(plan: Plan, code: str, definition: InputDef, given: Given, lines: list[Line]) -> Used:
    name = definition.name
    shared = given.everywhere and not given.apart
    if given.amount is not None:
        draw = f"everywhere/{name}" if shared else f"{code}/{name}"
        return Used(name, code, given.amount, BY_HAND, (), "", draw)
    assert given.ask is not None
    own = [line for line in lines if _fits(line, given.ask) and line.region in (code, "")]
    for region in (code, ""):
        found = _gather(plan, definition, given.ask, [line for line in own if line.region == region])
        if found.is_empty:
            continue
        amount, source = _amount(plan, code, definition, given, found)
        if not region:
            found.notes["the reports name no region for it"] = None
        draw = f"everywhere/{name}" if shared and not region else f"{code}/{name}"
        return Used(name, code, amount, source, tuple(found.claims), "; ".join(found.notes), draw)
    left = "; ".join(_gather(plan, definition, given.ask, own).notes)
    asked = ", ".join((given.ask.type, *(f"{role} {value}" for role, value in given.ask.filters)))
    raise UsageError(
        f"{plan.path}:{given.line}: the book gives no {name!r} ({definition.unit} {definition.says}) for {code}: "
        f"no live claim of {asked}{f' ({left})' if left else ''}; give it by hand, as a figure or {{low: .., high: ..}}"
    )


def _fits(line: Line, ask: Ask) -> bool:
    return line.type == ask.type and all(value in line.each(role) for role, value in ask.filters)


def _gather(plan: Plan, definition: InputDef, ask: Ask, lines: list[Line]) -> _Found:
    """The figures of some lines; drafts only where nothing else is there and the plan takes them."""
    live = [line for line in lines if line.support.standing in ("", "live")]
    drafts = [line for line in lines if line.support.standing == "draft"]
    found = _Found()
    if not live and drafts:
        if ask.drafts:
            live = drafts
            found.notes["a draft says so"] = None
        else:
            found.notes["a draft gives it; add 'drafts: true' to take it"] = None
    for line in live:
        for figure in _figures(plan, definition, line, found):
            kept = {"at_least": found.lows, "at_most": found.highs}.get(str(line.get("comparator")), found.points)
            kept.append(figure)
            found.claims.update(dict.fromkeys(line.support.claims))
            found.notes.update(dict.fromkeys(_marks(line)))
    return found


def _marks(line: Line) -> Iterator[str]:
    """What is to be known of a line beside its figure."""
    if line.support.status != "actual":
        yield line.support.status
    if line.support.hedged:
        yield "hedged"
    if line.get("comparator") == "about":
        yield "about"
    if line.support.state == "contested":
        yield "contested"


def _figures(plan: Plan, definition: InputDef, line: Line, found: _Found) -> Iterator[float]:
    """The figure of a line in the unit of the input; nothing where it cannot be one."""
    value = line.get(_ROLES.get(line.type, ""))
    if value is None or line.get("comparator") == "ordinal":
        return
    currency = line.get("currency")
    if definition.name.startswith("pay.") and currency != plan.currency:
        found.notes[f"left out: a sum in {currency or 'an unnamed currency'}"] = None
        return
    if isinstance(value, str):
        try:
            value = weeks_of(value)
        except ValueError as fault:
            found.notes[f"left out: {fault}"] = None
            return
    figure = float(value)
    if definition.name == "signups":
        period = str(line.get("period") or "")
        times = _times(period)
        if not times:
            found.notes[f"left out: {figure:g} people in {period or 'no stated time'}"] = None
            return
        figure *= times
    if figure < definition.least or (definition.most is not None and figure > definition.most):
        found.notes[f"left out: {figure:g} {definition.unit}"] = None
        return
    yield figure


def _times(period: str) -> float:
    """How many times a week, of what is said for a period; 0 where it cannot be told."""
    if period in _WEEKLY:
        return _WEEKLY[period]
    try:
        weeks = weeks_of(period)
    except ValueError:
        return 0.0
    return 1 / weeks if weeks else 0.0


def _amount(plan: Plan, code: str, definition: InputDef, given: Given, found: _Found) -> tuple[Amount, str]:
    """One amount out of figures, bounds, and ends that are given by hand."""
    ask = given.ask
    assert ask is not None
    points, lows, highs = found.points, list(found.lows), list(found.highs)
    by_hand = [end for end in (ask.low, ask.high) if end is not None]
    if points and not by_hand:
        beyond = [b for b in lows if b > max(points)] + [b for b in highs if b < min(points)]
        return Amount.of(*points, *beyond), BOOK
    if points:
        every = [*points, *by_hand]
        return Amount.between(min(every), max(every)), BOTH
    lows += [] if ask.low is None else [ask.low]
    highs += [] if ask.high is None else [ask.high]
    lacking = "low" if not lows else "high" if not highs else ""
    where = f"{plan.path}:{given.line}: {definition.name!r} for {code}"
    if lacking:
        has = f"at least {min(lows):g}" if lows else f"at most {max(highs):g}"
        raise UsageError(
            f"{where}: the book gives only {has} (claims {', '.join(found.claims)}); "
            f"give the other end by hand: {{from_book: true, {lacking}: ..}}"
        )
    if min(lows) > max(highs):
        raise UsageError(
            f"{where}: at least {min(lows):g} and at most {max(highs):g} do not go together; give it by hand"
        )
    return Amount.between(min(lows), max(highs)), BOTH if by_hand else BOOK


def _check(plan: Plan, code: str, found: list[Used]) -> None:
    """Refuse figures that contradict one another."""
    of = {u.input: u.amount for u in found if u.region == code}
    longest = sum(of[f"training.{n}.weeks"].high for n in range(1, 4))
    if longest > of["contract"].low:
        line = plan.given[(code, "contract")].line
        raise UsageError(
            f"{plan.path}:{line}: in {code} training may last {longest:g} weeks, but a contract may end after "
            f"{of['contract'].low:g}; give a contract that is at least as long as the training"
        )
    longest_term = of["contract"].high
    if longest_term > 52 * 50:
        line = plan.given[(code, "contract")].line
        raise UsageError(f"{plan.path}:{line}: a contract of {longest_term:g} weeks is too long; give 2,600 at most")
