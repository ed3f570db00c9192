"""Whose word a relay carries: sources of sources, reports and bodies named by their kind; made-up texts."""

from __future__ import annotations

import pytest
from tests.claims.speech_texts import chain

CITED = [
    ("en", "Pay is 900 rubles, the Telegram channel Mash reported, citing Vyorstka.", ("Vyorstka", "Mash")),
    ("en", "Pay is 900 rubles, according to Mash, which reported it with reference to TASS.", ("TASS", "Mash")),
    ("en", "Citing TASS, Reuters reported that they get 900 rubles.", ("TASS", "Reuters")),
    ("ru", "За смену платят 900 рублей, пишет Mash со ссылкой на «Вёрстку».", ("Вёрстка", "Mash")),
    ("ru", "«Вёрстка» пишет, ссылаясь на ТАСС, что за смену платят 900 рублей.", ("ТАСС", "Вёрстка")),
]
REPORTS = [
    ("en", "Pay is low, Reuters reported, citing data.\n\nThey get 900 rubles, according to the report.", "Reuters"),
    ("en", "Pay is low, Meduza reported in May. The article says that they get 900 rubles.", "Meduza"),
    ("en", "Pay is low, RBC reported.\n\nThey get 900 rubles, according to the newspaper’s report.", "RBC"),
    ("ru", "Платят мало, пишет РБК.\n\nЗа смену дают 900 рублей, говорится в публикации.", "РБК"),
    ("ru", "Платят мало, сообщает «Вёрстка».\n\nЗа смену дают 900 рублей, следует из материала издания.", "Вёрстка"),
    ("en", "Pay is low. They get 900 rubles, according to the report.", "report"),
]
BODIES = [
    (
        "en",
        "The Lesnoy District Court heard a man. He gets 900 rubles, the court's press service said.",
        "Lesnoy District Court's press service",
    ),
    (
        "ru",
        "Лесной районный суд выслушал истца. Ему вернут 900 рублей, сообщила пресс-служба суда.",
        "пресс-служба Лесного районного суда",
    ),
    (
        "ru",
        "В Заречном городском суде выслушали истца. Ему вернут 900 рублей, сообщила пресс-служба суда.",
        "пресс-служба Заречного городского суда",
    ),
    ("ru", "Суд выслушал истца. Ему вернут 900 рублей, сообщила пресс-служба суда.", "пресс-служба суда"),
]
PARTICIPLES = [
    ("Юрист, консультирующий бойцов, сказал РБК, что за смену платят 900 рублей.", ("юрист", "РБК"), True),
    (
        "Чиновник, знакомый с планами, рассказал РБК, что за смену дают 900 рублей.",
        ("чиновник, знакомый с планами", "РБК"),
        True,
    ),
    ("Военный, отец которого служит, сказал РБК, что за смену дают 900 рублей.", ("военный", "РБК"), True),
    ("За смену, начатую утром, дают 900 рублей, сообщил РБК.", ("РБК",), False),
    ("Отряд, созданный весной, получает 900 рублей за смену, рассказал РБК.", ("РБК",), False),
]

SOURCED = [
    ("en", "For a shift they get 900 rubles, as reported by TASS.", ("TASS",)),
    ("en", "For a shift they get 900 rubles, it was reported by Mash.", ("Mash",)),
    ("en", "For a shift they get 900 rubles, per Meduza.", ("Meduza",)),
    ("en", "For a shift they get 900 rubles – TASS.", ("TASS",)),
    ("en", "Nobody comes. The news was reported by RBC. According to the outlet, they get 900 rubles.", ("RBC",)),
    ("en", "Two men – a cook and a driver – get 900 rubles.", ()),
    ("en", "They get 900 rubles per shift, per man.", ()),
    ("ru", "За смену дают 900 рублей (цитата по «Интерфаксу»).", ("Интерфакс",)),
    ("ru", "За смену дают 900 рублей (цит. по «Вёрстке»).", ("Вёрстка",)),
    ("ru", "Как стало известно «Вёрстке», за смену дают 900 рублей.", ("Вёрстка",)),
    ("ru", "Военный показал дрон, за который дают 900 рублей.", ()),
    ("en", "Pay is low, Mash reported, citing Vyorstka. They get 900 rubles, it said.", ("Mash",)),
    ("ru", "Вчера стало известно, что за смену дают 900 рублей.", ()),
]
TOLD = [
    ("en", "In an interview with Meduza, the commander said that they get 900 rubles.", ("commander", "Meduza")),
    ("en", "They get 900 rubles, a lawyer confirmed to Meduza.", ("lawyer", "Meduza")),
    ("en", "They get 900 rubles, a lawyer said to the Moscow Times.", ("lawyer", "Moscow Times")),
    ("en", "They get 900 rubles, a lawyer said on air of TASS.", ("lawyer", "TASS")),
    ("ru", "В эфире радио «Говорит Москва» юрист заявил, что за смену дают 900 рублей.", ("юрист", "Говорит Москва")),
    ("en", "Speaking to Meduza, a lawyer said that they get 900 rubles.", ("lawyer", "Meduza")),
    ("en", "A lawyer said in response to a request from RBC that they get 900 rubles.", ("lawyer", "RBC")),
    ("ru", "В интервью «Вёрстке» командир рассказал, что за смену дают 900 рублей.", ("командир", "Вёрстка")),
    ("ru", "В беседе с «Вёрсткой» юрист отметил: за смену дают 900 рублей.", ("юрист", "Вёрстка")),
    ("ru", "Военный показал расчётный лист «Вёрстке»: за смену дают 900 рублей.", ("военный", "Вёрстка")),
    ("ru", "Чиновник прислал таблицу РБК: за смену дают 900 рублей.", ("чиновник", "РБК")),
    ("ru", "В ответ на запрос РБК в мэрии сообщили, что за смену дают 900 рублей.", ("мэрия", "РБК")),
]

OFFICES = [
    ("ru", "Правительство Тульской области сообщило, что дают 900 рублей.", "правительство Тульской области"),
    ("ru", "Правительство сообщило, что дают 900 рублей.", "правительство РФ"),
    ("en", "The government of Tula Oblast said that they get 900 rubles.", "government of Tula Oblast"),
    (
        "ru",
        "Отряд создан, сообщила пресс-служба правительства региона. По данным ведомства, дают 900 рублей.",
        "пресс-служба правительства региона",
    ),
    ("ru", "Отряд создан, сообщил ТАСС. По данным ведомства, дают 900 рублей.", "ведомство"),
    (
        "en",
        "A unit was formed, the labour ministry said. They get 900 rubles, the ministry added.",
        "Labour Ministry",
    ),
]


def test_the_speaker_of_a_paper_of_the_state_is_not_told_to_it() -> None:
    """«Пресс-служба X сообщила» is X's word where X is official; «рассказал X» is told to X."""
    assert chain("Дают 900 рублей, сообщила пресс-служба «Российской газеты».", "900", "ru")[1] is False
    assert chain("Дают 900 рублей, рассказал «Российской газете» юрист.", "900", "ru")[1] is True


@pytest.mark.parametrize(("language", "text", "expected"), OFFICES)
def test_an_office_is_that_of_its_region_or_the_one_named_before(language: str, text: str, expected: str) -> None:
    """A region beside «government» makes it another office, and «the ministry» is the one that spoke before."""
    assert chain(text, "900", language)[0][0].casefold() == expected.casefold()


@pytest.mark.parametrize(("language", "text", "expected"), SOURCED)
def test_an_outlet_named_in_passing_is_the_source(language: str, text: str, expected: tuple[str, ...]) -> None:
    """After a dash, in brackets, in the passive: an outlet is the source, and what only looks like it is none."""
    assert chain(text, "900", language)[0] == expected


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_who_was_asked_told_it_to_the_outlet(language: str, text: str, expected: tuple[str, ...]) -> None:
    """What is said in an interview or to a question of an outlet was told to it."""
    assert chain(text, "900", language) == (expected, True)


@pytest.mark.parametrize(("language", "text", "expected"), CITED)
def test_who_is_cited_stands_nearer_than_who_cites(language: str, text: str, expected: tuple[str, ...]) -> None:
    """«X reported, citing Y» is Y's word, which X passes on."""
    assert chain(text, "900", language)[0] == expected


@pytest.mark.parametrize(("language", "text", "expected"), [*REPORTS, *BODIES])
def test_a_report_or_body_named_by_its_kind_is_the_one_named_before(language: str, text: str, expected: str) -> None:
    """«The report» is that of the outlet before, «the court» the one that the text named; else neither is known."""
    assert chain(text, "900", language)[0] == (expected,)


@pytest.mark.parametrize(("text", "expected", "told"), PARTICIPLES)
def test_a_speaker_with_a_participle_told_the_outlet(text: str, expected: tuple[str, ...], told: bool) -> None:
    """An outlet beside the verb is the addressee where the sentence has a speaker, and else the speaker."""
    assert chain(text, "900", "ru") == (expected, told)


def test_he_is_never_a_newsroom() -> None:
    """A man of whom the text only speaks is not the outlet that was named before him."""
    text = "Pay is low, RBC reported.\n\nA sailor who left in March lost nothing, he told Meduza. He got 900 rubles."
    assert "RBC" not in chain(text, "900", "en", "Meduza")[0]


def test_the_outlet_that_was_told_before_is_told_again() -> None:
    """«A fitter told the outlet» after «a clerk told RBC that …» was told to RBC; else to the publisher."""
    text = "A clerk told RBC that pay is low. A fitter told the outlet that they get 900 rubles."
    assert chain(text, "900") == (("fitter", "RBC"), True)
    assert chain("Pay is low. A fitter told the outlet that they get 900 rubles.", "900") == (("fitter",), True)


def test_whom_an_outlet_spoke_to_told_it_to_that_outlet() -> None:
    """«По его словам» after «X поговорил с кем-то» is told to X."""
    text = "Примеров объявил набор. «Вёрстка» поговорила с сотрудником военкомата. По его словам, платят 900 рублей."
    assert chain(text, "900", "ru")[0] == ("сотрудник военкомата", "Вёрстка")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Our reporter spoke to Dorothea Fitterly, a fitter. In her words, they get 900 rubles."),
        ("ru", "«Вёрстка» поговорила с Ольгой Примеровой, слесарем. По её словам, платят 900 рублей."),
    ],
)
def test_whom_reporters_spoke_to_is_not_named_where_nobody_may(language: str, text: str) -> None:
    """Somebody private whom a pronoun means has no name in a chain; somebody of whom nothing is known neither."""
    assert not any(
        name in link for link in chain(text, "900", language)[0] for name in ("itterly", "римеров", "rimerov")
    )
