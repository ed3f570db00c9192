"""How a process that reads begins, and when it ends, however far it has got.

In: where things are kept, what is to be called first, a bell. Out: nothing. Imports nothing of the house
before the process can be ended: that takes longer than anybody waits after Ctrl-C.
"""

from __future__ import annotations

import os
import pickle
import threading
from multiprocessing import connection, parent_process
from pathlib import Path

from musterbook import kept


def begin(place: Path | None, call: bytes, bell: connection.Connection) -> None:
    """Begin a process that ends with its parent, and when its parent lets go of the bell.

    Args:
        place: Where it keeps things, as of `kept.keep_in`; said before what is called is imported.
        call: The pickle of a function without arguments.
        bell: The end of a pipe, of which the parent holds the other.
    """
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel, bell), daemon=True).start()
    kept.keep_in(place)
    pickle.loads(call)()


def _end_with(*ends: int | connection.Connection) -> None:
    connection.wait(ends)
    os._exit(1)
