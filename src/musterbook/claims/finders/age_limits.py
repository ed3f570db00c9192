"""Age limits: every number that can be an age is a candidate; the words around it decide.

In: a document. Out: drafts of ``eligibility.age``. Starts from ages, and from bare numbers
and lengths of time of the size of an age; a number that is not recognised as an age needs
words of a limit beside it. A limit of those who are turned away is the opposite limit of
those who are taken. Never takes a length of service, the age of somebody killed or tried,
or the ages of conscripts for a limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders.hanging import opening
from musterbook.claims.mention import Ages, Count, Duration, Mention
from musterbook.claims.needful import Gated
from musterbook.expressions import regex
from musterbook.records import Arg

TYPE = "eligibility.age"
_NAMES = (
    "from", "to", "people", "bound", "refused_after", "refused_before", "word", "low", "high", "low_weak", "high_weak",
    "not", "reject", "alone", "after_word", "circle", "other", "moved", "lowest", "limit", "refused_lead",
    "taking", "stopping", "stopped", "topic", "of_one",
)  # fmt: skip
_KINDS = frozenset({"force", "programme_name", "unit", "instrument"})
_CIRCLE = 1500  # characters before a sentence in which the programme must be named
_AHEAD = 160  # characters after it, for a list that names the programme below the ages
_YOUNGEST, _OLDEST = 16, 80  # years
_PEOPLE = 45  # characters before a limit in which the people must be named
_CLOSE = 28  # characters before a bare number in which they must be named
_GROUP = 60  # characters before a limit in which the words of the limit, and its group, stand
_GROUP_AFTER = 30  # characters after a limit in which its group may follow
_JOINED = 40  # characters between a lower and an upper limit that are told as two
_NOT = 30  # characters before "older" in which a "not" concerns it
_YEARS = regex(r"P(\d+)Y")
_NEEDED = 3  # signs of an age that make a bare number one
_NEAR = 70  # characters before a bare number in which a word of taking concerns it
_BEHIND = regex(r"(?: (?:years|лет|год\w*))?\s?[-(:]\s?")
_LISTED = regex(r"(?:[,\s/]|\b(?:и|или|а также|and|or|as well as)\b|\b[\w-]+(?=\s)){1,5}")  # between groups of one list
_ANOTHER = regex(r"(?: *[:—–-]+)? *(?:[^\W\d]+ ){0,2}\d")  # what an age begins with
_PARTED = regex(r"[;.\d]")
_SEVERAL = 2  # limits of one sentence
_BARE = regex(r"\d\d")

Span = tuple[int, int]
_Words = dict[str, Gated]


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of age, or both.

    Attributes:
        low: The least age, None where not given.
        high: The greatest.
        start: First code point.
        end: One past the last.
        turned: True where the text tells the limit of those who are not taken.
        group: Whom it is for, if a group is named.
    """

    low: int | None
    high: int | None
    start: int
    end: int
    turned: bool = False
    group: Mention | None = None

    def opposite(self) -> Limit:
        """The limit of those who are taken, where the text names those who are not."""
        return replace(self, low=self.high, high=self.low, turned=True)


def find(document: Document) -> Iterator[Draft]:
    """The age limits that a document tells.

    Args:
        document: In a language whose lexicon has the ``age_…`` macros.
    """
    words = document.book.words(_NAMES, document.annotations.language, "age_")
    if len(words) < len(_NAMES) or TYPE not in document.vocabulary.types:
        return
    found: dict[int, list[Mention]] = {}
    for kind in ("ages", "count", "duration"):
        for number, _, mentions in document.annotations.sentences_with(kind):
            found.setdefault(number, []).extend(m for m in mentions if _plausible(m))
    last: tuple[int, Limit] | None = None
    for number in sorted(n for n, mentions in found.items() if mentions):
        before = last[1] if last and number - last[0] <= 1 else None
        sentence = _Sentence(document, words, number, sorted(found[number], key=lambda m: m.start), before)
        limits = sentence.limits()
        if limits and sentence.concerned():
            last = number, limits[-1]
            grouped = any(limit.group for limit in limits)
            yield from (sentence.draft(limit, grouped) for limit in limits)


class _Sentence:
    """One sentence with numbers that can be ages."""

    def __init__(
        self, document: Document, words: _Words, number: int, mentions: list[Mention], before: Limit | None
    ) -> None:
        self._document = document
        self._words = words
        self._text = document.plain
        self._number = number
        self._span = document.annotations.sentences[number]
        self._mentions = mentions
        self._before = before
        self._postposed = self._are_postposed()

    def concerned(self) -> bool:
        """True where the passage is about the programme, and nobody was killed or tried at that age."""
        start, end = self._span
        if self._words["reject"].search(self._text, start, end):
            return False
        if _KINDS & self._document.surroundings.context(self._span, _CIRCLE):
            return True
        return (
            self._words["circle"].search(self._text, max(0, start - _CIRCLE), min(len(self._text), end + _AHEAD))
            is not None
        )

    def limits(self) -> list[Limit]:
        """The limits in order; a lower and an upper one that are told together are one."""
        found: list[Limit] = []
        skip = -1
        for at, m in enumerate(self._mentions):
            if m.start < skip:
                continue
            upper = self._mentions[at + 1] if at + 1 < len(self._mentions) else None
            before = found[-1] if found else self._before
            limit = self._moved(m, upper) or self._ranged(m, upper) or self._limit(m, before)
            if limit is None:
                continue
            skip = limit.end
            limit = replace(limit, group=self._group(limit, found[-1].end if found else self._span[0]))
            if found and self._pair(found[-1], limit):
                first = found.pop()
                low, high = first.low or limit.low, first.high or limit.high
                limit = replace(limit, low=low, high=high, start=first.start, group=first.group or limit.group)
            found.append(limit)
        return found

    def _limit(self, m: Mention, last: Limit | None) -> Limit | None:
        limit = self._aged(m, last) if isinstance(m.value, Ages) else self._worded(m, last)
        if limit is None or (limit.low and limit.high):
            return limit
        return limit.opposite() if not limit.turned and self._refused(m) else limit

    def _aged(self, m: Mention, last: Limit | None) -> Limit:
        limit = Limit(m.value.low, m.value.high, m.start, m.end)
        if limit.low is None or limit.high is not None:
            return limit
        not_so = self._words["not"].search(self._text, max(self._span[0], m.start - _NOT), m.start)
        carried = last is not None and last.turned and _BARE.fullmatch(self._text, m.start, m.end)
        return limit.opposite() if not_so or carried else limit

    def _worded(self, m: Mention, last: Limit | None) -> Limit | None:
        """A number that is an age by the words before it, or by the limit before it."""
        value = m.value
        low, high = (int(value.low), int(value.high)) if isinstance(value, Count) else (_years(m), _years(m))
        left, right = self._left(m), self._right(m)
        if isinstance(value, Count) and not self._words["alone"].search(right):
            return None
        if self._words["of_one"].search(left):
            return None
        if low != high:
            sure = self._words["word"].search(left[-_PEOPLE:]) or self._words["after_word"].search(right)
            return Limit(low, high, m.start, m.end) if sure or self._weight(m, last) >= _NEEDED else None
        bounded = self._words["bound"].search(left) is not None  # beyond it nobody is taken, whoever is turned away
        if bounded or self._words["high"].search(left):
            turned = bounded or self._words["not"].search(left) is not None
            return Limit(None, high, m.start, m.end, turned=turned)
        if self._words["low"].search(left):
            limit = Limit(low, None, m.start, m.end)
            return limit.opposite() if self._words["not"].search(left) else limit
        bound = value.comparator if isinstance(value, Count) else ""
        upper = bound == "at_most" or self._words["high_weak"].search(left) is not None
        lower = bound == "at_least" or self._words["low_weak"].search(left) is not None
        named = not isinstance(value, Duration) and (
            self._words["people"].search(left[-_CLOSE:]) or self._groups(m.start)
        )
        told = self._words["word"].search(left) or self._words["after_word"].search(right)
        if (upper or lower) and (named or told or self._words["refused_after"].search(right)):
            return Limit(None, high, m.start, m.end) if upper else Limit(low, None, m.start, m.end)
        if isinstance(value, Count) and self._weight(m, last) >= _NEEDED:
            bare = not (lower or upper)  # such a one, too
            lower = lower and not upper
            return Limit(low if lower else None, None if lower else high, m.start, m.end, turned=bare)
        if last is None or (last.low and last.high) or not self._beside_group(m, last):
            return None
        return Limit(low if last.low else None, high if last.high else None, m.start, m.end, turned=last.turned)

    def _weight(self, m: Mention, last: Limit | None) -> int:
        """How surely a bare number is an age: by the people beside it, by words of age, of taking and of limits."""
        left, right = self._left(m), self._right(m)
        people = self._words["people"].search(left[-_CLOSE:]) or self._groups(m.start) or self._group_behind(m.end)
        value = m.value
        bounded = isinstance(value, Count) and value.comparator in ("at_most", "at_least")
        bounded = bounded or any(self._words[name].search(left) for name in ("high_weak", "low_weak"))
        near = max(self._span[0], m.start - _NEAR), min(self._span[1], m.end + _GROUP)
        weight = 2 * bool(people) + bool(bounded) + bool(self._words["taking"].search(self._text, *near))
        weight += 3 * bool(self._words["stopping"].search(left) or self._words["stopped"].search(right))
        if self._words["topic"].search(self._text, *self._span) or self._asked():
            weight += 2
        goes_on = last is not None and self._span[0] <= last.start and m.start - last.end <= _JOINED
        return weight + 2 * goes_on

    def _asked(self) -> bool:
        """Whether the heading, question or opening that the sentence hangs on is about age."""
        lead = opening(self._document, self._number)
        return lead is not None and self._words["topic"].search(self._text, *lead) is not None

    def _group_behind(self, at: int) -> Mention | None:
        """The group right behind a limit, after a dash or in brackets: "to 42 - soldiers", "up to 55 (officers)"."""
        mark = _BEHIND.match(self._text, at, self._span[1])
        after = self._document.annotations.within(at, mark.end() + 1, "group") if mark else ()
        return after[0] if after and self._without_own_age(after[0]) else None

    def _without_own_age(self, group: Mention) -> bool:
        """Whether no other age follows a group at once: "to 52 (officers to 57)"."""
        return _ANOTHER.match(self._text, group.end, self._span[1]) is None

    def _ranged(self, lower: Mention, upper: Mention | None) -> Limit | None:
        """Two lengths of time, or bare numbers, that are the ends of one range of ages of people who join."""
        low, high = _old(lower), _old(upper) if upper else 0
        if (
            upper is None
            or not 0 < low < high
            or self._words["to"].fullmatch(self._text, lower.end, upper.start) is None
        ):
            return None
        before = self._text[max(0, lower.start - _PEOPLE) : lower.start]
        if self._words["from"].search(before) is None or self._words["people"].search(before) is None:
            return None
        return Limit(low, high, lower.start, upper.end)

    def _moved(self, was: Mention, now: Mention | None) -> Limit | None:
        """The upper limit that another was moved to: "raised from 42 to 50"."""
        left = self._left(was)
        if self._words["moved"].search(left) is None or self._words["limit"].search(left) is None:
            return None
        lower = self._words["lowest"].search(left) is not None
        if isinstance(was.value, Count) and was.value.low < was.value.high:
            return Limit(None, int(was.value.high), was.start, was.end)
        figures = _BARE.search(self._text, now.start, now.end) if now else None
        if now is None or figures is None or self._words["to"].fullmatch(self._text, was.end, figures.start()) is None:
            return None
        value = now.value
        age = int(value.high or value.low or 0) if isinstance(value, Ages) else _old(now)
        return Limit(age if lower else None, None if lower else age, now.start, now.end) if age else None

    def _left(self, m: Mention) -> str:
        """The words before a number; those that its mention begins with ("under 42") are among them."""
        figures = None if isinstance(m.value, Ages) else _BARE.search(self._text, m.start, m.end)
        end = figures.start() if figures else m.start
        return self._text[max(self._span[0], end - _GROUP) : end]

    def _right(self, m: Mention) -> str:
        return self._text[m.end : min(self._span[1], m.end + _GROUP)]

    def _groups(self, at: int) -> tuple[Mention, ...]:
        return self._document.annotations.within(max(self._span[0], at - _GROUP), at, "group")

    def _refused(self, m: Mention) -> bool:
        """Whether those of the age are turned away: "men over 60 are not taken"."""
        after, before = self._words["refused_after"], self._words["refused_before"]
        if after.search(self._right(m)) is not None or before.search(self._left(m)) is not None:
            return True
        lead = opening(self._document, self._number) or (self._span[0], m.start)
        return self._words["refused_lead"].search(self._text, *lead) is not None

    def _pair(self, first: Limit, second: Limit) -> bool:
        """Whether two limits are the lower and the upper one of the same people."""
        low, high = first.low or second.low, first.high or second.high
        half = (first.low is None) == (first.high is not None) and (second.low is None) == (second.high is not None)
        other = (first.low is None) != (second.low is None)
        near = second.start - first.end <= _JOINED
        return bool(half and other and near and low and high and low < high and second.group in (None, first.group))

    def _group(self, limit: Limit, since: int) -> Mention | None:
        """The first of the groups that are listed before a limit, or the one right after it."""
        notes = self._document.annotations
        if self._postposed:
            return self._group_after(limit.end)
        behind = self._group_behind(limit.end)
        if behind is not None:
            return behind
        first = max(self._span[0], since, limit.start - _GROUP)
        before = notes.within(max(first, self._text.rfind(";", first, limit.start)), limit.start, "group")
        if before:
            return self._first_of_list(before)
        after = notes.within(limit.end, min(self._span[1], limit.end + _GROUP_AFTER), "group")
        bounded = [g for g in after if not re.search(r"[,;.\d]", self._text[limit.end : g.start])]
        return bounded[0] if bounded and self._without_own_age(bounded[0]) else None

    def _group_after(self, at: int) -> Mention | None:
        """The group that follows a limit in the same breath: "to 50 for soldiers and to 60 for officers"."""
        after = self._document.annotations.within(at, min(self._span[1], at + _GROUP_AFTER), "group")
        return after[0] if after and not _PARTED.search(self._text, at, after[0].start) else None

    def _are_postposed(self) -> bool:
        """Whether every limit of a sentence has its group behind it: none stands before the first."""
        if len(self._mentions) < _SEVERAL or self._groups(self._mentions[0].start):
            return False
        return all(self._group_after(m.end) for m in self._mentions)

    def _first_of_list(self, groups: Sequence[Mention]) -> Mention:
        """The first of the groups that form one list with the last: «рядовых и сержантов до 50»."""
        first = groups[-1]
        for group in reversed(groups[:-1]):
            if not _LISTED.fullmatch(self._text, group.end, first.start):
                break
            first = group
        return first

    def _beside_group(self, m: Mention, last: Limit) -> bool:
        """True for a bare number told of others: "for officers 57", "in the next region 55"."""
        first = max(self._span[0], m.start - _GROUP, last.end if last.end <= m.start else 0)
        if self._words["other"].search(self._text[first : m.start]):
            return True
        kinds = {n.kind for n in self._document.annotations.within(first, m.start)}
        return "group" in kinds or ("region" in kinds and self._span[0] <= last.start < m.start)

    def draft(self, limit: Limit, others: bool = False) -> Draft:
        """The claim of a limit, quoted with the people that it is told of; `others`: their groups are not its own."""
        start = limit.start
        args = [Arg(r, n, limit.start, limit.end) for r, n in (("min", limit.low), ("max", limit.high)) if n]
        left = max(self._span[0], limit.start - _PEOPLE)
        people = list(self._words["people"].finditer(self._text, left, limit.start))
        if limit.group is not None:
            args.append(Arg("group", str(limit.group.value), limit.group.start, limit.group.end))
            start = min(start, limit.group.start)
        elif people and not re.search(r"[,;:.\d]", self._text[people[-1].end() : limit.start]):
            start = people[-1].start()
        span = (start, max(limit.end, start))
        fixed = frozenset({"group"} if others else ())
        return Draft(TYPE, tuple(args), *span, self._span, cue=span, polarity="affirmed", fixed=fixed)


def _plausible(mention: Mention) -> bool:
    """True for an age, and for a number or a length of years of the size of an age."""
    value = mention.value
    if isinstance(value, Ages):
        return True
    if isinstance(value, Duration):
        return _years(mention) > 0
    whole = isinstance(value, Count) and value.low == int(value.low) and value.comparator != "ordinal"
    return whole and value.low >= _YOUNGEST and value.high <= _OLDEST


def _old(mention: Mention) -> int:
    """The years that a duration or a bare number gives as an age, else 0."""
    return int(mention.value.low) if isinstance(mention.value, Count) else _years(mention)


def _years(mention: Mention) -> int:
    """The years of a duration that can be an age, else 0."""
    value = mention.value
    found = _YEARS.fullmatch(value.low) if isinstance(value, Duration) and value.low == value.high else None
    years = int(found.group(1)) if found else 0
    return years if _YOUNGEST <= years <= _OLDEST else 0
