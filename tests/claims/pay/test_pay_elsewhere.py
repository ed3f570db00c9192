"""Sums whose kind is told elsewhere, and money returned, as desks and leaflets put them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str, str], list[dict[str, Any]]]

_SUMS: list[tuple[str, list[tuple[str, float | None]]]] = [
    (
        "Anyone joining the reserve gets 600,000 roubles at once. Kamchatka and Chukotka pay 400,000 and 250,000.",
        [("signing_bonus", 600000), ("signing_bonus", 400000), ("signing_bonus", 250000)],
    ),
    (
        "A reservist's injury cover is a million roubles. Leningrad region is an outlier with two million.",
        [("injury_compensation", 1000000), ("injury_compensation", 2000000)],
    ),
    ("Reservists are entitled to 62,000 rubles while they guard the refinery.", [("monthly_pay", 62000)]),
    ("For each day of service the republic adds 1,200 rubles for reservists.", [("regional_supplement", 1200)]),
    ("After two months of duty every reservist collects a bonus of 50,000 rubles.", [("one_time", 50000)]),
    ("Reservists' tickets to the camp and back are paid for.", [("travel_costs", None)]),
    ("Contract soldiers who go to fight in Ukraine get 2 million rubles, reservists stay at home.", []),
    (
        "За подпись в резерве дают 150 и 80 тысяч рублей.",
        [("signing_bonus", 150000), ("signing_bonus", 80000)],
    ),
    (
        "Разовый бонус при поступлении в резерв — 100 тысяч рублей. Татарстан платит 350 тысяч, Якутия — 300.",
        [("signing_bonus", 100000), ("signing_bonus", 350000), ("signing_bonus", 300000)],
    ),
    ("На сборах у резервиста выходит тысяч семьдесят рублей.", [("monthly_pay", 70000)]),
    ("Резервисту область доплачивает по десять тысяч каждый месяц.", [("regional_supplement", 10000)]),
    ("Подъёмных резервисту не положено.", [("signing_bonus", None)]),
    ("Резерв не при чём: миллион обещан за контракт о прохождении военной службы.", []),
]


@pytest.mark.parametrize(("text", "expected"), _SUMS)
def test_kind_is_taken_from_where_it_is_told(told: Told, text: str, expected: list[tuple[str, float | None]]) -> None:
    """A sum without words of its own is what the sums before it, or the service that it is for, make it."""
    assert [(c["kind"], c.get("amount")) for c in told("pay.amount", text)] == expected


_BACK: list[tuple[str, list[str]]] = [
    ("A reservist who is struck off has to return half of the payment.", ["dismissal"]),
    ("No-shows at the reservists' assembly point forfeit the payment.", ["failure_to_report"]),
    ("Do reservists keep the bonus if kicked out for drinking? No, it will be recovered.", ["misconduct"]),
    (
        "Reservists who fail to show up are fined, and whoever quits gives back half of the payment.",
        ["early_termination"],
    ),
    (
        "Если резервист не прибыл на сборы, контракт расторгается, а выплата подлежит возврату.",
        ["failure_to_report"],
    ),
    ("Не явился резервист на сборы — возвращай выплату.", ["failure_to_report"]),
]


@pytest.mark.parametrize(("text", "triggers"), _BACK)
def test_what_leads_to_money_returned_is_the_trigger(told: Told, text: str, triggers: list[str]) -> None:
    """A cause that is fined, or the end of a contract that another cause brings, is no trigger."""
    assert [c["trigger"] for c in told("pay.clawback", text)] == triggers
