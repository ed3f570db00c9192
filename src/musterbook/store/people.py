"""Mentions of persons, kept compressed with the extraction that found them.

Comes in: mentions. Goes out: bytes, and mentions as they went in. A private name stands
in no column, so that no query and no index of the database can be asked for one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from sqlalchemy import Connection, select

from musterbook.records import PersonMention
from musterbook.store import tables
from musterbook.store.coding import dump, pack_text, parse, unpack_text


def people_rows(mentions: Sequence[PersonMention]) -> list[list[Any]]:
    """Mentions as JSON values."""
    return [list(astuple(m)) for m in mentions]


def pack_people(rows: list[list[Any]]) -> bytes:
    """Compress what `people_rows` gave."""
    return pack_text(dump(rows)) if rows else b""


def unpack_people(data: bytes) -> tuple[PersonMention, ...]:
    """The mentions that were packed."""
    return tuple(PersonMention(*row) for row in parse(unpack_text(data))) if data else ()


def people(connection: Connection, capture_id: str) -> tuple[PersonMention, ...]:
    """The mentions in the standing text of a capture, in order."""
    s, e = tables.standing.c, tables.extractions.c
    packed = connection.execute(
        select(e.people)
        .join(tables.standing, s.extraction_no == e.no)
        .where(s.capture_id == capture_id)
        .order_by(s.programme)
    ).scalars()
    found = {mention: None for data in packed for mention in unpack_people(data)}
    return tuple(sorted(found, key=lambda m: (m.start, m.end)))
