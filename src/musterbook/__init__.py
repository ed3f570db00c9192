"""Musterbook keeps the book on a state's reserve: every statement with the words it stands on.

What a user of the library needs, and nothing else: `open_book` and `add` to keep a book, `read_files` to
read without one, `Plan` to say how, `ClaimFilter` to ask, `model` for what it all comes to. Names are imported
when they are used, so that ``import musterbook`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musterbook.course import Plan, add, read_files
    from musterbook.errors import MusterbookError
    from musterbook.modelling import model
    from musterbook.store import ClaimFilter, open_book

__all__ = ["ClaimFilter", "MusterbookError", "Plan", "add", "model", "open_book", "read_files"]

_HOMES = {
    "ClaimFilter": "musterbook.store",
    "MusterbookError": "musterbook.errors",
    "Plan": "musterbook.course",
    "add": "musterbook.course",
    "model": "musterbook.modelling",
    "open_book": "musterbook.store",
    "read_files": "musterbook.course",
}


def __getattr__(name: str) -> object:
    """Import one of the names in ``__all__``.

    Raises:
        AttributeError: There is no such name.
    """
    if name not in _HOMES:
        raise AttributeError(f"module 'musterbook' has no attribute {name!r}; it has: {', '.join(__all__)}")
    found = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found
