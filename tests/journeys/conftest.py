"""What journeys share: `musterbook` as a user runs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from musterbook.cli.app import main


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


Musterbook = Callable[..., Ran]


@pytest.fixture
def musterbook(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Musterbook:
    """Runs a command in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Ran:
        capfd.readouterr()
        code = main(list(words))
        return Ran(code, *capfd.readouterr())

    return run
