"""One region, week by week, all runs at once.

In: the figures of each run. Out: what there is in each week of each run. Never knows a person: people are
quantities that flow from sign-up through training to the end of their contracts.

In each week, in this order: people sign up, where places are free; those whose stage of training ends leave or
go on; those whose contract ends leave or renew; those trained are called up, as far as posts need them and the
yearly limit allows. A delay of 3.4 weeks sends 60 % on after 3 weeks and 40 % after 4, so that its mean is exact.

The yearly limit is kept by a bank of weeks. Those trained at the start of a year bring its weeks into the bank,
and whoever leaves takes a share of what is left; their duty is shared so that weeks run out for all at once.
Those trained later in the year serve first, week by week, until their own weeks are used, and bring into the bank
what was not needed of them. The bank is filled anew on 1 January (``calendar``), or each week comes back to those
still there after 52 (``any12``). Who leaves comes from those trained longest. Spread ``even``-ly, no more are
called up in any week than could be in every week, which keeps the limit however a year is counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from musterbook.programme.whatif.inputs import DAYS_A_WEEK, MONTHS_A_YEAR, STAGES, WEEKS_A_YEAR

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

DUTIES = ("at_once", "even")
YEARS = ("calendar", "any12")
MEASURES = ("reserve", "trained", "called_up", "cost")
"""What is kept of each week, people or money; posts follow from those called up."""

_RUNS = 10_000  # at once: measured; with fewer, calling NumPy takes longer, with more, arrays leave the cache
_LEAST = 1e-9  # people: less than anybody, against division by 0
_MANY = 1e6  # people a week of the bank: more than could use it
_LEAST_KEPT = 0.2  # of those trained, in a week: a product of 52 of them is still a number in 32 bits


@dataclass(frozen=True, slots=True)
class Course:
    """What all regions of a run have in common.

    Attributes:
        weeks: How many are run.
        new_years: Weeks, from 0, in which 1 January falls, or that begin a year; week 0 needs none.
        duty: One of `DUTIES`.
        year: One of `YEARS`.
        precision: ``float32`` or ``float64``.
    """

    weeks: int
    new_years: frozenset[int] = frozenset()
    duty: str = "at_once"
    year: str = "calendar"
    precision: str = "float32"


def simulate(figures: Mapping[str, Array], course: Course) -> Array:
    """Run one region.

    Args:
        figures: Input → one figure a run (1-dimensional, all of one length), for every input that is not optional.
        course: What is common to all regions.

    Returns:
        Figures in the order of `MEASURES`, by week, by run.
    """
    import numpy as np

    runs = len(figures["signups"])
    out = np.zeros((len(MEASURES), course.weeks, runs), dtype=course.precision)
    for first in range(0, runs, _RUNS):
        part = slice(first, first + _RUNS)
        rows = {k: np.ascontiguousarray(v[part], dtype=course.precision) for k, v in figures.items()}
        _simulate(rows, course, out[:, :, part])
    return out


def _simulate(figures: dict[str, Array], course: Course, out: Array) -> None:
    """Some of the runs."""
    import numpy as np

    flow, duty, prices = _Flow(figures, course), _Duty(figures, course), _prices(figures)
    for week in range(course.weeks):
        reserve, trained, called, cost = out[:, week]
        flow.step(week)
        duty.step(week, flow, called)
        np.add(flow.training, flow.trained, out=reserve)
        trained[:] = flow.trained
        paid = {"signed": flow.signed, "renewed": flow.renewed, "reserve": reserve, "called": called}
        for who, price in prices:
            cost += np.multiply(price, paid[who], out=flow.spare)


def _prices(figures: Mapping[str, Array]) -> list[tuple[str, Array]]:
    """Of what is known of pay: who gets it, and how much a week or a time."""
    month = MONTHS_A_YEAR / WEEKS_A_YEAR
    paid = (
        ("signed", "pay.signing_bonus", 1.0),
        ("renewed", "pay.renewal_bonus", 1.0),
        ("reserve", "pay.reserve_month", month),
        ("called", "pay.duty_month", month),
        ("called", "pay.duty_day", float(DAYS_A_WEEK)),
    )
    return [(who, figures[name] * times) for who, name, times in paid if name in figures]


class _Delay:
    """What went in some weeks ago, by the delay of each run."""

    def __init__(self, weeks: Array, history: Array, before: int) -> None:
        """Take the delays, and what went in: one row a week, of which `before` lie ahead of week 0."""
        import numpy as np

        whole = np.floor(weeks).astype(np.int64)
        self.part: Array = (weeks - whole).astype(weeks.dtype)
        self.exact = not bool(self.part.any())
        self.single = bool((whole == whole[0]).all())
        self.row = before - int(whole[0])
        self.runs = len(weeks)
        self.history = history
        self.flat: Array = history.reshape(-1)
        self.index: Array = (before - whole - 1) * self.runs + np.arange(self.runs)
        self.near: Array = np.empty_like(weeks)
        self.far: Array = np.empty_like(weeks)

    def at(self, week: int) -> Array:
        """What comes out in a week; the array is used again for the week after."""
        import numpy as np

        if self.single:
            near: Array = self.history[self.row + week]
            far: Array = self.history[self.row + week - 1]
        else:
            near, far = self.near, self.far
            start = week * self.runs  # the index is of week 0, and of the row before
            self.flat[start + self.runs :].take(self.index, out=near, mode="clip")
            if not self.exact:
                self.flat[start:].take(self.index, out=far, mode="clip")
        if self.exact:
            return near
        np.subtract(far, near, out=self.far)
        self.far *= self.part
        return np.add(near, self.far, out=self.near)


class _Steady:
    """What comes out of a delay into which as much goes each week: as before the start, then as since."""

    def __init__(self, weeks: Array, before: Array, since: Array) -> None:
        import numpy as np

        self.weeks = weeks
        self.before = before
        self.zeros: Array = np.zeros_like(weeks)  # NumPy compares with rows three times as fast as with a number
        self.ones: Array = np.ones_like(weeks)
        self.more: Array = since - before
        self.since = since
        self.last = float(weeks.max()) + 1  # from then on all that comes out went in since the start

    def at(self, week: int) -> Array:
        """What comes out in a week."""
        import numpy as np

        if week + 1 >= self.last:
            return self.since
        through: Array = np.subtract(week + 1, self.weeks)
        np.maximum(through, self.zeros, out=through)
        np.minimum(through, self.ones, out=through)
        through *= self.more
        through += self.before
        return through


class _Flow:
    """People on their way from sign-up to the end of their contracts."""

    def __init__(self, figures: dict[str, Array], course: Course) -> None:
        import numpy as np

        self.figures = figures
        self.runs = len(figures["signups"])
        ends: list[Array] = []
        self.leaving: list[Array] = []  # training at the end of each stage, of those who signed up
        kept = np.ones_like(figures["signups"])
        stay = np.zeros_like(kept)
        for n in range(1, STAGES + 1):
            length, lost = figures[f"training.{n}.weeks"], figures[f"training.{n}.drop_out"]
            ends.append(ends[-1] + length if ends else length)
            stay += kept * length
            self.leaving.append(kept * lost)
            kept = kept * (1 - lost)
        self.kept = kept
        spent = ends[-1] + figures["limit"]  # weeks after which one who serves at once after training may serve no more
        self.leaving.append(self.leaving.pop() + kept)  # nobody is in training after the last stage
        before = int(np.ceil(max(float(spent.max()), float(figures["contract"].max())))) + 2
        self.before = before
        self.contracts: Array = np.zeros((before + course.weeks, self.runs), dtype=kept.dtype)
        arrivals = self._begin(stay, ends[-1])
        self.signing: Array | None = None
        if "places" in figures:
            self.signing = np.empty_like(self.contracts)
            self.signing[:before] = arrivals
            self.stages: list[_Delay | _Steady] = [_Delay(end, self.signing, before) for end in ends]
            self.spent: _Delay | _Steady = _Delay(spent, self.signing, before)
        else:
            self.stages = [_Steady(end, arrivals, figures["signups"]) for end in ends]
            self.spent = _Steady(spent, arrivals, figures["signups"])
        self.contract = _Delay(figures["contract"], self.contracts, before)
        self.spare: Array = np.empty_like(kept)
        self.zeros: Array = np.zeros_like(kept)

    def _begin(self, stay: Array, training: Array) -> Array:
        """Those in the reserve at the start, as if they had come evenly over the weeks before: so many a week."""
        import numpy as np

        f = self.figures
        in_training = np.where(stay > 0, f["strength"] * (1 - f["trained"]), 0)
        self.training: Array = in_training.astype(stay.dtype)
        self.trained: Array = f["strength"] - self.training
        arrivals: Array = self.training / np.where(stay > 0, stay, 1).astype(stay.dtype)
        ending = self.trained / f["contract"]
        self.contracts[: self.before] = ending
        for back in range(1, int(training.max()) + 2):
            part = np.clip(training - (back - 1), 0, 1)  # the earliest week of training counts in part
            self.contracts[self.before - back] += self.kept * arrivals * part
        self.new: Array = np.zeros_like(stay)
        self.gone: Array = np.zeros_like(stay)
        self.renewed: Array = np.zeros_like(stay)
        self.signed: Array = f["signups"]
        return arrivals

    def step(self, week: int) -> None:
        """One week of sign-ups, training and contracts."""
        import numpy as np

        f, now, spare = self.figures, self.before + week, self.spare
        if self.signing is not None:
            np.subtract(f["places"], self.training, out=spare)
            spare -= self.trained
            np.maximum(spare, self.zeros, out=spare)
            self.signed = np.minimum(f["signups"], spare, out=self.signing[now])
        self.training += self.signed
        for leaving, stage in zip(self.leaving, self.stages, strict=True):
            through = stage.at(week)
            self.training -= np.multiply(leaving, through, out=spare)
        np.multiply(self.kept, through, out=self.new)
        np.maximum(self.training, self.zeros, out=self.training)  # rounding
        begun = np.multiply(self.kept, self.signed, out=self.contracts[now])
        ended = self.contract.at(week)
        np.multiply(f["renewal"], ended, out=self.renewed)
        begun += self.renewed
        np.subtract(ended, self.renewed, out=self.gone)
        self.trained += self.new
        self.trained -= self.gone
        np.maximum(self.trained, self.zeros, out=self.trained)


class _Duty:
    """Who of those trained is called up, within the yearly limit."""

    def __init__(self, figures: Mapping[str, Array], course: Course) -> None:
        import numpy as np

        self.course = course
        self.limit = figures["limit"]
        self.needed: Array = figures["posts"] * figures["people_per_post"] * figures["shifts"]
        self.share: Array = np.minimum(self.limit / WEEKS_A_YEAR, 1).astype(self.limit.dtype)
        self.each: Array = 1 / np.maximum(self.limit, 1e-6).astype(self.limit.dtype)
        self.least = float(self.limit.min())
        self.begun = 0  # the week in which the year began
        self.bank: Array = np.zeros_like(self.limit)  # weeks
        self.able: Array = np.zeros_like(self.limit)  # people whose weeks are in the bank
        self.fresh: Array = np.zeros_like(self.limit)  # people trained since, with weeks of their own
        self.zeros: Array = np.zeros_like(self.limit)
        self.ones: Array = np.ones_like(self.limit)
        self.called: list[Array] = []
        self.stayed: list[Array] = []
        self.staying: Array = np.ones_like(self.limit)

    def step(self, week: int, flow: _Flow, out: Array) -> None:
        """Call up; ``out`` takes how many people."""
        import numpy as np

        if self.course.duty == "even":
            np.minimum(self.needed, flow.trained * self.share, out=out)
            return
        if week == 0 or (self.course.year == "calendar" and week in self.course.new_years):
            self.begun = week
            self.able = flow.trained.copy()
            self.bank = self.limit * flow.trained
            self.fresh[:] = 0
        else:
            self._go_on(week, flow)
        first = np.minimum(self.needed, self.fresh)
        idle = self.fresh - first
        self.bank += idle
        idle *= self.each
        self.able += idle
        np.subtract(self.needed, first, out=out)
        np.minimum(out, self.able, out=out)
        np.minimum(out, self.bank, out=out)
        self.bank -= out
        np.multiply(self.bank, _MANY, out=idle)  # nobody is able while the bank is empty
        np.minimum(self.able, idle, out=self.able)
        out += first
        if self.course.year == "any12":
            self.called.append(out)

    def _go_on(self, week: int, flow: _Flow) -> None:
        """A week within a year: people leave, are trained, have served their weeks, may serve again."""
        import numpy as np

        older = flow.trained - flow.new
        older += flow.gone
        older -= self.fresh
        older += _LEAST
        kept = np.divide(flow.gone, older, out=older)
        np.minimum(kept, self.ones, out=kept)
        np.subtract(1, kept, out=kept)
        self.able *= kept
        self.bank *= kept
        self.fresh += flow.new
        if week - self.begun + 1 > self.least:
            used = np.subtract(week - self.begun + 1, self.limit)  # none of those trained before the year began
            np.maximum(used, self.zeros, out=used)
            np.minimum(used, self.ones, out=used)
            used *= flow.spent.at(week)
            used *= flow.kept
            self.fresh -= used
        np.maximum(self.fresh, self.zeros, out=self.fresh)
        np.minimum(self.fresh, flow.trained, out=self.fresh)
        if self.course.year == "any12":
            self._come_back(week, kept)
        np.minimum(self.able, flow.trained - self.fresh, out=self.able)
        np.minimum(self.bank, self.limit * flow.trained, out=self.bank)

    def _come_back(self, week: int, kept: Array) -> None:
        """Weeks served 52 weeks ago, by those who are still there, may be served again."""
        import numpy as np

        kept = np.maximum(kept, _LEAST_KEPT)
        self.stayed.append(kept)
        self.staying = self.staying * kept
        if week > WEEKS_A_YEAR:
            self.staying = self.staying / self.stayed[week - 1 - WEEKS_A_YEAR]
        if week >= WEEKS_A_YEAR:
            back = self.called[week - WEEKS_A_YEAR] * self.staying
            self.bank += back
            self.able += back
