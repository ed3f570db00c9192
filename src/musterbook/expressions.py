"""Regular expressions compiled once on a machine.

In: expressions that the program or a vocabulary is made of, with their flags. Out: each compiled,
from the code that an earlier run kept where there is one (see `kept`): to take up the code of a
thousand expressions takes some 10 ms, to compile them half a second and more. Where nothing is
kept, those of the program are left to ``re``. Never gives an expression that matches anything else
than the one of ``re.compile`` does (its code is the same but for its head, see `openings`), nor
says less of a doubtful one (tests compare them); never takes an expression made of a document.
"""

from __future__ import annotations

import marshal
import re
import warnings
from array import array
from collections.abc import Mapping
from pathlib import Path

from re import _compiler, _parser  # type: ignore[attr-defined]  # isort: skip  # what `re` itself is made of
import _sre  # type: ignore[import-not-found]  # isort: skip

from musterbook import kept
from musterbook.openings import opened

_KIND = "program"
FORM = "2-"
"""Before the name of what is kept: another number, where other code is made of the same expressions."""

_NAME = f"{FORM}modules"
_MOST = 5_000  # expressions in one file, four times what there are: beyond, those of other versions make room
_Key = tuple[str, int]  # expression, flags
_Code = tuple[int, bytes, int, dict[str, int]]  # flags, code, groups, names of groups


class Codes:
    """The code of many expressions, by which they are compiled at once.

    Attributes:
        new: Those that were not taken up.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._codes: dict[_Key, _Code] = {}
        self._used: set[_Key] = set()
        self.new: set[_Key] = set()

    def compiled(self, expression: str, flags: int = 0) -> re.Pattern[str]:
        """An expression compiled, as ``re.compile`` gives it.

        Raises:
            re.error: It is faulty.
        """
        key = expression, int(flags)
        code = self._codes.get(key)
        if code is None:
            code = _code(*key)
            if code is None:
                return re.compile(expression, flags)
            self._codes[key] = code
            self.new.add(key)
        self._used.add(key)
        return _pattern(expression, code)

    def add(self, codes: Mapping[_Key, _Code]) -> None:
        """Take up what `all` gave."""
        self._codes.update(codes)

    def all(self) -> Mapping[_Key, _Code]:
        """Every code; where there are too many, those that this process used."""
        if len(self._codes) > _MOST:
            self._codes = {key: code for key, code in self._codes.items() if key in self._used}
        return self._codes


_OWN = Codes()
_TAKEN: list[Path] = []


def regex(expression: str, flags: int = 0) -> re.Pattern[str]:
    """An expression of the program's own, compiled when its module is imported: in place of ``re.compile``.

    Args:
        expression: One that is the same in every run, or it would be compiled and kept anew each time.
        flags: As ``re`` has them.

    Raises:
        re.error: It is faulty.
    """
    place = kept.folder()
    if place is None:
        return re.compile(expression, flags)
    if place not in _TAKEN:
        _TAKEN.append(place)
        _take_up()
    return _OWN.compiled(expression, flags)


def lay_down() -> None:
    """Keep what was compiled for the program's modules, together with what other processes kept meanwhile."""
    if _OWN.new and kept.folder():
        _take_up()
        kept.put(_KIND, _NAME, marshal.dumps(dict(_OWN.all())))
        _OWN.new.clear()


def _take_up() -> None:
    data = kept.get(_KIND, _NAME)
    if data is not None:
        _OWN.add(marshal.loads(data))


def _code(expression: str, flags: int) -> _Code | None:
    """The code of an expression; None where ``re`` has to say something each time it is compiled."""
    if flags & re.DEBUG:
        return None
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        parsed = _parser.parse(expression, flags)
        code = array("I", opened(parsed, _compiler._code(parsed, flags)))
    state = parsed.state
    return None if told else (flags | state.flags, code.tobytes(), state.groups - 1, dict(state.groupdict))


def _pattern(expression: str, code: _Code) -> re.Pattern[str]:
    flags, words, groups, names = code
    numbered: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        numbered[number] = name
    made: re.Pattern[str] = _sre.compile(expression, flags, array("I", words).tolist(), groups, names, tuple(numbered))
    return made
