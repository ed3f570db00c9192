"""What the ledger's commands show, as rows: made of what may be published, and of nothing else.

In: the published ledger, gaps, checks. Out: rows with the mask of the file that each stands in. Never
takes a value or the words of a cell from anywhere but `Published`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from musterbook.cli.masks import Masks
from musterbook.cli.screen import Row
from musterbook.programme.ledger.checks import Comparison, Finding, Gap, Mismatch
from musterbook.programme.ledger.published import Published, Rate, rates
from musterbook.records.ledger import ALL, Figure, LedgerRow, PublishedCell, period_label

SUPPRESSED = "suppressed"
_Place = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cells are shown; what is left out of them is decided over the whole ledger, not here.

    Attributes:
        region: Id or empty.
        group: Id or empty.
        first: ISO date: periods that end on it or later.
        last: ISO date: periods that begin on it or earlier.
        metrics: Ids; all where empty.
    """

    region: str = ""
    group: str = ""
    first: str = ""
    last: str = ""
    metrics: Collection[str] = ()

    def takes(self, region: str, group: str, first: str, last: str) -> bool:
        """Whether a cell is wanted."""
        if (self.region and region != self.region) or (self.group and group != self.group):
            return False
        return not ((self.first and last < self.first) or (self.last and first > self.last))


def columns(metrics: Iterable[str]) -> tuple[str, ...]:
    """The columns of a table of counts."""
    return ("region", "group", "period", *metrics, "conversion")


def count_rows(
    ledger: Published, by: Collection[str], wanted: Wanted, masks: Masks, names: Mapping[str, str]
) -> tuple[list[str], list[Row], int]:
    """Counts, one row for each region, group and period.

    Returns:
        The metrics, the rows, and how many cells are left out.
    """
    table: dict[_Place, dict[str, PublishedCell]] = {}
    metrics: dict[str, None] = {}
    for cell in ledger.cells(by, wanted.metrics):
        if wanted.takes(cell.region, cell.group, cell.first, cell.last):
            table.setdefault((cell.region, cell.group, cell.first, cell.last), {})[cell.metric] = cell
            metrics[cell.metric] = None
    rows = [_count_row(place, cells, masks, names) for place, cells in table.items()]
    left_out = sum(c.state == SUPPRESSED for cells in table.values() for c in cells.values())
    return sorted(metrics), rows, left_out


def _count_row(place: _Place, cells: Mapping[str, PublishedCell], masks: Masks, names: Mapping[str, str]) -> Row:
    region, group, first, last = place
    share = next(iter(rates(cells.values())), None)
    row: dict[str, Any] = {
        "region": _named(region, names),
        "group": "(all)" if group == ALL else group,
        "period": "(all)" if not first else period_label(first, last),
        "first": first,
        "last": last,
        **{metric: _shown(cell) for metric, cell in cells.items()},
        "conversion": _percent(share) if share else "",
        "cells": [
            {"metric": metric, "state": c.state, "value": c.value, "sum_of": c.cells, **_quoted(c)}
            for metric, c in cells.items()
        ],
    }
    found = [r.capture_id for c in cells.values() if c.figure for r in (*c.figure.rows, *c.figure.earlier)]
    return row, masks.together(found)


def _named(region: str, names: Mapping[str, str]) -> str:
    return "(all)" if region == ALL else f"{region} {names.get(region, '')}".strip()


def _shown(cell: PublishedCell) -> int | float | str:
    if cell.state == "contested" and cell.figure:
        return " | ".join(str(v) for v in dict.fromkeys(r.value for r in cell.figure.rows if r.value is not None))
    return cell.value if cell.value is not None else cell.state


def _percent(rate: Rate) -> str:
    return f"{rate.share:.1%}" if rate.share is not None else SUPPRESSED if rate.state == SUPPRESSED else ""


def _quoted(cell: PublishedCell) -> dict[str, Any]:
    """The cells that a figure stands on, and those that it revises."""
    if cell.figure is None:
        return {}
    return {"quotes": [quote(r) for r in cell.figure.rows], "revises": [quote(r) for r in cell.figure.earlier]}


def quote(row: LedgerRow) -> dict[str, Any]:
    """A cell: its file, sheet, address and words."""
    marked = {"formula": True} if row.formula else {}
    return {
        "id": row.id, "file": row.doc, "sheet": row.sheet, "cell": row.address, "words": row.words,
        "published": row.published, **marked,
    }  # fmt: skip


def place_of(row: LedgerRow) -> str:
    """Where a cell stands, in one line."""
    return f"{row.doc} {row.sheet}!{row.address}" if row.sheet else f"{row.doc} {row.address}"


def gap_rows(gaps: Iterable[Gap], wanted: Wanted, masks: Masks, names: Mapping[str, str]) -> Iterator[Row]:
    """Weeks that are missing or not known."""
    for gap in gaps:
        if not wanted.takes(gap.region, gap.group, gap.first, gap.last):
            continue
        if wanted.metrics and gap.metric not in wanted.metrics:
            continue
        end = period_label(gap.first, gap.last) if gap.weeks == 1 else f"{gap.first} – {gap.last}"
        row = {
            "region": _named(gap.region, names),
            "group": gap.group,
            "metric": gap.metric,
            "missing": end,
            "first": gap.first,
            "last": gap.last,
            "weeks": gap.weeks,
            "kind": gap.kind,
            "where": " · ".join(place_of(r) for r in gap.rows),
        }
        yield row, masks.together(r.capture_id for r in gap.rows)


def total_rows(found: Iterable[Mismatch], ledger: Published, masks: Masks, names: Mapping[str, str]) -> Iterator[Row]:
    """Totals that are not the sum of their parts, with the quotes of both where all of them may be shown."""
    for one in found:
        total = one.total
        open_ = ledger.shows(total) and all(ledger.shows(p) for p in one.parts)
        more = f"; {one.unknown} of {len(one.parts)} parts not known" if one.unknown else ""
        row = {
            "kind": "total",
            "region": _named(total.region, names),
            "group": "(all)" if total.group == ALL else total.group,
            "period": total.period,
            "metric": total.metric,
            "stated": total.value if open_ else SUPPRESSED,
            "counted": one.sum if open_ else SUPPRESSED,
            "verdict": f"the total over {one.over.replace(' ', ' and ')} is not the sum{more}",
            "where": place_of(total),
            "quotes": [quote(r) for r in (total, *one.parts)] if open_ else [],
        }
        yield row, masks.of(total.capture_id)


def change_rows(found: Iterable[Finding], ledger: Published, masks: Masks, names: Mapping[str, str]) -> Iterator[Row]:
    """Revised and contested figures; the values only of those that may be shown."""
    shown = _open_places(ledger)
    for one in found:
        figure, before, after = one.figure, one.before, one.after
        open_ = _place(figure) in shown
        verdict = "revised by a later file" if one.kind == "revision" else "the tables disagree"
        row = {
            "kind": one.kind,
            "region": _named(figure.region, names),
            "group": figure.group,
            "period": period_label(figure.first, figure.last),
            "metric": figure.metric,
            "stated": _value(before) if open_ else SUPPRESSED,
            "counted": _value(after) if open_ else SUPPRESSED,
            "verdict": verdict,
            "where": f"{place_of(before)} → {place_of(after)}",
            "quotes": [quote(before), quote(after)] if open_ else [],
        }
        yield row, masks.together((before.capture_id, after.capture_id))


def _value(row: LedgerRow) -> int | float | str:
    return "unknown" if row.value is None else row.value


def _place(figure: Figure) -> tuple[str, str, str, str, str]:
    return figure.region, figure.group, figure.first, figure.last, figure.metric


def _open_places(ledger: Published) -> set[tuple[str, str, str, str, str]]:
    return {_place(c.figure) for c in ledger.cells() if c.figure is not None}


def claim_rows(found: Iterable[Comparison], ledger: Published, masks: Masks, names: Mapping[str, str]) -> Iterator[Row]:
    """Claims of reports beside the tables; a sum is shown where each of its cells is."""
    shown = _open_places(ledger)
    for one in found:
        claim = one.claim
        open_ = all(_place(f) in shown for f in one.figures)
        row = {
            "kind": "claim",
            "region": _named(one.region, names),
            "group": "",
            "period": f"{one.first} – {one.last}" if one.first else "",
            "metric": one.metric,
            "stated": int(one.stated) if float(one.stated).is_integer() else one.stated,
            "counted": one.counted if open_ else SUPPRESSED,
            "verdict": {
                "agrees": "the tables agree",
                "below": "the tables count fewer",
                "above": "the tables count more",
                "partial": "the tables count fewer so far; weeks are missing",
            }[one.verdict],
            "where": claim.doc,
            "claim": claim.id,
            "quotes": [claim.quote.exact],
        }
        yield row, masks.together((claim.capture_id, *(r.capture_id for f in one.figures for r in f.rows)))
