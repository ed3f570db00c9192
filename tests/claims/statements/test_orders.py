"""Orders to recruit, to form units, to report: whatever the words and their order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str, str], list[dict[str, Any]]]

_EN = "BARS units are being formed in Tver Oblast. "
_RU = "В Тверской области формируют отряды БАРС. "

_ORDERS = [
    (_EN + "Under the governor's directive each factory is to release at least thirty workers.", ["recruit"]),
    (_EN + "The regional labour ministry asks employers to delegate two volunteers each.", ["recruit"]),
    (_EN + "Hospitals have been told how many men they owe the reserve.", ["recruit"]),
    (
        _EN + "The presidential envoy gave regional leaders until May 1 to come up with 500 reservists each.",
        ["recruit"],
    ),
    (_EN + "The ministry's instruction sets each district a target of 25 volunteers.", ["recruit"]),
    (_EN + "Village heads were told that each settlement owes the detachment four volunteers.", ["recruit"]),
    (_EN + "The Southern Military District wrote to governors demanding that each raise a battalion.", ["form_units"]),
    (_EN + "A government decree obliges regions to stand up volunteer air defence detachments.", ["form_units"]),
    (_EN + "District heads must brief the governor on recruitment progress once a fortnight.", ["report"]),
    (_EN + "Progress is to be reported to the district commissariat every ten days.", ["report"]),
    (_EN + "Heads of departments are obliged to account monthly for how many subordinates enlisted.", ["report"]),
    (_RU + "Согласно распоряжению, каждое предприятие выделяет в резерв не менее десяти работников.", ["recruit"]),
    (_RU + "Каждый директор школы приводит не меньше двух желающих — таково указание департамента.", ["recruit"]),
    (_RU + "Заводам разослали письма с просьбой делегировать в БАРС по пять сотрудников.", ["recruit"]),
    (_RU + "В администрации требуют по одному добровольцу с каждой сотни работников.", ["recruit"]),
    (_RU + "Полпред в письме губернаторам потребовал к маю укомплектовать по батальону.", ["form_units"]),
    (_RU + "Директива министерства требует от портов сформировать отряды охраны из резервистов.", ["form_units"]),
    (_RU + "Муниципалитетам предписано раз в две недели сообщать о ходе набора резервистов.", ["report"]),
    (_RU + "Телеграмма военного округа велит мэрам каждый четверг присылать данные о новобранцах.", ["report"]),
]

_NONE = [
    _EN + "The governor ordered shelters to be opened after the drone strike.",
    _EN + "Ukraine's parliament required regions to form territorial defence brigades.",
    _EN + "Tver is to form a detachment of reservists.",
    _EN + "Employers must pay reservists their average wages.",
    _EN + "The mayor praised those who had joined the unit.",
    _RU + "Губернатор поручил открыть укрытия после атаки дронов.",
    _RU + "Авторы просят расширить перечень объектов, к охране которых можно привлекать резервистов.",
    _RU + "Работодатель обязан сохранить за резервистом средний заработок.",
]


@pytest.mark.parametrize(("text", "expected"), _ORDERS)
def test_an_order_is_read_by_its_concepts(tell: Tell, text: str, expected: list[str]) -> None:
    """Who must, what must and to bring whom make an order in any order of words."""
    assert [c["args"]["requirement"] for c in tell("recruitment.order", text)] == expected


@pytest.mark.parametrize("text", _NONE)
def test_other_duties_are_no_orders_to_recruit(tell: Tell, text: str) -> None:
    """A duty that does not raise the reserve, a plan and another state's order are not taken."""
    assert tell("recruitment.order", text) == []


def test_how_often_is_read_in_other_words(tell: Tell) -> None:
    """Once a fortnight is every two weeks."""
    told = tell("recruitment.order", _EN + "District heads must brief the governor on recruitment once a fortnight.")
    assert [c["args"].get("frequency") for c in told] == ["biweekly"]
