"""Sums that are owed to people of another programme."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str, str], list[dict[str, Any]]]

TEXTS: list[tuple[str, list[float]]] = [
    (
        "Reservists in Pskov are paid 41,000 rubles a month. Those who choose contract service in the armed "
        "forces are offered 2.1 million rubles.",
        [41000],
    ),
    (
        "Reservists in Tver get 38,000 rubles a month. The region also beat its plan for contract soldiers; "
        "their sign-up bonus is now 1.9 million rubles.",
        [38000],
    ),
    ("Reservists, unlike contract soldiers, receive a signing bonus of 55,000 rubles.", [55000]),
    ("Unlike contract soldiers, reservists receive 55,000 rubles when they sign.", [55000]),
    ("A reservist who signs a contract with the defence ministry receives 100,000 rubles at once.", [100000]),
    ("Contract soldiers are promised millions. A reservist gets 70,000 rubles for signing.", [70000]),
    (
        "Резервистам платят 38 тысяч рублей в месяц. На военную службу по контракту поступили 900 человек; "
        "единовременная выплата для них составляет 400 тысяч рублей.",
        [38000],
    ),
    ("Резервисты охраняют порт. Средняя выплата за контракт с армией выросла до 1,6 млн рублей.", []),
    ("Область набирает резервистов. Уходящим на спецоперацию по контракту доплачивают 250 тысяч рублей.", []),
    ("В отличие от контрактников, резервисты получают 55 тысяч рублей при подписании контракта.", [55000]),
    ("Контрактникам обещают миллионы. Резервист при подписании контракта получает 70 тысяч рублей.", [70000]),
]


@pytest.mark.parametrize(("text", "sums"), TEXTS)
def test_a_sum_belongs_to_those_who_were_named_last(told: Told, text: str, sums: list[float]) -> None:
    """What soldiers under contract are paid is no pay of reservists, unless they are only compared."""
    assert [c["amount"] for c in told("pay.amount", text)] == sums
