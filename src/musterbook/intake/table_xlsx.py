"""XLSX spreadsheets, read as a stream.

In: the file's bytes. Out: sheets and rows, hidden ones too, each cell with its saved value. Never
calculates a formula, runs a macro, or follows a link.

Source: ECMA-376 part 1, 18.3 (sheets), 18.4 (shared strings), 18.8.30 (number formats), 18.17.4
(dates; the two date systems).
"""

from __future__ import annotations

import datetime as dt
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from musterbook.expressions import regex
from musterbook.intake.limits import MIB, Limits
from musterbook.intake.table_parts import Archive, Bounds
from musterbook.records.table import Cell, Row, Sheet, address, column_number

_STRINGS: Final = 128 * MIB  # bytes of all texts of a file; a million long labels have 60
_MERGED: Final = 100_000  # merged ranges of a sheet; real ones have hundreds
_PLACE: Final = regex(r"([A-Z]{1,3})(\d{1,7})\Z")
_MERGE: Final = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=\"([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})\"")
_ROWS_END: Final = re.compile(rb"</(?:\w+:)?sheetData\s*>")
_DATE_FORMATS: Final = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
_PERCENT_FORMATS: Final = frozenset((9, 10))
_ASIDE: Final = regex(r"\"[^\"]*\"|\[[^\]]*\]|\\.|_.|\*.")
_DATED: Final = regex(r"[dy]|mmm", re.I)
_EPOCHS: Final = {False: dt.date(1899, 12, 30), True: dt.date(1904, 1, 1)}
_LAST_SERIAL: Final = 2_958_465  # 31 December 9999


class _Strings:
    """The texts that cells share, in one run of bytes."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("Q")

    def add(self, text: str) -> int:
        """Keep a text; says how many bytes there are."""
        self._bytes += text.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._bytes))
        return len(self._bytes)

    def get(self, index: int) -> str | None:
        """One text, or None where there is none of that number."""
        if not 0 <= index < len(self._ends):
            return None
        begin = self._ends[index - 1] if index else 0
        return self._bytes[begin : self._ends[index]].decode("utf-8", "surrogatepass")


class Book:
    """What all sheets of a file share."""

    def __init__(self, archive: Archive) -> None:
        """Read the workbook, its relations, formats and shared texts.

        Raises:
            Fault: The file is broken or past a limit.
        """
        self.archive = archive
        self.sheets: list[tuple[str, str]] = []
        self.from_1904 = False
        self.dates: set[int] = set()
        self.percents: set[int] = set()
        self.strings = _Strings()
        self._workbook()
        if "xl/styles.xml" in archive.parts:
            self._formats()
        if "xl/sharedStrings.xml" in archive.parts:
            self._texts()

    def _workbook(self) -> None:
        targets: dict[str, str] = {}
        found: list[tuple[str, str]] = []

        def relation(name: str, attributes: dict[str, str]) -> None:
            if name == "Relationship":
                targets[attributes.get("Id", "")] = attributes.get("Target", "")

        def sheet(name: str, attributes: dict[str, str]) -> None:
            if name == "sheet":
                link = next((v for k, v in attributes.items() if k.endswith(":id")), "")
                found.append((attributes.get("name", ""), link))
            elif name == "workbookPr":
                self.from_1904 = attributes.get("date1904", "0") in ("1", "true")

        self.archive.read("xl/_rels/workbook.xml.rels", relation)
        self.archive.read("xl/workbook.xml", sheet)
        for title, link in found:
            target = targets.get(link, "")
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if "worksheet" in path:  # charts have no cells
                self.sheets.append((title, path))

    def _formats(self) -> None:
        codes: dict[int, str] = {}
        inside = [False]
        styles: list[int] = []

        def start(name: str, attributes: dict[str, str]) -> None:
            if name == "numFmt":
                codes[whole(attributes.get("numFmtId", ""))] = _ASIDE.sub("", attributes.get("formatCode", ""))
            elif name == "cellXfs":
                inside[0] = True
            elif name == "xf" and inside[0]:
                styles.append(whole(attributes.get("numFmtId", "0")))

        def end(name: str) -> None:
            if name == "cellXfs":
                inside[0] = False

        self.archive.read("xl/styles.xml", start, end=end)
        for style, number in enumerate(styles):
            code = codes.get(number, "")
            if number in _PERCENT_FORMATS or "%" in code:
                self.percents.add(style)
            elif number in _DATE_FORMATS or (code.casefold() != "general" and _DATED.search(code)):
                self.dates.add(style)

    def _texts(self) -> None:
        words: list[str] = []
        state = {"text": False, "aside": False}

        def start(name: str, attributes: dict[str, str]) -> None:
            if name == "si":
                words.clear()
            elif name == "rPh":
                state["aside"] = True
            elif name == "t":
                state["text"] = not state["aside"]

        def text(piece: str) -> None:
            if state["text"]:
                words.append(piece)

        def end(name: str) -> None:
            if name == "t":
                state["text"] = False
            elif name == "rPh":
                state["aside"] = False
            elif name == "si" and self.strings.add("".join(words)) > _STRINGS:
                raise self.archive.limit(f"its texts have more than {_STRINGS:,} bytes")

        self.archive.read("xl/sharedStrings.xml", start, text, end)

    def cell(self, column: int, kind: str, style: int, words: str | None, formula: bool) -> Cell | None:
        """One cell from what its element says; None where it holds nothing."""
        if words is None or (words == "" and formula):
            return Cell(column, "", formula=True, fault="formula") if formula else None
        if kind == "s":
            words = self.strings.get(whole(words))
            if words is None:
                return Cell(column, "", fault="error")
        elif kind == "e":
            return Cell(column, words, formula=formula, fault="error")
        elif kind == "d":
            return Cell(column, words[:10], date=iso_day(words[:10]), formula=formula)
        elif kind not in ("str", "inlineStr", "b"):
            return self._number(column, style, words, formula)
        return Cell(column, words, formula=formula) if words.strip() else None

    def _number(self, column: int, style: int, words: str, formula: bool) -> Cell:
        try:
            number = float(words)
        except ValueError:
            return Cell(column, words, formula=formula)
        if style in self.dates and 1 <= number <= _LAST_SERIAL:
            day = (_EPOCHS[self.from_1904] + dt.timedelta(days=int(number))).isoformat()
            return Cell(column, day, date=day, formula=formula)
        if style in self.percents:
            return Cell(column, f"{number * 100:.10g}%", number, percent=True, formula=formula)
        return Cell(column, f"{number:.15g}", number, formula=formula)


class _SheetRows:
    """Gathers the rows of one sheet from its XML."""

    def __init__(self, book: Book, bounds: Bounds) -> None:
        self.ready: list[Row] = []
        self._book = book
        self._bounds = bounds
        self._cells: list[Cell] = []
        self._row = self._column = self._style = 0
        self._kind = ""
        self._formula = self._inside = self._seen = False
        self._words: list[str] = []
        self._length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == "c":
            place = _PLACE.match(attributes.get("r", ""))
            self._column = column_number(place[1]) if place else self._column + 1
            self._kind = attributes.get("t", "n")
            self._style = whole(attributes.get("s", "0"))
            self._formula = self._seen = False
            self._words.clear()
            self._length = 0
        elif name in ("v", "t"):
            self._inside = self._seen = True
        elif name == "f":
            self._formula = True
        elif name == "row":
            given = whole(attributes.get("r", ""))
            self._row = given if given > 0 else self._row + 1
            self._column = 0
            self._cells = []

    def text(self, piece: str) -> None:
        """Characters of a value."""
        if self._inside:
            self._words.append(piece)
            self._length += len(piece)
            self._bounds.check(0, 0, self._length, 0)

    def end(self, name: str) -> None:
        """An element ends."""
        if name in ("v", "t"):
            self._inside = False
        elif name == "c":
            words = "".join(self._words) if self._seen else None
            cell = self._book.cell(self._column, self._kind, self._style, words, self._formula)
            if cell:
                self._bounds.check(self._row, self._column)
                self._cells.append(cell)
        elif name == "row" and self._cells:
            self.ready.append(Row(self._row, tuple(sorted(self._cells, key=lambda c: c.column))))
            self._cells = []


class Merged:
    """The merged ranges of a sheet: their cells say what the first of them says."""

    def __init__(self, ranges: list[tuple[int, int, int, int]]) -> None:
        """Take (first row, last row, first column, last column) of each range."""
        self._ranges = sorted(ranges)
        self._firsts = [r[0] for r in self._ranges]
        self._open: list[tuple[int, int, int, Cell]] = []  # last row, first and last column, what it says

    def fill(self, row: Row, widest: int, bounds: Bounds) -> Row:
        """A row with the cells of merged ranges filled in, `widest` columns at most; each counts."""
        self._open = [o for o in self._open if o[0] >= row.number]
        own = {c.column: c for c in row.cells}
        at = bisect_right(self._firsts, row.number) - 1
        while at >= 0 and self._firsts[at] == row.number:
            _, last_row, first, last = self._ranges[at]
            if first in own and last <= widest:
                cell = own[first]
                inside = Cell(
                    first, cell.words, cell.number, cell.date, cell.percent, cell.formula, cell.fault,
                    address(first, row.number),
                )  # fmt: skip
                self._open.append((last_row, first, last, inside))
                own[first] = inside
            at -= 1
        for _, first, last, cell in self._open:
            bounds.check(row.number, last, 0, last - first)
            for column in range(first, last + 1):
                if column not in own:
                    own[column] = Cell(
                        column, cell.words, cell.number, cell.date, cell.percent, cell.formula, cell.fault, cell.origin
                    )
        return Row(row.number, tuple(own[c] for c in sorted(own)))


def read_xlsx(name: str, data: bytes, limits: Limits) -> Iterator[Sheet | Row]:
    """Read all sheets.

    Raises:
        Fault: The file is broken or past a limit.
    """
    archive = Archive(name, data, limits)
    book = Book(archive)
    bounds = Bounds(name, limits)
    for number, (title, path) in enumerate(book.sheets, 1):
        yield Sheet(title, number)
        merged = Merged(_merged(archive, path))
        rows = _SheetRows(book, bounds)
        last = 0
        for _ in archive.events(path, rows.start, rows.text, rows.end):
            for row in rows.ready:
                if row.number <= last:
                    raise archive.damaged(f"row {row.number} of sheet {number} comes after row {last}")
                last = row.number
                yield merged.fill(row, limits.table_columns, bounds)
            rows.ready.clear()


def _merged(archive: Archive, path: str) -> list[tuple[int, int, int, int]]:
    """The merged ranges, which the file gives after its rows: found without parsing the rows."""
    ranges: list[tuple[int, int, int, int]] = []
    tail = b""
    past = False
    for piece in archive.pieces(path):
        tail += piece
        if not past:
            end = _ROWS_END.search(tail)
            past = bool(end)
            tail = tail[end.end() :] if end else tail[-32:]
        if past:
            done = 0
            for found in _MERGE.finditer(tail):
                (left, top), (right, bottom) = (_PLACE.match(found[n].decode()).groups() for n in (1, 2))  # type: ignore[union-attr]
                ranges.append((int(top), int(bottom), column_number(left), column_number(right)))
                done = found.end()
                if len(ranges) > _MERGED:
                    raise archive.limit(f"a sheet has more than {_MERGED:,} merged ranges")
            tail = tail[max(done, len(tail) - 512) :]
    return ranges


def whole(text: str) -> int:
    """A whole number, or -1."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else -1


def iso_day(text: str) -> str:
    """An ISO date, or an empty string where the text is none."""
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        return ""
