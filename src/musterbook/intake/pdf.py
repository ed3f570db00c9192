"""PDF: whether it can be read, and what it states.

In: the bytes of a PDF. Out: the text of its first pages, its title, and what is wrong.
Never does: recognise characters in pictures, or take a file's creation date for a
publication date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from musterbook.expressions import regex
from musterbook.intake.printed import read_printed
from musterbook.records import Problem, Stated

_LOOKED_AT: Final = 50  # pages in which a text layer is looked for
_ENOUGH: Final = 20  # characters that make a text layer; stamps and page numbers are shorter
_JUNK: Final = regex(r"microsoft word|untitled|без имени|документ\d*\Z|\.(?:docx?|rtf|odt|indd|qxd|pdf|tmp)\b", re.I)


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF as it is taken in.

    Attributes:
        stated: What it states.
        fault: Why it, or a part of it, cannot be read; None where nothing is wrong.
        readable: False where there is nothing to read.
    """

    stated: tuple[Stated, ...] = ()
    fault: Problem | None = None
    readable: bool = True


def read_pdf(name: str, data: bytes) -> Pdf:
    """Look into a PDF.

    Args:
        name: For messages.
        data: Its bytes.
    """
    import pypdfium2 as pdfium  # type: ignore[import-untyped]  # late: it loads a library of 7 MB

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        if any(word in str(fault).casefold() for word in ("password", "security")):
            what = "the PDF is encrypted; save it without a password and add that"
            return Pdf(fault=Problem("intake.encrypted", name, what), readable=False)
        what = f"the PDF cannot be opened ({str(fault).rstrip('.')}); get it again"
        return Pdf(fault=Problem("intake.damaged", name, what), readable=False)
    try:
        text, broken = _first_text(document)
        title = " ".join(str(document.get_metadata_dict().get("Title", "")).split())
        count = len(document)
    finally:
        document.close()
    if not text:
        what = f"none of its {count} pages has a text layer; recognise its text first (OCR)"
        return Pdf(fault=Problem("intake.no_text", name, what), readable=False)
    stated = [Stated("title", title, "file")] if title and not _JUNK.search(title) else []
    stated += read_printed(text)
    if broken or b"%%EOF" not in data[-2048:]:
        why = f"page {broken} cannot be opened" if broken else "the file ends before its end mark"
        return Pdf(tuple(stated), Problem("intake.damaged", name, f"{why}; what can be read is read, get it again"))
    return Pdf(tuple(stated))


def _first_text(document: object) -> tuple[str, int]:
    """The text of the first page that has any, and the number of the first broken page (0: none)."""
    import pypdfium2 as pdfium

    assert isinstance(document, pdfium.PdfDocument)
    broken = 0
    for number in range(min(len(document), _LOOKED_AT)):
        try:
            page = document[number]
            text = page.get_textpage().get_text_bounded()
        except pdfium.PdfiumError:
            broken = broken or number + 1
            continue
        if len(text.strip()) >= _ENOUGH:
            return str(text), broken
    return "", broken
