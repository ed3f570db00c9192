"""Full-text search over search texts: masked and lemmatised by whoever added the document.

Comes in: folded words when a document is written, queries later. Goes out: rows of the
index in the same transaction as the document, so that a killed run leaves both or
neither, and hits with the places that match.

A document is indexed in pieces of 10,000 words, each with the last 1,000 of the one
before (PostgreSQL counts positions to 16,383); words of one query must meet in one piece.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select, text

from musterbook.store import tables
from musterbook.store.coding import unpack_spans, unpack_text
from musterbook.store.ports import Hit
from musterbook.store.query import Query, for_fts5, for_tsquery, matches

_PIECE = 10_000  # words
_STEP = 9_000  # words from piece to piece
_PIECES = 4096  # per extraction, so that a row number holds both
_SHOWN = 50  # spans in a hit

_FIND_SQLITE = text(
    "SELECT e.no, s.document_id FROM search_index i "
    "JOIN extractions e ON e.no = i.rowid / 4096 JOIN standing s ON s.extraction_no = e.no "
    "WHERE i.words MATCH :query ORDER BY bm25(search_index), i.rowid LIMIT :some"
)
_FIND_POSTGRES = text(
    "SELECT e.no, s.document_id FROM search_index i "
    "JOIN extractions e ON e.no = i.rowid / 4096 JOIN standing s ON s.extraction_no = e.no "
    "WHERE i.words @@ CAST(:query AS tsquery) "
    "ORDER BY ts_rank_cd(i.words, CAST(:query AS tsquery), 2) DESC, i.rowid LIMIT :some"
)


def index(connection: Connection, texts: Iterable[tuple[int, Sequence[str]]]) -> None:
    """Put the words of extractions into the index.

    Args:
        connection: Inside the transaction that writes the extractions.
        texts: Number of an extraction and its folded words.
    """
    rows = [row for no, words in texts for row in _rows(no, words)]
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO search_index (rowid, words) VALUES (?, ?)", rows)
        return
    vectors = [(no, _vector(words.split(" "))) for no, words in rows]
    connection.exec_driver_sql("INSERT INTO search_index (rowid, words) VALUES (%s, CAST(%s AS tsvector))", vectors)


def index_all(connection: Connection) -> None:
    """Put every extraction of the book into an empty index."""
    found = connection.execute(
        select(tables.extractions.c.no, tables.extractions.c.words).order_by(tables.extractions.c.no)
    )
    for no, words in found.all():
        index(connection, [(no, unpack_text(words).split())])


def _rows(no: int, words: Sequence[str]) -> Iterator[tuple[int, str]]:
    last = max(0, len(words) - _PIECE)
    starts = [*range(0, last, _STEP), last]
    for piece, at in enumerate(starts[:_PIECES]):
        yield no * _PIECES + piece, " ".join(words[at : at + _PIECE])


def _vector(words: Sequence[str]) -> str:
    """Words as PostgreSQL writes a vector; they are letters and digits alone and need no escape."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words, 1):
        places.setdefault(word, []).append(at)
    return " ".join(f"'{word}':{','.join(map(str, at[:255]))}" for word, at in places.items())


def search(connection: Connection, query: Query, limit: int) -> tuple[Hit, ...]:
    """The standing documents that answer a query, best first."""
    sqlite = connection.dialect.name == "sqlite"
    find, written = (_FIND_SQLITE, for_fts5(query)) if sqlite else (_FIND_POSTGRES, for_tsquery(query))
    hits: dict[int, Hit] = {}
    # a document may match in several pieces or stand for two programmes: ask for more, show it once
    for no, document_id in connection.execute(find, {"query": written, "some": limit * 4}).all():
        if no not in hits and len(hits) < limit:
            hits[no] = _hit(connection, no, document_id, query)
    seen: dict[str, Hit] = {}
    for hit in hits.values():
        seen.setdefault(hit.capture_id, hit)
    return tuple(seen.values())


def _hit(connection: Connection, no: int, document_id: str, query: Query) -> Hit:
    e, d, c = tables.extractions.c, tables.documents.c, tables.claims.c
    words, spans = connection.execute(select(e.words, e.spans).where(e.no == no)).one()
    capture_id, name = connection.execute(select(d.capture_id, d.name).where(d.id == document_id)).one()
    places = unpack_spans(spans)
    found = sorted({places[at] for at in matches(query, unpack_text(words).split())})
    quotes = connection.execute(select(c.id, c.start, c.end).where(c.extraction_no == no).order_by(c.position))
    claims = tuple(i for i, start, end in quotes if any(s < end and start < e_ for s, e_ in found))
    return Hit(document_id, capture_id, name, tuple(found[:_SHOWN]), len(found), claims)
