"""Which acts a text speaks of, by their dates: a decree of some day, an order published on some day.

In: a text and its paper. Out: the dates, as marks. Never takes a date for an act's that is not said to be.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from musterbook.expressions import regex
from musterbook.reconcile.lineage.own_reports import MONTHS, before
from musterbook.reconcile.press import Paper
from musterbook.records import Claim, PartialDate

ACT = "@"  # what the mark of an act begins with
_ACTS = ("каз", "остановлени", "аспоряжени", "акон", "риказ", "ecree", "esolution", "rder", "aw ", "aw,", "ct ")
_RUSSIAN = regex(
    r"\b(?:[Уу]каз|[Пп]остановлени|[Рр]аспоряжени|[Зз]акон|[Пп]риказ)\w*(?:(?!\.\s)[^\n;]){0,70}?"
    r"\b(?:от|опубликова\w+|подписа\w+|утвержд[её]\w+)\s+"
    r"(?P<day>\d{1,2})\s+(?P<month>январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)"
    r"(?:[еёюуяа]\w*|)\b(?:\s+(?P<year>\d{4}))?"
)
_ENGLISH = regex(
    r"\b(?:[Dd]ecree|[Rr]esolution|[Oo]rder|[Ll]aw|[Aa]ct)\b(?:(?!\.\s[A-Z])[^\n;]){0,70}?"
    r"\b(?:of|dated|signed|published|issued|adopted|approved)\s+(?:on\s+)?"
    r"(?:(?P<day>\d{1,2})\s+(?P<month>[A-Z][a-z]{2})[a-z]*|(?P<month2>[A-Z][a-z]{2})[a-z]*\.?\s+(?P<day2>\d{1,2}))\b"
    r"(?:,?\s+(?P<year>\d{4}))?"
)
_SIGNED = regex(
    r"\b(?:signed|issued|adopted|approved|published)\b(?:(?!\.\s[A-Z])[^\n;]){0,40}?"
    r"\b(?:decree|resolution|order|law|act|rules)\s+(?:on\s+)?"
    r"(?:(?P<day>\d{1,2})\s+(?P<month>[A-Z][a-z]{2})[a-z]*|(?P<month2>[A-Z][a-z]{2})[a-z]*\.?\s+(?P<day2>\d{1,2}))\b"
    r"(?:,?\s+(?P<year>\d{4}))?"
)  # «signed a decree on 3 May approving …»
_NAMED = regex(
    r"(?i:\b(?:постановлени|указ|распоряжени|законопроект|приказ)\w*|\b(?:resolution|decree|order|act|bill|law)\b)"
)
_STAGE, _IN_FORCE = "law.stage", "in_force"  # the type of statements on what becomes of an act, and a stage
_DAY = len("2000-01-01")
_HEAD = 200  # characters at the head of an act in which it says what it is
_OFFICIAL = "official"  # a kind of source


def acts(text: str, paper: Paper) -> Iterator[str]:
    """The marks of the acts that a text speaks of; of an act itself also the day on which it was published.

    Args:
        text: The article.
        paper: The document, whose date gives the year where none is written.
    """
    if not paper.published or not any(word in text for word in _ACTS):
        return
    last = PartialDate.parse(paper.published).latest
    itself = paper.kind == _OFFICIAL
    if itself and _NAMED.search(text[:_HEAD]):
        yield f"{ACT}{last.isoformat()}"
    for found in (m for p in (_RUSSIAN, _ENGLISH, _SIGNED) for m in p.finditer(text[:_HEAD] if itself else text)):
        date = _date(found, last)
        if date:
            yield f"{ACT}{date.isoformat()}"


def in_force(claims: Iterable[Claim]) -> Iterator[str]:
    """The marks of the days from which acts are in force, by what is stated of them."""
    for claim in claims:
        date = str(claim.get("date") or "")
        if claim.type == _STAGE and claim.get("stage") == _IN_FORCE and len(date) == _DAY:
            yield f"{ACT}{_IN_FORCE} {date}"


def _date(found: re.Match[str], last: dt.date) -> dt.date | None:
    given = found.groupdict()
    month = MONTHS.get((given["month"] or given.get("month2") or "").casefold())
    day = int(given["day"] or given.get("day2") or 0)
    if month is None:
        return None
    if not given["year"]:
        return before(last + dt.timedelta(days=1), month, day)
    try:
        return dt.date(int(given["year"]), month, day)
    except ValueError:
        return None
