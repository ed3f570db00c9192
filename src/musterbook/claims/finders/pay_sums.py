"""Sums of money in a sentence, and which words belong to which.

In: a document and a sentence. Out: the sums that could be pay, each with the stretch of
the sentence that speaks of it. Never decides what a sum is for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from musterbook.claims.document import Document
from musterbook.claims.finders.pay_words import Words
from musterbook.claims.mention import Count, Mention, Money
from musterbook.expressions import regex

Span = tuple[int, int]
HOME = "RUB"
_SMALLEST = 50  # roubles: less is no rate of pay
_LARGEST = 20_000_000  # roubles: more is no sum for one person (the largest are about 14 million)
_BARE = 1000  # a number without a currency is money from here on, below it only after another sum
_SEPARATORS = tuple(  # strongest first: a dash parts two sums only where nothing else does
    regex(mark)
    for mark in (
        r";(?=\s)",
        r",(?=\s)|\b(?:and|plus|as well as|while|whereas|but|or|и|а|плюс|но|а также|либо|или)\b",
        r"\s-\s",
    )
)
_CELL = regex(r"[;|\t]\s*\S")  # a mark between two cells of a row
_LISTED = regex(r",? (?:and|or|to|и|или|либо|до) ")
_SCALE = regex(r"(?P<thousand>тыс|thousand)|(?P<million>млн|миллион|million)")
_DIGITS = regex(r"\d+(?:[.,]\d+)?")
_INVERTED = regex(r"(?<!\d )(?<![\d.])\bтысяч\s$")
_WORD = 12  # characters in which a word before a number is looked for
_NUMBER = regex(r"[$€£]?\d")
_ABOUT = (
    r"(?:(?:or|i\.e\.|about|around|approximately|approx\.?|roughly|some|less than|just under|just over|more than|over|"
    r"nearly|almost|equivalent to|equal to|which is|или|около|примерно|порядка|то есть|это|более|менее|чуть|почти|"
    r"at the (?:current|official) (?:exchange )?rate|us|usd|eur|[≈~=])\s*)"
)
_CONVERSION = regex(rf"\s*{_ABOUT}*|[^,(;.\d]{{0,30}}(?:[(\[]\s*{_ABOUT}*|[,-]\s*{_ABOUT}+)")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money.

    Attributes:
        start: First code point.
        end: One past the last.
        money: The value; its currency is the home currency where the text names none.
        bare: True where no currency is named.
    """

    start: int
    end: int
    money: Money
    bare: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end

    def mention(self) -> Mention:
        """As a mention, for binding."""
        return Mention("money", self.start, self.end, self.money)

    def worth(self, low: float, high: float) -> Sum:
        """The same words with another value."""
        return replace(self, money=replace(self.money, low=low, high=high))


def sums_of(document: Document, sentence: Span, words: Words) -> list[Sum]:
    """The sums of a sentence in order: money, and numbers that could be money; no conversions."""
    found: list[Sum] = []
    for m in document.annotations.within(*sentence):
        if m.kind == "money":
            found.append(Sum(m.start, m.end, m.value))
        elif m.kind == "count" and _free(document, m, sentence, words):
            value: Count = m.value
            found.append(Sum(m.start, m.end, Money(value.low, value.high, HOME, value.comparator), bare=True))
    return _converted(document, _scaled(document, found))


def _scaled(document: Document, sums: list[Sum]) -> list[Sum]:
    """With the thousands that stand once for two sums, or before the number ("150 and 80 thousand")."""
    found = list(sums)
    for place in range(len(found) - 1, -1, -1):
        one, after = found[place], found[place + 1] if place + 1 < len(found) else None
        if one.money.high >= _BARE:
            continue
        before = _INVERTED.search(document.plain, max(0, one.start - _WORD), one.start)
        if before:
            thousand = one.worth(one.money.low * _BARE, one.money.high * _BARE)
            found[place] = replace(thousand, money=replace(thousand.money, comparator="about"))
        elif after and _LISTED.fullmatch(document.plain, one.end, after.start):
            word = _SCALE.search(document.plain, after.start, after.end)
            if word and _DIGITS.fullmatch(document.plain, one.start, one.end):
                scale = _BARE if word.lastgroup == "thousand" else _BARE * _BARE
                found[place] = one.worth(one.money.low * scale, one.money.high * scale)
    return found


def _free(document: Document, mention: Mention, sentence: Span, words: Words) -> bool:
    """True where a number counts nothing that is named."""
    if not isinstance(mention.value, Count) or mention.value.comparator == "ordinal":
        return False
    end = mention.end
    if document.plain.startswith(". ", end) and end + 1 < sentence[1]:
        end += 1  # the point of an abbreviation, not of the sentence
    if words.has("bare_before", document.plain, max(sentence[0], mention.start - 40), mention.start):
        return False
    return words.has("bare_after", document.plain, end, min(sentence[1], end + 30))


def _converted(document: Document, sums: list[Sum]) -> list[Sum]:
    """Without those that only say another in a second currency."""
    kept: list[Sum] = []
    for one in sums:
        last = kept[-1] if kept else None
        between = document.plain[last.end : _digits(document, one)] if last else ""
        if last and one.money.currency != last.money.currency and _CONVERSION.fullmatch(between):
            if one.money.currency == HOME and not one.bare:
                kept[-1] = one
            continue
        kept.append(one)
    return kept


def _digits(document: Document, one: Sum) -> int:
    """Where the number itself begins: a sum's words may begin with "about"."""
    found = _NUMBER.search(document.plain, one.start, one.end)
    return found.start() if found else one.start


def sensible(one: Sum) -> bool:
    """True where a sum has the size of one person's pay and a currency that it is paid in."""
    if one.money.currency not in (HOME, "USD", "EUR"):
        return False
    scale = 1 if one.money.currency == HOME else 80  # roubles to the dollar or euro, of the years reported on
    return one.money.low * scale >= _SMALLEST and one.money.high * scale <= _LARGEST


def large_enough(number: Money | Count) -> bool:
    """True where a number without a currency is as large as sums written out are."""
    return number.low >= _BARE


def stretches(document: Document, sentence: Span, sums: list[Sum]) -> list[Span]:
    """For each sum the part of the sentence that speaks of it, cut at the strongest separator after it."""
    if not sums:
        return []
    cuts = [sentence[0]]
    for one, after in pairwise(sums):
        found = (mark.search(document.plain, one.end, after.start) for mark in _SEPARATORS)
        cut = next((c for c in found if c), None)
        cuts.append(cut.start() if cut else after.start)
    cuts.append(sentence[1])
    return [_in_row(document, one, area) for one, area in zip(sums, pairwise(cuts), strict=True)]


def _in_row(document: Document, one: Sum, area: Span) -> Span:
    """A stretch that runs over the rows of a table, cut to the row of its sum."""
    text = document.annotations.text
    start, end = max(area[0], text.rfind("\n", area[0], one.start) + 1), text.find("\n", one.end, area[1])
    end = area[1] if end < 0 else end
    row, whole = text[start:end], text[area[0] : area[1]]
    tabular = _CELL.search(row) is not None and len(_CELL.findall(whole)) > len(_CELL.findall(row))
    return (start, end) if tabular else area
