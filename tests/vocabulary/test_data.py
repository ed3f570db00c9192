"""What the data must hold, and the traps that it must keep out of."""

from __future__ import annotations

import re
from functools import cache

import pytest

from musterbook.vocabulary import Surface, load
from musterbook.vocabulary.loader import DATA

_SUBJECTS = 83
_OCCUPIED = {"UA-14", "UA-09", "UA-23", "UA-65", "UA-43", "UA-40"}


@cache
def _forms() -> dict[str, list[Surface]]:
    found: dict[str, list[Surface]] = {}
    for surface in load("bars").surfaces:
        found.setdefault(surface.text, []).append(surface)
    return found


def _means(text: str, kind: str) -> set[str]:
    return {
        s.id
        for form in {text, text.lower()}
        for s in _forms().get(form, [])
        if s.kind == kind and (s.text == text or not s.case_sensitive)
    }


def test_all_regions_are_there() -> None:
    """Every subject of the federation and every occupied region of Ukraine has an entry with its code."""
    codes = {i for (kind, i) in load("bars").entries if kind == "region"}
    assert codes >= _OCCUPIED
    assert len({c for c in codes if c.startswith("RU-")}) == _SUBJECTS == len(codes - _OCCUPIED)


def test_every_region_has_a_name_in_both_languages_and_a_unit() -> None:
    """Every region is found in English and in Russian text, and its unit is known."""
    vocabulary = load("bars")
    units = {e.attributes["region"] for (kind, _), e in vocabulary.entries.items() if kind == "unit"}
    for (kind, code), entry in vocabulary.entries.items():
        if kind == "region":
            assert {"en", "ru"} <= set(entry.names)
            assert {s.language for s in vocabulary.surfaces if s.kind == kind and s.id == code} >= {"en", "ru"}
            assert code in units


@pytest.mark.parametrize(
    ("text", "kind", "ids"),
    [
        ("Moscow", "region", set()),
        ("Москве", "region", set()),
        ("Moscow", "place", {"moscow"}),
        ("Moscow region", "region", {"RU-MOS"}),
        ("city of Moscow", "region", {"RU-MOW"}),
        ("орёл", "region", set()),
        ("Орёл", "region", {"RU-ORL"}),
        ("Орел", "region", {"RU-ORL"}),
        ("kurgan", "region", set()),
        ("perm", "region", set()),
        ("Vladimir", "region", set()),
        ("Владимире", "region", set()),
        ("Vladimir region", "region", {"RU-VLA"}),
        ("грозный", "region", set()),
        ("Altai", "region", set()),
        ("Altai Republic", "region", {"RU-AL"}),
        ("Altai Krai", "region", {"RU-ALT"}),
        ("Leningrad region", "region", {"RU-LEN"}),
        ("Saint Petersburg", "region", {"RU-SPE"}),
        ("Tatar", "region", set()),
        ("Крымский мост", "facility", {"bridge"}),
        ("Crimean Bridge", "facility", {"bridge"}),
        ("BARS-9", "battalion", {"BARS-9"}),
        ("BARS-9", "unit", set()),
        ("BARS-39", "unit", {"BARS-Kaliningrad"}),
        ("BARS-39", "battalion", set()),
        ("BARS-02", "unit", {"BARS-Bashkortostan"}),
        ("БАРСа", "programme_name", {"BARS"}),
        ("барс", "programme_name", set()),
        ("вёрстка", "outlet", set()),
        ("Вёрсткой", "outlet", {"Vyorstka"}),
        ("Верстки", "outlet", {"Vyorstka"}),
        ("mash", "outlet", set()),
        ("ЛЭП", "facility", {"energy"}),
        ("НПЗ", "facility", {"oil_refinery"}),
        ("нефтебаз", "facility", {"oil_gas"}),
        ("недавно натурализованных", "group", {"naturalised_citizens"}),
        ("барсовцами", "force", {"bars_fighters"}),
        ("указом президента", "instrument", {"decree"}),
    ],
)
def test_traps(text: str, kind: str, ids: set[str]) -> None:
    """Names that are words, surnames or metonyms as well mean a thing only where they surely do."""
    assert _means(text, kind) == ids


def test_outlets_say_what_they_are() -> None:
    """There are at least 120 outlets, each with a kind, a family and sites that no other family has."""
    kinds = {"official", "agency", "newspaper", "broadcaster", "channel", "monitor", "rewriter", "unknown"}
    outlets = [e for (kind, _), e in load("bars").entries.items() if kind == "outlet"]
    assert len(outlets) >= 120
    assert {e.attributes["outlet_kind"] for e in outlets} <= kinds
    owner: dict[str, object] = {}
    for entry in outlets:
        sites = entry.attributes["sites"]
        assert isinstance(sites, list)
        for site in sites:
            assert owner.setdefault(site, entry.attributes["family"]) == entry.attributes["family"], site


def test_titles_officials_and_attributes_refer_to_entries() -> None:
    """What an entry refers to by id is there."""
    entries = load("bars").entries
    for (kind, name), entry in entries.items():
        office, region = entry.attributes.get("office"), entry.attributes.get("region")
        if kind == "title" and office:
            assert ("office", office) in entries, name
        if kind == "official":
            assert ("title", office) in entries, name
            assert region is None or ("region", region) in entries, name


def test_only_the_two_facts_of_a_facility_are_kept() -> None:
    """Facilities are categories: no entry has a place, an address or coordinates."""
    for (kind, _), entry in load("bars").entries.items():
        if kind == "facility":
            assert set(entry.attributes) <= {"broader"}
    for path in DATA.rglob("*.yaml"):
        assert not re.search(r"\b(?:lat|lon|latitude|longitude|coordinates)\b", path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize(
    ("kind", "name", "en", "ru"),
    [
        ("region", "RU-BEL", "Belgorod region", "Белгородская область"),
        ("region", "RU-TA", "Tatarstan", "Татарстан"),
        ("region", "RU-KHM", "Khanty-Mansi Autonomous Okrug", "Ханты-Мансийский автономный округ"),
        ("region", "UA-09", "Luhansk region", "Луганская область"),
        ("unit", "BARS-Kursk", "BARS-Kursk", "БАРС-Курск"),
        ("outlet", "Kommersant", "Kommersant", "Коммерсантъ"),
        ("office", "ministry_of_defence", "Ministry of Defence", "Минобороны"),
        ("official", "Vyacheslav Gladkov", "Vyacheslav Gladkov", "Вячеслав Гладков"),
    ],
)
def test_preferred_names(kind: str, name: str, en: str, ru: str) -> None:
    """An entry is shown by its usual full name in each language."""
    assert load("bars").entries[kind, name].names == {"en": en, "ru": ru}
