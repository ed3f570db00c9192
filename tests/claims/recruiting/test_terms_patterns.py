"""How long contracts run, training lasts and call-ups may take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str, str], list[dict[str, Any]]]

CONTRACTS = [
    ("Reservists sign a contract for three years.", ["P3Y"]),
    ("The first contract lasts three years and subsequent ones up to five.", ["P3Y", "P5Y"]),
    ("Contracts are concluded for a period of six months to three years.", ["P6M", "P3Y"]),
    ("He signed up with BARS for a year.", ["P1Y"]),
    ("Reservists who sign a one-year contract receive 300,000 rubles.", ["P1Y"]),
    ("Those who conclude a three-year contract with BARS get a bonus of 90,000 rubles.", ["P3Y"]),
    ("Бойцам БАРС, подписавшим контракт на год, выплатят 400 тысяч рублей.", ["P1Y"]),
    ("Условия в БАРС: контракт на полгода, ежемесячная выплата 70 тысяч рублей.", ["P6M"]),
    ("Первый контракт с резервистом заключают на три года, новый — на срок до пяти лет.", ["P3Y", "P5Y"]),
    ("Минимальный срок контракта в БАРС — полгода.", ["P6M"]),
    ("Контракт в БАРС — на 3 года, следующий — на 5 лет.", ["P3Y", "P5Y"]),
    ("Reservists commit themselves for six months or a year.", ["P6M", "P1Y"]),
    ("Контракт с бойцами подписывают на год.", ["P1Y"]),
    ("Первый контракт с резервистом — на три года, очередной — до пяти лет.", ["P3Y", "P5Y"]),
    ("Контракт с резервистом заключают на три года. Второй — до пяти лет.", ["P3Y", "P5Y"]),
]
TRAINING = [
    ("Volunteers undergo a two-week training course before deployment.", ["P2W"]),
    ("After ten days of training the reservists were sent to guard refineries.", ["P10D"]),
    ("The reservists completed a three-week training camp.", ["P3W"]),
    ("Добровольцы проходят трехнедельную подготовку.", ["P3W"]),
    ("Бойцов БАРС учим три недели.", ["P3W"]),
    ("Подготовка бойцов БАРС раньше занимала десять дней, теперь — три недели.", ["P10D", "P3W"]),
    ("Бойцы БАРС прошли двухнедельные сборы на полигоне.", ["P2W"]),
    ("После двух недель обучения бойцы заступят на дежурство.", ["P2W"]),
    ("Reservists of the BARS unit were taught for a month and then posted to the plant.", ["P1M"]),
    ("Резервистов БАРС учили неделю.", ["P1W"]),
    ("Бойцы БАРС прошли подготовку на полигоне. Она длилась 15 суток.", ["P15D"]),
    ("Обучение бойцов БАРС проходит под Псковом. Длится оно три недели.", ["P3W"]),
    ("The training of BARS takes place at a range. It lasts three weeks.", ["P3W"]),
    ("Бойцов БАРС готовили месяц.", ["P1M"]),
]
LIMITS = [
    ("Reservists can be called up for training for up to two months a year.", [("P2M", "P1Y")]),
    ("Annual training assemblies may last up to 30 days.", [("P30D", "P1Y")]),
    ("Special assemblies may not exceed two months.", [("P2M", None)]),
    ("Резервистов могут призывать на сборы сроком до двух месяцев в год.", [("P2M", "P1Y")]),
    ("Общая продолжительность специальных сборов не может превышать двух месяцев.", [("P2M", None)]),
    ("Указ позволяет привлекать резервистов к спецсборам на срок до шести месяцев.", [("P6M", None)]),
    ("Volunteers of the reserve serve on a rotating basis. They go home after three months.", [("P3M", None)]),
    ("Reservists of BARS are relieved after ninety days.", [("P90D", None)]),
    ("Бойцы БАРС охраняют завод, через два месяца их отпускают домой.", [("P2M", None)]),
    ("Специальные сборы резервистов, введённые недавно, — до полугода.", [("P6M", None)]),
]
NEITHER = [
    "The reservist served two years in prison before he signed the contract.",
    "The unit was formed two months ago and contracts were signed.",
    "The wounded reservists return home after two months in hospital.",
    "Резервисты вспоминают, как учили школьников месяц.",
    "Every three months reservists report for training.",
    "The reserve pays 300,000 rubles for a one-year contract.",
    "Резервиста осудили на три года колонии.",
    "Отряд сформировали два месяца назад, контракты подписали 300 человек.",
    "Бойцы БАРС дежурили на мосту. Смена длилась 12 часов.",
    "Раз в три месяца бойцы БАРС проходят занятия.",
]


@pytest.mark.parametrize(("text", "durations"), CONTRACTS)
def test_contracts_have_terms(told: Told, text: str, durations: list[str]) -> None:
    """Every term of a contract is told, an ellipsis and both ends of a range included."""
    assert [c["duration"] for c in told("contract.term", text)] == durations


@pytest.mark.parametrize(("text", "durations"), TRAINING)
def test_training_has_a_duration(told: Told, text: str, durations: list[str]) -> None:
    """How long people train is told, whatever the training is called."""
    assert [c["duration"] for c in told("training.duration", text)] == durations


@pytest.mark.parametrize(("text", "limits"), LIMITS)
def test_call_ups_have_limits(told: Told, text: str, limits: list[tuple[str, str | None]]) -> None:
    """A bound on call-ups is told, with the year that it is counted in."""
    assert [(c["max_duration"], c.get("per")) for c in told("callup.limit", text)] == limits


@pytest.mark.parametrize("text", NEITHER)
def test_other_lengths_of_time_are_none_of_them(told: Told, text: str) -> None:
    """How long ago, how often, how long in prison or for what pay is no term."""
    assert [c for name in ("contract.term", "training.duration", "callup.limit") for c in told(name, text)] == []
