"""What is kept between runs: taken up whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from musterbook import kept


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in which this process keeps things while the test lasts."""
    before = kept.folder()
    kept.keep_in(tmp_path / "deep" / "cache")
    yield tmp_path / "deep" / "cache"
    kept.keep_in(before)


def test_what_was_put_is_got(folder: Path) -> None:
    """Bytes come back under their kind and name, and under no other."""
    kept.put("things", "a" * 64, b"\0one")
    assert kept.get("things", "a" * 64) == b"\0one"
    assert kept.get("things", "b" * 64) is None
    assert kept.get("others", "a" * 64) is None
    assert folder.stat().st_mode & 0o077 == 0


def test_what_is_made_is_made_once(folder: Path) -> None:
    """Something is made where nothing was kept, and taken up afterwards; of another name it is made again."""
    assert kept.made("things", "a", lambda: {"one": 1}) == {"one": 1}
    assert kept.made("things", "a", lambda: {"made again": 1}) == {"one": 1}
    assert kept.made("things", "b", lambda: {"two": 2}) == {"two": 2}
    assert len(list(folder.iterdir())) == 2


def test_what_is_not_whole_is_not_taken_up(folder: Path) -> None:
    """A file that was cut short or changed is as good as none, and is written anew."""
    kept.put("things", "a", b"some bytes")
    (file,) = folder.iterdir()
    for spoilt in (file.read_bytes()[:-1], b"", file.read_bytes()[:-1] + b"x"):
        file.write_bytes(spoilt)
        assert kept.get("things", "a") is None
    kept.put("things", "a", b"some bytes")
    assert kept.get("things", "a") == b"some bytes"


@pytest.mark.skipif(not hasattr(os, "chown") or os.geteuid() != 0, reason="only root can give a file away")
def test_what_others_wrote_is_not_taken_up(folder: Path) -> None:
    """A file of another user is not trusted."""
    kept.put("things", "a", b"some bytes")
    (file,) = folder.iterdir()
    os.chown(file, 65534, 65534)
    assert kept.get("things", "a") is None


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path, folder: Path) -> None:
    """No run fails for want of a place to keep things."""
    (tmp_path / "file").write_bytes(b"")
    kept.keep_in(tmp_path / "file" / "cache")
    kept.put("things", "a", b"some bytes")
    assert kept.get("things", "a") is None


def test_only_the_last_few_are_kept(folder: Path) -> None:
    """The folder does not grow with every change of a vocabulary."""
    for number in range(9):
        kept.put("things", f"{number}", b"some bytes")
        os.utime(next(folder.glob(f"*-{number}.kept")), (number, number))
    assert sorted(p.name[-6] for p in folder.iterdir()) == ["5", "6", "7", "8"]


@pytest.mark.parametrize(
    ("home", "cache", "expected"),
    [
        ("/home/x", None, "/home/x/.cache/musterbook"),
        ("/home/x", "/var/c", "/var/c/musterbook"),
        ("/home/x", "relative", "/home/x/.cache/musterbook"),
        (None, None, None),
    ],
)
def test_the_usual_folder(home: str | None, cache: str | None, expected: str | None) -> None:
    """The folder is where the XDG base directory specification says; a relative XDG_CACHE_HOME does not count."""
    found = kept.usual_folder(home, cache)
    assert found == (Path(expected) if expected else None)
