"""Dates, addresses and languages as sources write them, brought into one form.

In: a value as text. Out: the normal form, or an empty string where it is none.
Never does: guess a missing year, or read an order of day and month that may be either.
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from typing import Final

from musterbook.expressions import regex
from musterbook.records import PartialDate

MONTHS: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12, "янв": 1, "фев": 2, "мар": 3, "апр": 4, "мая": 5, "май": 5, "июн": 6, "июл": 7, "авг": 8, "сен": 9,
    "окт": 10, "ноя": 11, "дек": 12,
}  # fmt: skip
_EN: Final = (
    r"jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|"
    r"sep(?:tember|t\.?|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?"
)
_RU: Final = (
    r"янв(?:аря|\.)?|фев(?:раля|р?\.)?|мар(?:та|\.)|апр(?:еля|\.)?|мая|июня|июля|авг(?:уста|\.)?|"
    r"сен(?:тября|т?\.)?|окт(?:ября|\.)?|ноя(?:бря|б?\.)?|дек(?:абря|\.)?"
)
_DAY: Final = (
    regex(rf"(?P<m>{_EN})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)\b", re.I),
    regex(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{_EN}|{_RU}),?\s+(?P<y>(?:19|20)\d\d)\b", re.I),
    regex(r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
    regex(r"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>(?:19|20)\d\d)\b"),
    regex(r"(?P<y>(?:19|20)\d\d)/(?P<m>\d\d)/(?P<d>\d\d)(?!\d)"),
)
_LANGUAGE: Final = regex(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*\Z", re.I)
_LANGUAGE_NAMES: Final = {
    "english": "en", "russian": "ru", "ukrainian": "uk", "belarusian": "be", "bulgarian": "bg",
    "русский": "ru", "английский": "en", "українська": "uk", "украинский": "uk",
}  # fmt: skip
_ADDRESS: Final = regex(r"(?:https?|ftp)://[^\s<>\"'«»“”]+[^\s<>\"'«»“”.,;:!?)\]]", re.I)


def read_date(text: str) -> str:
    """A date in ISO 8601 with the precision that was given (seconds and zone are dropped).

    Takes ISO 8601 (also partial), RFC 2822, English and Russian words, and ``DD.MM.YYYY``.
    ``03/04/2025`` may be March or April: it is no date here.

    >>> read_date("10 ноября 2025, 14:05"), read_date("2025-11"), read_date("03/04/2025")
    ('2025-11-10', '2025-11', '')
    """
    text = text.strip()
    try:
        return str(PartialDate.parse(text))
    except ValueError:
        pass
    for pattern in _DAY:
        found = pattern.search(text)
        if found:
            return _iso(found["y"], found["m"], found["d"])
    return ""


def _iso(year: str, month: str, day: str) -> str:
    """Year, month (a number or a name) and day as ISO 8601, or an empty string for no real day."""
    number = int(month) if month.isdigit() else MONTHS.get(month.casefold()[:3], 0)
    try:
        return dt.date(int(year), number, int(day)).isoformat()
    except ValueError:
        return ""


def printed_date(line: str) -> re.Match[str] | None:
    """The first full date in a line, as a match whose span tells where it stands."""
    matches = [m for pattern in _DAY if (m := pattern.search(line))]
    return min(matches, key=lambda m: m.start(), default=None)


def read_mail_date(text: str) -> str:
    """The calendar day of a mail's Date header (RFC 5322 3.6.1), in the sender's own zone."""
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return read_date(text)


def read_language(text: str) -> str:
    """The primary subtag of a language tag (BCP 47), or the code of a language's name."""
    text = text.strip().casefold()
    if text in _LANGUAGE_NAMES:
        return _LANGUAGE_NAMES[text]
    found = _LANGUAGE.match(text)
    return found[1] if found else ""


def read_address(text: str) -> str:
    """The first web address in a text, without the punctuation that closes the sentence."""
    found = _ADDRESS.search(text)
    return found[0] if found else ""
