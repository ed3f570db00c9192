"""One figure of a recruitment table, with the cell that it stands in and the cells that say what it counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from musterbook.records.ids import content_id

ALL = "*"
"""A margin: all regions, or all groups, together."""

PERCENT = "percent"
PERSONS = "persons"


@dataclass(frozen=True, slots=True)
class Label:
    """A cell that says what a figure counts.

    Attributes:
        role: ``region`` ``group`` ``period`` ``metric``.
        address: Where it stands (``B3``); ``sheet`` for the sheet's name, ``mapping`` for the user's word.
        words: What stands there.
    """

    role: str
    address: str
    words: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One cell with a count of people: aggregated, of a group, never of a person.

    Attributes:
        capture_id: The table's file.
        doc: Its name.
        sheet: The sheet; empty for CSV.
        address: The cell (``C12``).
        words: The cell's own words: the quote.
        region: ISO 3166-2, a federal district's id, `ALL`, or empty where the table does not say.
        group: The vocabulary's id, `ALL`, or empty where the table does not divide by group.
        first: ISO date of the first day counted; empty where unknown.
        last: ISO date of the last day counted, inclusive.
        metric: ``approached`` ``agreed`` ``refused`` ``applied`` ``selected`` ``signed`` … ``plan``.
        value: Persons, or per cent; None where the cell says that it is not known.
        unit: `PERSONS` or `PERCENT`.
        total: Over what the cell is a stated total: any of ``region`` ``group`` ``period``.
        table: Which table of the file, from 1; totals are held against the cells of their own table.
        formula: The value is what a formula gave when the file was saved.
        labels: The cells that say what is counted.
        published: ISO date of the file, empty where unknown.
        programme: The vocabulary folder that read it.
    """

    capture_id: str
    doc: str
    sheet: str
    address: str
    words: str
    region: str
    group: str
    first: str
    last: str
    metric: str
    value: int | float | None
    unit: str = PERSONS
    total: tuple[str, ...] = ()
    table: int = 1
    formula: bool = False
    labels: tuple[Label, ...] = ()
    published: str = ""
    programme: str = "bars"
    _id: str = field(default="", init=False, repr=False, compare=False)

    @property
    def id(self) -> str:
        """Derived from the file, the cell and what it is read as; worked out when first asked for."""
        if not self._id:
            parts = (
                self.capture_id, self.programme, self.sheet, self.address, self.words, self.region, self.group,
                self.first, self.last, self.metric, self.value, self.unit, list(self.total), self.table,
            )  # fmt: skip
            object.__setattr__(self, "_id", content_id("count", *parts))
        return self._id

    @property
    def kind(self) -> str:
        """What its period is."""
        return period_kind(self.first, self.last)

    @property
    def period(self) -> str:
        """Its period in short."""
        return period_label(self.first, self.last)

    def dated(self, published: str, doc: str) -> LedgerRow:
        """The same figure under another date and name of its file; the id stays."""
        return replace(self, published=published, doc=doc)


def period_kind(first: str, last: str) -> str:
    """``day`` ``week`` (Monday to Sunday) ``month`` ``quarter`` ``year`` ``range``, or empty where unknown.

    >>> period_kind("2025-11-03", "2025-11-09"), period_kind("2025-11-01", "2025-11-30")
    ('week', 'month')
    """
    if not first or not last:
        return ""
    begin, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    if begin == end:
        return "day"
    if begin.weekday() == 0 and (end - begin).days == 6:
        return "week"
    after = end + dt.timedelta(days=1)
    if begin.day == 1 and after.day == 1:
        months = (after.year - begin.year) * 12 + after.month - begin.month
        if months == 1:
            return "month"
        if months == 3 and begin.month % 3 == 1:
            return "quarter"
        if months == 12 and begin.month == 1:
            return "year"
    return "range"


def period_label(first: str, last: str) -> str:
    """A period in short.

    >>> period_label("2025-11-03", "2025-11-09"), period_label("2025-10-01", "2025-12-31")
    ('2025-W45', '2025-Q4')
    """
    kind = period_kind(first, last)
    if kind == "week":
        year, week, _ = dt.date.fromisoformat(first).isocalendar()
        return f"{year}-W{week:02}"
    if kind == "quarter":
        return f"{first[:4]}-Q{(int(first[5:7]) + 2) // 3}"
    return {"": "", "day": first, "month": first[:7], "year": first[:4]}.get(kind, f"{first}/{last}")


@dataclass(frozen=True, slots=True)
class Figure:
    """What the book's tables say of one region, group, period and metric.

    Attributes:
        region: Id, or `ALL` where a table counts the country as one.
        group: Id, or empty where the table does not divide by group.
        first: ISO date of the first day.
        last: ISO date of the last day.
        metric: What is counted.
        unit: `PERSONS` or `PERCENT`.
        value: None where not known, or where the cells disagree.
        state: ``known`` ``unknown`` ``contested``.
        rows: The cells that stand; several where several files say the same, or disagree.
        earlier: Cells of files published before, which the standing ones revise; oldest first.
    """

    region: str
    group: str
    first: str
    last: str
    metric: str
    unit: str
    value: int | float | None
    state: str
    rows: tuple[LedgerRow, ...]
    earlier: tuple[LedgerRow, ...] = ()

    @property
    def smallest(self) -> float | None:
        """The smallest value that any of its cells gives, earlier ones too; None where none does."""
        return min((r.value for r in (*self.rows, *self.earlier) if r.value is not None), default=None)


@dataclass(frozen=True, slots=True)
class PublishedCell:
    """One cell of a table that may be published.

    Attributes:
        region: Id, or `ALL` for all regions together.
        group: Id, `ALL`, or empty where the tables do not divide by group.
        first: ISO date of the first day; empty for all periods together.
        last: ISO date of the last day.
        metric: What is counted.
        value: The count; None where the state is not ``shown``.
        state: ``shown`` ``suppressed`` ``unknown`` ``contested``.
        cells: How many cells of tables it is the sum of.
        figure: The figure with its quotes, where it is one and may be shown.
    """

    region: str
    group: str
    first: str
    last: str
    metric: str
    value: int | float | None
    state: str
    cells: int = 1
    figure: Figure | None = None

    @property
    def period(self) -> str:
        """Its period in short; `ALL` for all together."""
        return period_label(self.first, self.last) or ALL
