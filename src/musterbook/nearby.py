"""A part of a book: some documents, everything that they come from, and who else says what they say.

In: a book whose lineage is traced, what counts, decisions. Out: claims and edges of the documents asked for, each
fetched once. Of the rest of the book it looks up who answers the same questions, and nothing else. Never writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from musterbook.reconcile.judged import standing
from musterbook.reconcile.lineage.leaves import answer_key, day_of
from musterbook.reconcile.slots import Questions, by_publication
from musterbook.records import Claim, Edge, Judgement
from musterbook.store import Book

_AT_ONCE = 16  # documents looked into together: who says the same is mostly among the first


class Nearby:
    """What is known of some documents of a book; a `Ground` for doubts about them."""

    def __init__(
        self, book: Book, questions: Questions, judgements: Sequence[Judgement], counts: Callable[[Claim], bool]
    ) -> None:
        """Know nothing yet.

        Args:
            book: Its lineage is traced.
            questions: Of the programme.
            judgements: All decisions.
            counts: Says of each claim whether it counts.
        """
        self._book, self._questions, self._judgements, self._counts = book, questions, judgements, counts
        self._decided, self.problems = standing((), judgements)
        self._holders: dict[str, list[tuple[int, str]]] = {}
        self.said: dict[str, list[Claim]] = {}
        self.proposed: dict[str, list[Edge]] = {}
        self.stands: dict[str, list[Edge]] = {}

    def fetch_claims(self, capture_ids: Iterable[str]) -> None:
        """Know what documents say."""
        new = [i for i in dict.fromkeys(capture_ids) if i not in self.said]
        self.said.update((i, []) for i in new)
        for claim in self._book.claims_of(new) if new else ():
            if self._counts(claim):
                self.said[claim.capture_id].append(claim)

    def fetch_edges(self, capture_ids: Iterable[str]) -> set[str]:
        """Know where documents come from, all the way up; gives them and all above them."""
        every: set[str] = set()
        level = set(capture_ids)
        while level:
            every |= level
            new = {i: list[Edge]() for i in sorted(level) if i not in self.stands}
            self.stands |= {i: [] for i in new}
            for edge in self._book.edges_of(list(new)) if new else ():
                new[edge.capture_id].append(edge)
            for edge in standing((e for own in new.values() for e in own), self._judgements)[0]:
                if edge.capture_id in new:
                    self.stands[edge.capture_id].append(edge)
            self.proposed |= new
            level = {e.target for i in level for e in self.stands[i] if e.target} - every
        return every

    def below(self, capture_ids: Iterable[str]) -> set[str]:
        """The documents that come from some documents, all the way down."""
        every = level = set(capture_ids)
        while level:
            found = {e.capture_id for e in self._book.edges_of(sorted(level), downward=True)}
            found |= {e.capture_id for e in self._decided if e.target in level}
            self.fetch_edges(found - every)
            level = {i for i in found - every if any(e.target in level for e in self.stands[i])}
            every = every | level
        return every

    def edges(self, capture_id: str) -> list[Edge]:
        """As `Ground` says."""
        self.fetch_edges([capture_id])
        return [e for e in self.stands[capture_id] if e.kind != "unknown"]

    def saying(self, claim: Claim) -> Iterator[str]:
        """As `Ground` says."""
        own = self._questions.statement(claim)[:2]
        held = [capture_id for _, capture_id in self._held(self._questions.signs(claim)[1])]
        for at in range(0, len(held), _AT_ONCE):
            some = held[at : at + _AT_ONCE]
            self.fetch_claims(some)
            self.fetch_edges(some)
            yield from (i for i in some if any(self._questions.statement(c)[:2] == own for c in self.said[i]))

    def answering(self, claim: Claim) -> Iterator[Claim]:
        """As `Ground` says."""
        slot = self._questions.of(claim)[0]
        days = groupby(self._held(self._questions.signs(claim)[0]), key=lambda h: day_of(h[0]))
        for _, held in days:
            some = [capture_id for _, capture_id in held]
            self.fetch_claims(some)
            said = (c for i in some for c in self.said[i] if self._questions.of(c)[0] == slot)
            yield from sorted(said, key=by_publication)

    def _held(self, sign: str) -> list[tuple[int, str]]:
        """Rank and document of all that are found under a sign."""
        if sign not in self._holders:
            self._holders[sign] = self._book.holders_of(answer_key(sign))
        return self._holders[sign]
