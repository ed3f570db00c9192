"""Everything that a user sees passes here: masked, coloured where that is wanted, logged.

In: rows, lines and pages, each with the mask of the document that it comes from. Out: standard
output or a file (results), standard error (progress, summaries, logs). No other file of this
package writes to any of them: what has no mask cannot be shown.
"""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from musterbook.cli.layout import lay_out, wrap
from musterbook.errors import UsageError
from musterbook.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

    from musterbook.cli.masks import Mask
    from musterbook.records import Problem

FORMATS = ("table", "jsonl", "csv", "json")
_PLAIN_WIDTH = 160  # characters of a table where no terminal says how wide it is

Row: TypeAlias = "tuple[Mapping[str, Any], Mask]"


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

    def line(self, text: str, mask: Mask) -> None:
        """One line of results, as long as it is."""
        sys.stdout.write(printable(mask.mask(text)) + "\n")

    def told(self, text: str, mask: Mask) -> None:
        """One line of results in words: broken where a screen ends, what follows indented; whole in a file."""
        sys.stdout.writelines(f"{line}\n" for line in self._broken(printable(mask.mask(text))))

    def _broken(self, line: str) -> Iterator[str]:
        return wrap(line, self._width()) if _columns() or sys.stdout.isatty() else iter((line,))

    def passage(self, text: str, block: tuple[int, int], quote: tuple[int, int], mask: Mask) -> None:
        """A paragraph of a reading, with a quote in it set off.

        Args:
            text: The whole reading.
            block: The paragraph's half-open span.
            quote: The quote's half-open span.
            mask: Of the document.
        """
        from rich.padding import Padding
        from rich.text import Text

        parts = ((block[0], quote[0], ""), (*quote, "bold reverse"), (quote[1], block[1], ""))
        shown = Text()
        marked = sys.stdout.isatty()
        for start, end, style in parts:
            words = " ".join(printable(mask.mask(text[start:end], start)).split())
            lead = " " if text[start:end][:1].isspace() else ""
            trail = " " if text[start:end][-1:].isspace() and words else ""
            shown.append(lead + (f"»{words}«" if style and not marked else words) + trail, style=style)
        console = self.console()
        with console.capture() as drawn:
            console.print(Padding(shown, (1, 2)))
        sys.stdout.writelines(f"{line.rstrip()}\n" for line in drawn.get().splitlines())

    def problem(self, problem: Problem, mask: Mask) -> None:
        """Tell of a fault in a source, on standard error; the run then ends with exit code 1."""
        self.had_problems = True
        where, what = printable(mask.mask(problem.where)), printable(mask.mask(problem.what))
        if self.settings.log == "json":
            self.log("problem", code=problem.code, where=where, what=what)
        elif not self.quiet:
            sys.stderr.write(f"problem: {where}: {what} [{problem.code}]\n")

    @property
    def exit_code(self) -> int:
        """0 where all went well, 1 where there were problems."""
        return 1 if self.had_problems else 0

    def rows(
        self, rows: Iterable[Row], columns: Sequence[str], form: str = "table", grouped: int = 0, headings: int = 0
    ) -> int:
        """Show records, streaming in all forms but ``table`` and ``json``.

        Args:
            rows: Each with the mask of the document that it comes from.
            columns: The keys that a table or CSV shows; JSON shows all.
            form: One of `FORMATS`.
            grouped: How many columns from the left a table leaves blank while they repeat.
            headings: How many of these it writes as lines of their own, above the rows that share them.

        Returns:
            How many there were.
        """
        if form == "jsonl":
            return sum(1 for row, mask in rows if sys.stdout.write(as_json(row, mask) + "\n"))
        masked = (mask_value(row, mask) for row, mask in rows)
        if form == "json":
            listed = list(masked)
            sys.stdout.write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
            return len(listed)
        if form == "csv":
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(columns)
            return sum(1 for row in masked if writer.writerow([_cell(row.get(c, "")) for c in columns]))
        return self._table(masked, columns, grouped, headings)

    def _table(self, rows: Iterable[Mapping[str, Any]], columns: Sequence[str], grouped: int, headings: int) -> int:
        cells = [[_cell(row.get(c, ""), "\n") for c in columns] for row in rows]
        if not cells:
            return 0
        blanked = [_blanked(row, last, headings, grouped) for last, row in zip([[], *cells], cells, strict=False)]
        lines = lay_out(columns, blanked, self._width(), headings)
        bold, plain = ("\033[1m", "\033[0m") if self.marked else ("", "")
        sys.stdout.write(f"{bold}{next(lines)}{plain}\n")
        sys.stdout.writelines(f"{line}\n" for line in lines)
        return len(cells)

    def save(self, output: Path | None, pieces: Iterable[tuple[str, Mask]]) -> None:
        """Write a whole file, or standard output where there is none; a file appears whole or not at all.

        Args:
            output: The file.
            pieces: Its text, in order, each piece with the mask of the document that it comes from.

        Raises:
            UsageError: The file cannot be written.
        """
        if output is None:
            for text, mask in pieces:
                sys.stdout.write(mask.mask(text))
            return
        draft = output.with_name(f".{output.name}.{os.getpid()}")
        try:
            with draft.open("w", encoding="utf-8", newline="\n") as file:
                for text, mask in pieces:
                    file.write(mask.mask(text))
            draft.replace(output)
        except OSError as fault:
            raise UsageError(f"{output} cannot be written ({fault.strerror}); give another path") from fault
        finally:
            with suppress(OSError):  # a disk that takes no file gives none up
                draft.unlink(missing_ok=True)

    @property
    def marked(self) -> bool:
        """Whether bold letters can be shown and are wanted."""
        return self.settings.color and sys.stdout.isatty()

    def _width(self) -> int:
        """Characters of a line: as ``COLUMNS`` says, else of the terminal, else as a file has room for."""
        return _columns() or (get_terminal_size().columns if sys.stdout.isatty() else _PLAIN_WIDTH)

    def console(self) -> Console:
        """The terminal for results, plain where that is asked for or nobody looks."""
        from rich.console import Console

        return Console(file=sys.stdout, no_color=not self.settings.color, highlight=False, width=self._width())

    def log(self, event: str, **fields: int | str) -> None:
        """One line on standard error, for people or as JSON, in the program's own words only."""
        if self.settings.log == "json":
            sys.stderr.write(json.dumps({"event": event, **fields}, ensure_ascii=False) + "\n")
        elif not self.quiet:
            facts = printable(", ".join(_fact(name, value) for name, value in fields.items()))
            sys.stderr.write(f"{event}: {facts}\n" if facts else f"{event}\n")

    @property
    def shows_progress(self) -> bool:
        """Whether somebody looks."""
        return not self.quiet and self.settings.log != "json" and sys.stderr.isatty()

    @contextmanager
    def progress(self, what: str, total: int | None) -> Iterator[Ticker]:
        """A bar with rate and time left while long work goes on; nothing where nobody looks."""
        if not self.shows_progress:
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


_UNSEEN = {c: "\N{REPLACEMENT CHARACTER}" for c in (*range(32), *range(127, 160)) if chr(c) not in "\t\n\r\x85"}
_UNSEEN |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "")


def write_utf8() -> None:
    """Write UTF-8 whatever the locale has letters for: quotes are in two scripts."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8")


def _columns() -> int:
    """The width that the user asks for; 0 where none."""
    told = os.environ.get("COLUMNS", "")
    return int(told) if told.isdecimal() else 0


def printable(text: str) -> str:
    r"""A text without what would steer the terminal: control characters made visible, changes of direction left out.

    >>> printable("Belgorod \x1b[31mregion")
    'Belgorod �[31mregion'
    """
    return text.translate(_UNSEEN)


def complain(text: str, *, as_json: bool = False) -> None:
    """Tell on standard error why a run ends; ``text`` holds the program's words and what the user gave."""
    told = json.dumps({"event": "error", "what": printable(text)}, ensure_ascii=False) if as_json else ""
    sys.stderr.write(f"{told or f'musterbook: {printable(text)}'}\n")


def as_json(row: Mapping[str, Any], mask: Mask) -> str:
    """A masked record as one line of JSON."""
    return json.dumps(mask_value(row, mask), ensure_ascii=False)


def mask_value(value: Any, mask: Mask) -> Any:
    """Mask every string in a value, however deep."""
    match value:
        case str():
            return mask.mask(value)
        case Mapping():
            return {k: mask_value(v, mask) for k, v in value.items()}
        case list() | tuple():
            return [mask_value(v, mask) for v in value]
        case _:
            return value


def _blanked(row: list[str], last: list[str], headings: int, grouped: int) -> list[str]:
    """A row without the cells on its left that only repeat those above."""
    same = next((n for n, (a, b) in enumerate(zip(row, last, strict=False)) if a != b), len(last))
    return [cell if n < headings or n >= min(same, grouped) else "" for n, cell in enumerate(row)]


def _fact(name: str, value: int | str) -> str:
    if isinstance(value, str):
        return f"{name} {value}"
    return f"{value:,} {name.removesuffix('s') if value == 1 else name}"


def _cell(value: Any, between: str = " ") -> str:
    match value:
        case str():
            return " ".join(printable(value).split())
        case Mapping():
            return between.join(printable(f"{k}={v}") for k, v in value.items())
        case list() | tuple():
            return " · ".join(printable(str(v)) for v in value)
        case bool():
            return "yes" if value else ""
        case _:
            return str(value)
