"""Who may join, who may not, and on what condition."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str, str], list[dict[str, Any]]]
TYPE = "eligibility.criterion"

STATED = [
    (
        "Volunteers must be Russian citizens with no criminal record.",
        {("citizenship", "required"), ("criminal_record", "excluded")},
    ),
    ("The unit accepts men without chronic illnesses.", {("health", "required")}),
    ("The BARS unit does not take people with HIV.", {("health", "excluded")}),
    ("Even men with criminal records can join the BARS detachment.", {("criminal_record", "admitted")}),
    ("A criminal record is not an obstacle to joining the reserve.", {("criminal_record", "admitted")}),
    ("Foreigners cannot sign a reserve contract.", {("citizenship", "excluded")}),
    ("Applicants to the reserve are screened by a psychologist.", {("psychological_selection", "required")}),
    ("BARS would turn away drug addicts or alcoholics.", {("drug_use", "excluded"), ("alcohol_use", "excluded")}),
    ("Only people who previously served in the army are accepted into the unit.", {("military_service", "required")}),
    ("Can women join BARS? No, not yet.", {("sex_female", "excluded")}),
    ("Men who never served in the army can also join BARS.", {("military_service", "admitted")}),
    ("An outstanding conviction is a bar to joining the reserve.", {("criminal_record", "excluded")}),
    ("A clean criminal record is required in the reserve.", {("criminal_record", "excluded")}),
    ("Men registered with a drug clinic are turned away from BARS.", {("drug_use", "excluded")}),
    ("Женщин в БАРС не берут.", {("sex_female", "excluded")}),
    ("В БАРС берут и тех, кто не служил.", {("military_service", "admitted")}),
    ("Отсутствие срочной службы для резервиста не помеха.", {("military_service", "admitted")}),
    ("Не сможем взять в резерв тех, кто состоит на учёте у нарколога.", {("drug_use", "excluded")}),
    ("Резервист не должен состоять на учёте у психиатра.", {("health", "excluded")}),
    (
        "С неснятой судимостью в БАРС не возьмут. С уголовным делом тоже.",
        {("criminal_record", "excluded"), ("criminal_prosecution", "excluded")},
    ),
    ("Прописка в регионе для резервиста обязательна.", {("residence", "required")}),
    ("Людей с судимостью в резерв не принимают.", {("criminal_record", "excluded")}),
    ("В отряд БАРС берут даже с судимостью.", {("criminal_record", "admitted")}),
    ("Инвалидам в резерв путь закрыт.", {("disability", "excluded")}),
    ("Иностранцев в резерв не берут.", {("citizenship", "excluded")}),
    (
        "Кандидаты в резерв проходят медкомиссию и психологический отбор.",
        {("health", "required"), ("psychological_selection", "required")},
    ),
    ("Обязательное условие для резервистов — прописка в Белгородской области.", {("residence", "required")}),
    ("Не допускаются в резерв лица, в отношении которых ведется дознание.", {("criminal_prosecution", "excluded")}),
]


@pytest.mark.parametrize(("text", "stated"), STATED)
def test_criteria_are_told_with_their_effect(told: Told, text: str, stated: set[tuple[str, str]]) -> None:
    """Each criterion that a sentence names is told with what it means for joining."""
    assert {(c["criterion"], c["effect"]) for c in told(TYPE, text)} == stated


RESTRICTED = [
    ("Women are also welcome in the battalion, but only as medics.", "medical_qualification"),
    ("BARS-Bryansk does not accept women. The only exception is doctors.", "medical_qualification"),
    ("Women without a military specialty are turned away from the reserve.", "military_specialty"),
    ("Женщин в отряд БАРС берут только с медицинским образованием.", "medical_qualification"),
    ("В БАРС могут вступить и женщины-медики.", "medical_qualification"),
    ("Берут ли в БАРС женщин? Да, но только медиков.", "medical_qualification"),
    ("Женщин в отряд не принимают, кроме операторов дронов.", "drone_experience"),
]


@pytest.mark.parametrize(("text", "condition"), RESTRICTED)
def test_a_condition_makes_a_restriction(told: Told, text: str, condition: str) -> None:
    """People who are taken on a condition only are restricted, in one sentence or in two."""
    assert [(c["criterion"], c["effect"], c.get("condition")) for c in told(TYPE, text)] == [
        ("sex_female", "restricted", condition)
    ]


LISTS = [
    "Requirements for candidates:\n- Russian citizenship;\n- no criminal record;\n- fitness category A or B.",
    "Требования к кандидатам:\n- гражданство РФ;\n- отсутствие судимости;\n- категория годности «А» или «Б».",
]


@pytest.mark.parametrize("text", LISTS)
def test_a_list_hangs_on_its_heading(told: Told, text: str) -> None:
    """The items of a list mean what its heading says, and the letters of fitness are the value."""
    made = told(TYPE, text)
    assert [(c["criterion"], c["effect"]) for c in made] == [
        ("citizenship", "required"),
        ("criminal_record", "excluded"),
        ("fitness_category", "required"),
    ]
    assert made[0]["value"] == "RU"
    assert made[2]["value"] in ("A, B", "А, Б")


@pytest.mark.parametrize(
    "text",
    ["Prior military service is not required to join BARS.", "Служба в армии для вступления в БАРС не обязательна."],
)
def test_what_is_not_asked_is_denied(told: Told, text: str) -> None:
    """A requirement that the text says does not hold is told as denied."""
    assert [(c["criterion"], c["effect"], c["polarity"]) for c in told(TYPE, text)] == [
        ("military_service", "required", "denied")
    ]


NOT_STATED = [
    "Convicts and suspects are among the priority categories to be recruited for BARS.",
    "The reservist was killed; he had a criminal record.",
    "People with disabilities asked whether they could join BARS.",
    "The BARS reservists provide medical care to women.",
    "Among the dead were two women who had served in the army.",
    "Среди приоритетных категорий для вербовки — осужденные и наркоманы.",
    "Против бойца БАРС возбудили уголовное дело, ранее он был судим.",
    "Добровольцы БАРС помогают женщинам и инвалидам при эвакуации.",
    "Для вступления нужны паспорт и документ об образовании.",
]


@pytest.mark.parametrize("text", NOT_STATED)
def test_other_mentions_are_no_criteria(told: Told, text: str) -> None:
    """What is named for another reason than joining is no criterion."""
    assert told(TYPE, text) == []
