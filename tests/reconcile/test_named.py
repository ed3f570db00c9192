"""Where names of a closed list stand in a text."""

from __future__ import annotations

import pytest
from tests.reconcile.made import vocabulary
from tests.reconcile.test_swaps import read

from musterbook.reconcile.wording.named import Names, beside_those, decoys, exact_names
from musterbook.reconcile.wording.retold import Words

TOWN, TOWER, COAST = ("place", "town"), ("place", "tower"), ("region", "coast")
NAMES = {("en", "old town"): TOWN, ("en", "town"): COAST, ("en", "old town tower"): TOWER, ("ru", "башня"): TOWER}


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("A warden of the old town sleeps.", "en", [("place", "town", "old town")]),
        ("The Old  Town Tower is dark.", "en", [("place", "tower", "Old  Town Tower")]),
        ("A town and an old town.", "en", [("region", "coast", "town"), ("place", "town", "old town")]),
        ("Towns are old.", "en", []),
        ("Башня у моря.", "ru", [("place", "tower", "Башня")]),
        ("Башня у моря.", "en", []),
    ],
)
def test_the_longest_name_is_the_one_that_stands_there(
    text: str, language: str, names: list[tuple[str, str, str]]
) -> None:
    """Whatever the case and the spaces, and only in its own language; a part of a longer name is no name."""
    found = Names(NAMES).within(read("a", text, language), Words(text))
    assert [(m.role, m.id, text[m.start : m.end]) for m in found] == names


@pytest.mark.parametrize(("text", "count"), [("Kept by MARK.", 1), ("Kept by Mark.", 0)])
def test_names_that_are_words_in_small_letters_are_taken_as_they_are_written(text: str, count: int) -> None:
    """A name that only capitals tell from a word is found with those alone."""
    names = Names({("en", "MARK"): ("outlet", "mark")}, folded=False)
    assert len(list(names.within(read("a", text), Words(text)))) == count


@pytest.mark.parametrize(
    ("text", "language", "regions"),
    [
        ("Wardens in Leningrad sleep.", "en", ["Leningrad"]),
        ("Wardens of the Leningrad Military District sleep.", "en", []),
        ("Прикамье спит.", "ru", ["Прикамье"]),
    ],
)
def test_a_region_in_its_exact_letters_is_none_in_a_name_that_only_holds_it(
    text: str, language: str, regions: list[str]
) -> None:
    """A district of the army is not the region that it is called after."""
    given, words = read("a", text, language), Words(text)
    named = exact_names(vocabulary(), "region").within(given, words)
    known = [*decoys(vocabulary(), "region").within(given, words)]
    assert [text[m.start : m.end] for m in beside_those(named, known)] == regions
