from __future__ import annotations

import os
import pickle
import tracemalloc
from pathlib import Path
from types import ModuleType

import pytest

from musterbook.intake import CODES, Limits, collect, find, read_manifest, take
from musterbook.records import Capture, Problem


def split(items: list[Capture | Problem]) -> tuple[dict[str, Capture], dict[str, str]]:
    """Captures by name, and problem codes by place below the folder that was added."""
    captures = {i.name: i for i in items if isinstance(i, Capture)}
    return captures, {i.where.partition("/")[2]: i.code for i in items if isinstance(i, Problem)}


def test_a_folder_is_read_in_sorted_order(tmp_path: Path) -> None:
    """Files come in the order of their names, folders where they stand, hidden files never."""
    for name in ("b.txt", "a/z.txt", "a.txt", ".git/x.txt", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Words of a report.")
    names = [i.name for i in collect([tmp_path]) if isinstance(i, Capture)]
    assert names == ["a/z.txt", "a.txt", "b.txt"]


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    """What could not be read is named with the folder that was added, however that was written."""
    for folder in ("2024", "2025"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_bytes(b"")
    items = collect([tmp_path / "2024", tmp_path / "2024" / ".." / "2025"])
    assert [i.where for i in items if isinstance(i, Problem)] == ["2024/report.txt", "2025/report.txt"]
    alone = list(collect([tmp_path / "2024" / "report.txt"]))
    assert [i.where for i in alone if isinstance(i, Problem)] == ["report.txt"]


def test_content_decides_over_names(tmp_path: Path, make: ModuleType) -> None:
    """A PDF named .txt is a PDF, a page named .pdf a page, a text named .zip a text."""
    (tmp_path / "a.txt").write_bytes(make.pdf([[make.ENGLISH]]))
    (tmp_path / "b.pdf").write_text(
        f"<!doctype html><html><body><p>{make.RUSSIAN}</p></body></html>", encoding="cp1251"
    )
    (tmp_path / "c.zip").write_text(make.ENGLISH)
    (tmp_path / "d.jpg").write_bytes(make.mail([make.part("text/plain", make.ENGLISH.encode())]))
    (tmp_path / "e.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "f.doc").write_bytes(os.urandom(3000))
    captures, problems = split(list(collect([tmp_path])))
    assert {n: c.media_type for n, c in captures.items()} == {
        "a.txt": "application/pdf",
        "b.pdf": "text/html",
        "c.zip": "text/plain",
        "d.jpg": "message/rfc822",
    }
    assert captures["b.pdf"].encoding == "cp1251"
    assert problems == {"e.txt": "intake.unsupported", "f.doc": "intake.binary"}


def test_bad_files_are_problems_and_the_rest_is_read(tmp_path: Path, make: ModuleType) -> None:
    """Whatever is wrong with one file, its neighbours are read."""
    (tmp_path / "good.txt").write_text(make.ENGLISH)
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.txt").write_bytes(b" \r\n\0 ")
    (tmp_path / "cut.pdf").write_bytes(make.pdf([[make.ENGLISH]])[:150])
    (tmp_path / "locked.pdf").write_bytes(make.pdf([[make.ENGLISH]], encrypted=True))
    (tmp_path / "picture.pdf").write_bytes(make.pdf([[]]))
    (tmp_path / "cut.zip").write_bytes(make.archive({"a.txt": make.ENGLISH.encode() * 9})[:80])
    (tmp_path / "data.json").write_text('{"doc": "a", "quote": {"exact": "b"}}\n')
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    captures, problems = split(list(collect([tmp_path])))
    assert list(captures) == ["good.txt"]
    assert {Path(where).name: code for where, code in problems.items()} == {
        "empty.txt": "intake.empty",
        "blank.txt": "intake.empty",
        "cut.pdf": "intake.damaged",
        "locked.pdf": "intake.encrypted",
        "picture.pdf": "intake.no_text",
        "cut.zip": "intake.damaged",
        "data.json": "intake.unsupported",
        "pipe": "intake.special",
        "gone": "intake.missing",
        "loop": "intake.loop",
        "self": "intake.unreadable",
    }
    assert set(problems.values()) <= set(CODES)


def test_a_manifest_among_reports(tmp_path: Path) -> None:
    """A manifest that lies among the reports and is not given as one is no report; the problem says what to do."""
    (tmp_path / "list.jsonl").write_text('{"file": "good.txt", "publisher": "Example"}\n')
    (tmp_path / "data.jsonl").write_text('{"file": 1}\n')
    told = {Path(p.where).name: p.what for p in collect([tmp_path]) if isinstance(p, Problem)}
    assert "--manifest" in told["list.jsonl"]
    assert "--manifest" not in told["data.jsonl"]


def test_unreadable_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be opened is a problem that names it."""
    path = tmp_path / "a.txt"
    path.write_text("words")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    captures, problems = take(path)
    assert captures == []
    assert problems[0].code == "intake.unreadable"
    assert "Permission denied" in problems[0].what


def test_a_file_over_the_limit_costs_no_memory(tmp_path: Path) -> None:
    """A file of 200 MB is refused by its size, without being read."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()
    captures, problems = take(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert captures == []
    assert problems[0].code == "intake.too_large"
    assert "200,000,000" in problems[0].what
    assert peak < 5_000_000


def test_folders_without_end(tmp_path: Path) -> None:
    """Folders nested past the limit are named; what lies above is read."""
    deep = tmp_path
    for _ in range(8):
        deep = deep / "d"
        deep.mkdir()
        (deep / "a.txt").write_text("words of a report")
    items = list(find([tmp_path], Limits(folders=4)))
    assert len([i for i in items if isinstance(i, Path)]) == 3
    assert [i.code for i in items if isinstance(i, Problem)] == ["intake.too_deep"]


def test_one_file_is_one_job(tmp_path: Path) -> None:
    """Arguments and results of `take` can cross to another process."""
    (tmp_path / "m.jsonl").write_text('{"file": "a.txt", "publisher": "P"}\n')
    (tmp_path / "a.txt").write_text("Words of a report.")
    manifest, _ = read_manifest(tmp_path / "m.jsonl")
    job = pickle.loads(pickle.dumps((tmp_path / "a.txt", tmp_path, manifest, Limits())))
    captures, problems = pickle.loads(pickle.dumps(take(*job)))
    assert captures[0].metadata.get("publisher") == "P"
    assert problems == []


def test_names_that_are_no_text(tmp_path: Path) -> None:
    """A file name in a broken encoding gives a name that can be stored."""
    path = os.fsencode(tmp_path) + b"/\xcf\xf0\xe8.txt"
    with open(path, "wb") as file:
        file.write(b"Words of a report.")
    captures, _ = split(list(collect([tmp_path])))
    assert all(name.encode("utf-8") for name in captures)
    assert len(captures) == 1


def test_truncated_pages_are_read_and_told(tmp_path: Path, make: ModuleType) -> None:
    """A page that breaks off gives what is there, and a problem."""
    (tmp_path / "a.html").write_text(f"<html><body><p>{make.ENGLISH}</p><p>And th")
    captures, problems = split(list(collect([tmp_path])))
    assert list(captures) == ["a.html"]
    assert problems == {"a.html": "intake.damaged"}
