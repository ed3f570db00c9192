"""Values of a text in shorthand, so that a table of forms can be read by eye.

In: a text. Out: one line, ``kind[words]=value`` for each value in order, for instance
``money[up to 80,000 rubles]=<80000 RUB``. Never looks at anything but what `find` returns.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from musterbook.claims.mention import Ages, Count, Duration, Mention, Money, When
from musterbook.claims.values import find
from musterbook.records import PartialDate

MONDAY = PartialDate(2025, 11, 10)
_SIGNS = {"exactly": "", "at_least": ">", "at_most": "<", "about": "~", "ordinal": "#"}


def lowered(text: str) -> str:
    """Lower case, character by character, of equal length."""
    return "".join(low if len(low := ch.lower()) == 1 else ch for ch in text)


def values(text: str, published: PartialDate | None = MONDAY) -> list[Mention]:
    """The values of a text; Russian if it has a Cyrillic letter."""
    lower = lowered(text)
    language = "ru" if any("а" <= ch <= "я" for ch in lower) else "en"
    return find(text, lower, language, published)


def shorthand(text: str, published: PartialDate | None = MONDAY) -> str:
    """The values of a text in shorthand, separated by semicolons."""
    return "; ".join(f"{m.kind}[{text[m.start : m.end]}]={_value(m.value)}" for m in values(text, published))


def _value(value: object) -> str:
    match value:
        case Money():
            return f"{_SIGNS[value.comparator]}{_span(f'{value.low:.10g}', f'{value.high:.10g}')} {value.currency}"
        case Count():
            return f"{_SIGNS[value.comparator]}{_span(f'{value.low:.10g}', f'{value.high:.10g}')}"
        case Duration():
            return f"{_SIGNS[value.comparator]}{_span(value.low, value.high)}"
        case Ages():
            return f"{value.low or ''}..{value.high or ''}"
        case When():
            until = f"..{value.until}" if value.until else ""
            return f"{value.date}{until}" + (f" {value.direction}" if value.direction != "on" else "")
    raise TypeError(f"no such value: {value!r}")


def _span(low: str, high: str) -> str:
    return low if low == high else f"{low}..{high}"


@pytest.fixture(scope="session")
def shown() -> Callable[..., str]:
    """The values of a text in shorthand; the publication date is Monday 10 November 2025 unless given."""
    return shorthand


@pytest.fixture(scope="session")
def lower() -> Callable[[str], str]:
    """Lower case of equal length, as the reader of values wants it."""
    return lowered
