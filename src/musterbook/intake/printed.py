"""What a document's own text says of its date, address and language.

In: decoded text. Out: `Stated` values with the origin ``printed`` or ``front-matter``, and
faults as (code, what). Never does: take a date from within a sentence.
"""

from __future__ import annotations

import re
from typing import Final

from musterbook.expressions import regex
from musterbook.intake.stated import printed_date, read_address, read_date, read_language
from musterbook.records import Stated

_HEAD_LINES: Final = 14  # non-blank lines at the top in which a dateline is looked for
_TAIL: Final = 1_500  # characters at the end in which an address is looked for
_YEAR: Final = regex(r"(?:19|20)\d\d")
_EDGE: Final = regex(
    r"(?:\W|\d{1,2}[:.]\d\d(?::\d\d)?|[ap]\.?m\.?|utc|gmt|msk|мск|est|edt|cet|[+-]\d{4}|г\.?|года|в|at|on|"
    r"(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?|понедельник|вторник|среда|четверг|пятница|"
    r"суббота|воскресенье|published|posted|date|опубликовано|дата(?: публикации)?|публикация)*+\Z",
    re.I,
)
_SOURCE_LINE: Final = regex(
    r"^[ \t>*]*(?:original(?: url| link| article| source)?|source(?: url)?|url|link|permalink|"
    r"first published(?: at| on)?|originally published(?: at| on)?|read the original(?: at)?|"
    r"источник|оригинал(?:ьный адрес)?|ссылка(?: на (?:оригинал|источник))?|адрес)[ \t]*:[ \t]*\r?\n?\s{0,4}"
    r"(?P<rest>[^\r\n]*)",
    re.I | re.M,
)
_FRONT: Final = regex(r"---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$", re.S | re.M)
_KEYS: Final = {
    "title": "title", "date": "published", "published": "published", "pubdate": "published",
    "author": "author", "by": "author", "authors": "author", "lang": "language", "language": "language",
    "url": "address", "address": "address", "link": "address", "permalink": "address",
    "canonical": "canonical", "canonical_url": "canonical", "publisher": "publisher", "outlet": "publisher",
    "site": "publisher", "source": "source", "retrieved": "retrieved", "accessed": "retrieved",
}  # fmt: skip


def read_printed(text: str) -> list[Stated]:
    """The dateline and address that a text prints above and below its article.

    Args:
        text: Decoded text without a byte-order mark.

    Returns:
        At most one ``published`` and one ``address``, origin ``printed``.
    """
    out: list[Stated] = []
    day = _dateline(text[:4_000])
    if day:
        out.append(Stated("published", day, "printed"))
    for part in (text[:_TAIL], text[-_TAIL:]):
        if "://" not in part:
            continue
        address = next((a for m in _SOURCE_LINE.finditer(part) if (a := read_address(m["rest"]))), "")
        if address:
            out.append(Stated("address", address, "printed"))
            break
    return out


def _dateline(head: str) -> str:
    """The date of the first line near the top that holds nothing but a date."""
    seen = 0
    for line in head.splitlines():
        line = line.strip(" \t#*_>|")
        if not line:
            continue
        seen += 1
        if seen > _HEAD_LINES:
            break
        if len(line) > 80 or not _YEAR.search(line):
            continue
        found = printed_date(line)
        if found and _EDGE.match(line[: found.start()]) and _EDGE.match(line[found.end() :]):
            return read_date(found[0])
    return ""


def read_front_matter(text: str) -> tuple[list[Stated], str]:
    """Metadata between ``---`` lines at the top of Markdown.

    Args:
        text: Decoded text without a byte-order mark.

    Returns:
        What is stated, and what is wrong with the front matter ("" where nothing is).
    """
    import yaml  # here, since few documents have front matter and the import costs 20 ms

    found = _FRONT.match(text)
    if not found:
        return [], ""
    try:
        values = yaml.load(found["yaml"], Loader=yaml.BaseLoader)  # BaseLoader: all scalars stay text
    except (yaml.YAMLError, RecursionError) as fault:
        return [], f"the front matter is not YAML ({str(fault).splitlines()[0]}); it is passed over"
    if not isinstance(values, dict):
        return [], "the front matter is not a list of 'key: value' lines; it is passed over"
    out = []
    for key, value in values.items():
        name = _KEYS.get(str(key).casefold())
        text_value = ", ".join(map(str, value)) if isinstance(value, list) else value
        if name and isinstance(text_value, str) and text_value.strip():
            stated = normal(name, text_value.strip())
            if stated:
                out.append(Stated(name, stated, "front-matter"))
    return out, ""


def normal(name: str, value: str) -> str:
    """The normal form of a field's value, or an empty string where it has none."""
    value = value.encode("utf-8", "replace").decode()  # JSON can carry half a character, which no store takes
    if name in ("published", "retrieved"):
        return read_date(value)
    if name == "language":
        return read_language(value)
    if name in ("address", "canonical"):
        return read_address(value)
    return " ".join(value.split())
