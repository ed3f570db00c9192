"""Regular expressions compiled once on a machine.

In: the expressions of a vocabulary, their macros expanded. Out: each compiled, from the code
that an earlier run kept where there is one: to take up the code of a whole programme takes
20 ms, to compile it 1,400. What follows from an expression can be kept in the same way.
Never gives another expression than ``re.compile`` does (a test compares them).
"""

from __future__ import annotations

import marshal
import re
from array import array
from collections.abc import Callable
from typing import Any

from re import _compiler, _parser  # type: ignore[attr-defined]  # isort: skip  # what `re` itself is made of
import _sre  # type: ignore[import-not-found]  # isort: skip

from musterbook import kept

_KIND = "expressions"
_Code = tuple[int, bytes, int, dict[str, int]]  # flags, code, groups, names of groups

_COMPILED: dict[str, re.Pattern[str]] = {}
_CODES: dict[str, _Code] = {}
_DERIVED: dict[str, dict[str, Any]] = {}
_NEW: list[str] = []


def compiled(expression: str) -> re.Pattern[str]:
    """An expression compiled, as ``re.compile`` gives it.

    Raises:
        re.error: It is faulty.
    """
    known = _COMPILED.get(expression)
    if known is None:
        code = _CODES.get(expression)
        if code is None:
            code = _CODES[expression] = _code(expression)
            _NEW.append(expression)
        known = _COMPILED[expression] = _pattern(expression, code)
    return known


def derived(kind: str, expression: str, make: Callable[[str], Any]) -> Any:
    """What follows from an expression.

    Args:
        kind: Of what follows, with a version of how it is made.
        expression: From what.
        make: Works it out; gives numbers, strings and tuples of them.

    Raises:
        re.error: Whatever ``make`` raises.
    """
    known = _DERIVED.setdefault(kind, {})
    if expression not in known:
        known[expression] = make(expression)
        _NEW.append(expression)
    return known[expression]


def take_up(digest: str) -> None:
    """Take up what earlier runs with the vocabulary of a digest kept."""
    data = kept.get(_KIND, digest)
    if data is not None:
        codes, derivations = marshal.loads(data)
        _CODES.update(codes)
        for kind, values in derivations.items():
            _DERIVED.setdefault(kind, {}).update(values)


def lay_down(digest: str) -> None:
    """Keep what was compiled with the vocabulary of a digest, together with what others laid down meanwhile."""
    if _NEW and kept.folder():
        take_up(digest)
        kept.put(_KIND, digest, marshal.dumps((_CODES, _DERIVED)))
        _NEW.clear()


def _code(expression: str) -> _Code:
    parsed = _parser.parse(expression)
    code = array("I", _compiler._code(parsed, 0))
    return parsed.state.flags, code.tobytes(), parsed.state.groups - 1, dict(parsed.state.groupdict)


def _pattern(expression: str, code: _Code) -> re.Pattern[str]:
    flags, words, groups, names = code
    numbered: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        numbered[number] = name
    made: re.Pattern[str] = _sre.compile(expression, flags, array("I", words).tolist(), groups, names, tuple(numbered))
    return made
