from __future__ import annotations

import time

import pytest

from musterbook.reading import read
from musterbook.reading.markup import Markup
from musterbook.records import Capture, Reading

BODY = "В вымышленной области контракты подписали двести резервистов, сообщил губернатор в понедельник."


def page(body: str, head: str = "") -> Reading:
    """The reading of a page."""
    data = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()
    reading, _ = read(Capture("a.html", data, "text/html", encoding="utf-8"))
    assert reading is not None
    return reading


def kinds(reading: Reading) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(b.kind, reading.text[b.start : b.end]) for b in reading.blocks]


def test_a_news_page() -> None:
    """The article is body, what surrounds it is not, and entities are characters."""
    reading = page(
        f"""<header><nav><ul><li><a href=/>Главная</a><li><a href=/n>Новости</a></ul></nav></header>
        <article><h1>Двести резервистов</h1>
        <div class="byline">Анна Вымышленная</div><time class=date>10 ноября 2025</time>
        <p>{BODY}</p><figure><figcaption>Отряд на&nbsp;учениях</figcaption></figure>
        <div class="read-also"><a href=z>Ещё одна область набирает резервистов</a></div>
        <h2>Деньги</h2><p>Обещают 80&nbsp;тыс. рублей &mdash; <b>ежемесячно</b>.</p>
        <table><tr><th>Область<th>Сумма<tr><td>Курск<td>100</table></article>
        <div class=share>Поделиться</div><footer>© Газета</footer>""",
        "<title>Двести резервистов — Вымышленная газета</title><style>p{}</style>",
    )
    assert reading.title == "Двести резервистов"
    assert reading.byline == "Анна Вымышленная"
    assert kinds(reading) == [
        ("furniture", "Главная"),
        ("furniture", "Новости"),
        ("title", "Двести резервистов"),
        ("byline", "Анна Вымышленная"),
        ("dateline", "10 ноября 2025"),
        ("body", BODY),
        ("caption", "Отряд на\u00a0учениях"),
        ("related", "Ещё одна область набирает резервистов"),
        ("heading", "Деньги"),
        ("body", "Обещают 80\u00a0тыс. рублей — ежемесячно."),
        ("body", "Область | Сумма"),
        ("body", "Курск | 100"),
        ("furniture", "Поделиться"),
        ("furniture", "© Газета"),
    ]


def test_a_page_without_marks() -> None:
    """Where no element tells the main text, link lists are furniture and paragraphs are body."""
    links = "".join(f"<div><a href=/{i}>Раздел номер {i}</a></div>" for i in range(6))
    reading = page(f"{links}<div><h3>Двести резервистов</h3>" + f"<div>{BODY}</div>" * 3 + f"</div>{links}")
    found = kinds(reading)
    assert [k for k, t in found if t == BODY] == ["body"] * 3
    assert {k for k, t in found if t.startswith("Раздел")} == {"furniture"}


def test_a_misleading_class_name_costs_nothing() -> None:
    """A page whose whole text stands in a "with-sidebar" box is still read."""
    reading = page('<div class="content with-sidebar"><h1>Двести резервистов</h1>' + f"<p>{BODY}</p>" * 4 + "</div>")
    assert [k for k, t in kinds(reading) if t == BODY] == ["body"] * 4


def test_text_outside_paragraphs_is_not_lost() -> None:
    """Bare text with line breaks, as old pages have it, is read."""
    reading = page(f"{BODY}<br><br>Вторая строка отчёта.<p>{BODY}")
    assert "Вторая строка отчёта." in [reading.text[a:b] for a, b in reading.sentences]


@pytest.mark.parametrize(
    "unit",
    "<a |<div>|<a \"|<!--|<|&|</p|<![CDATA[|<svg>|<noscript>|<table><tr><td>|<p>x|<b>x|<a href='|&#|<script>|</div>|"
    "<!|<br>|<a><p>".split("|"),
)
def test_hostile_markup_costs_linear_time(unit: str) -> None:
    """Two hundred kilobytes of one broken thing is walked in seconds, nested or not."""
    source = "<p>слово</p>" + unit * (200_000 // len(unit))
    start = time.perf_counter()
    runs = Markup(source).runs()
    assert time.perf_counter() - start < 10
    assert runs[0].text == "слово"


def test_deep_nesting_keeps_its_text() -> None:
    """Text inside fifty thousand elements is read."""
    reading = page("<div>" * 50_000 + f"<p>{BODY}</p>")
    assert BODY in reading.text
