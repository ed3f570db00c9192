"""Captures and the names under which they are kept.

Comes in: captures. Goes out: rows, and captures and documents as they went in. Bytes are
kept once, by SHA-256; every name and everything stated is kept beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, select
from sqlalchemy.sql import ColumnElement

from musterbook.errors import StoreError
from musterbook.records import Capture, Metadata, Stated, content_id
from musterbook.store import tables
from musterbook.store.coding import dump, pack, parse, plain, unpack
from musterbook.store.identity import by_beginning
from musterbook.store.ports import Document, Method
from musterbook.store.shelf import Named, Shelf

D, C, E, S, T = (
    tables.documents.c,
    tables.captures.c,
    tables.extractions.c,
    tables.standing.c,
    tables.turns.c,
)


def document_id(capture: Capture) -> str:
    """The id of a name with what is stated: other metadata is another statement beside it."""
    return content_id("document", capture.id, capture.name, document_body(capture))


def document_body(capture: Capture) -> dict[str, Any]:
    """Everything about a document but its bytes."""
    return {
        "name": capture.name,
        "media_type": capture.media_type,
        "encoding": capture.encoding,
        "stated": [[s.field, s.value, s.origin] for s in capture.metadata.stated],
    }


def metadata_of(body: dict[str, Any]) -> Metadata:
    """The metadata in a document's body."""
    return Metadata(tuple(Stated(*stated) for stated in body["stated"]))


def capture_row(capture: Capture) -> dict[str, Any]:
    """A row of `captures`."""
    return {"id": capture.id, "sha256": capture.sha256, "size": len(capture.data), "data": pack(capture.data)}


def document_row(capture: Capture, own_id: str, edition: int, seen: str) -> dict[str, Any]:
    """A row of `documents`, with the `document_id` of the capture."""
    return {
        "id": own_id,
        "capture_id": capture.id,
        "name": plain(capture.name),
        "edition": edition,
        "published": plain(capture.metadata.get("published")),
        "seen": plain(seen),
        "body": dump(document_body(capture)),
    }


def capture_of(body: dict[str, Any], data: bytes) -> Capture:
    """A capture from a document's body and its unpacked bytes, hashed anew."""
    return Capture(body["name"], data, body["media_type"], metadata_of(body), body["encoding"])


def _standing(capture_ids: Sequence[str] = ()) -> Select[Any]:
    """One row a capture, of all or of some: its standing document (of the first programme, where there are several)."""
    programmes = select(S.capture_id, func.min(S.programme).label("programme")).group_by(S.capture_id)
    if capture_ids:
        programmes = programmes.where(S.capture_id.in_(capture_ids))
    first = programmes.subquery()
    return (
        select(tables.documents, C.sha256, C.size, E.reading_id)
        .join(tables.standing, S.document_id == D.id)
        .join(first, and_(first.c.capture_id == S.capture_id, first.c.programme == S.programme))
        .join(tables.captures, C.id == D.capture_id)
        .join(tables.extractions, E.no == S.extraction_no)
    )


def documents(connection: Connection) -> Iterator[Document]:
    """One document a capture, sorted by name."""
    names = _other_names(connection)
    for row in connection.execute(_standing().order_by(D.name, D.id)):
        yield _document(row, names.get(row.capture_id, ()))


def documents_of(connection: Connection, capture_ids: Sequence[str]) -> list[Document]:
    """The standing documents of some captures, sorted by name."""
    query = _standing(capture_ids).order_by(D.name, D.id)
    return [_document(row, ()) for row in connection.execute(query)] if capture_ids else []


def _other_names(connection: Connection, capture_ids: Sequence[str] = ()) -> dict[str, list[str]]:
    """All names of those captures that have several documents."""
    several = select(D.capture_id).group_by(D.capture_id).having(func.count() > 1)
    if capture_ids:
        several = several.where(D.capture_id.in_(capture_ids))
    query = select(D.capture_id, D.body).where(D.capture_id.in_(several))
    names: dict[str, list[str]] = {}
    for capture_id, body in connection.execute(query):
        names.setdefault(capture_id, []).append(parse(body)["name"])
    return names


def unread(connection: Connection) -> Iterator[Document]:
    """Documents without a text, sorted by name."""
    names = _other_names(connection)
    for row in connection.execute(_standing().where(E.reading_id == "").order_by(D.name, D.id)):
        yield _document(row, names.get(row.capture_id, ()))


def unfinished(connection: Connection, method: Method) -> Iterator[Document]:
    """Documents whose standing name was not yet read by a method, sorted by name."""
    made = tables.extractions.alias("made")
    done = select(T.document_id).join(made, T.extraction_no == made.c.no).where(_by(made.c, method))
    names = _other_names(connection)
    for row in connection.execute(_standing().where(D.id.not_in(done)).order_by(D.name, D.id)):
        yield _document(row, names.get(row.capture_id, ()))


def is_complete(connection: Connection, capture: Capture, method: Method) -> bool:
    """Whether a document was already read by a method."""
    found = (
        select(T.turn)
        .join(tables.extractions, T.extraction_no == E.no)
        .where(T.document_id == document_id(capture), _by(E, method))
    )
    return connection.execute(found.limit(1)).first() is not None


def _by(columns: Any, method: Method) -> ColumnElement[bool]:
    return and_(
        columns.programme == method.programme,
        columns.vocabulary == method.vocabulary,
        columns.reader == method.reader,
    )


def _document(row: Row[Any], names: Sequence[str]) -> Document:
    body = parse(row.body)
    also = set(names) - {body["name"]}
    return Document(
        id=row.id,
        capture_id=row.capture_id,
        name=body["name"],
        media_type=body["media_type"],
        encoding=body["encoding"],
        metadata=metadata_of(body),
        edition=row.edition,
        sha256=row.sha256,
        size=row.size,
        reading_id=row.reading_id,
        seen=row.seen,
        also=tuple(sorted(also)),
    )


def capture_id(connection: Connection, wanted: str, place: str) -> str:
    """The id of the capture that a name, an id or a unique beginning of an id means.

    Raises:
        StoreError: Nothing or more than one thing answers to it.
    """
    named = connection.execute(select(D.capture_id).where(D.name == plain(wanted)).distinct().limit(10)).scalars().all()
    if len(named) == 1:
        return str(named[0])
    if named:
        raise StoreError(
            f"{place}: {len(named)} different documents are named {wanted!r}; give the id of one: {', '.join(named)}"
        )
    for kind, column, owner in (
        ("capture", C.id, C.id),
        ("document", D.id, D.capture_id),
        ("reading", tables.readings.c.id, tables.readings.c.capture_id),
    ):
        found = by_beginning(connection, wanted, kind, column, owner, place)
        if found:
            return found
    raise StoreError(
        f"{place}: no document is named {wanted!r} or has an id that begins so; "
        "`claims` and `search` show what documents are called"
    )


def document(connection: Connection, wanted: str, place: str) -> Document:
    """The standing document of what a name or id means.

    Raises:
        StoreError: Nothing or more than one thing answers to it.
    """
    found = capture_id(connection, wanted, place)
    row = connection.execute(_standing([found])).first()
    if row is None:
        raise StoreError(f"{place}: {found} has no document; the book is damaged: restore it from an export")
    return _document(row, _other_names(connection, [found]).get(found, ()))


def capture(connection: Connection, wanted: str, place: str) -> Capture:
    """The bytes of a document with the name and metadata that stand for it.

    Raises:
        StoreError: Nothing or more than one thing answers to `wanted`.
    """
    found = document(connection, wanted, place)
    data = connection.execute(select(C.data).where(C.id == found.capture_id)).scalar_one()
    return Capture(found.name, unpack(data), found.media_type, found.metadata, found.encoding)


def shelves(connection: Connection, capture_ids: Sequence[str]) -> dict[str, Shelf]:
    """All documents of some captures, with their turns in order."""
    query = (
        select(D.id, D.capture_id, D.name, D.edition, D.published, E.no, E.id.label("extraction"), E.programme)
        .join(tables.turns, T.document_id == D.id)
        .join(tables.extractions, E.no == T.extraction_no)
        .where(D.capture_id.in_(capture_ids))
        .order_by(D.id, T.turn)
    )
    found: dict[str, Shelf] = {}
    for row in connection.execute(query) if capture_ids else ():
        shelf = found.setdefault(row.capture_id, Shelf())
        named = shelf.documents.setdefault(row.id, Named(row.id, row.name, row.edition, row.published))
        named.turns.append((row.no, row.extraction, row.programme))
    return found
