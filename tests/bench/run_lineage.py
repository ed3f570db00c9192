"""Lineage of many documents: in memory or in a book, from nothing, and one batch more.

usage: run_lineage.py DOCUMENTS [BOOK]

In: how many documents, and where the book is to be (in memory where it is left out). Out: one line of JSON.
Making the documents, and writing them into the book, is not counted: only tracing, origins and findings are.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from measuring import peak
from stories import KINDS, documents

from musterbook.following import Prepared, Tracer, follow_by
from musterbook.reconcile.doubts.raising import doubts_of
from musterbook.reconcile.findings import Matter, find
from musterbook.reconcile.lineage.index import LineageIndex
from musterbook.reconcile.lineage.leaves import article, leaf_of
from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.press import Press
from musterbook.reconcile.slots import Questions
from musterbook.records import Edge
from musterbook.store import ReadDocument, open_book
from musterbook.vocabulary import Vocabulary, load

MORE = 400  # documents added to what is there


def in_memory(told: Iterable[ReadDocument], more: Iterable[ReadDocument], vocabulary: Vocabulary) -> dict[str, float]:
    """From nothing to findings, then more documents with their edges."""
    press, questions = Press(vocabulary), Questions(vocabulary)
    texts: dict[str, str] = {}
    index = LineageIndex(press, texts.__getitem__)
    papers, said = {}, {}
    spent = 0.0
    for document in told:
        capture = document.capture
        assert document.reading is not None
        texts[capture.id] = article(document.reading)
        began = time.process_time()
        papers[capture.id] = press.paper(capture.id, capture.name, capture.metadata)
        said[capture.id] = document.claims
        index.add(leaf_of(papers[capture.id], document.reading, document.claims, press))
        spent += time.process_time() - began
    began = time.process_time()
    edges: list[Edge] = list(index.all_edges())
    claims = [c for own in said.values() for c in own]
    origins = Origins(claims, papers, edges, press, questions)
    doubts = doubts_of(said, origins, questions, vocabulary)
    found = find(claims, Matter(questions, origins, tuple(doubts)))
    spent += time.process_time() - began
    began = time.process_time()
    for document in more:
        capture, reading = document.capture, document.reading
        assert reading is not None
        texts[capture.id] = article(reading)
        paper = press.paper(capture.id, capture.name, capture.metadata)
        for touched in (*index.add(leaf_of(paper, reading, document.claims, press)), capture.id):
            index.edges(touched)
    later = time.process_time() - began
    return {"seconds": spent, "added_per_second": MORE / later, "edges": len(edges), "findings": len(found)}


def in_book(
    place: Path, told: Iterable[ReadDocument], more: Iterable[ReadDocument], vocabulary: Vocabulary
) -> dict[str, float]:
    """The lineage of a book on the disk, then of what is added to it.

    What is added is traced by what was made where it was read, as `musterbook add` does it on all cores; how long
    that takes a document is told apart.
    """
    press, questions = Press(vocabulary), Questions(vocabulary)
    tracer = Tracer(press, questions)
    with open_book(place) as book:
        list(book.add_many(told))
        began = time.process_time()
        follow_by(book, press, questions)
        spent = time.process_time() - began
        added = list(more)
        list(book.add_many(added))
        began = time.process_time()
        bodies = [(d.capture.id, tracer.body(d)) for d in added]
        made = time.process_time() - began
        prepared = Prepared().take(tracer.method, bodies)
        began = time.process_time()
        follow_by(book, press, questions, prepared)
        later = time.process_time() - began
        return {
            "seconds": spent,
            "added_per_second": MORE / later,
            "prepared_ms": made / MORE * 1000,
            "edges": book.counts().edges,
        }


def main(count: int, place: str = "") -> None:
    """Measure and print."""
    vocabulary = load("bars")
    told, more = documents(count), documents(MORE, seed=2, after=count // len(KINDS))
    found = in_book(Path(place), told, more, vocabulary) if place else in_memory(told, more, vocabulary)
    print(
        json.dumps({"documents": count, "documents_per_second": count / found["seconds"], **found, "peak_mib": peak()})
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
