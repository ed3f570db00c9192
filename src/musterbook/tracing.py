"""A book reconciled, or a part of it: lineage traced, origins counted, findings with state and reason.

In: a book, a vocabulary, what is asked for. Out: edges, origins, doubts, findings. Composes the reconcile stage
with a book, and writes nothing but the lineage of documents that were not traced yet. A part gives what the whole
gives for it, and looks at what bears on it alone: it takes as long as that is much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from musterbook.errors import StoreError
from musterbook.following import follow_by
from musterbook.nearby import Nearby
from musterbook.reconcile.doubts.holders import Ground
from musterbook.reconcile.doubts.raising import doubts_of
from musterbook.reconcile.entities import Aliases
from musterbook.reconcile.findings import Matter, find
from musterbook.reconcile.judged import latest, standing
from musterbook.reconcile.lineage.index import LineageIndex
from musterbook.reconcile.lineage.leaves import article, leaf_of
from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.origins.placed import Placed
from musterbook.reconcile.press import Paper, Press
from musterbook.reconcile.slots import Questions
from musterbook.reconcile.wording.swaps import lists_of
from musterbook.records import Claim, Edge, Finding, Judgement, Problem, Reading
from musterbook.store import Book, ClaimFilter, Document
from musterbook.store.ports import EVERYTHING
from musterbook.vocabulary import Vocabulary, load

_TEXTS = 512  # texts kept at a time while passages are compared


@dataclass(frozen=True, slots=True)
class Traced:
    """A book with its lineage, or the part of it that was asked for.

    Attributes:
        claims: Id → every claim that was looked at.
        papers: Capture id → paper, of all documents that were looked at.
        press: Who is who.
        edges: Those that stand.
        proposed: Those that were proposed, before any decision.
        judgements: All decisions.
        matter: What findings are made of.
        asked: The claims of all questions that were asked for.
        problems: Decisions that cannot be read.
    """

    claims: dict[str, Claim]
    papers: dict[str, Paper]
    press: Press
    edges: tuple[Edge, ...]
    proposed: tuple[Edge, ...]
    judgements: tuple[Judgement, ...]
    matter: Matter
    asked: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()

    def findings(self, claims: Iterable[Claim] | None = None) -> list[Finding]:
        """Findings on some claims, or on all that were asked for."""
        return find(self.asked if claims is None else claims, self.matter)


@dataclass(frozen=True, slots=True)
class _Part:
    """What is known before origins are: documents with their claims and edges.

    Attributes:
        said: Capture id → claims.
        documents: Of these.
        proposed: Edges.
        edges: Those that stand.
        problems: Decisions that cannot be read.
        asked: The claims of all questions that were asked for.
        within: What knows the rest of the book, and whose doubts are wanted; None for a whole book.
    """

    said: Mapping[str, list[Claim]]
    documents: Iterable[Document]
    proposed: Iterable[Edge]
    edges: Iterable[Edge]
    problems: Iterable[Problem]
    asked: Iterable[Claim]
    within: tuple[Ground, Iterable[str]] | None = None


def trace(
    book: Book,
    programme: str = "bars",
    until: str = "",
    as_of: str = "",
    counts: Callable[[Claim], bool] = lambda claim: True,
    asked: ClaimFilter = EVERYTHING,
) -> Traced:
    """Trace a book.

    Args:
        book: The book; documents that were not traced yet are, and their edges kept in it.
        programme: The vocabulary folder.
        until: ISO date; only claims of documents published until then count, where given.
        as_of: ISO date on which answers should hold, where given.
        counts: Says of each claim whether it counts; all do where not given.
        asked: Region and type of what is wanted: only that, and what bears on it, is looked at.
    """
    vocabulary = load(programme)
    judgements = tuple(book.judgements())
    aliases = aliases_of(vocabulary, judgements)
    press, questions = Press(vocabulary, judgements, aliases.of), Questions(vocabulary, aliases.of)

    def counted(claim: Claim) -> bool:
        return (not until or bool(claim.published and claim.published <= until)) and counts(claim)

    if (asked.region or asked.type) and is_traced(book, press, questions):
        part = _part(book, Nearby(book, questions, judgements, counted), questions, asked)
    else:
        part = _whole(book, press, questions, judgements, counted)
    documents = {d.capture_id: d for d in part.documents}
    papers = {i: press.paper(i, d.name, d.metadata) for i, d in documents.items()}
    claims = {c.id: c for own in part.said.values() for c in own}
    edges = tuple(part.edges)

    def reading_of(capture_id: str) -> Reading | None:
        known = documents.get(capture_id)
        return book.reading(known.reading_id) if known and known.reading_id else None

    readings = lru_cache(maxsize=_TEXTS)(reading_of)
    placed = Placed(readings, lists_of(vocabulary))
    origins = Origins(claims.values(), papers, edges, press, questions, placed)
    doubts = doubts_of(part.said, origins, questions, vocabulary, readings, part.within)
    unsure = frozenset(s for s, j in latest(judgements, "entity").items() if j.verdict == "unsure")
    matter = Matter(questions, origins, tuple(doubts), unsure, as_of)
    faults = (*part.problems, *aliases.problems)
    return Traced(claims, papers, press, edges, tuple(part.proposed), judgements, matter, tuple(part.asked), faults)


def _whole(
    book: Book, press: Press, questions: Questions, judgements: Iterable[Judgement], counted: Callable[[Claim], bool]
) -> _Part:
    """All of a book."""
    documents = list(book.documents())
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in book.claims():
        if counted(claim):
            said[claim.capture_id].append(claim)
    papers = {d.capture_id: press.paper(d.capture_id, d.name, d.metadata) for d in documents}
    proposed = lineage(book, papers, press, questions)
    edges, problems = standing(proposed, judgements)
    return _Part(said, documents, proposed, edges, problems, [c for own in said.values() for c in own])


def _part(book: Book, near: Nearby, questions: Questions, asked: ClaimFilter) -> _Part:
    """What bears on the questions that are asked for: who answers them, whence they have it, who has it from them."""
    regions: dict[str, set[str]] = defaultdict(set)
    for claim in book.claims(asked):
        regions[claim.type].add(questions.of(claim)[0].region)
    captures = {
        claim.capture_id
        for type_, own in regions.items()
        for region in ([""] if "" in own else sorted(own))
        for claim in book.claims(ClaimFilter(type=type_, region=region))
    }
    wanted = near.below(captures)
    near.fetch_claims(near.fetch_edges(wanted))
    said = dict(near.said)
    places = {(type_, region) for type_, own in regions.items() for region in own}
    answers = [c for own in said.values() for c in own if (c.type, questions.of(c)[0].region) in places]
    edges = [e for i in said for e in near.stands[i]]
    proposed = [e for i in said for e in near.proposed[i]]
    return _Part(said, book.documents_of(list(said)), proposed, edges, near.problems, answers, (near, wanted))


@dataclass(frozen=True, slots=True)
class Lines:
    """Lineage alone.

    Attributes:
        papers: Capture id → paper.
        edges: Those that stand.
        proposed: Those that were proposed, before any decision.
        judgements: All decisions.
    """

    papers: dict[str, Paper]
    edges: tuple[Edge, ...]
    proposed: tuple[Edge, ...]
    judgements: tuple[Judgement, ...]


def lines(book: Book, programme: str = "bars", capture_id: str = "") -> Lines:
    """The lineage of a book, or of one document: all that it comes from, and all that comes from it."""
    vocabulary, judgements = load(programme), tuple(book.judgements())
    aliases = aliases_of(vocabulary, judgements)
    press, questions = Press(vocabulary, judgements, aliases.of), Questions(vocabulary, aliases.of)
    if capture_id and is_traced(book, press, questions):
        near = Nearby(book, questions, judgements, lambda claim: True)
        around = sorted(near.fetch_edges(near.below([capture_id])))
        documents = book.documents_of(around)
        edges = [e for i in around for e in near.stands[i]]
        proposed = [e for i in around for e in near.proposed[i]]
        papers = {d.capture_id: press.paper(d.capture_id, d.name, d.metadata) for d in documents}
    else:
        papers = {d.capture_id: press.paper(d.capture_id, d.name, d.metadata) for d in book.documents()}
        proposed = lineage(book, papers, press, questions)
        edges, _ = standing(proposed, judgements)
    return Lines(papers, tuple(edges), tuple(proposed), judgements)


def aliases_of(vocabulary: Vocabulary, judgements: Iterable[Judgement]) -> Aliases:
    """The names that people decided to be one."""
    return Aliases(judgements, [i for kind, i in vocabulary.entries if kind in ("unit", "official", "outlet")])


def lineage(book: Book, papers: Mapping[str, Paper], press: Press, questions: Questions) -> list[Edge]:
    """The proposed edges of all documents; only what is not traced yet is traced now.

    Where the book cannot be written, everything is traced in memory.
    """
    return list(book.edges()) if is_traced(book, press, questions) else proposals(book, papers, press)


def is_traced(book: Book, press: Press, questions: Questions) -> bool:
    """Whether the lineage kept in a book is as it should be, now that what was missing is traced."""
    try:
        follow_by(book, press, questions)
    except StoreError:
        return False
    return True


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
