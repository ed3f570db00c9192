"""Which unknown drives a result, and which way.

In: how far up its range each input is in each run, and what came out. Out: `Driver` records. Never says what
should be done about it.

Two figures an input, for inputs drawn apart from one another:

- the share of the result's variance that knowing this input alone would take away, `Var(E[Y|X]) / Var(Y)`, the
  first-order index of Sobol' (I. M. Sobol', Sensitivity estimates for nonlinear mathematical models, 1993): runs
  are put into bins by the input, and the variance of the bins' means is held against all, less what bins of that
  number would show by chance (Kelley's epsilon squared, 1935). For a sum of independent inputs with weights `a`
  it is `a²·Var(X)` of that input over the total;
- the rank correlation (Spearman's) of input and result: its sign says which way it works.

Shares add up to 1 at most; what is missing is due to inputs working together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musterbook.programme.whatif.amounts import Amount, Floats

_BINS = 32  # of 300 runs each in 10,000: the mean of a bin is known to a seventeenth of the spread within it
_RUNS_A_BIN = 10  # at least, with fewer runs


@dataclass(frozen=True, slots=True)
class Driver:
    """What one input does to a result.

    Attributes:
        input: What it is drawn under.
        share: Of the result's variance, from 0 to 1.
        rank: Correlation of ranks, from -1 to 1.
    """

    input: str
    share: float
    rank: float


def drivers(inputs: Mapping[str, tuple[Amount, Floats]], result: Floats) -> tuple[Driver, ...]:
    """Hold each input against a result.

    Args:
        inputs: Name → the amount, and how far up its range it is in each run.
        result: What came out of each run.

    Returns:
        One for each input that is not fixed, the greatest share first; none where the result is always the same.
    """
    import numpy as np

    result = np.asarray(result, dtype=np.float64)
    spread = float(result.var())
    if len(result) < 2 or spread <= 1e-12 * float(np.square(result).mean()):  # rounding
        return ()
    ranks = _ranks(result)
    found = []
    for name, (amount, places) in inputs.items():
        if amount.is_fixed:
            continue
        share = _share(amount.steps, places, result)
        own = np.floor(places * amount.steps) if amount.steps else places
        rank = _correlation(own, ranks)
        found.append(Driver(name, share, rank))
    return tuple(sorted(found, key=lambda d: (-round(d.share, 6), -abs(d.rank), d.input)))


def _share(steps: int, places: Floats, result: Floats) -> float:
    """The first-order share: by value where there are few, else by bins that are alike likely."""
    import numpy as np

    runs = len(result)
    bins = steps or max(2, min(_BINS, runs // _RUNS_A_BIN))
    of = np.minimum((places * bins).astype(np.int64), bins - 1)
    counts = np.bincount(of, minlength=bins)
    sums = np.bincount(of, weights=result - result.mean(), minlength=bins)
    used = counts > 0
    between = float((sums[used] ** 2 / counts[used]).sum())
    total = float(result.var()) * runs
    groups = int(used.sum())
    if runs <= groups:
        return 0.0
    by_chance = (groups - 1) * (total - between) / (runs - groups)
    return min(1.0, max(0.0, (between - by_chance) / total))


def _ranks(values: Floats) -> Floats:
    """Ranks from 0, those of equal values being the mean of theirs."""
    import numpy as np

    _, of, counts = np.unique(values, return_inverse=True, return_counts=True)
    means = np.cumsum(counts) - (counts + 1) / 2
    ranked: Floats = means[of]
    return ranked


def _correlation(one: Floats, other: Floats) -> float:
    """Of two rows of figures; 0 where one of them is always the same."""
    import numpy as np

    a, b = one - one.mean(), other - other.mean()
    size = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float((a * b).sum()) / size if size else 0.0
