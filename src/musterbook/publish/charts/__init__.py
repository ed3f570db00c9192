"""Charts as SVG text, for a page or a file, and the same in characters for a terminal.

In: plain records (`Bands`, `Bar`, `Line`, `Event`) whose words are masked already. Out: text. Never reads,
computes or hides anything, needs no network, no script and no font.

A chart carries a title and a description for those who do not see it, tells its parts apart by shape, dash and
hatch rather than by colour, takes its ink from the page around it (dark mode, print), and is wide enough at the
width of a phone. `STYLE` belongs once into a page that holds charts; `alone` makes a file of one.

>>> alone(bar_chart(Head("Reservists"), (Bar("Tomsk", 40),))).startswith("<?xml")
True
"""

from musterbook.publish.charts.bands import Bands, band_chart
from musterbook.publish.charts.bars import Bar, bar_chart
from musterbook.publish.charts.frame import STYLE, Head, alone
from musterbook.publish.charts.lines import Line, line_chart
from musterbook.publish.charts.plain import plain_bands, plain_bars
from musterbook.publish.charts.sheet import Chapter, Table, chart_page
from musterbook.publish.charts.timeline import Event, timeline_chart

__all__ = [
    "STYLE",
    "Bands",
    "Bar",
    "Chapter",
    "Event",
    "Head",
    "Line",
    "Table",
    "alone",
    "band_chart",
    "bar_chart",
    "chart_page",
    "line_chart",
    "plain_bands",
    "plain_bars",
    "timeline_chart",
]
