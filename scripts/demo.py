"""Reads examples/ into a new book, prints what it found, and writes the report: ``make demo``.

The three commands are run in one process and a fork of it, so that what they share is loaded once.
Exit code: the first of the commands' own that says that it failed, else 0.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from pathlib import Path

from musterbook.cli.app import main

BOOK = Path("demo.db")
PROBLEMS = 1  # done, with problems that the book keeps
AFTERWARDS = """
The book is demo.db, the report is demo-report.html. Ask on, for instance:
  .venv/bin/musterbook --book demo.db claims --type pay.amount
  .venv/bin/musterbook --book demo.db problems
  .venv/bin/musterbook --book demo.db verify"""


def command(*arguments: str) -> int:
    """Run ``musterbook`` on the demonstration's book."""
    return main(["--book", str(BOOK), *arguments])


def write_report() -> None:
    """What the fork does."""
    sys.exit(command("--quiet", "report", "-o", "demo-report.html"))


def demonstrate() -> int:
    """Add, print, write; gives the exit code."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{BOOK}{suffix}").unlink(missing_ok=True)
    # So few reports are read by one process as fast as by two: each would compile the vocabulary for itself.
    added = command("add", "examples/bars", "--workers", "1", "--manifest", "examples/bars/manifest.jsonl")
    if added > PROBLEMS:
        return added
    sys.stdout.flush()
    report = multiprocessing.get_context("fork").Process(target=write_report)
    report.start()
    found = command("findings")
    report.join()
    print(AFTERWARDS)
    return found or report.exitcode or 0


if __name__ == "__main__":
    os.chdir(Path(__file__).parents[1])
    sys.exit(demonstrate())
