"""One figure in two texts, and what each says of it; and a figure that stands where the source has another.

In: two texts with their closed lists, and which of their sentences tell the same. Out: `Swap` records, where a figure
of the later is the source's and what it counts, what these people did, its bound, or whether that is done, is another;
or where it is another figure itself. Never takes silence for another word, nor a rounded figure for another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from musterbook.expressions import regex
from musterbook.reconcile.wording.closed import Member, Swap, Text
from musterbook.reconcile.wording.cues import (
    ACT,
    CHANGE,
    DATE,
    DONE,
    EARMARK,
    EXCEPT,
    FORMATION,
    LIMIT,
    MAY,
    MONTH,
    NOT,
    PLAN,
    WHO,
    YEAR,
)
from musterbook.reconcile.wording.retold import Sentence, beginning, is_retold, likeness

COUNT, COMPARATOR, STATUS, STAGE = "count", "comparator", "status", "stage"
Together = Sequence[tuple[Sentence, Sentence]]

_LARGE = 20  # a figure from which on two texts that are linked have it of one thing
_YEARS = range(1990, 2100)  # figures that any text has
_NO_RESERVISTS = {"conscripts", "mobilised", "convicts", "police"}  # people of kinds that no other word is for
_NOT_MADE = {"years", "categories", "regions", "districts", "percent"}  # what is counted, and what nobody makes
_IN_THE_AIR = {"drones", "planes", "missiles", "helicopters"}  # what is counted there, each for itself
_LASTING, _AGES = {"hours", "days", "weeks", "months", "years"}, "years"
_MONEY, _PEOPLE, _TRAINED = "roubles", "people", "trained"  # the last is said of people before and after they sign
_CAPPED = ("", _MONEY, _PEOPLE, "percent")  # what a most is told of, where both texts tell the same of it
_EXACT = "exactly"
_OPPOSITE = {("at_least", "at_most"), ("at_most", "at_least")}
_BOUNDS = _OPPOSITE | {
    (_EXACT, "range"),
    (_EXACT, "at_most"),
    ("at_most", _EXACT),
}  # bounds, of the later text and its source, of which one is not the other told again
_BEGUN = ("at_most", _EXACT)  # such only within one language: another may put it so
_OF_TIME = {(_EXACT, "at_most"), _BEGUN}  # such only of days, weeks and months
_MODES, _LED_BY = (MAY, PLAN, DONE), 20  # characters between a word of a plan and what it is of
_BARE = "bare"  # words of what is done that may be participles
_DENIED = 24  # characters between a negation and the word that it turns over
_ABLE = "able"  # words of what may be that say who or how many can
_SPENT = "spent"  # words of what is done with money, which who has set it aside has not done
_PRESENT = "present"  # words of what is done that are told of plans as well, where a date stands beside
_FRAME, _WILL = "frame", "will"  # words of plans that name the paper and not what is planned; that say it for sure
_POWERS = {10.0, 100.0, 1e3, 1e6}  # times as many, where a nought or a word for thousands was misread
_CLOSE = 0.6  # likeness of two sentences of which one is the other, word for word
_THOUSAND = 1e3
_DIGITS = 2  # of figures that differ by a power of ten and are one, misread
_ROUNDED = 0.1  # part by which a rounded figure may be apart
_MEASURES, _SIGNS = ("distance", "currency"), ("$", "€", "£", "₽")
_AND = regex(r"(?<!\w)(?:and|while|but|и|а|но)(?!\w)", re.I)
_MEASURE = "in "  # before what distances and money are measured in
_TIMES = 3.0  # times as many, beyond which another thing is counted
_OF_SENTENCE = ((LIMIT,), (CHANGE,), (EARMARK,), (DATE, MONTH, YEAR), (EXCEPT,))
_NEAR = 5.0  # times as many, up to which what is counted by one word may be one thing
_FAR = 10.0  # times as many, beyond which two figures are of two things
_BESIDE = 16  # characters between a figure and who is counted
_SUMS = {"", _MONEY, f"{_MEASURE}RUB"}  # what may be paid: nothing is said of a figure, or its currency
_PER, _PAID = "per", 40  # the list of times for which is paid, and characters between a sum and such a word
_CONVERTED = regex(r"\([^()\d]{0,12}\d[^()]*\)")  # what a newsroom has worked out in its readers' money
_SHORT = 3  # letters of words that every clause has
_UNIQUE = 10  # a figure from which on it is of one thing where either text has it once


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure, and what its clause says of it; what it does not say is None or empty."""

    figure: Member
    sentence: tuple[int, int]
    thing: str
    bound: Member | None
    act: Member | None
    mode: Member | None
    who: Member | None
    formation: Member | None
    whose: Member | None
    per: Member | None
    words: frozenset[str]
    limited: bool
    changing: bool
    earmarked: bool
    dated: bool
    excepted: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a text by their value, and the text."""

    text: Text
    of: Mapping[str, Sequence[Quantity]]


def quantities(text: Text) -> Figures:
    """Every figure of a text with its clause; those of dates left out."""
    found: dict[str, list[Quantity]] = defaultdict(list)
    days = [m for m in text.members if m.role == DATE]
    for figure in text.figures:
        if any(d.start <= figure.start < d.end for d in days):
            continue
        found[figure.id].append(_quantity(figure, text))
    return Figures(text, found)


def _quantity(figure: Member, text: Text) -> Quantity:
    start, end = text.clause(figure.start)
    sentence = text.reading.sentence_at(figure.start)
    near = [c for c in text.cues if start <= c.start < end]
    others = [f for f in text.figures if start <= f.start < end and f is not figure]
    first = max((f.end for f in others if f.end <= figure.start), default=start)
    last = min((f.start for f in others if f.start >= figure.end), default=end)
    after = [c for c in near if 0 <= c.start - figure.end <= _BESIDE]
    return Quantity(
        figure,
        sentence,
        text.thing(figure) or _measure(figure, text),
        text.bound(figure),
        min(
            (c for c in near if c.role == ACT),
            key=lambda c: (_parted(c, figure, text), _apart(c, figure)),
            default=None,
        ),
        mode_at(figure, [c for c in near if first <= c.start < last]),
        next((c for c in after if c.role == WHO), None),
        next((c for c in after if c.role == FORMATION), None),
        next((c for c in near if c.role == FORMATION and c.end <= figure.start and not _is_counted(c, others)), None),
        _per(figure, text),
        frozenset(beginning(w) for w in text.words.between(start, end) if len(w) > _SHORT and not w.isdigit()),
        *(any(sentence[0] <= m.start < sentence[1] for r in roles for m in text.of(r)) for roles in _OF_SENTENCE),
    )


def _per(figure: Member, text: Text) -> Member | None:
    """For how long, or for what time, a figure is paid: the nearest such word between the figures beside it."""
    start, end = text.reading.sentence_at(figure.start)
    times = [m for m in text.members if m.role == _PER and start <= m.start < end]
    if not times:
        return None
    worked_out = [c.span() for c in _CONVERTED.finditer(text.reading.text, start, end)]
    taken = [(m.start, m.end) for m in times] + worked_out
    others = [f for f in text.figures if start <= f.start < end and not any(s <= f.start < e for s, e in taken)]
    first = max((f.end for f in others if f.end <= figure.start), default=start)
    last = min((f.start for f in others if f.start >= figure.end), default=end)
    after = [m for m in times if figure.end <= m.start < last and m.start - figure.end <= _PAID]
    if after or first > start or any(s <= figure.start < e for s, e in worked_out):
        return after[0] if after else None  # what stands after another figure is of that
    before = [m for m in times if m.start < figure.start and figure.start - m.end <= _PAID]
    return before[-1] if before else None


def _is_counted(formation: Member, figures: Sequence[Member]) -> bool:
    """Whether a figure right before a word for people or units counts them: it is theirs, and no other's."""
    return any(0 <= formation.start - f.end <= 1 for f in figures)


def _parted(act: Member, figure: Member, text: Text) -> bool:
    """Whether a deed is told before a figure that another clause begins with: "375 have signed and 140 applied"."""
    return act.end <= figure.start and bool(_AND.search(text.reading.text, act.end, figure.start))


def _measure(figure: Member, text: Text) -> str:
    """The distance or money that a figure is of, or nothing."""
    if text.reading.text[max(0, figure.start - 1) : figure.start] in _SIGNS:
        return _MEASURE + text.reading.text[figure.start - 1]
    beside = (m for m in text.members if m.role in _MEASURES and 0 <= m.start - figure.end <= 1)
    return next((_MEASURE + m.id for m in beside), "")


def mode_at(place: Member, cues: Sequence[Member]) -> Member | None:
    """Whether what stands at a place may be, is planned, or is done: the nearest word that says so.

    A plan leads up to what is planned: "aims to have signed" says of nothing that it is done.
    """
    modes = sorted((c for c in cues if c.role in _MODES and c.id != _FRAME), key=lambda c: _apart(c, place))
    if not modes or modes[0].role != DONE:
        return modes[0] if modes else None
    most = _LED_BY if modes[0].id != _BARE else place.end  # what an earlier verb plans is also told by its participles
    led = (c for c in modes if c.role != DONE and 0 <= modes[0].start - c.end <= most)
    return next(led, modes[0])


def otherwise(now: Figures, was: Figures, further: Sequence[Figures], together: Together) -> Iterator[Swap]:
    """What a text says otherwise of a figure that it has from its source, and figures that it has in another's stead.

    Args:
        now: The later text's.
        was: Its source's.
        further: Those of further texts above the later one; what one of these says is no swap.
        together: The sentences that tell the same.
    """
    pairs = {(o.start, t.start) for o, t in together}
    for value in sorted(now.of.keys() & was.of.keys()):
        others = [q for f in further for q in f.of.get(value, ())]
        ours, theirs = now.of[value], was.of[value]
        once = len(ours) == len(theirs) == 1
        one = [(a, b) for a in ours for b in theirs if _of_one(a, b, once, pairs)]
        if one:
            ours = [a for a in ours if any(a is p[0] for p in one)]
            theirs = [b for b in theirs if any(b is p[1] for p in one)]
            yield from _acts(ours, theirs, others)
            yield from _kinds(ours, theirs, others)
            yield from _paid_for(ours, theirs, others)
            yield from _other_people(ours, theirs, (was.text, *(f.text for f in further)))
            if not {q.thing for q in (*ours, *theirs)} & _NOT_MADE:
                yield from _modes(ours, theirs, others, (now.text, was.text))
        for thing, unsaid in _things(ours, theirs, bool(one)):
            alike = [[q for q in found if q.thing in (thing, unsaid)] for found in (ours, theirs, others)]
            may_begin = now.text.reading.language == was.text.reading.language
            may_end = thing in _LASTING - {_AGES} or (bool(one) and thing in _CAPPED)
            yield from _bounds(alike[0], alike[1], alike[2], (may_end, may_begin))
    yield from _another(now, was, further, together)


def _of_one(ours: Quantity, theirs: Quantity, once: bool, pairs: Collection[tuple[int, int]]) -> bool:
    """Whether one figure in two texts is of one thing: it is large, or its sentences tell the same."""
    value = float(ours.figure.id)
    if once and {ours.thing, theirs.thing} <= _LASTING and not ours.words.isdisjoint(theirs.words):
        return True
    is_large = value >= (_UNIQUE if once else _LARGE) and value not in _YEARS
    return is_large or (ours.sentence[0], theirs.sentence[0]) in pairs


def _things(ours: Sequence[Quantity], theirs: Sequence[Quantity], one: bool) -> list[tuple[str, str]]:
    """What a figure counts in both texts; where one of them leaves it out, that word stands for none as well."""
    mine, there = ({q.thing for q in found} for found in (ours, theirs))
    said = sorted((mine | there) - {""})
    if one and len(said) == 1 and mine != there:
        return [(said[0], "")]
    return [(thing, thing) for thing in sorted(mine & there - (set() if one else {""}))]


def _apart(cue: Member, figure: Member) -> int:
    return max(cue.start - figure.end, figure.start - cue.end, 0)


def _acts(ours: Sequence[Quantity], theirs: Sequence[Quantity], others: Sequence[Quantity]) -> Iterator[Swap]:
    of_people = ([q for q in found if q.thing in ("", _PEOPLE)] for found in (ours, theirs))
    mine, there = ([q.act for q in found if q.act and q.act.id != _TRAINED] for found in of_people)
    if not mine or 2 * len(there) < len(theirs) or not there:
        return
    known = {a.id for a in there} | {q.act.id for q in others if q.act}
    if known.isdisjoint(a.id for a in mine):
        yield Swap(mine[0].of(STAGE), there[0].of(STAGE))


def _kinds(ours: Sequence[Quantity], theirs: Sequence[Quantity], others: Sequence[Quantity]) -> Iterator[Swap]:
    """As many of another kind: months for days, platoons for men, conscripts for volunteers."""
    mine, there = ({q.thing for q in found} for found in (ours, theirs))
    of_kinds = mine | there <= _LASTING or mine | there <= _IN_THE_AIR
    if of_kinds and mine.isdisjoint(there | {q.thing for q in others}):
        yield Swap(ours[0].figure, theirs[0].figure)
    for role, told in ((WHO, "group"), (FORMATION, COUNT), ("whose", "group")):
        now, was, further = ([getattr(q, role) for q in found if getattr(q, role)] for found in (ours, theirs, others))
        if len(was) == len(theirs) and now and {m.id for m in (*was, *further)}.isdisjoint(m.id for m in now):
            yield Swap(now[0].of(told), was[0].of(told))


def _paid_for(ours: Sequence[Quantity], theirs: Sequence[Quantity], others: Sequence[Quantity]) -> Iterator[Swap]:
    """A sum that is paid for another time, or every month and not once."""
    if not {q.thing for q in (*ours, *theirs)} <= _SUMS:
        return
    now, was, further = ([q.per for q in found if q.per] for found in (ours, theirs, others))
    if (
        len(now) == len(ours)
        and len(was) == len(theirs)
        and {m.id for m in (*was, *further)}.isdisjoint(m.id for m in now)
    ):
        yield Swap(now[0].of("period"), was[0].of("period"))


def _other_people(ours: Sequence[Quantity], theirs: Sequence[Quantity], above: Sequence[Text]) -> Iterator[Swap]:
    """As many conscripts, say, as the source has reservists, where no text above speaks of such people."""
    mine = [q.who for q in ours if q.who and q.who.id in _NO_RESERVISTS]
    known = {c.id for text in above for c in text.cues if c.role == WHO}
    plain = [q for q in theirs if q.thing == _PEOPLE and not q.who]
    if len(mine) == len(ours) and len(plain) == len(theirs) and known.isdisjoint(m.id for m in mine):
        yield Swap(mine[0].of("group"), plain[0].figure)


def _bounds(
    ours: Sequence[Quantity], theirs: Sequence[Quantity], others: Sequence[Quantity], may: tuple[bool, bool]
) -> Iterator[Swap]:
    """A bound that is told as another, or left out: the top of a range, or the longest time."""
    ours, theirs = (_told_plainly(found) for found in (ours, theirs))
    mine, there, known = ({q.bound.id if q.bound else _EXACT for q in found} for found in (ours, theirs, others))
    change = (next(iter(mine)), next(iter(there)))
    if change in _OPPOSITE and any(q.excepted for q in (*ours, *theirs)):
        return  # who is over an age is excused from what those up to it are called to
    may_end, may_begin = may
    if (
        len(mine) != 1
        or len(there) != 1
        or change not in _BOUNDS
        or mine & known
        or (change == _BEGUN and not may_begin)
    ):
        return
    if change == _BEGUN and any(q.mode and q.mode.role == MAY for q in theirs):
        return  # how many can be somewhere is the most
    if change not in _OPPOSITE and any(q.changing for q in (*ours, *theirs)):
        return  # "raised to" is no bound
    if change in _OF_TIME and (not may_end or any(q.limited for q in (*ours, *theirs) if not q.bound)):
        return
    yield Swap(_bounded(ours[0]), _bounded(theirs[0]))


def _told_plainly(found: Sequence[Quantity]) -> Sequence[Quantity]:
    """A figure where it has a bound, or none in a sentence that speaks of no limit; everywhere where it has neither."""
    return [q for q in found if q.bound or not q.limited] or found


def _bounded(quantity: Quantity) -> Member:
    bound = quantity.bound
    return Member(
        COMPARATOR,
        bound.id if bound else _EXACT,
        bound.start if bound else quantity.figure.start,
        quantity.figure.end,
    )


def _modes(
    ours: Sequence[Quantity], theirs: Sequence[Quantity], others: Sequence[Quantity], texts: tuple[Text, Text]
) -> Iterator[Swap]:
    """What is planned told as done, and what may be as what will be."""
    mine, there = ([q.mode for q in found if q.mode] for found in (ours, theirs))
    if mine and all(m.id == _SPENT for m in mine) and all(q.earmarked and not _is_spent(q) for q in theirs):
        yield Swap(Member(STATUS, f"actual {ours[0].figure.id}", *mine[0].span), theirs[0].figure.of(STATUS))
    if not mine or not there or any(q.mode.role == DONE for q in others if q.mode):
        return
    if others and not any(q.mode for q in others):
        return  # who else tells it says nothing of plans
    present = [m for m in mine if m.id == _PRESENT]
    if present and (any(q.dated for q in ours) or not _will_be(present[0], theirs, texts)):
        return  # "from May they get" is of the time to come, and what is promised is what one gets
    if all(texts[0].reading.text[q.figure.end : q.figure.end + 1] == "-" for q in ours):
        return  # "a 25-day course" says nothing of days that are done
    if any(q.earmarked for q in ours):
        return  # who has set aside what will be spent has not spent it
    if told_surer(mine, there, texts):
        yield Swap(Member(STATUS, f"actual {ours[0].figure.id}", *mine[0].span), there[0].of(STATUS))


def _is_spent(quantity: Quantity) -> bool:
    return quantity.mode is not None and quantity.mode.id == _SPENT


def _will_be(present: Member, theirs: Sequence[Quantity], texts: tuple[Text, Text]) -> bool:
    """Whether what is told in the present, by one verb, will be so in the source."""
    verb = beginning(texts[0].reading.text[present.start : present.end].casefold())
    return all(q.mode and q.mode.id == _WILL for q in theirs) and any(verb in q.words for q in theirs)


def told_surer(mine: Sequence[Member], there: Sequence[Member], texts: tuple[Text, Text]) -> bool:
    """Whether some words say that something is done, or will be, and those of their source only that it may.

    What may be done under a draft will be, once it is law: of a source on drafts, only what is done counts.
    """
    if any(is_denied(m, texts[0]) or _says_so(m, there, texts[0]) for m in mine):
        return False
    now, was = {m.role for m in mine}, {m.role for m in there}
    if was == {MAY} and all(m.id == _WILL for m in mine):
        return not any(m.id == _ABLE for m in there) and not any(
            m.role == PLAN and m.id == _FRAME for m in texts[1].cues
        )
    return was <= {MAY, PLAN} and now == {DONE}


def is_denied(word: Member, text: Text) -> bool:
    """Whether a negation leads up to a word in its clause."""
    start, _ = text.clause(word.start)
    return any(max(start, word.start - _DENIED) <= c.start < word.start for c in text.of(NOT))


def _says_so(word: Member, there: Sequence[Member], text: Text) -> bool:
    """Whether a sentence itself says, in another word, that the thing is planned or promised as its source does."""
    start, end = text.reading.sentence_at(word.start)
    meant = {m.id for m in there} - {_FRAME}
    return any(c is not word and c.id in meant and start <= c.start < end for r in (PLAN, MAY) for c in text.of(r))


def _another(now: Figures, was: Figures, further: Sequence[Figures], together: Together) -> Iterator[Swap]:
    """A figure that stands nowhere in the source, where a sentence of it has one that stands nowhere here."""
    known = {*was.of, *(v for f in further for v in f.of)}
    yield from _misread(now, was, known)
    for own, theirs in together:
        fresh = [q for q in _inside(now, own) if q.figure.id not in known]
        gone = [q for q in _inside(was, theirs) if q.figure.id not in now.of]
        shared = {q.figure.id for q in _inside(now, own)} & {q.figure.id for q in _inside(was, theirs)}
        close = bool(shared) or likeness(own, theirs) >= _CLOSE or is_retold(own, theirs)
        for lasting in (False, True):
            mine, there = ([q for q in found if (q.thing in _LASTING) == lasting] for found in (fresh, gone))
            if {len({q.figure.id for q in found}) for found in (mine, there)} != {1}:
                continue
            alike = close or _shuffled(mine[0].figure.id, there[0].figure.id)
            if alike and _may_be(mine[0], there[0]) and not rounds(mine[0].figure.id, was.of):
                yield Swap(mine[0].figure, there[0].figure)
        for own_figure in fresh:
            thing = own_figure.thing
            same, others = ([q for q in found if q.thing == thing] for found in (fresh, gone))
            if len({q.figure.id for q in others}) != 1 or len({q.figure.id for q in same}) != 1:
                continue
            if (
                thing
                and not rounds(own_figure.figure.id, was.of)
                and _is_within(own_figure.figure.id, others[0].figure.id)
            ):
                yield Swap(own_figure.figure, others[0].figure)


def _may_be(mine: Quantity, there: Quantity) -> bool:
    """Whether two figures may be of one thing, though one text does not say what it counts."""
    one, two = float(mine.figure.id), float(there.figure.id)
    unsaid = not mine.thing or not there.thing
    if (mine.thing + there.thing).startswith(_MEASURE):
        return False
    if _digits(mine.figure.id) == _digits(there.figure.id):
        return True
    return unsaid and {one, two}.isdisjoint(_YEARS) and max(one, two) <= _TIMES * min(one, two)


def _is_within(one: str, other: str) -> bool:
    """Whether two figures are near enough to be of one thing, or have the same digits."""
    return _digits(one) == _digits(other) or far_by(one, other) <= _NEAR


def _misread(now: Figures, was: Figures, known: Collection[str]) -> Iterator[Swap]:
    """The same digits, ten or a thousand times as much or in another order: 1.5 million for 150,000, 83 for 38."""
    there = {v: found[0] for v, found in was.of.items() if v not in now.of}
    for value, found in now.of.items():
        if value in known or float(value) in _YEARS:
            continue
        for other, quantity in there.items():
            planned = {q.mode.role if q.mode else "" for q in (found[0], quantity)} == {PLAN}
            if len(_digits(value)) < _DIGITS and not planned:
                continue
            magnified = _digits(other) == _digits(value) and far_by(other, value) in _POWERS
            if far_by(other, value) >= _THOUSAND and not (quantity.thing and found[0].thing):
                continue  # "of 48 thousand he got 31"
            same = quantity.thing == found[0].thing != "" or (magnified and found[0].thing in ("", quantity.thing))
            if (magnified or _shuffled(other, value)) and same:
                yield Swap(found[0].figure, quantity.figure)


def _shuffled(one: str, other: str) -> bool:
    """Whether two figures have the same digits in another order."""
    return len(one) == len(other) > 1 and one != other and sorted(one) == sorted(other)


def far_by(one: str, other: str) -> float:
    """How many times as much the greater of two figures is."""
    low, high = sorted((float(one), float(other)))
    return round(high / low, 6) if low else 0.0


def _digits(value: str) -> str:
    """What two figures have in common that differ by a power of ten."""
    return f"{float(value):e}".partition("e")[0].rstrip("0").replace(".", "")


def _inside(figures: Figures, sentence: Sentence) -> list[Quantity]:
    return [q for found in figures.of.values() for q in found if q.sentence[0] == sentence.start]


def far_apart(one: str, other: str) -> bool:
    """Whether two figures are of two things: one is many times the other, and they have other digits."""
    low, high = sorted((float(one), float(other)))
    return high > _FAR * max(low, 1.0) and _digits(one) != _digits(other)


def rounds(figure: str, others: Collection[str]) -> bool:
    """Whether a figure only rounds one of some others: it has fewer digits of its own, and is near."""
    one, digits = float(figure), len(_digits(figure))
    return any(
        digits < len(_digits(o)) and abs(one - float(o)) <= _ROUNDED * max(one, float(o)) for o in others if float(o)
    )
