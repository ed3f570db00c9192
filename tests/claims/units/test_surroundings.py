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


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The Omsk region formed a reserve unit in August 2025.", ["2025-08"]),
        ("The governor stated on 4 August 2025 that the Omsk region has formed a reserve unit.", [None]),
        ("The Omsk region has formed a reserve unit, the governor told local reporters on 4 August 2025.", [None]),
        ("Губернатор сообщил 4 августа 2025 года, что в Омской области создан отряд резервистов.", [None]),
        ("В Омской области 4 августа 2025 года создан отряд резервистов.", ["2025-08-04"]),
    ],
)
def test_the_day_of_saying_is_not_the_day_of_what_is_said(states: States, text: str, dates: list[str | None]) -> None:
    """A date right behind a word of saying belongs to that word."""
    assert [c.get("date") for c in states("unit.formed", text, "date")] == dates


def test_a_count_of_regions_stands_on_the_day_it_was_told(states: States) -> None:
    """Where a type lets the saying tell the day, it does."""
    (found,) = states(
        "programme.regions", "Kommersant reported on 4 August 2025 that reservists are recruited in 12 regions.", "date"
    )
    assert found["date"] == "2025-08-04"
