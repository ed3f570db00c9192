"""What holds for every record: frozen, slotted, and with ids that follow content."""

from __future__ import annotations

import dataclasses

import pytest

from musterbook import records
from musterbook.records import Edge, Evidence, Finding, Judgement, Problem, Rival, Slot

NOUNS = [noun for noun in (getattr(records, name) for name in records.__all__) if isinstance(noun, type)]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_nouns_are_frozen_and_slotted(noun: type) -> None:
    """Every record is a frozen, slotted dataclass."""
    assert dataclasses.is_dataclass(noun)
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert hasattr(noun, "__slots__")


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_every_field_is_explained(noun: type) -> None:
    """A record's docstring has a summary; those with attributes that do not speak for themselves list them all."""
    text = noun.__doc__ or ""
    assert text.strip(), f"{noun.__name__} has no docstring"
    if "Attributes:" in text:
        listed = text.split("Attributes:")[1]
        assert [f.name for f in dataclasses.fields(noun) if f"{f.name}:" not in listed] == []


def test_a_finding_lives_on_while_its_rivals_change() -> None:
    """The slot alone decides a finding's id."""
    slot = Slot("pay.amount", "RU-OMS", (("kind", "monthly_pay"),))
    rival = Rival((("amount", 1000),), "affirmed", ("claim-1",), 1, 1)
    assert Finding(slot, ()).id == Finding(slot, (rival,), state="single_origin").id
    assert Finding(Slot("pay.amount", "RU-TOM"), ()).id != Finding(slot, ()).id


def test_scope_is_part_of_the_question() -> None:
    """Two groups are two slots."""
    scopes = [(), (("group", "officers"),), (("group", "soldiers"),)]
    assert len({Slot("eligibility.age", scope=scope).id for scope in scopes}) == 3


def test_evidence_does_not_change_which_edge_it_is() -> None:
    """An edge found again on better evidence is the same edge."""
    weak = Edge("capture-1", "capture-2", "", "copies", 0.5)
    strong = Edge("capture-1", "capture-2", "", "copies", 0.9, (Evidence(1, "canonical address"),))
    assert weak.id == strong.id
    assert Edge("capture-1", "capture-2", "", "cites", 0.5).id != weak.id


def test_two_judgements_never_share_an_id() -> None:
    """The same verdict given at another time is another judgement."""
    one = Judgement("claim-1", "retraction", "positive", "", "A. Example", "2026-01-01T00:00:00Z", "withdrawn")
    later = dataclasses.replace(one, when="2026-01-02T00:00:00Z")
    assert one.id != later.id


def test_the_same_problem_found_twice_is_one() -> None:
    """Adding a broken file twice records one problem."""
    one = Problem("intake.empty", "a.txt", "a.txt holds no text; remove it")
    assert one.id == Problem("intake.empty", "a.txt", "a.txt holds no text; remove it").id
    assert one.id != Problem("intake.empty", "b.txt", "b.txt holds no text; remove it").id
