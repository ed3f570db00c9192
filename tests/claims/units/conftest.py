"""What a short report tells of units, duties, places of service and headquarters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

States = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="session")
def states(claims: States) -> States:
    """The claims of one type that a text makes, each its chosen arguments, in order of their quotes."""

    def tell(claim_type: str, text: str, *roles: str) -> list[dict[str, Any]]:
        rows = [{**c["args"], "polarity": c["polarity"]} for c in claims(claim_type, text)]
        return [{r: row[r] for r in roles if r in row} for row in rows]

    return tell
