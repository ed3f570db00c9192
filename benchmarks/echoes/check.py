"""Check that the gold of the stories stands on their texts.

Usage:
    python benchmarks/echoes/check.py

In: the stories beside this file. Out: one line a fault and status 1, or one line of counts. Never judges whether
the gold is right, and never runs a system.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
PARTS = {"dev", "later", "unread"}
HOW = {"cites", "rewrites", "copies", "official"}
GARBLINGS = {
    "region",
    "expansion",
    "martial_law",
    "status",
    "instrument",
    "number",
    "body",
    "unit",
    "period",
    "bound",
    "condition",
}
DIFFERENCES = {
    "scope", "date", "state", "stage", "unit", "bound", "rounding", "paraphrase", "transliteration", "correction",
    "genuine",
}  # fmt: skip
Row = dict[str, Any]


def faults(name: str, story: Row) -> Iterator[str]:
    """Everything in a story that does not stand, in words."""
    if story.get("part") not in PARTS:
        yield f"{name}: part {story.get('part')!r} is not one of {sorted(PARTS)}"
    docs = {d["id"]: d for d in story["documents"]}
    if len(docs) != len(story["documents"]):
        yield f"{name}: an id is given twice"
    for doc in story["documents"]:
        yield from _edges(doc, docs)
        for field in ("statements", "garbled", "harmless", "unsupported"):
            for row in doc.get(field, ()):
                yield from (f"{doc['id']} {field}: {why}" for why in _passages(row, doc, docs))
                yield from (f"{doc['id']} {field}: {why}" for why in _words(field, row))


def _edges(doc: Row, docs: Mapping[str, Row]) -> Iterator[str]:
    for edge in doc["comes_from"]:
        if edge["how"] not in HOW:
            yield f"{doc['id']}: how {edge['how']!r} is not one of {sorted(HOW)}"
        if "named" in edge:
            continue
        source = docs.get(edge["document"])
        if source is None or source is doc:
            yield f"{doc['id']}: comes from {edge['document']!r}, which is no other document of the story"
        elif {"published"} <= doc.keys() & source.keys() and doc["published"] < source["published"]:
            yield f"{doc['id']}: published before {edge['document']}, from which it comes"


def _passages(row: Row, doc: Row, docs: Mapping[str, Row]) -> Iterator[str]:
    if doc["text"].count(row["quote"]) != 1:
        yield f"{row['quote']!r} stands {doc['text'].count(row['quote'])} times in the text, not once"
    if "there" in row and docs[row["document"]]["text"].count(row["there"]) < 1:
        yield f"{row['there']!r} does not stand in {row['document']}"


def _words(field: str, row: Row) -> Iterator[str]:
    if field == "garbled" and not {"role", "document", "there"} <= row.keys():
        yield f"{row['quote']!r} lacks the role, the document or its words"
    if row.get("kind", "region") not in GARBLINGS:
        yield f"kind {row['kind']!r} is not one of {sorted(GARBLINGS)}"
    if row.get("difference", "scope") not in DIFFERENCES:
        yield f"difference {row['difference']!r} is not one of {sorted(DIFFERENCES)}"


def main() -> int:
    """Print the faults or the counts; give the status."""
    counts: Counter[str] = Counter()
    found: list[str] = []
    for path in sorted((HERE / "stories").glob("*.yaml")):
        story = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += faults(path.name, story)
        counts.update(stories=1, documents=len(story["documents"]))
        for doc in story["documents"]:
            counts.update(edges=len(doc["comes_from"]))
            counts.update({k: len(doc.get(k, ())) for k in ("statements", "garbled", "harmless", "unsupported")})
    lines = found or [", ".join(f"{n} {name}" for name, n in counts.items())]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
