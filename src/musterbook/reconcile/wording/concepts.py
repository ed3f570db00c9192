"""What sentences are about, in words of either language.

In: a vocabulary's lexicon, the words of a text. Out: `Member` records of the list ``concept``, whose ids are the
same in every language. Never says that two sentences tell the same: it only says what they may have in common.
"""

from __future__ import annotations

from collections.abc import Iterator

from musterbook.expressions import regex
from musterbook.reconcile.wording.closed import Member
from musterbook.reconcile.wording.retold import Words
from musterbook.records import Reading
from musterbook.vocabulary import Vocabulary

CONCEPT = "concept"
_PREFIX = 4  # letters from which on what a word begins with tells it; shorter ones are whole words
_GROUP = regex(r"\(\?P<(\w+)>([^()]*)\)")


class Concepts:
    """The concepts of a vocabulary, by the beginnings of their words."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index ``swap_concept`` of the lexicon, whose named groups hold beginnings of words, and nothing else."""
        self._of: dict[str, dict[str, str]] = {}
        self._lengths: dict[str, list[int]] = {}
        for (language, name), words in vocabulary.lexicon.items():
            if name == f"swap_{CONCEPT}":
                known = {start: group for group, starts in _GROUP.findall(words) for start in starts.split("|")}
                self._of[language] = known
                self._lengths[language] = sorted({len(start) for start in known}, reverse=True)

    def within(self, reading: Reading, words: Words) -> Iterator[Member]:
        """Where words of concepts stand.

        Args:
            reading: The text.
            words: Its words.
        """
        known, lengths = self._of.get(reading.language, {}), self._lengths.get(reading.language, ())
        for start, end in words.every:
            word = reading.text[start:end].casefold()
            found = known.get(word) or next(
                (known[word[:n]] for n in lengths if n >= _PREFIX and word[:n] in known), None
            )
            if found:
                yield Member(CONCEPT, found, start, end)
