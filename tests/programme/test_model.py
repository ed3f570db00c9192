"""The model: lines that stand on claims, for two dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.programme.made import claim, claims_in, known, lines_in, model, vocabulary
from tests.reconcile.made import findings

from musterbook import programme
from musterbook.programme import Model
from musterbook.records import Claim

ANSWERS: dict[str, Callable[[Model], object]] = {
    "regions": programme.regions,
    "everywhere": programme.everywhere,
    "counted regions": programme.counted_regions,
    "instruments": programme.instruments,
    "rules": programme.rules,
    "headquarters": programme.headquarters,
    "officials": programme.officials,
    "orders": programme.orders,
    "counted groups": programme.counted_groups,
}

_SAID: list[tuple[str, dict[str, str | int | float | bool]]] = [
    ("unit.formed", {"region": "RU-TOM"}),
    ("unit.formed", {"region": "RU-AMU", "unit": "BARS-Amur", "date": "2026-02"}),
    ("unit.strength", {"region": "RU-TOM", "change": "increase", "count": 700}),
    ("recruitment.open", {"region": "RU-TOM"}),
    ("pay.amount", {"kind": "monthly_pay", "amount": 50000, "currency": "RUB", "period": "month", "region": "RU-TOM"}),
    ("pay.clawback", {"trigger": "early_termination", "share": 1.0}),
    ("programme.regions", {"count": 20, "comparator": "at_least"}),
    ("law.stage", {"instrument": "law", "stage": "signed", "date": "2026-02-04", "actor": "Ivan Primerov"}),
    ("law.stage", {"instrument": "law", "stage": "signed"}),
    ("law.stage", {"instrument": "law", "stage": "passed", "date": "2026-01-20"}),
    ("law.stage", {"instrument": "bill", "stage": "published_draft"}),
    ("law.provision", {"provision": "peacetime_use", "instrument": "law"}),
    ("callup.limit", {"max_duration": "P2M", "per": "P1Y"}),
    ("callup.limit", {"max_duration": "P6M", "per": "P1Y"}),
    ("headquarters.established", {"jurisdiction": "RU-TOM"}),
    ("headquarters.remit", {"remit": "public_order"}),
    ("official.joined", {"person": "Ivan Primerov", "region": "RU-TOM", "date": "2026-02-01"}),
    ("official.left", {"person": "Ivan Primerov"}),
    ("official.joined", {"count": 7, "organisation": "Example district"}),
    ("recruitment.order", {"requirement": "report", "issuer": "Office A", "frequency": "weekly"}),
    ("recruitment.order", {"requirement": "report", "effective_since": "2026-01-01"}),
    ("recruitment.category", {"category": "debtors"}),
    ("recruitment.category_count", {"count": 22}),
    ("recruitment.metric", {"metric": "signed", "frequency": "weekly"}),
    ("source.verification", {"verified": False, "object": "letter"}),
]
_DAYS = ("2026-01-10", "2026-02-10", "2026-03-10", "2026-04-10")

reports = st.lists(
    st.builds(
        lambda doc, said, marks: claim(f"{doc}", said[0], f"{_DAYS[doc]} {marks}", **said[1]),
        st.integers(0, len(_DAYS) - 1),
        st.sampled_from(_SAID),
        st.sampled_from(["", "", "planned", "proposed", "denied"]),
    ),
    max_size=14,
    unique_by=lambda c: c.id,
)


@settings(max_examples=60, deadline=None)
@given(reports, st.sampled_from(_DAYS), st.sampled_from(_DAYS))
def test_what_was_known_stays_known(said: list[Claim], one: str, two: str) -> None:
    """A later date as known never loses a claim, in any answer."""
    earlier, later = known(said, min(one, two)), known(said, max(one, two))
    assert {i for line in earlier.lines for i in line.support.claims} <= set(later.claims)
    for name, ask in ANSWERS.items():
        assert claims_in(ask(earlier)) <= claims_in(ask(later)), name


@settings(max_examples=60, deadline=None)
@given(reports, reports)
def test_more_claims_remove_nothing(said: list[Claim], more: list[Claim]) -> None:
    """Adding claims never removes a region, a headquarters, a person, or anything that an answer stands on."""
    before, after = model(said), model({c.id: c for c in (*said, *more)}.values())
    for name, ask in ANSWERS.items():
        assert claims_in(ask(before)) <= claims_in(ask(after)), name
    assert {r.code for r in programme.regions(before)} <= {r.code for r in programme.regions(after)}
    places = ({h.jurisdiction for h in programme.headquarters(m)} for m in (before, after))
    people = ({o.person for o in programme.officials(m)} for m in (before, after))
    assert next(places) <= next(places)
    assert next(people) <= next(people)


@settings(max_examples=40, deadline=None)
@given(reports, st.sampled_from([*_DAYS, "2025-06-01", "2027-01-01"]))
def test_a_day_leaves_out_only_what_did_not_hold(said: list[Claim], day: str) -> None:
    """For a day every claim is either in a line, marked yes or unknown, or left out, marked no."""
    held = model(said, held=day)
    inside = {i for line in held.lines for i in line.support.claims}
    outside = {i for line in held.left_out for i in line.support.claims}
    assert inside | outside == {c.id for c in said}
    assert not inside & outside
    assert {line.support.held for line in held.lines} <= {"yes", "unknown"}
    assert all(line.support.held_why for line in (*held.lines, *held.left_out))


@settings(max_examples=40, deadline=None)
@given(reports)
def test_every_answer_stands_on_claims(said: list[Claim]) -> None:
    """No line of any answer is without a claim, and documents ≥ outlets ≥ origins in each."""
    made = model(said)
    for ask in ANSWERS.values():
        for line in lines_in(ask(made)):
            assert line.support.claims
            assert line.support.documents >= line.support.outlets >= len(line.support.origins)


def test_a_line_keeps_what_single_claims_add() -> None:
    """Details that neither ask nor answer stay with the line, each once."""
    said = [claim(d, "unit.formed", "2026-03-01", region="RU-AMU", unit=u) for d, u in (("a", "X"), ("b", "X"))]
    (line,) = model(said).lines
    assert line.details == (("unit", "X"),)
    assert line.get("unit") == "X"
    assert line.get("date") is None


def test_lines_of_a_region_and_of_none() -> None:
    """A region given empty asks for what names no region; none given asks for all."""
    said = [
        claim("a", "training.duration", duration="P3W"),
        claim("a", "training.duration", duration="P2W", region="RU-TOM"),
    ]
    made = model(said)
    assert [len(made.of("training", region=r)) for r in (None, "", "RU-TOM", "RU-AMU")] == [2, 1, 1, 0]


def test_a_finding_without_its_claims_is_a_fault() -> None:
    """A model is never made of findings whose claims are not there."""
    found = findings([claim("a", "training.duration", duration="P3W")])
    with pytest.raises(KeyError):
        programme.model_of(found, {}, vocabulary())
