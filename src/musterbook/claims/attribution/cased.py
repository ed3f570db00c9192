"""Names of outlets in an oblique case, back in the nominative.

In: a Russian name that no vocabulary knows, and the case that its place in the sentence asks for. Out: the name as
it is called. Never changes a name that does not end as that case does.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from musterbook.claims.attribution.describing import fitted

_ADJECTIVE = {
    "genitive": "ского ский, цкого цкий, ого ый, его ий, ой ая, ей яя, ых ые, их ие",
    "dative": "скому ский, цкому цкий, ому ый, ему ий, ой ая, ей яя, ым ые, им ие",
    "accusative": "ую ая, юю яя",
}
_NOUN = {
    "genitive": "ства ство, я ь, ей и, ий ии, ии ия, ки ка, ги га, хи ха, жи жа, ши ша, ы а, и я, ов ы, а",
    "dative": "ству ство, ии ия, ам ы, ям и, у, ю ь, е а",
    "accusative": "у а, ю я",
}
_KINDS = ("adjective", "noun")
_VOWELS = "аеёиоуыэюя"
_FLEETING = {"л": {"б": "е", "д": "е", "з": "е", "п": "е", "т": "е", "г": "о"}, "нь": dict.fromkeys("бвдзмпрст", "е")}
"""The vowel that the nominative has between a consonant and a final one."""


def nominative(name: str, case: str, written: Iterable[str] = ()) -> str:
    """A name in quotation marks as it is called.

    Args:
        name: As written, of one word or several.
        case: ``genitive`` ``dative`` ``accusative``.
        written: Names as the text writes them elsewhere: one of them with the same stem is preferred.

    >>> nominative("Пепла", "genitive"), nominative("Уральскому меридиану", "dative")
    ('Пепел', 'Уральский меридиан')
    """
    words = name.split()
    made = " ".join([*(_turned(w, _endings("adjective", case)) for w in words[:-1]), _last(words, case)])
    if made == name:
        return name
    stem = made[: max(3, len(made) - 2)].lower()
    return next((w for w in written if w.lower() == made.lower() or (w != name and w.lower() == stem)), made)


def in_case(name: str, case: str) -> bool:
    """Whether the last word of a name has an ending of a case.

    >>> in_case("Пеплу", "dative"), in_case("Нет", "dative")
    (True, False)
    """
    last = name.split()[-1].lower()
    return any(len(last) > len(old) + 2 and last.endswith(old) for kind in _KINDS for old, _ in _endings(kind, case))


@lru_cache(maxsize=8)
def _endings(kind: str, case: str) -> tuple[tuple[str, str], ...]:
    """Endings of a case with those of the nominative."""
    listed = (_ADJECTIVE if kind == "adjective" else _NOUN)[case]
    pairs = [pair.split(" ") for pair in listed.split(", ")]
    return tuple((p[0], p[1] if len(p) > 1 else "") for p in pairs)


def _last(words: list[str], case: str) -> str:
    """The last word: a noun, or an adjective that is used as one."""
    noun = _turned(words[-1], _endings("noun", case))
    adjective = _turned(words[-1], [e for e in _endings("adjective", case) if e[0] not in ("ей", "ым", "им")])
    if adjective != words[-1] and (noun == words[-1] or adjective.endswith(("ая", "ый", "ий", "ые", "ие"))):
        return adjective
    for final, between in _FLEETING.items():
        head = noun.removesuffix(final)
        if len(noun) <= len(words[-1]) and head != noun and words[-1] != noun and head[-1:] in between:
            return head + between[head[-1]] + final
    if noun.endswith("ь") and noun[-2] in _VOWELS and words[-1].endswith(("ю", "я")):
        return noun[:-1] + "й"
    return noun


def _turned(word: str, endings: Iterable[tuple[str, str]]) -> str:
    if word.isascii() or not word[-1].islower():
        return word
    for old, new in endings:
        stem = word[: len(word) - len(old)]
        if word.endswith(old) and len(stem) > 1 + (old != "я") and (new or stem[-1] not in _VOWELS):
            return fitted(stem, new)
    return word
