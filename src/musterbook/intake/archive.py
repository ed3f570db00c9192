"""ZIP archives: their members, one at a time, within limits.

In: an open archive. Out: named members, and a Problem for each that is not read.
Never does: write to disk, follow a member's path, or unpack past a limit.

Sources: APPNOTE.TXT 4.4.4 (encryption, UTF-8 names); names without the UTF-8 flag are in
the packing machine's code page, in Russian CP866.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from musterbook.intake.encoding import detect
from musterbook.intake.limits import MIB, Limits
from musterbook.records import Problem

_UTF8_NAME: Final = 0x800
_ENCRYPTED: Final = 0x1


@dataclass(slots=True)
class Budget:
    """What one added file may still cost, nested archives and mails included.

    Attributes:
        bytes_left: Unpacked bytes.
        members_left: Members.
    """

    bytes_left: int
    members_left: int


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive.

    Attributes:
        name: Its path in the archive, ``/`` between folders.
        data: Its bytes.
    """

    name: str
    data: bytes


def members(name: str, content: bytes | BinaryIO, limits: Limits, budget: Budget) -> Iterator[Member | Problem]:
    """The members of an archive in the order of its directory.

    Args:
        name: The archive's name, for messages.
        content: The archive.
        limits: Upper bounds for one member.
        budget: What is left of the bounds for the whole; it is drawn down.

    Yields:
        Members with their bytes, and problems.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content) if isinstance(content, bytes) else content)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
        yield Problem("intake.damaged", name, f"the archive cannot be opened ({fault}); get it again")
        return
    with archive:
        for info in archive.infolist():
            path = _path(info)
            if info.is_dir() or path.startswith("__MACOSX/") or path.rpartition("/")[2].startswith("."):
                continue
            budget.members_left -= 1
            if budget.members_left < 0:
                what = f"more than {limits.archive_members:,} members; the rest is not unpacked, split the archive"
                yield Problem("intake.archive_members", name, what)
                return
            refused = _refusal(f"{name}!{path}", path, info, limits)
            if refused:
                yield refused
            elif info.file_size > budget.bytes_left:
                what = f"unpacks to more than {limits.archive_bytes:,} bytes; the rest is not unpacked, split it"
                yield Problem("intake.archive_total", name, what)
                return
            else:
                yield _read(archive, info, f"{name}!{path}", path, budget)


def _path(info: zipfile.ZipInfo) -> str:
    """A member's path, decoded as the packing machine meant it."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME and not name.isascii():
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            return name
        encoding = detect(raw)
        name = raw.decode("cp866" if encoding not in ("utf-8", "cp1251") else encoding, "replace")
    return name.replace("\\", "/")


def _refusal(where: str, path: str, info: zipfile.ZipInfo, limits: Limits) -> Problem | None:
    """Why a member is not unpacked, or None where it may be."""
    if path.startswith("/") or ".." in path.split("/") or path[1:2] == ":" or "\0" in path:
        return Problem("intake.archive_path", where, f"the path {path!r} climbs out of the archive; it is not unpacked")
    if info.flag_bits & _ENCRYPTED:
        return Problem("intake.encrypted", where, "the member is encrypted; unpack it with its password and add that")
    if info.file_size > limits.file_bytes:
        what = f"{info.file_size:,} bytes, more than the limit of {limits.file_bytes:,}; raise the limit or split it"
        return Problem("intake.too_large", where, what)
    if info.file_size > MIB and info.file_size > limits.archive_ratio * max(1, info.compress_size):
        what = (
            f"{info.compress_size:,} bytes unpack to {info.file_size:,}, more than {limits.archive_ratio:g} times as "
            "many; it is not unpacked"
        )
        return Problem("intake.archive_ratio", where, what)
    return None


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str, path: str, budget: Budget) -> Member | Problem:
    """One member's bytes; never more than its entry announces."""
    try:
        with archive.open(info) as file:
            data = file.read(info.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError) as fault:
        return Problem("intake.damaged", where, f"the member cannot be unpacked ({fault}); get the archive again")
    budget.bytes_left -= len(data)
    if len(data) > info.file_size:
        return Problem(
            "intake.damaged", where, f"unpacks to more than the {info.file_size:,} bytes that its entry names"
        )
    return Member(path, data)
