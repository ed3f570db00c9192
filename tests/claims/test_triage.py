"""Triage: one pass over bytes."""

from __future__ import annotations

import pytest

from musterbook.claims.triage import Triage
from musterbook.vocabulary import load
from musterbook.vocabulary.nouns import Vocabulary

TRIAGE = Triage(load("bars"))


@pytest.mark.parametrize(
    "text",
    [
        "Reservists will guard bridges.",
        "RESERVISTS",
        "Набор резервистов открыт",
        "НАБОР В ОТРЯД",
        "The BARS scheme",
        "Призыв на военные сборы",
    ],
)
def test_a_word_of_the_programme_makes_a_document_relevant(text: str) -> None:
    """Whatever its capitals and its script."""
    assert TRIAGE.relevant(text)


@pytest.mark.parametrize("text", ["", "The weather will be fine.", "Погода будет хорошей.", "some bars of soap"])
def test_a_document_without_one_is_not(text: str) -> None:
    """A word listed with capitals does not count without them."""
    assert not TRIAGE.relevant(text)


def test_without_a_list_everything_is_relevant() -> None:
    """A programme that lists no words reads every document."""
    assert Triage(Vocabulary("made-up", {}, "0", (), {}, {}, (), {})).relevant("anything")
