"""Bounds of figures, before them and after what they count."""

from __future__ import annotations

import pytest
from tests.reconcile.test_swaps import found

from musterbook.reconcile.wording.figures import figures_in

EN, RU = "en", "ru"


@pytest.mark.parametrize(
    ("earlier", "later", "language"),
    [
        ("The coast wants at least 430 wardens by July.", "The coast wants as many as 430 wardens by July.", EN),
        ("The coast wants 430 wardens or more by July.", "The coast wants no more than 430 wardens by July.", EN),
        ("Смотрителям башен вернут до 60% расходов.", "Смотрителям башен вернут 60% расходов.", RU),
        ("Долг смотрителя не превышает 400 рублей.", "Долг смотрителя больше 400 рублей.", RU),
        ("The keepers watch the tower for up to 10 hours.", "The keepers watch the tower for 10 hours.", EN),
        ("Башен на берегу построят 25 и более.", "Башен на берегу построят не более 25.", RU),
    ],
)
def test_a_bound_that_is_another(earlier: str, later: str, language: str) -> None:
    """It is told as a changed comparator, wherever the bound stands."""
    assert "comparator" in {role for role, _, _ in found(later, earlier, language=language)}


@pytest.mark.parametrize(
    ("earlier", "later", "language"),
    [
        ("Wardens of up to 52 are hired by the coast.", "Wardens aged 52 and younger are hired by the coast.", EN),
        ("The coast pays wardens for at most 40 days.", "The coast stops after 40 days that wardens are paid for.", EN),
        ("Платить смотрителям надо не позже 15-го числа.", "До 15-го числа смотрителям обязаны платить.", RU),
        ("Смотрителю вернут не более 180 рублей в месяц.", "Потолок — 180 рублей в месяц смотрителю.", RU),
        ("Не менее 25 башен построят на берегу.", "На берегу построят 25 башен или больше.", RU),
        ("The limit is 52 for wardens, for bellmen 57.", "Wardens up to 52 and bellmen up to 57 are hired.", EN),
        ("Предельный возраст сторожа 52 года, звонаря 57.", "Сторож не старше 52 лет, звонарь не старше 57.", RU),
        ("Wardens over 52 are excused from the towers.", "Wardens up to 52 are called to the towers.", EN),
        ("Сторожей старше 52 лет на башни не берут.", "На башни берут сторожей до 52 лет.", RU),
    ],
)
def test_a_bound_in_other_words(earlier: str, later: str, language: str) -> None:
    """It is no other bound."""
    assert "comparator" not in {role for role, _, _ in found(later, earlier, language=language)}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("от 30 до 50 тысяч рублей", ["30000", "50000"]),
        ("1,5–2 млн", ["1500000", "2000000"]),
        ("5 to 7 days", ["5", "7"]),
        ("30 000 до 50 000", ["30000", "50000"]),
    ],
)
def test_the_word_for_thousands_is_of_both_ends(text: str, figures: list[str]) -> None:
    """A range whose last end is in thousands is in thousands."""
    assert [m.id for m in figures_in(text)] == figures
