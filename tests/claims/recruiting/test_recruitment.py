"""How many, where, who is targeted, who orders it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str, str], list[dict[str, Any]]]

COUNTS = [
    ("So far 350 volunteers have signed contracts with the unit.", [(350, "signed")]),
    ("The region must recruit 1,200 reservists by the end of the year.", [(1200, "required")]),
    ("More than 2,000 people applied to join, and 640 were selected.", [(2000, "applied"), (640, "selected")]),
    ("About 300 reservists were called up for training.", [(300, "called_up")]),
    ("Контракт с БАРС подписали уже 350 человек.", [(350, "signed")]),
    ("До конца года регион должен набрать 1200 резервистов.", [(1200, "required")]),
    ("Поступило более 2000 заявлений от желающих, отобрано 640 человек.", [(2000, "applied"), (640, "selected")]),
    ("На сборы вызвали 300 резервистов.", [(300, "called_up")]),
    ("More than 500 soldiers were killed in the battle.", []),
    ("Three deputies signed contracts with BARS.", []),
    ("This is the first reservist who signed a contract.", []),
    ("В отряд БАРС вступили трое депутатов.", []),
]


@pytest.mark.parametrize(("text", "counts"), COUNTS)
def test_people_are_counted_by_stage(told: Told, text: str, counts: list[tuple[int, str]]) -> None:
    """How many people are wanted, applied, were chosen, signed or were called up."""
    assert [(c["count"], c["stage"]) for c in told("recruitment.count", text)] == counts


REGIONS = [
    ("Recruitment for the reserve is under way in more than 20 Russian regions.", (20, "at_least")),
    ("Nizhny Novgorod became the seventh region to create a BARS unit.", (7, "ordinal")),
    ("Набор резервистов идет более чем в 20 регионах.", (20, "at_least")),
    ("Нижегородская область стала седьмым регионом, где создали отряд БАРС.", (7, "ordinal")),
    ("Drones attacked five regions overnight.", None),
    ("Беспилотники атаковали пять регионов.", None),
]


@pytest.mark.parametrize(("text", "expected"), REGIONS)
def test_regions_are_counted(told: Told, text: str, expected: tuple[int, str] | None) -> None:
    """In how many regions the programme runs; regions counted for another reason are not."""
    assert [(c["count"], c["comparator"]) for c in told("programme.regions", text)] == ([expected] if expected else [])


TARGETS = [
    ("Recruiters were told to give priority to debtors and the unemployed.", [("debtors", True), ("unemployed", True)]),
    (
        "The letter names several groups to be recruited. These are migrants and homeless people.",
        [("migrants", None), ("homeless", None)],
    ),
    ("Unemployed men are being pressured to sign reserve contracts.", [("unemployed", None)]),
    ("В первую очередь в резерв вербуют должников и безработных.", [("debtors", True), ("unemployed", True)]),
    (
        "В письме названы категории граждан для вербовки. Это мигранты и бездомные.",
        [("migrants", None), ("homeless", None)],
    ),
    ("Students are exempt from reserve call-ups.", []),
    ("Migrants were detained at a market near the base.", []),
    ("Пенсионеры принесли бойцам БАРС носки.", []),
]


@pytest.mark.parametrize(("text", "groups"), TARGETS)
def test_target_groups_are_told(told: Told, text: str, groups: list[tuple[str, bool | None]]) -> None:
    """Each group of a list of targets is told, and whether it comes first."""
    assert [(c["category"], c.get("priority")) for c in told("recruitment.category", text)] == groups


def test_groups_are_counted_and_are_not_people(told: Told) -> None:
    """A number of groups is told as such and not as a number of people."""
    text = "The letter lists 12 categories of citizens to be recruited for the reserve."
    assert [c["count"] for c in told("recruitment.category_count", text)] == [12]
    assert told("recruitment.count", text) == []


def test_orders_tell_who_to_whom_and_how_often(told: Told) -> None:
    """An order has its giver, its recipients and its frequency, in either voice."""
    text = "The Defence Ministry ordered governors to submit weekly reports on recruitment for the reserve."
    (order,) = told("recruitment.order", text)
    assert (order["requirement"], order["recipients"], order["frequency"]) == ("report", "governors", "weekly")
    assert order["issuer"] == "Defence Ministry"
    text = "Губернаторов обязали каждый месяц отчитываться о числе подписавших контракт."
    (order,) = told("recruitment.order", text)
    assert (order["requirement"], order["recipients"].lower(), order["frequency"]) == (
        "report",
        "губернаторов (governors)",
        "monthly",
    )


VOLUNTARY = [
    ("Joining the BARS unit is strictly voluntary.", ["affirmed"]),
    ("Nobody will be forced to join the reserve.", ["affirmed"]),
    ("Workers were forced to sign reserve contracts with BARS.", ["denied"]),
    ("Служба в БАРС — дело добровольное.", ["affirmed"]),
    ("Никого в БАРС насильно не гонят.", ["affirmed"]),
    ("Рабочих заставляют подписывать контракт с БАРС.", ["denied"]),
    ("Residents made voluntary donations to the unit.", []),
]


@pytest.mark.parametrize(("text", "polarities"), VOLUNTARY)
def test_joining_freely_is_affirmed_or_denied(told: Told, text: str, polarities: list[str]) -> None:
    """Whether joining is said to be free, or forced."""
    assert [c["polarity"] for c in told("recruitment.voluntary", text)] == polarities
