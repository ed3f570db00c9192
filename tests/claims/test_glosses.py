"""What Russian descriptions of sources mean in English, beside their own words."""

from __future__ import annotations

import pytest

from musterbook.claims.glosses import Glossary
from musterbook.claims.reader import reader_for
from musterbook.course import read_capture
from musterbook.records import Capture, Metadata, Stated
from musterbook.vocabulary import load

GLOSSES = [
    ("письмо", "letter"),
    ("пояснительная записка", "explanatory note"),
    ("источник в региональном правительстве", "source in the regional government"),
    ("источник, близкий к администрации президента", "source close to the presidential administration"),
    ("два собеседника в мэрии", "two sources in the mayor's office"),
    ("жёны резервистов", "wives of reservists"),
    ("военный комиссариат Рязанской области", "military commissariat of Ryazan region"),
    ("глава одного из районов", "head of one of the districts"),
    ("эксперты по трудовому праву", "experts on labour law"),
    ("постановление правительства Кировской области", "resolution of the government of Kirov region"),
    ("депутат Вымыслов", "deputy Vymyslov"),
    ("резервист Вымыслов", "reservist"),  # only holders of office are named
    ("юристы проекта «Тихий час»", "lawyers of the project Tikhy chas"),
    ("телеграм-канал «Береговой ветер»", "Telegram channel Beregovoy veter"),
    ("Минобороны", "Ministry of Defence"),
    ("Береговые ведомости", "Beregovyye vedomosti"),
    ("источник в УФСИН", "source in UFSIN"),
    ("сотрудница заозёрного цеха", "employee"),  # a word that nothing is known of ends a gloss
    ("прохвост", ""),
]


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    """That of the programme."""
    return reader_for(load("bars")).glossary


@pytest.mark.parametrize(("text", "gloss"), GLOSSES)
def test_a_description_has_its_meaning_beside_it(glossary: Glossary, text: str, gloss: str) -> None:
    """The words stay, and what they mean stands in brackets; nothing where the first noun is not known."""
    assert glossary.gloss(text) == gloss
    assert glossary.beside(text) == (f"{text} ({gloss})" if gloss else text)


@pytest.mark.parametrize("text", ["letter", "[частное лицо 1]", "Anna Primerova (Анна Примерова)", "TASS"])
def test_what_needs_no_gloss_has_none(glossary: Glossary, text: str) -> None:
    """Names in Latin script, masks, and names that stand in both scripts already stay as they are."""
    assert glossary.beside(text) == text


def test_sources_of_a_russian_report_are_written_in_both_languages() -> None:
    """Who says it in a Russian report stands in its words with their meaning; in an English one in its words alone."""
    vocabulary = load("bars")
    metadata = Metadata((Stated("published", "2025-11-20", "manifest"),))
    told = (
        "Источник в областном правительстве сообщил, что резервисты БАРС будут охранять мосты.",
        "A source in the regional government said that BARS reservists would guard bridges.",
    )
    chains = []
    for text in told:
        capture = Capture("a.txt", text.encode(), "text/plain", metadata, "utf-8")
        claims = read_capture(capture, reader_for(vocabulary), index=False).claims
        chains += [c.attribution for c in claims if c.type == "duty.assigned"]
    assert chains == [
        ("источник в областном правительстве (source in the regional government)",),
        ("source in the regional government",),
    ]
