"""What an expression matches is the same whether the engine is told how its matches begin or not."""

from __future__ import annotations

import re
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.expressions import Codes
from musterbook.openings import opened

TOLD = [
    r"\b(?:guard|protect)s?",
    r"(?<!\w)(?:a|bc)+d",
    r"(?=[abc])\w+",
    r"(?:the )?(?:old |new )?law\b",
    r"(?P<day>\d\d?)\.\d|may",
    r"(?>ab|cd)+e",
    r"\b(?:)x*y",
    r"^a.b$",
    r"(?:\s+|;)but",
    "[\ue000-\uf8ff]?\\bслуж|\U0001f600!",
]
LEFT = [
    r"\b\w+ law",  # nearly every character
    r"[^a]b",
    r".b",
    r"(?:law)?",  # may be empty
    r"\b",
    r"(a)?(?(1)b|c)",
    r"(?i:law)s|order",
    r"\b(?!)",
]


def _code(expression: str, flags: int = 0) -> tuple[list[int], list[int]]:
    parsed = parser.parse(expression, flags)
    code = compiler._code(parsed, flags)
    return code, opened(parsed, list(code))


@pytest.mark.parametrize("expression", TOLD)
def test_how_matches_begin_is_told_in_the_head_alone(expression: str) -> None:
    """Behind an assertion or a choice the first characters are found, and the rest of the code stays as it is."""
    code, made = _code(expression)
    assert not code[2]
    assert made[2]
    assert made[3] == code[3]
    assert made[made[1] + 1 :] == code[code[1] + 1 :]


@pytest.mark.parametrize("expression", LEFT)
def test_where_it_cannot_be_told_nothing_changes(expression: str) -> None:
    """Whatever may begin with nearly any character, or be empty, is left as it is; so is what ignores case."""
    code, made = _code(expression)
    assert made == code
    code, made = _code(r"\b(?:guard|protect)", re.IGNORECASE)
    assert made == code


@pytest.mark.parametrize("expression", ["plain", "[ab]c", "(?:x|y)z"])
def test_what_re_tells_itself_stays(expression: str) -> None:
    """Where the engine found a first string or set of its own, that is kept."""
    code, made = _code(expression)
    assert code[2]
    assert made == code


_PARTS = st.sampled_from(
    ["a", "b", "c", " ", r"\d", r"\s", r"\w", "[ab]", "[^a]", "[a-c1]", ".", r"\b", r"\B", "^", "$", "ж", "\ue000"]
)
_EXPRESSIONS = st.recursive(
    _PARTS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        inner.map(lambda part: f"(?:{part})?"),
        inner.map(lambda part: f"(?:{part}){{0,2}}?"),
        inner.map(lambda part: f"(?:{part}){{1,3}}"),
        inner.map(lambda part: f"({part})"),
        inner.map(lambda part: f"(?>{part})"),
        inner.map(lambda part: f"(?={part})"),
        inner.map(lambda part: f"(?!{part})"),
    ),
    max_leaves=8,
)


@given(_EXPRESSIONS, st.text("abc1 ж\ue000\n", max_size=12), st.sampled_from([0, re.I, re.M, re.A]))
def test_the_same_is_found(expression: str, text: str, flags: int) -> None:
    """Of any expression, in any text, at any place."""
    made, plain = Codes().compiled(expression, flags), re.compile(expression, flags)
    for start in (0, 1):
        found = [(m.span(), m.groups()) for m in made.finditer(text, start)]
        assert found == [(m.span(), m.groups()) for m in plain.finditer(text, start)]
        first, other = made.search(text, start, 7), plain.search(text, start, 7)
        assert (first and first.span()) == (other and other.span())
        assert made.sub("-", text) == plain.sub("-", text)
