"""Say it once: drafts of one statement become one draft.

In: all drafts of a document. Out: those that stay, in order. A statement that is repeated
word for word by two patterns, restated in the headline, or caught once in part and once
whole is one statement; a number of officials is no number of recruits besides; the same
statement on two people's word, or of two regions, is two.
"""

from __future__ import annotations

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.records.claim import Scalar

_Said = dict[str, Scalar]
_PEOPLE = "recruitment.count"
_STRENGTH = "unit.strength"
_SIGNED = "signed"
_DEEDS = frozenset({"unit.action", "deployment.area"})  # what people who are counted did, which says it all
_OTHERWISE = {  # types whose number counts no recruits besides, and the roles that hold it
    "official.joined": ("count",),
    "official.left": ("count",),
    "pay.amount": ("amount",),
    "eligibility.age": ("min", "max"),
}
_WEAK_BLOCKS = frozenset({"title", "heading", "caption"})


def fold(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Keep one draft per statement and source.

    Args:
        document: Tells the block and the attribution of each draft.
        drafts: As found, in any order.

    Returns:
        The drafts that stay, by the start of their quote.
    """
    drafts = _counted_once(drafts)
    faint = {start: _weak(document, start) for start in {d.start for d in drafts}}
    roles = {t: {a.role for a in document.vocabulary.types[t].args if a.key} for t in {d.type for d in drafts}}
    keyed = {id(d): tuple(sorted((a.role, a.value) for a in d.args if a.role in roles[d.type])) for d in drafts}
    ranked = sorted(drafts, key=lambda d: (faint[d.start], d.start, -len(d.args), d.end))
    kept: dict[tuple[object, ...], list[tuple[Draft, str]]] = {}
    for draft in ranked:
        same = kept.setdefault(_statement(draft, keyed[id(draft)]), [])
        source = _source(document, draft)
        weak = faint[draft.start]
        if same and any((weak or source == s or not source or not s) and not _elsewhere(d, draft) for d, s in same):
            continue
        same.append((draft, source))
    staying = sorted((d for same in kept.values() for d, _ in same), key=lambda d: (d.start, d.end, d.type))
    beside: dict[tuple[str, tuple[int, int]], list[Draft]] = {}
    for draft in staying:
        beside.setdefault((draft.type, draft.sentence), []).append(draft)
    said = {i: dict(keys) for i, keys in keyed.items()}
    staying = [
        d
        for d in staying
        if not any(o is not d and _covers(o, d, said[id(o)], said[id(d)]) for o in beside[d.type, d.sentence])
    ]
    headlines = {d.type for d in staying if faint[d.start]}
    told = [(d.type, d.polarity, said[id(d)]) for d in staying if d.type in headlines and not faint[d.start]]
    return [d for d in staying if not faint[d.start] or not any(_sums_up(d, said[id(d)], t) for t in told)]


def _counted_once(drafts: list[Draft]) -> list[Draft]:
    """Without the counts of people whose number is that of officials, a sum or an age: they are told of as such.

    A count that tells no stage goes behind whatever else tells its number.
    """
    numbers = {(n.start, n.end) for d in drafts for role in _OTHERWISE.get(d.type, ()) if (n := d.arg(role))}
    counts = {(n.start, n.end) for d in drafts if d.type != _PEOPLE or d.arg("stage") if (n := d.arg("count"))}
    joined = {(n.start, n.end) for d in drafts if _joined(d) and (n := d.arg("count"))}
    drafts = [
        d for d in drafts if d.type != _STRENGTH or (n := d.arg("count")) is None or (n.start, n.end) not in joined
    ]
    done = {d.sentence for d in drafts if d.type in _DEEDS}
    return [
        d
        for d in drafts
        if d.type != _PEOPLE
        or not (_told_otherwise(d, numbers, counts) or (d.arg("stage") is None and d.sentence in done))
    ]


def _joined(draft: Draft) -> bool:
    """Whether a draft counts people who, as is said behind their number, signed: that is no unit's size besides."""
    count, stage = draft.arg("count"), draft.arg("stage") if draft.type == _PEOPLE else None
    return count is not None and stage is not None and stage.value == _SIGNED and stage.start >= count.end


def _told_otherwise(draft: Draft, numbers: set[tuple[int, int]], counts: set[tuple[int, int]]) -> bool:
    """Whether the number of a count of people is another statement's: a sum, an age, or any where it has no stage."""
    count = draft.arg("count")
    if count is None:
        return False
    span = (count.start, count.end)
    return span in numbers or (draft.arg("stage") is None and span in counts)


def _sums_up(headline: Draft, less: _Said, body: tuple[str, str, _Said]) -> bool:
    """Whether a headline says of something less than the body says of it."""
    kind, polarity, more = body
    if (headline.type, headline.polarity) != (kind, polarity):
        return False
    return bool(less) and len(less) < len(more) and all(more.get(role) == value for role, value in less.items())


def _elsewhere(one: Draft, other: Draft) -> bool:
    """True where two statements name different regions themselves: a list distributes."""
    here, there = one.arg("region"), other.arg("region")
    if here is None or there is None or here.value == there.value:
        return False
    return all(d.sentence[0] <= a.start < d.sentence[1] for d, a in ((one, here), (other, there)))


def _weak(document: Document, at: int) -> bool:
    block = document.reading.block_at(at)
    return block is not None and block.kind in _WEAK_BLOCKS


def _source(document: Document, draft: Draft) -> str:
    chain = draft.speaker if draft.speaker is not None else document.attribution.chain((draft.start, draft.end))[0]
    return chain[0] if chain else ""


def _statement(draft: Draft, keyed: tuple[tuple[str, Scalar], ...]) -> tuple[object, ...]:
    place = draft.start if draft.type == "assessment" else 0  # one holder may say several things
    return (draft.type, keyed, place, draft.polarity)


def _covers(whole: Draft, part: Draft, more: _Said, less: _Said) -> bool:
    """True where ``part`` says less than ``whole``, of the same type and sentence, about the same words."""
    if min(whole.end, part.end) <= max(whole.start, part.start):
        return False
    return len(more) > len(less) and all(more.get(role) == value for role, value in less.items())
