"""The calendar of terms: months that are not alike, days that count once, ages at birthdays, kopecks."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.programme.terms.days import (
    Duration,
    Span,
    age_on,
    calendar_months,
    counted,
    cut,
    last_day,
    money,
    period_of,
    united,
    whole_months,
    within,
)

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))
SPANS = st.builds(lambda day, n: Span(day, day + dt.timedelta(days=n)), DAYS, st.integers(0, 900))


def d(text: str) -> dt.date:
    """A day."""
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    "first, months, last",
    [
        ("2026-03-01", 12, "2027-02-28"),
        ("2027-03-01", 12, "2028-02-29"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-08-28", 6, "2027-02-27"),
        ("2026-08-29", 6, "2027-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-28"),
        ("2026-12-15", 1, "2027-01-14"),
    ],
)
def test_a_term_ends_the_day_before_the_same_date(first: str, months: int, last: str) -> None:
    """Where the month has no such date, the term ends with the month."""
    assert last_day(d(first), Duration(months)) == d(last)


@pytest.mark.parametrize(
    "text, reach",
    [
        ("P6M", (181, 184)), ("P2M", (59, 62)), ("P1M", (28, 31)), ("P3M", (89, 92)), ("P1Y", (365, 366)),
        ("180 days", (180, 180)), ("P3W", (21, 21)), ("2 years", (730, 731)), ("12m", (365, 366)),
        ("P1M10D", (38, 41)),
    ],
)  # fmt: skip
def test_months_last_as_long_as_they_can(text: str, reach: tuple[int, int]) -> None:
    """Six months are 181 to 184 days; a source that counts days is taken at its word."""
    assert Duration.parse(text).reach == reach


@given(DAYS, st.integers(1, 24))
def test_no_run_of_months_is_outside_its_reach(first: dt.date, months: int) -> None:
    """Whatever the day on which it begins, a term of whole months lies within the reach, the end of a month apart."""
    least, most = Duration(months).reach
    days = Span(first, last_day(first, Duration(months))).days
    assert least <= days <= most or first.day > 28


@pytest.mark.parametrize("text", ["", "P", "six months", "0 days", "P0M", "-3m", "1.5 years"])
def test_what_is_no_length_of_time_is_refused(text: str) -> None:
    """Only a whole number of days, weeks, months or years is one."""
    with pytest.raises(ValueError, match="length of time"):
        Duration.parse(text)


@given(SPANS)
def test_months_of_pay_add_up(span: Span) -> None:
    """Cut anywhere, the months of the pieces come to the months of the whole."""
    middle = span.first + dt.timedelta(days=span.days // 2)
    assert sum(calendar_months(p) for p in cut(span, [middle])) == calendar_months(span)


@given(st.lists(SPANS, max_size=6))
def test_a_day_counts_once(spans: list[Span]) -> None:
    """However spans overlap, what is counted is the number of different days."""
    days = {s.first + dt.timedelta(days=n) for s in spans for n in range(s.days)}
    assert counted(spans) == len(days)
    assert sum(s.days for s in united(spans)) == len(days)


@given(SPANS, SPANS)
def test_what_lies_within_bounds(span: Span, bounds: Span) -> None:
    """The part of a span within bounds has the days that both have."""
    days = {span.first + dt.timedelta(days=n) for n in range(span.days)}
    assert counted(within([span], bounds)) == sum(day in bounds for day in days)


def test_whole_months_are_counted_from_the_first_day() -> None:
    """15 March to 14 June are three months; a day less are two; a gap costs the months that it touches."""
    first = d("2026-03-15")
    assert len(whole_months(first, [Span(first, d("2026-06-14"))])) == 3
    assert len(whole_months(first, [Span(first, d("2026-06-13"))])) == 2
    gap = [Span(first, d("2026-04-20")), Span(d("2026-04-22"), d("2026-06-14"))]
    assert [str(m) for m in whole_months(first, gap)] == ["2026-03-15 to 2026-04-14", "2026-05-15 to 2026-06-14"]


@pytest.mark.parametrize(
    "born, day, leap, age",
    [
        ("1975-06-08", "2026-06-07", "28-02", 50),
        ("1975-06-08", "2026-06-08", "28-02", 51),
        ("2008-02-29", "2026-02-27", "28-02", 17),
        ("2008-02-29", "2026-02-28", "28-02", 18),
        ("2008-02-29", "2026-02-28", "01-03", 17),
        ("2008-02-29", "2026-03-01", "01-03", 18),
        ("2008-02-29", "2028-02-28", "28-02", 19),
        ("2008-02-29", "2028-02-29", "01-03", 20),
        ("2008-12-31", "2026-12-31", "28-02", 18),
    ],
)
def test_age_at_birthdays(born: str, day: str, leap: str, age: int) -> None:
    """The birthday counts; who was born on 29 February has one in every year, by convention."""
    assert age_on(d(born), d(day), leap) == age


def test_the_time_of_a_limit() -> None:
    """A calendar year, a calendar month, or as long a time that ends on the day."""
    assert str(period_of(d("2026-05-05"), Duration(12), "calendar")[0]) == "2026-01-01 to 2026-12-31"
    assert str(period_of(d("2028-02-05"), Duration(1), "calendar")[0]) == "2028-02-01 to 2028-02-29"
    assert str(period_of(d("2026-03-01"), Duration(12), "any12")[0]) == "2025-03-02 to 2026-03-01"
    assert str(period_of(d("2026-02-28"), Duration(12), "any12")[0]) == "2025-03-01 to 2026-02-28"
    assert str(period_of(d("2026-12-31"), Duration(36), "calendar")[0]) == "2024-01-01 to 2026-12-31"


@given(st.fractions(min_value=-(10**9), max_value=10**9))
def test_kopecks_are_rounded_as_the_law_of_sums_has_it(value: Fraction) -> None:
    """Half a kopeck goes away from zero, as decimal arithmetic with that rounding has it."""
    exact = Decimal(value.numerator) / Decimal(value.denominator) if value.denominator < 10**6 else None
    if exact is not None and Fraction(exact) == value:
        assert Decimal(money(value)) == exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert abs(Fraction(money(value)) - value) <= Fraction(1, 200)
