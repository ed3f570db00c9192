"""A whole book reconciled: lineage traced, origins counted, findings with state and reason.

In: a book, a vocabulary. Out: edges, origins, doubts, findings. Composes the reconcile stage with a book, and
writes nothing but proposed edges, and those only where it is asked to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from musterbook.reconcile.doubts import doubts_of
from musterbook.reconcile.findings import Matter, find
from musterbook.reconcile.index import LineageIndex
from musterbook.reconcile.judged import latest, standing
from musterbook.reconcile.leaves import article, leaf_of
from musterbook.reconcile.origins import Origins
from musterbook.reconcile.press import Paper, Press
from musterbook.reconcile.slots import Questions
from musterbook.records import Claim, Edge, Finding, Judgement, Problem
from musterbook.store import Book
from musterbook.vocabulary import load

_TEXTS = 512  # texts kept at a time while passages are compared


@dataclass(frozen=True, slots=True)
class Traced:
    """A book with its lineage.

    Attributes:
        claims: Id → every standing claim.
        papers: Capture id → paper.
        press: Who is who.
        edges: Those that stand.
        proposed: Those that were proposed, before any decision.
        judgements: All decisions.
        matter: What findings are made of.
        problems: Decisions that cannot be read.
    """

    claims: dict[str, Claim]
    papers: dict[str, Paper]
    press: Press
    edges: tuple[Edge, ...]
    proposed: tuple[Edge, ...]
    judgements: tuple[Judgement, ...]
    matter: Matter
    problems: tuple[Problem, ...] = ()

    def findings(self, claims: Iterable[Claim] | None = None) -> list[Finding]:
        """Findings on some claims, or on all."""
        return find(self.claims.values() if claims is None else claims, self.matter)


def trace(
    book: Book,
    programme: str = "bars",
    until: str = "",
    as_of: str = "",
    counts: Callable[[Claim], bool] = lambda claim: True,
) -> Traced:
    """Trace a book.

    Args:
        book: The book; it is not written to.
        programme: The vocabulary folder.
        until: ISO date; only claims of documents published until then count, where given.
        as_of: ISO date on which answers should hold, where given.
        counts: Says of each claim whether it counts; all do where not given.
    """
    vocabulary = load(programme)
    judgements = tuple(book.judgements())
    press, questions = Press(vocabulary, judgements), Questions(vocabulary)
    papers = {d.capture_id: press.paper(d.capture_id, d.name, d.metadata) for d in book.documents()}
    standing_claims = (c for c in book.claims() if not until or (c.published and c.published <= until))
    claims = {c.id: c for c in standing_claims if counts(c)}
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        said[claim.capture_id].append(claim)
    proposed = proposals(book, papers, said, press)
    edges, problems = standing(proposed, judgements)
    origins = Origins(claims.values(), papers, edges, press, questions)
    doubts = doubts_of(said, origins, questions, vocabulary)
    unsure = frozenset(s for s, j in latest(judgements, "entity").items() if j.verdict == "unsure")
    matter = Matter(questions, origins, tuple(doubts), unsure, as_of)
    return Traced(claims, papers, press, tuple(edges), tuple(proposed), judgements, matter, tuple(problems))


def proposals(book: Book, papers: dict[str, Paper], said: dict[str, list[Claim]], press: Press) -> list[Edge]:
    """The proposed edges of all documents, in one run that is linear in documents."""

    @lru_cache(maxsize=_TEXTS)
    def text_of(capture_id: str) -> str:
        reading = book.reading(capture_id)
        return article(reading) if reading else ""

    index = LineageIndex(press, text_of)
    for capture_id, paper in papers.items():
        index.add(leaf_of(paper, book.reading(capture_id), said.get(capture_id, ()), press))
    return list(index.all_edges())


def keep_edges(book: Book, traced: Traced) -> int:
    """Write the proposed edges into the book; earlier proposals stay in its history. Says how many there are."""
    by_document: dict[str, list[Edge]] = defaultdict(list)
    for edge in traced.proposed:
        by_document[edge.capture_id].append(edge)
    for capture_id in traced.papers:
        book.set_edges(capture_id, by_document.get(capture_id, ()))
    return len(traced.proposed)
