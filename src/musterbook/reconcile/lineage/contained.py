"""Which passages one text has from another.

In: two texts. Out: the passages that stand in both, and how much of the later one they make up. Never
counts direct speech, of which two independent reports may each have a copy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, count

from musterbook.reconcile.lineage.leaves import WIDTH, apart, spans_of, unquoted

_SHORTEST = 8  # words: shorter common runs are turns of phrase
_STRIDE = 16  # words compared at a time


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand in both texts: half-open spans in the later and in the earlier one.

    Attributes:
        start: In the later text.
        end: One past.
        source_start: In the earlier text.
        source_end: One past.
        words: How many.
        first: Which word of the later text is the first.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    words: int
    first: int

    def runs(self, hashes: Sequence[int]) -> Sequence[int]:
        """Its shingles, out of those of the later text."""
        return hashes[self.first : self.first + self.words - WIDTH + 1]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text taken apart for comparison, direct speech left out.

    Attributes:
        words: In lower case.
        spans: Where each stands in the text.
        hashes: Of each run of `WIDTH` words, by its first.
        places: Hash → the first run that has it.
    """

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    hashes: tuple[int, ...]
    places: Mapping[int, int]


def parse(text: str) -> Parsed:
    """Take a text apart, once for all comparisons."""
    told = unquoted(text)
    words, hashes = apart(told)
    places = dict(zip(reversed(hashes), range(len(hashes) - 1, -1, -1), strict=True))
    return Parsed(words, spans_of(told), hashes, places)


def passages(later: Parsed, earlier: Parsed) -> tuple[Passage, ...]:
    """Passages of a text that stand in an earlier one.

    Args:
        later: The text that may have copied.
        earlier: The text that may have been copied.

    Returns:
        Passages, longest first.
    """
    words, others = later.words, earlier.words
    spans, other_spans = later.spans, earlier.spans
    found: list[Passage] = []
    at = 0
    for first in compress(count(), map(earlier.places.__contains__, later.hashes)):
        if first < at:
            continue
        at = first
        start = earlier.places[later.hashes[at]]
        length = WIDTH
        while words[at + length : at + length + _STRIDE] == others[start + length : start + length + _STRIDE]:
            if at + length >= len(words):
                break
            length += _STRIDE
        length = min(length, len(words) - at, len(others) - start)
        while (
            at + length < len(words) and start + length < len(others) and words[at + length] == others[start + length]
        ):
            length += 1
        if length >= _SHORTEST:
            last, other_last = at + length - 1, start + length - 1
            found.append(
                Passage(spans[at][0], spans[last][1], other_spans[start][0], other_spans[other_last][1], length, at)
            )
        at += length
    found.sort(key=lambda p: (-p.words, p.start))
    return tuple(found)
