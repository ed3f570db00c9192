"""Who and what the reports name: units, officials, outlets, offices, headquarters, instruments, with all their names.

In: claims, papers, a vocabulary, decisions on pairs of names. Out: `Entity` records, and one name for each of
them. Never merges two names on its own judgement unless they are spelt alike or the vocabulary knows both;
never overwrites a decision: a later one stands beside it, and one undone leaves things as they were.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from musterbook.reconcile.judged import latest
from musterbook.reconcile.press import Paper, Press
from musterbook.records import Claim, Judgement, Problem
from musterbook.vocabulary import Vocabulary
from musterbook.vocabulary.spelling import key, skeleton

KINDS = ("unit", "official", "outlet", "office", "headquarters", "instrument")
_OF_ARG = {"unit": "unit", "person": "official", "instrument": "instrument"}  # kinds of arguments → of entities
_OF_VOICE = {"outlet": "outlet", "office": "office", "person": "official"}
_HEADQUARTERS = ("headquarters", "staff", "штаб")
PAIR = "pair:"
"""Begins the subject of a decision on two names: ``pair:NAME|NAME``, in the order of the alphabet."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something with all names that the book has for it.

    Attributes:
        kind: One of `KINDS`.
        name: The one that stands for it.
        names: All, the most frequent first.
        known: Whether the vocabulary has it.
        claims: How many claims name it.
        captures: Documents that name it, sorted.
        decided: What people decided about pairs of its names, in words.
    """

    kind: str
    name: str
    names: tuple[str, ...]
    known: bool
    claims: int
    captures: tuple[str, ...]
    decided: tuple[str, ...] = ()


def pair(one: str, two: str) -> str:
    """The subject of a decision on two names, whichever comes first."""
    return PAIR + "|".join(sorted((one.strip(), two.strip())))


class Aliases:
    """One name for each entity, by the vocabulary and by decisions."""

    def __init__(self, judgements: Iterable[Judgement] = (), known: Iterable[str] = ()) -> None:
        """Lay the decisions over one another.

        Args:
            judgements: Those of kind ``entity`` on pairs: ``positive`` makes them one, ``negative`` and
                ``unsure`` keep them apart; what was undone counts no more.
            known: Names that stand for an entity in the vocabulary; of those merged, such a one stands.
        """
        stands = {s: j for s, j in latest(judgements, "entity").items() if s.startswith(PAIR)}
        self.problems: list[Problem] = []
        self.decided = [(tuple(s.removeprefix(PAIR).split("|", 1)), j) for s, j in sorted(stands.items())]
        self._known = {key(name): name for name in known}
        self._above: dict[str, str] = {}
        self._spelt: dict[str, str] = {}
        self._apart = {
            frozenset(map(key, names)) for names, j in self.decided if j.verdict in ("negative", "unsure")
        }  # fmt: skip
        for names, judgement in sorted(self.decided, key=lambda d: (d[1].when, d[1].id)):
            if judgement.verdict == "positive" and len(names) == 2:
                self._merge(names[0], names[1], judgement)

    def _merge(self, one: str, two: str, judgement: Judgement) -> None:
        for name in (one, two):
            self._spelt.setdefault(key(name), name)
        first, second = self._root(key(one)), self._root(key(two))
        if first == second:
            return
        groups = [{n for n in self._spelt if self._root(n) == root} for root in (first, second)]
        if any(frozenset((a, b)) in self._apart for a in groups[0] for b in groups[1]):
            what = f"{one!r} and {two!r} are not made one: other decisions keep names of theirs apart; undo one of them"
            self.problems.append(Problem("reconcile.pair", judgement.subject, what, judgement.id))
            return
        top, low = sorted((first, second), key=lambda n: (n not in self._known, self._spelt[n]))
        self._above[low] = top

    def _root(self, form: str) -> str:
        while form in self._above:
            form = self._above[form]
        return form

    def of(self, name: str) -> str:
        """The name that stands for the entity of a name; the name itself where nobody decided anything."""
        form = key(name)
        root = self._root(form)
        return name if root == form else self._known.get(root, self._spelt[root])

    def apart(self, one: str, two: str) -> bool:
        """Whether people keep two names apart."""
        return frozenset((key(one), key(two))) in self._apart

    @property
    def merged(self) -> Mapping[str, str]:
        """Every name that was merged into another → the one that stands."""
        return {self._spelt[low]: self.of(self._spelt[low]) for low in self._above}


def entities(
    claims: Iterable[Claim], papers: Iterable[Paper], press: Press, vocabulary: Vocabulary, aliases: Aliases
) -> list[Entity]:
    """Every entity of a book, by kind and name.

    Args:
        claims: All that count.
        papers: All documents, for who publishes.
        press: Who is who among outlets and offices.
        vocabulary: What is known by name.
        aliases: What people decided.
    """
    known = {(kind, skeleton(n)): i for (kind, i), e in vocabulary.entries.items() for n in (i, *e.names.values())}
    types = {name: {a.role: a.kind for a in t.args} for name, t in vocabulary.types.items()}
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    captures: dict[tuple[str, str], set[str]] = defaultdict(set)

    people: dict[str, str] = {}  # a name's skeleton → as it was met first

    def note(kind: str, name: str, capture_id: str) -> None:
        one = _one(kind, aliases.of(name), press, known, aliases)
        if kind == "official":
            one = people.setdefault(skeleton(one), one)
        names[kind, one][name] += 1
        captures[kind, one].add(capture_id)

    for claim in claims:
        kinds = types.get(claim.type, {})
        for arg in claim.args:
            kind = _OF_ARG.get(kinds.get(arg.role, ""))
            if kind and isinstance(arg.value, str):
                note(kind, arg.value, claim.capture_id)
        for name in claim.attribution:
            voice = press.voice(name)
            if voice.kind in _OF_VOICE:
                staff = voice.kind == "office" and any(w in key(name) for w in _HEADQUARTERS)
                note("headquarters" if staff else _OF_VOICE[voice.kind], name, claim.capture_id)
    for paper in papers:
        if paper.outlet:
            note("outlet", paper.outlet, paper.capture_id)
    out = []
    for (kind, one), told in names.items():
        told.update({low: 0 for low, top in aliases.merged.items() if top == one})
        spelt = tuple(sorted(told, key=lambda n: (-told[n], n)))
        decided = tuple(
            f"{' = ' if j.verdict == 'positive' else ' ≠ ' if j.verdict == 'negative' else ' ? '}".join(pair_)
            for pair_, j in aliases.decided
            if {key(n) for n in pair_} & {key(n) for n in (*spelt, one)}
        )
        seen = tuple(sorted(captures[kind, one]))
        out.append(Entity(kind, one, spelt, (kind, skeleton(one)) in known, sum(told.values()), seen, decided))
    return sorted(out, key=lambda e: (KINDS.index(e.kind), -e.claims, e.name))


def _one(kind: str, name: str, press: Press, known: Mapping[tuple[str, str], str], aliases: Aliases) -> str:
    """The name under which an entity is listed: the vocabulary's, else that of its voice, else its own."""
    if kind in ("outlet", "office", "official"):
        return press.voice(name).name or name
    found = known.get((kind, skeleton(name)))
    return found if found and not aliases.apart(found, name) else name
