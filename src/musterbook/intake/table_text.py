"""CSV and its relatives, read as a stream.

In: the file's bytes. Out: one nameless sheet and its rows. Never takes a text for a number: what
a cell means is for whoever knows the table's head.

Source: RFC 4180, with the delimiters and encodings that spreadsheet programs write in fact.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import Final

from musterbook.intake.encoding import detect
from musterbook.intake.limits import Limits
from musterbook.intake.table_parts import Bounds, Fault
from musterbook.records import Problem
from musterbook.records.table import Cell, Row, Sheet

_PIECE: Final = 1 << 20  # bytes looked at in one go
_DELIMITERS: Final = (";", "\t", "|", ",")  # on a tie the first wins: a comma is often inside numbers
_TRIED: Final = 50  # lines
_LINE: Final = 4 << 20  # characters of one line; 16,384 columns of 250


def encoding_of(data: bytes) -> str:
    """The encoding of a table, told without decoding it whole."""
    first = detect(data[:_PIECE])
    if first != "utf-8":
        return first
    decoder = codecs.getincrementaldecoder("utf-8")()
    for at in range(0, len(data), _PIECE):
        try:
            decoder.decode(data[at : at + _PIECE], at + _PIECE >= len(data))
        except UnicodeDecodeError:
            return detect(data[max(0, at - _PIECE // 2) : at + _PIECE])
    return first


def read_text(name: str, data: bytes, limits: Limits) -> Iterator[Sheet | Row]:
    """Read the table.

    Raises:
        Fault: It is past a limit, or no table.
    """
    encoding = encoding_of(data)
    head = data[:_PIECE].decode(encoding, "replace").removeprefix("\ufeff")
    named = head[:6].casefold().startswith("sep=") and head[4:5]
    delimiter = named or delimiter_of(head.splitlines()[:_TRIED])
    bounds = Bounds(name, limits)
    yield Sheet("", 1)
    reader = csv.reader(_lines(name, data, encoding, limits), delimiter=delimiter)
    number = 0
    try:
        for number, texts in enumerate(reader, 1):
            if number == 1 and named:
                continue
            if not any(texts):
                continue
            cells = tuple(_cell(column, words) for column, words in enumerate(map(str.strip, texts), 1) if words)
            for cell in cells:
                bounds.check(number, cell.column, len(cell.words))
            if cells:
                yield Row(number, cells)
    except csv.Error as fault:
        what = f"after row {number} the table cannot be read ({fault}); is a quotation mark left open?"
        raise Fault(Problem("intake.damaged", name, what)) from None


def delimiter_of(lines: list[str]) -> str:
    """The character that divides the lines most evenly.

    >>> delimiter_of(["Регион;Согласились", "Белгородская область;1,234"])
    ';'
    """
    best, most = ",", 0.0
    for delimiter in _DELIMITERS:
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if any(row))
        except csv.Error:
            continue
        score = max((n * min(width - 1, 20) for width, n in widths.items()), default=0)
        if score > most:
            best, most = delimiter, score
    return best


def _lines(name: str, data: bytes, encoding: str, limits: Limits) -> Iterator[str]:
    with io.TextIOWrapper(io.BytesIO(data), encoding, "replace", newline="") as file:
        first = True
        while line := file.readline(_LINE):
            if len(line) >= _LINE:
                what = f"a line has more than {_LINE:,} characters; nothing of it is read, split the table"
                raise Fault(Problem("intake.table_limit", name, what))
            yield line.removeprefix("\ufeff") if first else line
            first = False


def _cell(column: int, words: str) -> Cell:
    if words.startswith("=") and len(words) > 1:
        return Cell(column, words, formula=True, fault="formula")
    if words.startswith("#") and words.rstrip("!?").isupper() and words.endswith(("!", "?", "/A")):
        return Cell(column, words, fault="error")
    return Cell(column, words)
