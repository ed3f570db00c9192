"""Who says what where somebody is asked, or a paper is shown: made-up texts of both languages."""

from __future__ import annotations

import pytest
from tests.claims.speech_texts import chain, check_source

TALK = (
    "A cook from Primersk, who gave no name, talks about a winter in the reserve.\n\n"
    "How did it begin?\n\nWith a call. The pay was 900 rubles.\n\nWere you taught?\n\nNine days in a gym.\n\n"
    "From the editors. The office did not answer us."
)
ASKED = (
    "На вопросы читателей отвечает юрист Анна Вымышленная.\n\nОбязан ли я идти?\n\nНет, дело добровольное.\n\n"
    "Надолго ли контракт?\n\nНа три года."
)
EXPLAINER = "Lawyer Anna Primerova lives in Tomsk.\n\nWho may join?\n\nMen up to 45.\n\nWho pays?\n\nThe region does."

ANSWERS = [
    ("en", TALK, "pay was 900", "cook"),
    ("en", TALK, "Nine days", "cook"),
    ("en", TALK, "How did it begin", ""),
    ("en", TALK, "did not answer us", ""),
    ("en", EXPLAINER, "Men up to 45", ""),
    ("ru", ASKED, "дело добровольное", "Вымышленная"),
    ("ru", ASKED, "На три года", "Вымышленная"),
    ("ru", ASKED, "Надолго ли", ""),
]

NOTICES = [
    ("en", "Leaflets have appeared in mailboxes. They promise 900 rubles.", "900 rubles", "leaflets"),
    ("en", "We were sent a letter by the town office. It lists nine groups.", "nine groups", "letter"),
    ("en", "An ad on the station door is more detailed. Applicants must be under 52.", "under 52", "advertisement"),
    ("en", "The company bought a bus. It offers 900 rubles to drivers.", "900 rubles", ""),
    ("en", "The mayor showed a letter, the clerk said. It lists nine groups.", "nine groups", "clerk"),
    ("ru", "На подъездах висят объявления о наборе. Обещают 900 рублей.", "900 рублей", "объявления"),
    ("ru", "Нам прислали письмо военкомата. В нём девять групп граждан.", "девять групп", "письмо"),
    ("ru", "Создан отряд, приказ подписан. В нём служат 90 человек.", "90 человек", ""),
    ("ru", "Вакансия на столбе подробнее. Платят 900 рублей, кормят бесплатно.", "кормят", "вакансия"),
]

LISTS = [
    ("ru", "Согласно приказу:\n– людей зовут сами районы;\n– срок не больше двух месяцев.", "двух месяцев", "приказ"),
    (
        "en",
        "What the order demands\n\nThe order says this:\n• men up to 45;\n• a term of two years.",
        "two years",
        "order",
    ),
    ("en", "1. Men serve near home, the order says. The list is short.\n\n2. The pay is low.", "pay is low", ""),
]

OTHERS = [
    ("ru", "Как установил суд, человеку заплатили 900 рублей.", "900 рублей", "суд"),
    ("ru", "В решении отмечено, что место за человеком сохраняется.", "сохраняется", "решение"),
    (
        "ru",
        "«Берут всех», — сказала юрист Анна Вымышленная. Как сообщал губернатор, пришло 90.",
        "пришло 90",
        "губернатор",
    ),
    ("ru", "Министерство людей насчитало 90. Минобороны называло 29 областей.", "29 областей", "Минобороны"),
    ("en", "The unit gets a bus. That is what the mayor, Ivan Primerov, said on Friday.", "a bus", "Primerov"),
    ("en", "The house passed a bill, a step that critics say ends debate.", "passed a bill", ""),
    ("en", "The house passed a bill, a step that critics say ends debate.", "ends debate", "critics"),
    (
        "en",
        "Mayor Oleg Primerov said men signed. Welder Timofei Nesushchestvov thanked him. The men, he said, eat well.",
        "eat well",
        "private person",
    ),
]

LEFT_OUT = [
    ("ru", "Сварщик Илья Выдумщук ушёл в марте. Через месяц, говорит, их увезли.", "их увезли", "частное лицо"),
    ("ru", "Женщина, которая не назвалась, сказала, что людей увезли.", "людей увезли", "женщина"),
    ("ru", "Мэр Иван Примеров рад. Его заместитель осторожен. Денег нет, сказал он.", "Денег нет", "заместитель"),
    (
        "ru",
        "Заместитель мэра, назвавшийся только Вадимом, сказал, что людей увезли.",
        "людей увезли",
        "заместитель мэра",
    ),
    ("ru", "Начальник отдела Иван Примеров ушёл. Людей увезли, сказал начальник полиции.", "Людей увезли", "полиции"),
    (
        "ru",
        "А мой источник в мэрии, человек осторожный, говорит, что людей увезли.",
        "людей увезли",
        "источник в мэрии",
    ),
    ("ru", "Людей увезли, пишет «Примерная заря». Их вернут, сказал газете мэр.", "Их вернут", "мэр"),
    ("en", "My neighbour left in May. The men, he told me, were taken away.", "taken away", "neighbour"),
    ("en", "The recruiter told him that homes are near. The pay is low.", "homes are near", "recruiter"),
    ("en", "The clerk laughed and said that pay is low.", "pay is low", "clerk"),
    ("en", "A Kremlin-affiliated blogger claimed that pay is low.", "pay is low", "blogger"),
    ("en", "A review by Fictional Herald has found that pay is low.", "pay is low", "Fictional Herald"),
    ("en", "Her colleague Ivan Primerov, a lawyer, disagrees: pay is low.", "pay is low", "Primerov"),
    ("en", "The men agreed to serve: pay is low.", "pay is low", ""),
    ("en", "Primer TV: pay is low. The mayor’s office denies that men left.", "men left", "mayor"),
]


@pytest.mark.parametrize(("language", "text", "passage", "expected"), [*ANSWERS, *NOTICES, *LISTS, *OTHERS, *LEFT_OUT])
def test_finds_whose_words_they_are(language: str, text: str, passage: str, expected: str) -> None:
    """Answers belong to who is asked, contents to the paper that is shown, and the rest to nobody."""
    check_source(language, text, passage, expected)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Источник «Фонтанки» в мэрии говорит, что набор идёт.", ("источник в мэрии", "Фонтанка")),
        ("ru", "Набор идёт, подтвердили газете «Вымышленный Воронеж» в мэрии.", ("мэрия", "Вымышленный Воронеж")),
        ("en", "A Verstka source close to the mayor says набор идёт.", ("source close to the mayor", "Verstka")),
        (
            "en",
            "Fictional Herald’s interlocutor in town said набор идёт.",
            ("interlocutor in town", "Fictional Herald"),
        ),
        ("en", "A Russian insider source said набор идёт.", ("Russian insider source",)),
    ],
)
def test_sources_of_outlets_keep_both(language: str, text: str, expected: tuple[str, ...]) -> None:
    """A source of an outlet is told apart from the outlet, which is the next link."""
    assert chain(text, "абор идёт", language)[0] == expected


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "The Primorsk Oblast Ministry of Industry said набор идёт.", "Primorsk Oblast Ministry of Industry"),
        ("en", "Tired clerks said набор идёт.", "tired clerks"),
        ("en", "Men waited. A Russian milblogger said набор идёт.", "Russian milblogger"),
        ("ru", "Набор идёт, передаёт ПНН.", "ПНН"),
    ],
)
def test_a_description_keeps_the_capitals_of_names(language: str, text: str, shown: str) -> None:
    """Only the capital of a sentence is made small."""
    assert chain(text, "идёт", language)[0] == (shown,)
