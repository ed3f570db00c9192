"""Places that no list has: towns, villages, rivers, by their capital letter and the word before them.

In: two texts of one language with their closed lists, and which of their sentences tell the same. Out: `Swap` records,
where a sentence has one such place in the stead of the one of its source. Never takes a name for another that any text
above has, nor the name of a month, an outlet or a region for a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from musterbook.reconcile.wording.closed import Member, Swap, Text
from musterbook.reconcile.wording.cues import PLACE
from musterbook.reconcile.wording.retold import Sentence, beginning

_REGION = "region"
_LEAST = 4  # letters of a name
Together = Sequence[tuple[Sentence, Sentence]]


def moved(texts: tuple[Text, Text], further: Sequence[Text], together: Together) -> Iterator[Swap]:
    """Places of a later text that stand for others.

    Args:
        texts: The later text, and its source.
        further: Further texts above the later one.
        together: The sentences that tell the same.
    """
    now, was = texts
    if now.reading.language != was.reading.language:
        return
    above = {w for t in (was, *further) for w in t.once("names", _names)}
    own_names = now.once("names", _names)
    for own, theirs in together:
        mine, there = (_spots(t, s) for t, s in ((now, own), (was, theirs)))
        fresh = [m for m in mine if m.id not in above]
        gone = [m for m in there if m.id not in own_names]
        if len({m.id for m in fresh}) == len({m.id for m in gone}) == 1:
            yield Swap(fresh[0].of(_REGION), gone[0].of(_REGION))


def _names(text: Text) -> set[str]:
    """The beginnings of all words with a capital letter."""
    return {beginning(w.casefold()) for s, e in text.words.every if (w := text.reading.text[s:e])[:1].isupper()}


def _spots(text: Text, sentence: Sentence) -> list[Member]:
    """The places of a sentence that no list has."""
    known = [m for m in (*text.members, *text.finer, *text.parties, *text.things) if m.start < sentence.end]
    found = []
    for cue in (c for c in text.of(PLACE) if sentence.start <= c.start < sentence.end):
        word = next(((s, e) for s, e in text.words.every if s >= cue.end), None)
        if word is None or word[0] > cue.end + 1 or word[1] - word[0] < _LEAST:
            continue
        name = text.reading.text[slice(*word)]
        if name[0].isupper() and not any(m.start < word[1] and word[0] < m.end for m in known):
            found.append(Member(_REGION, beginning(name.casefold()), *word))
    return found
