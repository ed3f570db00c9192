"""Content-derived ids: equal for equal content, on every machine."""

from __future__ import annotations

import re
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from musterbook.records import content_id

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@given(st.lists(JSON, max_size=5))
def test_an_id_has_one_form(parts: list[object]) -> None:
    """An id is its kind, a dash and twenty hex digits, whatever the content."""
    assert re.fullmatch(r"claim-[0-9a-f]{20}", content_id("claim", *parts))


@given(st.lists(JSON, max_size=5))
def test_same_content_same_id(parts: list[object]) -> None:
    """Deriving twice gives the same id."""
    assert content_id("claim", *parts) == content_id("claim", *parts)


@given(st.text(), st.text())
def test_different_text_different_id(a: str, b: str) -> None:
    """Two texts share an id only where they are one text, lone surrogates included."""
    assert (content_id("reading", a) == content_id("reading", b)) == (a == b)


def test_order_and_grouping_count() -> None:
    """Parts in another order, or grouped otherwise, are other content."""
    ids = {
        content_id("x", "a", "b"),
        content_id("x", "b", "a"),
        content_id("x", ["a", "b"]),
        content_id("x", "ab"),
        content_id("x", "a", "b", ""),
        content_id("y", "a", "b"),
    }
    assert len(ids) == 6


def test_order_of_keys_does_not_count() -> None:
    """A mapping's keys carry no order."""
    assert content_id("x", {"a": 1, "b": 2}) == content_id("x", {"b": 2, "a": 1})


def test_number_and_its_text_differ() -> None:
    """The number 1, the text '1' and True are three values."""
    assert len({content_id("x", 1), content_id("x", "1"), content_id("x", True)}) == 3


def test_id_does_not_depend_on_the_process() -> None:
    """Another process, with another hash seed, derives the same id; the value itself is pinned."""
    code = "from musterbook.records import content_id; print(content_id('claim', 'Отряд', 1, ['a']))"
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert seen == {content_id("claim", "Отряд", 1, ["a"])}
    assert content_id("claim", "a") == "claim-0eb5b8d6f81bc677da8a"
