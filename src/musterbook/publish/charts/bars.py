"""Bars with their names above them, so that long names fit on a phone.

In: `Bar` records. Out: SVG text. Never sorts, and never draws a figure that is not known as none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musterbook.publish.charts.frame import HATCHED, LINE, WIDTH, Head, drawing, hatch, headed, number, said, text, wrap

_THICK = 12  # units
_FIGURES = 96  # units at the right for the figure in words


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure.

    Attributes:
        name: What it is of.
        figure: How much; None where it is not known, which is drawn as words and no bar. May be negative.
        low: The lower end of what it may be, None where it is one figure.
        high: The upper end.
        unsure: Draws the bar hatched: suppressed, estimated, contested.
        note: Said after the figure.
    """

    name: str
    figure: float | None
    low: float | None = None
    high: float | None = None
    unsure: bool = False
    note: str = ""


def bar_chart(head: Head, bars: Sequence[Bar]) -> str:
    """Draw bars, in the order given.

    Args:
        head: What the chart is called.
        bars: The figures.

    Returns:
        An ``<svg>`` element.
    """
    parts, y = headed(head)
    parts.append(hatch())
    known = [v for b in bars for v in (b.figure, b.low, b.high) if v is not None]
    most, least = max((*known, 0.0)), min((*known, 0.0))
    scale = (WIDTH - _FIGURES) / ((most - least) or 1)
    zero = -least * scale
    top = y
    for bar in bars:
        names = wrap(bar.name, WIDTH)
        parts += said(names, (0, y + LINE - 4))
        y += LINE * len(names)
        parts += _bar(bar, y, zero, scale)
        y += _THICK + 8
    if bars:
        parts.append(f'<path d="M{zero:.1f} {top:.1f}V{y:.1f}" stroke="currentColor" opacity=".5"/>')
    return drawing(head, y, parts, _figures(bars))


def _bar(bar: Bar, y: float, zero: float, scale: float) -> Iterator[str]:
    if bar.figure is None:
        yield f'<text x="{zero + 6:.1f}" y="{y + 10:.1f}" opacity=".75">{text(_words(bar))}</text>'
        return
    end = zero + bar.figure * scale
    fill = f'fill="{HATCHED}" stroke="currentColor"' if bar.unsure else 'fill="currentColor" opacity=".75"'
    yield (
        f'<rect class="accent" x="{min(zero, end):.1f}" y="{y:.1f}" width="{abs(end - zero):.1f}" '
        f'height="{_THICK}" {fill}/>'
    )
    last = max(zero, end)
    if bar.low is not None and bar.high is not None:
        a, b, mid = zero + bar.low * scale, zero + bar.high * scale, y + _THICK / 2
        yield (
            f'<path d="M{a:.1f} {mid:.1f}H{b:.1f}M{a:.1f} {y:.1f}v{_THICK}M{b:.1f} {y:.1f}v{_THICK}" '
            f'fill="none" stroke="currentColor" stroke-width="1.5"/>'
        )
        last = max(last, b)
    yield f'<text x="{last + 6:.1f}" y="{y + 10:.1f}">{text(_words(bar))}</text>'


def _words(bar: Bar) -> str:
    figure = "not known" if bar.figure is None else number(bar.figure)
    return f"{figure} {bar.note}".rstrip()


def _figures(bars: Sequence[Bar]) -> str:
    def one(bar: Bar) -> str:
        span = "" if bar.low is None or bar.high is None else f" (from {number(bar.low)} to {number(bar.high)})"
        return f"{bar.name}: {_words(bar)}{span}{', not certain' if bar.unsure else ''}"

    return "; ".join(map(one, bars)) + "." if bars else "There are no figures."
