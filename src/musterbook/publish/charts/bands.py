"""Bands over time: how far the runs of a model spread, never one line that looks certain.

In: `Bands`, five figures a place. Out: SVG text. Never smooths and never fills a gap.
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
    ticks,
    wrap,
)
from musterbook.publish.charts.frame import said as words

_HIGH = 190  # units


@dataclass(frozen=True, slots=True)
class Bands:
    """What runs give, place by place.

    Attributes:
        names: Of the places: weeks, dates.
        low: The figure that 5 % of the runs stay below.
        lower: 25 %.
        middle: 50 %.
        upper: 75 %.
        high: 95 %.
        wanted: A figure to hold them against, such as what is needed; None for none.
        wanted_is: What that is called.
    """

    names: Sequence[str]
    low: Sequence[float]
    lower: Sequence[float]
    middle: Sequence[float]
    upper: Sequence[float]
    high: Sequence[float]
    wanted: Sequence[float] | None = None
    wanted_is: str = "needed"

    @property
    def most(self) -> float:
        """The greatest figure of all, 0 where there is none."""
        return max((*self.high, *(self.wanted or ())), default=0.0)


def band_chart(head: Head, bands: Bands) -> str:
    """Draw bands: nine in ten runs light, the middle half dark, the middle run a line.

    Args:
        head: What the chart is called.
        bands: The figures; all sequences are as long as ``names``.

    Returns:
        An ``<svg>`` element.
    """
    parts, top = headed(head)
    figures = ticks(bands.most)
    plot = Plot(margin(figures), top + 6, WIDTH - 8, top + 6 + _HIGH, figures[-1], len(bands.names))
    parts += grid(plot, figures)
    if bands.names:
        parts.append('<g class="accent">')
        parts.append(_area(plot, bands.low, bands.high, ".2"))
        parts.append(_area(plot, bands.lower, bands.upper, ".38"))
        for edge in (bands.low, bands.high):
            parts.append(_path(plot, edge, ' stroke-width="1" stroke-dasharray="1 3"'))
        parts.append(_path(plot, bands.middle, ' stroke-width="2.2"') + "</g>")
        if bands.wanted is not None:
            parts.append(_path(plot, bands.wanted, ' stroke-width="1.6" stroke-dasharray="7 4"'))
    parts += places(plot, bands.names)
    high = plot.bottom + LINE + 12
    key = [*_key(bands, high)]
    return drawing(head, high + LINE * (3 if bands.wanted is None else 4), (*parts, *key), _figures(bands))


def _key(bands: Bands, y: float) -> Iterator[str]:
    rows = [
        ('<rect width="26" height="11" opacity=".2" fill="currentColor"/>', "9 in 10 runs"),
        ('<rect width="26" height="11" opacity=".55" fill="currentColor"/>', "the middle half of the runs"),
        ('<path d="M0 6h26" stroke="currentColor" stroke-width="2.2"/>', "the middle run"),
    ]
    if bands.wanted is not None:
        dashes = '<path d="M0 6h26" stroke="currentColor" stroke-width="1.6" stroke-dasharray="7 4"/>'
        rows.append((dashes, bands.wanted_is))
    for n, (sign, name) in enumerate(rows):
        accent = ' class="accent"' if n < 3 else ""
        yield f'<g{accent} transform="translate(0 {y + n * LINE - 6:.1f})">{sign}</g>'
        yield from words(wrap(name, WIDTH - 40)[:1], (34, y + n * LINE + 4))


def _area(plot: Plot, low: Sequence[float], high: Sequence[float], weight: str) -> str:
    there = [f"{plot.x(n):.1f} {plot.y(v):.1f}" for n, v in enumerate(high)]
    back = [f"{plot.x(n):.1f} {plot.y(v):.1f}" for n, v in reversed(list(enumerate(low)))]
    return f'<path d="M{"L".join((*there, *back))}Z" opacity="{weight}"/>'


def _path(plot: Plot, figures: Sequence[float], more: str) -> str:
    points = "L".join(f"{plot.x(n):.1f} {plot.y(v):.1f}" for n, v in enumerate(figures))
    return f'<path d="M{points}" fill="none" stroke="currentColor"{more}/>'


def _figures(bands: Bands) -> str:
    if not bands.names:
        return "There are no figures."
    said = [
        f"{name}: {number(bands.middle[n])}, nine in ten runs from {number(bands.low[n])} to {number(bands.high[n])}"
        + (f", {bands.wanted_is} {number(bands.wanted[n])}" if bands.wanted is not None else "")
        for n, name in {k: bands.names[k] for k in (0, len(bands.names) // 2, len(bands.names) - 1)}.items()
    ]
    return "The middle run at " + "; at ".join(said) + "."
