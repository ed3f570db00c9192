"""What stands beside a word in two linked texts: the figure of a measure, what a figure counts.

In: a word of each of two texts. Out: yes or no. Never looks beyond the words right beside them.
"""

from __future__ import annotations

from musterbook.reconcile.wording.closed import Member, Text
from musterbook.reconcile.wording.quantities import COUNT

MEASURES = frozenset({"distance", "currency", "per"})  # roles that say what a figure beside them is counted in
_BESIDE = 24  # characters between a figure and the words that say so
_STEM = 5  # letters by which two words beside figures are held to be one


def same_beside(role: str, now: tuple[Text, Member], was: tuple[Text, Member]) -> bool:
    """Whether what a figure counts, or the figure that a measure belongs to, is the same in both texts."""
    if role in MEASURES:
        return bool(_figures_beside(*now) & _figures_beside(*was))
    if role != COUNT:
        return True
    after = [text.words.after(member.end)[:_STEM] for text, member in (now, was)]
    return after[0] == after[1]


def so_there(member: Member, now: Text, was: Text) -> bool:
    """Whether the source has a measure with the same figure elsewhere: 900 a month in a contract of a year."""
    if member.role not in MEASURES:
        return False
    beside = _figures_beside(now, member)
    return any((m.role, m.id) == (member.role, member.id) and _figures_beside(was, m) & beside for m in was.members)


def _figures_beside(text: Text, member: Member) -> set[str]:
    """The figures that stand right before or after a word."""
    figures = (m for m in text.members if m.role == COUNT)
    return {m.id for m in figures if -_BESIDE <= m.end - member.start <= 0 or 0 <= m.start - member.end <= _BESIDE}
