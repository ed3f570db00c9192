"""A claim's id, its arguments and its interchange form."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.records import Arg, Claim, Quote

TEXT = "The unit in Omsk Region will be formed by 1 May."
CLAIM = Claim(
    capture_id="capture-00000000000000000000",
    doc="made-up.txt",
    type="unit.formed",
    args=(Arg("region", "RU-OMS", 12, 23), Arg("date", "2026-05-01", 42, 47)),
    quote=Quote("reading-00000000000000000000", 0, 47, TEXT[:47]),
    status="planned",
    attribution=("Primer", "Omsk regional government"),
    published="2026-03-02",
)


@pytest.mark.parametrize(
    "change",
    [
        {"capture_id": "capture-11111111111111111111"},
        {"programme": "bonuses"},
        {"type": "recruitment.open"},
        {"args": (Arg("region", "RU-TOM", 12, 23),)},
        {"args": CLAIM.args[::-1]},
        {"quote": Quote("reading-00000000000000000000", 0, 46, TEXT[:46])},
        {"polarity": "denied"},
        {"status": "actual"},
        {"attribution": ("Primer",)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_another_statement_has_another_id(change: dict[str, object]) -> None:
    """Each part of the statement is part of its id."""
    assert replace(CLAIM, **change).id != CLAIM.id  # type: ignore[arg-type]


@pytest.mark.parametrize("change", [{"doc": "renamed.txt"}, {"published": ""}, {"language": "ru"}, {"told_to": True}])
def test_what_is_known_about_the_document_is_not_in_the_id(change: dict[str, object]) -> None:
    """A renamed file or a date learnt later leaves the claim what it was."""
    assert replace(CLAIM, **change).id == CLAIM.id  # type: ignore[arg-type]


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_ids_tell_values_apart(a: int, b: int) -> None:
    """Two counts share an id only where they are one count."""
    one, two = (replace(CLAIM, type="recruitment.count", args=(Arg("count", n, 0, 3),)) for n in (a, b))
    assert (one.id == two.id) == (a == b)


def test_an_argument_that_the_text_does_not_give_is_none() -> None:
    """Absent stays absent."""
    assert CLAIM.get("region") == "RU-OMS"
    assert CLAIM.get("unit") is None


def test_false_and_zero_are_values() -> None:
    """A value that is false or nought is not taken for an absent one."""
    claim = replace(CLAIM, type="source.verification", args=(Arg("verified", False), Arg("count", 0)))
    assert claim.get("verified") is False
    assert claim.get("count") == 0


def test_interchange_is_json_and_keeps_every_field_of_the_guide() -> None:
    """The interchange form survives JSON and holds exactly the fields of the guide."""
    form = json.loads(json.dumps(CLAIM.interchange(), ensure_ascii=False))
    assert form == {
        "doc": "made-up.txt",
        "type": "unit.formed",
        "args": {"region": "RU-OMS", "date": "2026-05-01"},
        "polarity": "affirmed",
        "status": "planned",
        "hedged": False,
        "attribution": ["Primer", "Omsk regional government"],
        "quote": {"exact": TEXT[:47], "start": 0, "end": 47},
    }


def test_a_claim_cannot_be_built_without_a_quote() -> None:
    """No quote, no claim."""
    with pytest.raises(TypeError, match="quote"):
        Claim("capture-1", "made-up.txt", "unit.formed", ())  # type: ignore[call-arg]


def test_a_claim_cannot_be_changed() -> None:
    """Nothing is overwritten."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        CLAIM.type = "unit.action"  # type: ignore[misc]
