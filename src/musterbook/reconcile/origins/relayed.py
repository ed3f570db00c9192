"""How much of what documents say is said in what they come from.

In: what was read, the papers, edges. Out: yes or no. Never compares documents that nobody linked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from musterbook.reconcile.origins.said import Said
from musterbook.reconcile.press import Paper, Press
from musterbook.records import Claim, Edge

_ALL = (3, 2 / 3)  # statements that a relay of a whole report shares with it at least: how many, and of its own


class Relayed:
    """What documents share with their sources."""

    def __init__(
        self, said: Said, own: Mapping[str, Sequence[Claim]], paper: Callable[[str], Paper], press: Press
    ) -> None:
        """Compare nothing yet.

        Args:
            said: What was read in documents that others come from.
            own: Capture id → what was read in documents that come from others.
            paper: Capture id → its paper.
            press: Who is who.
        """
        self._said, self._own, self._paper, self._press = said, own, paper, press
        self._whole: dict[str, bool] = {}

    def all(self, edge: Edge) -> bool:
        """Whether nearly all that a document says is its source's: it tells one report, not its own story."""
        if edge.id not in self._whole:
            own = self._own.get(edge.capture_id, [])
            said = sum(self._says(edge, c) for c in own) if edge.target else 0
            family = self._paper(edge.target).family
            others = any(c.told_to or self._outside(c, family) for c in own)
            self._whole[edge.id] = not others and said >= _ALL[0] and said >= _ALL[1] * len(own)
        return self._whole[edge.id]

    def around(self, claim: Claim, edge: Edge) -> bool:
        """Whether what stands before and after a statement, in the same document, is said in the source."""
        own = self._own.get(claim.capture_id, [])
        before = [c for c in own if c.quote.end <= claim.quote.start]
        after = [c for c in own if c.quote.start >= claim.quote.end]
        if not before or not after:
            return False
        beside = (max(before, key=lambda c: c.quote.end), min(after, key=lambda c: c.quote.start))
        return all(not c.told_to and self._says(edge, c) for c in beside)

    def goes_on(self, claim: Claim, edge: Edge) -> bool:
        """Whether a document goes on with what its source says after a statement."""
        own = self._own.get(claim.capture_id, [])
        return any(c.quote.start >= claim.quote.end and not c.told_to and self._says(edge, c) for c in own)

    def _says(self, edge: Edge, claim: Claim) -> bool:
        return self._said.find(edge.target, claim) is not None

    def _outside(self, claim: Claim, family: str) -> bool:
        """Whether a statement has a speaker who has a name and is not the newsroom."""
        voice = self._press.voice(claim.attribution[-1]) if claim.attribution else None
        return voice is not None and voice.kind != "described" and voice.family != family
