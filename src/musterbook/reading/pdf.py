"""The text layer of a PDF.

In: the bytes of a PDF. Out: the text of its pages in order, its blocks, and the page of each
character. Never does: join a hyphenated word, or move text across a page.

Lines are joined into paragraphs by what they say, since a PDF knows lines only: a line that
ends a sentence well before the margin ends its paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from musterbook.expressions import regex
from musterbook.reading.blocks import Draft, settle
from musterbook.reading.furniture import known_kind
from musterbook.reading.page import Page
from musterbook.reading.paragraphs import Span, is_item, lines
from musterbook.records import Block, Segment

_GAP: Final = "\n\n"
_MOST_PAGES: Final = 5_000
_SHORT_LINE: Final = 0.82  # of a page's usual line width; a last line that is longer looks like the others
_EDGES: Final = 2  # lines at a page's top and bottom among which running heads are looked for
_HEAD_LONGEST: Final = 90  # characters
_PAGE_NUMBER: Final = regex(r"(?:page |стр(?:аница|\.)? )?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|из|/)\s*\d{1,4})?\Z", re.I)
_DIGITS: Final = regex(r"\d+")


def read_pdf(data: bytes) -> tuple[Page, list[int]]:
    """Read the text layer.

    Args:
        data: The bytes.

    Returns:
        The page, whose segments carry page numbers from 1 in place of byte offsets; and the
        numbers of the pages that could not be read. Without any text the blocks are empty.
    """
    texts, broken = _page_texts(data)
    spans_by_page = [lines(text) for text in texts]
    running = _running(texts, spans_by_page)
    parts: list[str] = []
    segments: list[Segment] = []
    drafts: list[Draft] = []
    at = 0
    for number, (text, spans) in enumerate(zip(texts, spans_by_page, strict=True), 1):
        if not spans:
            continue
        for start, end, kind in _paragraphs(text, spans, running):
            piece = text[start:end]
            drafts.append(Draft(at + start, at + end, piece, kind or known_kind(piece)))
        parts.append(text)
        segments.append(Segment(at, at + len(text), number, number, False))
        at += len(text) + len(_GAP)
    whole = _GAP.join(parts)
    settle(drafts, whole)
    return Page(whole, tuple(Block(d.kind, d.start, d.end) for d in drafts), tuple(segments), ""), broken


def _page_texts(data: bytes) -> tuple[list[str], list[int]]:
    """The text of each page, and the numbers of those that cannot be opened."""
    import pypdfium2 as pdfium  # type: ignore[import-untyped]  # late: it loads a library of 7 MB

    texts: list[str] = []
    broken: list[int] = []
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return [], [1]
    try:
        for number in range(min(len(document), _MOST_PAGES)):
            try:
                text = document[number].get_textpage().get_text_bounded()
            except pdfium.PdfiumError:
                broken.append(number + 1)
                text = ""
            # U+FFFE is how PDFium marks a hyphen at a line's end
            texts.append(text.replace("\r\n", "\n").replace("\ufffe", "-").replace("\x02", "-"))
    finally:
        document.close()
    return texts, broken


def _running(texts: list[str], spans_by_page: list[list[Span]]) -> frozenset[str]:
    """Lines that stand at the top or bottom of three pages or more, whatever their numbers."""
    seen: Counter[str] = Counter()
    for text, spans in zip(texts, spans_by_page, strict=True):
        edge = [(i, spans[i]) for i in range(-_EDGES, _EDGES) if -len(spans) <= i < len(spans)]
        seen.update({f"{i} {_DIGITS.sub('0', text[a:b])}" for i, (a, b) in edge if b - a <= _HEAD_LONGEST})
    return frozenset(line.partition(" ")[2] for line, count in seen.items() if count >= 3)


def _paragraphs(text: str, spans: list[Span], running: frozenset[str]) -> list[tuple[int, int, str]]:
    """Paragraphs of one page, with ``furniture`` for running heads and page numbers."""
    widths = sorted(b - a for a, b in spans)
    usual = widths[len(widths) * 3 // 4]
    out: list[tuple[int, int, str]] = []
    open_ = False
    for index, (start, end) in enumerate(spans):
        edge = index < _EDGES or index >= len(spans) - _EDGES
        line = text[start:end]
        if edge and (_PAGE_NUMBER.match(line) or _DIGITS.sub("0", line) in running):
            out.append((start, end, "furniture"))
            open_ = False
            continue
        if open_ and not is_item(text, start, end) and "\n\n" not in text[out[-1][1] : start].replace(" ", ""):
            out[-1] = (out[-1][0], end, "")
        else:
            out.append((start, end, ""))
        open_ = _goes_on(line, spans, index, usual, text)
    return out


def _goes_on(line: str, spans: list[Span], index: int, usual: int, text: str) -> bool:
    """True where the next line belongs to the same paragraph."""
    if index + 1 >= len(spans):
        return False
    following = text[spans[index + 1][0]]
    if following.islower() or line[-1] in ",-–—":
        return True
    full = len(line) >= _SHORT_LINE * usual
    return full and (len(line) > 40 or line[-1] not in ".!?…:;")
