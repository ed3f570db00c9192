"""Ids may be given by a unique beginning, with or without their kind.

Comes in: what a user typed. Goes out: the whole id, or an error that lists the candidates.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.sql import ColumnElement

from musterbook.errors import StoreError
from musterbook.expressions import regex

_SHOWN = 5  # candidates in the error
_DIGITS = regex(r"[0-9a-f]{1,64}\Z")


def by_beginning(
    connection: Connection, wanted: str, kind: str, column: ColumnElement[Any], give: ColumnElement[Any], place: str
) -> str:
    """The one value of `give` where the id in `column` begins as wanted; empty where none does.

    Args:
        connection: Where to look.
        wanted: ``claim-3f2a``, or ``3f2a`` alone.
        kind: The word before the hyphen of these ids.
        column: The ids.
        give: The column wanted of the row.
        place: The book, for the error.

    Raises:
        StoreError: Several ids begin so.
    """
    digits = wanted.strip().lower().removeprefix(f"{kind}-")
    if not _DIGITS.match(digits):
        return ""
    low = f"{kind}-{digits}"
    found = connection.execute(
        select(column, give).where(column >= low, column < low + "g").distinct().order_by(column).limit(_SHOWN + 1)
    ).all()
    ids = list(dict.fromkeys(row[0] for row in found))
    if len(ids) > 1:
        shown = ", ".join(ids[:_SHOWN]) + (", …" if len(ids) > _SHOWN else "")
        raise StoreError(f"{place}: {wanted!r} is the beginning of several ids: {shown}; give more of it")
    return str(found[0][1]) if found else ""
