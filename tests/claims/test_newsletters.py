"""Newsletters, interviews and notices: what they tell in few words, and what only looks like a claim."""

import pytest

from musterbook.claims.reader import Reader
from musterbook.course import read_capture
from musterbook.records import Capture, Metadata, Stated
from musterbook.vocabulary import load


@pytest.fixture(scope="module")
def told():
    """What a text claims, as types with their arguments and polarity."""
    reader = Reader(load("bars"))
    metadata = Metadata((Stated("published", "2025-12-01", "manifest"),))

    def read(text: str) -> list[tuple[str, dict[str, object], str]]:
        capture = Capture("a.txt", text.encode(), "text/plain", metadata, "utf-8")
        claims = read_capture(capture, reader, index=False).claims
        return [(c.type, {a.role: a.value for a in c.args}, c.polarity) for c in claims]

    return read


def test_recruitment_that_has_not_begun_is_denied(told) -> None:
    """Recruitment that has not begun, or not yet, is denied and nowhere affirmed."""
    for words in ("has not begun", "has not yet started"):
        claims = told(f"In Ryazan region recruitment to the BARS reserve {words}.")
        assert [p for t, _, p in claims if t == "recruitment.open"] == ["denied"]


def test_men_raised_for_a_plant_guard_it(told) -> None:
    """Reservists who are put together for a plant are its guards."""
    claims = told("In Komi region a platoon of reservists is being put together for the Syktyvkar pulp mill.")
    assert ("duty.assigned", "industrial") in [(t, a.get("facility")) for t, a, _ in claims]


def test_size_now_beside_a_plan(told) -> None:
    """What serves today is no increase, though the plan beside it is one."""
    claims = told("Today 90 men serve in BARS-Orel, and by spring the reserve detachment should number 150.")
    changes = {a["count"]: a.get("change") for t, a, _ in claims if t == "unit.strength"}
    assert changes == {90: None, 150: "increase"}


def test_kept_average_pay_makes_no_sum_about(told) -> None:
    """A sum beside the average salary that people keep is exact."""
    claims = told("BARS reservists get a one-time payment of 100,000 rubles and keep their jobs and average salary.")
    sums = [a for t, a, _ in claims if t == "pay.amount" and a.get("amount") == 100000]
    assert sums
    assert all(a.get("comparator") in (None, "exactly") for a in sums)


def test_deadline_is_no_date_of_an_order(told) -> None:
    """The date by which men must be found is not when the order was given."""
    claims = told("The Tula region must recruit 1,500 BARS reservists by the end of the year.")
    assert all("date" not in a for t, a, _ in claims if t == "recruitment.order")


def test_years_of_school_are_no_training(told) -> None:
    """Schooling that applicants must have is no training."""
    claims = told("BARS reservists must have at least eleven years of schooling.")
    assert "training.duration" not in [t for t, _, _ in claims]
