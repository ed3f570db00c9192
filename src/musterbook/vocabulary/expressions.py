"""The regular expressions of a vocabulary, compiled once on a machine.

In: the expressions of a vocabulary, their macros expanded. Out: each compiled, from the code
that an earlier run kept where there is one: to take up the code of a whole programme takes
20 ms, to compile it 1,400. What follows from an expression can be kept in the same way.
Never gives an expression that matches anything else than the one of ``re.compile`` does
(see `musterbook.expressions`).
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable
from typing import Any

from musterbook import expressions, kept

_KIND = "expressions"

_COMPILED: dict[str, re.Pattern[str]] = {}
_CODES = expressions.Codes()
_DERIVED: dict[str, dict[str, Any]] = {}
_NEW: list[str] = []


def compiled(expression: str) -> re.Pattern[str]:
    """An expression compiled, as ``re.compile`` gives it.

    Raises:
        re.error: It is faulty.
    """
    known = _COMPILED.get(expression)
    if known is None:
        known = _COMPILED[expression] = _CODES.compiled(expression)
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
    data = kept.get(_KIND, expressions.FORM + digest)
    if data is not None:
        codes, derivations = marshal.loads(data)
        _CODES.add(codes)
        for kind, values in derivations.items():
            _DERIVED.setdefault(kind, {}).update(values)


def lay_down(digest: str) -> None:
    """Keep what was compiled with the vocabulary of a digest, together with what others laid down meanwhile."""
    expressions.lay_down()
    if (_NEW or _CODES.new) and kept.folder():
        take_up(digest)
        kept.put(_KIND, expressions.FORM + digest, marshal.dumps((dict(_CODES.all()), _DERIVED)))
        _NEW.clear()
        _CODES.new.clear()
