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
    ],
)
def test_a_circumstance_is_told_otherwise(earlier: str, later: str, role: str, language: str) -> None:
    """Another reason, everybody for some, one who agrees for one who decides."""
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
    ],
)
def test_a_circumstance_in_other_words_is_none(earlier: str, later: str, language: str) -> None:
    """The same reason, silence on it, and another order of words are nothing else."""
    assert {"condition", "issuer"}.isdisjoint(r for r, _, _ in found(later, earlier, language=language))
