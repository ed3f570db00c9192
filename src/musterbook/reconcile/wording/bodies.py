"""Bodies and offices of one text in the stead of others of its source.

In: two texts with their closed lists, and which of their sentences tell the same. Out: `Swap` records: a sentence names
a ministry, a court, the head of something that no text above names at all, where its source has one that stands nowhere
in the later text; or one person has another office. Never takes who only stands for another (a minister for his
ministry), nor a word that any body goes by.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from musterbook.reconcile.wording.closed import Member, Swap, Text
from musterbook.reconcile.wording.cues import SAYING, is_below
from musterbook.reconcile.wording.retold import Sentence

_OFFICE, _TITLE = "office", "title"
_BESIDE = 24  # characters between a word of saying and who says it
_ANY = {
    "government",
    "kremlin",
    "officials",
    "deputy",
    "head",
    "minister",
    "commander",
    "spokesman",
}  # what any body may go by

Together = Sequence[tuple[Sentence, Sentence]]
Body = tuple[str, bool]


def other_bodies(texts: tuple[Text, Text], further: Sequence[Text], together: Together) -> Iterator[Swap]:
    """The one body of a sentence that no text above has, for the one that the later text lacks.

    Args:
        texts: The later text, and its source.
        further: Further texts above the later one.
        together: The sentences that tell the same.
    """
    now, was = texts
    ours, known = _hands(now), set().union(*map(_hands, (was, *further)))
    for own, theirs in together:
        fresh = _inside(now, own, known)
        gone = _inside(was, theirs, ours)
        if len({_body(m, now) for m in fresh}) != 1 or len({_body(m, was) for m in gone}) != 1:
            continue
        names = [t.reading.text[m.start : m.end].casefold() for m, t in ((fresh[0], now), (gone[0], was))]
        if names[0] in names[1] or names[1] in names[0]:
            continue  # one name only says less than the other
        if _speaks(fresh[0], now) == _speaks(gone[0], was):
            role = _TITLE if fresh[0].role == gone[0].role == _TITLE else "issuer"
            yield Swap(fresh[0].of(role), gone[0].of(role))


def _named(text: Text) -> list[Member]:
    return [m for m in text.parties if m.role in (_OFFICE, _TITLE) and m.id not in _ANY]


def _hands(text: Text) -> set[Body]:
    """Every body of a text, by whose hand it is and whether as one below the first."""
    return text.once("bodies", lambda t: {_body(m, t) for m in _named(t)})


def _inside(text: Text, sentence: Sentence, known: Collection[Body]) -> list[Member]:
    every = (m for m in _named(text) if sentence.start <= m.start < sentence.end)
    return [m for m in every if _body(m, text) not in known]


def _speaks(member: Member, text: Text) -> bool:
    """Whether a body says something: who is named for a report need not be who does what it tells."""
    start, end = text.clause(member.start)
    words = (c for c in text.of(SAYING) if start <= c.start < end)
    return any(max(member.start - c.end, c.start - member.end) <= _BESIDE for c in words)


def _body(member: Member, text: Text) -> Body:
    """Whose hand a body is, and whether it is that of a deputy."""
    low = text.unranked(member.id) != member.id or is_below(member, text)
    return text.hand(text.unranked(member.id)), low
