"""From single cells to what the book's tables say, question by question.

In: ledger rows. Out: `Figure` records: the cells that stand, those that they revise, and where cells
disagree. Never averages two figures, or takes one where nothing says which is the later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from musterbook.records.ledger import Figure, LedgerRow

Question = tuple[str, str, str, str, str, str]


def question(row: LedgerRow) -> Question:
    """What a cell answers: two cells with the same are rivals or revisions of one another."""
    return row.region, row.group, row.first, row.last, row.metric, row.unit


def figures(rows: Iterable[LedgerRow], totals: bool = False) -> list[Figure]:
    """What the tables say, sorted by region, group, period and metric.

    Args:
        rows: Cells, in any order.
        totals: Give the stated totals in place of the cells that they sum.
    """
    asked: dict[Question, list[LedgerRow]] = defaultdict(list)
    for row in rows:
        if bool(row.total) == totals:
            asked[question(row)].append(row)
    return [_figure(key, found) for key, found in sorted(asked.items())]


def _figure(key: Question, rows: list[LedgerRow]) -> Figure:
    standing, earlier = divide(rows)
    values = {r.value for r in standing if r.value is not None}
    value = next(iter(values)) if len(values) == 1 else None
    state = "known" if len(values) == 1 else "contested" if values else "unknown"
    return Figure(*key, value, state, tuple(standing), tuple(earlier))


def divide(rows: Iterable[LedgerRow]) -> tuple[list[LedgerRow], list[LedgerRow]]:
    """The cells that stand and those that they revise.

    A cell of a file published later stands in place of one published before; cells of files without
    a date stand beside all others, for nobody knows which is the later.
    """
    ordered = sorted(rows, key=lambda r: (r.published, r.doc, r.sheet, r.address, r.id))
    dated = [r for r in ordered if r.published]
    latest = dated[-1].published if dated else ""
    standing = [r for r in ordered if r.published in ("", latest)]
    earlier = [r for r in dated if r.published < latest]
    return standing, earlier


def revisions(figure: Figure) -> Iterator[tuple[LedgerRow, LedgerRow]]:
    """Pairs of a cell and the cell of a later file that gives another value in its place."""
    chain = [r for r in (*figure.earlier, *figure.rows) if r.published]
    for before, after in pairwise(chain):
        if before.value != after.value and before.published < after.published:
            yield before, after
