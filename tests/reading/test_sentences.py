from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.reading import blocks, sentences
from musterbook.records import Block


def split(text: str) -> list[str]:
    """The sentences of a text taken as one paragraph."""
    return [text[a:b] for a, b in sentences(text, [Block("body", 0, len(text))])]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. government said on Oct. 14 that Gov. Ivan Primerov would not attend.",
        "Lt. Gen. J. R. Primerov, e.g., was paid 2.5 million rubles (approx. $30,000) under No. 5.",
        "Dr. Vymyshlenny works for Primer Inc. in the U.K. and elsewhere.",
        "“Will they be sent?” he asked.",
        "It starts at 9 a.m. on Monday.",
        "В Белгородской обл. создан отряд, сообщил А. В. Вымышленный.",
        "Глава г. Старый Пример И.О. Вымышленный получил 80 тыс. руб. по ст. 5 закона им. Примерова.",
        "Выплата составит 1,5 млн. рублей, т.е. вдвое больше, и т.д.",
        "Штаб находится на ул. Ленина, д. 5, кв. 7, см. стр. 12.",
        "«Отправлять не будут!» — подчеркнул депутат.",
        "В 2024 г. отряд насчитывал 600 чел. личного состава.",
        "Отряд создан 4 нояб. 2025 г. решением министерства.",
        "Об этом т. н. эксперт сообщил изданию.",
    ],
)
def test_what_does_not_end_a_sentence(text: str) -> None:
    """Abbreviations, initials, figures and quoted questions do not end a sentence."""
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They were called up on Oct. 14. The governor said so. Why?", 3),
        ("He lives in the U.S. The law says otherwise.", 2),
        ("It was signed in 2024. 600 men joined.", 2),
        ("«Служить будут дома.» Депутат ушёл. «Никто не поедет», — сказал он.", 3),
        ("Он получил 80 тыс. руб. Кроме того, дали форму.", 2),
        ("Это было в 2024 г. Власти молчат.", 2),
        ("Нужны форма, обувь и т. д. Деньги вернут.", 2),
        ("Годен по категории А. Женщин не берут.", 2),
        ("Что делать?! Ждать… Потом действовать.", 3),
        ('He said: "We will stay." Then he left.', 2),
        ("The end.</u> Next one begins. [2] Third.", 3),
    ],
)
def test_what_ends_a_sentence(text: str, count: int) -> None:
    """A sentence ends behind its closing quotes, also after an abbreviation that may end it."""
    assert len(split(text)) == count


def test_wrapped_lines_do_not_end_sentences() -> None:
    """A line's end inside a paragraph is white space."""
    assert split("The governor of the region said\nthat reservists. would stay\nat home. He left.") == [
        "The governor of the region said\nthat reservists. would stay\nat home.",
        "He left.",
    ]


def test_items_of_a_list() -> None:
    """Items that end with semicolons are sentences of their own, without their marks."""
    assert split("Предлагается:\n1) охрана мостов;\n2) дежурство;\n— эвакуация.") == [
        "Предлагается:",
        "охрана мостов;",
        "дежурство;",
        "— эвакуация.",
    ]
    assert split("• guards bridges;\n• mans checkpoints.") == ["guards bridges;", "mans checkpoints."]


def test_rows_of_a_table() -> None:
    """Rows whose cells have marks between them are sentences of their own; prose with such marks goes on."""
    rows = ["Tula;monthly pay, roubles;40000", "Tver;bonus, roubles;90000"]
    assert split("\n".join(rows)) == rows
    prose = "one region pays 40,000; another 90,000; a third\nnothing at all"
    assert split(prose) == [prose]


def test_furniture_has_none() -> None:
    """Only blocks that are read for claims have sentences."""
    text = "Subscribe. Now."
    assert sentences(text, [Block("furniture", 0, len(text))]) == ()


@given(st.text(alphabet=st.sampled_from("аБв.A b!?…\n \r\t«»\"'“”-—1гT;)•🙂\u0301"), max_size=200))
def test_sentences_are_trimmed_in_order_and_lose_no_word(text: str) -> None:
    """Spans do not overlap, begin and end on a character, and cover every letter of the block."""
    found = blocks(text)
    spans = sentences(text, found)
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in pairwise(spans))
    assert all(text[a:b].strip() == text[a:b] for a, b in spans)
    covered = set().union(*(range(a, b) for a, b in spans)) if spans else set()
    read = [b for b in found if b.kind != "furniture" and b.kind not in ("byline", "dateline")]
    letters = {i for b in read for i in range(b.start, b.end) if text[i].isupper()}
    assert letters <= covered
