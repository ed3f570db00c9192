"""The one thing of a kind that a whole text has in its source's stead."""

from __future__ import annotations

import pytest
from tests.reconcile.test_swaps import found

EN, RU = "en", "ru"


def test_another_region_in_whatever_sentence() -> None:
    """A region that stands nowhere above is told for one that stands nowhere here; a town is not called one."""
    earlier = "Башни в Оренбургской области возьмут под охрану осенью. Первая стоит в Орске у самой реки."
    later = "О смотрителях башен Орловской области рассказали вчера. Первую башню в Орске построят у реки."
    assert "region" in {role for role, _, _ in found(later, earlier, language=RU)}
    assert "region" not in {role for role, _, _ in found(earlier, earlier, language=RU)}


def test_a_law_for_a_draft() -> None:
    """It is told where no word speaks of a draft any more, and not where one does."""
    earlier = "The ministry has written a bill on the keepers of towers. It gives every keeper a lantern."
    for later, swaps in (
        ("Keepers of towers get lanterns now. The law came as a gift to them all.", {"instrument"}),
        ("Keepers of towers get lanterns. The law is still a draft and a gift.", set()),
    ):
        assert {role for role, _, _ in found(later, earlier, language=EN)} & {"instrument"} == swaps


def test_how_often_somebody_is_paid_is_no_frequency() -> None:
    """What stands beside a sum of money is looked at with the sum."""
    earlier = "The towers report on Mondays. A keeper is paid 900 rubles."
    later = "The keepers of the towers file reports. Every day each of them gets 900 rubles."
    assert "frequency" not in {role for role, _, _ in found(later, earlier, language=EN)}


@pytest.mark.parametrize(
    ("earlier", "later", "swapped"),
    [
        (
            "Первые сторожа могут приступить к охране вышек в мае.",
            "В мае первые сторожа приступят к охране вышек.",
            True,
        ),
        ("The first wardens may take over towers in June.", "In June the first wardens will take over towers.", True),
        ("Under the draft, wardens may take over towers in June.", "In June wardens will take over towers.", False),
        ("По указу сторожа могут приступить к охране вышек.", "Сторожа приступят к охране вышек.", False),
        ("The first wardens may take over towers in June.", "In June the first wardens could take over towers.", False),
    ],
)
def test_what_may_be_told_as_what_will_be(earlier: str, later: str, swapped: bool) -> None:
    """What a rule or its draft allows will be done under it; what else may be need not."""
    language = "ru" if earlier[0] > "z" else "en"
    assert ("status" in {role for role, _, _ in found(later, earlier, language=language)}) == swapped
