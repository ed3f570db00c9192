"""Lineage of a book, kept in it: each document is traced once, and again only when something near it changes.

In: a book, the press of a vocabulary. Out: proposed edges in the book, the same as if all documents had been
traced together. What one document is traced by is made where it is read, on all cores; only what needs the
others is done here. A run that is killed leaves every document either traced or noted as not traced. Never
reads a document that makes no claims: it has nothing that could have come from anywhere.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache

from musterbook.reconcile.entities import Aliases
from musterbook.reconcile.lineage.case import case_of
from musterbook.reconcile.lineage.catalogue import Keys, Taken, keys_of, take
from musterbook.reconcile.lineage.contained import Parsed, parse
from musterbook.reconcile.lineage.index import edges_of
from musterbook.reconcile.lineage.leaves import (
    CITED,
    VERSION,
    Leaf,
    answer_key,
    article,
    body_of,
    key_of,
    leaf_in,
    leaf_of,
)
from musterbook.reconcile.press import Press
from musterbook.reconcile.slots import Questions
from musterbook.records import Claim, Judgement, Reading
from musterbook.store import Book, ReadDocument, Tracks, TracksRow
from musterbook.vocabulary import load

BATCH = 400  # documents in one transaction: another writer waits for about two seconds
_LEAVES, _PARSED = 30_000, 1_000  # kept in memory: some 100 MB and 50 MB
_TEXT = 4  # the layer of evidence that a template may undo


class Prepared:
    """What documents are traced by, made where they were read: nothing of it has to be read again."""

    def __init__(self) -> None:
        """Start empty."""
        self._bodies: dict[tuple[str, str], str] = {}

    def take(self, method: str, bodies: Iterable[tuple[str, str]]) -> Prepared:
        """Take in what was made by a method, pairs of a capture's id and a body; gives itself back."""
        self._bodies.update(((method, capture_id), body) for capture_id, body in bodies)
        return self

    def of(self, method: str, capture_ids: Iterable[str]) -> dict[str, str]:
        """Capture id → body, of those that were made by a method."""
        found = ((i, self._bodies.get((method, i), "")) for i in capture_ids)
        return {i: body for i, body in found if body}

    def clear(self) -> None:
        """Forget all of it: everything is traced."""
        self._bodies.clear()


class Tracer:
    """Who is who and what answers what, as a vocabulary and people's decisions have it."""

    def __init__(self, press: Press, questions: Questions) -> None:
        """Take both."""
        self.press, self.questions = press, questions
        self.method = method_of(press, questions)

    def body(self, document: ReadDocument) -> str:
        """What a document is traced by, as text; empty where it makes no claims."""
        if document.reading is None or not document.claims:
            return ""
        capture = document.capture
        paper = self.press.paper(capture.id, capture.name, capture.metadata)
        claims = {c.id: c for c in document.claims}  # once each, by place, as a book gives them back
        placed = sorted(claims.values(), key=lambda c: (c.quote.start, c.quote.end, c.id))
        leaf = leaf_of(paper, document.reading, placed, self.press)
        return body_of(replace(leaf, answers=_answers(placed, self.questions)))


def tracer(book: Book, programme: str) -> Tracer:
    """As the vocabulary of a programme and the decisions in a book have it now."""
    return _tracer(programme, tuple(book.judgements()))


@lru_cache(maxsize=1)
def _tracer(programme: str, judgements: tuple[Judgement, ...]) -> Tracer:
    vocabulary = load(programme)
    known = [i for kind, i in vocabulary.entries if kind in ("unit", "official", "outlet")]
    return Tracer(Press(vocabulary, judgements, Aliases(judgements, known).of), Questions(vocabulary))


def follow(book: Book, programme: str, least: int = 1, prepared: Prepared | None = None) -> int:
    """Trace what is not traced, by a vocabulary and by what people decided about its outlets.

    Args:
        book: Is written to, in transactions of at most `BATCH` documents.
        programme: The vocabulary folder.
        least: Documents that must be waiting for anything to be done.
        prepared: What was made where documents were read; emptied when all is traced.

    Returns:
        How many documents' edges were worked out.

    Raises:
        StoreError: The book cannot be written.
    """
    if book.untraced() < least:
        return 0
    known = tracer(book, programme)
    return follow_by(book, known.press, known.questions, prepared)


def follow_by(book: Book, press: Press, questions: Questions, prepared: Prepared | None = None) -> int:
    """`follow`, by a press that is there; where another press traced the book, everything is traced anew."""
    method = method_of(press, questions)
    if book.traced_by() == method and not book.untraced():
        return 0
    keep, ready = _Kept({}, {}, {}), prepared or Prepared()
    with book.tracks() as tracks:
        if tracks.method() != method:
            tracks.begin_anew(method)
    done, waiting = 0, True
    while waiting:
        with _undisturbed(), book.tracks() as tracks:
            catalogue = _BookCatalogue(tracks, press, keep)
            ids = tracks.untraced(BATCH)
            _take_in(catalogue, questions, ids, ready.of(method, ids))
            done += _work_out(catalogue)
            waiting = tracks.waiting() > 0
    ready.clear()
    return done


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without the search for circles of garbage, which a batch does not make: it took a fifth of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def method_of(press: Press, questions: Questions) -> str:
    """By what lineage is traced: the form of leaves, who is who, and what answers what."""
    return f"{VERSION} {press.digest} {questions.digest}"


class _Kept:
    """What one run keeps in memory between transactions."""

    def __init__(self, leaves: dict[int, Leaf], readings: dict[str, Reading], parsed: dict[str, Parsed]) -> None:
        self.leaves, self.readings, self.parsed = leaves, readings, parsed

    def trim(self) -> None:
        """Forget the oldest half where there is too much, and the readings of the batch before."""
        self.readings.clear()
        for rank in list(self.leaves)[: _LEAVES // 2] if len(self.leaves) > _LEAVES else ():
            del self.leaves[rank]
        for reading_id in list(self.parsed)[: _PARSED // 2] if len(self.parsed) > _PARSED else ():
            del self.parsed[reading_id]


class _BookCatalogue:
    """A catalogue in a book, inside one transaction; what a batch will ask for is looked up at once."""

    def __init__(self, tracks: Tracks, press: Press, kept: _Kept) -> None:
        self.tracks, self.press, self.kept = tracks, press, kept
        self.lists: dict[int, list[int]] = {}
        self._asked: set[int] = set()
        self._keys: dict[int, Keys] = {}
        kept.trim()

    def keys(self, leaf: Leaf) -> Keys:
        """As `Catalogue` says."""
        if leaf.rank not in self._keys:
            self._keys[leaf.rank] = keys_of(leaf, self.press.family)
        return self._keys[leaf.rank]

    def look_up(self, keys: Iterable[int]) -> None:
        """Fetch the holders of many keys at once."""
        new = set(keys) - self._asked
        if new:
            self._asked |= new
            self.lists.update(self.tracks.holders(new))

    def holders(self, keys: Iterable[int]) -> Mapping[int, Sequence[int]]:
        """As `Catalogue` says."""
        wanted = list(keys)
        self.look_up(wanted)
        return {k: held for k in wanted if (held := self.lists.get(k))}

    def leaves(self, ranks: Iterable[int]) -> Mapping[int, Leaf]:
        """As `Catalogue` says."""
        wanted, kept = list(ranks), self.kept.leaves
        missing = {r for r in wanted if r not in kept}
        if missing:
            kept.update((row.rank, leaf_in(row.body, row.rank)) for row in self.tracks.rows(ranks=missing))
        return {r: kept[r] for r in wanted if r in kept}

    def citing(self, family: str, first: int, last: int) -> set[int]:
        """As `Catalogue` says."""
        return self.tracks.between(key_of(family, CITED), first, last)

    def read(self, leaves: Iterable[Leaf]) -> None:
        """Fetch the texts of many documents at once."""
        missing = {o.reading_id: None for o in leaves if o.reading_id and o.reading_id not in self.kept.parsed}
        held = {i: self.kept.readings[i] for i in missing if i in self.kept.readings}
        held |= self.tracks.texts(i for i in missing if i not in held)
        self.kept.parsed.update((i, parse(article(reading))) for i, reading in held.items())

    def parsed(self, leaf: Leaf) -> Parsed:
        """As `Catalogue` says."""
        self.read([leaf])
        return self.kept.parsed.get(leaf.reading_id) or parse("")


def _take_in(catalogue: _BookCatalogue, questions: Questions, ids: Sequence[str], prepared: Mapping[str, str]) -> None:
    """Take some untraced documents into the index, and note whose edges may change.

    What was prepared counts where a capture was read once, under one name: then it was made from just that.
    """
    tracks, press = catalogue.tracks, catalogue.press
    before = {row.capture_id: row for row in tracks.rows(capture_ids=ids)}
    bodies = {i: prepared[i] for i in tracks.read_once(prepared)}
    now = {i: leaf_in(body) for i, body in bodies.items()}
    for document, reading, claims in tracks.shelved([i for i in ids if i not in now]):
        paper = press.paper(document.capture_id, document.name, document.metadata)
        leaf = leaf_of(paper, reading, claims, press)
        now[document.capture_id] = replace(leaf, answers=_answers(claims, questions))
        catalogue.kept.readings[document.reading_id] = reading
        bodies[document.capture_id] = body_of(now[document.capture_id])
    gone = [row for i, row in before.items() if bodies.get(i) != row.body]
    stale = _take_out(catalogue, gone)
    new = [leaf for i, leaf in sorted(now.items()) if i not in before or before[i].body != bodies[i]]
    catalogue.look_up(k for leaf in new for k in catalogue.keys(leaf).kept)
    catalogue.kept.leaves.update((leaf.rank, leaf) for leaf in new)
    stale |= _enter(catalogue, new, bodies)
    tracks.note_stale(stale)
    tracks.set_edges({row.capture_id: () for row in gone if row.capture_id not in now})
    tracks.traced(capture_ids=ids)


def _answers(claims: Iterable[Claim], questions: Questions) -> tuple[int, ...]:
    """The keys of what is said in a document."""
    return tuple(sorted({answer_key(sign) for claim in claims for sign in questions.signs(claim)}))


def _enter(catalogue: _BookCatalogue, new: Sequence[Leaf], bodies: Mapping[str, str]) -> set[int]:
    """Write leaves and what they are found by; gives the ranks whose edges are to be worked out."""
    stale: set[int] = {leaf.rank for leaf in new}
    crowded: set[int] = set()
    suspects: set[int] = set()
    entered: list[tuple[int, int]] = []
    dropped: set[tuple[int, int]] = set()
    for leaf in sorted(new, key=lambda o: o.rank):
        keys = catalogue.keys(leaf)
        taken: Taken = take(leaf, keys, catalogue.lists, catalogue)
        entered += [(k, leaf.rank) for k in (*taken.entered, *keys.endless)]
        dropped.update(taken.dropped)
        stale |= taken.later
        suspects |= taken.suspects
        crowded |= taken.crowded
    rows = [TracksRow(leaf.paper.capture_id, leaf.rank, bodies[leaf.paper.capture_id]) for leaf in new]
    catalogue.tracks.forget((), dropped.difference(entered))
    catalogue.tracks.enter(rows, [pair for pair in entered if pair not in dropped])
    return stale | _copied_from(catalogue, crowded) | _with_text(catalogue, suspects - stale)


def _take_out(catalogue: _BookCatalogue, rows: Sequence[TracksRow]) -> set[int]:
    """Take documents out; gives the ranks of those that share something with them."""
    stale: set[int] = set()
    postings: list[tuple[int, int]] = []
    for row in rows:
        keys = keys_of(leaf_in(row.body, row.rank), catalogue.press.family)
        held = catalogue.tracks.holders(keys.kept)
        stale |= {r for ranks in held.values() for r in ranks if r > row.rank}
        postings += [(key, row.rank) for key in (*keys.kept, *keys.endless)]
        catalogue.kept.leaves.pop(row.rank, None)
    catalogue.tracks.forget(rows, postings)
    return stale - {row.rank for row in rows}


def _copied_from(catalogue: _BookCatalogue, ranks: set[int]) -> set[int]:
    """Ranks of documents that come from some others: they may now come from an earlier one instead."""
    ids = [leaf.paper.capture_id for leaf in catalogue.leaves(ranks).values()]
    below = {e.capture_id for e in catalogue.tracks.edges_to(ids)}
    return {row.rank for row in catalogue.tracks.rows(capture_ids=below)}


def _with_text(catalogue: _BookCatalogue, ranks: set[int]) -> set[int]:
    """Ranks of those documents that are said to have passages of another."""
    ids = {leaf.paper.capture_id: rank for rank, leaf in catalogue.leaves(ranks).items()}
    found = catalogue.tracks.edges_from(ids)
    return {ids[e.capture_id] for e in found if any(v.layer == _TEXT for v in e.evidence)}


def _work_out(catalogue: _BookCatalogue) -> int:
    """Work out the edges of some stale documents; says of how many."""
    ranks = catalogue.tracks.stale(BATCH)
    leaves = list(catalogue.leaves(ranks).values())
    catalogue.look_up(k for leaf in leaves for k in catalogue.keys(leaf).kept)
    cases = [case_of(leaf, catalogue.press, catalogue) for leaf in leaves]
    catalogue.leaves(r for case in cases for r in case.asked)
    likely = {case.leaf.rank: case.likely for case in cases}
    others = catalogue.leaves(r for found in likely.values() for r in found)
    catalogue.read([*others.values(), *(leaf for leaf in leaves if likely[leaf.rank])])
    catalogue.tracks.set_edges({case.leaf.paper.capture_id: edges_of(case) for case in cases})
    catalogue.tracks.traced(ranks=ranks)
    return len(leaves)
