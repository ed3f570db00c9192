"""The one member of a closed list that stands where a source has another.

In: two texts with their closed lists, and sentences of them that tell the same. Out: a `Swap`, or none. Never takes a
member for another that its source has elsewhere, nor one of several.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from musterbook.reconcile.wording.closed import Member, Swap, Text
from musterbook.reconcile.wording.cues import is_below
from musterbook.reconcile.wording.quantities import COUNT, rounds
from musterbook.reconcile.wording.retold import Sentence

COUNTED = "counted "  # before the role of figures of which it is known what they count
RARE = frozenset(
    {"jurisdiction", "rank", "court", "share", "reason", "title", "frequency", "budget", "penalty", "facility"}
)  # few texts have two of them
PAPERS = "paper"  # the role of papers that carry words: they are no law, and one is not put for another
DISTRICT = "military_district"
_ANYWHERE = RARE | {COUNT, "region", DISTRICT}  # roles of which a member that the source has anywhere is no other
_TITLE, _DEPUTY = "title", "deputy"  # the last makes another title of one that has it
_MEN = "men"  # a formation that is none: single people


def led_to(now: Text, was: Text, others: Sequence[Text]) -> Iterator[Swap]:
    """Members that stand where the source has another, after the same words."""
    for led, members in now.led.items():
        there = was.led.get(led, ()) if led[1] else ()
        places = [led, (COUNT, ())] if led[0] == COUNT else [led]  # a figure that is elsewhere there is no other
        same = {m.id for text in (was, *others) for place in places for m in text.led.get(place, ())}
        yield from (Swap(member, there[0]) for member in members if there and member.id not in same)


def other(
    role: str, pair: tuple[Sentence, Sentence], texts: tuple[Text, Text, Sequence[Text]], alone: bool = False
) -> Swap | None:
    """The one member of a list that a sentence has in another's stead; none where there are several."""
    now, was, further = texts
    sentence = pair[0]
    inside = zip((now, was), pair, strict=True)
    mine, there = ([m for m in t.inside(s, role) if _is_of(m, role, t, alone)] for t, s in inside)
    if not mine or not there:
        return None
    own, theirs = {m.id for m in mine}, {m.id for m in there}
    fresh, gone = own - theirs, theirs - own
    if role == _TITLE:
        fresh = {i for i in fresh if not any(_says_more(i, t) for t in theirs)}
    anywhere = alone or role in _ANYWHERE or role.startswith(COUNTED)
    if fresh and gone and not anywhere:
        fresh -= {m.id for text in further for s in text.near(sentence) for m in text.inside(s) if m.role == role}
    if anywhere:
        fresh = {i for i in fresh - {_MEN} if not any(i in told_there(role, text) for text in (was, *further))}
        gone = {i for i in gone - {_MEN} if i not in told_there(role, now)}
    if role == COUNT or role.startswith(COUNTED):
        fresh = {i for i in fresh if not rounds(i, was.has(COUNT))}
    if len(fresh) != 1 or len(gone) != 1:
        return None
    return Swap(next(m for m in mine if m.id in fresh), next(m for m in there if m.id in gone))


def _says_more(one: str, other: str) -> bool:
    """Whether one of two titles only says more than the other: a deputy, and a deputy of the Duma; no deputy of it."""
    a, b = set(one.split("_")), set(other.split("_"))
    return (a <= b or b <= a) and _DEPUTY not in a ^ b


def told_there(role: str, text: Text) -> set[str]:
    """The members of a list that a text has; of figures that count something also those that name nothing counted."""
    if not role.startswith(COUNTED):
        return text.has(role)
    named = {m.start for m in text.members if m.role.startswith(COUNTED)}
    return text.has(role) | {m.id for m in text.members if m.role == COUNT and m.start not in named}


def _is_of(member: Member, role: str, text: Text, papers: bool) -> bool:
    """Whether a word is of a list; what is part of a rule's name is no instrument: martial law."""
    if role != "instrument":
        return member.role == role and not (role == "title" and is_below(member, text))
    if member.role == PAPERS and member.id == "letter":
        return papers
    inside = (m for m in text.members if m.role == "jurisdiction" and m.start <= member.start < m.end)
    return member.role == role and not any(inside)
