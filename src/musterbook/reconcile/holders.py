"""Who says what in a book, and what comes from what: the ground that doubts stand on.

In: claims by document, origins with their edges, questions, texts. Out: `Holders`, which answers each question
about them at a cost that does not grow with the book. Never judges a statement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from musterbook.reconcile.origins import Origins
from musterbook.reconcile.slots import Questions, by_publication
from musterbook.records import Claim, Edge, Reading, Slot

Statement = tuple[Slot, object]

_EARLIEST, _SHOWN = 6, 3  # claims kept of each answer, and shown beside one that others answer otherwise


class Holders:
    """Who says what, and what else is said on a question; each looked up at a cost that does not grow."""

    def __init__(
        self,
        said: Mapping[str, Sequence[Claim]],
        origins: Origins,
        questions: Questions,
        reading_of: Callable[[str], Reading | None] = lambda _: None,
    ) -> None:
        """Take all claims of a book, by document, and what gives a document's text."""
        self.said, self.origins, self.questions, self.reading_of = said, origins, questions, reading_of
        self._of: dict[Statement, set[str]] = defaultdict(set)
        self._first: dict[Slot, dict[tuple[object, ...], list[Claim]]] = defaultdict(dict)
        self._outside: dict[tuple[Statement, str], set[str]] = {}
        self._above: dict[str, dict[str, tuple[Edge, ...]]] = {}
        for claim in sorted((c for claims in said.values() for c in claims), key=by_publication):
            self._of[questions.statement(claim)[:2]].add(claim.capture_id)
            answers = self._first[questions.of(claim)[0]]
            answers.setdefault(tuple(sorted(_plain(claim, questions).items(), key=repr)), []).append(claim)
        for answers in self._first.values():
            for claims in answers.values():
                del claims[_EARLIEST:]

    def above(self, capture_id: str) -> dict[str, tuple[Edge, ...]]:
        """Every document that one comes from, directly or not, nearest first, with the edges that lead there."""
        if capture_id not in self._above:
            self._above[capture_id] = upstream(capture_id, self.origins)
        return self._above[capture_id]

    def others(self, claim: Claim) -> bool:
        """Whether another document says the same."""
        return len(self._of[self.questions.statement(claim)[:2]] | {claim.capture_id}) > 1

    def outside(self, claim: Claim, target: str) -> bool:
        """Whether a source or another document that does not come from it says the same."""
        key = self.questions.statement(claim)[:2]
        if (key, target) not in self._outside:
            self._outside[key, target] = {i for i in self._of[key] if i == target or target not in self.above(i)}
        return bool(self._outside[key, target] - {claim.capture_id})

    def otherwise(self, claim: Claim) -> list[Claim]:
        """What other documents answer otherwise, earliest first; at most `_SHOWN`."""
        own = tuple(sorted(_plain(claim, self.questions).items(), key=repr))
        answers = self._first[self.questions.of(claim)[0]]
        found = [c for answer, claims in answers.items() if answer != own for c in claims]
        return sorted((c for c in found if c.capture_id != claim.capture_id), key=by_publication)[:_SHOWN]

    def corrects(self, capture_id: str, target: str) -> bool:
        """Whether a document is a later version by the newsroom itself, in the same language: it may correct itself."""
        paper, there = self.origins.paper(capture_id), self.said.get(target, ())
        own = self.said.get(capture_id, ())
        same = bool(own and there) and there[0].language == own[0].language
        return same and self.of_one_newsroom(capture_id, target) and not paper.edition

    def of_one_newsroom(self, capture_id: str, target: str) -> bool:
        """Whether two documents are by one newsroom."""
        family = self.origins.paper(capture_id).family
        return bool(family) and family == self.origins.paper(target).family


def upstream(capture_id: str, origins: Origins) -> dict[str, tuple[Edge, ...]]:
    """Every document that one comes from, directly or not, with the edges that lead there, its own first."""
    seen: dict[str, tuple[Edge, ...]] = {}
    ways: list[tuple[Edge, ...]] = [(e,) for e in origins.edges(capture_id)]
    while ways:
        way = ways.pop(0)
        target = way[-1].target
        if target and target not in seen and target != capture_id:
            seen[target] = way
            ways += [(*way, e) for e in origins.edges(target)]
    return seen


def _plain(claim: Claim, questions: Questions) -> dict[str, object]:
    """What a claim answers, without its status."""
    return {r: v for r, v in questions.of(claim)[1].values if r != "status"}
