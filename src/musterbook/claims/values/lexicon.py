"""The words of all languages compiled once: what may start a value, and what cuts it into tokens.

In: `words_en`, `words_ru`. Out: `TRIGGER`, `TOKEN`, `WORDS`, `SIGNS`, `ENDINGS`. Never reads a
document.

English and Russian share no letter, so one table serves both and mixed texts need no switch.
"""

from __future__ import annotations

import re

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from musterbook.claims.values import classes as c
from musterbook.claims.values import words_en, words_ru
from musterbook.claims.values.classes import Entry
from musterbook.claims.values.trie import alternation
from musterbook.expressions import regex

WORDS: dict[str, Entry] = {**words_ru.WORDS, **words_en.WORDS}

SIGNS: dict[str, Entry] = {
    "$": (c.SYMBOL, "USD"),
    "€": (c.SYMBOL, "EUR"),
    "₽": (c.SYMBOL, "RUB"),
    "₴": (c.SYMBOL, "UAH"),
    "£": (c.SYMBOL, "GBP"),
    "¥": (c.SYMBOL, "CNY"),
    "₸": (c.SYMBOL, "KZT"),
    "%": (c.PERCENT, None),
    "°": (c.MEASURE, None),
    "№": (c.SUPPRESSOR, None),
    "§": (c.SUPPRESSOR, None),
    "~": (c.ABOUT, "about"),
    "≈": (c.ABOUT, "about"),
    "≥": (c.AT_LEAST, "at_least"),
    "≤": (c.AT_MOST, "at_most"),
    "+": (c.AFTERWARDS, "at_least"),
    "(": (c.OPEN, None),
    ")": (c.CLOSE, None),
    ",": (c.COMMA, None),
}
"""Single characters that mean something beside a number."""

ENDINGS: dict[str, Entry] = {
    **dict.fromkeys(("st", "nd", "rd", "th"), (c.ORDINAL_END, None)),
    **{
        "-" + e: (c.ORDINAL_END, None)
        for e in ("й", "го", "му", "м", "ый", "ой", "ая", "я", "е", "ого", "ому", "ым", "ое", "ую")
    },
    **{
        "-" + e: (c.CARDINAL_END, None)
        for e in ("ти", "и", "х", "ми", "мя", "ю", "ью", "ть", "ух", "ех", "ёх", "ста", "ро", "ка")
    },
    **dict.fromkeys(("k", "к", "тыс", "т"), (c.SCALE, 1000.0)),
    **dict.fromkeys(("mln", "mn", "млн", "million"), (c.SCALE, 1000000.0)),
    **dict.fromkeys(("bn", "bln", "млрд", "billion"), (c.SCALE, 1000000000.0)),
    "m": (c.LETTER_M, 1e6),
}
"""What may be attached to figures."""

APART = frozenset("mid early late under over pre post до от rub usd eur uah byn cny".split())
"""Words that may be attached before figures without making a name of both: mid-2025, RUB300."""

ABBREVIATIONS = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun approx "
    "тыс млн млрд трлн руб р г гг мес дн ч мин янв февр фев апр авг сент сен окт нояб ноя дек долл "
    "бел коп ст п пп гл стр рис корп кв каб оф тел проц грн est км м"
    " д лит no nos p pp fig vol art para".split()
)
"""Words whose full stop does not end anything."""

_SPACE = r" \u00a0\u2009\u202f"
_FIGURES = (
    rf"[0-9]{{1,3}}(?P<sep>[,.{_SPACE}'’])[0-9]{{3}}(?:(?P=sep)[0-9]{{3}})*(?![0-9])"
    r"(?:[.,][0-9]{1,2}(?![0-9]))?"
    r"|[0-9]+(?:[.,][0-9]+)?"
)
_LETTER = r"[^\W\d_]"
_SUFFIX = "|".join(sorted((e[1:] for e in ENDINGS if e[0] == "-"), key=len, reverse=True))
_SIGNS = "".join(re.escape(sign) for sign in SIGNS)

SKIPPED = "the"
"""Makes no token: "over the age of", "the 4th of the month" read as without it."""

_STARTERS = tuple(sorted(words_en.ALONE | words_ru.ALONE))

TRIGGER = AhoCorasick(
    [*_STARTERS, *"0123456789"], matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
)
"""Finds what may begin or be a value, over lower-case text, also inside of longer words."""


def _heads() -> dict[str, re.Pattern[str]]:
    """For each first word of fixed phrases, what may follow it, white space included."""
    following: dict[str, list[str]] = {}
    for phrase in WORDS:
        head = _HEAD.match(phrase)
        if head and head.end() < len(phrase):
            following.setdefault(head[0], []).append(phrase[head.end() :])
    return {head: regex(alternation(rest) + r"(?!\w)") for head, rest in following.items()}


_HEAD = regex(rf"{_LETTER}+")
_HEADS = _heads()

LOOK: dict[str, tuple[re.Pattern[str] | None, Entry | None]] = {
    word: (_HEADS.get(word), WORDS.get(word)) for word in {*_HEADS, *WORDS, SKIPPED} if word.isalpha()
}
"""For each word that means something: what may follow it in a fixed phrase, and its own entry."""

TOKEN = regex(
    rf"""
      (?P<words>{_LETTER}+(?:[ ]{_LETTER}+)*)
    | (?:
          (?P<date>[0-9]{{1,2}}\.[0-9]{{1,2}}\.(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9])
            | [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![0-9]) | [0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{4}}(?![0-9])
            | 0[1-9]\.(?:0[1-9]|1[0-2])(?![\d.,%]))
        | (?P<code>8[ -]?\(?[0-9]{{3}}\)?[ -]?[0-9]{{3}}[ -]?[0-9]{{2}}[ -]?[0-9]{{2}}\b
            | [0-9]{{1,3}}(?:-[0-9]{{2}}){{2,}}\b | [0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?
            | [0-9]{{1,2}}\.[0-5][05]\s?[-–—]\s?[0-9]{{1,2}}\.[0-5][05](?![0-9])
            | [0-9]+(?:[/xх×:*][0-9]+)+\b
            | (?![0-9]{{1,3}}(?:\.[0-9]{{3}})+(?![0-9]))[0-9]+(?:\.[0-9]+){{2,}}
            | [0-9]+(?:-[0-9]+){{2,}})
        | (?P<figures>{_FIGURES})(?P<end>(?:-(?:{_SUFFIX})|{_LETTER}+)(?!\w))?(?!\w)
        | (?P<odd>[0-9]\w*)
      )
    | (?P<link>://\S+ | \+[0-9][0-9\s().-]{{7,}}[0-9])
    | (?P<dash>[-‐‑–—−]+)
    | (?P<sign>[{_SIGNS}])
    """,
    re.VERBOSE,
)
"""Finds the tokens that mean something in a stretch of lower-case text; the rest lies between."""
