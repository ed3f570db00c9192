"""What a short report tells of pay, clawback and benefits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str, str], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def told(claims: Told) -> Told:
    """The arguments of the claims of one type that a text makes, in order of their quotes."""

    def tell(claim_type: str, text: str) -> list[dict[str, Any]]:
        made = claims(claim_type, text)
        return [{**c["args"], "polarity": c["polarity"], "quote": c["quote"]["exact"]} for c in made]

    return tell
