"""What is said of units of several regions at once, and where units were in the war."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Claims = Callable[[str, str], list[dict[str, Any]]]
LISTED = "BARS reservist detachments will be created in Tver, Kaluga and Tula oblasts by March 1. "
AT_WAR = [
    ("In 2022 and 2023, BARS detachments fought in Luhansk Oblast.", "UA-09"),
    ("A blogger of a BARS detachment said that his unit was holding positions in Kursk Oblast.", "RU-KRS"),
    ("The BARS-99 detachment spent the whole winter near the front line.", "combat_zone"),
    ("Since May the reservists of BARS have been stationed close to the line of contact.", "combat_zone"),
]
NOT_THEIRS = [
    "A Ukrainian brigade fought in Luhansk Oblast. BARS reservists guard the refinery in Samara.",
    "Veterans who fought in Luhansk Oblast are invited to join BARS.",
    "The BARS reserve spent the money on roads near the front line.",
]


@pytest.mark.parametrize(
    "said",
    [
        "Each detachment will number about 250 people.",
        "Each will have up to 250 men.",
        "The detachments will number 250 people each.",
    ],
)
def test_each_of_several_units(claims: Claims, said: str) -> None:
    """What is said of each detachment is said of the detachment of each region."""
    found = claims("unit.strength", LISTED + said)
    assert {c["args"]["region"] for c in found} == {"RU-TVE", "RU-KLU", "RU-TUL"}
    assert {c["args"]["count"] for c in found} == {250}


@pytest.mark.parametrize("who", ["They", "The reservists", "The new detachments"])
def test_duty_of_several_units(claims: Claims, who: str) -> None:
    """A duty of the units of a list is one in each region."""
    found = claims("duty.assigned", LISTED + f"{who} will guard power lines.")
    assert {c["args"].get("region") for c in found} == {"RU-TVE", "RU-KLU", "RU-TUL"}


def test_what_such_units_do(claims: Claims) -> None:
    """What units of the kind do is told of the kind, not of each region in which they were formed."""
    said = "BARS detachments were formed in Tver, Kaluga and Tula oblasts. These detachments guard power lines."
    assert [c["args"].get("region") for c in claims("duty.assigned", said)] == [None]


def test_two_lists(claims: Claims) -> None:
    """Where the sentence before has places of two kinds, none is taken up."""
    said = "Officers from Tver told that BARS detachments will be created in Kaluga and Tula oblasts. "
    found = claims("duty.assigned", said + "They will guard power lines.")
    assert [c["args"].get("region") for c in found] == [None]


def test_places_of_something_else(claims: Claims) -> None:
    """Places of which the sentence before tells something else are not where the units are."""
    said = "BARS is growing. Drones struck refineries in Samara and Saratov oblasts. "
    found = claims("duty.assigned", said + "The reservists will guard power lines.")
    assert [c["args"].get("region") for c in found] == [None]


@pytest.mark.parametrize(("said", "area"), AT_WAR)
def test_at_war(claims: Claims, said: str, area: str) -> None:
    """Units that fought, held positions or spent a time at the front were there."""
    assert [c["args"]["area"] for c in claims("deployment.area", said)] == [area]


@pytest.mark.parametrize("said", NOT_THEIRS)
def test_others_at_war(claims: Claims, said: str) -> None:
    """Others who fought are none of the reserve."""
    assert claims("deployment.area", said) == []
