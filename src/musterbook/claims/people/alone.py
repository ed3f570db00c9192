"""Names without a family name: given names that stand alone, and what somebody is called among friends.

In: a text and its capitalised words. Out: whether such a word is somebody's name, and the
spans of nicknames. Never says in what capacity somebody is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from musterbook.claims.people.lexicon import is_patronymic, name_lexicon
from musterbook.claims.people.spelling import Spelled, Token
from musterbook.expressions import regex

_CUES = (
    "позывн",
    "прозвищ",
    "кличк",
    "псевдоним",
    " ник",
    "call sign",
    "callsign",
    "call-sign",
    "nicknam",
    "nom de ",
    "alias",
)
_NAMED = r"[A-ZА-ЯЁ][\w’'-]+(?: [A-ZА-ЯЁ\d][\w-]*)?"
_CALLED = regex(
    r"(?:позывн\w+|прозвищ\w+|кличк\w+|псевдоним\w+|\bник(?:ом|нейм\w*)?\b"
    r"|[Cc]all[ -]?signs?|[Nn]icknamed?|nom de guerre|alias)"
    r"(?: (?:у (?:него|неё|нее|бойца)|is|was|of|name|him|her))?(?:\s?[—–:,-])?\s?"
    rf"(?:[«“\"„‘']([\w’' -]{{2,30}}?)[»”\"’']|({_NAMED}))"
)
_SO_CALLED = regex(
    r"[«“\"„]([\w’' -]{2,30}?),?[»”\"],? (?:\((?:его |её )?позывн|— (?:его |её )?позывн|(?:his|her|a) call[ -]?sign)"
)
_BETWEEN = regex(rf"[«“\"„‘(]({_NAMED})[»”\"’)][ \u00a0]([A-ZА-ЯЁ][\w’'-]+)")
_FIRST = regex(r"(?<![\w-])([A-ZА-ЯЁ][\w’'-]+)[ \u00a0]$")
_LONGEST = 25  # characters of a given name
_LINE = regex(r"(?:^|[.!?…:»”\"«“(—–•]\s*|\n\s*|^\s*-\s)$")
_HONOURED = regex(
    r"(?:площад|улиц|проспект|переул|бульвар|набережн|станци|имени|им\.|орден|медал|памятник|преми|храм|церк|собор"
    r"|монастыр|мечет|музе|театр|метро|шоссе|проезд|парк|корабл|фрегат"
    r"|\b(?:monument to|order of|statue of|church of|cathedral of|st\.|saint|named after))"
    r"\w*\.?\s+(?:[«“\"]?(?:\w+\s)?)?$"
)
_HONOURED_FAR = 45  # characters before a name in which such a word stands
_INSTITUTION = regex(
    r"(?:['’]s)?[ -](?:street|square|avenue|prospekt|bridge|plant|factory|prize|medal|award|order|stadium|airport"
    r"|church|cathedral|monastery|museum|theatre|theater|university|academy|institute|station|river|valley|peninsula|islands?"
    r"|(?-i:[IVX]+)\b)",
    re.IGNORECASE,
)


_KIN = regex(
    r"(?:\b(?:his|her|their|my|whose|our)|['’]s) (?:\w+ )?(?:wife|husband|mother|father|son|daughter"
    r"|brother|sister|widow|friend|fiancée?|girlfriend|boyfriend|uncle|aunt|nephew|niece|cousin|grandson|granddaughter"
    r"|grandmother|grandfather|neighbou?r),? $"
    r"|\b(?:его|её|ее|их|мо[йяеюи]\w?|сво\w+) (?:[а-яё]+ )?(?:жен\w|муж\w{0,2}|мат\w+|мам\w|отц?е?\w?|сын\w{0,2}"
    r"|доч\w+|брат\w{0,2}|сестр\w{1,2}|вдов\w{1,2}|друг\w?|подруг\w|невест\w|внук\w{0,2}|внучк\w"
    r"|дяд\w|т[её]т\w|сосед\w{0,3}),? $"
)


def is_kin(lower: str, start: int) -> bool:
    """Whether a capitalised word stands right after somebody's relative: «his wife Oppdiktet»."""
    return lower[start - 1 : start] == " " and bool(_KIN.search(lower, max(0, start - 40), start))


_AGE = regex(
    r"\d\d(?:(?P<of>-?(?:летн(?:ий|яя|его|ей|ему|им|юю)|year-old)(?: [а-яёa-z-]+){0,3} (?=[A-ZА-ЯЁ]))"
    r"|(?= лет\b|[,)](?! (?:\d|and \d|и \d))))"
)
_NAME = regex(
    r"[A-ZА-ЯЁ][a-zа-яё]+(?:[-’'][A-ZА-ЯЁ]?[a-zа-яё]+)*"
    r"(?: (?:[A-ZА-ЯЁ]\.|[A-ZА-ЯЁ][a-zа-яё]+(?:-[A-ZА-ЯЁ][a-zа-яё]+)*)(?!\w))?"
)
_NEXT = regex(r"[ -][A-ZА-ЯЁ«\"“]|['’]s [A-Z]")
_NAME_BEFORE = regex(r"(?<![\w.’'-])" + _NAME.pattern + "$")
_WIDTH = 50  # characters of the longest name
_HAND_NAMED = regex(r"[А-ЯЁ][а-яё]+(?:[оеё]ва?|[ыи]на?|[сц]к(?:ий|ая))")
_HAND_QUALIFIES = regex(r" [а-яё]+(?:ий|ой|ый|ая|ое|ом|он|вод|лк)(?!\w)")
_HAND_ODD = regex(r"[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?(?<!ой)(?<![уыиюе])|[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?")


def is_hand(text: str, lower: str, start: int, end: int) -> str:
    """Whether a name stands right behind the trade of who bears it, in the nominative: «слесарь Тульский».

    Returns:
        ``family`` where it has the build of a family name, be it that of a place as well; ``odd``
        where nothing but its place says that it is a name; "" where it is none.
    """
    if text[start - 1 : start] != " " or not text[start - 2 : start - 1].islower():
        return ""
    trade = text[max(text.rfind(" ", 0, start - 1), text.rfind("\n", 0, start - 1)) + 1 : start - 1].lower()
    if len(trade) < 4 or trade not in name_lexicon("en" if trade.isascii() else "ru").trades:
        return ""
    if _HAND_NAMED.fullmatch(text, start, end) and not _HAND_QUALIFIES.match(lower, end):
        return "family"
    odd = _HAND_ODD.fullmatch(text, start, end) and not _NEXT.match(text, end)
    return "odd" if odd and (text[end - 1] not in "ая" or "-" in text[start:end] or trade[-1] in "ая") else ""


def aged(text: str, covered: Sequence[tuple[int, int]], stop: frozenset[str]) -> Iterator[Spelled]:
    """Names that an age stands beside: «37-летний Пётр», «Anna V., 29».

    Args:
        text: Levelled.
        covered: Spans of names that are found already, in any order.
        stop: Capitalised words that are no names.
    """
    for found in _AGE.finditer(text):
        start = found.start() - 2  # of a comma or bracket
        if found["of"]:
            name = None if text[start + 1].isdigit() else _NAME.match(text, found.end())
        elif text[start : start + 2] in (", ", " (") and (text[start - 1].islower() or text[start - 1] == "."):
            name = _NAME_BEFORE.search(text, max(0, start - _WIDTH), start)
        else:
            continue
        if not name or any(a < name.end() and name.start() < b for a, b in covered):
            continue
        words = name[0].split()
        if len(words) == 1 and text[start : start + 2] == " (" and not found["of"] and text[found.end()] == ")":
            continue
        if any(w.lower() in stop for w in words) or (name.start() and text[name.start() - 1] in '«“"-'):
            continue
        family = words[1] if len(words) > 1 and not words[1].endswith(".") else ""
        yield Spelled(*name.span(), words[0], "", family, "", False)


def nicknames(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """The spans of call signs and nicknames that the text says are some: «с позывным „Ветер“»."""
    if not any(cue in lower for cue in _CUES):
        return
    for pattern in (_CALLED, _SO_CALLED):
        for found in pattern.finditer(text):
            yield found.span(1) if found.group(1) else found.span(found.lastindex or 1)


def with_nickname(text: str) -> Iterator[tuple[Spelled, tuple[int, int, int, int]]]:
    """Full names with a nickname in the middle: «Иван „Ветер“ Примеров»; where the parts begin and end within them."""
    for found in _BETWEEN.finditer(text):
        first = _FIRST.search(text, max(0, found.start() - _LONGEST), found.start())
        if not first:
            continue
        given, nick, family = first[1], found[1], re.sub(r"['’]s?$", "", found[2])
        lexicon = name_lexicon("en" if given.isascii() else "ru")
        readings = lexicon.given_name(given)
        if not readings or family.lower() in lexicon.stop or nick.lower() in lexicon.stop:
            continue
        name = given if given.isascii() else readings[0][0][:1].upper() + readings[0][0][1:]
        end = found.start(2) + len(family)
        yield (
            Spelled(first.start(), end, name, "", family, readings[0][1]),
            (first.end(1), *found.span(1), found.start(2)),
        )


def is_somebody(text: str, lower: str, token: Token, word: str) -> bool:
    """Whether a given name, or a patronymic, that stands alone is somebody's.

    Args:
        text: The reading's text.
        lower: The same in lower case.
        token: Where the word stands.
        word: It, without a possessive ending.
    """
    lexicon = name_lexicon("en" if word.isascii() else "ru")
    lower_word = word.lower()
    if text[token.end : token.end + 1] == ":" and text[token.start - 1 : token.start] == "\n":
        return lower_word in lexicon.ordinary or lower_word in lexicon.places or lexicon.usual(word)  # who answers
    if not lexicon.usual(word) and not (word[-2:] in ("на", "ны", "не", "ну", "ой") and is_patronymic(word)):
        return False
    if lower.endswith(("the ", "святого ", "святой "), max(0, token.start - 8), token.start):
        return False
    return lower_word not in lexicon.ordinary or not _LINE.search(text[max(0, token.start - 3) : token.start])


def is_honoured(text: str, lower: str, start: int, end: int) -> bool:
    """Whether a name is part of the name of a street, a plant or a prize: «площадь Примерова», «Primerov Street»."""
    if _INSTITUTION.match(text, end):
        return True
    return bool(_HONOURED.search(lower, max(0, start - _HONOURED_FAR), start))


def in_genitive(words: Sequence[str]) -> bool:
    """Whether a Russian full name can stand in the genitive: by its given name, or its family name alone."""
    lexicon = name_lexicon("ru")
    readings = lexicon.given_name(words[0]) if len(words) > 1 else []
    return any(not nominative for _, _, nominative in readings) or (len(words) == 1 and words[0][-1:] in "аяойых")
