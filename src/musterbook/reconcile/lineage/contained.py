"""Which passages one text has from another.

In: two texts. Out: the passages that stand in both, and how much of the later one they make up. Never
counts direct speech, of which two independent reports may each have a copy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, count

from musterbook.reconcile.lineage.leaves import WIDTH, apart, spans_of, unquoted
from musterbook.reconcile.wording.retold import beginning

_SHORTEST = 8  # words: shorter common runs are turns of phrase
_STRIDE = 16  # words compared at a time
_STEM = 5  # letters by which two words are held to be one
_LONGER = 4  # letters of a word that says something


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand in both texts.

    Attributes:
        words: How many.
        first: Which word of the later text is the first.
        source_first: Which of the earlier one.
    """

    words: int
    first: int
    source_first: int

    def runs(self, hashes: Sequence[int]) -> Sequence[int]:
        """Its shingles, out of those of the later text."""
        return hashes[self.first : self.first + self.words - WIDTH + 1]


@dataclass(frozen=True)
class Parsed:
    """A text taken apart for comparison, direct speech left out.

    Attributes:
        told: The text without it.
        words: In lower case.
        hashes: Of each run of `WIDTH` words, by its first.
        places: Hash → the first run that has it.
    """

    told: str
    words: tuple[str, ...]
    hashes: tuple[int, ...]
    places: Mapping[int, int]

    @cached_property
    def turns(self) -> frozenset[tuple[str, ...]]:
        """Its turns of phrase: all runs of three words, by their beginnings."""
        words = [w[:_STEM] for w in self.words]
        return frozenset(zip(words, words[1:], words[2:], strict=False))

    @cached_property
    def longer(self) -> frozenset[str]:
        """Its longer words, by their beginnings; its figures are any report's of the same event."""
        return frozenset(beginning(w) for w in set(self.words) if len(w) >= _LONGER and not w.isdigit())

    def span(self, first: int, words: int) -> tuple[int, int]:
        """Where some words in a row stand, half-open."""
        return self._spans[first][0], self._spans[first + words - 1][1]

    @cached_property
    def _spans(self) -> tuple[tuple[int, int], ...]:
        return spans_of(self.told)


def parse(text: str) -> Parsed:
    """Take a text apart, once for all comparisons."""
    told = unquoted(text)
    words, hashes = apart(told)
    places = dict(zip(reversed(hashes), range(len(hashes) - 1, -1, -1), strict=True))
    return Parsed(told, words, hashes, places)


def passages(later: Parsed, earlier: Parsed) -> tuple[Passage, ...]:
    """Passages of a text that stand in an earlier one.

    Args:
        later: The text that may have copied.
        earlier: The text that may have been copied.

    Returns:
        Passages, longest first.
    """
    words, others = later.words, earlier.words
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
            found.append(Passage(length, at, start))
        at += length
    found.sort(key=lambda p: (-p.words, p.first))
    return tuple(found)
