"""Everything that a user sees passes here: masked, coloured where that is wanted, logged.

In: rows, lines and the masker of the document that they come from. Out: standard output
(results), standard error (progress, summaries, logs). No other file of this package
writes to either: a row without a masker cannot be shown.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from musterbook.records import Problem
from musterbook.records.masking import Masker
from musterbook.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

OWN_WORDS = Masker(())
"""For the program's own words, in which nobody is named."""

FORMATS = ("table", "jsonl", "csv", "json")

Row = tuple[Mapping[str, Any], Masker]


class Ticker(Protocol):
    """What long work tells of its progress."""

    def __call__(self, steps: int, note: str = "") -> None:
        """Say that some steps are done."""


class Screen:
    """Where one run shows its results and its progress."""

    def __init__(self, settings: Settings, *, quiet: bool = False) -> None:
        """Take the settings of the run; nothing is written yet."""
        self.settings = settings
        self.quiet = quiet
        self.had_problems = False

    def line(self, text: str, masker: Masker) -> None:
        """One line of results."""
        sys.stdout.write(masker.mask(text) + "\n")

    def problem(self, problem: Problem) -> None:
        """Tell of a fault in a source, on standard error; the run then ends with exit code 1."""
        self.had_problems = True
        if self.settings.log == "json":
            self.log("problem", code=problem.code, where=problem.where, what=problem.what)
        elif not self.quiet:
            sys.stderr.write(f"problem: {problem.where}: {problem.what} [{problem.code}]\n")

    @property
    def exit_code(self) -> int:
        """0 where all went well, 1 where there were problems."""
        return 1 if self.had_problems else 0

    def rows(self, rows: Iterable[Row], columns: Sequence[str], form: str = "table") -> int:
        """Show records, streaming in all forms but ``table`` and ``json``.

        Args:
            rows: Each with the masker of the document that it comes from.
            columns: The keys that a table or CSV shows; JSON shows all.
            form: One of `FORMATS`.

        Returns:
            How many there were.
        """
        masked = (mask_value(row, masker) for row, masker in rows)
        if form == "jsonl":
            return sum(1 for row in masked if sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n"))
        if form == "json":
            listed = list(masked)
            sys.stdout.write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
            return len(listed)
        if form == "csv":
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(columns)
            return sum(1 for row in masked if writer.writerow([_cell(row.get(c, "")) for c in columns]))
        return self._table(masked, columns)

    def _table(self, rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> int:
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
        for column in columns:
            table.add_column(column, overflow="fold", no_wrap=column == "id")
        for row in rows:
            table.add_row(*(Text(_cell(row.get(c, ""))) for c in columns))
        if table.row_count:
            self.console().print(table)
        return table.row_count

    def console(self) -> Console:
        """The terminal for results, plain where that is asked for or nobody looks."""
        from rich.console import Console

        width = None if sys.stdout.isatty() else 160
        return Console(file=sys.stdout, no_color=not self.settings.color, highlight=False, width=width)

    def log(self, event: str, **fields: Any) -> None:
        """One line on standard error: for people, or as JSON."""
        if self.settings.log == "json":
            sys.stderr.write(json.dumps({"event": event, **fields}, ensure_ascii=False) + "\n")
        elif not self.quiet:
            facts = ", ".join(f"{v:,} {k}" if isinstance(v, int) else f"{k} {v}" for k, v in fields.items())
            sys.stderr.write(f"{event}: {facts}\n" if facts else f"{event}\n")

    @contextmanager
    def progress(self, what: str, total: int | None) -> Iterator[Ticker]:
        """A bar with rate and time left while long work goes on; nothing where nobody looks."""
        if self.quiet or self.settings.log == "json" or not sys.stderr.isatty():
            yield lambda steps, note="": None
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]} {task.fields[note]}"),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=Console(stderr=True, no_color=not self.settings.color), transient=True) as bar:
            task = bar.add_task(what, total=total, rate="", note="")

            def tick(steps: int, note: str = "") -> None:
                bar.advance(task, steps)
                speed = bar.tasks[0].speed
                bar.update(task, note=note, rate=f"{speed:,.0f}/s" if speed else "")

            yield tick


def mask_value(value: Any, masker: Masker) -> Any:
    """Mask every string in a value, however deep."""
    match value:
        case str():
            return masker.mask(value)
        case Mapping():
            return {k: mask_value(v, masker) for k, v in value.items()}
        case list() | tuple():
            return [mask_value(v, masker) for v in value]
        case _:
            return value


def _cell(value: Any) -> str:
    match value:
        case str():
            return " ".join(value.split())
        case Mapping():
            return " ".join(f"{k}={v}" for k, v in value.items())
        case list() | tuple():
            return " · ".join(str(v) for v in value)
        case bool():
            return "yes" if value else ""
        case _:
            return str(value)
