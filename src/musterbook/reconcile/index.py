"""Where documents come from: an index that grows by one document at a time.

In: leaves, and a way to read a text again. Out: for each document its proposed edges, with evidence of up to
five layers. The same documents give the same edges in whatever order they were added. Never takes common
words, boilerplate or direct speech for a trace.
"""

from __future__ import annotations

import datetime as dt
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from musterbook.reconcile.contained import parse, passages
from musterbook.reconcile.leaves import SAMPLED, Leaf
from musterbook.reconcile.press import Press, plain_address
from musterbook.records import Edge, Evidence, PartialDate

_COMMON = 64  # documents that hold a mark; what more hold is common and shows nothing
_HELD = 64  # documents kept for a shingle, the earliest: sources are among them however often it was copied
_TEMPLATE = 1  # other articles of one newsroom, the source aside, that hold a passage: then it is its template
_OTHER = 0.5  # share of shingles in common below which two documents are different articles
_VERIFIED = 4  # candidates whose texts are compared; the copied ones share the most shingles
_LONGEST_GAP = 45  # days between a report and its echo; later ones are found by their text or by name
_COPIED, _REWRITTEN = 0.8, 0.2  # shares of a text's words that stand in another
_NAMED = 0.5  # the same where the text names a source: two relays of one report share its phrases
_PARSED = 1024  # texts kept taken apart; echoes follow their source closely
_SHARED = 2  # sampled shingles in common from which texts are compared
_RARE_ACROSS = 3.0  # weight of rare values in common that shows an echo in another language
_RARE_WITHIN = 5.0  # likewise in the same language, where a paraphrase would share words as well
_PART = 0.34  # of a document's rare values that must be the earlier one's
_CITED = 1.5  # weight of what a text shares with a report of the outlet that it names, for that to be its source
_NUMBERS = 2  # how much more a shared number says than a shared name, where an outlet is named
_STRENGTH = {1: 0.97, 2: 0.9, 3: 0.9, 4: 0.85, 5: 0.6}  # how sure an edge is, by its strongest evidence


@dataclass(slots=True)
class _Trace:
    """What speaks for one source of a document."""

    kind: str
    evidence: list[Evidence]
    weight: float = 0.0


class LineageIndex:
    """All leaves of a book, found by address, newsroom, shingle and mark."""

    def __init__(self, press: Press, text_of: Callable[[str], str]) -> None:
        """Start empty.

        Args:
            press: Who is who.
            text_of: Capture id → the article's text, for the comparison of passages.
        """
        self._press = press
        self._parsed = lru_cache(maxsize=_PARSED)(lambda capture_id: parse(text_of(capture_id)))
        self.leaves: dict[str, Leaf] = {}
        self._addresses: dict[str, list[str]] = defaultdict(list)
        self._families: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._shingles: dict[int, str | list[str]] = {}
        self._marks: dict[str, list[str]] = defaultdict(list)

    def add(self, leaf: Leaf) -> None:
        """Take in one document; its cost does not grow with the number of documents."""
        capture_id = leaf.paper.capture_id
        if capture_id in self.leaves:
            return
        self.leaves[capture_id] = leaf
        for address in leaf.paper.addresses:
            self._addresses[address].append(capture_id)
        if leaf.paper.family:
            insort(self._families[leaf.paper.family], (leaf.paper.published or "9999", capture_id))
        for shingle in leaf.shingles:
            held = self._shingles.get(shingle)
            if held is None:
                self._shingles[shingle] = capture_id
            elif isinstance(held, str):
                self._shingles[shingle] = sorted((held, capture_id), key=self._order)
            else:
                insort(held, capture_id, key=self._order)
                del held[_HELD:]
        for mark in leaf.marks:
            if len(self._marks[mark]) <= _COMMON:
                self._marks[mark].append(capture_id)

    def all_edges(self) -> Iterator[Edge]:
        """The edges of every document, sorted by document."""
        for capture_id in sorted(self.leaves):
            yield from self.edges(capture_id)

    def touched(self, capture_id: str) -> list[str]:
        """Later documents whose edges may change because of this one, sorted."""
        leaf = self.leaves[capture_id]
        near = self._near_by_shingles(leaf).keys() | {i for i, w in self._near_by_marks(leaf).items() if w >= 2}
        for address in leaf.paper.addresses:
            near |= set(self._addresses[address])
        return sorted(i for i in near if self.leaves[i].order > leaf.order)

    def edges(self, capture_id: str) -> list[Edge]:
        """Where one document comes from, surest first.

        Returns:
            At most one edge a source; evidence strongest first. No edge means that nothing is known.
        """
        leaf = self.leaves[capture_id]
        words = self._near_by_shingles(leaf)
        marks = self._near_by_marks(leaf)
        traces: dict[tuple[str, str], _Trace] = {}
        self._by_address(leaf, traces)
        self._by_text(leaf, words, traces)
        self._by_values(leaf, marks, traces)
        self._by_citation(leaf, (words, marks), traces)
        self._by_family(leaf, traces)
        out = []
        for (target, named), trace in traces.items():
            trace.evidence.sort(key=lambda e: (e.layer, e.what, e.start))
            layers = {e.layer for e in trace.evidence}
            sure = 1.0
            for layer in layers:
                sure *= 1 - _STRENGTH[layer]
            out.append(Edge(capture_id, target, named, trace.kind, round(1 - sure, 3), tuple(trace.evidence)))
        return sorted(out, key=lambda e: (-e.confidence, e.target, e.named))

    def _earlier(self, leaf: Leaf, other: str) -> bool:
        return other in self.leaves and other != leaf.paper.capture_id and self.leaves[other].order < leaf.order

    def _by_address(self, leaf: Leaf, traces: dict[tuple[str, str], _Trace]) -> None:
        """Layer 1: the same canonical address, or a stated source."""
        for address in leaf.paper.addresses:
            targets = sorted((i for i in self._addresses[address] if self._earlier(leaf, i)), key=self._order)
            if targets:
                said = Evidence(1, f"both are published at {address}")
                traces[targets[0], ""] = _Trace("copies", [said])
        for source in leaf.paper.sources:
            is_address = "//" in source
            targets = [i for i in self._addresses.get(plain_address(source), ()) if i != leaf.paper.capture_id]
            if targets:
                first = min(targets, key=self._order)
                traces[first, ""] = _Trace("copies", [Evidence(1, f"states {source} as its source")])
            else:
                voice = self._press.voice(self._press.outlet_at(source) if is_address else source)
                if voice.name and voice.family != leaf.paper.family:
                    traces["", voice.name] = _Trace("copies", [Evidence(1, f"states {source} as its source")])

    def _order(self, capture_id: str) -> tuple[str, bool, int, str]:
        return self.leaves[capture_id].order

    def _holders(self, shingle: int) -> Iterable[str]:
        held = self._shingles.get(shingle, ())
        return (held,) if isinstance(held, str) else held

    def _is_template(self, leaf: Leaf, source: str, runs: Sequence[int]) -> bool:
        """Whether a passage stands in other articles of the same newsroom as well."""
        sampled = [h for h in runs if h % SAMPLED == 0]
        if not sampled:
            return False
        own = set(leaf.shingles) - set(sampled)
        holders = [i for i in self._holders(sampled[len(sampled) // 2]) if i not in (leaf.paper.capture_id, source)]
        same = [self.leaves[i] for i in holders if self.leaves[i].paper.family == leaf.paper.family]
        rests = [set(o.shingles) - set(sampled) for o in same]
        others = sum(1 for rest in rests if len(own & rest) <= _OTHER * min(len(own), len(rest)))
        return others >= _TEMPLATE

    def _near_by_shingles(self, leaf: Leaf) -> Counter[str]:
        near: Counter[str] = Counter()
        for shingle in leaf.shingles:
            near.update(i for i in self._holders(shingle) if i != leaf.paper.capture_id)
        return near

    def _by_text(self, leaf: Leaf, near: Counter[str], traces: dict[tuple[str, str], _Trace]) -> None:
        """Layer 4: passages that stand in an earlier text; the most of it, or the earliest where equal."""
        likely = [i for i, n in near.items() if n >= _SHARED and self._earlier(leaf, i)]
        likely.sort(key=lambda i: (-near[i], self._order(i)))
        best: tuple[float, str] | None = None
        for other in sorted(likely[:_VERIFIED], key=self._order):
            own = self._parsed(leaf.paper.capture_id)
            found = passages(own, self._parsed(other))
            found = tuple(p for p in found if not self._is_template(leaf, other, p.runs(own.hashes)))
            share = sum(p.words for p in found) / len(own.words) if own.words else 0.0
            if share >= self._enough(leaf, other) and (best is None or share > best[0] + 0.02):
                best = (share, other)
                shown = found[:3]
        if best is None:
            return
        share, other = best
        said = [
            Evidence(
                4, f"{share:.0%} of its words; {p.words} words in a row", p.start, p.end, p.source_start, p.source_end
            )
            for p in shown
        ]
        self._note(traces, other, "copies" if share >= _COPIED else "rewrites", said, share)

    def _enough(self, leaf: Leaf, other: str) -> float:
        """The share of a text that must stand in another: more where both name the same source."""
        theirs = {outlet for outlet, _, _ in self.leaves[other].cites}
        if any(outlet in theirs for outlet, _, _ in leaf.cites):
            return _COPIED
        return _NAMED if leaf.cites else _REWRITTEN

    def _note(
        self, traces: dict[tuple[str, str], _Trace], target: str, kind: str, said: list[Evidence], weight: float = 0.0
    ) -> None:
        if self.leaves[target].paper.kind == "official" and kind in ("copies", "rewrites"):
            kind = "official"
        trace = traces.setdefault((target, ""), _Trace(kind, []))
        trace.evidence += said
        trace.weight = max(trace.weight, weight)

    def _near_by_marks(self, leaf: Leaf) -> dict[str, float]:
        near: dict[str, float] = defaultdict(float)
        for mark in leaf.marks:
            held = self._marks[mark]
            if len(held) <= _COMMON:
                for other in held:
                    if other != leaf.paper.capture_id:
                        near[other] += _weight(mark)
        return near

    def _by_values(self, leaf: Leaf, near: Mapping[str, float], traces: dict[tuple[str, str], _Trace]) -> None:
        """Layer 5: the same rare values together, published later; nothing where the text came by another way."""
        if any(t.kind in ("copies", "rewrites", "official") for t in traces.values()) or leaf.told:
            return
        whole = sum(_weight(m) for m in leaf.marks if len(self._marks[m]) <= _COMMON)
        best: tuple[float, str] | None = None
        for other in sorted((i for i in near if self._earlier(leaf, i)), key=self._order):
            there = self.leaves[other]
            across = bool(there.language and leaf.language and there.language != leaf.language)
            if not across and leaf.paper.reports:
                continue
            if near[other] < (_RARE_ACROSS if across else _RARE_WITHIN) or near[other] < _PART * whole:
                continue
            if self._gap(leaf, there) <= _LONGEST_GAP and (best is None or near[other] > best[0]):
                best = (near[other], other)
        if best:
            shared = set(leaf.marks) & set(self.leaves[best[1]].marks)
            rare = sorted(m for m in shared if len(self._marks[m]) <= _COMMON)
            numbers = [m[1:] for m in rare if m.startswith("#")]
            names = len(rare) - len(numbers)  # counted, not told: some may be of private people
            what = f"rare values together, published later: {', '.join(numbers[:12]) or 'no numbers'}; {names} names"
            self._note(traces, best[1], "rewrites", [Evidence(5, what)], best[0])

    @staticmethod
    def _gap(later: Leaf, earlier: Leaf) -> int:
        if not later.paper.published or not earlier.paper.published:
            return 0
        days: list[dt.date] = [PartialDate.parse(p.paper.published).earliest for p in (later, earlier)]
        return abs((days[0] - days[1]).days)

    def _by_citation(
        self, leaf: Leaf, near: tuple[Counter[str], Mapping[str, float]], traces: dict[tuple[str, str], _Trace]
    ) -> None:
        """Layer 3: the text says so; its target is the cited outlet's report that shares the most with it."""
        if not leaf.cites:
            return
        words, marks = near
        for outlet, start, end in leaf.cites:
            said = Evidence(3, f"the text names {outlet} as its source", start, end)
            family = self._press.family(outlet)
            day = leaf.paper.published or "9999"
            likely = [
                (_NUMBERS * self._numbers(leaf, i) + words[i] + marks.get(i, 0.0), i)
                for i in words.keys() | marks.keys()
                if self.leaves[i].paper.family == family and (self.leaves[i].paper.published or "9999") <= day
            ]
            found = [(w, i) for w, i in likely if w >= _CITED and self._gap(leaf, self.leaves[i]) <= _LONGEST_GAP]
            if found:
                target = min(found, key=lambda f: (-f[0], self._order(f[1])))[1]
                if (target, "") not in traces:
                    self._set_aside(traces)
                self._note(traces, target, "cites", [said])
            else:
                traces["", outlet] = _Trace("cites", [said])

    def _numbers(self, leaf: Leaf, other: str) -> float:
        shared = set(leaf.marks) & set(self.leaves[other].marks)
        return sum(_weight(m) for m in shared if m.startswith("#") and len(self._marks[m]) <= _COMMON)

    @staticmethod
    def _set_aside(traces: dict[tuple[str, str], _Trace]) -> None:
        """A source that the text names wins over one that only rare values suggest."""
        for found in [k for k, t in traces.items() if {e.layer for e in t.evidence} == {5}]:
            del traces[found]

    def _by_family(self, leaf: Leaf, traces: dict[tuple[str, str], _Trace]) -> None:
        """Layer 2: another edition of the same newsroom, where the content says so as well."""
        for (target, _), trace in traces.items():
            if target and leaf.paper.family and self.leaves[target].paper.family == leaf.paper.family:
                other = self.leaves[target]
                what = "a translation" if other.language != leaf.language else "another edition"
                trace.evidence.append(Evidence(2, f"{what} by the same newsroom ({leaf.paper.family})"))


def _weight(mark: str) -> float:
    """How much a shared value says: long numbers and names more than short numbers."""
    if not mark.startswith("#"):
        return 0.8
    return {3: 0.6, 4: 1.0}.get(len(mark), 1.2)
