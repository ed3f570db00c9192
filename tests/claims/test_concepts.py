"""Concepts that stand together."""

from __future__ import annotations

from musterbook.claims.finders.concepts import around, nearest
from musterbook.claims.needful import Gated

_PARTS = (Gated(r"\bcat\b"), Gated(r"\bmouse\b"))


def test_the_nearest_words_of_each_concept_are_taken() -> None:
    """Of several words of a concept the one that stands next to the other concept counts."""
    text = "a cat sat there and a mouse saw the cat"
    found = nearest(_PARTS, text, (0, len(text)), 40)
    assert found is not None
    assert [text[s:e] for s, e in found] == ["cat", "mouse"]
    assert found[0][0] == text.rindex("cat")
    assert text[slice(*around(found))] == "mouse saw the cat"


def test_words_too_far_apart_or_parted_by_a_semicolon_say_nothing() -> None:
    """A statement is not put together from two ends of a sentence, nor over a semicolon."""
    far = "cat" + " very" * 20 + " mouse"
    assert nearest(_PARTS, far, (0, len(far)), 40) is None
    parted = "a cat; a mouse"
    assert nearest(_PARTS, parted, (0, len(parted)), 40) is None
    assert nearest(_PARTS, "a cat", (0, 5), 40) is None
