"""Partial dates: a year, a month or a day, kept with the precision that was given."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from musterbook.expressions import regex

_FORM = regex(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A calendar date of which the month or the day may be unknown.

    Attributes:
        year: Four-digit year.
        month: 1–12, or 0 where unknown.
        day: 1–31, or 0 where unknown.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999 or not 0 <= self.month <= 12:
            raise ValueError(f"no such month: {self.year}-{self.month}; give YYYY, YYYY-MM or YYYY-MM-DD")
        if self.day and (not self.month or self.day > calendar.monthrange(self.year, self.month)[1]):
            raise ValueError(f"no such day: {self.year}-{self.month}-{self.day}; give YYYY, YYYY-MM or YYYY-MM-DD")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` (a time of day after ``T`` is dropped).

        Raises:
            ValueError: The text has another form or names no real day.

        >>> str(PartialDate.parse("2025-11"))
        '2025-11'
        """
        found = _FORM.match(text.strip().split("T")[0].split(" ")[0])
        if not found:
            raise ValueError(f"not a date: {text!r}; give YYYY, YYYY-MM or YYYY-MM-DD")
        return cls(*(int(g or 0) for g in found.groups()))

    @classmethod
    def of(cls, day: dt.date) -> PartialDate:
        """The full partial date of a calendar day."""
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.day:
            text += f"-{self.day:02d}"
        return text

    @property
    def earliest(self) -> dt.date:
        """The first day that this may be."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date:
        """The last day that this may be."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def precision(self) -> str:
        """``year``, ``month`` or ``day``."""
        return "day" if self.day else "month" if self.month else "year"
