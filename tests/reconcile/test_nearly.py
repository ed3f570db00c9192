"""The same word in other words, and whole reports relayed: whose word it is, and what was garbled on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.reconcile.made import claim, edge, matter, paper, vocabulary

from musterbook.reconcile.origins.nearly import figures_stand_in, nearly, same_elsewhere
from musterbook.reconcile.slots import Questions
from musterbook.records import Arg, Claim, Quote, Reading

PAY: dict[str, Any] = {"kind": "monthly_pay", "currency": "RUB", "period": "month"}


def placed(claims: list[Claim]) -> list[Claim]:
    """The claims of one document, one after the other."""
    return [replace(c, quote=replace(c.quote, start=at * 1000, end=at * 1000 + 9)) for at, c in enumerate(claims)]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (claim("a", "training.duration", duration="P4W"), claim("b", "training.duration", duration="P28D"), True),
        (claim("a", "training.duration", duration="P4W"), claim("b", "training.duration", duration="P1M"), False),
        (claim("a", "training.duration", duration="P30D"), claim("b", "training.duration", duration="P1M"), True),
        (claim("a", "training.duration", duration="P31D"), claim("b", "training.duration", duration="P1M"), False),
        (claim("a", "unit.strength", count=512), claim("b", "unit.strength", count=512, region="RU-TVE"), True),
        (
            claim("a", "unit.strength", count=512, region="RU-TVE"),
            claim("b", "unit.strength", count=512, region="RU-ORL"),
            False,
        ),
        (claim("a", "unit.strength", count=512), claim("b", "unit.strength", count=500, comparator="about"), True),
        (claim("a", "unit.strength", count=512, comparator="at_most"), claim("b", "unit.strength", count=512), False),
        (claim("a", "unit.strength", count=512), claim("b", "unit.strength", "denied", count=512), False),
        (claim("a", "recruitment.open", region="RU-TVE"), claim("b", "recruitment.open", region="RU-TVE"), False),
    ],
)
def test_one_answer_in_other_words(one: Claim, two: Claim, same: bool) -> None:
    """A measured answer is one in weeks and days, and where one of two leaves out the region; else it is another."""
    assert nearly(one, two, Questions(vocabulary())) is same


def test_a_relay_that_adds_the_region_passes_on_the_same_word() -> None:
    """Who cites an agency for a figure whose region it left out passes on the word of the agency's source."""
    said = [
        claim("a", "recruitment.count", count=431, stage="signed", by=("Ivan Primerov",)),
        claim("b", "recruitment.count", count=431, stage="signed", region="RU-TVE", by=("TASS",)),
    ]
    papers = [paper("a", "TASS"), paper("b", "Kommersant")]
    whole = matter(said, papers, [edge("b", "a", kind="cites")])
    assert {whole.origins.of(c).name for c in said} == {"Ivan Primerov"}


def test_a_whole_report_relayed_is_garbled_where_it_differs() -> None:
    """A channel that tells one report, naming it once, is held against it in what it says otherwise."""
    same: list[tuple[str, dict[str, Any]]] = [
        ("training.duration", {"duration": "P5W"}),
        ("contract.term", {"duration": "P9M"}),
    ]
    same += [("pay.amount", {"amount": 61300, **PAY})]
    source = [claim("a", "unit.strength", count=431, region="RU-TVE"), *(claim("a", t, **a) for t, a in same)]
    relay = [claim("b", "unit.strength", count=4310, region="RU-TVE"), *(claim("b", t, **a) for t, a in same)]
    papers = [paper("a", "Kommersant"), paper("b", "Made-up channel", "channel")]
    link = replace(edge("b", "a", kind="cites"), confidence=0.6)
    whole = matter([*placed(source), *placed(relay)], papers, [link])
    (doubt,) = whole.doubts
    assert (doubt.kind, doubt.roles) == ("garbled", ("count",))
    assert whole.origins.of(placed(relay)[1]).name == "Kommersant"


def test_what_stands_between_relayed_statements_is_relayed() -> None:
    """A figure between two that the cited agency gives is the agency's; one at the end is the newsroom's own."""
    source = [claim("a", "pay.amount", amount=61300, **PAY), claim("a", "eligibility.age", min=19, max=46)]
    source += [claim("a", "contract.term", duration="P9M")]
    relay = [claim("b", "pay.amount", amount=61300, by=("TASS",), **PAY), claim("b", "eligibility.age", min=19, max=64)]
    relay += [claim("b", "contract.term", duration="P9M"), claim("b", "training.duration", told=True, duration="P5W")]
    papers, link = [paper("a", "TASS"), paper("b", "Kommersant")], edge("b", "a", kind="cites")
    (doubt,) = matter([*placed(source), *placed(relay)], papers, [link]).doubts
    assert (doubt.kind, doubt.roles) == ("garbled", ("max",))
    own = [relay[0], relay[2], relay[1]]
    assert not matter([*placed(source), *placed(own)], papers, [link]).doubts


def test_the_pay_of_a_day_told_as_that_of_a_month() -> None:
    """A figure told in another unit is garbled, though the source has other figures in that unit."""
    day: dict[str, Any] = {"kind": "daily_pay", "currency": "RUB", "period": "day"}
    source = [claim("a", "pay.amount", amount=61300, **PAY), claim("a", "pay.amount", amount=1900, **day)]
    rewrite = [claim("b", "pay.amount", amount=61300, **PAY), claim("b", "pay.amount", amount=1900, **PAY)]
    papers = [paper("a", "Kommersant"), paper("b", "Made-up mix", "rewriter")]
    (doubt,) = matter([*placed(source), *placed(rewrite)], papers, [edge("b", "a")]).doubts
    assert (doubt.kind, set(doubt.roles)) == ("garbled", {"kind", "period"})


def test_the_word_of_one_source_is_not_held_against_another() -> None:
    """A digest that passes on what one paper says of a region does not garble another paper's figure."""
    count: dict[str, Any] = {"stage": "required", "region": "RU-TVE"}
    said = [
        claim("a", "recruitment.count", count=1430, stage="required"),
        claim("b", "recruitment.count", count=430, **count),
        claim("c", "recruitment.count", "planned", count=430, by=("Kommersant",), **count),
    ]
    papers = [paper("a", "TASS"), paper("b", "Kommersant"), paper("c", "Made-up brief", "monitor")]
    edges = [edge("b", "a", kind="cites"), edge("c", "b", kind="cites")]
    assert not matter(said, papers, edges).doubts


def test_a_newsroom_that_could_not_verify_garbles_nothing() -> None:
    """What a relay says of its own checking is its own, whatever its source could verify."""
    same: list[tuple[str, dict[str, Any]]] = [
        ("training.duration", {"duration": "P5W"}),
        ("contract.term", {"duration": "P9M"}),
    ]
    same += [("pay.amount", {"amount": 61300, **PAY})]
    source = [claim("a", "source.verification", verified=True), *(claim("a", t, **a) for t, a in same)]
    relay = [claim("b", "source.verification", verified=False), *(claim("b", t, **a) for t, a in same)]
    papers = [paper("a", "TASS"), paper("b", "Kommersant")]
    assert not matter([*placed(source), *placed(relay)], papers, [edge("b", "a", kind="cites")]).doubts


def test_figures_that_stand_in_the_source_are_no_addition() -> None:
    """Digits or counting words of a statement are looked for in the text of its source; without any nothing is said."""
    text = Reading("capture-a", "Three companies, 1 430 people in all, and 77 days.", "en")
    for exact, value, stands in (("1 430 men", 1430, True), ("430 men", 430, False), ("three companies", 3, True)):
        one = Claim("c", "d", "unit.strength", (Arg("count", value, 0, 5),), Quote("r", 0, len(exact), exact))
        assert figures_stand_in(one, text) is stands
    assert not figures_stand_in(claim("b", "assessment", holder="somebody"), text)
    assert not figures_stand_in(claim("b", "unit.strength", count=77), None)


@pytest.mark.parametrize(
    ("own", "same"),
    [
        (claim("b", "duty.assigned", duty="guard_facilities", facility="bridge", region="RU-KO"), True),
        (claim("b", "duty.assigned", duty="guard_facilities", facility="airport", region="RU-KO"), False),
        (claim("b", "duty.assigned", "denied", duty="guard_facilities", facility="bridge"), False),
    ],
)
def test_what_is_said_of_the_same_things_elsewhere(own: Claim, same: bool) -> None:
    """A statement without a figure is its source's where only the region is left out on one side."""
    source = claim("a", "duty.assigned", duty="guard_facilities", facility="bridge")
    assert same_elsewhere(source, own, Questions(vocabulary())) is same
