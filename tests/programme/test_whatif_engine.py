"""The weekly steps hold what they promise, whatever the figures: flows add up, limits hold, steady states are right."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musterbook.programme.whatif.engine import MEASURES, Course, simulate
from musterbook.programme.whatif.inputs import INPUTS
from musterbook.programme.whatif.steady import steady_state

RESERVE, TRAINED, CALLED, COST = range(len(MEASURES))
PLAIN = {
    "strength": 100.0,
    "trained": 1.0,
    "signups": 0.0,
    "training.1.weeks": 1.0,
    "training.1.drop_out": 0.0,
    "training.2.weeks": 1.0,
    "training.2.drop_out": 0.0,
    "training.3.weeks": 1.0,
    "training.3.drop_out": 0.0,
    "contract": 52.0,
    "renewal": 1.0,
    "limit": 26.0,
    "posts": 10.0,
    "people_per_post": 1.0,
    "shifts": 4.0,
}


def ran(course: Course, **changed: float) -> Any:
    """One run of one region: measures by week."""
    figures = {**PLAIN, **{name.replace("__", "."): value for name, value in changed.items()}}
    return simulate({name: np.array([value]) for name, value in figures.items()}, course)[:, :, 0]


def exact(weeks: int, **how: Any) -> Course:
    """A course in double precision."""
    return Course(weeks, precision="float64", **how)


@st.composite
def regions(draw: st.DrawFn) -> dict[str, float]:
    """Any figures of a region whose contracts outlast its training."""

    def some(low: float, high: float) -> float:
        return draw(st.floats(low, high).map(lambda f: round(f, 3)))

    figures = {f"training.{n}.weeks": some(0, 6) for n in (1, 2, 3)}
    figures |= {f"training.{n}.drop_out": some(0, 0.6) for n in (1, 2, 3)}
    return figures | {
        "strength": some(0, 500),
        "trained": some(0, 1),
        "signups": some(0, 50),
        "contract": some(19, 60),
        "renewal": some(0, 0.7),
        "limit": some(0, 52),
        "posts": some(0, 40),
        "people_per_post": some(0.5, 3),
        "shifts": some(1, 5),
        "pay.signing_bonus": some(0, 100),
        "pay.renewal_bonus": some(0, 100),
        "pay.reserve_month": some(0, 10),
        "pay.duty_month": some(0, 100),
        "pay.duty_day": some(0, 10),
    }


def rows(figures: dict[str, float]) -> dict[str, Any]:
    """Figures of one run."""
    return {name: np.array([value]) for name, value in figures.items()}


def many(seed: int, places: tuple[float, float] | None = None) -> dict[str, Any]:
    """Figures of 200 regions, run together; some of them at the end of a range."""
    rng = np.random.default_rng(seed)

    def some(low: float, high: float) -> Any:
        return np.clip(rng.uniform(low - 0.1 * (high - low), high + 0.1 * (high - low), 200), low, high)

    ranges = {"strength": (0, 500), "trained": (0, 1), "signups": (0, 50), "contract": (19, 60), "renewal": (0, 0.7)}
    ranges |= {"limit": (0, 52), "posts": (0, 40), "people_per_post": (0.5, 3), "shifts": (1, 5)}
    ranges |= {f"training.{n}.weeks": (0, 6) for n in (1, 2, 3)}
    ranges |= {f"training.{n}.drop_out": (0, 0.6) for n in (1, 2, 3)}
    ranges |= {name: (0, 100) for name in INPUTS if name.startswith("pay.")}
    ranges |= {"places": places} if places else {}
    return {name: some(low, high) for name, (low, high) in ranges.items()}


def settled(figures: dict[str, Any]) -> Any:
    """The closed form of each region, in the order of the measures."""
    every = [steady_state({name: float(row[n]) for name, row in figures.items()}) for n in range(200)]
    return np.array([[s.reserve, s.trained, s.called_up, s.cost] for s in every if s]).T


@given(st.integers(0, 2**32))
@settings(deadline=None, max_examples=4)
def test_it_settles_to_the_closed_form(seed: int) -> None:
    """After many contract terms reserve, training, call-up and cost are those of the closed form, to nine digits."""
    figures = many(seed)
    last = simulate(figures, exact(60 * 70, duty="even"))[:, -1]
    assert np.allclose(last, settled(figures), rtol=1e-9, atol=1e-6)


@given(st.integers(0, 2**32))
@settings(deadline=None, max_examples=3)
def test_places_bound_the_reserve(seed: int) -> None:
    """A full reserve takes nobody; over many terms sign-ups come to the smaller of those who come and those who fit."""
    figures = many(seed, places=(20, 300))
    figures["strength"] = np.minimum(figures["strength"], figures["places"])
    out = simulate(figures, exact(60 * 60, duty="even"))
    assert (out[RESERVE] <= figures["places"] + 1e-6).all()
    assert np.allclose(out[RESERVE, -60 * 30 :].mean(axis=0), settled(figures)[RESERVE], rtol=0.02, atol=0.1)


@given(regions(), st.sampled_from(["calendar", "any12"]), st.sampled_from(["at_once", "even"]))
@settings(deadline=None, max_examples=25)
def test_nobody_is_called_up_beyond_what_there_is(figures: dict[str, float], year: str, duty: str) -> None:
    """In every week those called up are trained, needed, and no fewer than none; trained are part of the reserve."""
    out = simulate(rows(figures), exact(160, new_years=frozenset({40, 92, 144}), year=year, duty=duty))[:, :, 0]
    needed = figures["posts"] * figures["people_per_post"] * figures["shifts"]
    assert (out >= -1e-9).all()
    assert (out[CALLED] <= needed + 1e-6).all()
    assert (out[CALLED] <= out[TRAINED] + 1e-6).all()
    assert (out[TRAINED] <= out[RESERVE] + 1e-6).all()


@given(regions(), st.sampled_from(["at_once", "even"]))
@settings(deadline=None, max_examples=25)
def test_the_limit_of_a_calendar_year_holds(figures: dict[str, float], duty: str) -> None:
    """A year's weeks of duty are no more than the limit for each of those there at its start or trained in it."""
    begin, end = 40, 92
    out = simulate(rows(figures), exact(end, new_years=frozenset({begin}), duty=duty))[:, :, 0]
    finishing = figures["signups"] + figures["strength"]
    for n in (1, 2, 3):
        finishing *= 1 - figures[f"training.{n}.drop_out"]
    newly = min(figures["signups"] * 52, finishing * 52)
    most = figures["limit"] * (out[TRAINED, begin] + newly)
    assert out[CALLED, begin:end].sum() <= most * (1 + 1e-9) + 1e-6


@pytest.mark.parametrize("year", ["calendar", "any12"])
def test_without_coming_and_going_a_year_is_used_to_its_limit(year: str) -> None:
    """100 people with 26 weeks each hold 80 at their posts for 32.5 weeks of a year, and again in the next."""
    years = frozenset({52, 104})
    called = ran(exact(156, new_years=years, year=year), posts=20)[CALLED]
    assert called[:32] == pytest.approx([80.0] * 32)
    assert called[32:34] == pytest.approx([40.0, 0.0])
    assert called[34:52].sum() == pytest.approx(0)
    for begin in (0, 52, 104):
        assert called[begin : begin + 52].sum() == pytest.approx(2600)


def test_any_52_weeks_keep_the_limit() -> None:
    """Where weeks come back after 52, no 52 weeks in a row hold more duty than the limit, wherever they begin."""
    called = ran(exact(260, year="any12"), posts=13, limit=17)[CALLED]
    windows = np.convolve(called, np.ones(52), "valid")
    assert windows.max() <= 1700 + 1e-6
    assert windows.max() == pytest.approx(1700)


def test_a_need_within_the_limit_is_met_without_end() -> None:
    """What no more than 26 in 53 of the trained can hold is held in every week, however a year is counted."""
    years = frozenset(range(52, 520, 52))
    for year in ("calendar", "any12"):
        called = ran(exact(520, new_years=years, year=year), posts=12)[CALLED]
        assert called == pytest.approx([48.0] * 520)


def test_those_newly_trained_serve_their_own_weeks() -> None:
    """With ten newly trained a week and four weeks each, forty are on duty at any time once nobody else has weeks."""
    called = ran(exact(50), strength=0, signups=10, limit=4, posts=100, renewal=0.0)[CALLED]
    assert called[:3] == pytest.approx([0, 0, 0])
    assert called[3:7] == pytest.approx([10, 20, 30, 40])
    assert called[7:40] == pytest.approx([40] * 33)


def test_contracts_of_the_start_end_evenly() -> None:
    """Of 104 there at the start two leave each week of the first 52, and nobody is left after."""
    reserve = ran(exact(60), strength=104, renewal=0.0)[RESERVE]
    assert reserve[0] == pytest.approx(102)
    assert reserve[25] == pytest.approx(52)
    assert reserve[51:] == pytest.approx([0] * 9)


def test_a_part_of_a_week_sends_a_part_on() -> None:
    """A training of 3.4 weeks sends six in ten on after three weeks and the others after four."""
    trained = ran(exact(6), strength=0, signups=10, training__1__weeks=1.4)[TRAINED]
    assert trained == pytest.approx([0, 0, 0, 6, 16, 26])


def test_single_precision_is_close_to_double() -> None:
    """With 32 bits every figure of two years is that of 64 bits to five digits."""
    rng = np.random.default_rng(1)
    figures = {name: np.full(50, value) * rng.uniform(0.9, 1.0, 50) for name, value in PLAIN.items()}
    figures["signups"] = rng.uniform(0, 9, 50)
    figures["places"] = rng.uniform(100, 300, 50)
    for year in ("calendar", "any12"):
        one, other = (
            simulate(figures, Course(104, frozenset({52}), "at_once", year, precision))[:2]
            for precision in ("float32", "float64")
        )
        assert np.allclose(one, other, rtol=1e-5, atol=1e-3)


def test_runs_do_not_touch_one_another() -> None:
    """A run gives the same alone as among others, and beyond the number that is worked on at once."""
    rng = np.random.default_rng(2)
    figures = {name: np.full(10_050, value) for name, value in PLAIN.items()}
    figures["signups"] = rng.uniform(0, 9, 10_050)
    figures["contract"] = rng.uniform(26, 52, 10_050)
    together = simulate(figures, Course(30))
    for run in (0, 9_999, 10_000, 10_049):
        alone = simulate({name: row[run : run + 1] for name, row in figures.items()}, Course(30))
        assert (together[:, :, run] == alone[:, :, 0]).all()


def test_without_end_of_contracts_there_is_no_steady_state() -> None:
    """Where all contracts are renewed the reserve grows for ever, and the closed form says that there is none."""
    assert steady_state({**PLAIN, "signups": 1.0}) is None
    assert set(PLAIN) <= set(INPUTS)
