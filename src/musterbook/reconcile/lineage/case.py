"""One document with everything earlier that is like it.

In: a leaf, and a catalogue that finds its likes. Out: a `Case`. Never weighs one source against another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from musterbook.reconcile.lineage.catalogue import LONGEST_MEMORY, MOST, NEAR, Catalogue, Keys, alike, mark_weight
from musterbook.reconcile.lineage.leaves import MARK, SHINGLE, Leaf, day_of, first_rank
from musterbook.reconcile.press import Press
from musterbook.records import Evidence

CITED = 1.5  # weight of what a text shares with a report of the outlet that it names, for that to be its source
AT_ONCE = 32  # documents looked at together, the likest first
DERIVED = ("copies", "rewrites", "official")
SAID = 2  # statements in common that may show a translation
_VERIFIED = 4  # candidates whose texts are compared; the copied ones share the most shingles
_ITSELF = 1  # holder of a key that nobody else has
_NUMBERS = 2  # how much more a shared number says than a shared name, where an outlet is named


@dataclass(slots=True)
class Trace:
    """What speaks for one source of a document."""

    kind: str
    evidence: list[Evidence]


@dataclass(slots=True)
class Case:
    """One document with everything earlier that is like it.

    Attributes:
        leaf: The document.
        press: Who is who.
        catalogue: Asked for leaves and texts.
        lists: Key → its earliest holders.
        marked: Key → mark, of all its marks.
        words: Earlier document → how many sampled shingles are in common.
        rare: The same, of shingles that few held by then.
        marks: Earlier document, of the `LONGEST_MEMORY` → weight of the rare marks in common.
        said: The same → how many statements with the same values are in common.
        whole: Weight of all rare marks of the document.
        nearby: The same, up to the end of the day → weight of all that is in common, where an outlet is named.
        statements: How many statements with values it makes.
        likely: Ranks of the earlier documents that share the most text, earliest first: they are compared.
        traces: (target, name) → what speaks for it.
        sources: Target → its leaf.
    """

    leaf: Leaf
    press: Press
    catalogue: Catalogue
    lists: Mapping[int, Sequence[int]]
    marked: Mapping[int, str]
    words: Counter[int] = field(default_factory=Counter)
    rare: Counter[int] = field(default_factory=Counter)
    marks: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    said: Counter[int] = field(default_factory=Counter)
    nearby: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    whole: float = 0.0
    statements: int = 0
    likely: list[int] = field(default_factory=list)
    traces: dict[tuple[str, str], Trace] = field(default_factory=dict)
    sources: dict[str, Leaf] = field(default_factory=dict)

    def note(self, other: Leaf, kind: str, said: list[Evidence]) -> None:
        """Add evidence for a source in the book."""
        public = other.paper.kind == "official" != self.leaf.paper.kind
        if public and kind in ("copies", "rewrites"):
            kind = "official"
        self.sources[other.paper.capture_id] = other
        self.traces.setdefault((other.paper.capture_id, ""), Trace(kind, [])).evidence.extend(said)

    def gap(self, other: int) -> int:
        """Days between the document and another; 0 where one of them has no date."""
        own, theirs = day_of(self.leaf.rank), day_of(other)
        return abs(own - theirs) if own is not None and theirs is not None else 0

    def within(self, ranks: Iterable[int], days: int) -> list[int]:
        """Those of some documents that are at most so many days away, as `gap` counts."""
        day = day_of(self.leaf.rank)
        if day is None:
            return list(ranks)
        first, last = first_rank(day - days), first_rank(day + days + 1)
        return [r for r in ranks if first <= r and (r < last or day_of(r) is None)]

    def shared_marks(self, other: int) -> list[str]:
        """The rare marks in common with another, sorted."""
        return sorted(m for key, m in self.marked.items() if other in self.lists.get(key, ()))

    @property
    def asked(self) -> set[int]:
        """Ranks of the documents whose leaves its edges nearly always need, to be fetched at once."""
        named = self.leaf.cites or self.leaf.mentions
        shared = (r for r, w in self.nearby.items() if w >= CITED) if named else ()
        nearest = nsmallest(AT_ONCE, shared, key=lambda r: (-self.nearby[r], r))
        echoes = {r for r, w in self.marks.items() if w >= NEAR} | {r for r, n in self.said.items() if n >= SAID}
        return {*self.likely, *nearest, *echoes}


def case_of(leaf: Leaf, press: Press, catalogue: Catalogue) -> Case:
    """Look up everything earlier that is like a document.

    Args:
        leaf: The document.
        press: Who is who.
        catalogue: Holds it and all others.
    """
    keys, rank = catalogue.keys(leaf), leaf.rank
    case = Case(leaf, press, catalogue, catalogue.holders(keys.kept), keys.marks)
    since = _since(leaf)
    _nearby(case, keys, since)
    words, rare, said = list[int](), list[int](), list[int]()
    lists, marks = case.lists, case.marks
    for key in keys.shingles:
        held = lists.get(key, ())
        if held and held[0] < rank:
            earlier = held[: bisect_left(held, rank)]
            words += earlier
            rare += earlier if len(earlier) < MOST[SHINGLE] else ()
    for key, mark in keys.marks.items():
        held = lists.get(key, ())
        at = bisect_left(held, rank)
        if at == MOST[MARK]:  # it was common by then, and shows nothing
            continue
        earlier = held[bisect_left(held, since, 0, at) : at] if at else ()
        if mark[0] == "=":
            case.statements += 1
            said += earlier
            continue
        weight = mark_weight(mark)
        case.whole += weight
        for other in earlier:
            marks[other] += weight
    case.words.update(words)
    case.rare.update(rare)
    case.said.update(said)
    like = alike(leaf, case.rare, case.words)
    case.likely = sorted(sorted(like, key=lambda r: (-case.words[r], r))[:_VERIFIED])
    return case


def _since(leaf: Leaf) -> int:
    """The lowest rank of what may still be remembered when a document is written; of all, where it has no date."""
    day = day_of(leaf.rank)
    return first_rank(day - LONGEST_MEMORY) if day is not None else 0


def _nearby(case: Case, keys: Keys, since: int) -> None:
    """What is shared with documents up to the end of the same day: an outlet may be cited within the hour."""
    leaf = case.leaf
    if not leaf.cites and not leaf.mentions:
        return
    day = day_of(leaf.rank)
    end = first_rank(day + 1) if day is not None else leaf.rank
    for key in (*keys.shingles, *keys.marks):
        held = case.lists.get(key, ())
        at = bisect_left(held, end)
        if at <= _ITSELF or at >= MOST[key & 3]:
            continue
        mark = keys.marks.get(key, "")
        weight = mark_weight(mark) if mark else 1.0
        weight = _NUMBERS if mark[:1] == "=" else weight * (1 + _NUMBERS) if mark[:1] == "#" else weight
        for other in held[bisect_left(held, since, 0, at) : at]:
            case.nearby[other] += weight
