"""Duties: what reservists guard and against what, and what others do instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

States = Callable[..., list[dict[str, Any]]]

GUARD, DRONE = "guard_facilities", "counter_drone"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Reservists in the Rostov region will protect ports and oil depots from enemy drones.",
            {(GUARD, "RU-ROS", "port"), (GUARD, "RU-ROS", "oil_gas"), (DRONE, "RU-ROS", None)},
        ),
        (
            "In Tatarstan, reservists are to counter drone attacks on oil refineries.",
            {(DRONE, "RU-TA", "oil_refinery")},
        ),
        (
            "Under the law, reservists may be called up to guard infrastructure such as bridges and power plants.",
            {(GUARD, None, "bridge"), (GUARD, None, "energy")},
        ),
        (
            "Power plants in the Samara region will be guarded by reservists.",
            {(GUARD, "RU-SAM", "energy")},
        ),
        (
            "The BARS-Kursk unit mans checkpoints, helps evacuate residents, looks for saboteurs and repairs homes.",
            {(d, "RU-KRS", None) for d in ("checkpoints", "evacuation", "counter_sabotage", "repair_housing")},
        ),
        (
            "Резервисты Тюменской области будут охранять НПЗ и железную дорогу от атак беспилотников.",
            {(GUARD, "RU-TYU", "oil_refinery"), (GUARD, "RU-TYU", "transport"), (DRONE, "RU-TYU", None)},
        ),
        (
            "Мосты в Брянской области охраняются добровольцами отряда «БАРС-Брянск».",
            {(GUARD, "RU-BRY", "bridge")},
        ),
        (
            "Бойцы «БАРС-Белгород» дежурят на блокпостах, борются с диверсантами и помогают эвакуировать жителей.",
            {(d, "RU-BEL", None) for d in ("checkpoints", "counter_sabotage", "evacuation")},
        ),
        (
            "В отряде «БАРС-Белгород» бойцы стоят на постах у границы, помогают пограничникам прикрывать границу.",
            {("checkpoints", "RU-BEL", None), ("border_guard", "RU-BEL", None)},
        ),
        (
            "Бойцов «БАРС-Белгород» в паводок привлекут к спасению людей.",
            {("disaster_relief", "RU-BEL", None)},
        ),
        (
            "Резервисты Тульской области охраняют мосты, над которыми каждую ночь летают беспилотники.",
            {(GUARD, "RU-TUL", "bridge")},
        ),
        (
            "В Тульской области набирают резервистов.\n— Где они дежурят?\n— На нефтеперерабатывающем заводе, "
            "на мостах через Оку.",
            {(GUARD, "RU-TUL", "oil_refinery"), (GUARD, "RU-TUL", "bridge")},
        ),
        (
            "Reservists are recruited in the Tula region. Where are they posted? At the refinery and two bridges.",
            {(GUARD, "RU-TUL", "oil_refinery"), (GUARD, "RU-TUL", "bridge")},
        ),
    ],
)
def test_duties_of_reservists_distribute_over_facilities(
    states: States, text: str, expected: set[tuple[str, str | None, str | None]]
) -> None:
    """Each facility of a list is one duty, and what it is guarded from is another."""
    found = states("duty.assigned", text, "duty", "region", "facility")
    assert {(c["duty"], c.get("region"), c.get("facility")) for c in found} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Reservists are being trained. Police and the National Guard protect power plants in the Tula region.",
        "Reservists signed contracts. Air defence forces destroyed 40 drones over the Tula region.",
        "BARS-7 fighters guard bridges near the front.",
        "Ukraine's Territorial Defence reservists guard bridges and power plants.",
        "Резервистов пока не призывали. Росгвардия охраняет мосты и электростанции.",
        "Глава Тульской области поручил директорам заводов отобрать резервистов.",
        "В Тульской области набирают резервистов.\n— Где вы работали?\n— На заводе, потом на подстанции.",
        "Резервисты учатся. Силы ПВО борются с беспилотниками над Тульской областью.",
    ],
)
def test_what_others_guard_is_no_duty_of_the_reserve(states: States, text: str) -> None:
    """Police, the National Guard, the army and another state's forces are not the programme's."""
    assert states("duty.assigned", text, "duty") == []


def test_a_number_before_a_facility_counts_it(states: States) -> None:
    """A number right before a facility is its count, a number of people is not."""
    found = states("duty.assigned", "In the Kursk region 60 reservists guard nine bridges.", "facility", "count")
    assert found == [{"facility": "bridge", "count": 9}]
    assert states("duty.assigned", "A company of 60 reservists guards bridges.", "facility", "count") == [
        {"facility": "bridge"}
    ]
