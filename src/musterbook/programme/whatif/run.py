"""A plan run: bands for every region and week, how long posts are held, and what drives the result.

In: a `Plan` and its inputs as used. Out: an `Outcome`. Never gives one line for many runs, never goes below the
region, and never looks for inputs that would make a result better.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from musterbook.programme.whatif.draws import places
from musterbook.programme.whatif.drivers import Driver, drivers
from musterbook.programme.whatif.engine import MEASURES, Course, simulate
from musterbook.programme.whatif.inputs import INPUTS, Used
from musterbook.programme.whatif.plan import Plan

if TYPE_CHECKING:
    from musterbook.programme.whatif.amounts import Amount, Floats
    from musterbook.programme.whatif.engine import Array

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
ALL = "all"
"""Stands for all regions of the plan together."""

UNITS = {
    "reserve": "people",
    "trained": "people",
    "called_up": "people",
    "posts_needed": "posts",
    "posts_covered": "posts",
    "shortfall": "posts",
    "cost": "money a week",
}
"""Measure → unit of its figures, in the order in which they are shown."""

RESULTS = {
    "covered": "share of the post-weeks that are covered",
    "weeks_covered": "weeks in which all posts are covered",
    "longest_cover": "longest run of such weeks without a break",
    "reserve_at_end": "people in the reserve in the last week",
    "cost_in_all": "cost over all weeks, money",
}
"""Result of a whole run → what it is."""

_DRIVEN = ("covered", "reserve_at_end", "cost_in_all")
_FULL = 1 - 1e-5  # of what is needed: rounding in 32 bits

Band = tuple[float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out.

    Attributes:
        plan: What was run.
        used: Every input, with where it comes from.
        days: ISO date of the first day of each week.
        weekly: Region (or `ALL`) → measure → five figures a week, at `QUANTILES`; ``cost`` only where pay is known.
        results: Region (or `ALL`) → result of the whole run → five figures.
        drivers: Result of all regions → its drivers, the greatest first.
        priced: Kinds of pay that the cost counts, in each region: what is not listed is not known, and not in it.
    """

    plan: Plan
    used: tuple[Used, ...]
    days: tuple[str, ...]
    weekly: Mapping[str, Mapping[str, tuple[Band, ...]]]
    results: Mapping[str, Mapping[str, Band]]
    drivers: Mapping[str, tuple[Driver, ...]]
    priced: Mapping[str, tuple[str, ...]]


def run(plan: Plan, used: tuple[Used, ...], precision: str = "float32") -> Outcome:
    """Run a plan.

    Args:
        plan: What is to be run.
        used: Its inputs, from `book.use`.
        precision: ``float32``, which halves the time and keeps six digits, or ``float64``.

    Returns:
        The outcome; the same for the same plan, inputs and precision on every machine.
    """
    days = tuple((plan.start + dt.timedelta(weeks=n)).isoformat() for n in range(plan.weeks))
    course = Course(plan.weeks, _new_years(plan.start, plan.weeks), plan.duty, plan.year, precision)
    unknown: dict[str, tuple[Amount, Floats]] = {}
    weekly: dict[str, Mapping[str, tuple[Band, ...]]] = {}
    results: dict[str, Mapping[str, Band]] = {}
    priced: dict[str, tuple[str, ...]] = {}
    total: _Region | None = None
    for code in plan.regions:
        figures = _figures(plan, [u for u in used if u.region == code], unknown)
        one = _Region.of(figures, simulate(figures, course))
        priced[code] = tuple(n.removeprefix("pay.") for n in figures if n.startswith("pay."))
        weekly[code], results[code] = one.weekly(bool(priced[code])), _bands_of(one.results(bool(priced[code])))
        total = one if total is None else total.plus(one)
    assert total is not None
    any_pay = any(priced.values())
    whole = total.results(any_pay)
    weekly[ALL], results[ALL] = total.weekly(any_pay), _bands_of(whole)
    driven = {name: drivers(unknown, whole[name]) for name in _DRIVEN if name in whole}
    return Outcome(plan, used, days, weekly, results, driven, priced)


def _figures(plan: Plan, used: list[Used], unknown: dict[str, tuple[Amount, Floats]]) -> dict[str, Floats]:
    """Input → one figure a run."""
    import numpy as np

    figures = {}
    for one in used:
        if one.amount.is_fixed:
            figures[one.input] = np.full(plan.runs, one.amount.low)
            continue
        if one.draw not in unknown:
            unknown[one.draw] = (one.amount, places(plan.seed, one.draw, plan.runs))
        figures[one.input] = one.amount.drawn(unknown[one.draw][1])
    return figures


def _new_years(start: dt.date, weeks: int) -> frozenset[int]:
    """The weeks, from 0, that begin in another year than the week before."""
    years = [(start + dt.timedelta(weeks=n)).year for n in range(weeks)]
    return frozenset(n for n in range(1, weeks) if years[n] != years[n - 1])


@dataclass(slots=True)
class _Region:
    """What there is in each week of each run, of one region or of several together."""

    people: Array  # as `MEASURES`, by week, by run
    covered: Array  # posts, by week, by run
    posts: Array  # by run
    full: Array  # whether all posts are covered, by week, by run
    crew: float  # people for a post, or 0 where runs differ in it
    needed: float  # posts, or -1 where runs differ in it

    @classmethod
    def of(cls, figures: Mapping[str, Floats], people: Array) -> _Region:
        """One region."""
        crew = (figures["people_per_post"] * figures["shifts"]).astype(people.dtype)
        posts = figures["posts"].astype(people.dtype)
        called = people[MEASURES.index("called_up")]
        full = called >= posts * crew * _FULL
        return cls(people, called / crew, posts, full, _same(crew, 0.0), _same(posts, -1.0))

    def plus(self, other: _Region) -> _Region:
        """Both together; this one is used up."""
        self.people += other.people
        self.covered += other.covered
        self.full &= other.full
        needed = self.needed + other.needed if min(self.needed, other.needed) >= 0 else -1.0
        return _Region(self.people, self.covered, self.posts + other.posts, self.full, 0.0, needed)

    def weekly(self, priced: bool) -> dict[str, tuple[Band, ...]]:
        """Measure → five figures a week; what follows from another measure is not sorted again."""
        import numpy as np

        weeks = self.people.shape[1]
        bands = {name: _quantiles(self.people[n]) for n, name in enumerate(MEASURES) if priced or name != "cost"}
        bands["posts_covered"] = bands["called_up"] / self.crew if self.crew else _quantiles(self.covered)
        bands["posts_needed"] = np.repeat(_quantiles(self.posts[None, :]), weeks, axis=0)
        if self.needed >= 0:
            bands["shortfall"] = np.maximum(self.needed - bands["posts_covered"][:, ::-1], 0)
        else:
            bands["shortfall"] = _quantiles(np.maximum(self.posts - self.covered, 0))
        return {name: tuple(map(_band, bands[name].tolist())) for name in UNITS if name in bands}

    def results(self, priced: bool) -> dict[str, Floats]:
        """Result → one figure a run."""
        import numpy as np

        weeks = self.people.shape[1]
        wanted = np.maximum(self.posts.astype(np.float64), 1e-30) * weeks
        covered = self.covered.sum(axis=0, dtype=np.float64) / wanted
        streak = np.zeros(self.full.shape[1])
        longest = np.zeros_like(streak)
        for week in self.full:
            streak = (streak + 1) * week
            np.maximum(longest, streak, out=longest)
        found = {
            "covered": np.where(self.posts > 0, np.minimum(covered, 1), 1.0),
            "weeks_covered": self.full.sum(axis=0).astype(np.float64),
            "longest_cover": longest,
            "reserve_at_end": self.people[0, -1].astype(np.float64),
        }
        if priced:
            found["cost_in_all"] = self.people[MEASURES.index("cost")].sum(axis=0, dtype=np.float64)
        return found


def _same(row: Array, otherwise: float) -> float:
    return float(row[0]) if bool((row == row[0]).all()) else otherwise


def _quantiles(rows: Array) -> Array:
    """Five figures for each row of runs, between two runs in proportion."""
    import numpy as np

    runs = rows.shape[1]
    if bool((rows == rows[:, :1]).all()):
        return np.repeat(rows[:, :1].astype(np.float64), len(QUANTILES), axis=1)
    ordered = np.sort(rows, axis=1)
    at = np.array(QUANTILES) * (runs - 1)
    low = np.floor(at).astype(np.int64)
    high = np.minimum(low + 1, runs - 1)
    part = at - low
    found: Array = ordered[:, low] * (1 - part) + ordered[:, high] * part
    return found


def _bands_of(results: Mapping[str, Floats]) -> dict[str, Band]:
    return {name: _band(_quantiles(row[None, :])[0].tolist()) for name, row in results.items()}


def _band(figures: list[float]) -> Band:
    low, lower, middle, upper, high = figures
    return (low, lower, middle, upper, high)


def named(draw: str) -> tuple[str, str]:
    """What an input is drawn under, as (region, or empty for all; words).

    >>> named("RU-TOM/signups")
    ('RU-TOM', 'people a week who sign up')
    """
    region, _, name = draw.partition("/")
    definition = INPUTS[name]
    return ("" if region == "everywhere" else region), f"{definition.unit} {definition.says}"
