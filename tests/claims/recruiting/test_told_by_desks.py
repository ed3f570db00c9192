"""Criteria, ages, counts and choice as desks, notices, leaflets and explainers put them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str, str], list[dict[str, Any]]]

_CRITERIA: list[tuple[str, list[tuple[str, str]]]] = [
    ("Can I join with a criminal record? Not unless it has been expunged.", [("criminal_record", "excluded")]),
    ("What rules you out? An unspent conviction.", [("criminal_record", "excluded")]),
    (
        "Who is not taken? Men under investigation. Those with an unspent conviction. Those who are drug addicts.",
        [("criminal_prosecution", "excluded"), ("criminal_record", "excluded"), ("drug_use", "excluded")],
    ),
    ("Fitness category: A or B.", [("fitness_category", "required")]),
    ("Holders of Russian passports only.", [("citizenship", "required")]),
    ("The papers speak of women. Karelia admits them without conditions.", [("sex_female", "admitted")]),
    ("People with disabilities will be politely declined.", [("disability", "excluded")]),
    ("A criminal case is opened against the former mayor of the town.", []),
    ("Можно ли вступить с судимостью? Только если она снята или погашена.", [("criminal_record", "excluded")]),
    ("Обладателям второго гражданства откажут.", [("citizenship", "excluded")]),
    ("Место в отряде найдётся и женщинам.", [("sex_female", "admitted")]),
    ("Потребуется справка о состоянии здоровья.", [("health", "required")]),
    ("Судимость тоже закрывает дорогу.", [("criminal_record", "excluded")]),
    ("Обучающиеся по очной форме не рассматриваются.", [("education", "excluded")]),
    ("Возбуждено уголовное дело против бывшего мэра.", []),
    (
        "Кого не возьмут в резерв? Людей с неснятой судимостью и тех, против кого возбуждено уголовное дело.",
        [("criminal_record", "excluded"), ("criminal_prosecution", "excluded")],
    ),
    ("Обязателен психологический отбор.", [("psychological_selection", "required")]),
    ("Наличие непогашенной судимости исключает участие.", [("criminal_record", "excluded")]),
    ("Не принимают подвергнутых наказанию за потребление наркотических средств.", [("drug_use", "excluded")]),
    ("Контракты подписали 412 человек, ещё около 90 проходят медкомиссию.", []),
    ("Жителей, получивших российский паспорт, вызывают и предлагают контракт резервиста.", []),
]


@pytest.mark.parametrize(("text", "expected"), _CRITERIA)
def test_criteria_are_read_from_answers_rows_and_headings(
    told: Told, text: str, expected: list[tuple[str, str]]
) -> None:
    """A question, a heading or the sentence before says what an elliptic sentence leaves out."""
    found = told("eligibility.criterion", text)
    assert [(c["criterion"], c["effect"]) for c in found] == expected


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("The cut-off age is 60.", (None, 60)),
        ("For privates the door closes at 50.", (None, 50)),
        ("Applicants younger than 20 are shown the door.", (20, None)),
        ("Рядовых берут с 18 до 52.", (18, 52)),
        ("Спикер не прошёл по возрасту: берут до шестидесяти.", (None, 60)),
        ("Вам должно быть не меньше 21 года.", (21, None)),
    ],
)
def test_ages_are_read_without_the_word_age(told: Told, text: str, limits: tuple[int | None, int | None]) -> None:
    """Bare numbers are ages where people are taken or turned away at them."""
    found = told("eligibility.age", text)
    assert [(c.get("min"), c.get("max")) for c in found] == [limits]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("Reservists can be men aged up to 49 (officers up to 58).", [(49, None), (58, "officers")]),
        ("Reservists can be men aged up to 49 (58 for officers).", [(49, None), (58, "officers")]),
        (
            "Резервистом может стать гражданин в возрасте до 49 лет (для офицеров — до 58).",
            [(49, None), (58, "officers")],
        ),
        ("В резерв берут до 49 лет (солдаты) и до 58 лет (офицеры).", [(49, "soldiers"), (58, "officers")]),
        (
            "В резерв берут до 42 лет — для солдат, до 47 — для младших офицеров.",
            [(42, "soldiers"), (47, "junior_officers")],
        ),
        (
            "В резерв берут до 50 лет рядового и сержантского состава и до 60 лет из числа младших офицеров.",
            [(50, "soldiers"), (60, "junior_officers")],
        ),
        ("В резерв берут рядовых до 52 лет, младших офицеров до 57.", [(52, "soldiers"), (57, "junior_officers")]),
    ],
)
def test_a_group_with_an_age_of_its_own_is_not_the_group_of_the_age_before(
    told: Told, text: str, limits: list[tuple[int, str | None]]
) -> None:
    """In brackets behind an age stands whom it is for, or another age for somebody else."""
    assert [(c["max"], c.get("group")) for c in told("eligibility.age", text)] == limits


_COUNTS: list[tuple[str, list[tuple[int, str | None]]]] = [
    ("Volunteers were sought at the yard. By the New Year four of the nineteen had signed.", [(4, "signed")]),
    ("Companies are to release no fewer than 40 employees apiece.", [(40, "required")]),
    ("By May the unit had taken in 310 people.", [(310, "signed")]),
    ("Volunteers came from all over the town. Seventy were deemed fit.", [(70, "selected")]),
    ("Lawmakers have mentioned two million reservists.", [(2000000, None)]),
    ("There are some 25 million reservists in the broad sense.", []),
    ("Nobody owes a reservist a million: it is promised to others.", []),
    ("С каждого района — не менее 40 резервистов.", [(40, "required")]),
    ("Руководителям велели выделить в резерв по 15 сотрудников.", [(15, "required")]),
    ("На наши два округа приходится сорок резервистов.", [(40, "required")]),
    ("Средства заложены из расчёта на 220 человек.", [(220, "required")]),
    ("На сайте госзакупок опубликовано 87 контрактов на поставку формы резервистам.", []),
]


@pytest.mark.parametrize(("text", "expected"), _COUNTS)
def test_counts_are_told_by_more_than_the_verb_of_signing(
    told: Told, text: str, expected: list[tuple[int, str | None]]
) -> None:
    """A part of a whole, a share of each and a guess are counts of people; money and supplies are none."""
    assert [(c["count"], c.get("stage")) for c in told("recruitment.count", text)] == expected


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Only those who wish to will join the detachment.", "affirmed"),
        ("No one will be sent to the camp against his will, the mayor promised.", "affirmed"),
        ("Management leaned on the workers to sign reserve contracts.", "denied"),
        ("Вступать в резерв или нет — решать вам.", "affirmed"),
        ("От предложения вступить в резерв можно отказаться без последствий.", "affirmed"),
        ("Начальство давит на рабочих, чтобы те подписали контракт с резервом.", "denied"),
    ],
)
def test_choice_and_pressure_are_told_apart(told: Told, text: str, polarity: str) -> None:
    """Who may refuse joins of his own will, and who is pressed does not."""
    assert [c["polarity"] for c in told("recruitment.voluntary", text)] == [polarity]


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("In Chuvashia the same recruiters have been at work since October.", ["RU-CU"]),
        ("In Saratov the enlistment office has begun taking down the names of volunteers.", ["RU-SAR"]),
        ("По всему Краснодарскому краю развесили плакаты с призывом вступать в батальон.", ["RU-KDA"]),
        ("Кампания добралась до Ростовской области, там подписывают контракты с резервистами.", ["RU-ROS"]),
    ],
)
def test_what_recruiters_do_tells_that_recruitment_is_open(told: Told, text: str, regions: list[str]) -> None:
    """Recruiters at work in a region recruit there, whatever words say so."""
    assert [c.get("region") for c in told("recruitment.open", text)] == regions
