"""Where a document speaks of an earlier report of its own newsroom: corrections, follow-ups, what was known before.

In: a text, its paper, the press. Out: dates with where they stand, or none where the text gives none. Never takes the
report of another for its newsroom's own.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from musterbook.expressions import regex
from musterbook.reconcile.press import Paper, Press
from musterbook.records import PartialDate

MONTHS = {
    name: number
    for number, names in enumerate(
        "jan январ|feb феврал|mar март|apr апрел|may ма|jun июн|jul июл|aug август|sep сентябр|oct октябр|"
        "nov ноябр|dec декабр".split("|"),
        1,
    )
    for name in names.split()
}
_RUSSIAN = regex(
    r"(?:публикац|материал|сообщени|стать|заметк|текст)\w*(?:\s+«?[^\W\d_]+»?){0,4}\s+от\s+"
    r"(?P<day>\d{1,2})\s+(?P<month>январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)"
    r"(?:[еёюуяа]\w*|)\b",
    re.I,
)
_ENGLISH = regex(
    r"\b(?:article|report|story|publication|statement|piece)(?:\s+[^\W\d_]+){0,4}?,?\s+(?:of|on|from|dated)\s+"
    r"(?:(?P<day>\d{1,2})\s+(?P<month>[A-Z][a-z]{2})[a-z]*|(?P<month2>[A-Z][a-z]{2})[a-z]*\.?\s+(?P<day2>\d{1,2}))\b"
)
_BY_WORDS = (
    (_RUSSIAN, ("убликац", "атериал", "ообщени", "тать", "аметк", "екст")),
    (_ENGLISH, ("article", "report ", "story", "publication", "statement", "piece")),
)  # what a text must have somewhere for an expression to match: that is seen at once
_BEFORE = (
    (
        regex(
            r"\b(?:[Рр]анее|[Рр]аньше|[Пп]режде)\b[^.!?\n]{0,60}?"
            r"\b(?:писал|сообщал|рассказывал|рассказал|сообщил|написал|узнал)(?:[аои]|и)?\b[^.!?\n]{0,30}"
            r"|\b[^\s.!?]+\s+(?:писал|сообщал|рассказывал)[аои]?\s+(?:ранее|раньше|прежде)\b"
        ),
        ("анее", "аньше", "режде"),
    ),
    (
        regex(
            r"\b(?:previously|earlier)\s+(?:reported|wrote|written|told|published|found)\b[^.!?\n]{0,30}"
            r"|\b(?:reported|wrote|published)\s+(?:earlier|previously)\b"
            r"|\bafter\s+(?:[^\W\d_][\w’'-]*\s+){1,4}?(?:first\s+)?(?:reported|wrote|published|revealed)\b"
        ),
        ("reviously", "arlier", " after ", "After "),
    ),
    (
        regex(
            r"\b[Пп]осле\s+(?:того,?\s+как\b[^.!?\n]{0,60}?\b(?:писал|сообщил|рассказал|написал)(?:[аои]|и)?\b"
            r"|(?:публикации|сообщения|статьи)\b[^.!?\n]{0,40})"
        ),
        ("осле того", "осле публик", "осле сообщ", "осле стат"),
    ),
)  # how a newsroom recalls what it told before, and what a text must have somewhere for it
_JUST = 40  # characters before such words in which its name stands
_OUR = regex(r"\b(?:мы|наш\w*|нами|редакц\w*|we|our|us)\b", re.I)
_WE = regex(r"\b(?:мы|we)\b", re.I)
_WORD = regex(r"[^\W_]+(?:[.’'-][^\W_]+)*")
_BESIDE = 90  # characters around a date in which it is said whose report it is
_NAME = 4  # words of a newsroom's name


def own_reports(text: str, paper: Paper, press: Press) -> Iterator[tuple[str, int, int]]:
    """The dates of earlier reports of its own newsroom that a text speaks of, with where it does.

    Args:
        text: The article.
        paper: The document, whose date gives the year.
        press: Knows by what names the newsroom goes.

    Returns:
        ISO dates, empty where the text only says that it was before.
    """
    if not paper.published or not paper.family:
        return
    yield from _dated(text, paper, press)
    for pattern, words in _BEFORE:
        for found in pattern.finditer(text) if any(w in text for w in words) else ():
            around = text[max(0, found.start() - _JUST) : found.end()]
            around = around[max(around.rfind("\n"), around.rfind(". ", 0, _JUST)) + 1 :]
            if _WE.search(around) or names_itself(around, paper, press):
                yield "", found.start(), found.end()


def _dated(text: str, paper: Paper, press: Press) -> Iterator[tuple[str, int, int]]:
    patterns = [p for p, words in _BY_WORDS if any(w in text for w in words)]
    if not patterns:
        return
    last = PartialDate.parse(paper.published).latest
    for found in (m for p in patterns for m in p.finditer(text)):
        given = found.groupdict()
        month = MONTHS.get((given["month"] or given.get("month2") or "").casefold())
        date = before(last, month, int(given["day"] or given.get("day2") or 0)) if month else None
        around = text[max(0, found.start() - _BESIDE) : found.end() + _BESIDE]
        if date and (_OUR.search(around) or names_itself(around, paper, press)):
            yield date.isoformat(), found.start(), found.end()


def before(last: dt.date, month: int, day: int) -> dt.date | None:
    """The latest such day before a date."""
    for year in (last.year, last.year - 1):
        try:
            date = dt.date(year, month, day)
        except ValueError:
            continue
        if date < last:
            return date
    return None


def names_itself(text: str, paper: Paper, press: Press) -> bool:
    """Whether a passage has a name of its paper's newsroom."""
    words = list(_WORD.finditer(text))
    for at, first in enumerate(words):
        for last in words[at : at + _NAME] if press.begins_outlet(first[0]) else ():
            voice = press.outlet_named(text[first.start() : last.end()])
            if voice and voice.family == paper.family:
                return True
    return False
