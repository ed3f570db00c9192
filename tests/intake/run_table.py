"""Reads one made table in a process of its own and prints rows, seconds and the peak of its memory.

usage: run_table.py KIND ROWS COLUMNS, where KIND is csv or xlsx
"""

from __future__ import annotations

import io
import json
import resource
import sys
import time
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.intake.sheets import MAIN, xlsx_parts

from musterbook.intake.tables import read_table, table_type
from musterbook.records import Capture, Problem
from musterbook.records.table import Row, address


def make_csv(rows: int, columns: int) -> bytes:
    """Regions by row, figures beside them."""
    head = "Region;" + ";".join(f"w{n}" for n in range(1, columns)) + "\n"
    file = io.StringIO()
    file.write(head)
    for row in range(rows):
        file.write("Kursk region;" + ";".join(str((row * n) % 997) for n in range(1, columns)) + "\n")
    return file.getvalue().encode()


def make_xlsx(rows: int, columns: int) -> bytes:
    """The same as a workbook, written a row at a time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in xlsx_parts(["one"]).items():
            archive.writestr(name, data)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for row in range(1, rows + 1):
                first = f'<c r="A{row}" t="inlineStr"><is><t>Kursk region</t></is></c>'
                rest = "".join(f'<c r="{address(n + 1, row)}"><v>{(row * n) % 997}</v></c>' for n in range(1, columns))
                sheet.write(f'<row r="{row}">{first}{rest}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
    return file.getvalue()


def peak_kib() -> int:
    """The most memory of this process so far; ``getrusage`` would count that of the one that started it as well."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(kind: str, rows: int, columns: int) -> None:
    """Make, read, tell."""
    data = (make_csv if kind == "csv" else make_xlsx)(rows, columns)
    before = peak_kib()
    begin = time.perf_counter()
    seen = cells = 0
    problem = ""
    for event in read_table(Capture("made", data, table_type(data))):
        if isinstance(event, Row):
            seen += 1
            cells += len(event.cells)
        elif isinstance(event, Problem):
            problem = event.code
    peak = peak_kib()
    told = {
        "rows": seen, "cells": cells, "problem": problem, "bytes": len(data),
        "seconds": round(time.perf_counter() - begin, 2), "peak_mib": peak // 1024, "more_mib": (peak - before) // 1024,
    }  # fmt: skip
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
