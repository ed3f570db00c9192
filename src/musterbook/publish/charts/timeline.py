"""Events in their order in time, each in its lane, with words beside a sign.

In: `Event` records with ISO dates, whole or partial. Out: SVG text. Never makes a month into a day: what is
known to the month or year only is drawn as long as that month or year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musterbook.publish.charts.frame import HATCHED, LETTER, LINE, WIDTH, Head, drawing, hatch, headed, said, text, wrap
from musterbook.records import PartialDate

_SPAN = 120  # units at the left in which time runs
_GAP = 14  # units between that and the words


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or holds for some time.

    Attributes:
        date: ISO date of its beginning: ``2025-11-04``, ``2025-11`` or ``2025``.
        name: What it is.
        lane: What it belongs to, shown as a heading where it changes; events keep their order.
        until: ISO date of its end, empty where it is a moment.
        open: It has begun and has no end yet.
        unsure: Drafted, planned or contested: drawn hollow and hatched.
        note: Said below the name.
    """

    date: str
    name: str
    lane: str = ""
    until: str = ""
    open: bool = False
    unsure: bool = False
    note: str = ""


def timeline_chart(head: Head, events: Sequence[Event]) -> str:
    """Draw events one below the other, with their place in time at the left.

    Args:
        head: What the chart is called.
        events: In the order in which they are to be read.

    Returns:
        An ``<svg>`` element.

    Raises:
        ValueError: A date is none.
    """
    parts, y = headed(head)
    parts.append(hatch())
    days = [d for e in events for d in _days(e)]
    first, last = (min(days), max(days)) if days else (dt.date.min, dt.date.min)
    scale = (_SPAN - 16) / max(1, (last - first).days)
    if days:
        parts += _ends(first, last, y)
        y += LINE + 4
    top = y
    lane = ""
    for event in events:
        if event.lane != lane:
            lane = event.lane
            rows = wrap(lane, WIDTH - _SPAN - _GAP)
            parts += said(rows, (_SPAN + _GAP, y + LINE), ' font-weight="600"')
            y += LINE * len(rows) + 4
        begin, end = ((d - first).days * scale + 6 for d in _days(event))
        parts.append(_sign(event, begin, end, y + 9))
        names = wrap(f"{_when(event)}  {event.name}", WIDTH - _SPAN - _GAP)
        notes = wrap(event.note, WIDTH - _SPAN - _GAP)
        parts += said(names, (_SPAN + _GAP, y + LETTER))
        parts += said(notes, (_SPAN + _GAP, y + LETTER + LINE * len(names)), ' opacity=".75"')
        y += LINE * (len(names) + len(notes)) + 5
    for x in (6, _SPAN - 10):
        parts.append(f'<path d="M{x} {top:.1f}V{y:.1f}" stroke="currentColor" opacity=".25"/>')
    return drawing(head, y, parts, _figures(events))


def _days(event: Event) -> tuple[dt.date, dt.date]:
    begin = PartialDate.parse(event.date)
    end = PartialDate.parse(event.until) if event.until else begin
    return begin.earliest, max(begin.earliest, end.latest)


def _when(event: Event) -> str:
    if event.open:
        return f"since {event.date}"
    return f"{event.date} to {event.until}" if event.until else event.date


def _ends(first: dt.date, last: dt.date, y: float) -> Iterator[str]:
    yield f'<text x="0" y="{y + LETTER:.1f}">{text(f"{first:%Y-%m}")}</text>'
    yield f'<text x="{_SPAN - 4}" y="{y + LETTER:.1f}" text-anchor="end">{text(f"{last:%Y-%m}")}</text>'


def _sign(event: Event, begin: float, end: float, y: float) -> str:
    if event.open:
        end = float(_SPAN - 10)
    fill = HATCHED if event.unsure else "currentColor"
    if end - begin < 6 and not event.open:
        shape = f'<circle cx="{(begin + end) / 2:.1f}" cy="{y:.1f}" r="4.4" fill="{fill}" stroke="currentColor"/>'
    else:
        shape = (
            f'<rect x="{begin:.1f}" y="{y - 4:.1f}" width="{end - begin:.1f}" height="8" fill="{fill}" '
            f'stroke="currentColor"/>'
        )
    arrow = f'<path d="M{end:.1f} {y - 6:.1f}l8 6l-8 6z"/>' if event.open else ""
    return f'<g class="accent">{shape}{arrow}</g>'


def _figures(events: Sequence[Event]) -> str:
    def one(event: Event) -> str:
        lane = f"{event.lane}: " if event.lane else ""
        return f"{_when(event)}, {lane}{event.name}{', not certain' if event.unsure else ''}"

    return "; ".join(map(one, events)) + "." if events else "There are no events."
