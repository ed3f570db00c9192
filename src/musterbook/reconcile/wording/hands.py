"""Who does what in two texts, and whether it is done.

In: two texts with their closed lists, and which of their sentences tell the same. Out: `Swap` records, where a deed
of the source (to pay, to head, to order, to decline to comment) is told of another body or office, of another rank of
one, as done where it is planned, or as not done. Never compares clauses that name several of them, nor deeds that the
source tells of both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from musterbook.expressions import regex
from musterbook.reconcile.wording.closed import Member, Swap, Text
from musterbook.reconcile.wording.cues import (
    ACT,
    ANONYMOUS,
    BE,
    BY,
    DEED,
    DONE,
    EXTENT,
    NOT,
    ONLY,
    OPPOSITE,
    PARTY,
    REFUSALS,
    SAYING,
    SPEAKER,
    is_below,
    is_given,
)
from musterbook.reconcile.wording.quantities import STATUS, Together, mode_at, told_surer
from musterbook.reconcile.wording.retold import Sentence, beginning

_PAYER, _ISSUER = "payer", "issuer"
_ROLES = {"pays": "payer", "heads": "position", "signed": "position", "ordered": _ISSUER, "inspects": "actor"}
_RANKED, _BUDGET, _OFFICE, _TITLE = ("position",), "budget", "office", "title"
_PLACES, _RULE = ("region", "counted regions"), "jurisdiction"
_QUOTED = regex(r"[«“\"][^»”\"]{12,}[»”\"]")
_SPEAK = (_OFFICE, _TITLE, SPEAKER)  # lists of those who may say something
_OFFICIAL = "official"  # the hand of all who hold an office, where they are held against those who do not
_BESIDE = 24  # characters between a word of saying and who is next to it
_NEXT, _SHORT = 24, 3  # characters up to the word that is denied; letters of words that say too little
_RIGHT_AFTER = 1
_NO, _ITSELF = "no_", "itself"  # of ids: the side of a word that has an opposite; a negation of what it stands for
_NEAR = 60  # characters between a word of saying and who says it
_ANSWERS = {"denied", "confirmed"}  # deeds of those who spoke
_AFTER, _HEADS = {"answers", "decides"}, "heads"  # deeds that are told before who does them
_INVERTING = {"ru"}  # languages that tell of a deed before who does it, and only its case shows that
_BY_ITSELF = {"declined", "silent", "heads"}  # deeds that a report tells once
_BY_MANY = {"recruits", "reports"}  # deeds that a report tells of again and again, of one doer or another
_PLAIN = {"signed", "confirmed", "denied", "declined", "silent"}  # deeds that are told of the past, whatever the words


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is done in a clause, by whom, and whether it is."""

    word: Member
    sentence: int
    doer: Member | None
    hand: str
    mode: Member | None
    negated: Member | None
    denied: bool


def hands(texts: tuple[Text, Text], further: Sequence[Text], together: Together) -> Iterator[Swap]:
    """Deeds that are told otherwise than the source tells them.

    Args:
        texts: The later text, and its source.
        further: Further texts above the later one.
        together: The sentences that tell the same.
    """
    ours, theirs = (t.once("deeds", _deeds) for t in texts)
    others = [d for t in further for d in t.once("deeds", _deeds)]
    pairs = {(o.start, t.start) for o, t in together}
    for kind in sorted({d.word.id for d in ours} & {d.word.id for d in theirs}):
        mine, there, elsewhere = ([d for d in found if d.word.id == kind] for found in (ours, theirs, others))
        once = sum(bool(d.doer) for d in mine) == sum(bool(d.doer) for d in there) == 1
        one = [(a, b) for a in mine for b in there if (a.sentence, b.sentence) in pairs]
        told = [a for a in mine if any(a is p[0] for p in one)], [b for b in there if any(b is p[1] for p in one)]
        if kind not in _BY_ITSELF and not once:
            mine, there = told
        if kind not in _BY_MANY:
            told_of = [d for d in (*elsewhere, *theirs) if d.word.id == kind]
            yield from _other_hand(mine, there, told_of, _ROLES.get(kind, "attribution"), texts)
        if one and kind not in _BY_MANY:
            yield from _surer(*told, elsewhere, texts)
    yield from _answered(texts, further, others, pairs)
    yield from _not_so(texts, further, together)
    yield from _in_its_mouth(texts, further, pairs)
    yield from _said_by_another(texts, further, together)
    yield from _everywhere(texts, further, theirs)
    yield from _always(texts, further, together)


def _answered(
    texts: tuple[Text, Text], further: Sequence[Text], others: Sequence[_Deed], pairs: Collection[tuple[int, int]]
) -> Iterator[Swap]:
    """A word of who would not speak: he has denied or confirmed it, or says something else."""
    now, was = texts
    ours, theirs = ([d for d in t.once("deeds", _deeds) if d.word.id in _ANSWERS | REFUSALS] for t in texts)
    known = {d.word.id for d in (*theirs, *others)}
    for own, there in sorted(pairs):
        both = (ours, own), (theirs, there)
        mine, quiet = ({d.word.id: d for d in found if d.sentence == at} for found, at in both)
        fresh = [d for i, d in mine.items() if i in _ANSWERS and i not in known]
        gone = [d for i, d in quiet.items() if i in REFUSALS and i not in mine]
        if fresh and gone:
            yield Swap(fresh[0].word.of("polarity"), gone[0].word.of("polarity"))
    silent = {d.hand: d.word for d in theirs if d.word.id in REFUSALS and d.doer}
    spoke = {h for t in (was,) for h in _heard(t)} | {d.hand for d in ours if d.word.id in REFUSALS}
    spoke |= {d.hand for d in others} | {h for t in further for h in _heard(t)}
    for hand, word in _heard(now).items():
        if hand in silent.keys() - spoke:
            yield Swap(word.of("polarity"), silent[hand].of("polarity"))


def _heard(text: Text) -> Mapping[str, Member]:
    """The hands that a clause has say something, with the word for it, where nobody else stands there."""
    found: dict[str, Member] = {}
    for word in (c for c in text.cues if c.role == SAYING):
        start, end = text.clause(word.start)
        parties = [m for m in text.parties if start <= m.start < end and abs(m.start - word.start) <= _NEAR]
        first, last = text.reading.sentence_at(word.start)
        passes_on = any(first <= at < last for at, _ in text.outlets)
        refuses = passes_on or any(c.role == DEED and c.id in REFUSALS and start <= c.start < end for c in text.cues)
        if len({text.hand(m.id) for m in parties}) == 1 and not refuses:
            found.setdefault(text.hand(parties[0].id), word)
    return found


def _other_hand(
    ours: Sequence[_Deed], theirs: Sequence[_Deed], others: Sequence[_Deed], role: str, texts: tuple[Text, Text]
) -> Iterator[Swap]:
    mine, there = ([d for d in found if d.doer] for found in (ours, theirs))
    known = {d.hand for d in (*there, *others)}
    fresh = [d.doer for d in mine if d.doer and d.hand not in known]
    gone = [d.doer for d in there if d.doer and d.hand not in {m.hand for m in mine}]
    if role in (_ISSUER, *_RANKED):  # regions and employers are whom somebody orders
        fresh, gone = ([m for m in found if m.role in (_OFFICE, _TITLE)] for found in (fresh, gone))
    if role == _PAYER:  # who pays for one thing is told of beside who pays for another
        still = {texts[0].hand(m.id) for m in texts[0].parties}
        gone = [m for m in gone if texts[1].hand(m.id) not in still]
    if fresh and gone and len({m.id for m in fresh}) == 1:
        yield Swap(fresh[0].of(role), gone[0].of(role))
    elif role in _RANKED:
        for one in mine:
            same = [d.doer for d in there if d.hand == one.hand and d.doer]
            if one.doer and same and all(_is_low(m, texts[1]) != _is_low(one.doer, texts[0]) for m in same):
                yield Swap(one.doer.of(role), same[0].of(role))
                return


def _surer(
    ours: Sequence[_Deed], theirs: Sequence[_Deed], others: Sequence[_Deed], texts: tuple[Text, Text]
) -> Iterator[Swap]:
    """What is planned told as done, and what is not done as done."""
    mine, there = ([d.mode for d in found if d.mode] for found in (ours, theirs))
    if any(d.mode is None or d.mode.role == DONE for d in others):
        return
    is_plain = ours[0].word.id in _PLAIN
    if not is_plain and mine and len(there) == len(theirs) and told_surer(mine, there, texts):
        yield Swap(Member(STATUS, f"actual {ours[0].word.id}", *mine[0].span), there[0].of(STATUS))
    no = [d.negated for d in theirs if d.negated]
    if len(no) == len(theirs) and not any(d.negated or d.denied for d in (*ours, *others)):
        yield Swap(ours[0].word.of("polarity"), no[0].of("polarity"))


def _not_so(texts: tuple[Text, Text], further: Sequence[Text], together: Together) -> Iterator[Swap]:
    """A word that is denied in one of two sentences of one language, and stands in the other without."""
    now, was = texts
    if now.reading.language != was.reading.language:
        return
    same = [t for t in further if t.reading.language == now.reading.language]
    known = {w for text in same for s in text.sentences for w in _negated(text, s)}
    for own, theirs in together:
        mine, there = _negated(now, own), _negated(was, theirs)
        negative = any(theirs.start <= c.start < theirs.end for c in was.of(NOT)) or _is_negative(was, theirs)
        fresh = [m for w, m in mine.items() if w in theirs.words and w not in known and not negative]
        denied = any(c.role == NOT and own.start <= c.start < own.end for c in now.cues)
        lost = [(w, m) for w, m in there.items() if w in own.words and not denied and not _affirmed(w, own, same)]
        lost = [(w, m) for w, m in lost if len(_where(was, theirs, w)) == 1]  # said and denied there, it is of two
        if fresh:
            yield Swap(fresh[0].of("polarity"), Member("polarity", "affirmed", theirs.start, theirs.end))
        elif lost:
            said = _word(now, own, lost[0][0])
            yield Swap(Member("polarity", "affirmed", *said), lost[0][1].of("polarity"))


def _is_negative(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence says in words of its own that something is not so: it waits, it lacks, it is late."""
    return any(c.id.startswith(_NO) for c in text.of(OPPOSITE) if sentence.start <= c.start < sentence.end)


def _affirmed(stem: str, own: Sentence, further: Sequence[Text]) -> bool:
    """Whether another source tells the same, and does not deny it."""
    near = ((t, s) for t in further for s in t.near(own)[:1])
    return any(stem in s.words and stem not in _negated(t, s) for t, s in near)


def _negated(text: Text, sentence: Sentence) -> dict[str, Member]:
    """The beginnings of the words that follow on a negation, with it."""
    found: dict[str, Member] = {}
    quiet = [d.span for d in text.of(DEED) if d.id in REFUSALS]
    denials = (c for c in text.of(NOT) if c.id != _ITSELF and not any(s <= c.start < e for s, e in quiet))
    for word in (c for c in denials if sentence.start <= c.start < sentence.end):
        is_be = any(c.role == BE and c.start == word.end + 1 for c in text.cues)
        for stem in text.words.between(word.end, min(sentence.end, word.end + _NEXT))[is_be : is_be + 1]:
            if len(stem) > _SHORT:
                found[beginning(stem)] = word
    return found


def _word(text: Text, sentence: Sentence, stem: str) -> tuple[int, int]:
    """Where a word of a sentence stands, by its beginning."""
    return next(iter(_where(text, sentence, stem)), (sentence.start, sentence.end))


def _where(text: Text, sentence: Sentence, stem: str) -> list[tuple[int, int]]:
    """All places of a word in a sentence, by its beginning."""
    spans = (w for w in text.words.every if sentence.start <= w[0] < sentence.end)
    return [(s, e) for s, e in spans if beginning(text.reading.text[s:e].casefold()) == stem]


def _in_its_mouth(
    texts: tuple[Text, Text], further: Sequence[Text], pairs: Collection[tuple[int, int]]
) -> Iterator[Swap]:
    """A body that speaks where the source has somebody without a name, and does not name it."""
    now, was = texts
    there = {text.hand(m.id) for text in (was, *further) for m in text.parties}
    unnamed = [c for c in was.cues if c.role == ANONYMOUS]
    if not unnamed:
        return
    is_told = any(c.role == ANONYMOUS for c in now.cues)
    for word in (c for c in now.cues if c.role == (ANONYMOUS if is_told else SAYING)):
        start, end = now.clause(word.start)
        speaking = [m for m in now.parties if start <= m.start < end and abs(m.start - word.start) <= _NEAR]
        fresh = [m for m in speaking if m.role in (_OFFICE, _TITLE) and now.hand(m.id) not in there]
        own = now.reading.sentence_at(word.start)[0]
        same = [c for c in unnamed if (own, was.reading.sentence_at(c.start)[0]) in pairs]
        if same and len({m.id for m in fresh}) == 1:
            yield Swap(fresh[0].of("attribution"), same[0].of("attribution"))
            return


def _said_by_another(texts: tuple[Text, Text], further: Sequence[Text], together: Together) -> Iterator[Swap]:
    """What somebody said, told as another's word: a fighter's as an official's."""
    now, was = texts
    for own, theirs in together:
        mine, there = _speakers(now, (own.start, own.end)), _speakers(was, (theirs.start, theirs.end))
        if len(mine) != 1 or len(there) != 1 or mine.keys() == there.keys():
            continue
        beside = [{m.id for m in (*t.parties, *t.cues) if s <= m.start < e} for t, s, e in _spans(texts, own, theirs)]
        fresh, gone = next(iter(mine.values())), next(iter(there.values()))
        known = {h for text in further for h in _speakers(text, (0, len(text.reading.text)))}
        if fresh.id not in beside[1] and gone.id not in beside[0] and known.isdisjoint(mine):
            yield Swap(fresh.of("attribution"), gone.of("attribution"))


def _spans(texts: tuple[Text, Text], own: Sentence, theirs: Sentence) -> list[tuple[Text, int, int]]:
    return [(text, s.start, s.end) for text, s in zip(texts, (own, theirs), strict=True)]


def _speakers(text: Text, span: tuple[int, int]) -> Mapping[str, Member]:
    """Who speaks in a passage, by whose hand it is: those beside words of saying, quotes left out."""
    return text.once(("speakers", span), lambda known: _speaking(known, span))


def _speaking(text: Text, span: tuple[int, int]) -> Mapping[str, Member]:
    start, end = span
    words = [c for c in text.cues if c.role == SAYING and start <= c.start < end]
    quoted = [m.span() for m in _QUOTED.finditer(text.reading.text, start, end)]
    counted = {f.end + 1 for f in text.figures}  # 226 residents say nothing
    every = [m for m in (*text.parties, *text.of(SPEAKER)) if m.role in _SPEAK and start <= m.start < end]
    every = [m for m in every if m.start not in counted and not any(s <= m.start < e for s, e in quoted)]
    every = [m for m in every if not is_given(text.reading.text, m.start, m.end)]
    found: dict[str, Member] = {}
    for word in words:
        rated = ((max(m.start - word.end, word.start - m.end), m.start, m) for m in every)
        near = min((r for r in rated if r[0] <= _BESIDE), key=lambda r: r[:2], default=None)
        if near:
            one = near[2]
            found.setdefault(_OFFICIAL if one.role != SPEAKER else one.id, one)
    return found


def _everywhere(texts: tuple[Text, Text], further: Sequence[Text], theirs: Sequence[_Deed]) -> Iterator[Swap]:
    """What is done in some regions, told of all."""
    now, was = texts
    if any(c.role == EXTENT for text in (was, *further) for c in text.cues):
        return
    for extent in (c for c in now.cues if c.role == EXTENT):
        start, end = now.clause(extent.start)
        deeds = {c.id for c in now.cues if c.role in (DEED, ACT) and start <= c.start < end}
        spans = [was.reading.sentence_at(d.word.start) for d in theirs if d.word.id in deeds]
        some = [m for m in was.members for s, e in spans if m.role in _PLACES and s <= m.start < e]
        if some:
            yield Swap(extent.of("region"), some[0].of("region"))
            return


def _always(texts: tuple[Text, Text], further: Sequence[Text], together: Together) -> Iterator[Swap]:
    """What is so on a condition alone, told without any."""
    now, was = texts
    if any(c.role == ONLY for text in (now, *further) for c in text.cues):
        return
    rules = {m.id for m in now.members if m.role == _RULE}
    for only in (c for c in was.cues if c.role == ONLY):
        start, end = was.reading.sentence_at(only.start)
        regimes = {m.id for m in was.members if m.role == _RULE and start <= m.start < end}
        own = [o for o, t in together if t.start == start]
        deeds = {c.id for c in was.cues if c.role in (DEED, ACT) and start <= c.start < end}
        told = [c for o in own for c in now.cues if c.role in (DEED, ACT) and o.start <= c.start < o.end]
        same = [c for c in told if c.id in deeds]
        if same and not (regimes and rules):
            yield Swap(same[0].of("condition"), only.of("condition"))
            return


def _is_low(member: Member, text: Text) -> bool:
    """Whether an office is that of a deputy, or held for the time being."""
    return text.unranked(member.id) != member.id or is_below(member, text)


def _deeds(text: Text) -> list[_Deed]:
    """Every deed of a text, with whose it is where its clause tells that of one body or office."""
    found = []
    for word in (c for c in text.cues if c.role in (DEED, ACT)):
        start, end = text.clause(word.start)
        cues = [c for c in text.cues if start <= c.start < end]
        negated = next((c for c in cues if c.role == NOT and 0 <= word.start - c.end <= _NEXT), None)
        after = any(c.role == NOT and 0 <= c.start - word.end <= _RIGHT_AFTER for c in cues)  # "sent neither to"
        near = [m for m in text.parties if start <= m.start < end and not is_given(text.reading.text, m.start, m.end)]
        doer = _doer(word, near, text) if word.role == DEED else None
        hand = text.hand(doer.id) if doer else ""
        found.append(
            _Deed(word, text.reading.sentence_at(word.start)[0], doer, hand, mode_at(word, cues), negated, after)
        )
    return found


def _doer(word: Member, parties: Sequence[Member], text: Text) -> Member | None:
    """Who does a deed: the one hand of its clause, or the one before it, or after it where it says by whom."""
    before = [m for m in parties if m.end <= word.start]
    by = [m for m in parties if m.start >= word.end]
    is_told = any(c.role == BY and 0 <= c.start - word.end <= _RIGHT_AFTER for c in text.cues)
    is_done = any(c.role == BE and 0 <= word.start - c.end <= _RIGHT_AFTER for c in text.cues)
    tries: list[Sequence[Member]] = [by]
    if not (is_told or is_done or word.id in _AFTER):
        tries = [parties if text.reading.language in _INVERTING or word.id == _HEADS else before, before]
    for those in tries:
        if len({text.hand(m.id) for m in those}) == 1:
            return those[0]
    return None


def is_party(member: Member) -> bool:
    """Whether a word names who may do something."""
    return member.role in (PARTY, _BUDGET, _OFFICE, _TITLE)
