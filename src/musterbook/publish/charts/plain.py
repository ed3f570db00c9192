"""Charts in characters, for a terminal.

In: `Bands` and `Bar` records. Out: lines of text, with blocks, or in ASCII where blocks may not be shown. Never
uses colour or control characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musterbook.publish.charts.bands import Bands
from musterbook.publish.charts.bars import Bar
from musterbook.publish.charts.frame import number, short, ticks

_EIGHTHS = " ▏▎▍▌▋▊▉█"


@dataclass(frozen=True, slots=True)
class _Signs:
    middle: str
    half: str
    most: str
    wanted: str
    axis: str
    corner: str
    floor: str


_BLOCKS = _Signs("█", "▒", "░", "╌", "┤", "└", "─")
_ASCII = _Signs("#", "+", ".", "-", "|", "+", "-")


def plain_bands(bands: Bands, wide: int = 72, high: int = 12, ascii_only: bool = False) -> list[str]:
    """Bands as lines of characters.

    Args:
        bands: The figures.
        wide: Columns in all, the axis included.
        high: Rows of the field.
        ascii_only: Nothing but ASCII.

    Returns:
        The lines, the key last; one that says so where there are no figures.
    """
    signs = _ASCII if ascii_only else _BLOCKS
    if not bands.names:
        return ["no figures"]
    figures = ticks(bands.most)
    top = figures[-1]
    left = max(len(short(f)) for f in figures) + 1
    columns = max(10, min(wide - left - 1, len(bands.names)))
    chosen = [round(c * (len(bands.names) - 1) / max(1, columns - 1)) for c in range(columns)]
    labelled = {_row(f, top, high): short(f) for f in figures}
    lines = []
    for row in range(high - 1, -1, -1):
        field = "".join(_cell(bands, n, row, top, high, signs) for n in chosen)
        lines.append(f"{labelled.get(row, ''):>{left}}{signs.axis}{field}".rstrip())
    lines.append(f"{'':>{left}}{signs.corner}{signs.floor * columns}")
    first, last = bands.names[0], bands.names[-1]
    lines.append(f"{'':>{left + 1}}{first}{last:>{max(len(last) + 1, columns - len(first))}}")
    key = f"{signs.middle} middle run  {signs.half} middle half  {signs.most} 9 in 10 runs"
    lines.append(key + (f"  {signs.wanted} {bands.wanted_is}" if bands.wanted is not None else ""))
    return lines


def _row(figure: float, top: float, high: int) -> int:
    return min(high - 1, max(0, round(figure / top * (high - 1))))


def _cell(bands: Bands, n: int, row: int, *scale: object) -> str:
    top, high, signs = scale
    assert isinstance(top, float)
    assert isinstance(high, int)
    assert isinstance(signs, _Signs)
    low, lower, middle, upper, most = (
        _row(v[n], top, high) for v in (bands.low, bands.lower, bands.middle, bands.upper, bands.high)
    )
    if row == middle:
        return signs.middle
    if bands.wanted is not None and row == _row(bands.wanted[n], top, high):
        return signs.wanted
    if lower <= row <= upper:
        return signs.half
    return signs.most if low <= row <= most else " "


def plain_bars(bars: Sequence[Bar], wide: int = 72, ascii_only: bool = False) -> list[str]:
    """Bars as lines of characters, one a bar, names to the left.

    Args:
        bars: The figures, none of them negative in what is drawn: a negative one is drawn by its size.
        wide: Columns in all.
        ascii_only: Nothing but ASCII.

    Returns:
        The lines.
    """
    return list(_bars(bars, wide, ascii_only))


def _bars(bars: Sequence[Bar], wide: int, ascii_only: bool) -> Iterator[str]:
    most = max((abs(b.figure) for b in bars if b.figure is not None), default=0.0) or 1.0
    left = min(wide // 2, max((len(b.name) for b in bars), default=0))
    ends = {n: f"{'not known' if b.figure is None else number(b.figure)} {b.note}".rstrip() for n, b in enumerate(bars)}
    room = max(4, wide - left - 2 - max((len(e) for e in ends.values()), default=0))
    for n, bar in enumerate(bars):
        eighths = round(abs(bar.figure or 0.0) / most * room * 8)
        drawn = "#" * (eighths // 8) if ascii_only else "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()
        yield f"{bar.name[:left]:<{left}} {drawn}{' ' if drawn else ''}{ends[n]}"
