"""Age limits that are written as lengths of time: from 21 years to 55, a ceiling of 60 years.

In: a document. Out: drafts of ``eligibility.age`` beside those of the patterns, which start
from limits that are recognised as ages. Never takes a length of service for an age: a range
must follow people who join, a single bound a word of a limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.mention import Count, Duration, Mention
from musterbook.claims.needful import Gated
from musterbook.claims.patterns import PatternBook
from musterbook.records import Arg

TYPE = "eligibility.age"
_NAMES = ("from", "to", "people", "bound", "refused_after", "refused_before")
_KINDS = frozenset({"force", "programme_name", "unit"})
_CIRCLE = 1500  # characters before a sentence in which the programme must be named
_YOUNGEST, _OLDEST = 16, 80  # years
_LOWEST_LIMIT = 30  # years: no upper limit of age is lower
_PEOPLE = 45  # characters before a range in which the people must be named
_GROUP = 50  # characters before a limit in which the group that it is for is named
_YEARS = re.compile(r"P(\d+)Y")

_Words = dict[str, Gated]


def find(document: Document) -> Iterator[Draft]:
    """The age limits that a document writes as lengths of time.

    Args:
        document: In a language whose lexicon has the ``age_…`` macros.
    """
    spoken = _words(document.book, document.annotations.language)
    if len(spoken) < len(_NAMES) or TYPE not in document.vocabulary.types:
        return
    yield from _refused(document, spoken)
    for _, sentence, numbers in document.annotations.sentences_with("count"):
        for m in numbers:
            left = document.plain[max(sentence[0], m.start - _GROUP) : m.start]
            if not _bare_age(m) or not spoken["bound"].search(left):
                continue
            if _KINDS & document.surroundings.context(sentence, _CIRCLE):
                yield _draft(document, sentence, (Arg("max", int(m.value.low), m.start, m.end),), m.start, m.end)
    for _, sentence, durations in document.annotations.sentences_with("duration"):
        years = [(m, n) for m in durations if (n := _age(m))]
        if not years or not _KINDS & document.surroundings.context(sentence, _CIRCLE):
            continue
        skip = -1
        for at, (m, number) in enumerate(years):
            if m.start < skip:
                continue
            upper = years[at + 1] if at + 1 < len(years) else None
            if upper and number < upper[1] and _range(document, spoken, m, upper[0]):
                skip = upper[0].end
                args = (Arg("min", number, m.start, m.end), Arg("max", upper[1], upper[0].start, upper[0].end))
                yield _draft(document, sentence, args, m.start, upper[0].end)
            elif spoken["bound"].search(document.plain[max(sentence[0], m.start - _GROUP) : m.start]):
                yield _draft(document, sentence, (Arg("max", number, m.start, m.end),), m.start, m.end)


def _refused(document: Document, spoken: _Words) -> Iterator[Draft]:
    """Ages from which on nobody is taken: "men over 60 are turned away" is an upper limit."""
    for _, sentence, ages in document.annotations.sentences_with("ages"):
        for m in ages:
            if m.value.low is None or m.value.high is not None:
                continue
            after = document.plain[m.end : min(sentence[1], m.end + _GROUP)]
            before = document.plain[max(sentence[0], m.start - _GROUP) : m.start]
            told = spoken["refused_after"].search(after) or spoken["refused_before"].search(before)
            if told and _KINDS & document.surroundings.context(sentence, _CIRCLE):
                yield _draft(document, sentence, (Arg("max", m.value.low, m.start, m.end),), m.start, m.end)


def _bare_age(mention: Mention) -> bool:
    """True for a plain number of the size of an upper limit of age."""
    value = mention.value
    return isinstance(value, Count) and value.low == value.high and _LOWEST_LIMIT <= value.low <= _OLDEST


def _age(mention: Mention) -> int:
    """The years of a duration that can be an age, else 0."""
    value = mention.value
    found = _YEARS.fullmatch(value.low) if isinstance(value, Duration) and value.low == value.high else None
    years = int(found.group(1)) if found else 0
    return years if _YOUNGEST <= years <= _OLDEST else 0


def _range(document: Document, spoken: _Words, lower: Mention, upper: Mention) -> bool:
    """Whether two lengths of time are the ends of one range of ages of people who join."""
    before = document.plain[max(0, lower.start - _PEOPLE) : lower.start]
    joined = spoken["to"].fullmatch(document.plain, lower.end, upper.start) is not None
    return joined and spoken["from"].search(before) is not None and spoken["people"].search(before) is not None


def _draft(document: Document, sentence: tuple[int, int], args: tuple[Arg, ...], start: int, end: int) -> Draft:
    left = max(sentence[0], start - _GROUP)
    groups = document.annotations.within(left, start, "group")
    if groups:
        start = groups[-1].start
        args = (*args, Arg("group", str(groups[-1].value), groups[-1].start, groups[-1].end))
    return Draft(TYPE, args, start, end, sentence, cue=(start, end), polarity="affirmed")


@lru_cache(maxsize=8)
def _words(book: PatternBook, language: str) -> _Words:
    lexicon = book.vocabulary.lexicon
    texts = {name: lexicon.get((language, f"age_{name}")) for name in _NAMES}
    return {n: Gated(book.expression(t, language)) for n, t in texts.items() if t is not None}
