"""The reader, held against gold claims on reports written for this project."""

from __future__ import annotations

import json
import sys
from collections import Counter

import pytest
from tests.quality.measure import (
    FEW,
    FLOORS,
    HERE,
    LANGUAGES,
    allowed,
    digest,
    figures,
    floors,
    gold,
    measure,
    table,
)

from musterbook.claims.reader import Reader
from musterbook.claims.scoring import Score
from musterbook.vocabulary import load

RAISE = "python -m tests.quality.run_floors"


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    """The score of each language, measured once."""
    reader = Reader(load("bars"))
    return {language: measure(language, reader) for language in LANGUAGES}


def test_no_figure_is_below_its_floor(scores: dict[str, Score]) -> None:
    """Each language, field and claim type reaches its floor."""
    sys.stdout.write("\n")
    measured: dict[str, tuple[int, float]] = {}
    for language, result in scores.items():
        sys.stdout.write(f"{table(language, result)}\n")
        measured |= figures(language, result)
    below = [
        f"{key}: {measured.get(key, (0, 0.0))[1]:.3f}, the floor is {floor.floor:.2f}"
        for key, floor in floors()[1].items()
        if measured.get(key, (0, 0.0))[1] < floor.floor
    ]
    assert below == [], (
        f"the reader got worse; mend it, or lower the floor in {FLOORS.name} and write the reason behind it, "
        f"in the same line: # lowered: <why>"
    )


def test_every_claim_type_has_a_floor() -> None:
    """No claim type with enough gold goes without a floor."""
    known = floors()[1]
    counts = {language: Counter(row["type"] for row in gold(language)) for language in LANGUAGES}
    wanted = [f"{language} {name}" for language in LANGUAGES for name, n in counts[language].items() if n >= FEW]
    assert [key for key in wanted if key not in known] == [], f"set their floors: {RAISE}"


def test_a_changed_corpus_is_said_to_be_changed() -> None:
    """The digest in force is that of the texts, manifests and gold claims."""
    assert floors()[0] == digest(), (
        "the corpus or its gold changed. If that was meant, look at what the change did to the figures "
        f"(python -m pytest tests/quality -s), then write the new digest and floors: {RAISE}"
    )


def test_a_floor_is_not_lowered_without_a_reason() -> None:
    """A floor that is far below what was reached when it was set says why."""
    silent = [
        f"{key}: {floor.floor:.2f} where {floor.reached:.3f} was reached"
        for key, floor in floors()[1].items()
        if floor.floor < allowed(floor.gold, floor.reached) and not floor.why
    ]
    assert silent == [], f"write the reason into {FLOORS.name}, behind the floor: # lowered: <why>"


@pytest.mark.parametrize("language", LANGUAGES)
def test_gold_quotes_stand_in_their_texts(language: str) -> None:
    """Every gold quote is what its text says from start to end."""
    faults = []
    for row in gold(language):
        text = (HERE / "corpus" / language / row["doc"]).read_text(encoding="utf-8")
        quote = row["quote"]
        if text[quote["start"] : quote["end"]] != quote["exact"]:
            faults.append((row["doc"], quote["exact"]))
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_gold_speaks_the_vocabulary(language: str) -> None:
    """Gold claims use the types, arguments and closed lists of the vocabulary."""
    types = load("bars").types
    faults = []
    for row in gold(language):
        known = {argument.role: argument for argument in types[row["type"]].args}
        for role, value in row["args"].items():
            argument = known.get(role)
            if argument is None or (argument.values and not argument.open and value not in argument.values):
                faults.append((row["doc"], row["type"], role, value))
    assert faults == []


@pytest.mark.parametrize("language, least", [("en", 30), ("ru", 40)])
def test_the_corpus_is_described(language: str, least: int) -> None:
    """Every report is in the manifest with its publisher, date and address, and every one has gold claims."""
    folder = HERE / "corpus" / language
    rows = [json.loads(line) for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    files = {path.name for path in folder.glob("*.txt")}
    assert {row["file"] for row in rows} == files
    assert all(row["publisher"] and row["published"] and "example.org" in row["address"] for row in rows)
    assert set(Counter(row["doc"] for row in gold(language))) == files
    assert len(files) >= least
