"""What a short report tells, in the interchange form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from musterbook.claims.reader import Reader
from musterbook.reading import read
from musterbook.records import Capture
from musterbook.vocabulary import load

Claims = Callable[[str, str], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def claims() -> Claims:
    """The claims of one type that a text makes, in order of their quotes."""
    reader = Reader(load("bars"))

    def of(claim_type: str, text: str) -> list[dict[str, Any]]:
        capture = Capture("report.txt", text.encode(), "text/plain", encoding="utf-8")
        reading, problems = read(capture)
        assert reading is not None, problems
        found, _, _ = reader.read(reading, capture)
        return [c.interchange() for c in found if c.type == claim_type]

    return of
