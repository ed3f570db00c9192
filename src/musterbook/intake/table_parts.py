"""The parts of a spreadsheet's archive, as streams of XML events.

In: an archive's bytes, the name of a part, handlers. Out: calls of the handlers, a piece at a
time. Never holds a part whole, follows an entity, or unpacks past a limit.

Sources: ECMA-376 part 2 (packages), OASIS OpenDocument 1.3 part 2; for why entities stay off,
the "billion laughs" attack of CWE-776.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Final
from xml.parsers import expat

from musterbook.intake.limits import MIB, Limits
from musterbook.records import Problem

_PIECE: Final = 1 << 16  # bytes unpacked at a time
_TOKEN: Final = 8 * MIB  # bytes of one tag or attribute; a sheet's longest tags have some hundred
_MEMBERS: Final = 10_000  # parts of a spreadsheet; real ones have tens
_ENTRY: Final = b"PK\x01\x02"  # begins each entry of an archive's directory (APPNOTE.TXT 4.3.12)

Start = Callable[[str, dict[str, str]], None]
Text = Callable[[str], None]
End = Callable[[str], None]


class Fault(Exception):
    """A table that cannot be read any further, and why; never leaves the intake.

    Attributes:
        problem: What is told.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.what)


class Archive:
    """A spreadsheet's archive, its parts read one after another within one budget."""

    def __init__(self, name: str, data: bytes, limits: Limits) -> None:
        """Open the directory.

        Raises:
            Fault: It is broken, or has too many entries.
        """
        self.name = name
        self._left = limits.table_bytes
        self._limits = limits
        if data.count(_ENTRY) > _MEMBERS:
            what = f"the file has more than {_MEMBERS:,} parts, which no spreadsheet has; nothing is read"
            raise Fault(Problem("intake.archive_members", name, what))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
            raise self.damaged(f"the file cannot be opened ({fault})") from None
        self.parts = {info.filename.lstrip("/"): info for info in self._zip.infolist()}

    def damaged(self, what: str) -> Fault:
        """The fault of a broken file."""
        return Fault(Problem("intake.damaged", self.name, f"{what}; save the table anew and add that"))

    def limit(self, what: str) -> Fault:
        """The fault of a file that is too large."""
        return Fault(Problem("intake.table_limit", self.name, f"{what}; nothing is read, split the table"))

    def pieces(self, part: str) -> Iterator[bytes]:
        """The bytes of one part.

        Raises:
            Fault: It is not there, encrypted, broken, or past what the file may unpack to.
        """
        info = self.parts.get(part)
        if info is None:
            raise self.damaged(f"its part {part!r} is missing")
        if info.flag_bits & 1:
            what = "the spreadsheet is encrypted; save it without a password"
            raise Fault(Problem("intake.encrypted", self.name, what))
        try:
            with self._zip.open(info) as file:
                while piece := file.read(_PIECE):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise self.limit(f"it unpacks to more than {self._limits.table_bytes:,} bytes")
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as fault:
            raise self.damaged(f"its part {part!r} cannot be unpacked ({fault})") from None

    def events(self, part: str, start: Start, text: Text, end: End) -> Iterator[None]:
        """Parse one part, giving the turn back after each piece.

        Args:
            part: Its path in the archive.
            start: Called with each element's local name and attributes.
            text: Called with characters.
            end: Called with each element's local name.

        Raises:
            Fault: As for `pieces`, or the XML is broken or declares entities.
        """
        local: dict[str, str] = {}

        def name(full: str) -> str:
            return local.setdefault(full, full.rpartition(":")[2])

        def refuse(*declared: object) -> None:
            what = "the file declares a document type or entities, which no spreadsheet needs; nothing is read"
            raise Fault(Problem("intake.table_entities", self.name, what))

        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda full, attributes: start(name(full), attributes)
        parser.EndElementHandler = lambda full: end(name(full))
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = refuse
        parser.EntityDeclHandler = refuse
        fed = 0
        try:
            for piece in self.pieces(part):
                parser.Parse(piece, False)
                fed += len(piece)
                if fed - parser.CurrentByteIndex > _TOKEN:
                    raise self.limit(f"its part {part!r} has a tag of more than {_TOKEN:,} bytes")
                yield
            parser.Parse(b"", True)
        except expat.ExpatError as fault:
            raise self.damaged(f"its part {part!r} is no XML ({fault})") from None
        yield

    def read(self, part: str, start: Start, text: Text = lambda words: None, end: End = lambda name: None) -> None:
        """Parse one part to its end.

        Raises:
            Fault: As for `events`.
        """
        for _ in self.events(part, start, text, end):
            pass


class Bounds:
    """Counts rows and cells of one file, and says when they are too many."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._cells = 0

    def check(self, row: int, column: int, characters: int = 0, copies: int = 1) -> None:
        """Count a cell.

        Args:
            row: Its row, from 1.
            column: Its column, from 1.
            characters: Length of its text.
            copies: How many cells it stands for.

        Raises:
            Fault: It is past a limit.
        """
        limits = self._limits
        self._cells += copies
        if (
            row <= limits.table_rows
            and column <= limits.table_columns
            and self._cells <= limits.table_cells
            and characters <= limits.cell_characters
        ):
            return
        for count, most, what in (
            (row, limits.table_rows, "rows"),
            (column, limits.table_columns, "columns"),
            (self._cells, limits.table_cells, "cells"),
            (characters, limits.cell_characters, "characters in one cell"),
        ):
            if count > most:
                text = f"the table has more than {most:,} {what}; nothing of it is read, split it"
                raise Fault(Problem("intake.table_limit", self._name, text))
