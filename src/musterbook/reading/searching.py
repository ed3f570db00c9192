"""The words to search a reading by: stems, in order, without private names.

In: a reading and the people in it. Out: one string of stems and the span of each. Never
lets a private person's name into the index, so that no search can find one by name.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import Stemmer

from musterbook.expressions import regex
from musterbook.records import PersonMention, Reading
from musterbook.records.masking import Masker

_WORD: Final = regex(r"[^\W_]+")
_CYRILLIC: Final = regex("[а-яё]")

Span = tuple[int, int]


def searchable(reading: Reading, people: Iterable[PersonMention]) -> tuple[str, tuple[Span, ...]]:
    """Stem the words of a reading.

    Args:
        reading: Its whole text is indexed, furniture too.
        people: Everybody named in it; the words of those who are private are left out
            wherever they stand.

    Returns:
        The stems, separated by single spaces, and the half-open span of each in the text.
    """
    everybody = tuple(people)
    masked = Masker(everybody).hidden(reading.text, 0)
    named = [(p.start, p.end) for p in everybody if p.role == "private"]
    hidden = {w.casefold() for start, end in named for w in _WORD.findall(reading.text[start:end])}
    inside = {at for start, end in masked for at in range(start, end)}
    found = [(m.group().casefold(), m.span()) for m in _WORD.finditer(reading.text)]
    if hidden or inside:
        found = [(word, span) for word, span in found if word not in hidden and span[0] not in inside]
    return " ".join([stem(word) for word, _ in found]), tuple([span for _, span in found])


def guarded(reading: Reading) -> tuple[str, tuple[Span, ...]]:
    """Stem those words of a reading that cannot be names, for a text in which nobody looked for people.

    Args:
        reading: Of its text, words with a capital are left out.

    Returns:
        As `searchable`.
    """
    words, spans = searchable(reading, ())
    kept = [n for n, (start, _) in enumerate(spans) if not reading.text[start].isupper()]
    listed = words.split(" ")
    return " ".join(listed[n] for n in kept), tuple(spans[n] for n in kept)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of one lower-case word, Russian or English by its script (Snowball).

    >>> stem("резервистами"), stem("regions")
    ('резервист', 'region')
    """
    language = "russian" if _CYRILLIC.search(word) else "english"
    stemmed: str = _stemmer(language).stemWord(word.replace("ё", "е"))
    return stemmed or word


@lru_cache(maxsize=2)
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(language)
