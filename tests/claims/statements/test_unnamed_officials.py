"""Officials who joined and are named by office and place alone, and bodies that count their own people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str, str], list[dict[str, Any]]]

_EN = "BARS units are being formed in Tver Oblast. "
_RU = "В Тверской области формируют отряды БАРС. "


@pytest.mark.parametrize(
    ("text", "position", "polarity"),
    [
        (_EN + "Tver's governor has enrolled himself in the reserve.", "governor", "affirmed"),
        (_RU + "Мэр Апатитов не прошёл медкомиссию и в отряд не попал.", "mayor", "denied"),
    ],
)
def test_an_office_and_a_place_are_enough(tell: Tell, text: str, position: str, polarity: str) -> None:
    """Who is named by his office and its place joined, or did not, without a name."""
    told = [(c["args"].get("position"), c["polarity"]) for c in tell("official.joined", text)]
    assert told == [(position, polarity)]


@pytest.mark.parametrize(
    "text",
    [
        _EN + "Governors of twelve regions have published calls to join the reserve.",
        _EN + "Tver's deputies have visited those who signed up.",
        _RU + "Мэр Твери навестил резервистов.",
    ],
)
def test_those_who_call_or_visit_did_not_join(tell: Tell, text: str) -> None:
    """Holders of office who only call others, visit or praise are not taken."""
    assert tell("official.joined", text) == []


def test_oaths_and_ranks_are_joining(tell: Tell) -> None:
    """Who takes the oath joins."""
    text = _RU + "Первой присягу приняла вице-губернатор Анна Вымышленная."
    assert ["Vymyshlen" in c["args"]["person"] for c in tell("official.joined", text)] == [True]


def test_a_council_counts_its_own(tell: Tell) -> None:
    """The people of a body are counted under the body that is named before them."""
    text = _EN + "The city council said five of its members have joined the unit."
    told = tell("official.joined", text)
    assert [(c["args"]["count"], "council" in c["args"]["organisation"]) for c in told] == [(5, True)]
