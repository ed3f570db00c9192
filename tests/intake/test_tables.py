"""Tables as streams: what each format gives, and what hostile ones cannot do."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.intake.sheets import (
    CUSTOM,
    DATE,
    PERCENT,
    Formula,
    Rows,
    Styled,
    ods,
    ods_of,
    xlsx,
    xlsx_parts,
    xlsx_sheet,
    zipped,
)

from musterbook.intake import Limits
from musterbook.intake.tables import read_table, table_type, take_table
from musterbook.records import Capture, Problem
from musterbook.records.table import Row, Sheet

ROWS: Rows = [["Регион", "Согласились"], ["Курская область", 12], [None, "н/д"]]
SMALL = Limits(table_rows=50, table_columns=20, table_cells=100, table_bytes=20_000, cell_characters=40)


def events(data: bytes, limits: Limits | None = None) -> list[Sheet | Row | Problem]:
    """Everything that a table gives."""
    return list(read_table(Capture("made", data, table_type(data)), limits))


def words(data: bytes) -> list[list[str]]:
    """The words of all rows."""
    return [[c.words for c in e.cells] for e in events(data) if isinstance(e, Row)]


def codes(data: bytes, limits: Limits | None = None) -> list[str]:
    """The codes of all problems."""
    return [e.code for e in events(data, limits) if isinstance(e, Problem)]


@pytest.mark.parametrize("data", [xlsx({"a": ROWS}), ods({"a": ROWS})], ids=["xlsx", "ods"])
def test_spreadsheets_give_what_stands_in_them(data: bytes) -> None:
    """Sheets with their names, rows with their numbers, cells with their columns; what is blank is left out."""
    assert words(data) == [["Регион", "Согласились"], ["Курская область", "12"], ["н/д"]]
    sheet, *_, last = events(data)
    assert sheet == Sheet("a", 1)
    assert isinstance(last, Row)
    assert (last.number, last.cells[0].column) == (3, 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_csv_in_any_dress(encoding: str, delimiter: str) -> None:
    """Encodings and delimiters are told by content; the mark at the beginning is no part of a cell."""
    lines = [["Регион", "Охвачено", "Согласились"], ["Курская область", "1 234", "12"], ["Тульская область", "5", "7"]]
    text = "\n".join(delimiter.join(line) for line in lines)
    assert words(text.encode(encoding)) == lines


def test_commas_inside_numbers_divide_nothing() -> None:
    """A thousands comma beside semicolons, and one in quotation marks, stay in their cells."""
    assert words(b"Region;a\nKursk;1,234\nTula;5,678\n")[1] == ["Kursk", "1,234"]
    assert words(b'sep=,\nRegion,a\nKursk,"1,234"\n')[1] == ["Kursk", "1,234"]


def test_dates_and_percentages_by_their_format() -> None:
    """A serial number is a date where its format says so, in both date systems; a share is a percentage."""
    rows: Rows = [[Styled(45964, DATE), Styled(45964, CUSTOM), Styled(0.4, PERCENT), 45964]]
    assert words(xlsx({"a": rows})) == [["2025-11-03", "2025-11-03", "40%", "45964"]]
    assert words(xlsx({"a": [[Styled(44502, DATE)]]}, date1904=True)) == [["2025-11-03"]]
    assert words(ods({"a": [[Styled(1, DATE), Styled(0.4, PERCENT)]]})) == [["2025-11-03", "40%"]]


@pytest.mark.parametrize("make", [xlsx, ods])
def test_formulas_give_their_saved_value_or_say_so(make: type) -> None:
    """A saved value is marked as a formula's; without one the cell has a fault, not a zero."""
    _, row = events(make({"a": [[Formula("SUM(A2:A3)", 7.0), Formula("SUM(A2:A3)")]]}))  # type: ignore[call-arg]
    assert isinstance(row, Row)
    saved, never = row.cells
    assert (saved.words, saved.number, saved.formula, saved.fault) == ("7", 7.0, True, "")
    assert (never.number, never.fault) == (None, "formula")


def test_merged_cells_say_what_the_first_says() -> None:
    """Every cell of a merged range has its words, and the address of the cell that they stand in."""
    second = events(xlsx({"a": [["Область", "x"], [None, "y"]]}, {"a": ["A1:A2"]}))[-1]
    assert isinstance(second, Row)
    assert [(c.words, c.origin) for c in second.cells] == [("Область", "A1"), ("y", "")]
    body = (
        '<table:table table:name="a"><table:table-row><table:table-cell table:number-columns-spanned="2" '
        'office:value-type="string"><text:p>45</text:p></table:table-cell><table:covered-table-cell/>'
        "</table:table-row></table:table>"
    )
    _, row = events(ods_of(body))
    assert isinstance(row, Row)
    assert [(c.words, c.origin) for c in row.cells] == [("45", "A1"), ("45", "A1")]


def test_repeated_cells_cost_what_they_hold() -> None:
    """A thousand million empty rows are skipped; a thousand million full ones are refused."""
    empty = (
        '<table:table-row table:number-rows-repeated="1000000000"><table:table-cell '
        'table:number-columns-repeated="1000000000"/></table:table-row>'
    )
    full = empty.replace("/></table:table-row>", ' office:value-type="float" office:value="1"/></table:table-row>')
    assert codes(ods_of(f'<table:table table:name="a">{empty}</table:table>')) == []
    assert codes(ods_of(f'<table:table table:name="a">{full}</table:table>')) == ["intake.table_limit"]


def bomb(entity: str) -> bytes:
    """A workbook whose sheet declares entities."""
    parts = xlsx_parts(["a"])
    parts["xl/worksheets/sheet1.xml"] = f"<!DOCTYPE x [{entity}]>".encode() + xlsx_sheet([["a"]])
    return zipped(parts)


@pytest.mark.parametrize(
    "data,code",
    [
        (bomb('<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">'), "intake.table_entities"),
        (bomb('<!ENTITY a SYSTEM "file:///etc/hostname">'), "intake.table_entities"),
        (xlsx({"a": [[1]] * 60}), "intake.table_limit"),
        (xlsx({"a": [[1] * 21]}), "intake.table_limit"),
        (xlsx({"a": [[1] * 20] * 6}), "intake.table_limit"),
        (xlsx({"a": [["x" * 41]]}), "intake.table_limit"),
        (xlsx({"a": [["a"] * 20] * 2}, {"a": ["A1:T1"] * 1}), ""),
        (xlsx({"a": [["a"], *[["b", "c"]] * 40]}, {"a": ["A1:T41"]}), "intake.table_limit"),
        (ods({"a": [["y" * 30] * 9] * 20}), "intake.table_limit"),
        (("a;" * 30 + "\n").encode() * 2, "intake.table_limit"),
        (b"a;b\n" * 60, "intake.table_limit"),
        (xlsx({"a": [[1]]})[:-60], "intake.damaged"),
        (zipped({**xlsx_parts(["a"]), "xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row"}), "intake.damaged"),
        (zipped(xlsx_parts(["a"])), "intake.damaged"),
    ],
)
def test_hostile_tables_end_in_a_problem(data: bytes, code: str) -> None:
    """Entities, too much of anything, and broken files stop the stream with a Problem that says why."""
    assert codes(data, SMALL) == ([code] if code else [])


def test_files_that_are_no_tables(tmp_path: Path) -> None:
    """Missing, empty, old, binary and too large files are told apart."""
    made = {
        "empty.csv": b"\n", "old.xls": b"\xd0\xcf\x11\xe0" + bytes(600), "image.csv": bytes(range(256)) * 40,
        "large.csv": b"a;1\n" * 100, "text.pdf": b"%PDF-1.7\n",
    }  # fmt: skip
    found = []
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
        taken = take_table(tmp_path / name, Limits(file_bytes=300 if name.startswith("large") else 100_000))
        found.append(taken.code if isinstance(taken, Problem) else "")
    missing = take_table(tmp_path / "none.csv")
    kinds = ["intake.empty", "intake.unsupported", "intake.table_kind", "intake.too_large", "intake.table_kind"]
    assert found == kinds
    assert isinstance(missing, Problem)
    assert missing.code == "intake.missing"


@pytest.mark.parametrize("kind,rows,columns", [("csv", 60_000, 4), ("xlsx", 20_000, 4), ("csv", 20, 5_000)])
def test_memory_does_not_grow_with_the_table(kind: str, rows: int, columns: int) -> None:
    """A long and a wide table are read in some tens of MiB; the whole of one is never held."""
    script = Path(__file__).parent / "run_table.py"
    run = [sys.executable, str(script), kind, str(rows), str(columns)]
    told = json.loads(subprocess.run(run, capture_output=True, text=True, check=True, timeout=300).stdout)
    assert told["problem"] == ""
    assert told["rows"] >= rows
    assert told["peak_mib"] < 200
