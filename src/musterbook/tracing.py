"""A whole book reconciled: lineage traced, origins counted, findings with state and reason.

In: a book, a vocabulary. Out: edges, origins, doubts, findings. Composes the reconcile stage with a book, and
writes nothing but the lineage of documents that were not traced yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from musterbook.errors import StoreError
from musterbook.following import follow_by
from musterbook.reconcile.doubts import doubts_of
from musterbook.reconcile.entities import Aliases
from musterbook.reconcile.findings import Matter, find
from musterbook.reconcile.index import LineageIndex
from musterbook.reconcile.judged import latest, standing
from musterbook.reconcile.leaves import article, leaf_of
from musterbook.reconcile.origins import Origins
from musterbook.reconcile.press import Paper, Press
from musterbook.reconcile.slots import Questions
from musterbook.records import Claim, Edge, Finding, Judgement, Problem
from musterbook.store import Book, ClaimFilter
from musterbook.vocabulary import Vocabulary, load

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
        book: The book; documents that were not traced yet are, and their edges kept in it.
        programme: The vocabulary folder.
        until: ISO date; only claims of documents published until then count, where given.
        as_of: ISO date on which answers should hold, where given.
        counts: Says of each claim whether it counts; all do where not given.
    """
    vocabulary = load(programme)
    judgements = tuple(book.judgements())
    aliases = aliases_of(vocabulary, judgements)
    press, questions = Press(vocabulary, judgements, aliases.of), Questions(vocabulary, aliases.of)
    papers = {d.capture_id: press.paper(d.capture_id, d.name, d.metadata) for d in book.documents()}
    standing_claims = (c for c in book.claims() if not until or (c.published and c.published <= until))
    claims = {c.id: c for c in standing_claims if counts(c)}
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        said[claim.capture_id].append(claim)
    proposed = lineage(book, papers, press)
    edges, problems = standing(proposed, judgements)
    origins = Origins(claims.values(), papers, edges, press, questions)
    doubts = doubts_of(said, origins, questions, vocabulary, book.reading)
    unsure = frozenset(s for s, j in latest(judgements, "entity").items() if j.verdict == "unsure")
    matter = Matter(questions, origins, tuple(doubts), unsure, as_of)
    faults = (*problems, *aliases.problems)
    return Traced(claims, papers, press, tuple(edges), tuple(proposed), judgements, matter, faults)


def aliases_of(vocabulary: Vocabulary, judgements: Iterable[Judgement]) -> Aliases:
    """The names that people decided to be one."""
    return Aliases(judgements, [i for kind, i in vocabulary.entries if kind in ("unit", "official", "outlet")])


def lineage(book: Book, papers: Mapping[str, Paper], press: Press) -> list[Edge]:
    """The proposed edges of all documents; only what is not traced yet is traced now.

    Where the book cannot be written, everything is traced in memory.
    """
    try:
        follow_by(book, press)
    except StoreError:
        return proposals(book, papers, press)
    return list(book.edges())


def proposals(book: Book, papers: Mapping[str, Paper], press: Press) -> list[Edge]:
    """The proposed edges of all documents, traced in memory in one run that is linear in documents."""

    @lru_cache(maxsize=_TEXTS)
    def text_of(capture_id: str) -> str:
        reading = book.reading(capture_id)
        return article(reading) if reading else ""

    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in book.claims(ClaimFilter(retracted=True)):
        said[claim.capture_id].append(claim)
    index = LineageIndex(press, text_of)
    for capture_id in sorted(said):
        index.add(leaf_of(papers[capture_id], book.reading(capture_id), said[capture_id], press))
    return list(index.all_edges())
