"""An amount that is not known exactly: one figure, a range, or rival values.

In: figures. Out: an `Amount` and, from numbers between 0 and 1, what it comes to in each run. Never picks the
middle of a range, and never weighs one rival value more than another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Floats = NDArray[float64]

KINDS = ("fixed", "uniform", "triangular", "rivals")


@dataclass(frozen=True, slots=True)
class Amount:
    """What one input may come to.

    Attributes:
        kind: ``fixed``; ``uniform`` (any figure between two ends is as likely as any other); ``triangular`` (most
            likely at the mode, ever less so towards the ends); ``rivals`` (each of several values equally often).
        figures: One figure; low and high; low, mode and high; or the values, in rising order.
    """

    kind: str
    figures: tuple[float, ...]

    def __post_init__(self) -> None:
        least = {"fixed": 1, "uniform": 2, "triangular": 3, "rivals": 2}.get(self.kind, 0)
        right = len(self.figures) >= least if self.kind == "rivals" else len(self.figures) == least
        if not least or not right or list(self.figures) != sorted(self.figures):
            raise ValueError(f"{self.kind} of {self.figures!r}; give rising figures, as many as the kind has")

    @classmethod
    def of(cls, *values: float) -> Amount:
        """Rival values; equal ones count once, and a single one is fixed.

        >>> Amount.of(4, 2, 4)
        Amount(kind='rivals', figures=(2.0, 4.0))
        """
        found = tuple(sorted({float(v) for v in values}))
        return cls("fixed" if len(found) == 1 else "rivals", found)

    @classmethod
    def between(cls, low: float, high: float, mode: float | None = None) -> Amount:
        """A range, with a most likely figure where one is given; without any width it is fixed."""
        if low == high:
            return cls("fixed", (float(low),))
        if mode is None:
            return cls("uniform", (float(low), float(high)))
        return cls("triangular", (float(low), float(mode), float(high)))

    @property
    def low(self) -> float:
        """The least that it may be."""
        return self.figures[0]

    @property
    def high(self) -> float:
        """The most that it may be."""
        return self.figures[-1]

    @property
    def is_fixed(self) -> bool:
        """Whether there is nothing to draw."""
        return self.kind == "fixed"

    @property
    def steps(self) -> int:
        """How many values it takes; 0 where it may take any between two ends."""
        return len(self.figures) if self.kind in ("fixed", "rivals") else 0

    def drawn(self, places: Floats) -> Floats:
        """What it comes to in each run.

        Args:
            places: One number from 0 up to, not including, 1 a run: how far up the range the run is.

        Returns:
            The figures, by the inverse of the distribution function: more means more.
        """
        import numpy as np

        if self.kind == "uniform":
            low, high = self.figures
            return low + (high - low) * places
        if self.kind == "triangular":
            low, mode, high = self.figures
            cut = (mode - low) / (high - low)
            rising = low + np.sqrt(places * (high - low) * (mode - low))
            falling = high - np.sqrt((1.0 - places) * (high - low) * (high - mode))
            return np.where(places < cut, rising, falling)
        values = np.array(self.figures, dtype=np.float64)
        return values[(places * len(values)).astype(np.int64)]

    def scaled(self, factor: float) -> Amount:
        """The same in another unit; ``factor`` is greater than 0."""
        return Amount(self.kind, tuple(f * factor for f in self.figures))

    def words(self) -> str:
        """The amount in words.

        >>> Amount.between(4, 12).words(), Amount.of(26, 52).words(), Amount.between(1, 9, 3).words()
        ('4 to 12', '26 or 52', '1 to 9, most likely 3')
        """
        said = [f"{f:,.6g}" if abs(f) < 1e6 else f"{f:,.0f}" for f in self.figures]
        if self.kind == "uniform":
            return f"{said[0]} to {said[1]}"
        if self.kind == "triangular":
            return f"{said[0]} to {said[2]}, most likely {said[1]}"
        return " or ".join(said)
