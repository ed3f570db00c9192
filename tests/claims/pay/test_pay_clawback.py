"""Money that has to be returned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str, str], list[dict[str, Any]]]

CAUSES: list[tuple[str, list[tuple[str, float | None]]]] = [
    ("A reservist who quits early must return the bonus in full.", [("early_termination", 1.0)]),
    ("Reservists who break the contract give back half of the payment.", [("early_termination", 0.5)]),
    ("A reservist who skips training has to repay the bonus.", [("evading_training", None)]),
    ("Whoever abandons the service pays back half of the reservist's bonus.", [("early_termination", 0.5)]),
    ("A reservist quit after a month. He will have to return the bonus.", [("early_termination", None)]),
    ("При досрочном расторжении контракта резервист вернёт выплату полностью.", [("early_termination", 1.0)]),
    ("Резервист, который бросит службу, вернёт всю выплату.", [("early_termination", 1.0)]),
    ("Резервист может расторгнуть контракт. Но подъёмные надо вернуть.", [("early_termination", None)]),
    (
        "Резервист вернёт половину выплаты при увольнении по болезни, всю — при уклонении от сборов.",
        [("health_discharge", 0.5), ("evading_training", 1.0)],
    ),
    ("Резервист возвращает выплату, если его осудят за преступление.", [("criminal_conviction", None)]),
]


@pytest.mark.parametrize(("text", "causes"), CAUSES)
def test_cause_and_share_are_told(told: Told, text: str, causes: list[tuple[str, float | None]]) -> None:
    """Each cause of a return is a claim, with the part that is returned where the text gives it."""
    assert [(c["trigger"], c.get("share")) for c in told("pay.clawback", text)] == causes


@pytest.mark.parametrize(
    "text",
    [
        "A reservist who breaks the contract early must return the bonus in proportion to the time not served.",
        "Reservists who quit early repay the bonus pro rata.",
        "A reservist who leaves at his own request must give back the bonus for the unserved months.",
        "При досрочном расторжении контракта резервист возвращает выплату пропорционально неотслуженному времени.",
        "Если резервист уволится по собственному желанию, подъёмные придётся вернуть за неотслуженные месяцы.",
    ],
)
def test_share_by_the_time_not_served(told: Told, text: str) -> None:
    """What goes by the time not served is a share called proportion."""
    assert [(c["trigger"], c.get("share")) for c in told("pay.clawback", text)] == [("early_termination", "proportion")]


def test_sum_taken_back_is_an_amount_and_no_pay(told: Told) -> None:
    """A sum that has to be returned is the clawback's amount, not pay."""
    text = "Бывший резервист досрочно расторг контракт и должен вернуть 90 тысяч рублей."
    (claim,) = told("pay.clawback", text)
    assert claim["amount"] == 90000
    assert told("pay.amount", text) == []


def test_exception_is_no_cause(told: Told) -> None:
    """A cause that is excepted from returning the money is none."""
    text = (
        "Выплата подлежит возврату при досрочном расторжении контракта с резервистом, "
        "за исключением случаев расторжения по состоянию здоровья."
    )
    assert [c["trigger"] for c in told("pay.clawback", text)] == ["early_termination"]


@pytest.mark.parametrize(
    "text",
    [
        "The reservist left the unit early and returned to his desk.",
        "Резервист досрочно вернулся со сборов домой.",
    ],
)
def test_coming_back_is_no_clawback(told: Told, text: str) -> None:
    """People who return are not money that is returned."""
    assert told("pay.clawback", text) == []
