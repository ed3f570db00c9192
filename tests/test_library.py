"""The library's face: a few names, imported when they are used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import musterbook


def test_every_name_can_be_had() -> None:
    """What the package offers is there, and says what it does."""
    for name in musterbook.__all__:
        assert getattr(musterbook, name).__doc__


def test_a_wrong_name_is_told_the_right_ones() -> None:
    """A name that is not there is an error that lists those that are."""
    with pytest.raises(AttributeError, match="open_book"):
        _ = musterbook.open_notebook  # type: ignore[attr-defined]


def test_importing_costs_nothing() -> None:
    """Importing the package imports no room and no library."""
    code = "import sys; before = set(sys.modules); import musterbook; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    rooms = {m for m in done.stdout.split() if m.startswith("musterbook.")}
    assert rooms == set()
    assert not {"sqlalchemy", "lxml", "yaml"} & set(done.stdout.split())
