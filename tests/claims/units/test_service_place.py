"""Where reservists may serve, and where they are sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

States = Callable[..., list[dict[str, Any]]]

LEAD = {
    "en": "BARS reservists are being recruited in Belgorod region. ",
    "ru": "В Белгородской области набирают резервистов в отряд БАРС. ",
}


@pytest.mark.parametrize(
    ("language", "sentence", "limits"),
    [
        ("en", "Reservists will only guard sites in Belgorod region.", {("home_region", "statement")}),
        ("en", "Reservists will serve strictly within Belgorod region.", {("home_region", "statement")}),
        ("en", "None of the reservists will be taken out of the region.", {("home_region", "statement")}),
        ("en", "Sending reservists outside the republic is out of the question.", {("home_region", "statement")}),
        ("en", "The contract says nothing about the region of service.", {("none", "contract")}),
        ("en", "They can be sent to another region only with their consent.", {("home_region_preferred", "law")}),
        ("en", "The army tries to keep reservists in their home regions.", {("home_region_preferred", "statement")}),
        ("ru", "Дальше области никто из резервистов не поедет.", {("home_region", "statement")}),
        ("ru", "Из региона резервистов не увезут.", {("home_region", "statement")}),
        ("ru", "Дежурим у себя, в Белгородской области.", {("home_region", "statement")}),
        ("ru", "Сборы проходят в том субъекте РФ, где живёт резервист.", {("home_region", "statement")}),
        ("ru", "За её пределы никого отправлять не будут.", {("home_region", "statement")}),
        ("ru", "Служат рядом с домом, на фронт их не пошлют.", {("home_region", "statement")}),
        ("ru", "Служба проходит, как правило, на территории края.", {("home_region_preferred", "statement")}),
        ("ru", "Запрета на службу в другой области в законе нет.", {("none", "law")}),
        ("ru", "Законом не предусмотрена отправка резервистов в другие регионы.", set()),
        ("ru", "Служба проходит на территории Херсонской области.", set()),
        ("ru", "В контракте резервиста регион службы не указан.", {("none", "contract")}),
        ("ru", "Закон территорию службы резервистов не ограничивает.", {("none", "law")}),
        ("ru", "Военные стараются оставлять резервистов в своём регионе.", {("home_region_preferred", "statement")}),
    ],
)
def test_place_of_service(states: States, language: str, sentence: str, limits: set[tuple[str, str]]) -> None:
    """A promise, a contract and a law say each where reservists serve, or leave it open."""
    found = states("callup.place", LEAD[language] + sentence, "limit", "instrument")
    assert {(row["limit"], row["instrument"]) for row in found} == limits


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "The reservists will not deploy to Ukraine.", {("UA", "denied")}),
        ("en", "Nobody would be sent to the war zone.", {("UA", "denied")}),
        ("en", "Officials denied plans to send reservists to the war.", {("UA", "denied")}),
        ("en", "Rumours that reservists are being sent to the front are false.", {("combat_zone", "denied")}),
        ("en", "Reservists were deployed to occupied parts of Zaporizhzhia Oblast.", {("UA-23", "affirmed")}),
        ("ru", "Отправлять резервистов за пределы страны не планируется.", {("abroad", "denied")}),
        ("ru", "Разговоры о том, что резервистов отправят на Донбасс, – ложь.", {("UA", "denied")}),
        ("ru", "Никого из резервистов на войну не отправят.", {("UA", "denied")}),
        ("ru", "Никого из бойцов в бой не пошлют.", {("combat_zone", "denied")}),
        ("ru", "На специальную операцию их не отправят.", {("UA", "denied")}),
        ("ru", "Резервистов отряда увезли в ДНР.", {("UA-14", "affirmed")}),
    ],
)
def test_area_of_fighting(states: States, language: str, sentence: str, expected: set[tuple[str, str]]) -> None:
    """Hearsay that is called false is denied, and an occupied region goes by its code."""
    found = states("deployment.area", LEAD[language] + sentence, "area", "polarity")
    assert {(row["area"], row["polarity"]) for row in found} == expected
