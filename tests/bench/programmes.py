"""Made-up programmes on which what-if models are measured: the same figures for every model, from a seed.

In: how many runs and regions. Out: plain figures. Whole weeks only, so that models without parts of a week give
the same result.
"""

from __future__ import annotations

from random import Random

WEEKS = 104


def figures(runs: int, regions: int, seed: int = 7) -> list[list[dict[str, float]]]:
    """Input → figure, for each run, for each region."""
    random = Random(seed)
    return [[_region(random) for _ in range(regions)] for _ in range(runs)]


def _region(random: Random) -> dict[str, float]:
    found: dict[str, float] = {
        "strength": random.uniform(20, 120),
        "trained": 1.0,
        "signups": random.uniform(4, 12),
        "contract": random.randint(26, 52),
        "renewal": random.uniform(0.3, 0.7),
        "limit": random.uniform(9, 26),
        "posts": random.uniform(10, 20),
        "people_per_post": 2.0,
        "shifts": 4.0,
    }
    for n in (1, 2, 3):
        found[f"training.{n}.weeks"] = random.randint(1, 3)
        found[f"training.{n}.drop_out"] = random.uniform(0.02, 0.1)
    return found
