"""A table as lines of text: headings above what they hold, columns side by side, words whole.

In: rows of cells and the width of the screen. Out: lines. Never breaks a word that fits into its
column, never cuts anything off, shows no column in which nothing stands, and knows nothing of colours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

_BETWEEN = "  "
_JOINTS = "=_–-/."  # signs after which a word that is too long is broken rather than anywhere
_INSIDE = "–-."  # those that are none before a digit
_STEP = "  "  # a heading's indent under the one above
_WORD = 24  # characters of a word that a column is widened for before any is made comfortable
_SHORT = 18  # characters of a cell that stands on one line before longer ones are made comfortable
_LEAST = 6  # characters that a column keeps on the narrowest screen
_PIECE = 12  # characters of a word's part that a column must have room for, or else it goes below its row
_BESIDE = 2  # columns that stay side by side on the narrowest screen


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
    head, rows = _filled(head, rows, headings)
    bodies = [row[headings:] for row in rows]
    beside = _fitting([head[headings:], *bodies], width - len(indent))
    widths = _widths([row[:beside] for row in (head[headings:], *bodies)], width - len(indent))
    below = head[headings + beside :]
    yield from _row(head[headings : headings + beside], widths, indent)
    shown: list[str] = []
    for row, body in zip(rows, bodies, strict=True):
        led = list(row[:headings])
        if led != shown:
            same = next(n for n, cell in enumerate(led) if n >= len(shown) or cell != shown[n])
            for level in range(same, headings):
                yield _STEP * level + " ".join(led[level].split())
            shown = led
        yield from _row(body[:beside], widths, indent)
        for name, cell in zip(below, body[beside:], strict=True):
            if cell:
                yield from _under(f"{name}: {' '.join(cell.split())}", width, indent + _STEP * 2)


def wrap(text: str, width: int) -> Iterator[str]:
    """A line as several that fit, each after the first indented a step below it.

    >>> list(wrap("  one two three", 11))
    ['  one two', '    three']
    """
    body = text.lstrip(" ")
    indent = text[: len(text) - len(body)]
    if len(text) <= width:
        yield text
        return
    first, *rest = _under(body, width, indent + _STEP)
    yield first.removeprefix(_STEP)
    yield from rest


def _filled(
    head: Sequence[str], rows: Sequence[Sequence[str]], headings: int
) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """Head and rows without the columns in which nothing stands."""
    kept = [n for n in range(len(head)) if n < headings or any(row[n] for row in rows)]
    return [head[n] for n in kept], [[row[n] for n in kept] for row in rows]


def _fitting(rows: Sequence[Sequence[str]], width: int) -> int:
    """How many columns from the left have room side by side without breaking a word but where it is long."""
    least = [max(min(_piece(cell), _PIECE) for cell in column) for column in zip(*rows, strict=True)]
    count = len(least)
    while count > _BESIDE and sum(least[:count]) + len(_BETWEEN) * (count - 1) > width:
        count -= 1
    return count


def _piece(cell: str) -> int:
    """The length of the longest part of a cell that is not broken: a word, or what stands between its joints."""
    longest = 0
    for word in cell.split():
        ends = [*_breaks(word), len(word)]
        longest = max(longest, *(end - start for start, end in zip([0, *ends], ends, strict=False)))
    return longest


def _breaks(word: str) -> list[int]:
    """Where a word that is too long is broken rather than anywhere: after a joint, but not inside a date or number."""
    pairs = enumerate(pairwise(word), start=1)
    return [n for n, (sign, after) in pairs if sign in _JOINTS and not (sign in _INSIDE and after.isdigit())]


def _under(text: str, width: int, indent: str) -> Iterator[str]:
    """What stands below a row, indented."""
    for line in _wrapped(text, max(width - len(indent), _LEAST)):
        yield indent + line


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
                joint = max((n for n in _breaks(line) if n <= width), default=width)
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
