"""Words of closed lists in texts, and one put for another.

In: nothing. Out: the records that comparing passages works with. Never compares anything itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from musterbook.reconcile.retold import Sentence, Words, pairs
from musterbook.records import Reading

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Member:
    """A word of a closed list in a text: which list, which of it, where."""

    role: str
    id: str
    start: int
    end: int

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

    @property
    def offices(self) -> set[str]:
        """The bodies that are named anywhere."""
        return {m.id for m in self.finer if m.role == "office"}

    def every(self, span: Span) -> list[Member]:
        """All members that a span meets, those of lists among them that only equal sentences are compared by."""
        return [m for members in (self.members, self.finer) for m in members if m.start < span[1] and span[0] < m.end]

    def inside(self, sentence: Sentence) -> list[Member]:
        """The members that stand in a sentence."""
        return [m for m in self.members if sentence.start <= m.start < sentence.end]

    def near(self, sentence: Sentence) -> list[Sentence]:
        """The sentences that are likest to another text's."""
        return [theirs for _, theirs, _ in pairs([sentence], self.sentences)]

    def length_around(self, member: Member) -> int:
        """How long the sentence is that a member stands in."""
        return next((e - s for s, e in self.reading.sentences if s <= member.start < e), 0)

    def has(self, role: str) -> set[str]:
        """The members of a list that stand anywhere."""
        return {m.id for m in self.members if m.role == role}
