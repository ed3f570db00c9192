"""Killed at any moment and run again, a book is what an undisturbed run makes."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.intake.documents import archive

from musterbook import course
from musterbook.claims.reader import reader_for
from musterbook.intake import read_manifest
from musterbook.store import open_book
from musterbook.vocabulary import load

ALONE = 47
TOGETHER = 3
PROGRAM = "import sys; from musterbook.cli.app import main; sys.exit(main())"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """140 small made-up reports, some twice, an archive, and files that cannot be read."""
    made = tmp_path_factory.mktemp("many") / "reports"
    made.mkdir()
    for n in range(140):
        text = (
            f"Report {n % 60}\n\nBARS reservists in Tomsk Region will be paid {20 + n % 60},000 rubles a month, "
            "Governor Ivan Primerov said. A contract is signed for one year. "
            f"At least {n % 60 + 2} regions have begun recruiting.\n"
        )
        (made / f"{n:03}.txt").write_text(text, encoding="utf-8")
    member = "Резервистам отряда «БАРС» в Томской области будут платить 45 тысяч рублей в месяц.\n"
    (made / "box.zip").write_bytes(archive({"a.txt": member.encode(), "b.txt": b""}))
    (made / "empty.txt").touch()
    (made / "broken.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n")
    line = '{{"file": "{:03}.txt", "publisher": "Example {}", "published": "2026-03-{:02}"}}'
    lines = "\n".join(line.format(n, n % 7, n % 28 + 1) for n in range(140))
    (made.parent / "reports.jsonl").write_text(lines, encoding="utf-8")
    return made


def fill(address: str, folder: Path) -> None:
    """Add the folder in this process."""
    manifest, _ = read_manifest(folder.parent / "reports.jsonl")
    with open_book(address) as book:
        course.add([folder], book, course.Plan(manifest=manifest))


def said(address: str) -> list[str]:
    """The export of a book."""
    with open_book(address) as book:
        return list(book.export())


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], float]:
    """The export of an undisturbed run, and how many seconds the run takes."""
    reader_for(load("bars"))
    first, second = (str(tmp_path_factory.mktemp("undisturbed") / "book.db") for _ in range(2))
    fill(first, folder)  # warms what is kept in memory, so that the next tells how long a run takes
    begun = time.monotonic()
    fill(second, folder)
    return said(second), time.monotonic() - begun


def test_adding_again_adds_nothing(folder: Path, undisturbed: tuple[list[str], float], tmp_path: Path) -> None:
    """A second run over the same folder changes not one byte of the export."""
    address = str(tmp_path / "book.db")
    fill(address, folder)
    fill(address, folder)
    assert said(address) == undisturbed[0]


def test_killed_at_random_points(folder: Path, undisturbed: tuple[list[str], float], tmp_path: Path) -> None:
    """After each of 47 kills the book is whole; run again, it is the undisturbed one."""
    wanted, lasts = undisturbed
    chance = random.Random(50)
    fork = multiprocessing.get_context("fork")
    address, died = "", 0
    for n in range(ALONE):
        if n % 9 == 0:  # six books, each killed up to nine times before a run may end
            address = str(tmp_path / f"book{n}.db")
        process = fork.Process(target=fill, args=(address, folder))
        process.start()
        process.join(chance.random() * lasts * 0.5)  # what is left to do is ever less
        process.kill()
        process.join(30)
        died += process.exitcode == -signal.SIGKILL
        if n % 9 == 8 or n == ALONE - 1:
            fill(address, folder)
            assert said(address) == wanted
    assert died > ALONE / 3, "most runs are killed before they end"


def test_killed_with_workers(folder: Path, undisturbed: tuple[list[str], float], tmp_path: Path) -> None:
    """Three kills of a run on two processes: none is left behind, and the next run makes the undisturbed book."""
    chance = random.Random(8)
    words = [sys.executable, "-c", PROGRAM, "-q", "add", str(folder), "--workers", "2"]
    words += ["--manifest", str(folder.parent / "reports.jsonl")]
    begun = time.monotonic()
    assert subprocess.run(words, cwd=tmp_path, check=False, timeout=300).returncode == 1
    lasts = time.monotonic() - begun
    assert said(str(tmp_path / "musterbook.db")) == undisturbed[0]
    (tmp_path / "musterbook.db").unlink()
    for _ in range(TOGETHER):
        process = subprocess.Popen(words, cwd=tmp_path, start_new_session=True)
        time.sleep(lasts * (0.3 + 0.7 * chance.random()))
        process.kill()
        process.wait(30)
        assert all_ended(process.pid)
    assert subprocess.run(words, cwd=tmp_path, check=False, timeout=300).returncode == 1
    assert said(str(tmp_path / "musterbook.db")) == undisturbed[0]


def all_ended(group: int) -> bool:
    """Whether every process of a group ends within ten seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
