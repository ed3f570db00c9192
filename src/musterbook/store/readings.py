"""Readings: text and layout, compressed, each exactly as it was made; none is ever changed.

Comes in: readings. Goes out: rows, and readings as they went in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection, select

from musterbook.records import Block, Reading, Segment
from musterbook.store import tables
from musterbook.store.coding import dump, pack_text, parse, unpack_text

R = tables.readings.c


def layout_of(reading: Reading) -> dict[str, Any]:
    """Blocks, sentences and segments as flat lists of numbers, each start told by its distance to the last."""
    kinds = list(dict.fromkeys(block.kind for block in reading.blocks))
    return {
        "kinds": kinds,
        "blocks": _steps((b.start, b.end - b.start, kinds.index(b.kind)) for b in reading.blocks),
        "sentences": _steps((start, end - start) for start, end in reading.sentences),
        "segments": _steps(
            (s.start, s.end - s.start, s.source, s.source_end - s.source, int(s.exact)) for s in reading.segments
        ),
    }


def _steps(rows: Iterable[tuple[int, ...]]) -> list[int]:
    before = 0
    flat = []
    for start, *rest in rows:
        flat.append([start - before, *rest])
        before = start
    return list(chain.from_iterable(flat))


def _rows(flat: list[int], width: int) -> list[list[int]]:
    rows = [flat[at : at + width] for at in range(0, len(flat), width)]
    start = 0
    for row in rows:
        start += row[0]
        row[0] = start
    return rows


def head_of(reading: Reading) -> dict[str, Any]:
    """All of a reading that is neither text nor layout."""
    return {
        "language": reading.language,
        "supported": reading.supported,
        "title": reading.title,
        "byline": reading.byline,
        "version": reading.version,
    }


def reading_row(reading: Reading, reading_id: str) -> dict[str, Any]:
    """A row of `readings`."""
    return {
        "id": reading_id,
        "capture_id": reading.capture_id,
        "body": dump(head_of(reading)),
        "text": pack_text(reading.text),
        "layout": pack_text(dump(layout_of(reading))),
    }


def reading_of(capture_id: str, head: dict[str, Any], text: str, layout: dict[str, Any]) -> Reading:
    """A reading from its parts."""
    kinds = layout["kinds"]
    return Reading(
        capture_id=capture_id,
        text=text,
        language=head["language"],
        supported=head["supported"],
        blocks=tuple(Block(kinds[k], start, start + length) for start, length, k in _rows(layout["blocks"], 3)),
        sentences=tuple((start, start + length) for start, length in _rows(layout["sentences"], 2)),
        segments=tuple(
            Segment(start, start + length, source, source + reach, bool(exact))
            for start, length, source, reach, exact in _rows(layout["segments"], 5)
        ),
        title=head["title"],
        byline=head["byline"],
        version=head["version"],
    )


def reading(connection: Connection, reading_id: str) -> Reading | None:
    """A reading by its whole id, or None."""
    row = connection.execute(select(tables.readings).where(R.id == reading_id)).first()
    if row is None:
        return None
    return reading_of(row.capture_id, parse(row.body), unpack_text(row.text), parse(unpack_text(row.layout)))


def readings(connection: Connection, reading_ids: Sequence[str]) -> dict[str, Reading]:
    """Readings by their whole ids; those that are not there are left out."""
    found = {}
    for row in connection.execute(select(tables.readings).where(R.id.in_(reading_ids))):
        layout = parse(unpack_text(row.layout))
        found[row.id] = reading_of(row.capture_id, parse(row.body), unpack_text(row.text), layout)
    return found
