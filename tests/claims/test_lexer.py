"""The automaton over a text: forms, triggers, capitals, ambiguity."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from musterbook import kept
from musterbook.claims.lexer import Lexer, lower
from musterbook.vocabulary.nouns import Surface, Vocabulary


def vocabulary(*surfaces: Surface) -> Vocabulary:
    """A vocabulary of nothing but surfaces."""
    return Vocabulary("made-up", {}, "0", surfaces, {}, {}, (), {})


BOOK = vocabulary(
    Surface("Belgorod region", "region", "RU-BEL"),
    Surface("Belgorod", "region", "RU-BEL"),
    Surface("Орёл", "region", "RU-ORL", case_sensitive=True),
    Surface("БАРС-Курск", "unit", "BARS-Kursk"),
    Surface("Rivne", "region", "X-1"),
    Surface("Rivne", "region", "X-2"),
    Surface("₽", "currency", "RUB"),
)


def found(text: str, *triggers: str) -> list[tuple[str, str]]:
    """(words, id) of each mention."""
    hits = Lexer(BOOK, triggers).find(text, lower(text))
    return [(text[m.start : m.end], str(m.value)) for m in hits.mentions]


def test_the_longest_form_wins() -> None:
    """A name is taken whole, with the spans of the text as it stands."""
    assert found("In the Belgorod\nregion, near Belgorod.") == [("Belgorod\nregion", "RU-BEL"), ("Belgorod", "RU-BEL")]


def test_forms_are_whole_words() -> None:
    """A form inside a longer word is nothing; punctuation and hyphens are borders."""
    assert found("Belgorodskaya, Belgorod-based «БАРС-Курск»") == [("Belgorod", "RU-BEL"), ("БАРС-Курск", "BARS-Kursk")]


def test_capitals_decide_where_they_must() -> None:
    """A city that is also a bird counts with its capital only, or in a text all in capitals."""
    assert found("Орёл и орёл, Орел и ОРЕЛ") == [("Орёл", "RU-ORL"), ("Орел", "RU-ORL"), ("ОРЕЛ", "RU-ORL")]


def test_two_entries_of_one_kind_are_no_match() -> None:
    """Where a form stands for two entries and nothing tells which, nothing is found."""
    assert found("in Rivne") == []


def test_triggers_begin_words() -> None:
    """A trigger counts at the beginning of a word, with its offset."""
    text = "Information on forming units"
    hits = Lexer(BOOK, ("form", "unit")).find(text, lower(text))
    assert hits.triggers == ((15, 0), (23, 1))


@given(st.text(max_size=80))
def test_lower_case_keeps_every_offset(text: str) -> None:
    """Lower-casing never changes the length, whatever the script."""
    assert len(lower(text)) == len(text)


def test_what_is_looked_for_is_kept_and_found_again(tmp_path: Path) -> None:
    """A second process takes up the forms that the first one made ready; other forms are made ready for themselves."""
    before = kept.folder()
    kept.keep_in(tmp_path)
    try:
        first = found("Орёл и Belgorod", "form")
        assert found("Орёл и Belgorod", "form") == first
        assert len(list(tmp_path.iterdir())) == 1
        fewer = replace(BOOK, surfaces=BOOK.surfaces[1:])
        assert Lexer(fewer, ())._surfaces != Lexer(BOOK, ())._surfaces
        assert len(list(tmp_path.iterdir())) == 2
    finally:
        kept.keep_in(before)
