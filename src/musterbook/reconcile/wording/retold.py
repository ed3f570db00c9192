"""Sentences of two linked texts that tell the same thing.

In: two texts, of one or two languages. Out: each sentence of the later with the sentence of the earlier that it
is likest to, where that is like enough. Never says what differs between them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musterbook.expressions import regex
from musterbook.reconcile.declined import stem
from musterbook.records import Reading

_ARTICLES = frozenset({"a", "an", "the"})
_WORD = regex(r"\w+(?:[’'-]\w+)*")
_CYRILLIC = frozenset(map(chr, range(0x430, 0x460)))  # small letters
_STEM = 6  # letters by which words of two sentences are held to be one word
_LOOSE, _CLOSE = 0.25, 0.6  # shares of words in common: of two sentences on one thing, and of one that is the other's
_NEXT = 3  # sentences of the earlier text, the headline among them, that one is held against
_FEWEST = 3  # words of a sentence that is compared
_LEAST = 4  # words of a sentence that is told apart from every other
_SHORT = 3  # letters that a word has at least which says something
_PART = 0.75  # share of a sentence's words that stand in a longer one, of which it is then a part


class Words:
    """The words of a text, with where they stand."""

    def __init__(self, text: str) -> None:
        """Find them."""
        self.every = [m.span() for m in _WORD.finditer(text)]
        self._plain = [(s, e, w) for s, e in self.every if (w := text[s:e].casefold()) not in _ARTICLES]
        self._starts = [s for s, _, _ in self._plain]

    def before(self, at: int, count: int) -> tuple[str, ...]:
        """The words that lead up to a place, articles left out; fewer where the text begins."""
        place = bisect_left(self._starts, at)
        return tuple(w for _, _, w in self._plain[max(0, place - count) : place])

    def after(self, at: int) -> str:
        """The word that follows on a place, or nothing."""
        place = bisect_left(self._starts, at)
        return self._plain[place][2] if place < len(self._plain) else ""

    def between(self, start: int, end: int) -> list[str]:
        """The words that begin within a span, articles left out."""
        return [w for _, _, w in self._plain[bisect_left(self._starts, start) : bisect_left(self._starts, end)]]

    @staticmethod
    def past_article(text: str, start: int) -> int:
        """Where the word itself begins, past its articles."""
        while (article := _WORD.match(text, start)) and article[0].casefold() in _ARTICLES:
            start = article.end() + 1
        return start


def beginning(word: str) -> str:
    """What a word, in small letters, has in common with its other forms.

    >>> beginning("чтение") == beginning("чтении"), beginning("guarding")
    (True, 'guardi')
    """
    return (stem(word) if word[-1:] in _CYRILLIC else word)[:_STEM]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is compared.

    Attributes:
        start: Where it begins.
        end: One past its end.
        words: The beginnings of its words.
        anchors: Its figures, regions and instruments, which are the same in every language.
        language: Of the text.
    """

    start: int
    end: int
    words: frozenset[str]
    anchors: frozenset[str]
    language: str


def sentences(reading: Reading, words: Words, anchors: Sequence[tuple[int, str]]) -> list[Sentence]:
    """The sentences of a text that are long enough to be compared.

    Args:
        reading: The text.
        words: Its words.
        anchors: Where what is the same in every language stands, in order.
    """
    found = (compared(reading, words, anchors, span) for span in reading.sentences)
    return [s for s in found if len(s.words) >= _FEWEST]


def compared(reading: Reading, words: Words, anchors: Sequence[tuple[int, str]], span: tuple[int, int]) -> Sentence:
    """Any passage of a text as sentences are compared; the arguments are those of `sentences`, and where it stands."""
    start, end = span
    own = frozenset(map(beginning, words.between(start, end)))
    return Sentence(start, end, own, frozenset(a for at, a in anchors if start <= at < end), reading.language)


def pairs(later: Sequence[Sentence], earlier: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence, bool]]:
    """Each sentence with its likest, the very likest first, and whether it has that one's words."""
    for own in later:
        rated = sorted(((likeness(own, other), -n) for n, other in enumerate(earlier)), reverse=True)[:_NEXT]
        for rank, (like, place) in enumerate(rated):
            if like >= _LOOSE:
                other = earlier[-place]
                same = own.language == other.language and (like >= _CLOSE or _is_part(own, other))
                yield own, other, same and not rank


def likeness(one: Sentence, two: Sentence) -> float:
    """From 0 to 1: how much two sentences have in common, of their words or, between languages, of their anchors."""
    if one.language == two.language:
        return 2 * len(one.words & two.words) / (len(one.words) + len(two.words))
    common, every = len(one.anchors & two.anchors), len(one.anchors | two.anchors)
    return common / every if every else 0.0


def stands_alone(
    own: Sentence, earlier: Sequence[Sentence], most: tuple[float, int], plain: frozenset[str] = frozenset()
) -> bool:
    """Whether a sentence tells what none of an earlier text's does: few of its longer words stand anywhere there.

    Args:
        own: Of the later text.
        earlier: All sentences of the texts above; those in another language speak by their anchors alone.
        most: Which part of its words may stand anywhere there, and how many of them in one sentence.
        plain: The beginnings of words that any sentence may have.
    """
    if any(own.anchors & s.anchors for s in earlier if s.language != own.language):
        return False
    earlier = [s for s in earlier if s.language == own.language]
    mine = {w for w in own.words if len(w) >= _SHORT and not w.isdigit()} - plain
    theirs = frozenset[str]().union(*(s.words for s in earlier))
    often = Counter(w for s in earlier for w in mine & s.words)
    rare = {w for w, n in often.items() if n == 1}  # what stands in several sentences is what all of them are about
    near = max((len(rare & s.words) for s in earlier), default=0)
    if len(mine) < _LEAST:
        return len(mine) == _LEAST - 1 and mine.isdisjoint(theirs)
    return len(mine & theirs) <= most[0] * len(mine) and near <= most[1]


def is_retold(own: Sentence, other: Sentence) -> bool:
    """Whether most words of a sentence stand in another of its language, which may be longer."""
    common = len(own.words & other.words)
    return own.language == other.language and common >= _LEAST and common >= _CLOSE * len(own.words)


def _is_part(own: Sentence, other: Sentence) -> bool:
    return len(own.words) < len(other.words) and len(own.words & other.words) >= _PART * len(own.words)
