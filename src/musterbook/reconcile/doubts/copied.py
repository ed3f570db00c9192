"""Words put one for another in what a rewrite tells of its source.

In: the claims of one document, what is already called garbled, `Holders`, closed lists. Out: `Doubt` records of
kind ``garbled``, told at the statement that the words stand in, or nearest. Of a report that only
cites its source, only sentences that name it are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from musterbook.expressions import regex
from musterbook.reconcile.doubts.garbled import published_later, retells
from musterbook.reconcile.doubts.holders import NEAREST, Holders, paragraphs
from musterbook.reconcile.wording.closed import Member, Swap
from musterbook.reconcile.wording.swaps import Lists
from musterbook.records import Claim, Doubt, Edge, Reading

_BREAK = regex(r"[,;:()«»“”]\s+|\n\s*")
_PASS_ON = ("channel",)  # kinds of newsrooms that report, and mostly tell what others report
_KNOWN_BY_ITSELF = frozenset({"attribution", "comparator", "status"})  # roles whose swaps need no name of a source
_LED_BY = 60  # characters shown before a word that is another


def swapped(own: Sequence[Claim], doubts: Sequence[Doubt], held: Holders, lists: Lists) -> Iterator[Doubt]:
    """Words put one for another where a rewrite tells what its source says.

    Args:
        own: The claims of one document; at least one.
        doubts: Those on it that are known.
        held: Of the whole book.
        lists: The closed lists of the vocabulary.
    """
    capture_id, named = own[0].capture_id, {d.claim: d.roles for d in doubts}
    later = held.reading_of(capture_id) if held.above(capture_id) else None
    for target, swap in _told_once(capture_id, later, held, lists) if later else ():
        earlier, theirs = held.reading_of(target), held.said.get(target, ())
        at = swap.now
        if later is None or earlier is None or any(c.id in named and c.get(at.role) == at.id for c in own):
            continue  # it is told already, of a statement that has the word from there
        if any(c.id in named and _is_told(c, named[c.id], at) for c in own):
            continue
        sentence = lists.passage(later, *later.sentence_at(at.start))
        if at.role == "status" and lists.is_of_the_unnamed(later, sentence):
            continue  # what nobody in particular says, the source may not have at all
        claim = _nearest(own, at.start)
        against = (_nearest(theirs, swap.was.start).id,) if theirs else ()
        words, start = ("", -1) if _meets(claim, at) else _around(later, at)
        was, now = earlier.text[swap.was.start : swap.was.end], later.text[at.start : at.end]
        paper = held.origins.paper(target)
        reason = f"its source ({paper.outlet or paper.name}) says otherwise: “{was}” has become “{now}”"
        edge = held.above(capture_id)[target][0].id
        yield Doubt("garbled", claim.id, against, reason, edge, (at.role,), words, start)


def _told_once(capture_id: str, later: Reading, held: Holders, lists: Lists) -> list[tuple[str, Swap]]:
    """Each thing that is put for another once, where it is told at greatest length, with the source."""
    above = held.above(capture_id)
    places = {t: _places(later, way, held, lists) for t, way in above.items()}
    loose = {t: _loose(later, way, held, lists) for t, way in above.items()}
    places = {t: spans for t, spans in places.items() if spans or loose[t]}
    nearest = islice((t for t in above if places), NEAREST)
    texts = {t: r for t in nearest if (r := held.reading_of(t))}
    found: dict[tuple[str, str, str], tuple[int, str, Swap]] = {}
    of_one = passes_on(capture_id, held) and has_one_source(later, capture_id, held, lists)
    for target in (t for t in places if t in texts and not held.corrects(capture_id, t)):
        others = [r for t, r in texts.items() if t != target and _may_know(t, target, held)]
        for swap in lists.swaps(later, texts[target], others):
            spans = (*places[target], *(loose[target] if of_one or swap.now.role in _KNOWN_BY_ITSELF else ()))
            length = next((e - s for s, e in spans if s <= swap.now.start < e), 0)
            same = (swap.now.role, swap.now.id, swap.was.id)
            if length and (same not in found or length > found[same][0]):
                found[same] = (length, target, swap)
    return [(target, swap) for _, target, swap in found.values()]


def _may_know(capture_id: str, target: str, held: Holders) -> bool:
    """Whether a document above does not have all from a source: it reports itself, or does not come from there."""
    return target not in held.above(capture_id) or not passes_on(capture_id, held)


def _places(later: Reading, way: Sequence[Edge], held: Holders, lists: Lists) -> Sequence[tuple[int, int]]:
    """The sentences of a document that come from where a way leads: of one that cites, those that name the source."""
    capture_id, press = way[0].capture_id, held.origins.press
    reports = held.origins.paper(capture_id).reports and not held.hearsay(capture_id)
    reports = reports and not passes_on(capture_id, held)
    if not reports and all(e.kind != "cites" or retells(e, held) for e in way):
        return later.sentences
    if len(way) == 1 and held.origins.relayed.all(way[0]):
        return later.sentences
    if way[0].kind != "cites" or any(e.kind == "cites" and not retells(e, held) for e in way[1:]):
        return ()
    source = held.origins.paper(way[0].target)
    if published_later(source.published, held.origins.paper(capture_id).published):
        return ()
    if held.origins.relayed.all(way[0]):
        return later.sentences
    named = {at for at, outlet in lists.outlets(later) if press.family(outlet) == source.family}
    named |= {
        c.quote.start
        for c in held.said.get(capture_id, ())
        if not c.told_to and c.attribution and press.voice(c.attribution[-1]).family == source.family
    }
    if reports:
        return [(s, e) for s, e in later.sentences if any(s <= at < e for at in named)]
    target = way[0].target
    apart = (e.target for e in held.origins.edges(capture_id) if not _one_chain(e.target, target, held))
    others = {held.origins.paper(t).family for t in apart} - {source.family}
    beside = {at for at, outlet in lists.outlets(later) if press.family(outlet) in others}
    told = [p for p in paragraphs(later) if _stands_in(p, named) and not _stands_in(p, beside)]
    return [(s, e) for s, e in later.sentences if any(a <= s < b for a, b in told)]


def _loose(later: Reading, way: Sequence[Edge], held: Holders, lists: Lists) -> Sequence[tuple[int, int]]:
    """The sentences of a digest that name no other source in their paragraph: of who would not speak, say."""
    capture_id = way[0].capture_id
    if not passes_on(capture_id, held) or published_later(
        held.origins.paper(way[0].target).published, held.origins.paper(capture_id).published
    ):
        return ()
    apart = (e.target for e in held.origins.edges(capture_id) if not _one_chain(e.target, way[0].target, held))
    others = {held.origins.paper(t).family for t in apart} - {held.origins.paper(way[0].target).family}
    beside = {at for at, outlet in lists.outlets(later) if held.origins.press.family(outlet) in others}
    told = [p for p in paragraphs(later) if not _stands_in(p, beside)]
    return [(s, e) for s, e in later.sentences if any(a <= s < b for a, b in told)]


def passes_on(capture_id: str, held: Holders) -> bool:
    """Whether a document only passes on what others report: it is a rewriter's, or a channel's that nobody told."""
    paper = held.origins.paper(capture_id)
    told = any(c.told_to and not _names_another(c, paper.family, held) for c in held.said.get(capture_id, ()))
    return not told and (not paper.reports or paper.kind in _PASS_ON)


def _names_another(claim: Claim, family: str, held: Holders) -> bool:
    """Whether what somebody told a newsroom was told to another one than the document's own."""
    voices = map(held.origins.press.voice, claim.attribution)
    return any(v.kind == "outlet" and v.family != family for v in voices)


def _is_office(name: str, held: Holders) -> bool:
    """Whether a name is an office's or somebody's, and no newsroom's."""
    press = held.origins.press
    return press.voice(name).kind != "outlet" or press.kind(name) == "official"


def has_one_source(later: Reading, capture_id: str, held: Holders, lists: Lists) -> bool:
    """Whether all that a document comes from is one report and what that comes from, and it names no other outlet."""
    origins = held.origins
    edges = [e for e in origins.edges(capture_id) if e.target or not _is_office(e.named, held)]
    targets = [e.target for e in edges]
    if not all(t and all(t == other or _one_chain(t, other, held) for other in targets) for t in targets):
        return False
    known = {origins.paper(i).family for i in (capture_id, *held.above(capture_id))}
    return all(origins.press.family(outlet) in known for _, outlet in lists.outlets(later))


def _one_chain(one: str, other: str, held: Holders) -> bool:
    """Whether one of two documents comes from the other: "A reports with reference to B"."""
    return one in held.above(other) or other in held.above(one)


def _stands_in(span: tuple[int, int], places: Iterable[int]) -> bool:
    return any(span[0] <= at < span[1] for at in places)


def _is_told(claim: Claim, roles: Sequence[str], word: Member) -> bool:
    """Whether a doubt of a statement is of a word in it: of what was changed there, where that is known."""
    if not _meets(claim, word):
        return False
    changed = [(a.start, a.end) for a in claim.args if a.role in roles and a.start >= 0]
    return word.role in roles or not changed or any(s < word.end and word.start < e for s, e in changed)


def _meets(claim: Claim, word: Member) -> bool:
    return claim.quote.start < word.end and word.start < claim.quote.end


def _around(reading: Reading, word: Member) -> tuple[str, int]:
    """A word with those that lead up to it in its clause, and where they begin."""
    first = max((s for s, _ in reading.sentences if s <= word.start), default=word.start)
    before = reading.text[max(first, word.start - _LED_BY) : word.start]
    clause = max((m.end() for m in _BREAK.finditer(before)), default=0)
    if not clause and len(before) == _LED_BY:
        clause = before.find(" ") + 1
    start = word.start - len(before) + clause
    return reading.text[start : word.end], start


def _nearest(claims: Sequence[Claim], at: int) -> Claim:
    """The statement that a place in a text is in, or that stands nearest to it."""
    return min(claims, key=lambda c: (max(c.quote.start - at, at - c.quote.end + 1, 0), c.quote.start, c.id))
