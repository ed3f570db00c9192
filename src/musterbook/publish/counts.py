"""The recruitment ledger in the dossier: counts over time, by region and by group, cell by cell.

In: cells of the ledger as it may be published; what is small was left out before, over the whole ledger. Out: a
`Chapter`. Never computes a count, never draws a gap as zero, and never shows a person.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from musterbook.publish.charts import Line
from musterbook.publish.page import Cell, Chapter, Row, Said, Series, Table
from musterbook.publish.quoting import Quoting
from musterbook.publish.tabling import Frame, table_of
from musterbook.records.ledger import ALL, LedgerRow, PublishedCell, period_kind, period_label
from musterbook.records.words import plural

_WEEKS = 104  # of a chart: the last two years
_NOTE = (
    "Counts of groups, never of people. Counts below 5 are left out, with as many others as it takes that nobody can "
    "compute them (“left out”); a period without a figure is a gap, not a zero."
)
_Place = tuple[str, str, str, str]


def chapter(quoting: Quoting) -> Chapter:
    """Charts and tables of the counts that may be shown."""
    book = quoting.edition.ledger
    tables = [
        _table(quoting, cells, title)
        for cells, title in ((book.by_region, "By region"), (book.by_group, "By group"), (book.cells, "Cell by cell"))
        if cells
    ]
    lead = (Said(_NOTE),) if tables else ()
    shown = sum(1 for c in book.cells if c.state == "shown")
    return Chapter("ledger", "Recruitment ledger", shown, lead, tuple(tables), series=tuple(_series(book.by_period)))


def _series(cells: Iterable[PublishedCell]) -> Iterator[Series]:
    """One chart for each length of period and division: what is counted differently is not put together."""
    charts: dict[tuple[str, bool], dict[str, dict[tuple[str, str], PublishedCell]]] = {}
    for cell in cells:
        kind = period_kind(cell.first, cell.last)
        metrics = charts.setdefault((kind, cell.group == ""), defaultdict(dict))
        metrics[cell.metric].setdefault((cell.first, cell.last), cell)
    for (kind, undivided), found in sorted(charts.items()):
        periods = _periods(kind, {p for listed in found.values() for p in listed})
        if len(periods) < 2:
            continue
        lines = tuple(
            Line(metric.replace("_", " "), [_figure(listed.get(p)) for p in periods])
            for metric, listed in sorted(found.items())
        )
        hidden = sum(c.state == "suppressed" for listed in found.values() for c in listed.values())
        left_out = f"; {plural(hidden, 'figure')} left out" if hidden else ""
        division = "tables that do not divide by group" if undivided else "all groups together"
        note = f"All regions that report, {division}{left_out}."
        yield Series(f"Counted by {kind or 'period'}", note, tuple(period_label(*p) for p in periods), lines)


def _figure(cell: PublishedCell | None) -> float | None:
    return None if cell is None or cell.value is None else float(cell.value)


def _periods(kind: str, found: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """In order of time; weeks that no table speaks of stand between the others, as gaps."""
    ordered = sorted(found)
    if kind != "week":
        return ordered[-_WEEKS:]
    first, last = (dt.date.fromisoformat(p[0]) for p in (ordered[0], ordered[-1]))
    first = max(first, last - dt.timedelta(weeks=_WEEKS - 1))
    weeks = [first + dt.timedelta(weeks=n) for n in range((last - first).days // 7 + 1)]
    return [(day.isoformat(), (day + dt.timedelta(days=6)).isoformat()) for day in weeks]


def _table(quoting: Quoting, cells: Sequence[PublishedCell], title: str) -> Table:
    rows: dict[_Place, dict[str, PublishedCell]] = {}
    for cell in cells:
        rows.setdefault((cell.region, cell.group, cell.first, cell.last), {}).setdefault(cell.metric, cell)
    metrics = tuple(sorted({c.metric for c in cells}))
    head = ("Of", "Period", *(m.replace("_", " ") for m in metrics), "Stands in")
    ordered = (
        sorted(rows.items(), key=lambda pair: (pair[0][3], pair[0]), reverse=True)
        if cells[0].first
        else [*rows.items()]
    )
    frame = Frame(title, "", head, "musterbook ledger show")
    return table_of(quoting, frame, ordered, partial(_row, quoting, metrics))


def _row(
    quoting: Quoting, metrics: Sequence[str], entry: tuple[_Place, Mapping[str, PublishedCell]]
) -> tuple[str, Row]:
    (region, group, first, last), cells = entry
    names = ["all regions" if region == ALL else quoting.edition.wording.name(region)]
    names += [] if group in ("", ALL) else [group.replace("_", " ")]
    shown: list[Cell] = [(_count(cells[m]),) if m in cells else () for m in metrics]
    stands = dict.fromkeys(r for c in cells.values() if c.figure and c.state == "shown" for r in c.figure.rows)
    summed = sum(c.cells for c in cells.values())
    places = tuple(_place(quoting, r) for r in stands) or (Said(f"sum of {plural(summed, 'cell')}"),)
    when = period_label(first, last) if first else "all"
    return "", Row(((Said(", ".join(names)),), (Said(when),), *shown, places))


def _count(cell: PublishedCell) -> Said:
    words = {"suppressed": "left out", "unknown": "not known", "contested": "contested"}
    return Said(f"{cell.value:,}" if cell.value is not None else words.get(cell.state, cell.state))


def _place(quoting: Quoting, row: LedgerRow) -> Said:
    """A cell's file, sheet and address, and its own words: the quote of a count."""
    where = ", ".join(
        w for w in (row.doc, row.sheet and f"sheet {row.sheet}", f"cell {row.address}: “{row.words}”") if w
    )
    return Said(quoting.hidden(where, captures=(row.capture_id,)))
