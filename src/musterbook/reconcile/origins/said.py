"""What documents say that others come from, looked up by what it answers.

In: claims, questions. Out: for a claim the statement of another document that says the same. Never compares documents
that nobody linked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from musterbook.reconcile.origins.nearly import nearly, same_elsewhere
from musterbook.reconcile.slots import Questions, by_publication
from musterbook.records import Claim


class Said:
    """The statements of documents that others come from."""

    def __init__(self, questions: Questions) -> None:
        """Start empty.

        Args:
            questions: Of the programme.
        """
        self._questions = questions
        self._by_key: dict[tuple[str, object], list[Claim]] = defaultdict(list)
        self._of: dict[str, list[Claim]] = defaultdict(list)

    def add(self, claim: Claim) -> None:
        """Take in a statement."""
        self._by_key[claim.capture_id, self._key(claim)].append(claim)
        self._of[claim.capture_id].append(claim)

    def of(self, capture_id: str) -> Sequence[Claim]:
        """What a document says."""
        return self._of.get(capture_id, [])

    def exactly(self, capture_id: str, claim: Claim) -> Sequence[Claim]:
        """The statements of a document that give the same answer to the same question."""
        return self._by_key.get((capture_id, self._key(claim)), [])

    def find(self, capture_id: str, claim: Claim) -> Claim | None:
        """The statement of a document that says the same, in other words too; the first of several."""
        same = self.exactly(capture_id, claim)
        if not same:
            same = [c for c in self.of(capture_id) if nearly(c, claim, self._questions)]
        if not same:
            same = [c for c in self.of(capture_id) if same_elsewhere(c, claim, self._questions)]
        return min(same, key=by_publication) if same else None

    def _key(self, claim: Claim) -> object:
        """What a claim says, whether as a plan or as a fact: a rewrite that tells a draft as law comes from it."""
        slot, answer = self._questions.of(claim)
        return slot, tuple(v for v in answer.values if v[0] != "status"), answer.polarity
