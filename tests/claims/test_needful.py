"""Necessary conditions of expressions: never stricter than the expression."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.needful import Gated, conditions, may_match


@pytest.mark.parametrize(
    ("expression", "text", "possible"),
    [
        (r"(?:guard|protect)ing .{0,9}bridges?", "guarding a bridge", True),
        (r"(?:guard|protect)ing .{0,9}bridges?", "guarding a port", False),
        (r"(?:not )?sent abroad", "sent abroad", True),
        (r"(?:a|b)?", "zzz", True),
        (r"(?P<q>contract(?: for)? \d+)", "no such word", False),
        (r"[\ue001-\ue0ff]\uf8ff*+ region", "\ue010\uf8ff\uf8ff region", True),
        (r"[\ue001-\ue0ff]\uf8ff*+ region", "that region", False),
        (r"(?<!not )signed", "signed", True),
    ],
)
def test_a_text_that_lacks_what_is_needed_is_passed_over(expression: str, text: str, possible: bool) -> None:
    """The conditions tell whether a search is worth while."""
    assert may_match(conditions(expression), text, {}) is possible


_PIECES = ["form", "(?:a|bc|d)", "x?", "[ab]", "(?:unit|squad)s?", r"\w+", "(?P<n>in|at)", ".{0,3}?", "(?:q)*"]


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=5), st.text(alphabet="formabcdxunitsqwh ", max_size=24))
def test_no_match_is_ever_lost(pieces: list[str], text: str) -> None:
    """Wherever the expression matches, its conditions hold."""
    expression = "".join(p.replace("P<n>", f"P<n{i}>") for i, p in enumerate(pieces))
    if re.search(expression, text):
        assert may_match(conditions(expression), text, {})


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (r"\b(?:guards?|patrol\w*)\b", "They guard a bridge and patrol the road; safeguards stay."),
        (r"(?:said|told)\s+by (?P<who>\w+)$", "It was told by Someone"),
        (r"x?y*", "nothing that it needs"),
        ("|".join(f"word{n}" for n in range(200)), "word17 and word3"),
    ],
)
def test_a_gated_expression_finds_what_it_finds_by_itself(expression: str, text: str) -> None:
    """The gate never hides a match."""
    gated = Gated(expression)
    for start, end in ((0, len(text)), (3, len(text)), (0, len(text) // 2)):
        plain = [m.span() for m in gated.regex.finditer(text, start, end)]
        assert [m.span() for m in gated.finditer(text, start, end)] == plain
        first = gated.search(text, start, end)
        assert (first is not None) == bool(plain)
    assert gated.found_in(text, 0, len(text)) == bool(gated.regex.search(text))
