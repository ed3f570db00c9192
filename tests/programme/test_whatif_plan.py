"""A plan says what it means or is refused with file, line, value and what to do; the book fills it with its claims."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from musterbook.errors import MusterbookError, UsageError, VocabularyError
from musterbook.programme.whatif import Amount, Plan, read_plan, use
from musterbook.programme.whatif.plan import MOST_CELLS, weeks_of
from musterbook.records import Line, Support

PLAN = """\
start: 2027-01-04
weeks: 20
runs: 50
seed: 3
currency: RUB
everywhere:
  strength: 100
  signups: 5
  training:
    - {weeks: P3W, drop_out: 0.1}
  contract: P1Y
  renewal: 0.5
  limit: P6M
  posts: 10
  people_per_post: 2
  shifts: 3
regions:
  RU-TOM: {}
  RU-OMS: {}
"""


def line(type_: str, region: str = "", claim: str = "claim-1", standing: str = "live", **values: object) -> Line:
    """A line of a model, as far as a plan looks at it."""
    support = Support((claim,), 1, 1, standing=standing, status=str(values.pop("status", "actual")))
    return Line("finding-1", type_, region, (), tuple(values.items()), support)  # type: ignore[arg-type]


Make = Callable[..., Plan]


@pytest.fixture
def plan(tmp_path: Path) -> Make:
    """Reads the plan, with one of its lines put another way."""

    def make(old: str = "", new: str = "", known: tuple[str, ...] = ()) -> Plan:
        assert old in PLAN
        path = tmp_path / "plan.yaml"
        path.write_text(PLAN.replace(old, new, 1) if old else PLAN, encoding="utf-8")
        return read_plan(path, known)

    return make


def test_a_plan_is_read(plan: Make) -> None:
    """Figures, durations, stages that are not given, and every region with every input."""
    read = plan()
    assert read.regions == ("RU-TOM", "RU-OMS")
    used = {u.input: u for u in use(read) if u.region == "RU-OMS"}
    assert used["contract"].amount == Amount("fixed", (52.0,))
    assert used["limit"].amount.low == 26
    assert used["training.1.weeks"].amount.low == 3
    assert used["training.3.weeks"].amount.low == 0
    assert {u.source for u in used.values()} == {"by hand", "taken where nothing is given"}
    assert used["trained"].source == "taken where nothing is given"


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("{low: 4, high: 12}", Amount("uniform", (4, 12))),
        ("{low: 4, mode: 6, high: 12}", Amount("triangular", (4, 6, 12))),
        ("{values: [12, 4, 4]}", Amount("rivals", (4, 12))),
        ("{low: 4, high: 4}", Amount("fixed", (4,))),
        ("{low: 4, high: 12, apart: true}", Amount("uniform", (4, 12))),
    ],
)
def test_a_range_is_what_it_says(plan: Make, written: str, amount: Amount) -> None:
    """Each way to write a range gives its distribution; a range for all is drawn once unless it is apart."""
    used = [u for u in use(plan("signups: 5", f"signups: {written}")) if u.input == "signups"]
    assert [u.amount for u in used] == [amount, amount]
    assert len({u.draw for u in used}) == (2 if "apart" in written else 1)


def test_a_region_goes_before_everywhere(plan: Make) -> None:
    """What a region says for itself counts there and nowhere else; its training replaces the whole of that for all."""
    read = plan("RU-TOM: {}", "RU-TOM: {posts: 3, training: [{weeks: 1, drop_out: 0}, {weeks: 2, drop_out: 0}]}")
    got = {(u.region, u.input): u.amount.low for u in use(read)}
    assert got["RU-TOM", "posts"] == 3
    assert got["RU-OMS", "posts"] == 10
    assert got["RU-TOM", "training.1.weeks"] == 1
    assert got["RU-OMS", "training.2.weeks"] == 0


FAULTS = [
    ("signups: 5", "signups: many", 8, "'many'"),
    ("signups: 5", "signups: -1", 8, "from 0"),
    ("signups: 5", "signups: {low: 9, high: 4}", 8, "rising order"),
    ("signups: 5", "signups: {low: 9}", 8, "{low, high}"),
    ("signups: 5", "signups: {values: []}", 8, "list of figures"),
    ("signups: 5", "signups: {low: 1, high: 2, modus: 1}", 8, "modus"),
    ("signups: 5", "sign_ups: 5", 8, "sign_ups"),
    ("  signups: 5\n", "", 17, "'signups' (people a week"),
    ("renewal: 0.5", "renewal: 50", 12, "from 0 to 1"),
    ("renewal: 0.5", "renewal: from_book", 12, "by hand"),
    ("contract: P1Y", "contract: a year", 11, "P3W"),
    ("limit: P6M", "limit: 60", 13, "from 0 to 52"),
    ("start: 2027-01-04", "start: January", 1, "YYYY-MM-DD"),
    ("weeks: 20", "weeks: 0", 2, "whole number"),
    ("runs: 50", "runs: 1e9", 3, "whole number"),
    ("seed: 3", "seed: -3", 4, "whole number"),
    ("seed: 3", "seed: 3\nduty: hard", 5, "at_once, even"),
    ("RU-TOM: {}", "Tomsk: {}", 18, "nothing below it"),
    ("RU-TOM: {}", "RU-TOM: {town: 3}", 18, "town"),
    ("- {weeks: P3W, drop_out: 0.1}", "- {weeks: P3W}", 10, "drop_out"),
    ("  training:\n    - {weeks: P3W, drop_out: 0.1}\n", "  training: 3\n", 9, "1 to 3 stages"),
]


@pytest.mark.parametrize(("old", "new", "at", "says"), FAULTS)
def test_a_fault_is_told_with_its_line(plan: Make, old: str, new: str, at: int, says: str) -> None:
    """Whatever is wrong in a plan is refused with the file, the line, and what to do."""
    with pytest.raises(VocabularyError) as fault:
        plan(old, new)
    assert fault.value.line == at, str(fault.value)
    assert "plan.yaml" in str(fault.value)
    assert says in str(fault.value)


def test_a_region_that_is_not_known_is_refused(plan: Make) -> None:
    """A code that the vocabulary does not have is refused, with those like it."""
    with pytest.raises(VocabularyError, match="RU-TOM"):
        plan("RU-OMS", "RU-TMO", known=("RU-TOM", "RU-OMS"))


def test_runs_and_seed_from_outside_are_checked(plan: Make) -> None:
    """More runs than can be held, none at all, or a seed below 0 are refused with the most that fits."""
    read = plan()
    assert read.but(7, 8).runs == 7
    for runs, seed in ((0, 1), (MOST_CELLS, 1), (5, -1)):
        with pytest.raises(UsageError, match=r"give"):
            read.but(runs, seed)


def test_training_that_outlasts_a_contract_is_refused(plan: Make) -> None:
    """Figures that contradict one another are refused with both of them."""
    with pytest.raises(UsageError, match=r"plan.yaml:11: .*3 weeks.*after 2"):
        use(plan("contract: P1Y", "contract: {low: 2, high: 52}"))


def test_rival_values_of_the_book_are_all_drawn(plan: Make) -> None:
    """Every live value counts once, with its claims; denied, ended and garbled ones do not count."""
    lines = [
        line("callup.limit", max_duration="P6M", per="P1Y", claim="claim-a", status="proposed"),
        line("callup.limit", max_duration="P2M", per="P1Y", claim="claim-b"),
        line("callup.limit", max_duration="P1M", per="P1Y", claim="claim-c", standing="garbled"),
        line("callup.limit", max_duration="P9M", claim="claim-d"),
    ]
    used = next(u for u in use(plan("limit: P6M", "limit: from_book"), lines) if u.input == "limit")
    assert used.amount.figures == pytest.approx((52 / 6, 26))
    assert (used.source, used.claims) == ("book", ("claim-a", "claim-b"))
    assert "proposed" in used.note
    assert "name no region" in used.note
    assert used.draw == "everywhere/limit"


def test_a_region_of_the_book_goes_before_no_region(plan: Make) -> None:
    """A region's own claims count alone; other regions take what is said of none in particular."""
    lines = [line("contract.term", duration="P1Y"), line("contract.term", "RU-TOM", "claim-2", duration="P6M")]
    used = {u.region: u for u in use(plan("contract: P1Y", "contract: from_book"), lines) if u.input == "contract"}
    assert (used["RU-TOM"].amount.low, used["RU-TOM"].claims) == (26, ("claim-2",))
    assert (used["RU-OMS"].amount.low, used["RU-OMS"].claims) == (52, ("claim-1",))


def test_bounds_make_a_range_and_half_a_range_is_refused(plan: Make) -> None:
    """At least and at most are two ends; where one is missing the error says which, and it can be given by hand."""
    low = line("unit.strength", "RU-TOM", "claim-1", count=600, comparator="at_least")
    high = line("unit.strength", "RU-TOM", "claim-2", count=700, comparator="at_most")
    hand = "RU-TOM: {strength: {from_book: true, high: 900}}"
    both = next(u for u in use(plan("RU-TOM: {}", "RU-TOM: {strength: from_book}"), [low, high]))
    assert both.amount == Amount("uniform", (600, 700))
    with pytest.raises(UsageError, match=r"plan.yaml:18: .*at least 600 .*high"):
        use(plan("RU-TOM: {}", "RU-TOM: {strength: from_book}"), [low])
    completed = next(u for u in use(plan("RU-TOM: {}", hand), [low]))
    assert completed.amount == Amount("uniform", (600, 900))
    assert completed.source == "book and by hand"


def test_what_the_book_lacks_is_an_error(plan: Make) -> None:
    """The error names the input, the region and the claim type, and says how to give it by hand."""
    with pytest.raises(UsageError, match=r"plan.yaml:13: .*'limit'.*RU-TOM.*callup.limit.*by hand"):
        use(plan("limit: P6M", "limit: from_book"), [line("contract.term", duration="P1Y")])


def test_drafts_count_only_where_a_plan_says_so(plan: Make) -> None:
    """A draft is no law: it is taken only where asked for, and then says that it is one."""
    draft = [line("callup.limit", standing="draft", max_duration="P6M", per="P1Y")]
    with pytest.raises(UsageError, match="drafts: true"):
        use(plan("limit: P6M", "limit: from_book"), draft)
    taken = next(
        u for u in use(plan("limit: P6M", "limit: {from_book: true, drafts: true}"), draft) if u.input == "limit"
    )
    assert "a draft says so" in taken.note


def test_sums_and_periods_are_brought_to_the_unit(plan: Make) -> None:
    """People a month become people a week; sums in another currency are left out, and that is said."""
    signed = line("recruitment.count", "RU-TOM", count=52, stage="signed", period="month")
    used = next(u for u in use(plan("RU-TOM: {}", "RU-TOM: {signups: from_book}"), [signed]) if u.input == "signups")
    assert used.amount.low == pytest.approx(12)
    once = line("recruitment.count", "RU-TOM", count=52, stage="signed", period="the campaign")
    with pytest.raises(UsageError, match="the campaign"):
        use(plan("RU-TOM: {}", "RU-TOM: {signups: from_book}"), [once])
    dollars = line("pay.amount", kind="signing_bonus", amount=100, currency="USD")
    with pytest.raises(UsageError, match="USD"):
        use(plan("posts: 10", "posts: 10\n  pay: {signing_bonus: from_book}"), [dollars])


def test_pay_needs_a_currency(tmp_path: Path) -> None:
    """Pay without a currency of three letters is refused."""
    path = tmp_path / "plan.yaml"
    paid = PLAN.replace("posts: 10", "posts: 10\n  pay: {signing_bonus: 1}").replace("RUB", "rubles")
    path.write_text(paid, encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"plan.yaml:5: .*ISO 4217"):
        read_plan(path)


def test_other_claims_may_answer(plan: Make) -> None:
    """A plan may name another claim type and what it must hold."""
    counted = line("recruitment.count", "RU-TOM", count=70, stage="in_reserve")
    asked = "RU-TOM: {strength: {from_book: recruitment.count, stage: in_reserve}}"
    assert use(plan("RU-TOM: {}", asked), [counted])[0].amount.low == 70


def test_durations_are_in_weeks() -> None:
    """A month is a twelfth of 52 weeks; what is no duration is refused with its value."""
    assert weeks_of("P1M") == pytest.approx(52 / 12)
    with pytest.raises(ValueError, match="half a year"):
        weeks_of("half a year")


def test_an_amount_refuses_what_it_cannot_be() -> None:
    """Kinds that there are not, and figures that do not rise, are refused with their values."""
    for kind, figures in (("normal", (1.0, 2.0)), ("uniform", (2.0, 1.0)), ("fixed", ())):
        with pytest.raises(ValueError, match=kind):
            Amount(kind, figures)


def test_every_fault_is_one_of_ours(tmp_path: Path) -> None:
    """A file that is missing, empty, no YAML or a list is refused like any other fault."""
    for text in (None, "", "- 1", "a: [", "start: 2027-01-04"):
        path = tmp_path / "other.yaml"
        path.unlink(missing_ok=True)
        if text is not None:
            path.write_text(text, encoding="utf-8")
        with pytest.raises(MusterbookError, match=r"other.yaml"):
            read_plan(path)
