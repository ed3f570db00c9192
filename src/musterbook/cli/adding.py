"""``add``: files and folders into the book."""

from __future__ import annotations

import datetime as dt
from itertools import islice
from pathlib import Path

import click

from musterbook.cli.screen import Screen

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
    goes on where it was.
    """
    from dataclasses import replace

    from musterbook import course, intake
    from musterbook.store import open_book

    settings = screen.settings if workers is None else replace(screen.settings, workers=workers)
    limits = intake.Limits(
        file_bytes=settings.max_file_bytes, archive_bytes=settings.max_archive_bytes, nesting=settings.max_nesting
    )
    stated, problems = intake.read_manifest(manifest) if manifest else (None, [])
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    plan = course.Plan(programme or settings.programme, limits, stated, settings.processes, now)
    total = sum(1 for _ in islice(intake.find(paths, limits), _COUNTED))
    with open_book(settings.book) as book, screen.progress("reading", total if total < _COUNTED else None) as tick:
        book.add_problems(problems)
        for problem in problems:
            screen.problem(problem)

        def watch(step: course.Step) -> None:
            tick(step.files, f"{step.claims} claims" if step.claims else "")
            for problem in step.problems:
                screen.problem(problem)

        done = course.add(paths, book, plan, watch)
        counts = book.counts()
    screen.log(
        "added",
        documents=done.new,
        claims=done.claims,
        known=done.documents - done.new,
        problems=len(done.problems) + len(problems),
    )
    screen.log("in the book", documents=counts.documents, claims=counts.claims, problems=counts.problems)
    return screen.exit_code
