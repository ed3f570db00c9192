"""Doubts: what a rewrite adds, what a document says against itself, what is put into a mouth."""

from __future__ import annotations

from dataclasses import replace

from tests.reconcile.made import claim, edge, matter, paper, vocabulary

from musterbook.reconcile.doubts.comparisons import contradictions
from musterbook.records import Claim, Quote, Reading

PAY = {"kind": "monthly_pay", "currency": "RUB", "period": "month"}


def quoted(one: Claim, exact: str) -> Claim:
    """The claim with other words."""
    return replace(one, quote=Quote(one.quote.reading_id, 0, len(exact), exact))


def test_high_where_the_figures_are_lower() -> None:
    """Pay that is called high in the region with the lower figure contradicts its own document."""
    told = [claim("a", "pay.amount", amount=n, region=r, **PAY) for n, r in ((90000, "RU-BEL"), (50000, "RU-BRY"))]
    for words, found in (("unusually high wages in Bryansk Oblast", 1), ("unusually low wages in Bryansk Oblast", 0)):
        said = quoted(claim("a", "assessment", holder="Ivan Primerov"), words)
        doubts = [d for d in matter([*told, said]).doubts if d.kind == "contradiction"]
        assert len(doubts) == found
        assert all(set(d.against) == {c.id for c in told} for d in doubts)


def test_an_invented_expansion_comes_out() -> None:
    """What nobody else says a name stands for, in a document that passes on others' words, is unsupported."""
    said = [
        claim("a", "recruitment.open", region="RU-KGD", by=("Ivan Primerov",)),
        claim("a", "name.expansion", acronym="BARS", expansion="Border Armoured Rapid Squad"),
    ]
    (doubt,) = matter(said, [paper("a")]).doubts
    assert (doubt.kind, doubt.claim) == ("unsupported", said[1].id)
    assert "Country's Army Combat Reserve" in doubt.reason


def test_a_newsrooms_own_report_is_not_unsupported() -> None:
    """An outlet that relays a story and adds its own reporting adds nothing unsupported."""
    said = [
        claim("a", "training.duration", duration="P3W"),
        claim("b", "training.duration", duration="P3W", by=("Kommersant",)),
        claim("b", "contract.term", duration="P6M", by=("Ivan Primerov",), told=True),
        claim("b", "programme.launched", date="2024"),
    ]
    papers = [paper("a", "Kommersant"), paper("b", "Vedomosti")]
    whole = matter(said, papers, [edge("b", "a", kind="cites")])
    assert whole.doubts == ()
    assert [whole.origins.of(c).name for c in said] == ["Kommersant", "Kommersant", "Vedomosti", "Vedomosti"]


def test_a_draft_told_as_law_is_garbled() -> None:
    """A rewrite that tells a draft's provision as a fact is found, with both quotes."""
    said = [
        claim("a", "callup.limit", "proposed", max_duration="P2M", per="P1Y"),
        claim("b", "callup.limit", max_duration="P2M", per="P1Y"),
    ]
    papers = [paper("a", "Kommersant"), paper("b", "Made-up mix", "rewriter")]
    (doubt,) = matter(said, papers, [edge("b", "a")]).doubts
    assert (doubt.kind, doubt.roles, doubt.against) == ("garbled", ("status",), (said[0].id,))


def test_a_relay_of_a_relay_is_one_origin() -> None:
    """Who cites a paper that cites another passes on the other's word."""
    said = [
        claim("a", "training.duration", duration="P3W"),
        claim("b", "training.duration", duration="P3W", by=("Kommersant",)),
        claim("c", "training.duration", duration="P3W", by=("TASS",)),
    ]
    papers = [paper("a", "Kommersant"), paper("b", "TASS"), paper("c", "Lenta.ru")]
    edges = [edge("b", "a", kind="cites"), edge("c", "b", kind="cites")]
    assert {matter(said, papers, edges).origins.of(c).name for c in said} == {"Kommersant"}


def test_a_sentence_that_is_no_claim_may_contradict_the_figures() -> None:
    """What calls the lower pay high is found in the text as well, and shown with its own words."""
    text = "Signing up pays 70,000 there. It pays 30,000 here. The rather high payouts in Bryansk Oblast draw people."
    pay = {"kind": "monthly_pay", "currency": "RUB", "period": "month"}
    said = [
        claim("a", "pay.amount", amount=70000, region="RU-BEL", **pay),
        claim("a", "pay.amount", amount=30000, region="RU-BRY", **pay),
    ]
    said = [replace(c, quote=replace(c.quote, start=at, end=at + 9)) for c, at in zip(said, (12, 33), strict=True)]
    reading = Reading("capture-a", text, "en", sentences=((0, 29), (30, 50), (51, len(text))))
    (doubt,) = contradictions(said, vocabulary(), {"capture-a": reading}.get)
    assert (doubt.kind, doubt.words, doubt.start) == ("contradiction", text[51:], 51)
    assert set(doubt.against) == {c.id for c in said}
