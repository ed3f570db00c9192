"""All values of a document, in one pass.

In: a text, the same in lower case, its publication date. Out: mentions of dates, sums, counts,
lengths, ages, percentages and distances, in order, none overlapping. Never looks at regions,
names or anything else.

A window of tokens is read from left to right; the class of a token says which readers may
begin there, and the first that reads something decides: dates, then lengths in one word,
then amounts by their unit.
"""

from __future__ import annotations

from musterbook.claims.mention import Mention
from musterbook.claims.values import ages, amounts, counts, dates, durations, money
from musterbook.claims.values import classes as c
from musterbook.claims.values.amounts import Amount
from musterbook.claims.values.numbers import fold
from musterbook.claims.values.scene import Found, Scene
from musterbook.claims.values.strip import Strip, cut, windows
from musterbook.expressions import regex
from musterbook.records import PartialDate

_BEGIN = regex(
    r"[nYNOMWXR1E$]|[rwa](?=[MWYRfgUr]|-?v?c?[MYRg])|[VSFDPBJ<>~=](?![x.!])|\^(?=[nYN])|f?[gU](?!x)|f(?=[ag])"
)
_DATE = regex(r"[VSFDPB<]?(?:r-?v?c?)?(?:w?[WM]|wr|[nO](?:v?M|[-_TPD&,][nO])|[XYR1])|[VSFDPB<]?rv?g")
_AMOUNT = frozenset("nYN<>~=DFSBJ$^")
_WHOLE = frozenset("E<>~=D")
_ARTICLE = frozenset("afgU<>~=D")


def find(text: str, lower: str, language: str, published: PartialDate | None) -> list[Mention]:
    """Find the values of a whole document.

    Args:
        text: The reading's text.
        lower: The same in lower case, character by character (equal length).
        language: ISO 639-1; English and Russian words are known in any text, the language only
            decides what is understood without being said.
        published: Publication date, from which relative dates are resolved; None if unknown:
            then they are left out.

    Returns:
        Mentions in order of ``start``, no two overlapping, comparators and directions inside
        their spans.

    >>> [m.value.low for m in find("At least 20 regions", "at least 20 regions", "en", None)]
    [20]
    """
    scene = Scene(text, lower, language, published)
    mentions: list[Mention] = []
    for start, end in windows(text, lower):
        _read(fold(cut(text, lower, start, end), lower), scene, mentions)
    return mentions


def _read(strip: Strip, scene: Scene, mentions: list[Mention]) -> None:
    """Read one window from left to right."""
    kinds, i = strip.kinds, 0
    while found := _BEGIN.search(kinds, i):
        i = found.start()
        result = _read_at(strip, i, found[0], scene)
        if result is None:
            i += 1
        else:
            mentions += result[0]
            i = max(result[1], i + 1)


def _read_at(strip: Strip, i: int, kind: str, scene: Scene) -> Found | None:
    """What begins at one token; None where nothing does."""
    result: Found | None = None
    if "@" in strip.kinds and kind in "nNYaUg<>~=":
        result = dates.read_ago(strip, i, scene)
    if result is None and _DATE.match(strip.kinds, i):
        result = dates.read(strip, i, scene)
    if result is None and kind in _WHOLE:
        result = durations.read_whole(strip, i, scene)
    if result is None and kind in _AMOUNT:
        result = _read_amounts(strip, i, scene)
    if result is None and kind in _ARTICLE:
        result = durations.read_article(strip, i, scene)
    if result is None and kind == c.ORDINAL:
        result = counts.read_ordinal(strip, i, scene)
    return result


def _read_amounts(strip: Strip, i: int, scene: Scene) -> Found | None:
    """Sums, shares, distances, lengths, ages or counts, by the unit."""
    found = amounts.read(strip, i, scene)
    if not found:
        return None
    mentions: list[Mention] = []
    past = i
    for amount in found:
        read, past = _read_amount(strip, amount, scene)
        mentions += read
        past = max(past, amount.past)
    return mentions, past


def _read_amount(strip: Strip, amount: Amount, scene: Scene) -> Found:
    """One amount, by its unit."""
    unit, past = amount.unit, amount.past
    if unit in (c.MEASURE, c.FRACTION, c.LETTER_M) and unit:
        return [], past
    if unit in (c.CURRENCY, c.SYMBOL) and unit:
        return [money.read(strip, amount, scene)], past
    if unit in (c.PERCENT, c.DISTANCE) and unit:
        share = counts.read_share(strip, amount, scene)
        return ([share] if share else []), past
    if (unit in "yUg" and amount.worth in ("Y", None)) and (aged := ages.read(strip, amount, scene)):
        return [aged], past
    if unit == c.YEARS_OLD or counts.is_hour(strip, amount, scene):
        return [], past
    if unit in (c.TIME, c.YEAR, c.TIME_ADJECTIVE) and unit:
        return durations.read(strip, amount, scene)
    if counts.names_something(strip, amount, scene):
        return [], past
    if sum_ := money.understood(strip, amount, scene):
        return [sum_], past
    counted = counts.read(strip, amount, scene)
    return ([counted] if counted else []), past
