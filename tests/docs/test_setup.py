"""Setting up: what is said where it cannot be done, and that it is not done twice."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with what setting up needs, and nothing set up."""
    for name in ("pyproject.toml", "requirements", "scripts"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    return tmp_path


def set_up(clone: Path, path: str) -> subprocess.CompletedProcess[str]:
    """Run the set-up with nothing but `path` to find programs in."""
    environment = {"PATH": path, "HOME": str(clone)}
    words = ["/bin/sh", "scripts/venv.sh", "run"]
    return subprocess.run(words, cwd=clone, env=environment, capture_output=True, text=True, check=False)


def programs(clone: Path, python3: str) -> str:
    """A folder with the few programs that the script calls, and a Python that answers as given."""
    folder = clone / "programs"
    folder.mkdir()
    for name in ("sh", "sed", "cat", "cksum", "dirname", "rm"):
        (folder / name).symlink_to(shutil.which(name) or f"/bin/{name}")
    if python3:
        (folder / "python3").write_text(python3, encoding="utf-8")
        (folder / "python3").chmod(0o755)
    return str(folder)


@pytest.mark.parametrize("python3", ["", '#!/bin/sh\n[ "$1" = -V ] && echo Python 3.9.2 || exit 1\n'])
def test_without_a_fitting_python_it_says_which_are(clone: Path, python3: str) -> None:
    """Where there is no Python, or an old one, the message says what is needed and how to get it."""
    done = set_up(clone, programs(clone, python3))
    assert done.returncode == 2
    assert "3.11" in done.stderr
    assert "apt install python3" in done.stderr
    assert ("3.9.2" in done.stderr) == bool(python3)
    assert not (clone / ".venv").exists()


def test_what_is_set_up_is_left_alone(clone: Path) -> None:
    """A stamp that fits the lock file is enough: nothing is installed, nothing is printed."""
    (clone / ".venv" / "bin").mkdir(parents=True)
    (clone / ".venv" / "bin" / "python").symlink_to(sys.executable)
    decides = "sed '/^\\[tool/,$d' pyproject.toml | cat - requirements/run.txt | cksum"
    stamp = subprocess.run(["/bin/sh", "-c", decides], cwd=clone, capture_output=True, text=True, check=True).stdout
    (clone / ".venv" / ".stamp-run").write_text(stamp, encoding="utf-8")
    done = set_up(clone, os.environ.get("PATH", "/usr/bin:/bin"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_settings_of_the_checkers_do_not_ask_for_a_new_set_up(clone: Path) -> None:
    """Only pins and the package's own metadata decide whether an environment is stale."""
    text = (clone / "pyproject.toml").read_text(encoding="utf-8")
    assert text.index("[tool") > text.index("[project]")
    assert "[project" not in text[text.index("[tool") :]
