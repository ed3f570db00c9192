"""How a process that reads begins."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from multiprocessing import Pipe
from pathlib import Path

import pytest

from musterbook import kept
from musterbook.beginning import begin

begun_in: list[Path | None] = []


def _begun() -> None:
    begun_in.append(kept.folder())


@pytest.fixture
def undisturbed() -> Iterator[None]:
    """The folder of this process, as it was before."""
    before = kept.folder()
    yield
    kept.keep_in(before)


def test_a_process_knows_the_folder_before_it_begins(tmp_path: Path, undisturbed: None) -> None:
    """What a process begins with, and imports for it, finds the folder set."""
    bell, rope = Pipe(duplex=False)
    begin(tmp_path, pickle.dumps(_begun), bell)
    begin(None, pickle.dumps(_begun), bell)
    assert begun_in == [tmp_path, None]
    rope.close()
