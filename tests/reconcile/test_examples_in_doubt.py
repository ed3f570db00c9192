"""What is in doubt in the example reports: what was put there to be found, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from musterbook import Plan, add, open_book
from musterbook.intake import read_manifest
from musterbook.tracing import Traced, trace

FOLDER = Path(__file__).parents[2] / "examples" / "bars"
REWRITE, REPORT = "06_regions_garbled.txt", "03_dvadtsat_regionov.txt"
INTENDED = {
    ("region", "RU-BA", "RU-BU"),  # Buryatia for Bashkortostan
    ("max_duration", "P6M", "P16M"),
    ("stage", "published_draft", "approved"),
    ("date", "2024", "2022"),
}


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Traced]:
    """The examples, read and reconciled."""
    reports = sorted(p for p in FOLDER.iterdir() if p.name != "manifest.jsonl")
    manifest, _ = read_manifest(FOLDER / "manifest.jsonl")
    with open_book(str(tmp_path_factory.mktemp("examples") / "book.db")) as book:
        add(reports, book, Plan(manifest=manifest))
        yield trace(book)


def test_the_garblings_of_the_examples_are_those_of_the_garbled_rewrite(traced: Traced) -> None:
    """Region, limit, stage and year are found in the garbled rewrite, and nothing in any other report."""
    found = set()
    for doubt in (d for d in traced.matter.doubts if d.kind == "garbled"):
        (role,) = doubt.roles
        later, source = traced.claims[doubt.claim], traced.claims[doubt.against[0]]
        assert (later.doc, source.doc) == (REWRITE, REPORT), doubt.reason
        found.add((role, str(source.get(role)), str(later.get(role))))
    assert found == INTENDED


def test_what_nobody_says_are_the_invented_name_and_the_unnamed_experts(traced: Traced) -> None:
    """The garbled rewrite's name and two judgements of nobody in particular have no origin; all else has one."""
    added = [(traced.claims[d.claim], d) for d in traced.matter.doubts if d.kind == "unsupported"]
    assert {c.doc for c, _ in added} == {REWRITE}
    assert sorted(d.words or c.type for c, d in added) == [
        "Analysts stress that the implications for local communities are profound.",
        "Observers call it a turning point.",
        "name.expansion",
    ]
    assert not [d for d in traced.matter.doubts if d.kind == "contradiction"]
