"""People's decisions: appended, never changed; the latest on a subject stands.

Comes in: judgements. Goes out: judgements in the order in which they were taken, and what
they retract.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from typing import Any

from sqlalchemy import Connection, insert, select

from musterbook.records import Judgement
from musterbook.store import tables
from musterbook.store.coding import dump, parse, plain

J = tables.judgements.c


def judgement_row(judgement: Judgement) -> dict[str, Any]:
    """A row of `judgements`."""
    return {
        "id": judgement.id,
        "subject": plain(judgement.subject),
        "kind": plain(judgement.kind),
        "verdict": plain(judgement.verdict),
        "at": plain(judgement.when),
        "body": dump(list(astuple(judgement))),
    }


def add_judgement(connection: Connection, judgement: Judgement) -> bool:
    """Append a decision; False where the very same one is there."""
    if connection.execute(select(J.id).where(J.id == judgement.id)).first():
        return False
    connection.execute(insert(tables.judgements), [judgement_row(judgement)])
    return True


def judgements(connection: Connection, subject: str = "", kind: str = "") -> Iterator[Judgement]:
    """Decisions on a subject, of a kind, or all; by their time, then by id."""
    query = select(J.body).order_by(J.at, J.id)
    if subject:
        query = query.where(J.subject == plain(subject))
    if kind:
        query = query.where(J.kind == kind)
    for row in connection.execute(query):
        yield Judgement(*parse(row.body))


def retracted(connection: Connection) -> frozenset[str]:
    """Ids of what is retracted: the latest judgement of that kind on it is positive."""
    query = select(J.subject, J.verdict).where(J.kind == "retraction").order_by(J.at, J.id)
    latest = {row.subject: row.verdict for row in connection.execute(query)}
    return frozenset(s for s, verdict in latest.items() if verdict == "positive")
