from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.reading import blocks
from musterbook.reading.furniture import known_kind
from musterbook.reading.paragraphs import paragraphs

BODY = "Two hundred reservists signed contracts in the made-up region last week, the governor of that region said."


def kinds(text: str, *, markdown: bool = False) -> list[tuple[str, str]]:
    """Kind and first words of each block."""
    return [(b.kind, text[b.start : b.end][:24]) for b in blocks(text, markdown=markdown)]


def test_three_habits_of_breaking_lines() -> None:
    """Blank lines, one paragraph a line and wrapped lines give the same paragraphs."""
    one = BODY + " He did not say when they would begin, nor what they would be paid for their service."
    two = "The ministry did not answer. It has never answered questions about the made-up programme of the region."
    wrapped = "\n\n".join(_wrap(p) for p in (one, two))
    for text in (f"{one}\n\n{two}", f"{one}\n{two}", f"{one}\r\n{two}\r\n", wrapped):
        found = paragraphs(text)
        assert [" ".join(text[a:b].split()) for a, b in found] == [one, two]


def _wrap(text: str, width: int = 60) -> str:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def test_one_line_is_a_document() -> None:
    """A text of a single line is body, and no title."""
    assert [k for k, _ in kinds(BODY)] == ["body"]


def test_a_copied_page() -> None:
    """Title, date, credit, caption, related line and furniture are told from the body."""
    text = "\n\n".join(
        [
            "Home | News | Contact",
            "Support The Made-Up Times!",
            "Region Signs Up Two Hundred",
            "By Ivan Primerov",
            "November 10, 2025",
            "Men at a made-up range. Anna Vymyshlennaya / The Made-Up Times",
            BODY,
            "Related article: Another Region Signs Up More",
            BODY,
            "Read also",
            "A Third Region Signs Up None at All",
            "… we have a small favor to ask. Our independent journalism needs your support. Donate today.",
            "We, the journalists of this paper, refuse to be silenced. But we need your help and your donation.",
            "Your support, no matter how small, makes a difference. Please support us monthly starting from $2.",
            "Remind me later.",
            "© Made-Up Times",
            "Original url:",
            "https://example.org/a",
        ]
    )
    assert [k for k, _ in kinds(text)] == [
        "furniture", "furniture", "title", "byline", "dateline", "caption", "body", "related", "body", "furniture",
        "related", "furniture", "furniture", "furniture", "furniture", "furniture", "furniture", "furniture",
    ]  # fmt: skip


def test_a_russian_page() -> None:
    """The same in Russian."""
    body = "В вымышленной области контракты подписали двести резервистов, сообщил губернатор области в понедельник."
    text = "\n".join(
        [
            "Главная | Новости | Контакты",
            "Двести резервистов подписали контракты",
            "Автор: Анна Вымышленная",
            "10 ноября 2025, 14:05",
            "Фото: пресс-служба вымышленной области",
            body,
            "Читайте также: Ещё одна область набирает резервистов",
            "Что им обещают",
            body + " Выплату обещают в декабре, но из какого бюджета, пока не решено.",
            "Подписывайтесь на наш канал в Telegram",
            "Поделиться",
        ]
    )
    assert [k for k, _ in kinds(text)] == [
        "furniture", "title", "byline", "dateline", "furniture", "body", "related", "heading", "body", "furniture",
        "furniture",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "piece",
    [
        "Subscribers to the fund will be paid by the region.",
        "Support units were moved to the border, the governor said.",
        "Share prices fell.",
        "Реклама контрактной службы появилась во всех школах, автобусах и поликлиниках вымышленной области в ноябре.",
        "Follow-up training takes two weeks.",
        "By the end of the year, 600 men will serve.",
        "(c) guard bridges and other objects;",
        "Поддержать резервистов решили и муниципалитеты.",
        "600",
    ],
)
def test_when_unsure_it_is_body(piece: str) -> None:
    """Sentences that begin as furniture does are not furniture."""
    assert known_kind(piece) == ""


def test_markdown() -> None:
    """Front matter is furniture, a first-level heading the title, others headings."""
    text = f"---\ntitle: x\n---\n# The Made-Up Report\n\n{BODY}\n\n## Pay\n\n{BODY}\n"
    assert [k for k, _ in kinds(text, markdown=True)] == ["furniture", "title", "body", "heading", "body"]
    assert kinds(text, markdown=True)[1][1] == "The Made-Up Report"


@given(st.text(max_size=300))
def test_blocks_are_in_order_and_lose_nothing(text: str) -> None:
    """Blocks do not overlap, and every character that is no space or control is in one."""
    found = blocks(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    inside = set().union(*(range(b.start, b.end) for b in found)) if found else set()
    assert all(i in inside for i, c in enumerate(text) if c.isalnum())


def test_hostile_lines_cost_little() -> None:
    """Sixteen times as much of one character, word or line costs about sixteen times the time, not 256 times."""
    for piece, times in (("a", 60_000), ("a\n", 3_000), ("By A", 3_000), ("A ", 6_000), ("1. ", 3_000)):
        once, much = (min(_seconds(piece * n) for _ in range(5)) for n in (times, 16 * times))
        assert much < 80 * once + 0.05, piece


def _seconds(text: str) -> float:
    """Processor time of one reading into blocks, all of whose letters are kept."""
    begun = time.process_time()
    found = blocks(text)
    spent = time.process_time() - begun
    assert sum(b.end - b.start for b in found) >= len(text.replace("\n", "").rstrip())
    return spent
