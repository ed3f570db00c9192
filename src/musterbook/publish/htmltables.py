"""Tables and single figures of a page as HTML.

In: `Table` and `Said` records, masked already. Out: HTML text. Never sees anything that is not masked.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from musterbook.publish.page import Cell, Row, Said, Table


def text(words: str) -> str:
    """Words as they may stand in HTML, in attributes too."""
    return escape(words, quote=True)


def said(one: Said) -> str:
    """One thing said: a link to its quotes where they are on the page, its marks, how many say so."""
    marks = "".join(f' <i class="mark {text(m.split()[0])}">{text(m)}</i>' for m in one.marks)
    words = text(one.text)
    if one.anchor:
        number = f' data-n="{one.number}"' if one.number else ""
        words = f'<a href="#{text(one.anchor)}"{number}>{words}</a>'
    counts = f' <small class="c">{text(one.counts)}</small>' if one.counts else ""
    return f"{words}{marks}{counts}"


def cell(parts: Cell) -> str:
    """Everything in one cell, one below the other."""
    if len(parts) > 1:
        return f"<ul>{''.join(f'<li>{said(p)}</li>' for p in parts)}</ul>"
    return "".join(map(said, parts))


def table(shown: Table, *, headed: bool = True) -> Iterator[str]:
    """A table in a box of its own, which scrolls where the page is too narrow and stacks on a phone.

    Args:
        shown: The table.
        headed: Whether it has a heading of its own.
    """
    if headed:
        yield f"<h3>{text(shown.title)}</h3>"
    if shown.note:
        yield f'<p class="small">{text(shown.note)}</p>'
    counted = any(s.counts for _, rows in shown.groups for row in rows for c in row.cells for s in c)
    caption = "<caption>documents≥outlets≥origins</caption>" if counted else ""
    matrix = " matrix" if len(shown.narrow) > 3 else ""
    yield f'<div class="wide" role="region" aria-label="{text(shown.title)}" tabindex="0">'
    yield f'<table class="stack{matrix}">{caption}<thead><tr>'
    yield "".join(f'<th scope="col"{_narrow(shown, n)}>{text(name)}</th>' for n, name in enumerate(shown.head))
    yield "</tr></thead>"
    for name, rows in shown.groups:
        yield "<tbody>"
        if name:
            yield f'<tr class="group"><th scope="rowgroup" colspan="{len(shown.head)}">{text(name)}</th></tr>'
        for row in rows:
            yield _row(shown, row)
        yield "</tbody>"
    yield "</table></div>"
    if shown.more:
        yield more(shown.more)


def more(words: str) -> str:
    """What is not shown, with the command that shows it."""
    left, _, command = words.partition(": ")
    return f'<p class="small">{text(left)}: <code>{text(command)}</code></p>' if command else f"<p>{text(left)}</p>"


def _row(shown: Table, row: Row) -> str:
    out = [f'<tr id="{text(row.id)}">' if row.id else "<tr>"]
    for n, (name, parts) in enumerate(zip(shown.head, row.cells, strict=True)):
        if n == 0:
            out.append(f'<th scope="row">{cell(parts)}</th>')
        elif parts:
            out.append(f'<td data-head="{text(name)}"{_narrow(shown, n)}>{cell(parts)}</td>')
        else:
            out.append(f"<td{_narrow(shown, n, 'none')}></td>")
    return "".join((*out, "</tr>"))


def _narrow(shown: Table, n: int, more: str = "") -> str:
    names = " ".join(w for w in ("n" if n in shown.narrow else "", more) if w)
    return f' class="{names}"' if names else ""
