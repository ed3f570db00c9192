"""Sources that a later sentence names again, or that are told apart from what stands beside them; made-up texts."""

from __future__ import annotations

import pytest
from tests.claims.speech_texts import chain

AGAIN = [
    (
        "en",
        "Men are wanted in Tula, according to job adverts seen by Mash.\n\nThey get 900 rubles. "
        "Meals are free, the adverts say.",
        ("job adverts", "Mash"),
    ),
    (
        "en",
        "Men are wanted, Mash reported Tuesday, citing a source in the mayor's office.\n\nThey get 900 rubles. "
        "Few have come, the outlet's source said.",
        ("source in the mayor's office", "Mash"),
    ),
    (
        "en",
        "Men are wanted, a notice on the town's website says.\n\nIvan Primerov gets 900 rubles. "
        "Few have come, the notice says.",
        (),
    ),
    (
        "en",
        "Men are wanted, a notice on the town's website says.\n\nThey get 900 rubles.\n\nIt has rained. "
        "Few have come, the order says.",
        (),
    ),
    (
        "ru",
        "Людей ищут, следует из объявления на столбе.\n\nИм платят 900 рублей. Кормят всех, говорится в объявлении.",
        ("объявление",),
    ),
]
BESIDE = [
    ("A woman was told by the local enlistment office that they get 900 rubles.", ("local enlistment office",)),
    ("The men were told by the local enlistment office to bring 900 rubles.", ()),
    ("In a written statement to the news site RBC, the ministry said they get 900 rubles.", ("ministry", "RBC")),
    ("In a reply to a question, the ministry said they get 900 rubles.", ("ministry",)),
    ("The clerk, whom we met at a stall, told us that they get 900 rubles.", ("clerk",)),
    ("According to the memo, men keep public order and get 900 rubles.", ("memo",)),
    ("Mash quoted a draft office as saying they get 900 rubles.", ("military enlistment office", "Mash")),
]
LAWS = [
    ("Under the bill, they would get 900 rubles.", ()),
    ("Under the draft law, they would get 900 rubles.", ()),
    ("Under the contract, they get 900 rubles.", ("contract",)),
    ("According to the bill, they would get 900 rubles.", ("bill",)),
    ("The amendments entitle men to 900 rubles.", ()),
    ("The amendments say that they get 900 rubles.", ("amendments",)),
]


RUSSIAN = [
    ("Из объявления администрации округа следует, что дают 900.", ("объявление администрации округа",)),
    ("Платят 900 рублей, говорится в сообщении пресс-службы мэрии.", ("сообщение пресс-службы мэрии",)),
    ("Из объявления следует, что администрации округа дали 900.", ("объявление",)),
    ("Рабочий рассказал «Вёрстке» о встрече. По словам мужчины, платят 900 рублей.", ("рабочий", "Вёрстка")),
    ("Письмо датировано 9 мая. В нём директор со ссылкой на приказ просит дать 900 рублей.", ("письмо",)),
    ("В письме губернатор требует дать 900 рублей.", ("письмо",)),
    ("За смену дают 900 рублей, подсчитала «Медиазона» по открытым источникам.", ("Медиазона",)),
    (
        "Пишет «Вёрстка» со ссылкой на сотрудников мэрии, что ищут людей. По их словам, дают 900.",
        ("сотрудники мэрии", "Вёрстка"),
    ),
    ("По данным ВымыслИнформа, платят 900 рублей.", ("ВымыслИнформ",)),
    (
        "Об условиях рассказал военком Иван Примеров. Рядовых, сержантов берут до 52 лет. Кормят. Одевают. Платят 900.",
        ("Иван Примеров",),
    ),
    ("Об этих условиях рассказал военком Иван Примеров.\n\nПлатят 900 рублей.", ()),
]


@pytest.mark.parametrize(("text", "wanted"), RUSSIAN)
def test_a_russian_paper_or_speaker_goes_by_what_the_text_calls_him(text, wanted):
    """A notice has its owner in its name, «мужчина» is who spoke before, and conditions are told to the end."""
    assert chain(text, "900", "ru")[0] == wanted


@pytest.mark.parametrize(("language", "text", "wanted"), AGAIN)
def test_a_paragraph_that_ends_with_the_source_before_it_is_that_source_s(language, text, wanted):
    """What stands between a cited source and its being named again is what that source says."""
    assert chain(text, "900", language)[0] == wanted


@pytest.mark.parametrize(("text", "wanted"), BESIDE)
def test_a_source_is_told_apart_from_what_stands_beside_it(text, wanted):
    """An order is no public order, a draft no draft office, and whoever is told something heard it from somebody."""
    assert chain(text, "900", "en")[0] == wanted


@pytest.mark.parametrize(("text", "wanted"), LAWS)
def test_what_holds_under_a_law_or_a_bill_the_text_says_itself(text, wanted):
    """A law or a bill is a source of what is said to stand in it, not of what it does."""
    assert chain(text, "900", "en")[0] == wanted


def test_a_pronoun_after_a_colon_is_whoever_opens_the_sentence():
    """«X went further: men, he said, …» is X, whoever spoke before."""
    text = (
        "Dmitry Peskov said nothing was planned. Andrei Kartapolov, who heads a committee, went further: 900, he said."
    )
    assert chain(text, "900", "en")[0] == ("Andrei Kartapolov",)
