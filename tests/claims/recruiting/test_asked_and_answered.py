"""What is told by question and answer, in refusals and in two places at once, in Russian reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str, str], list[dict[str, Any]]]

_OPENING = "Идёт набор в отряд «БАРС-Рязань». "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("— А женщин?\n— Пока нет. Штат не предусматривает.", [("sex_female", "excluded")]),
        ("— Женщин?\n— Берём, но только медиков.", [("sex_female", "restricted")]),
        ("Судимость должна быть погашена.", [("criminal_record", "excluded")]),
        ("Судимость у кандидата обязательно снята или погашена.", [("criminal_record", "excluded")]),
        ("Не возьмут тех, у кого не снята судимость.", [("criminal_record", "excluded")]),
        ("— Судимость есть?\n— Нет.", []),
        ("Суд снял судимость с депутата.", []),
    ],
)
def test_criteria_are_read_from_short_questions_and_from_what_must_have_lapsed(
    told: Told, text: str, expected: list[tuple[str, str]]
) -> None:
    """A question that only names people is told by its answer; what must be lifted keeps out whom it burdens."""
    found = told("eligibility.criterion", _OPENING + text)
    assert [(c["criterion"], c["effect"]) for c in found] == expected


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("В резерв не берут тех, кому исполнилось 50 лет.", {"max": 50}),
        ("Кого не берут в резерв?\n\nНе берут тех, кому исполнилось: для солдат — 42 года.", {"max": 42}),
        ("Кого не берут в резерв: солдат старше 42 лет.", {"max": 42}),
        ("В резерв берут тех, кому исполнилось 18 лет.", {"min": 18}),
    ],
)
def test_an_age_that_keeps_people_out_is_the_limit_of_those_who_are_taken(
    told: Told, text: str, limit: dict[str, int]
) -> None:
    """Whoever has reached the age is not taken, with a heading above that asks who is not."""
    (found,) = told("eligibility.age", text)
    assert {k: v for k, v in found.items() if k in ("min", "max")} == limit


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("— Нас повезут на фронт?\n— Нет, служить будете дома.", ["combat_zone"]),
        ("Меня отправят в зону СВО?\n\nОтвет: Нет.", ["UA"]),
        ("Отправят ли на СВО, если подписать контракт? Нет, законом это не предусмотрено.", ["UA"]),
        ("Сборы прошли спокойно, в зону боевых действий резервистов не направляли.", ["combat_zone"]),
        ("Отправят ли резервистов на СВО? Военком не ответил.", []),
    ],
)
def test_where_nobody_is_sent_is_read_from_the_answer(told: Told, text: str, areas: list[str]) -> None:
    """A question whom they will send where is denied by its answer and says nothing without one."""
    found = told("deployment.area", "Резервисты БАРС спрашивают. " + text)
    assert [c["area"] for c in found] == areas


@pytest.mark.parametrize(
    "text",
    [
        "За пределы региона, а тем более в зону спецоперации, резервисты не направляются.",
        "Ни на фронт, ни за пределы области резервистов отправлять не будут.",
        "Резервистам обещали никаких командировок дальше Омской области.",
        "В отряде резервистов обещают службу без выездов в другие регионы.",
    ],
)
def test_a_denial_of_war_and_of_other_regions_is_both(told: Told, text: str) -> None:
    """What is said of the war and of the region's bounds in one breath limits the place of service."""
    assert [c["limit"] for c in told("callup.place", text)] == ["home_region"]
