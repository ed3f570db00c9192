"""Who told the newsroom of a document something, and who spoke to the press at large.

In: claims, the press, papers, the texts. Out: yes or no, of one statement. Never says whose word it is in the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from musterbook.reconcile.lineage.own_reports import names_itself
from musterbook.reconcile.origins.placed import Placed
from musterbook.reconcile.origins.voices import Voices
from musterbook.reconcile.press import Paper, Press, Voice
from musterbook.records import Claim


class Heard:
    """What the newsrooms of documents heard themselves."""

    def __init__(
        self,
        claims: Iterable[Claim],
        paper: Callable[[str], Paper],
        press: Press,
        voices: Voices,
        placed: Placed | None,
    ) -> None:
        """Note who told something to whom.

        Args:
            claims: All of them.
            paper: Capture id → its paper.
            press: Who is who.
            voices: Who is who in each document.
            placed: The texts; not looked at where left out.
        """
        self._paper, self._press, self._voices, self._placed = (paper, press, voices, placed)
        told = [c for c in claims if c.told_to and c.attribution]
        self._first = {(c.capture_id, n): c for c in reversed(told) for n in self._tellers(c)}
        self._by_document: dict[str, list[Claim]] = defaultdict(list)
        for claim in told:
            self._by_document[claim.capture_id].append(claim)
        self._public: dict[tuple[str, str], bool] = {}
        self._asked: dict[tuple[str, str], bool] = {}

    def first(self, claim: Claim) -> Claim | None:
        """The first statement that the last of those named for one told the newsroom."""
        return self._first.get((claim.capture_id, claim.attribution[-1])) if claim.attribution else None

    def is_told(self, claim: Claim) -> bool:
        """Whether the last of those named for a statement told the newsroom that or something else."""
        return claim.told_to or self.first(claim) is not None

    def by_office(self, claim: Claim, office: Voice) -> bool:
        """Whether an office told a newsroom something: then it told it the rest, too."""
        told = self._by_document.get(claim.capture_id, ())
        return any(self._voices.of(c.attribution[0], c).family == office.family for c in told)

    def in_public(self, claim: Claim) -> bool:
        """Whether the office or person whose words a statement is spoke to the press, and not to one newsroom."""
        if not claim.attribution or not self._placed:
            return False
        key = claim.capture_id, claim.attribution[-1]
        if key not in self._public:
            known = self._voices.of(claim.attribution[-1], claim).kind in ("office", "person")
            self._public[key] = known and self._placed.in_public(*key)
        return self._public[key]

    def in_a_talk(self, claim: Claim) -> bool:
        """Whether a document says that its newsroom has spoken with whose words a statement is."""
        paper = self._paper(claim.capture_id)
        if not self._placed or not paper.family or not claim.attribution:
            return False
        key = claim.capture_id, claim.attribution[-1]
        if key not in self._asked:
            self._asked[key] = self._placed.is_asked(*key, lambda words: names_itself(words, paper, self._press))
        return self._asked[key]

    def _tellers(self, claim: Claim) -> tuple[str, ...]:
        """Who is named last for what was told, and who before a newsroom that is named as having been told it."""
        family = self._paper(claim.capture_id).family
        own = bool(family) and self._press.voice(claim.attribution[-1]).family == family
        return claim.attribution[-2:] if own else claim.attribution[-1:]
