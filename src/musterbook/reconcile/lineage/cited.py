"""Sources that a text names: an outlet, an office with a page, its own newsroom's report of some day.

In: a `Case` with what speaks for its sources so far. Out: the same, with what the text says itself. Never takes a
name for a source where the report of whom it names has nothing in common with the text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest

from musterbook.reconcile.lineage.acts import ACT
from musterbook.reconcile.lineage.case import AT_ONCE, CITED, DERIVED, Case, Trace
from musterbook.reconcile.lineage.catalogue import LONGEST_GAP, LONGEST_MEMORY, NEAR
from musterbook.reconcile.lineage.leaves import Leaf, day_of, first_rank
from musterbook.records import Evidence

_FRESH = 7  # days from which on a report of the outlet named counts the less, the older it is
_LATELY = 3  # days within which a report is told again, with whatever in common
_OWN_LANGUAGE = 0.4  # likeness of an edition in the language of the text, to the likest, for it to be what was read
_AS_LIKE = 0.8  # likeness of a report, to a copy of it that shares the more by chance
_NAMED = 3  # the layer of evidence that a source is named
_BESIDE = 150  # characters within which «X reports with reference to Y» names both
_SEARCHED = 320  # documents among which a named outlet's report is looked for, the likest first


def by_citation(case: Case) -> None:
    """Layer 3: the text says so; its target is the cited outlet's report that shares the most with it."""
    leaf = case.leaf
    named = (*leaf.cites, *leaf.mentions)
    if not named:
        return
    near = {r: w for r, w in case.nearby.items() if w >= CITED and r != leaf.rank}
    lately = set(case.within(near, LONGEST_GAP))
    shared = {r: near[r] for r in case.within(near, LONGEST_MEMORY) if near[r] >= NEAR or r in lately}
    families = {case.press.family(outlet) for outlet, _, _ in named}
    fresh = {r: w / max(1.0, case.gap(r) / _FRESH) for r, w in shared.items()}
    nearest = _nearest(case, families, sorted(shared, key=lambda r: (-fresh[r], r)), fresh)
    reporting = {*(o for o, _, _ in leaf.cites), *leaf.quoted}
    nearest |= _garbled(case, set(map(case.press.family, reporting)) - nearest.keys())
    if any((other.paper.capture_id, "") not in case.traces for other in nearest.values()):
        _set_aside(case)
    for outlet, start, end in named:
        cited = (outlet, start, end) in leaf.cites
        said = Evidence(3, f"the text names {outlet} as its source", start, end)
        if not cited:
            said = Evidence(5, f"the text names {outlet}, whose report has the same values", start, end)
        other = nearest.get(case.press.family(outlet))
        if other:
            case.note(other, "cites", [said])
        elif cited:
            case.traces["", outlet] = Trace("cites", [said])


def _garbled(case: Case, families: set[str]) -> dict[str, Leaf]:
    """The one report of each newsroom in the last days that has anything in common: who garbles changes the figures."""
    if not families:
        return {}
    there = case.catalogue.leaves(nsmallest(AT_ONCE, case.within(case.nearby, _LATELY), key=lambda r: -case.nearby[r]))
    found: dict[str, list[Leaf]] = {}
    for other in there.values():
        if other.rank != case.leaf.rank and other.paper.family in families and not _answers(case, other):
            found.setdefault(other.paper.family, []).append(other)
    return {family: those[0] for family, those in found.items() if len(those) == 1}


def by_own_date(case: Case) -> None:
    """Layer 3: the text speaks of its newsroom's own report of some day, which has something in common with it."""
    for date, start, end in case.leaf.earlier:
        like = {r: case.marks.get(r, 0) + case.words[r] + case.said[r] for r in (*case.marks, *case.words, *case.said)}
        if date:
            day = dt.date.fromisoformat(date).toordinal()
            then = [r for r in like if first_rank(day) <= r < first_rank(day + 1) and case.gap(r) <= LONGEST_GAP]
        else:
            then = [r for r, weight in like.items() if weight >= CITED and 0 < case.gap(r) <= LONGEST_MEMORY]
        there = case.catalogue.leaves(nsmallest(AT_ONCE, then, key=lambda r: (-like[r], r)))
        own = [o for o in there.values() if o.paper.family == case.leaf.paper.family]
        if own:
            language = case.leaf.language
            best = min(own, key=lambda o: (o.language != language, o.paper.edition, -like[o.rank], o.rank))
            _set_aside(case)
            said = Evidence(3, f"the text speaks of its newsroom's report of {date or 'some day before'}", start, end)
            case.note(best, "cites", [said])


def _nearest(case: Case, families: set[str], ranks: Sequence[int], likeness: Mapping[int, float]) -> dict[str, Leaf]:
    """The likest report of each newsroom among some documents, in the language of the text where there is one."""
    found: dict[str, Leaf] = {}
    done: set[str] = set()
    for at in range(0, min(len(ranks), _SEARCHED), AT_ONCE):
        some = ranks[at : at + AT_ONCE]
        there = case.catalogue.leaves(some)
        for other in (there[r] for r in some if r in there):
            family = other.paper.family
            if family not in families or family in done or _answers(case, other):
                continue
            if other.paper.kind == "official" and case.gap(other.rank) > LONGEST_GAP:
                continue  # an office speaks often
            best = found.setdefault(family, other)
            own = other.language == case.leaf.language
            if own and likeness[other.rank] >= _OWN_LANGUAGE * likeness[best.rank]:
                found[family] = other
            if own:
                done.add(family)
        found = {f: _first_edition(o, (there[r] for r in some if r in there), likeness) for f, o in found.items()}
        if len(found) == len(families):
            break
    return found


def _first_edition(found: Leaf, there: Iterable[Leaf], likeness: Mapping[int, float]) -> Leaf:
    """Of a report and its copies at other addresses, which are as like as it is, the report."""
    if not found.paper.edition:
        return found
    same = (o for o in there if o.paper.family == found.paper.family and o.language == found.language)
    near = [o for o in same if not o.paper.edition and likeness[o.rank] >= _AS_LIKE * likeness[found.rank]]
    return min(near, key=lambda o: o.rank, default=found)


def _answers(case: Case, other: Leaf) -> bool:
    """Whether a document of the same day is one that goes on from the document at hand, and not the other way round.

    Where an office's page and a newsroom name one another, the page stands there to be quoted: it was first.
    """
    own, page = case.leaf.paper.kind == "official", other.paper.kind == "official"
    first = own if own != page and day_of(other.rank) == day_of(case.leaf.rank) else other.rank > case.leaf.rank
    return first and _names(case, other)


def _names(case: Case, other: Leaf) -> bool:
    """Whether another document names the newsroom of the document at hand."""
    own = case.leaf.paper.family
    return any(case.press.family(outlet) == own for outlet, _, _ in (*other.cites, *other.mentions))


def _set_aside(case: Case) -> None:
    """A source that the text names wins over one that only rare values suggest, save its own newsroom's report."""
    for found in [k for k, t in case.traces.items() if t.kind != "cites" and {e.layer for e in t.evidence} == {5}]:
        if not _same_newsroom(case, found[0]):
            del case.traces[found]


def _same_newsroom(case: Case, target: str) -> bool:
    family = case.leaf.paper.family
    return bool(family) and target in case.sources and case.sources[target].paper.family == family


def carried_over(case: Case) -> None:
    """Who is named by the report that a text was made from is no source of its own: it keeps its words."""
    derived = {k for k, t in case.traces.items() if t.kind in DERIVED}
    if not case.leaf.paper.reports and not derived:
        derived = _retold(case)
    above = {case.press.family(o) for t, _ in derived if t for o, _, _ in _named_by(case.sources[t])}
    cited = {k for k, t in case.traces.items() if t.kind == "cites" and any(e.layer == 3 for e in t.evidence)}
    beyond = {case.press.family(o) for t, _ in cited if t for o, _, _ in _named_by(case.sources[t])}
    _public_elsewhere(case, cited)
    for key in [k for k in case.traces if k not in derived]:
        family = case.sources[key[0]].paper.family if key[0] else case.press.voice(key[1]).family
        if family in above or (key not in cited and family in beyond and _is_beside(case, key, cited)):
            del case.traces[key]


def _retold(case: Case) -> set[tuple[str, str]]:
    """Whom a text that does not report names as its sources and is named by none of them: it tells their reports."""
    cited = [k for k, t in case.traces.items() if k[0] and any(e.layer == _NAMED for e in t.evidence)]
    named = {k: {case.press.family(o) for o, _, _ in _named_by(case.sources[k[0]])} for k in cited}
    return {k for k in cited if not any(case.sources[k[0]].paper.family in named[o] for o in cited if o != k)}


def _is_beside(case: Case, key: tuple[str, str], cited: Iterable[tuple[str, str]]) -> bool:
    """Whether an outlet is named right where another is, as what that has it from."""
    if key[0] and case.sources[key[0]].paper.kind == "official":
        return True
    places = [e.start for e in case.traces[key].evidence]
    there = [e.start for k in cited for e in case.traces[k].evidence if e.layer == _NAMED]
    return any(abs(a - b) <= _BESIDE for a in places for b in there)


def _public_elsewhere(case: Case, cited: Iterable[tuple[str, str]]) -> None:
    """Whoever names a report which has what an office made public has that from the report."""
    cited = [k for k in cited if k[0]]
    told = max((case.said[case.sources[t].rank] for t, _ in cited), default=0)
    known = {m for t, _ in cited for m in case.sources[t].marks if m.startswith(ACT)}
    for key in [k for k, t in case.traces.items() if t.kind == "official" and all(e.layer == 3 for e in t.evidence)]:
        if not told or not key[0] or key in cited or told < case.said[case.sources[key[0]].rank]:
            continue
        acts = {m for m in {*case.leaf.marks} & {*case.sources[key[0]].marks} if m.startswith(ACT) and " " not in m}
        if not acts or not acts.isdisjoint(known):  # else it has the day of the act from nobody but the page
            del case.traces[key]


def _named_by(leaf: Leaf) -> tuple[tuple[str, int, int], ...]:
    return (*leaf.cites, *leaf.mentions)
