"""The many ways in which reports say one thing, and sentences that only look like it.

Each table holds one claim type in one language: a sentence, "=>" and the keys of the claims
that it makes, "!" before one that is denied, nothing where it makes none.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from musterbook.claims.reader import Reader
from musterbook.reading import read
from musterbook.records import Capture
from musterbook.vocabulary import load

TABLES = sorted((Path(__file__).parent / "tables").glob("*.txt"))
AFTER = {  # so that a sentence is long enough for its language to be known
    "en": "That was what journalists who work in the city wrote in the morning.",
    "ru": "Об этом утром написали журналисты, которые работают в этом городе.",
}
GLOSS = re.compile(r"(?<=[а-яё]) \([^()]*\)$")  # beside a Russian name or description
KEYS = {"pay.clawback": ("trigger", "share"), "programme.launched": ("date",)}


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader of the programme, compiled once."""
    return Reader(load("bars"))


def keys(reader: Reader, claim_type: str, text: str) -> set[str]:
    """The keys of the claims of one type that a text makes."""
    capture = Capture("report.txt", text.encode(), "text/plain", encoding="utf-8")
    reading, problems = read(capture)
    assert reading is not None, problems
    roles = KEYS.get(claim_type) or [a.role for a in reader.vocabulary.types[claim_type].args if a.key]
    found = set()
    for claim in reader.read(reading, capture)[0]:
        row = claim.interchange()
        if claim.type == claim_type:
            key = "/".join(GLOSS.sub("", str(row["args"].get(role, "-"))) for role in roles)
            found.add("!" + key if row["polarity"] == "denied" else key)
    return found


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.stem)
def test_each_sentence_makes_the_claims_beside_it(reader: Reader, table: Path) -> None:
    """Every sentence of a table makes exactly the claims that stand beside it."""
    claim_type, _, language = table.stem.rpartition(".")
    wrong = []
    for line in table.read_text(encoding="utf-8").splitlines():
        sentence, _, expected = line.partition("=>")
        found = keys(reader, claim_type, f"{sentence.strip()}\n\n{AFTER[language]}")
        if found != {e.strip() for e in expected.split(";") if e.strip()}:
            wrong.append((sentence.strip(), sorted(found), expected.strip()))
    assert not wrong


def test_both_languages_have_their_tables() -> None:
    """No claim type has sentences in one language only."""
    by_language = {tongue: {t.stem.rpartition(".")[0] for t in TABLES if t.stem.endswith(tongue)} for tongue in AFTER}
    assert by_language["en"] == by_language["ru"]
