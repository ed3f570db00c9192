"""Documents enter the book: all rows of a document in one transaction, each thing once.

Comes in: extractions and the connection of a writer. Goes out: whether and in what each document
was new. Everything is looked up once a batch and written with one statement a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, tuple_

from musterbook.store import captures, search, tables, tracks
from musterbook.store.claims import claim_row
from musterbook.store.coding import pack, pack_text, plain
from musterbook.store.extraction import Extraction
from musterbook.store.people import pack_people, people_rows
from musterbook.store.ports import Entered
from musterbook.store.problems import add_problems
from musterbook.store.readings import reading_row
from musterbook.store.shelf import Named, Shelf

_ORDER: tuple[Table, ...] = (  # a row comes after the rows that it refers to
    tables.captures,
    tables.documents,
    tables.readings,
    tables.extractions,
    tables.turns,
    tables.claims,
)


def enter(connection: Connection, found: Sequence[Extraction], seen: str) -> list[Entered]:
    """Write extractions with their documents; say of each whether and in what it was new.

    Args:
        connection: Of a transaction that alone may write.
        found: In the order of adding.
        seen: ISO 8601 instant, kept with documents that are new.
    """
    batch = _Batch(connection, found)
    new = [batch.take(extraction, seen) for extraction in found]
    batch.write()
    return new


class _Batch:
    """The rows of one transaction, and what the book has already of what they speak of."""

    def __init__(self, connection: Connection, found: Sequence[Extraction]) -> None:
        self.connection = connection
        ids = list({e.capture.id for e in found})
        self.captures = self._present(tables.captures.c.id, ids)
        self.readings = self._present(tables.readings.c.id, [e.reading_id for e in found if e.reading_id])
        x = tables.extractions.c
        known = connection.execute(select(x.id, x.no).where(x.id.in_([e.id for e in found])))
        self.numbers: dict[str, int] = {row.id: row.no for row in known}
        self.next_number = int(connection.execute(select(func.coalesce(func.max(x.no), 0))).scalar_one()) + 1
        self.shelves = captures.shelves(connection, [i for i in ids if i in self.captures])
        self.before = {i: shelf.standing() for i, shelf in self.shelves.items()}
        self.rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in _ORDER}
        self.words: list[tuple[int, Sequence[str]]] = []

    def _present(self, column: Any, ids: Sequence[str]) -> set[str]:
        return set(self.connection.execute(select(column).where(column.in_(ids))).scalars()) if ids else set()

    def take(self, extraction: Extraction, seen: str) -> Entered:
        """Make the rows of one document; none where the book has all of it."""
        capture = extraction.capture
        shelf = self.shelves.setdefault(capture.id, Shelf())
        document_id = captures.document_id(capture)
        named = shelf.documents.get(document_id)
        if named and any(turn[1] == extraction.id for turn in named.turns):
            return Entered.KNOWN
        if capture.id not in self.captures:
            self.captures.add(capture.id)
            self.rows["captures"].append(captures.capture_row(capture))
        if named is None:
            name = plain(capture.name)
            row = captures.document_row(capture, document_id, shelf.next_edition(name), seen)
            named = shelf.documents[document_id] = Named(document_id, name, row["edition"], row["published"])
            self.rows["documents"].append(row)
        entered = Entered.NAMED if extraction.id in self.numbers else Entered.READ
        no = self._number(extraction)
        turn = len(named.turns) + 1
        named.turns.append((no, extraction.id, extraction.method.programme))
        self.rows["turns"].append({"document_id": document_id, "turn": turn, "extraction_no": no})
        if extraction.problems:
            add_problems(self.connection, extraction.problems, document_id, turn)
        return entered

    def _number(self, extraction: Extraction) -> int:
        """The number of an extraction, its rows made if it is new."""
        if extraction.id in self.numbers:
            return self.numbers[extraction.id]
        no = self.numbers[extraction.id] = self.next_number
        self.next_number += 1
        reading, reading_id = extraction.reading, extraction.reading_id
        if reading and reading_id not in self.readings:
            self.readings.add(reading_id)
            self.rows["readings"].append(reading_row(reading, reading_id))
        self.rows["extractions"].append(
            {
                "no": no,
                "id": extraction.id,
                "capture_id": extraction.capture.id,
                "reading_id": reading_id,
                "programme": plain(extraction.method.programme),
                "vocabulary": plain(extraction.method.vocabulary),
                "reader": plain(extraction.method.reader),
                "people": pack_people(people_rows(extraction.people)),
                "words": pack_text(" ".join(extraction.words)),
                "spans": pack(extraction.places),
            }
        )
        self.rows["claims"] += [
            {"extraction_no": no, "position": at} | claim_row(found.claim, found.id, found.body, extraction.people)
            for at, found in enumerate(extraction.claims)
        ]
        if extraction.words:
            self.words.append((no, extraction.words))
        return no

    def write(self) -> None:
        """Write all rows, then who stands for each capture."""
        for table in _ORDER:
            if self.rows[table.name]:
                self.connection.execute(insert(table), self.rows[table.name])
        search.index(self.connection, self.words)
        s = tables.standing.c
        gone, rows = [], []
        for capture_id, shelf in self.shelves.items():
            before = self.before.get(capture_id, {})
            for programme, (no, document_id) in shelf.standing().items():
                if before.get(programme) == (no, document_id):
                    continue
                if programme in before:
                    gone.append((capture_id, programme))
                rows.append(
                    {
                        "capture_id": capture_id,
                        "programme": programme,
                        "extraction_no": no,
                        "document_id": document_id,
                    }
                )
        if gone:
            self.connection.execute(delete(tables.standing).where(tuple_(s.capture_id, s.programme).in_(gone)))
        if rows:
            self.connection.execute(insert(tables.standing), rows)
            spoken = {str(r["capture_id"]): str(r["document_id"]) for r in rows}
            published = {i: self.shelves[i].documents[d].published for i, d in spoken.items()}
            tracks.note_changes(self.connection, published)
