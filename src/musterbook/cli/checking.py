"""``problems`` and ``verify``: what could not be read, and whether all is still as it was."""

from __future__ import annotations

from collections.abc import Iterator

import click

from musterbook.cli.masks import NOBODY, Masks
from musterbook.cli.screen import FORMATS, Row, Screen


@click.command()
@click.option("--code", default="", help="A code (intake.encrypted) or a family (intake).")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_obj
def problems(screen: Screen, code: str, form: str) -> int:
    """List what could not be read: where, what, and what to do."""
    from musterbook.store import open_book

    with open_book(screen.settings.book, create=False) as book:
        masks = Masks(book)

        def rows() -> Iterator[Row]:
            for problem in book.problems(code):
                masker = masks.of(problem.record) if problem.record.startswith("capture-") else NOBODY
                yield {"code": problem.code, "where": problem.where, "what": problem.what}, masker

        shown = screen.rows(rows(), ("code", "where", "what"), form)
    if not shown and form == "table":
        screen.log("no problems")
    return 1 if shown else 0


@click.command()
@click.pass_obj
def verify(screen: Screen) -> int:
    """Re-hash every capture and re-read every quote in place; say how many checks were made."""
    from musterbook.store import open_book
    from musterbook.verification import verify as check

    with open_book(screen.settings.book, create=False) as book:
        total = book.counts().captures
        with screen.progress("verifying", total) as tick:
            result = check(book, lambda: tick(1))
        masks = Masks(book)
        for fault in result.faults:
            screen.line(f"{fault.where}: {fault.what} [{fault.code}]", masks.of(fault.record))
    screen.line(
        f"{result.checks:,} checks: {result.captures:,} captures re-hashed; {result.quotes:,} quotes and "
        f"{result.values:,} values re-read in place; {result.located:,} quotes led back to the captured bytes",
        NOBODY,
    )
    if result.cells:
        screen.line(f"{result.cells:,} of the checks: cells of tables re-read in place", NOBODY)
    screen.line(f"{len(result.faults):,} faults", NOBODY)
    return 1 if result.faults else 0
