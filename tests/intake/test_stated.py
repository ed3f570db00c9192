from __future__ import annotations

import time

import pytest

from musterbook.intake.page import read_statements
from musterbook.intake.printed import read_front_matter, read_printed
from musterbook.intake.stated import read_date, read_language, read_mail_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025", "2025"),
        ("2025-11", "2025-11"),
        ("2025-11-10T23:59:00+03:00", "2025-11-10"),
        ("November 10, 2025", "2025-11-10"),
        ("Sept. 3, 2025", "2025-09-03"),
        ("3rd May 2025", "2025-05-03"),
        ("10 ноября 2025 г., 14:05", "2025-11-10"),
        ("1 мая 2025", "2025-05-01"),
        ("05.03.2025", "2025-03-05"),
        ("03/04/2025", ""),
        ("31.02.2025", ""),
        ("Monday", ""),
    ],
)
def test_dates_as_sources_write_them(text: str, date: str) -> None:
    """A date keeps its precision, and what may be two dates is none."""
    assert read_date(text) == date


def test_mail_dates_keep_the_senders_day() -> None:
    """The day of a mail is that of its sender's clock, not of Greenwich."""
    assert read_mail_date("Fri, 28 Nov 2025 23:30:00 -0800") == "2025-11-28"


def test_languages() -> None:
    """Tags and names give the primary language."""
    assert [read_language(x) for x in ("en_US", "RU", "русский", "x")] == ["en", "ru", "ru", ""]


def test_a_date_line_is_a_statement_and_a_date_in_a_sentence_is_not() -> None:
    """Only a line of nothing but a date dates the document."""
    assert [s.value for s in read_printed("Title\n\nPublished: 10 November 2025, 14:05\n\nText.")] == ["2025-11-10"]
    assert read_printed("Title\n\nThe law was signed on 4 November 2025 in a made-up town.\n") == []


def test_a_printed_address() -> None:
    """The address under a copied article is its address; links amid the text are not."""
    text = "Title\n\nSee https://example.org/other for more.\n\nOriginal url:\n\nhttps://example.org/2025/a-b\n"
    assert [(s.field, s.value) for s in read_printed(text)] == [("address", "https://example.org/2025/a-b")]
    assert [s.value for s in read_printed("Текст.\n\nИсточник: https://example.org/n.\n")] == ["https://example.org/n"]


def test_front_matter() -> None:
    """Front matter states fields; broken front matter states none and says so."""
    text = "---\ntitle: Отряд\ndate: 2025-11-10\nauthors: [A, B]\nurl: https://example.org/x\n---\n# Отряд\n"
    stated, fault = read_front_matter(text)
    assert [(s.field, s.value) for s in stated] == [
        ("title", "Отряд"),
        ("published", "2025-11-10"),
        ("author", "A, B"),
        ("address", "https://example.org/x"),
    ]
    assert fault == ""
    assert "not YAML" in read_front_matter("---\na: [\n---\n")[1]


def test_a_page_states_the_publication_and_not_the_crawl() -> None:
    """JSON-LD goes before meta tags; dates of change or of crawling are no publication dates."""
    page = """<html lang=ru><head><title>T</title>
    <meta property="article:modified_time" content="2025-12-01"><meta name="crawl-date" content="2025-12-02">
    <meta content="2025-11-11" property="article:published_time">
    <link rel="canonical" href="https://example.org/a?x=1&amp;y=2">
    <meta name="syndication-source" content="https://example.com/first">
    <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "W"},
    {"@type": ["NewsArticle"], "datePublished": "2025-11-10T08:00:00Z", "dateModified": "2025-11-30",
     "publisher": {"@type": "Organization", "name": "Вымышленная газета"}}]}</script></head></html>"""
    stated = read_statements(page)
    assert [s.value for s in stated if s.field == "published"] == ["2025-11-10", "2025-11-11"]
    assert {(s.field, s.value) for s in stated} >= {
        ("publisher", "Вымышленная газета"),
        ("canonical", "https://example.org/a?x=1&y=2"),
        ("source", "https://example.com/first"),
        ("language", "ru"),
        ("title", "T"),
    }


def test_half_characters_are_replaced() -> None:
    """A lone surrogate in JSON-LD becomes a question mark, so that the value can be stored."""
    page = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A \\ud800 B"}</script>'
    assert [s.value for s in read_statements(page)] == ["A ? B"]


def test_hostile_lines_cost_little() -> None:
    """Text made to send a pattern back and forth is answered at once."""
    start = time.perf_counter()
    assert read_printed("г." * 30 + "x 10.11.2025\n" + "at on " * 9 + "10.11.2025 x") == []
    assert read_statements("<script <meta " * 50_000 + '<script type="application/ld+json">' * 5_000) == []
    assert time.perf_counter() - start < 5


def test_broken_json_ld_states_nothing() -> None:
    """A script that is not JSON is passed over."""
    assert read_statements('<script type="application/ld+json">{"@type": "NewsArticle", </script>') == []
