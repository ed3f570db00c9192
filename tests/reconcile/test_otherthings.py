"""Words that differ because they are of two things, or mean the same."""

from __future__ import annotations

import pytest
from tests.reconcile.test_swaps import found


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (
            "The unit takes wardens under 50 years. Training takes 24 days.",
            "The unit takes wardens under 50 years. Training takes a little over three weeks.",
        ),
        (
            "The towns of the coast promised 200,000 roubles to wardens for a lantern. Most of them have got 80,000.",
            "Most wardens of the coast towns have got 80,000 roubles for a lantern.",
        ),
        (
            "The coast has given 310 million roubles for its wardens of lanterns.",
            "The coast has given 30,000 roubles to wardens of lanterns each.",
        ),
        (
            "So far 375 wardens have signed contracts and 140 more have applied.",
            "Already 375 wardens have signed up, and another 140 had filed applications.",
        ),
        (
            "Wardens get 3,500 roubles more every day of the training on the coast.",
            "Wardens get 52,000 roubles every month, training on the coast or not.",
        ),
        (
            "About 150 wardens guard the lanterns of the coast.",
            "About 150 of them guard lanterns. In the Kaluga region 220 wardens guard the lanterns of a like coast.",
        ),
        (
            "The coast wants to give 74 million roubles to its wardens this year.",
            "The coast has set aside 74 million roubles for its wardens this year.",
        ),
        (
            "Wardens of the Pskov region get 28,000 roubles a month for lanterns, not 35,000 as before.",
            "Wardens of the Pskov region get 7,000 roubles less for lanterns.",
        ),
        (
            "Wardens may be kept on watch for up to 90 days of a year, 30 more than before.",
            "Wardens may be kept on watch for up to 90 days of a year instead of 60.",
        ),
        (
            "The tower can teach 120 wardens at a time, who will be able to keep lanterns.",
            "Keepers of lanterns will be taught in the tower, 120 wardens at a time.",
        ),
        (
            "Wardens were promised 3,000 roubles for a night at the lantern, and the money is not in their pay.",
            "For a night at the lantern wardens were to get 3,000 roubles, but these were not paid.",
        ),
        (
            "In 2043 the coast takes 200 wardens. Last year it took 480 for its lanterns.",
            "The coast takes 200 wardens for its lanterns this year, compared with 480 in 2042.",
        ),
        (
            "The wardens came for a course on lanterns that was to last 25 days.",
            "The wardens came for a 25-day course on lanterns.",
        ),
        (
            "The letter on lanterns of the Pskov region is of January 27.",
            "The letter on lanterns of the Pskov region exists, a paper of wardens reported on February 6.",
        ),
        (
            "Contracts of wardens are signed for two years. Training of wardens lasts no longer than 60 days a year.",
            "A contract of wardens runs for 24 months. Nobody of the wardens trains for longer than two months a year.",
        ),
        (
            "The wardens of the towns have not been paid for lanterns.",
            "The wardens of the towns have got no pay for lanterns.",
        ),
    ],
)
def test_what_is_of_another_thing_is_no_swap(earlier: str, later: str) -> None:
    """Another unit of the same time, another sum, group, region, or what is only set aside, is not held against it."""
    assert found(later, earlier) == []


@pytest.mark.parametrize(
    ("earlier", "later", "swap"),
    [
        (
            "Every town of the coast has to find 12 reservists by April.",
            "Every town of the coast must find 12 conscripts by April.",
            ("group", "12", "conscripts"),
        ),
        (
            "За лантерну смотрителю побережья положено 130 тыс. рублей от города.",
            "Смотрителю побережья за лантерну от города положено 1,3 млн рублей.",
            ("count", "130000", "1300000"),
        ),
    ],
)
def test_what_is_of_one_thing_is_still_a_swap(earlier: str, later: str, swap: tuple[str, str, str]) -> None:
    """As many people of another kind, and a sum in an abbreviation that has other digits, are told."""
    assert swap in found(later, earlier)
