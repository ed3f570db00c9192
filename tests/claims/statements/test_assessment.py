"""Judgements of the programme, and whose they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str, str], list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        (
            "Military analyst Ivan Primerov believes that the reservists law is a form of covert mobilization.",
            "Ivan Primerov",
        ),
        ("“This is nothing but hidden mobilization of reservists,” said lawyer Oleg Vydumkin.", "Oleg Vydumkin"),
        ("Critics have raised concerns about the call-up of reservists in peacetime.", "Critics"),
        (
            "ISW continues to assess that the Kremlin is preparing to mobilize reservists.",
            "ISW",
        ),
        ("Политолог Иван Примеров считает, что набор резервистов — это скрытая мобилизация.", "Иван Примеров"),
        ("Эксперты опасаются, что резервистов отправят на фронт.", "ксперты"),
    ],
)
def test_judgements(tell: Tell, text: str, holder: str) -> None:
    """An opinion with a verb of judging, or an expert's quotation, is a judgement of its holder."""
    (claim,) = tell("assessment", text)
    assert holder in claim["args"]["holder"]


@pytest.mark.parametrize(
    "text",
    [
        "Governor Ivan Primerov said that 300 reservists had signed contracts.",
        "The Defence Ministry reported that reservists guard 12 refineries.",
        "Губернатор Иван Примеров сообщил, что в БАРС вступили 300 человек.",
        "Analyst Ivan Primerov believes that grain prices will rise.",
    ],
)
def test_facts(tell: Tell, text: str) -> None:
    """What an official reports is a fact and no judgement; what is not about the programme is neither."""
    assert tell("assessment", text) == []
