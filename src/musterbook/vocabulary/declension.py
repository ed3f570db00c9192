"""Cases of Russian names of people, by rule.

In: a name in the nominative. Out: its other cases. Dictionaries take "Ситников" for a form
of a common noun; family names follow their endings instead. Never guesses whether a
name is a man's or a woman's.

Rules: the paradigms of Russian family names, given names and patronymics in A. A.
Zaliznyak's grammatical dictionary, as far as the vocabulary's names need them.
"""

from __future__ import annotations

_HUSHING = "жшчщц"
_BACK = "гкх" + _HUSHING
_SOFT = (("я", "ю", "я", "ем", "е"), 1)
_FAMILY_OF_WOMEN = ("ова", "ева", "ёва", "ина", "ына")
_GIVEN_LIKE_FAMILY = ("Ирина", "Марина", "Екатерина", "Галина", "Полина", "Валентина", "Нина", "Кристина", "Алина")
_IRREGULAR = {"Павел": "Павл", "Лев": "Льв", "Пётр": "Петр"}

_Rule = tuple[tuple[str, ...], int]
"""Endings of genitive, dative, accusative, instrumental, prepositional; letters cut off."""


def decline(name: str, *, female: bool = False) -> tuple[str, ...]:
    """The other cases of a name, without repeats.

    Args:
        name: Given name, patronymic and family name in any order, nominative.
        female: Whether the name is a woman's.

    >>> decline("Анна Вымышленная", female=True)
    ('Анны Вымышленной', 'Анне Вымышленной', 'Анну Вымышленную', 'Анной Вымышленной')
    >>> decline("Иван Примеров")
    ('Ивана Примерова', 'Ивану Примерову', 'Иваном Примеровым', 'Иване Примерове')
    """
    words = name.split(" ")
    cases = zip(*(_cases(word, female) for word in words), strict=True)
    return tuple(f for f in dict.fromkeys(" ".join(case) for case in cases) if f != name)


def _cases(word: str, female: bool) -> tuple[str, ...]:
    stem = _IRREGULAR.get(word)
    if stem:
        return tuple(stem + e for e in ("а", "у", "а", "ом", "е"))
    endings, cut = _rule(word, female)
    if "-" in word and word.endswith(("бек", "Бек")):
        endings, cut = ("а", "у", "а", "ом", "е"), 0
    return tuple(word[: len(word) - cut] + e for e in endings)


def _rule(word: str, female: bool) -> _Rule:
    last, before = word[-1], word[-2:-1]
    if female and word.endswith(_FAMILY_OF_WOMEN) and word not in _GIVEN_LIKE_FAMILY:
        return ("ой", "ой", "у", "ой", "ой"), 1
    if last == "а":
        instrumental = "ей" if before in _HUSHING else "ой"
        return ("и" if before in _BACK else "ы", "е", "у", instrumental, "е"), 1
    if word.endswith("ая"):
        return ("ой", "ой", "ую", "ой", "ой"), 2
    if word.endswith("ия"):
        return ("и", "и", "ю", "ей", "и"), 1
    if last == "я":
        return ("и", "е", "ю", "ей", "е"), 1
    if last in "оуиэеюы" or word.endswith(("ых", "их")) or female:
        return ("", "", "", "", ""), 0
    return _masculine(word)


def _masculine(word: str) -> _Rule:
    if word.endswith(("ский", "цкий")):
        return ("ого", "ому", "ого", "им", "ом"), 2
    if word.endswith(("ый", "ой")):
        return ("ого", "ому", "ого", "ым", "ом"), 2
    if word.endswith("ий"):
        return ("я", "ю", "я", "ем", "и"), 1
    if word[-1] in "йь":
        return _SOFT
    if word.endswith(("ов", "ев", "ёв", "ин", "ын")) and len(word) > 4 and word not in _GIVEN_WITH_IN:
        return ("а", "у", "а", "ым", "е"), 0
    return ("а", "у", "а", "ем" if word[-1] in _HUSHING else "ом", "е"), 0


_GIVEN_WITH_IN = ("Константин", "Валентин", "Вениамин", "Мартин", "Августин")
