"""What stands beside the words of a claim and changes it: English sentences that are nearly one, and their twins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Claims = Callable[[str, str], list[dict[str, Any]]]

_TOLD: list[tuple[str, str, list[dict[str, Any]]]] = [
    ("official.joined", "Forty men joined the reserve, according to the mayor of Tver.", []),
    ("official.joined", "Forty men joined the reserve, the mayor of Tver said.", []),
    ("official.joined", "The reserve was joined by the mayor of Tver.", [{"position": "mayor"}]),
    ("recruitment.order", "Governors were ordered to help the reserve, the outlet Kommersant reported.", []),
    ("recruitment.count", "Reservists are being recruited in at least 22 regions.", []),
    ("recruitment.count", "Reservists serve under law No. 423, signed on 4 May.", []),
    ("recruitment.count", "The reserve unit would be reduced to 500 people for lack of money.", []),
    ("deployment.area", "Reservists stay. Men who sign a contract to fight in Ukraine get more.", []),
    ("deployment.area", "Reservists who signed a contract were sent to fight in Ukraine.", [{"area": "UA"}]),
    ("deployment.area", "Reservists will not be sent beyond the borders of the region.", []),
    ("deployment.area", "Reservists will not be sent beyond the borders.", [{"area": "abroad"}]),
    ("duty.assigned", "The reservist units would do little to stop long-range drones.", []),
    ("duty.assigned", "The reservist units would stop long-range drones.", [{"duty": "counter_drone"}]),
    ("law.stage", "Lawmakers gave preliminary approval to the bill on reservists.", [{"stage": "first_reading"}]),
    ("law.stage", "The government gave preliminary approval to the bill on reservists.", [{"stage": "approved"}]),
    (
        "eligibility.criterion",
        "Only members of the active reserve can be called up for drills.",
        [{"criterion": "reserve_status", "effect": "required"}],
    ),
    ("eligibility.criterion", "Only those reservists who live in Tula will be called up.", []),
    ("recruitment.order", "Tula filled its quota of 1,200 reservists early, officials boast.", []),
    ("recruitment.order", "Mayors were ordered to send workers to the reserve.", [{"requirement": "recruit"}]),
    ("recruitment.order", "Employers must release workers for the reserve when they are called up.", []),
    ("pay.amount", "Reservists get a daily allowance of 700 rubles.", [{"kind": "per_diem"}]),
    ("pay.amount", "Reservists get a daily allowance of 3,000 rubles.", [{"kind": "daily_pay"}]),
    ("pay.amount", "Reservists are paid a salary according to rank.", [{"kind": "monthly_pay"}]),
    ("recruitment.voluntary", "Reservists: all of them came voluntarily.", [{}]),
    ("recruitment.voluntary", "Reservists were told to sign or lose their jobs.", [{}]),
    ("unit.formed", "Reservists from Kursk have appeared near Sumy.", []),
    ("recruitment.metric", "Karelia will form a reserve unit called BARS-Karelia.", []),
    ("pay.amount", "Reservists wanted: men aged 20 to 50 receive 40,000 rubles a month.", [{"amount": 40000}]),
]


@pytest.mark.parametrize(("claim_type", "text", "expected"), _TOLD)
def test_a_near_miss_is_no_claim(claims: Claims, claim_type: str, text: str, expected: list[dict[str, Any]]) -> None:
    """A sentence makes the claims that it states, and none of those that it only resembles."""
    found = [c["args"] for c in claims(claim_type, text)]
    assert len(found) == len(expected)
    assert all(wanted.items() <= args.items() for wanted, args in zip(expected, found, strict=True))


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("The BARS-Oryol unit now has 480 members and will grow to 600 by May.", ["actual", "planned"]),
        ("The BARS-Oryol unit will now have 480 members.", ["actual"]),
    ],
)
def test_a_plan_behind_an_and_is_a_plan(claims: Claims, text: str, statuses: list[str]) -> None:
    """What is so now does not make actual what will be so."""
    assert [c["status"] for c in claims("unit.strength", text)] == statuses


def test_a_no_before_an_answer_denies_the_question_alone(claims: Claims) -> None:
    """What follows "No," is affirmed, and the question is denied by who answers."""
    text = "Will reservists be sent to Ukraine? “No, they serve only at home,” said Vladimir Tsimlyansky."
    [asked] = claims("deployment.area", text)
    assert (asked["polarity"], asked["attribution"]) == ("denied", ["Vladimir Tsimlyansky"])
