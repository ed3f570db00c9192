"""What a short report tells of recruitment, terms and criteria."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from musterbook.claims.reader import Reader
from musterbook.reading import read
from musterbook.records import Capture
from musterbook.vocabulary import load

Told = Callable[[str, str], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def told() -> Told:
    """The arguments of the claims of one type that a text makes after a sentence that names the programme."""
    reader = Reader(load("bars"))

    def tell(claim_type: str, text: str) -> list[dict[str, Any]]:
        russian = any("а" <= c <= "я" for c in text.lower())
        whole = ("Формируется отряд БАРС. " if russian else "A BARS unit is being formed. ") + text
        capture = Capture("report.txt", whole.encode(), "text/plain", encoding="utf-8")
        reading, problems = read(capture)
        assert reading is not None, problems
        claims, _, _ = reader.read(reading, capture)
        made = [c.interchange() for c in claims if c.type == claim_type]
        return [{**c["args"], "polarity": c["polarity"], "quote": c["quote"]["exact"]} for c in made]

    return tell
