"""What a short report tells of recruitment, terms and criteria."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str, str], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def told(claims: Told) -> Told:
    """The arguments of the claims of one type that a text makes after a sentence that names the programme."""

    def tell(claim_type: str, text: str) -> list[dict[str, Any]]:
        russian = any("а" <= c <= "я" for c in text.lower())
        lead = "Формируется отряд БАРС. " if russian else "A BARS unit is being formed. "
        made = claims(claim_type, lead + text)
        return [{**c["args"], "polarity": c["polarity"], "quote": c["quote"]["exact"]} for c in made]

    return tell
