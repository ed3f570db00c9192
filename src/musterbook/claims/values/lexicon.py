"""The words of all languages compiled once: what may start a value, and how to cut it into tokens.

In: `words_en`, `words_ru`. Out: `TRIGGER`, `TOKEN`, `WORDS`, `SIGNS`, `ENDINGS`. Never reads a
document.

English and Russian share no letter, so one table serves both and mixed texts need no switch.
"""

from __future__ import annotations

import re

from musterbook.claims.values import classes as c
from musterbook.claims.values import words_en, words_ru
from musterbook.claims.values.classes import Entry
from musterbook.claims.values.trie import alternation

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
    **{e: (c.ORDINAL_END, None) for e in ("st", "nd", "rd", "th")},
    **{
        "-" + e: (c.ORDINAL_END, None)
        for e in ("й", "го", "му", "м", "ый", "ой", "ая", "я", "е", "ого", "ому", "ым", "ое", "ую")
    },
    **{
        "-" + e: (c.CARDINAL_END, None)
        for e in ("ти", "и", "х", "ми", "мя", "ю", "ью", "ть", "ух", "ех", "ёх", "ста", "ро", "ка")
    },
    **{e: (c.SCALE, 1e3) for e in ("k", "к", "тыс", "т")},
    **{e: (c.SCALE, 1e6) for e in ("mln", "mn", "млн", "million")},
    **{e: (c.SCALE, 1e9) for e in ("bn", "bln", "млрд", "billion")},
    "m": (c.LETTER_M, 1e6),
}
"""What may be attached to figures."""

PREFIXED = ("rub", "usd", "eur", "uah", "byn", "cny")
"""Codes that may be attached before figures: RUB300,000."""

ABBREVIATIONS = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun approx "
    "тыс млн млрд трлн руб р г гг мес дн ч мин янв февр фев апр авг сент сен окт нояб ноя дек долл "
    "бел коп ст п пп гл стр рис корп кв каб оф тел проц грн est км м"
    " no nos p pp fig vol art para".split()
)
"""Words whose full stop does not end anything."""

_SPACE = r" \u00a0\u2009\u202f"
_FIGURES = (
    rf"[0-9]{{1,3}}(?P<sep>[,.{_SPACE}'’])[0-9]{{3}}(?:(?P=sep)[0-9]{{3}})*(?![0-9])"
    r"(?:[.,][0-9]{1,2}(?![0-9]))?"
    r"|[0-9]+(?:[.,][0-9]+)?"
)
_LETTER = r"[^\W\d_]"
_APART = "".join(
    rf"(?<!\b{w})" for w in ("mid", "early", "late", "under", "over", "pre", "post", "до", "от", *PREFIXED)
)
_PHRASES = alternation(w for w in WORDS if not w.isalpha() and w not in SIGNS)

TRIGGER = re.compile(rf"[0-9]|\b{alternation(words_en.ALONE | words_ru.ALONE)}\b")
"""Finds what may begin or be a value, over lower-case text."""

TOKEN = re.compile(
    rf"""
      (?P<phrase>\b{_PHRASES}(?!\w))
    | (?P<link>(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+)
    | (?P<word>{_LETTER}+)(?P<tail>{_APART}[-‐‑–]?[0-9][\w]*(?:[-‐‑–][0-9]+)*)?
    | (?P<date>[0-9]{{1,2}}\.[0-9]{{1,2}}\.(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9])
        | [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![0-9]) | [0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{4}}(?![0-9])
        | 0[1-9]\.(?:0[1-9]|1[0-2])(?![\d.,%]))
    | (?P<code>\+[0-9][0-9\s().-]{{7,}}[0-9] | 8[ -]?\(?[0-9]{{3}}\)?[ -]?[0-9]{{3}}[ -]?[0-9]{{2}}[ -]?[0-9]{{2}}\b
        | [0-9]{{1,3}}(?:-[0-9]{{2}}){{2,}}\b | [0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?
        | [0-9]+(?:[/xх×:*][0-9]+)+\b | (?![0-9]{{1,3}}(?:\.[0-9]{{3}})+(?![0-9]))[0-9]+(?:\.[0-9]+){{2,}}
        | [0-9]+(?:-[0-9]+){{2,}})
    | (?P<figures>{_FIGURES})(?P<end>(?:-(?:й|го|му|м|ый|ой|ая|я|е|ого|ому|ым|ое|ую|ти|и|х|ми|мя|ю|ью|ть|ух|ех|ёх|ро|ка)
        | {_LETTER}+)(?!\w))?(?!\w)
    | (?P<odd>\w+)
    | (?P<break>\n[^\S\n]*\n\s*)
    | (?P<dash>[-‐‑–—−]+)
    | (?P<sign>[^\w\s])
    """,
    re.VERBOSE,
)
"""Cuts a stretch of lower-case text into tokens."""
