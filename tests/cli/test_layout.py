"""Tables as lines of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.cli.layout import lay_out

ROWS = [
    ["RU-BEL Belgorod Oblast", "pay.amount", "kind=monthly_pay currency=RUB", "80000 (planned)"],
    ["RU-BEL Belgorod Oblast", "pay.amount", "", "40000"],
    ["RU-BEL Belgorod Oblast", "unit.formed", "kind=territorial", "yes"],
    ["RU-BRY Bryansk Oblast", "unit.formed", "kind=territorial", "yes"],
]
HEAD = ["region", "type", "question", "answer"]


def test_headings_stand_once_above_what_they_hold() -> None:
    """A heading is written where it changes, and one under it again when the one above changes."""
    assert list(lay_out(HEAD, ROWS, 80, headings=2)) == [
        "    question                       answer",
        "RU-BEL Belgorod Oblast",
        "  pay.amount",
        "    kind=monthly_pay currency=RUB  80000 (planned)",
        "                                   40000",
        "  unit.formed",
        "    kind=territorial               yes",
        "RU-BRY Bryansk Oblast",
        "  unit.formed",
        "    kind=territorial               yes",
    ]


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_words_are_not_broken_where_they_fit(width: int) -> None:
    """Every word of a cell stands whole in some line as long as the longest of each column fit side by side."""
    lines = "\n".join(lay_out(HEAD[2:], [row[2:] for row in ROWS], width))
    assert all(word in lines for row in ROWS for cell in row[2:] for word in cell.split())


def test_a_cell_with_lines_of_its_own_keeps_them() -> None:
    """Lines of a cell stand under one another, beside the first line of the next cell."""
    assert list(lay_out(["a", "b"], [["one\ntwo", "three"]], 40)) == ["a    b", "one  three", "two"]


@given(
    st.lists(st.lists(st.text("abc \n", max_size=30), min_size=3, max_size=3), max_size=6),
    st.integers(min_value=1, max_value=120),
)
def test_nothing_of_a_cell_is_lost(rows: list[list[str]], width: int) -> None:
    """Whatever the width, all letters are written, and no line is longer than the screen or the narrowest columns."""
    lines = list(lay_out(["x", "y", "z"], rows, width))
    written = sorted("".join("".join(lines[1:]).split()))
    assert written == sorted("".join("".join("".join(row) for row in rows).split()))
    assert all(len(line) <= max(width, 3 * 6 + 2 * 2) for line in lines)
