"""How one table is laid out: what each column is, from its head and its first rows.

In: the rows above the figures, the first rows of figures, what the user says. Out: a `Layout`, and
a Problem for each column that is not sure. Never takes one of two meanings.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from musterbook.programme.ledger.mapping import IGNORE, Mapping, Said
from musterbook.programme.ledger.numbers import THOUSANDS, is_number
from musterbook.programme.ledger.periods import Calendar, Span, read_period, week_of
from musterbook.programme.ledger.words import Dictionary, Meaning
from musterbook.records.ledger import ALL, PERCENT, PERSONS, Label
from musterbook.records.table import Cell, Row, address

_MOSTLY = 0.5  # share of a column's first cells that makes it one of figures, or of labels of a kind


@dataclass(frozen=True, slots=True)
class HeadCell:
    """One cell of a column's head."""

    cell: Cell
    row: int
    meaning: Meaning

    @property
    def address(self) -> str:
        """Where it stands; the first cell of a merged range."""
        return self.cell.origin or address(self.cell.column, self.row)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of figures counts; an empty field is given by the row, a title or the user.

    Attributes:
        region: Id or `ALL`.
        group: Likewise.
        span: Its period, or None.
        metric: Id.
        unit: ``persons`` ``thousands`` ``percent``; empty where the head does not say.
        total: Over what it is a total.
        labels: The cells of the head that say so.
    """

    region: str = ""
    group: str = ""
    span: Span | None = None
    metric: str = ""
    unit: str = ""
    total: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()


@dataclass(slots=True)
class Layout:
    """One table.

    Attributes:
        labels: Number of a column of labels → ``region`` ``group`` ``period`` ``metric``.
        figures: Number of a column of figures → what it counts.
        unsure: Number of a column → why it is not read.
        calendar: How its periods are read.
        proposals: Number of a column → what a mapping file may say of it.
    """

    labels: dict[int, str] = field(default_factory=dict)
    figures: dict[int, Column] = field(default_factory=dict)
    unsure: dict[int, str] = field(default_factory=dict)
    calendar: Calendar = Calendar()
    proposals: dict[int, str] = field(default_factory=dict)


def is_numbering(row: Row) -> bool:
    """Whether a row only numbers its columns: 1, 2, 3 and so on."""
    if len(row.cells) < 3:
        return False
    return all(c.words.strip().rstrip(".") == str(n) for n, c in enumerate(row.cells, 1))


def make_layout(
    heads: Sequence[Row], sample: Sequence[Row], said: Mapping, dictionary: Dictionary, calendar: Calendar
) -> Layout:
    """Work out what each column is.

    Args:
        heads: The rows of the head, upper first; cells of merged ranges filled.
        sample: The first rows of figures.
        said: What the user says of this sheet.
        dictionary: The words.
        calendar: How periods are read.
    """
    paths = _paths(heads, sample, dictionary)
    weekly = any(_says_week(h) for path in paths.values() for h in path)
    spaced = _spaced_by_weeks(paths)
    layout = Layout(calendar=replace(calendar, weekly=calendar.weekly or weekly or spaced))
    cells: dict[int, list[Cell]] = {}
    for row in sample:
        for cell in row.cells:
            cells.setdefault(cell.column, []).append(cell)
    for column in sorted({*paths, *cells}):
        path, seen = paths.get(column, ()), cells.get(column, [])
        given = said.columns.get(column)
        role = given.role if given else _role(path, seen, dictionary, layout.calendar)
        if role == IGNORE or (not seen and not given):
            continue
        if role in ("region", "group", "period", "metric"):
            layout.labels[column] = role
        elif role == "unsure":
            layout.unsure[column] = "its labels are of no known kind; write what it is: region, group, period, metric"
        else:
            made = _figures(column, path, given, layout, said)
            if made:
                layout.figures[column] = made
    _resolve_totals(layout, paths)
    return layout


def _paths(heads: Sequence[Row], sample: Sequence[Row], dictionary: Dictionary) -> dict[int, tuple[HeadCell, ...]]:
    """By column: the cells of its head from above, each once; a gap in an upper row belongs to the cell at its left."""
    columns = {c.column for row in (*heads, *sample) for c in row.cells}
    paths: dict[int, list[HeadCell]] = {c: [] for c in columns}
    for n, row in enumerate(heads):
        own = {c.column: c for c in row.cells}
        below = {c.column for later in heads[n + 1 :] for c in later.cells}
        carried: Cell | None = None
        for column in sorted(columns):
            cell = own.get(column)
            if cell is None and carried is not None and column in below:
                cell = replace(carried, origin=carried.origin or address(carried.column, row.number))
            elif cell is None:
                carried = None
            else:
                carried = cell
            if cell is None:
                continue
            head = HeadCell(cell, row.number, dictionary.head(cell.words))
            if not any(h.address == head.address for h in paths[column]):
                paths[column].append(head)
    return {column: tuple(path) for column, path in paths.items()}


def _says_week(head: HeadCell) -> bool:
    low = head.cell.words.casefold()
    return "недел" in low or "week" in low


def _spaced_by_weeks(paths: dict[int, tuple[HeadCell, ...]]) -> bool:
    """Whether the head has at least two days, all Mondays: such a head counts by weeks."""
    days: set[str] = set()
    for path in paths.values():
        for head in path:
            span = read_period(head.cell.date or head.cell.words, Calendar())
            if span and not span.fault and span.first == span.last:
                days.add(span.first)
    return len(days) > 1 and all(dt.date.fromisoformat(d).weekday() == 0 for d in days)


def _role(path: Sequence[HeadCell], seen: Sequence[Cell], dictionary: Dictionary, calendar: Calendar) -> str:
    """What a column is: a kind of labels, ``ignore``, ``unsure`` (labels of no kind), or empty for figures."""
    unknown = dictionary.words.unknown
    heads = Counter(role for h in path for role in _heads_labels(h, calendar))
    metrics = {m for h in path for m in h.meaning.metrics}
    figures = sum(is_number(c, unknown) for c in seen)
    named = next((r for r in ("ignore", "region", "group", "metric", "period") if heads[r]), "")
    lowest = _heads_labels(path[-1], calendar) if path else frozenset()
    if named and not metrics and (figures <= _MOSTLY * len(seen) or named in lowest):
        return named
    if seen and figures > _MOSTLY * len(seen):
        return "" if path or len(seen) < 3 or not _counts_up(seen) else IGNORE
    kinds: Counter[str] = Counter()
    for cell in seen:
        meaning = dictionary.label(cell.words)
        span = cell.date or read_period(cell.words, calendar)
        kinds["region"] += bool(meaning.regions)
        kinds["group"] += bool(meaning.groups or meaning.inside)
        kinds["metric"] += bool(meaning.metrics)
        kinds["period"] += bool(span)
    best = kinds.most_common(2)
    if best and best[0][1] > _MOSTLY * len(seen) and (len(best) < 2 or best[1][1] < best[0][1]):
        return best[0][0]
    return "unsure" if seen else IGNORE


def _heads_labels(head: HeadCell, calendar: Calendar) -> frozenset[str]:
    """What kinds of labels a cell heads; "45th week" heads none, it is one."""
    roles = head.meaning.columns
    return roles - {"period"} if "period" in roles and read_period(head.cell.words, calendar) else roles


def _counts_up(seen: Sequence[Cell]) -> bool:
    return [c.words.strip().rstrip(".") for c in seen] == [str(n) for n in range(1, len(seen) + 1)]


def _figures(column: int, path: Sequence[HeadCell], given: Said | None, layout: Layout, said: Mapping) -> Column | None:
    """What a column of figures counts, or None and the reason in the layout."""
    meaning = Meaning()
    spans: list[Span] = []
    labels: list[Label] = []
    for head in path:
        meaning |= head.meaning
        span = _span(head, path, layout.calendar)
        if span:
            spans.append(span)
        for role, ids in (
            ("region", head.meaning.regions), ("group", head.meaning.groups), ("metric", head.meaning.metrics)
        ):  # fmt: skip
            if ids:
                labels.append(Label(role, head.address, head.cell.words))
        if span:
            labels.append(Label("period", head.address, head.cell.words))
    given = given or Said()
    why = _unsure(meaning, spans, given)
    if why:
        layout.unsure[column] = why
        layout.proposals[column] = _proposal(meaning)
        return None
    unit = given.unit or unit_of(meaning) or said.sheet.unit
    return Column(
        given.region or _only(meaning.regions),
        given.group or _only(meaning.groups),
        given.period or (spans[-1] if spans else None),
        given.metric or _only(meaning.metrics),
        unit,
        (),
        tuple(labels),
    )


def _span(head: HeadCell, path: Sequence[HeadCell], calendar: Calendar) -> Span | None:
    """The period that a head's cell names; a bare number is one under a head of weeks."""
    words = head.cell.date or head.cell.words
    span = read_period(words, calendar)
    if (
        span is None
        and words.strip().isdigit()
        and int(words) <= 53
        and (calendar.weekly or any(map(_says_week, path)))
    ):
        return week_of(int(words), calendar)
    return span


def _unsure(meaning: Meaning, spans: Sequence[Span], given: Said) -> str:
    """Why a column of figures cannot be read, or an empty string."""
    if "cumulative" in meaning.marks and not given.period:
        return "it counts from some day on; write its period: FIRST/LAST, or ignore"
    for ids, own, name in (
        (meaning.regions, given.region, "region"), (meaning.groups, given.group, "group"),
        (meaning.metrics, given.metric, "metric"),
    ):  # fmt: skip
        if len(ids) > 1 and not own:
            return f"its {name} may be {' or '.join(sorted(ids))}; write which"
    if meaning.inside and not meaning.groups and not given.group:
        return f"its group may be {' or '.join(sorted(meaning.inside))}; write group: …"
    if not given.period:
        fault = next((s.fault for s in spans if s.fault), "")
        if fault:
            return fault
        if len({(s.first, s.last) for s in spans}) > 1 and not _nested(spans):
            return "its head names several periods; write period: FIRST/LAST"
    return ""


def unit_of(meaning: Meaning) -> str:
    """The unit that a head or title names, or an empty string."""
    return next((unit for unit in (PERCENT, THOUSANDS, PERSONS) if unit in meaning.units), "")


def _nested(spans: Sequence[Span]) -> bool:
    """Whether each period lies in the one above it: November, then its weeks, which may begin before it."""
    return all(b.first <= a.last and a.first <= b.last for a, b in pairwise(spans))


def _proposal(meaning: Meaning) -> str:
    parts = [
        f"{name}: {'|'.join(sorted(ids))}"
        for name, ids in (
            ("metric", meaning.metrics), ("region", meaning.regions), ("group", meaning.groups or meaning.inside)
        )
        if ids
    ]  # fmt: skip
    return "{" + ", ".join(parts or ["metric: …"]) + "}"


def _only(ids: Iterable[str]) -> str:
    listed = list(ids)
    return listed[0] if len(listed) == 1 else ""


def _resolve_totals(layout: Layout, paths: dict[int, tuple[HeadCell, ...]]) -> None:
    """A head that says "total" sums over what the heads beside it tell apart."""
    for column, made in list(layout.figures.items()):
        marked = [h for h in paths.get(column, ()) if "totals" in h.meaning.marks and not h.meaning.metrics]
        if not marked:
            continue
        beside = [
            h
            for other, path in paths.items()
            if other in layout.figures and other != column
            for h in path
            if h.row == marked[-1].row and "totals" not in h.meaning.marks
        ]
        kinds = {
            name
            for h in beside
            for name, there in (
                ("region", bool(h.meaning.regions)), ("group", bool(h.meaning.groups)),
                ("period", bool(_span(h, paths.get(h.cell.column, ()), layout.calendar))),
            )
            if there
        }  # fmt: skip
        if len(kinds) != 1:
            if made.metric and not kinds:
                continue
            del layout.figures[column]
            layout.unsure[column] = "it is a total, but not sure over what; write its metric, region, group and period"
            continue
        axis = kinds.pop()
        span = _whole(layout) if axis == "period" else made.span
        label = Label(axis, marked[-1].address, marked[-1].cell.words)
        layout.figures[column] = replace(
            made,
            total=(axis,),
            region=made.region or (ALL if axis == "region" else ""),
            group=made.group or (ALL if axis == "group" else ""),
            span=span,
            labels=(*made.labels, label),
        )


def _whole(layout: Layout) -> Span | None:
    """From the first to the last day of the periods in the head."""
    spans = [c.span for c in layout.figures.values() if c.span and not c.total]
    return Span(min(s.first for s in spans), max(s.last for s in spans)) if spans else None
