"""What the surroundings decide: which book, how to log, how much to take in at once.

In: the environment and what the command line gives. Out: one frozen `Settings`, read once at the
edge (the command line, the web, a script) and handed on as values. No stage ever reads the
environment, and nothing here is read at import.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from musterbook.errors import UsageError
from musterbook.kept import usual_folder

LOG_FORMS = ("text", "json")


@dataclass(frozen=True, slots=True)
class Settings:
    """How one run is set up.

    Attributes:
        book: Where the book is: the path of a SQLite file, or a ``postgresql://`` address.
        log: ``text`` for people, ``json`` for one object a line, on standard error.
        color: Set to any value, the variable asks for plain text; otherwise the terminal decides.
        programme: The vocabulary folder to read with.
        workers: Processes that read documents; 0 means one for each core.
        max_file_bytes: The largest file, or member of an archive, that is read. In bytes.
        max_archive_bytes: The most that one archive may unpack to, all members together. In bytes.
        max_nesting: How many archives and mails may lie inside one another.
        cache: Folder in which compiled vocabularies are kept between runs; nothing of a book goes there, and it may
            be deleted at any time. By default the user's own cache folder; set but empty, nothing is kept.
    """

    book: str = "musterbook.db"
    log: str = "text"
    color: bool = True
    programme: str = "bars"
    workers: int = 0
    max_file_bytes: int = 64 * 2**20
    max_archive_bytes: int = 1024 * 2**20
    max_nesting: int = 4
    cache: str = ""

    def __post_init__(self) -> None:
        if self.log not in LOG_FORMS:
            raise UsageError(f"MUSTERBOOK_LOG is {self.log!r}; give one of: {', '.join(LOG_FORMS)}")
        if not self.book:
            raise UsageError("MUSTERBOOK_BOOK is empty; give the path of a book, or leave it unset")
        for name, least in (("workers", 0), ("max_file_bytes", 1), ("max_archive_bytes", 1), ("max_nesting", 0)):
            if getattr(self, name) < least:
                raise UsageError(f"{variable(name)} is {getattr(self, name)}; give a whole number from {least} up")

    @property
    def processes(self) -> int:
        """How many processes read: `workers`, or the number of cores."""
        return self.workers or os.cpu_count() or 1


def variable(name: str) -> str:
    """The environment variable of a field.

    >>> variable("book")
    'MUSTERBOOK_BOOK'
    """
    return "NO_COLOR" if name == "color" else f"MUSTERBOOK_{name.upper()}"


def read_settings(environment: Mapping[str, str], **given: Any) -> Settings:
    """Read the settings once, at the edge.

    Args:
        environment: Usually ``os.environ``. ``NO_COLOR`` with any value but the empty one asks for
            plain text (https://no-color.org).
        given: Fields set on the command line, which go before the environment; None means not given.

    Returns:
        The settings: what was given, then the environment, then the defaults.

    Raises:
        UsageError: A value that the field cannot take, with the variable's name.

    >>> read_settings({"MUSTERBOOK_BOOK": "desk.db"}).book
    'desk.db'
    """
    found: dict[str, Any] = {"cache": str(cache_folder(environment) or "")}
    for field in fields(Settings):
        text = environment.get(variable(field.name))
        if text is None:
            continue
        if field.name == "color":
            found[field.name] = not text
        elif isinstance(field.default, int):
            found[field.name] = _whole(field.name, text)
        else:
            found[field.name] = text
    found.update({name: value for name, value in given.items() if value is not None})
    return replace(Settings(), **found)


def cache_folder(environment: Mapping[str, str]) -> Path | None:
    """The folder of `Settings.cache` alone, which is needed before anything else is imported; None: nothing is kept.

    >>> cache_folder({"HOME": "/home/x", "MUSTERBOOK_CACHE": ""}) is None
    True
    """
    said = environment.get(variable("cache"))
    if said is None:
        return usual_folder(environment.get("HOME"), environment.get("XDG_CACHE_HOME"))
    return Path(said) if said else None


def _whole(name: str, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise UsageError(f"{variable(name)} is {text!r}; give a whole number") from None
