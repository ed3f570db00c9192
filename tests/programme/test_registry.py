"""The registry: states of regions with their reasons, and counts held against names."""

from __future__ import annotations

import pytest
from tests.programme.made import claim, model, paper

from musterbook.programme import counted_regions, everywhere, region, regions
from musterbook.records.claim import Scalar

TOMSK = "RU-TOM"


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ([], "nothing_known"),
        ([("pay.amount", "", {"kind": "monthly_pay", "amount": 1, "currency": "RUB"})], "nothing_known"),
        ([("unit.formed", "denied", {})], "nothing_known"),
        ([("recruitment.open", "", {})], "recruiting"),
        ([("unit.formed", "planned", {})], "planned"),
        ([("recruitment.open", "", {}), ("unit.formed", "proposed", {})], "planned"),
        ([("unit.formed", "", {}), ("unit.formed", "planned", {})], "formed"),
        ([("unit.action", "", {"action": "took_oath"})], "formed"),
        ([("unit.strength", "planned", {"change": "maintain", "count": 9})], "nothing_known"),
        ([("unit.strength", "", {"change": "maintain", "count": 9})], "formed"),
        ([("unit.formed", "", {}), ("unit.strength", "planned", {"change": "increase"})], "expanding"),
    ],
)
def test_the_state_is_the_furthest_that_is_reported(said: list[tuple[str, str, dict[str, Scalar]]], state: str) -> None:
    """A region has the furthest state that an affirmed report gives it, and the reason says which."""
    entry = region(model(claim("a", t, marks, region=TOMSK, **more) for t, marks, more in said), TOMSK)
    assert entry.state == state
    assert entry.reason
    assert bool(entry.because) == (state != "nothing_known")


def test_marks_of_doubt_reach_the_reason() -> None:
    """Growth that is only planned reads "is to grow", and whose word it is stands beside it."""
    said = [claim("a", "unit.strength", "planned 2026-03-01", region=TOMSK, change="increase")]
    entry = region(model(said, [paper("a", "Kommersant")]), TOMSK)
    assert entry.reason == "its unit is to grow, on the word of Kommersant"


def test_units_under_all_their_names() -> None:
    """A unit that is named once gives its name to what is told of the unit without a name; every script is listed."""
    said = [
        claim("a", "unit.formed", region="RU-AMU"),
        claim("b", "unit.strength", region="RU-AMU", unit="BARS-Amur", count=9),
    ]
    (unit,) = region(model(said), "RU-AMU").units
    assert unit.name == "BARS-Amur"
    assert "БАРС-Амур" in unit.names
    assert {line.type for line in unit.lines} == {"unit.formed", "unit.strength"}


def test_two_units_take_no_stray_lines() -> None:
    """Where two units are named, what names none is of neither."""
    said = [claim(d, "unit.formed", region="RU-AMU", unit=u) for d, u in (("a", "First"), ("b", "Second"))]
    said.append(claim("c", "unit.strength", region="RU-AMU", count=9))
    assert [(u.name, len(u.lines)) for u in region(model(said), "RU-AMU").units] == [
        ("", 1),
        ("First", 1),
        ("Second", 1),
    ]


def test_strength_is_a_series() -> None:
    """600 in March and 700 in April are two points in time, in order, and neither is dropped."""
    said = [
        claim("b", "unit.strength", "2026-04-20", region=TOMSK, count=700),
        claim("a", "unit.strength", "2026-03-10", region=TOMSK, count=600),
    ]
    assert [line.get("count") for line in region(model(said), TOMSK).strength] == [600, 700]


def test_a_region_has_its_pay_terms_and_duties() -> None:
    """Pay, terms, duties with facilities stand under their own heads, what names no region apart."""
    said = [
        claim("a", "pay.amount", region=TOMSK, kind="monthly_pay", amount=50000, currency="RUB", period="month"),
        claim("a", "duty.assigned", region=TOMSK, duty="guard_facilities", facility="bridge"),
        claim("a", "eligibility.criterion", region=TOMSK, criterion="sex_female", effect="excluded"),
        claim("a", "pay.clawback", trigger="early_termination", share=1.0),
        claim("a", "training.duration", duration="P3W"),
        claim("a", "law.stage", instrument="law", stage="signed"),
    ]
    entry = region(model(said), TOMSK)
    assert [line.get("amount") for line in entry.pay] == [50000]
    assert entry.facilities == ("bridge",)
    assert [line.type for line in entry.terms] == ["eligibility.criterion"]
    assert {line.type for line in entry.everywhere} == {"pay.clawback", "training.duration"}
    assert entry.everywhere == everywhere(model(said))
    assert len(entry.lines) == 3


def test_only_named_regions_are_listed() -> None:
    """A region is listed when a report names it, whatever it says of it."""
    said = [claim("a", "programme.regions", count=20), claim("a", "recruitment.open", region=TOMSK)]
    assert [e.code for e in regions(model(said))] == [TOMSK]


def test_counted_against_named() -> None:
    """Of at least 20, two are named beside the count, one elsewhere, and 17 nowhere."""
    said = [
        claim("a", "programme.regions", count=20, comparator="at_least"),
        claim("a", "unit.formed", region=TOMSK),
        claim("a", "recruitment.open", region="RU-AMU"),
        claim("b", "unit.formed", "planned", region="RU-OMS"),
        claim("b", "unit.formed", "denied", region="RU-KIR"),
        claim("b", "pay.amount", region="RU-PER", kind="monthly_pay", amount=1, currency="RUB"),
    ]
    counted = counted_regions(model(said))
    (held,) = counted.counts
    assert [code for code, _ in counted.named] == ["RU-AMU", "RU-OMS", TOMSK]
    assert (held.named_beside, held.named_elsewhere) == (("RU-AMU", TOMSK), ("RU-OMS",))
    assert (held.least, held.most, held.not_named, held.beyond) == (20, None, 17, 0)


def test_more_named_than_counted() -> None:
    """Where more are named than a count allows, the count says by how many."""
    said = [claim("a", "unit.formed", region=code) for code in (TOMSK, "RU-AMU")]
    (held,) = counted_regions(model([*said, claim("a", "programme.regions", count=1)])).counts
    assert (held.not_named, held.beyond) == (0, 1)
