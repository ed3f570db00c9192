"""Who a name is: bodies, their press services and papers, sources of newsrooms, offices that every region has."""

from __future__ import annotations

import pytest
from tests.reconcile.made import claim, edge, matter, paper, press

NAMES = [
    ("source of Kommersant", "Kommersant", "outlet"),
    ("собеседник «Вёрстки»", "Vyorstka", "outlet"),
    ("проект постановления", "проект постановления", "described"),
    ("source close to TASS and Reuters", "source close to TASS and Reuters", "described"),
    ("Lesnoy District Court's press service", "Lesnoy District Court", "office"),
    ("пресс-служба Лесновского районного суда", "Лесновский районный суд", "office"),
    ("Лесновский районный суд", "Лесновский районный суд", "office"),
    ("court's press service", "court's press service", "described"),
    ("краевое правительство", "regional government", "office"),
    ("правительство Пермского края", "Perm krai regional government", "office"),
]


@pytest.mark.parametrize(("name", "shown", "kind"), NAMES)
def test_a_description_is_whose_it_is(name: str, shown: str, kind: str) -> None:
    """Who is named inside a description is its voice where only one is; a description of nobody stays one."""
    voice = press().voice(name)
    assert (voice.name, voice.kind) == (shown, kind)


@pytest.mark.parametrize("by", ["областное правительство", "правительство области", "regional government"])
def test_an_office_of_every_region_is_that_of_the_region_spoken_of(by: str) -> None:
    """«The regional government» in a statement on Tula is that of Tula, and not the one of Penza."""
    tula = claim("a", "recruitment.count", count=90, region="RU-TUL", by=(by,))
    named = claim("b", "recruitment.count", count=90, region="RU-TUL", by=("правительство Тульской области",))
    penza = claim("c", "recruitment.count", count=90, region="RU-PNZ", by=(by,))
    origins = matter([tula, named, penza]).origins
    assert origins.of(tula).name == origins.of(named).name != origins.of(penza).name


def test_an_office_without_a_region_in_a_text_on_several_stays_without() -> None:
    """Where a document speaks of two regions nobody knows whose government is meant by a statement on neither."""
    said = [claim("a", "recruitment.count", count=n, region=r) for n, r in ((90, "RU-TUL"), (80, "RU-PNZ"))]
    whose = claim("a", "training.duration", duration="P3W", by=("regional government",))
    assert matter([*said, whose]).origins.of(whose).name == "regional government"


def test_what_was_told_is_not_looked_for_in_what_else_is_cited() -> None:
    """A statement of somebody unnamed, told to a newsroom, is the newsroom's, though a paper that it cites agrees."""
    official = claim("a", "pay.amount", kind="wage_kept")
    told = claim("b", "training.duration", duration="P3W", by=("lawyer",), told=True)
    further = claim("b", "pay.amount", kind="wage_kept", by=("lawyer",))
    papers = [paper("a", "Rossiyskaya Gazeta"), paper("b", "Kommersant")]
    origins = matter([official, told, further], papers, [edge("b", "a", kind="cites")]).origins
    assert origins.of(further).name == "Kommersant"
