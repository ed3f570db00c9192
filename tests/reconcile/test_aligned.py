"""Passages of two linked texts that tell the same thing."""

from __future__ import annotations

import pytest

from musterbook.reconcile.origins.aligned import Passage, counterpart, likeness, parts
from musterbook.records import Arg, Claim, Quote
from musterbook.records.claim import Scalar


def passage(text: str, language: str = "en", **values: Scalar) -> Passage:
    """A passage with its values."""
    args = tuple(Arg(role.split("_")[0], value) for role, value in values.items())
    return Passage(Claim("capture-a", "a", "", args, Quote("reading-a", 0, len(text), text), language=language))


SOURCE = [
    passage("Wardens train for nineteen days on the island.", duration="P19D"),
    passage("Each warden was promised 41,700 rubles for the winter.", RUB=41700.0),
    passage("Boats stay ashore until the ice has gone.", region="RU-KO"),
]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (passage("The winter brings a warden 41,700 rubles.", RUB=41700.0), 1),
        (passage("Зимой сторож получит 41 700 рублей.", "ru", RUB=41700.0), 1),
        (passage("The boats will stay ashore until spring ice has gone."), 2),
        (passage("Training on the island lasts nineteen days.", duration="P19D"), 0),
    ],
)
def test_a_passage_finds_the_one_that_tells_the_same(told: Passage, found: int) -> None:
    """By its rare values in any language, by its words in one."""
    assert counterpart(told, SOURCE) is SOURCE[found].claim


@pytest.mark.parametrize(
    "told",
    [
        passage("The winter brings a warden 44,100 rubles.", RUB=44100.0),
        passage("Лодки остаются на берегу.", "ru", region="RU-KO"),
        passage("Nineteen lanterns were lit.", count=19.0),
        passage("Зимой сторож получит 41 700 рублей и 900 литров топлива.", "ru", count=900.0, count_2=41.0),
    ],
)
def test_what_only_seems_alike_has_no_counterpart(told: Passage) -> None:
    """Another figure, a region alone, and a number of other things are no trace."""
    assert counterpart(told, SOURCE) is None


def test_three_weeks_are_twenty_one_days() -> None:
    """Lengths of time are compared by their days."""
    weeks = passage("Сторожа учатся три недели, их 26.", "ru", duration="P3W", count=26.0)
    assert likeness(weeks, passage("The 26 wardens study for 21 days.", duration="P21D", count=26.0)) > 0


def test_two_passages_that_follow_on_each_other_tell_it_together() -> None:
    """What a rewrite joins in one sentence is found where the source tells it in two, at that which has more of it."""
    earlier = [
        passage("Recruiters are advised not to draw attention to the length of the contract."),
        passage("That is three years.", duration="P3Y"),
    ]
    told = passage("Recruiters were advised to say little of the contract, which is three years long.", duration="P3Y")
    assert counterpart(told, earlier[:1]) is None
    assert counterpart(told, earlier) in (earlier[0].claim, earlier[1].claim)


def test_as_much_that_differs_as_is_shared_is_no_trace() -> None:
    """A figure of the source beside one of its own tells something else; readers' money does not count."""
    own = passage("Jeder: 41 700.", "de", RUB=41700.0, count=200.0)
    assert likeness(own, SOURCE[1]) == 0
    assert likeness(passage("Jeder: 41 700.", "de", RUB=41700.0, USD=460.0), SOURCE[1]) > 0


def test_one_sentence_sums_up_several() -> None:
    """The figures of one sentence may stand in several of its source, as long as none is missing there."""
    earlier = [passage("Их 304.", "ru", count=304.0), passage("Тихо.", "ru"), passage("Платят 650.", "ru", RUB=650.0)]
    told = passage("There are 304 of them, paid 650.", count=304.0, RUB=650.0)
    assert parts(told, earlier) == [earlier[2].claim, earlier[0].claim]
    assert parts(passage("There are 304 of them, paid 670.", count=304.0, RUB=670.0), earlier) == []
    assert parts(passage("There are 304 of them.", count=304.0), earlier) == []
