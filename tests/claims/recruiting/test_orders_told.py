"""Orders to recruit, what is counted, who is forced, how many: as officials and papers word it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str, str], list[dict[str, Any]]]

ORDERS = [
    ("The letter instructs heads of districts to ensure fulfilment of the recruitment plan.", "recruit"),
    ("Hospitals were given quotas for the reserve.", "recruit"),
    ("Each municipality was told to look for candidates among the unemployed.", "recruit"),
    ("Tables on recruits are filled in by each municipality every Monday.", "report"),
    ("План по набору резервистов районам спустили в декабре.", "recruit"),
    ("Сотрудников центров занятости обязали предлагать контракт резервиста.", "recruit"),
    ("Каждый вторник районы обязаны сообщать, сколько резервистов набрано.", "report"),
    ("Учреждения должны по средам передавать в администрацию сведения о резервистах.", "report"),
]
METRICS = [
    ("Every week each district reports how many signed.", {"signed"}),
    ("The weekly table shows the number of people who refused.", {"refused"}),
    ("The plan for reservists had been fulfilled by 12 percent.", {"plan_fulfilment"}),
    (
        "Каждую неделю надо сообщать, сколько человек опрошено, сколько согласилось и сколько подписало контракт.",
        {"approached", "agreed", "signed"},
    ),
    ("В еженедельном отчёте указывают, сколько подали заявления и сколько отказались.", {"applied", "refused"}),
]
DENIED = [
    "Managers pressured workers to join the reserve.",
    "Commanders have coerced reservists to sign new contracts.",
    "Employees of the boiler house had to enlist.",
    "Начальство вынудило слесарей подписать контракт резервиста.",
]
AFFIRMED = [
    "The governor said that all men joined the reserve of their own will.",
    "The unit will take only volunteers.",
    "Вступление в резерв — добровольное решение человека.",
    "Резервист — доброволец, говорит комиссар.",
]
COUNTS = [
    ("Out of the requested 80, few have come.", 80),
    ("Only 14 have put their names to a contract with BARS.", 14),
    ("The district sent 15 men to the training camp of reservists.", 15),
    ("The 320 men who enlisted will shoot down drones over refineries.", 320),
    ("Медкомиссию прошли пока 16.", 16),
    ("Ещё 40 человек проходят медкомиссию.", 40),
    ("В отряд предполагают набрать около 700 человек.", 700),
    ("Область отправила на подготовку 210 человек в часть.", 210),
    ("Район отчитался о девяти подписанных контрактах.", 9),
]
GROUPS = [
    ("Officials were told to focus on people with unpaid debts and men awaiting trial.", {"debtors", "suspects"}),
    ("Bailiffs offer debtors a contract.", {"debtors"}),
    ("Вербуют людей с просроченными кредитами и мужчин под следствием.", {"debtors", "suspects"}),
]


@pytest.mark.parametrize(("text", "requirement"), ORDERS)
def test_orders(told: Told, text: str, requirement: str) -> None:
    """An order is found in the active voice, the passive and as a plan handed down."""
    assert {c["requirement"] for c in told("recruitment.order", text)} == {requirement}


@pytest.mark.parametrize(("text", "metrics"), METRICS)
def test_metrics(told: Told, text: str, metrics: set[str]) -> None:
    """Each item of a list of what is to be counted is a metric."""
    assert {c["metric"] for c in told("recruitment.metric", text)} == metrics


@pytest.mark.parametrize("text", ["Officials did not say how many signed.", "Сколько подписали контракт, не сообщают."])
def test_no_metrics(told: Told, text: str) -> None:
    """What nobody tells is not what is to be reported."""
    assert told("recruitment.metric", text) == []


@pytest.mark.parametrize(("text", "polarity"), [(t, "denied") for t in DENIED] + [(t, "affirmed") for t in AFFIRMED])
def test_voluntary(told: Told, text: str, polarity: str) -> None:
    """Compulsion in the active voice denies that joining is voluntary; one's own will affirms it."""
    assert {c["polarity"] for c in told("recruitment.voluntary", text)} == {polarity}


@pytest.mark.parametrize("text", ["Заставляют искать резервистов среди безработных.", "Nobody is pressured to join."])
def test_nobody_forced(told: Told, text: str) -> None:
    """Officials who are made to recruit are not men who are made to join."""
    assert all(c["polarity"] == "affirmed" for c in told("recruitment.voluntary", text))


@pytest.mark.parametrize(("text", "count"), COUNTS)
def test_counts(told: Told, text: str, count: int) -> None:
    """How many are wanted, tested, sent or signed, whatever else the sentence speaks of."""
    assert count in {c["count"] for c in told("recruitment.count", text)}


@pytest.mark.parametrize(("text", "groups"), GROUPS)
def test_groups(told: Told, text: str, groups: set[str]) -> None:
    """People described by what they owe or await are the group of that name."""
    assert {c["category"] for c in told("recruitment.category", text)} == groups


@pytest.mark.parametrize(
    ("text", "polarities"),
    [
        (
            "The letter orders plants to recruit reservists. City Hall called the document a fake.",
            ["affirmed", "denied"],
        ),
        (
            "The letter orders plants to recruit reservists. The mayor said the letter was forged.",
            ["affirmed", "denied"],
        ),
        ("В письме заводам велят набирать резервистов. В мэрии назвали письмо подделкой.", ["affirmed", "denied"]),
        ("The letter orders plants to recruit reservists. The mayor called the video a fake.", ["affirmed"]),
        ("Резервистов набирают по письму. Видео в мэрии назвали фейком.", []),
    ],
)
def test_an_order_that_is_called_a_fake_is_denied(told: Told, text: str, polarities: list[str]) -> None:
    """Whoever calls the paper a forgery says that there is no such order."""
    assert [c["polarity"] for c in told("recruitment.order", text)] == polarities
