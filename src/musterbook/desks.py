"""Work spread over several processes, given back in order.

In: jobs, and how a process sets itself up. Out: what the jobs give, in the order of the
jobs, with a bounded number under way. Never leaves a process behind: a process ends when
the one that started it does, however that ends.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import connection, get_context, parent_process
from typing import Any, Protocol, TypeVar

_WAITING = 4  # jobs under way per process: enough that none waits, few enough that memory stays flat

J = TypeVar("J", contravariant=True)
R = TypeVar("R", covariant=True)


class Desk(Protocol[J, R]):
    """Where jobs are done: what one process needs, set up once."""

    def work(self, job: J) -> R:
        """Do one job."""


def spread(jobs: Iterable[J], make: Callable[[], Desk[J, R]], processes: int) -> Iterator[R]:
    """Do jobs on several processes.

    Args:
        jobs: Anything that can be pickled.
        make: Sets up a desk; called once in each process, or here where one process is asked for.
        processes: How many; below 2 everything is done here.

    Yields:
        The result of each job, in the order of the jobs.
    """
    if processes < 2:
        desk = make()
        for job in jobs:
            yield desk.work(job)
        return
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _sit_down, (make,))
    try:
        running: deque[Future[R]] = deque()
        for job in jobs:
            running.append(pool.submit(_work, job))
            if len(running) >= processes * _WAITING:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


_seat: list[Desk[Any, Any]] = []


def _sit_down(make: Callable[[], Desk[Any, Any]]) -> None:
    """Set up this process, and see to it that it ends with its parent."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    _seat.append(make())


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _work(job: Any) -> Any:
    return _seat[0].work(job)
