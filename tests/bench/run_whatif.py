"""The what-if model of Musterbook: on given figures, or the whole of a plan with bands and drivers.

usage: run_whatif.py RUNS REGIONS [--plan]
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from measuring import peak
from programmes import WEEKS, figures

PLAN = """\
start: 2027-01-04
weeks: {weeks}
runs: {runs}
seed: 7
currency: RUB
everywhere:
  strength: {{low: 20, high: 120, apart: true}}
  signups: {{low: 4, mode: 6, high: 12, apart: true}}
  training:
    - {{weeks: {{low: 1, high: 2}}, drop_out: {{low: 0.05, high: 0.1}}}}
    - {{weeks: {{low: 2, high: 4}}, drop_out: {{low: 0.05, high: 0.2}}}}
    - {{weeks: {{low: 1, high: 3}}, drop_out: {{low: 0, high: 0.1}}}}
  contract: {{low: 26, high: 52, apart: true}}
  renewal: {{low: 0.3, high: 0.7, apart: true}}
  limit: {{low: 9, high: 26}}
  posts: {{low: 10, high: 20, apart: true}}
  people_per_post: 2
  shifts: 4
  pay: {{signing_bonus: {{low: 100000, high: 300000}}, duty_month: {{low: 30000, high: 60000}}}}
regions:
"""


def plan(runs: int, regions: int) -> dict[str, float]:
    """A whole plan in which nearly every input is a range: draws, weeks, bands, results, drivers."""
    from musterbook.programme.whatif import read_plan, run, use

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.yaml"
        codes = "".join(f"  RU-{n:02}: {{}}\n" for n in range(regions))
        path.write_text(PLAN.format(weeks=WEEKS, runs=runs) + codes, encoding="utf-8")
        read = read_plan(path)
    used = use(read)
    run(read.but(runs=10), used)  # loads NumPy
    began = time.process_time()
    out = run(read, used)
    return {"seconds": time.process_time() - began, "sum": out.results["all"]["covered"][2]}


def model(runs: int, regions: int) -> dict[str, float]:
    """The weekly steps alone, on given figures."""
    import numpy as np

    from musterbook.programme.whatif.engine import Course, simulate

    given = figures(runs, regions)
    course = Course(WEEKS, duty="even")
    simulate({name: np.ones(1) for name in given[0][0]}, course)  # loads the rest of NumPy
    began = time.process_time()
    total = 0.0
    for n in range(regions):
        rows = {name: np.array([run[n][name] for run in given]) for name in given[0][0]}
        total += float(simulate(rows, course)[:3].sum(dtype=np.float64))
    return {"seconds": time.process_time() - began, "sum": total}


if __name__ == "__main__":
    wanted = int(sys.argv[1]), int(sys.argv[2])
    found = plan(*wanted) if "--plan" in sys.argv else model(*wanted)
    found["seconds"] = round(found["seconds"], 3)
    print(json.dumps({"region_weeks": wanted[0] * wanted[1] * WEEKS, **found, "peak_mib": round(peak(), 1)}))
