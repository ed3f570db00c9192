"""The cells of tables that count people.

Comes in: the rows of one file, as a stream. Goes out: rows, those of the extraction that stands for
each file. Nothing is overwritten: a file read again with another mapping is another extraction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from sys import intern
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Index, Select, Table, func, insert, select

from musterbook.errors import StoreError
from musterbook.records import Problem, content_id
from musterbook.records.ledger import Label, LedgerRow
from musterbook.store import captures, tables
from musterbook.store.coding import dump, parse, plain
from musterbook.store.entry import enter
from musterbook.store.extraction import extraction_of
from musterbook.store.ports import LedgerFilter, ReadDocument
from musterbook.store.problems import add_problems
from musterbook.store.tables import NUMBER, TEXT, metadata

LEDGER = "/ledger"
"""Ends the programme of an extraction of a table: a file may be read as a report and as a table."""

_FIELDS = ("sheet", "address", "words", "region", "group", "first", "last", "metric", "value", "unit")
_REPEATED = frozenset({"sheet", "region", "group", "first", "last", "metric", "unit"})  # kept once in memory
_AT_ONCE = 1000  # rows in a statement, and in a line of an export

ledger = Table(
    "ledger",
    metadata,
    Column("extraction_no", NUMBER, ForeignKey("extractions.no"), primary_key=True, autoincrement=False),
    Column("position", NUMBER, primary_key=True, nullable=False, autoincrement=False),
    Column("region", TEXT, nullable=False),
    Column("people", TEXT, nullable=False),
    Column("metric", TEXT, nullable=False),
    Column("first", TEXT, nullable=False),
    Column("last", TEXT, nullable=False),
    Column("body", TEXT, nullable=False),
    Index("ledger_question", "region", "people", "metric", "first"),
)

L, E, S, D, T = ledger.c, tables.extractions.c, tables.standing.c, tables.documents.c, tables.turns.c


def add_ledger(
    connection: Connection, document: ReadDocument, rows: Iterable[LedgerRow], told: Iterable[Problem], seen: str
) -> int:
    """Write a table with its rows, as they come; says how many there were, 0 where the book has it.

    Args:
        connection: Of a writer's transaction.
        document: The file, without a reading; its method names the mapping.
        rows: Read while they are written.
        told: The problems of the file; read when the rows are at their end.
        seen: ISO 8601 instant, kept with a document that is new.
    """
    extraction = extraction_of(document)
    if not enter(connection, [extraction], seen)[0]:
        return 0
    no = int(connection.execute(select(E.no).where(E.id == extraction.id)).scalar_one())
    count = _insert(connection, no, rows) if not _has_rows(connection, no) else 0
    own = captures.document_id(document.capture)
    turn = int(connection.execute(select(func.max(T.turn)).where(T.document_id == own)).scalar_one())
    listed = list(told)
    if listed:
        add_problems(connection, listed, own, turn)
    return count


def _has_rows(connection: Connection, no: int) -> bool:
    return connection.execute(select(L.position).where(L.extraction_no == no).limit(1)).first() is not None


def _insert(connection: Connection, no: int, rows: Iterable[LedgerRow]) -> int:
    waiting = iter(rows)
    count = 0
    while some := list(islice(waiting, _AT_ONCE)):
        connection.execute(
            insert(ledger), [_values(no, at, row, ledger_body(row)) for at, row in enumerate(some, count)]
        )
        count += len(some)
    return count


def _values(no: int, position: int, row: LedgerRow, body: list[Any]) -> dict[str, Any]:
    return {
        "extraction_no": no,
        "position": position,
        "region": plain(row.region),
        "people": plain(row.group),
        "metric": plain(row.metric),
        "first": row.first,
        "last": row.last,
        "body": dump(body),
    }


def ledger_body(row: LedgerRow) -> list[Any]:
    """Everything about a row but its file."""
    return [
        row.sheet, row.address, row.words, row.region, row.group, row.first, row.last, row.metric, row.value, row.unit,
        list(row.total), row.table, row.formula, [[x.role, x.address, x.words] for x in row.labels],
    ]  # fmt: skip


def ledger_row(body: list[Any], capture_id: str, doc: str, published: str, programme: str) -> LedgerRow:
    """A row from its body and its file."""
    *plain_values, total, table, formula, labels = body
    values: dict[str, Any] = {k: intern(v) if k in _REPEATED else v for k, v in zip(_FIELDS, plain_values, strict=True)}
    return LedgerRow(
        capture_id=capture_id, doc=doc, total=tuple(total), table=table, formula=formula,
        labels=tuple(Label(*x) for x in labels), published=published, programme=programme.removesuffix(LEDGER),
        **values,
    )  # fmt: skip


def _standing() -> Select[Any]:
    return (
        select(L.body, L.position, S.capture_id, S.programme, D.published, D.body.label("document"))
        .join(tables.standing, S.extraction_no == L.extraction_no)
        .join(tables.documents, D.id == S.document_id)
    )


def ledger_rows(connection: Connection, wanted: LedgerFilter) -> Iterator[LedgerRow]:
    """Standing rows that pass a filter: of one file in their order, else by region, group, metric and day."""
    query = _standing()
    if wanted.region:
        query = query.where(L.region == wanted.region)
    if wanted.metric:
        query = query.where(L.metric == wanted.metric)
    if wanted.programme:
        query = query.where(S.programme == wanted.programme + LEDGER)
    if wanted.until:
        query = query.where(D.published != "", D.published <= wanted.until)
    if wanted.capture_id:
        query = query.where(S.capture_id == wanted.capture_id).order_by(S.programme, L.position)
    else:
        query = query.order_by(L.region, L.people, L.metric, L.first, L.last, S.capture_id, L.position)
    names: dict[str, str] = {}
    for row in connection.execution_options(stream_results=True, yield_per=_AT_ONCE).execute(query):
        doc = names.get(row.capture_id)
        if doc is None:
            doc = names[row.capture_id] = str(parse(row.document)["name"])
        body = parse(row.body)
        if not wanted.labels:
            body[-1] = []
        yield ledger_row(body, intern(row.capture_id), doc, intern(row.published), intern(row.programme))


def ledger_captures(connection: Connection) -> list[str]:
    """Ids of the files that rows stand in, sorted."""
    query = select(S.capture_id).where(S.programme.endswith(LEDGER, autoescape=True)).distinct()
    return sorted(connection.execute(query).scalars())


def count(connection: Connection) -> int:
    """How many rows stand."""
    query = select(func.count()).select_from(ledger).join(tables.standing, S.extraction_no == L.extraction_no)
    return int(connection.execute(query).scalar_one())


def export_ledger(connection: Connection) -> Iterator[dict[str, Any]]:
    """All rows, standing or not, in pieces: by extraction and place, each with a digest."""
    ids = connection.execute(select(E.id, E.no).where(E.programme.endswith(LEDGER, autoescape=True)).order_by(E.id))
    for extraction_id, no in ids.all():
        last = -1
        while rows := connection.execute(
            select(L.position, L.body)
            .where(L.extraction_no == no, L.position > last)
            .order_by(L.position)
            .limit(_AT_ONCE)
        ).all():
            bodies = [parse(row.body) for row in rows]
            yield {
                "extraction": extraction_id,
                "start": rows[0].position,
                "rows": bodies,
                "digest": content_id("rows", bodies),
            }
            last = rows[-1].position


def load_ledger(connection: Connection, value: dict[str, Any]) -> None:
    """Take in one piece of `export_ledger`, whose extraction the book has.

    Raises:
        StoreError: It was altered, or its extraction is missing.
    """
    bodies: Sequence[list[Any]] = value["rows"]
    if content_id("rows", bodies) != value["digest"]:
        raise StoreError(f"rows of {value['extraction']} were altered: their content makes another digest")
    no = connection.execute(select(E.no).where(E.id == value["extraction"])).scalar()
    if no is None:
        raise StoreError(f"{value['extraction']} is missing: its file must come before its rows")
    start = int(value["start"])
    known = set(
        connection.execute(
            select(L.position).where(L.extraction_no == no, L.position >= start, L.position < start + len(bodies))
        ).scalars()
    )
    made = [(at, body, ledger_row(body, "", "", "", "")) for at, body in enumerate(bodies, start) if at not in known]
    if made:
        connection.execute(insert(ledger), [_values(int(no), at, row, body) for at, body, row in made])
