"""What documentation tests share: the fenced blocks of a page, and how a reader would run them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def blocks() -> Callable[[str], list[tuple[str, str]]]:
    """Gives the (language, content) of each fenced block of a page, by its path from the root."""
    return lambda page: _FENCE.findall((ROOT / page).read_text(encoding="utf-8"))


@pytest.fixture
def shell(tmp_path: Path) -> Callable[[str], subprocess.CompletedProcess[str]]:
    """Runs shell commands in an empty folder, with the examples beside it and `musterbook` at hand."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    kept = {k: v for k, v in os.environ.items() if not k.startswith("MUSTERBOOK_") or k == "MUSTERBOOK_CACHE"}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**kept, "PATH": path, "NO_COLOR": "1", "COLUMNS": "160", "PYTHONUTF8": "1"}

    def run(commands: str) -> subprocess.CompletedProcess[str]:
        words = ["sh", "-c", commands]
        return subprocess.run(
            words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=300
        )

    return run
