"""Words of closed lists in texts, and one put for another.

In: nothing. Out: the records that comparing passages works with. Never compares anything itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from musterbook.expressions import regex
from musterbook.reconcile.retold import Sentence, Words, pairs
from musterbook.records import Reading

Span = tuple[int, int]

_FIGURE, _FEW = "count", "few"  # the roles of figures, and of small numbers in words
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
        return replace(self, role=role)


@dataclass(frozen=True, slots=True)
class Swap:
    """What stands in a later text, and what in its source at the same place."""

    now: Member
    was: Member


@dataclass(frozen=True, slots=True)
class Text:
    """A text with everything of closed lists in it."""

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
    thing: Callable[[Member], str] = field(default=lambda figure: "")
    bound: Callable[[Member], Member | None] = field(default=lambda figure: None)

    @property
    def offices(self) -> set[str]:
        """The bodies that are named anywhere."""
        return {m.id for m in self.finer if m.role == "office"}

    @property
    def marks(self) -> list[Member]:
        """Everything that is the same in every language, small numbers as figures."""
        few = [m.of(_FIGURE) for m in self.finer if m.role == _FEW]
        return [*self.members, *few, *self.cues, *self.parties, *self.things]

    @property
    def figures(self) -> list[Member]:
        """All figures, and small numbers in words; a one may be no number."""
        words = [m.of(_FIGURE) for m in self.finer if m.role == _FEW and (m.id != "1" or self.thing(m))]
        return [*(m for m in self.members if m.role == _FIGURE), *words]

    def clause(self, at: int) -> Span:
        """The part of its sentence that a place is in, between commas and brackets."""
        start, end = self.reading.sentence_at(at)
        breaks = [m.span() for m in _BREAK.finditer(self.reading.text, start, end)]
        return max((e for _, e in breaks if e <= at), default=start), min((s for s, _ in breaks if s > at), default=end)

    def every(self, span: Span) -> list[Member]:
        """All members that a span meets, those of lists among them that only equal sentences are compared by."""
        return [m for members in (self.members, self.finer) for m in members if m.start < span[1] and span[0] < m.end]

    def inside(self, sentence: Sentence, cues: str = "") -> list[Member]:
        """The members that stand in a sentence, with the cues of one list where that is named."""
        of_list = (c for c in self.cues if c.role == cues)
        return [m for m in (*self.members, *of_list) if sentence.start <= m.start < sentence.end]

    def near(self, sentence: Sentence) -> list[Sentence]:
        """The sentences that are likest to another text's."""
        return [theirs for _, theirs, _ in pairs([sentence], self.sentences)]

    def length_around(self, member: Member) -> int:
        """How long the sentence is that a member stands in."""
        start, end = self.reading.sentence_at(member.start)
        return end - start

    def of(self, role: str) -> list[Member]:
        """The words of a list, wherever they stand."""
        return [m for m in (*self.members, *self.cues) if m.role == role]

    def has(self, role: str) -> set[str]:
        """The members of a list that stand anywhere."""
        return {m.id for m in self.of(role)}
