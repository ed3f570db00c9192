"""Holders of office whom the vocabulary knows by their family names."""

from __future__ import annotations

import pytest

from musterbook.claims.people.officials import Known, officials_of
from musterbook.vocabulary import load

KNOWN = Known("Ivan Primerov", "Иван Примеров", "m", "governor")


def test_an_official_is_known_by_every_form_of_the_family_name() -> None:
    """In Latin letters, and in each case of the Russian name."""
    table = officials_of(load("bars"))
    assert table["gladkov"] == table["гладкова"] == table["гладковым"]
    assert table["gladkov"].native == "Вячеслав Гладков"


@pytest.mark.parametrize(
    ("native", "fits"),
    [
        ("Примеров", True),
        ("Иван Примеров", True),
        ("И. Примеров", True),
        ("Пётр Примеров", False),
        ("П. Примеров", False),
    ],
)
def test_who_has_another_given_name_is_another(native: str, fits: bool) -> None:
    """A family name alone, the same given name or its initial may be the official's."""
    assert KNOWN.may_be(native) is fits


def test_a_name_is_given_in_the_letters_of_the_text() -> None:
    """In Latin letters, in Russian ones, or in those in which it is known."""
    assert (KNOWN.named(latin=True), KNOWN.named(latin=False)) == ("Ivan Primerov", "Иван Примеров")
    assert KNOWN._replace(native="").named(latin=False) == "Ivan Primerov"
