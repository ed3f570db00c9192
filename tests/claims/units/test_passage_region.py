"""The region that a passage is speaking of, where a statement names none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

States = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        (
            "Reservists sign up in the Tula region\n\nOfficials told the paper about pay.\n\n"
            "Reservists are to guard bridges in the region.\n\nThe neighbouring Oryol region has no unit.",
            "RU-TUL",
        ),
        (
            "В Тульской области создан отряд резервистов. Набор идёт второй месяц.\n\n"
            "Платят вовремя, рассказал военком.\n\nОни охраняют мосты.\n\nВ Орловской области отряда нет.",
            "RU-TUL",
        ),
        (
            "Набор в отряд резервистов.\n\nЗадачи отряда:\n– охрана мостов на территории Тверской области;\n"
            "– защита электростанций.",
            "RU-TVE",
        ),
        (
            "Идёт набор резервистов в Тверской области.\n\nЗадачи\n\nОхрана мостов, отражение атак беспилотников.",
            "RU-TVE",
        ),
    ],
)
def test_the_region_spoken_of_so_far(states: States, text: str, region: str) -> None:
    """The one region told of until then is meant, also from one item of a list to the next."""
    found = states("duty.assigned", text, "region")
    assert found
    assert {row.get("region") for row in found} == {region}


def test_a_law_is_about_no_region(states: States) -> None:
    """What a law allows is said of no region, though the reading names one."""
    text = "В Тульской области набирают резервистов.\n\nЗакон разрешает резервистам охранять мосты."
    assert states("duty.assigned", text, "region") == [{}]


@pytest.mark.parametrize(
    ("text", "facilities"),
    [
        ("Reservists would protect energy and transport sites.", {"energy", "transport"}),
        ("Reservists would guard industrial and energy facilities.", {"industrial", "energy"}),
        (
            "Резервистов привлекут к охране объектов энергетики, транспорта и связи.",
            {"energy", "transport", "communications"},
        ),
        ("Резервисты охраняют объекты транспорта в связи с угрозой.", {"transport"}),
    ],
)
def test_sites_that_share_a_noun(states: States, text: str, facilities: set[str]) -> None:
    """Energy and transport sites are sites of energy and of transport."""
    assert {row["facility"] for row in states("duty.assigned", text, "facility")} == facilities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В Самарской области появился штаб территориальной обороны.", [("RU-SAM", "affirmed")]),
        (
            "В Курской области создан штаб обороны. В Белгородской области такого штаба нет.",
            [("RU-KRS", "affirmed"), ("RU-BEL", "denied")],
        ),
        (
            "The governor of the Bryansk region set up a defence headquarters on Monday.",
            [("RU-BRY", "affirmed")],
        ),
    ],
)
def test_headquarters_of_a_region(states: States, text: str, expected: list[tuple[str, str]]) -> None:
    """A headquarters that is created belongs to the region spoken of."""
    found = states("headquarters.established", text, "jurisdiction", "polarity")
    assert [(row["jurisdiction"], row["polarity"]) for row in found] == expected
