"""Whether a document or a figure was confirmed by somebody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str, str], list[dict[str, Any]]]

_LEAD = "BARS recruits reservists. БАРС набирает резервистов. "
_NOT = [
    "ISW has not observed confirmation of this claim.",
    "There is no independent confirmation of the figure.",
    "The governor's office refused to confirm the figure.",
    "We have seen the contract, but not the order.",
    "Представитель губернатора не подтвердил эту цифру.",
    "Независимых подтверждений этой цифре нет.",
    "Официально эти данные не публиковались.",
    "Проверить, что письмо подлинное, редакции не удалось.",
]
_CONFIRMED = [
    "Two officials confirmed to Reuters that the tables are genuine.",
    "Собеседник подтвердил, что документ подлинный.",
]


@pytest.mark.parametrize(("text", "verified"), [(t, False) for t in _NOT] + [(t, True) for t in _CONFIRMED])
def test_verification(tell: Tell, text: str, verified: bool) -> None:
    """Confirmation that is missing, refused or given is told apart."""
    (claim,) = tell("source.verification", _LEAD + text)
    assert claim["args"]["verified"] is verified


@pytest.mark.parametrize("text", ["He has not received medical confirmation.", "Он не подтвердил готовность служить."])
def test_no_verification(tell: Tell, text: str) -> None:
    """A confirmation of something else is no verification of a source."""
    assert tell("source.verification", _LEAD + text) == []
