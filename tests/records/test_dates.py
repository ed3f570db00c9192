"""Partial dates keep the precision that was given."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.records import PartialDate

DAYS = st.dates(min_value=dt.date(1000, 1, 1))
PARTIAL = st.one_of(
    DAYS.map(PartialDate.of),
    DAYS.map(lambda d: PartialDate(d.year, d.month)),
    DAYS.map(lambda d: PartialDate(d.year)),
)


@given(PARTIAL)
def test_text_and_back(date: PartialDate) -> None:
    """What is written can be read again, with no precision won or lost."""
    again = PartialDate.parse(str(date))
    assert again == date
    assert again.precision == date.precision


@given(PARTIAL)
def test_bounds_hold_the_date(date: PartialDate) -> None:
    """The first possible day is not after the last, and both print with the given part in front."""
    assert date.earliest <= date.latest
    assert date.earliest.isoformat().startswith(str(date))
    assert date.latest.isoformat().startswith(str(date))


@given(DAYS)
def test_a_day_is_its_own_bounds(day: dt.date) -> None:
    """A full date leaves no room."""
    date = PartialDate.of(day)
    assert date.earliest == date.latest == day
    assert date.precision == "day"


@given(DAYS)
def test_coarser_dates_hold_finer_ones(day: dt.date) -> None:
    """A day lies within its month, and the month within its year."""
    month, year = PartialDate(day.year, day.month), PartialDate(day.year)
    assert year.earliest <= month.earliest <= day <= month.latest <= year.latest


@pytest.mark.parametrize(
    ("text", "expected", "precision"),
    [
        ("2025", PartialDate(2025), "year"),
        ("2025-11", PartialDate(2025, 11), "month"),
        ("2025-11-04", PartialDate(2025, 11, 4), "day"),
        (" 2025-11-04 ", PartialDate(2025, 11, 4), "day"),
        ("2025-11-04T23:59:59+03:00", PartialDate(2025, 11, 4), "day"),
        ("2025-11-04 08:00", PartialDate(2025, 11, 4), "day"),
        ("2024-02-29", PartialDate(2024, 2, 29), "day"),
    ],
)
def test_forms_that_are_read(text: str, expected: PartialDate, precision: str) -> None:
    """Year, month and day forms are read; a time of day is dropped."""
    assert PartialDate.parse(text) == expected
    assert PartialDate.parse(text).precision == precision


@pytest.mark.parametrize(
    "text", ["", "now", "25-11-04", "2025-13", "2025-00-04", "2025-02-29", "2025-11-31", "04.11.2025", "2025-1", "0000"]
)
def test_forms_that_are_refused(text: str) -> None:
    """A text that names no real date is refused with the form that is wanted."""
    with pytest.raises(ValueError, match="YYYY"):
        PartialDate.parse(text)


@pytest.mark.parametrize("parts", [(2025, 0, 4), (2025, 2, 30), (2025, -1), (0,), (10000,)])
def test_no_such_date_can_be_built(parts: tuple[int, ...]) -> None:
    """A date that is in no calendar cannot be built by hand either."""
    with pytest.raises(ValueError, match="no such"):
        PartialDate(*parts)


def test_leap_years_end_february() -> None:
    """The last day of a February depends on its year."""
    assert PartialDate(2024, 2).latest == dt.date(2024, 2, 29)
    assert PartialDate(2025, 2).latest == dt.date(2025, 2, 28)


def test_order_is_by_time_then_precision() -> None:
    """Dates sort by what is known; the coarser of two that start together comes first."""
    dates = [PartialDate(2025, 11, 4), PartialDate(2025), PartialDate(2024, 12, 31), PartialDate(2025, 11)]
    assert [str(d) for d in sorted(dates)] == ["2024-12-31", "2025", "2025-11", "2025-11-04"]
