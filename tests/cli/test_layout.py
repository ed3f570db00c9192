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
    written = sorted("".join("".join(line.replace("z: ", "") for line in lines[1:]).split()).replace("z:", ""))
    assert written == sorted("".join("".join("".join(row) for row in rows).split()))
    assert all(len(line) <= max(width, 3 * 6 + 2 * 2) for line in lines)


LISTED = [
    [
        "082b7e19",
        "unit.formed",
        "region=RU-BEL\ndate=2024",
        "",
        "2025-11-10",
        "03_dvadtsat_regionov.txt",
        "отряды созданы",
    ],
    ["7d0d0a52", "pay.amount", "amount=80000", "", "2025-11", "16_chinovniki.md", "eighty thousand rubles"],
]
LISTED_HEAD = ["id", "type", "args", "by", "published", "doc", "quote"]


def test_a_column_without_anything_in_it_is_not_shown() -> None:
    """What no row has an entry for takes no room."""
    assert next(lay_out(LISTED_HEAD, LISTED, 160)).split() == ["id", "type", "args", "published", "doc", "quote"]


def test_what_has_no_room_beside_goes_below() -> None:
    """On a narrow screen the last columns stand below their rows, by name, and dates and codes stay whole."""
    assert list(lay_out(LISTED_HEAD, LISTED, 48)) == [
        "id        type         args           published",
        "082b7e19  unit.formed  region=RU-BEL  2025-11-10",
        "                       date=2024",
        "    doc: 03_dvadtsat_regionov.txt",
        "    quote: отряды созданы",
        "7d0d0a52  pay.amount   amount=80000   2025-11",
        "    doc: 16_chinovniki.md",
        "    quote: eighty thousand rubles",
    ]


def test_numbers_and_dates_are_not_broken_at_their_signs() -> None:
    """A word that is too long breaks after a joint, a date or a decimal only where there is no other way."""
    lines = list(lay_out(["a", "b"], [["recruitment.category_count 2025-11-10", "x" * 40]], 38))
    assert "2025-11-10" in "\n".join(lines)
    assert any(line.startswith("recruitment.") for line in lines)
