"""Predicted claims held against gold claims: precision, recall, F1 by type and language.

In: two lists of claims in the interchange form. Out: a `Score`. A predicted claim matches
a gold claim of the same document when the types are equal and every key argument is equal
after normalising; each gold claim is matched at most once, exact repeats count once. The
rules are those of the claims guide; never looks at the texts.
"""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from musterbook.vocabulary.nouns import Vocabulary

Row = Mapping[str, Any]

_BY_WORDS = frozenset({"holder", "organisation", "actor", "issuer", "expansion", "category", "remit"})
_ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"law", "bill"}),
    frozenset({"resolution", "rules", "order"}),
    frozenset({"oil_refinery", "oil_gas"}),
    frozenset({"about", "exactly"}),
    frozenset({"P1Y", "P12M"}),
)
_SAME_FAMILY_NAME = 0.75  # similarity of two transliterations of one family name
_FIELDS: tuple[tuple[str, Any], ...] = (("polarity", "affirmed"), ("status", "actual"), ("hedged", False))


@dataclass
class Tally:
    """Counts of one type or language."""

    found: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Found among predicted; 0 where nothing was predicted."""
        return self.found / (self.found + self.extra) if self.found + self.extra else 0.0

    @property
    def recall(self) -> float:
        """Found among gold; 0 where there is no gold."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Score:
    """What came of a comparison.

    Attributes:
        total: All claims.
        types: Claim type → tally.
        languages: Language → tally.
        fields: Field → [right, seen] among the matched claims.
        missed: Gold claims without a match.
        extra: Predicted claims without one.
    """

    total: Tally = field(default_factory=Tally)
    types: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    languages: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    fields: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    missed: list[Row] = field(default_factory=list)
    extra: list[Row] = field(default_factory=list)


def score(gold: Iterable[Row], predicted: Iterable[Row], vocabulary: Vocabulary) -> Score:
    """Hold predictions against gold.

    Args:
        gold: Claims in the interchange form; predictions for other documents do not count.
        predicted: Likewise.
        vocabulary: Tells which arguments are key.
    """
    result = Score()
    left: dict[str, list[Row]] = defaultdict(list)
    for row in _once(predicted):
        left[row["doc"]].append(row)
    by_document: dict[str, list[Row]] = defaultdict(list)
    for row in gold:
        by_document[row["doc"]].append(row)
    for doc in sorted(by_document):
        language = language_of(by_document[doc])
        for wanted in by_document[doc]:
            matching = [p for p in left[doc] if matches(wanted, p, vocabulary)]
            if not matching:
                result.missed.append(wanted)
                _count(result, wanted, language, "missed")
                continue
            best = max(matching, key=lambda p: _overlap(wanted, p))
            left[doc].remove(best)
            _count(result, wanted, language, "found")
            _compare(result, wanted, best, vocabulary)
        for row in left[doc]:
            result.extra.append(row)
            _count(result, row, language, "extra")
    return result


def matches(gold: Row, predicted: Row, vocabulary: Vocabulary) -> bool:
    """Whether two claims state the same: equal types and equal key arguments."""
    if gold["type"] != predicted["type"]:
        return False
    a, b = gold.get("args", {}), predicted.get("args", {})
    return all(same(k, a.get(k), b.get(k)) for k in _keys(gold["type"], vocabulary))


def same(role: str, a: Any, b: Any) -> bool:
    """Whether two values of one argument mean the same.

    >>> same("contract_term", "P1Y", "P12M"), same("amount", 5, 6)
    (True, False)
    """
    if a in (None, "") or b in (None, ""):
        return a in (None, "") and b in (None, "")
    if isinstance(a, bool) or isinstance(b, bool):
        return bool(a) == bool(b)
    if isinstance(a, int | float) and isinstance(b, int | float):
        return abs(a - b) < 1e-9
    if role == "person":
        one, other = (str(v).split()[-1].casefold() for v in (a, b))
        return difflib.SequenceMatcher(None, one, other).ratio() >= _SAME_FAMILY_NAME
    if role in _BY_WORDS:
        x, y = _words(str(a).replace("_", " ")), _words(str(b).replace("_", " "))
        return bool(x & y) and len(x & y) >= min(len(x), len(y)) / 2
    one, other = str(a).strip(), str(b).strip()
    return one.casefold() == other.casefold() or any({one, other} <= pair for pair in _ALIKE)


def language_of(rows: Iterable[Row]) -> str:
    """``ru`` where the quotes hold more Cyrillic letters than Latin ones, else ``en``."""
    text = "".join((r.get("quote") or {}).get("exact", "") for r in rows)
    cyrillic = len(re.findall("[а-яёА-ЯЁ]", text))
    return "ru" if cyrillic > len(re.findall("[a-zA-Z]", text)) else "en"


def _keys(name: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    known = vocabulary.types.get(name)
    return tuple(a.role for a in known.args if a.key) if known else ()


def _words(value: object) -> set[str]:
    text = unicodedata.normalize("NFKD", str(value)).casefold().replace("’", "'")
    return {w for w in re.findall(r"\w+", text) if len(w) > 2}


def _once(rows: Iterable[Row]) -> list[Row]:
    seen: dict[tuple[object, ...], Row] = {}
    for row in rows:
        place = (row.get("quote") or {}).get("start") if row["type"] == "assessment" else None
        args = json.dumps(row.get("args", {}), sort_keys=True, ensure_ascii=False)
        seen.setdefault((row["doc"], row["type"], place, str(row.get("attribution") or []), args), row)
    return list(seen.values())


def _overlap(a: Row, b: Row) -> int:
    x, y = a.get("quote") or {}, b.get("quote") or {}
    if "start" not in x or "start" not in y:
        return 0
    return int(max(0, min(x["end"], y["end"]) - max(x["start"], y["start"])))


def _count(result: Score, row: Row, language: str, what: str) -> None:
    for tally in (result.total, result.types[row["type"]], result.languages[language]):
        setattr(tally, what, getattr(tally, what) + 1)


def _compare(result: Score, gold: Row, predicted: Row, vocabulary: Vocabulary) -> None:
    """Score the fields of a matched pair that do not decide the match."""

    def mark(name: str, right: bool) -> None:
        result.fields[name][0] += right
        result.fields[name][1] += 1

    for name, default in _FIELDS:
        mark(name, gold.get(name, default) == predicted.get(name, default))
    a, b = gold.get("attribution") or [], predicted.get("attribution") or []
    mark("attribution", (not a and not b) or any(_words(x) & _words(y) for x in a for y in b))
    mark("first link", (not a and not b) or bool(a and b and _words(a[0]) & _words(b[0])))
    mark("whole chain", len(a) == len(b) and all(_words(x) & _words(y) for x, y in zip(a, b, strict=True)))
    keys = _keys(gold["type"], vocabulary)
    for role, value in gold.get("args", {}).items():
        if role not in keys:
            mark("other arguments", same(role, value, predicted.get("args", {}).get(role)))
    if "start" in (gold.get("quote") or {}):
        mark("quote overlaps", _overlap(gold, predicted) > 0)
