"""What sentences are about, in words of either language."""

from __future__ import annotations

import pytest
from tests.reconcile.made import vocabulary
from tests.reconcile.test_swaps import read

from musterbook.reconcile.wording.concepts import Concepts, on_one_thing
from musterbook.reconcile.wording.retold import Words
from musterbook.reconcile.wording.swaps import Lists

CONCEPTS, LISTS = Concepts(vocabulary()), Lists(vocabulary())


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


@pytest.mark.parametrize(
    ("earlier", "later", "told"),
    [
        ("Новых сторожей наберут для охраны заводов Ропска.", "Люди нужны, чтобы охранять заводы Ропска.", True),
        ("Doctors of the coast found wounds on two wardens.", "Врач сказал: ранены двое.", True),
        ("Doctors of the coast found wounds on two wardens.", "The measure reflects alarm over lanterns.", False),
        ("The wardens are from the town.", "The wardens are from another town there.", True),
    ],
)
def test_a_sentence_on_one_thing_has_much_of_it_in_any_words(earlier: str, later: str, told: bool) -> None:
    """Words and concepts count alike, and those that any sentence may have do not."""
    texts = [LISTS.text(read(t, t, "ru" if t[0] > "z" else "en")) for t in (later, earlier)]
    one, other = ((t, t.sentences[0]) for t in texts)
    assert on_one_thing(one, other, LISTS.plain(texts[0].reading.language)) == told
