"""Defence headquarters: where they are, and what they are to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

States = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bill would create defence headquarters in regions where martial law has been introduced.",
            ["regions_under_martial_law"],
        ),
        ("Defence headquarters already work in Kherson and Zaporizhzhia.", ["UA-65", "UA-23"]),
        (
            "Законопроект предлагает создать штабы обороны в регионах, где введено военное положение.",
            ["regions_under_martial_law"],
        ),
        ("Штабы обороны уже работают в Херсонской и Запорожской областях.", ["UA-65", "UA-23"]),
        ("The operational headquarters of the Tula region published a list of shelters.", []),
    ],
)
def test_where_headquarters_are(states: States, text: str, expected: list[str]) -> None:
    """Defence headquarters are recorded by jurisdiction; operational ones are other bodies."""
    text = (
        f"{text} The mobilisation reserve is another matter."
        if text.isascii()
        else f"{text} О мобилизационном резерве речи нет."
    )
    assert [c["jurisdiction"] for c in states("headquarters.established", text, "jurisdiction")] == expected


def test_what_a_headquarters_is_to_do(states: States) -> None:
    """The tasks of a headquarters are its remit, also where the next sentence goes on."""
    text = (
        "Defence headquarters will coordinate federal agencies and allocate fuel. They will also "
        "protect the civilian population. Reservists guard bridges."
    )
    found = states("headquarters.remit", text, "remit")
    assert [c["remit"] for c in found] == ["agency_coordination", "resource_allocation", "civilian_protection"]


def test_what_reservists_do_is_no_remit(states: States) -> None:
    """In a passage on headquarters, what reservists guard is their duty."""
    text = "A defence headquarters met in the Omsk region. Reservists protect critical infrastructure."
    assert states("headquarters.remit", text) == []
    assert states("duty.assigned", text, "duty") == [{"duty": "guard_facilities"}]
