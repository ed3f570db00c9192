"""Garbled echoes: statements that say otherwise than what their document was made from.

In: the claims of one document, `Holders`, a vocabulary. Out: `Doubt` records of kind ``garbled``, each with the
source's claim and the edge that leads to it. Never holds a statement against a source that it is not taken from,
nor against one value of a list of which both documents have the others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from musterbook.expressions import regex
from musterbook.reconcile.doubts.altered import (
    DRAFTS,
    MEASURES,
    UNITS,
    Kinship,
    altered,
    reason_of,
    redated,
    renamed,
    stands,
)
from musterbook.reconcile.doubts.holders import NEAREST, Holders, paragraphs
from musterbook.reconcile.doubts.spared import Spared
from musterbook.reconcile.origins.nearly import figures_stand_in
from musterbook.records import Claim, Doubt, Edge, PartialDate
from musterbook.vocabulary import Vocabulary
from musterbook.vocabulary.spelling import key, skeleton

UNSAID = ("assessment", "source.verification")  # judgements, which are their holders' own
_ALIKE = 0.6  # share of the words of the shorter sentence that two sentences worded alike have in common
_FEW = 4  # words of a sentence below which it is like many
_IN_COMPANY = 50  # how much more alike two statements are that name the same other region beside
_GROWS, _LONG_AFTER = ("recruitment.", "unit.", "programme.", "official."), 7  # levels; days
_NEAR = 60  # characters before a statement in which a word says that it is done
_BY_DEFAULT = "month"  # what pay is held to be per where nothing is said
_FIGURE = regex(r"\d+(?:[\s.,]\d{3}(?!\d))*")
_TIMED = frozenset({"period", "per"})  # roles of the time that a sum is paid for
_PRESENT = "present"  # the word of what is done that tells of what is promised as well
_RULED, _WILL = ("pay.", "benefit."), "will"  # types of what rules give; the words of the future, of plans
_SHARED = 2  # statements in common from which on a document without reporters retells the report that it names


def titles_of(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Every spelling of every title that a vocabulary knows, with the title."""
    found = {key(s.text): s.id for s in vocabulary.surfaces if s.kind == "title"}
    named = {key(n): i for (kind, i), e in vocabulary.entries.items() if kind == "title" for n in e.names.values()}
    return {**found, **named}


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two statements of which one may be the other, garbled."""

    changed: tuple[str, ...]
    unlike: int
    source: Claim
    claim: Claim

    @property
    def order(self) -> tuple[int, int, str, str]:
        """The likest first."""
        return len(self.changed), self.unlike, self.source.id, self.claim.id


def garbled(own: Sequence[Claim], held: Holders, titles: Mapping[str, str], spared: Spared) -> Iterator[Doubt]:
    """Statements that differ from what the document's source says in their stead.

    Args:
        own: The claims of one document.
        held: Of the whole book.
        titles: Key → title, of the vocabulary.
        spared: What knows the words around statements.

    Yields:
        At most one doubt a statement and source, the nearest source first.
    """
    taken: set[str] = set()
    for target, way in held.above(own[0].capture_id).items() if own else ():
        if held.corrects(own[0].capture_id, target):
            continue
        relayed = [c for c in own if _relayed(c, way, held)]
        used: set[str] = set()
        for pair in sorted(_pairs(relayed, own, target, way, held), key=lambda p: p.order):
            if pair.claim.id not in taken and pair.source.id not in used:
                if spared.is_so(pair.changed, pair.source, pair.claim):
                    continue
                taken.add(pair.claim.id)
                used.add(pair.source.id)
                yield _doubt(pair, way[0], held)
        for pair in _same_but(relayed, target, held, titles):
            yield _doubt(pair, way[0], held)


def _doubt(pair: _Pair, edge: Edge, held: Holders) -> Doubt:
    paper = held.origins.paper(pair.source.capture_id)
    told = reason_of(pair.source, pair.claim, pair.changed, held.questions)
    reason = f"its source ({paper.outlet or paper.name or pair.source.doc}) says otherwise: {told}"
    return Doubt("garbled", pair.claim.id, (pair.source.id,), reason, edge.id, pair.changed)


def _pairs(
    relayed: Sequence[Claim], own: Sequence[Claim], target: str, way: Sequence[Edge], held: Holders
) -> Iterator[_Pair]:
    """Statements of a document with those of its source that stand there instead."""
    statement, there = held.questions.statement, held.said.get(target, ())
    mine, theirs = {statement(c)[:2] for c in own}, {statement(c)[:2] for c in there}
    careful = any(map(_is_draft, own))
    of_type = _answers(own, held), _answers(there, held)
    derived = all(e.kind != "cites" or retells(e, held) for e in way)
    one_newsroom = held.of_one_newsroom(own[0].capture_id, target)
    for claim in relayed:
        if statement(claim)[:2] in theirs or any(stands(s, claim, held.questions) for s in there):
            continue
        if _elsewhere(claim, target, held):
            continue
        for source in there:
            if source.type != claim.type or statement(source)[:2] in mine:
                continue
            placed = _one_place(source, there, claim) or _one_place(claim, own, source)
            only = all(answers[claim.type] == 1 for answers in of_type)
            kin = Kinship(derived, True, one_newsroom, only, placed)
            if not altered(source, claim, held.questions, kin):
                continue  # the texts, which cost the most, are asked for last
            kin = replace(kin, worded=_worded_alike(source, claim, held))
            changed = altered(source, claim, held.questions, kin)
            if not changed or _both_say(changed, source, claim, own, there):
                continue
            if changed == ("status",) and (careful or not _told_done(source, claim, held)):
                continue
            if _is_since(source, claim, held) or (not derived and _later_state(source, claim, changed)):
                continue
            if _has_changed(changed, source, claim, held) or _is_per_both(changed, source, claim, held):
                continue
            if not kin.worded and _read_otherwise(changed, source, claim, held):
                continue
            unlike = _unlike(source, claim, changed) - _IN_COMPANY * bool(
                _company(source, there) & _company(claim, own)
            )
            yield _Pair(changed, unlike, source, claim)


def _gives(claim: Claim, words: str, held: Holders) -> bool:
    """Whether the sentence of a statement has the word for its unit of time; where the text is not at hand, it may."""
    reading, known = held.reading_of(claim.capture_id), held.questions.words(claim.language, words)
    if reading is None or known is None:
        return True
    start, end = reading.sentence_at(claim.quote.start)
    return any(m.lastgroup == _BY_DEFAULT for m in known.finditer(reading.text, start, end))


def _has_changed(changed: Sequence[str], source: Claim, claim: Claim, held: Holders) -> bool:
    """Whether a figure is told of as a new one, in a report of its own on what was raised or cut since."""
    own = held.reading_of(claim.capture_id)
    if own is None or "region" in changed or not held.origins.paper(claim.capture_id).reports:
        return False
    words = held.questions.words(claim.language, "swap_change")
    start, end = own.sentence_at(claim.quote.start)
    return bool(words and words.search(own.text, start, end)) and source.published < claim.published


def _is_per_both(changed: Sequence[str], source: Claim, claim: Claim, held: Holders) -> bool:
    """Whether the sentence of what is paid per a time also has the word for its source's: it tells of two sums."""
    own, words = held.reading_of(claim.capture_id), held.questions.words(claim.language, "swap_period")
    if own is None or words is None or not _TIMED.issuperset(changed):
        return False
    start, end = own.sentence_at(claim.quote.start)
    there = {source.get(r) for r in changed}
    return not there.isdisjoint(m.lastgroup for m in words.finditer(own.text, start, end))


def _told_done(source: Claim, claim: Claim, held: Holders) -> bool:
    """Whether what is planned is told in words of what is done; where the text is not at hand, it may."""
    reading, language = held.reading_of(claim.capture_id), claim.language
    done, plan = held.questions.words(language, "swap_done"), held.questions.words(language, "swap_plan")
    if reading is None or done is None or plan is None or source.status != "planned":
        return True
    may, at = held.questions.words(language, "swap_may"), reading.sentence_at(claim.quote.start)
    if (
        plan.search(claim.quote.exact)
        or (may and may.search(reading.text, *at))
        or (claim.type.startswith(_RULED) and _is_ruled(source, held))
    ):
        return False
    start, end = reading.sentence_at(claim.quote.start)
    told = done.finditer(reading.text, max(start, claim.quote.start - _NEAR), end)
    no = held.questions.words(language, "swap_not")
    denied = [m.end() for m in no.finditer(reading.text, start, end)] if no else []
    return any(m.lastgroup != _PRESENT and m.start() - 1 not in denied for m in told)


def _is_ruled(source: Claim, held: Holders) -> bool:
    """Whether what will be paid follows from a rule that is made: no word says that anybody only plans it."""
    reading, plan = held.reading_of(source.capture_id), held.questions.words(source.language, "swap_plan")
    if reading is None or plan is None:
        return False
    start, end = reading.sentence_at(source.quote.start)
    return all(m.lastgroup == _WILL for m in plan.finditer(reading.text, start, end))


def _read_otherwise(changed: Sequence[str], source: Claim, claim: Claim, held: Holders) -> bool:
    """Whether both documents have both values, if not in one statement: then they are of two things, read as one."""
    if "stage" in changed and len(_FIGURE.findall(claim.quote.exact)) > 1:
        return True
    if UNITS.issuperset(changed) and source.get("period") == _BY_DEFAULT and not _gives(source, "swap_period", held):
        return True
    if set(changed) & set(MEASURES):
        above = [t for t in held.above(claim.capture_id) if t in held.said]
        return any(figures_stand_in(claim, held.reading_of(t)) for t in above[:NEAREST])
    if tuple(changed) != ("region",):
        return False
    mine, there = ({c.get("region") for c in held.said.get(i, ())} for i in (claim.capture_id, source.capture_id))
    return source.get("region") in mine and claim.get("region") in there


def _is_since(source: Claim, claim: Claim, held: Holders) -> bool:
    """Whether a statement is on what is so from a day on that its source was published before."""
    since = claim.get(held.questions.roles(claim.type).since)
    if not isinstance(since, str) or claim.get("region") != source.get("region"):
        return False
    try:
        begun, published = PartialDate.parse(since).earliest, PartialDate.parse(claim.published).latest
        return PartialDate.parse(source.published).latest < begun <= published
    except ValueError:
        return False


def _later_state(source: Claim, claim: Claim, changed: Sequence[str]) -> bool:
    """Whether a level that grows is told of long after the cited report: its source may have said more since."""
    if not claim.type.startswith(_GROWS) or not published_later(source.published, claim.published):
        return False
    values = [(source.get(r), claim.get(r)) for r in changed]
    return all(isinstance(a, int | float) and isinstance(b, int | float) and b > a for a, b in values)


def published_later(earlier: str, later: str) -> bool:
    """Whether a report came so long after another that what it cites may be a later word of the same source."""
    try:
        one, two = PartialDate.parse(earlier), PartialDate.parse(later)
    except ValueError:
        return False
    return (two.earliest - one.latest).days >= _LONG_AFTER


def _one_place(claim: Claim, said: Sequence[Claim], other: Claim) -> bool:
    """Whether a statement without a region stands in a document that speaks of the other's region alone."""
    region = other.get("region")
    return claim.get("region") is None and {r for c in said if (r := c.get("region"))} == {region}


def _answers(claims: Sequence[Claim], held: Holders) -> Counter[str]:
    """How many questions of each type a document answers."""
    return Counter(type_ for type_, _ in {(c.type, held.questions.statement(c)[0]) for c in claims})


def _relayed(claim: Claim, way: Sequence[Edge], held: Holders) -> bool:
    """Whether a statement comes from where a way leads: wherever a report only cites the next, it is attributed."""
    if claim.type.startswith(UNSAID) and not claim.attribution:
        return False
    for edge in way:
        if edge.kind != "cites":
            continue
        if edge.capture_id == claim.capture_id:
            if not _cites(claim, edge, held):
                return False
        elif not _carried(claim, edge, held):
            return False
    return True


def _cites(claim: Claim, edge: Edge, held: Holders) -> bool:
    """Whether a statement is said to be the cited outlet's: what else a digest says need not come from it."""
    origins = held.origins
    family = origins.paper(edge.target).family
    voices = [v for v in map(origins.press.voice, claim.attribution) if v.kind != "described"]
    if claim.attribution and voices:
        return voices[-1].family == family
    if claim.told_to:
        return False
    if origins.relayed.all(edge) or origins.relayed.around(claim, edge):
        return True
    return retells(edge, held) or _tells_one(edge, held) or _in_its_part(claim, edge, held)


def _in_its_part(claim: Claim, edge: Edge, held: Holders) -> bool:
    """Whether a digest that reports nothing itself names a source, and no other, in a statement's paragraph."""
    origins, reading = held.origins, held.reading_of(edge.capture_id)
    if reading is None or origins.paper(edge.capture_id).reports:
        return False
    part = next((p for p in paragraphs(reading) if p[0] <= claim.quote.start < p[1]), (0, 0))
    beside = [c for c in held.said.get(edge.capture_id, ()) if part[0] <= c.quote.start < part[1]]
    voices = [origins.press.voice(c.attribution[-1]) for c in beside if c.attribution]
    return {v.family for v in voices if v.kind == "outlet"} == {origins.paper(edge.target).family}


def retells(edge: Edge, held: Holders) -> bool:
    """Whether a document is one report told again: nobody of its own reports, it names no other source.

    What such a text says of the same things it has from there, whether or not it says so at every sentence.
    """
    origins = held.origins
    own = held.said.get(edge.capture_id, ())
    family = origins.paper(edge.target).family
    if edge.kind != "cites" or origins.paper(edge.capture_id).reports or _was_told(own, family, held):
        return False
    voices = [origins.press.voice(c.attribution[-1]) for c in own if c.attribution]
    if any(v.kind == "outlet" and v.family != family for v in voices):
        return False
    others = {e.target for e in origins.edges(edge.capture_id)} - {edge.target, ""}
    if others - set(held.above(edge.target)):
        return False
    return (
        origins.paper(edge.capture_id).kind == "rewriter" or sum(origins.says(edge.target, c) for c in own) >= _SHARED
    )


def _tells_one(edge: Edge, held: Holders) -> bool:
    """Whether a report has one source and nobody else's word: it goes on telling what it began to attribute."""
    origins, own = held.origins, held.said.get(edge.capture_id, ())
    family = origins.paper(edge.target).family
    if {e.target for e in origins.edges(edge.capture_id)} != {edge.target} or _was_told(own, family, held):
        return False
    voices = [origins.press.voice(c.attribution[-1]).family for c in own if c.attribution]
    return set(voices) == {family} and len(voices) >= max(_SHARED, len(own) / 2)


def _was_told(own: Sequence[Claim], family: str, held: Holders) -> bool:
    """Whether somebody told a document's newsroom something, and not the one that it names."""
    voice = held.origins.press.voice
    return any(c.told_to and not any(voice(n).family == family for n in c.attribution) for c in own)


def _carried(claim: Claim, edge: Edge, held: Holders) -> bool:
    """Whether a document further up had a statement from a report that it only cites."""
    origins = held.origins
    family = origins.paper(edge.target).family
    if any(origins.press.voice(n).family == family for n in claim.attribution):
        return True
    if origins.relayed.all(edge) or retells(edge, held):
        return True
    statement = held.questions.statement
    said = [c for c in held.said.get(edge.capture_id, ()) if statement(c)[0] == statement(claim)[0]]
    return any(origins.press.voice(n).family == family for c in said for n in c.attribution)


def _both_say(
    changed: Sequence[str], source: Claim, claim: Claim, own: Sequence[Claim], there: Sequence[Claim]
) -> bool:
    """Whether either document says the other's value as well: then it belongs to another statement of a list."""
    roles = [r for r in changed if r not in ("status", "polarity")]
    roles += [r for r in MEASURES if roles and r not in roles and source.get(r) is not None]
    if not roles or not set(changed) - {"status", "polarity"}:
        return False

    def say(claims: Sequence[Claim], one: Claim) -> bool:
        return any(c.type == one.type and all(c.get(r) == one.get(r) for r in roles) for c in claims)

    return say(there, claim) or say(own, source)


def _elsewhere(claim: Claim, target: str, held: Holders) -> bool:
    """Whether a value occurs outside what is downstream of a source, or on another's word."""
    origins = held.origins
    origin = origins.of(claim)
    above = held.above(claim.capture_id)
    known = {origins.paper(t).family for t in above} | {origins.paper(claim.capture_id).family}
    via = next((e.target for e in origins.edges(claim.capture_id) if e.id == origin.via), "")
    if via and via != target and origins.says(via, claim) and not origins.says(target, claim):
        return True
    speaks = any(origin.name in c.attribution for c in origins.claims_of(target)) if origin.name else False
    told = _was_told([claim], origins.paper(target).family, held)
    if told or (origin.name and origin.family not in known and not speaks):
        return told or origins.paper(target).family != origin.family
    return held.outside(claim, target)


def _is_draft(claim: Claim) -> bool:
    """Whether a statement speaks of a draft: who does so does not tell it as law."""
    return claim.status == "proposed" or claim.get("stage") in DRAFTS or claim.get("instrument") == "bill"


def _company(claim: Claim, said: Sequence[Claim]) -> set[object]:
    """The other regions of which the same words say the same."""
    return {
        c.get("region")
        for c in said
        if c.type == claim.type and c.quote == claim.quote and c.get("region") not in (None, claim.get("region"))
    }


def _unlike(source: Claim, claim: Claim, changed: Sequence[str]) -> int:
    """How far the words of two quotes are apart, so that like is held against like."""
    one, two = set(skeleton(source.quote.exact).split()), set(skeleton(claim.quote.exact).split())
    return 100 - round(100 * len(one & two) / max(1, len(one | two))) + 10 * ("region" not in changed)


def _worded_alike(source: Claim, claim: Claim, held: Holders) -> bool:
    """Whether two statements stand in sentences of one language that have most words in common."""
    if source.language != claim.language:
        return False
    one, two = _words(source, held), _words(claim, held)
    short = min(len(one), len(two))
    return short >= _FEW and len(one & two) >= _ALIKE * short


def _words(claim: Claim, held: Holders) -> set[str]:
    """The words of the sentence that a statement stands in, or of its quote where the text is not at hand."""
    reading = held.reading_of(claim.capture_id)
    at = claim.quote.start
    if reading is None:
        return set(key(claim.quote.exact).split())
    start, end = reading.sentence_at(at)
    return set(key(reading.text[start:end]).split())


def _has_year(claim: Claim, role: str, held: Holders) -> bool:
    """Whether a text gives a date with its year; where the text is not at hand, it may."""
    reading = held.reading_of(claim.capture_id)
    date = next((a for a in claim.args if a.role == role), None)
    if reading is None or date is None:
        return date is not None
    return str(date.value)[:4] in reading.text[date.start : date.end]


def _same_but(relayed: Sequence[Claim], target: str, held: Holders, titles: Mapping[str, str]) -> Iterator[_Pair]:
    """The same statement, with another rank, body or year."""
    there: dict[object, list[Claim]] = defaultdict(list)
    for source in held.said.get(target, ()):
        there[held.questions.statement(source)].append(source)
    for claim in relayed:
        found = there.get(held.questions.statement(claim), [])
        changed = renamed(found[0], claim, held.origins.press, titles) if found else ()
        role = held.questions.roles(claim.type).since
        dated = [c for c in (*found, claim) if _has_year(c, role, held)]
        if len(dated) > len(found) > 0 and role and all(redated(s, claim, held.questions) for s in found):
            changed = (*changed, role)
        if changed:
            yield _Pair(changed, 0, found[0], claim)
