"""A folder of everything that goes wrong: each fault is told with its place, and the rest is read."""

from __future__ import annotations

import io
import json
import os
import resource
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.intake.documents import archive, pdf

from musterbook.claims.reader import reader_for
from musterbook.course import read_capture
from musterbook.records import Capture
from musterbook.vocabulary import load

Run = Any

REPORT = "BARS reservists in Tomsk Region will be paid 45,000 rubles a month, Governor Ivan Primerov said.\n"
BIG = 200 * 2**20  # bytes


def nested(depth: int) -> bytes:
    """An archive in an archive, and so on."""
    data = archive({"deep.txt": REPORT.encode()})
    for n in range(depth):
        data = archive({f"level{n}.zip": data})
    return data


def encrypted() -> bytes:
    """An archive whose member is marked as encrypted."""
    data = bytearray(archive({"secret.txt": REPORT.encode()}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def bomb() -> bytes:
    """A small archive that unpacks to a gibibyte."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file, file.open("zeros.txt", "w") as member:
        for _ in range(64):
            member.write(bytes(2**24))
    return out.getvalue()


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """The folder: two good reports among the faults."""
    folder = tmp_path / "hostile"
    folder.mkdir()
    good = folder.joinpath(*[f"level{n:02}" for n in range(40)])
    good.mkdir(parents=True)
    (good / "deep.txt").write_text(REPORT, encoding="utf-8")
    (folder / "good.txt").write_text(REPORT.replace("45", "46"), encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "gone.txt").symlink_to("nowhere.txt")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.txt")
    (folder / "locked.pdf").write_bytes(pdf([[REPORT.strip()]], encrypted=True))
    (folder / "cut.pdf").write_bytes(pdf([[REPORT.strip()]])[:200])
    (folder / "cut.zip").write_bytes(archive({"a.txt": REPORT.encode() * 50})[:-40])
    (folder / "page.pdf").write_text(f"<html><body><p>{REPORT.replace('45', '47')}</p></body></html>", encoding="utf-8")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (folder / "locked.zip").write_bytes(encrypted())
    (folder / "slip.zip").write_bytes(
        archive({"../../../slipped.txt": b"out", "fine.txt": REPORT.replace("45", "48").encode()})
    )
    (folder / "bomb.zip").write_bytes(bomb())
    (folder / "nested.zip").write_bytes(nested(12))
    with (folder / "big.txt").open("wb") as big:
        big.truncate(BIG)  # takes no room on the disk
    return folder


def test_each_fault_is_told_and_the_rest_is_read(run: Run, hostile: Path, tmp_path: Path) -> None:
    """`add` ends with 1, every bad file has a problem that names it, every good one is in the book."""
    reader_for(load("bars"))  # what reading needs in any case
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    done = run("add", "hostile", "--workers", "1")
    assert done.code == 1
    assert "Traceback" not in done.err
    listed = [json.loads(line) for line in run("problems", "--format", "jsonl").out.splitlines()]
    told = {p["where"].split("!")[0].removeprefix("hostile/") for p in listed}
    bad = {
        "empty.txt",
        "gone.txt",
        "pipe.txt",
        "locked.pdf",
        "cut.pdf",
        "cut.zip",
        "picture.txt",
        "locked.zip",
        "slip.zip",
    }
    assert bad | {"bomb.zip", "nested.zip", "big.txt"} <= told, listed
    assert all(p["what"] and p["code"] for p in listed)
    amounts = {
        json.loads(line)["args"]["amount"]
        for line in run("claims", "--type", "pay.amount", "--format", "jsonl").out.splitlines()
    }
    assert amounts == {45000, 46000, 47000, 48000}
    assert not (tmp_path.parent / "slipped.txt").exists()
    assert run("verify").code == 0
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before  # KiB
    assert grown < 150 * 1024, "neither the big file nor the bomb is held in memory"


def test_what_may_not_be_opened(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system refuses to open has a problem; its neighbour is read."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "good.txt").write_text(REPORT, encoding="utf-8")
    (folder / "shut.txt").write_text(REPORT, encoding="utf-8")
    real = os.open

    def refuse(path: Any, *rest: Any, **more: Any) -> int:
        if str(path).endswith("shut.txt"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *rest, **more)

    opened = Path.open

    def refuse_path(self: Path, *rest: Any, **more: Any) -> Any:
        if self.name == "shut.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *rest, **more)

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(Path, "open", refuse_path)
    done = run("add", "reports")
    assert done.code == 1
    assert "shut.txt" in done.err
    assert run("claims", "--format", "jsonl").out.count("good.txt") > 0


def seconds(sentences: int) -> float:
    """What reading so many statements that stand on one line takes, at its best."""
    capture = Capture("line.txt", REPORT.replace("\n", " ").encode() * sentences, "text/plain", encoding="utf-8")
    best = float("inf")
    for _ in range(2):
        begin = time.process_time()
        assert read_capture(capture, reader_for(load("bars"))).claims
        best = min(best, time.process_time() - begin)
    return best


def test_a_report_on_one_line_costs_what_is_in_it() -> None:
    """Eight times as many statements without a break cost about eight times the time, and not sixty times."""
    seconds(9)  # expressions are compiled when they are first used
    once, much = seconds(400), seconds(3200)
    assert much < 16 * once, (once, much)
