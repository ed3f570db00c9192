"""What a table gives as it is read: sheets, rows and cells, one row at a time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something.

    Attributes:
        column: From 1.
        words: What stands in the cell, as the file has it; dates in ISO 8601.
        number: Its value where the file itself says that it is a number.
        date: ISO date where the file itself says that it is one.
        percent: The file formats the number as a percentage (0.4 stands for 40 %).
        formula: The value is what a formula gave when the file was saved.
        fault: Why there is no value: ``formula`` (never calculated), ``error`` (``#REF!`` and the like).
        origin: Address of the first cell of a merged range that this cell is inside; else empty.
    """

    column: int
    words: str
    number: float | None = None
    date: str = ""
    percent: bool = False
    formula: bool = False
    fault: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the cells that hold something, by column.

    Attributes:
        number: From 1.
        cells: Sorted by column.
    """

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The beginning of a sheet; the rows after it are its own.

    Attributes:
        name: As in the file; empty for CSV.
        number: From 1.
    """

    name: str
    number: int


def column_letters(column: int) -> str:
    """The letters of a column.

    >>> column_letters(1), column_letters(27), column_letters(16384)
    ('A', 'AA', 'XFD')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column from its letters, from 1.

    >>> column_number("XFD")
    16384
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def address(column: int, row: int) -> str:
    """How spreadsheets name a cell.

    >>> address(3, 12)
    'C12'
    """
    return f"{column_letters(column)}{row}"
