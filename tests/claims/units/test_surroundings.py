"""Surroundings: the region that a statement without one is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

States = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("The BARS-Kursk unit was formed in August. They guard bridges.", ["RU-KRS"]),
        (
            "Units were formed in the Omsk and Tomsk regions. In both regions reservists guard bridges.",
            ["RU-OMS", "RU-TOM"],
        ),
        ("Units were formed in the Omsk and Tomsk regions. Reservists guard bridges.", [None]),
        ("In the Omsk region recruits rest, while in the Tomsk region reservists guard bridges.", ["RU-TOM"]),
        ("A unit works in the Omsk region. Across Russia, reservists guard bridges.", [None]),
        ("Отряд «БАРС-Курск» создан в августе. Он охраняет мосты.", ["RU-KRS"]),
        (
            "Отряды созданы в Омской и Томской областях. В обоих регионах резервисты охраняют мосты.",
            ["RU-OMS", "RU-TOM"],
        ),
        ("В Омской области отдыхают, а в Томской области резервисты охраняют мосты.", ["RU-TOM"]),
    ],
)
def test_the_region_of_the_passage(states: States, text: str, regions: list[str | None]) -> None:
    """A pronoun takes the passage's region, "both" takes two, and of two no one is chosen."""
    found = states("duty.assigned", text, "duty", "region")
    assert [c.get("region") for c in found if c["duty"] == "guard_facilities"] == regions
