"""How a process that reads begins, and how it is stopped, however far it has got.

In: where things are kept, what is to be called first, a bell. Out: nothing. Never stops while an answer is on its
way to the parent, who would wait for the rest of it for ever; and imports nothing of the house before the process
can be stopped, which takes longer than anybody waits after Ctrl-C.
"""

from __future__ import annotations

import _thread
import os
import pickle
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import connection, parent_process
from pathlib import Path
from types import FrameType

from musterbook import kept


class Stopped(BaseException):
    """The parent has no more use for what is being done; no fault, so that nothing that catches faults holds it up."""


@dataclass(slots=True)
class _Work:
    """Whether this process is to stop, and whether it may at this moment."""

    set_up: bool = False
    unwanted: bool = False
    stoppable: bool = False


_WORK = _Work()


def begin(place: Path | None, call: bytes, bell: connection.Connection) -> None:
    """Begin a process that ends with its parent, and stops its work when its parent lets go of the bell.

    Args:
        place: Where it keeps things, as of `kept.keep_in`; said before what is called is imported.
        call: The pickle of a function without arguments.
        bell: The end of a pipe, of which the parent holds the other.
    """
    parent = parent_process()
    if parent is not None:
        signal.signal(signal.SIGINT, _stop)  # Ctrl-C itself is for the parent: nothing happens before the bell
        threading.Thread(target=_listen, args=(parent.sentinel, bell), daemon=True).start()
    kept.keep_in(place)
    pickle.loads(call)()
    _WORK.set_up = True


@contextmanager
def stoppable() -> Iterator[None]:
    """Work that stops with `Stopped` when the parent lets go of the bell, or at once where it already has."""
    _WORK.stoppable = True
    try:
        _stop(signal.SIGINT, None)
        yield
    finally:
        _WORK.stoppable = False


def _stop(number: int, frame: FrameType | None) -> None:
    if _WORK.unwanted and _WORK.stoppable:
        _WORK.stoppable = False
        raise Stopped


def _interrupt() -> None:
    """Interrupt the main thread, out of a system call as well where the platform has a way."""
    main = threading.main_thread().ident
    if hasattr(signal, "pthread_kill") and main is not None:
        signal.pthread_kill(main, signal.SIGINT)
    else:
        _thread.interrupt_main()


def _listen(parent: int, bell: connection.Connection) -> None:
    """Wait for the end of the parent, or of the work."""
    if parent not in connection.wait([parent, bell]) and _WORK.set_up:
        _WORK.unwanted = True
        _interrupt()
        connection.wait([parent])
    os._exit(1)
