"""What a short report tells of units, duties, places of service and headquarters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from musterbook.claims.reader import Reader
from musterbook.reading import read
from musterbook.records import Capture
from musterbook.vocabulary import load

States = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="session")
def states() -> States:
    """The claims of one type that a text makes, each its chosen arguments, in order of their quotes."""
    reader = Reader(load("bars"))

    def tell(claim_type: str, text: str, *roles: str) -> list[dict[str, Any]]:
        capture = Capture("report.txt", text.encode(), "text/plain", encoding="utf-8")
        reading, problems = read(capture)
        assert reading is not None, problems
        claims, _, _ = reader.read(reading, capture)
        made = [c.interchange() for c in claims if c.type == claim_type]
        rows = [{**c["args"], "polarity": c["polarity"]} for c in made]
        return [{r: row[r] for r in roles if r in row} for row in rows]

    return tell
