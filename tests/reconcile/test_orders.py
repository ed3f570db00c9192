"""The same documents give the same lineage and the same origins in whatever order they come into the book."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from tests.reconcile.made import claim, press, vocabulary

from musterbook.reconcile.lineage.index import LineageIndex
from musterbook.reconcile.lineage.leaves import leaf_of
from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.slots import Questions
from musterbook.records import Claim, Edge, Metadata, Reading, Stated

Made = tuple[str, str, int, str, str, list[Claim]]

FIRST = (
    "In the district of Kazan 3,471 wardens keep watch over 5,093 boats from the first days of spring. "
    "Each of them was promised 41,700 rubles for the winter, the captain of the harbour told us."
)
TOLD_AGAIN = (
    "В Казани 3 471 сторож с первых дней весны стережёт 5 093 лодки. "
    "За зиму каждому обещали 41 700 рублей, и ещё 815 рублей за верёвки."
)
COPIED_OUT = (
    "In the district of Kazan 3,471 wardens keep watch over all the boats, 5,093 of them, from spring on. "
    "Each was promised 41,700 rubles for the winter, and ropes."
)
DOCUMENTS: list[Made] = [
    (
        "a",
        "Kommersant",
        1,
        "en",
        FIRST,
        [claim("a", "unit.strength", count=3471), claim("a", "pay.amount", amount=41700)],
    ),
    ("b", "Lenta.ru", 2, "en", f"Today. {FIRST}", [claim("b", "unit.strength", count=3471)]),
    (
        "c",
        "Meduza",
        3,
        "ru",
        TOLD_AGAIN,
        [claim("c", "unit.strength", count=3471), claim("c", "pay.amount", amount=815)],
    ),
    (
        "d",
        "Mash",
        2,
        "en",
        COPIED_OUT,
        [claim("d", "unit.strength", count=3471), claim("d", "pay.amount", amount=41700)],
    ),
    (
        "e",
        "Vedomosti",
        4,
        "en",
        "Kommersant counted 3,471 wardens and 5,093 boats; Meduza added 815 rubles for ropes in Kazan.",
        [claim("e", "unit.strength", count=3471), claim("e", "pay.amount", amount=815)],
    ),
    (
        "f",
        "Kommersant",
        20,
        "en",
        "In our report of March 1 we were wrong: there are 3,417 wardens and 5,093 boats in Kazan, not 3,471.",
        [claim("f", "unit.strength", count=3417)],
    ),
    (
        "g",
        "Kommersant",
        25,
        "en",
        "The wardens get new lanterns. As Kommersant previously reported, 3,417 wardens watch 5,093 boats in Kazan.",
        [claim("g", "unit.strength", count=3417)],
    ),
    (
        "h",
        "RBC",
        90,
        "en",
        "In spring Kommersant wrote that 3,471 wardens were to get 41,700 rubles and keep 5,093 boats near Kazan.",
        [claim("h", "unit.strength", count=3471, by=("Kommersant",)), claim("h", "pay.amount", amount=41700)],
    ),
    (
        "i",
        "Mash",
        6,
        "ru",
        "Уже есть 3 471, 5 093 и 41 700, пишут СМИ.",
        [claim("i", "unit.strength", count=3471, by=("СМИ",))],
    ),
    ("j", "Reuters", 7, "en", "A school for 825 pupils was opened in Kazan.", []),
]


def day(number: int) -> str:
    """The date so many days into the spring."""
    months = ((31, 3), (30, 4), (31, 5))
    for length, month in months:
        if number <= length:
            return f"2025-{month:02}-{number:02}"
        number -= length
    raise AssertionError(number)


def traced(documents: Sequence[Made]) -> dict[str, list[Edge]]:
    """The edges of documents that come one by one: only what a newcomer touches is looked at again."""
    texts = {f"capture-{name}": text for name, _, _, _, text, _ in documents}
    index = LineageIndex(press(), texts.__getitem__)
    known: dict[str, list[Edge]] = {}
    for name, outlet, number, language, text, claims in documents:
        capture_id = f"capture-{name}"
        stated = tuple(Stated(k, v, "manifest") for k, v in (("publisher", outlet), ("published", day(number))))
        paper = press().paper(capture_id, name, Metadata(stated))
        touched = index.add(leaf_of(paper, Reading(capture_id, text, language), claims, press()))
        known |= {i: index.edges(i) for i in (capture_id, *touched)}
    return known


def origins(documents: Sequence[Made], edges: dict[str, list[Edge]]) -> dict[str, str]:
    """Claim → whose word it is."""
    papers = {}
    for name, outlet, number, *_ in documents:
        stated = tuple(Stated(k, v, "manifest") for k, v in (("publisher", outlet), ("published", day(number))))
        papers[f"capture-{name}"] = press().paper(f"capture-{name}", name, Metadata(stated))
    claims = [c for d in documents for c in d[-1]]
    every = [e for own in edges.values() for e in own]
    known = Origins(claims, papers, every, press(), Questions(vocabulary()))
    return {c.id: known.of(c).name for c in claims}


IN_ORDER = traced(DOCUMENTS)


def test_each_way_of_coming_from_another_is_among_the_documents() -> None:
    """A copy, a translation, a report told again, names, its own earlier reports, an old one, hearsay, and nothing."""
    found = {n: [e.target.removeprefix("capture-") for e in IN_ORDER[f"capture-{n}"]] for n in "abcdefghij"}
    assert found == {
        "a": [],
        "b": ["a"],
        "c": ["a"],
        "d": ["a"],
        "e": ["a", "c"],
        "f": ["a"],
        "g": ["f"],
        "h": ["a"],
        "i": ["a"],
        "j": [],
    }


@pytest.mark.parametrize("seed", range(12))
def test_any_order_gives_the_same(seed: int) -> None:
    """Documents in any order have the same edges and origins, though only what a newcomer touches is traced again."""
    shuffled = list(DOCUMENTS)
    random.Random(seed).shuffle(shuffled)
    found = traced(shuffled)
    assert found == IN_ORDER
    assert origins(shuffled, found) == origins(DOCUMENTS, IN_ORDER)
