"""A slot with its rival values, their claims and origins, its state and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass, field

from musterbook.records.claim import Scalar
from musterbook.records.ids import content_id

STATES = (
    "corroborated",
    "single_origin",
    "contested",
    "superseded",
    "denied",
    "garbled",
    "unsure",
)
DIFFERENCES = ("scope", "date", "state", "stage", "unit", "bound", "echo", "genuine")
STANDINGS = ("live", "draft", "garbled", "ended", "doubted")


@dataclass(frozen=True, slots=True)
class Difference:
    """How two answers differ, before anything is called a conflict.

    Attributes:
        kind: One of `DIFFERENCES`.
        reason: In words, with the values.
        claims: Ids of the claims that show it, one of each side.
    """

    kind: str
    reason: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A statement that does not agree with where it comes from, or with what stands beside it.

    Attributes:
        kind: ``garbled`` (its origin says otherwise), ``unsupported`` (no origin has it) or
            ``contradiction`` (the same document says the opposite).
        claim: Id of the claim in doubt.
        against: Ids of the claims that it is held against: the origin's, or those beside it.
        reason: In words.
        edge: Id of the edge that shows where the document comes from; empty where there is none.
        roles: The arguments that were changed, where it is garbled.
        words: The passage in doubt, where it is not the quote of the claim but stands beside it.
        start: Where that passage begins in the reading; -1 where there is none.
    """

    kind: str
    claim: str
    against: tuple[str, ...]
    reason: str
    edge: str = ""
    roles: tuple[str, ...] = ()
    words: str = field(default="", repr=False)
    start: int = -1

    @property
    def id(self) -> str:
        """Derived from the kind, the claim, what it is held against, and where a passage of its own begins."""
        return content_id("doubt", self.kind, self.claim, list(self.against), *([self.start] if self.words else []))


@dataclass(frozen=True, slots=True)
class Slot:
    """What makes two claims answers to the same question.

    Attributes:
        type: Claim type.
        region: ISO 3166-2 code, or empty for the whole programme.
        scope: Further (role, value) pairs: unit, group, contract term, kind, unit of measure.
    """

    type: str
    region: str = ""
    scope: tuple[tuple[str, Scalar], ...] = ()

    @property
    def id(self) -> str:
        """Derived from type, region and scope."""
        return content_id("slot", self.type, self.region, [list(p) for p in self.scope])


@dataclass(frozen=True, slots=True)
class Rival:
    """One value of a slot, with everything that speaks for it.

    Attributes:
        values: (role, value) pairs that answer the slot's question.
        polarity: ``affirmed`` or ``denied``.
        claims: Ids of the claims that say so, in order of publication.
        documents: How many captures.
        outlets: How many publishers.
        origins: The distinct origins, sorted; unknown lineage counts as none.
        since: ISO date from which it holds, where the text gives it.
        until: ISO date until which it holds, where the text gives it.
        standing: One of `STANDINGS`, or empty where not yet reconciled; only ``live`` rivals conflict.
        credibility: Admiralty digit 1–6, computed; 0 where not yet reconciled.
        why: The reason for standing and digit, in words.
        state: Of this answer alone, one of `STATES`: corroborated only where two or more origins give it itself.
        reason: The reason for that state, in words.
    """

    values: tuple[tuple[str, Scalar], ...]
    polarity: str
    claims: tuple[str, ...]
    documents: int
    outlets: int
    origins: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    standing: str = ""
    credibility: int = 0
    why: str = ""
    state: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series.

    Attributes:
        date: ISO date on which it held, as the text says; else that of the first document that gives it.
        values: (role, value) pairs.
        claims: Ids of the claims that give it.
        dated: Whether the text itself gives the date.
    """

    date: str
    values: tuple[tuple[str, Scalar], ...]
    claims: tuple[str, ...]
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A slot, its rivals, its state and why.

    Attributes:
        slot: The question.
        rivals: All answers; none is dropped or averaged.
        state: Of the question with all its answers, one of `STATES`, or empty where not yet reconciled.
        reason: The reason for the state, in words.
        differences: For each pair of rivals that differ, and for answers to neighbouring questions.
        doubts: Statements on this question that are garbled, unsupported or contradicted.
        first: ISO date of the earliest document that speaks to it; empty where unknown.
        last: ISO date of the latest.
        series: Levels that change with time, in the order of their dates; empty where there are not two.
    """

    slot: Slot
    rivals: tuple[Rival, ...]
    state: str = ""
    reason: str = ""
    differences: tuple[Difference, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    first: str = ""
    last: str = ""
    series: tuple[Point, ...] = ()

    @property
    def id(self) -> str:
        """The slot decides: a finding lives on while its rivals change."""
        return content_id("finding", self.slot.id)
