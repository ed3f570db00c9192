"""What a source speaks of: sentences that say no more than that, and those after them."""

from __future__ import annotations

import pytest
from tests.claims.speech_texts import check_source

EXPLAINED = "Military commissar Ivan Primerov explained the conditions. Health must be checked. The term is a year."
BEGAN = "Governor Ivan Primerov met reporters. He began with the numbers: 310 men serve. The rolls will close in May."
TOLD = "Военком Иван Примеров рассказал об условиях службы. Контракт заключают на год. Берут до 50 лет."
FIRST = "Военком Иван Примеров начал с главного: дело добровольное. Судимых не возьмут."

TOPICS = [
    ("en", EXPLAINED, "Health must", "Ivan Primerov"),
    ("en", EXPLAINED, "a year", "Ivan Primerov"),
    ("en", EXPLAINED + " But the town has no doctor.", "no doctor", ""),
    ("en", EXPLAINED + "\n\nThe town is small.", "small", ""),
    ("en", BEGAN, "310 men", "Ivan Primerov"),
    ("en", BEGAN, "close in May", "Ivan Primerov"),
    ("en", "Mayor Ivan Primerov went through the terms. Pay is 900 rubles. Beds are free.", "Beds", "Ivan Primerov"),
    (
        "en",
        "The mayor, Ivan Primerov, said the men are paid under the rules. The hall is cold. Rain fell.",
        "Rain fell",
        "",
    ),
    ("ru", TOLD, "на год", "Иван Примеров"),
    ("ru", TOLD, "до 50 лет", "Иван Примеров"),
    ("ru", FIRST, "добровольное", "Иван Примеров"),
    ("ru", FIRST, "Судимых", "Иван Примеров"),
]

ANSWERS = [
    (
        "en",
        "Lawyer Anna Primerova spoke to us.\n\nQ: Who joins?\n\nA: Few men. They are paid late.\n\n"
        "Q: How long?\n\nA: Two months.\n\nQ: Where?\n\nA: Anywhere.",
        "paid late",
        "Anna Primerova",
    ),
    (
        "ru",
        "На вопросы ответила юрист Анна Примерова.\n\nВопрос: Кого берут?\nОтвет: Мужчин. Платят поздно.\n"
        "Вопрос: Надолго?\nОтвет: На год.\nВопрос: Куда?\nОтвет: Куда угодно.",
        "Платят поздно",
        "Анна Примерова",
    ),
]

NAMES = [
    ("ru", "Губернатор области Иван Примеров приехал. Глава региона сообщил, что берут всех.", "всех", "Иван Примеров"),
    ("en", "Rostov Governor Ivan Primerov came. The regional leader said all are taken.", "all are", "Ivan Primerov"),
    ("en", "Pensioner hall is shut. Primerpressa, the local news site, writes that nine left.", "nine", "Primerpressa"),
    ("en", "Lawyer Anna Primerova disagrees. To her mind this is a trap.", "trap", "Anna Primerova"),
    ("en", "What they earn is set out in an annex: 900 rubles a month.", "900", "annex"),
    ("ru", "В группе появилось объявление, где обещают 90 рублей.", "90 рублей", "объявление"),
    ("ru", "Соответствующее письмо разослал аппарат. Ведомства должны найти троих.", "троих", "письмо"),
    ("en", "According to Primer Post, a unit was formed.", "a unit", "Primer Post"),
    ("en", "According to Primer, a unit was formed.", "a unit", ""),
    ("ru", "В мэрии сообщили о наборе. В отряде 90 человек, отметили там.", "90 человек", "мэрия"),
    ("ru", "За подписание контракта обещают 90 рублей.", "90 рублей", ""),
    ("en", 'A former official was blunter: "This is insurance for bad times."', "insurance", "former official"),
    ("ru", "Мэрия разослала приказ. Согласно ему, берут всех.", "берут всех", "приказ"),
    ("ru", "Историк Иван Примеров видит в этом способ набрать людей.", "способ", "Иван Примеров"),
]


@pytest.mark.parametrize(("language", "text", "passage", "expected"), [*TOPICS, *ANSWERS, *NAMES])
def test_what_follows_belongs_to_who_was_said_to_speak(language: str, text: str, passage: str, expected: str) -> None:
    """After a sentence that only says of what somebody speaks, the paragraph is his, and nobody else's."""
    check_source(language, text, passage, expected)
