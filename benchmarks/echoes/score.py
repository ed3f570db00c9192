"""Score lineage, origins and garblings against the made-up stories beside this file.

Usage:
    python benchmarks/echoes/score.py [PREDICTIONS.jsonl] [--misses] [--part=dev|later|unread]

In: nothing (then Musterbook itself reads the stories), or predictions of any system in the format that
README.md describes. Out: one line of figures a measure. Never looks at the gold while predicting.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
Row = dict[str, Any]
Span = tuple[int, int]


def documents(part: str | None = None) -> list[Row]:
    """Every document of every story, in order; with a part, those of its stories alone."""
    stories = [yaml.safe_load(p.read_text(encoding="utf-8")) for p in sorted((HERE / "stories").glob("*.yaml"))]
    return [d for story in stories if part in (None, story["part"]) for d in story["documents"]]


def predict(docs: Sequence[Row]) -> list[Row]:
    """What Musterbook says of the documents, as rows of the interchange format."""
    from musterbook import Plan, add, open_book
    from musterbook.intake.manifest import read_manifest
    from musterbook.sayings import sayings
    from musterbook.tracing import trace

    programme = str(HERE / "programme")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "documents"
        root.mkdir()
        lines = []
        for doc in docs:
            (root / f"{doc['id']}.txt").write_text(doc["text"], encoding="utf-8")
            stated = {k: str(doc[k]) for k in ("address", "language", "canonical", "published") if k in doc}
            lines.append({"file": f"{doc['id']}.txt", "publisher": doc["outlet"]} | stated)
        manifest = Path(folder) / "manifest.jsonl"
        manifest.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
        with open_book(str(Path(folder) / "book.db")) as book:
            add([root], book, Plan(programme, manifest=read_manifest(manifest)[0]))
            traced = trace(book, programme)
            name = {i: p.name.removesuffix(".txt") for i, p in traced.papers.items()}
            rows: list[Row] = []
            passages = sayings(book, traced, programme)
            for claim in traced.claims.values():
                origin = traced.matter.origins.of(claim)
                rows.append(
                    {"kind": "origin", "document": name[claim.capture_id], **_span(claim), "origin": origin.name}
                )
            for capture_id, document in name.items():
                for passage, origin in passages.every(capture_id):
                    if origin.name:
                        rows.append({"kind": "origin", "document": document, **_span(passage), "origin": origin.name})
            for edge in traced.edges:
                source = name.get(edge.target, edge.named)
                rows.append({"kind": "edge", "document": name[edge.capture_id], "source": source, "how": edge.kind})
            for doubt in traced.matter.doubts:
                claim = traced.claims[doubt.claim]
                row = {"kind": doubt.kind, "document": name[claim.capture_id], **_span(claim), "why": doubt.reason}
                if doubt.words:
                    row |= {"quote": doubt.words, "start": doubt.start, "end": doubt.start + len(doubt.words)}
                rows.append({**row, "roles": list(doubt.roles)})
    return rows


def _span(claim: Any) -> Row:
    return {"quote": claim.quote.exact, "start": claim.quote.start, "end": claim.quote.end}


def score(docs: Sequence[Row], rows: Sequence[Row]) -> tuple[dict[str, float], list[str]]:
    """Figures by name, and what is missed or too much, in words."""
    misses: list[str] = []
    edges = {(r["document"], r["source"]) for r in rows if r["kind"] == "edge"}
    gold = {(d["id"], s.get("document") or s["named"]) for d in docs for s in d["comes_from"]}
    misses += [f"edge missed: {a} from {b}" for a, b in sorted(gold - edges)]
    misses += [f"edge too much: {a} from {b}" for a, b in sorted(edges - gold)]
    figures = {"lineage F1": _f1(len(gold & edges), len(edges), len(gold))}
    right = predicted = wanted = 0
    for story in sorted({d["id"].split("-")[0] for d in docs}):
        truth, said = _origins([d for d in docs if d["id"].startswith(f"{story}-")], rows, misses)
        for a, b in combinations(range(len(truth)), 2):
            same, found = truth[a] == truth[b], bool(said[a]) and said[a] == said[b]
            right, predicted, wanted = right + (same and found), predicted + found, wanted + same
    figures["origins pairwise F1"] = _f1(right, predicted, wanted)
    figures["origins pairwise precision"] = right / predicted if predicted else 1.0
    for kind in ("garbled", "unsupported"):
        hits, alarms, total = _doubts(docs, rows, kind, misses)
        figures[f"{kind} recall"] = hits / total if total else 1.0
        figures[f"{kind} precision"] = hits / (hits + alarms) if hits + alarms else 1.0
    figures["harmless left alone"] = _left_alone(docs, rows, misses)
    return figures, misses


def _left_alone(docs: Iterable[Row], rows: Sequence[Row], misses: list[str]) -> float:
    """The share of harmless differences that nothing calls garbled, save a row that also meets a gold garbling."""
    total = called = 0
    for doc in docs:
        garbled = [_place(doc, g["quote"]) for g in doc.get("garbled", ())]
        own = [(r["start"], r["end"]) for r in rows if r["kind"] == "garbled" and r["document"] == doc["id"]]
        own = [span for span in own if not any(_meet(span, gold) for gold in garbled)]
        for row in doc.get("harmless", ()):
            wrong = any(_meet(span, _place(doc, row["quote"])) for span in own)
            total, called = total + 1, called + wrong
            misses += [f"harmless called garbled: {doc['id']} {row['quote']!r} ({row['difference']})"] if wrong else []
    return 1 - called / total if total else 1.0


def _place(doc: Row, quote: str) -> Span:
    start = doc["text"].find(quote)
    return start, start + len(quote)


def _origins(docs: Iterable[Row], rows: Sequence[Row], misses: list[str]) -> tuple[list[str], list[str]]:
    truth, said = [], []
    for doc in docs:
        own = [r for r in rows if r["kind"] == "origin" and r["document"] == doc["id"]]
        for statement in doc.get("statements", ()):
            start = doc["text"].find(statement["quote"])
            found = [
                r["origin"] for r in own if _meet((r["start"], r["end"]), (start, start + len(statement["quote"])))
            ]
            origin = max(sorted(set(found)), key=found.count, default="")
            truth.append(statement["origin"])
            said.append(origin)
            if origin != statement["origin"]:
                misses.append(
                    f"origin: {doc['id']} {statement['quote']!r}: {origin or 'none'}, not {statement['origin']}"
                )
    return truth, said


def _doubts(docs: Iterable[Row], rows: Sequence[Row], kind: str, misses: list[str]) -> tuple[int, int, int]:
    hits = alarms = total = 0
    for doc in docs:
        gold = [(doc["text"].find(g["quote"]), g["quote"]) for g in doc.get(kind, ())]
        total += len(gold)
        met = set()
        for row in (r for r in rows if r["kind"] == kind and r["document"] == doc["id"]):
            place = [
                n for n, (at, quote) in enumerate(gold) if _meet((row["start"], row["end"]), (at, at + len(quote)))
            ]
            place += [n for n, g in enumerate(doc.get(kind, ())) if g.get("role") in row.get("roles", ())]
            met.update(place[:1])
            alarms += not place
            if not place:
                misses.append(f"{kind} too much: {doc['id']} {row['quote']!r}: {row.get('why', '')}")
        hits += len(met)
        misses += [f"{kind} missed: {doc['id']} {gold[n][1]!r}" for n in range(len(gold)) if n not in met]
    return hits, alarms, total


def _meet(one: Span, two: Span) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _f1(right: int, predicted: int, wanted: int) -> float:
    return 2 * right / (predicted + wanted) if predicted + wanted else 1.0


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    parts = [a.partition("=")[2] for a in arguments if a.startswith("--part=")]
    docs = documents(parts[0] if parts else None)
    if not docs:
        raise SystemExit(f"echoes: no story of the part {parts[0]!r}; give --part=dev, --part=later or --part=unread")
    files = [a for a in arguments if not a.startswith("--")]
    if files:
        rows = [json.loads(line) for line in Path(files[0]).read_text(encoding="utf-8").splitlines() if line.strip()]
        rows = [r for r in rows if r["document"] in {d["id"] for d in docs}]
    else:
        rows = predict(docs)
    figures, misses = score(docs, rows)
    lines = [f"echoes: {len({d['id'].split('-')[0] for d in docs})} stories, {len(docs)} documents"]
    lines += [f"  {name:28} {value:.3f}" for name, value in figures.items()]
    if "--misses" in arguments:
        lines += misses
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
