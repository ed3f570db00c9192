"""Tables of counts: CSV, XLSX and ODS, from a file to rows.

In: a path, or a capture of a table; limits. Out: the capture, then its sheets and rows as a stream.
Never says what a cell means, holds a table whole, or reads a part of one that is past a limit.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from musterbook.intake.limits import Limits
from musterbook.intake.table_ods import read_ods
from musterbook.intake.table_parts import Fault
from musterbook.intake.table_text import encoding_of, read_text
from musterbook.intake.table_xlsx import read_xlsx
from musterbook.records import Capture, Metadata, Problem
from musterbook.records.table import Row, Sheet

CSV: Final = "text/csv"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS: Final = "application/vnd.oasis.opendocument.spreadsheet"
_OLD: Final = b"\xd0\xcf\x11\xe0"
_BINARY: Final = frozenset(range(9)) | {14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 28, 29, 30, 31}
_HEAD: Final = 8192  # bytes


def table_type(data: bytes) -> str:
    """The media type of a table by its content, or an empty string where it is none."""
    if data.startswith(b"PK\x03\x04"):
        if b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in data[:200] or b"content.xml" in data[-65_536:]:
            return ODS
        return XLSX if b"xl/workbook.xml" in data else ""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head:
        from musterbook.intake.encoding import detect

        return CSV if detect(data[: _HEAD * 8]).startswith("utf-") and b"\0\0\0\0\0" not in head else ""
    if head.startswith((b"%PDF-", b"\x1f\x8b", b"\x7fELF", b"Rar!", b"7z\xbc")):
        return ""
    return "" if sum(byte in _BINARY for byte in head) > len(head) // 100 else CSV


def take_table(path: Path, limits: Limits | None = None, metadata: Metadata | None = None) -> Capture | Problem:
    """Read the file of a table as it is.

    Args:
        path: The file.
        limits: Upper bounds.
        metadata: What is stated about it.

    Returns:
        The capture, or why there is none.
    """
    limits, name = limits or Limits(), path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            return Problem("intake.special", name, "not a file; give tables only")
        if facts.st_size > limits.file_bytes:
            what = f"{facts.st_size:,} bytes, more than the limit of {limits.file_bytes:,}; raise the limit or split it"
            return Problem("intake.too_large", name, what)
        data = path.read_bytes()
    except FileNotFoundError:
        return Problem("intake.missing", name, "there is no such file; check the path")
    except (OSError, ValueError) as fault:
        return Problem("intake.unreadable", name, f"cannot be read ({fault}); check the file and its permissions")
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return Problem("intake.empty", name, "holds nothing; nothing is read")
    if data.startswith(_OLD):
        what = "an old or encrypted Office document; save it as XLSX, ODS or CSV, without a password"
        return Problem("intake.unsupported", name, what)
    kind = table_type(data)
    if not kind:
        return Problem("intake.table_kind", name, "neither CSV nor XLSX nor ODS; save the table as one of them")
    return Capture(name, data, kind, metadata or Metadata(), encoding_of(data) if kind == CSV else "")


def read_table(capture: Capture, limits: Limits | None = None) -> Iterator[Sheet | Row | Problem]:
    """Read a table as a stream.

    Args:
        capture: Made by `take_table`.
        limits: Upper bounds.

    Yields:
        Each sheet, then its rows; a Problem ends the stream, and then nothing of the file counts.
    """
    limits = limits or Limits()
    read = {CSV: read_text, XLSX: read_xlsx, ODS: read_ods}.get(capture.media_type)
    if read is None:
        what = f"{capture.media_type} is no table; give CSV, XLSX or ODS"
        yield Problem("intake.table_kind", capture.name, what, capture.id)
        return
    try:
        yield from read(capture.name, capture.data, limits)
    except Fault as fault:
        problem = fault.problem
        yield Problem(problem.code, problem.where, problem.what, capture.id)
