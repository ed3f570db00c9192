"""What can be made again, kept between runs: a folder that may be deleted at any time.

In: names and bytes. Out: the bytes that were kept under a name, if they are whole, of this
user's and made by this very interpreter; else nothing, and they are made again. Never
fails a run: a folder that cannot be read or written keeps nothing. Nothing of a book or of
a document is ever kept here.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")

_SUM = 32  # bytes of SHA-256 before the bytes themselves
_MOST = 4  # files of one kind: some vocabularies, this version's and the last one's
_MINE = f"{sys.implementation.cache_tag}-{sys.hexversion:x}"
_FOLDER: list[Path] = []


def keep_in(folder: Path | None) -> None:
    """Say where this process keeps things; None: nowhere, as at the start."""
    _FOLDER[:] = [folder] if folder else []


def folder() -> Path | None:
    """Where this process keeps things, or None."""
    return _FOLDER[0] if _FOLDER else None


def usual_folder(home: str | None, cache: str | None) -> Path | None:
    """The user's own folder for such things, by the XDG base directory specification; None where there is no home.

    Args:
        home: The value of ``HOME``.
        cache: The value of ``XDG_CACHE_HOME``.
    """
    base = Path(cache) if cache and os.path.isabs(cache) else Path(home) / ".cache" if home else None
    return base / "musterbook" if base else None


def get(kind: str, name: str) -> bytes | None:
    """What was kept of a kind under a name, or None."""
    for place in _FOLDER:
        with suppress(OSError), _path(place, kind, name).open("rb") as file:
            if _is_mine(file.fileno()):
                whole = file.read()
                found = whole[_SUM:]
                return found if hashlib.sha256(found).digest() == whole[:_SUM] else None
    return None


def put(kind: str, name: str, data: bytes) -> None:
    """Keep some bytes; a file appears whole or not at all, and the oldest of its kind make room."""
    for place in _FOLDER:
        path = _path(place, kind, name)
        draft = path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                draft.write_bytes(hashlib.sha256(data).digest() + data)
                draft.replace(path)
            finally:
                draft.unlink(missing_ok=True)
            for old in sorted(place.glob(f"{kind}-*.kept"), key=lambda p: p.stat().st_mtime)[:-_MOST]:
                old.unlink(missing_ok=True)


def made(kind: str, name: str, make: Callable[[], Made]) -> Made:
    """What was kept of a kind under a name, or what is made now, and kept.

    Args:
        kind: Of what is made.
        name: A digest of all that it is made from, and of what makes it.
        make: Makes it; gives what can be pickled.

    Raises:
        Exception: Whatever ``make`` raises.
    """
    data = get(kind, name)
    if data is not None:
        found: Made = pickle.loads(data)  # whole, and this user's own
        return found
    new = make()
    put(kind, name, pickle.dumps(new, pickle.HIGHEST_PROTOCOL))
    return new


def _path(place: Path, kind: str, name: str) -> Path:
    return place / f"{kind}-{_MINE}-{name[:32]}.kept"


def _is_mine(descriptor: int) -> bool:
    """Whether a file belongs to whoever runs this; what others wrote is not trusted."""
    return not hasattr(os, "geteuid") or os.fstat(descriptor).st_uid == os.geteuid()
