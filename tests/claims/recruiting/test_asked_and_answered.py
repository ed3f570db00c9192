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


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("«Необходимо 400 добровольцев, уже отобрано 250», — уточнил он.", [(400, "required"), (250, "selected")]),
        ("В отряде 240 человек, ещё 60 наберём до конца марта.", [(60, "required")]),
        ("В военкомат пришли 47 человек, с 29 подписали контракты.", [(47, "applied"), (29, "signed")]),
        ("Сегодня под контрактами 640 нижегородцев.", [(640, "signed")]),
        ("В резерв должны быть набраны 300 человек.", [(300, "required")]),
    ],
)
def test_each_count_has_the_stage_that_is_told_of_it(told: Told, text: str, counts: list[tuple[int, str]]) -> None:
    """Of several counts in one sentence each keeps its own verb."""
    found = told("recruitment.count", text)
    assert [(c["count"], c.get("stage")) for c in found] == counts


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("eligibility.criterion", "Отряду требуются водители категорий В и С."),
        ("eligibility.age", "Число регионов, формирующих отряды из резервистов, достигло 24."),
        ("unit.strength", "Необходимо 400 добровольцев."),
    ],
)
def test_licences_totals_and_needs_are_neither_fitness_nor_age_nor_size(told: Told, kind: str, text: str) -> None:
    """A driver's licence is no category of fitness, a total that is reached no age, a need no size."""
    assert told(kind, text) == []


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Налоговых льгот у резервистов тоже нет.", "denied"),
        ("Бесплатного питания резервистам не будет.", "denied"),
        ("Резервистам положены налоговые льготы.", "affirmed"),
    ],
)
def test_a_benefit_that_there_is_not_is_denied(told: Told, text: str, polarity: str) -> None:
    """What is said to be missing is denied."""
    assert [c["polarity"] for c in told("benefit.granted", text)] == [polarity]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Мэр Самары написал заявление в отряд «БАРС-Самара», но не прошёл медкомиссию.", "denied"),
        ("Министр здравоохранения области тоже просился в отряд БАРС, не отпустил.", "denied"),
        ("Мэр Самары написал заявление в отряд «БАРС-Самара».", "affirmed"),
    ],
)
def test_whoever_applied_and_was_turned_down_did_not_join(told: Told, text: str, polarity: str) -> None:
    """An application is undone by what the next clause says of it."""
    assert [c["polarity"] for c in told("official.joined", text)] == [polarity]


def test_a_size_that_is_not_to_be_cut_is_kept(told: Told) -> None:
    """A size of which nobody plans to take away stays."""
    (found,) = told("unit.strength", "В отряде «БАРС-Курск» сейчас 900 человек, и сокращать его не планируют.")
    assert (found["count"], found["change"]) == (900, "maintain")


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Еженедельно сообщать, сколько направлено в военкомат.", "referred"),
        ("Еженедельно сообщать, сколько человек направлено на медкомиссию.", "referred"),
        ("Еженедельно сообщать, сколько человек отправлено в части.", "deployed"),
    ],
)
def test_whoever_is_sent_to_be_examined_is_not_deployed(told: Told, text: str, metric: str) -> None:
    """A list counts those who are sent to the enlistment office apart from those who are sent to serve."""
    assert metric in [c["metric"] for c in told("recruitment.metric", "Набор в резерв. " + text)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("recruitment.order", "Необходимость повышения вызвана тем, что план набора резервистов выполнен на 41%."),
        ("official.joined", "Если сотрудник подписал контракт с Минобороны, его вызывают на сборы резервистов."),
        (
            "official.joined",
            "«Речь идёт о территории, где гражданин проходит службу в резерве», — заявил первый зампред комитета "
            "Госдумы по обороне Алексей Журавлёв.",
        ),
        ("unit.formed", "Как в Омске собирают резервистов."),
    ],
)
def test_needs_employees_and_speakers_neither_order_nor_join_nor_form(told: Told, kind: str, text: str) -> None:
    """What is necessary is not ordered, who speaks of service does not serve, to gather people is to form no unit."""
    assert [c for c in told(kind, text) if c["quote"] in text] == []


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("programme.regions", "Специальные сборы прошли в 27 регионах.", ("count", 27)),
        ("programme.regions", "В этом году сборы резервистов пройдут в 30 регионах.", ("count", 30)),
        ("benefit.granted", "Резервистам кредиты на время сборов обещают заморозить.", ("kind", "debt_relief")),
        (
            "pay.amount",
            "Ущерб здоровью резервиста компенсируется: при получении увечья — 1 млн рублей.",
            ("kind", "injury_compensation"),
        ),
    ],
)
def test_musters_loans_and_injuries_in_other_words(told: Told, kind: str, text: str, expected: tuple[str, Any]) -> None:
    """Musters are held in regions, loans are frozen, harm to health is made good."""
    (found,) = told(kind, text)
    assert found[expected[0]] == expected[1]
