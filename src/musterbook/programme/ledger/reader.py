"""From the rows of a table to the figures of the ledger.

In: sheets and rows as a stream, what the user says, the words of tables. Out: `LedgerRow` and
Problem records as they are found. Never holds a table whole, and never goes on where a sheet lists
people: the Problem that says so is the last thing that comes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from musterbook.expressions import regex
from musterbook.programme.ledger.labels import Labels, RowLabels, Unsure, shown
from musterbook.programme.ledger.layout import Column, Layout, is_numbering, make_layout, unit_of
from musterbook.programme.ledger.mapping import NOTHING, Mapping
from musterbook.programme.ledger.numbers import is_number, read_count
from musterbook.programme.ledger.people import Guard, names_person
from musterbook.programme.ledger.periods import Span, read_period, years_in
from musterbook.programme.ledger.words import Dictionary
from musterbook.records.ledger import ALL, PERCENT, PERSONS, Label, LedgerRow
from musterbook.records.problem import Problem
from musterbook.records.table import Cell, Row, Sheet, address, column_letters

VERSION = "ledger-1"
"""Of how tables are read: a new one reads them again."""

_SAMPLE = 25  # rows of figures by which the columns are told
_HEADS = 40  # rows above the figures that are remembered
_TITLES = 5  # single texts after a table that may be the titles of the next
_TOLD = 100  # Problems of one file; more are counted
_DAY_OR_YEAR = regex(r"(?:\d{1,2}\.\d{2}(?:\.\d{2,4})?|20\d\d)\Z")


@dataclass(frozen=True, slots=True)
class Paper:
    """The file that a table is in.

    Attributes:
        capture_id: Its bytes.
        doc: Its name.
        published: ISO date, empty where unknown.
        programme: The vocabulary folder.
    """

    capture_id: str
    doc: str
    published: str = ""
    programme: str = "bars"


@dataclass(frozen=True, slots=True)
class Found:
    """One table as it was understood: what `guess` shows.

    Attributes:
        sheet: Its sheet.
        head: The rows of its head.
        layout: Its columns.
        words: Column → the words of its head.
        around: What titles, banners and the sheet's name say.
    """

    sheet: str
    head: tuple[int, ...]
    layout: Layout
    words: dict[int, str]
    around: Labels


def is_fatal(problem: Problem) -> bool:
    """Whether nothing of the file counts."""
    return problem.code == "ledger.people" or problem.code.startswith("intake.")


class LedgerReader:
    """Reads the tables of one file.

    Attributes:
        found: The tables, as they were understood.
        unsure: Labels that are not sure, each once.
    """

    def __init__(
        self, paper: Paper, dictionary: Dictionary, mapping: Mapping = NOTHING, given: frozenset[str] = frozenset()
    ) -> None:
        """Take the file, the words, what the user says, and the given names that tell a list of people."""
        self.found: list[Found] = []
        self.unsure: dict[tuple[str, str], Unsure] = {}
        self._paper = paper
        self._dictionary = dictionary
        self._mapping = mapping
        self._given = given
        self._tables = 0
        self._told: set[str] = set()
        self._more = 0

    def read(self, events: Iterable[Sheet | Row | Problem]) -> Iterator[LedgerRow | Problem]:
        """Read the whole file; a fatal Problem (see `is_fatal`) is the last thing that comes out."""
        sheet: _SheetReader | None = None
        for event in events:
            if isinstance(event, Problem):
                yield event
                return
            if isinstance(event, Sheet):
                if sheet:
                    yield from self._counted(sheet.end())
                sheet = self._begin(event)
                continue
            if sheet is None:
                continue
            why = sheet.guard.sees(event)
            if why:
                where = f"{self._paper.doc}, sheet {sheet.name or 1}, row {event.number}"
                what = f"the sheet looks like a list of people ({why}): nothing of the file is kept; give counts only"
                yield Problem("ledger.people", where, what)
                return
            if not sheet.said.ignored:
                yield from self._counted(sheet.feed(event))
        yield from self._counted(sheet.end() if sheet else ())
        if self._more:
            what = f"{self._more:,} more problems of the kinds above are not listed; mend those first"
            yield Problem("ledger.more", self._paper.doc, what, self._paper.capture_id)

    def _begin(self, event: Sheet) -> _SheetReader:
        name = f"#{event.number}" if names_person(event.name, self._given) else event.name
        return _SheetReader(self, name, self._mapping.of(event.name), Guard(self._dictionary, self._given))

    def _counted(self, items: Iterable[LedgerRow | Problem]) -> Iterator[LedgerRow | Problem]:
        for item in items:
            if isinstance(item, Problem):
                if item.id in self._told:
                    continue
                if len(self._told) >= _TOLD:
                    self._more += 1
                    continue
                self._told.add(item.id)
            yield item

    def next_table(self) -> int:
        """The number of the next table."""
        self._tables += 1
        return self._tables

    @property
    def paper(self) -> Paper:
        """The file."""
        return self._paper

    @property
    def dictionary(self) -> Dictionary:
        """The words."""
        return self._dictionary


@dataclass(slots=True)
class _SheetReader:
    """Reads the tables of one sheet, one after another."""

    file: LedgerReader
    name: str
    said: Mapping
    guard: Guard
    heads: list[Row] = field(default_factory=list)
    sample: list[Row] = field(default_factory=list)
    layout: Layout | None = None
    labels: RowLabels | None = None
    around: Labels = field(default_factory=Labels)
    unit: str = ""
    table: int = 0
    after: list[Row] = field(default_factory=list)

    def feed(self, row: Row) -> Iterator[LedgerRow | Problem]:
        """Take a row."""
        if row.number in self.said.skip or is_numbering(row):
            return
        if self.layout is not None:
            yield from self._inside(row)
        elif self.sample:
            if _distinct(row) > 1 and self._is_head(row):
                yield from self._start()
                self._anew([row])
                return
            self.sample.append(row)
            if len(self.sample) >= _SAMPLE:
                yield from self._start()
        elif self._is_data(row):
            self.sample.append(row)
        else:
            self.heads.append(row)
            if len(self.heads) > _HEADS:
                del self.heads[_HEADS // 2]

    def end(self) -> Iterator[LedgerRow | Problem]:
        """The sheet ends."""
        if self.sample and self.layout is None:
            yield from self._start()

    def _anew(self, heads: list[Row]) -> None:
        """Another table of the same sheet begins."""
        self.heads, self.sample, self.layout, self.labels, self.after = [*self.after, *heads], [], None, None, []

    def _is_data(self, row: Row) -> bool:
        """Whether a row holds figures rather than heads or titles."""
        if self.said.head:
            return row.number > max(self.said.head)
        if _distinct(row) < 2 and len(row.cells) < 2:
            return False
        unknown = self.file.dictionary.words.unknown
        numbers = [c for c in row.cells if is_number(c, unknown)]
        texts = [c for c in row.cells if not is_number(c, unknown) and not c.date]
        if not numbers or self._is_head(row):
            return False
        if all(_DAY_OR_YEAR.match(c.words) for c in numbers):
            return any(self._names(c.words) for c in texts) and not all(c.words.startswith("20") for c in numbers)
        weeks = all(c.words.isdigit() and int(c.words) <= 53 for c in numbers)
        if weeks and not texts and self.heads:
            above = self.heads[-1].cells
            return not any("period" in self.file.dictionary.head(c.words).columns for c in above)
        return True

    def _names(self, words: str) -> bool:
        meaning = self.file.dictionary.label(words)
        return bool(meaning.regions or meaning.groups or meaning.metrics or "totals" in meaning.marks)

    def _is_head(self, row: Row) -> bool:
        """Whether a row's texts are heads: kinds of labels, or several metrics, and next to no figures."""
        unknown = self.file.dictionary.words.unknown
        roles = metrics = figures = 0
        for cell in row.cells:
            if cell.number is not None:
                figures += 1
                continue
            meaning = self.file.dictionary.head(cell.words)
            roles += bool(meaning.columns) and meaning.rest == 0 and not meaning.regions
            metrics += bool(meaning.metrics)
            figures += is_number(cell, unknown) and not _DAY_OR_YEAR.match(cell.words)
        return (
            (roles > 0 and metrics + roles > 1)
            or (roles > 0 and figures <= len(row.cells) - 1)
            or (metrics > 1 and not figures)
        )

    def _start(self) -> Iterator[LedgerRow | Problem]:
        """The columns of a table are told, and its first rows read."""
        titles, heads, banners = self._split()
        texts = [c.words for r in titles for c in r.cells]
        years = {y for text in (*texts, self.name) for y in years_in(text)}
        years |= {y for r in heads for c in r.cells for y in years_in(c.date or c.words)}
        calendar = self.said.calendar(years.pop() if len(years) == 1 else 0, self.file.paper.published)
        self.layout = make_layout(heads, self.sample, self.said, self.file.dictionary, calendar)
        self.labels = RowLabels(self.layout, self.file.dictionary)
        self.around = self._around(titles)
        self.table = self.file.next_table()
        for row in banners:
            self._banner(row)
        words = {c.column: shown(c.words) for r in heads for c in r.cells}
        head = tuple(r.number for r in heads)
        self.file.found.append(Found(self.name, head, self.layout, words, self.around))
        for column, why in self.layout.unsure.items():
            letters = column_letters(column)
            proposal = self.layout.proposals.get(column, "…")
            what = f"{shown(words.get(column, ''))!r}: {why}, as columns: {{{letters}: {proposal}}}"
            yield self._problem("ledger.column", f"column {letters}", what)
        for row in self.sample:
            yield from self._inside(row)
        self.sample = []

    def _split(self) -> tuple[list[Row], list[Row], list[Row]]:
        """Titles, rows of the head, and what stands between head and figures."""
        if self.said.head:
            chosen = [r for r in self.heads if r.number in self.said.head]
            return [r for r in self.heads if r.number < min(self.said.head)], chosen, []
        rows = list(self.heads)
        banners: list[Row] = []
        while rows and _distinct(rows[-1]) < 2 and rows[-1].cells[0].column == 1 and len(rows) > 1:
            banners.insert(0, rows.pop())
        if not any(_distinct(r) > 1 for r in rows):
            return [*rows, *banners], [], []
        heads: list[Row] = []
        while rows and (_distinct(rows[-1]) > 1 or (heads and rows[-1].cells[0].column > 1)):
            if heads and heads[0].number - rows[-1].number > 1:
                break
            heads.insert(0, rows.pop())
        return rows, heads, banners

    def _around(self, titles: list[Row]) -> Labels:
        """What the titles, then the sheet's name, then the user say of the whole table."""
        found = Labels()
        self.unit = ""
        for row in titles:
            for cell in row.cells[:1] if _distinct(row) < 2 else row.cells:
                self._hear(found, cell.words, address(cell.column, row.number))
        own = Labels()
        if self.name and not self.name.startswith("#"):
            unit = self.unit
            self._hear(own, self.name, "sheet")
            self.unit = unit
        for role in ("region", "group", "metric"):
            if not getattr(found, role) and getattr(own, role):
                setattr(found, role, getattr(own, role))
                found.labels[role] = own.labels[role]
        if found.span is None and own.span:
            found.span, found.labels["period"] = own.span, own.labels["period"]
        said = self.said.sheet
        for role in ("region", "group", "metric"):
            if getattr(said, role):
                setattr(found, role, getattr(said, role))
                found.labels[role] = Label(role, "mapping", getattr(said, role))
        if said.period:
            found.span = said.period
            found.labels["period"] = Label("period", "mapping", f"{said.period.first}/{said.period.last}")
        self.unit = said.unit or self.unit
        return found

    def _hear(self, found: Labels, words: str, place: str) -> None:
        """What one title says; what it says in two ways it does not say."""
        meaning = self.file.dictionary.head(words)
        regions = (meaning.regions or self.file.dictionary.regions_in(words)) - {ALL}
        groups = meaning.groups or meaning.inside
        for role, ids in (("region", regions), ("group", groups), ("metric", meaning.metrics)):
            if len(ids) == 1 and not getattr(found, role):
                setattr(found, role, next(iter(ids)))
                found.labels[role] = Label(role, place, words)
        assert self.layout is not None
        span = read_period(words, self.layout.calendar)
        if span and not span.fault and found.span is None:
            found.span = span
            found.labels["period"] = Label("period", place, words)
        self.unit = self.unit or unit_of(meaning)

    def _inside(self, row: Row) -> Iterator[LedgerRow | Problem]:
        """A row below the head."""
        assert self.layout is not None
        assert self.labels is not None
        unknown = self.file.dictionary.words.unknown
        figures = [c for c in row.cells if c.column in self.layout.figures]
        if not any(is_number(c, unknown) for c in figures):
            if _distinct(row) < 2:
                self.after = [*self.after[-_TITLES:], row]
                self._banner(row)
            elif self._is_head(row):
                self._anew([row])
            return
        if _distinct(row) > 1 and not any(c.number is not None for c in figures) and self._is_head(row):
            self._anew([row])
            return
        self.after = []
        found = self.labels.read(row)
        if isinstance(found, Unsure):
            self.file.unsure.setdefault((found.role, found.words), found)
            yield self._label_problem(found)
            return
        for cell in figures:
            if not cell.origin or cell.origin == address(cell.column, row.number):
                made = self._figure(found, self.layout.figures[cell.column], cell, row.number)
                if made:
                    yield made

    def _banner(self, row: Row) -> None:
        """A single text between the rows: the region, group or period of those below it."""
        assert self.layout is not None
        cell = row.cells[0]
        meaning = self.file.dictionary.label(cell.words)
        if "notes" in meaning.marks or "totals" in meaning.marks:
            return
        place = address(cell.column, row.number)
        roles = set(self.layout.labels.values())
        kinds = (("region", meaning.regions - {ALL}), ("group", meaning.groups), ("metric", meaning.metrics))
        for role, ids in kinds:
            if len(ids) == 1 and role not in roles:
                setattr(self.around, role, next(iter(ids)))
                self.around.labels[role] = Label(role, place, cell.words)
        span = read_period(cell.words, self.layout.calendar)
        if span and not span.fault and "period" not in roles and meaning.rest <= 3:
            self.around.span = span
            self.around.labels["period"] = Label("period", place, cell.words)

    def _figure(self, row: Labels, column: Column, cell: Cell, number: int) -> LedgerRow | Problem | None:
        """One figure, or what it lacks."""
        around, place = self.around, address(cell.column, number)
        region = column.region or row.region or around.region
        group = column.group or row.group or around.group
        span: Span | None = row.span or column.span or around.span
        metric = column.metric or row.metric or around.metric
        shares = self.file.dictionary.words.shares
        unit = PERCENT if metric in shares else column.unit or self.unit or PERSONS
        letters = column_letters(cell.column)
        if column.region and row.region and column.region != row.region and not (column.total or row.total):
            return self._problem("ledger.label", f"cell {place}", "its row and its column name two regions")
        if not metric:
            what = f"what column {letters} counts is not said; write columns: {{{letters}: {{metric: …}}}}"
            return self._problem("ledger.missing", f"column {letters}", what)
        if not region:
            return self._problem("ledger.missing", "region", 'the table names no region; write region: RU-… or "*"')
        if span is None or span.fault:
            what = span.fault if span else "the table names no week or other period; write period: 2025-W45 or the like"
            return self._problem("ledger.missing", "period", what)
        if unit == PERCENT and metric not in shares:
            share = [s for s, parts in shares.items() if parts[0] == metric]
            if len(share) != 1:
                what = f"it is not said of what column {letters} is a percentage; write its metric, or ignore"
                return self._problem("ledger.column", f"column {letters}", what)
            metric = share[0]
        count = read_count(cell, unit, self.file.dictionary.words.unknown)
        if count.fault:
            code = "ledger.formula" if cell.fault else "ledger.number"
            advice = (
                "open the file in a spreadsheet program and save it" if cell.fault == "formula" else "mend the cell"
            )
            return self._problem(code, f"cell {place}", f"{shown(cell.words)!r}: {count.fault}; {advice}")
        labels = {**around.labels, **row.labels, **{x.role: x for x in column.labels}}
        paper = self.file.paper
        return LedgerRow(
            paper.capture_id, paper.doc, self.name, place, cell.words, region, group, span.first, span.last, metric,
            count.value, PERCENT if unit == PERCENT else PERSONS, tuple(sorted(row.total | set(column.total))),
            self.table, cell.formula, tuple(labels.values()), paper.published, paper.programme,
        )  # fmt: skip

    def _label_problem(self, unsure: Unsure) -> Problem:
        section = {"region": "regions", "group": "groups", "metric": "metrics"}.get(unsure.role)
        if unsure.fault or section is None:
            what = f"{unsure.words!r}: {unsure.fault or 'no period that is known'}; mend it or write skip: [row]"
        else:
            may = f"may mean {' or '.join(unsure.may)}" if unsure.may else f"names no {unsure.role} that is known"
            what = f"{unsure.words!r} {may}; write {section}: {{{unsure.words}: {'|'.join(unsure.may) or '…'}}}"
        where = "label" if section else f"cell {unsure.address}"
        return self._problem("ledger.label", where, what)

    def _problem(self, code: str, where: str, what: str) -> Problem:
        paper = self.file.paper
        place = f"{paper.doc}, sheet {self.name}, {where}" if self.name else f"{paper.doc}, {where}"
        return Problem(code, place, what, paper.capture_id)


def _distinct(row: Row) -> int:
    """How many different cells a row has; those of one merged range are one."""
    return len({c.origin or str(c.column) for c in row.cells})
