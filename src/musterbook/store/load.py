"""An export comes back into a book, beside what is there.

Comes in: lines that `export` gave. Goes out: a book that exports the same. Nothing is taken
on trust: bytes, readings and extractions are identified anew, quotes are held against
their texts, and a line that does not agree stops the load with its number.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from musterbook.errors import StoreError
from musterbook.records import Judgement, PersonMention, Problem, Reading
from musterbook.store import facts, judgements, ledger, lineage
from musterbook.store.captures import capture_of
from musterbook.store.claims import claim_of
from musterbook.store.engine import Database
from musterbook.store.entry import enter
from musterbook.store.export import FORMAT
from musterbook.store.extraction import Extraction, identified
from musterbook.store.ports import Method, ReadDocument
from musterbook.store.problems import add_problems
from musterbook.store.readings import reading_of

_AT_ONCE = 100  # lines in a transaction


def load(database: Database, lines: Iterable[str]) -> int:
    """Write what an export holds; says how many documents were new.

    Raises:
        StoreError: A line is not of an export, or does not agree with itself. Lines before
            it are kept; loading again goes on from there.
    """
    new = 0
    edges: dict[str, list[Any]] = {}
    waiting: list[tuple[int, dict[str, Any]]] = []
    for number, value in _values(lines, database.place):
        if value["kind"] == "edge":
            edges.setdefault(value["body"][0], []).append(value["body"])
            continue
        waiting.append((number, value))
        if len(waiting) == _AT_ONCE:
            new += _write(database, waiting)
            waiting = []
    new += _write(database, waiting)
    for capture_id, bodies in edges.items():
        with database.writing() as connection:
            lineage.set_edges(connection, capture_id, [lineage.edge_of(body) for body in bodies])
    return new


def _values(lines: Iterable[str], place: str) -> Iterator[tuple[int, dict[str, Any]]]:
    kinds = ("meta", "capture", "ledger", "problem", "edge", "judgement")
    for number, line in enumerate(lines, 1):
        try:
            value = json.loads(line)
            kind = value["kind"]
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(
                f"{place}: line {number} is not of an export: {line[:60]!r}; give what `export` wrote"
            ) from error
        if number == 1:
            if kind != "book" or value.get("format") != FORMAT:
                raise StoreError(
                    f"{place}: this is not an export of format {FORMAT} (its first line says {line[:60]!r}); "
                    "if a newer program wrote it, update this one"
                )
            continue
        if kind not in kinds:
            raise StoreError(f"{place}: line {number} has the unknown kind {kind!r}; give what `export` wrote")
        yield number, value


def _write(database: Database, values: list[tuple[int, dict[str, Any]]]) -> int:
    found: list[Extraction] = []
    documents = 0
    with database.writing(durable=True) as connection:
        for number, value in values:
            try:
                if value["kind"] == "capture":
                    found += _extractions(value)
                elif value["kind"] == "ledger":
                    documents += sum(enter(connection, found, ""))  # rows come after the file that they stand in
                    found.clear()
                    ledger.load_ledger(connection, value)
                elif value["kind"] == "meta":
                    facts.set_meta(connection, value["key"], value["value"])
                elif value["kind"] == "problem":
                    add_problems(connection, [Problem(*value["body"])])
                else:
                    judgements.add_judgement(connection, Judgement(*value["body"]))
            except (StoreError, LookupError, TypeError, ValueError, binascii.Error) as error:
                raise StoreError(
                    f"{database.place}: line {number} of the export does not hold together: {error}"
                ) from error
        documents += sum(enter(connection, found, ""))
    return documents


def _extractions(value: dict[str, Any]) -> list[Extraction]:
    """What one capture's line holds: one extraction a turn of a document, in the order of turns."""
    data = base64.b64decode(value["data"], validate=True)
    found = []
    for document in value["documents"]:
        capture = capture_of(document["body"], data)
        readings = {r["id"]: _reading(capture.id, r) for r in value["readings"]}
        made = {e["id"]: e for e in value["extractions"]}
        for extraction_id, problems in document["turns"]:
            body = made[extraction_id]
            reading = readings[body["reading"]] if body["reading"] else None
            claims = tuple(claim_of(capture.id, body["reading"], capture.name, claim) for claim in body["claims"])
            given = ReadDocument(
                capture=capture,
                reading=reading,
                claims=claims,
                people=tuple(PersonMention(*row) for row in body["people"]),
                method=Method(*body["method"]),
            )
            spans = [(start, end) for start, end in body["spans"]]
            extraction = identified(given, body["words"].split(), spans)
            if extraction.id != extraction_id:
                raise StoreError(f"{capture.name}: {extraction_id} was altered: its content makes {extraction.id}")
            found.append(replace(extraction, problems=tuple(Problem(*p) for p in problems)))
    return found


def _reading(capture_id: str, body: dict[str, Any]) -> Reading:
    reading = reading_of(capture_id, body["head"], body["text"], body["layout"])
    if reading.id != body["id"]:
        raise StoreError(f"{body['id']} was altered: its content makes {reading.id}")
    return reading
