"""The law: instruments kept apart, drafts never law, versions of rules."""

from __future__ import annotations

from tests.programme.made import at, claim, model

from musterbook.programme import instruments, rules
from musterbook.programme.law import statutes

SIGNED = {"instrument": "law", "stage": "signed"}


def test_stages_of_one_instrument_come_together() -> None:
    """Reports that share the day or the signer of a stage speak of one law; its stages stand earliest first."""
    said = [
        claim("a", "law.stage", **SIGNED, date="2026-02-04", actor="Ivan Primerov"),
        claim("b", "law.stage", **SIGNED, date="2026-02"),
        claim("c", "law.stage", **SIGNED, actor="Ivan Primerov"),
        claim("c", "law.stage", instrument="law", stage="passed", date="2026-01-20"),
    ]
    (law,) = instruments(model(said))
    assert [s.stage for s in law.stages] == ["passed", "signed", "signed", "signed"]
    assert (law.reached, law.adopted) == ("signed", True)
    assert law.documents == ("capture-a", "capture-b", "capture-c")


def test_one_kind_is_not_one_instrument() -> None:
    """Two decrees on two days are two, and a decree of which nothing is known joins neither."""
    said = [
        claim("a", "law.stage", instrument="decree", stage="signed", date="2026-02-04"),
        claim("b", "law.stage", instrument="decree", stage="signed", date="2026-03-04"),
        claim("c", "law.stage", instrument="decree", stage="signed"),
    ]
    assert len(instruments(model(said))) == 3


def test_two_candidates_are_no_match() -> None:
    """A signature that may belong to either of two laws of one signer is left by itself."""
    said = [
        claim("a", "law.stage", **SIGNED, date="2026-02-04", actor="Ivan Primerov"),
        claim("b", "law.stage", **SIGNED, date="2026-03-04", actor="Ivan Primerov"),
        claim("c", "law.stage", **SIGNED, actor="Ivan Primerov"),
    ]
    assert sorted(len(i.stages) for i in instruments(model(said))) == [1, 1, 1]


def test_titles_keep_bills_apart() -> None:
    """Two titles are two bills, even in one document."""
    said = [
        claim("a", "law.stage", instrument="bill", stage="introduced", title="On One"),
        claim("a", "law.stage", instrument="bill", stage="introduced", title="On Another"),
    ]
    assert [i.title for i in instruments(model(said))] == ["On Another", "On One"]


def test_a_signature_before_the_draft_is_another_instrument() -> None:
    """A decree that was signed before a draft decree appeared is not what the draft became."""
    said = [
        claim("a", "law.stage", instrument="decree", stage="signed", date="2026-02-04"),
        claim("a", "law.stage", instrument="decree", stage="published_draft", date="2026-02-07"),
    ]
    assert sorted(i.adopted for i in instruments(model(said))) == [False, True]


def test_a_draft_is_never_law() -> None:
    """Drafted, introduced, passed, approved by a government: a bill is adopted by none of these, nor by a plan."""
    for stage in ("drafted", "published_draft", "introduced", "first_reading", "passed", "approved"):
        (entry,) = instruments(model([claim("a", "law.stage", instrument="bill", stage=stage)]))
        assert not entry.adopted, stage
    (planned,) = instruments(model([claim("a", "law.stage", "planned", **SIGNED)]))
    assert (planned.adopted, planned.reached) == (False, "")
    (denied,) = instruments(model([claim("a", "law.stage", "denied", **SIGNED)]))
    assert not denied.adopted


def test_provisions_stand_under_their_instrument() -> None:
    """What a law provides stands under the law of its document; what names no instrument is not lost."""
    said = [
        claim("a", "law.stage", **SIGNED),
        claim("a", "law.provision", provision="peacetime_use", instrument="law"),
        claim("b", "law.provision", provision="facility_list"),
    ]
    entries = instruments(model(said))
    assert {(i.kind, tuple(p.get("provision") for p in i.provisions)) for i in entries} == {
        ("law", ("peacetime_use",)),
        ("", ("facility_list",)),
    }


def test_versions_of_a_rule_in_their_time() -> None:
    """Two months until June, six after: each version holds on its days, and a draft on none."""
    said = [
        claim("a", "callup.limit", "2026-01-10", max_duration="P2M", per="P1Y"),
        claim("b", "callup.limit", "2026-03-10", max_duration="P2M", per="P1Y"),
        claim("c", "callup.limit", "proposed 2026-02-10", max_duration="P6M", per="P1Y"),
    ]
    (rule,) = rules(model(said, held="2026-02-20"))
    assert [(v.line.get("max_duration"), v.force, v.holds) for v in rule.versions] == [
        ("P2M", "reported", "yes"),
        ("P6M", "draft", "no"),
    ]
    (later,) = rules(model(said, held="2026-12-01"))
    assert [v.holds for v in later.versions] == ["unknown", "no"]


def test_a_draft_alone_is_called_one() -> None:
    """On a day on which only a draft is known, the answer says so, with the kind of the draft."""
    said = [
        claim("a", "callup.limit", "proposed 2026-02-10", max_duration="P6M", per="P1Y"),
        claim("a", "law.stage", "2026-02-10", instrument="decree", stage="published_draft"),
    ]
    (version,) = rules(model(said, held="2026-03-01"))[0].versions
    assert (version.force, version.holds, version.under) == ("draft", "unknown", ("decree",))
    assert "no report says" in version.why


def test_the_nearest_instrument_of_the_document_counts() -> None:
    """Of two drafts in one document the nearer is named; a contract's word stands under none."""
    limit = at(claim("a", "callup.limit", "proposed", max_duration="P6M", per="P1Y"), 1000)
    said = [
        limit,
        at(claim("a", "law.stage", instrument="bill", stage="introduced"), 100),
        at(claim("a", "law.stage", instrument="decree", stage="published_draft"), 900),
        at(claim("a", "callup.place", "proposed", limit="home_region", instrument="contract"), 950),
    ]
    made = model(said)
    by_type = {line.type: [i.kind for i in statutes(made).under(made, line)] for line in made.lines}
    assert (by_type["callup.limit"], by_type["callup.place"]) == (["decree"], [])


def test_what_is_so_stands_under_what_is_adopted_near_by() -> None:
    """A fact is tied to an adopted instrument only where both are told in the same breath."""
    near = [at(claim("a", "training.duration", duration="P3W"), 300), at(claim("a", "law.stage", **SIGNED), 100)]
    far = [at(claim("b", "training.duration", duration="P3W"), 3000), at(claim("b", "law.stage", **SIGNED), 100)]
    for said, kinds in ((near, ("law",)), (far, ())):
        assert rules(model(said))[0].versions[0].under == kinds
