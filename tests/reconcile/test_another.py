"""The one member of a closed list that stands where a source has another."""

from __future__ import annotations

import pytest
from tests.reconcile.made import vocabulary
from tests.reconcile.test_swaps import read

from musterbook.reconcile.wording.another import led_to, other, told_there
from musterbook.reconcile.wording.swaps import Lists

LISTS = Lists(vocabulary())


@pytest.mark.parametrize(
    ("role", "earlier", "later", "further", "swap"),
    [
        (
            "rank",
            "The unit of the coast is led by a captain.",
            "The unit of the coast is led by a sergeant.",
            "",
            ("captain", "sergeant"),
        ),
        (
            "rank",
            "The unit of the coast is led by a captain. A sergeant keeps its keys.",
            "The unit of the coast is led by a sergeant.",
            "",
            None,
        ),
        (
            "rank",
            "The unit of the coast is led by a captain.",
            "The unit of the coast is led by a sergeant.",
            "A sergeant leads the unit of the coast.",
            None,
        ),
        (
            "rank",
            "The unit is led by a captain and a sergeant of the coast.",
            "The unit is led by an admiral and a colonel of the coast.",
            "",
            None,
        ),
        (
            "court",
            "On Friday the district court heard a warden of the coast.",
            "On Friday the Supreme Court heard a warden of the coast.",
            "",
            ("district", "supreme"),
        ),
        (
            "court",
            "On Friday the court heard a warden of the coast.",
            "On Friday the Supreme Court heard him.",
            "",
            None,
        ),
        (
            "title",
            "On Friday the deputy heard a warden of the coast.",
            "On Friday the State Duma deputy heard a warden of the coast.",
            "",
            None,
        ),
    ],
)
def test_the_one_member_for_the_one(
    role: str, earlier: str, later: str, further: str, swap: tuple[str, str] | None
) -> None:
    """None where either has several, where the source has it elsewhere, or where another source has it."""
    now, was = LISTS.text(read(later, later)), LISTS.text(read(earlier, earlier))
    others = [LISTS.text(read(further, further))] if further else []
    found = other(role, (now.sentences[0], was.sentences[0]), (now, was, others))
    assert (found and (found.was.id, found.now.id)) == swap


@pytest.mark.parametrize(
    ("earlier", "later", "swaps"),
    [
        (
            "Wardens may be kept on watch in towns for 19 days a year.",
            "Wardens may be kept on watch in towns for 23 days a year.",
            [("19", "23")],
        ),
        (
            "Wardens may be kept on watch in towns for 19 days a year, in ports for 23.",
            "Wardens may be kept on watch in towns for 23 days a year.",
            [],
        ),
        ("Wardens may be kept on watch for 19 days a year.", "Boats are kept ashore in ports for 23 days a year.", []),
    ],
)
def test_a_figure_that_the_same_words_lead_up_to(earlier: str, later: str, swaps: list[tuple[str, str]]) -> None:
    """It is another where the source has it nowhere, and the same word follows."""
    now, was = LISTS.text(read(later, later)), LISTS.text(read(earlier, earlier))
    assert [(s.was.id, s.now.id) for s in led_to(now, was, []) if s.now.role == "count"] == swaps


def test_figures_that_count_nothing_named_may_be_of_anything() -> None:
    """Of figures that count something, those without a word for what they count are known there as well."""
    text = LISTS.text(read("figures", "The coast has 40 wardens, 12 of them old, and 7 regions."))
    assert told_there("counted regions", text) == {"7", "12", "40"}
    assert told_there("region", text) == set()
