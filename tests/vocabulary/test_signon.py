"""Another programme is a folder: the reader finds its claims without a line of code."""

from __future__ import annotations

from musterbook.claims.reader import reader_for
from musterbook.reading.read import read
from musterbook.records import Capture, Claim
from musterbook.records.capture import Metadata, Stated
from musterbook.vocabulary import load

_ENGLISH = (
    "The authorities of Samara region raised the sign-on bonus for contract soldiers. "
    "The signing bonus is now 3.6 million rubles, the regional government said.\n\n"
    "Bashkortostan halved the enlistment bonus to 800,000 rubles. "
    "Tatarstan wants to recruit 1,700 contract soldiers.\n"
)
_RUSSIAN = (
    "Власти Самарской области увеличили единовременную выплату для контрактников. "
    "Теперь единовременная выплата за контракт составляет 3,6 млн рублей.\n\n"
    "Власти Башкирии сократили региональную выплату. "
    "В Татарстане должны набрать 1,7 тысячи контрактников.\n"
)


def _claims(text: str, programme: str) -> list[Claim]:
    stated = Metadata((Stated("published", "2025-06-10", "manifest"),))
    capture = Capture("report.txt", text.encode(), "text/plain", stated, "utf-8")
    reading, problems = read(capture)
    assert reading is not None
    assert not problems
    claims, _, problems = reader_for(load(programme)).read(reading, capture)
    assert not problems
    return claims


def _said(claims: list[Claim]) -> set[tuple[object, ...]]:
    roles = ("region", "amount", "change", "count")
    return {(c.type, *(c.get(r) for r in roles if c.get(r) is not None)) for c in claims}


def test_english_reports_of_the_second_programme_are_read() -> None:
    """Sums, changes and targets of sign-on bonuses are found in English, each with its region."""
    assert _said(_claims(_ENGLISH, "signon")) == {
        ("bonus.changed", "RU-SAM", "increase"),
        ("bonus.amount", "RU-SAM", 3_600_000),
        ("bonus.changed", "RU-BA", "decrease"),
        ("bonus.amount", "RU-BA", 800_000),
        ("contract.target", "RU-TA", 1_700),
    }


def test_russian_reports_of_the_second_programme_are_read() -> None:
    """Sums, changes and targets of sign-on bonuses are found in Russian, each with its region."""
    assert _said(_claims(_RUSSIAN, "signon")) == {
        ("bonus.changed", "RU-SAM", "increase"),
        ("bonus.amount", "RU-SAM", 3_600_000),
        ("bonus.changed", "RU-BA", "decrease"),
        ("contract.target", "RU-TA", 1_700),
    }


def test_the_first_programme_does_not_make_claims_of_the_second() -> None:
    """What a programme says is in its folder: the reserve's reader knows no bonus.changed."""
    assert not {c.type for c in _claims(_ENGLISH, "bars")} & set(load("signon").types)
