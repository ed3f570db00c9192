"""Laws, regions, offices, posts and drives as newsletters, notices, interviews and digests put them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Claims = Callable[[str, str], list[dict[str, Any]]]
Told = list[tuple[str, str]]

_ABOUT = "The BARS reserve goes on recruiting. "
_О_РЕЗЕРВЕ = "Набор в резерв БАРС продолжается. "

_LAW: list[tuple[str, Told]] = [
    ("A bill on headquarters in regions under martial law passed its first reading.", [("bill", "first_reading")]),
    ("Amendments would oblige mayors to act where martial law is in force.", []),
    ("Reservists serve under President Vladimir Putin's November 4, 2025 law.", [("law", "signed")]),
    ("The ministry's order on medical examination exists only as a draft.", [("order", "drafted")]),
    ("The defence ministry is reportedly working on a decree on call-ups.", [("decree", "drafted")]),
    (
        "Правительство утвердило постановление о сборах. Число призываемых устанавливают указом. "
        "Документ вступает в силу 1 июля.",
        [("resolution", "approved"), ("resolution", "in_force")],
    ),
    ("Решение о сборах принимается указом главы государства.", []),
    (
        "Законопроект о штабах в регионах с военным положением прошёл первое чтение.",
        [("bill", "first_reading")],
    ),
]


@pytest.mark.parametrize(("text", "told"), _LAW)
def test_a_stage_is_that_of_the_instrument_that_is_meant(claims: Claims, text: str, told: Told) -> None:
    """What is in force, drafted or passed is the instrument spoken of, not martial law nor the means."""
    about = _О_РЕЗЕРВЕ if text[0] > "z" else _ABOUT
    found = [(c["args"]["instrument"], c["args"]["stage"]) for c in claims("law.stage", about + text)]
    assert sorted(found) == sorted(told)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Culture minister Anna Sochinenko wanted to join the BARS reserve but was turned down.", "denied"),
        ("The BARS reserve sought officials. The mayor of Murom turned the offer down.", "denied"),
        ("Finance minister Anna Sochinenko joined the BARS reserve.", "affirmed"),
        ("Министр культуры Анна Сочиненко просилась в резерв БАРС, но ей отказали.", "denied"),
        ("Министр транспорта Леонид Примеров вступил в отряд БАРС.", "affirmed"),
    ],
)
def test_who_was_refused_did_not_join(claims: Claims, text: str, polarity: str) -> None:
    """A wish that met with a refusal, and an offer refused, are no joining."""
    assert [c["polarity"] for c in claims("official.joined", text)] == [polarity]


def test_people_of_a_body_are_told_in_both_languages(claims: Claims) -> None:
    """The body whose people joined has an English gloss in a Russian report."""
    found = claims("official.joined", "В отряд БАРС записались четыре сотрудника районной администрации.")
    assert [c["args"]["organisation"] for c in found] == ["районная администрация (district administration)"]


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("The BARS reserve grows. Newcomers on its list include Tula and Ryazan.", {"RU-TUL", "RU-RYA"}),
        ("Pskov wants 240 reservists by spring.", {"RU-PSK"}),
        ("Komi has a BARS unit, and Arkhangelsk has been accepting applications since May.", {"RU-ARK"}),
        ("Пскову нужны 240 резервистов. Отряд БАРС там набирают с весны.", {"RU-PSK"}),
    ],
)
def test_a_region_that_wants_men_recruits(claims: Claims, text: str, regions: set[str]) -> None:
    """A region on the list, or short of so many men, is one where recruitment is open; its neighbour is not."""
    assert {c["args"]["region"] for c in claims("recruitment.open", text)} == regions


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Komi has a BARS detachment. Neighbouring Karelia formed its own in May.", "RU-KR"),
        ("A BARS detachment will start work in Tver Oblast on June 1.", "RU-TVE"),
        ("Резервисты охраняют мосты. В Тульской области третий месяц работает отряд БАРС.", "RU-TUL"),
        ("Отряд БАРС в Коми уже есть, в Карелии его только собирают.", "RU-KR"),
    ],
)
def test_a_unit_that_works_or_is_put_together_is_formed(claims: Claims, text: str, region: str) -> None:
    """A unit at work for so long, and one that a pronoun stands for, has been or will be formed there."""
    assert region in {c["args"]["region"] for c in claims("unit.formed", text)}


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Отряды БАРС набирают. Отправка резервистов на Украину законом не предусмотрена.", "UA"),
        ("Отряды БАРС набирают. За пределами территории страны резервисты служить не будут.", "abroad"),
        ("Could the BARS reservists end up in Ukraine? A: Officially, no.", "UA"),
    ],
)
def test_an_area_that_is_ruled_out_is_denied(claims: Claims, text: str, area: str) -> None:
    """What law does not provide for, or an answer denies, is said not to happen."""
    assert [(c["args"]["area"], c["polarity"]) for c in claims("deployment.area", text)] == [(area, "denied")]


def test_the_border_of_a_region_is_no_state_border(claims: Claims) -> None:
    """Men who do not leave their region are not said to stay in the country."""
    text = "Резервистов БАРС за границы области не пошлют."
    assert claims("deployment.area", text) == []


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        (
            "Reservists will guard oil depots. Under the text, railways and ports could be added to the list.",
            {"oil_gas", "transport", "port"},
        ),
        ("BARS reservists serve in Ufa. They have been stationed around three refineries since May.", {"oil_refinery"}),
        ("Резервистов на фронт не пошлют. Их дело - тыл, то есть энергетика и транспорт.", {"energy", "transport"}),
        ("Что охраняют резервисты? Газохранилище, порт Оля, мосты.", {"oil_gas", "port", "bridge"}),
    ],
)
def test_sites_are_told_without_a_verb_before_them(claims: Claims, text: str, sites: set[str]) -> None:
    """Sites added to a list, those around which men stand, and those named as their task are guarded."""
    found = claims("duty.assigned", text)
    assert {c["args"].get("facility") for c in found if c["args"]["duty"] == "guard_facilities"} == sites


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Officials deny that anybody is being pressured to join the BARS reserve.", "affirmed"),
        ("So no, I would not call the BARS reserve voluntary, and I wouldn't call it voluntary next year.", "denied"),
        ("В БАРС силком никого не тащат.", "affirmed"),
        ("Нас в резерв БАРС никто не гнал.", "affirmed"),
    ],
)
def test_choice_is_told_by_what_nobody_does(claims: Claims, text: str, polarity: str) -> None:
    """Pressure denied is choice; a name refused is none."""
    assert [c["polarity"] for c in claims("recruitment.voluntary", text)] == [polarity]


_COUNTS: list[tuple[str, list[tuple[int, str]]]] = [
    ("26 reservists of the unit have not yet passed the medical examination.", [(26, "denied")]),
    ("26 reservists have yet to sign contracts.", [(26, "denied")]),
    ("26 reservists have signed contracts.", [(26, "affirmed")]),
    ("Медкомиссию ещё не прошли 26 резервистов.", [(26, "denied")]),
    ("Норма в проект не попала, рассказали газете два человека, близких к министерству.", []),
    ("The quota was raised, according to two people in the ministry.", []),
    ("В резерве теперь пять взводов.", []),
]


@pytest.mark.parametrize(("text", "told"), _COUNTS)
def test_who_has_yet_to_sign_has_not(claims: Claims, text: str, told: list[tuple[int, str]]) -> None:
    """«Not yet» denies; how many told something, and how many platoons there are, counts no recruits."""
    about = _О_РЕЗЕРВЕ if text[-3] > "z" else _ABOUT
    found = [(c["args"]["count"], c["polarity"]) for c in claims("recruitment.count", about + text)]
    assert found == told


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("В области действует отряд «БАРС-Курск». К 1 августа взводов станет семь.", []),
        ("The BARS-Kursk unit grows. The number of its platoons will rise to seven.", []),
        ("В отряде «БАРС-Курск» служат 140 человек. К 1 августа в отряде станет 170 бойцов.", [140, 170]),
    ],
)
def test_platoons_are_no_people(claims: Claims, text: str, counts: list[int]) -> None:
    """A number whose thing is told before it counts that thing."""
    found = [c["args"].get("count") for c in claims("unit.strength", text)]
    assert [n for n in found if n is not None] == counts
