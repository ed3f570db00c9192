"""What sentences are about, in words of either language."""

from __future__ import annotations

import pytest
from tests.reconcile.made import vocabulary
from tests.reconcile.test_swaps import read

from musterbook.reconcile.wording.concepts import Concepts
from musterbook.reconcile.wording.retold import Words

CONCEPTS = Concepts(vocabulary())


@pytest.mark.parametrize(
    ("english", "russian", "concepts"),
    [
        ("Their wages came late.", "Зарплаты им задержали.", ["pay", "delay"]),
        ("A doctor keeps the weapons.", "Врач хранит оружие.", ["doctor", "weapon"]),
        ("An agency reads.", "Агентство читает.", []),
    ],
)
def test_one_thing_has_one_name_in_both_languages(english: str, russian: str, concepts: list[str]) -> None:
    """Whatever the form of the word; what only begins like a short word is not that word."""
    for text, language in ((english, "en"), (russian, "ru")):
        found = CONCEPTS.within(read(language, text, language), Words(text))
        assert sorted(m.id for m in found) == sorted(concepts)
