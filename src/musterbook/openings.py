r"""With which characters whatever an expression matches begins: told to the engine, so that it need not try elsewhere.

In: an expression as ``re`` parses it, and the code that ``re`` makes of it. Out: the same code, with the set of
those characters in its head where ``re`` found none. ``re`` looks for such a set in the first part of an expression
alone, and gives up where that is an assertion (``\b``, ``(?<!…)``) or a choice between more than letters: then it
tries the whole expression at every character. Never changes what is matched: the set is never too small (tests
compare), and where it cannot be told the code stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _compiler as compiler  # type: ignore[attr-defined]  # what `re` itself is made of
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_HEAD = 2  # where the head of a code says what it tells: nothing, a first string, a set of first characters
_SHORTEST = 3  # where it says how short a match can be
_RARE = (op.CATEGORY_DIGIT, op.CATEGORY_SPACE)  # most characters are of the other categories: no use to look for them

_Opening = list[tuple[Any, Any]]  # the items of a set in brackets, as ``re`` parses them


def opened(parsed: Any, code: list[int]) -> list[int]:
    """The code of an expression with the set of characters that matches begin with, where it can be told.

    Args:
        parsed: The expression, as the parser of ``re`` gives it.
        code: What the compiler of ``re`` makes of it.
    """
    flags = parsed.state.flags
    if code[_HEAD] or not code[_SHORTEST] or flags & re.IGNORECASE:
        return code
    opening, may_be_empty = _opening(parsed.data)
    if not opening or may_be_empty:
        return code
    guide = parser.SubPattern(parsed.state, [(op.IN, list(dict.fromkeys(opening)))])
    guide.width = parsed.getwidth()
    head: list[int] = []
    compiler._compile_info(head, guide, flags)
    return head + code[code[1] + 1 :]


def _opening(items: Iterable[tuple[Any, Any]]) -> tuple[_Opening | None, bool]:
    """With what the matches of a sequence begin, and whether they may be empty; None where that cannot be told."""
    found: _Opening = []
    for kind, value in items:
        if kind in (op.AT, op.ASSERT_NOT) or (kind is op.ASSERT and value[0] < 0):
            continue
        part, may_be_empty = _of(kind, value)
        if kind is op.ASSERT and (part is None or may_be_empty):
            continue
        if part is None:
            return None, False
        found += part
        if not may_be_empty:
            return found, False
    return found, True


def _of(kind: Any, value: Any) -> tuple[_Opening | None, bool]:
    """The same of one part; of a look ahead, of what it sees."""
    if kind is op.LITERAL:
        return [(kind, value)], False
    if kind is op.IN:
        wide = any(k is op.NEGATE or (k is op.CATEGORY and v not in _RARE) for k, v in value)
        return (None if wide else value), False
    if kind is op.BRANCH:
        return _any_of(value[1])
    if kind is op.SUBPATTERN:
        return (None, False) if value[1] or value[2] else _opening(value[3])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        part, may_be_empty = _opening(value[2])
        return part, may_be_empty or not value[0]
    if kind is op.ATOMIC_GROUP:
        return _opening(value)
    if kind is op.ASSERT:
        return _opening(value[1])
    return None, False


def _any_of(branches: Iterable[Any]) -> tuple[_Opening | None, bool]:
    found: _Opening = []
    empty = False
    for branch in branches:
        part, may_be_empty = _opening(branch)
        if part is None:
            return None, False
        found += part
        empty = empty or may_be_empty
    return found, empty
