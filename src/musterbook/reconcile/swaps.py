"""Words put one for another in passages that a rewrite has from its source.

In: two texts of one language, a vocabulary. Out: `Swap` records: the same words lead up to both passages,
and a closed list (what is paid per, which rule of law, which instrument) has another member there, or a figure
is another. Never
compares freely worded passages, nor texts that are not linked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from musterbook.records import Reading
from musterbook.vocabulary import Vocabulary

_LED = 4  # words before both passages that must be the same, articles left out
_ARTICLES = frozenset({"a", "an", "the"})
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_LISTS = ("period", "jurisdiction")  # of the lexicon, after the role whose value they are
_NAMES = "instrument"  # the closed list that is a concept of the vocabulary
_LONGEST = 4  # words of an instrument's name
_FIGURE = "count"  # the role of figures, which the same words lead up to, and the same word follows
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+(?![\d])|(?<![\w.,])\d+(?![\w])")
_GROUPS = 5  # words that a figure with its groups of digits has at most
_TEXTS = 256  # texts whose members are kept


@dataclass(frozen=True, slots=True)
class Member:
    """A word of a closed list in a text: which list, which of it, where."""

    role: str
    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Swap:
    """What stands in a later text, and what in its source at the same place."""

    now: Member
    was: Member


Listed = Mapping[tuple[str, tuple[str, ...]], Sequence[Member]]
"""Members of closed lists in a text, by their list and the words that lead up to them."""


class Lists:
    """The closed lists of a vocabulary, and where texts have members of them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index them.

        Args:
            vocabulary: Its lexicon gives ``swap_period`` and ``swap_jurisdiction``, whose named groups are
                meanings, and its surfaces the names of instruments that are law or lead to it.
        """
        self._lists = [
            (language, role, re.compile(rf"\b(?:{words})\b", re.I))
            for language in ("en", "ru")
            for role in _LISTS
            if (words := vocabulary.lexicon.get((language, f"swap_{role}")))
        ]
        legal = {i for (kind, i), e in vocabulary.entries.items() if kind == _NAMES and e.attributes.get("legal")}
        self._names = {
            (language, s.text.casefold()): s.id
            for s in vocabulary.surfaces
            if s.kind == _NAMES and s.id in legal
            for language in ((s.language,) if s.language else ("en", "ru"))
        }
        self._listed = lru_cache(maxsize=_TEXTS)(self._members)

    def swaps(self, later: Reading, earlier: Reading, others: Sequence[Reading]) -> Iterator[Swap]:
        """What a text has otherwise than the text that it was made from.

        Args:
            later: The rewrite.
            earlier: Its source.
            others: Further texts above the rewrite; what one of these has in that place is no swap.
        """
        if later.language != earlier.language:
            return
        there = self._listed(earlier.text, earlier.language)
        known = [self._listed(o.text, o.language) for o in others if o.language == later.language]
        for led, members in self._listed(later.text, later.language).items():
            was = there.get(led, ()) if led[1] else ()
            places = (
                [led, (_FIGURE, ())] if led[0] == _FIGURE else [led]
            )  # a figure that is elsewhere there is no other
            same = {m.id for found in (there, *known) for place in places for m in found.get(place, ())}
            yield from (Swap(now, was[0]) for now in members if was and now.id not in same)

    def _members(self, text: str, language: str) -> Listed:
        every = list(_WORD.finditer(text))
        words = [m for m in every if m[0].casefold() not in _ARTICLES]
        plain = [m[0].casefold() for m in words]
        place = {m.start(): n for n, m in enumerate(words)}
        found: dict[tuple[str, tuple[str, ...]], list[Member]] = defaultdict(list)
        for member in (*self._by_lexicon(text, language), *self._by_name(text, every, language)):
            at = place.get(member.start, 0)
            if at >= _LED:
                found[member.role, tuple(plain[at - _LED : at])].append(member)
        for number in _NUMBER.finditer(text):
            at = place.get(number.start(), 0)
            after = next((m[0].casefold() for m in words[at : at + _GROUPS] if m.start() >= number.end()), "")
            if at >= _LED and after:
                figure = Member(_FIGURE, re.sub(r"\D", "", number[0]), *number.span())
                found[_FIGURE, (*plain[at - _LED : at], after)].append(figure)
                found[_FIGURE, ()].append(figure)
        return found

    def _by_lexicon(self, text: str, language: str) -> Iterator[Member]:
        for known, role, pattern in self._lists:
            for found in pattern.finditer(text) if known == language else ():
                start = found.start()
                while (article := _WORD.match(text, start)) and article[0].casefold() in _ARTICLES:
                    start = article.end() + 1
                yield Member(role, str(found.lastgroup), start, found.end())

    def _by_name(self, text: str, words: Sequence[re.Match[str]], language: str) -> Iterator[Member]:
        past = 0
        for at, first in enumerate(words):
            for last in reversed(words[at : at + _LONGEST] if at >= past else ()):
                name = self._names.get((language, " ".join(text[first.start() : last.end()].casefold().split())))
                if name:
                    yield Member(_NAMES, name, first.start(), last.end())
                    past = words.index(last, at) + 1
                    break
