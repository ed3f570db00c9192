"""Figures and names that stand by the way in reports on recruiting: who tells, who passes by, how old somebody is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Claims = Callable[[str, str], list[dict[str, Any]]]
NOT_JOINED = [
    "Bryansk Oblast Governor Ivan Primerov stated on his Telegram channel that 450 people have applied to join BARS.",
    "The governor of Ryazan Oblast, Ivan Primerov, raised the bonus for joining the BARS reserve.",
]
NOT_COUNTED = [
    "Four people came up to the BARS tent.",
    "At the tent of BARS another man, a locksmith of 49, signed.",
    "The ministry did not comment on the figure of 860 reservists of BARS.",
]
TARGETS = [
    ("employees with large debts", "debtors"),
    ("workers who have served in the National Guard or police", "former_police"),
    ("men with a background in law enforcement", "former_police"),
]


@pytest.mark.parametrize("text", NOT_JOINED)
def test_officials_who_tell(claims: Claims, text: str) -> None:
    """An official who tells of those who join, or pays them, has not joined."""
    assert claims("official.joined", text) == []


def test_official_who_tells_of_himself(claims: Claims) -> None:
    """One who says that he himself has joined has."""
    text = "Bryansk Oblast Governor Ivan Primerov stated on Telegram that he has joined the BARS reserve himself."
    assert [c["args"]["person"] for c in claims("official.joined", text)] == ["Ivan Primerov"]


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_passers_by(claims: Claims, text: str) -> None:
    """Passers-by, ages and figures that nobody comments on are no counts of recruits."""
    assert claims("recruitment.count", text) == []


def test_counted_of(claims: Claims) -> None:
    """A number after a noun of many is no age."""
    found = claims("recruitment.count", "In Tver a group of 49 signed up for the BARS reserve.")
    assert [c["args"]["count"] for c in found] == [49]


def test_no_own_decision(claims: Claims) -> None:
    """Going up to the place of recruiting is no word on free will."""
    assert claims("recruitment.voluntary", "Four people came up to the BARS tent.") == []


@pytest.mark.parametrize(("group", "category"), TARGETS)
def test_described_groups(claims: Claims, group: str, category: str) -> None:
    """Groups are told by what their people owe or were."""
    text = f"The directive on the BARS reserve names groups to be approached first: {group} and migrants."
    found = {c["args"]["category"]: c["args"].get("priority") for c in claims("recruitment.category", text)}
    assert category in found
