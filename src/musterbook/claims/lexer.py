"""One pass of an automaton over a text: every written form and every trigger in it.

In: the text of a reading and a vocabulary. Out: the mentions of the vocabulary's entries
and, for each trigger word that occurs, where. Never looks inside a word: forms and
triggers begin at the start of a word, forms end at the end of one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import ahocorasick_rs

from musterbook import kept
from musterbook.claims.mention import Mention
from musterbook.expressions import regex
from musterbook.vocabulary.nouns import Surface, Vocabulary

_KEPT = 20_000  # written forms remembered before the memory is emptied: about 4 MB
_LONGER = "İ"  # the one character whose lower case is longer than itself
_KIND = "needles"
_EDITION = regex(r"(?:-[А-ЯЁ][а-яё]{3,})+(?!\w)")  # of an outlet, for a region: «Ъ-Прикамье»


def lower(text: str) -> str:
    """Lower-case a text character by character, so that offsets stay what they are.

    >>> len(lower("İstanbul")) == len("İstanbul")
    True
    """
    return text.replace(_LONGER, "i").lower()


def spaced(lowered: str) -> str:
    """Make every character that is not of a word a space: the automaton's haystack, equally long."""
    for character in set(lowered):
        if not character.isalnum() and character != " ":  # some twenty of them, each replaced in a microsecond
            lowered = lowered.replace(character, " ")
    return lowered.replace("ё", "е")


@dataclass(frozen=True, slots=True)
class Hits:
    """What one pass over a text found.

    Attributes:
        mentions: Entries of the vocabulary, in order, not overlapping.
        triggers: (offset, trigger number), in order of the offset.
    """

    mentions: tuple[Mention, ...]
    triggers: tuple[tuple[int, int], ...]


class Lexer:
    """The automaton of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, triggers: Sequence[str]) -> None:
        """Compile all written forms and triggers into one automaton.

        Args:
            vocabulary: Whose surfaces to find.
            triggers: Lower-case beginnings of words; their index is their number.
        """
        self._all = vocabulary.surfaces
        texts = [s.text for s in self._all]
        name = hashlib.sha256("\0".join([_version(), *texts]).encode()).hexdigest()
        needles, self._surfaces = kept.made(_KIND, name, lambda: _needles(texts))
        self._first_trigger = len(needles)
        needles.extend(" " + t.replace("ё", "е") for t in triggers)
        # A DFA of some twenty thousand forms takes five times as long to build and is, for its size, no faster.
        self._automaton = ahocorasick_rs.AhoCorasick(
            needles, implementation=ahocorasick_rs.Implementation.ContiguousNFA
        )
        self._chosen: dict[tuple[int, str], Surface | None] = {}
        self._rank = {kind: rank for rank, kind in enumerate(_kinds(vocabulary.surfaces))}

    def find(self, text: str, lowered: str) -> Hits:
        """All mentions and triggers of a text.

        Args:
            text: The text itself; its capitals decide where a form is case-sensitive.
            lowered: ``lower(text)``.
        """
        first, haystack = self._first_trigger, f" {spaced(lowered)} "
        triggers: list[tuple[int, int]] = []
        found: list[tuple[int, int, int]] = []
        for number, start, end in self._automaton.find_matches_as_indexes(haystack, overlapping=True):
            if number >= first:
                triggers.append((start, number - first))
            else:
                found.append((start, -(end - 2), number))
        triggers.sort()
        found.sort()
        mentions: list[Mention] = []
        reached = 0
        for start, minus_end, number in found:
            if start < reached:
                continue
            surface = self._choose(number, text[start:-minus_end])
            if surface is not None:
                reached = -minus_end
                edition = _EDITION.match(text, reached) if surface.kind == "outlet" else None
                reached = edition.end() if edition else reached
                mentions.append(Mention(surface.kind, start, reached, surface.id))
        return Hits(tuple(mentions), tuple(triggers))

    def _choose(self, number: int, written: str) -> Surface | None:
        """The entry that a written form stands for, remembered: a document names few things, many times."""
        key = (number, written)
        if key not in self._chosen:
            if len(self._chosen) >= _KEPT:
                self._chosen.clear()
            self._chosen[key] = self._choice(number, written)
        return self._chosen[key]

    def _choice(self, number: int, written: str) -> Surface | None:
        """The only entry that a written form can stand for, or the one of the first kind."""
        forms = [self._all[place] for place in self._surfaces[number]]
        fitting = [s for s in forms if s.text == written] or [
            s for s in forms if not s.case_sensitive or _same_case(s.text, written)
        ]
        if not fitting:
            return None
        best = min(fitting, key=lambda s: self._rank[s.kind])
        if any(s.kind == best.kind and s.id != best.id for s in fitting):
            return None  # two entries of one kind and no way to tell
        return best


def _needles(texts: Iterable[str]) -> tuple[list[str], list[tuple[int, ...]]]:
    """What is looked for, each once, and the places of the forms that are so written."""
    found: dict[str, tuple[int, ...]] = {}
    for place, text in enumerate(texts):
        words = spaced(lower(text)).split()
        if words:  # a sign such as ₽ is no word; the values know it
            needle = f" {' '.join(words)} "
            found[needle] = (*found.get(needle, ()), place)
    return list(found), list(found.values())


@cache
def _version() -> str:
    """Of the rules in this file: what was made by other rules is not taken up."""
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()


def _same_case(form: str, written: str) -> bool:
    """True where each capital of the form is one in the text too (a text in capitals passes)."""
    flat, form = (t.replace("\n", " ").replace("ё", "е").replace("Ё", "Е") for t in (written, form))
    if len(flat) != len(form):
        return False
    shouted = flat.isupper()
    return all(a == b or (shouted and a.islower()) for a, b in zip(form, flat, strict=True) if a.isalpha())


def _kinds(surfaces: Iterable[Surface]) -> list[str]:
    """Kinds in order of first appearance, which is the order of the programme's files."""
    return list(dict.fromkeys(s.kind for s in surfaces))
