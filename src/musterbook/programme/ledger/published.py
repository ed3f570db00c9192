"""The ledger as it may be published: every output form is made of this and of nothing else.

In: figures. Out: cells by region, group and period and all their margins, with what is left out left
out; rates between metrics. Never gives a value, or the words of a cell, that `suppression` leaves out.

Tables that count differently (by week or by month, divided by group or not, of regions or of the
country) are kept apart and never added to one another; what one of them leaves out, no other that
speaks of the same people may give away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from musterbook.programme.ledger.suppression import LEAST, Hidden, Key, Sums, ancestors, hide, margins
from musterbook.records.ledger import ALL, PERCENT, Figure, LedgerRow, PublishedCell, period_kind

ADDS_UP: Sums = ("approached", "agreed", "refused")
"""Whoever was approached agreed or refused: where tables give all three, one follows from two."""

DIMENSIONS = ("region", "group", "period")
_Sort = tuple[str, bool, str]  # kind of period, divided by group, kind of region


@dataclass(slots=True)
class _Cube:
    """Tables that count in the same way."""

    divided: bool
    tables: dict[str, dict[Key, int]] = field(default_factory=lambda: defaultdict(dict))
    figures: dict[str, dict[Key, Figure]] = field(default_factory=lambda: defaultdict(dict))
    contested: dict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))
    apart: dict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))
    sensitive: dict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))
    hidden: Hidden = field(default_factory=Hidden)
    levels: dict[str, dict[Key, int]] = field(default_factory=dict)
    counted: dict[str, dict[Key, int]] = field(default_factory=dict)

    def add(self, figure: Figure) -> None:
        """Take a figure; the margins above one that is contested have no one sum."""
        key = _key(figure, self.divided)
        metric = figure.metric
        self.figures[metric][key] = figure
        small = figure.smallest is not None and figure.smallest < LEAST
        if figure.state == "known" and figure.value is not None:
            self.tables[metric][key] = int(figure.value)
            if small:
                self.sensitive[metric].add(key)
        elif figure.state == "contested":
            self.contested[metric] |= set(ancestors(key)) - {key}

    def settle(self) -> None:
        """Decide what is left out."""
        self.hidden = hide(self.tables, ADDS_UP, self.sensitive, self.contested)
        for metric, table in self.tables.items():
            self.levels[metric] = margins(table)
            self.counted[metric] = margins(dict.fromkeys(table, 1))

    def scope(self, key: Key) -> tuple[str, str, str, str]:
        """Region, group, first and last day of a key; empty days where all periods are summed."""
        region, group, period = key if self.divided else (key[0], "", key[1])
        first, _, last = period.partition("/")
        return region, group, "" if first == ALL else first, last


def _key(figure: Figure, divided: bool) -> Key:
    period = f"{figure.first}/{figure.last}"
    return (figure.region, figure.group, period) if divided else (figure.region, period)


class Scopes:
    """Where something is left out: regions, groups and days, so that no other table gives it away."""

    def __init__(self, districts: Mapping[str, str]) -> None:
        """Take the federal district of each region."""
        self._districts = districts
        self._days: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)

    def add(self, region: str, group: str, first: str, last: str) -> None:
        """Note a cell, for whatever holds it, and for what it holds itself where it is not divided."""
        places = {region, self._districts.get(region, region), ALL, f"in {region}"}
        people = {group, ALL} if group not in ("", ALL) else {ALL, f"in {ALL}"}
        for place in places:
            for some in people:
                self._days[place, some].add((first, last))

    def touch(self, region: str, group: str, first: str, last: str) -> bool:
        """Whether a cell counts any of the same people in any of the same days."""
        places = {region, f"in {ALL}", f"in {self._districts.get(region, ALL)}"}
        people = {group, f"in {ALL}"} if group not in ("", ALL) else {ALL}
        for place in places:
            for some in people:
                for begin, end in self._days.get((place, some), ()):
                    if not first or (begin <= last and first <= end):
                        return True
        return False


class Published:
    """The ledger of some figures, ready to be shown."""

    def __init__(self, figures: Iterable[Figure], districts: Mapping[str, str] | None = None) -> None:
        """Decide once, over all figures, what is left out: no filter of a later question changes it."""
        self._cubes: dict[_Sort, _Cube] = {}
        self._scopes: dict[str, Scopes] = {}
        self._regions = dict(districts or {})
        for figure in figures:
            if figure.unit == PERCENT:
                continue  # a percentage may give away what it was made of: rates are made anew, from what is shown
            places = "all" if figure.region == ALL else "district" if figure.region in self._regions.values() else ""
            divided = figure.group not in ("", ALL)
            sort = (period_kind(figure.first, figure.last), divided, places)
            self._cubes.setdefault(sort, _Cube(divided)).add(figure)
        for cube in self._cubes.values():
            cube.settle()
        self._keep_apart()

    def _keep_apart(self) -> None:
        """What one way of counting leaves out, no other gives away."""
        if len(self._cubes) < 2:
            return
        for own, cube in self._cubes.items():
            scopes = {m: Scopes(self._regions) for c in self._cubes.values() for m in c.tables}
            for sort, other in self._cubes.items():
                if sort == own:
                    continue
                for metric, keys in other.hidden.moved.items():
                    for key in keys:
                        scopes[metric].add(*other.scope(key))
            for metric, levels in cube.levels.items():
                cube.apart[metric] |= {k for k in levels if scopes[metric].touch(*cube.scope(k))}

    def cells(self, by: Collection[str] = DIMENSIONS, metrics: Collection[str] = ()) -> Iterator[PublishedCell]:
        """Cells and margins, sorted.

        Args:
            by: What they are divided by, of `DIMENSIONS`; the rest is summed.
            metrics: Which; all where none is given.
        """
        for _, cube in sorted(self._cubes.items()):
            wanted = [d for d in DIMENSIONS if cube.divided or d != "group"]
            keys = {
                tuple(part if d in by else ALL for d, part in zip(wanted, key, strict=True))
                for found in cube.figures.values()
                for key in found
            }
            names = [m for m in sorted(cube.figures) if not metrics or m in metrics]
            for key in sorted(keys):
                for metric in names:
                    cell = self._cell(cube, metric, key)
                    if cell:
                        yield cell

    def _cell(self, cube: _Cube, metric: str, key: Key) -> PublishedCell | None:
        region, group, first, last = cube.scope(key)
        figure = cube.figures[metric].get(key)
        value = cube.levels.get(metric, {}).get(key)

        def cell(state: str, shown: Figure | None = None) -> PublishedCell:
            return PublishedCell(region, group, first, last, metric, None, state, 1, shown)

        if key in cube.hidden.cells[metric] or key in cube.apart[metric]:
            return cell("suppressed")
        if figure is not None and figure.state != "known":
            small = figure.smallest is not None and figure.smallest < LEAST
            return cell("suppressed") if small else cell(figure.state, figure)
        if key in cube.contested[metric]:
            return cell("contested")
        if value is None:
            return None
        count = cube.counted[metric][key]
        return PublishedCell(region, group, first, last, metric, value, "shown", count, figure)

    def shows(self, row: LedgerRow) -> bool:
        """Whether the value and words of a single cell of a file may be shown, be it a stated total or not.

        A total of a file sums what stands in that file, which need not be what a margin sums: it is
        shown only where nothing that it may count was moved by any witness.
        """
        if row.unit == PERCENT or (row.value is not None and row.value < LEAST):
            return False
        return not self._moved(row.metric).touch(row.region, row.group, row.first, row.last)

    def _moved(self, metric: str) -> Scopes:
        if metric not in self._scopes:
            scopes = self._scopes[metric] = Scopes(self._regions)
            for cube in self._cubes.values():
                for key in cube.hidden.moved[metric]:
                    scopes.add(*cube.scope(key))
        return self._scopes[metric]


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of some became others: of those approached, those who agreed.

    Attributes:
        of: The cell of the whole.
        part: The cell of the part.
        share: Their quotient, 0–1 (more where the tables contradict themselves); None where it is not given.
        state: ``shown``; ``suppressed`` where one of them is; ``unlike`` where they are not of the same
            people, one of them not known or contested, or nobody was approached.
    """

    of: PublishedCell
    part: PublishedCell
    share: float | None
    state: str


def rates(cells: Iterable[PublishedCell], of: str = "approached", part: str = "agreed") -> list[Rate]:
    """Conversion, cell by cell; where either count is left out, so is the rate."""
    found: dict[tuple[str, str, str, str], dict[str, PublishedCell]] = defaultdict(dict)
    for cell in cells:
        if cell.metric in (of, part):
            found[cell.region, cell.group, cell.first, cell.last][cell.metric] = cell
    return [_rate(pair[of], pair[part]) for pair in found.values() if of in pair and part in pair]


def _rate(of: PublishedCell, part: PublishedCell) -> Rate:
    if "suppressed" in (of.state, part.state):
        return Rate(of, part, None, "suppressed")
    if of.value is None or part.value is None or not of.value or of.cells != part.cells:
        return Rate(of, part, None, "unlike")
    return Rate(of, part, part.value / of.value, "shown")
