"""Differences between two statements that their sentences show to be none.

In: two statements of linked documents and the roles in which they differ, texts, closed lists. Out: yes or no. Never
says that a statement is garbled: it only says where the words around show that both can be so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from musterbook.reconcile.doubts.holders import Holders
from musterbook.reconcile.wording.closed import Member, Text
from musterbook.reconcile.wording.cues import ACT, DEED, OF, PLAN, SAYING
from musterbook.reconcile.wording.swaps import Lists
from musterbook.records import Claim, Doubt, Reading

_REGION, _INSTRUMENT, _STAGE = "region", "instrument", "stage"
_PERIOD, _TIMED = "period", frozenset({"period", "per", "kind"})  # of what a sum is paid for
_POLARITY, _DENIED = "polarity", "denied"
_PROPOSED = "proposed"
_COUNT, _BESIDE = (
    "count",
    12,
)  # the role of a number of people; characters between it and the word that makes it a whole
_LAW = frozenset({"stage", "instrument"})  # roles of how far a law is
_OF_LAW = "law."
_LEVELS = ("recruitment.", "unit.", "programme.")  # types of what is counted: no bill says how many there are now
_SIGNED, _APPLIED = "signed", "applied"
_ACTS = {"called_up": "summoned", _APPLIED: _APPLIED}  # stages that a statement is only on where it has words for them


@dataclass(frozen=True, slots=True)
class Spared:
    """The texts of a book as statements in them are weighed."""

    held: Holders
    lists: Lists

    def is_so(self, changed: Sequence[str], source: Claim, claim: Claim) -> bool:
        """Whether the words around two statements show that both can be so.

        Args:
            changed: The roles in which they differ.
            source: Of the document that the other comes from.
            claim: The later one.
        """
        now, was = self._text(claim), self._text(source)
        if now is None or was is None:
            return False
        mine, theirs = (t.reading.sentence_at(c.quote.start) for t, c in ((now, claim), (was, source)))
        if _REGION in changed and claim.get(_REGION) in _ids(was, theirs, _REGION):
            return True  # one sentence names both, and each was read with another of them
        if _REGION in changed and claim.get(_REGION) not in _ids(now, (0, len(now.reading.text)), _REGION):
            return True  # it follows from a unit's name alone
        if any(_gives(now, mine, source.get(r)) for r in changed):
            return True  # it tells what has become of the figure
        if _INSTRUMENT in changed and claim.get(_INSTRUMENT) not in _ids(now, mine, _INSTRUMENT):
            return True  # no law is named there
        if _POLARITY in changed and any(_goes_on(t, s, c) for t, s, c in ((now, mine, claim), (was, theirs, source))):
            return True  # who denies one thing says another
        if _TIMED.issuperset(changed) and claim.get(_PERIOD) and claim.get(_PERIOD) not in _ids(now, mine, _PERIOD):
            return True  # no word there says per what
        if _STAGE in changed and _is_whole(now, claim):
            return True  # it is the number of which another one have done so
        if _STAGE in changed and source.get(_STAGE) and self._unsaid((claim, now, mine), (source, was, theirs)):
            return True
        return tuple(changed) == ("status",) and source.status == _PROPOSED and _is_level(source, was, theirs)

    @staticmethod
    def _unsaid(*told: tuple[Claim, Text, tuple[int, int]]) -> bool:
        """Whether either stage was read from words that do not say it."""
        acts = [(_ACTS.get(str(c.get(_STAGE))), _ids(t, s, ACT)) for c, t, s in told]
        signed = [t for (c, _, _), (_, t) in zip(told, acts, strict=True) if c.get(_STAGE) == _SIGNED]
        if any(_APPLIED in t and _SIGNED not in t for t in signed):
            return True
        return any(act is not None and act not in there for act, there in acts)

    def _text(self, claim: Claim) -> Text | None:
        reading = self.held.reading_of(claim.capture_id)
        return self.lists.text(reading) if reading else None


def _is_whole(text: Text, claim: Claim) -> bool:
    """Whether the number of a statement is that of which another is told: 31 of 150."""
    count = next((a for a in claim.args if a.role == _COUNT and a.start >= 0), None)
    start = text.clause(count.start)[0] if count else 0
    of = [c for c in text.of(OF) if count and start <= c.start and 0 <= count.start - c.end <= _BESIDE]
    return any(start <= f.start < c.start for c in of for f in text.figures)


def _goes_on(text: Text, sentence: tuple[int, int], claim: Claim) -> bool:
    """Whether somebody denies something in a sentence, and then says what a statement does."""
    denials = [c.end for c in text.of(DEED) if c.id == _DENIED and _stands(c, sentence) and c.end <= claim.quote.start]
    says = text.of(SAYING)
    return bool(denials) and any(max(denials) <= c.start < claim.quote.start for c in says)


def once_at_the_law(doubts: Sequence[Doubt], source_of: dict[str, Claim]) -> list[Doubt]:
    """Doubts without those on what a draft gives, where the draft itself is told as a law: that is garbled once.

    Args:
        doubts: Of one document.
        source_of: Id → claim, of what they are held against.
    """
    at_law = {d.id for d in doubts if _LAW & set(d.roles) or any(_is_law(source_of.get(i)) for i in d.against)}
    if not at_law:
        return list(doubts)
    return [d for d in doubts if d.id in at_law or d.roles != ("status",) or not _is_proposed(d, source_of)]


def once_a_sentence(doubts: Sequence[Doubt], own: Sequence[Claim], reading: Reading | None) -> list[Doubt]:
    """Doubts without those on how far something is in a sentence of which it is said in words that it is not done.

    Args:
        doubts: Of one document.
        own: Its claims.
        reading: Its text, where it is at hand.
    """
    claims = {c.id: c for c in own}
    if reading is None:
        return list(doubts)
    told = {reading.sentence_at(_place(d, claims)) for d in doubts if d.roles == ("status",)}
    return [d for d in doubts if d.roles != (_STAGE,) or reading.sentence_at(_place(d, claims)) not in told]


def _place(doubt: Doubt, claims: Mapping[str, Claim]) -> int:
    return doubt.start if doubt.words else claims[doubt.claim].quote.start


def _is_law(source: Claim | None) -> bool:
    return source is not None and source.type.startswith(_OF_LAW)


def _is_proposed(doubt: Doubt, source_of: dict[str, Claim]) -> bool:
    return all(i in source_of and source_of[i].status == _PROPOSED for i in doubt.against)


def _is_level(source: Claim, was: Text, sentence: tuple[int, int]) -> bool:
    """Whether a draft's papers say how many there are, in a sentence that plans nothing."""
    return source.type.startswith(_LEVELS) and not _ids(was, sentence, PLAN)


def _gives(text: Text, sentence: tuple[int, int], value: object) -> bool:
    """Whether a sentence has a figure."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    return any(float(m.id) == value for m in text.figures if _stands(m, sentence))


def _ids(text: Text, sentence: tuple[int, int], role: str) -> set[object]:
    found = (*text.members, *text.finer, *text.cues)
    return {m.id for m in found if m.role == role and _stands(m, sentence)}


def _stands(member: Member, span: tuple[int, int]) -> bool:
    return span[0] <= member.start < span[1]
