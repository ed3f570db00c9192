"""The whole way, and its one boundary."""

from __future__ import annotations

from pathlib import Path

import pytest

from musterbook import course, reading
from musterbook.intake import read_manifest
from musterbook.records import Problem
from musterbook.store import ReadDocument, open_book

REPORT = "BARS reservists in Tomsk Region will be paid {},000 rubles a month, Governor Ivan Primerov said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three small reports."""
    made = tmp_path / "reports"
    made.mkdir()
    for n in (40, 41, 42):
        (made / f"{n}.txt").write_text(REPORT.format(n), encoding="utf-8")
    return made


def test_the_file_can_be_read_in_one_sitting() -> None:
    """The course has at most 150 lines."""
    assert len(Path(course.__file__).read_text(encoding="utf-8").splitlines()) <= 150


def test_adding_counts_and_adding_again_does_not(folder: Path, tmp_path: Path) -> None:
    """The sum of a run is what whoever watches was told; a second run finds everything known."""
    steps: list[course.Step] = []
    with open_book(tmp_path / "book.db") as book:
        first = course.add([folder], book, course.Plan(), steps.append)
        again = course.add([folder], book, course.Plan())
        assert (first.files, first.documents, first.new) == (3, 3, 3)
        assert (again.documents, again.new, again.claims) == (3, 0, 0)
        assert sum(s.claims for s in steps) == first.claims == book.counts().claims


def test_a_fault_in_one_document_stops_no_other(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever fails in one document becomes a problem that names it, and holds none of its words."""
    read = reading.read

    def fails(capture: course.Capture) -> object:
        if b"41,000" in capture.data:
            raise KeyError("Olga Vydumannaya")
        return read(capture)

    monkeypatch.setattr(reading, "read", fails)
    with open_book(tmp_path / "book.db") as book:
        done = course.add([folder], book, course.Plan())
        (problem,) = book.problems()
        assert done.problems == 1
        assert (problem.code, problem.where) == ("course.fault", "41.txt")
        assert "KeyError at test_course.py:" in problem.what
        assert "Vydumannaya" not in problem.what
        assert {c.get("amount") for c in book.claims()} == {40000, 42000}


def test_reading_without_a_book(folder: Path) -> None:
    """`read_files` gives each document in order, read."""
    read = list(course.read_files([folder], course.Plan()))
    assert all(isinstance(d, ReadDocument) for d in read)
    assert [d.capture.name for d in read if not isinstance(d, Problem)] == ["40.txt", "41.txt", "42.txt"]


def test_the_book_and_the_manifest_are_no_reports(folder: Path) -> None:
    """A book and a manifest that lie among the reports are neither read nor told as faults."""
    (folder / "reports.jsonl").write_text('{"file": "40.txt", "publisher": "Example Paper"}\n', encoding="utf-8")
    manifest, problems = read_manifest(folder / "reports.jsonl")
    assert problems == []
    with open_book(folder / "book.db") as book:
        done = course.add([folder], book, course.Plan(manifest=manifest))
        assert (done.files, done.problems) == (3, 0)
        assert book.document("40.txt").metadata.outlet == "Example Paper"
