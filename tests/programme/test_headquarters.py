"""Headquarters that exist, and those that are only proposed."""

from __future__ import annotations

from tests.programme.made import claim, model

from musterbook.programme import headquarters


def test_proposed_is_not_existing() -> None:
    """Those that exist come first; one that a draft proposes names the draft, and its remit is the draft's."""
    said = [
        claim("a", "headquarters.established", "proposed", jurisdiction="regions_under_martial_law"),
        claim("a", "headquarters.established", jurisdiction="RU-TOM"),
        claim("a", "headquarters.remit", "proposed", remit="public_order"),
        claim("a", "law.stage", instrument="bill", stage="published_draft"),
    ]
    existing, proposed = headquarters(model(said))
    assert (existing.name, existing.state, existing.under, existing.remit) == ("Tomsk region", "exists", (), ())
    assert (proposed.name, proposed.state) == ("regions under martial law", "proposed")
    assert [i.kind for i in proposed.under] == ["bill"]
    assert [line.get("remit") for line in proposed.remit] == ["public_order"]
    assert (existing.beside, proposed.beside) == ((), ("RU-TOM",))


def test_only_denied_is_denied() -> None:
    """A headquarters that every report denies is kept, as denied."""
    (entry,) = headquarters(model([claim("a", "headquarters.established", "denied", jurisdiction="RU-TOM")]))
    assert entry.state == "denied"


def test_since_when() -> None:
    """The day from which it exists is the one that a report gives."""
    (entry,) = headquarters(model([claim("a", "headquarters.established", jurisdiction="RU-TOM", date="2026-02-01")]))
    assert (entry.since, entry.until) == ("2026-02-01", "")
