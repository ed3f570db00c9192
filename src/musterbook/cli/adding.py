"""``add``: files and folders into the book."""

from __future__ import annotations

import datetime as dt
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from musterbook.cli.masks import NOBODY
from musterbook.cli.screen import Screen

if TYPE_CHECKING:
    from musterbook import intake

_COUNTED = 1_000_000  # files that are counted ahead for the progress bar; beyond, no total is shown


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--manifest", type=click.Path(path_type=Path), help="JSONL or CSV: what is known of each file.")
@click.option("--workers", type=click.IntRange(0), help="Processes that read; 0 is one for each core.")
@click.option("--programme", help="Vocabulary to read with: a name or a folder. [bars]")
@click.pass_obj
def add(
    screen: Screen, paths: tuple[Path, ...], manifest: Path | None, workers: int | None, programme: str | None
) -> int:
    """Read PATHS (files, folders, archives, mail) into the book.

    What the book has already is not read again. Stopped at any moment, run it again: it
    goes on where it was. In folders, names that begin with a dot are passed over.
    """
    from dataclasses import replace

    from musterbook import course, intake
    from musterbook.store import open_book

    settings = screen.settings if workers is None else replace(screen.settings, workers=workers)
    limits = limits_of(screen)
    stated, problems = intake.read_manifest(manifest) if manifest else (None, [])
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    plan = course.Plan(programme or settings.programme, limits, stated, settings.processes, now)
    with open_book(settings.book) as book:
        if manifest:
            book.stand({intake.file_mark(manifest): problems})
        for problem in problems:
            screen.problem(problem, NOBODY)
        total = sum(1 for _ in islice(intake.find(paths, limits), _COUNTED)) if screen.shows_progress else 0
        with screen.progress("reading", total if total < _COUNTED else None) as tick:

            def watch(step: course.Step) -> None:
                tick(step.files, f"{step.claims} claims" if step.claims else "")
                for problem in step.told:
                    screen.problem(problem, NOBODY)

            done = course.add(paths, book, plan, watch)
        counts = book.counts()
    screen.log(
        "added", documents=done.new, claims=done.claims, known=done.documents - done.new,
        problems=done.problems + len(problems),
    )  # fmt: skip
    screen.log("in the book", documents=counts.documents, claims=counts.claims, problems=counts.problems)
    return screen.exit_code


def limits_of(screen: Screen) -> intake.Limits:
    """The upper bounds of the intake, from the settings."""
    from musterbook import intake

    settings = screen.settings
    return intake.Limits(
        file_bytes=settings.max_file_bytes, archive_bytes=settings.max_archive_bytes, nesting=settings.max_nesting
    )
