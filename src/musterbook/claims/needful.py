"""What must stand in a text for an expression to match at all.

In: an expression. Out: conditions, each a set of strings of which one must occur (or the
class of the signs of a kind of mention, of which one must); a text that fails one cannot
match and need not be searched. Derived from the
expression itself, so that nothing has to be kept in step by hand, and never stricter than
the expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as op  # type: ignore[attr-defined]  # the parser that `re` itself uses
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Condition = frozenset[str] | re.Pattern[str]

_MOST = 48  # strings in a condition: more are slower to look for than the expression itself
_KEPT = 3  # conditions per expression: a fourth is hardly ever the one that fails
_SIGNS = range(0xE000, 0xF900)
_SIGN = 6  # a mention of the right kind is as rare as a string of six letters


def conditions(expression: str) -> tuple[Condition, ...]:
    """The conditions of an expression, the most selective first.

    >>> [sorted(c) for c in conditions("(?:guard|protect)ing .{0,9}bridges?")]
    [['bridge'], ['guarding', 'protecting']]
    """
    found = [c for c in _of(parser.parse(expression)) if isinstance(c, re.Pattern) or (c and "" not in c)]
    ranked = sorted(dict.fromkeys(found), key=_weight, reverse=True)
    return tuple(ranked[:_KEPT])


def may_match(needed: Iterable[Condition], text: str) -> bool:
    """Whether every condition holds in a text."""
    for condition in needed:
        if isinstance(condition, re.Pattern):
            if condition.search(text) is None:
                return False
        elif not any(string in text for string in condition):
            return False
    return True


def _weight(condition: Condition) -> float:
    """How selective: the length of the shortest string, signs of mentions counting as five letters."""
    if isinstance(condition, re.Pattern):
        return _SIGN
    shortest = min(sum(_SIGN if ord(c) in _SIGNS else 1 for c in s) for s in condition)
    return shortest - len(condition) / 8


def _of(items: Any) -> Iterator[Condition]:
    """The conditions of a sequence: runs of literals, and what each part needs."""
    runs: list[set[str]] = [set()]

    def flush() -> Iterator[Condition]:
        if runs[0]:
            yield frozenset(runs[0])
        runs[0] = set()

    for kind, value in items:
        words = _exactly(kind, value)
        if words is not None:
            joined = {a + b for a in (runs[0] or {""}) for b in words}
            if len(joined) <= _MOST:
                runs[0] = joined
                continue
            yield from flush()
            runs[0] = set(words)
            continue
        yield from flush()
        yield from _inside(kind, value)
    yield from flush()


def _exactly(kind: Any, value: Any) -> set[str] | None:
    """All strings that a part can match, where they are few; None where it matches others."""
    if kind is op.LITERAL:
        return {chr(value)}
    if kind is op.IN:
        return _class(value)
    if kind is op.SUBPATTERN and not value[1] and not value[2]:
        return _sequence(value[3])
    if kind is op.BRANCH:
        words: set[str] = set()
        for branch in value[1]:
            one = _sequence(branch)
            if one is None:
                return None
            words |= one
        return words if 0 < len(words) <= _MOST and "" not in words else None
    return None


def _class(value: Any) -> set[str] | None:
    found: set[str] = set()
    for kind, inner in value:
        if kind is op.LITERAL:
            found.add(chr(inner))
        elif kind is op.RANGE and inner[1] - inner[0] < _MOST:
            found.update(map(chr, range(inner[0], inner[1] + 1)))
        else:
            return None
    return found if len(found) <= _MOST else None


def _sequence(items: Any) -> set[str] | None:
    words = {""}
    for kind, value in items:
        one = _exactly(kind, value)
        if one is None:
            return None
        words = {a + b for a in words for b in one}
        if len(words) > _MOST:
            return None
    return words


def _inside(kind: Any, value: Any) -> Iterator[Condition]:
    """What a part needs that is no fixed string."""
    if kind is op.SUBPATTERN and not value[1] and not value[2]:
        yield from _of(value[3])
    elif kind is op.IN and all(k is op.RANGE and v[0] in _SIGNS and v[1] in _SIGNS for k, v in value):
        yield re.compile("[" + "".join(f"{chr(v[0])}-{chr(v[1])}" for _, v in value) + "]")
    elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and value[0] > 0:
        yield from _of(value[2])
    elif kind is op.ATOMIC_GROUP:
        yield from _of(value)
    elif kind is op.BRANCH:
        best: list[frozenset[str]] = []
        for branch in value[1]:
            needed = [c for c in _of(branch) if not isinstance(c, re.Pattern) and "" not in c]
            if not needed:
                return
            best.append(max(needed, key=_weight))
        merged: frozenset[str] = frozenset().union(*best)
        if len(merged) <= _MOST:
            yield merged
