"""The claim types of the programmes."""

from __future__ import annotations

from musterbook.vocabulary import load

_KEYS = {
    "programme.regions": "count comparator",
    "programme.launched": "",
    "name.expansion": "acronym expansion",
    "unit.formed": "region",
    "unit.strength": "region change count",
    "unit.action": "action",
    "recruitment.open": "region",
    "recruitment.count": "count",
    "recruitment.order": "requirement",
    "recruitment.category": "category",
    "recruitment.category_count": "count",
    "recruitment.metric": "metric",
    "recruitment.voluntary": "",
    "pay.amount": "kind amount currency",
    "pay.clawback": "trigger",
    "benefit.granted": "kind",
    "contract.term": "duration",
    "eligibility.age": "min max",
    "eligibility.criterion": "criterion effect",
    "training.duration": "duration",
    "callup.limit": "max_duration",
    "callup.place": "limit",
    "deployment.area": "area",
    "duty.assigned": "duty region facility",
    "official.joined": "person count organisation",
    "official.left": "person",
    "law.stage": "instrument stage",
    "law.provision": "provision",
    "headquarters.established": "jurisdiction",
    "headquarters.remit": "remit",
    "source.verification": "verified",
    "assessment": "holder",
}


def test_the_types_have_the_keys_of_the_guide() -> None:
    """Every type of the claims guide is there, and the arguments that make it the same claim are its keys."""
    types = load("bars").types
    assert {name: {a.role for a in t.args if a.key} for name, t in types.items()} == {
        name: set(keys.split()) for name, keys in _KEYS.items()
    }


def test_conditions_of_service_take_the_region_that_the_passage_speaks_of() -> None:
    """What a passage says of one region's unit is said of that region, age limits too."""
    types = load("bars").types
    conditions = ("eligibility.age", "eligibility.criterion", "contract.term", "training.duration", "callup.limit")
    for name in ("unit.formed", *conditions):
        region = types[name].arg("region")
        assert region is not None
        assert region.fill == ("clause", "sentence", "passage")


def test_the_second_programme_has_types_of_its_own() -> None:
    """Sign-on bonuses share regions and outlets with the first programme and no claim type."""
    bars, signon = load("bars"), load("signon")
    assert not set(bars.types) & set(signon.types)
    assert ("region", "RU-TA") in signon.entries
    assert ("unit", "BARS-Kursk") not in signon.entries
    assert {p.language for p in signon.patterns} == {"en", "ru"}
    assert {p.type for p in signon.patterns} == set(signon.types)


def test_no_more_than_there_are() -> None:
    """A number of regions can be no higher than how many regions the vocabulary has."""
    vocabulary = load("bars")
    count = vocabulary.types["programme.regions"].arg("count")
    assert count is not None
    assert count.most == sum(kind == "region" for kind, _ in vocabulary.entries) > 80
