"""Whose word each passage of a document is, whether or not a statement was read in it.

In: the origins of statements, the passages of documents with who is named for them. Out: origins of passages. What
was read decides; else who is named; else the passage of a source that tells the same; else what stands around. Never
gives a passage another origin than that of what was read in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from musterbook.reconcile.differences import days_of
from musterbook.reconcile.origins.aligned import Passage, counterpart, parts
from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.origins.origin import Origin
from musterbook.records import Claim, Edge
from musterbook.vocabulary.spelling import key

_MADE_FROM = ("copies", "rewrites")  # how a text comes from a report whose words it tells, whoever it names for them
_TEXTS = 256  # documents whose passages are kept


class Passages:
    """The passages of documents, each with whose word it is."""

    def __init__(
        self,
        origins: Origins,
        said: Mapping[str, Sequence[Claim]],
        passages_of: Callable[[str], Sequence[Claim]],
    ) -> None:
        """Read nothing yet.

        Args:
            origins: Of what was read.
            said: Capture id → what was read in it.
            passages_of: Capture id → its passages, in order.
        """
        self._origins, self._said = origins, said
        self._of = lru_cache(maxsize=_TEXTS)(lambda capture_id: tuple(map(Passage, passages_of(capture_id))))
        self._kept: dict[str, Origin] = {}
        self._shown: dict[str, Origin | None] = {}
        self._under_way: set[str] = set()

    def every(self, capture_id: str) -> Iterator[tuple[Claim, Origin]]:
        """The passages of a document, in order, with whose word each is."""
        for passage in self._of(capture_id):
            yield passage.claim, self.of(passage.claim)

    def of(self, passage: Claim) -> Origin:
        """Whose word a passage is."""
        kept = self._kept.get(passage.id)
        if kept is None and passage.id not in self._under_way:
            self._under_way.add(passage.id)
            kept = self._kept[passage.id] = self._find(passage)
            self._under_way.discard(passage.id)
        return kept or Origin(how="its sources name one another in a circle")

    def _find(self, passage: Claim) -> Origin:
        return self._direct(passage) or self._beside(passage) or self._origins.of(passage)

    def _direct(self, passage: Claim) -> Origin | None:
        """Whose word it is by what was read in it, by who is named, or by a source that says the same; kept."""
        if passage.id in self._shown:
            return self._shown[passage.id]
        found = self._find_direct(passage)
        if len(self._under_way) <= 1:  # what is found in the middle of a circle of sources may lack a part of it
            self._shown[passage.id] = found
        return found

    def _find_direct(self, passage: Claim) -> Origin | None:
        read = [c for c in self._said.get(passage.capture_id, ()) if _meet(c, passage)]
        if Passage(passage).tells_figures and not any(map(_measures, read)):
            read = []  # of what it tells in figures nothing was read
        found = [(c, o) for c in read if (o := self._origins.of(c)).name]
        shown = [o for c, o in found if c.attribution or not o.is_assumed]
        if found:
            if shown:
                return _most(shown)
            return found[0][1] if self._among_own(passage) else self._elsewhere(passage) or found[0][1]
        again = self._again(passage)
        if again:
            return self.of(again)
        own = self._origins.of(passage)
        paper = self._origins.paper(passage.capture_id)
        known = any(self._origins.press.voice(n).kind != "described" for n in passage.attribution)
        if passage.told_to or (own.name and known and own.family != paper.family):
            return self._reported(passage) or own
        return self._elsewhere(passage)

    def _again(self, passage: Claim) -> Claim | None:
        """The passage before, of whoever a passage comes back to by a part of the description: «the director»."""
        voice = self._origins.press.voice
        if len(passage.attribution) != 1 or passage.told_to or voice(passage.attribution[0]).kind != "described":
            return None
        called = set(key(passage.attribution[0]).split())
        for other in (
            p.claim for p in reversed(self._of(passage.capture_id)) if p.claim.quote.end <= passage.quote.start
        ):
            known = set(key(other.attribution[0]).split()) if len(other.attribution) > 1 else set()
            if called < known and voice(other.attribution[0]).kind == "described":
                return other
        return None

    def _among_own(self, passage: Claim) -> bool:
        """Whether a newsroom's own sources speak right before and right after a passage: then they say that, too."""
        every = self._of(passage.capture_id)
        at = next(n for n, p in enumerate(every) if p.claim.id == passage.id)
        family = self._origins.paper(passage.capture_id).family
        beside = [p.claim for p in every[max(0, at - 1) : at] + every[at + 1 : at + 2]]
        spoken = [p for p in beside if p.attribution and self._origins.of(p).family == family]
        return bool(family) and len(spoken) == 2

    def _reported(self, passage: Claim) -> Origin | None:
        """Whose word it is by the report of the newsroom that is named, which is in the book and says the same."""
        named = {self._origins.press.voice(n).family for n in passage.attribution}
        for edge in self._origins.edges(passage.capture_id):
            family = self._origins.paper(edge.target).family
            above = self._above(passage, edge) if family in named or edge.kind in _MADE_FROM else None
            if above:
                return above
        return None

    def _elsewhere(self, passage: Claim) -> Origin | None:
        """Whose word the same is in a document that its own comes from."""
        for edge in self._origins.edges(passage.capture_id):
            if self._origins.answers(edge) and not passage.attribution:
                continue
            above = self._above(passage, edge) if edge.target else None
            if above:
                return above
        return None

    def _above(self, passage: Claim, edge: Edge) -> Origin | None:
        there = counterpart(Passage(passage), self._of(edge.target))
        above = self.of(there) if there else self._summed_up(passage, edge)
        if above is None or not above.name:
            return None
        source = self._origins.paper(edge.target)
        how = f"the document {edge.kind} {source.outlet or source.name}, which says the same; there {above.how}"
        return Origin(above.name, above.family, above.speaker, how, edge.id)

    def _summed_up(self, passage: Claim, edge: Edge) -> Origin | None:
        """Whose word the passages are that have the figures of one between them, where that is one."""
        found = [self.of(p) for p in parts(Passage(passage), self._of(edge.target))]
        return found[0] if found and len({o.family for o in found}) == 1 else None

    def _beside(self, passage: Claim) -> Origin | None:
        """Whose word it is where what stands before and after comes from one source: the same as theirs."""
        if passage.attribution:
            return None
        every = [p.claim for p in self._of(passage.capture_id)]
        at = next(n for n, p in enumerate(every) if p.id == passage.id)
        before = next((o for p in reversed(every[:at]) if (o := self._direct(p))), None)
        after = next((o for p in every[at + 1 :] if (o := self._direct(p))), None)
        if before is None or after is None or (before.family, before.via) != (after.family, after.via):
            return None
        if not before.via and self._origins.paper(passage.capture_id).reports:
            return None
        return replace(before, how=f"what stands before and after comes from one source: {before.how}")


def _measures(claim: Claim) -> bool:
    """Whether a statement has a figure or a length of time."""
    return any((not isinstance(a.value, str | bool)) or days_of(str(a.value)) is not None for a in claim.args)


def _meet(claim: Claim, passage: Claim) -> bool:
    return claim.quote.start < passage.quote.end and passage.quote.start < claim.quote.end


def _most(found: Sequence[Origin]) -> Origin:
    """The origin that most statements have; the first where several do."""
    count = Counter(o.family for o in found)
    return max(found, key=lambda o: (count[o.family], -found.index(o)))
