"""One exception tree, for faults of use or of the machine.

Faults in *sources* are never exceptions; they are `Problem` records. What is
raised here always says what is wrong, with which value, where, and what to do.
"""

from __future__ import annotations


class MusterbookError(Exception):
    """The root of everything that Musterbook raises on purpose."""


class UsageError(MusterbookError):
    """The caller asked for something that cannot be done as asked."""


class VocabularyError(MusterbookError):
    """A vocabulary file is wrong.

    Attributes:
        path: The file, as given to the loader.
        line: The line, counted from 1, or 0 where no single line is at fault.
    """

    def __init__(self, message: str, *, path: str, line: int = 0) -> None:
        self.path = path
        self.line = line
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")


class AnchorError(MusterbookError):
    """A quote was asked for that is not in the reading."""


class StoreError(MusterbookError):
    """The book could not be opened, read or written."""
