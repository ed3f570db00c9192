"""Spreadsheets written by hand for tests: small XLSX and ODS files, and parts of hostile ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from musterbook.records.table import address

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-419]dd\\.mm\\.yyyy;@"/>'
    '</numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/>'
    "</cellXfs></styleSheet>"
)
DATE, PERCENT, CUSTOM = 1, 2, 3


@dataclass(frozen=True)
class Styled:
    """A number with a format of `STYLES`."""

    value: float
    style: int


@dataclass(frozen=True)
class Formula:
    """A formula with the value that it gave, or None where it was never calculated."""

    text: str
    value: float | None = None


Value = str | int | float | Styled | Formula | None
Rows = Sequence[Sequence[Value]]


def xlsx_cell(place: str, value: Value) -> str:
    """One cell's XML."""
    match value:
        case None:
            return ""
        case str():
            return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        case Styled():
            return f'<c r="{place}" s="{value.style}"><v>{value.value}</v></c>'
        case Formula():
            saved = "" if value.value is None else f"<v>{value.value}</v>"
            return f'<c r="{place}"><f>{escape(value.text)}</f>{saved}</c>'
        case _:
            return f'<c r="{place}"><v>{value}</v></c>'


def xlsx_sheet(rows: Iterable[Sequence[Value]], merged: Sequence[str] = ()) -> bytes:
    """One sheet's XML."""
    parts = [f'<worksheet xmlns="{MAIN}"><sheetData>']
    for number, row in enumerate(rows, 1):
        cells = "".join(xlsx_cell(address(n, number), v) for n, v in enumerate(row, 1))
        if cells:
            parts.append(f'<row r="{number}">{cells}</row>')
    parts.append("</sheetData>")
    if merged:
        parts.append(f'<mergeCells count="{len(merged)}">')
        parts += [f'<mergeCell ref="{ref}"/>' for ref in merged]
        parts.append("</mergeCells>")
    return ("".join(parts) + "</worksheet>").encode()


def xlsx_parts(names: Sequence[str], date1904: bool = False) -> dict[str, bytes]:
    """The parts of a workbook besides its sheets."""
    sheets = "".join(f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(names, 1))
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{LINKS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n, _ in enumerate(names, 1)
    )
    return {
        "[Content_Types].xml": b"<Types/>",
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><workbookPr date1904="{int(date1904)}"/>'
            f"<sheets>{sheets}</sheets></workbook>"
        ).encode(),
        "xl/_rels/workbook.xml.rels": f"<Relationships>{links}</Relationships>".encode(),
        "xl/styles.xml": STYLES.encode(),
    }


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """An archive of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def xlsx(
    sheets: Mapping[str, Rows], merged: Mapping[str, Sequence[str]] | None = None, date1904: bool = False
) -> bytes:
    """A workbook."""
    parts = xlsx_parts(list(sheets), date1904)
    for n, (name, rows) in enumerate(sheets.items(), 1):
        parts[f"xl/worksheets/sheet{n}.xml"] = xlsx_sheet(rows, (merged or {}).get(name, ()))
    return zipped(parts)


def ods_cell(value: Value, more: str = "") -> str:
    """One cell's XML; ``more`` holds further attributes."""
    match value:
        case None:
            return f"<table:table-cell {more}/>"
        case str():
            text = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
            return f'<table:table-cell {more} office:value-type="string">{text}</table:table-cell>'
        case Styled() if value.style == PERCENT:
            return f'<table:table-cell {more} office:value-type="percentage" office:value="{value.value}"/>'
        case Styled():
            return f'<table:table-cell {more} office:value-type="date" office:date-value="2025-11-03"/>'
        case Formula():
            saved = "" if value.value is None else f'office:value-type="float" office:value="{value.value}"'
            return f"<table:table-cell {more} table:formula={quoteattr('of:=' + value.text)} {saved}/>"
        case _:
            return f'<table:table-cell {more} office:value-type="float" office:value="{value}"/>'


def ods_of(body: str) -> bytes:
    """A spreadsheet from the XML of its tables."""
    spaces = "".join(f' xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"' for p in ("office", "table", "text"))
    content = (
        f"<office:document-content{spaces}><office:body><office:spreadsheet>{body}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()})


def ods(sheets: Mapping[str, Rows]) -> bytes:
    """A spreadsheet."""
    body = ""
    for name, rows in sheets.items():
        listed = "".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows)
        body += f"<table:table table:name={quoteattr(name)}>{listed}</table:table>"
    return ods_of(body)
