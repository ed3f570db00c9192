"""A book in a database: the Protocols of `ports`, one line a question.

Comes in: what the Protocols say. Goes out: records. What each question means in SQL is in
the module of its domain; transactions are here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice

from musterbook.records import Capture, Claim, Edge, Judgement, PersonMention, Problem, Reading
from musterbook.records.ledger import LedgerRow
from musterbook.store import (
    captures,
    claims,
    entry,
    export,
    facts,
    judgements,
    ledger,
    lineage,
    load,
    people,
    problems,
    readings,
    search,
)
from musterbook.store.engine import Database, engine_for
from musterbook.store.extraction import extraction_of
from musterbook.store.ports import (
    EVERY_ROW,
    EVERYTHING,
    Book,
    ClaimFilter,
    Counts,
    Document,
    Entered,
    Hit,
    LedgerFilter,
    Method,
    ReadDocument,
)
from musterbook.store.query import parse_query
from musterbook.store.schema import prepare
from musterbook.store.tracks import SqlTracks, parts

_BATCH_BYTES = 32 * 2**20  # of captures in one transaction: bounds memory


def open_book(target: str | os.PathLike[str], *, create: bool = True, read_only: bool = False) -> Book:
    """Open a book, making a new one or bringing an older one to the present form.

    Args:
        target: A path (SQLite) or ``postgresql://user@host/name``.
        create: Make a new book where there is none.
        read_only: Change nothing, whatever is asked.

    Raises:
        StoreError: There is no book, it is no book, it is one of a newer program, or it
            cannot be opened.
    """
    engine, place = engine_for(target, read_only=read_only, create=create)
    database = Database(engine, place, os.fspath(target))
    try:
        prepare(database, create=create, read_only=read_only)
    except BaseException:
        engine.dispose()
        raise
    return SqlBook(database)


class SqlBook:
    """A book in SQLite or PostgreSQL; see the Protocols for what each verb promises."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def place(self) -> str:
        """The path or address, without a password."""
        return self._database.place

    @property
    def address(self) -> str:
        """What opens the same book again, in another process for instance; it may hold a password."""
        return self._database.address

    def close(self) -> None:
        """Let go of the database."""
        self._database.engine.dispose()

    def __enter__(self) -> SqlBook:
        """The book itself."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Close the book."""
        self.close()

    def is_complete(self, capture: Capture, method: Method) -> bool:
        """Whether this capture, under this name and metadata, was already read by this method."""
        with self._database.reading() as connection:
            return captures.is_complete(connection, capture, method)

    def add(self, document: ReadDocument, seen: str = "") -> bool:
        """Write one document in one transaction; False where the book has it."""
        found = extraction_of(document)
        with self._database.writing() as connection:
            return bool(entry.enter(connection, [found], seen)[0])

    def add_many(self, documents: Iterable[ReadDocument], seen: str = "", batch: int = 200) -> Iterator[Entered]:
        """Write many, up to `batch` (and 32 MiB) in a transaction."""
        for some in _batches(documents, batch):
            found = [extraction_of(document) for document in some]
            with self._database.writing() as connection:
                new = entry.enter(connection, found, seen)
            yield from new

    def add_problems(self, found: Iterable[Problem], mark: str = "") -> int:
        """Write problems of no document, or of a file; says how many were new."""
        waiting = iter(found)
        new = 0
        while some := list(islice(waiting, 500)):
            with self._database.writing() as connection:
                new += problems.add_problems(connection, some, mark)
        return new

    def stand(self, looked: Mapping[str, Sequence[Problem]]) -> None:
        """Make these the problems of some files."""
        with self._database.writing() as connection:
            for mark, found in looked.items():
                problems.stand(connection, mark, found)

    def file_problems(self) -> list[tuple[str, Problem]]:
        """Problems of files, with the marks of the files."""
        with self._database.reading() as connection:
            return problems.file_problems(connection)

    def set_edges(self, capture_id: str, edges: Sequence[Edge]) -> None:
        """Make these the proposed edges of a document."""
        with self._database.writing() as connection:
            lineage.set_edges(connection, capture_id, edges)

    @contextmanager
    def tracks(self) -> Iterator[SqlTracks]:
        """The index of lineage, in one transaction."""
        with self._database.writing() as connection:
            yield SqlTracks(connection)

    def untraced(self) -> int:
        """How many documents' lineage is still to be worked out."""
        with self._database.reading() as connection:
            return SqlTracks(connection).waiting()

    def traced_by(self) -> str:
        """By what method the lineage was traced."""
        with self._database.reading() as connection:
            return SqlTracks(connection).method()

    def judge(self, judgement: Judgement) -> bool:
        """Append a decision, on the disk before this returns."""
        with self._database.writing(durable=True) as connection:
            return judgements.add_judgement(connection, judgement)

    def set_meta(self, key: str, value: str) -> None:
        """Keep a fact about the book."""
        with self._database.writing() as connection:
            facts.set_meta(connection, key, value)

    def meta(self, key: str) -> str:
        """A fact about the book, or an empty string."""
        with self._database.reading() as connection:
            return facts.meta(connection, key)

    def counts(self) -> Counts:
        """How much is in the book."""
        with self._database.reading() as connection:
            return facts.counts(connection)

    def documents(self) -> Iterator[Document]:
        """One document a capture, sorted by name."""
        with self._database.reading() as connection:
            yield from captures.documents(connection)

    def document(self, wanted: str) -> Document:
        """By name, id or unique beginning of an id."""
        with self._database.reading() as connection:
            return captures.document(connection, wanted, self.place)

    def unread(self) -> Iterator[Document]:
        """Documents without a text."""
        with self._database.reading() as connection:
            yield from captures.unread(connection)

    def unfinished(self, method: Method) -> Iterator[Document]:
        """Documents not yet read by this method."""
        with self._database.reading() as connection:
            yield from captures.unfinished(connection, method)

    def capture(self, wanted: str) -> Capture:
        """The bytes of a document."""
        with self._database.reading() as connection:
            return captures.capture(connection, wanted, self.place)

    def reading(self, wanted: str) -> Reading | None:
        """The standing text of a document, or the reading with this very id."""
        with self._database.reading() as connection:
            found = readings.reading(connection, wanted)
            if found is None:
                document = captures.document(connection, wanted, self.place)
                found = readings.reading(connection, document.reading_id)
            return found

    def people(self, capture_id: str) -> tuple[PersonMention, ...]:
        """The mentions in the standing text of a capture."""
        with self._database.reading() as connection:
            return people.people(connection, capture_id)

    def claims(self, wanted: ClaimFilter = EVERYTHING) -> Iterator[Claim]:
        """Standing claims that pass a filter."""
        with self._database.reading() as connection:
            yield from claims.claims(connection, wanted, self.place)

    def documents_of(self, capture_ids: Sequence[str]) -> list[Document]:
        """The standing documents of some captures."""
        with self._database.reading() as connection:
            return [d for some in parts(capture_ids) for d in captures.documents_of(connection, some)]

    def claims_of(self, capture_ids: Sequence[str]) -> Iterator[Claim]:
        """Standing claims of some captures."""
        with self._database.reading() as connection:
            gone = judgements.retracted(connection)
            for some in parts(capture_ids):
                for claim in claims.claims_of(connection, some):
                    if not gone or (claim.id not in gone and claim.capture_id not in gone):
                        yield claim

    def edges_of(self, capture_ids: Sequence[str], downward: bool = False) -> Iterator[Edge]:
        """Proposed edges from or to some captures."""
        with self._database.reading() as connection:
            for some in parts(capture_ids):
                yield from lineage.edges_of(connection, some, downward)

    def holders_of(self, key: int) -> list[tuple[int, str]]:
        """Rank and capture of all that is held under a key."""
        with self._database.reading() as connection:
            return SqlTracks(connection).held_by(key)

    def claim(self, wanted: str) -> Claim:
        """By id or unique beginning of it."""
        with self._database.reading() as connection:
            return claims.claim(connection, wanted, self.place)

    def problems(self, code: str = "") -> Iterator[Problem]:
        """Standing problems."""
        with self._database.reading() as connection:
            yield from problems.problems(connection, code)

    def edges(self, capture_id: str = "") -> Iterator[Edge]:
        """Standing edges."""
        with self._database.reading() as connection:
            yield from lineage.edges(connection, capture_id)

    def judgements(self, subject: str = "", kind: str = "") -> Iterator[Judgement]:
        """Decisions in the order in which they were taken."""
        with self._database.reading() as connection:
            yield from judgements.judgements(connection, subject, kind)

    def search(self, query: str, limit: int = 20, lemma: Callable[[str], str] | None = None) -> tuple[Hit, ...]:
        """Documents whose search text answers a query, best first."""
        wanted = parse_query(query, lemma)
        with self._database.reading() as connection:
            return search.search(connection, wanted, limit)

    def add_ledger(
        self, document: ReadDocument, rows: Iterable[LedgerRow], told: Iterable[Problem] = (), seen: str = ""
    ) -> int:
        """Write a table with its rows in one transaction."""
        with self._database.writing() as connection:
            return ledger.add_ledger(connection, document, rows, told, seen)

    def ledger(self, wanted: LedgerFilter = EVERY_ROW) -> Iterator[LedgerRow]:
        """Standing rows of the ledger."""
        with self._database.reading() as connection:
            yield from ledger.ledger_rows(connection, wanted)

    def ledger_captures(self) -> list[str]:
        """Captures with rows of the ledger."""
        with self._database.reading() as connection:
            return ledger.ledger_captures(connection)

    def export(self) -> Iterator[str]:
        """Everything that the book says, in one order."""
        with self._database.reading() as connection:
            yield from export.export(connection)

    def history(self) -> Iterator[str]:
        """When documents were first seen, and withdrawn proposals."""
        with self._database.reading() as connection:
            yield from export.history(connection)

    def load(self, lines: Iterable[str]) -> int:
        """Take in what `export` gave."""
        return load.load(self._database, lines)


def _batches(documents: Iterable[ReadDocument], most: int) -> Iterator[list[ReadDocument]]:
    some: list[ReadDocument] = []
    size = 0
    for document in documents:
        some.append(document)
        size += len(document.capture.data)
        if len(some) >= most or size >= _BATCH_BYTES:
            yield some
            some, size = [], 0
    if some:
        yield some
