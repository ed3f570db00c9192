"""Tables of counts into the book, and what can be asked of them: the ledger's own course, a stage a line.

    files      intake.take_table         the bytes as received
    rows       intake.read_table         sheets and cells, as a stream
    figures    LedgerReader.read         what each cell counts, or why that is not sure
    book       Book.add_ledger           the file with its rows, in one transaction
    published  Published                 what may be shown; every output form is made of it

In: paths, a book, a vocabulary, what the user says of a table. Out: a book that holds the figures, and
records. A file that lists people leaves nothing in the book but the Problem that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from musterbook.errors import UsageError
from musterbook.intake import Limits
from musterbook.intake.tables import read_table, take_table
from musterbook.programme.ledger.figures import figures
from musterbook.programme.ledger.mapping import NOTHING, read_mapping
from musterbook.programme.ledger.people import names_person
from musterbook.programme.ledger.published import Published
from musterbook.programme.ledger.reader import VERSION, LedgerReader, Paper, is_fatal
from musterbook.programme.ledger.words import Dictionary
from musterbook.records import Capture, Metadata, Problem, Stated
from musterbook.records.ledger import Figure, LedgerRow
from musterbook.records.table import Row, Sheet, address
from musterbook.store import Book, Method, ReadDocument
from musterbook.store.ports import LedgerFilter
from musterbook.vocabulary import load
from musterbook.vocabulary.ledgerwords import given_names, ledger_words
from musterbook.vocabulary.yamlfile import read

_REMEMBERED = 400_000  # cells of a file held to find two that disagree; beyond, `ledger check` finds them


@dataclass(frozen=True, slots=True)
class LedgerPlan:
    """How tables are read.

    Attributes:
        programme: Vocabulary folder, by name or path.
        mapping: A mapping file, or None.
        published: Date of the files, as the user says; goes before the mapping's.
        limits: Upper bounds.
        seen: ISO 8601 instant to note as the time at which the files came into the book.
    """

    programme: str = "bars"
    mapping: Path | None = None
    published: str = ""
    limits: Limits = Limits()
    seen: str = ""


@dataclass(slots=True)
class Added:
    """What came of one file.

    Attributes:
        doc: Its name.
        rows: Rows that are new in the book.
        known: The book had it, read in the same way.
        problems: What is wrong with it.
    """

    doc: str
    rows: int = 0
    known: bool = False
    problems: list[Problem] = field(default_factory=list)


class _Withdrawn(Exception):
    """Stops a file half-way: nothing of it is kept."""


class LedgerDesk:
    """Reads tables by one vocabulary and one mapping."""

    def __init__(self, plan: LedgerPlan) -> None:
        """Load the words.

        Raises:
            UsageError: There is no such programme.
            VocabularyError: The mapping file has a fault; the error names its line.
        """
        self.plan = plan
        vocabulary, words = load(plan.programme), ledger_words(plan.programme)
        places = {i for kind, i in vocabulary.entries if kind in ("region", "federal_district")}
        self.mapping = read_mapping(read(plan.mapping), words.metrics, places) if plan.mapping else NOTHING
        self.dictionary = Dictionary(vocabulary, words, self.mapping.given)
        self.published = plan.published or self.mapping.published
        marks = (VERSION, self.mapping.digest)
        self.method = Method(f"{vocabulary.name}/ledger", vocabulary.digest, "+".join(m for m in marks if m))
        self.programme = vocabulary.name

    def take(self, path: Path) -> Capture | Problem:
        """The bytes of one file."""
        stated = (Stated("published", self.published, "manifest"),) if self.published else ()
        return take_table(path, self.plan.limits, Metadata(stated))

    def reader(self, capture: Capture) -> LedgerReader:
        """What reads one file."""
        paper = Paper(capture.id, capture.name, self.published, self.programme)
        return LedgerReader(paper, self.dictionary, self.mapping, given_names())

    def read(self, capture: Capture) -> tuple[LedgerReader, Iterator[LedgerRow | Problem]]:
        """A file's rows and problems as they are found, and the reader that knows its tables afterwards."""
        reader = self.reader(capture)
        return reader, reader.read(read_table(capture, self.plan.limits))

    def add(self, path: Path, book: Book) -> Added:
        """Read one file into a book.

        Raises:
            StoreError: The book cannot be written; nothing of the file is kept then.
        """
        capture = self.take(path)
        if isinstance(capture, Problem):
            book.add_problems([capture])
            return Added(capture.where, problems=[capture])
        done = Added(capture.name)
        if book.is_complete(capture, self.method):
            done.known = True
            return done
        _, items = self.read(capture)
        document = ReadDocument(capture, None, method=self.method)
        try:
            done.rows = book.add_ledger(
                document, self._rows(capture, items, done.problems), done.problems, self.plan.seen
            )
        except _Withdrawn:
            done.problems = [replace(p, record="") for p in done.problems]
            book.add_problems(done.problems)
        return done

    def _rows(
        self, capture: Capture, items: Iterable[LedgerRow | Problem], problems: list[Problem]
    ) -> Iterator[LedgerRow]:
        """The rows alone; problems go aside, and a fatal one withdraws the file."""
        said: dict[int, tuple[str, int | float]] = {}
        any_row = False
        for item in items:
            if isinstance(item, Problem):
                if is_fatal(item):
                    problems[:] = [item]
                    raise _Withdrawn
                problems.append(item)
                continue
            any_row = True
            fault = _twice(item, said)
            if fault:
                problems.append(fault)
            yield item
        if not any_row:
            what = "no table of counts was found in it; see `musterbook ledger guess` and write a mapping file"
            problems.append(Problem("ledger.nothing", capture.name, what))
            raise _Withdrawn


def _twice(row: LedgerRow, said: dict[int, tuple[str, int | float]]) -> Problem | None:
    """A Problem where another cell of the file gives another figure for the same."""
    if row.value is None or row.total:
        return None
    key = hash((row.region, row.group, row.first, row.last, row.metric, row.unit))
    before = said.get(key)
    if before is None:
        if len(said) < _REMEMBERED:
            said[key] = (f"{row.sheet} {row.address}".strip(), row.value)
        return None
    if before[1] == row.value:
        return None
    place = f"{row.sheet} {row.address}".strip()
    what = (
        f"cells {before[0]} and {place} give different figures for {row.region}, {row.group or 'all groups'}, "
        f"{row.period}, {row.metric}; both are kept as rivals, mend the table or skip one of the rows"
    )
    return Problem("ledger.duplicate", row.doc, what, row.capture_id)


@lru_cache(maxsize=4)
def districts_of(programme: str) -> Mapping[str, str]:
    """Region → the id of its federal district."""
    entries = load(programme).entries
    return {i: str(e.attributes.get("district", "")) for (kind, i), e in entries.items() if kind == "region"}


def book_figures(book: Book, programme: str = "bars", until: str = "", totals: bool = False) -> list[Figure]:
    """What the tables of a book say, as published until an ISO date (empty: all)."""
    wanted = LedgerFilter(until=until, programme=load(programme).name, labels=False)
    return figures(book.ledger(wanted), totals)


def published_ledger(book: Book, programme: str = "bars", until: str = "") -> Published:
    """The ledger of a book as it may be shown; reports and charts are made of this and of nothing else."""
    return Published(book_figures(book, programme, until), districts_of(programme))


def verify_ledger(book: Book, limits: Limits | None = None) -> Iterator[tuple[int, Problem | None]]:
    """Re-read every cell of the ledger in its file.

    Yields:
        For each row: how many cells were re-read (its own and those that say what it counts), and a
        Problem where one of them is not as it was.
    """
    for capture_id in book.ledger_captures():
        capture = book.capture(capture_id)
        wanted = LedgerFilter(capture_id=capture_id)
        labels = {(r.sheet, x.address): "" for r in book.ledger(wanted) for x in r.labels if x.address[-1:].isdigit()}
        yield from _reread(book.ledger(wanted), read_table(capture, limits), labels, capture)


def _reread(
    rows: Iterator[LedgerRow],
    events: Iterable[Sheet | Row | Problem],
    labels: dict[tuple[str, str], str],
    capture: Capture,
) -> Iterator[tuple[int, Problem | None]]:
    """Walk a file and the rows that were read in it side by side; both have the order of the file."""
    sheet, place = "", ""
    cells: dict[str, str] = {}
    waiting = next(rows, None)
    for event in events:
        if isinstance(event, Problem):
            yield 1, Problem("verify.cell", capture.name, f"the table cannot be read again: {event.what}", capture.id)
            return
        if isinstance(event, Sheet):
            sheet = f"#{event.number}" if names_person(event.name, given_names()) else event.name
            continue
        cells = {address(c.column, event.number): c.words for c in event.cells}
        for place, words in cells.items():
            if (sheet, place) in labels:
                labels[sheet, place] = words
        for cell in event.cells:
            if cell.date and (sheet, address(cell.column, event.number)) in labels:
                labels[sheet, address(cell.column, event.number)] = cell.date
        while waiting and waiting.sheet == sheet and waiting.address in cells:
            yield _same(waiting, cells[waiting.address], labels, capture)
            waiting = next(rows, None)
    while waiting:
        what = f"cell {waiting.address} is not in the table, or not in its order; restore the book from a copy"
        yield 1, Problem("verify.cell", f"{capture.name}, {waiting.sheet} {waiting.address}".strip(), what, capture.id)
        waiting = next(rows, None)


def _same(
    row: LedgerRow, words: str, labels: Mapping[tuple[str, str], str], capture: Capture
) -> tuple[int, Problem | None]:
    told = [x for x in row.labels if (row.sheet, x.address) in labels]
    where = f"{row.doc}, {row.sheet} {row.address}".strip()
    if row.words != words:
        what = f"the cell does not hold {row.words!r}; restore the book from a copy"
        return 1 + len(told), Problem("verify.cell", where, what, capture.id)
    for label in told:
        if labels[row.sheet, label.address] != label.words:
            what = f"cell {label.address} does not say what the row's {label.role} stands on; restore a copy"
            return 1 + len(told), Problem("verify.cell", where, what, capture.id)
    return 1 + len(told), None


def add_tables(
    paths: Iterable[Path], book: Book, plan: LedgerPlan, watch: Callable[[Added], None] = lambda done: None
) -> list[Added]:
    """Read files into a book, one after another.

    Raises:
        UsageError: A path is a folder.
    """
    desk = LedgerDesk(plan)
    done = []
    for path in paths:
        if path.is_dir():
            raise UsageError(f"{path} is a folder; give the tables in it by name")
        done.append(desk.add(path, book))
        watch(done[-1])
    return done
