"""Whose word a statement is where its source's text has it and no statement was read there."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from tests.reconcile.made import claim, edge, paper, press, vocabulary

from musterbook.reconcile.declined import stem
from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.origins.origin import Origin
from musterbook.reconcile.origins.placed import Placed
from musterbook.reconcile.slots import Questions
from musterbook.reconcile.wording.swaps import Lists
from musterbook.records import Claim, Edge, Evidence, Quote, Reading


def read(doc: str, text: str, language: str) -> Reading:
    """A text, each sentence ended by a full stop and a space."""
    ends = [0, *(at + 2 for at in range(len(text)) if text[at : at + 2] == ". "), len(text)]
    return Reading(f"capture-{doc}", text, language, sentences=tuple(itertools.pairwise(ends)))


def said(made: Claim, text: str, words: str, language: str = "en") -> Claim:
    """A statement with its words where they stand in a text."""
    at = text.index(words)
    return replace(made, quote=Quote(made.quote.reading_id, at, at + len(words), words), language=language)


def origin(texts: dict[str, tuple[str, str]], claims: list[Claim], edges: list[Edge], kinds: dict[str, str]) -> Origin:
    """Whose word the first of some statements is; documents a and b are of Kommersant and a made-up newsroom."""
    readings = {f"capture-{d}": read(d, t, language) for d, (t, language) in texts.items()}
    outlets = {"a": "Kommersant", "b": "Made-up mix", "c": "Prime Office"}
    papers = {f"capture-{d}": paper(d, outlets[d], kinds.get(d, "")) for d in texts}
    placed = Placed(readings.get, Lists(vocabulary()))
    return Origins(claims, papers, edges, press(), Questions(vocabulary()), placed).of(claims[0])


EN = "Wardens train for nineteen days. Each was promised 41,700 rubles for the winter. Boats stay ashore until spring."
RU = "Сторожей учат девятнадцать дней. Каждому обещали 41 700 рублей за зиму. Лодки до весны остаются на берегу."


@pytest.mark.parametrize(
    ("source", "told", "words", "whose"),
    [
        ((EN, "en"), ("The winter brings every warden 41,700 rubles.", "en"), "41,700 rubles", "Kommersant"),
        ((RU, "ru"), ("The winter brings every warden 41,700 rubles.", "en"), "41,700 rubles", "Kommersant"),
        ((EN, "en"), ("За зиму сторож получит 41,7 тыс. рублей.", "ru"), "41,7 тыс. рублей", "Kommersant"),
        ((EN, "en"), ("The winter brings every warden 44,700 rubles.", "en"), "44,700 rubles", ""),
        ((EN, "en"), ("Wardens get lanterns, and boats stay ashore.", "en"), "boats stay ashore", "Kommersant"),
        ((EN, "en"), ("Wardens get lanterns, and ropes are cut.", "en"), "ropes are cut", ""),
        ((RU, "ru"), ("Wardens are given 19 lanterns.", "en"), "19 lanterns", ""),
        ((RU, "ru"), ("A warden gets 41,700 rubles ($460).", "en"), "41,700 rubles ($460)", "Kommersant"),
        ((RU, "ru"), ("A warden gets 41,700 rubles and 460 dollars.", "en"), "41,700 rubles and 460", ""),
    ],
)
def test_what_the_source_says_in_its_text_is_its_word(
    source: tuple[str, str], told: tuple[str, str], words: str, whose: str
) -> None:
    """A rewrite's statement whose figures or words stand in one sentence of its source is the source's word."""
    own = said(claim("b", "pay.amount", kind="bonus", amount=1), told[0], words, told[1])
    there = said(claim("a", "training.duration", duration="P19D"), source[0], source[0].split(".")[0], source[1])
    found = origin({"a": source, "b": told}, [own, there], [edge("b", "a")], {"b": "rewriter"})
    assert found.name == whose


def test_a_passage_is_the_word_of_whom_its_document_has_it_from() -> None:
    """What a relay has from an office's page, and a rewrite from the relay, is the office's."""
    texts = {"c": (RU, "ru"), "a": (EN, "en"), "b": ("Every warden gets 41,700 rubles.", "en")}
    own = said(claim("b", "pay.amount", amount=41700), texts["b"][0], "41,700 rubles")
    beside = [
        said(claim("a", "unit.formed", region="RU-BA"), EN, "Boats stay ashore"),
        said(claim("c", "training.duration", duration="P19D"), RU, "девятнадцать дней", "ru"),
    ]
    links = [edge("b", "a"), edge("a", "c", kind="official")]
    found = origin(texts, [own, *beside], links, {"b": "rewriter", "c": "official"})
    assert found.name == "Prime Office"


def test_what_a_speaker_told_the_source_is_the_sources_word() -> None:
    """A relay that names the speaker, and not the newsroom to which he said it, relays that newsroom."""
    texts = {"a": (EN, "en"), "b": ("It will last a month, Ivan Primerov said.", "en")}
    told = said(claim("a", "unit.strength", count=70, by=("Ivan Primerov",), told=True), EN, "nineteen days")
    own = said(claim("b", "training.duration", duration="P1M", by=("Ivan Primerov",)), texts["b"][0], "a month")
    assert origin(texts, [own, told], [edge("b", "a")], {"b": "rewriter"}).name == "Kommersant"
    alone = replace(told, attribution=("Anna Vymyshlennaya",))
    assert origin(texts, [own, alone], [edge("b", "a")], {"b": "rewriter"}).name == "Ivan Primerov"


def test_who_is_named_beside_is_asked_first() -> None:
    """Of two sources that say the same, the one that is named in the statement's own sentence has it."""
    text = "Kommersant wrote of it first. By the page of the Prime Office, training lasts 19 days."
    own = said(claim("b", "training.duration", duration="P19D"), text, "training lasts 19 days")
    both = [said(claim(d, "training.duration", duration="P19D"), EN, "nineteen days") for d in "ac"]
    named = Evidence(5, "the text names Prime Office", text.index("Prime Office"), text.index("Prime Office") + 12)
    links = [edge("b", "a"), replace(edge("b", "c"), confidence=0.6, evidence=(named,))]
    texts = {"a": (EN, "en"), "b": (text, "en"), "c": (EN, "en")}
    assert origin(texts, [own, *both], links, {"b": "rewriter", "c": "official"}).name == "Prime Office"


def test_a_word_put_into_the_wrong_mouth_is_whose_report_has_it() -> None:
    """Where the named outlet's report says otherwise, and another that the text names says it, it is the other's."""
    text = "No longer than 19 days, and not 45, as Kommersant wrote."
    own = said(claim("b", "training.duration", duration="P19D", by=("Kommersant",)), text, "19 days")
    theirs = [claim("a", "training.duration", duration="P45D"), claim("c", "training.duration", duration="P19D")]
    links = [edge("b", "a", kind="cites"), edge("b", "c", kind="cites")]
    texts = {"a": (EN, "en"), "b": (text, "en"), "c": (EN, "en")}
    assert origin(texts, [own, *theirs], links, {"c": "official"}).name == "Prime Office"
    assert origin(texts, [own, theirs[0]], links, {"c": "official"}).name == "Kommersant"


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Степной новью", "Степная новь", True),
        ("«Дворовом телеграфе»", "Дворовый телеграф", True),
        ("Проекте", "Проект", False),
    ],
)
def test_names_of_outlets_in_any_case(one: str, two: str, same: bool) -> None:
    """The words of a long name agree without their endings; a short name that is a noun is left alone."""
    bare = [tuple(map(stem, n.strip("«»").split())) for n in (one, two)]
    assert bare[0] == bare[1]
    assert (press().voice("Важных историях").name == "IStories") is True
    assert same or press().voice(one).kind != "outlet"


@pytest.mark.parametrize("name", ["СМИ", "media"])
def test_the_media_are_nobody(name: str) -> None:
    """What the media are said to have is nobody's word by that name."""
    assert press().voice(name).kind == "described"
