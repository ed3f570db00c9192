"""What tests of the command line share: small books."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

REPORTS = {
    "agency.txt": (
        "Tomsk Region forms a BARS unit\n\nTOMSK, March 3. A BARS unit is being formed in Tomsk Region to guard "
        "oil refineries and bridges, Governor Ivan Primerov said on Tuesday. Reservists "
        "will be paid 45,000 rubles a month.\n"
    ),
    "paper.txt": (
        "Reservists wanted\n\nTomsk Region has begun recruiting reservists for its BARS unit. "
        "According to the regional administration, reservists receive 50,000 rubles a month.\n\n"
        '"My husband signed last week," said Olga Vydumannaya, who lives in the town.\n'
    ),
    "empty.txt": "",
}
MANIFEST = (
    '{"file": "agency.txt", "publisher": "Example Agency", "published": "2026-03-03"}\n'
    '{"file": "paper.txt", "publisher": "Example Paper", "published": "2026-03-10"}\n'
)


Run = Any


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Two small made-up reports that differ, an empty file, and a manifest."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "reports.jsonl").write_text(MANIFEST, encoding="utf-8")
    return folder


@pytest.fixture
def filled(run: Run, reports: Path) -> Run:
    """Runs commands where a book of those reports is."""
    assert run("--quiet", "add", str(reports), "--manifest", "reports.jsonl").code == 1
    return run
