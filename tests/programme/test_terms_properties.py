"""What holds for all terms: intervals, claims, conventions, limits."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from musterbook.programme.terms import CHOICES, Answer, Conventions, Service, Sheet, Span, Term, compute, read_term
from musterbook.programme.terms.days import Duration

START = dt.date(2026, 1, 1)
DAYS = st.integers(0, 700).map(lambda n: START + dt.timedelta(days=n))
NAMES = st.sampled_from(["Example Agency", "Example Paper", "Example Office", "Other Paper"])
QUIET = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_MONEY = ("owed", "repaid", "net", "supplement")


@st.composite
def pay(draw: st.DrawFn) -> Term:
    """A sum of money that somebody says is paid, without a time of its own."""
    kind = draw(st.sampled_from(["monthly_pay", "daily_pay", "signing_bonus", "regional_supplement", "one_time"]))
    given_: dict[str, object] = {"type": "pay.amount", "kind": kind, "amount": draw(st.integers(1, 900_000))}
    given_["comparator"] = draw(st.sampled_from(["exactly", "exactly", "about"]))
    if kind == "regional_supplement" and draw(st.booleans()):
        given_["within_km"] = draw(st.integers(1, 60))
    return read_term(given_ | {"by": draw(NAMES), "doc": f"{draw(st.integers(0, 9**9))}.txt"})


@st.composite
def back(draw: st.DrawFn) -> Term:
    """A rule of repayment."""
    share = draw(st.sampled_from(["full", "half", "proportion", 0.25]))
    by = draw(NAMES)
    return read_term({"type": "pay.clawback", "trigger": "early_termination", "share": share, "by": by})


@st.composite
def limit(draw: st.DrawFn) -> Term:
    """A limit of call-up."""
    length = draw(st.sampled_from(["P2M", "P6M", "P8M", "P180D", "P45D"]))
    stage = draw(st.sampled_from(["so", "announced", "draft"]))
    return read_term({"type": "callup.limit", "max_duration": length, "per": "P1Y", "stage": stage, "by": draw(NAMES)})


@st.composite
def service(draw: st.DrawFn) -> Service:
    """A service of some months, with days on duty."""
    signed, days = draw(DAYS), draw(st.integers(0, 400))
    left = signed + dt.timedelta(days=days)
    firsts = draw(st.lists(DAYS, max_size=4))
    duty = [Span(first, first + dt.timedelta(days=draw(st.integers(0, 120)))) for first in firsts]
    km = draw(st.none() | st.integers(0, 80).map(Fraction))
    return Service(signed=signed, left=left, term=Duration(draw(st.sampled_from([6, 12]))), duty=tuple(duty), km=km)


CONVENTIONS = st.fixed_dictionaries({name: st.sampled_from(list(choices)) for name, choices in CHOICES.items()})


def answer(question: str, terms: list[Term], told: Service, agreed: Conventions | None = None) -> Answer:
    """One answer."""
    return compute(Sheet(tuple(terms)), told, agreed or Conventions(), (question,))[0]


def holds(outer: Answer, inner: Answer) -> bool:
    """Whether the reach of one answer holds that of another; an end that is not known holds everything."""
    if outer.reach is None or inner.reach is None:
        return outer.reach is None and inner.reach is None
    a, b = outer.reach, inner.reach
    low = a.low is None or (b.low is not None and a.low <= b.low)
    return low and (a.high is None or (b.high is not None and a.high >= b.high))


@QUIET
@given(st.lists(pay(), min_size=1, max_size=5), pay(), st.lists(back(), min_size=1, max_size=2), service())
def test_another_claim_never_narrows_an_interval(
    terms: list[Term], more: Term, backs: list[Term], told: Service
) -> None:
    """A further rival of a payment that is known can only widen what is owed, repaid and left."""
    kinds = {t.get("kind") for t in terms}
    assume(more.get("kind") in kinds and kinds & {"monthly_pay", "daily_pay"})
    for question in _MONEY:
        before, after = (answer(question, [*listed, *backs], told) for listed in (terms, [*terms, more]))
        assert holds(after, before), question


@QUIET
@given(st.lists(back(), min_size=1, max_size=3), back(), st.integers(1, 900_000), service())
def test_another_rule_of_repayment_never_narrows(backs: list[Term], more: Term, amount: int, told: Service) -> None:
    """A further rule of repayment can only widen what has to be repaid."""
    bonus = read_term({"type": "pay.amount", "kind": "signing_bonus", "amount": amount, "by": "Example Agency"})
    before, after = (answer("repaid", [bonus, *listed], told) for listed in (backs, [*backs, more]))
    assert holds(after, before)


@QUIET
@given(st.lists(pay(), min_size=1, max_size=6), st.lists(back(), min_size=1, max_size=2), service(), CONVENTIONS)
def test_an_interval_holds_each_single_rule(
    terms: list[Term], backs: list[Term], told: Service, agreed: dict[str, str]
) -> None:
    """What comes out with one rule for each payment lies within what comes out with all of them."""
    conventions = Conventions.of(agreed)
    single = list({t.get("kind"): t for t in terms}.values())
    for question in _MONEY:
        whole = answer(question, [*terms, *backs], told, conventions)
        one = answer(question, [*single, backs[0]], told, conventions)
        assert holds(whole, one), question


@QUIET
@given(st.lists(pay(), min_size=1, max_size=6), st.lists(back(), max_size=2), service(), CONVENTIONS)
def test_the_lower_end_is_never_above_the_upper(
    terms: list[Term], backs: list[Term], told: Service, agreed: dict[str, str]
) -> None:
    """Both ends are in order, each is driven by something, and options lie between them."""
    for question in _MONEY:
        got = answer(question, [*terms, *backs], told, Conventions.of(agreed))
        if got.reach is None or got.reach.low is None or got.reach.high is None:
            continue
        assert got.reach.low <= got.reach.high
        assert (got.reach.low_by and got.reach.high_by) or got.reach.high == 0
        for option in got.options:
            assert option.reach is not None
            assert option.reach.low is None or got.reach.low <= option.reach.low
            assert option.reach.high is None or option.reach.high <= got.reach.high


@QUIET
@given(st.lists(limit(), min_size=1, max_size=4), service(), st.none() | DAYS, CONVENTIONS)
def test_days_left_are_never_below_nothing(
    limits: list[Term], told: Service, on: dt.date | None, agreed: dict[str, str]
) -> None:
    """What is left is never negative, and where more was used than any reading of the limit, it says exceeded."""
    asked = Service(on=on or told.left, duty=told.duty)
    got = answer("days_left", limits, asked, Conventions.of(agreed))
    for option in got.options:
        assert option.reach is not None
        assert option.reach.low is not None
        assert option.reach.high is not None
        assert 0 <= option.reach.low <= option.reach.high
        assert (option.state == "exceeded") == ("exceeded by" in option.reason and "may be" not in option.reason)
        if option.state == "exceeded":
            assert option.reach.high == 0


_TOUCHES = {
    "month": {"owed", "net", "supplement"},
    "paid": {"owed", "net", "supplement"},
    "daily": {"owed", "net"},
    "days": {"owed", "net", "supplement", "repaid", "days_left"},
    "about": {"owed", "net", "supplement", "repaid"},
    "year": {"days_left"},
    "limit": {"days_left"},
    "age": {"may_join"},
    "birthday": {"may_join"},
    "scope": set(),
    "drafts": {"days_left"},
}


@QUIET
@given(
    st.lists(pay(), min_size=1, max_size=4), st.lists(back(), max_size=2), limit(), service(),
    st.sampled_from(sorted(CHOICES)), st.data(),
)  # fmt: skip
def test_a_convention_changes_only_what_it_names(
    terms: list[Term], backs: list[Term], days: Term, told: Service, name: str, data: st.DataObject
) -> None:
    """Switching one convention leaves every answer that does not list it as it was."""
    choice = data.draw(st.sampled_from(list(CHOICES[name])))
    age = read_term({"type": "eligibility.age", "min": 18, "max": 50, "by": "Example Agency"})
    listed = [*terms, *backs, days, age]
    for question in {*_MONEY, "days_left", "may_join", "where"} - _TOUCHES[name]:
        before = answer(question, listed, told)
        after = answer(question, listed, told, Conventions.of({name: choice}))
        assert (before.state, before.reach) == (after.state, after.reach), (name, choice, question)
    assert set(_TOUCHES) == set(CHOICES)


@QUIET
@given(st.lists(pay(), min_size=1, max_size=6), service())
def test_the_order_of_claims_does_not_matter(terms: list[Term], told: Service) -> None:
    """The same terms in another order give the same ends and the same state."""
    for question in _MONEY:
        one, two = answer(question, terms, told), answer(question, terms[::-1], told)
        assert (one.state, one.text, one.complete) == (two.state, two.text, two.complete)
