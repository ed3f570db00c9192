"""Which cells of a table and of its margins may not be published.

In: the cells of a table by region, group and period (one metric, or several that add up). Out: the
cells to be left out, margins among them, and which cells could have been otherwise. Never publishes a cell
below `LEAST`, nor a set of cells from which one left out can be computed.

The method gives each left-out cell a witness: a change of the table that keeps every published cell as
it is, makes nothing negative, and moves the left-out cell by `LEAST` or more. Whoever has all published
cells, every sum over them and all this program's code cannot tell the table from the changed one. A witness
is a box: for each of some dimensions two values, with signs that cancel wherever such a dimension is summed.
Only the cells that it moves, at every level, are left out. With no dimension to cancel, the cell and every
margin above it are left out, which is always possible.

Source of the idea that margins stay when cells move around a cycle: Cox, "Network models for
complementary cell suppression", JASA 90 (1995). Leaving more out than a witness needs never breaks it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from musterbook.records.ledger import ALL

LEAST = 5
"""Persons: counts below this are not published (the specification of the ledger)."""

_TRIED = 3  # other values looked at in each dimension
_BASES = 4  # cells looked at within a margin

Key = tuple[str, ...]
Table = Mapping[Key, int]
Sums = tuple[str, str, str]


@dataclass(slots=True)
class Hidden:
    """What may not be published.

    Attributes:
        cells: Metric → keys of cells and margins (`ALL` in a summed dimension).
        moved: Metric → keys of single cells that a witness moves.
    """

    cells: dict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))
    moved: dict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))


def margins(table: Table) -> dict[Key, int]:
    """Every cell and every sum over any of the dimensions.

    >>> margins({("a", "x"): 1, ("b", "x"): 2})[ALL, "x"]
    3
    """
    sums: dict[Key, int] = defaultdict(int)
    for key, value in table.items():
        for above in ancestors(key):
            sums[above] += value
    return dict(sums)


def ancestors(key: Key) -> Iterator[Key]:
    """A cell's key and those of all margins that it is part of."""
    return product(*((part, ALL) for part in key))


@dataclass(frozen=True, slots=True)
class _Witness:
    """One way to move a cell: metric → the cells that move at every level, and the single ones among them."""

    cells: tuple[tuple[str, frozenset[Key]], ...]
    moved: tuple[tuple[str, frozenset[Key]], ...]


class _Protector:
    """Finds witnesses in tables of the same dimensions."""

    def __init__(self, tables: Mapping[str, Table], sums: Sums | None, closed: Mapping[str, set[Key]]) -> None:
        self._tables = tables
        self._sums = sums
        self._closed = closed
        self.hidden = Hidden()
        self._covered: dict[str, set[Key]] = defaultdict(set)
        self._lines: dict[str, dict[tuple[int, Key], list[str]]] = {}
        for metric, table in tables.items():
            lines: dict[tuple[int, Key], list[str]] = defaultdict(list)
            for key in table:
                for at, part in enumerate(key):
                    lines[at, key[:at] + key[at + 1 :]].append(part)
            self._lines[metric] = lines

    def protect(self, metric: str, target: Key, within: Sequence[Key]) -> None:
        """Leave a cell out, with all that it needs."""
        if target in self._covered[metric]:
            return
        best = min(self._witnesses(metric, target, within), key=self._cost)
        for name, keys in best.cells:
            self.hidden.cells[name] |= keys
            self._covered[name] |= keys
        for name, keys in best.moved:
            self.hidden.moved[name] |= keys

    def _cost(self, witness: _Witness) -> float:
        """How much is newly left out: a margin counts four times as much for each dimension that it sums."""
        new = 0.0
        for metric, keys in witness.cells:
            gone, closed = self.hidden.cells[metric], self._closed.get(metric, ())
            new += sum(4.0 ** key.count(ALL) for key in keys if key not in gone and key not in closed)
        return new

    def _witnesses(self, metric: str, target: Key, within: Sequence[Key]) -> Iterator[_Witness]:
        """Those of the largest boxes that there are: they leave the fewest margins out."""
        fixed = [at for at, part in enumerate(target) if part != ALL]
        bases = sorted(within, key=lambda k: (-self._tables[metric][k], k))[:_BASES]
        for size in range(len(fixed), -1, -1):
            any_found = False
            for base in bases:
                for chosen in combinations(fixed, size):
                    for other in self._others(metric, base, chosen):
                        for witness in self._boxes(metric, base, dict(zip(chosen, other, strict=True))):
                            any_found = True
                            yield witness
            if any_found:
                return

    def _others(self, metric: str, base: Key, chosen: Sequence[int]) -> Iterable[tuple[str, ...]]:
        """Other values in each chosen dimension, few and the cheapest first."""
        table, gone = self._tables[metric], self.hidden.cells[metric]
        lists = []
        for at in chosen:
            found = []
            for part in self._lines[metric][at, base[:at] + base[at + 1 :]]:
                key = (*base[:at], part, *base[at + 1 :])
                if part != base[at] and table[key] >= LEAST:
                    found.append((key not in gone, table[key], part))
            lists.append([part for _, _, part in sorted(found)[:_TRIED]])
        return product(*lists)

    def _boxes(self, metric: str, base: Key, other: Mapping[int, str]) -> Iterator[_Witness]:
        """The witness that this box is, with what moves along in metrics that add up; none where it cannot be."""
        plus, minus = _corners(base, other)
        if not self._can_fall(metric, minus) or not all(key in self._tables[metric] for key in plus):
            return
        cells = frozenset(above for key in (*plus, *minus) for above in _moved_above(key, other))
        own = (metric, cells), (metric, frozenset((*plus, *minus)))
        partners = list(self._partners(metric))
        if not partners or not any(set(plus + minus) & set(self._tables[p]) for p, _ in partners):
            yield _Witness((own[0],), (own[1],))
            return
        for partner, sign in partners:
            falling = minus if sign > 0 else plus
            if set(plus + minus) <= set(self._tables[partner]) and self._can_fall(partner, falling):
                yield _Witness((own[0], (partner, cells)), (own[1], (partner, own[1][1])))
        if not other:  # without a partner that can move along: all three are left out there
            names = [metric, *(p for p, _ in partners)]
            yield _Witness(tuple((n, cells) for n in names), tuple((n, own[1][1]) for n in names))

    def _can_fall(self, metric: str, keys: Iterable[Key]) -> bool:
        table = self._tables[metric]
        return all(table.get(key, -1) >= LEAST for key in keys)

    def _partners(self, metric: str) -> Iterator[tuple[str, int]]:
        """What moves along so that a whole stays the sum of its two parts: metric and sign."""
        if self._sums is None or metric not in self._sums:
            return
        whole, one, two = self._sums
        if metric == whole:
            yield from ((one, 1), (two, 1))
        else:
            yield two if metric == one else one, -1
            yield whole, 1


def _corners(base: Key, other: Mapping[int, str]) -> tuple[list[Key], list[Key]]:
    """The corners of a box: those that rise and those that fall."""
    plus: list[Key] = []
    minus: list[Key] = []
    for flips in product((False, True), repeat=len(other)):
        key = list(base)
        for flip, (at, part) in zip(flips, other.items(), strict=True):
            key[at] = part if flip else key[at]
        (minus if sum(flips) % 2 else plus).append(tuple(key))
    return plus, minus


def _moved_above(key: Key, other: Mapping[int, str]) -> Iterator[Key]:
    """The margins above a corner in which the box does not cancel, and the corner itself."""
    return product(*((part,) if at in other else (part, ALL) for at, part in enumerate(key)))


def hide(
    tables: Mapping[str, Table],
    sums: Sums | None = None,
    sensitive: Mapping[str, set[Key]] | None = None,
    closed: Mapping[str, set[Key]] | None = None,
) -> Hidden:
    """Decide what may not be published.

    Args:
        tables: Metric → its cells; all with the same dimensions.
        sums: A whole and the two parts that add up to it, where all three are there.
        sensitive: Metric → further cells that may not be shown, for instance because an earlier
            figure was small.
        closed: Metric → cells and margins that are not shown for another reason.

    Returns:
        What is left out; `LEAST` or more for each of these cells is as consistent with the rest as its value.
    """
    if sums is not None and not all(name in tables for name in sums):
        sums = None
    protector = _Protector(tables, sums, closed or {})
    for metric in sorted(tables):
        levels = margins(tables[metric])
        more = (sensitive or {}).get(metric, set())
        small = {key for key, value in levels.items() if value < LEAST or key in more}
        within: dict[Key, list[Key]] = {key: [] for key in small}
        for key in tables[metric]:
            for above in ancestors(key):
                if above in within:
                    within[above].append(key)
        for key in sorted(small, key=lambda k: (-k.count(ALL), k)):
            protector.protect(metric, key, within[key])
    return protector.hidden
