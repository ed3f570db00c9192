"""From paths to captures: the walk over folders and the reading of single files.

In: paths, a manifest, limits. Out: captures and problems, one file at a time.
Never does: follow a link in a circle, open a pipe or device, or read a file over the limit.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from musterbook.intake.limits import Limits
from musterbook.intake.manifest import Manifest
from musterbook.intake.unpack import Piece, unpack
from musterbook.records import Capture, Problem


def find(paths: Iterable[Path], limits: Limits | None = None) -> Iterator[Path | Problem]:
    """Walk files and folders in sorted order without reading contents.

    Args:
        paths: Files and folders; a folder is walked to its end. Names that begin with a dot
            inside a folder are passed over.
        limits: How deep folders may nest.

    Yields:
        Each file once, and a Problem for what is missing, unreadable, a loop or too deep.
    """
    limits = limits or Limits()
    for path in paths:
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as fault:
            yield _unreadable(str(path), fault)
            continue
        if stat.S_ISDIR(mode):
            yield from _walk(path, frozenset(), limits.folders)
        else:
            yield path


def _walk(folder: Path, above: frozenset[tuple[int, int]], depth: int) -> Iterator[Path | Problem]:
    """The files of one folder and those below it; ``above`` are the folders being walked."""
    if depth < 1:
        yield Problem(
            "intake.too_deep", str(folder), "folders are nested too deep; raise the limit or add it by itself"
        )
        return
    try:
        facts = os.stat(folder)
        names = sorted(os.listdir(folder))
    except OSError as fault:
        yield _unreadable(str(folder), fault)
        return
    here = (facts.st_dev, facts.st_ino)
    if here in above:
        yield Problem("intake.loop", str(folder), "this link leads back to a folder above it; it is not followed")
        return
    for name in names:
        path = folder / name
        if name.startswith("."):
            continue
        if path.is_dir():
            yield from _walk(path, above | {here}, depth - 1)
        else:
            yield path


def walk_file(path: Path, root: Path | None, manifest: Manifest | None, limits: Limits) -> Iterator[Capture | Problem]:
    """Read one file: a document, or an archive or mail of several.

    Args:
        path: The file.
        root: What was added; names are relative to it. None, or the file itself, gives the
            file's own name.
        manifest: What the user states about documents.
        limits: Upper bounds.

    Yields:
        Captures and problems in the order in which they stand in the file. Where a file holds no document, nothing but
        its problem tells of it: its place begins with the name of the folder that was added.
    """
    for item in _contents(path, name_of(path, root), manifest, limits):
        yield replace(item, where=_below(root, item.where)) if isinstance(item, Problem) and root != path else item


def _below(root: Path | None, where: str) -> str:
    """A place under what was added, after that folder's own name: two folders may hold files of one name."""
    folder = name_of(Path(os.path.abspath(root)), None) if root else ""
    return f"{folder}/{where}" if folder else where


def _contents(path: Path, name: str, manifest: Manifest | None, limits: Limits) -> Iterator[Capture | Problem]:
    """The documents in a file that goes by a name, and its problems."""
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            kind = "folder" if stat.S_ISDIR(facts.st_mode) else "pipe, socket or device"
            yield Problem("intake.special", name, f"a {kind}, not a file; add documents only")
            return
        if facts.st_size > limits.file_bytes and not _is_zip(path):
            what = f"{facts.st_size:,} bytes, more than the limit of {limits.file_bytes:,}; raise the limit or split it"
            yield Problem("intake.too_large", name, what)
            return
        if _is_zip(path):
            with path.open("rb") as file:
                yield from unpack(Piece(name, file), manifest, limits)
            return
        data = path.read_bytes()
    except (OSError, ValueError) as fault:
        yield _unreadable(name, fault)
        return
    yield from unpack(Piece(name, data), manifest, limits)


def _is_zip(path: Path) -> bool:
    """True where a file begins as an archive: it may be over the limit while its members are not."""
    with path.open("rb") as file:
        return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06")


def take(
    path: Path, root: Path | None = None, manifest: Manifest | None = None, limits: Limits | None = None
) -> tuple[list[Capture], list[Problem]]:
    """Read one file as one job of a process pool; arguments and results can be pickled.

    Args:
        path: The file.
        root: What was added; names are relative to it.
        manifest: What the user states about documents.
        limits: Upper bounds.

    Returns:
        Its captures and its problems.
    """
    captures: list[Capture] = []
    problems: list[Problem] = []
    for item in walk_file(path, root, manifest, limits or Limits()):
        if isinstance(item, Capture):
            captures.append(item)
        else:
            problems.append(item)
    return captures, problems


def collect(
    paths: Iterable[Path], manifest: Manifest | None = None, limits: Limits | None = None
) -> Iterator[Capture | Problem]:
    """Read everything under some paths, one file in memory at a time.

    Args:
        paths: Files and folders.
        manifest: What the user states about documents; lines that match none end as problems.
        limits: Upper bounds.

    Yields:
        Captures and problems in sorted order of files, then those of the manifest.
    """
    limits = limits or Limits()
    names: set[str] = set()
    for root in paths:
        for found in find([root], limits):
            if isinstance(found, Problem):
                yield found
                continue
            if manifest and manifest.path and found.name == Path(manifest.path).name and found.samefile(manifest.path):
                continue
            names.add(name_of(found, root))
            for item in walk_file(found, root, manifest, limits):
                if isinstance(item, Capture) and manifest:
                    names.add(item.name)
                yield item
    if manifest:
        yield from manifest.unmatched(names)


def name_of(path: Path, root: Path | None) -> str:
    """The name that a user knows a file by: relative to what was added, ``/`` between folders."""
    if root is None or path == root:
        name = path.name
    else:
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def file_mark(path: str | Path) -> str:
    """What stands for a file of this machine without naming it: a hash of its whole path."""
    return f"file-{hashlib.sha256(os.fsencode(os.path.abspath(path))).hexdigest()[:20]}"


def _unreadable(where: str, fault: Exception) -> Problem:
    """What the system said on opening, as a Problem."""
    if isinstance(fault, FileNotFoundError):
        return Problem("intake.missing", where, "there is no such file, or a link that leads nowhere; check the path")
    why = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return Problem("intake.unreadable", where, f"cannot be read ({why}); check the file and its permissions")
