"""The words by which sums are told apart, compiled once per vocabulary and language.

In: a pattern book whose lexicon has the ``pay_…`` macros. Out: `Words`. Never holds a word
of its own: a language is added by a lexicon file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from weakref import WeakKeyDictionary

from musterbook.claims.needful import Gated
from musterbook.claims.patterns import PatternBook

_NAMES = (
    "kind", "period", "salary", "paying", "another", "given", "bonus", "reject", "back", "share_of", "circle",
    "payer", "term", "multiple", "unchanged", "average", "more", "more_before", "part", "money", "except",
    "signer", "local", "definite", "lasting", "anaphor", "same", "rise", "respectively", "topic", "none",
    "bare_after", "bare_before", "state", "compared", "clause", "less", "adding",
    "ranked", "during", "after", "keeper", "relates", "earning", "beside", "thousands", "alike", "others", "their",
)  # fmt: skip
_ANCHORED = frozenset(
    {
        "more",
        "more_before",
        "none",
        "lasting",
        "bare_after",
        "bare_before",
        "less",
        "clause",
        "share_of",
        "earning",
        "beside",
        "thousands",
        "alike",
    }
)
_AT_WORD = r"(?:(?<!\w)(?=\w)|(?=/))"  # where a cue can begin: to look there alone is three times as fast


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found: the value that it stands for and where."""

    value: str
    start: int
    end: int

    def distance(self, span: tuple[int, int]) -> int:
        """Characters between the cue and a span; 0 where they touch or overlap."""
        return max(self.start - span[1], span[0] - self.end, 0)


@dataclass(frozen=True)
class Words:
    """The ``pay_…`` expressions of one language; see the lexicon for what each says."""

    expressions: dict[str, Gated]

    def has(self, name: str, text: str, start: int, end: int) -> bool:
        """True where an expression is found between two offsets; anchors hold at the ends."""
        return self.expressions[name].found_in(text, start, end)

    def first(self, name: str, text: str, start: int, end: int) -> Hit | None:
        """The first cue between two offsets, or None."""
        return next(self.hits(name, text, start, end), None)

    def hits(self, name: str, text: str, start: int, end: int) -> Iterator[Hit]:
        """The cues between two offsets, in order, each with the name of its group as value."""
        expression = self.expressions[name]
        if expression.may(text, start, end):
            for value, first, last in _found(expression.regex, text[start:end]):
                yield Hit(value, first + start, last + start)


@lru_cache(maxsize=256)  # one stretch is asked several times in a row, never again later
def _found(expression: re.Pattern[str], stretch: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((m.lastgroup or "", m.start(), m.end()) for m in expression.finditer(stretch))


_COMPILED: WeakKeyDictionary[PatternBook, dict[str, Words | None]] = WeakKeyDictionary()


def words(book: PatternBook, language: str) -> Words | None:
    """The words of a language, or None where the vocabulary has none for it."""
    known = _COMPILED.setdefault(book, {})
    if language not in known:
        lexicon = book.vocabulary.lexicon
        texts = {name: lexicon.get((language, f"pay_{name}")) for name in _NAMES}
        known[language] = (
            Words({name: _compile(name, book.expression(text, language)) for name, text in texts.items() if text})
            if all(texts.values())
            else None
        )
    return known[language]


def _compile(name: str, expression: str) -> Gated:
    return Gated(expression if name in _ANCHORED else f"{_AT_WORD}(?:{expression})")
