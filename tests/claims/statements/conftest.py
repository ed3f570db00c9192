"""What a short report tells of officials, laws, names and judgements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str, str], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def tell(claims: Tell) -> Tell:
    """The claims of one type that a text makes, in the interchange form, in order of their quotes."""
    return claims
