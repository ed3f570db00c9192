"""A table as lines of text: headings above what they hold, columns side by side, words whole.

In: rows of cells and the width of the screen. Out: lines. Never breaks a word that fits into its
column, never cuts anything off, and knows nothing of colours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

_BETWEEN = "  "
_JOINTS = "=_–-/"  # signs after which a word that is too long is broken rather than anywhere
_STEP = "  "  # a heading's indent under the one above
_WORD = 24  # characters of a word that a column is widened for before any is made comfortable
_SHORT = 18  # characters of a cell that stands on one line before longer ones are made comfortable
_LEAST = 6  # characters that a column keeps on the narrowest screen


def lay_out(head: Sequence[str], rows: Sequence[Sequence[str]], width: int, headings: int = 0) -> Iterator[str]:
    """Lay rows out in columns.

    Args:
        head: The columns' names.
        rows: Cells as text; a cell may have lines of its own, and a blank one is left blank.
        width: Characters of a line; one is only longer where columns at their narrowest are.
        headings: How many columns from the left are written once, as lines above the rows that share them.

    Yields:
        The head, then headings and rows, without line ends or trailing space.
    """
    indent = _STEP * headings
    bodies = [row[headings:] for row in rows]
    widths = _widths([head[headings:], *bodies], width - len(indent))
    yield from _row(head[headings:], widths, indent)
    shown: list[str] = []
    for row, body in zip(rows, bodies, strict=True):
        led = list(row[:headings])
        if led != shown:
            same = next(n for n, cell in enumerate(led) if n >= len(shown) or cell != shown[n])
            for level in range(same, headings):
                yield _STEP * level + " ".join(led[level].split())
            shown = led
        yield from _row(body, widths, indent)


def _row(cells: Sequence[str], widths: Sequence[int], indent: str) -> Iterator[str]:
    """The lines of one row."""
    columns = [list(_wrapped(cell, width)) for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*columns, fillvalue=""):
        yield (indent + _BETWEEN.join(f"{part:<{w}}" for part, w in zip(line, widths, strict=True))).rstrip()


def _wrapped(cell: str, width: int) -> Iterator[str]:
    """A cell's lines, each of at most so many characters, broken between words where that can be."""
    for text in cell.split("\n"):
        line = ""
        for word in text.split(" "):
            if line and len(line) + 1 + len(word) > width:
                yield line
                line = word
            else:
                line = f"{line} {word}" if line else word
            while len(line) > width:
                joint = max(line.rfind(sign, 0, width) for sign in _JOINTS) + 1 or width
                yield line[:joint]
                line = line[joint:]
        yield line


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """How wide each column is: all it wants where there is room, else its longest words first."""
    columns = [[line for cell in column for line in cell.split("\n")] for column in zip(*rows, strict=True)]
    wanted = [max(map(len, lines)) for lines in columns]
    room = width - len(_BETWEEN) * (len(columns) - 1)
    words = [max(len(word) for line in lines for word in line.split(" ")) for lines in columns]
    widths = [min(want, max(_LEAST, min(word, _WORD))) for want, word in zip(wanted, words, strict=True)]
    while sum(widths) > room and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1
    short = [min(want, max(w, _SHORT)) for want, w in zip(wanted, widths, strict=True)]
    for target in (words, short, wanted):  # room goes to whichever would be broken into the most lines
        while sum(widths) < room and any(w < t for w, t in zip(widths, target, strict=True)):
            crowded = [t / w if w < t else 0 for w, t in zip(widths, target, strict=True)]
            widths[crowded.index(max(crowded))] += 1
    return widths
