"""Which of the strings that expressions cannot do without stand where in a text: one pass for all.

In: sets of strings, as expressions come into use, and texts. Out: for each text its `Sightings`,
which tell of a set whether any of its strings can stand in a span. Never says no where one stands;
says perhaps of a set that came into use after the automaton was last built.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from operator import or_

from ahocorasick_rs import AhoCorasick, Implementation

from musterbook.claims.shadow import plain
from musterbook.expressions import regex

SHORTEST = 3  # characters: shorter strings stand in every sentence
_PRIVATE = regex("[\ue000-\uf8ff]")  # signs of mentions, which the text itself does not have
_APART = "\0"  # between strings that are looked at together
_FIRST_WAIT = 2  # documents before the automaton is built; twice as many each time before it is built anew


def watchable(string: str) -> bool:
    """Whether a string can be looked for in whole texts: it is long enough and holds no sign of a mention."""
    return len(string) >= SHORTEST and _PRIVATE.search(string) is None


class Sightings:
    """What one text holds, by sentences: a stretch begins with a sentence and ends before the next."""

    def __init__(self, starts: list[int], masks: list[int]) -> None:
        """Keep where each stretch begins, and the numbers of the sets that it holds as bits."""
        self._starts = [*starts, sys.maxsize]
        self._masks = masks
        self._numbers = {start: number for number, start in enumerate(starts)}

    def mask(self, start: int, end: int) -> int:
        """The sets of which a string can stand between two offsets, one bit each."""
        starts, masks = self._starts, self._masks
        first = self._numbers.get(start, -1)  # asked of whole sentences most often
        if first < 0:
            first = bisect_right(starts, start) - 1
        mask = masks[first]
        if end <= starts[first + 1]:
            return mask
        last = min(bisect_left(starts, end, first + 1), len(masks))
        if first == 0:
            return self._so_far[last - 1]
        for at in range(first + 1, last):
            mask |= masks[at]
        return mask

    @cached_property
    def _so_far(self) -> list[int]:
        """What each stretch and all before it hold."""
        return list(accumulate(self._masks, or_))


class Sighted(str):
    """A text, in whatever form of equal length, that knows what was sighted in it."""

    sightings: Sightings

    @classmethod
    def of(cls, text: str, sightings: Sightings) -> Sighted:
        """The same text with its sightings."""
        made = cls(text)
        made.sightings = sightings
        return made


def alike(text: str, model: str) -> str:
    """A text of equal length, sighted where its model is."""
    return Sighted.of(text, model.sightings) if isinstance(model, Sighted) else text


class Watch:
    """The sets of strings that are looked for; it grows as expressions come into use."""

    def __init__(self) -> None:
        """Begin with none."""
        self._numbers: dict[frozenset[str], int] = {}
        self._bits: list[int] = []
        self._automaton: AhoCorasick | None = None
        self._built = 0
        self._wait = self._left = _FIRST_WAIT

    def bit(self, strings: Iterable[str]) -> int:
        """The bit of a set of strings; 0 where they are too short, or too special, to be looked for."""
        joined = _APART.join(strings)
        folded = frozenset(plain(joined).split(_APART))
        if min(map(len, folded)) < SHORTEST or _PRIVATE.search(joined):
            return 0
        return 1 << self._numbers.setdefault(folded, len(self._numbers))

    def sight(self, text: str, sentences: Sequence[tuple[int, int]]) -> Sightings:
        """Look for all sets in a text.

        Args:
            text: As `plain` makes it.
            sentences: Its sentences, in order.
        """
        if self._built < len(self._numbers):
            self._left -= 1
            if self._left <= 0:
                self._build()
        starts = [0, *(start for start, _ in sentences if start)]
        masks = [-1 << self._built] * len(starts)
        if self._automaton is not None:
            bits, last, at = self._bits, len(starts) - 1, 0
            for number, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
                while at < last and start >= starts[at + 1]:
                    at += 1
                if start >= starts[at]:
                    masks[at] |= bits[number]
                else:  # a string that began before the sentence in which another ended sooner
                    masks[bisect_right(starts, start) - 1] |= bits[number]
        return Sightings(starts, masks)

    def _build(self) -> None:
        found: dict[str, int] = {}
        for strings, number in self._numbers.items():
            for string in strings:
                found[string] = found.get(string, 0) | 1 << number
        self._bits = list(found.values())
        # A DFA of ten thousand strings takes five times as long to build and is, for its size, no faster.
        self._automaton = AhoCorasick(list(found), implementation=Implementation.ContiguousNFA)
        self._built = len(self._numbers)
        self._wait = self._left = 2 * self._wait


WATCH = Watch()
"""Of the whole process: expressions are compiled once in a process too."""
