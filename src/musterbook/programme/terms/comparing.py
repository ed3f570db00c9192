"""What a case expects, held against an answer, in words that say what differs.

In: what is expected, as a case file writes it, and an answer. Out: one line for each difference. Never rounds
again: sums are compared to the kopeck as they are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from musterbook.errors import UsageError
from musterbook.expressions import regex
from musterbook.programme.terms.answer import STATES, VERDICTS, Answer

_STATES = {*STATES, *VERDICTS, "exceeded", "perhaps_exceeded"}
_BOUND = regex(r"(at least|at most)\s+(-?[\d.]+)\Z")
EXPECTED = (
    "from", "to", "state", "text", "complete", "options", "layers", "held", "not_known", "aside", "quotes", "steps",
    "from_by", "to_by",
)  # fmt: skip
_Row = Mapping[str, Any]


def differences(expected: object, answer: Answer) -> list[str]:
    """What an answer has that a case does not expect, or lacks.

    Args:
        expected: A figure; ``[from, to]``; a state such as ``unknown``; "at least …"; or a mapping of `EXPECTED`.
        answer: What came out.

    Raises:
        UsageError: What is expected cannot be understood.
    """
    plain = answer.plain()
    if isinstance(expected, Mapping):
        return _mapping(expected, plain)
    return _mapping(_spelt_out(expected), plain)


def _spelt_out(expected: object) -> _Row:
    if isinstance(expected, list) and len(expected) == 2:
        return {"from": expected[0], "to": expected[1]}
    if isinstance(expected, int | float) and not isinstance(expected, bool):
        return {"from": expected, "to": expected}
    if isinstance(expected, str):
        bound = _BOUND.match(expected)
        if bound:
            ends = ("from", "to") if bound[1] == "at least" else ("to", "from")
            return {ends[0]: float(bound[2]) if "." in bound[2] else int(bound[2]), ends[1]: "unknown"}
        if expected in _STATES:
            return {"state": expected} | ({"from": "unknown", "to": "unknown"} if expected == "unknown" else {})
    raise UsageError(
        f"expect: {expected!r} is not understood; give a sum, [from, to], 'at least 100', a state "
        f"({', '.join(sorted(_STATES))}), or a mapping of {', '.join(EXPECTED)}"
    )


def _mapping(expected: _Row, plain: dict[str, Any]) -> list[str]:
    out: list[str] = []
    for key, want in expected.items():
        if key not in EXPECTED:
            raise UsageError(f"expect: there is no key {key!r}; there are: {', '.join(EXPECTED)}")
        out += _CHECKS[key](key, want, plain)
    return out


def _end(key: str, want: object, plain: dict[str, Any]) -> list[str]:
    return [] if _same(want, plain[key]) else [f"{key}: expected {want}, got {_none(plain[key])} ({plain['text']})"]


def _same(want: object, got: object) -> bool:
    if want in (None, "unknown"):
        return got is None
    return got is not None and Decimal(str(want)) == Decimal(str(got))


def _none(value: object) -> object:
    return "unknown" if value is None else value


def _equal(key: str, want: object, plain: dict[str, Any]) -> list[str]:
    return [] if want == plain[key] else [f"{key}: expected {want}, got {plain[key]} ({plain['text']})"]


def _text(key: str, want: object, plain: dict[str, Any]) -> list[str]:
    return [
        f"{key}: {w!r} is not in {plain[key]!r}" for w in _list(want) if str(w).lower() not in str(plain[key]).lower()
    ]


def _lines(key: str, want: object, plain: dict[str, Any]) -> list[str]:
    if want in ("none", []):
        return [f"{key}: expected none, got {plain[key]}"] if plain[key] else []
    got = [row if isinstance(row, str) else _told(row) for row in plain[{"steps": "working"}.get(key, key)]]
    return [f"{key}: nothing there has {w!r}; there is: {got}" for w in _list(want) if not _any(got, str(w))]


def _told(row: _Row) -> str:
    return " ".join(str(v) for k, v in row.items() if k != "stands_on" and not k.endswith("_by"))


def _any(got: Iterable[str], want: str) -> bool:
    return any(want.lower() in g.lower() for g in got)


def _drivers(key: str, want: object, plain: dict[str, Any]) -> list[str]:
    got = [_whole(t) for t in plain.get(key, [])]
    return [
        f"{key}: {w!r} does not drive this end; it is driven by {got}" for w in _list(want) if not _any(got, str(w))
    ]


def _quotes(key: str, want: object, plain: dict[str, Any]) -> list[str]:
    text = str(plain)
    return [f"{key}: the answer does not lead to the words {w!r}" for w in _list(want) if str(w) not in text]


def _whole(term: _Row) -> str:
    said = " ".join(f"{q['doc']} {q['exact']} {q['published']}" for q in term["quotes"])
    return f"{', '.join(term['origins'])} {term['values']} {term['stage']} {said}"


def _rows(key: str, want: object, plain: dict[str, Any]) -> list[str]:
    """Each expected row must be met by one of the rows."""
    out = []
    for row in _list(want):
        if not isinstance(row, Mapping):
            out += _lines(key, row, plain)
        elif not any(_row_met(row, got) for got in plain[key]):
            told = [_told(got) for got in plain[key]]
            out.append(f"{key}: none is {dict(row)}; there is: {told or 'nothing'}")
    return out


def _row_met(want: _Row, got: _Row) -> bool:
    for key, value in want.items():
        if key in ("from", "to"):
            if not _same(value, got.get(key)):
                return False
        elif key in ("by", "quotes"):
            if not _any([_whole(t) for t in got["stands_on"]], str(value)):
                return False
        elif key in ("state", "standing", "stage"):
            if got.get(key) != value:
                return False
        elif key not in got:
            raise UsageError(f"expect: there is no {key!r} here; there are: by, quotes, {', '.join(got)}")
        elif str(value).lower() not in str(got[key]).lower():
            return False
    return True


def _layers(key: str, want: object, plain: dict[str, Any]) -> list[str]:
    if not isinstance(want, Mapping):
        raise UsageError(f"expect: {key} is {want!r}; give layer: state, for instance age: contested")
    got = {row["name"]: row for row in plain["layers"]}
    out = []
    for name, wanted in want.items():
        if name not in got:
            out.append(f"layers: there is no layer {name!r}; there are: {', '.join(got)}")
            continue
        state = wanted if isinstance(wanted, str) else wanted.get("state", got[name]["state"])
        if state != got[name]["state"]:
            out.append(f"layers: {name}: expected {state}, got {got[name]['state']} ({got[name]['text']})")
        if isinstance(wanted, Mapping):
            out += [
                f"{name}: {x}" for k in ("text", "options") if k in wanted for x in _CHECKS[k](k, wanted[k], got[name])
            ]
    if list(want) != [n for n in got if n in want] and len(want) > 1:
        out.append(f"layers: expected in the order {', '.join(want)}, got {', '.join(n for n in got if n in want)}")
    return out


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


_CHECKS: dict[str, Callable[[str, object, dict[str, Any]], list[str]]] = {
    "from": _end,
    "to": _end,
    "state": _equal,
    "complete": _equal,
    "text": _text,
    "not_known": _lines,
    "aside": _lines,
    "steps": _lines,
    "from_by": _drivers,
    "to_by": _drivers,
    "quotes": _quotes,
    "options": _rows,
    "held": _rows,
    "layers": _layers,
}
