"""Who a name is: bodies, their press services and papers, sources of newsrooms, offices that every region has."""

from __future__ import annotations

import pytest
from tests.reconcile.made import claim, edge, matter, paper, press

from musterbook.records import Metadata, Stated

PRESS = press()

NAMES = [
    ("source of Kommersant", "Kommersant", "outlet"),
    ("собеседник «Вёрстки»", "Vyorstka", "outlet"),
    ("проект", "проект", "described"),
    ("издание «Проект»", "Proekt", "outlet"),
    ("проект постановления", "проект постановления", "described"),
    ("source close to TASS and Reuters", "source close to TASS and Reuters", "described"),
    ("Lesnoy District Court's press service", "Lesnoy District Court", "office"),
    ("пресс-служба Лесновского районного суда", "Лесновский районный суд", "office"),
    ("Лесновский районный суд", "Лесновский районный суд", "office"),
    ("court's press service", "court's press service", "described"),
    ("пресс-релиз на сайте правительства Пермского края", "Perm krai regional government", "office"),
    ("official website of the government of Perm Krai", "Perm krai regional government", "office"),
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


WHOSE = [
    (("TASS", "Meduza"), False, "TASS"),
    (("Ministry of Defence", "Meduza"), False, "Ministry of Defence"),
    (("Ministry of Defence", "Meduza"), True, "Meduza"),
    (("official statistics", "Meduza"), False, "Meduza"),
    (("Ivan Primerov", "Meduza"), False, "Meduza"),
]


@pytest.mark.parametrize(("by", "told", "whose"), WHOSE)
def test_a_relay_of_a_relay_is_the_word_of_who_made_it_public(by: tuple[str, ...], told: bool, whose: str) -> None:
    """What an outlet cites another outlet or a named office for is theirs; what they told it is its own."""
    said = claim("a", "training.duration", duration="P3W", by=by, told=told)
    assert matter([said], [paper("a", "Lenta.ru")]).origins.of(said).name == whose


def test_a_statement_that_a_relay_rounds_has_the_one_origin_of_its_report() -> None:
    """Where all that a cited report says is one office's word, what it is cited for in other words is so too."""
    counts = [claim("a", "recruitment.count", count=n, stage=s, by=("Ministry of Defence",)) for n, s in
              ((4180, "applied"), (2615, "signed"))]  # fmt: skip
    told = claim("b", "programme.regions", count=14, by=("official statistics", "Reuters"))
    papers = [paper("a", "Reuters"), paper("b", "Meduza")]
    origins = matter([*counts, told], papers, [edge("b", "a", kind="cites")]).origins
    assert origins.of(told).name == "Ministry of Defence"
    mixed = claim("a", "contract.term", duration="P1Y", by=("lawyer",), told=True)
    origins = matter([*counts, mixed, told], papers, [edge("b", "a", kind="cites")]).origins
    assert origins.of(told).name == "Reuters"


def test_more_than_a_round_number_is_that_number_told_again() -> None:
    """«More than 4,000» in a relay is the 4,180 of its report; «more than 3,000» and «more than 4,180» are not."""
    exact = claim("a", "recruitment.count", count=4180, comparator="exactly", stage="applied", by=("TASS",))
    filler = claim("a", "contract.term", duration="P1Y")
    papers = [paper("a", "Reuters"), paper("b", "Meduza")]
    for count, whose in ((4000, "TASS"), (3000, "Reuters"), (4110, "Reuters")):
        told = claim("b", "recruitment.count", count=count, comparator="at_least", stage="applied", by=("Reuters",))
        origins = matter([exact, filler, told], papers, [edge("b", "a", kind="cites")]).origins
        assert origins.of(told).name == whose


def test_the_page_of_an_office_is_its_own_word() -> None:
    """Who speaks on a page of an office speaks for it; on a page of a newsroom he speaks for himself."""
    said = [claim(d, "recruitment.count", count=90, by=("Ivan Primerov",)) for d in "ab"]
    papers = [paper("a", "Правительство Пермского края", "official"), paper("b", "Reuters")]
    origins = matter(said, papers).origins
    assert [origins.of(c).name for c in said] == ["Правительство Пермского края", "Ivan Primerov"]


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("источник в правительстве региона", "described", "источник в правительстве региона"),
        ("source in the Ministry of Defence", "described", "source in the Ministry of Defence"),
        ("сотрудник прокуратуры Кингисеппа", "described", "сотрудник прокуратуры Кингисеппа"),
        ("employee of the military enlistment office", "described", "employee of the military enlistment office"),
        ("представитель Минобороны", "office", "Ministry of Defence"),
        ("spokesman for the Ministry of Defence", "office", "Ministry of Defence"),
    ],
)
def test_who_speaks_of_an_office_is_not_the_office(name: str, kind: str, said: str) -> None:
    """A source or an employee is nobody in particular; who speaks for an office is the office."""
    voice = press().voice(name)
    assert (voice.kind, voice.name) == (kind, said)


def test_words_by_which_a_text_comes_back_to_an_office() -> None:
    """«The ministry» and «the statement» go back to the office named before, a letter does not."""
    assert press().returns("ведомство (department)")
    assert press().returns("the ministry".removeprefix("the "))
    assert not press().returns("letter")


@pytest.mark.parametrize(
    ("publisher", "address", "outlet", "family"),
    [
        ("Ministry of Defense of Russia", "", "Ministry of Defence", "ministry_of_defence"),
        ("Ministry of Defence of the Russian Federation", "", "Ministry of Defence", "ministry_of_defence"),
        ("", "https://mil.ru/news/1", "Ministry of Defence", "ministry_of_defence"),
        ("", "http://publication.pravo.gov.ru/document/1", "legal information portal", "legal_portal"),
        ("", "https://sozd.duma.gov.ru/bill/1-8", "State Duma", "state_duma"),
        ("", "https://49.mchs.gov.ru/x/1", "49.mchs.gov.ru", "49 mchs gov ru"),
        ("", "https://t.me/vvgladkov/1", "Vyacheslav Gladkov", "head RU-BEL"),
        ("Vyacheslav Gladkov (Telegram)", "", "Vyacheslav Gladkov", "head RU-BEL"),
        ("Gladkov's Telegram channel", "", "Vyacheslav Gladkov", "head RU-BEL"),
        ("телеграм-канал Гладкова", "", "Vyacheslav Gladkov", "head RU-BEL"),
        ("Acting Governor of Belgorod Oblast", "", "head of Belgorod region", "head RU-BEL"),
        ("Пресс-служба губернатора Белгородской области", "", "head of Belgorod region", "head RU-BEL"),
        ("Head of the Republic of Mordovia", "", "head of Mordovia", "head RU-MO"),
        (
            "Администрация Краснодарского края",
            "",
            "Krasnodar krai regional administration",
            "regional_administration RU-KDA",
        ),
        (
            "Администрация Небыльского района",
            "",
            "Администрация Небыльского района",
            "body administracia nebilskogo raena",
        ),
        ("", "https://belregion.ru/news/1", "Belgorod region regional government", "regional_government RU-BEL"),
    ],
)
def test_the_page_of_an_office_is_known_by_name_and_by_address(
    publisher: str, address: str, outlet: str, family: str
) -> None:
    """By any of its names, by its holder, by its site: it is official, and one."""
    stated = (("publisher", publisher), ("address", address))
    paper = PRESS.paper("1", "1", Metadata(tuple(Stated(f, v, "manifest") for f, v in stated if v)))
    assert (paper.outlet, paper.family, paper.kind) == (outlet, family, "official")
    assert PRESS.family(outlet) == family


@pytest.mark.parametrize(
    "name",
    [
        "aide to the Belgorod governor",
        "заместитель губернатора Курской области",
        "глава Белгорода",
        "глава Белгородского района",
        "Atlantic Council",
        "Radio of Russia",
        "Gleb Vymyslov",
        "Vymyslov's Telegram channel",
    ],
)
def test_who_holds_no_office_has_no_page_of_one(name: str) -> None:
    """Aides, heads of cities, institutes and anybody whom the vocabulary does not know."""
    assert PRESS.paper("1", "1", Metadata((Stated("publisher", name, "manifest"),))).kind == "unknown"


@pytest.mark.parametrize("name", ["Vyacheslav Gladkov", "Belgorod governor", "губернатор Белгородской области"])
def test_the_head_of_a_region_is_one_by_name_and_by_title(name: str) -> None:
    """Two reports of what he said have one origin, whichever of them names him."""
    assert PRESS.voice(name).family == "head RU-BEL"


def test_who_headed_a_region_before_is_not_its_head() -> None:
    """What he says is his word."""
    assert PRESS.voice("Alexei Smirnov").family == "Alexei Smirnov"


@pytest.mark.parametrize(
    ("publisher", "outlet", "kind"),
    [
        ("Example Paper", "Example Paper", "unknown"),
        ("Primersk Guardian", "Primersk Guardian", "unknown"),
        ("The Guardian", "The Guardian", "newspaper"),
        ("Агентство «Пример»", "Агентство «Пример»", "unknown"),
        ("Вести Примерска", "Вести Примерска", "unknown"),
        ("Radio Vesti", "Vesti", "broadcaster"),
        ("Current Time TV", "Current Time", "broadcaster"),
        ("газета «Бумага»", "Bumaga", "newspaper"),
        ("Коммерсантъ (Пример)", "Kommersant", "newspaper"),
        ("Newsroom of TASS", "TASS", "agency"),
    ],
)
def test_a_publisher_is_who_he_says_he_is(publisher: str, outlet: str, kind: str) -> None:
    """Whose name has a known outlet's for one of its words is not that outlet; its channels and services are."""
    paper = PRESS.paper("1", "1", Metadata((Stated("publisher", publisher, "manifest"),)))
    assert (paper.outlet, paper.kind) == (outlet, kind)


@pytest.mark.parametrize("name", ["Analysts", "analysts", "Observers", "Эксперты", "Critics (критики)"])
def test_many_without_a_name_are_nobody(name: str) -> None:
    """Whom a capital letter at the beginning of a sentence makes look like a name is described, and no origin."""
    assert PRESS.voice(name).kind == "described"
    assert PRESS.voice("Primerov").kind == "person"
