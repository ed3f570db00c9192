"""What differs between a sentence and the one that it was made from, word by word.

In: two texts of one language with their closed lists. Out: `Swap` records, where the words that differ stand between
words that are the same, and are of one list: a body, a region, a reason, how often, out of whose budget, a small
number, a plan told as done. Never takes other words for one thing, or another order of words, for a change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from musterbook.expressions import regex
from musterbook.reconcile.declined import stem
from musterbook.reconcile.wording.closed import Member, Span, Swap, Text
from musterbook.reconcile.wording.cues import DATE, DONE, EARMARK, IF, NOT, VAGUE, is_below, is_given
from musterbook.reconcile.wording.retold import Sentence, beginning, likeness, pairs
from musterbook.vocabulary.spelling import skeleton

PLAN, OFFICE, FEW, STAGE, ORDER = "plan", "office", "few", "stage", "order"  # lists that are looked at here alone
_SIMPLE = ("region", "jurisdiction", "reason", "frequency", "budget", "court", "rank", "period", "stage", ORDER)
_LIKE = 0.4  # likeness of two sentences of which one is the other told again
_SURE, _NEARLY = 0.8, 0.9  # likeness from which the next likest is not looked at; what part of it is as like
_AROUND, _AFTER = 3, 2  # words that are the same beside those that differ: on both sides, and after them
_LONGEST = 8  # words that differ: more of them are another sentence
_CLOSE = 0.6  # likeness of two sentences from which on a word that is heard nowhere else counts
_FEW_WORDS, _SHORT = 4, 3  # words that stand for others there; letters of words that every sentence has
_LED_BY = 40  # characters between a word that a condition begins with and what it is
_UNHEARD = {
    "office": "attribution",
    "title": "attribution",
    "party": "attribution",
    "region": "region",
    "place": "region",
}
_BESIDE = 16  # characters after a number in which its unit stands
_NO_PLANS = {"frame", "promise"}  # words of plans that name the paper, and not what is planned, or who is to get it
# Whose a title is. Listed are but particles of grammar, no words: what a Russian title is of stands in the genitive,
# which its endings tell («глава комитета областной думы Иван Примеров»); a verb of saying that has one of them is none.
_GENITIVE = r"\s+(?!заяв)[а-яё-]+(?:ого|его|ой|ей|ых|их|ии|ства|она|га|ка|ия|ти|ая|сти|ки|ва|да)(?!\w)"
_OF = r" (?:of|for|in) (?:the )?(?:[\w’'-]+ ){0,3}[\w’'-]+,"
_NAME = r"[A-ZА-ЯЁ][\w-]+"
_HOLDER = regex(rf"(?:(?:{_GENITIVE}){{0,4}},?|{_OF})?\s+((?:{_NAME}\s+){{0,2}}{_NAME})")
_HELD = regex(rf"((?:{_NAME} ){{1,2}}{_NAME}), (?:the )?(?:[a-z]+['’]s )?\Z")  # "Ivan Primerov, the region's governor"
_NAMED = 160  # characters before a title in which its holder's name stands


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of the later sentence, those of the earlier in their stead, and how many are the same around them."""

    now: Span
    was: Span
    words: tuple[int, int]
    before: int
    after: int


def differing(now: Text, was: Text, further: Sequence[Text]) -> Iterator[Swap]:
    """What a text has otherwise than its source in sentences that are the same besides.

    Args:
        now: The later text.
        was: Its source, in the same language.
        further: Further texts above the later one.
    """
    likest: dict[int, float] = {}
    for own, theirs, _ in pairs(now.sentences, was.sentences):
        like = likeness(own, theirs)
        most = likest.setdefault(own.start, like)
        if like < _LIKE or (like < most and (most >= _SURE or like < _NEARLY * most)):
            continue
        for run in _runs(own, theirs, now, was):
            found = [*_swaps(run, now, was, further), *_told_as_done(run, own, now, was)]
            if not found and like >= _CLOSE:
                found += _unheard(run, now, was, further)
            yield from (s for s in found if not any(_so_told(s.now, now, own, t) for t in further))


def _so_told(member: Member, now: Text, own: Sentence, further: Text) -> bool:
    """Whether another source tells the same with the word that is another here."""
    there = [(theirs.start, theirs.end) for theirs in further.near(own)]
    word = now.reading.text[member.start : member.end].casefold()
    same = any((m.role, m.id) == (member.role, member.id) for span in there for m in further.every(span))
    return same or any(word in further.reading.text[start:end].casefold() for start, end in there)


def _runs(own: Sentence, theirs: Sentence, now: Text, was: Text) -> Iterator[_Run]:
    """The words of two sentences that differ, with what is the same around them."""
    one, two = ([w for w in t.words.every if s.start <= w[0] < s.end] for t, s in ((now, own), (was, theirs)))
    stems = [[beginning(t.reading.text[s:e].casefold()) for s, e in words] for t, words in ((now, one), (was, two))]
    codes = SequenceMatcher(None, stems[1], stems[0], autojunk=False).get_opcodes()
    for n, (kind, i1, i2, j1, j2) in enumerate(codes):
        if kind == "equal" or max(i2 - i1, j2 - j1) > _LONGEST:
            continue
        before = codes[n - 1][2] - codes[n - 1][1] if n else _AROUND
        after = codes[n + 1][2] - codes[n + 1][1] if n + 1 < len(codes) else _AROUND
        if before and before + after >= _AROUND and (after >= _AFTER or before >= _AROUND):
            spans = [
                (words[a][0], words[b - 1][1]) if b > a else (words[a][0],) * 2 if a < len(words) else (0, 0)
                for words, a, b in ((one, j1, j2), (two, i1, i2))
            ]
            yield _Run(spans[0], spans[1], (j2 - j1, i2 - i1), before, after)


def _swaps(run: _Run, now: Text, was: Text, further: Sequence[Text]) -> Iterator[Swap]:
    mine, theirs = now.every(run.now), was.every(run.was)
    for role in _SIMPLE:
        own, there = [m for m in mine if m.role == role], [m for m in theirs if m.role == role]
        if len({m.id for m in own}) == len({m.id for m in there}) == 1 and own[0].id != there[0].id:
            yield Swap(own[0], there[0])
    own, there = (
        [m for m in found if m.role in ("count", FEW) and not any(d.start <= m.start < d.end for d in t.of(DATE))]
        for t, found in ((now, mine), (was, theirs))
    )
    if len(own) == len(there) == 1 and FEW in (own[0].role, there[0].role) and own[0].id != there[0].id:
        yield Swap(own[0].of("count"), there[0].of("count"))
    elif len(there) == 1 and there[0].role == FEW and not own and there[0].id != "1":
        time = next((m for m in now.every((run.now[0], run.now[1] + 1)) if m.role == "period"), None)
        if time and any(m.role == "period" and m.id == time.id for m in was.every((run.was[0], run.was[1] + _BESIDE))):
            yield Swap(time.of("count"), there[0].of("count"))
    elif len(own) == 1 and own[0].role == FEW and not there and own[0].id != "1":
        time = next((m for m in was.every((run.was[0], run.was[1] + 1)) if m.role == "period"), None)
        if time and any(m.role == "period" and m.id == time.id for m in now.every((run.now[0], run.now[1] + _BESIDE))):
            yield Swap(own[0].of("count"), time.of("count"))
    for office in (m for m in mine if m.role == OFFICE and not any(n.role in _SIMPLE for n in mine)):
        if any(office.id in t.offices or _has_words_of(office, now, t) for t in (was, *further)):
            continue
        if _is_named(theirs, was, run.was):
            yield Swap(office.of("issuer"), Member("issuer", was.reading.text[slice(*run.was)], *run.was))


def _has_words_of(office: Member, now: Text, text: Text) -> bool:
    """Whether a text names an office with its words in another order: «Industry Ministry», «Ministry of Industry»."""
    words = {beginning(w) for w in now.reading.text[office.start : office.end].casefold().split()}
    return len(words) > 1 and any(words <= s.words for s in text.sentences)


def _is_named(members: Sequence[Member], was: Text, span: Span) -> bool:
    """Whether some words name a body or somebody."""
    if any(m.role in (OFFICE, "title") for m in members):
        return True
    words = [was.reading.text[s:e] for s, e in was.words.every if span[0] <= s < span[1]]
    return sum(w[:1].isupper() for w in words) > 1


def _unheard(run: _Run, now: Text, was: Text, further: Sequence[Text]) -> Iterator[Swap]:
    """Words that stand nowhere above, in the stead of whom, of where, or of a condition that the later text lacks."""
    fresh = _long_words(now, run.now)
    above = {w for text in (was, *further) for w in text.once("long words", _every_long_word)}
    if not 0 < len(fresh) <= _FEW_WORDS or run.words[1] > _FEW_WORDS or not above.isdisjoint(fresh):
        return
    if any(c.role in (VAGUE, NOT) and run.now[0] <= c.start < run.now[1] for c in now.cues):
        return
    if now.words.after(run.now[1])[:1].isdigit():
        return  # what leads up to a figure is no condition
    own = Member("", now.reading.text[slice(*run.now)], *run.now)
    known = {(m.role, m.id) for m in _named(now, (0, len(now.reading.text)))}
    gone = [m for m in _named(was, run.was) if (m.role, m.id) not in known]
    gone = [m for m in gone if own.id.casefold() not in was.reading.text[m.start : m.end].casefold()]  # it says less
    if gone and _UNHEARD[gone[0].role] == "attribution" and is_given(now.reading.text, *run.now):
        return
    if gone and not any(m.role == gone[0].role for m in _named(now, run.now)):
        yield Swap(own.of(_UNHEARD[gone[0].role]), gone[0].of(_UNHEARD[gone[0].role]))
    elif all(_is_conditional(t, span) for t, span in ((now, run.now), (was, run.was))) and _long_words(was, run.was):
        yield Swap(own.of("condition"), Member("condition", was.reading.text[slice(*run.was)], *run.was))


def _named(text: Text, span: Span) -> list[Member]:
    """The bodies, titles, regions and places that a passage names."""
    return [m for m in (*text.every(span), *text.parties, *text.things) if m.role in _UNHEARD and _meets(m, span)]


def _meets(member: Member, span: Span) -> bool:
    return member.start < span[1] and span[0] < member.end


def _is_conditional(text: Text, span: Span) -> bool:
    """Whether a word that a condition begins with leads up to a passage."""
    start, _ = text.reading.sentence_at(span[0])
    return any(c.role == IF and max(start, span[0] - _LED_BY) <= c.start < span[0] for c in text.cues)


def _long_words(text: Text, span: Span) -> set[str]:
    """The beginnings of the longer words of a passage."""
    return {beginning(w) for w in text.words.between(*span) if len(w) > _SHORT and not w.isdigit()}


def _every_long_word(text: Text) -> set[str]:
    return _long_words(text, (0, len(text.reading.text)))


def _told_as_done(run: _Run, own: Sentence, now: Text, was: Text) -> Iterator[Swap]:
    """A plan that is told as done, in words that are the same besides."""
    planned = [m for m in was.every(run.was) if m.role == PLAN and m.id not in _NO_PLANS]
    if not planned or not run.words[0] or any(m.role == PLAN for m in now.every((own.start, own.end))):
        return
    if any(c.role == EARMARK and own.start <= c.start < own.end for c in now.cues):
        return  # who has set aside what will be spent has not spent it
    told = [c for c in now.cues if c.role == DONE and run.now[0] <= c.start < run.now[1]]
    if told:
        was_planned = Member("status", PLAN, *planned[0].span)
        yield Swap(Member("status", "actual", told[0].start, run.now[1]), was_planned)


def retitled(now: Text, was: Text) -> Iterator[Swap]:
    """Titles of people whom the source gives the title above or below: a deputy made the head, in any language."""
    ours, theirs = _holders(now), _holders(was)
    for name in sorted(ours.keys() & theirs.keys()):
        (mine, there), ids = (ours[name], theirs[name]), [{m.id for m in h[name]} for h in (ours, theirs)]
        if ids[0].isdisjoint(ids[1]) and {now.unranked(i) for i in ids[0]} == {was.unranked(i) for i in ids[1]}:
            yield Swap(mine[0].of("position"), there[0].of("position"))


def held_by(text: Text) -> list[int]:
    """Where a text names somebody with a title."""
    return [m.start for titles in _holders(text).values() for m in titles]


def _holders(text: Text) -> dict[str, list[Member]]:
    """The titles that stand before each name."""
    found: dict[str, list[Member]] = defaultdict(list)
    for title in (m for m in text.members if m.role == "title"):
        if is_below(title, text):
            continue  # of whom it is said in two words: "deputy head"
        holder = _HOLDER.match(text.reading.text, title.end) or _HELD.search(
            text.reading.text, max(0, title.start - _NAMED), title.start
        )
        if holder:
            found[skeleton(stem(holder[1].split()[-1]))].append(title)
    return found
