"""One region, week by week, all runs at once.

In: the figures of each run. Out: what there is in each week of each run. Never knows a person: people are
quantities that flow from sign-up through training to the end of their contracts.

In each week, in this order: people sign up, where places are free; those whose stage of training ends leave or
go on; those whose contract ends leave or renew; those trained are called up, as far as posts need them and the
yearly limit allows. A delay of 3.4 weeks sends 60 % on after 3 weeks and 40 % after 4, so that its mean is exact.

The yearly limit is kept by a bank of weeks. Whoever is trained brings a year's weeks into it, and who leaves
takes a share of what is left; who is called up takes one week out; the bank is filled anew on 1 January
(``calendar``), or each week comes back after 52 (``any12``). Duty is shared so that weeks run out for all at
once; while the bank is empty only those who are new to it can be called up. Spread ``even``-ly, no more are
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

    flow = _Flow({k: np.ascontiguousarray(v, dtype=course.precision) for k, v in figures.items()}, course)
    duty = _Duty(flow.figures, course)
    out = np.empty((len(MEASURES), course.weeks, flow.runs), dtype=course.precision)
    for week in range(course.weeks):
        flow.step(week)
        duty.step(week, flow, out[2, week])
        np.add(flow.training, flow.trained, out=out[0, week])
        out[1, week] = flow.trained
        _cost(flow, out[0, week], out[2, week], out[3, week])
    return out


def _cost(flow: _Flow, reserve: Array, called: Array, out: Array) -> None:
    """Money of a week, of what is known of it."""
    month = MONTHS_A_YEAR / WEEKS_A_YEAR
    weights = {
        "pay.signing_bonus": (flow.signed, 1.0),
        "pay.renewal_bonus": (flow.renewed, 1.0),
        "pay.reserve_month": (reserve, month),
        "pay.duty_month": (called, month),
        "pay.duty_day": (called, float(DAYS_A_WEEK)),
    }
    out[:] = 0
    for name, (people, times) in weights.items():
        if name in flow.figures:
            out += flow.figures[name] * people * times


class _Delay:
    """What went in some weeks ago, by the delay of each run; asked for one week after the other, from week 0."""

    def __init__(self, weeks: Array, history: Array, before: int) -> None:
        import numpy as np

        whole = np.floor(weeks).astype(np.int64)
        runs = len(weeks)
        self.part: Array = (weeks - whole).astype(weeks.dtype)
        self.exact = not bool(self.part.any())
        self.single = bool((whole == whole[0]).all())
        self.row = before - int(whole[0])
        self.runs = runs
        self.history = history
        self.last: Array = history.reshape(-1)[runs:]  # both one row apart, so that one index serves for both
        self.earlier: Array = history.reshape(-1)[:-runs]
        self.index: Array = (before - whole - 1) * runs + np.arange(runs)
        self.near: Array = np.empty_like(weeks)
        self.far: Array = np.empty_like(weeks)

    def next(self) -> Array:
        """What comes out in the next week; the array is used again for the week after."""
        import numpy as np

        if self.single:
            self.row += 1
            near: Array = self.history[self.row - 1]
            far: Array = self.history[self.row - 2]
        else:
            near, far = self.near, self.far
            self.last.take(self.index, out=near, mode="clip")
            if not self.exact:
                self.earlier.take(self.index, out=far, mode="clip")
            self.index += self.runs
        if self.exact:
            return near
        np.subtract(far, near, out=self.far)
        self.far *= self.part
        return np.add(near, self.far, out=self.near)


class _Steady:
    """What comes out of a delay into which as much goes each week: as before the start, then as since."""

    def __init__(self, weeks: Array, before: Array, since: Array) -> None:
        self.weeks = weeks
        self.before = before
        self.more: Array = since - before
        self.since = since
        self.last = float(weeks.max()) + 1  # from then on all that comes out went in since the start
        self.week = 0

    def next(self) -> Array:
        """What comes out in the next week."""
        import numpy as np

        self.week += 1
        if self.week >= self.last:
            return self.since
        through: Array = np.clip(self.week - self.weeks, 0, 1)
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
        self.leaving.append(self.leaving.pop() + kept)  # nobody is in training after the last stage
        before = int(np.ceil(max(float(ends[-1].max()), float(figures["contract"].max())))) + 2
        self.before = before
        self.contracts: Array = np.zeros((before + course.weeks, self.runs), dtype=kept.dtype)
        arrivals = self._begin(stay, ends[-1])
        self.signing: Array | None = None
        if "places" in figures:
            self.signing = np.empty_like(self.contracts)
            self.signing[:before] = arrivals
            self.stages: list[_Delay | _Steady] = [_Delay(end, self.signing, before) for end in ends]
        else:
            self.stages = [_Steady(end, arrivals, figures["signups"]) for end in ends]
        self.contract = _Delay(figures["contract"], self.contracts, before)
        self.spare: Array = np.empty_like(kept)

    def _begin(self, stay: Array, training: Array) -> Array:
        """Those in the reserve at the start, as if they had come evenly over the weeks before: so many a week."""
        import numpy as np

        f = self.figures
        in_training = np.where(stay > 0, f["strength"] * (1 - f["trained"]), 0)
        self.training: Array = in_training.astype(stay.dtype)
        self.trained: Array = f["strength"] - self.training
        arrivals: Array = self.training / np.where(stay > 0, stay, 1).astype(stay.dtype)
        ending = self.trained / f["contract"]
        for back in range(1, self.before + 1):
            part = np.clip(training - (back - 1), 0, 1)  # the earliest week of training counts in part
            self.contracts[self.before - back] = ending + self.kept * arrivals * part
        self.new: Array = np.zeros_like(stay)
        self.left: Array = np.zeros_like(stay)  # as a share of those trained before
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
            np.maximum(spare, 0, out=spare)
            self.signed = np.minimum(f["signups"], spare, out=self.signing[now])
        self.training += self.signed
        for leaving, stage in zip(self.leaving, self.stages, strict=True):
            through = stage.next()
            self.training -= np.multiply(leaving, through, out=spare)
        np.multiply(self.kept, through, out=self.new)
        np.maximum(self.training, 0, out=self.training)  # rounding
        begun = np.multiply(self.kept, self.signed, out=self.contracts[now])
        ended = self.contract.next()
        np.multiply(f["renewal"], ended, out=self.renewed)
        begun += self.renewed
        gone = np.subtract(ended, self.renewed, out=spare)
        np.maximum(self.trained, 1e-30, out=self.left)
        np.divide(gone, self.left, out=self.left)
        np.minimum(self.left, 1, out=self.left)
        self.trained += self.new
        self.trained -= gone
        np.maximum(self.trained, 0, out=self.trained)


class _Duty:
    """Who of those trained is called up, within the yearly limit."""

    def __init__(self, figures: Mapping[str, Array], course: Course) -> None:
        import numpy as np

        self.course = course
        self.limit = figures["limit"]
        self.needed: Array = figures["posts"] * figures["people_per_post"] * figures["shifts"]
        self.share: Array = np.minimum(self.limit / WEEKS_A_YEAR, 1).astype(self.limit.dtype)
        self.bank: Array = np.zeros_like(self.limit)
        self.able: Array = np.zeros_like(self.limit)
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
            self.able = flow.trained.copy()
            self.bank = self.limit * flow.trained
        else:
            kept = 1 - flow.left
            self.able = self.able * kept + flow.new
            self.bank = self.bank * kept + self.limit * flow.new
            if self.course.year == "any12":
                self._come_back(week, flow, kept)
        np.minimum(self.needed, self.able, out=out)
        np.minimum(out, self.bank, out=out)
        self.bank -= out
        self.able *= self.bank > 0
        if self.course.year == "any12":
            self.called.append(out)

    def _come_back(self, week: int, flow: _Flow, kept: Array) -> None:
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
            self.able = np.minimum(self.able + back, flow.trained)
        self.bank = np.minimum(self.bank, self.limit * flow.trained)
