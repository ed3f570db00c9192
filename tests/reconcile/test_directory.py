"""What a vocabulary knows of the press, made once and kept between runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from musterbook import kept
from musterbook.reconcile import directory
from musterbook.vocabulary import load


def test_a_directory_is_made_once_and_taken_up_by_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next run takes up what the first one made, and it is the same; that of another vocabulary it does not."""
    monkeypatch.setattr(kept, "_FOLDER", [tmp_path])
    monkeypatch.setattr(directory, "_MADE", {})
    first = directory.directory_of(load("bars"))
    assert first.forms["kommersant"] == ("outlet", "Kommersant")
    assert len(list(tmp_path.glob("directory-*"))) == 1
    monkeypatch.setattr(directory, "_MADE", {})
    monkeypatch.setattr(directory, "_make", lambda vocabulary: pytest.fail("made again"))
    assert directory.directory_of(load("bars")) == first
    with pytest.raises(pytest.fail.Exception, match="made again"):
        directory.directory_of(load("signon"))
