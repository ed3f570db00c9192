"""The word of a court in reports that tell what it decided.

In: statements, the texts of their documents. Out: the court whose ruling a sentence tells. Never chooses between two
courts that a text names, nor takes what a lawyer tells a newsroom for the court's word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from musterbook.reconcile.origins.origin import UNKNOWN, Origin
from musterbook.reconcile.origins.placed import Placed
from musterbook.reconcile.press import Press
from musterbook.records import Claim, Edge

_COURT, _RULING, _DECIDES = "court_named", "court_ruling", "court_decides"  # of the lexicon


class Rulings:
    """What courts have decided, as reports tell it that have it from the ruling."""

    def __init__(self, edges: Callable[[str], Sequence[Edge]], press: Press, placed: Placed | None) -> None:
        """Read nothing yet.

        Args:
            edges: Capture id → its standing edges.
            press: Gives a court its name.
            placed: The texts; nothing is a court's word where they are left out.
        """
        self._edges, self._press, self._placed = edges, press, placed
        self._courts: dict[str, Origin] = {}

    def word(self, claim: Claim) -> Origin:
        """The court whose ruling a statement is told from; unknown where none is."""
        if self._placed is None:
            return UNKNOWN
        court = self._court(claim.capture_id)
        if not court.name:
            return UNKNOWN
        sentence = self._placed.words(claim.capture_id, claim.quote.start)
        decided = not claim.told_to and self._placed.has(_DECIDES, sentence, claim.language)
        ruling = any(self._placed.has(_RULING, n, claim.language) for n in claim.attribution[-1:])
        return court if decided or ruling else UNKNOWN

    def _court(self, capture_id: str) -> Origin:
        """The one court that a text that tells of its ruling names, itself or where it has that from."""
        if capture_id not in self._courts:
            self._courts[capture_id] = UNKNOWN  # until it is known: sources may name one another in a circle
            named = self._placed.found(_COURT, capture_id) if self._placed else []
            heard = map(self._press.voice, named)
            voices = {v.family: v for v in heard if v.kind == "office" or self._press.kind(v.name) == "official"}
            if not self._placed or not self._placed.found(_RULING, capture_id) or len(voices) > 1:
                return UNKNOWN
            for voice in voices.values():
                how = f"the report tells the ruling of {voice.name}"
                self._courts[capture_id] = Origin(voice.name, voice.family, "", how)
            if not voices:
                above = (self._court(e.target) for e in self._edges(capture_id) if e.target)
                self._courts[capture_id] = next((o for o in above if o.name), UNKNOWN)
        return self._courts[capture_id]
