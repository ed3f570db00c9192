"""Figures that a later text makes more of: an upper bound left out, more things counted, dozens for tens.

In: two linked texts with their closed lists. Out: `Swap` records. Never takes fewer things for another count, nor a
word that is no bound for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from musterbook.reconcile.wording.another import COUNTED, told_there
from musterbook.reconcile.wording.closed import Member, Swap, Text
from musterbook.reconcile.wording.cues import LIMIT
from musterbook.reconcile.wording.quantities import COMPARATOR, COUNT, rounds

_LASTING = {"days", "weeks", "months"}
_NOUN = "noun"  # of the words of limits, those that may stand far from the figure
_PLAIN = {"на", "for"}  # what stands before a figure that is no bound of it
_DOZEN = 1.2  # dozens for as many tens
_ROUNDED = 1.1  # times as many: up to that, "at least" and a rounded figure may mean the same
_MANY_MORE = 4.0  # times as many, beyond which another thing is counted
_STEM = 5  # letters by which two words beside figures are held to be one


def unbound(now: Text, was: Text, further: Sequence[Text]) -> Iterator[Swap]:
    """Figures that stand once in either text, of the same things, of which an upper bound is left out."""
    for figure in (m for m in now.members if m.role == COUNT):
        same = [[m for m in t.members if m.role == COUNT and m.id == figure.id] for t in (now, was)]
        if [len(s) for s in same] != [1, 1] or _is_bound(now, figure):
            continue
        if any(m.id == figure.id and not t.bound(m) for t in further for m in t.members):
            continue
        there = same[1][0]
        bound = was.bound(there)
        if not bound or bound.id != "at_most":
            continue
        before = now.words.before(figure.start, 1) == was.words.before(bound.start, 1)
        after = now.words.after(figure.end)[:_STEM] == was.words.after(there.end)[:_STEM]
        if (before and after and not _is_limited(now, figure)) or _of_one_thing(now, figure, was, there):
            yield Swap(
                Member(COMPARATOR, "exactly", figure.start, figure.end),
                Member(COMPARATOR, "at_most", bound.start, there.end),
            )


def _is_bound(text: Text, figure: Member) -> bool:
    bound = text.bound(figure)
    return bound is not None and text.reading.text[bound.start : bound.end].strip().casefold() not in _PLAIN


def _of_one_thing(now: Text, figure: Member, was: Text, there: Member) -> bool:
    """Whether two figures count days, weeks or months, and no word near the later says that it is the most."""
    things = {now.thing(figure), was.thing(there)}
    start, end = now.reading.sentence_at(figure.start)
    limited = any(c.role == LIMIT and start <= c.start < end for c in now.cues)
    return len(things) == 1 and things <= _LASTING and not limited


def _is_limited(text: Text, figure: Member) -> bool:
    """Whether a noun before a figure, in its sentence, says that it is the most: «the limit is 52, for officers 57»."""
    start, _ = text.reading.sentence_at(figure.start)
    return any(c.id == _NOUN and start <= c.start < figure.start for c in text.of(LIMIT))


def counted(now: Text, was: Text, further: Sequence[Text]) -> Iterator[Swap]:
    """Things that either text counts once, of which the later has more; fewer may be some of them."""
    for role in sorted({m.role for m in now.members if m.role.startswith(COUNTED)}):
        own, theirs = ([m for m in text.members if m.role == role] for text in (now, was))
        if len({m.id for m in own}) != 1 or len({m.id for m in theirs}) != 1:
            continue
        if any(own[0].id in told_there(role, t) for t in (was, *further)) or theirs[0].id in told_there(role, now):
            continue
        more = float(own[0].id) / max(1.0, float(theirs[0].id))
        bounds = [b.id for t, m in ((now, own[0]), (was, theirs[0])) if (b := t.bound(m))]
        if rounds(own[0].id, [theirs[0].id]):
            continue
        if (1.0 if "at_least" not in bounds else _ROUNDED) < more <= _MANY_MORE:
            yield Swap(replace(own[0], role=COUNT), replace(theirs[0], role=COUNT))


def tens_as_dozens(now: Text, was: Text) -> Iterator[Swap]:
    """Dozens that stand for as many tens: a word of one language taken for that of another."""
    for dozens in (m for m in now.members if m.role == COUNT and not now.reading.text[m.start].isdigit()):
        tens = f"{float(dozens.id) / _DOZEN:g}"
        there = [m for m in was.members if m.role == COUNT and m.id == tens]
        words = [m for m in there if not was.reading.text[m.start].isdigit()]
        if words and dozens.id not in was.has(COUNT) and tens not in now.has(COUNT):
            yield Swap(dozens, words[0])
