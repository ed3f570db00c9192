"""What no verb states: sites where somebody serves, places that a word takes up, one body that stands for another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

States = Callable[..., list[dict[str, Any]]]
LEAD = {
    "en": "Reservists of BARS-Tula have signed contracts. The reserve is growing. ",
    "ru": "Резервисты отряда БАРС-Тула подписали контракты. Резерв растёт. ",
}
POSTS = [
    (
        "en",
        {"bridge", "water"},
        "The road bridge and the water tower - those are the places where the men will be seen.",
    ),
    ("en", {"port", "industrial"}, "The detachment took over the nickel smelter and the fishing port in May."),
    ("en", {"energy"}, "We sit by the substation every night."),
    ("en", {"oil_gas"}, "We were a dozen in a container by the oil depot."),
    ("en", {"oil_gas", "transport"}, "They have come back after eight weeks at the gas plant and the aerodrome."),
    ("ru", {"bridge", "storage"}, "Мост через Упу и элеватор - вот места, где будут стоять бойцы."),
]
NO_POSTS = [
    ("en", "The reservists were treated in the hospital next to the school."),
    ("en", "A drone fell on the substation on Friday and was brought down by air defence, not by reservists."),
    ("en", "The refinery burned for two days, and reservists were asked not to talk about it."),
    ("ru", "Беспилотник упал на подстанцию, резервисты об этом узнали из новостей."),
]


def _facilities(states: States, language: str, sentence: str) -> set[str]:
    return {row["facility"] for row in states("duty.assigned", LEAD[language] + sentence, "facility") if row}


@pytest.mark.parametrize(("language", "sites", "sentence"), POSTS)
def test_sites_are_posts_by_the_signs_beside_them(
    states: States, language: str, sites: set[str], sentence: str
) -> None:
    """Without a verb of guarding a site is a post where enough signs say that reservists serve there."""
    assert sites <= _facilities(states, language, sentence)


@pytest.mark.parametrize(("language", "sentence"), NO_POSTS)
def test_sites_that_are_named_for_another_reason_are_no_posts(states: States, language: str, sentence: str) -> None:
    """A site that is hit, or where somebody is treated, is no post."""
    assert _facilities(states, language, sentence) == set()


@pytest.mark.parametrize(
    "text",
    [
        LEAD["en"]
        + "He was asked about the zone of the special military operation. My people will not go there, he said.",
        LEAD["en"] + "Will they fight in Ukraine?\n\nThe colonel has ruled it out.",
        LEAD["ru"] + "Про зону СВО комиссар ответил коротко. Туда никто из наших не поедет.",
    ],
)
def test_a_place_named_before_is_where_nobody_is_sent(states: States, text: str) -> None:
    """A denial that says "there", or answers a question, is one of the place that stands before it."""
    assert {"area": "UA", "polarity": "denied"} in states("deployment.area", text, "area", "polarity")


def test_there_is_nothing_where_no_such_place_is_named(states: States) -> None:
    """Without a place of fighting before it "there" denies nothing."""
    text = LEAD["en"] + "The meeting was held in the sports hall. My people will not go there, he said."
    assert states("deployment.area", text, "area") == []


def test_a_route_is_no_place(states: States) -> None:
    """A railway named after its ends moves nobody to them."""
    text = "Tver region forms BARS-Tver. Reservists will guard the Moscow-Kazan railway and look out for drones."
    assert {row["region"] for row in states("duty.assigned", text, "region")} == {"RU-TVE"}


@pytest.mark.parametrize(
    ("text", "jurisdiction", "polarity"),
    [
        ("Zaporizhzhia region has already set one up, in 2023.", "UA-23", "affirmed"),
        ("Belgorod region says that it does not need one.", "RU-BEL", "denied"),
    ],
)
def test_one_stands_for_a_headquarters(states: States, text: str, jurisdiction: str, polarity: str) -> None:
    """Where defence headquarters are spoken of, a region that sets one up has such a headquarters."""
    lead = (
        "A bill on defence headquarters in regions under martial law concerns the reserve. The headquarters are new. "
    )
    found = states("headquarters.established", lead + text, "jurisdiction", "polarity")
    assert {"jurisdiction": jurisdiction, "polarity": polarity} in found


@pytest.mark.parametrize(
    ("text", "category", "polarity"),
    [
        ("An annex to the BARS order lists 14 target groups. Migrants are not on the list.", "migrants", "denied"),
        ("The BARS letter targets debtors. It no longer mentions bankrupts.", "bankrupts", "denied"),
        ("The reserve in Tula willingly takes retired police officers.", "former_police", "affirmed"),
        ("Письмо о наборе в БАРС перечисляет категории. Мигрантов в списке нет.", "migrants", "denied"),
    ],
)
def test_groups_left_off_a_list_are_denied(states: States, text: str, category: str, polarity: str) -> None:
    """A group that is said not to be on the list is not targeted."""
    found = states("recruitment.category", text, "category", "polarity")
    assert {"category": category, "polarity": polarity} in found


@pytest.mark.parametrize(
    "text",
    [
        "The second shift, 145 strong, has already departed.",
        "Eleven men of the detachment went to Kursk region in February.",
        "Elements of the detachment likely redeployed to Kursk region.",
    ],
)
def test_who_went_off_was_deployed(states: States, text: str) -> None:
    """A shift that departs, or men who go to a region, are an action of the unit."""
    assert {"action": "deployed"} in states("unit.action", LEAD["en"] + text, "action")


def test_who_only_comes_home_was_not_deployed(states: States) -> None:
    """Who left for home or for a course did not go to serve."""
    assert states("unit.action", LEAD["en"] + "The second shift has left for home.", "action") == []
