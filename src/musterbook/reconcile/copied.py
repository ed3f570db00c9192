"""Words put one for another in what a rewrite tells of its source.

In: the claims of one document, what is already called garbled, `Holders`, closed lists. Out: `Doubt` records of
kind ``garbled``, told at the statement that the words stand in, or nearest. Never looks at reports that only cite.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from musterbook.reconcile.garbled import retells
from musterbook.reconcile.holders import Holders
from musterbook.reconcile.swaps import Lists
from musterbook.records import Claim, Doubt

_LED_BY = 60  # characters shown before a word that is another


def swapped(own: Sequence[Claim], doubts: Sequence[Doubt], held: Holders, lists: Lists) -> Iterator[Doubt]:
    """Words put one for another where a rewrite tells what its source says.

    Args:
        own: The claims of one document; at least one.
        doubts: Those on it that are known.
        held: Of the whole book.
        lists: The closed lists of the vocabulary.
    """
    capture_id, origins = own[0].capture_id, held.origins
    named, met = {d.claim for d in doubts}, set[int]()
    above = held.above(capture_id)
    made_from = [t for t, way in above.items() if all(e.kind != "cites" or retells(e, held) for e in way)]
    later = held.reading_of(capture_id) if made_from and not origins.paper(capture_id).reports else None
    texts = {t: r for t in above if later and (r := held.reading_of(t))}
    for target in made_from if later else ():
        earlier, theirs = texts.get(target), held.said.get(target, ())
        if later is None or earlier is None or not theirs or held.corrects(capture_id, target):
            continue
        others = [r for t, r in texts.items() if t != target]
        for swap in lists.swaps(later, earlier, others):
            if swap.now.start in met:
                continue
            met.add(swap.now.start)
            claim, source = _nearest(own, swap.now.start), _nearest(theirs, swap.was.start)
            inside = claim.quote.start < swap.now.end and swap.now.start < claim.quote.end
            if any(c.id in named and c.quote.start < swap.now.end and swap.now.start < c.quote.end for c in own):
                continue
            first = max((s for s, e in later.sentences if s <= swap.now.start), default=swap.now.start)
            words = "" if inside else later.text[max(first, swap.now.start - _LED_BY) : swap.now.end]
            start = -1 if inside else swap.now.end - len(words)
            was, now = earlier.text[swap.was.start : swap.was.end], later.text[swap.now.start : swap.now.end]
            paper = origins.paper(target)
            reason = f"its source ({paper.outlet or paper.name}) says otherwise: “{was}” has become “{now}”"
            yield Doubt("garbled", claim.id, (source.id,), reason, above[target][0].id, (swap.now.role,), words, start)


def _nearest(claims: Sequence[Claim], at: int) -> Claim:
    """The statement that a place in a text is in, or that stands nearest to it."""
    return min(claims, key=lambda c: (max(c.quote.start - at, at - c.quote.end + 1, 0), c.quote.start, c.id))
