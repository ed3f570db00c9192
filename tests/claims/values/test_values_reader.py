"""Values of whole documents: context, mixed languages, odd characters, order and spans."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musterbook.claims.values import find
from musterbook.records import PartialDate

_PIECES = (
    "20", "1,000", "1 000", "twenty-two", "half a million", "a", "dozen", "two", "полтора", "миллиона",
    "тыс.", "двадцать", "от", "до", "с", "по", "и", "между", "from", "to", "between", "and", "or", "at least",
    "up to", "не менее", "около", "rubles", "₽", "$", "рублей", "лет", "года", "months", "неделя", "полгода",
    "November", "4", "ноября", "2025", "last", "Tuesday", "вторник", "минувший", "году", "in", "в", "since",
    "aged", "старше", "years old", "%", "km", "one", "первый", "-", "–", "—", ",", ".", "(", ")", "\n\n",
    "\xa0", "№", "статья", "mid", "конца", "ago", "назад", "01.04.2026", "e\u0301", "\U0001f600", "\x00", "İ",
    "ё", "T-72", "8 800 555-35-35", "9:30", "1.2.3", "99999999999999999999", "31.02.2025",
)  # fmt: skip


def test_mixed_languages(shown: Callable[..., str]) -> None:
    """One text may carry both languages."""
    text = "He said «не менее 20 регионов», about 3 million rubles, с 1 апреля 2026 года."
    assert shown(text) == (
        "count[не менее 20]=>20; money[about 3 million rubles]=~3000000 RUB; "
        "date[с 1 апреля 2026 года]=2026-04-01 since"
    )


def test_without_publication_date(shown: Callable[..., str]) -> None:
    """Without a publication date, only dates that carry their year are kept, and no part of one is counted."""
    text = "On November 4, in April, yesterday, last Tuesday, 24–26 January; on 5 December 2025 and in 2024."
    assert shown(text, None) == "date[5 December 2025]=2025-12-05; date[2024]=2024"


@pytest.mark.parametrize(
    ("published", "value"),
    [
        ("2025-11-10", "2025-11-04"),
        ("2025-11-04", "2025-10-28"),
        ("2025-11-05", "2025-10-28"),
        ("2025-11-14", "2025-11-04"),
        ("2025-11-16", "2025-11-11"),
    ],
)
def test_last_weekday(shown: Callable[..., str], published: str, value: str) -> None:
    """Last Tuesday is that of the week before where the latest one would be called "on Tuesday"."""
    assert shown("last Tuesday", PartialDate.parse(published)) == f"date[last Tuesday]={value}"


def test_currency_understood(shown: Callable[..., str]) -> None:
    """A bare number beside words of pay is a sum in the currency last named, a conversion in brackets left aside."""
    text = "They pay 80,000 rubles ($990) a month, in Bryansk 40,000. The unit has 40,000 men."
    assert shown(text) == (
        "money[80,000 rubles]=80000 RUB; money[$990]=990 USD; money[40,000]=40000 RUB; count[40,000]=40000"
    )


def test_currency_not_guessed(shown: Callable[..., str]) -> None:
    """Where an English text names no currency, a number stays a number."""
    assert shown("They pay 30,000 a month.") == "count[30,000]=30000"


def test_sentence_of_a_notice(shown: Callable[..., str]) -> None:
    """A dense sentence gives all its values in order."""
    text = (
        "Граждане от 18 до 65 лет заключают контракт на срок до трёх лет, получают 150 000 (сто пятьдесят тысяч) "
        "рублей и с 1 января 2026 года призываются не более чем на 60 суток в год."
    )
    assert shown(text) == (
        "ages[от 18 до 65 лет]=18..65; duration[до трёх лет]=<P3Y; "
        "money[150 000 (сто пятьдесят тысяч) рублей]=150000 RUB; "
        "date[с 1 января 2026 года]=2026-01-01 since; duration[не более чем на 60 суток]=<P60D"
    )


def test_paragraphs_do_not_join(shown: Callable[..., str]) -> None:
    """A blank line ends every value."""
    assert shown("there were 40\n\nmillion rubles") == "count[40]=40"


def test_line_breaks_join(shown: Callable[..., str]) -> None:
    """A single line break is white space."""
    assert shown("at\nleast 20\nmillion\nrubles") == "money[at\nleast 20\nmillion\nrubles]=>20000000 RUB"


def test_far_apart(shown: Callable[..., str]) -> None:
    """A long text without values between two values changes neither."""
    filler = "word " * 500
    assert shown(f"at least 20 {filler}no fewer than 30 units") == "count[at least 20]=>20; count[no fewer than 30]=>30"


@pytest.mark.parametrize("piece", ["20", "1 000 ", "$1,", "4 ноября ", "5(", "last year ", "два ", "1/", "от 2 до "])
def test_endless_repetition(lower: Callable[[str], str], piece: str) -> None:
    """A text that repeats one piece without end is read without an error, long figures as codes."""
    check_spans(piece * 400, lower)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=30), st.sampled_from(["", " ", "  "]))
def test_any_order_of_words(lower: Callable[[str], str], pieces: list[str], between: str) -> None:
    """Whatever words of values meet, spans are in the text, in order, apart, not empty, and the same each time."""
    check_spans(between.join(pieces), lower)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text(lower: Callable[[str], str], text: str) -> None:
    """Any text at all is read without an error."""
    check_spans(text, lower)


@pytest.mark.parametrize(
    "published", [None, PartialDate(2025), PartialDate(2025, 3), PartialDate(1, 1, 1), PartialDate(9999, 12, 31)]
)
def test_any_publication_date(published: PartialDate | None) -> None:
    """A partial or extreme publication date leaves out what cannot be told, and raises nothing."""
    text = "yesterday, last year, next year, tomorrow, 4 ноября, on Monday, "
    text += "next Friday, 29 February, in May, 9999 days ago, этого месяца"
    assert all(0 <= m.start < m.end <= len(text) for m in find(text, text.lower(), "en", published))


def check_spans(text: str, lower: Callable[[str], str]) -> None:
    """Spans are in the text, in order, apart, not empty, and the same each time."""
    low = lower(text)
    for language in ("en", "ru"):
        mentions = find(text, low, language, PartialDate(2025, 11, 10))
        end = 0
        for mention in mentions:
            assert end <= mention.start < mention.end <= len(text)
            end = mention.end
        assert mentions == find(text, low, language, PartialDate(2025, 11, 10))
