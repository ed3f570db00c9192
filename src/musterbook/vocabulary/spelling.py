"""One skeleton for all spellings of a name: scripts, transliterations, double letters.

In: a name as somebody wrote it. Out: a key by which spellings of one name are equal, and a
measure of how far two keys differ. Never knows which names exist.

The skeleton merges what transliteration systems (BGN/PCGN, GOST 7.79, passport and
newspaper usage) write differently: kh/h, ts/c, y/i/j, ye/e, yo/ё/е, iy/y, shch/sch, x/ks.
"""

from __future__ import annotations

import unicodedata

from musterbook.expressions import regex

_LATIN = str.maketrans(
    dict(
        zip(
            "абвгдежзийклмнопрстуфхцчшщыэюяёіїєґ",
            "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sch i e iu ia e i i e g".split(" "),
            strict=True,
        )
    )
    | dict.fromkeys("ъь_", "")
)
_STEPS = (
    (regex(r"shch|sch"), "sc"),
    (regex(r"kh"), "h"),
    (regex(r"tz|ts"), "c"),
    (regex(r"ck|q"), "k"),
    (regex(r"x"), "ks"),
    (regex(r"w"), "v"),
    (regex(r"yo|jo"), "e"),
    (regex(r"[yj]"), "i"),
    (regex(r"i+"), "i"),
    (regex(r"i(?=e)"), ""),
    (regex(r"([a-z])\1"), r"\1"),
)
_NOT_WORD = regex(r"[\W_]+")
_MARKS = regex(r"['’ʼ`´′\"“”„«»()]")


def key(text: str) -> str:
    """Lower case, е for ё, one space for all that is not a letter or digit.

    >>> key("«БАРС – Орёл»")
    'барс орел'
    """
    folded = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return " ".join(_NOT_WORD.sub(" ", folded.replace("'s ", " ").replace("’s ", " ")).split())


def skeleton(text: str) -> str:
    """The key in Latin letters, with the spellings of one sound made one.

    >>> skeleton("Юрий Слюсарь") == skeleton("Yury Slyusar") == skeleton("Iurii Sliusar'")
    True
    """
    folded = unicodedata.normalize("NFKC", _MARKS.sub("", text)).casefold()
    latin = folded.translate(_LATIN)
    if not latin.isascii():
        latin = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    spelt = " ".join(_NOT_WORD.sub(" ", latin).split())
    for pattern, replacement in _STEPS:
        spelt = pattern.sub(replacement, spelt)
    return spelt


def distance(a: str, b: str, most: int) -> int:
    """How many letters are to be changed, added, dropped or swapped with their neighbour.

    Args:
        a: One key.
        b: The other.
        most: Larger distances are not told apart: ``most + 1`` is returned for them.

    >>> distance("belgorod", "belgrood", 2)
    1
    """
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        row = [i]
        for j, y in enumerate(b, start=1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return min(last[-1], most + 1)
