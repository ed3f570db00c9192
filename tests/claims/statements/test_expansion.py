"""What a name stands for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str, str], list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("text", "acronym", "expansion"),
    [
        ("BARS (Brave Army Reserve of the State) units recruit volunteers.", "BARS", "Brave Army Reserve of the State"),
        ("BARS stands for “Brave Army Reserve’s Soldiers”, reservists say.", "BARS", "Brave Army Reserve’s Soldiers"),
        ("He joined the Combat Army Reserve of the Country (BARS).", "BARS", "Combat Army Reserve of the Country"),
        ("БАРС расшифровывается как «Большой армейский резерв страны».", "БАРС", "Большой армейский резерв страны"),
        ("Members of the Combat Army Reserve, or BARS, are recruited.", "BARS", "Combat Army Reserve"),
        (
            "Большой армейский резерв страны, сокращённо БАРС, набирает людей.",
            "БАРС",
            "Большой армейский резерв страны",
        ),
        ("The BARS initiative (Brigade of All Rural Scouts) began.", "BARS", "Brigade of All Rural Scouts"),
        ("Резервистов берут в мобилизационный людской резерв (МЛР).", "МЛР", "мобилизационный людской резерв"),
    ],
)
def test_expansions(tell: Tell, text: str, acronym: str, expansion: str) -> None:
    """Brackets, verbs and initials give the expansion as the text has it, right or wrong."""
    (claim,) = tell("name.expansion", text)
    assert (claim["args"]["acronym"], claim["args"]["expansion"]) == (acronym, expansion)


@pytest.mark.parametrize(
    "text",
    [
        "The BARS unit (volunteers and reservists of the region) guards a refinery.",
        "BARS (photo by Ivan Primerov) recruits reservists.",
        "БАРС — это добровольцы, которые охраняют объекты.",
    ],
)
def test_descriptions(tell: Tell, text: str) -> None:
    """A description beside the name is no expansion."""
    assert tell("name.expansion", text) == []
