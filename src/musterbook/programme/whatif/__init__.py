"""What if: the programme run forward week by week, on ranges that reports give or an analyst takes by hand.

In: a plan, and the lines of a working model where the plan asks the book. Out: bands over many runs, by region
and week, with where each input comes from and which of them drives the result. For outside analysts: aggregated,
never below the region; says what would follow, never what to do, and searches for nothing.

>>> plan = read_plan(path)                       # doctest: +SKIP
>>> outcome = run(plan, use(plan, model.lines))  # doctest: +SKIP
"""

from musterbook.programme.whatif.amounts import Amount
from musterbook.programme.whatif.book import use
from musterbook.programme.whatif.drivers import Driver
from musterbook.programme.whatif.inputs import INPUTS, Used
from musterbook.programme.whatif.plan import Plan, read_plan
from musterbook.programme.whatif.run import ALL, QUANTILES, RESULTS, UNITS, Outcome, named, run
from musterbook.programme.whatif.steady import Steady, steady_state

__all__ = [
    "ALL",
    "INPUTS",
    "QUANTILES",
    "RESULTS",
    "UNITS",
    "Amount",
    "Driver",
    "Outcome",
    "Plan",
    "Steady",
    "Used",
    "named",
    "read_plan",
    "run",
    "steady_state",
    "use",
]
