"""The example reports."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from musterbook import reading
from musterbook.intake import collect, read_manifest
from musterbook.records import Problem

FOLDER = Path(__file__).parents[2] / "examples" / "bars"


def test_examples_are_described() -> None:
    """Each example has a line in the manifest with its publisher, language and address."""
    rows = [json.loads(line) for line in (FOLDER / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["file"] for row in rows] == sorted(p.name for p in FOLDER.iterdir() if p.name != "manifest.jsonl")
    assert all(row["publisher"] and row["address"].startswith("http") for row in rows)
    assert all("facts" in row for row in rows if "example.org" in row["address"])


def test_examples_can_be_read() -> None:
    """Every example gives a text in the language that its manifest states, a dozen or more in each."""
    manifest, problems = read_manifest(FOLDER / "manifest.jsonl")
    assert problems == []
    languages: Counter[str] = Counter()
    for item in collect(sorted(p for p in FOLDER.iterdir() if p.name != "manifest.jsonl"), manifest):
        assert not isinstance(item, Problem), item
        text, faults = reading.read(item)
        assert faults == []
        assert text is not None
        assert text.language == item.metadata.get("language")
        languages[text.language] += 1
    assert min(languages["en"], languages["ru"]) >= 12
