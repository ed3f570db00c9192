"""Work spread over processes: in order, and stopped at once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from musterbook.desks import Desk, Task, spread
from musterbook.following import tracer
from musterbook.intake import Limits, take
from musterbook.records import Capture, Problem
from musterbook.store import ReadDocument, open_book

PATIENCE = 3.0  # seconds in which all is to be stopped, on a machine that has other work; the documents take twenty


def slowly(capture: Capture) -> ReadDocument:
    """Read a document that takes its time."""
    time.sleep(20)
    return ReadDocument(capture, None)


def quickly(path: Path, root: Path) -> tuple[list[Capture], list[Problem]]:
    """Take a file."""
    return take(path, root, None, Limits())


def unknown(capture: Capture) -> bool:
    """Say that the book has nothing."""
    return False


def slow_desk(address: str) -> Desk:
    """A desk at which every document takes twenty seconds."""
    return Desk(quickly, unknown, slowly, tracer(open_book(address), "bars"))


def test_who_stops_does_not_wait_for_documents_under_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while processes read ends them, however long their documents would take."""
    file = tmp_path / "a.txt"
    file.write_text("A made-up report.")
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1]))  # where a process finds this module
    stopped: list[float] = []

    def work() -> Iterator[Task]:
        yield from [Task(((file, tmp_path),))] * 8
        time.sleep(2.0)  # until the processes read
        stopped.append(time.monotonic())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(spread(work(), partial(slow_desk, f"{tmp_path}/desk.db"), 3))  # more room than tasks: nobody waits
    assert time.monotonic() - stopped[0] < PATIENCE
