"""Words of closed lists in texts, and one put for another.

In: nothing. Out: the records that comparing passages works with. Never compares anything itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from musterbook.expressions import regex
from musterbook.reconcile.wording.retold import Sentence, Words, pairs
from musterbook.records import Reading

Span = tuple[int, int]
Made = TypeVar("Made")

_FIGURE, _FEW = "count", "few"  # the roles of figures, and of small numbers in words
WHOLE = "whole"  # the list of words that tell something of all, or of a part
_BREAK = regex(r"[,;:()]\s+|(?<=[,.]) ?[»”\"]")


@dataclass(frozen=True, slots=True)
class Member:
    """A word of a closed list in a text: which list, which of it, where."""

    role: str
    id: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end

    def of(self, role: str) -> Member:
        """The same word of another list."""
        return Member(role, self.id, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Swap:
    """What stands in a later text, and what in its source at the same place."""

    now: Member
    was: Member


@dataclass(frozen=True)
class Text:
    """A text with everything of closed lists in it; what is asked of it again and again is kept."""

    reading: Reading
    members: Sequence[Member]
    led: Mapping[tuple[str, tuple[str, ...]], Sequence[Member]]
    words: Words
    sentences: Sequence[Sentence]
    finer: Sequence[Member] = ()
    cues: Sequence[Member] = ()
    parties: Sequence[Member] = ()
    things: Sequence[Member] = ()
    hand: Callable[[str], str] = str
    unranked: Callable[[str], str] = str
    thing: Callable[[Member], str] = field(default=lambda figure: "")
    bound: Callable[[Member], Member | None] = field(default=lambda figure: None)
    outlets: Sequence[tuple[int, str]] = ()
    concepts: Sequence[Member] = ()
    plain: frozenset[str] = frozenset()

    kept: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, what: object, make: Callable[[Text], Made]) -> Made:
        """What follows from the text alone, by its name: made when it is first asked for, and never changed."""
        if what not in self.kept:
            self.kept[what] = make(self)
        found: Made = self.kept[what]
        return found

    @cached_property
    def offices(self) -> set[str]:
        """The bodies that are named anywhere."""
        return {m.id for m in self.finer if m.role == "office"}

    @cached_property
    def marks(self) -> list[Member]:
        """Everything that is the same in every language, small numbers as figures."""
        few = [m.of(_FIGURE) for m in self.finer if m.role == _FEW]
        cues = [c for c in self.cues if c.role != WHOLE]  # of how many something is told says not what is told
        return [*self.members, *few, *cues, *self.parties, *self.things, *self.concepts]

    @cached_property
    def figures(self) -> list[Member]:
        """All figures, and small numbers in words; a one may be no number."""
        words = [m.of(_FIGURE) for m in self.finer if m.role == _FEW and (m.id != "1" or self.thing(m))]
        return [*(m for m in self.members if m.role == _FIGURE), *words]

    def clause(self, at: int) -> Span:
        """The part of its sentence that a place is in, between commas and brackets."""
        return self.once(("clause", at), lambda text: text._clause(at))

    def _clause(self, at: int) -> Span:
        start, end = self.reading.sentence_at(at)
        breaks = [m.span() for m in _BREAK.finditer(self.reading.text, start, end)]
        return max((e for _, e in breaks if e <= at), default=start), min((s for s, _ in breaks if s > at), default=end)

    def every(self, span: Span) -> list[Member]:
        """All members that a span meets, those of lists among them that only equal sentences are compared by."""
        return [m for members in (self.members, self.finer) for m in members if m.start < span[1] and span[0] < m.end]

    def inside(self, sentence: Sentence, cues: str = "") -> list[Member]:
        """The members that stand in a sentence, with the cues of one list where that is named."""
        plain, led = self._within(sentence)
        return [*plain, *(c for c in led if c.role == cues)]

    def roles_in(self, sentence: Sentence) -> frozenset[str]:
        """The lists of which a sentence has a member or a cue."""
        found = self._within(sentence)
        return self.once(("roles", sentence.start, sentence.end), lambda _: frozenset(m.role for f in found for m in f))

    def _within(self, sentence: Sentence) -> Sequence[Sequence[Member]]:
        start, end = sentence.start, sentence.end
        return self.once(
            (start, end), lambda text: [[m for m in f if start <= m.start < end] for f in (text.members, text.cues)]
        )

    def near(self, sentence: Sentence) -> list[Sentence]:
        """The sentences that are likest to another text's."""
        return [theirs for _, theirs, _ in pairs([sentence], self.sentences)]

    def length_around(self, member: Member) -> int:
        """How long the sentence is that a member stands in."""
        start, end = self.reading.sentence_at(member.start)
        return end - start

    def of(self, role: str) -> Sequence[Member]:
        """The words of a list, wherever they stand."""
        return self.once("roles", _by_role).get(role, ())

    def has(self, role: str) -> set[str]:
        """The members of a list that stand anywhere."""
        return {m.id for m in self.of(role)}


def _by_role(text: Text) -> Mapping[str, Sequence[Member]]:
    found: dict[str, list[Member]] = defaultdict(list)
    for member in (*text.members, *text.cues):
        found[member.role].append(member)
    return dict(found)
