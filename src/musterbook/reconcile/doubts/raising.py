"""Statements in doubt: garbled echoes, additions without an origin, contradictions within a document.

In: claims by document, origins with their edges, questions, a vocabulary. Out: `Doubt` records, each with
the claims it is held against. Never says that a statement is false: it says what does not agree with what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from musterbook.reconcile.doubts.additions import told_beside, unsupported
from musterbook.reconcile.doubts.comparisons import contradictions
from musterbook.reconcile.doubts.copied import swapped
from musterbook.reconcile.doubts.garbled import garbled, titles_of
from musterbook.reconcile.doubts.holders import Ground, Holders
from musterbook.reconcile.doubts.spared import Spared, once_a_sentence, once_at_the_law
from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.slots import Questions, by_publication
from musterbook.reconcile.wording.swaps import lists_of
from musterbook.records import Claim, Doubt, Reading
from musterbook.vocabulary import Vocabulary


def doubts_of(
    said: Mapping[str, Sequence[Claim]],
    origins: Origins,
    questions: Questions,
    vocabulary: Vocabulary,
    reading_of: Callable[[str], Reading | None] = lambda _: None,
    within: tuple[Ground, Iterable[str]] | None = None,
) -> list[Doubt]:
    """Every doubt of a book, or of some documents of it, sorted.

    Args:
        said: Capture id → its claims, of the whole book, or of some documents and all that they come from.
        origins: Of all of them.
        questions: Of the programme.
        vocabulary: For words that compare, and names that are known.
        reading_of: Capture id → its text, for passages that compare and are no claims.
        within: What knows the whole book, and the documents whose doubts are wanted; all where not given.
    """
    ground, wanted = within or (None, said)
    held, lists = Holders(said, origins, questions, reading_of, ground), lists_of(vocabulary)
    titles, spared = titles_of(vocabulary), Spared(held, lists)
    found: dict[str, Doubt] = {}
    for capture_id in sorted(wanted):
        own = sorted(said[capture_id], key=by_publication)
        doubts = [*garbled(own, held, titles, spared)]
        doubts += swapped(own, doubts, held, lists) if own else ()
        doubts = once_a_sentence(doubts, own, reading_of(capture_id))
        doubts = once_at_the_law(doubts, {c.id: c for t in held.above(capture_id) for c in held.said.get(t, ())})
        doubts += unsupported(own, _named(own, doubts), held, lists)
        doubts += told_beside(own, doubts, held, lists) if own else ()
        doubts += contradictions(own, vocabulary, reading_of)
        found.update({d.id: d for d in doubts})
    return sorted(found.values(), key=lambda d: (d.kind, d.claim, d.against))


def _named(own: Sequence[Claim], doubts: Sequence[Doubt]) -> set[str]:
    """The statements of a document that are in doubt, or in which words are."""
    words = [(d.start, d.start + len(d.words)) for d in doubts if d.words]
    met = {c.id for c in own if any(c.quote.start < e and s < c.quote.end for s, e in words)}
    return met | {d.claim for d in doubts if not d.words}
