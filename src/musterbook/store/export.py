"""A whole book as lines of JSON, always the same for the same content.

Comes in: a connection. Goes out: lines. The order is that of ids; no clock, row number or
order of adding is in it. When documents were first seen, and what was proposed and
withdrawn, is told apart, by `history`.

Lines, in this order: one ``book``; ``meta`` by key; ``capture`` by id, with its documents,
readings and extractions; ``ledger`` by extraction; ``problem`` (of no document) by id; ``edge``; ``judgement``.
"""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from typing import Any

from sqlalchemy import Connection, select

from musterbook.store import judgements, ledger, lineage, problems, tables
from musterbook.store.coding import dump, parse, unpack, unpack_spans, unpack_text
from musterbook.store.people import people_rows, unpack_people

FORMAT = 1
_AT_ONCE = 50  # captures looked up together


def export(connection: Connection) -> Iterator[str]:
    """Everything that the book says, one JSON object a line."""
    yield _line("book", format=FORMAT)
    m = tables.meta.c
    for key, value in connection.execute(select(m.key, m.value).order_by(m.key)):
        yield _line("meta", key=key, value=value)
    c = tables.captures.c
    last = ""
    while ids := connection.execute(select(c.id).where(c.id > last).order_by(c.id).limit(_AT_ONCE)).scalars().all():
        yield from _captures(connection, ids)
        last = ids[-1]
    for piece in ledger.export_ledger(connection):
        yield _line("ledger", **piece)
    for row in connection.execute(problems.of_no_document()):
        yield _line("problem", body=parse(row.body))
    for edge in lineage.edges(connection):
        yield _line("edge", body=lineage.edge_body(edge))
    for judgement in judgements.judgements(connection):
        yield _line("judgement", body=list(astuple(judgement)))


def history(connection: Connection) -> Iterator[str]:
    """When each document was first seen, then proposals of lineage that no longer stand."""
    d = tables.documents.c
    for document_id, name, seen in connection.execute(select(d.id, d.name, d.seen).order_by(d.name, d.id)):
        yield _line("seen", document=document_id, name=name, seen=seen)
    for edge in lineage.edges(connection, stands=0):
        yield _line("withdrawn", body=lineage.edge_body(edge))


def _line(kind: str, **values: Any) -> str:
    return dump({"kind": kind, **values}) + "\n"


def _captures(connection: Connection, ids: Sequence[str]) -> Iterator[str]:
    c, d, r, e = tables.captures.c, tables.documents.c, tables.readings.c, tables.extractions.c
    documents = _grouped(connection, select(tables.documents).where(d.capture_id.in_(ids)).order_by(d.edition, d.id))
    readings = _grouped(connection, select(tables.readings).where(r.capture_id.in_(ids)).order_by(r.id))
    extractions = _grouped(connection, select(tables.extractions).where(e.capture_id.in_(ids)).order_by(e.id))
    turns = _turns(connection, ids)
    claims = _claims(connection, ids)
    for capture_id in ids:
        data = connection.execute(select(c.data).where(c.id == capture_id)).scalar_one()
        yield _line(
            "capture",
            data=base64.b64encode(unpack(data)).decode("ascii"),
            documents=[{"body": parse(row.body), "turns": turns[row.id]} for row in documents[capture_id]],
            readings=[_reading(row) for row in readings[capture_id]],
            extractions=[_extraction(row, claims[row.no]) for row in extractions[capture_id]],
        )


def _grouped(connection: Connection, query: Any) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(query):
        groups[row.capture_id].append(row)
    return groups


def _turns(connection: Connection, ids: Sequence[str]) -> dict[str, list[Any]]:
    """By document: the extraction of each turn in order, with the problems that showed."""
    t, e, u = tables.turns.c, tables.extractions.c, tables.problem_turns.c
    d, p = tables.documents.c, tables.problems.c
    turns: dict[str, list[Any]] = defaultdict(list)
    made = (
        select(t.document_id, e.id)
        .join(tables.extractions, t.extraction_no == e.no)
        .where(e.capture_id.in_(ids))
        .order_by(t.document_id, t.turn)
    )
    for document_id, extraction in connection.execute(made):
        turns[document_id].append([extraction, []])
    showed = (
        select(u.document_id, u.turn, p.body)
        .join(tables.problems, p.id == u.problem_id)
        .join(tables.documents, d.id == u.document_id)
        .where(d.capture_id.in_(ids))
        .order_by(p.id)
    )
    for document_id, turn, body in connection.execute(showed):
        turns[document_id][turn - 1][1].append(parse(body))
    return turns


def _claims(connection: Connection, ids: Sequence[str]) -> dict[int, list[Any]]:
    """By extraction: the bodies of its claims, in order."""
    k, e = tables.claims.c, tables.extractions.c
    claims: dict[int, list[Any]] = defaultdict(list)
    query = (
        select(k.extraction_no, k.body)
        .join(tables.extractions, e.no == k.extraction_no)
        .where(e.capture_id.in_(ids))
        .order_by(k.extraction_no, k.position)
    )
    for no, body in connection.execute(query):
        claims[no].append(parse(body))
    return claims


def _reading(row: Any) -> dict[str, Any]:
    return {
        "id": row.id,
        "head": parse(row.body),
        "text": unpack_text(row.text),
        "layout": parse(unpack_text(row.layout)),
    }


def _extraction(row: Any, claims: list[Any]) -> dict[str, Any]:
    return {
        "id": row.id,
        "reading": row.reading_id,
        "method": [row.programme, row.vocabulary, row.reader],
        "claims": claims,
        "people": people_rows(unpack_people(row.people)),
        "words": unpack_text(row.words),
        "spans": [list(span) for span in unpack_spans(row.spans)],
    }
