"""Why something is done, for whom, with whose consent: in sentences of two texts."""

from __future__ import annotations

import pytest
from tests.reconcile.test_swaps import found

EN, RU = "en", "ru"


@pytest.mark.parametrize(
    ("earlier", "later", "role", "language"),
    [
        (
            "Nine keepers of the Pskov tower quit in March because they cannot bear the night shifts.",
            "Nine keepers of the Pskov tower resigned in March over the missing wages.",
            "condition",
            EN,
        ),
        (
            "Смотрителям Пскова, отработавшим полгода, выплатят по 60 тысяч рублей.",
            "Каждому резервисту Пскова выплатят по 60 тысяч рублей.",
            "condition",
            RU,
        ),
        (
            "Смотрителей башен Пскова назначает губернатор по согласованию с военным комиссаром.",
            "Смотрителей башен Пскова назначает военный комиссар по согласованию с губернатором.",
            "issuer",
            RU,
        ),
        (
            "Three of the five wardens of the Pskov tower passed the course and got lanterns.",
            "All five wardens of the Pskov tower passed the course and got lanterns.",
            "count",
            EN,
        ),
        (
            "Две из них, башни Пскова, отремонтировали и получили фонари.",
            "Все башни Пскова отремонтировали, они получили фонари.",
            "count",
            RU,
        ),
        (
            "Смотрителей башен Пскова переводят на берег только с их письменного согласия.",
            "Чтобы перевести смотрителя башен Пскова на берег, нужно согласие командира.",
            "condition",
            RU,
        ),
        (
            "Wardens of Pskov can be moved to the coast only with their own consent.",
            "Wardens of Pskov can be moved to the coast with the consent of the commander.",
            "condition",
            EN,
        ),
    ],
)
def test_a_circumstance_is_told_otherwise(earlier: str, later: str, role: str, language: str) -> None:
    """Another reason, everybody or all for some, one who agrees for one who decides, or whose consent it is."""
    assert role in {r for r, _, _ in found(later, earlier, language=language)}
    assert found(earlier, earlier, language=language) == []


@pytest.mark.parametrize(
    ("earlier", "later", "language"),
    [
        (
            "Nine keepers of the Pskov tower quit in March because they cannot bear the night shifts.",
            "Nine keepers of the Pskov tower quit in March due to shifts at night.",
            EN,
        ),
        (
            "Nine keepers of the Pskov tower quit in March because they cannot bear the night shifts.",
            "Nine keepers of the Pskov tower quit in March.",
            EN,
        ),
        (
            "Смотрителям Пскова, отработавшим полгода, выплатят по 60 тысяч рублей.",
            "Всем резервистам Пскова, кто прослужил шесть месяцев, лишь 60 тысяч рублей выплатят.",
            RU,
        ),
        (
            "Смотрителей башен Пскова назначает губернатор по согласованию с военным комиссаром.",
            "По согласованию с военным комиссаром губернатор назначает смотрителей башен Пскова.",
            RU,
        ),
        (
            "Three of the five wardens of the Pskov tower passed the course and got lanterns.",
            "Three wardens of the Pskov tower passed the course and all of them got lanterns.",
            EN,
        ),
    ],
)
def test_a_circumstance_in_other_words_is_none(earlier: str, later: str, language: str) -> None:
    """The same reason, silence on it, and another order of words are nothing else."""
    assert {"condition", "issuer"}.isdisjoint(r for r, _, _ in found(later, earlier, language=language))
