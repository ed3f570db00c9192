"""Garblings between statements: what was changed, and what only looks so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reconcile.made import claim, edge, matter, paper, press, vocabulary

from musterbook.reconcile.doubts.altered import Kinship, altered, other_name, reason_of, redated, stands
from musterbook.reconcile.doubts.garbled import titles_of
from musterbook.reconcile.slots import Questions
from musterbook.records import Arg, Claim, Doubt, Edge, Quote

PAY = {"kind": "monthly_pay", "currency": "RUB", "period": "month", "region": "RU-PSK"}
COUNT = {"comparator": "exactly", "stage": "signed"}
DAILY = {**PAY, "kind": "daily_pay", "period": "day"}
LIMIT, LAW, DUTY, HEAD = "callup.limit", "law.stage", "duty.assigned", "headquarters.established"


def said(type_: str, status: str = "", language: str = "en", **args: object) -> Claim:
    """A statement in some language."""
    return replace(claim("a", type_, status, **args), language=language)  # type: ignore[arg-type]


CHANGED = [
    ("region", said("unit.formed", region="RU-PSK"), said("unit.formed", region="RU-PER"), ("region",)),
    ("number", said("pay.amount", amount=38400, **PAY), said("pay.amount", amount=83400, **PAY), ("amount",)),
    (
        "number",
        said("recruitment.count", count=208, **COUNT),
        said("recruitment.count", count=280, **COUNT),
        ("count",),
    ),
    (
        "number",
        said("recruitment.count", count=208, comparator="exactly", stage="applied"),
        said("recruitment.count", count=208, **COUNT),
        ("stage",),
    ),
    (
        "number",
        said(LIMIT, max_duration="P3M", per="P1Y"),
        said(LIMIT, max_duration="P13M", per="P1Y"),
        ("max_duration",),
    ),
    ("period", said("pay.amount", amount=1900, **DAILY), said("pay.amount", amount=1900, **PAY), ("kind", "period")),
    (
        "unit",
        said("pay.amount", amount=38400, **PAY),
        said("pay.amount", amount=38400, **{**PAY, "currency": "USD"}),
        ("currency",),
    ),
    ("status", said(LIMIT, "proposed", max_duration="P3M"), said(LIMIT, max_duration="P3M"), ("status",)),
    ("status", said("unit.formed", "planned", region="RU-PSK"), said("unit.formed", region="RU-PSK"), ("status",)),
    (
        "instrument",
        said(LAW, instrument="decree", stage="signed"),
        said(LAW, instrument="law", stage="signed"),
        ("instrument",),
    ),
    (
        "stage",
        said(LAW, instrument="decree", stage="published_draft"),
        said(LAW, instrument="decree", stage="approved"),
        ("stage",),
    ),
    (
        "bound",
        said("unit.strength", region="RU-PSK", count=90, comparator="at_most"),
        said("unit.strength", region="RU-PSK", count=90, comparator="exactly"),
        ("comparator",),
    ),
    (
        "expansion",
        said("name.expansion", acronym="BARS", expansion="Border Army Reserve Service"),
        said("name.expansion", acronym="BARS", expansion="Brave Armed Rifle Squad"),
        ("expansion",),
    ),
]


@pytest.mark.parametrize(("kind", "source", "later", "roles"), CHANGED)
def test_each_kind_of_change_is_found(kind: str, source: Claim, later: Claim, roles: tuple[str, ...]) -> None:
    """One member of a closed list, one figure or one status put for another, all else alike, is a garbling."""
    assert altered(source, later, Questions(vocabulary()), Kinship()) == roles, kind
    assert altered(later, later, Questions(vocabulary()), Kinship()) == ()


NOT_CHANGED = [
    (
        "two figures of two things",
        "recruitment.count",
        {"count": 208, **COUNT},
        {"count": 90, **COUNT, "stage": "applied"},
    ),
    ("a part of the whole", "recruitment.count", {"count": 208, **COUNT}, {"count": 31, "region": "RU-PSK", **COUNT}),
    ("rounded", "recruitment.count", {"count": 208, **COUNT}, {"count": 200, "stage": "signed", "comparator": "about"}),
    (
        "a looser bound",
        "recruitment.count",
        {"count": 208, **COUNT},
        {"count": 200, "stage": "signed", "comparator": "at_least"},
    ),
    (
        "who signed is in it",
        "recruitment.count",
        {"count": 208, **COUNT},
        {"count": 208, **COUNT, "stage": "in_reserve"},
    ),
    (
        "less exact",
        DUTY,
        {"duty": "guard_facilities", "facility": "oil_refinery"},
        {"duty": "guard_facilities", "facility": "energy"},
    ),
    ("days in weeks", "training.duration", {"duration": "P41D"}, {"duration": "P6W"}),
    ("days in months", "training.duration", {"duration": "P41D"}, {"duration": "P1M15D"}),
    (
        "one body in English",
        "official.joined",
        {"organisation": "правительство региона (regional government)", "count": 2},
        {"organisation": "областное правительство (regional government)", "count": 2},
    ),
    ("another duty", DUTY, {"duty": "guard_facilities"}, {"duty": "counter_drone"}),
    ("another kind of pay", "pay.amount", {"amount": 9, **PAY}, {"amount": 9, **PAY, "kind": "regional_supplement"}),
    ("another measure", "recruitment.metric", {"metric": "agreed"}, {"metric": "approached"}),
    ("another's judgement", "assessment", {"holder": "lawyers"}, {"holder": "analysts"}),
    ("a longer date", "programme.launched", {"date": "2024"}, {"date": "2024-08"}),
    ("a region, and more", "unit.strength", {"region": "RU-PSK", "count": 9}, {"region": "RU-PER", "count": 4}),
]


@pytest.mark.parametrize(("was", "now"), [("P41D", "P2M"), ("P6W", "P45D"), ("P41D", "P60D")])
def test_another_length_is_no_rounded_one(was: str, now: str) -> None:
    """In longer units only a little may be gained, in shorter ones nothing."""
    told = (said("training.duration", duration=d) for d in (was, now))
    assert altered(*told, Questions(vocabulary()), Kinship()) == ("duration",)


@pytest.mark.parametrize(("why", "type_", "was", "now"), NOT_CHANGED)
def test_what_is_no_garbling(why: str, type_: str, was: dict[str, object], now: dict[str, object]) -> None:
    """What is named more or less exactly, rounded, or said of something else is another statement, not a garbling."""
    assert altered(said(type_, **was), said(type_, **now), Questions(vocabulary()), Kinship()) == (), why


def test_inflected_names_are_one_name() -> None:
    """An expansion in another case is the same; in other words it is another."""
    forms = ["Примерного резервного отряда края", "Примерный резервный отряд края", "Приморский резервный корпус края"]
    one, two, other = (said("name.expansion", language="ru", acronym="ПРОК", expansion=f) for f in forms)
    assert altered(one, two, Questions(vocabulary()), Kinship()) == ()
    assert altered(one, other, Questions(vocabulary()), Kinship()) == ("expansion",)


def test_what_counts_depends_on_how_the_documents_stand() -> None:
    """A plan told as done counts in what is derived, of what happens on a day or is worded alike; editions know."""
    questions = Questions(vocabulary())
    plan, fact = said(DUTY, "planned", duty="checkpoints"), said(DUTY, duty="checkpoints")
    assert altered(plan, fact, questions, Kinship()) == ()
    assert altered(plan, fact, questions, Kinship(worded=True)) == ("status",)
    assert altered(plan, fact, questions, Kinship(worded=True, one_newsroom=True)) == ()
    draft, law = said(LIMIT, "proposed", max_duration="P3M"), said(LIMIT, max_duration="P3M")
    assert altered(draft, law, questions, Kinship(derived=False)) == ()
    there, here = said(HEAD, jurisdiction="regions_under_martial_law"), said(HEAD, jurisdiction="regions_in_emergency")
    assert altered(there, here, questions, Kinship()) == ()
    assert altered(there, here, questions, Kinship(only=True)) == ("jurisdiction",)
    decree, resolution = (
        said(LAW, language=ln, instrument=i, stage="signed") for ln, i in (("en", "decree"), ("ru", "resolution"))
    )
    assert altered(decree, resolution, questions, Kinship()) == ()


def test_a_bound_in_other_words_is_kept() -> None:
    """An upper bound whose words stand in the quote has not become exact, whatever was read."""
    most, plain = (said("unit.strength", region="RU-PSK", count=90, comparator=c) for c in ("at_most", "exactly"))
    worded = replace(plain, quote=replace(plain.quote, exact="could grow to as many as 90 people"))
    assert altered(most, plain, Questions(vocabulary()), Kinship()) == ("comparator",)
    assert altered(most, worded, Questions(vocabulary()), Kinship()) == ()


def test_another_year_of_the_same_thing() -> None:
    """What happened on a day is garbled where both texts give its year themselves, and not the same."""
    questions = Questions(vocabulary())

    def formed(date: str, start: int = 3) -> Claim:
        args = (Arg("region", "RU-PSK"), Arg("date", date, start, start + 4))
        return replace(said("unit.formed"), args=args, quote=Quote("reading", 0, 8, f"in {date}"))

    assert redated(formed("2031"), formed("2029"), questions)
    assert not redated(formed("2031"), formed("2031-05"), questions)
    assert not redated(formed("2031"), formed("2029", -1), questions)


def test_only_known_titles_and_offices_are_renamed() -> None:
    """A known title for another is; what only says more, and words that are no title, are not."""
    titles = titles_of(vocabulary())
    assert other_name("governor", "mayor", press(), titles)
    assert other_name("minister", "deputy minister", press(), titles)
    assert not other_name("minister", "health minister", press(), titles)
    assert not other_name("district head", "somebody went further", press(), titles)
    assert other_name("General Staff", "State Duma", press(), titles)


def test_a_source_that_only_rounds_stands() -> None:
    """A source's figure that agrees with a rounded one is what was meant, whatever else it counts."""
    questions = Questions(vocabulary())
    rounded = said("recruitment.count", count=200, stage="signed", comparator="about")
    assert stands(said("recruitment.count", count=208, **COUNT), rounded, questions)
    assert not stands(said("recruitment.count", count=408, **COUNT), rounded, questions)


def garblings(claims: list[Claim], edges: list[Edge], kinds: dict[str, str]) -> list[Doubt]:
    """The garblings of documents of made-up outlets of some kind; Kommersant is outlet ``a``."""
    papers = [paper("a", "Kommersant")]
    papers += [paper(d, f"Made-up {d}", kind) for d, kind in kinds.items()]
    return [d for d in matter(claims, papers, edges).doubts if d.kind == "garbled"]


def test_what_both_documents_say_is_a_list() -> None:
    """The number of some regions beside that of all is not held against the number of all."""
    every = [claim(d, "programme.regions", count=30, comparator="at_least") for d in "ab"]
    some = claim("b", "programme.regions", count=4, comparator="exactly")
    assert garblings([*every, some], [edge("b", "a")], {"b": "rewriter"}) == []
    (doubt,) = garblings([every[0], some], [edge("b", "a")], {"b": "rewriter"})
    assert doubt.roles == ("count",)


def test_what_a_chain_only_cites_must_be_attributed() -> None:
    """A copy of a newsroom's own table, which cites a report at one place, is not held against that report."""
    plan = claim("a", "unit.formed", "planned", region="RU-PSK")
    told = claim("b", "unit.formed", region="RU-PSK")
    copy = claim("c", "unit.formed", region="RU-PSK")
    kinds = {"b": "newspaper", "c": "rewriter"}
    assert garblings([plan, told, copy], [edge("c", "b"), edge("b", "a", kind="cites")], kinds) == []


def test_a_report_told_again_is_held_against_it() -> None:
    """Where nobody reports and one source is named, what stands unattributed among its statements is from there."""

    def told(doc: str, limit: str, by: tuple[str, ...] = ()) -> list[Claim]:
        return [
            claim(doc, "programme.regions", count=30, by=by),
            claim(doc, "unit.formed", region="RU-PSK"),
            claim(doc, LIMIT, max_duration=limit, per="P1Y"),
        ]

    claims = [*told("a", "P3M"), *told("b", "P13M", ("Kommersant",))]
    (doubt,) = garblings(claims, [edge("b", "a", kind="cites")], {"b": "unknown"})
    assert doubt.roles == ("max_duration",)
    assert garblings(claims, [edge("b", "a", kind="cites")], {"b": "newspaper"}) == []
    other = claim("b", "training.duration", duration="P2W", by=("TASS",))
    assert garblings([*claims, other], [edge("b", "a", kind="cites")], {"b": "unknown"}) == []


def test_a_region_is_held_against_the_one_beside_the_same_neighbour() -> None:
    """Of two regions of a list that could be meant, it is the one that the same words name with the same other."""

    def listed(doc: str, *regions: str) -> list[Claim]:
        quote = Quote(f"reading-{doc}", 0, 30, f"units in {regions}")
        return [replace(claim(doc, "unit.formed", region=r), quote=quote) for r in regions]

    near, far = listed("a", "RU-TA", "RU-BA"), [claim("a", "unit.formed", region="RU-PSK")]
    (doubt,) = garblings([*near, *far, *listed("b", "RU-TA", "RU-BU")], [edge("b", "a")], {"b": "rewriter"})
    assert doubt.against == (near[1].id,)


def test_a_later_level_is_no_garbling_of_an_older_report() -> None:
    """A count that grew since the cited report may be its source's later word; one that is told at once may not."""

    def told(doc: str, count: int, published: str, by: tuple[str, ...] = ()) -> Claim:
        return claim(doc, "recruitment.count", published, count=count, by=by, **COUNT)

    first, edges, kinds = told("a", 208, "2031-03-02"), [edge("b", "a", kind="cites")], {"b": "newspaper"}
    assert garblings([first, told("b", 280, "2031-03-20", ("Kommersant",))], edges, kinds) == []
    assert len(garblings([first, told("b", 280, "2031-03-03", ("Kommersant",))], edges, kinds)) == 1
    assert len(garblings([first, told("b", 180, "2031-03-20", ("Kommersant",))], edges, kinds)) == 1


def test_a_report_with_one_source_goes_on_telling_it() -> None:
    """Of a report that attributes to one source alone, what is unattributed is held against it too."""
    claims = [
        claim("a", "training.duration", duration="P3W"),
        claim("a", LIMIT, max_duration="P3M", per="P1Y"),
        claim("b", "training.duration", duration="P3W", by=("Kommersant",)),
        claim("b", "contract.term", duration="P2Y", by=("Kommersant",)),
        claim("b", LIMIT, max_duration="P13M", per="P1Y"),
    ]
    cites = [edge("b", "a", kind="cites")]
    (doubt,) = garblings(claims, cites, {"b": "newspaper"})
    assert doubt.roles == ("max_duration",)
    own = claim("b", "contract.term", duration="P1Y", by=("Ivan Primerov",), told=True)
    assert garblings([*claims, own], cites, {"b": "newspaper"}) == []


def test_what_has_become_what_is_told_in_words() -> None:
    """Reasons give regions by their names and durations, roles and numbers as people write them."""
    was = said(LIMIT, "proposed", max_duration="P6M", region="RU-BA", count=12000)
    now = said(LIMIT, max_duration="P16M", region="RU-BU", count=120000)
    told = reason_of(was, now, ("max_duration", "region", "count", "status"), Questions(vocabulary()))
    assert told == (
        "max duration 6 months has become 16 months; region Bashkortostan has become Buryatia; "
        "count 12,000 has become 120,000; status proposed has become actual"
    )
