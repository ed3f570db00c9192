"""Edges of lineage as proposed; what a person says about them stands beside, as judgements.

Comes in: the edges of one document. Goes out: edges that stand. A new proposal does not
remove the old one, which stays in the history.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from musterbook.errors import StoreError
from musterbook.records import Edge, Evidence, content_id
from musterbook.store import tables
from musterbook.store.coding import dump, parse, plain

G = tables.edges.c
_AT_ONCE = 400  # values in one statement


def edge_body(edge: Edge) -> list[Any]:
    """An edge as JSON values."""
    return [
        edge.capture_id,
        edge.target,
        edge.named,
        edge.kind,
        edge.confidence,
        [[e.layer, e.what, e.start, e.end, e.source_start, e.source_end] for e in edge.evidence],
    ]


def edge_of(body: list[Any]) -> Edge:
    """An edge from its body."""
    capture_id, target, named, kind, confidence, evidence = body
    return Edge(capture_id, target, named, kind, confidence, tuple(Evidence(*e) for e in evidence))


def set_edges(connection: Connection, capture_id: str, edges: Sequence[Edge]) -> None:
    """Make these the standing edges of a document.

    Raises:
        StoreError: One of them is another document's.
    """
    set_all_edges(connection, {capture_id: edges})


def set_all_edges(connection: Connection, edges: Mapping[str, Sequence[Edge]]) -> None:
    """Make these the standing edges of some documents, each under its capture's id.

    Raises:
        StoreError: One of them is another document's.
    """
    wanted: dict[str, tuple[Edge, list[Any]]] = {}
    for capture_id, own in edges.items():
        for edge in own:
            if edge.capture_id != capture_id:
                raise StoreError(f"edge {edge.id} is of {edge.capture_id}, not of {capture_id}; set it there")
            body = edge_body(edge)
            wanted[content_id("proposal", body)] = edge, body
    known: dict[str, int] = {}
    ids = list(edges)
    for at in range(0, len(ids), _AT_ONCE):
        present = select(G.digest, G.stands).where(G.capture_id.in_(ids[at : at + _AT_ONCE]))
        known.update({row.digest: row.stands for row in connection.execute(present)})
    gone = [digest for digest, stands in known.items() if stands and digest not in wanted]
    back = [digest for digest in wanted if known.get(digest) == 0]
    for digests, stands in ((gone, 0), (back, 1)):
        for at in range(0, len(digests), _AT_ONCE):
            some = G.digest.in_(digests[at : at + _AT_ONCE])
            connection.execute(update(tables.edges).where(some).values(stands=stands))
    rows = [
        {
            "digest": digest,
            "id": edge.id,
            "capture_id": edge.capture_id,
            "target": plain(edge.target),
            "stands": 1,
            "body": dump(body),
        }
        for digest, (edge, body) in wanted.items()
        if digest not in known
    ]
    if rows:
        connection.execute(insert(tables.edges), rows)


def edges(connection: Connection, capture_id: str = "", stands: int = 1) -> Iterator[Edge]:
    """Standing edges (or, with 0, withdrawn ones) from one document, or of all, sorted by document."""
    query = select(G.body).where(G.stands == stands).order_by(G.capture_id, G.id, G.digest)
    if capture_id:
        query = query.where(G.capture_id == capture_id)
    for row in connection.execute(query):
        yield edge_of(parse(row.body))


def edges_of(connection: Connection, capture_ids: Sequence[str], downward: bool = False) -> Iterator[Edge]:
    """Standing edges from some documents, or, downward, those that lead to them."""
    end = G.target if downward else G.capture_id
    query = select(G.body).where(G.stands == 1, end.in_(capture_ids)).order_by(G.capture_id, G.id, G.digest)
    for row in connection.execute(query):
        yield edge_of(parse(row.body))


def count(connection: Connection) -> int:
    """How many edges stand."""
    return int(connection.execute(select(func.count()).select_from(tables.edges).where(G.stands == 1)).scalar_one())
