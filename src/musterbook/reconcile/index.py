"""Where documents come from: edges with evidence of up to five layers.

In: leaves, and a catalogue that finds their likes. Out: for each document its proposed edges. The same
documents give the same edges in whatever order they were added. Never takes common words, boilerplate or
direct speech for a trace.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from musterbook.reconcile.addresses import document_address
from musterbook.reconcile.catalogue import (
    LONGEST_GAP,
    MOST,
    NEAR,
    Catalogue,
    Held,
    Keys,
    alike,
    mark_weight,
)
from musterbook.reconcile.contained import Passage, passages
from musterbook.reconcile.leaves import ADDRESS, MARK, SHINGLE, Leaf, day_of, first_rank, key_of, sampled
from musterbook.reconcile.press import Press
from musterbook.records import Edge, Evidence

_TEMPLATE = 1  # other articles of one newsroom, the source aside, that hold a passage: then it is its template
_OTHER = 0.5  # share of shingles in common below which two documents are different articles
_VERIFIED = 4  # candidates whose texts are compared; the copied ones share the most shingles
_COPIED, _REWRITTEN = 0.8, 0.2  # shares of a text's words that stand in another
_NAMED = 0.5  # the same where the text names a source: two relays of one report share its phrases
_RETOLD = 0.35  # the same of those that do not report: whoever they name is named in what they retell
_RARE_WITHIN = 5.0  # weight of rare values in common that shows an echo in the same language; `NEAR` across languages
_PART = 0.34  # of a document's rare values that must be the earlier one's
_OWN = 0.6  # the same where its newsroom reports itself: two reports of one event share some values anyway
_CITED = 1.5  # weight of what a text shares with a report of the outlet that it names, for that to be its source
_NUMBERS = 2  # how much more a shared number says than a shared name, where an outlet is named
_FRESH = 7  # days from which on a report of the outlet named counts the less, the older it is
_OWN_LANGUAGE = 0.4  # likeness of an edition in the language of the text, to the likest, for it to be what was read
_SEARCHED, _AT_ONCE = 320, 32  # documents among which a named outlet's report is looked for, the likest first
_SAID, _MOST_SAID = 2, 0.6  # statements in common, and which part of all, that show a translation; a rewrite has more
_EDITION = 3  # days within which a newsroom brings a report in its other language
_STRENGTH = {1: 0.97, 2: 0.9, 3: 0.9, 4: 0.85, 5: 0.6}  # how sure an edge is, by its strongest evidence
_DERIVED = ("copies", "rewrites", "official")


@dataclass(slots=True)
class _Trace:
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
        marks: Earlier document → weight of the rare marks in common.
        numbers: The same, of numbers alone.
        said: Earlier document → how many statements with the same values are in common.
        whole: Weight of all rare marks of the document.
        nearby: Document up to the end of the day → weight of all that is in common, where an outlet is named.
        statements: How many statements with values it makes.
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
    numbers: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    said: Counter[int] = field(default_factory=Counter)
    nearby: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    whole: float = 0.0
    statements: int = 0
    traces: dict[tuple[str, str], _Trace] = field(default_factory=dict)
    sources: dict[str, Leaf] = field(default_factory=dict)

    def note(self, other: Leaf, kind: str, said: list[Evidence]) -> None:
        """Add evidence for a source in the book."""
        if other.paper.kind == "official" and kind in ("copies", "rewrites"):
            kind = "official"
        self.sources[other.paper.capture_id] = other
        self.traces.setdefault((other.paper.capture_id, ""), _Trace(kind, [])).evidence.extend(said)

    def gap(self, other: int) -> int:
        """Days between the document and another; 0 where one of them has no date."""
        own, theirs = day_of(self.leaf.rank), day_of(other)
        return abs(own - theirs) if own is not None and theirs is not None else 0

    def shared_marks(self, other: int) -> list[str]:
        """The rare marks in common with another, sorted."""
        return sorted(m for key, m in self.marked.items() if other in self.lists.get(key, ()))

    @property
    def likely(self) -> list[int]:
        """Ranks of the earlier documents that share the most text, earliest first: they are compared."""
        like = alike(self.leaf, self.rare, self.words)
        return sorted(sorted(like, key=lambda r: (-self.words[r], r))[:_VERIFIED])

    @property
    def asked(self) -> set[int]:
        """Ranks of the documents whose leaves its edges nearly always need, to be fetched at once."""
        named = self.leaf.cites or self.leaf.mentions
        shared = (r for r, w in self.nearby.items() if w >= _CITED) if named else ()
        nearest = nsmallest(_AT_ONCE, shared, key=lambda r: (-self.nearby[r], r))
        echoes = {r for r, w in self.marks.items() if w >= NEAR} | {r for r, n in self.said.items() if n >= _SAID}
        return {*self.likely, *nearest, *echoes}


def edges_of(case: Case) -> list[Edge]:
    """Where one document comes from, surest first.

    Returns:
        At most one edge a source; evidence strongest first. No edge means that nothing is known.
    """
    leaf = case.leaf
    _by_address(case)
    _by_text(case)
    _by_statements(case)
    _by_values(case)
    _by_citation(case)
    _by_family(case)
    _carried_over(case)
    out = []
    for (target, named), trace in case.traces.items():
        trace.evidence.sort(key=lambda e: (e.layer, e.what, e.start))
        sure = 1.0
        for layer in {e.layer for e in trace.evidence}:
            sure *= 1 - _STRENGTH[layer]
        out.append(Edge(leaf.paper.capture_id, target, named, trace.kind, round(1 - sure, 3), tuple(trace.evidence)))
    return sorted(out, key=lambda e: (-e.confidence, e.target, e.named))


def case_of(leaf: Leaf, press: Press, catalogue: Catalogue) -> Case:
    """Look up everything earlier that is like a document.

    Args:
        leaf: The document.
        press: Who is who.
        catalogue: Holds it and all others.
    """
    keys, rank = catalogue.keys(leaf), leaf.rank
    case = Case(leaf, press, catalogue, catalogue.holders(keys.kept), keys.marks)
    _nearby(case, keys)
    for key in keys.shingles:
        held = case.lists.get(key, ())
        earlier = held[: bisect_left(held, rank)]
        case.words.update(earlier)
        if len(earlier) < MOST[SHINGLE]:
            case.rare.update(earlier)
    marks, numbers = case.marks, case.numbers
    for key, mark in keys.marks.items():
        held = case.lists.get(key, ())
        earlier = held[: bisect_left(held, rank)]
        if len(earlier) == MOST[MARK]:  # it was common by then, and shows nothing
            continue
        if mark.startswith("="):
            case.statements += 1
            case.said.update(earlier)
            continue
        weight = mark_weight(mark)
        case.whole += weight
        for other in earlier:
            marks[other] += weight
        if mark.startswith("#"):
            for other in earlier:
                numbers[other] += weight
    return case


def _nearby(case: Case, keys: Keys) -> None:
    """What is shared with documents up to the end of the same day: an outlet may be cited within the hour."""
    leaf = case.leaf
    if not leaf.cites and not leaf.mentions:
        return
    day = day_of(leaf.rank)
    end = first_rank(day + 1) if day is not None else leaf.rank
    for key in (*keys.shingles, *keys.marks):
        held = case.lists.get(key, ())
        same = held[: bisect_left(held, end)]
        if len(same) >= MOST[key & 3]:
            continue
        mark = keys.marks.get(key, "")
        weight = mark_weight(mark) if mark else 1.0
        weight = _NUMBERS if mark[:1] == "=" else weight * (1 + _NUMBERS) if mark[:1] == "#" else weight
        for other in same:
            case.nearby[other] += weight


def _by_address(case: Case) -> None:
    """Layer 1: the same canonical address, or a stated source."""
    paper = case.leaf.paper
    for address in paper.addresses:
        found = [o for o in _published_at(case, address) if o.rank < case.leaf.rank]
        if found:
            said = Evidence(1, f"both are published at {address}")
            case.sources[found[0].paper.capture_id] = found[0]
            case.traces[found[0].paper.capture_id, ""] = _Trace("copies", [said])
    for source in paper.sources:
        is_address = "//" in source
        said = Evidence(1, f"states {source} as its source")
        found = _published_at(case, document_address(source)) if is_address else []
        if found:
            case.sources[found[0].paper.capture_id] = found[0]
            case.traces[found[0].paper.capture_id, ""] = _Trace("copies", [said])
        else:
            voice = case.press.voice(case.press.outlet_at(source) if is_address else source)
            if voice.name and voice.family != paper.family:
                case.traces["", voice.name] = _Trace("copies", [said])


def _published_at(case: Case, address: str) -> list[Leaf]:
    """Other documents at an address, earliest first."""
    ranks = [r for r in case.lists.get(key_of(address, ADDRESS), ()) if r != case.leaf.rank]
    there = case.catalogue.leaves(ranks)
    return [there[r] for r in ranks if r in there and address in there[r].paper.addresses]


def _is_template(case: Case, source: int, runs: Sequence[int]) -> bool:
    """Whether a passage stands in other articles of the same newsroom as well."""
    keys = sampled(runs)
    own = set(case.leaf.shingles) - set(keys)
    if not keys or not own:  # what is nearly all of a text is the article itself
        return False
    held = [r for r in case.lists.get(keys[len(keys) // 2], ()) if r not in (case.leaf.rank, source)]
    there = case.catalogue.leaves(held)
    same = [o for o in there.values() if o.paper.family == case.leaf.paper.family]
    rests = [rest for o in same if (rest := set(o.shingles) - set(keys))]  # all of it is no other article
    return sum(1 for rest in rests if len(own & rest) <= _OTHER * min(len(own), len(rest))) >= _TEMPLATE


def _by_text(case: Case) -> None:
    """Layer 4: passages that stand in an earlier text; the most of it, or the earliest where equal."""
    likely = case.likely
    if not likely:
        return
    there = case.catalogue.leaves(likely)
    own = case.catalogue.parsed(case.leaf)
    best: tuple[float, Leaf, tuple[Passage, ...]] | None = None
    for other in (there[r] for r in likely if r in there):
        found = passages(own, case.catalogue.parsed(other))
        if sum(p.words for p in found) < _enough(case.leaf, other) * len(own.words):
            continue
        found = tuple(p for p in found if not _is_template(case, other.rank, p.runs(own.hashes)))
        share = sum(p.words for p in found) / len(own.words) if own.words else 0.0
        if found and share >= _enough(case.leaf, other) and (best is None or share > best[0] + 0.02):
            best = (share, other, found[:3])
    if best is None:
        return
    share, other, shown = best
    said = [
        Evidence(4, f"{share:.0%} of its words; {p.words} words in a row", p.start, p.end, p.source_start, p.source_end)
        for p in shown
    ]
    case.note(other, "copies" if share >= _COPIED else "rewrites", said)


def _enough(leaf: Leaf, other: Leaf) -> float:
    """The share of a text that must stand in another: more where both name the same source."""
    if leaf.cites and not leaf.paper.reports and leaf.paper.outlet and other.paper.reports:
        return _RETOLD
    theirs = {outlet for outlet, _, _ in other.cites}
    if any(outlet in theirs for outlet, _, _ in leaf.cites):
        return _COPIED
    return _NAMED if leaf.cites else _REWRITTEN


def _by_values(case: Case) -> None:
    """Layer 5: the same rare values together, published later; nothing where the text came by another way."""
    leaf = case.leaf
    if any(t.kind in _DERIVED for t in case.traces.values()) or leaf.told:
        return
    weights = case.marks
    enough = [r for r, w in weights.items() if w >= NEAR and w >= _PART * case.whole and case.gap(r) <= LONGEST_GAP]
    there = case.catalogue.leaves(enough)
    best: tuple[float, Leaf] | None = None
    for rank in sorted(there):
        other = there[rank]
        across = bool(other.language and leaf.language and other.language != leaf.language)
        if not across and (leaf.paper.reports or weights[rank] < _RARE_WITHIN):
            continue
        if leaf.paper.reports and other.paper.family != leaf.paper.family and weights[rank] < _OWN * case.whole:
            continue
        if best is None or weights[rank] > best[0]:
            best = (weights[rank], other)
    if best:
        source = _in_its_language(case, best, there)
        shared = case.shared_marks(source.rank)
        numbers = [m[1:] for m in shared if m.startswith("#")]
        names = len(shared) - len(numbers)  # counted, not told: some may be of private people
        what = f"rare values together, published later: {', '.join(numbers[:12]) or 'no numbers'}; {names} names"
        case.note(source, "rewrites", [Evidence(5, what)])


def _in_its_language(case: Case, best: tuple[float, Leaf], there: Mapping[int, Leaf]) -> Leaf:
    """Of two editions of its own newsroom's report, that in the language of the text: it goes on from that one."""
    family, language = case.leaf.paper.family, case.leaf.language
    if not family or best[1].paper.family != family:
        return best[1]
    same = [o for o in there.values() if o.paper.family == family and o.language == language]
    same = [o for o in same if case.marks[o.rank] >= best[0]]
    return min(same, key=lambda o: o.rank, default=best[1])


def _by_statements(case: Case) -> None:
    """Layer 5: the same statements with the same values, by a newsroom in its other language or by a rewriter."""
    leaf = case.leaf
    if any(t.kind in _DERIVED for t in case.traces.values()):
        return
    enough = [r for r, n in case.said.items() if n >= _SAID and n >= _MOST_SAID * case.statements]
    there = case.catalogue.leaves(r for r in enough if case.gap(r) <= LONGEST_GAP)
    best: Leaf | None = None
    for rank in sorted(there):
        other = there[rank]
        across = bool(other.language and leaf.language and other.language != leaf.language)
        edition = bool(leaf.paper.family) and other.paper.family == leaf.paper.family
        if edition and across and case.gap(rank) <= _EDITION:
            pass
        elif leaf.paper.reports or leaf.cites or leaf.told or case.said[rank] <= _SAID:
            continue
        if best is None or case.said[rank] > case.said[best.rank]:
            best = other
    if best:
        count = case.said[best.rank]
        case.note(best, "rewrites", [Evidence(5, f"{count} of its {case.statements} statements have the same values")])


def _by_citation(case: Case) -> None:
    """Layer 3: the text says so; its target is the cited outlet's report that shares the most with it."""
    leaf = case.leaf
    named = (*leaf.cites, *leaf.mentions)
    if not named:
        return
    near = case.nearby.items()
    shared = {r: w for r, w in near if r != leaf.rank and w >= _CITED and case.gap(r) <= LONGEST_GAP}
    families = {case.press.family(outlet) for outlet, _, _ in named}
    fresh = {r: w / max(1.0, case.gap(r) / _FRESH) for r, w in shared.items()}
    nearest = _nearest(case, families, sorted(shared, key=lambda r: (-fresh[r], r)), fresh)
    for outlet, start, end in named:
        cited = (outlet, start, end) in leaf.cites
        said = Evidence(3, f"the text names {outlet} as its source", start, end)
        if not cited:
            said = Evidence(5, f"the text names {outlet}, whose report has the same values", start, end)
        other = nearest.get(case.press.family(outlet))
        if other:
            if (other.paper.capture_id, "") not in case.traces:
                _set_aside(case)
            case.note(other, "cites", [said])
        elif cited:
            case.traces["", outlet] = _Trace("cites", [said])


def _nearest(case: Case, families: set[str], ranks: Sequence[int], likeness: Mapping[int, float]) -> dict[str, Leaf]:
    """The likest report of each newsroom among some documents, in the language of the text where there is one."""
    found: dict[str, Leaf] = {}
    done: set[str] = set()
    for at in range(0, min(len(ranks), _SEARCHED), _AT_ONCE):
        some = ranks[at : at + _AT_ONCE]
        there = case.catalogue.leaves(some)
        for other in (there[r] for r in some if r in there):
            family = other.paper.family
            if family not in families or family in done or (other.rank > case.leaf.rank and _names(case, other)):
                continue
            best = found.setdefault(family, other)
            own = other.language == case.leaf.language
            if own and likeness[other.rank] >= _OWN_LANGUAGE * likeness[best.rank]:
                found[family] = other
            if own:
                done.add(family)
        if len(found) == len(families):
            break
    return found


def _names(case: Case, other: Leaf) -> bool:
    """Whether another document names the newsroom of the document at hand."""
    own = case.leaf.paper.family
    return any(case.press.family(outlet) == own for outlet, _, _ in (*other.cites, *other.mentions))


def _set_aside(case: Case) -> None:
    """A source that the text names wins over one that only rare values suggest, save its own newsroom's report."""
    for found in [k for k, t in case.traces.items() if {e.layer for e in t.evidence} == {5}]:
        if not _same_newsroom(case, found[0]):
            del case.traces[found]


def _same_newsroom(case: Case, target: str) -> bool:
    family = case.leaf.paper.family
    return bool(family) and target in case.sources and case.sources[target].paper.family == family


def _carried_over(case: Case) -> None:
    """Who is named by the report that a text was made from is no source of its own: it keeps its words."""
    derived = {k for k, t in case.traces.items() if t.kind in _DERIVED}
    above = {case.press.family(o) for t, _ in derived if t for o, _, _ in _named_by(case.sources[t])}
    cited = {k for k, t in case.traces.items() if t.kind == "cites" and any(e.layer == 3 for e in t.evidence)}
    beyond = {case.press.family(o) for t, _ in cited if t for o, _, _ in _named_by(case.sources[t])}
    for key in [k for k in case.traces if k not in derived]:
        family = case.sources[key[0]].paper.family if key[0] else case.press.voice(key[1]).family
        if family in above or (key not in cited and family in beyond):
            del case.traces[key]


def _named_by(leaf: Leaf) -> tuple[tuple[str, int, int], ...]:
    return (*leaf.cites, *leaf.mentions)


def _by_family(case: Case) -> None:
    """Layer 2: another edition of the same newsroom, where the content says so as well."""
    family = case.leaf.paper.family
    for (target, _), trace in case.traces.items():
        other = case.sources.get(target)
        if other and family and other.paper.family == family:
            what = "a translation" if other.language != case.leaf.language else "another edition"
            trace.evidence.append(Evidence(2, f"{what} by the same newsroom ({family})"))


class LineageIndex:
    """All leaves of a book in memory, and their edges."""

    def __init__(self, press: Press, text_of: Callable[[str], str]) -> None:
        """Start empty.

        Args:
            press: Who is who.
            text_of: Capture id → the article's text, for the comparison of passages.
        """
        self._press = press
        self._held = Held(text_of, press.family)
        self.leaves: dict[str, Leaf] = {}

    def add(self, leaf: Leaf) -> list[str]:
        """Take in one document; its cost does not grow with the number of documents.

        Returns:
            Documents whose edges may have changed because of it, sorted; itself not among them.
        """
        if leaf.paper.capture_id in self.leaves:
            return []
        self.leaves[leaf.paper.capture_id] = leaf
        taken = self._held.add(leaf)
        found = self._held.leaves(taken.later | taken.suspects)
        return sorted(o.paper.capture_id for o in found.values())

    def edges(self, capture_id: str) -> list[Edge]:
        """Where one document comes from, surest first."""
        return edges_of(case_of(self.leaves[capture_id], self._press, self._held))

    def all_edges(self) -> Iterator[Edge]:
        """The edges of every document, sorted by document."""
        for capture_id in sorted(self.leaves):
            yield from self.edges(capture_id)
