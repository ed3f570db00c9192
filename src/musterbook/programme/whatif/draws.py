"""One number between 0 and 1 for each run and each unknown input, the same on every machine.

In: a seed, names, how many runs. Out: numbers. Never asks a clock or the system for chance.

Each input has a stream of its own, made from the plan's seed and the input's name: adding a region or an input
changes no other draw, and more runs begin with the same runs. Streams are `numpy.random.PCG64` fed by
`SeedSequence`, both of which NumPy keeps the same between versions (NEP 19, https://numpy.org/neps/nep-0019);
the raw words of 64 bits are turned into fractions here, by their upper 53 bits.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musterbook.programme.whatif.amounts import Floats


def places(seed: int, name: str, runs: int) -> Floats:
    """How far up its range an input is in each run.

    Args:
        seed: The plan's, from 0 up.
        name: What the input is drawn under.
        runs: How many.

    Returns:
        That many numbers from 0 up to, not including, 1, all alike likely.
    """
    import numpy as np

    digest = hashlib.sha256(name.encode()).digest()
    words = [int.from_bytes(digest[n : n + 4], "little") for n in range(0, 16, 4)]
    raw = np.random.PCG64(np.random.SeedSequence([seed, *words])).random_raw(runs)
    return (raw >> np.uint64(11)).astype(np.float64) * 2.0**-53
