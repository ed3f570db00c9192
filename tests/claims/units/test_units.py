"""Units: formed, grown, sent, and where their people may serve."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

States = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("text", "regions", "polarity"),
    [
        (
            "Reservist detachments are being formed in the Omsk, Tomsk and Kurgan regions.",
            ["RU-OMS", "RU-TOM", "RU-KGN"],
            "affirmed",
        ),
        ("The Pskov region decided against creating a BARS unit.", ["RU-PSK"], "denied"),
        ("Reservist units of this kind have existed in the Omsk region since 2031.", ["RU-OMS"], "affirmed"),
        ("В Омской и Томской областях формируются отряды резервистов.", ["RU-OMS", "RU-TOM"], "affirmed"),
        ("Отряд «БАРС-Воронеж» создан в прошлом году.", ["RU-VOR"], "affirmed"),
    ],
)
def test_a_unit_is_formed_in_each_region_of_a_list(
    states: States, text: str, regions: list[str], polarity: str
) -> None:
    """Units in three regions are three claims, and a refusal is a denied one."""
    found = states("unit.formed", text, "region", "polarity")
    assert found == [{"region": r, "polarity": polarity} for r in regions]


def test_a_unit_of_no_region_is_not_recorded(states: States) -> None:
    """Without a region the text does not say where a unit is formed."""
    assert states("unit.formed", "Reservists say that new units are being formed.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The BARS-Kursk unit will grow from 400 to 650 people.",
            {"region": "RU-KRS", "change": "increase", "count": 650},
        ),
        ("The BARS-Bryansk unit will keep its current strength.", {"region": "RU-BRY", "change": "maintain"}),
        ("The BARS-Bryansk unit numbers 210 people.", {"region": "RU-BRY", "count": 210}),
        ("Отряд «БАРС-Курск» вырос с 400 до 650 человек.", {"region": "RU-KRS", "change": "increase", "count": 650}),
    ],
)
def test_strength_is_what_a_unit_grows_to(states: States, text: str, expected: dict[str, object]) -> None:
    """What a unit grows to is told with the change; what it grows from is its strength as well."""
    assert expected in states("unit.strength", text, "region", "change", "count")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On Monday the BARS-Kursk fighters shot down three drones near the village.",
            [{"action": "drone_shot_down", "count": 3}],
        ),
        (
            "Forty reservists from the Omsk region were sent to a training course.",
            [{"action": "sent_to_training", "count": 40}],
        ),
        ("Reservists rest. Air defence forces shot down three drones over the Omsk region.", []),
        ("Бойцы «БАРС-Курск» сбили пять беспилотников.", [{"action": "drone_shot_down", "count": 5}]),
        ("Резервисты отдыхают. Силы ПВО сбили пять беспилотников.", []),
    ],
)
def test_what_a_unit_did(states: States, text: str, expected: list[dict[str, object]]) -> None:
    """Drones that the reserve shot down are its action, those of others are not."""
    assert states("unit.action", text, "action", "count") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reservists will not be sent to fight in Ukraine.", [("UA", "denied")]),
        ("Reservists may be deployed to the front line.", [("combat_zone", "affirmed")]),
        ("Reservists will not be sent abroad.", [("abroad", "denied")]),
        ("Will reservists be sent to the front?", []),
        ("Will reservists be sent to the front? No, the ministry says.", [("combat_zone", "denied")]),
        ("Резервистов не будут отправлять в зону СВО.", [("UA", "denied")]),
        ("Резервистов могут отправить на фронт.", [("combat_zone", "affirmed")]),
        ("Отправят ли резервистов на фронт?", []),
    ],
)
def test_areas_of_deployment(states: States, text: str, expected: list[tuple[str, str]]) -> None:
    """A question states nothing by itself; its answer does."""
    found = states("deployment.area", text, "area", "polarity")
    assert [(c["area"], c["polarity"]) for c in found] == expected


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("Reservists will serve only in their home regions.", "home_region"),
        ("The law does not say where reservists will serve.", "none"),
        ("Резервисты будут служить только в своём регионе.", "home_region"),
        ("В законе не указано, где резервисты будут проходить сборы.", "none"),
    ],
)
def test_where_reservists_may_serve(states: States, text: str, limit: str) -> None:
    """A limit and the absence of one are both statements."""
    assert states("callup.place", text, "limit") == [{"limit": limit}]


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("The Perm and Omsk regions have begun recruiting reservists.", ["RU-PER", "RU-OMS"]),
        ("At least 20 regions recruit reservists, including the Perm and Omsk regions.", ["RU-PER", "RU-OMS"]),
        ("В Омской области начался набор в мобилизационный резерв.", ["RU-OMS"]),
        ("At least 20 regions have begun recruiting reservists.", []),
    ],
)
def test_recruitment_is_open_in_named_regions(states: States, text: str, regions: list[str]) -> None:
    """Only regions that the text names are open to recruitment."""
    assert [c["region"] for c in states("recruitment.open", text, "region")] == regions
