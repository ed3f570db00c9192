"""Officials who joined or left: by name, by number, by denial."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str, str], list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Deputy Governor Anna Vymyshlennaya and district head Oleg Vydumkin have joined BARS-Kursk.",
            [("Anna Vymyshlennaya", "deputy governor"), ("Oleg Vydumkin", "district head")],
        ),
        (
            "The head of the Primerovsky district, Oleg Vydumkin, has joined the BARS-Kursk detachment.",
            [("Oleg Vydumkin", "district head")],
        ),
        (
            "Vyacheslav Gladkov announced that Deputy Governor Ivan Primerov had enlisted in BARS-Belgorod.",
            [("Ivan Primerov", "deputy governor")],
        ),
        (
            "Глава Примеровского района Олег Выдумкин вступил в отряд «БАРС-Курск».",
            [("Oleg Vydumkin", "district head")],
        ),
        (
            "В «БАРС-Брянск» записались замгубернатора Анна Вымышленная и мэр Брянска Иван Примеров.",
            [("Anna Vymyshlennaya", "deputy governor"), ("Ivan Primerov", "mayor")],
        ),
        (
            "Another official outdid them: Oleg Vydumkin gave up his post as head of the Primerovsky district to serve "
            "in BARS-Kursk.",
            [("Oleg Vydumkin", "district head")],
        ),
        ("Governor Vyacheslav Gladkov met with BARS fighters and thanked residents who joined the unit.", []),
        ("Вячеслав Гладков поблагодарил бойцов БАРС, которые вступили в отряд.", []),
        ("Electrician Ivan Primerov joined BARS-Kursk in August.", []),
        ("Governor Vyacheslav Gladkov said he had been told to sign up 500 people for BARS-Belgorod.", []),
        ("Президент Владимир Путин подписал закон, по которому граждан, состоящих в резерве, призовут на сборы.", []),
        (
            "Many have enlisted in BARS-Kursk. Among them is the deputy speaker, Ivan Primerov.",
            [("Ivan Primerov", "deputy speaker")],
        ),
        (
            "BARS-Kursk is recruiting. The transport minister, Ivan Primerov, followed.",
            [("Ivan Primerov", "transport minister")],
        ),
        ("BARS-Kursk is recruiting. Governor Ivan Primerov called on residents to serve in the unit.", []),
        (
            "Отряд БАРС набирает людей. Первой о подписании контракта сообщила министр спорта Анна Вымышленная.",
            [("Anna Vymyshlennaya", "sports minister")],
        ),
        (
            "В отряде БАРС состоят мэр Брянска Иван Примеров и депутат облдумы Олег Выдумкин.",
            [("Ivan Primerov", "mayor"), ("Oleg Vydumkin", "regional deputy")],
        ),
        ("В составе отряда БАРС находится мэр Брянска Иван Примеров.", [("Ivan Primerov", "mayor")]),
        ("С понедельника в отряде БАРС и мэр Брянска Иван Примеров.", [("Ivan Primerov", "mayor")]),
        ("В отряд БАРС ушёл и мэр Брянска Иван Примеров.", [("Ivan Primerov", "mayor")]),
        ("В отряде БАРС служат отец и сын, рассказал мэр Брянска Иван Примеров.", []),
        ("О том, кто состоит в отряде БАРС, мэр Брянска Иван Примеров не сообщил.", []),
        ("В отряде БАРС побывал мэр Брянска Иван Примеров.", []),
        (
            "Мэр Брянска Иван Примеров говорит о БАРС.\n— Иван Петрович, сколько человек вступило в отряд?\n— Двести.",
            [],
        ),
    ],
)
def test_named_officials(tell: Tell, text: str, expected: list[tuple[str, str]]) -> None:
    """Every named holder of office in the list is a claim, who tells of others and who holds none is not."""
    found = [(c["args"]["person"], c["args"].get("position")) for c in tell("official.joined", text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "count", "organisation"),
    [
        ("As many as 12 employees of the regional government signed contracts with BARS-Bryansk.", 12, "government"),
        ("Five deputies of the city council joined BARS-Kursk.", 5, "council"),
        ("Контракты с БАРС подписали семь чиновников администрации Примерского округа.", 7, "администрация"),
        ("В отряд БАРС записались двое депутатов Примерской областной думы.", 2, "Примерская областная дума"),
        ("Из администрации района в отряд БАРС записались семь человек.", 7, "администрация"),
        ("Из мэрии в отряд БАРС ушли пятеро.", 5, "мэрия"),
        ("From the city administration seven people joined the BARS unit.", 7, "administration"),
        ("Five employees of the Sample district administration signed six-month contracts with BARS.", 5, "Sample"),
    ],
)
def test_counted_officials(tell: Tell, text: str, count: int, organisation: str) -> None:
    """A number of people of a public body is a claim with the number and the body."""
    (claim,) = tell("official.joined", text)
    assert claim["args"]["count"] == count
    assert organisation in claim["args"]["organisation"]


@pytest.mark.parametrize(
    "text",
    [
        "Bryansk mayor Petr Nebylov did not join BARS, citing his health.",
        "Министр спорта области Иван Примеров не смог вступить в БАРС из-за здоровья.",
        "Министр спорта области Иван Примеров в отряд БАРС не попал: врачи нашли гипертонию.",
    ],
)
def test_who_did_not_join(tell: Tell, text: str) -> None:
    """An official who did not or could not join is recorded as denied."""
    assert [c["polarity"] for c in tell("official.joined", text)] == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Bryansk, Oleg Vydumkin, resigned to serve in BARS-Kursk.",
        "Депутат облдумы Олег Выдумкин уволился, чтобы служить в «БАРС-Курск».",
    ],
)
def test_leaves_office_to_join(tell: Tell, text: str) -> None:
    """Who leaves office in order to join both left and joined."""
    assert [c["args"]["person"] for c in tell("official.left", text)] == ["Oleg Vydumkin"]
    assert [c["args"]["person"] for c in tell("official.joined", text)] == ["Oleg Vydumkin"]


@pytest.mark.parametrize(
    "text",
    [
        "Из Примерского района в отряд БАРС записались семь человек.",
        "Из администрации сообщили, что в отряд БАРС записались семь человек.",
        "Из мэрии ответили: в отряд БАРС ушли пятеро.",
    ],
)
def test_people_of_a_place_are_no_officials(tell: Tell, text: str) -> None:
    """Who comes from a district, or is only told of by a body, is not one of its people."""
    assert tell("official.joined", text) == []


def test_officials_who_are_counted_are_no_recruits_besides(tell: Tell) -> None:
    """A number of officials who joined is told once; other numbers of people who signed stay."""
    text = (
        "Deputy Ivan Primerov joined BARS-Kursk, and 5 employees of the city administration signed contracts too. "
        "Another 40 people signed contracts with BARS-Kursk."
    )
    assert [c["args"]["count"] for c in tell("official.joined", text) if "count" in c["args"]] == [5]
    assert [c["args"]["count"] for c in tell("recruitment.count", text)] == [40]
