"""What all charts share: the drawing around them, scales, axes, wrapped words, escaped text.

In: a `Head` and the parts of a drawing. Out: SVG text. Never decides what is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape

WIDTH = 420  # units: on a phone 360 pixels wide a letter of 13 units is 11 pixels high
LETTER = 13  # units
LINE = 17  # units from one line of words to the next
_PER_LETTER = 6.6  # units: the mean width of a letter of 13 units in a sans-serif font
_LEAST = 1e-9  # what is less is drawn as nothing: axes in smaller steps cannot be computed
HATCH = "\x01"  # stands for the pattern's id until the drawing has a name; `text` lets no such character through
HATCHED = f"url(#{HATCH})"
_WORDS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"

STYLE = """.chart { display: block; width: 100%; max-width: 40rem; height: auto; margin: .6rem 0; color: inherit; }
.chart .accent { color: var(--link, #0b57a4); }
@media (prefers-color-scheme: dark) { .chart .accent { color: var(--link, #83b9f2); } }
@media print { .chart, .chart .accent { color: #000; } .chart { break-inside: avoid; } }
"""
"""The style sheet of charts, once for a page; without it they are drawn in the colour of the words around them."""

_ALONE = """svg { background: #fff; color: #1d2127; } .accent { color: #0b57a4; }
@media (prefers-color-scheme: dark) { svg { background: #15181c; color: #e4e7ea; } .accent { color: #83b9f2; } }
@media print { svg { background: #fff; color: #000; } .accent { color: #000; } }
"""


@dataclass(frozen=True, slots=True)
class Head:
    """What a chart is called.

    Attributes:
        title: Shown above it, and read out.
        description: Read out to those who do not see it, beside what the chart says of its own figures.
        unit: Of the figures: "reservists", "RUB a month"; shown above the axis.
        note: Shown below it: a source, a caution.
    """

    title: str
    description: str = ""
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """The field in which figures are drawn, in units of the drawing.

    Attributes:
        left: Its left edge.
        top: Its upper edge.
        right: Its right edge.
        bottom: Its lower edge.
        most: The figure at its upper edge.
        count: How many places there are from left to right.
        least: The figure at its lower edge.
    """

    left: float
    top: float
    right: float
    bottom: float
    most: float
    count: int
    least: float = 0.0

    def x(self, place: float) -> float:
        """Where a place lies, from 0 to ``count - 1``."""
        if self.count < 2:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * place / (self.count - 1)

    def y(self, figure: float) -> float:
        """Where a figure lies."""
        return self.bottom - (self.bottom - self.top) * (figure - self.least) / ((self.most - self.least) or 1)


def text(words: str) -> str:
    """Words as they may stand in SVG; characters that XML does not allow become a mark."""
    legal = "".join(c if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff") else "\ufffd" for c in words)
    return escape(legal.encode("utf-8", "replace").decode("utf-8"), quote=True)


def number(figure: float) -> str:
    """A figure for people: no more digits than it needs.

    >>> number(1234567), number(0.25), number(12.0), number(1203.4)
    ('1,234,567', '0.25', '12', '1,203')
    """
    if figure == round(figure) or abs(figure) >= 100:
        return f"{figure:,.0f}"
    return f"{figure:.3g}"


def short(figure: float) -> str:
    """A figure for an axis.

    >>> short(2500), short(2_500_000), short(0.5), short(3e9)
    ('2,500', '2.5 M', '0.5', '3,000 M')
    """
    return f"{figure / 1e6:,.4g} M" if abs(figure) >= 1e6 and abs(figure) < 1e9 else _billions(figure)


def _billions(figure: float) -> str:
    return f"{figure / 1e6:,.0f} M" if abs(figure) >= 1e9 else number(figure)


def ticks(most: float, wanted: int = 4) -> list[float]:
    """Round figures from 0 up to the first that is no less than the most.

    >>> ticks(87), ticks(0)
    ([0.0, 20.0, 40.0, 60.0, 80.0, 100.0], [0.0, 1.0])
    """
    if not most > _LEAST or not math.isfinite(most):
        return [0.0, 1.0]
    rough = most / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    step = min((m * power for m in (1, 2, 5, 10) if m * power >= rough * 0.9), default=10 * power)
    count = math.ceil(most / step - 1e-9)
    return [float(f"{step * n:.12g}") for n in range(count + 1)]


def wrap(words: str, units: float) -> list[str]:
    """Words in lines that fit into a width; a word that is longer than a line is cut by force."""
    letters = max(8, int(units / _PER_LETTER))
    lines: list[str] = []
    for word in words.split():
        while len(word) > letters:
            lines.append(word[:letters])
            word = word[letters:]
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return [line for line in lines if line]


def said(lines: Sequence[str], at: tuple[float, float], more: str = "") -> Iterator[str]:
    """Lines of words, the first with its foot at a point."""
    for n, line in enumerate(lines):
        yield f'<text x="{at[0]:.1f}" y="{at[1] + n * LINE:.1f}"{more}>{text(line)}</text>'


def headed(head: Head) -> tuple[list[str], float]:
    """The title and the unit above a chart, and how high they are."""
    titles = wrap(head.title, WIDTH * 0.94)
    parts = list(said(titles, (0, LINE - 3), ' font-weight="600"'))
    high = LINE * len(titles) + 2.0
    if head.unit:
        units = wrap(head.unit, WIDTH)
        parts += said(units, (0, high + LINE - 5), ' opacity=".75"')
        high += LINE * len(units)
    return parts, high + 6


def drawing(head: Head, high: float, parts: Iterable[str], figures: str) -> str:
    """The whole drawing.

    Args:
        head: What it is called.
        high: Its height so far, in units; the note comes below.
        parts: What is drawn.
        figures: What the chart says, in words, for those who do not see it.

    Returns:
        An ``<svg>`` element.
    """
    notes = wrap(head.note, WIDTH)
    below = list(said(notes, (0, high + LINE - 2), ' opacity=".75"'))
    high += LINE * len(notes) + 6
    inner = "\n".join((*parts, *below))
    described = " ".join(w for w in (head.description, figures, head.note) if w)
    name = "chart-" + sha256(f"{head.title}\n{described}\n{inner}".encode("utf-8", "replace")).hexdigest()[:10]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH} {high:.0f}" role="img" '
        f'aria-labelledby="{name}-t {name}-d" font-family="{_WORDS}" font-size="{LETTER}" '
        f'fill="currentColor" stroke="none">\n'
        f'<title id="{name}-t">{text(head.title)}</title>\n<desc id="{name}-d">{text(described)}</desc>\n'
        f"{inner.replace(HATCH, f'{name}-h')}\n</svg>\n"
    )


def hatch() -> str:
    """A pattern of slanted strokes, to fill with `HATCHED`: what is not certain."""
    return (
        f'<defs><pattern id="{HATCH}" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect width="2" height="6" fill="currentColor"/></pattern></defs>'
    )


def grid(plot: Plot, figures: Sequence[float]) -> Iterator[str]:
    """Level lines with their figures to the left."""
    for figure in figures:
        y = plot.y(figure)
        weight = ".7" if figure == plot.least else ".18"
        yield (
            f'<path d="M{plot.left:.1f} {y:.1f}H{plot.right:.1f}" stroke="currentColor" '
            f'stroke-width="1" opacity="{weight}"/>'
        )
        yield f'<text x="{plot.left - 6:.1f}" y="{y + 4:.1f}" text-anchor="end">{text(short(figure))}</text>'


def margin(figures: Sequence[float]) -> float:
    """How much room the figures of an axis take, in units."""
    return 10 + _PER_LETTER * max(len(short(f)) for f in figures)


def places(plot: Plot, names: Sequence[str]) -> Iterator[str]:
    """Names below some of the places, as many as there is room for, the first before all others."""
    if not names:
        return
    last = len(names) - 1
    wide = max(len(n) for n in names) * _PER_LETTER + 12
    step = max(1, math.ceil(wide * max(1, last) / (plot.right - plot.left)))
    begun = plot.x(last) - wide  # where the last name begins
    chosen = {0: "start"} if last else {}
    free = plot.left + wide
    for n in range(step, last, step):
        if plot.x(n) - wide / 2 >= free and plot.x(n) + wide / 2 <= begun:
            chosen[n] = "middle"
            free = plot.x(n) + wide / 2
    if not last or begun >= plot.left + wide:
        chosen[last] = "end" if last else "middle"
    for n, anchor in chosen.items():
        x, y = plot.x(n), plot.bottom
        yield f'<path d="M{x:.1f} {y:.1f}v4" stroke="currentColor" opacity=".7"/>'
        yield f'<text x="{x:.1f}" y="{y + LINE:.1f}" text-anchor="{anchor}">{text(names[n])}</text>'


def alone(chart: str) -> str:
    """A chart as a file of its own, with its own paper and ink, light or dark as the reader has it."""
    end = chart.index("\n")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{chart[:end]}\n<style>{_ALONE}</style>{chart[end:]}'
