"""ODS spreadsheets, read as a stream.

In: the file's bytes. Out: sheets and rows, each cell with its saved value. Never calculates a
formula; repeated cells without content cost nothing, those with content count each.

Source: OASIS OpenDocument 1.3 part 3, chapter 9 (tables), 19.371–19.387 (values).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from musterbook.intake.limits import Limits
from musterbook.intake.table_parts import Archive, Bounds, Fault
from musterbook.intake.table_xlsx import iso_day, whole
from musterbook.records import Problem
from musterbook.records.table import Cell, Row, Sheet, address

_CONTENT: Final = "content.xml"
_NUMBERS: Final = ("float", "percentage", "currency")
_CELLS: Final = ("table-cell", "covered-table-cell")


class _Rows:
    """Gathers sheets and rows from the XML of the content."""

    def __init__(self, bounds: Bounds) -> None:
        self.ready: list[Sheet | Row] = []
        self._bounds = bounds
        self._tables = 0
        self._depth = 0
        self._row = self._rows = 0
        self._column = self._copies = 1
        self._cell: dict[str, str] | None = None
        self._cells: list[Cell] = []
        self._words: list[str] = []
        self._length = self._text = self._aside = 0
        self._spans: list[tuple[int, int, int, Cell]] = []  # last row, first and last column, what it says

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == "table":
            self._depth += 1
            if self._depth == 1:
                self._tables += 1
                self._row, self._spans = 1, []
                self.ready.append(Sheet(_given(attributes, "name"), self._tables))
        elif self._depth != 1:
            return
        elif name in _CELLS:
            self._cell = attributes
            self._copies = max(1, whole(_given(attributes, "number-columns-repeated")))
            self._words.clear()
            self._length = 0
        elif name == "table-row":
            self._rows = max(1, whole(_given(attributes, "number-rows-repeated")))
            self._column, self._cells = 1, []
        elif name == "annotation":
            self._aside += 1
        elif name == "p":
            self._text += 1
            if self._words:
                self.text("\n")
        elif name in ("s", "tab", "line-break") and self._text:
            self.text(" ")

    def text(self, piece: str) -> None:
        """Characters of a cell's paragraphs; notes pinned to it are none."""
        if self._text and not self._aside and self._cell is not None:
            self._words.append(piece)
            self._length += len(piece)
            self._bounds.check(0, 0, self._length, 0)

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "table":
            self._depth -= 1
        elif self._depth != 1:
            return
        elif name == "p":
            self._text = max(0, self._text - 1)
        elif name == "annotation":
            self._aside = max(0, self._aside - 1)
        elif name in _CELLS and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif name == "table-row":
            self._end_row()

    def _end_cell(self, attributes: dict[str, str]) -> None:
        cell = _cell(self._column, attributes, "".join(self._words))
        if cell:
            self._bounds.check(self._row, self._column + self._copies - 1, 0, self._copies)
            self._cells += [replace(cell, column=self._column + n) for n in range(self._copies)]
            down = max(1, whole(_given(attributes, "number-rows-spanned")))
            across = max(1, whole(_given(attributes, "number-columns-spanned")))
            if down > 1 or across > 1:
                self._bounds.check(0, self._column + across - 1, 0, 0)
                inside = replace(cell, origin=address(self._column, self._row))
                self._spans.append((self._row + down - 1, self._column, self._column + across - 1, inside))
                self._cells[-self._copies] = inside
        self._column += self._copies

    def _end_row(self) -> None:
        own = {c.column: c for c in self._cells}
        if own and self._rows > 1:
            self._bounds.check(self._row + self._rows - 1, 0, 0, (self._rows - 1) * len(own))
        for _ in range(self._rows if own else 0):
            filled = dict(own)
            for last_row, first, last, cell in self._spans:
                self._bounds.check(self._row, last, 0, last - first)
                for column in range(first, last + 1) if self._row <= last_row else ():
                    filled.setdefault(column, replace(cell, column=column))
            self.ready.append(Row(self._row, tuple(filled[c] for c in sorted(filled))))
            self._row += 1
        self._row += 0 if own else self._rows
        self._spans = [s for s in self._spans if s[0] >= self._row]


def _given(attributes: dict[str, str], name: str) -> str:
    """An attribute whatever its prefix is."""
    return next((v for k, v in attributes.items() if k.rpartition(":")[2] == name), "")


def _cell(column: int, attributes: dict[str, str], words: str) -> Cell | None:
    """One cell from what its element says; None where it holds nothing."""
    kind, formula = _given(attributes, "value-type"), bool(_given(attributes, "formula"))
    words = words.strip()
    if formula and (not kind or (kind == "string" and not words)):
        return Cell(column, "", formula=True, fault="formula")
    if kind in _NUMBERS:
        try:
            number = float(_given(attributes, "value"))
        except ValueError:
            return Cell(column, words, formula=formula, fault="error")
        percent = kind == "percentage"
        shown = f"{number * 100:.10g}%" if percent else f"{number:.15g}"
        return Cell(column, shown, number, percent=percent, formula=formula)
    if kind == "date":
        day = iso_day(_given(attributes, "date-value")[:10])
        return Cell(column, day or words, date=day, formula=formula)
    if formula and words.startswith(("#", "Err:")):
        return Cell(column, words, formula=True, fault="error")
    return Cell(column, words, formula=formula) if words else None


def read_ods(name: str, data: bytes, limits: Limits) -> Iterator[Sheet | Row]:
    """Read all sheets.

    Raises:
        Fault: The file is broken, encrypted or past a limit.
    """
    archive = Archive(name, data, limits)
    if "META-INF/manifest.xml" in archive.parts:

        def start(element: str, attributes: dict[str, str]) -> None:
            if element == "encryption-data":
                raise Fault(Problem("intake.encrypted", name, "the spreadsheet is encrypted; save it without"))

        archive.read("META-INF/manifest.xml", start)
    rows = _Rows(Bounds(name, limits))
    for _ in archive.events(_CONTENT, rows.start, rows.text, rows.end):
        yield from rows.ready
        rows.ready.clear()
