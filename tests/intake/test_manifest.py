from __future__ import annotations

from pathlib import Path

import pytest

from musterbook.errors import UsageError
from musterbook.intake import Limits, collect, read_manifest
from musterbook.records import Capture, Problem


def test_keys_that_mean_the_same(tmp_path: Path) -> None:
    """Every spelling of a key states the same field."""
    path = tmp_path / "m.jsonl"
    path.write_text(
        '{"doc": "a.txt", "url": "https://example.org/a", "outlet": "Вымышленная газета",'
        ' "date": "2025-11-10T10:00:00Z",'
        ' "lang": "ru-RU", "title": "T", "retrieved": "11.11.2025"}\n',
        encoding="utf-8",
    )
    manifest, problems = read_manifest(path)
    entry = manifest.find("a.txt")
    assert problems == []
    assert entry is not None
    assert {s.field: s.value for s in entry.stated} == {
        "address": "https://example.org/a",
        "publisher": "Вымышленная газета",
        "published": "2025-11-10",
        "language": "ru",
        "title": "T",
        "retrieved": "2025-11-11",
    }
    assert {s.origin for s in entry.stated} == {"manifest"}


def test_bad_lines_are_told_with_their_number(tmp_path: Path) -> None:
    """A bad line costs that line only and is named by its number."""
    path = tmp_path / "m.jsonl"
    path.write_text(
        '{"file": "a.txt"}\n\n{broken\n[1]\n{"date": "2025"}\n{"file": "b.txt", "date": "soon"}\n{"file":"a.txt"}\n'
    )
    manifest, problems = read_manifest(path)
    assert sorted(manifest.entries) == ["a.txt", "b.txt"]
    assert [(p.code, p.where.rpartition(":")[2]) for p in problems] == [
        ("intake.manifest_line", "3"),
        ("intake.manifest_line", "4"),
        ("intake.manifest_line", "5"),
        ("intake.manifest_value", "6"),
        ("intake.manifest_line", "7"),
    ]
    assert "date 'soon' of 'b.txt' is no date; give YYYY" in problems[3].what


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_tables_with_heads(tmp_path: Path, mark: str) -> None:
    """A CSV file with heads is a manifest too, in the encoding that a spreadsheet saves."""
    path = tmp_path / "m.csv"
    rows = [["Name", "Publisher", "Published"], ["a.txt", "Вымышленный вестник", "10.11.2025"], ["b.txt", "only two"]]
    path.write_bytes("\r\n".join(mark.join(row) for row in rows).encode("cp1251"))
    manifest, problems = read_manifest(path)
    entry = manifest.find("a.txt")
    assert entry is not None
    assert [(s.field, s.value) for s in entry.stated] == [
        ("publisher", "Вымышленный вестник"),
        ("published", "2025-11-10"),
    ]
    assert [p.where.rpartition(":")[2] for p in problems] == ["3"]


def test_names_from_another_folder(tmp_path: Path) -> None:
    """A name counts from another folder where only one file can be meant."""
    path = tmp_path / "m.jsonl"
    path.write_text('{"file": "reports/a.txt"}\n{"file": "x/b.txt"}\n{"file": "y/b.txt"}\n')
    manifest, _ = read_manifest(path)
    assert manifest.find("a.txt") is not None
    assert manifest.find("b.txt") is None
    assert manifest.find("z/b.txt") is None


def test_lines_that_match_no_file(tmp_path: Path) -> None:
    """A line for a file that is not there is a problem; the manifest itself is no document."""
    (tmp_path / "a.txt").write_text("Some words about something that happened.")
    path = tmp_path / "manifest.jsonl"
    path.write_text('{"file": "a.txt", "publisher": "P"}\n{"file": "gone.txt"}\n')
    manifest, _ = read_manifest(path)
    items = list(collect([tmp_path], manifest, Limits()))
    captures = [i for i in items if isinstance(i, Capture)]
    assert [c.name for c in captures] == ["a.txt"]
    assert captures[0].metadata.get("publisher") == "P"
    assert [(i.code, i.where) for i in items if isinstance(i, Problem)] == [("intake.manifest_unmatched", f"{path}:2")]


def test_a_manifest_that_is_not_there(tmp_path: Path) -> None:
    """A missing manifest is the user's mistake and says which path."""
    with pytest.raises(UsageError, match=r"nowhere\.jsonl"):
        read_manifest(tmp_path / "nowhere.jsonl")
