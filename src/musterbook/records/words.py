"""Normal forms in plain English, one value at a time: counts, durations, codes.

In: values as claims hold them. Out: words. Knows no programme and no name of a place.
"""

from __future__ import annotations

from musterbook.expressions import regex
from musterbook.records.claim import Scalar

_DURATION = regex(r"P(\d+)([YMWD])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def plural(number: int, noun: str, many: str = "") -> str:
    """A number with its noun.

    >>> plural(1, "document"), plural(1200, "document"), plural(2, "entry", "entries")
    ('1 document', '1,200 documents', '2 entries')
    """
    return f"{number:,} {noun if number == 1 else many or f'{noun}s'}"


def in_words(value: Scalar) -> str:
    """One value, whatever its role.

    >>> in_words("P6M"), in_words("signing_bonus"), in_words(True), in_words(80000)
    ('6 months', 'signing bonus', 'yes', '80,000')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"
    found = _DURATION.fullmatch(value)
    return plural(int(found[1]), _UNITS[found[2]]) if found else value.replace("_", " ")
