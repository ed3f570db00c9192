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
    ("Чиновник, знакомый с планами, рассказал РБК, что за смену дают 900 рублей.", ("чиновник", "РБК"), True),
    ("Военный, отец которого служит, сказал РБК, что за смену дают 900 рублей.", ("военный", "РБК"), True),
    ("За смену, начатую утром, дают 900 рублей, сообщил РБК.", ("РБК",), False),
    ("Отряд, созданный весной, получает 900 рублей за смену, рассказал РБК.", ("РБК",), False),
]


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
