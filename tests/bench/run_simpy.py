"""The what-if model in SimPy, a process for each week's cohort, one run after the other.

usage: run_simpy.py RUNS REGIONS
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

from measuring import peak
from programmes import WEEKS, figures


class Region:
    """The people of one region."""

    def __init__(self, env: Any, given: dict[str, float]) -> None:
        self.env = env
        self.given = given
        self.training = 0.0
        self.trained = given["strength"]
        self.weeks: list[tuple[float, float, float]] = []
        for week in range(int(given["contract"])):
            env.process(self.contracts(given["strength"] / given["contract"], week))
        env.process(self.arrivals())
        env.process(self.duty())

    def arrivals(self) -> Iterator[Any]:
        """A cohort a week."""
        while True:
            self.env.process(self.cohort(self.given["signups"]))
            yield self.env.timeout(1)

    def cohort(self, people: float) -> Iterator[Any]:
        """From sign-up through three stages to the end of the contract."""
        self.training += people
        for n in (1, 2, 3):
            yield self.env.timeout(self.given[f"training.{n}.weeks"])
            lost = people * self.given[f"training.{n}.drop_out"]
            self.training -= lost
            people -= lost
        self.training -= people
        self.trained += people
        spent = sum(self.given[f"training.{n}.weeks"] for n in (1, 2, 3))
        yield from self.contracts(people, self.given["contract"] - spent)

    def contracts(self, people: float, left: float) -> Iterator[Any]:
        """Contracts that end and are renewed."""
        while True:
            yield self.env.timeout(left)
            gone = people * (1 - self.given["renewal"])
            self.trained -= gone
            people -= gone
            left = self.given["contract"]

    def duty(self) -> Iterator[Any]:
        """After everything else of a week, those who are needed are called up."""
        f = self.given
        yield self.env.timeout(0.5)
        while True:
            needed = f["posts"] * f["people_per_post"] * f["shifts"]
            called = min(needed, self.trained * f["limit"] / 52)
            self.weeks.append((self.training + self.trained, self.trained, called))
            yield self.env.timeout(1)


def main(runs: int, regions: int) -> None:
    """Run, then print the speed and a sum to compare."""
    import simpy

    given = figures(runs, regions)
    began = time.process_time()
    total = 0.0
    for run in given:
        env = simpy.Environment()
        there = [Region(env, one) for one in run]
        env.run(until=WEEKS)
        total += sum(sum(week) for region in there for week in region.weeks)
    seconds = time.process_time() - began
    done = runs * regions * WEEKS
    print(json.dumps({"region_weeks": done, "seconds": round(seconds, 3), "sum": total, "peak_mib": round(peak(), 1)}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
