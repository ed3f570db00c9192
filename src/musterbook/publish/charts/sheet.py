"""A page of charts and tables, self-contained: no script, no request, readable on paper and on a phone.

In: headings, words, charts as SVG and tables, all masked already. Out: HTML. Never computes anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files

from musterbook.publish.charts.frame import STYLE


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        head: Names of its columns.
        rows: Its cells, row by row.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a page.

    Attributes:
        title: Its heading.
        words: Paragraphs.
        charts: ``<svg>`` elements of this package.
        tables: Below the charts.
    """

    title: str
    words: tuple[str, ...] = ()
    charts: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


def chart_page(title: str, words: Iterable[str], chapters: Iterable[Chapter]) -> str:
    """A whole page.

    Args:
        title: Its title.
        words: Paragraphs below it.
        chapters: What follows.

    Returns:
        An HTML document.
    """
    style = files("musterbook.publish").joinpath("page.css").read_text(encoding="utf-8")
    parts = (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
        f"<title>{escape(title)}</title><style>{style}{STYLE}</style></head><body>",
        f"<header><h1>{escape(title)}</h1>",
        *(f"<p>{escape(w)}</p>" for w in words if w),
        "</header><main>",
        *(line for chapter in chapters for line in _chapter(chapter)),
        "</main></body></html>",
    )
    return "\n".join(parts) + "\n"


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"<section><h2>{escape(chapter.title)}</h2>"
    yield from (f"<p>{escape(w)}</p>" for w in chapter.words if w)
    yield from chapter.charts
    for table in chapter.tables:
        heads = "".join(f'<th scope="col">{escape(h)}</th>' for h in table.head)
        yield f'<div class="wide"><table><thead><tr>{heads}</tr></thead><tbody>'
        yield from (f"<tr>{''.join(f'<td>{escape(c)}</td>' for c in row)}</tr>" for row in table.rows)
        yield "</tbody></table></div>"
    yield "</section>"
