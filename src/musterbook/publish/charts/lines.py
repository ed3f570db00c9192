"""Lines over time in which what is missing stays a gap.

In: `Line` records, a figure or None a place. Out: SVG text. Never joins across a gap, and never takes one for zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musterbook.publish.charts.frame import (
    LINE,
    WIDTH,
    Head,
    Plot,
    drawing,
    grid,
    headed,
    margin,
    number,
    places,
    said,
    ticks,
    wrap,
)

_HIGH = 190  # units
_DASHES = ("", "7 4", "2 3", "10 3 2 3", "5 2", "1 5")
_SIGNS = (
    '<circle cx="{x}" cy="{y}" r="3.4"/>',
    '<rect x="{x}" y="{y}" width="6.4" height="6.4" transform="translate(-3.2 -3.2)"/>',
    '<path d="M{x} {y}m0 -4.4l4 7h-8z"/>',
    '<path d="M{x} {y}m0 -4.6l4.6 4.6l-4.6 4.6l-4.6 -4.6z"/>',
    '<path d="M{x} {y}m-3.4 -3.4l6.8 6.8m0 -6.8l-6.8 6.8" stroke="currentColor" stroke-width="2"/>',
    '<circle cx="{x}" cy="{y}" r="3" fill="none" stroke="currentColor" stroke-width="1.8"/>',
)


@dataclass(frozen=True, slots=True)
class Line:
    """One series.

    Attributes:
        name: What it is of.
        figures: One a place; None where nothing is known.
    """

    name: str
    figures: Sequence[float | None]


def line_chart(head: Head, names: Sequence[str], lines: Sequence[Line]) -> str:
    """Draw lines, each with its own dash and sign; a place without a figure is shaded for a single line.

    Args:
        head: What the chart is called.
        names: Of the places, from left to right: weeks, dates.
        lines: The series, each as long as ``names``. More than six repeat dashes and signs.

    Returns:
        An ``<svg>`` element.
    """
    parts, top = headed(head)
    figures = ticks(max((v for line in lines for v in line.figures if v is not None), default=0.0))
    plot = Plot(margin(figures), top + 6, WIDTH - 10, top + 6 + _HIGH, figures[-1], len(names))
    missing = [n for n in range(len(names)) if lines and all(line.figures[n] is None for line in lines)]
    parts += _shaded(plot, missing)
    parts += grid(plot, figures)
    for n, line in enumerate(lines):
        parts += _line(plot, line.figures, n)
    parts += places(plot, names)
    y = plot.bottom + LINE * 2
    for n, line in enumerate(lines):
        accent = ' class="accent"' if n == 0 else ""
        parts.append(f"<g{accent}>{_stroke(f'M0 {y - 4:.1f}h30', n)}{_sign(15, y - 4, n)}</g>")
        rows = wrap(line.name, WIDTH - 42)
        parts += said(rows, (38, y))
        y += LINE * max(1, len(rows))
    if missing:
        parts.append(f'<rect x="8" y="{y - 12:.1f}" width="14" height="12" opacity=".13"/>')
        parts += said(["nothing known: a gap, not zero"], (38, y))
        y += LINE
    return drawing(head, y - 8, parts, _figures(names, lines))


def _shaded(plot: Plot, missing: Sequence[int]) -> Iterator[str]:
    half = (plot.x(1) - plot.x(0)) / 2 if plot.count > 1 else 8.0
    for n in missing:
        left, right = max(plot.left, plot.x(n) - half), min(plot.right, plot.x(n) + half)
        high = plot.bottom - plot.top
        yield f'<rect x="{left:.1f}" y="{plot.top:.1f}" width="{right - left:.1f}" height="{high:.1f}" opacity=".13"/>'


def _line(plot: Plot, figures: Sequence[float | None], number_of_line: int) -> Iterator[str]:
    yield '<g class="accent">' if number_of_line == 0 else "<g>"
    path = ""
    before = False
    signs = []
    crowded = sum(v is not None for v in figures) > 60
    for n, figure in enumerate(figures):
        if figure is None:
            before = False
            continue
        x, y = plot.x(n), plot.y(figure)
        path += f"{'L' if before else 'M'}{x:.1f} {y:.1f}"
        single = not before and (n + 1 == len(figures) or figures[n + 1] is None)
        before = True
        if single or not crowded or n % max(1, len(figures) // 12) == 0:
            signs.append(_sign(x, y, number_of_line))
    if path:
        yield _stroke(path, number_of_line)
    yield from signs
    yield "</g>"


def _stroke(path: str, number_of_line: int) -> str:
    dash = _DASHES[number_of_line % len(_DASHES)]
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="1.8"{dashed}/>'


def _sign(x: float, y: float, number_of_line: int) -> str:
    return _SIGNS[number_of_line % len(_SIGNS)].format(x=f"{x:.1f}", y=f"{y:.1f}")


def _figures(names: Sequence[str], lines: Sequence[Line]) -> str:
    said_of = []
    for line in lines:
        known = [(names[n], v) for n, v in enumerate(line.figures) if v is not None]
        gaps = len(line.figures) - len(known)
        if not known:
            said_of.append(f"{line.name}: nothing known.")
            continue
        (first, a), (last, b) = known[0], known[-1]
        most = max(known, key=lambda p: p[1])
        said_of.append(
            f"{line.name}: {number(a)} at {first}, {number(b)} at {last}, most {number(most[1])} at {most[0]}"
            + (f", {gaps} without a figure." if gaps else ".")
        )
    return " ".join(said_of) or "There are no figures."
