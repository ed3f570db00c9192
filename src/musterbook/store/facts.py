"""Facts about the book itself: the digest of its vocabulary, and counts.

Comes in: a key and a value. Goes out: what was kept last, and how much is in the book.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, delete, distinct, func, insert, select

from musterbook.store import lineage, problems, tables
from musterbook.store.ports import Counts


def meta(connection: Connection, key: str) -> str:
    """A fact, or an empty string."""
    m = tables.meta.c
    return str(connection.execute(select(m.value).where(m.key == key)).scalar() or "")


def set_meta(connection: Connection, key: str, value: str) -> None:
    """Keep a fact in place of what was kept under its key."""
    connection.execute(delete(tables.meta).where(tables.meta.c.key == key))
    connection.execute(insert(tables.meta), [{"key": key, "value": value}])


def counts(connection: Connection) -> Counts:
    """How much is in the book."""
    k, s, e = tables.claims.c, tables.standing.c, tables.extractions.c

    def size(table: str) -> int:
        return int(connection.execute(select(func.count()).select_from(tables.metadata.tables[table])).scalar_one())

    def by(column: ColumnElement[str]) -> tuple[tuple[str, int], ...]:
        query = (
            select(column, func.count())
            .select_from(tables.claims)
            .join(tables.standing, s.extraction_no == k.extraction_no)
            .group_by(column)
            .order_by(column)
        )
        return tuple((str(name), int(n)) for name, n in connection.execute(query))

    read = (
        select(func.count(distinct(s.capture_id)))
        .join(tables.extractions, e.no == s.extraction_no)
        .where(e.reading_id != "")
    )
    by_type = by(k.type)
    kept = size("captures")
    return Counts(
        captures=kept,
        documents=size("documents"),
        readings=size("readings"),
        claims=sum(n for _, n in by_type),
        problems=problems.count(connection),
        edges=lineage.count(connection),
        judgements=size("judgements"),
        unread=kept - int(connection.execute(read).scalar_one()),
        by_type=by_type,
        by_language=by(k.language),
    )
