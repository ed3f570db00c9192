"""Runs are the same on every machine, spread as their inputs do, and say what drives them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musterbook.programme.whatif import ALL, RESULTS, Amount, Outcome, named, read_plan, run, use
from musterbook.programme.whatif.draws import places
from musterbook.programme.whatif.drivers import drivers

PLAN = """\
start: 2027-01-04
weeks: 30
runs: 200
seed: 3
currency: RUB
everywhere:
  strength: 100
  signups: {low: 2, high: 10, apart: true}
  training: [{weeks: 3, drop_out: 0.1}]
  contract: {values: [26, 52]}
  renewal: 0.5
  limit: 20
  posts: 12
  people_per_post: 2
  shifts: 3
  pay: {duty_month: 30000}
regions:
  RU-TOM: {}
  RU-OMS: {posts: {low: 5, high: 20}}
"""
Run = Callable[..., Outcome]
FIRST, SECOND, THIRD = 0.6135118785105085, 0.029919928125042627, 0.8099885246229369


@pytest.fixture
def outcome(tmp_path: Path) -> Run:
    """Runs the plan, with some of its words put another way."""

    def go(**changed: str) -> Outcome:
        text = PLAN
        for key, value in changed.items():
            (old,) = (row for row in PLAN.splitlines() if row.strip().startswith(f"{key}:"))
            text = text.replace(old, f"{old[: len(old) - len(old.lstrip())]}{key}: {value}")
        path = tmp_path / "plan.yaml"
        path.write_text(text, encoding="utf-8")
        plan = read_plan(path)
        return run(plan, use(plan))

    return go


def test_the_same_seed_gives_the_same_runs(outcome: Run) -> None:
    """Two runs of one plan agree in every figure; another seed gives others."""
    assert outcome().weekly == outcome().weekly
    assert outcome().results != outcome(seed="4").results


def test_streams_are_the_same_on_every_machine() -> None:
    """The first numbers of a stream are these, wherever and with whichever version of NumPy."""
    assert places(3, "RU-TOM/signups", 3).tolist() == [FIRST, SECOND, THIRD]
    assert places(3, "RU-TOM/signups", 2).tolist() == [FIRST, SECOND]
    assert places(3, "RU-OMS/signups", 1)[0] != FIRST


def test_a_region_more_changes_no_other(outcome: Run) -> None:
    """What a region draws does not depend on which others there are."""
    both = outcome().weekly["RU-TOM"]
    alone = outcome(**{"RU-OMS": "{posts: 0, signups: 0}"}).weekly["RU-TOM"]
    assert both == alone


@given(
    st.fixed_dictionaries(
        {
            "strength": st.integers(0, 300),
            "signups": st.integers(0, 30),
            "contract": st.integers(3, 80),
            "renewal": st.sampled_from([0, 0.25, 1]),
            "limit": st.integers(0, 52),
            "posts": st.integers(0, 30),
            "seed": st.integers(0, 9),
        }
    )
)
@settings(deadline=None, max_examples=15)
def test_without_ranges_nothing_is_left_to_chance(
    tmp_path_factory: pytest.TempPathFactory, figures: dict[str, float]
) -> None:
    """Without ranges every band is one line, nothing drives the result, and neither runs nor seed change a figure."""
    path = tmp_path_factory.mktemp("plans") / "plan.yaml"
    text = PLAN.replace("RU-OMS: {posts: {low: 5, high: 20}}", "RU-OMS: {}")
    for key, value in figures.items():
        (old,) = (row for row in PLAN.splitlines() if row.strip().startswith(f"{key}:"))
        text = text.replace(old, f"{old[: len(old) - len(old.lstrip())]}{key}: {value}")
    path.write_text(text, encoding="utf-8")
    plan = read_plan(path)
    one, other = run(plan.but(5), use(plan)), run(plan.but(3, 99), use(plan))
    assert one.weekly == other.weekly
    assert one.results == other.results
    assert all(len(set(band)) == 1 for weekly in one.weekly.values() for bands in weekly.values() for band in bands)
    assert not any(one.drivers.values())


def test_bands_rise_and_posts_follow_from_people(outcome: Run) -> None:
    """Five figures in rising order; posts covered and short add up to those needed where these are known."""
    out = outcome()
    for weekly in out.weekly.values():
        assert set(weekly) == {"reserve", "trained", "called_up", "posts_needed", "posts_covered", "shortfall", "cost"}
        assert all(list(band) == sorted(band) for bands in weekly.values() for band in bands)
    tomsk = out.weekly["RU-TOM"]
    for called, covered, short in zip(tomsk["called_up"], tomsk["posts_covered"], tomsk["shortfall"], strict=True):
        assert covered == pytest.approx([c / 6 for c in called])
        assert [12 - c for c in covered] == pytest.approx(list(reversed(short)), abs=1e-4)


def test_regions_add_up(outcome: Run) -> None:
    """Where nothing is left to chance the whole is the sum of its regions."""
    out = outcome(signups="5", contract="40", **{"RU-OMS": "{posts: 7}"})
    for measure, bands in out.weekly[ALL].items():
        for week, band in enumerate(bands):
            parts = sum(out.weekly[code][measure][week][2] for code in out.plan.regions)
            assert band[2] == pytest.approx(parts, rel=1e-5, abs=1e-4)


def test_unknown_pay_is_no_cost_at_all(outcome: Run) -> None:
    """Without pay there is no cost, not a cost of zero; what the cost counts is said."""
    out = outcome(pay="{}")
    assert all("cost" not in weekly for weekly in out.weekly.values())
    assert all("cost_in_all" not in results for results in out.results.values())
    assert outcome().priced == {"RU-TOM": ("duty_month",), "RU-OMS": ("duty_month",)}


def test_results_of_whole_runs(outcome: Run) -> None:
    """72 people for 72 places of 12 posts, 20 weeks a year: full for 27.7 weeks of 100 people, with what comes new."""
    out = outcome(signups="0", contract="1000", renewal="1", **{"RU-OMS": "{posts: 0}"})
    assert out.results["RU-TOM"]["weeks_covered"][2] == 27
    assert out.results["RU-TOM"]["longest_cover"][2] == 27
    assert out.results["RU-TOM"]["covered"][2] == pytest.approx(20 * 100 / 72 / 30, rel=0.02)
    assert out.results["RU-OMS"]["covered"][2] == 1
    assert set(out.results[ALL]) == set(RESULTS)


def test_a_new_year_fills_the_bank(outcome: Run) -> None:
    """After 1 January those whose weeks were used are called up again; in any 52 weeks they are not."""
    changed = {"start": "2027-07-05", "signups": "0", "limit": "10", "contract": "1000", "renewal": "1"}
    calendar = outcome(**changed).weekly["RU-TOM"]["called_up"]
    assert [round(calendar[n][2]) for n in (5, 20, 26, 29)] == [72, 0, 72, 72]
    rolling = outcome(**changed, seed="3\nyear: any12").weekly["RU-TOM"]["called_up"]
    assert [round(rolling[n][2]) for n in (5, 20, 26, 29)] == [72, 0, 0, 0]


def test_shares_of_a_linear_model_are_the_known_ones() -> None:
    """In a weighted sum each share is weight² · variance over the total, and each sign that of the weight."""
    weights = {"a": 3.0, "b": -2.0, "c": 1.0, "d": 0.0, "e": 2.0}
    amounts = {name: Amount.between(0, 1) for name in weights} | {"e": Amount.of(0, 1)}
    drawn = {name: (amount, places(11, name, 20_000)) for name, amount in amounts.items()}
    result = sum(weights[name] * amount.drawn(where) for name, (amount, where) in drawn.items())
    variances = {name: w * w * (1 / 4 if name == "e" else 1 / 12) for name, w in weights.items()}
    found = {d.input: d for d in drivers(drawn, np.asarray(result))}
    for name, variance in variances.items():
        assert found[name].share == pytest.approx(variance / sum(variances.values()), abs=0.02)
    assert sum(d.share for d in found.values()) == pytest.approx(1, abs=0.02)
    assert found["a"].rank > 0.4
    assert found["b"].rank < -0.3
    assert abs(found["d"].rank) < 0.03


def test_what_works_both_ways_is_seen() -> None:
    """An input that does most at its middle has a share, though its rank correlation is nothing."""
    amount, where = Amount.between(0, 1), places(5, "x", 20_000)
    noise = places(5, "y", 20_000)
    (found,) = drivers({"x": (amount, where)}, -((where - 0.5) ** 2) + 0.02 * noise)
    assert found.share > 0.9
    assert abs(found.rank) < 0.05


def test_chance_is_no_driver() -> None:
    """With few runs and many inputs that do nothing, shares stay near nothing on average."""
    result = places(1, "result", 300)
    inputs = {str(n): (Amount.between(0, 1), places(1, str(n), 300)) for n in range(100)}
    assert np.mean([d.share for d in drivers(inputs, result)]) < 0.06
    assert drivers(inputs, np.ones(300)) == ()


@pytest.mark.parametrize(
    ("amount", "mean", "middle"),
    [
        (Amount.between(4, 12), 8.0, 8.0),
        (Amount.between(0, 10, 1), 11 / 3, 10 - np.sqrt(45)),
        (Amount.between(0, 10, 10), 20 / 3, np.sqrt(50)),
        (Amount.of(1, 2, 6), 3.0, 2.0),
    ],
)
def test_amounts_are_drawn_as_they_say(amount: Amount, mean: float, middle: float) -> None:
    """Mean and median of many draws are those of the distribution, and none lies outside its ends."""
    drawn = amount.drawn(places(2, "x", 40_000))
    assert drawn.mean() == pytest.approx(mean, rel=0.02)
    assert np.median(drawn) == pytest.approx(middle, rel=0.03)
    assert amount.low <= drawn.min()
    assert drawn.max() <= amount.high


def test_inputs_have_words() -> None:
    """What an input is drawn under is told as its region and its words."""
    assert named("everywhere/pay.signing_bonus") == ("", "money paid once, at the first signing")


def test_posts_that_all_regions_hold_are_counted_together(outcome: Run) -> None:
    """A week counts as covered for the whole plan only where it is in every region."""
    out = outcome(signups="0", contract="1000", renewal="1", **{"RU-OMS": "{posts: 24}"})
    assert out.results["RU-OMS"]["weeks_covered"][2] == 0
    assert out.results[ALL]["weeks_covered"][2] == 0
