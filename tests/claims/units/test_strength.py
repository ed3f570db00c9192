"""How large units are, were and are to become."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

States = Callable[..., list[dict[str, Any]]]

LEAD = {
    "en": "BARS reservists are being recruited in Belgorod region. ",
    "ru": "В Белгородской области набирают резервистов в отряд БАРС. ",
}


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "The detachment is supposed to have 150 people by the summer.", [("increase", 150)]),
        ("en", "The unit should number 400 fighters by the end of the year.", [("increase", 400)]),
        ("en", "By the new year there should be six hundred.", [("increase", 600)]),
        ("en", "The battalion now has 700 members, up from 350 in January.", [("increase", 700), (None, 350)]),
        ("en", "A year ago the unit had 200 men; now it has 450.", [(None, 200), ("increase", 450)]),
        ("en", "The unit has 300 members and will have 500 by year-end.", [(None, 300), ("increase", 500)]),
        ("en", "Some 320 fighters serve there.", [(None, 320)]),
        ("en", "Authorities want to recruit 300 people by the end of the month.", []),
        ("en", "The detachment grew by half over the winter.", [("increase", None)]),
        ("en", "By summer the battalion will be a quarter bigger.", [("increase", None)]),
        ("en", "The governor plans to enlarge the detachment by a third.", [("increase", None)]),
        ("en", "The detachment grew tired of waiting for orders.", []),
        ("ru", "К лету в нём должно быть 600 человек.", [("increase", 600)]),
        ("ru", "К концу года численность батальона планируют довести до 700.", [("increase", 700)]),
        ("ru", "Год назад в отряде служили 200 бойцов, сегодня — 450.", [(None, 200), ("increase", 450)]),
        ("ru", "В его рядах уже 250 человек.", [(None, 250)]),
        ("ru", "Отряд насчитывает около 300 человек, и расширять его не будут.", [("maintain", 300)]),
        ("ru", "До конца года планируют набрать 300 человек.", []),
        ("ru", "За зиму отряд вырос на треть.", [("increase", None)]),
        ("ru", "Скоро отряд станет больше, решили депутаты.", [("increase", None)]),
        ("ru", "У отряда стало больше работы.", []),
        ("ru", "Выплаты бойцам отряда выросли вдвое.", []),
    ],
)
def test_strength_now_then_and_by_a_time(
    states: States, language: str, sentence: str, expected: list[tuple[str | None, int | None]]
) -> None:
    """A size to be reached by a time is an increase; what a unit was and what is to be recruited is not."""
    found = states("unit.strength", LEAD[language] + sentence, "change", "count", "region")
    told = [(row.get("change"), row.get("count")) for row in found]
    assert sorted(told, key=str) == sorted(expected, key=str)
    assert {row["region"] for row in found} <= {"RU-BEL"}
