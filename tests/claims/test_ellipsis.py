"""Regions of a list that shares one noun."""

from __future__ import annotations

import pytest

from musterbook.claims import ellipsis
from musterbook.claims.patterns import PatternBook
from musterbook.vocabulary import load


@pytest.fixture(scope="module")
def book() -> PatternBook:
    """The patterns of the programme."""
    return PatternBook(load("bars"))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Units appear in the Vladimir, Kirov and Tver regions.", ["RU-VLA", "RU-KIR", "RU-TVE"]),
        ("en", "Leningrad and Pskov oblasts followed.", ["RU-LEN", "RU-PSK"]),
        ("en", "Vladimir spoke of other regions.", []),
        ("en", "Kirov came, and many regions followed.", []),
        ("ru", "Отряды есть в Тверской, Ивановской и Кировской областях.", ["RU-TVE", "RU-IVA", "RU-KIR"]),
        ("ru", "Власти Ленинградской и Псковской областей молчат.", ["RU-LEN", "RU-PSK"]),
        ("ru", "На Тверской улице говорили об областях.", []),
        ("ru", "В Кировской области тихо.", []),
        ("ru", "В Орловской начали раньше, чем в Кировской. Так было в Орловской области.", ["RU-ORL"]),
        ("ru", "В Орловской начали раньше, чем в Кировской.", []),
        ("ru", "В Орловской больнице тихо. Власти Орловской области молчат.", []),
        (
            "ru",
            "Из Орловской и Тульской едут люди. Орловская область молчит, Тульская область ждёт.",
            ["RU-ORL", "RU-TUL"],
        ),
    ],
)
def test_names_before_one_noun_are_regions(book: PatternBook, language: str, text: str, expected: list[str]) -> None:
    """Each name of a list that ends in the noun for regions is a region, and no other word is."""
    found = ellipsis.find(text.lower(), language, book)
    assert [m.value for m in found] == expected
    assert all(text[m.start : m.end].istitle() for m in found)


def test_a_language_without_such_words_has_no_lists(book: PatternBook) -> None:
    """Where the lexicon has no words for lists, nothing is found."""
    assert ellipsis.find("in the vladimir and tver regions", "de", book) == []
