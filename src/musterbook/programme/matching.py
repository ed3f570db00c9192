"""Which reports speak of one legal instrument.

In: claims on stages. Out: the same claims, in groups. Never takes two instruments for one because they are of one
kind, and never chooses among several candidates: a report that may be of either stays by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from musterbook.records import Claim, PartialDate

_Key = tuple[str, ...]
_Stage = tuple[int, int, int]  # its place in the order, the first and the last day that it may have been
_MANY = 64  # instruments that share a tie: one that so many share tells nothing, and comparing them takes time


@dataclass(slots=True)
class _Group:
    """Claims on stages of what may be one instrument, with what ties them: strongest first."""

    claims: list[Claim]
    title: str
    days: list[_Stage]
    ties: tuple[set[_Key], set[_Key], set[_Key]]

    def fits(self, other: _Group) -> bool:
        """Whether nothing speaks against one instrument: title, days, and the order of the stages."""
        if self.title and other.title and self.title != other.title:
            return False
        for place, first, last in self.days:
            for their, start, end in other.days:
                if (place <= their and first > end) or (their <= place and start > last):
                    return False
        return True

    def take(self, other: _Group) -> None:
        """Take in the claims of another group."""
        self.claims += other.claims
        self.title = self.title or other.title
        for own, more in zip(self.ties, other.ties, strict=True):
            own |= more
        self.days += [d for d in other.days if d not in self.days]


class _Groups:
    """Groups, found by what ties them."""

    def __init__(self, order: Mapping[str, int]) -> None:
        """Take the order of the stages."""
        self._order = order
        self._next = 0
        self.held: dict[int, _Group] = {}
        self._by: tuple[dict[_Key, dict[int, None]], ...] = (defaultdict(dict), defaultdict(dict), defaultdict(dict))

    def add(self, claim: Claim) -> None:
        """Take in a claim, and put together what it shows to be one."""
        at, group = self._next, _group_of(claim, self._order)
        self._next += 1
        while (other := self._partner(group)) is not None:
            at, partner = other, self.held.pop(other)
            for index, keys in zip(self._by, partner.ties, strict=True):
                for key in keys:
                    del index[key][other]
            partner.take(group)
            group = partner
        self.held[at] = group
        for index, keys in zip(self._by, group.ties, strict=True):
            for key in keys:
                index[key][at] = None

    def _partner(self, group: _Group) -> int | None:
        """The only group that this one is tied to most strongly; None where there is none, or several."""
        for index, keys in zip(self._by, group.ties, strict=True):
            found = list(islice(self._fitting(group, index, keys), 2))
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _fitting(self, group: _Group, index: Mapping[_Key, Mapping[int, None]], keys: set[_Key]) -> Iterator[int]:
        seen: set[int] = set()
        for key in sorted(keys):
            held = index.get(key, {})
            for at in held if len(held) <= _MANY else ():
                if at not in seen and self.held[at].fits(group):
                    yield at
                seen.add(at)


def one_by_one(claims: Sequence[Claim], order: Mapping[str, int]) -> list[list[Claim]]:
    """Claims on stages, put together where they are of one instrument.

    What ties two reports, strongest first: a title or a document; a stage on a day that both give; who took a stage.
    What keeps them apart: kind, title, days of one stage that differ, stages on days in the wrong order.

    Args:
        claims: Of type ``law.stage``, in any order.
        order: Stage → its place, earliest first.
    """
    groups = _Groups(order)
    for claim in sorted(claims, key=lambda c: (not c.get("date"), not c.get("title"), c.published or "9999", c.id)):
        groups.add(claim)
    return [groups.held[at].claims for at in sorted(groups.held)]


def _group_of(claim: Claim, order: Mapping[str, int]) -> _Group:
    kind, stage, date, actor, title = (
        str(claim.get(role) or "") for role in ("instrument", "stage", "date", "actor", "title")
    )
    title = title.casefold()
    strong: set[_Key] = {(kind, "document", claim.capture_id)} | ({(kind, "title", title)} if title else set())
    dated: set[_Key] = {(kind, stage, date[:7])} if date else set()  # days of one month may be one; so may two years
    who: set[_Key] = {(kind, stage, actor.split(" (")[0].casefold())} if actor else set()
    day = PartialDate.parse(date) if date else None
    days = [(order.get(stage, 0), day.earliest.toordinal(), day.latest.toordinal())] if day else []
    return _Group([claim], title, days, (strong, dated, who))
