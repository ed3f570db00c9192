"""Figures and names that stand by the way in reports on recruiting: who tells, who passes by, how old somebody is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Claims = Callable[[str, str], list[dict[str, Any]]]
NOT_JOINED = [
    "Bryansk Oblast Governor Ivan Primerov stated on his Telegram channel that 450 people have applied to join BARS.",
    "The governor of Ryazan Oblast, Ivan Primerov, raised the bonus for joining the BARS reserve.",
]
NOT_COUNTED = [
    "Four people came up to the BARS tent.",
    "At the tent of BARS another man, a locksmith of 49, signed.",
    "The ministry did not comment on the figure of 860 reservists of BARS.",
    "BARS lawyers answered 1,140 questions. About one in five concerned a reserve contract.",
    "You cannot recruit for the BARS reserve at 150,000 when a contract for the front pays two million.",
    "The Samara government signed an order on forming three companies of BARS reservists, 100 men each.",
]
TARGETS = [
    ("employees with large debts", "debtors"),
    ("workers who have served in the National Guard or police", "former_police"),
    ("men with a background in law enforcement", "former_police"),
]


@pytest.mark.parametrize("text", NOT_JOINED)
def test_officials_who_tell(claims: Claims, text: str) -> None:
    """An official who tells of those who join, or pays them, has not joined."""
    assert claims("official.joined", text) == []


def test_official_who_tells_of_himself(claims: Claims) -> None:
    """One who says that he himself has joined has."""
    text = "Bryansk Oblast Governor Ivan Primerov stated on Telegram that he has joined the BARS reserve himself."
    assert [c["args"]["person"] for c in claims("official.joined", text)] == ["Ivan Primerov"]


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_passers_by(claims: Claims, text: str) -> None:
    """Passers-by, ages and figures that nobody comments on are no counts of recruits."""
    assert claims("recruitment.count", text) == []


def test_counted_of(claims: Claims) -> None:
    """A number after a noun of many is no age."""
    found = claims("recruitment.count", "In Tver a group of 49 signed up for the BARS reserve.")
    assert [c["args"]["count"] for c in found] == [49]


def test_no_own_decision(claims: Claims) -> None:
    """Going up to the place of recruiting is no word on free will."""
    assert claims("recruitment.voluntary", "Four people came up to the BARS tent.") == []


@pytest.mark.parametrize(("group", "category"), TARGETS)
def test_described_groups(claims: Claims, group: str, category: str) -> None:
    """Groups are told by what their people owe or were."""
    text = f"The directive on the BARS reserve names groups to be approached first: {group} and migrants."
    found = {c["args"]["category"]: c["args"].get("priority") for c in claims("recruitment.category", text)}
    assert category in found


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The first contract is for three years. The next one may be for up to five.", ["P3Y", "P5Y"]),
        ("Contracts are signed for three years. A second one may be for five.", ["P3Y", "P5Y"]),
        ("Contracts are signed for three years. The first to sign was 45.", ["P3Y"]),
        ("Contracts are signed for three years. The next unit will be formed of men from five regions.", ["P3Y"]),
    ],
)
def test_next_contract(told: Claims, text: str, terms: list[str]) -> None:
    """The term of a next contract may be told in a sentence of its own, without its unit."""
    assert [t["duration"] for t in told("contract.term", text)] == terms


@pytest.mark.parametrize(
    "text",
    [
        "Fathers of four or more children should not be invited.",
        "Fathers of three children must not be approached, the directive on the reserve says.",
    ],
)
def test_not_invited(told: Claims, text: str) -> None:
    """A group that is not to be invited is said not to be targeted."""
    found = told("recruitment.category", text)
    assert [(c["category"], c["polarity"]) for c in found] == [("fathers_many_children", "denied")]


@pytest.mark.parametrize(
    ("text", "criterion", "effect"),
    [
        ("A category lower than B is a ground for refusal.", "fitness_category", "excluded"),
        ("Men with category D or lower are not taken.", "fitness_category", "excluded"),
        ("Patients of an addiction clinic should not be admitted.", "drug_use", "excluded"),
        ("It takes men under 55, including those who have limited fitness.", "fitness_category", "admitted"),
    ],
)
def test_fitness_and_clinics(told: Claims, text: str, criterion: str, effect: str) -> None:
    """Categories of fitness are told from below, clinics by what they treat."""
    assert (criterion, effect) in {(c["criterion"], c["effect"]) for c in told("eligibility.criterion", text)}


def test_husbands(told: Claims) -> None:
    """What is said of the husbands of women is not said of women."""
    found = told("eligibility.criterion", "Pregnant women's husbands should not be admitted to the reserve.")
    assert "sex_female" not in {c["criterion"] for c in found}


@pytest.mark.parametrize(
    ("text", "count", "stage"),
    [
        ("Of the plan of 900, fewer than 400 reservists have agreed.", 400, "signed"),
        ("One plant received a letter demanding 12 reservists.", 12, "required"),
    ],
)
def test_agreed_and_demanded(told: Claims, text: str, count: int, stage: str) -> None:
    """Who has agreed has signed; what a letter demands is not received."""
    assert (count, stage) in {(c["count"], c.get("stage")) for c in told("recruitment.count", text)}


def test_recruiters_promise(told: Claims) -> None:
    """What recruiters promise is pay; what they get for those whom they bring is none."""
    assert [c["amount"] for c in told("pay.amount", "Recruiters promised the men 47,000 rubles a month.")] == [47000]
    assert told("pay.amount", "Recruiters get 10,000 rubles for each recruit they bring.") == []


def test_on_top_of(told: Claims) -> None:
    """A sum on top of which another comes is of its kind."""
    text = "The town adds 30,000 rubles for each resident who joins. That comes on top of the regional payment, which"
    found = told("pay.amount", text + " amounts to 100,000 rubles.")
    assert [(c["kind"], c["amount"]) for c in found] == [("signing_bonus", 30000), ("signing_bonus", 100000)]


def test_readings_and_signature(claims: Claims) -> None:
    """A bill that passed its last readings and was signed reached both stages, each by its own doer."""
    text = "The bill on BARS passed its second and third readings on October 28 and was signed by Putin on November 4."
    found = [(c["args"]["stage"], c["args"].get("actor")) for c in claims("law.stage", text)]
    assert found == [("passed", None), ("signed", "Vladimir Putin")]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("BARS fighters would only be deployed within the region and would never take part in the war.", 1),
        ("The reservists of BARS will protect plants and the railway inside the region.", 1),
        ("The reservists of BARS would guard substations within the oblast.", 0),
    ],
)
def test_inside_the_region(claims: Claims, text: str, limits: int) -> None:
    """Where people are put inside a region they serve there; that sites lie within one says no such thing."""
    assert len(claims("callup.place", text)) == limits


def test_convoys(claims: Claims) -> None:
    """Escorting goods is a duty."""
    text = "The resolution lists tasks for reservists: guarding bridges, escorting cargo and public order."
    assert "logistics" in {c["args"]["duty"] for c in claims("duty.assigned", text)}


def test_unit_named(claims: Claims) -> None:
    """A battalion that has the programme's name in its own is a unit, not the programme."""
    text = "The governor of Murmansk Oblast said that a battalion of reservists named BARS-North will be established"
    assert claims("programme.launched", text + " in the region in January.") == []
    assert [c["args"]["date"] for c in claims("programme.launched", "The reserve called BARS was launched in 2021.")]


def test_supply(claims: Claims) -> None:
    """Rules on the supply of reservists order nobody to recruit."""
    text = "The ministry ordered uniform rules for the supply of reservists of BARS with clothing."
    assert claims("recruitment.order", text) == []


def test_breakdown(claims: Claims) -> None:
    """A figure without a breakdown by region says nothing of where people serve."""
    text = "About 12,000 people signed BARS contracts, the minister said, without providing a breakdown by region."
    assert claims("callup.place", text) == []


def test_men_of_a_unit(claims: Claims) -> None:
    """Men of a unit who are sent to training are not its strength."""
    text = 'In Karelia 170 men of the "Ladoga" detachment of BARS had been sent for training.'
    assert claims("unit.strength", text) == []


def test_the_rest(told: Claims) -> None:
    """The rest of those who were chosen have not signed because others have."""
    text = "In Ryazan 300 people were selected, 250 have signed and the remaining 50 were found unfit."
    assert 50 not in {c["count"] for c in told("recruitment.count", text)}


def test_people_posted(claims: Claims) -> None:
    """People who are posted somewhere are no draft that is."""
    text = "The bill on BARS says that reservists undergo 30 days of training before they are posted."
    assert "published_draft" not in {c["args"]["stage"] for c in claims("law.stage", text)}
