"""What must stand in a text for an expression to match at all.

In: an expression. Out: conditions, each a set of strings of which one must occur (or the
class of the signs of a kind of mention, of which one must); a text that fails one cannot
match and need not be searched. Derived from the
expression itself, so that nothing has to be kept in step by hand, and never stricter than
the expression.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]  # the parser that `re` itself uses
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation

from musterbook.claims.sightings import SHORTEST, WATCH, Sighted, watchable
from musterbook.vocabulary.expressions import compiled, derived

Condition = frozenset[str] | re.Pattern[str]

_MOST = 48  # strings in a condition: more are slower to look for than the expression itself
_MOST_GATED = 400  # likewise for an expression of a finder, of which there are few
_FEW = 40  # strings that are looked for one by one; more of them in one pass of an automaton
_END = sys.maxsize
_BLANK: Condition = frozenset({" "})  # stands in every sentence
_KEPT = 3  # conditions per expression: a fourth is hardly ever the one that fails
_SIGNS = range(0xE000, 0xF900)
_SIGN = 6  # a mention of the right kind is as rare as a string of six letters


def conditions(expression: str) -> tuple[Condition, ...]:
    """The conditions of an expression, the most selective first.

    >>> [sorted(c) for c in conditions("(?:guard|protect)ing .{0,9}bridges?")]
    [['guarding ', 'protecting '], ['bridge']]
    """
    plain = derived(f"conditions {_version()}", expression, _conditions)
    return tuple(compiled(c) if isinstance(c, str) else c for c in plain)


def _conditions(expression: str) -> tuple[frozenset[str] | str, ...]:
    """The conditions, a class of signs as the text of its expression."""
    found = [c for c in _of(parser.parse(expression), _MOST) if isinstance(c, re.Pattern) or (c and "" not in c)]
    ranked = sorted((c for c in dict.fromkeys(map(_shortest, found)) if c != _BLANK), key=_weight, reverse=True)
    return tuple(c.pattern if isinstance(c, re.Pattern) else c for c in ranked[:_KEPT])


@cache
def _version() -> str:
    """Of the rules in this file: what follows from an expression by other rules is not taken up."""
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]


def _shortest(condition: Condition) -> Condition:
    """The same condition without the strings that hold another of its strings."""
    if isinstance(condition, re.Pattern):
        return condition
    return frozenset(s for s in condition if not any(o in s for o in condition if o is not s))


class Gated:
    """An expression that is searched for only where what it cannot do without stands.

    In a text that is `Sighted` this is known already; in any other the strings are looked for.
    """

    __slots__ = ("_automaton", "_bit", "_few", "_rest", "_strings", "findall", "fullmatch", "match", "regex")

    def __init__(self, expression: str) -> None:
        """Compile an expression.

        Raises:
            re.error: It is faulty.
        """
        self.regex = compiled(expression)
        self.match, self.fullmatch, self.findall = self.regex.match, self.regex.fullmatch, self.regex.findall
        best = next(iter(gate(expression)), frozenset[str]())
        watched = frozenset(filter(watchable, best))
        self._bit = WATCH.bit(watched)
        rest = sorted(best - watched)
        self._rest = compiled("|".join(map(re.escape, rest))) if rest else None
        self._few = len(best) <= _FEW
        self._strings = tuple(sorted(best))
        self._automaton: AhoCorasick | None = None

    def may(self, text: str, start: int = 0, end: int = _END) -> bool:
        """False where the expression cannot match between two offsets."""
        if self._bit and type(text) is Sighted:
            if text.sightings.mask(start, end) & self._bit:
                return True
            return self._rest is not None and self._rest.search(text, start, end) is not None
        if self._few:
            return not self._strings or any(map(text[start:end].__contains__, self._strings))
        if self._automaton is None:  # a text that is not sighted is seldom met
            self._automaton = AhoCorasick(self._strings, implementation=Implementation.DFA)
        return bool(self._automaton.find_matches_as_indexes(text[start:end]))

    def found_in(self, text: str, start: int, end: int) -> bool:
        """Whether the expression matches anywhere between two offsets; anchors hold at them."""
        return self.may(text, start, end) and self.regex.search(text[start:end]) is not None

    def search(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """As the expression's own, between two offsets."""
        return self.regex.search(text, start, end) if self.may(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = _END) -> Iterable[re.Match[str]]:
        """As the expression's own, between two offsets."""
        return self.regex.finditer(text, start, end) if self.may(text, start, end) else ()


def gate(expression: str) -> tuple[frozenset[str], ...]:
    """The one condition that tells best where an expression cannot match; none where it may match anywhere.

    >>> [sorted(c) for c in gate("(?:guard|protect)ing bridges?")]
    [['guarding bridge', 'protecting bridge']]
    """
    strings: frozenset[str] = derived(f"gate {_version()}", expression, _gate)
    return (strings,) if strings else ()


def _gate(expression: str) -> frozenset[str]:
    """The strings of which one must stand in a text for an expression to match; none: it may match anywhere."""
    found = [_shortest(c) for c in _of(parser.parse(expression), _MOST_GATED) if not isinstance(c, re.Pattern)]
    usable = [c for c in found if isinstance(c, frozenset) and c and "" not in c and c != _BLANK]
    return max(usable, key=_weight, default=frozenset[str]())


class Needs:
    """What an expression cannot do without, asked of one sentence after another."""

    __slots__ = ("_bits", "_rest")

    def __init__(self, needed: Iterable[Condition]) -> None:
        """Sort the conditions into those that are looked for once in a whole text, and the rest."""
        bits = {c: WATCH.bit(c) if isinstance(c, frozenset) else 0 for c in needed}
        self._bits = sum(set(bits.values()))
        self._rest = tuple(c for c, bit in bits.items() if not bit)

    def sighted(self, text: Sighted, start: int, end: int) -> bool:
        """Whether all that is looked for in whole texts can stand between two offsets."""
        return text.sightings.mask(start, end) & self._bits == self._bits

    def met(self, mask: int, text: str, known: dict[Condition, bool]) -> bool:
        """Whether all that is needed can stand in a sentence.

        Args:
            mask: What was sighted in it.
            text: The sentence.
            known: The conditions that were looked at in it already; added to.
        """
        return mask & self._bits == self._bits and (not self._rest or may_match(self._rest, text, known))


def may_match(needed: Iterable[Condition], text: str, known: dict[Condition, bool]) -> bool:
    """Whether every condition holds in a text.

    Args:
        needed: Of one expression.
        text: What is to be searched.
        known: The conditions that were looked at in this text already; added to.
    """
    for condition in needed:
        holds = known.get(condition)
        if holds is None:
            holds = known[condition] = _holds(condition, text)
        if not holds:
            return False
    return True


def _holds(condition: Condition, text: str) -> bool:
    if isinstance(condition, re.Pattern):
        return condition.search(text) is not None
    return any(map(text.__contains__, condition))


def _weight(condition: Condition) -> float:
    """How selective: the length of the shortest string, a sign of a mention counting as `_SIGN` letters.

    Strings that stand in every sentence are worse than any number of others.
    """
    if isinstance(condition, re.Pattern):
        return _SIGN
    shortest = min(sum(_SIGN if ord(c) in _SIGNS else 1 for c in s) for s in condition)
    return shortest - (len(condition) / 8 if shortest >= SHORTEST else _MOST_GATED)


def _of(items: Any, most: int) -> Iterator[Condition]:
    """The conditions of a sequence: runs of literals, and what each part needs."""
    runs: list[set[str]] = [set()]

    def flush() -> Iterator[Condition]:
        if runs[0]:
            yield frozenset(runs[0])
        runs[0] = set()

    for kind, value in items:
        words = _exactly(kind, value, most)
        if words is not None:
            joined = {a + b for a in (runs[0] or {""}) for b in words}
            if len(joined) <= most:
                runs[0] = joined
                continue
            yield from flush()
            runs[0] = set(words)
            continue
        yield from flush()
        yield from _inside(kind, value, most)
    yield from flush()


def _exactly(kind: Any, value: Any, most: int) -> set[str] | None:
    """All strings that a part can match, where they are few; None where it matches others."""
    if kind is op.LITERAL:
        return {chr(value)}
    if kind is op.IN:
        return _class(value, most)
    if kind is op.SUBPATTERN and not value[1] and not value[2]:
        return _sequence(value[3], most)
    if kind is op.BRANCH:
        words: set[str] = set()
        for branch in value[1]:
            one = _sequence(branch, most)
            if one is None:
                return None
            words |= one
        return words if 0 < len(words) <= most and "" not in words else None
    return None


def _class(value: Any, most: int) -> set[str] | None:
    found: set[str] = set()
    for kind, inner in value:
        if kind is op.LITERAL:
            found.add(chr(inner))
        elif kind is op.RANGE and inner[1] - inner[0] < most:
            found.update(map(chr, range(inner[0], inner[1] + 1)))
        else:
            return None
    return found if len(found) <= most else None


def _sequence(items: Any, most: int) -> set[str] | None:
    words = {""}
    for kind, value in items:
        one = _exactly(kind, value, most)
        if one is None:
            return None
        words = {a + b for a in words for b in one}
        if len(words) > most:
            return None
    return words


def _inside(kind: Any, value: Any, most: int) -> Iterator[Condition]:
    """What a part needs that is no fixed string."""
    if kind is op.SUBPATTERN and not value[1] and not value[2]:
        yield from _of(value[3], most)
    elif kind is op.IN and all(k is op.RANGE and v[0] in _SIGNS and v[1] in _SIGNS for k, v in value):
        yield re.compile("[" + "".join(f"{chr(v[0])}-{chr(v[1])}" for _, v in value) + "]")
    elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and value[0] > 0:
        yield from _of(value[2], most)
    elif kind is op.ATOMIC_GROUP:
        yield from _of(value, most)
    elif kind is op.BRANCH:
        best: list[frozenset[str]] = []
        for branch in value[1]:
            needed = [c for c in _of(branch, most) if not isinstance(c, re.Pattern) and "" not in c]
            if not needed:
                return
            best.append(max(needed, key=_weight))
        merged: frozenset[str] = frozenset().union(*best)
        if len(merged) <= most:
            yield merged
