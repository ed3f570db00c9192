"""What the quality gate is made of: the corpus, its digest, its score, its floors.

In: ``corpus/<language>/``, ``gold/<language>.claims.jsonl`` and ``floors.yaml`` beside this file. Out: their
digest, the scores of the reader as it is, the floors that are in force. Never writes anything.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from musterbook.claims.reader import Reader
from musterbook.claims.scoring import Score, Tally, score
from musterbook.course import read_capture
from musterbook.intake import Limits, collect, read_manifest
from musterbook.records import Problem

HERE = Path(__file__).parent
FLOORS = HERE / "floors.yaml"
LANGUAGES = ("en", "ru")
FEW = 5
"""A type with fewer gold claims than this in a language has no floor of its own; the language's total covers it."""
LEAST_SLACK = 0.02
"""Below what was measured; to this comes what one gold claim is worth."""


@dataclass(frozen=True, slots=True)
class Floor:
    """One line of ``floors.yaml``.

    Attributes:
        gold: How many claims or matches stood behind the measurement.
        reached: What was measured then, 0 to 1.
        floor: What must be reached, 0 to 1.
        why: The comment of a floor that was lowered by hand, else empty.
    """

    gold: int
    reached: float
    floor: float
    why: str = ""


def digest() -> str:
    """SHA-256 over the names and contents of all texts, manifests and gold claims."""
    total = hashlib.sha256()
    for path in sorted([*HERE.glob("corpus/*/*"), *HERE.glob("gold/*.jsonl")]):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        total.update(f"{path.relative_to(HERE).as_posix()} {hashlib.sha256(content).hexdigest()}\n".encode())
    return total.hexdigest()


def gold(language: str) -> list[dict[str, Any]]:
    """The gold claims of one language."""
    lines = (HERE / "gold" / f"{language}.claims.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def predicted(language: str, reader: Reader) -> Iterator[dict[str, Any]]:
    """What a reader finds in the corpus of one language, in the interchange form.

    Raises:
        AssertionError: A document of the corpus cannot be read at all.
    """
    folder = HERE / "corpus" / language
    manifest, problems = read_manifest(folder / "manifest.jsonl")
    assert problems == []
    for item in collect(sorted(folder.glob("*.txt")), manifest, Limits()):
        assert not isinstance(item, Problem), item
        document = read_capture(item, reader, index=False)
        assert document.reading is not None, document.problems
        yield from (claim.interchange() for claim in document.claims)


def measure(language: str, reader: Reader) -> Score:
    """Precision, recall and the rest of one language."""
    return score(gold(language), predicted(language, reader), reader.vocabulary)


def figures(language: str, result: Score) -> dict[str, tuple[int, float]]:
    """Everything that can have a floor: key → (gold claims or matches behind it, value from 0 to 1)."""
    total = result.total
    count = _gold(total)
    found = {
        f"{language} precision": (total.found + total.extra, total.precision),
        f"{language} recall": (count, total.recall),
        f"{language} f1": (count, total.f1),
    }
    for name, (right, seen) in sorted(result.fields.items()):
        found[f"{language} field {name}"] = (seen, right / seen)
    for name, tally in sorted(result.types.items()):
        if _gold(tally) >= FEW:
            found[f"{language} {name}"] = (_gold(tally), tally.f1)
    return found


def floors() -> tuple[str, dict[str, Floor]]:
    """The digest and the floors in force."""
    text = FLOORS.read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    why = dict(re.findall(r'^  "([^"]+)":.*# lowered: *(\S.*)$', text, re.MULTILINE))
    return data["digest"], {key: Floor(**value, why=why.get(key, "")) for key, value in data["floors"].items()}


def allowed(count: int, value: float) -> float:
    """The floor that belongs to a measured value: a little under it, more where few claims stand behind it.

    >>> allowed(100, 0.9), allowed(10, 0.05)
    (0.87, 0.0)
    """
    return max(0.0, round(value - LEAST_SLACK - 1 / max(count, 1), 2))


def table(language: str, result: Score) -> str:
    """The score of one language, for people."""
    rows = sorted(result.types.items(), key=lambda row: -_gold(row[1]))
    lines = [f"{language}: {_row(result.total)}"]
    lines += [f"  {name:28} {_row(tally)}" for name, tally in rows]
    lines += [f"  {name:28} {right} of {seen}, {right / seen:.3f}" for name, (right, seen) in result.fields.items()]
    return "\n".join(lines)


def _gold(tally: Tally) -> int:
    return tally.found + tally.missed


def _row(tally: Tally) -> str:
    counts = f"gold {_gold(tally):5,} found {tally.found:5,} extra {tally.extra:4,}"
    return f"{counts}   P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
