"""``ledger``: tables of counts into the book, and what they say, lack and contradict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from musterbook.cli import wanted as asking
from musterbook.cli.masks import NOBODY, Masks
from musterbook.cli.screen import FORMATS, Row, Screen
from musterbook.errors import UsageError

if TYPE_CHECKING:
    from musterbook.cli.ledger_rows import Wanted
    from musterbook.ledgers import Added
    from musterbook.programme.ledger.reader import Found, LedgerReader

_BY = {"region": "region", "group": "group", "week": "period", "period": "period"}
_GAPS = ("region", "group", "metric", "missing", "weeks", "kind", "where")
_CHECKS = ("kind", "region", "group", "period", "metric", "stated", "counted", "verdict", "where")
_TO_READ = click.Path(path_type=Path)


@click.group()
def ledger() -> None:
    """Counts of people by region, group and week, from tables: add, show, gaps, check, guess.

    Counts below 5 are left out of everything that is shown, with as many others as it takes that nobody
    can compute them.
    """


def _filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which cells are chosen."""
    options = (
        asking.region_option,
        click.option("--group", default="", metavar="GROUP", help="A group's id, such as debtors."),
        click.option("--metric", "metrics", multiple=True, metavar="METRIC", help="What is counted; may be repeated."),
        click.option("--from", "since", default="", metavar="DATE", help="Periods that end on this date or later."),
        click.option("--until", default="", metavar="DATE", help="Periods that begin on this date or earlier."),
        asking.as_of_option,
        asking.held_on_option,
        click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True),
    )
    for option in reversed(options):
        command = option(command)
    return command


@ledger.command("add", short_help="Read tables into the ledger.")
@click.argument("files", nargs=-1, required=True, type=_TO_READ)
@click.option("--mapping", type=_TO_READ, help="YAML: what heads and labels mean where it is not sure.")
@click.option("--published", default="", metavar="DATE", help="When the files were published; decides on revisions.")
@click.pass_obj
def add(screen: Screen, files: tuple[Path, ...], mapping: Path | None, published: str) -> int:
    """Read FILES (CSV, XLSX, ODS) into the ledger.

    A file that lists people is refused, and nothing of it is kept. A file that the book has is not read again.
    """
    from musterbook.cli.adding import limits_of
    from musterbook.ledgers import LedgerPlan, add_tables
    from musterbook.store import open_book

    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    date = asking.date(published, "--published")
    plan = LedgerPlan(screen.settings.programme, mapping, date, limits_of(screen), now)
    with open_book(screen.settings.book) as book, screen.progress("reading", len(files)) as tick:

        def watch(done: Added) -> None:
            tick(1)
            for problem in done.problems:
                screen.problem(problem, NOBODY)

        added = add_tables(files, book, plan, watch)
    screen.log(
        "added", files=sum(a.rows > 0 for a in added), cells=sum(a.rows for a in added),
        known=sum(a.known for a in added), problems=sum(len(a.problems) for a in added),
    )  # fmt: skip
    return screen.exit_code


@ledger.command("show", short_help="Counts by region, group and week.")
@click.option("--by", default="region,group,week", show_default=True, help="What to divide by; the rest is summed.")
@_filters
@click.pass_obj
def show(screen: Screen, /, by: str, form: str, **given: Any) -> int:
    """Show counts by region, group and week, and how many of those approached agreed."""
    from musterbook.cli.ledger_rows import columns, count_rows
    from musterbook.ledgers import published_ledger
    from musterbook.store import open_book

    parts = [part.strip() for part in by.split(",") if part.strip()]
    unknown = [part for part in parts if part not in _BY]
    if unknown:
        raise UsageError(f"--by {unknown[0]!r} is not known; give any of region, group, week")
    divided = {_BY[part] for part in parts}
    chosen = _wanted(screen, given)
    for name, value in (("region", chosen.region), ("group", chosen.group), ("period", chosen.first or chosen.last)):
        if value and name not in divided:
            raise UsageError(f"sums are over all that the ledger has; to choose by {name}, divide by it: --by {name}")
    with open_book(screen.settings.book, create=False) as book:
        published = published_ledger(book, screen.settings.programme, _known(given))
        metrics, rows, left_out = count_rows(published, divided, chosen, Masks(book), _names(screen))
        shown = screen.rows(rows, columns(metrics), form, grouped=2)
    if left_out:
        screen.log("left out: counts below 5, and what would give them away", cells=left_out)
    if not shown and form == "table":
        screen.log("no counts; loosen the filters, or add tables with `musterbook ledger add`")
    return 0


@ledger.command("gaps", short_help="Weeks that no table speaks of.")
@_filters
@click.pass_obj
def gaps(screen: Screen, /, form: str, **given: Any) -> int:
    """List the weeks for which the tables say nothing, or say that it is not known. A gap is not a zero."""
    from musterbook.cli.ledger_rows import gap_rows
    from musterbook.ledgers import book_figures
    from musterbook.programme.ledger.checks import gaps as find
    from musterbook.store import open_book

    chosen = _wanted(screen, given)
    with open_book(screen.settings.book, create=False) as book:
        found = find(book_figures(book, screen.settings.programme, _known(given)))
        shown = screen.rows(gap_rows(found, chosen, Masks(book), _names(screen)), _GAPS, form, grouped=3)
    if not shown and form == "table":
        screen.log("no gaps")
    return 0


@ledger.command("check", short_help="Totals against parts, later against earlier.")
@asking.as_of_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_obj
def check(screen: Screen, as_of: str, form: str) -> int:
    """Hold totals against their parts, later tables against earlier ones, and reports against the tables.

    Exit code 1 where a total is not the sum of its parts.
    """
    from musterbook.cli import ledger_rows as shown
    from musterbook.ledgers import book_figures, districts_of
    from musterbook.programme.ledger import checks
    from musterbook.programme.ledger.published import Published
    from musterbook.store import ClaimFilter, open_book
    from musterbook.store.ports import LedgerFilter

    until, names = asking.last_day(as_of, "--as-of"), _names(screen)
    with open_book(screen.settings.book, create=False) as book:
        masks = Masks(book)
        districts = districts_of(screen.settings.programme)
        figures = book_figures(book, screen.settings.programme, until)
        published = Published(figures, districts)
        wrong = list(checks.mismatches(book.ledger(LedgerFilter(until=until)), districts))
        claims = book.claims(ClaimFilter(type="recruitment", until=until))

        def rows() -> Iterator[Row]:
            yield from shown.total_rows(wrong, published, masks, names)
            yield from shown.change_rows(checks.changes(figures), published, masks, names)
            yield from shown.claim_rows(checks.compare(figures, claims), published, masks, names)

        count = screen.rows(rows(), _CHECKS, form)
    if not count and form == "table":
        screen.log("all totals are the sums of their parts; nothing was revised, and no report is beside the tables")
    return 1 if wrong else 0


@ledger.command("guess", short_help="How a table would be read.")
@click.argument("file", type=_TO_READ)
@click.option("--mapping", type=_TO_READ, help="What is known already.")
@click.pass_obj
def guess(screen: Screen, file: Path, mapping: Path | None) -> int:
    """Print the mapping by which FILE would be read, with what is not sure as a comment. Nothing is kept."""
    from musterbook.cli.adding import limits_of
    from musterbook.ledgers import LedgerDesk, LedgerPlan
    from musterbook.programme.ledger.reader import is_fatal
    from musterbook.records import Problem

    desk = LedgerDesk(LedgerPlan(screen.settings.programme, mapping, limits=limits_of(screen)))
    capture = desk.take(file)
    if isinstance(capture, Problem):
        screen.problem(capture, NOBODY)
        return screen.exit_code
    reader, items = desk.read(capture)
    cells = 0
    for item in items:
        if not isinstance(item, Problem):
            cells += 1
        elif is_fatal(item):
            screen.problem(item, NOBODY)
            return screen.exit_code
    for line in _proposal(reader):
        screen.line(line, NOBODY)
    screen.log("read", cells=cells, tables=len(reader.found))
    return 0 if cells else 1


def _proposal(reader: LedgerReader) -> Iterator[str]:
    """The lines of a mapping file: every table of the first sheets, then the labels that are not sure."""
    several = len({table.sheet for table in reader.found}) > 1
    indent = "    " if several else ""
    if several:
        yield "sheets:"
    last = None
    for table in reader.found:
        if several and table.sheet != last:
            yield f"  {_quoted(table.sheet)}:"
        first = table.sheet != last
        last = table.sheet
        yield from (f"{indent}{line}" for line in _table_lines(table, first))
    by_role: dict[str, list[str]] = {}
    for unsure in reader.unsure.values():
        section = {"region": "regions", "group": "groups", "metric": "metrics"}.get(unsure.role)
        if section:
            by_role.setdefault(section, []).append(f"{_quoted(unsure.words)}: {'|'.join(unsure.may) or '…'}")
    for section, lines in sorted(by_role.items()):
        yield f"# {section}:  # not sure: choose, and take the marks away"
        yield from (f"#   {line}" for line in lines)


def _table_lines(table: Found, first: bool) -> Iterator[str]:
    from musterbook.records.table import column_letters

    rows = ", ".join(map(str, table.head))
    yield f"# a table with its head in {'rows' if len(table.head) != 1 else 'row'} {rows or '(none)'}"
    mark = "" if first else "# "  # a second table of a sheet: one mapping cannot tell its columns from the first's
    for role in ("region", "group", "metric"):
        value = getattr(table.around, role)
        if value:
            yield f"{mark}{role}: {_quoted(value)}"
    if table.around.span:
        yield f"{mark}period: {table.around.span.first}/{table.around.span.last}"
    yield f"{mark}columns:"
    for column in sorted({*table.layout.labels, *table.layout.figures, *table.layout.unsure}):
        letters, words = column_letters(column), table.words.get(column, "")
        if column in table.layout.labels:
            yield f"{mark}  {letters}: {table.layout.labels[column]}  # {words}"
        elif column in table.layout.unsure:
            proposal = table.layout.proposals.get(column, "…")
            yield f"#   {letters}: {proposal}  # {words}: {table.layout.unsure[column]}"
        else:
            yield f"{mark}  {letters}: {_column(table, column)}  # {words}"


def _column(table: Found, column: int) -> str:
    made = table.layout.figures[column]
    parts = [f"{name}: {_quoted(getattr(made, name))}" for name in ("metric", "region", "group") if getattr(made, name)]
    if made.span and not made.span.fault:
        parts.append(f"period: {made.span.first}/{made.span.last}")
    if made.unit:
        parts.append(f"unit: {made.unit}")
    return "{" + ", ".join(parts) + "}"


def _quoted(text: str) -> str:
    plain = text.replace("_", "").replace("-", "").isalnum()
    return text if plain and not text[:1].isdigit() else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _wanted(screen: Screen, given: dict[str, Any]) -> Wanted:
    """The filters of a command, checked.

    Raises:
        UsageError: One of them cannot be what the user meant.
    """
    from musterbook.cli.ledger_rows import Wanted
    from musterbook.records import PartialDate
    from musterbook.vocabulary import load
    from musterbook.vocabulary.ledgerwords import ledger_words

    programme = screen.settings.programme
    known = ledger_words(programme).metrics
    for metric in given["metrics"]:
        if metric not in known:
            raise UsageError(f"--metric {metric!r} is not known; there are: {', '.join(known)}")
    region = asking.region(given["region"], load(programme)) if given["region"] else ""
    held = asking.day(given["held_on"], "--held-on")
    since = asking.date(given["since"], "--from")
    first = PartialDate.parse(since).earliest.isoformat() if since else held
    last = asking.last_day(given["until"], "--until") or held
    return Wanted(region, given["group"], first, last, tuple(given["metrics"]))


def _known(given: dict[str, Any]) -> str:
    return asking.last_day(given["as_of"], "--as-of")


def _names(screen: Screen) -> dict[str, str]:
    from musterbook.vocabulary import load

    entries = load(screen.settings.programme).entries
    return {i: e.names.get("en", "") for (kind, i), e in entries.items() if kind in ("region", "federal_district")}
