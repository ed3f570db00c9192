"""Pay, rights, counts, criteria, laws, headquarters and officials in wordings of many desks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Claims = Callable[[str, str], list[dict[str, Any]]]

_PAY: list[tuple[str, list[tuple[str, float | None]]]] = [
    (
        "For each shift spent guarding the refinery, members of the reserve earn 4,700 rubles.",
        [("daily_pay", 4700)],
    ),
    ("Reservists from other regions also get 20,000 rubles a month to rent housing.", [("housing_costs", 20000)]),
    ("The region's reservists signed and the unit would grow to 1,500 by July.", []),
    (
        "If a reservist is wounded, he gets one million rubles; relatives of the dead receive three times as much.",
        [("injury_compensation", 1000000), ("death_compensation", 3000000)],
    ),
    ("Область доплачивает резервистам полторы тысячи за каждые сутки дежурства.", [("regional_supplement", 1500)]),
    ("Предприятие обязано перечислять резервисту средний заработок всё время сборов.", [("wage_kept", None)]),
    ("Резервистам платят 20 тысяч рублей в месяц на аренду жилья.", [("housing_costs", 20000)]),
]


@pytest.mark.parametrize(("text", "expected"), _PAY)
def test_pay_is_told_from_what_stands_around_it(
    claims: Claims, text: str, expected: list[tuple[str, float | None]]
) -> None:
    """A sum is what its own clause says it is for, and a headcount is no sum."""
    found = [(c["args"]["kind"], c["args"].get("amount")) for c in claims("pay.amount", text)]
    assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("claim_type", "role", "text", "expected"),
    [
        (
            "pay.clawback",
            "trigger",
            "Reservists who quit early must return the bonus. The same applies to those who fail to report.",
            ["early_termination", "failure_to_report"],
        ),
        (
            "benefit.granted",
            "kind",
            "Reservists know it: rations, uniforms, treatment in army clinics, insurance.",
            ["clothing", "food", "insurance", "medical_care"],
        ),
        ("benefit.granted", "kind", "Записавшимся в резерв прощают долги.", ["debt_relief"]),
        ("benefit.granted", "kind", "Никто из резервистов не лишится места на заводе.", ["job_retention"]),
        (
            "law.stage",
            "stage",
            "The reservist bill sailed through all three readings. The upper chamber gave its blessing on October 29.",
            ["approved", "passed"],
        ),
        ("law.stage", "stage", "Законопроект о резервистах прошёл все три чтения за две недели.", ["passed"]),
        (
            "law.provision",
            "provision",
            "The decree on reservists is out. A closed paragraph of the decree fixes how many men will be called up.",
            ["number_set_by_decree"],
        ),
        (
            "law.provision",
            "provision",
            "Закон разрешает использовать резервистов не только в военное время.",
            ["peacetime_use"],
        ),
        (
            "headquarters.remit",
            "remit",
            "A defense headquarters is at work. Critical infrastructure will be its first concern.",
            ["infrastructure_protection"],
        ),
        (
            "headquarters.remit",
            "remit",
            "Штаб обороны должен руководить всеми силами из единого центра.",
            ["centralised_command"],
        ),
        (
            "recruitment.category",
            "category",
            "Recruiters for the reserve scour prisons and homeless shelters.",
            ["convicts", "homeless"],
        ),
        (
            "recruitment.category",
            "category",
            "В военкомате мигрантов, недавно получивших паспорта, склоняют к контракту с резервом.",
            ["naturalised_citizens"],
        ),
    ],
)
def test_concepts_in_wordings_of_many_desks(
    claims: Claims, claim_type: str, role: str, text: str, expected: list[str]
) -> None:
    """What is meant is read whatever words and whatever sentence tell it."""
    assert sorted(str(c["args"][role]) for c in claims(claim_type, text)) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Deputies passed the reservist bill on Tuesday.", "actual"),
        ("The reservist bill was passed. The document is now on Putin's desk.", "planned"),
        ("Законопроект о резервистах направлен в Госдуму.", "actual"),
    ],
)
def test_what_awaits_a_signature_is_still_to_come(claims: Claims, text: str, status: str) -> None:
    """A bill on a desk is to be signed, and one that was passed or sent has been."""
    assert claims("law.stage", text)[-1]["status"] == status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The age ceiling for privates entering the reserve was lifted from 42 to 50 last year.", [(None, 50)]),
        ("Возрастную планку для рядовых резерва подняли с 42 до 50 лет.", [(None, 50)]),
        ("Законопроект о резервистах снижает минимальный возраст с 21 до 18 лет.", [(18, None)]),
    ],
)
def test_a_limit_that_was_moved_is_the_new_one(
    claims: Claims, text: str, expected: list[tuple[int | None, int | None]]
) -> None:
    """Of two ages the second holds."""
    found = [(c["args"].get("min"), c["args"].get("max")) for c in claims("eligibility.age", text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reservists are wanted. The unit takes only men.", [("sex_female", "excluded", "affirmed")]),
        (
            "Служить раньше для записи в резерв не обязательно, зато нужно среднее образование.",
            [("military_service", "required", "denied"), ("education", "required", "affirmed")],
        ),
    ],
)
def test_what_is_not_asked_says_nothing_of_what_is(
    claims: Claims, text: str, expected: list[tuple[str, str, str]]
) -> None:
    """After «but» another matter begins."""
    found = claims("eligibility.criterion", text)
    assert [(c["args"]["criterion"], c["args"]["effect"], c["polarity"]) for c in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor demanded that every district sign up no fewer than 40 reservists.", [(40, "required")]),
        ("Over 900 reservists are currently deployed in the Leningrad region.", [(900, "deployed")]),
        ("Privates may join the reserve until they turn 47.", []),
    ],
)
def test_counts_of_people_have_their_stage(claims: Claims, text: str, expected: list[tuple[int, str]]) -> None:
    """What is demanded of districts is required, and an age counts nobody."""
    found = [(c["args"]["count"], c["args"].get("stage")) for c in claims("recruitment.count", text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("The Vologda Oblast is not recruiting reservists yet.", ["RU-VLG"]),
        ("Запись в отряд резервистов в Краснодарском крае закрыта, объявили власти.", ["RU-KDA"]),
    ],
)
def test_recruitment_that_is_closed_is_not_open(claims: Claims, text: str, regions: list[str]) -> None:
    """Where it has stopped or not begun it is denied."""
    found = claims("recruitment.open", text)
    assert {c["args"]["region"] for c in found} == set(regions)
    assert {c["polarity"] for c in found} == {"denied"}


def test_who_is_a_reservist_now_has_joined(claims: Claims) -> None:
    """What somebody has become tells that he joined."""
    text = "Five employees of the Voronezh mayor's office are now reservists."
    assert [c["args"]["count"] for c in claims("official.joined", text)] == [5]
