"""Scoring: matches, ties, repeats, fields."""

from __future__ import annotations

from typing import Any

from musterbook.claims.scoring import score
from musterbook.vocabulary import load

BARS = load("bars")


def row(claim_type: str, args: dict[str, Any], start: int = 0, **fields: Any) -> dict[str, Any]:
    """A claim in the interchange form."""
    quote = {"exact": "x" * 5, "start": start, "end": start + 5}
    return {"doc": "a.txt", "type": claim_type, "args": args, "quote": quote, **fields}


def test_key_arguments_decide_and_others_are_counted_apart() -> None:
    """A wrong date costs a field, a wrong region costs the match."""
    gold = [row("unit.formed", {"region": "RU-BEL", "date": "2024"}), row("unit.formed", {"region": "RU-KRS"})]
    predicted = [row("unit.formed", {"region": "RU-BEL", "date": "2025"}), row("unit.formed", {"region": "RU-BRY"})]
    result = score(gold, predicted, BARS)
    assert (result.total.found, result.total.missed, result.total.extra) == (1, 1, 1)
    assert result.fields["other arguments"] == [0, 1]


def test_each_gold_claim_is_matched_once_and_the_nearest_quote_wins() -> None:
    """Two predictions of one statement are one match and one extra; the overlap decides which."""
    gold = [row("callup.limit", {"max_duration": "P6M"}, 100, attribution=["TASS"])]
    near = row("callup.limit", {"max_duration": "P6M"}, 101, attribution=["TASS"])
    far = row("callup.limit", {"max_duration": "P6M"}, 10)
    result = score(gold, [far, near], BARS)
    assert (result.total.found, result.total.extra) == (1, 1)
    assert result.fields["first link"] == [1, 1]
    assert result.extra == [far]


def test_exact_repeats_are_folded() -> None:
    """The same prediction twice is one prediction."""
    gold = [row("contract.term", {"duration": "P1Y"})]
    result = score(gold, [row("contract.term", {"duration": "P12M"}), row("contract.term", {"duration": "P12M"})], BARS)
    assert (result.total.found, result.total.extra) == (1, 0)


def test_names_are_compared_by_their_words_and_people_by_their_family_name() -> None:
    """A transliteration or a shorter form of a name is the same name; another name is not."""
    gold = [row("assessment", {"holder": "Ivan Primerov"}), row("official.left", {"person": "Alexey Primerov"}, 9)]
    same = [row("assessment", {"holder": "analyst Primerov"}), row("official.left", {"person": "Aleksei Primerow"}, 9)]
    other = [row("assessment", {"holder": "Anna Obraztsova"}), row("official.left", {"person": "Oleg Nebylov"}, 9)]
    assert score(gold, same, BARS).total.found == 2
    assert score(gold, other, BARS).total.found == 0


def test_predictions_for_other_documents_do_not_count() -> None:
    """Only documents that the gold has are scored."""
    stray = {**row("contract.term", {"duration": "P1Y"}), "doc": "b.txt"}
    assert score([row("contract.term", {"duration": "P1Y"})], [stray], BARS).total.extra == 0
