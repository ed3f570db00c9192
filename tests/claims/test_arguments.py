"""From mentions to arguments: single values, ranges, companions, lists."""

from __future__ import annotations

import pytest

from musterbook.claims.arguments import bind, product
from musterbook.claims.mention import Ages, Count, Duration, Mention, Money, When
from musterbook.records import Arg, PartialDate
from musterbook.vocabulary import load

BARS = load("bars")


def bound(type_name: str, role: str, kind: str, value: object) -> list[dict[str, object]]:
    """What one mention gives for a role, each alternative as a dictionary."""
    claim_type = BARS.types[type_name]
    definition = claim_type.arg(role)
    assert definition is not None
    alternatives = bind(definition, Mention(kind, 3, 9, value), claim_type, BARS)
    assert all((a.start, a.end) == (3, 9) for args in alternatives for a in args)
    return [{a.role: a.value for a in args} for args in alternatives]


@pytest.mark.parametrize(
    ("type_name", "role", "kind", "value", "expected"),
    [
        ("pay.amount", "amount", "money", Money(80000.0, 80000.0, "RUB"), [{"amount": 80000, "currency": "RUB"}]),
        (
            "pay.amount",
            "amount",
            "money",
            Money(40000.0, 100000.0, "RUB"),
            [
                {"amount": 40000, "currency": "RUB", "comparator": "at_least"},
                {"amount": 100000, "currency": "RUB", "comparator": "at_most"},
            ],
        ),
        ("programme.regions", "count", "count", Count(20, 20, "at_least"), [{"count": 20, "comparator": "at_least"}]),
        ("recruitment.count", "count", "count", Count(7, 7), [{"count": 7, "comparator": "exactly"}]),
        ("eligibility.age", "min", "ages", Ages(18, 65), [{"min": 18, "max": 65}]),
        ("eligibility.age", "min", "ages", Ages(None, 50), [{"max": 50}]),
        ("contract.term", "duration", "duration", Duration("P6M", "P1Y"), [{"duration": "P6M"}, {"duration": "P1Y"}]),
        ("unit.formed", "date", "date", When(PartialDate(2024)), [{"date": "2024"}]),
        ("unit.formed", "region", "region", "RU-BEL", [{"region": "RU-BEL"}]),
        ("unit.formed", "region", "unit", "BARS-Kursk", [{"region": "RU-KRS"}]),
    ],
)
def test_a_mention_is_bound_in_normal_form(
    type_name: str, role: str, kind: str, value: object, expected: list[dict[str, object]]
) -> None:
    """Values take their normal form with their own span; a range is two claims."""
    assert bound(type_name, role, kind, value) == expected


def test_lists_distribute() -> None:
    """Every combination is a claim; a role without a value takes nothing away."""
    a, b, c = (Arg("region", r) for r in "abc")
    duty = Arg("duty", "guard")
    assert product([[(a,), (b,), (c,)], [], [(duty,)]]) == [(a, duty), (b, duty), (c, duty)]
