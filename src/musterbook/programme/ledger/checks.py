"""What the ledger lacks, what does not add up, what was revised, and what reports say beside it.

In: ledger rows, figures, claims. Out: records that name the cells. Never fills a gap, corrects a total,
or decides between a table and a report.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from musterbook.programme.ledger.figures import revisions
from musterbook.records.claim import Claim
from musterbook.records.ledger import ALL, PERSONS, Figure, LedgerRow, period_kind, period_label

STAGES: Mapping[str, str] = {
    "required": "plan",
    "applied": "applied",
    "selected": "selected",
    "signed": "signed",
    "called_up": "called_up",
    "deployed": "deployed",
    "in_reserve": "in_reserve",
}
"""Stage of a claim on a count → metric of the ledger."""

_ABOUT = 0.1  # "about 20" is held to reach from 18 to 22, as where rivals are compared
_MOST_GAPS = 520  # weeks between two figures; ten years


@dataclass(frozen=True, slots=True)
class Gap:
    """Weeks for which nothing is said between weeks for which something is; never zero.

    Attributes:
        region: Id.
        group: Id or empty.
        metric: What is counted.
        first: ISO date of the first day that is missing.
        last: ISO date of the last.
        weeks: How many weeks are missing.
        kind: ``missing``, or ``unknown`` where a cell says that it is not known.
        rows: The cells that say so.
    """

    region: str
    group: str
    metric: str
    first: str
    last: str
    weeks: int
    kind: str
    rows: tuple[LedgerRow, ...] = ()


def gaps(figures: Iterable[Figure]) -> list[Gap]:
    """Missing weeks, series by series; weeks that follow one another are one gap."""
    series: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.unit == PERSONS and period_kind(figure.first, figure.last) == "week":
            series[figure.region, figure.group, figure.metric].append(figure)
    found: list[Gap] = []
    for (region, group, metric), listed in sorted(series.items()):
        listed.sort(key=lambda f: f.first)
        before: dt.date | None = None
        for figure in listed:
            begin = dt.date.fromisoformat(figure.first)
            weeks = (begin - before).days // 7 - 1 if before else 0
            if before and 0 < weeks <= _MOST_GAPS:
                first, last = before + dt.timedelta(days=7), begin - dt.timedelta(days=1)
                found.append(Gap(region, group, metric, first.isoformat(), last.isoformat(), weeks, "missing"))
            if figure.state == "unknown":
                found.append(Gap(region, group, metric, figure.first, figure.last, 1, "unknown", figure.rows))
            before = begin
    return sorted(found, key=lambda g: (g.region, g.group, g.metric, g.first))


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A stated total that is not the sum of its parts.

    Attributes:
        total: The cell that states it.
        parts: The cells of the same table that it sums.
        over: What is summed: ``region`` ``group`` ``period``, several joined by a space.
        sum: Of the parts that are known.
        unknown: How many parts say that they are not known; then only a sum above the total is a mismatch.
    """

    total: LedgerRow
    parts: tuple[LedgerRow, ...]
    over: str
    sum: int
    unknown: int


def mismatches(rows: Iterable[LedgerRow], districts: Mapping[str, str] | None = None) -> Iterator[Mismatch]:
    """Hold every stated total against the cells of its own table.

    Args:
        rows: Cells of the ledger, in any order.
        districts: Region → its federal district, for totals over a district.
    """
    tables: dict[tuple[str, str, int], list[LedgerRow]] = defaultdict(list)
    for row in rows:
        if row.unit == PERSONS:
            tables[row.capture_id, row.programme, row.table].append(row)
    for _, listed in sorted(tables.items()):
        parts: dict[str, list[LedgerRow]] = defaultdict(list)
        for row in listed:
            if not row.total:
                parts[row.metric].append(row)
        for total in (r for r in listed if r.total and r.value is not None):
            found = [p for p in parts[total.metric] if _is_part(p, total, districts or {})]
            known = [int(p.value) for p in found if p.value is not None]
            if not known or total.value is None:
                continue
            unknown = len(found) - len(known)
            if sum(known) > total.value or (sum(known) < total.value and not unknown):
                yield Mismatch(total, tuple(found), " ".join(total.total), sum(known), unknown)


def _is_part(part: LedgerRow, total: LedgerRow, districts: Mapping[str, str]) -> bool:
    over = total.total
    if "region" in over:
        if total.region != ALL and districts.get(part.region) != total.region:
            return False
    elif part.region != total.region:
        return False
    if "group" not in over and part.group != total.group:
        return False
    if "period" in over:
        return total.first <= part.first and part.last <= total.last
    return (part.first, part.last) == (total.first, total.last)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A claim of a report beside what the tables count.

    Attributes:
        claim: The claim; it stands on its quote.
        region: The region of both, `ALL` for the country.
        metric: The metric of both; ``groups`` where the claim counts groups.
        first: ISO date of the first day of the figures; empty where there are none.
        last: ISO date of the last.
        stated: What the claim says.
        counted: The sum of the figures that are known, or the number of groups.
        verdict: ``agrees`` ``below`` ``above`` (the tables, held against the claim), or ``partial``
            where weeks are missing or not known and the sum could still reach the claim.
        figures: What was summed.
    """

    claim: Claim
    region: str
    metric: str
    first: str
    last: str
    stated: float
    counted: int
    verdict: str
    figures: tuple[Figure, ...]


def compare(figures: Iterable[Figure], claims: Iterable[Claim]) -> list[Comparison]:
    """Hold claims on how many people and how many groups against the tables.

    Figures up to the claim's publication count, those of undated claims all; only where tables count the
    same: the stage's metric, the region (or, without one, all regions).

    Args:
        figures: Of the ledger.
        claims: Any; ``recruitment.count`` with a stage and ``recruitment.category_count`` are used.
    """
    listed = [f for f in figures if f.unit == PERSONS]
    weekly = [f for f in listed if period_kind(f.first, f.last) == "week"] or listed
    found: list[Comparison] = []
    for claim in sorted(claims, key=lambda c: c.id):
        count = claim.get("count")
        if claim.polarity != "affirmed" or not isinstance(count, int | float) or isinstance(count, bool):
            continue
        if claim.type == "recruitment.category_count":
            groups = {f.group for f in listed if f.group not in ("", ALL)}
            if groups:
                found.append(_comparison(claim, ALL, "groups", float(count), len(groups), ()))
        elif claim.type == "recruitment.count":
            metric = STAGES.get(str(claim.get("stage") or ""), "")
            region = str(claim.get("region") or ALL)
            some = [f for f in weekly if f.metric == metric and region in (ALL, f.region)]
            some = [f for f in some if not claim.published or f.first <= _end(claim.published)]
            undivided = [f for f in some if f.group in ("", ALL)]
            some = undivided or some
            if metric and some:
                total = sum(int(f.value) for f in some if f.value is not None)
                found.append(_comparison(claim, region, metric, float(count), total, tuple(some)))
    return found


def _end(published: str) -> str:
    return published + "-99" * (3 - len(published.split("-")))


def _comparison(
    claim: Claim, region: str, metric: str, stated: float, counted: int, some: tuple[Figure, ...]
) -> Comparison:
    comparator = claim.get("comparator")
    low, high = stated, stated
    if comparator == "about":
        low, high = stated * (1 - _ABOUT), stated * (1 + _ABOUT)
    elif comparator == "at_least":
        high = float("inf")
    elif comparator == "at_most":
        low = 0
    verdict = "agrees" if low <= counted <= high else "below" if counted < low else "above"
    if verdict == "below" and (gaps(some) or any(f.state != "known" for f in some)):
        verdict = "partial"
    first = min((f.first for f in some), default="")
    last = max((f.last for f in some), default="")
    return Comparison(claim, region, metric, first, last, stated, counted, verdict, some)


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of what a check found, before it is masked and what is small is left out.

    Attributes:
        kind: ``revision`` ``contested``.
        figure: What it is about.
        before: The earlier cell, or one of those that disagree.
        after: The later cell, or another.
    """

    kind: str
    figure: Figure
    before: LedgerRow
    after: LedgerRow


def changes(figures: Iterable[Figure]) -> Iterator[Finding]:
    """Figures that a later file gives otherwise, and figures that are contested."""
    for figure in figures:
        for before, after in revisions(figure):
            yield Finding("revision", figure, before, after)
        if figure.state == "contested":
            known = [r for r in figure.rows if r.value is not None]
            other = next(r for r in known if r.value != known[0].value)
            yield Finding("contested", figure, known[0], other)


def describe(region: str, group: str, first: str, last: str) -> str:
    """What a figure is of, in short.

    >>> describe("RU-BEL", "debtors", "2025-11-03", "2025-11-09")
    'RU-BEL debtors 2025-W45'
    """
    return " ".join(part for part in (region, group, period_label(first, last)) if part)
