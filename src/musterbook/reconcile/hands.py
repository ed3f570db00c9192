"""Who does what in two texts, and whether it is done.

In: two texts with their closed lists, and which of their sentences tell the same. Out: `Swap` records, where a deed
of the source (to pay, to head, to order, to decline to comment) is told of another body or office, of another rank of
one, as done where it is planned, or as not done. Never compares clauses that name several of them, nor deeds that the
source tells of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musterbook.reconcile.closed import Member, Swap, Text
from musterbook.reconcile.cues import ACT, DEED, DONE, MAY, NOT, PARTY, PLAN
from musterbook.reconcile.quantities import STATUS, Together, mode_in, told_surer

_ROLES = {"pays": "payer", "heads": "position", "signed": "position", "ordered": "issuer", "inspects": "actor"}
_RANKED, _BUDGET, _OFFICE, _TITLE = ("position",), "budget", "office", "title"
_BELOW = ("deputy", "vice", "first", "acting", "former")
_BY_ITSELF = {"declined", "silent", "heads"}  # deeds that a report tells once
_PLAIN = {"signed", "confirmed", "denied", "declined", "silent"}  # deeds that are told of the past, whatever the words


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is done in a clause, by whom, and whether it is."""

    word: Member
    sentence: int
    doer: Member | None
    hand: str
    mode: Member | None
    negated: Member | None


def hands(texts: tuple[Text, Text], further: Sequence[Text], together: Together) -> Iterator[Swap]:
    """Deeds that are told otherwise than the source tells them.

    Args:
        texts: The later text, and its source.
        further: Further texts above the later one.
        together: The sentences that tell the same.
    """
    ours, theirs = map(_deeds, texts)
    others = [d for t in further for d in _deeds(t)]
    pairs = {(o.start, t.start) for o, t in together}
    for kind in sorted({d.word.id for d in ours} & {d.word.id for d in theirs}):
        mine, there, elsewhere = ([d for d in found if d.word.id == kind] for found in (ours, theirs, others))
        once = sum(bool(d.doer) for d in mine) == sum(bool(d.doer) for d in there) == 1
        if kind not in _BY_ITSELF and not once:
            one = [(a, b) for a in mine for b in there if (a.sentence, b.sentence) in pairs]
            mine = [a for a in mine if any(a is p[0] for p in one)]
            there = [b for b in there if any(b is p[1] for p in one)]
        yield from _other_hand(mine, there, elsewhere, _ROLES.get(kind, "attribution"))
        if kind not in _PLAIN and mine and there:
            yield from _surer(mine, there, elsewhere)


def _other_hand(ours: Sequence[_Deed], theirs: Sequence[_Deed], others: Sequence[_Deed], role: str) -> Iterator[Swap]:
    mine, there = ([d for d in found if d.doer] for found in (ours, theirs))
    known = {d.hand for d in (*there, *others)}
    fresh = [d.doer for d in mine if d.doer and d.hand not in known]
    gone = [d.doer for d in there if d.doer and d.hand not in {m.hand for m in mine}]
    if fresh and gone and len({m.id for m in fresh}) == 1:
        yield Swap(fresh[0].of(role), gone[0].of(role))
    elif role in _RANKED:
        for one in mine:
            same = [d.doer for d in there if d.hand == one.hand and d.doer]
            if one.doer and same and all(_is_below(m) != _is_below(one.doer) for m in same):
                yield Swap(one.doer.of(role), same[0].of(role))
                return


def _surer(ours: Sequence[_Deed], theirs: Sequence[_Deed], others: Sequence[_Deed]) -> Iterator[Swap]:
    """What is planned told as done, and what is not done as done."""
    mine, there = ([d.mode for d in found if d.mode] for found in (ours, theirs))
    if any(d.mode is None or d.mode.role == DONE for d in others):
        return
    if mine and len(there) == len(theirs) and told_surer(mine, there):
        yield Swap(Member(STATUS, f"actual {ours[0].word.id}", *mine[0].span), there[0].of(STATUS))
    no = [d.negated for d in theirs if d.negated]
    if len(no) == len(theirs) and not any(d.negated for d in (*ours, *others)):
        yield Swap(ours[0].word.of("polarity"), no[0].of("polarity"))


def _is_below(member: Member) -> bool:
    return member.id.startswith(_BELOW)


def _deeds(text: Text) -> list[_Deed]:
    """Every deed of a text, with whose it is where its clause names one body or office."""
    found = []
    for word in (c for c in text.cues if c.role in (DEED, ACT)):
        start, end = text.clause(word.start)
        parties = [m for m in text.parties if start <= m.start < end]
        known = {text.hand(m.id) for m in parties}
        cues = [c for c in text.cues if start <= c.start < end]
        negated = next((c for c in cues if c.role == NOT and c.start <= word.start), None)
        doer = parties[0] if len(known) == 1 and word.role == DEED else None
        hand = known.pop() if doer else ""
        modes = [c for c in cues if c.role in (MAY, PLAN, DONE)]
        found.append(_Deed(word, text.sentence(word.start)[0], doer, hand, mode_in(modes), negated))
    return found


def is_party(member: Member) -> bool:
    """Whether a word names who may do something."""
    return member.role in (PARTY, _BUDGET, _OFFICE, _TITLE)
