"""The index of lineage as it is kept: numbers under which documents are found, and what is to be traced.

Comes in: keys, ranks and bodies, which mean nothing here. Goes out: the same, and documents with their
readings and claims. Everything in it follows from the documents: what is noted as untraced or stale is
noted in the transaction that changed it, so that a run that is killed leaves nothing half done.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, func, insert, select

from musterbook.records import Claim, Edge, Reading
from musterbook.store import captures, claims, lineage, tables
from musterbook.store.ports import Document, TracksRow
from musterbook.store.readings import readings

Value = TypeVar("Value")
_AT_ONCE = 400  # values in one statement
_FIRST, _SECOND = itemgetter(0), itemgetter(1)
L, S, U = tables.leaves.c, tables.stale.c, tables.untraced.c
D, T = tables.documents.c, tables.turns.c


def note_changes(connection: Connection, published: Mapping[str, str]) -> None:
    """Note that other readings or names speak for some captures than lineage knows; each with its date."""
    for some in parts(published):
        known = set(connection.execute(select(U.capture_id).where(U.capture_id.in_(some))).scalars())
        rows = [{"capture_id": i, "published": published[i]} for i in some if i not in known]
        if rows:
            connection.execute(insert(tables.untraced), rows)


class SqlTracks:
    """The index inside one transaction; see `ports.Tracks` for what each verb promises."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def method(self) -> str:
        """By what everything in it was made."""
        t = tables.tracing.c
        return str(self._connection.execute(select(t.value).where(t.name == "method")).scalar() or "")

    def begin_anew(self, method: str) -> None:
        """Empty the index and note every document as not traced."""
        for table in (tables.untraced, tables.leaves, tables.postings, tables.stale, tables.tracing):
            self._connection.execute(delete(table))
        t, d = tables.standing.c, tables.documents.c
        every = select(t.capture_id, func.min(d.published)).join(tables.documents, d.id == t.document_id)
        every = every.group_by(t.capture_id)
        self._connection.execute(insert(tables.untraced).from_select(["capture_id", "published"], every))
        self._connection.execute(insert(tables.tracing), [{"name": "method", "value": method}])

    def untraced(self, most: int) -> list[str]:
        """Ids of captures that the index does not know as they now stand, the earliest published first."""
        query = select(U.capture_id).order_by(U.published, U.capture_id).limit(most)
        return list(self._connection.execute(query).scalars())

    def stale(self, most: int) -> list[int]:
        """Ranks of documents whose edges are to be worked out anew."""
        return list(self._connection.execute(select(S.rank).order_by(S.rank).limit(most)).scalars())

    def waiting(self) -> int:
        """How many documents are untraced or stale."""
        count = [select(func.count()).select_from(t).scalar_subquery() for t in (tables.untraced, tables.stale)]
        return int(self._connection.execute(select(count[0] + count[1])).scalar_one())

    def read_once(self, capture_ids: Iterable[str]) -> set[str]:
        """Those of some captures that were read once, under one name."""
        found: set[str] = set()
        for some in parts(capture_ids):
            query = select(D.capture_id).join(tables.turns, T.document_id == D.id).where(D.capture_id.in_(some))
            once = query.group_by(D.capture_id).having(func.count() == 1)
            found.update(self._connection.execute(once).scalars())
        return found

    def shelved(self, capture_ids: Sequence[str]) -> Iterator[tuple[Document, Reading, list[Claim]]]:
        """Those of some captures that make claims, each with its standing reading and claims."""
        for some in parts(capture_ids):
            said: dict[str, list[Claim]] = defaultdict(list)
            for claim in claims.claims_of(self._connection, some):
                said[claim.capture_id].append(claim)
            documents = list(captures.documents_of(self._connection, list(said)))
            texts = readings(self._connection, [d.reading_id for d in documents])
            for document in documents:
                if document.reading_id in texts:
                    yield document, texts[document.reading_id], said[document.capture_id]

    def texts(self, reading_ids: Iterable[str]) -> dict[str, Reading]:
        """Readings by their ids."""
        found: dict[str, Reading] = {}
        for some in parts(reading_ids):
            found.update(readings(self._connection, some))
        return found

    def rows(self, capture_ids: Iterable[str] = (), ranks: Iterable[int] = ()) -> list[TracksRow]:
        """What is kept of some documents, found by capture or by rank."""
        query = select(L.capture_id, L.rank, L.body)
        found: list[Any] = []
        for some in parts(capture_ids):
            found += self._connection.execute(query.where(L.capture_id.in_(some))).all()
        for numbers in parts(ranks):
            statement = f"SELECT capture_id, rank, body FROM leaves WHERE rank IN ({_listed(numbers)})"
            found += _raw(self._connection, statement)
        return [TracksRow(*row) for row in found]

    def every_row(self) -> Iterator[TracksRow]:
        """What is kept of all documents."""
        for row in self._connection.execute(select(L.capture_id, L.rank, L.body)):
            yield TracksRow(row.capture_id, row.rank, row.body)

    def holders(self, keys: Iterable[int]) -> dict[int, list[int]]:
        """Key → ranks that are held under it, sorted; keys without any are left out."""
        found: dict[int, list[int]] = {}
        for some in parts(sorted(set(keys))):
            query = f"SELECT key, rank FROM postings WHERE key IN ({_listed(some)}) ORDER BY key, rank"
            for key, held in groupby(_raw(self._connection, query), _FIRST):
                found[key] = list(map(_SECOND, held))
        return found

    def between(self, key: int, first: int, last: int) -> set[int]:
        """Ranks from `first` up to `last` that are held under a key."""
        query = f"SELECT rank FROM postings WHERE key = {int(key)} AND rank BETWEEN {int(first)} AND {int(last)}"
        return {rank for (rank,) in _raw(self._connection, query)}

    def held_by(self, key: int) -> list[tuple[int, str]]:
        """Rank and capture of all that are held under a key, by rank."""
        query = (
            "SELECT p.rank, l.capture_id FROM postings p JOIN leaves l ON l.rank = p.rank "
            f"WHERE p.key = {int(key)} ORDER BY p.rank, l.capture_id"
        )
        return [(row.rank, row.capture_id) for row in self._connection.exec_driver_sql(query)]

    def forget(self, rows: Iterable[TracksRow], postings: Iterable[tuple[int, int]]) -> None:
        """Take documents and (key, rank) pairs out."""
        gone = list(rows)
        for some in parts(row.capture_id for row in gone):
            self._connection.execute(delete(tables.leaves).where(L.capture_id.in_(some)))
        for numbers in parts(row.rank for row in gone):
            self._connection.execute(delete(tables.stale).where(S.rank.in_(numbers)))
        pairs = sorted(set(postings))
        if pairs:
            mark = ("?", "?") if self._connection.dialect.name == "sqlite" else ("%s", "%s")
            query = f"DELETE FROM postings WHERE key = {mark[0]} AND rank = {mark[1]}"
            self._connection.exec_driver_sql(query, pairs)

    def enter(self, rows: Iterable[TracksRow], postings: Iterable[tuple[int, int]]) -> None:
        """Put documents and (key, rank) pairs in; none of them is there."""
        new = [{"capture_id": row.capture_id, "rank": row.rank, "body": row.body} for row in rows]
        if new:
            self._connection.execute(insert(tables.leaves), new)
        pairs = sorted(postings)
        if pairs:
            mark = "?, ?" if self._connection.dialect.name == "sqlite" else "%s, %s"
            self._connection.exec_driver_sql(f"INSERT INTO postings (key, rank) VALUES ({mark})", pairs)

    def note_stale(self, ranks: Iterable[int]) -> None:
        """Note documents whose edges are to be worked out anew."""
        for some in parts(dict.fromkeys(ranks)):
            known = set(self._connection.execute(select(S.rank).where(S.rank.in_(some))).scalars())
            rows = [{"rank": rank} for rank in some if rank not in known]
            if rows:
                self._connection.execute(insert(tables.stale), rows)

    def traced(self, capture_ids: Iterable[str] = (), ranks: Iterable[int] = ()) -> None:
        """Note that captures are in the index now, and that the edges of documents are worked out."""
        for some in parts(capture_ids):
            self._connection.execute(delete(tables.untraced).where(U.capture_id.in_(some)))
        for numbers in parts(ranks):
            self._connection.execute(delete(tables.stale).where(S.rank.in_(numbers)))

    def set_edges(self, edges: Mapping[str, Sequence[Edge]]) -> None:
        """Make these the proposed edges of documents."""
        lineage.set_all_edges(self._connection, edges)

    def edges_from(self, capture_ids: Iterable[str]) -> Iterator[Edge]:
        """Standing edges from some documents."""
        for some in parts(capture_ids):
            yield from lineage.edges_of(self._connection, some)

    def edges_to(self, capture_ids: Iterable[str]) -> Iterator[Edge]:
        """Standing edges to some documents."""
        for some in parts(capture_ids):
            yield from lineage.edges_of(self._connection, some, downward=True)


def parts(values: Iterable[Value]) -> Iterator[list[Value]]:
    """Values in lists of as many as one statement takes."""
    waiting = iter(values)
    while some := list(islice(waiting, _AT_ONCE)):
        yield some


def _raw(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    """All rows of a query, without what makes each of them comfortable: there are thousands a document."""
    cursor = connection.exec_driver_sql(query).cursor
    return list(cursor.fetchall()) if cursor is not None else []


def _listed(numbers: Iterable[int]) -> str:
    """Numbers for a statement; they are ours, so nothing has to be escaped, and no count of parameters limits them."""
    return ",".join(str(int(n)) for n in numbers)
