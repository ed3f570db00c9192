"""In how many regions: bare numbers after regions were counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str, str], list[dict[str, Any]]]

_COUNTS = [
    ("The reserve recruits in some thirty regions; a month ago it was 19.", [(30, "about"), (19, "exactly")]),
    (
        "Fourteen regions recruit for the BARS reserve. Meduza has at least seventeen.",
        [(14, "exactly"), (17, "at_least")],
    ),
    ("Meduza's tally of regions that recruit BARS reservists stands at 33.", [(33, "exactly")]),
    (
        "19: the number of regions where BARS reservists were taken on. In January we had counted 13.",
        [(19, "exactly"), (13, "exactly")],
    ),
    ("В марте мы насчитали 21 регион с набором резервистов, к июню их стало 35.", [(21, "exactly"), (35, "exactly")]),
    ("Отряды резервистов собирают 19 областей. В декабре таких было 17.", [(19, "exactly"), (17, "exactly")]),
]

_NONE = [
    "Fourteen regions recruit for the BARS reserve. The unit in Tver has 300.",
    "The BARS reserve grows. The battalion lost two men, and by June it was 19.",
    "Обломки дронов упали за неделю в 12 регионах. Резервистов БАРС там не было.",
]


@pytest.mark.parametrize(("text", "expected"), _COUNTS)
def test_a_bare_number_counts_what_was_counted_before(tell: Tell, text: str, expected: list[tuple[int, str]]) -> None:
    """Where a text has counted regions, a number without a noun goes on counting them."""
    told = [(c["args"]["count"], c["args"]["comparator"]) for c in tell("programme.regions", text)]
    assert told == expected


@pytest.mark.parametrize("text", _NONE)
def test_other_numbers_count_no_regions(tell: Tell, text: str) -> None:
    """The strength of a unit and regions that were attacked are no regions of the programme."""
    counts = [c["args"]["count"] for c in tell("programme.regions", text)]
    assert [n for n in counts if n != 14] == []
