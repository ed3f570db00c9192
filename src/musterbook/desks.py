"""Work spread over several processes, given back in order.

In: files, and how a process sets itself up. Out: what was read in them, in the order of the files,
with a bounded number of tasks under way. Never leaves a process behind: one ends when the one that
started it does, however that ends.
"""

from __future__ import annotations

import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

from musterbook import intake, kept
from musterbook.beginning import begin, stoppable
from musterbook.following import Tracer
from musterbook.records import Capture, Problem
from musterbook.store import ReadDocument

_FILES = 16  # a task: at 1 ms a document the hand-over costs less than a tenth of the work
_FEW = 8  # tasks: a process spends some 8 s of its core on setting up and compiling patterns before it is at speed
_WAITING = 4  # tasks under way per process: enough that none waits, few enough that memory stays flat


@dataclass(frozen=True, slots=True)
class Task:
    """Some files, each with the folder that its name is relative to."""

    files: tuple[tuple[Path, Path], ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What a task gives back.

    Attributes:
        documents: What the book did not have.
        looked: The mark of each file, with its problems where it holds no document.
        names: Of the files and of all documents in them.
        files: How many.
        captures: How many documents the files hold.
        traced_by: The method of the next.
        leaves: Capture id and what lineage is traced by, of each document that has any.
    """

    documents: tuple[ReadDocument, ...]
    looked: tuple[tuple[str, tuple[Problem, ...]], ...]
    names: tuple[str, ...]
    files: int
    captures: int
    traced_by: str = ""
    leaves: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """Where files are read, one process's own.

    Attributes:
        take: (file, folder) → the documents in a file, and problems.
        known: Whether the book has a document, read in this way.
        read: Reads one document.
        tracer: Makes what it is traced by.
        rest: Called between tasks.
    """

    take: Callable[[Path, Path], tuple[list[Capture], list[Problem]]]
    known: Callable[[Capture], bool]
    read: Callable[[Capture], ReadDocument]
    tracer: Tracer
    rest: Callable[[], None] = lambda: None

    def work(self, task: Task) -> Done:
        """Read the files of one task, save what the book has."""
        documents: list[ReadDocument] = []
        looked: list[tuple[str, tuple[Problem, ...]]] = []
        names: dict[str, None] = {}
        held = 0
        for file, root in task.files:
            captures, faults = self.take(file, root)
            names.update(dict.fromkeys((intake.name_of(file, root), *(c.name for c in captures))))
            held += len(captures)
            looked.append((intake.file_mark(file), tuple(faults)))
            documents.extend(self.read(c) for c in captures if not self.known(c))
        self.rest()
        leaves = tuple((d.capture.id, body) for d in documents if (body := self.tracer.body(d)))
        counted = len(task.files), held
        return Done(tuple(documents), tuple(looked), tuple(names), *counted, self.tracer.method, leaves)


def own_files(place: str, manifest: intake.Manifest | None) -> frozenset[Path]:
    """The files of the program itself, which are no reports where they lie among them: the book and the manifest."""
    listed = [f"{place}{ending}" for ending in ("", "-wal", "-shm", "-journal")]
    return frozenset(Path(name).resolve() for name in (*listed, *([manifest.path] if manifest else ())))


def tasks(
    paths: Iterable[Path], limits: intake.Limits, tell: Callable[[Problem], None], own: frozenset[Path]
) -> Iterator[Task]:
    """The files under some paths but `own`, a handful a task; what the walk stumbles over is told at once."""
    names = {path.name for path in own}

    def files() -> Iterator[tuple[Path, Path]]:
        for root in paths:
            for found in intake.find([root], limits):
                if isinstance(found, Problem):
                    tell(found)
                elif found.name not in names or found.resolve() not in own:
                    yield found, root

    walk = files()
    while some := tuple(islice(walk, _FILES)):
        yield Task(some)


def spread(work: Iterable[Task], make: Callable[[], Desk], processes: int) -> Iterator[Done]:
    """Do tasks on several processes.

    Args:
        work: The tasks.
        make: Sets up a desk; called once in each process, or here where there is little to do.
        processes: How many; below 2 everything is done here.

    Yields:
        The result of each task, in the order of the tasks.
    """
    waiting = iter(work)
    first = list(islice(waiting, _FEW))
    if processes < 2 or len(first) < _FEW:
        if first:
            desk = make()
            yield from (desk.work(task) for task in chain(first, waiting))
        return
    context = get_context("spawn")
    bell, rope = context.Pipe(duplex=False)
    seating = kept.folder(), pickle.dumps(partial(_sit_down, make)), bell
    pool = ProcessPoolExecutor(processes, context, begin, seating)
    try:
        running: deque[Future[Done]] = deque()
        for task in chain(first, waiting):
            with _deaf_to_ctrl_c():  # may start a process
                running.append(pool.submit(_work, task))
            if len(running) >= processes * _WAITING:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()
    except BaseException:  # Ctrl-C above all: nobody waits for what will not be used, however long it is
        rope.close()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        rope.close()
        bell.close()


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """What is started in here takes no notice of Ctrl-C: it is for the process that started it to end."""
    if threading.current_thread() is not threading.main_thread():  # no other may set it
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


_seat: list[Desk] = []


def _sit_down(make: Callable[[], Desk]) -> None:
    """Set up this process."""
    _seat.append(make())


def _work(task: Task) -> Done:
    with stoppable():
        return _seat[0].work(task)
