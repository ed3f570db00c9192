"""Findings: differences named, states explained, order without effect."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reconcile.made import claim, edge, findings, matter, only, paper

from musterbook.reconcile.findings import find
from musterbook.records.finding import STATES

HERALD, TIMES = "Kommersant", "Vedomosti"


def kinds(found: object) -> list[str]:
    """The kinds of difference of a finding."""
    return [d.kind for d in found.differences]  # type: ignore[attr-defined]


def test_two_origins_corroborate() -> None:
    """Two newsrooms that say the same by themselves are two origins."""
    said = [claim(d, "training.duration", "2025-01-01", duration="P3W") for d in ("a", "b")]
    found = only(said, [paper("a", HERALD), paper("b", TIMES)])
    assert (found.state, found.rivals[0].origins, found.rivals[0].credibility) == ("corroborated", (HERALD, TIMES), 1)


def test_ten_echoes_are_one_origin() -> None:
    """However many cite one newsroom, its word is one origin."""
    docs = [f"d{n}" for n in range(10)]
    said = [claim(d, "training.duration", duration="P3W", by=(HERALD,)) for d in docs]
    found = only(said, [paper(d, f"Made-up {d}", "newspaper") for d in docs])
    rival = found.rivals[0]
    assert (rival.documents, rival.outlets, rival.origins, found.state) == (10, 10, (HERALD,), "single_origin")


def test_nobody_named_is_no_origin() -> None:
    """What no one is named for, in a document whose source is not known to report, has no origin."""
    found = only([claim("a", "training.duration", duration="P3W")], [paper("a")])
    assert (found.state, found.rivals[0].credibility) == ("unsure", 6)


def test_genuine_conflict_is_contested() -> None:
    """Two values of one thing, with nothing that tells them apart, are a conflict, and both are kept."""
    said = [claim("a", "training.duration", duration="P3W"), claim("b", "training.duration", duration="P5W")]
    found = only(said, [paper("a", HERALD), paper("b", TIMES)])
    assert (found.state, kinds(found), len(found.rivals)) == ("contested", ["genuine"], 2)
    assert set(found.differences[0].claims) == {c.id for c in said}


def test_a_bound_is_no_conflict() -> None:
    """At least 19 and 20 can both be so; who says 20 also says at least 19."""
    said = [
        claim("a", "programme.regions", count=19, comparator="at_least"),
        claim("b", "programme.regions", count=20, comparator="exactly"),
    ]
    found = only(said, [paper("a", HERALD), paper("b", TIMES)])
    assert (kinds(found), found.state) == (["bound"], "corroborated")
    assert "at least 19" in found.reason


def test_an_answer_of_one_origin_is_not_corroborated_by_others() -> None:
    """What several say in different words corroborates the question, not the one answer that only one of them gives."""
    said = [
        claim("a", "programme.regions", count=19, comparator="at_least"),
        claim("b", "programme.regions", count=20, comparator="exactly"),
    ]
    found = only(said, [paper("a", HERALD), paper("b", TIMES)])
    assert [r.state for r in found.rivals] == ["single_origin", "single_origin"]
    assert f"what agrees with it is said by {TIMES}" in found.rivals[0].reason


def test_each_answer_has_its_own_state() -> None:
    """Where two of three answers cannot both be right, the third is not contested with them."""
    said = [
        claim("a", "programme.regions", count=19, comparator="exactly"),
        claim("b", "programme.regions", count=25, comparator="exactly"),
        claim("c", "programme.regions", count=10, comparator="at_least"),
        claim("d", "programme.regions", count=10, comparator="at_least"),
    ]
    papers = [paper(d, n) for d, n in zip("abcd", (HERALD, TIMES, HERALD, TIMES), strict=True)]
    found = only(said, papers)
    states = {dict(r.values)["count"]: r.state for r in found.rivals}
    assert (found.state, states) == ("contested", {19: "contested", 25: "contested", 10: "corroborated"})


def test_durations_are_compared_in_days() -> None:
    """A year is twelve months, and two months may be 60 days; a month is never 60 days."""
    for other, kind in (("P60D", "bound"), ("P90D", "genuine")):
        said = [claim("a", "training.duration", duration="P2M"), claim("b", "training.duration", duration=other)]
        assert kinds(only(said)) == [kind]


def test_alternatives_in_one_passage_are_two_cases() -> None:
    """What one passage offers side by side does not contradict itself."""
    said = [claim("a", "contract.term", duration=d) for d in ("P6M", "P1Y")]
    assert (kinds(only(said)), only(said).state) == (["scope"], "unsure")


def test_a_draft_is_told_from_law() -> None:
    """A draft's value does not contest what was adopted; it is marked as a draft's."""
    said = [
        claim("a", "callup.limit", "proposed", max_duration="P6M", per="P1Y"),
        claim("b", "callup.limit", max_duration="P2M", per="P1Y"),
    ]
    found = only(said, [paper("a", HERALD), paper("b", TIMES)])
    assert (kinds(found), found.state) == (["stage"], "single_origin")
    assert {r.standing for r in found.rivals} == {"draft", "live"}


def test_strengths_are_a_series() -> None:
    """Two strengths of one unit on two dates are two states."""
    strength = {"region": "RU-BEL", "change": "maintain", "comparator": "exactly"}
    said = [
        claim("a", "unit.strength", "2025-11-14", count=600, date="2025-11-14", **strength),
        claim("b", "unit.strength", "2025-11-26", count=700, date="2025-11-26", **strength),
    ]
    found = only(said)
    assert kinds(found) == ["state"]
    assert [(p.date, dict(p.values)["count"], p.dated) for p in found.series] == [
        ("2025-11-14", 600, True),
        ("2025-11-26", 700, True),
    ]


def test_each_in_its_time() -> None:
    """Two sums said of two times are no conflict."""
    pay = {"kind": "monthly_pay", "currency": "RUB", "period": "month", "region": "RU-BEL"}
    said = [
        claim("a", "pay.amount", amount=30000, date="2024", **pay),
        claim("b", "pay.amount", amount=40000, date="2025", **pay),
    ]
    assert kinds(only(said)) == ["date"]


def test_units_of_measure_are_not_compared() -> None:
    """Money a month and money a day are two questions, and each finding says why."""
    pay = {"currency": "RUB", "region": "RU-BEL"}
    said = [
        claim("a", "pay.amount", kind="monthly_pay", amount=80000, period="month", **pay),
        claim("b", "pay.amount", kind="daily_pay", amount=4000, period="day", **pay),
    ]
    found = findings(said)
    assert [kinds(f) for f in found] == [["unit"], ["unit"]]


def test_groups_are_two_questions() -> None:
    """Age limits of two groups are kept apart."""
    said = [
        claim("a", "eligibility.age", min=18, max=65, group="soldiers"),
        claim("b", "eligibility.age", min=18, max=50, group="officers"),
    ]
    assert [kinds(f) for f in findings(said)] == [["scope"], ["scope"]]


def test_a_denial_is_a_claim() -> None:
    """What is only denied is denied; what one affirms and another denies is contested; silence is neither."""
    denied = claim("a", "deployment.area", "denied", area="UA")
    assert only([denied]).state == "denied"
    assert only([denied, claim("b", "deployment.area", area="UA")]).state == "contested"


def test_denying_another_answer_is_no_contradiction() -> None:
    """Who says the one and who denies the other can both be right; who denies what the other implies cannot."""
    at_least = claim("a", "unit.strength", "denied", region="RU-KRS", count=500, comparator="at_least")
    fewer, more = (claim("b", "unit.strength", region="RU-KRS", count=count) for count in (300, 600))
    assert only([at_least, fewer]).state != "contested"
    found = only([at_least, more])
    assert (found.state, found.differences[0].reason) == (
        "contested",
        "“600” is affirmed by one and denied by the other",
    )
    area = [claim("a", "deployment.area", "denied", area="UA"), claim("b", "deployment.area", area="UA")]
    assert only(area).differences[0].reason == "one says “yes”, the other “no”"


def test_a_garbled_echo_stands_under_its_origin() -> None:
    """A value that only an echo has, where its source says otherwise, is garbled and not a rival."""
    pay = {"kind": "monthly_pay", "currency": "RUB", "period": "month", "region": "RU-BEL"}
    said = [claim("a", "pay.amount", amount=43700, **pay), claim("b", "pay.amount", amount=47300, **pay)]
    found = only(said, [paper("a", HERALD), paper("b", "Made-up mix", "rewriter")], [edge("b", "a")])
    assert (kinds(found), found.state) == (["echo"], "single_origin")
    (doubt,) = found.doubts
    assert (doubt.claim, doubt.against, doubt.edge) == (said[1].id, (said[0].id,), edge("b", "a").id)


def test_the_value_of_an_independent_report_is_not_garbled() -> None:
    """A value that a further origin has is a rival, even if a rewrite has it too."""
    pay = {"kind": "monthly_pay", "currency": "RUB", "period": "month", "region": "RU-BEL"}
    said = [claim(d, "pay.amount", amount=n, **pay) for d, n in (("a", 43700), ("b", 47300), ("c", 47300))]
    papers = [paper("a", HERALD), paper("b", "Made-up mix", "rewriter"), paper("c", TIMES)]
    assert only(said, papers, [edge("b", "a")]).state == "contested"


TYPES = (
    ("training.duration", "duration", ("P3W", "P5W", "P2W")),
    ("recruitment.category_count", "count", (20, 22)),
)
CLAIMS = st.builds(
    lambda doc, which, n, said, by: claim(
        f"d{doc}", TYPES[which][0], said, by=by, **{TYPES[which][1]: TYPES[which][2][n % len(TYPES[which][2])]}
    ),
    st.integers(0, 4),
    st.integers(0, 1),
    st.integers(0, 2),
    st.sampled_from(["", "denied", "proposed", "2025-01-02", "2025-03-04 planned"]),
    st.sampled_from([(), (HERALD,), (TIMES,), ("Ivan Primerov", TIMES)]),
)
EDGES = [edge("d1", "d0"), edge("d2", "d1"), edge("d3", named=TIMES, kind="cites"), edge("d0", "d4")]
PAPERS = [paper("d0", HERALD), paper("d1"), paper("d2", "Made-up mix", "rewriter"), paper("d3", TIMES), paper("d4")]


@settings(max_examples=60, deadline=None)
@given(st.lists(CLAIMS, max_size=9), st.randoms(use_true_random=False))
def test_order_of_adding_changes_nothing(said: list[object], chance: object) -> None:
    """Whatever the order of claims, papers and edges, the findings are the same, and the counts go down."""
    first = findings(list(said), PAPERS, EDGES)  # type: ignore[arg-type]
    shuffled, papers, edges = list(said), list(PAPERS), list(EDGES)
    for held in (shuffled, papers, edges):
        chance.shuffle(held)  # type: ignore[attr-defined]
    assert find(shuffled, matter(shuffled, papers, edges)) == first  # type: ignore[arg-type]
    for found in first:
        assert found.state in STATES
        assert found.reason
        for rival in found.rivals:
            assert rival.documents >= rival.outlets >= len(rival.origins)
