"""Quotes: what is not in the reading cannot be quoted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.anchor import MAX_QUOTE, anchor, check
from musterbook.errors import AnchorError
from musterbook.records import Reading


def reading(text: str) -> Reading:
    """A reading of a text."""
    return Reading("capture-0", text)


@given(st.text(min_size=1, max_size=60), st.data())
def test_a_quote_is_the_readings_own_words(text: str, data: st.DataObject) -> None:
    """Whatever the script, text[start:end] is the quote, without white space at its ends."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        with pytest.raises(AnchorError):
            anchor(reading(text), start, end)
        return
    quote = anchor(reading(text), start, end)
    assert quote.exact == text[quote.start : quote.end] == text[start:end].strip()


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2), (0, 99)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    """A span that is empty, backwards or beyond the text is an error that names the span."""
    with pytest.raises(AnchorError, match=f"{start}-{end}"):
        anchor(reading("Отряд создан."), start, end)


def test_a_passage_too_long_is_refused() -> None:
    """A span longer than any statement is a faulty span."""
    with pytest.raises(AnchorError, match="longer"):
        anchor(reading("a" * (MAX_QUOTE + 2)), 0, MAX_QUOTE + 1)


def test_altered_words_are_found_out() -> None:
    """A quote whose words are not where it says is an error that shows both."""
    source = reading("They guard seven bridges.")
    quote = anchor(source, 5, 24)
    assert check(source, quote) is quote
    with pytest.raises(AnchorError, match="eight bridges"):
        check(source, replace(quote, exact="guard eight bridges"))
