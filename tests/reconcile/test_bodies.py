"""Bodies of one text in the stead of others, and sentences that answer one question."""

from __future__ import annotations

import pytest
from tests.reconcile.test_swaps import found

EN, RU = "en", "ru"


@pytest.mark.parametrize(
    ("earlier", "later", "language", "role"),
    [
        (
            "The Finance Ministry is thinking of lanterns for keepers of towers.",
            "The Defense Ministry is thinking of lanterns for keepers of towers.",
            EN,
            "issuer",
        ),
        ("О башнях рассказали вчера. Мэрия это отрицает.", "Мэрия это подтвердила. О башнях известно.", RU, "polarity"),
        (
            "Keepers will be paid on Fridays. The money comes out of the regional budget.",
            "Nobody knows the names of keepers. All of it is paid out of the federal budget.",
            EN,
            "payer",
        ),
        (
            "The keepers watch a hydroelectric plant on the coast by night.",
            "The keepers watch a nuclear plant on the coast by night.",
            EN,
            "facility",
        ),
    ],
)
def test_another_that_stands_nowhere_above(earlier: str, later: str, language: str, role: str) -> None:
    """It is told, where the source's stands nowhere here, even of sentences that have few words in common."""
    assert role in {r for r, _, _ in found(later, earlier, language=language)}
    assert found(earlier, earlier, language=language) == []


@pytest.mark.parametrize(
    ("earlier", "later", "language"),
    [
        ("The Defense Ministry wants lanterns for towers.", "The defense minister wants lanterns for towers.", EN),
        ("The State Duma gave the towers lanterns.", "The Duma gave the towers lanterns.", EN),
        ("По решению мэрии башням дали фонари.", "Башням дали фонари, сообщил губернатор.", RU),
    ],
)
def test_who_stands_for_another(earlier: str, later: str, language: str) -> None:
    """A minister and his ministry are one; who is named for the report does not do what it tells."""
    assert {"issuer", "position"}.isdisjoint({r for r, _, _ in found(later, earlier, language=language)})
