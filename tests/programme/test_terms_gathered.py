"""Terms of a book: from lines of the model to answers that end in quotes."""

from __future__ import annotations

import dataclasses

from tests.programme.made import claim, model

from musterbook.programme import Model
from musterbook.programme.terms import Answer, Sheet, Term, compute, read_service, terms_of
from musterbook.records import Claim

PAY = {"kind": "monthly_pay", "currency": "RUB", "period": "month"}


def gathered(*claims: Claim) -> tuple[Term, ...]:
    """The terms of a model made of some claims."""
    made: Model = model(claims)
    return terms_of(made.lines, made.claims, lambda name: name == "Example Gazette")


def quoting(said: Claim, exact: str) -> Claim:
    """The same claim with other words."""
    return dataclasses.replace(said, quote=dataclasses.replace(said.quote, end=len(exact), exact=exact))


def one(question: str, terms: tuple[Term, ...], **told: object) -> Answer:
    """One answer."""
    return compute(Sheet(terms), read_service(told), None, (question,))[0]


def test_a_term_keeps_its_claim_and_its_words() -> None:
    """Every term leads to its claims and their quotes; an answer's ends are driven by them."""
    said = claim("a", "pay.amount", region="RU-BRY", amount=40000, **PAY)
    (term,) = gathered(said)
    assert (term.region, term.get("amount"), term.grounds[0].claim) == ("RU-BRY", 40000, said.id)
    assert term.grounds[0].words == said.quote.exact
    got = one("owed", (term,), region="RU-BRY", signed="2026-03-01", left="2026-03-31")
    assert got.text == "40,000.00 RUB"
    assert got.plain()["to_by"][0]["quotes"][0]["claim"] == said.id


def test_rivals_become_terms_side_by_side() -> None:
    """Two outlets with two sums are two terms, and both drive an end."""
    terms = gathered(
        claim("a", "pay.amount", amount=40000, **PAY),
        claim("b", "pay.amount", amount=60000, **PAY),
    )
    got = one("owed", terms, signed="2026-03-01", left="2026-03-31")
    assert (got.state, got.text) == ("contested", "from 40,000.00 to 60,000.00 RUB")


def test_details_of_single_claims_keep_them_apart() -> None:
    """Sums with one value and two payers are two terms, and their payments add up."""
    bonus = {"kind": "signing_bonus", "amount": 100000, "currency": "RUB", "period": "one_time"}
    terms = gathered(
        claim("a", "pay.amount", **bonus, payer="ministry"), claim("b", "pay.amount", **bonus, payer="region")
    )
    assert [t.get("payer") for t in terms] == ["ministry", "region"]
    got = one("owed", terms, signed="2026-03-01", left="2026-03-31")
    assert got.reach is not None
    assert got.reach.low == 200000


def test_a_distance_from_the_border_is_read_from_the_words() -> None:
    """A supplement whose quote ties it to kilometres from the border is held against the distance told."""
    extra = {"kind": "regional_supplement", "amount": 30000, "currency": "RUB", "period": "month"}
    for words in ("within 20 km of the border", "в 20-километровой зоне у границы", "not far from the border: 20 km"):
        (term,) = gathered(quoting(claim("a", "pay.amount", **extra), words))
        assert term.get("within_km") == 20, words
    (term,) = gathered(quoting(claim("a", "pay.amount", **extra), "the road is 20 km long"))
    assert term.get("within_km") is None


def test_who_says_where_people_are_sent() -> None:
    """What an office says of a place is the officials' layer; what an outlet says by itself is not."""
    office = gathered(claim("a", "deployment.area", "denied", by=("Example Office",), area="abroad"))
    outlet = gathered(claim("a", "deployment.area", "denied", by=("Example Gazette",), area="abroad"))
    assert [y.state for y in one("where", office).layers] == ["silent", "silent", "said"]
    assert [y.name for y in one("where", outlet).layers if y.state != "silent"] == ["by whom is not said"]


def test_a_draft_in_the_book_is_a_draft_in_the_answer() -> None:
    """What a report tells of a draft is not counted as a rule that holds."""
    terms = gathered(claim("a", "callup.limit", "proposed", max_duration="P6M", per="P1Y"))
    got = one("days_left", terms, on="2026-12-01", duty_days=[45, 60])
    assert got.state == "draft"
    assert got.text == "no rule that held on the day is known; by a draft: from 76 to 79 days left"


def test_other_claim_types_are_no_terms() -> None:
    """Units and counts are not conditions of service."""
    assert gathered(claim("a", "unit.formed", region="RU-BRY")) == ()
