"""Words that differ between two linked texts because they are of two things, or because both can be so.

In: a word of each of two texts. Out: yes or no. Never says that a word is put for another: it only says where one is
not, so that nothing is called garbled that tells of another sum, another region or the same time in other units.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

from musterbook.reconcile.wording.closed import Member, Text
from musterbook.reconcile.wording.cues import NOT, SAYING, TOTAL
from musterbook.reconcile.wording.quantities import COUNT, far_apart

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.0, "quarter": 91.0, "year": 365.0}
_PERIOD, _FREQUENCY, _REGION, _DATE = "period", "frequency", "region", "date"
_RECKONED = 10  # figures from which on it says something that they are a sum
_ON = 8  # characters between a word of saying and its day
_TIMED = (_PERIOD, _FREQUENCY)  # lists whose members belong to a sum, where one stands beside them
_FIGURES = (COUNT, "few")
_MONEY = "roubles"
_COMPARATOR, _AT_LEAST = "comparator", "at_least"
_BESIDE = 2  # characters between a number and its unit
_MONTHS = 12.0  # of a year, by which sums are reckoned
_ROUNDED = 0.15  # part by which a time may be apart that is told in another unit


def of_two_things(texts: tuple[Text, Text], words: tuple[Member, Member], swapped: Collection[str] = ()) -> bool:
    """Whether two words are of two things, or mean the same time.

    Args:
        texts: The later one, and its source.
        words: Of each the word that may be put for the other.
        swapped: Regions that are themselves put for others.
    """
    (now, was), mine = texts, words[0]
    figures = [w.id for w in words if w.role == COUNT and w.id[:1].isdigit()]
    if len(figures) == len(words) and far_apart(*figures):
        return True
    if mine.role == _COMPARATOR:
        return any(_is_denied(t, w) for t, w in zip(texts, words, strict=True))
    if mine.role == COUNT and (_is_elsewhere(now, mine, was, swapped) or _is_of_a_region(texts, words[1], swapped)):
        return True
    if mine.role == COUNT and _is_reckoned(now, mine, was, words[1]):
        return True
    if mine.role == _DATE and any(-1 <= max(mine.start - c.end, c.start - mine.end) <= _ON for c in now.of(SAYING)):
        return True  # it is the day on which somebody said so
    if mine.role == _DATE and _is_beside_another(now, mine, was, words[1]):
        return True
    if mine.role in (COUNT, _PERIOD) and (_one_time(texts, words) or _in_another_unit(texts, mine)):
        return True
    return mine.role in _TIMED and _of_two_sums(texts, words)


def _is_reckoned(now: Text, mine: Member, was: Text, there: Member) -> bool:
    """Whether a figure is the sum or the difference of two that the source's sentence gives of one thing."""
    if there.role != COUNT or not mine.id[:1].isdigit():
        return False
    first, last = now.reading.sentence_at(mine.start)
    whole = any(first <= c.start < last for c in now.of(TOTAL))
    start, end = (0, len(was.reading.text)) if whole else was.reading.sentence_at(there.start)
    thing = now.thing(mine) or was.thing(there)
    given = [float(f.id) for f in was.figures if start <= f.start < end and (not thing or was.thing(f) in ("", thing))]
    if not whole and float(mine.id) < _RECKONED:
        return False
    pairs = combinations(sorted(set(given)), 2)
    return any(float(mine.id) in (b - a, a + b) for a, b in pairs)


def _is_beside_another(now: Text, mine: Member, was: Text, there: Member) -> bool:
    """Whether a date stands beside a figure that the source has, and not in the sentence of its own date."""
    (start, end), (first, last) = now.clause(mine.start), was.reading.sentence_at(there.start)
    beside = {f.id for f in now.figures if start <= f.start < end and not mine.start <= f.start < mine.end}
    known = {f.id for f in was.figures if not first <= f.start < last}
    return bool(beside & known) and beside.isdisjoint(f.id for f in was.figures if first <= f.start < last)


def _is_denied(text: Text, bound: Member) -> bool:
    """Whether a lower bound is denied, and so an upper one: "nobody trains for longer than two months"."""
    start = text.clause(bound.start)[0]
    before = any(c.role == NOT and start <= c.start < bound.start for c in text.cues)
    return bound.id == _AT_LEAST and before


def lasts_as_long(texts: tuple[Text, Text], span: tuple[int, int]) -> bool:
    """Whether every length of time in a passage of the later text stands in the earlier one, nearly, in any unit."""
    (now, was), every = texts, (0, len(texts[1].reading.text))
    told, there = _times(now, span), _times(was, every)
    return bool(told) and all(any(abs(a - b) <= _ROUNDED * max(a, b) for b in there) for a in told)


def reckoned(now: Text, span: tuple[int, int], was: Text) -> bool:
    """Whether the figures of a passage are reckoned from the sum beside them, which the earlier text has: per month."""
    start, end = now.reading.sentence_at(span[0])
    told = [float(f.id) for f in now.figures if span[0] <= f.start < span[1]]
    there = {float(f.id) for f in was.figures}
    given = {float(f.id) for f in now.figures if start <= f.start < end}.intersection(there)
    return bool(told) and all(t in there or {t * _MONTHS, t / _MONTHS} & given for t in told)


def _times(text: Text, span: tuple[int, int]) -> list[float]:
    found = (_lasting(text, m) for m in text.every(span) if m.role == _PERIOD)
    return [number * _DAYS[unit] for number, unit in filter(None, found)]


def _is_elsewhere(now: Text, mine: Member, was: Text, swapped: Collection[str]) -> bool:
    """Whether a clause is on regions alone that the source does not speak of."""
    own = _regions(now, now.clause(mine.start)).difference(swapped)
    return bool(own) and own.isdisjoint(_regions(was, (0, len(was.reading.text))))


def _is_of_a_region(texts: tuple[Text, Text], there: Member, swapped: Collection[str]) -> bool:
    """Whether a sentence of the source is on regions alone that the later text, which is on others, does not name."""
    now, was = texts
    own = _regions(now, (0, len(now.reading.text)))
    theirs = _regions(was, was.reading.sentence_at(there.start))
    return bool(own and theirs) and own.isdisjoint(theirs) and own.isdisjoint(swapped)


def _regions(text: Text, span: tuple[int, int]) -> set[str]:
    return {m.id for m in text.every(span) if m.role == _REGION}


def _one_time(texts: tuple[Text, Text], words: tuple[Member, Member]) -> bool:
    """Whether two lengths of time in two units are nearly one: "over three weeks" and 24 days."""
    one, two = (_lasting(t, w) for t, w in zip(texts, words, strict=True))
    if one is None or two is None or one[1] == two[1]:
        return False
    a, b = (n * _DAYS[unit] for n, unit in (one, two))
    return abs(a - b) <= _ROUNDED * max(a, b)


def _in_another_unit(texts: tuple[Text, Text], mine: Member) -> bool:
    """Whether the source has the very length of time elsewhere, in another unit: two months as 60 days."""
    now, was = texts
    own = _lasting(now, mine)
    there = filter(None, (_lasting(was, m) for m in was.members if m.role == _PERIOD)) if own else ()
    return any(own and unit != own[1] and n * _DAYS[unit] == own[0] * _DAYS[own[1]] for n, unit in there)


def _lasting(text: Text, word: Member) -> tuple[float, str] | None:
    """The number and the unit of the length of time that a word is part of."""
    around = text.every((word.start - 2 * _BESIDE, word.end + 2 * _BESIDE))
    for unit in (m for m in around if m.role == _PERIOD and m.id in _DAYS):
        for number in (m for m in around if m.role in _FIGURES and 0 <= unit.start - m.end <= _BESIDE):
            if number.start < word.end and word.start < unit.end:
                return float(number.id), unit.id
    return None


def _of_two_sums(texts: tuple[Text, Text], words: tuple[Member, Member]) -> bool:
    """Whether two words of how often stand beside different sums."""
    one, two = (
        {f.id for f in t.figures if s <= f.start < e and t.thing(f) == _MONEY}
        for t, (s, e) in ((t, t.clause(w.start)) for t, w in zip(texts, words, strict=True))
    )
    return bool(one) and bool(two) and one.isdisjoint(two)
