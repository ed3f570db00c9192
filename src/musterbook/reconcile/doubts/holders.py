"""Who says what in a book, and what comes from what: the ground that doubts stand on.

In: claims by document, origins with their edges, questions, texts, and a `Ground` that knows the whole book. Out:
`Holders`, which looks each question about them up, at a cost that follows from who says the same. Never judges a
statement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from typing import Protocol

from musterbook.expressions import regex
from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.press import MEDIA
from musterbook.reconcile.slots import Questions, by_publication
from musterbook.records import Claim, Edge, Reading, Slot

NEAREST = 8  # texts above a document that its own is compared with
_TEXTS = 256  # texts kept at a time: one is asked for by all that come from it
Statement = tuple[Slot, object]

_PARAGRAPH = regex(r"\n\s*\n")
_SHOWN = 3  # claims shown beside one that others answer otherwise


class Ground(Protocol):
    """Where the whole book is asked: in memory, or in the book."""

    def edges(self, capture_id: str) -> Sequence[Edge]:
        """The standing edges of any document, surest first."""

    def saying(self, claim: Claim) -> Iterator[str]:
        """The documents that say the same as a claim, with its status, its own among them."""

    def answering(self, claim: Claim) -> Iterator[Claim]:
        """What is said on the question of a claim, earliest first; of one answer, the earliest will do."""


class Known:
    """A ground in memory."""

    def __init__(self, said: Mapping[str, Sequence[Claim]], origins: Origins, questions: Questions) -> None:
        """Take all claims of a book, by document."""
        self._questions, self.edges = questions, origins.edges
        self._of: dict[Statement, dict[str, None]] = defaultdict(dict)
        self._first: dict[Slot, dict[tuple[object, ...], list[Claim]]] = defaultdict(dict)
        for claim in sorted((c for claims in said.values() for c in claims), key=by_publication):
            self._of[questions.statement(claim)[:2]][claim.capture_id] = None
            first = self._first[questions.of(claim)[0]].setdefault(plain(claim, questions), [])
            if _is_shown(claim, first):
                first.append(claim)

    def saying(self, claim: Claim) -> Iterator[str]:
        """As `Ground` says."""
        yield from self._of[self._questions.statement(claim)[:2]]

    def answering(self, claim: Claim) -> Iterator[Claim]:
        """As `Ground` says."""
        answers = self._first[self._questions.of(claim)[0]]
        yield from sorted((c for claims in answers.values() for c in claims), key=by_publication)


def _is_shown(claim: Claim, first: Sequence[Claim]) -> bool:
    """Whether a claim may be among the earliest `_SHOWN` of one answer, whichever document is left out."""
    captures = {c.capture_id for c in first}
    if claim.capture_id not in captures:
        return len(captures) <= _SHOWN
    return sum(c.capture_id == claim.capture_id for c in first) < _SHOWN


class Holders:
    """Who says what, and what else is said on a question; each is looked up, and nothing looks through a book."""

    def __init__(
        self,
        said: Mapping[str, Sequence[Claim]],
        origins: Origins,
        questions: Questions,
        reading_of: Callable[[str], Reading | None] = lambda _: None,
        ground: Ground | None = None,
    ) -> None:
        """Take claims by document, with those of everything that they come from, and what gives a document's text.

        Where no ground is given, they are the whole book.
        """
        self.said, self.origins, self.questions = said, origins, questions
        self.reading_of = lru_cache(maxsize=_TEXTS)(reading_of)
        self._ground: Ground = ground or Known(said, origins, questions)
        self._outside: dict[tuple[Statement, str], set[str]] = {}
        self._above: dict[str, dict[str, tuple[Edge, ...]]] = {}

    def above(self, capture_id: str) -> dict[str, tuple[Edge, ...]]:
        """Every document that one comes from, directly or not, nearest first, with the edges that lead there."""
        if capture_id not in self._above:
            self._above[capture_id] = upstream(capture_id, self._ground.edges)
        return self._above[capture_id]

    def others(self, claim: Claim) -> bool:
        """Whether another document says the same."""
        return any(i != claim.capture_id for i in self._ground.saying(claim))

    def outside(self, claim: Claim, target: str) -> bool:
        """Whether a source or another document that does not come from it says the same."""
        key = self.questions.statement(claim)[:2]
        if (key, target) not in self._outside:
            found = (i for i in self._ground.saying(claim) if i == target or target not in self.above(i))
            self._outside[key, target] = set(islice(found, 2))  # one may be the claim's own
        return bool(self._outside[key, target] - {claim.capture_id})

    def otherwise(self, claim: Claim) -> list[Claim]:
        """What other documents answer otherwise, earliest first; at most `_SHOWN`."""
        own, questions = plain(claim, self.questions), self.questions
        found = (c for c in self._ground.answering(claim) if c.capture_id != claim.capture_id)
        return list(islice((c for c in found if plain(c, questions) != own), _SHOWN))

    def corrects(self, capture_id: str, target: str) -> bool:
        """Whether a document is a later version by the newsroom itself, in the same language: it may correct itself."""
        paper, there = self.origins.paper(capture_id), self.said.get(target, ())
        own = self.said.get(capture_id, ())
        same = bool(own and there) and there[0].language == own[0].language
        return same and self.of_one_newsroom(capture_id, target) and not paper.edition

    def hearsay(self, capture_id: str) -> bool:
        """Whether a document says that the media have what it says, and not which."""
        voice = self.origins.press.voice
        return any(voice(n).family in MEDIA for c in self.said.get(capture_id, ()) for n in c.attribution[-1:])

    def of_one_newsroom(self, capture_id: str, target: str) -> bool:
        """Whether two documents are by one newsroom."""
        family = self.origins.paper(capture_id).family
        return bool(family) and family == self.origins.paper(target).family


def upstream(capture_id: str, edges: Callable[[str], Iterable[Edge]]) -> dict[str, tuple[Edge, ...]]:
    """Every document that one comes from, directly or not, with the edges that lead there, its own first."""
    seen: dict[str, tuple[Edge, ...]] = {}
    ways: list[tuple[Edge, ...]] = [(e,) for e in edges(capture_id)]
    while ways:
        way = ways.pop(0)
        target = way[-1].target
        if target and target not in seen and target != capture_id:
            seen[target] = way
            ways += [(*way, e) for e in edges(target)]
    return seen


def plain(claim: Claim, questions: Questions) -> tuple[object, ...]:
    """What a claim answers, without its status."""
    return tuple(sorted(((r, v) for r, v in questions.of(claim)[1].values if r != "status"), key=repr))


def paragraphs(reading: Reading) -> list[tuple[int, int]]:
    """The paragraphs of a text: who reports nothing itself tells in each what the source has that it names there."""
    ends = [m.end() for m in _PARAGRAPH.finditer(reading.text)]
    return list(pairwise([0, *ends, len(reading.text) + 1]))
