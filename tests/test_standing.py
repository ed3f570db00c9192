"""What a user promises himself of `problems`: what is wrong now, and nothing twice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from musterbook.intake import file_mark
from musterbook.records import Problem
from musterbook.standing import Standing
from musterbook.store import Book

Run = Any

REPORT = "BARS reservists in Tomsk Region will be paid 45,000 rubles a month.\n"


@pytest.fixture
def march(tmp_path: Path) -> Path:
    """A folder with a report, an empty file and a file that is no text."""
    folder = tmp_path / "march"
    folder.mkdir()
    (folder / "report.txt").write_text(REPORT)
    (folder / "empty.txt").touch()
    (folder / "photo.txt").write_bytes(bytes(range(256)) * 9)
    return folder


def places(run: Run) -> list[str]:
    """Where the problems that stand are."""
    return [json.loads(line)["where"] for line in run("problems", "--format", "jsonl").out.splitlines()]


def test_a_folder_that_was_renamed_has_its_problems_once(run: Run, march: Path) -> None:
    """Added again under its new name, a folder's problems stand where the files are now."""
    run("add", "march")
    march.rename(march.with_name("2026-03"))
    assert "added: 0 documents, 0 claims, 1 known, 2 problems\nin the book: 1 document, 1 claim, 2 problems" in (
        run("add", "2026-03").err
    )
    assert places(run) == ["2026-03/empty.txt", "2026-03/photo.txt"]


def test_what_was_mended_or_removed_is_no_problem(run: Run, march: Path) -> None:
    """A file that can be read now, or is not there, has no problem after the next look."""
    run("add", "march")
    (march / "empty.txt").write_text(REPORT.replace("45", "46"))
    (march / "photo.txt").unlink()
    assert run("add", "march").code == 0
    assert (places(run), run("problems").code) == ([], 0)


def test_problems_stay_where_nobody_looked_again(run: Run, march: Path, tmp_path: Path) -> None:
    """Another folder, or one of the same name elsewhere, settles nothing, whatever its files are called."""
    run("add", "march")
    for folder in (tmp_path / "april", tmp_path / "other" / "march"):
        folder.mkdir(parents=True)
        (folder / "empty.txt").write_text(REPORT)
        run("add", str(folder))
    assert places(run) == ["march/empty.txt", "march/photo.txt"]


def test_two_folders_may_hold_the_same_fault(run: Run, march: Path, tmp_path: Path) -> None:
    """An empty file in each of two folders is two problems, as there are two files."""
    (tmp_path / "april").mkdir()
    (tmp_path / "april" / "empty.txt").touch()
    run("add", "march", "april")
    run("add", "march")
    assert places(run) == ["april/empty.txt", "march/empty.txt", "march/photo.txt"]


def test_a_path_that_was_not_there_is_looked_for(run: Run, march: Path, tmp_path: Path) -> None:
    """It stands until something is there, and not only until something else is added."""
    run("add", "may")
    run("add", "march")
    assert "may" in places(run)
    (tmp_path / "may").mkdir()
    run("add", "may")
    assert "may" not in places(run)


def test_a_manifest_that_was_corrected_has_no_problems(run: Run, march: Path, tmp_path: Path) -> None:
    """What was wrong with its lines, or was matched by no file, goes with the lines."""
    manifest = tmp_path / "march.jsonl"
    manifest.write_text('{"file": "report.txt", "published": "soon"}\n{"file": "nothing.txt", "title": "Nothing"}\n')
    run("add", "march/report.txt", "--manifest", "march.jsonl")
    assert places(run) == ["march.jsonl:1", "march.jsonl:2"]
    manifest.write_text('{"file": "report.txt", "published": "2026-03-03"}\n')
    assert run("add", "march/report.txt", "--manifest", "march.jsonl").code == 0
    assert places(run) == []


def test_no_path_of_the_machine_is_kept(book: Book, tmp_path: Path) -> None:
    """A book knows a file by a hash of its path, and gives that to nobody."""
    file = tmp_path / "private" / "empty.txt"
    assert str(tmp_path) not in file_mark(file)
    Standing(book).look([(file_mark(file), [Problem("intake.empty", "private/empty.txt", "holds nothing")])])
    exported = "".join(book.export())
    assert "private/empty.txt" in exported
    assert "file-" not in exported
    assert str(tmp_path) not in exported


def test_problems_of_a_file_are_those_of_the_last_look(book: Book) -> None:
    """A later look replaces what stood, also what stood without a file before; other files keep theirs."""
    empty, large = Problem("intake.empty", "a.txt", "holds nothing"), Problem("intake.too_large", "a.txt", "too large")
    book.add_problems([empty])
    book.stand({file_mark("a.txt"): [empty], file_mark("b.txt"): [large]})
    assert list(book.problems()) == [empty, large]
    book.stand({file_mark("a.txt"): [large]})
    assert list(book.problems()) == [large]
    book.stand({file_mark("a.txt"): []})
    assert book.file_problems() == [(file_mark("b.txt"), large)]
