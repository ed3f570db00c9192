"""Concepts whose words stand together: the least that a statement needs, in any order.

In: expressions, one for each concept of a statement, and a stretch of a text. Out: the words
of each concept that stand nearest to one another. Never says what the statement is.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from musterbook.claims.needful import Gated

Span = tuple[int, int]

_MOST = 4  # words of one concept in a sentence that are tried


def nearest(parts: Sequence[Gated], text: str, sentence: Span, reach: int) -> tuple[Span, ...] | None:
    """The words of each concept that stand closest together, if they stand near enough.

    Args:
        parts: The concepts.
        text: The text or its shadow.
        sentence: The stretch that is searched.
        reach: Characters within which the words of all concepts must stand.

    Returns:
        One span for each concept in their order; None where a concept has no word there, or
        all stand too far apart, or a semicolon parts them.
    """
    found: list[list[Span]] = []
    for part in parts:
        spans = [m.span() for m in itertools.islice(part.finditer(text, *sentence), _MOST)]
        if not spans:
            return None
        found.append(spans)
    closest = min(itertools.product(*found), key=_extent)
    return closest if _extent(closest) <= reach and ";" not in text[slice(*around(closest))] else None


def around(words: Sequence[Span]) -> Span:
    """From the first of some words to the last."""
    return min(s for s, _ in words), max(e for _, e in words)


def _extent(words: Sequence[Span]) -> int:
    start, end = around(words)
    return end - start
