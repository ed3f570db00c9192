"""Where a source's text has what a statement says, though no statement was read there.

In: statements, the texts of their documents and of what these come from, closed lists. Out: spans. Never takes a
common word or a short number for a trace: the figures of a statement must all stand in one sentence, and say enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from musterbook.expressions import regex
from musterbook.reconcile.wording.retold import Sentence
from musterbook.reconcile.wording.swaps import Lists
from musterbook.records import Claim, Reading

Span = tuple[int, int]

_FIGURE, _OFTEN, _REGION = "count ", "frequency ", "region "  # what anchors begin with
_NEWSROOM, _IN_PUBLIC, _HE = ("heard_by_newsroom", "heard_in_public", "heard_he")  # of the lexicon
_ASKED = "heard_asked"
_DATELINE = regex(r"\A[^\n]{0,60}?[)./А-ЯЁA-Z]\s[-–—]\s")  # where an agency reports from, and its name
_BEFORE = 300  # characters before a pronoun in which it is said who that is
_CONVERTED = regex(r"\([^()\d]*[$€£]\s?\d[^()]*\)|\([^()\d]*\d[^()]*(?:dollar|euro|доллар|евро)[^()]*\)")
_NAME, _STEM = (
    regex(r"\b[A-ZА-ЯЁ][\w-]{3,}"),
    6,
)  # a word of somebody's name, and its letters that cases leave as they are
_DIGITS = regex(r"\d+(?:[ \u00a0\u202f,.]\d{3})*")
_LONG = 100  # a figure from which on it is not there by chance
_YEARS = range(1990, 2100)  # figures that any text has
_TOLD, _LIKE = (0.75, 0.4)  # share of a statement's words that stand in a sentence, without figures and with them
_WORDS = 3  # of a statement without figures
_ANCHORED = 2  # figures and regions that two sentences of two languages have in common, where the figures are short


class Placed:
    """The texts of documents, sentence by sentence."""

    def __init__(self, reading_of: Callable[[str], Reading | None], lists: Lists) -> None:
        """Read nothing yet.

        Args:
            reading_of: Capture id → its text.
            lists: The closed lists of the vocabulary.
        """
        self._reading_of, self._lists = reading_of, lists

    def of(self, claim: Claim, target: str) -> Span | None:
        """The sentence of a source that tells what a statement does; None where none does.

        Args:
            claim: Of a document that comes from the source.
            target: The source's capture id.
        """
        quoted = self.within(claim.capture_id, (claim.quote.start, claim.quote.end), target)
        if quoted:
            return quoted
        start, end = self.sentence(claim.capture_id, claim.quote.start)
        told = [(a.start, a.end) for a in claim.args if start <= a.start < end]
        first, last = (min((s for s, _ in told), default=end), max((e for _, e in told), default=start))
        return self.within(claim.capture_id, (min(claim.quote.start, first), max(claim.quote.end, last)), target)

    def within(self, capture_id: str, span: Span, target: str) -> Span | None:
        """The same for any passage of a document."""
        later, earlier = self._reading_of(capture_id), self._reading_of(target)
        if later is None or earlier is None:
            return None
        own = _unconverted(self._lists.passage(later, *span), later.text[span[0] : span[1]])
        around = self._lists.passage(later, *self.sentence(capture_id, span[0]))
        found = max(self._rated(own, around, self._lists.sentences(earlier)), default=None)
        return (-found[1], found[2]) if found else None

    def told_to(self, claim: Claim) -> str:
        """The outlet to which «the newspaper» in a statement's sentence leads back, where its sentence says that.

        Returns:
            The outlet that is named last before it; nothing where no such word stands there.
        """
        reading = self._reading_of(claim.capture_id)
        if reading is None:
            return ""
        start, end = self.sentence(claim.capture_id, claim.quote.start)
        told = self._lists.expression(_NEWSROOM, reading.language)
        word = told.search(reading.text, start, end) if told else None
        before = [o for at, o in self._lists.outlets(reading) if word and at < word.start()]
        return before[-1] if before else ""

    def in_public(self, capture_id: str, speaker: str) -> bool:
        """Whether a text says of somebody, by his name, that he spoke to the press and not to one newsroom of it."""
        reading = self._reading_of(capture_id)
        names = {w[:_STEM] for w in _NAME.findall(speaker)}
        if reading is None or not names:
            return False
        public, he = (self._lists.expression(name, reading.language) for name in (_IN_PUBLIC, _HE))
        for found in public.finditer(reading.text) if public else ():
            start, end = self.sentence(capture_id, found.start())
            if he and he.search(reading.text, start, end):
                start = max(0, start - _BEFORE)  # who that is stands before it
            if any(w[:_STEM] in names for w in _NAME.findall(reading.text, start, end)):
                return True
        return False

    def is_asked(self, capture_id: str, speaker: str, names_own: Callable[[str], bool]) -> bool:
        """Whether a text says, where it names somebody, that its own newsroom has spoken with him.

        Args:
            capture_id: Of the text.
            speaker: His name.
            names_own: Whether a passage has the newsroom's name.
        """
        reading = self._reading_of(capture_id)
        names = {w[:_STEM] for w in _NAME.findall(speaker)}
        expression = self._lists.expression(_ASKED, reading.language) if reading and names else None
        if reading is None or expression is None:
            return False
        for found in expression.finditer(reading.text):
            start, end = reading.sentence_at(found.start())
            sentence = _DATELINE.sub("", reading.text[start:end])
            if any(w[:_STEM] in names for w in _NAME.findall(sentence)) and names_own(sentence):
                return True
        return False

    def names(self, capture_id: str, at: int) -> list[str]:
        """The outlets that the sentence names which a place of a document is in."""
        reading = self._reading_of(capture_id)
        start, end = reading.sentence_at(at) if reading else (at, at)
        return [o for place, o in self._lists.outlets(reading) if start <= place < end] if reading else []

    def text(self, capture_id: str) -> str:
        """The text of a document; empty where it is not known."""
        reading = self._reading_of(capture_id)
        return reading.text if reading else ""

    def found(self, entry: str, capture_id: str) -> list[str]:
        """What an entry of the lexicon finds in a text, in order."""
        reading = self._reading_of(capture_id)
        expression = self._lists.expression(entry, reading.language) if reading else None
        return [m[0] for m in expression.finditer(reading.text)] if reading and expression else []

    def has(self, entry: str, words: str, language: str) -> bool:
        """Whether an entry of the lexicon of a language finds anything in some words."""
        expression = self._lists.expression(entry, language)
        return bool(expression and expression.search(words))

    def sentence(self, capture_id: str, at: int) -> Span:
        """The sentence that a place of a document is in."""
        reading = self._reading_of(capture_id)
        return reading.sentence_at(at) if reading else (at, at)

    def in_one_paragraph(self, one: Claim, other: Claim) -> bool:
        """Whether two statements of a document stand in one paragraph."""
        reading = self._reading_of(one.capture_id)
        first, last = sorted((one, other), key=lambda c: c.quote.start)
        return reading is not None and "\n" not in reading.text[first.quote.end : last.quote.start]

    def words(self, capture_id: str, at: int) -> str:
        """The same, in words."""
        reading = self._reading_of(capture_id)
        return reading.text[slice(*reading.sentence_at(at))] if reading else ""

    @staticmethod
    def _rated(own: Sentence, around: Sentence, earlier: Sequence[Sentence]) -> Iterator[tuple[float, int, int]]:
        """How much of a passage each sentence has that tells it, with where it stands; the earliest is the highest."""
        figures, regions = (_of_kind(own, _FIGURE) | _of_kind(own, _OFTEN), _of_kind(own, _REGION))
        strong = len(figures) > 1 or any(_says_enough(f) for f in figures)
        for other in earlier:
            there = _of_kind(other, _REGION)
            if not figures <= other.anchors or (regions and there and regions.isdisjoint(there)):
                continue
            if own.language == other.language:
                share = len(own.words & other.words) / max(1, len(own.words))
                told = (share >= _TOLD and len(own.words) >= _WORDS) or (bool(figures) and (strong or share >= _LIKE))
            else:
                share = len(around.anchors & other.anchors) / max(1, len(around.anchors))
                told = bool(figures) and (strong or len(around.anchors & other.anchors) >= _ANCHORED)
            if told:
                yield share, -other.start, other.end


def _unconverted(passage: Sentence, text: str) -> Sentence:
    """A passage without the figures that a newsroom has worked out in its readers' money."""
    if not _CONVERTED.search(text):
        return passage
    worked_out = {re.sub(r"\D", "", n) for m in _CONVERTED.finditer(text) for n in _DIGITS.findall(m[0])}
    kept = (a for a in passage.anchors if not a.startswith(_FIGURE) or a.removeprefix(_FIGURE) not in worked_out)
    return replace(passage, anchors=frozenset(kept))


def _of_kind(sentence: Sentence, kind: str) -> frozenset[str]:
    return frozenset(a for a in sentence.anchors if a.startswith(kind))


def _says_enough(figure: str) -> bool:
    if figure.startswith(_OFTEN):
        return True
    value = float(figure.removeprefix(_FIGURE))
    return value >= _LONG and value not in _YEARS
