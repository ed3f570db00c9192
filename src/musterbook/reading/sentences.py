"""Sentences of English and Russian text.

In: text and the blocks whose sentences are wanted. Out: half-open spans without surrounding
white space, in order, none crossing a block. Never does: change the text, or split at a
line's end inside a paragraph.

One regular expression finds every place where a sentence may end; rules then decide by what
stands before (abbreviation, initial, number) and after (lower case, digit, closing quote).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from musterbook.expressions import regex
from musterbook.reading.wordlist import words
from musterbook.records import Block

MOST: Final = 1_000_000  # sentences of one document; a thick book has some ten thousand
READ_KINDS: Final = frozenset(("title", "heading", "body", "caption", "related"))

# one character class first: `re` then skips from candidate to candidate at memory speed
_END: Final = regex(
    r"(?P<mark>[.!?…\n])(?P<more>[.!?…]*)(?P<close>(?:[\"'»”’)\]›“]|</\w{1,6}>|\[\d{1,3}\])*)(?P<space>\s*)"
)
_OPENERS: Final = "\"'«“„‘‹([<*_—–-•"
_TRIM: Final = " \t\r\n\f\v\u00a0\u2028\u2029\u200b\ufeff\0"
_BULLETS: Final = frozenset("•*·▪■●◦‣-–—0123456789abcdefghijklmnopqrstuvwxyzабвгдежзиклмнопрст")
_ITEM: Final = regex(r"[•*·▪■●◦‣]|[-–—]\s|\d{1,2}[.)]\s|[a-zа-я]\)\s")
_BULLET: Final = regex(r"(?:[•*·▪■●◦‣]|[-–](?=\s)|\d{1,2}[.)](?=\s)|[a-zа-я]\)(?=\s))\s*")

# never the end of a sentence: something must follow (a name, a number, a place)
_NEVER: Final = words(
    """
    mr mrs ms dr prof st gov sen rep gen lt col maj capt cmdr adm sgt cpl pvt brig hon rev pres vs cf e.g i.e eg
    ie vol pp fig art sec para approx ca ft mt messrs mme mlle amb dep им ул пр просп пер пл наб бул кв корп стр
    г-н г-жа гр тов проф акад доц асс канд докт ген полк подп кап лейт майор серж ряд ред сост рис табл см ср
    напр т.е т.н т.к т.о пп ст гл разд абз пос дер рп пгт р-н обл респ окр адм муниц фед зам нач св тел факс доб
    вкл д с ш п х
    """
)
# the end only where what follows starts a sentence of its own
_ENGLISH: Final = words(
    """
    u.s u.k u.n e.u d.c a.m p.m etc inc ltd co corp jr sr bros est dept univ assn jan feb mar apr jun jul aug
    sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ph.d m.d b.a m.a al ave blvd rd hwy
    """
)
_RUSSIAN: Final = words(
    """
    руб коп тыс млн млрд трлн т.д т.п др пр долл н.э янв февр фев апр авг сент сен окт нояб ноя дек
    """
)
_MEASURES: Final = words(
    """
    г гг в вв км м см мм кг га ц л шт экз чел мес нед дн ч мин сек р т
    """
)  # behind a number
_MONTHS: Final = words(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec янв февр фев апр авг сент окт нояб дек
    """
)
_AMOUNTS: Final = words(
    """
    тыс млн млрд трлн
    """
)
_STARTERS: Final = words(
    """
    The A An In On At It He She They We I This That These Those But And However According Under After Before As
    If When While Since For From By With There Its His Her Their Our My Meanwhile Also Although Some Many All
    One Earlier Later Last No Not Such Both Each So Yet Then Now Still Another Other Any What Who Why How
    """
)
_LETTERED: Final = regex(
    r"(?:categor(?:y|ies)|type|group|letter|plan|class|or|and|категори\w+|групп\w+|букв\w+|или|и)\s+[\"'«“]?\Z", re.I
)
_ABBREVIATIONS: Final = _NEVER | _ENGLISH | _RUSSIAN | _MEASURES | {"no", "nos"}
_LONGEST: Final = max(map(len, _ABBREVIATIONS))
_SPACED: Final = regex(r"\bт\.\s?\Z")  # "и т. д."
_ROW: Final = regex(r"[^;\n]*(?:;\S[^;\n]*){2,}")  # "Region;what;value", without a space behind its marks
_WORD_AHEAD: Final = regex(r"\w+")


def sentences(text: str, blocks: Iterable[Block]) -> tuple[tuple[int, int], ...]:
    """Find the sentences of the blocks that are read.

    Args:
        text: The whole reading.
        blocks: In order; those of other kinds than `READ_KINDS` have no sentences.

    Returns:
        Half-open spans of code points.
    """
    out: list[tuple[int, int]] = []
    for block in blocks:
        if block.kind in READ_KINDS and len(out) < MOST:
            _split(text, block.start, block.end, out)
    return tuple(out)


def _split(text: str, start: int, end: int, out: list[tuple[int, int]]) -> None:
    """Append the sentences of one block."""
    at = start
    for found in _END.finditer(text, start, end):
        after = found.end()
        if after >= end or len(out) >= MOST:
            break
        if found["mark"] == "\n":
            if _breaks(text, found, after):
                _add(text, at, found.start(), out)
                at = after
        elif found["space"] and _ends(text, at, found, after, end):
            _add(text, at, found.end("close"), out)
            at = after
    if len(out) < MOST:
        _add(text, at, end, out)


def _add(text: str, start: int, end: int, out: list[tuple[int, int]]) -> None:
    """Append one span without the white space and list mark around it."""
    if text[end - 1 : end] in _TRIM or text[start : start + 1] in _TRIM:
        piece = text[start:end]
        end = start + len(piece.rstrip(_TRIM))
        start += len(piece) - len(piece.lstrip(_TRIM))
    if end - start > 2 and text[start] in _BULLETS and (mark := _BULLET.match(text, start, end)):
        start = mark.end()
    if start < end:
        out.append((start, end))


def _breaks(text: str, found: re.Match[str], after: int) -> bool:
    """True where a line's end inside a block ends a sentence: a blank line, an item of a list, a row of a table."""
    if "\n" in found["space"]:
        return True
    line = text.rfind("\n", 0, found.start()) + 1
    if text.count(";", line, found.start()) > 1 and _ROW.fullmatch(text, line, found.start()):
        return True
    return text[found.start() - 1 : found.start()] in (";", ":") and bool(_ITEM.match(text, after))


def _ends(text: str, start: int, found: re.Match[str], after: int, end: int) -> bool:
    """Decide whether a sentence ends at a candidate.

    Args:
        text: The whole reading.
        start: Where the sentence began.
        found: The candidate: stop or other mark, closers, space.
        after: The first character behind the space.
        end: Where the block ends.
    """
    at, ahead = after, text[after]
    while ahead in _OPENERS and at + 1 < end:
        at += 1
        ahead = text[at]
        if ahead.isspace():  # a dialogue dash: the speech goes on, or its reporting clause comes
            at += 1
            ahead = text[at] if at < end else ""
    if ahead.islower():
        return False
    if found["mark"] != "." or found["more"] or found["close"].strip(")]’'"):
        return True
    stop = found.start()
    parts = text[max(start, stop - _LONGEST - 4) : stop].rsplit(None, 1)
    word = parts[-1].lstrip("\"'«“„‘([") if parts else ""
    low = word.casefold()
    if not word or (len(low) > 2 and "." not in low and low not in _ABBREVIATIONS):
        return True
    return _stop_ends(text, word, stop - len(word) <= start, at)


def _stop_ends(text: str, word: str, first: bool, at: int) -> bool:
    """Decide for a full stop behind a short word or abbreviation and before the character at ``at``.

    Args:
        text: The whole reading.
        word: What stands directly before the stop, inner stops included.
        first: The word begins the sentence.
        at: The next character that is no opening quote or bracket.
    """
    low = word.casefold().rstrip(".")
    ahead = text[at] if at < len(text) else ""
    here = text.rfind(word, 0, at)
    if first and len(low) < 3 and (low.isdigit() or len(low) == 1):
        return False  # "1. Состав" is a numbered item, not a sentence
    if low in ("д", "п", "др", "пр") and _SPACED.search(text, max(0, here - 4), here):
        return True
    if low in _MEASURES and _behind_number(text, here):
        return ahead.isupper() and text[at + 1 : at + 2] != "."
    if len(low) == 1 and word.isalpha():
        return bool(word.isupper() and _LETTERED.search(text, max(0, here - 16), here) and text[at + 1 : at + 2] != ".")
    if low in _NEVER:
        return False
    if low in ("no", "nos"):
        return not ahead.isdigit()
    if low in _RUSSIAN:
        if ahead.isdigit():
            return low not in _MONTHS and low not in _AMOUNTS
        return ahead.isupper() and not (low in _AMOUNTS and text[at : at + 4] in ("США", "ВВП"))
    if low in _ENGLISH:
        if ahead.isdigit():
            return low not in _MONTHS
        following = _WORD_AHEAD.match(text, at)
        return bool(following and following[0] in _STARTERS)
    return not ("." in low and all(len(part) == 1 for part in low.split(".")))  # "А.В. Иванов"


def _behind_number(text: str, at: int) -> bool:
    """True where a digit stands before the white space before ``at``: "2024 г."."""
    before = text[max(0, at - 3) : at].rstrip()
    return before[-1:].isdigit()
