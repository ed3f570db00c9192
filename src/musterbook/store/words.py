"""The words of a search text, levelled, each with the place that it stands for.

Comes in: a search text and, where given, the span of each of its words. Goes out: words
of letters and digits alone, so that every database cuts them alike. Never sees a
reading's own text: masking and lemmatising are the caller's.
"""

from __future__ import annotations

from functools import lru_cache

from musterbook.errors import StoreError
from musterbook.expressions import regex
from musterbook.store.coding import fold

# A letter or digit, then more of them; stress marks and soft hyphens stand inside a word.
_WORD = regex("[^\\W_]+(?:[\u00ad\u0300-\u036f]+[^\\W_]*)*")
_PLAIN_WORD = regex("[a-z0-9]+")  # the same for lower-case ASCII, in half the time
_LONGEST = 200  # characters; PostgreSQL takes lexemes under 2 KiB

Span = tuple[int, int]


def level(text: str) -> tuple[str, ...]:
    """The levelled words of a text, in order.

    >>> level("BARS-Kursk, 300 тыс.")
    ('bars', 'kursk', '300', 'тыс')
    """
    return tuple(word for word in map(_levelled, _WORD.findall(text)) if word)


def spread(text: str, spans: tuple[Span, ...]) -> tuple[list[str], list[Span]]:
    """The levelled words of a search text and the span of each.

    Args:
        text: Words separated by white space.
        spans: One for each word of `text`, or none: then offsets in `text` are given.

    Raises:
        StoreError: There are spans, but not one for each word.
    """
    if not spans and text.isascii():
        found = list(_PLAIN_WORD.finditer(text.lower()))
        return [match[0][:_LONGEST] for match in found], [match.span() for match in found]
    if not spans:
        pairs = [(word, match.span()) for match in _WORD.finditer(text) if (word := _levelled(match[0]))]
        return [word for word, _ in pairs], [span for _, span in pairs]
    given = text.split()
    if len(given) != len(spans):
        raise StoreError(
            f"search text of {len(given)} words with {len(spans)} spans; give one span for each word, or none"
        )
    words: list[str] = []
    places: list[Span] = []
    for parts, span in zip(map(_level_word, given), spans, strict=True):
        words += parts
        places += [span] * len(parts)
    return words, places


@lru_cache(maxsize=100_000)  # words repeat: levelling each anew took half of the time of adding
def _levelled(word: str) -> str:
    return "".join(c for c in fold(word) if c.isalnum())[:_LONGEST]


@lru_cache(maxsize=100_000)
def _level_word(word: str) -> tuple[str, ...]:
    return level(word)
