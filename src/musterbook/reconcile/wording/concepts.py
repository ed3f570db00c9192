"""What sentences are about, in words of either language.

In: a vocabulary's lexicon, the words of a text. Out: `Member` records of the list ``concept``, whose ids are the
same in every language. Never says that two sentences tell the same: it only says what they may have in common.
"""

from __future__ import annotations

from collections.abc import Iterator

from musterbook.expressions import regex
from musterbook.reconcile.wording.closed import Member, Text
from musterbook.reconcile.wording.retold import Sentence, Words, beginning
from musterbook.records import Reading
from musterbook.vocabulary import Vocabulary

CONCEPT = "concept"
_SEVERAL, _PART = 2, 0.4  # what two sentences have in common that tell of one thing: how many words, and which part
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


def on_one_thing(one: tuple[Text, Sentence], other: tuple[Text, Sentence], plain: frozenset[str]) -> bool:
    """Whether a sentence has several of the longer words of another, or others for the same concepts.

    Args:
        one: A text, and the sentence of it that is asked for.
        other: Another text, and the sentence that it may tell again.
        plain: The beginnings of words that any sentence of the first text's language may have.
    """
    (text, own), (there, theirs) = one, other
    alike = text.reading.language == there.reading.language
    concept = {m.start: m.id for m in text.concepts if own.start <= m.start < own.end}
    known = {m.id for m in there.concepts if theirs.start <= m.start < theirs.end}
    spans = [(s, e) for s, e in text.words.every if own.start <= s < own.end and e - s >= _PREFIX]
    told = [(beginning(text.reading.text[s:e].casefold()), concept.get(s)) for s, e in spans]
    told = [(word, id_) for word, id_ in told if word not in plain]
    shared = {id_ or word for word, id_ in told if (id_ in known if id_ else False) or (alike and word in theirs.words)}
    return len(shared) >= _SEVERAL and len(shared) >= _PART * len(told)
