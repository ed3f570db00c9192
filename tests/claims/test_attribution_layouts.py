"""Who says what where the layout or the sentences before tell it."""

from __future__ import annotations

import pytest
from tests.claims.speech_texts import chain

CASES = [
    (
        "en",
        "Ilya Primerov, the transport minister, who was said to have left, denied that he joined.",
        "he joined",
        ("Ilya Primerov",),
    ),
    (
        "en",
        "A lawyer who asked not to be named told reporters that contracts are long.",
        "contracts are long",
        ("lawyer",),
    ),
    (
        "en",
        "The speaker, Ivan Primerov, who told reporters that men signed, was calm.",
        "men signed",
        ("Ivan Primerov",),
    ),
    (
        "en",
        "The wife of an electrician says that her husband is paid late.",
        "is paid late",
        ("wife of an electrician",),
    ),
    (
        "en",
        "The General Staff, for its part, has flatly rejected suggestions that reservists fight.",
        "reservists fight",
        ("General Staff",),
    ),
    ("en", "The law itself doesn't say. Men serve for two months.", "two months", ()),
    ("en", "The regional budget raised the payment to 5,000 rubles.", "5,000 rubles", ()),
    ("en", "An envoy's letter was leaked on Monday.\n\nIt orders districts to find 20 men.", "20 men", ("letter",)),
    (
        "en",
        "Data were gathered from official sites in May.\n\nNorth — 100 — 200\nSouth — 300 — 400",
        "300",
        ("official sites",),
    ),
    (
        "en",
        "Ivan Primerov said the unit is ready. It was not possible to independently verify this claim.",
        "independently verify",
        (),
    ),
    (
        "ru",
        "Генерал Иван Примеров, заместитель начальника штаба, говорил, что сборов не будет.",
        "сборов не будет",
        ("Иван Примеров",),
    ),
    ("ru", "Собеседник, близкий к администрации, напротив, считает, что отряд готов.", "отряд готов", ("собеседник",)),
    (
        "ru",
        "Депутат Иван Примеров промолчал. Резервист, попросивший не называть имени, говорит, что платят вовремя.",
        "платят",
        ("резервист",),
    ),
    (
        "ru",
        "Два собеседника в администрации рассказали, что план выполнен.",
        "план выполнен",
        ("собеседника в администрации",),
    ),
    (
        "ru",
        "Отряд готов. Из материалов дела также следует, что боец получал 50 тысяч.",
        "50 тысяч",
        ("материалы дела",),
    ),
    (
        "ru",
        "Отряд готов. Подлинность письма подтвердили двое сотрудников мэрии.",
        "Подлинность письма",
        ("сотрудники мэрии",),
    ),
    ("ru", "Выплату, по сообщению «Примерных вестей», подняли до 90 тысяч.", "90 тысяч", ("Примерные вести",)),
    ("ru", "По неподтверждённым сообщениям телеграм-каналов, мэр уволился.", "мэр уволился", ("телеграм-каналов",)),
    (
        "ru",
        "— Бойцы стоят на постах, — рассказывает военком Иван Примеров. — Дело добровольное.",
        "добровольное",
        ("Иван Примеров",),
    ),
    (
        "ru",
        "Отвечает военком Иван Примеров:\n\n— Отряд создан летом. Возьмут всех.\n\n«А платят?»\n\n— Платят 60 тысяч.",
        "60 тысяч",
        ("Иван Примеров",),
    ),
    (
        "ru",
        "Ведущий. Да.\n\nДепутат Примеров И. И. Платим 100 тысяч.\n\nДепутат Придумкин Б. Б. Отряд готов.",
        "100 тысяч",
        ("Примеров",),
    ),
    (
        "ru",
        "В кабинет вошёл боец.\n\n— Служба идёт, — сказал он. — Платят вовремя.\n\nВ отряде 300 человек.",
        "300 человек",
        (),
    ),
]


@pytest.mark.parametrize(("language", "text", "passage", "expected"), CASES, ids=[c[1][:40] for c in CASES])
def test_the_source_of_a_passage(language: str, text: str, passage: str, expected: tuple[str, ...]) -> None:
    """Appositions, papers in hand, dialogue, tables and records of meetings give a passage its source."""
    found = chain(text, passage, language)[0]
    assert len(found) >= len(expected) if expected else not found
    assert all(want.casefold() in got.casefold() for want, got in zip(expected, found, strict=False))
