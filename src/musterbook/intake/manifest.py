"""The list that a user gives beside the files: what is known of each document.

In: a JSONL or CSV file. Out: a `Manifest`, and a Problem for each line that cannot be used.
Never does: invent a value, or stop at a bad line.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from musterbook.errors import UsageError
from musterbook.intake.encoding import detect
from musterbook.intake.printed import normal
from musterbook.records import Problem, Stated

_FILE_KEYS: Final = ("file", "doc", "name", "path", "filename")
_FIELDS: Final = {
    "address": "address", "url": "address", "publisher": "publisher", "outlet": "publisher", "source": "publisher",
    "published": "published", "date": "published", "retrieved": "retrieved", "language": "language",
    "lang": "language", "title": "title", "author": "author", "canonical": "canonical",
}  # fmt: skip
_MAX_BYTES: Final = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a manifest.

    Attributes:
        line: Counted from 1.
        file: The document's name as written, with ``/`` between folders.
        stated: Its metadata, origin ``manifest``.
    """

    line: int
    file: str
    stated: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is stated about documents, by name.

    Attributes:
        path: Where the manifest was read, for messages.
        entries: All usable lines by the file that they name.
        by_tail: The files that share a last path component, for names given from another folder.
    """

    path: str = ""
    entries: dict[str, Entry] = field(default_factory=dict)
    by_tail: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self, name: str) -> Entry | None:
        """The line for a capture's name; a name from another folder counts where it is the only one.

        Args:
            name: As in `Capture.name`; members of archives have ``!`` in it.
        """
        if name in self.entries:
            return self.entries[name]
        tail = _tail(name)
        alike = [
            key
            for key in self.by_tail.get(tail, ())
            if name.endswith(f"/{key}") or key.endswith(f"/{name}") or key == tail
        ]
        return self.entries[alike[0]] if len(alike) == 1 else None

    def unmatched(self, names: Iterable[str]) -> Iterator[Problem]:
        """A Problem for every line that names none of the documents seen.

        Args:
            names: The names of all captures, and of the files that turned into problems.
        """
        used = {entry.line for name in names if (entry := self.find(name))}
        for entry in self.entries.values():
            if entry.line not in used:
                what = f"no document named {entry.file!r} was among the files added; correct the name or add the file"
                yield Problem("intake.manifest_unmatched", f"{self.path}:{entry.line}", what)


def _tail(name: str) -> str:
    """The last path component, also behind an archive."""
    return PurePosixPath(name.rpartition("!")[2]).name


def read_manifest(path: Path) -> tuple[Manifest, list[Problem]]:
    """Read a manifest.

    Args:
        path: A ``.csv`` or ``.tsv`` file with heads, else one JSON object a line.

    Returns:
        The manifest, and a Problem with its line number for each line or value at fault.

    Raises:
        UsageError: The file cannot be read at all.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise UsageError(f"{path}: the manifest is larger than 256 MiB; split it")
        data = path.read_bytes()
    except OSError as fault:
        raise UsageError(f"{path}: the manifest cannot be read ({fault.strerror}); check the path") from fault
    text = data.decode(detect(data), "replace").removeprefix("\ufeff")
    problems: list[Problem] = []
    rows = _csv_rows(text, str(path), problems) if _is_csv(path, text) else _json_rows(text, str(path), problems)
    entries: dict[str, Entry] = {}
    for line, row in rows:
        entry = _entry(line, row, str(path), problems)
        if entry and entry.file in entries:
            first = entries[entry.file].line
            what = f"{entry.file!r} was described in line {first} already; the first line counts"
            problems.append(Problem("intake.manifest_line", f"{path}:{line}", what))
        elif entry:
            entries[entry.file] = entry
    tails: dict[str, list[str]] = {}
    for key in entries:
        tails.setdefault(_tail(key), []).append(key)
    return Manifest(str(path), entries, {k: tuple(v) for k, v in tails.items()}), problems


def seems_manifest(data: bytes) -> bool:
    """Whether the first line of a file is a JSON object that names a file and states something of it."""
    try:
        first = json.loads(data.lstrip().partition(b"\n")[0])
    except ValueError:
        return False
    return isinstance(first, dict) and bool(first.keys() & set(_FILE_KEYS)) and bool(first.keys() & _FIELDS.keys())


def _is_csv(path: Path, text: str) -> bool:
    """True for a table with heads, by its name or where the first line is no JSON object."""
    if path.suffix.casefold() in (".csv", ".tsv"):
        return True
    head = text.lstrip().partition("\n")[0]
    names = {cell.strip().strip('"').casefold() for cell in head.replace(";", ",").replace("\t", ",").split(",")}
    return not head.startswith("{") and bool(names & set(_FILE_KEYS)) and bool(names & set(_FIELDS))


def _json_rows(text: str, where: str, problems: list[Problem]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a JSONL manifest."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as fault:
            what = f"not JSON ({str(fault)[:80]}); give one object a line"
            problems.append(Problem("intake.manifest_line", f"{where}:{number}", what))
            continue
        if not isinstance(value, dict):
            what = f"a {type(value).__name__} where an object was expected; give one object a line"
            problems.append(Problem("intake.manifest_line", f"{where}:{number}", what))
            continue
        yield number, {str(k): str(v) for k, v in value.items() if isinstance(v, str | int | float)}


def _csv_rows(text: str, where: str, problems: list[Problem]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a CSV manifest; comma, semicolon or tab, whichever the heads have most of."""
    head = text.partition("\n")[0]
    mark = max(",;\t", key=head.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=mark, strict=False)
    heads: list[str] = []
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            problems.append(Problem("intake.manifest_line", f"{where}:{reader.line_num}", f"not CSV ({fault})"))
            continue
        if not heads:
            heads = [cell.strip() for cell in row]
        elif any(cell.strip() for cell in row):
            if len(row) != len(heads):
                what = f"{len(row)} cells under {len(heads)} heads; give each line as many cells as there are heads"
                problems.append(Problem("intake.manifest_line", f"{where}:{reader.line_num}", what))
                continue
            yield reader.line_num, dict(zip(heads, row, strict=True))


def _entry(line: int, row: dict[str, str], where: str, problems: list[Problem]) -> Entry | None:
    """One line as an entry, with a Problem for what it lacks or misstates."""
    low = {key.strip().casefold(): value.strip() for key, value in row.items()}
    name = next((low[key] for key in _FILE_KEYS if low.get(key)), "")
    if not name:
        what = f"no file is named; give one of the keys {', '.join(_FILE_KEYS[:4])}"
        problems.append(Problem("intake.manifest_line", f"{where}:{line}", what))
        return None
    stated: dict[str, Stated] = {}
    for key, meaning in _FIELDS.items():
        value = low.get(key, "")
        if not value or meaning in stated:
            continue
        plain = value.encode("utf-8", "replace").decode()
        form = plain if meaning == "address" else normal(meaning, plain)
        if form:
            stated[meaning] = Stated(meaning, form, "manifest")
        else:
            dated = meaning in ("published", "retrieved")
            hint = "date; give YYYY, YYYY-MM or YYYY-MM-DD" if dated else f"{meaning}; correct it"
            what = f"{key} {value!r} of {name!r} is no {hint}"
            problems.append(Problem("intake.manifest_value", f"{where}:{line}", what))
    file = name.encode("utf-8", "replace").decode().replace("\\", "/")
    while file.startswith("./"):
        file = file[2:]
    return Entry(line, file, tuple(stated.values()))
