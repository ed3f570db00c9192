"""What lineage looks documents up by: keys of shingles, marks and addresses, each with its earliest holders.

In: leaves. Out: for a key the ranks of the documents that hold it, for a rank its leaf. The same leaves give
the same catalogue in whatever order they come. Never holds a text.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from musterbook.reconcile.addresses import document_address
from musterbook.reconcile.lineage.contained import Parsed, parse
from musterbook.reconcile.lineage.leaves import ADDRESS, CITED, MARK, SHINGLE, Leaf, day_of, first_rank, key_of

MOST = {SHINGLE: 32, MARK: 64, ADDRESS: 64}  # holders kept for a key, the earliest: sources are among them
LONGEST_GAP = 45  # days between a report and its echo; later ones are found by their text or by name
LONGEST_MEMORY = 120  # days after which a report is still named whose figures are told again
NEAR = 3.0  # weight of shared marks from which a document may be what another comes from
_PARSED = 1024  # texts kept taken apart; echoes follow their source closely
_STATED = 1.5  # weight of a statement with the same values: two of them may show where a document comes from
_MUCH = 0.25  # of a text's shingles
_FEW = 24  # shingles of a text below which one in common is enough to compare it


class Catalogue(Protocol):
    """Where the index looks things up: in memory, or in a book."""

    def keys(self, leaf: Leaf) -> Keys:
        """Everything that a leaf is found by."""

    def holders(self, keys: Iterable[int]) -> Mapping[int, Sequence[int]]:
        """For each key that somebody holds the ranks of its earliest holders, sorted."""

    def leaves(self, ranks: Iterable[int]) -> Mapping[int, Leaf]:
        """The leaves of some ranks."""

    def citing(self, family: str, first: int, last: int) -> set[int]:
        """The ranks, from `first` up to `last`, of documents that name an outlet of a newsroom as a source."""

    def parsed(self, leaf: Leaf) -> Parsed:
        """The article of a leaf, taken apart."""


def mark_weight(mark: str) -> float:
    """How much a shared value says: long numbers and names more than short numbers."""
    if mark.startswith("="):
        return _STATED
    if not mark.startswith("#"):
        return 0.8
    return {3: 0.6, 4: 1.0}.get(len(mark), 1.2)


def alike(leaf: Leaf, rare: Counter[int], words: Counter[int]) -> set[int]:
    """Ranks of documents that share enough text with one to be compared with it.

    Args:
        leaf: The one.
        rare: Rank → shingles in common that few hold.
        words: Rank → all shingles in common; those that many hold are boilerplate unless they are much of it.
    """
    least, much = 1 if len(leaf.shingles) < _FEW else 2, max(2.0, _MUCH * len(leaf.shingles))
    return {r for r, n in rare.items() if n >= least} | {r for r, n in words.items() if n >= much}


@dataclass(frozen=True, slots=True)
class Keys:
    """Everything that a leaf is found by.

    Attributes:
        shingles: Of its text.
        marks: Key → the mark.
        addresses: Its own, and those that it states as its source.
        cited: Of the newsrooms that it names as a source.
        answers: Of what it says, and of the questions that it answers.
    """

    shingles: tuple[int, ...]
    marks: Mapping[int, str]
    addresses: tuple[int, ...]
    cited: tuple[int, ...]
    answers: tuple[int, ...] = ()

    @property
    def kept(self) -> Iterator[int]:
        """Those of which only the earliest holders are kept."""
        yield from self.shingles
        yield from self.marks
        yield from self.addresses

    @property
    def endless(self) -> Iterator[int]:
        """Those of which all holders are kept."""
        yield from self.cited
        yield from self.answers


def keys_of(leaf: Leaf, family: Callable[[str], str]) -> Keys:
    """The keys of a leaf; `family` gives the newsroom of an outlet."""
    stated = [a for s in leaf.paper.sources if "//" in s and (a := document_address(s))]
    return Keys(
        leaf.shingles,
        {_mark_key(m): m for m in leaf.marks},
        tuple(dict.fromkeys(key_of(a, ADDRESS) for a in (*leaf.paper.addresses, *stated))),
        tuple(dict.fromkeys(key_of(named, CITED) for named in (*map(family, _named(leaf)), *_itself(leaf)))),
        leaf.answers,
    )


def _named(leaf: Leaf) -> Iterator[str]:
    return (outlet for outlet, _, _ in (*leaf.cites, *leaf.mentions))


def _itself(leaf: Leaf) -> tuple[str, ...]:
    """The newsroom of a document that speaks of its own earlier report: that is looked for as a cited one is."""
    return (leaf.paper.family,) if leaf.earlier else ()


@lru_cache(maxsize=131072)
def _mark_key(mark: str) -> int:
    return key_of(mark, MARK)


@dataclass(slots=True)
class Taken:
    """What taking in a leaf changes.

    Attributes:
        entered: Keys under which it is now held.
        dropped: (key, rank) of holders that are no longer among the earliest.
        crowded: Ranks of documents that share text of which not all holders are kept.
        later: Ranks of later documents whose edges may change.
        suspects: Ranks of documents of its newsroom that share text: a passage of theirs may be a template.
    """

    entered: list[int] = field(default_factory=list)
    dropped: list[tuple[int, int]] = field(default_factory=list)
    crowded: set[int] = field(default_factory=set)
    later: set[int] = field(default_factory=set)
    suspects: set[int] = field(default_factory=set)


def take(leaf: Leaf, keys: Keys, lists: dict[int, list[int]], catalogue: Catalogue) -> Taken:
    """Put a leaf into the lists of its keys.

    Args:
        leaf: New to the catalogue.
        keys: Of the leaf.
        lists: Key → its holders, sorted, for all keys of the leaf that have any; changed in place.
        catalogue: Asked for leaves and for who cites.
    """
    out, rank = Taken(), leaf.rank
    words, marks = list[int](), defaultdict[int, float](float)  # of later documents
    placed, crowded = list[int](), list[int]()
    day, like = day_of(rank), set[int]()
    begin = first_rank(day) if day is not None else rank
    for key in keys.kept:
        held = lists.get(key)
        if not held:
            lists[key] = [rank]
            out.entered.append(key)
            continue
        what = key & 3
        at = bisect_left(held, rank)
        later = held[at:]
        if held[-1] >= begin and what in (SHINGLE, MARK):
            like.update(held[bisect_left(held, begin) :])
        if what == SHINGLE:
            words += later
        elif what == MARK and later:
            weight = mark_weight(keys.marks[key])
            for other in later:
                marks[other] += weight
        elif what != MARK:
            out.later.update(held)
        if len(held) >= MOST[what] and not later:
            continue
        if what == SHINGLE:
            placed += held
            if len(held) >= MOST[what] - 1:
                crowded += held
        held.insert(at, rank)
        out.entered.append(key)
        if len(held) > MOST[what]:
            last = held.pop()
            out.dropped.append((key, last))
            out.later.add(last)
    out.crowded = alike(leaf, Counter(), Counter(crowded)) - {rank}
    later_words = Counter(words)
    out.later |= alike(leaf, later_words, later_words) | {r for r, w in marks.items() if w >= NEAR}
    if like:
        last = first_rank(day + LONGEST_MEMORY + 1) if day is not None else rank
        if max(like) >= first_rank(1 << 20):
            out.later |= catalogue.citing(leaf.paper.family, first_rank(1 << 20), 1 << 62) & like
        if min(like) <= last:
            out.later |= catalogue.citing(leaf.paper.family, begin, last) & like
    out.later.discard(rank)
    suspects = alike(leaf, Counter(), Counter(placed)) - {rank}
    there = catalogue.leaves(suspects)
    out.suspects = {r for r in suspects if r in there and there[r].paper.family == leaf.paper.family}
    return out


class Held:
    """A catalogue in memory."""

    def __init__(self, text_of: Callable[[str], str], family: Callable[[str], str]) -> None:
        """Start empty.

        Args:
            text_of: Capture id → the article's text, for the comparison of passages.
            family: Outlet → its newsroom.
        """
        self._family = family
        self._lists: dict[int, list[int]] = {}
        self._citing: dict[int, list[int]] = defaultdict(list)
        self._leaves: dict[int, Leaf] = {}
        self._parsed = lru_cache(maxsize=_PARSED)(lambda capture_id: parse(text_of(capture_id)))

    def keys(self, leaf: Leaf) -> Keys:
        """As `Catalogue` says."""
        return keys_of(leaf, self._family)

    def add(self, leaf: Leaf) -> Taken:
        """Take in one document; its cost does not grow with the number of documents."""
        keys = self.keys(leaf)
        self._leaves[leaf.rank] = leaf
        for key in keys.cited:
            insort(self._citing[key], leaf.rank)
        return take(leaf, keys, self._lists, self)

    def holders(self, keys: Iterable[int]) -> Mapping[int, Sequence[int]]:
        """As `Catalogue` says."""
        return {k: held for k in keys if (held := self._lists.get(k))}

    def leaves(self, ranks: Iterable[int]) -> Mapping[int, Leaf]:
        """As `Catalogue` says."""
        return {r: self._leaves[r] for r in ranks if r in self._leaves}

    def citing(self, family: str, first: int, last: int) -> set[int]:
        """As `Catalogue` says."""
        held = self._citing.get(key_of(family, CITED), [])
        return set(held[bisect_left(held, first) : bisect_left(held, last + 1)])

    def parsed(self, leaf: Leaf) -> Parsed:
        """As `Catalogue` says."""
        return self._parsed(leaf.paper.capture_id)
