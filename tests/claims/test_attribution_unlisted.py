"""Outlets that no vocabulary knows, laws in force, and whose title it is."""

from __future__ import annotations

import pytest
from tests.claims.speech_texts import chain

from musterbook.claims.attribution.cased import nominative
from musterbook.claims.people import find_people
from musterbook.vocabulary import load

_STAFF = "Под Курском сбили 19 дронов, заявил замначальника управления Генштаба контр-адмирал Иван Примеров."
_HEAD = "Под Курском сбили 19 дронов, заявил губернатор Иван Примеров."
_CHAINS = [
    ("ru", "По сообщению «Пепла», бойцам платят 90 тысяч рублей.", "90 тысяч", ("Пепел",)),
    ("ru", "Военком рассказал «Белому камню», что набрали 100 человек.", "100 человек", ("военком", "Белый камень")),
    ("ru", "Источник РИА «Край» в мэрии сообщил: взяли 40 человек.", "взяли 40", ("источник в мэрии", "РИА «Край»")),
    ("ru", "«Примерная правда края» сообщила, что взяли 40 человек.", "40 человек", ("Примерная правда края",)),
    ("ru", "Командир с позывным Ветер рассказал, что сбили 19 дронов.", "19 дронов", ("командир",)),
    ("ru", "Под Курском сбили 19 дронов, отчитался губернатор.", "сбили 19", ("губернатор",)),
    ("ru", "Под Курском сбили 19 дронов, озвучил замгубернатора.", "сбили 19", ("замгубернатора",)),
    ("ru", "Под Курском сбили 19 дронов, доложил врио губернатора.", "сбили 19", ("врио губернатора",)),
    ("ru", "Под Курском сбили 19 дронов, объявил председатель облдумы.", "сбили 19", ("председатель облдумы",)),
    ("ru", "Под Курском сбили 19 дронов, объявил сбор оперативный штаб области.", "сбили 19", ()),
    ("ru", "В записке к проекту говорилось, что под Курском сбили 19 дронов.", "сбили 19", ("пояснительная записка",)),
    ("ru", "В памятке указывалось, что под Курском сбили 19 дронов.", "сбили 19", ("памятка",)),
    ("ru", "Как сообщалось, в Курской области бойцы сбили 19 дронов.", "сбили 19", ()),
    ("ru", "Как минимум в 19 районах берут бойцов, которые сядут тут, подсчитал «Пепел».", "19 районах", ("Пепел",)),
    ("en", "How to read the table: 19 drones fell in May.", "19 drones", ("table",)),
    ("ru", _STAFF + " По словам контр-адмирала, взяли 40 человек.", "40 человек", ("Иван Примеров",)),
    ("ru", _STAFF + " Представитель Генштаба уточнил: взяли 40.", "взяли 40", ("Иван Примеров",)),
    ("ru", _HEAD + " Представитель губернатора уточнил: взяли 40.", "взяли 40", ("представитель губернатора",)),
    ("ru", _STAFF + " Представитель Минобороны уточнил: взяли 40.", "взяли 40", ("представитель Минобороны",)),
    ("ru", _STAFF + " Под Псковом взяли 40. «И 9 тут», — сказал он.", "взяли 40", ("Иван Примеров",)),
    ("en", "Near Kursk 19 drones were shot down, the deputy governor maintained.", "19 drones", ("deputy governor",)),
    ("en", "Near Kursk 19 drones were shot down, the governor wrote in his channel.", "19 drones", ("governor",)),
    ("en", "Near Kursk 19 drones were shot down; the men maintained their equipment.", "19 drones", ()),
    ("en", "Putin's spokesman Ivan Primerov said 19 drones were shot down.", "19 drones", ("Ivan Primerov",)),
    ("en", "Governor Ivan Primerov, speaking at a briefing, said 19 drones fell.", "19 drones", ("Ivan Primerov",)),
    ("en", "In a post on Monday evening, the governor wrote that 19 drones fell.", "19 drones", ("governor",)),
    ("en", "Telegram channels circulated a notice saying that 19 drones fell.", "19 drones", ("telegram channels",)),
    ("en", "The men carried letters home after 19 drones fell.", "19 drones", ()),
    ("en", "State media quoted the governor as saying that 19 drones fell.", "19 drones", ("governor",)),
    ("en", "TASS quoted the governor as saying that 19 drones fell.", "19 drones", ("governor", "TASS")),
    ("en", "A letter sent to mayors and seen by Verstka says 19 drones fell.", "19 drones", ("letter", "Verstka")),
    ("en", "The commissar told the local paper Primer that 64 had signed.", "64 had signed", ("commissar", "Primer")),
    ("en", "Reservists are fed by the city, reports Primer Valley TV.", "are fed", ("Primer Valley TV",)),
    ("en", "Interfax, citing a source in Tula, reported that 40 signed.", "40 signed", ("source in Tula", "Interfax")),
    ("en", "The law permits the use of reservists in peacetime.", "use of reservists", ()),
    ("en", "The law names no duties but one.", "no duties", ("law",)),
    ("en", "The unit was set up under an order of the governor.", "set up", ()),
    ("en", "Primerov said that 340 people had applied. The region needs 1,500.", "needs 1,500", ()),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "passage", "expected"), _CHAINS, ids=[c[2] for c in _CHAINS])
def test_the_chain_of_a_passage(language: str, text: str, passage: str, expected: tuple[str, ...]) -> None:
    """Unlisted outlets are named in the nominative, and a law in force is no source of what it does."""
    assert chain(text, passage, language)[0] == expected


@pytest.mark.parametrize(
    ("written", "case", "called"),
    [
        ("Делового дня", "genitive", "Деловой день"),
        ("Примерных вестей", "genitive", "Примерные вести"),
        ("Примерную правду", "accusative", "Примерная правда"),
        ("Примерному курьеру", "dative", "Примерный курьер"),
        ("E1", "dative", "E1"),
    ],
)
def test_a_name_in_the_nominative(written: str, case: str, called: str) -> None:
    """A name in quotation marks is given back as it is called."""
    assert nominative(written, case) == called


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "The lawyer represents Anna Vymyshlennaya, a cook.", "private"),
        ("en", "The deputy’s driver, Ivan Primerov, refused.", "private"),
        ("en", "The commissar called Ivan Primerov at night.", "private"),
        ("en", "Mayor Ivan Primerov promised more.", "office"),
        ("en", "Spokesperson for the Border Guard Service Ivan Primerov said so.", "voice"),
        ("ru", "На встрече с губернатором механизатор Юрий Примеров пожаловался.", "private"),
        ("ru", "Пока военком искал Эдуарда Примерова, тот уехал.", "private"),
        ("ru", "Это пообещал на встрече с ветеранами мэр Иван Примеров.", "office"),
    ],
)
def test_whose_title_it_is(language: str, text: str, role: str) -> None:
    """A title belongs to the name that it stands with, not to whom its bearer met, called or helped."""
    people = find_people(text, text.lower(), language, load("bars"))
    assert {p.role for p in people} == {role}
