"""The closed form of the model's steady state, to hold the simulation against.

In: fixed figures of one region. Out: what the weekly steps settle to. Never simulates.

With `s` sign-ups a week, stages of `d1`, `d2`, `d3` weeks that `q1`, `q2`, `q3` of those who enter them do not
finish, contracts of `T` weeks of which a share `r` is renewed, Little's law (stock = flow × mean stay) gives:

- in training: `s·(d1 + (1−q1)·d2 + (1−q1)(1−q2)·d3)`;
- finishing: `p = (1−q1)(1−q2)(1−q3)` of those who sign up; they stay under contract for `T/(1−r)` weeks on
  average, a geometric number of terms, of which the first `D = d1+d2+d3` weeks are training;
- trained: `s·p·(T/(1−r) − D)`;
- called up, evenly through the year: the smallest of what posts need, and `L/52` of the trained;
- called up at once: what posts need, where that is no more than `L/53` of the trained. Beyond that there is
  no steady state but a yearly rhythm; without arrivals and leavers its mean over any 52 weeks is `L/52` of the
  trained at most.

Where places bound the reserve, a place that falls free in one week is filled in the next, so that sign-ups settle,
on average over a contract term, at the smaller of `s` and `places / (1 + w)`, `w` being the weeks that one who
signs up spends in the reserve on average.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from musterbook.programme.whatif.inputs import DAYS_A_WEEK, MONTHS_A_YEAR, STAGES, WEEKS_A_YEAR


@dataclass(frozen=True, slots=True)
class Steady:
    """What one region settles to.

    Attributes:
        signups: People a week.
        in_training: People.
        trained: People.
        called_up: People, if duty is spread evenly through the year.
        posts_covered: Posts.
        cost: Money a week, without what is not known.
    """

    signups: float
    in_training: float
    trained: float
    called_up: float
    posts_covered: float
    cost: float

    @property
    def reserve(self) -> float:
        """Everyone under contract."""
        return self.in_training + self.trained


def steady_state(figures: Mapping[str, float]) -> Steady | None:
    """What the model settles to.

    Args:
        figures: Input → figure, for every input that is not optional, in the units of the inputs.

    Returns:
        The steady state; None where every contract is renewed, since the reserve then grows without end.
    """
    renewed = figures["renewal"]
    stay, kept = 0.0, 1.0
    for n in range(1, STAGES + 1):
        stay += kept * figures[f"training.{n}.weeks"]
        kept *= 1.0 - figures[f"training.{n}.drop_out"]
    training = sum(figures[f"training.{n}.weeks"] for n in range(1, STAGES + 1))
    if renewed >= 1.0 and kept > 0 and figures["signups"] > 0:
        return None
    after = kept * (figures["contract"] / (1.0 - renewed) - training) if kept > 0 and renewed < 1.0 else 0.0
    flow = figures["signups"]
    if "places" in figures:
        flow = min(flow, figures["places"] / (1.0 + stay + after))
    trained = flow * after
    crew = figures["people_per_post"] * figures["shifts"]
    called = min(figures["posts"] * crew, trained * min(1.0, figures["limit"] / WEEKS_A_YEAR))
    renewals = flow * kept * renewed / (1.0 - renewed) if renewed < 1.0 else 0.0
    month = MONTHS_A_YEAR / WEEKS_A_YEAR
    pay = {name: figures.get(f"pay.{name}", 0.0) for name in _PAID}
    cost = (
        flow * pay["signing_bonus"]
        + renewals * pay["renewal_bonus"]
        + flow * (stay + after) * pay["reserve_month"] * month
        + called * (pay["duty_month"] * month + pay["duty_day"] * DAYS_A_WEEK)
    )
    return Steady(flow, flow * stay, trained, called, called / crew, cost)


_PAID = ("signing_bonus", "renewal_bonus", "reserve_month", "duty_month", "duty_day")
