"""Where documents come from: edges with evidence of up to five layers.

In: leaves, and a catalogue that finds their likes. Out: for each document its proposed edges. The same
documents give the same edges in whatever order they were added. Never takes common words, boilerplate or
direct speech for a trace.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import nsmallest

from musterbook.reconcile.addresses import document_address
from musterbook.reconcile.lineage.acts import ACT
from musterbook.reconcile.lineage.case import CITED, DERIVED, SAID, Case, Trace, case_of
from musterbook.reconcile.lineage.catalogue import LONGEST_GAP, NEAR, Held
from musterbook.reconcile.lineage.cited import by_citation, by_own_date, carried_over
from musterbook.reconcile.lineage.contained import Passage, passages
from musterbook.reconcile.lineage.leaves import ADDRESS, Leaf, key_of, sampled
from musterbook.reconcile.press import Press
from musterbook.records import Edge, Evidence

_TEMPLATE = 1  # other articles of one newsroom, the source aside, that hold a passage: then it is its template
_OTHER = 0.5  # share of shingles in common below which two documents are different articles
_COPIED, _REWRITTEN = 0.8, 0.2  # shares of a text's words that stand in another
_NAMED = 0.5  # the same where the text names a source: two relays of one report share its phrases
_RETOLD = 0.35  # the same of those that do not report: whoever they name is named in what they retell
_RARE_WITHIN = 5.0  # weight of rare values in common that shows an echo in the same language; `NEAR` across languages
_PART = 0.34  # of a document's rare values that must be the earlier one's
_OWN = 0.6  # the same where its newsroom reports itself: two reports of one event share some values anyway
_MOST_SAID = 0.6  # part of all statements that show a translation, where `SAID` are in common; a rewrite has more
_IN_ITS_WORDS = 0.25  # share of its turns of phrase that stand in another: two reports of one briefing have fewer
_HALF = 0.5  # the same of what the page of an office says, beside which a newsroom has what it was told itself
_CARRIED = 3  # days within which newsrooms carry what the page of an office says
_PUBLIC = 30  # the same where they say that it was made public: a bill is spoken of until it is voted on
_SAYS_MORE = 1.5  # weight of a statement in common, in that of rare values
_AT_ONCE_AFTER = 7  # days within which a report is told again without a word of where it comes from
_NEARLY = 0.75  # likeness of a report, to the likest, for it to be the source where more of its words are told again
_EDITION = 3  # days within which a newsroom brings a report in its other language
_WEEKLY, _DIGESTED = (8, 0.4)  # the same of a newsletter, which has so much of a report's rare values
_RETELLING, _OF_A_CHANNEL = (0.5, 0.6)  # share of its longer words, in any order, that stand in what a text retells
_MOST_WORDS, _AHEAD = (0.6, 0.2)  # the same of a text that names nobody and has few values: so far ahead of any other
_FEW_WORDS = 12  # longer words that such a text has at least
_ENOUGH_WORDS = 16  # longer words of a text: in fewer, two reports of one event may have the same
_AS_MANY = 0.03  # shares that differ by less are one: then the earlier report is meant
_COMPARED = 8  # documents whose words are compared with those of a text that does not report
_BY_VALUES = 5  # the layer of evidence that is common values
_PASSING_ON = "channel"  # a kind of newsrooms that report, and mostly tell what others do
_STRENGTH = {1: 0.97, 2: 0.9, 3: 0.9, 4: 0.85, 5: 0.6}  # how sure an edge is, by its strongest evidence


def edges_of(case: Case) -> list[Edge]:
    """Where one document comes from, surest first.

    Returns:
        At most one edge a source; evidence strongest first. No edge means that nothing is known.
    """
    leaf = case.leaf
    _by_address(case)
    _by_text(case)
    _by_page(case)
    _by_statements(case)
    _by_values(case)
    _by_words(case)
    by_citation(case)
    _by_family(case)
    by_own_date(case)
    carried_over(case)
    out = []
    for (target, named), trace in case.traces.items():
        trace.evidence.sort(key=lambda e: (e.layer, e.what, e.start))
        sure = 1.0
        for layer in {e.layer for e in trace.evidence}:
            sure *= 1 - _STRENGTH[layer]
        out.append(Edge(leaf.paper.capture_id, target, named, trace.kind, round(1 - sure, 3), tuple(trace.evidence)))
    return sorted(out, key=lambda e: (-e.confidence, e.target, e.named))


def _by_address(case: Case) -> None:
    """Layer 1: the same canonical address, or a stated source."""
    paper = case.leaf.paper
    for address in paper.addresses:
        found = [o for o in _published_at(case, address) if o.rank < case.leaf.rank]
        if found:
            said = Evidence(1, f"both are published at {address}")
            case.sources[found[0].paper.capture_id] = found[0]
            case.traces[found[0].paper.capture_id, ""] = Trace("copies", [said])
    for source in paper.sources:
        is_address = "//" in source
        said = Evidence(1, f"states {source} as its source")
        found = _published_at(case, document_address(source)) if is_address else []
        if found:
            case.sources[found[0].paper.capture_id] = found[0]
            case.traces[found[0].paper.capture_id, ""] = Trace("copies", [said])
        else:
            voice = case.press.voice(case.press.outlet_at(source) if is_address else source)
            if voice.name and voice.family != paper.family:
                case.traces["", voice.name] = Trace("copies", [said])


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
    theirs = case.catalogue.parsed(other)
    said = [
        Evidence(
            4,
            f"{share:.0%} of its words; {p.words} words in a row",
            *own.span(p.first, p.words),
            *theirs.span(p.source_first, p.words),
        )
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
    if any(t.kind in DERIVED for t in case.traces.values()):
        return
    weights = case.marks
    enough = [r for r, w in weights.items() if w >= NEAR and w >= _PART * case.whole and case.gap(r) <= LONGEST_GAP]
    there = case.catalogue.leaves(enough)
    public = _is_public(there)
    best: tuple[float, Leaf] | None = None
    for rank in sorted(there):
        other = there[rank]
        across = bool(other.language and leaf.language and other.language != leaf.language)
        if leaf.told and not (across and _is_edition(case, other)):
            continue
        if leaf.hearsay and weights[rank] >= _OWN * case.whole and other.paper.kind != "official":
            pass  # it says itself that it has it from others
        elif not across and leaf.paper.reports:
            if public or not _follows(case, other):
                continue
        elif not across and weights[rank] < _RARE_WITHIN:
            continue
        if leaf.paper.reports and other.paper.family != leaf.paper.family and weights[rank] < _OWN * case.whole:
            continue
        if best is None or weights[rank] > best[0]:
            best = (weights[rank], other)
    if best:
        source = _in_its_words(case, _in_its_language(case, best, there), there, case.marks)
        shared = case.shared_marks(source.rank)
        numbers = [m[1:] for m in shared if m.startswith("#")]
        names = len(shared) - len(numbers)  # counted, not told: some may be of private people
        what = f"rare values together, published later: {', '.join(numbers[:12]) or 'no numbers'}; {names} names"
        case.note(source, "rewrites", [Evidence(5, what)])


def _by_page(case: Case) -> None:
    """Layer 5: most of a report is what the page of an office says, and it names no other newsroom for it."""
    leaf = case.leaf
    if not leaf.paper.reports or leaf.paper.kind == "official" or leaf.hearsay:
        return
    if any(t.kind in DERIVED for t in case.traces.values()):
        return
    if _has_edition(case):
        return
    _by_act(case)
    if leaf.public and not any(t.kind in DERIVED for t in case.traces.values()):
        _by_public_paper(case)
    if leaf.cites or any(t.kind in DERIVED for t in case.traces.values()):
        return
    near = [r for r in case.within(case.said, _CARRIED) if _tells_most(case, r)]
    pages = [o for o in case.catalogue.leaves(sorted(near)).values() if o.paper.kind == "official"]
    if pages:
        page = min(pages, key=lambda o: (-case.said[o.rank], -case.marks[o.rank], o.rank))
        what = f"{case.said[page.rank]} of its {case.statements} statements have the same values, on an office's page"
        case.note(page, "official", [Evidence(5, what)])


def _by_act(case: Case) -> None:
    """Layer 3: the text speaks of an act by its date, and the act stands on an office's page."""
    dates = {key: mark for key, mark in case.marked.items() if mark.startswith(ACT)}
    if case.leaf.cites:  # whom it cites may have told it since when an act is in force
        dates = {key: mark for key, mark in dates.items() if " " not in mark}
    for key, mark in sorted(dates.items(), key=lambda d: " " in d[1]):
        held = case.lists.get(key, ())
        pages = [*case.catalogue.leaves(held[: bisect_left(held, case.leaf.rank)]).values()]
        if " " in mark or case.leaf.cites:  # in force since a day on which others are
            pages = [o for o in pages if case.said[o.rank] or case.marks.get(o.rank, 0.0) >= CITED]
        page = min((o for o in pages if o.paper.kind == "official"), key=lambda o: o.rank, default=None)
        if page:
            case.note(page, "official", [Evidence(3, f"speaks of the act of {mark.removeprefix(ACT)}")])
            return


def _has_edition(case: Case) -> bool:
    """Whether its newsroom has told most of it before, in its other language."""
    family, said = case.leaf.paper.family, case.said
    near = sorted(r for r, n in said.items() if n >= SAID and n >= _MOST_SAID * case.statements)
    return any(_is_edition(case, o) for o in case.catalogue.leaves(near).values() if family)


def _by_public_paper(case: Case) -> None:
    """Layer 3: the text tells what an office has made public, and has values of what stands on an office's page."""
    said, marks, most = case.said, case.marks, max(NEAR, _OWN * case.whole)
    shared = [r for r in (*said, *marks) if said[r] >= SAID or marks.get(r, 0.0) >= most]
    like = {r: _SAYS_MORE * said[r] + marks.get(r, 0.0) for r in shared}
    near = sorted(r for r, w in like.items() if w >= NEAR and case.gap(r) <= _PUBLIC)
    pages = [o for o in case.catalogue.leaves(near).values() if o.paper.kind == "official"]
    if pages:
        page = min(pages, key=lambda o: (-like[o.rank], o.rank))
        what = f"tells what was made public, and {case.said[page.rank]} of its statements stand on an office's page"
        case.note(page, "official", [Evidence(3, what)])


def _tells_most(case: Case, rank: int) -> bool:
    """Whether an earlier document has most of the statements of the one at hand, or most of its rare values."""
    said, marks = case.said[rank], case.marks.get(rank, 0.0)
    if said < SAID or marks < NEAR:
        return False
    most = marks >= _HALF * case.whole
    return most if case.leaf.told else most or said >= _MOST_SAID * case.statements


def _is_public(there: Mapping[int, Leaf]) -> bool:
    """Whether an office's page is among the likely sources: two who tell what it says need not know each other."""
    return any(o.paper.kind == "official" for o in there.values())


def _follows(case: Case, other: Leaf) -> bool:
    """Whether a report that names no source tells most of what an earlier one does, and in its words."""
    leaf = case.leaf
    if leaf.told or leaf.cites or leaf.mentions or case.marks[other.rank] < _OWN * case.whole:
        return False
    if case.gap(other.rank) > _AT_ONCE_AFTER or case.said[other.rank] < SAID:
        return False
    own, theirs = (case.catalogue.parsed(one).turns for one in (leaf, other))
    return len(own & theirs) >= _IN_ITS_WORDS * len(own)


def _is_edition(case: Case, other: Leaf) -> bool:
    """Whether two documents may be one report of a newsroom in its two languages: who told it tells it in both."""
    family = case.leaf.paper.family
    if not family or other.paper.family != family:
        return False
    gap, weight = case.gap(other.rank), case.marks.get(other.rank, 0.0)
    return gap <= _EDITION or (case.leaf.told and gap <= _WEEKLY and weight >= max(NEAR, _DIGESTED * case.whole))


def _in_its_language(case: Case, best: tuple[float, Leaf], there: Mapping[int, Leaf]) -> Leaf:
    """Of two editions of its own newsroom's report, that in the language of the text: it goes on from that one."""
    family, language = case.leaf.paper.family, case.leaf.language
    if not family or best[1].paper.family != family:
        return best[1]
    same = [o for o in there.values() if o.paper.family == family and o.language == language]
    same = [o for o in same if case.marks[o.rank] >= best[0]]
    return min(same, key=lambda o: o.rank, default=best[1])


def _in_its_words(case: Case, best: Leaf, there: Mapping[int, Leaf], likeness: Mapping[int, float]) -> Leaf:
    """Of reports with nearly the same values, that which a text that does not report shares the most words with."""
    leaf = case.leaf
    if leaf.paper.reports:
        return best
    near = [o for r, o in there.items() if o.language == leaf.language and likeness[r] >= _NEARLY * likeness[best.rank]]
    if not near:
        return best
    own = case.catalogue.parsed(leaf).turns
    common = {o.rank: len(own & case.catalogue.parsed(o).turns) for o in (*near, best)}
    likest = min(near, key=lambda o: (-common[o.rank], o.rank))
    return likest if common[likest.rank] > common[best.rank] else best


def _by_statements(case: Case) -> None:
    """Layer 5: the same statements with the same values, by a newsroom in its other language or by a rewriter."""
    leaf = case.leaf
    if any(t.kind in DERIVED for t in case.traces.values()):
        return
    enough = [r for r, n in case.said.items() if n >= SAID and n >= _MOST_SAID * case.statements]
    there = case.catalogue.leaves(r for r in enough if case.gap(r) <= LONGEST_GAP)
    public = _is_public(there)
    best: Leaf | None = None
    for rank in sorted(there):
        other = there[rank]
        across = bool(other.language and leaf.language and other.language != leaf.language)
        if _is_edition(case, other) if across else not public and _follows(case, other):
            pass
        elif leaf.paper.reports or leaf.cites or leaf.told or case.said[rank] <= SAID:
            continue
        if best is None or case.said[rank] > case.said[best.rank]:
            best = other
    if best:
        best = _in_its_words(case, best, there, case.said)
        count = case.said[best.rank]
        case.note(best, "rewrites", [Evidence(5, f"{count} of its {case.statements} statements have the same values")])


def _by_words(case: Case) -> None:
    """Layer 4: most of what words a text that only retells has, in whatever order, stands in one earlier report."""
    leaf = case.leaf
    passes_on = leaf.paper.kind == _PASSING_ON
    if (leaf.paper.reports and not passes_on) or leaf.told:
        return
    found = {target for (target, _), t in case.traces.items() if t.kind in DERIVED}
    if any(e.layer < _BY_VALUES for t in case.traces.values() if t.kind in DERIVED for e in t.evidence):
        return
    like = {r: case.marks.get(r, 0.0) + _SAYS_MORE * case.said[r] for r in (*case.marks, *case.said)}
    nobody = not leaf.cites and not leaf.mentions
    near = case.within((r for r, weight in like.items() if weight >= (CITED if nobody else NEAR)), LONGEST_GAP)
    there = case.catalogue.leaves(nsmallest(_COMPARED, near, key=lambda r: (-like[r], r)))
    own = case.catalogue.parsed(leaf).longer
    if len(own) < (_FEW_WORDS if nobody else _ENOUGH_WORDS):
        return
    shares: list[tuple[float, Leaf]] = []
    for rank in sorted(there):
        other = there[rank]
        if other.language == leaf.language and _names_as_many(case, other):
            shares.append((len(own & case.catalogue.parsed(other).longer) / len(own), other))
    sure = len(own) >= _ENOUGH_WORDS
    likely = [(s, o) for s, o in shares if (sure and like[o.rank] >= NEAR) or _leads(s, o, shares)]
    best: tuple[float, Leaf] | None = None
    for share, other in likely:
        least = _OF_A_CHANNEL if passes_on else _RETELLING
        if share >= least and (best is None or share > best[0] + _AS_MANY):
            best = (share, other)
    if best and found <= {best[1].paper.capture_id}:
        case.note(best[1], "rewrites", [Evidence(4, f"{best[0]:.0%} of its longer words, in other sentences")])


def _leads(share: float, other: Leaf, shares: Sequence[tuple[float, Leaf]]) -> bool:
    """Whether a report has most words of a short text, or of one with few values, and no other has nearly as many."""
    rest = (s for s, o in shares if o is not other and o.paper.family != other.paper.family)
    return share >= _MOST_WORDS and share >= _AHEAD + max(rest, default=0.0)


def _names_as_many(case: Case, other: Leaf) -> bool:
    """Whether whoever a text names as its source is named by another as well, or has published that."""
    known = {other.paper.family, *(case.press.family(o) for o, _, _ in (*other.cites, *other.mentions))}
    named = (*case.leaf.cites, *case.leaf.mentions)
    return all(case.press.family(outlet) in known for outlet, _, _ in named)


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
