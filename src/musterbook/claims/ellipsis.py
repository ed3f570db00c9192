"""Regions of a list that shares one noun: "in the A and B regions", «в А-ской и Б-ской областях».

In: a lower-cased text, its language and the vocabulary. Out: mentions of the regions whose
names stand in such lists. A name that is a word or a surname as well is taken for a region
there alone. Never looks at a name that has the noun to itself: the lexer finds it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from musterbook.claims.mention import Mention
from musterbook.claims.patterns import PatternBook
from musterbook.expressions import regex
from musterbook.vocabulary.expressions import compiled

_KIND = "region"
_REACH = 90  # characters before the noun: a list of five
_WORD = regex(r"[^\W\d_][\w-]*")
_FULL = ("ая", "ой", "ую")  # endings of an adjective before the noun that it shares with none
_NAMED_BY = ("short", "stem")  # the attributes of a region that such lists give


@dataclass(frozen=True, slots=True)
class _Lists:
    """How a language lists regions, and the regions by the words that stand in such lists."""

    noun: re.Pattern[str]
    items: re.Pattern[str]
    ending: re.Pattern[str]
    alone: re.Pattern[str]
    regions: dict[str, str]


def find(lowered: str, language: str, book: PatternBook) -> list[Mention]:
    """The regions of all lists that share a noun.

    Args:
        lowered: The text in lower case.
        language: ``en`` or ``ru``.
        book: The lexicon of its vocabulary holds ``regions_noun``, ``regions_items``, ``regions_ending`` and
            ``regions_alone``.
    """
    lists = _lists(book, language)
    if lists is None:
        return []
    found: list[Mention] = []
    for noun in lists.noun.finditer(lowered):
        left = max(0, noun.start() - _REACH)
        items = lists.items.search(lowered[left : noun.start()])
        if items is None:
            continue
        for word in _WORD.finditer(items.group()):
            region = lists.regions.get(lists.ending.sub("", word.group()))
            if region is not None:
                start = left + items.start() + word.start()
                found.append(Mention(_KIND, start, start + len(word.group()), region))
    return found + _alone(lowered, lists, {m.start for m in found})


def _alone(lowered: str, lists: _Lists, known: set[int]) -> list[Mention]:
    """Adjectives without their noun, of regions that the text names in full elsewhere: «в Орловской начали раньше»."""
    found: list[Mention] = []
    for named in lists.alone.finditer(lowered):
        stem = lists.ending.sub("", named.group(1))
        region = lists.regions.get(stem)
        if region is None or named.start(1) in known:
            continue
        if any(lowered.find(f"{stem}{ending} обл") >= 0 for ending in _FULL):
            found.append(Mention(_KIND, *named.span(1), region))
    return found


@lru_cache(maxsize=8)
def _lists(book: PatternBook, language: str) -> _Lists | None:
    words = [
        book.vocabulary.lexicon.get((language, f"regions_{name}")) for name in ("noun", "items", "ending", "alone")
    ]
    if not all(words):
        return None
    noun, items, ending, alone = (compiled(str(w)) for w in words)
    regions: dict[str, str] = {}
    for (kind, identity), entry in book.vocabulary.entries.items():
        if kind != _KIND:
            continue
        for attribute in _NAMED_BY:
            given = entry.attributes.get(attribute, ())
            for name in (given,) if isinstance(given, str) else given if isinstance(given, list | tuple) else ():
                regions[str(name).lower()] = identity
    return _Lists(noun, items, ending, alone, regions)
