"""The one thing of a kind that a whole text has in the stead of its source's.

In: two texts with their closed lists. Out: `Swap` records: a region, a regime, how often, a law for a draft, that
stands nowhere above where one of the source stands nowhere here, whichever sentences they are in. Never takes one of
several for another, nor what any further text above has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from musterbook.expressions import regex
from musterbook.reconcile.wording.closed import Member, Swap, Text
from musterbook.reconcile.wording.cues import PLAN, WOULD

_REGION = "region"
_CALLED = regex(r"област|кра[йеюя]|республик|округ|region|oblast|krai|republic|province|okrug", re.I)
_NEAR = 10  # characters after a name in which such a word stands
_KINDS = (_REGION, "jurisdiction", "frequency")  # of which a report has few, and each matters
_FREQUENCY, _RULE, _INSTRUMENT, _DRAFT, _MONEY = "frequency", "jurisdiction", "instrument", "bill", "roubles"
_IN_FORCE = {"law", "decree", "resolution"}  # instruments of which one is not the other at a later stage
_FRAME = "frame"  # words of plans that name the paper


def in_stead(now: Text, was: Text, further: Sequence[Text]) -> Iterator[Swap]:
    """What a text has of a kind, and no text above, where its source has one that stands nowhere in it.

    Args:
        now: The later text.
        was: Its source.
        further: Further texts above the later one.
    """
    for role in _KINDS:
        ours, theirs = (_named(t) if role == _REGION else _all_of(role, t) for t in (now, was))
        yield from _one(ours, theirs, [m for t in (was, *further) for m in _all_of(role, t)])
    if now.reading.language == was.reading.language:
        known = [m for t in (was, *further) for m in _all_of(_INSTRUMENT, t)]
        ours, theirs = ([m for m in _all_of(_INSTRUMENT, t) if m.id in _IN_FORCE] for t in (now, was))
        yield from _one(ours, theirs, known)
    drafts = [m for m in was.of(_INSTRUMENT) if m.id == _DRAFT]
    if drafts and not any(m.role == _INSTRUMENT and m.id == _DRAFT for m in now.members) and not _speaks_of_plans(now):
        known = [m for t in further for m in t.of(_INSTRUMENT)]
        yield from _one(_all_of(_INSTRUMENT, now), drafts, [*known, *was.of(_INSTRUMENT)])


def _one(ours: Sequence[Member], theirs: Sequence[Member], known: Sequence[Member]) -> Iterator[Swap]:
    """The one that only the later text has for the one that only its source has."""
    above, own = ({m.id for m in found} for found in ((*theirs, *known), ours))
    fresh, gone = [m for m in ours if m.id not in above], [m for m in theirs if m.id not in own]
    if len({m.id for m in fresh}) == len({m.id for m in gone}) == 1:
        yield Swap(fresh[0], gone[0])


def _speaks_of_plans(text: Text) -> bool:
    """Whether a text speaks of a draft anywhere, or of what would be."""
    return bool(text.of(WOULD)) or any(c.id == _FRAME for c in text.of(PLAN))


def _all_of(role: str, text: Text) -> list[Member]:
    """The words of a list; what is part of a regime's name is no instrument, how often one is paid no frequency."""
    rules = text.of(_RULE) if role == _INSTRUMENT else ()
    found = [m for m in text.of(role) if not any(r.start <= m.start < r.end for r in rules)]
    return found if role != _FREQUENCY else [m for m in found if not is_of_money(m, text)]


def _named(text: Text) -> list[Member]:
    """The regions of a text; where any is called one, those alone, and not those whose towns are named."""
    every = _all_of(_REGION, text)
    called = [m for m in every if _CALLED.search(text.reading.text, m.start - 1, m.end + _NEAR)]
    return called or every


def is_of_money(often: Member, text: Text) -> bool:
    """Whether how often stands in a sentence that tells of a sum."""
    start, end = text.reading.sentence_at(often.start)
    return any(start <= f.start < end and text.thing(f) == _MONEY for f in text.figures)
