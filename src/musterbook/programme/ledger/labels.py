"""What the labels of one row mean: its region, group, period and metric.

In: a row's cells of labels. Out: ids with the cells that say so, or what is not sure and what a
mapping file may say of it. Never takes one of two meanings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from musterbook.programme.ledger.layout import Layout
from musterbook.programme.ledger.people import names_person
from musterbook.programme.ledger.periods import Span, read_period, week_of
from musterbook.programme.ledger.words import Dictionary
from musterbook.records.ledger import ALL, Label
from musterbook.records.table import Cell, Row, address

_SHOWN = 60  # characters of a label in a Problem


@dataclass(frozen=True, slots=True)
class Unsure:
    """A label whose meaning is not sure.

    Attributes:
        role: ``region`` ``group`` ``period`` ``metric``.
        address: Where it stands.
        words: What stands there; a person's name is left out.
        may: What it may mean, sorted.
        fault: What is missing, where it is known.
    """

    role: str
    address: str
    words: str
    may: tuple[str, ...] = ()
    fault: str = ""


@dataclass(slots=True)
class Labels:
    """What is known of one row, or of a whole table.

    Attributes:
        region: Id, `ALL`, or empty.
        group: Likewise.
        span: Or None.
        metric: Id or empty.
        total: Over what it is a total.
        labels: The cells that say so, by role.
    """

    region: str = ""
    group: str = ""
    span: Span | None = None
    metric: str = ""
    total: set[str] = field(default_factory=set)
    labels: dict[str, Label] = field(default_factory=dict)


def shown(words: str) -> str:
    """A text as a Problem quotes it; what looks like a person's name is left out."""
    text = " ".join(words.split())[:_SHOWN]
    return "[a name]" if names_person(text) else text


class RowLabels:
    """Reads the labels of the rows of one table, one row after another."""

    def __init__(self, layout: Layout, dictionary: Dictionary) -> None:
        """Begin a table."""
        self._layout = layout
        self._dictionary = dictionary
        self._regions = {i for kind, i in dictionary.vocabulary.entries if kind == "region"}
        self._carried: dict[str, tuple[Cell, int]] = {}
        self._first = self._last = ""

    def read(self, row: Row) -> Labels | Unsure:
        """What a row's labels mean, or the first of them that is not sure."""
        found = Labels()
        own = {c.column: c for c in row.cells}
        blank: set[str] = set()
        spoken = [role for column, role in self._layout.labels.items() if column in own]
        for column, role in self._layout.labels.items():
            cell, at = own.get(column), row.number
            if cell is None:
                blank.add(role)
                if role not in self._carried or not spoken or found.total:
                    continue
                cell, at = self._carried[role]
            fault = self._take(role, cell, at, found)
            if fault:
                return fault
            if not found.total:
                self._carried[role] = (cell, at)
        self._widen_total(found, blank)
        if found.span and not found.total:
            self._first = min(self._first or found.span.first, found.span.first)
            self._last = max(self._last, found.span.last)
        return found

    def _take(self, role: str, cell: Cell, row: int, found: Labels) -> Unsure | None:
        words = cell.date or cell.words
        place = cell.origin or address(cell.column, row)
        meaning = self._dictionary.label(cell.words)
        total = "totals" in meaning.marks
        if role == "region":
            if found.total and not total:
                return None
            ids = meaning.regions or (frozenset({ALL}) if total else frozenset())
            if len(ids) != 1:
                return Unsure(role, place, shown(words), tuple(sorted(ids)))
            found.region = next(iter(ids))
            if total or found.region not in self._regions:
                found.total.add("group" if found.region in self._regions else "region")
        elif role == "group":
            if total or meaning.groups == {ALL}:
                found.group = ALL
                found.total.add("group")
            elif len(meaning.groups) == 1:
                found.group = next(iter(meaning.groups))
            else:
                return Unsure(role, place, shown(words), tuple(sorted(meaning.groups or meaning.inside)))
        elif role == "period":
            return self._take_period(words, place, total, found)
        else:
            if len(meaning.metrics) != 1:
                return Unsure(role, place, shown(words), tuple(sorted(meaning.metrics)))
            found.metric = next(iter(meaning.metrics))
        found.labels[role] = Label(role, place, cell.words)
        return None

    def _take_period(self, words: str, place: str, total: bool, found: Labels) -> Unsure | None:
        calendar = self._layout.calendar
        span = read_period(words, calendar)
        if span is None and words.strip().isdigit() and int(words) <= 53:
            span = week_of(int(words), calendar)
        if span is None and total and self._first:
            span = Span(self._first, self._last)
            found.total.add("period")
        if span is None or span.fault:
            return Unsure("period", place, shown(words), (), span.fault if span else "")
        found.span = span
        found.labels["period"] = Label("period", place, words)
        return None

    def _widen_total(self, found: Labels, blank: Iterable[str]) -> None:
        """A total over regions whose group is left blank is one over groups too, and so for weeks."""
        if not found.total:
            return
        roles = set(self._layout.labels.values())
        if "group" in roles and not found.group and ("group" in blank or "group" in found.total):
            found.group = ALL
            found.total.add("group")
        if "group" in found.total and "group" not in roles:
            found.total.discard("group")
        if "period" in roles and found.span is None and "period" in blank and self._first:
            found.span = Span(self._first, self._last)
            found.total.add("period")
