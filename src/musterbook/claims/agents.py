"""Who does what a passage tells of: the programme's people, or somebody else.

In: a reading and its annotations. Out: for a span, `OWN` where reservists, a regional unit
or the like are the doers, `RIVAL` where police, the National Guard, the regular army or
Ukraine's forces are, `NOBODY` where the text does not tell. Never names a person, and
never asks further back than the passage.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from musterbook.claims.mention import Annotations
from musterbook.claims.needful import Gated
from musterbook.claims.patterns import PatternBook
from musterbook.claims.sightings import alike
from musterbook.vocabulary.expressions import compiled

OWN, RIVAL, NOBODY = "own", "rival", ""
Span = tuple[int, int]
_KINDS = ("force", "unit")
_CONTEXT = 700  # characters before a sentence: about a paragraph of a news report
_SENTENCES = 4  # looked back over: the usual length of a paragraph
_ABOUT_LEAST, _ABOUT_SHARE = 3, 0.2  # sentences that name the programme's people, of all
_SHORT, _SHORT_LEAST = 12, 2  # sentences of a short report, and how many of them must name its people
_OPENING = 3  # sentences in which a talk says with whom it is
_LEAD = 5  # sentences: headline, dateline, greeting, the first two
_AFTER = 68  # characters between a verb and the doer who follows it
_BESIDE = 60  # characters before somebody in which "help", "instead of" may stand


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody who can be the doer, at a span."""

    start: int
    end: int
    own: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """The lexicon's words for doers, in one language; None where the lexicon has none."""

    own: Gated | None
    rival: Gated | None
    beside: re.Pattern[str] | None
    passive: re.Pattern[str] | None
    after: re.Pattern[str] | None
    pronoun: Gated | None
    foreign: Gated | None
    first: Gated | None


@lru_cache(maxsize=8)
def _words(book: PatternBook, language: str) -> _Words:
    def text(name: str, frame: str) -> str:
        given = book.vocabulary.lexicon.get((language, name))
        return frame.format(book.expression(given, language)) if given else ""

    def gated(name: str, frame: str) -> Gated | None:
        return Gated(text(name, frame)) if text(name, frame) else None

    def one(name: str, frame: str) -> re.Pattern[str] | None:
        return compiled(text(name, frame)) if text(name, frame) else None

    return _Words(
        own=gated("own_agent", r"\b(?:{})"),
        rival=gated("rival_agent", r"\b(?:{})"),
        beside=one("beside_agent", r"\b(?:{})[^.;]{{0,40}}$"),
        passive=one("by_agent", r"\b(?:{})\W+(?:\w+\W+){{0,2}}$"),
        after=one("agent_after", r"{}"),
        pronoun=gated("own_pronoun", r"\b(?:{})\b"),
        foreign=gated("foreign_agent", r"\b(?:{})"),
        first=gated("own_first", r"\b(?:{})\b"),
    )


class Agents:
    """The doers of one reading, sentence by sentence, each looked for once."""

    def __init__(self, annotations: Annotations, book: PatternBook) -> None:
        """Keep what is needed; nothing is looked for before it is asked for."""
        self._annotations = annotations
        self._lower = alike(annotations.lower.replace("ё", "е"), annotations.lower)
        self._words = _words(book, annotations.language)
        self._known: dict[Span, tuple[Agent, ...]] = {}
        self._starts = [s for s, _ in annotations.sentences]

    def of(self, span: Span, sentence: Span, here: bool = False) -> str:
        """The doer of what stands at a span.

        Args:
            span: Of the words that tell what is done.
            sentence: The sentence around it.
            here: True where only this sentence counts, or a pronoun in it.

        Returns:
            `OWN`, `RIVAL` or `NOBODY`.
        """
        agents = self._agents(sentence)
        following = next((a for a in agents if a.start >= span[1]), None)
        inside = [a for a in agents if a.start < span[1] and a.end > span[0]]
        before = [a for a in agents if a.end <= span[0]] or inside
        if following is not None and self._follows(span, following, free=not before):
            return OWN if following.own else RIVAL
        if before:
            return OWN if before[-1].own else RIVAL
        if any(a.own for a in agents):
            return OWN
        speaks_on = self._speaks_on(sentence)
        if here and not speaks_on:
            return NOBODY
        nearby = self._context(sentence)
        return OWN if nearby == NOBODY and (self.about or self._of_us(sentence)) else nearby

    def _of_us(self, sentence: Span) -> bool:
        """Whether somebody tells of himself in a reading whose opening names the programme's people."""
        if self._words.first is None or not self._words.first.search(self._lower, *sentence):
            return False
        return any(self.named(s) for s in self._annotations.sentences[:_OPENING])

    @cached_property
    def about(self) -> bool:
        """Whether the reading as a whole is about the programme's people.

        Its lead names them, or a fifth of its sentences.
        """
        sentences = self._annotations.sentences
        share = _ABOUT_SHARE * len(sentences)
        often, led = 0, False
        least = _SHORT_LEAST if len(sentences) <= _SHORT else _ABOUT_LEAST
        for number, sentence in enumerate(sentences):
            if self.named(sentence):
                often += 1
                led = led or number < _LEAD
                if often >= least and (led or often >= share):
                    return True
        return False

    def named(self, sentence: Span, before: int | None = None) -> bool:
        """Whether the sentence names somebody of the programme (before a character)."""
        return any(a.own and (before is None or a.end <= before) for a in self._agents(sentence))

    def _follows(self, span: Span, agent: Agent, free: bool) -> bool:
        """Whether the one who is named after the verb is its doer: "guarded by police".

        In a language of free word order (``agent_after``) he may be so without a preposition,
        where nobody is named before the verb (``free``).
        """
        between = self._lower[span[1] : agent.start]
        if len(between) > _AFTER:
            return False
        if self._words.passive is not None and self._words.passive.search(between):
            return True
        return free and self._words.after is not None and self._words.after.search(between) is not None

    def _speaks_on(self, sentence: Span) -> bool:
        return self._words.pronoun is not None and self._words.pronoun.search(self._lower, *sentence) is not None

    def _context(self, sentence: Span) -> str:
        """The doers of the nearest sentence before that names any."""
        at = bisect_right(self._starts, sentence[0]) - 1
        for earlier in range(at - 1, max(at - 1 - _SENTENCES, -1), -1):
            span = self._annotations.sentences[earlier]
            if sentence[0] - span[1] > _CONTEXT:
                break
            agents = self._agents(span)
            if agents:
                return OWN if any(a.own for a in agents) else RIVAL
        return NOBODY

    def _agents(self, sentence: Span) -> tuple[Agent, ...]:
        known = self._known.get(sentence)
        if known is None:
            known = self._known[sentence] = tuple(self._look(sentence))
        return known

    def _look(self, sentence: Span) -> list[Agent]:
        lower, words = self._lower, self._words
        found: list[Agent] = []
        for m in words.rival.finditer(lower, *sentence) if words.rival else ():
            beside = words.beside and words.beside.search(lower, max(sentence[0], m.start() - _BESIDE), m.start())
            if not beside:
                found.append(Agent(*m.span(), False))
        rivals = list(found)
        if words.foreign is not None and (abroad := words.foreign.search(lower, *sentence)):
            return [Agent(*abroad.span(), False)]
        spans = [(m.start, m.end) for m in self._annotations.within(*sentence) if m.kind in _KINDS]
        spans += [m.span() for m in words.own.finditer(lower, *sentence)] if words.own else []
        for start, end in spans:
            if not any(r.start < end and start < r.end for r in rivals):
                found.append(Agent(start, end, True))
        return sorted(found, key=lambda a: a.start)
