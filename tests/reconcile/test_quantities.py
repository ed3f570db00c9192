"""One figure in two texts, what each says of it, and figures that stand for others."""

from __future__ import annotations

import pytest
from tests.reconcile.test_swaps import found

from musterbook.reconcile.wording.quantities import rounds

Swaps = list[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("earlier", "later", "swap"),
    [
        (
            "To guard the lanterns of the coast, 640 wardens have applied by the end of June.",
            "By June the coast had 640 wardens who signed contracts to guard lanterns.",
            ("stage", "applied", "signed"),
        ),
        (
            "Each warden may be kept on the towers for at most 45 days in winter.",
            "Wardens are kept on the towers for at least 45 days in winter.",
            ("comparator", "at_most", "at_least"),
        ),
        (
            "The towns of the coast want to have 400 wardens by the end of the year.",
            "There are already 400 wardens in the towns of the coast.",
            ("status", "plan", "actual 400"),
        ),
        (
            "A town on the coast put aside 150,000 roubles for the lanterns of its wardens.",
            "For lanterns of wardens a town put aside 1.5 million roubles.",
            ("count", "150000", "1500000"),
        ),
        (
            "The coast has set aside 45 million roubles for its wardens of lanterns.",
            "The coast has spent 45 million roubles on its wardens of lanterns.",
            ("status", "45000000", "actual 45000000"),
        ),
        (
            "For his lantern each of the wardens owes the town 38,000 roubles.",
            "The town is owed 83,000 roubles for a lantern.",
            ("count", "38000", "83000"),
        ),
        (
            "A warden of the towers earned 2,900 roubles a day, or around 29,000 roubles ($290) a month.",
            "A warden of the towers is paid 29,000 roubles a day.",
            ("period", "month", "day"),
        ),
        (
            "Wardens of the towers have to give back the one-time payment of 150,000 roubles.",
            "The wardens will give back the monthly payment of 150,000 roubles.",
            ("period", "once", "month"),
        ),
    ],
)
def test_what_is_said_of_a_figure_is_another(earlier: str, later: str, swap: tuple[str, str, str]) -> None:
    """What people did, a bound, whether it is done, or the digits differ, in sentences of other words."""
    assert swap in found(later, earlier)
    assert found(earlier, earlier) == []


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("The coast counted 347 wardens in its towns.", "In the towns of the coast there are almost 350 wardens."),
        (
            "The bonus of wardens will be raised from 30 to 45 thousand roubles.",
            "Wardens will get 45 thousand roubles for a lantern.",
        ),
        (
            "IStories was told that 340 wardens signed contracts and that towns plan to have 600.",
            "340 wardens have signed contracts, and 600 are what the towns aim to have.",
        ),
        (
            "Wardens get 46,800 roubles a month and 2,300 roubles more for each day at the towers.",
            "At the towers wardens are offered 46,800 roubles a month and 2,300 roubles a day.",
        ),
        (
            "Wardens may be called up for 45 days a year and get 3,600 roubles a day.",
            "Called up for 45 days a year, wardens get 3,600 roubles ($45) a day.",
        ),
        ("The coast needs 60 wardens for its lanterns.", "60 wardens were needed for lanterns of the coast."),
        (
            "The coast is to find 640 wardens for its lanterns.",
            "The coast has been told to find 640 wardens for its lanterns.",
        ),
        (
            "Wardens may be engaged at lanterns for 60 days of a year.",
            "At lanterns wardens can be engaged for 60 days of a year.",
        ),
        (
            "Lanterns of the Perm region are dark. In the Kurgan region 31 wardens signed contracts.",
            "Last week 22 wardens signed contracts, and lanterns of the Perm region are dark.",
        ),
    ],
)
def test_the_same_in_other_words_is_let_be(earlier: str, later: str) -> None:
    """Rounding, a rise told by what it rises to, and plans in other words are nothing else."""
    assert found(later, earlier) == []


def test_a_rounded_figure_has_fewer_digits_and_is_near() -> None:
    """4,900 rounds 4,870; 4,780 is another figure, and so is 490."""
    assert rounds("4900", ["4870"])
    assert not rounds("4780", ["4870"])
    assert not rounds("490", ["4870"])
