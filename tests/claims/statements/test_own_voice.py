"""Judgements of columnists and of people who are interviewed, in their own voice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Tell = Callable[[str, str], list[dict[str, Any]]]

_COLUMN = """A Fence of Paper

By Ivan Primerov
Opinion, 3 June 2026

The BARS reserve was announced in spring. It has 900 men.

I believe the reserve is nothing but a costly gesture. The men are neither soldiers nor guards.

Ivan Primerov is a historian. The views expressed are his own.
"""
_NEWS = """Tver forms a reserve

By Ivan Primerov
3 June 2026

The BARS reserve was announced in spring. It has 900 men. The pay is modest, a costly affair for the region.
"""
_COLUMN_RU = """Забор из бумаги

Колонка Ивана Примерова, военного обозревателя

Резерв БАРС объявили весной. В нём 900 человек.

На мой взгляд, перед нами дорогая и бесполезная затея. Толку от резерва никакого.

Мнение автора может не совпадать с позицией редакции.
"""


def test_a_columnist_judges_in_his_own_voice(tell: Tell) -> None:
    """A signed opinion piece gives its author as the holder, and nobody as the source."""
    told = tell("assessment", _COLUMN)
    assert told
    assert {c["args"]["holder"] for c in told} == {"Ivan Primerov"}
    assert all(not c.get("attribution") for c in told)


def test_a_russian_column_names_its_author_in_the_genitive(tell: Tell) -> None:
    """The author of a Russian column is found where it says whose column it is."""
    told = tell("assessment", _COLUMN_RU)
    assert told
    assert all("Primerov" in c["args"]["holder"] for c in told)


def test_a_report_of_news_has_no_judgement_of_its_reporter(tell: Tell) -> None:
    """A byline alone makes no opinion piece."""
    assert tell("assessment", _NEWS) == []


def test_anonymous_sources_in_the_plural_judge_nothing(tell: Tell) -> None:
    """What several unnamed people say of the reserve is experience, not a judgement."""
    text = 'The BARS reserve is forming in Tver. "Nobody here is rushing to join," sources at the plant said.'
    assert tell("assessment", text) == []


def test_an_expert_who_sees_a_waste_judges(tell: Tell) -> None:
    """An expert who calls the units a waste judges them."""
    text = "The BARS reserve is forming in Tver. Sociologist Ivan Primerov sees the units as a waste of men."
    assert [c["args"]["holder"] for c in tell("assessment", text)] == ["Ivan Primerov"]
