"""Russian and Latin forms of people's names: declension both ways, and transliteration.

In: one name (given, patronymic or family), nominative or as it stands in a text. Out: its
forms, or its nominative. Never knows whether a word is a name: that is decided by who calls.

Rules of declension: standard Russian grammar (second declension for masculine names in a
consonant, adjectival for -ский, pronominal for -ов and -ин; -ко, -о, -их, -швили, -дзе do
not decline; family names of women in a consonant do not decline). Transliteration: the
common press usage (Vyacheslav, Yelena, Dmitry, Krivoy), one way only.
"""

from __future__ import annotations

import re
from functools import lru_cache

from musterbook.expressions import regex

_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y",
    "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g",
}  # fmt: skip
_VOWELS = "аеёиоуыэюя"
_SOFT = "гкхжчшщ"
_HISSING = "жчшщц"
_FLEETING = {"павел": "павл", "лев": "льв", "пётр": "петр", "петр": "петр", "осёл": "осл"}
_FIXED = regex(r"(?:[оеиуюэ]|[иы]х|ва́?|дзе|ия|иа)$")
_POSSESSIVE = regex(r"(?:ов|ев|ёв|ин|ын)$")


_SHORT = {
    "александр": "саша шура", "александра": "саша шура", "алексей": "лёша алёша", "анастасия": "настя",
    "анатолий": "толя", "андрей": "андрюша", "анна": "аня нюра", "борис": "боря", "валентина": "валя",
    "василий": "вася", "виктор": "витя", "виктория": "вика", "владимир": "вова володя", "вячеслав": "слава",
    "галина": "галя", "геннадий": "гена", "григорий": "гриша", "дарья": "даша", "дмитрий": "дима митя",
    "евгений": "женя", "евгения": "женя", "екатерина": "катя", "елена": "лена", "елизавета": "лиза", "иван": "ваня",
    "ирина": "ира", "константин": "костя", "ксения": "ксюша", "лариса": "лара", "лидия": "лида", "любовь": "люба",
    "людмила": "люда мила", "максим": "макс", "маргарита": "рита", "мария": "маша", "михаил": "миша",
    "надежда": "надя", "наталья": "наташа", "наталия": "наташа", "николай": "коля", "ольга": "оля", "павел": "паша",
    "пётр": "петя", "петр": "петя", "роман": "рома", "светлана": "света", "семён": "сёма", "сергей": "серёжа",
    "софья": "соня", "софия": "соня", "станислав": "стас", "татьяна": "таня", "тимофей": "тима", "фёдор": "федя",
    "юлия": "юля", "юрий": "юра", "яков": "яша",
}  # fmt: skip


def diminutives(name: str) -> tuple[str, ...]:
    """The usual short forms of a Russian given name, lower case, in the script of the name.

    >>> diminutives("Irina"), diminutives("Иван")
    (('ira',), ('ваня',))
    """
    lower = name.lower()
    if not lower.isascii():
        return tuple(_SHORT.get(lower, "").split())
    return _LATIN_SHORT.get(latin_key(lower), ())


def transliterate(name: str) -> str:
    """A Cyrillic name in Latin script, capitals kept at the beginning of each part.

    >>> transliterate("Вячеслав Гладких")
    'Vyacheslav Gladkikh'
    >>> transliterate("Елена Вымышленная")
    'Yelena Vymyshlennaya'
    """
    return re.sub(r"[^\W\d_]+", lambda m: _word(m.group()), name)


@lru_cache(maxsize=32768)
def _word(word: str) -> str:
    lower = word.lower()
    if not any(c in _LATIN for c in lower):
        return word
    lower = re.sub(r"(?:ый|ий)$", "ы", lower)
    lower = re.sub(r"^е", "є", lower)
    lower = re.sub(r"([жчшщ])ё", r"\1е", lower)
    lower = re.sub(r"([аеёиоуыэюя])е", r"\1є", lower)
    lower = re.sub(r"ь([её])", r"\1", lower)
    latin = "".join(_LATIN.get(c, c) for c in lower)
    return latin[:1].upper() + latin[1:] if word[:1].isupper() else latin


@lru_cache(maxsize=32768)
def latin_key(name: str) -> str:
    """A key under which the usual transliterations of one name are equal.

    >>> latin_key("Sergei") == latin_key("Sergey") == latin_key("Serguei")
    True
    >>> latin_key("Aleksandr") == latin_key("Alexander")
    True
    """
    key = name.casefold().replace("'", "").replace("’", "")
    for old, new in (
        ("shch", "sch"), ("kh", "h"), ("ph", "f"), ("ks", "x"), ("ck", "k"), ("gue", "ge"), ("iy", "y"), ("ij", "y"),
        ("ii", "y"), ("yi", "y"), ("yo", "e"), ("io", "e"), ("jo", "e"), ("ye", "e"), ("ie", "e"), ("ey", "ei"),
        ("ay", "ai"), ("oy", "oi"), ("ya", "ia"), ("ja", "ia"), ("yu", "iu"), ("ju", "iu"), ("j", "i"), ("w", "v"),
    ):  # fmt: skip
        key = key.replace(old, new)
    key = re.sub(r"(.)\1", r"\1", key)
    key = re.sub(r"(?:sky|ski|skyi)$", "ski", key)
    return re.sub(r"(?:der|dr)$", "dr", key).rstrip("iy")


def given_forms(name: str, gender: str) -> set[str]:
    """All case forms of a given name or a patronymic, lower case.

    >>> sorted(given_forms("игорь", "m"))
    ['игоре', 'игорем', 'игорь', 'игорю', 'игоря', 'игорём']
    """
    lower = name.lower()
    if gender == "m" and lower[-1:] not in "аяоеиуыэю":
        stem = _FLEETING.get(lower, lower)
        if lower[-1] in "йь":
            stem = lower[:-1]
            soft = ("я", "ю", "ем", "ём", "и" if stem.endswith("и") else "е")
            return {lower, *(stem + e for e in soft)}
        return {lower, *(stem + e for e in ("а", "у", "ем" if stem[-1] in _HISSING else "ом", "е"))}
    if lower.endswith("ия"):
        return {lower, *(lower[:-1] + e for e in ("и", "е", "ю", "ей"))}
    if lower.endswith("я"):
        return {lower, *(lower[:-1] + e for e in ("и", "е", "ю", "ей", "ёй"))}
    if lower.endswith("а"):
        first = "и" if lower[-2:-1] in _SOFT else "ы"
        return {lower, *(lower[:-1] + e for e in (first, "е", "у", "ой", "ей", "ою"))}
    if gender == "f" and lower.endswith("ь"):
        return {lower, lower[:-1] + "и", lower + "ю"}
    return {lower}


def family_forms(name: str, gender: str) -> set[str]:
    """All case forms of a family name, singular and plural, lower case.

    >>> "кривым" in family_forms("кривой", "m") and "примеровой" in family_forms("примерова", "f")
    True
    """
    lower = name.lower()
    if "-" in lower:
        parts = [family_forms(p, gender) for p in lower.split("-") if p]
        return {"-".join(pair) for pair in zip(*(sorted(p) for p in parts), strict=False)} | {lower}
    if len(lower) < 3:
        return {lower}
    if gender == "f":
        return {lower, *_family_woman(lower)}
    if _POSSESSIVE.search(lower):
        return {lower, *(lower + e for e in ("а", "у", "ым", "ом", "е", "ы", "ых", "ыми"))}
    if lower.endswith(("ый", "ий", "ой")):
        stem = lower[:-2]
        return {
            lower,
            *(stem + e for e in ("ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ые", "ие", "ых", "их")),
        }
    if lower.endswith("ец"):
        stem = lower[:-2] + ("йц" if lower[-3] in _VOWELS else "ц")
        return {lower, *(stem + e for e in ("а", "у", "ем", "ом", "е", "ы"))}
    if lower.endswith(("ок", "ёк")):
        return {lower, *(s + e for s in (lower[:-2] + "к", lower) for e in ("а", "у", "ом", "е"))}
    if lower[-1] in "ая":
        return {lower, *(lower[:-1] + e for e in ("ы", "и", "е", "у", "ю", "ой", "ей"))}
    if _FIXED.search(lower):
        return {lower}
    if lower[-1] in "йь":
        return {lower, *(lower[:-1] + e for e in ("я", "ю", "ем", "ём", "е"))}
    return {lower, *(lower + e for e in ("а", "у", "ом", "ем", "е", "ы"))}


def _family_woman(lower: str) -> set[str]:
    if lower.endswith("ая"):
        return {lower[:-2] + e for e in ("ой", "ей", "ую", "юю", "ые", "ие", "ых", "их", "ым", "им", "ыми", "ими")}
    if re.search(r"(?:ов|ев|ёв|ин|ын)а$", lower):
        return {lower[:-1] + e for e in ("ой", "у", "ою", "ы", "ых", "ым", "ыми")}
    if lower[-1] in "ая":
        return {lower[:-1] + e for e in ("ы", "и", "е", "у", "ю", "ой", "ей")}
    return set()


def family_nominative(form: str, gender: str) -> str:
    """The nominative of a family name that stands in another case, lower case.

    >>> family_nominative("примерову", "m"), family_nominative("вымышленной", "f")
    ('примеров', 'вымышленная')
    """
    lower = form.lower()
    if "-" in lower:
        return "-".join(family_nominative(p, gender) for p in lower.split("-"))
    for pattern, ending in _WOMAN if gender == "f" else _MAN:
        changed, count = re.subn(pattern, ending, lower)
        if count:
            return changed
    return lower


_MAN = (
    (r"(ов|ев|ёв|ин|ын)(?:а|у|ым|ом|е)$", r"\1"),
    (r"((?:[сц])к)(?:ого|ому|им|ом)$", r"\1ий"),
    (r"([жчшщн])(?:его|ему|им|ем)$", r"\1ий"),
    (r"(?:ого|ому|ым)$", "ый"),
    (r"(?<=[бвгджзклмнпрстфх])ц(?:а|у|ем|ом|е)$", "ец"),
    (r"([аеиоуы])йц(?:а|у|ем|ом|е)$", r"\1ец"),
    (r"(?<=к)о$", "о"),
    (r"([бвгджзклмнпрстфхчшщ])(?:а|у|ом|ем)$", r"\1"),
    (r"([аеиоуэюя])(?:ем)$", r"\1й"),
    (r"([аоуэеи])(?:я|ю)$", r"\1й"),
    (r"([бвгджзклмнпрстфх])(?:я|ю)$", r"\1ь"),
)
_WOMAN = (
    (r"(ов|ев|ёв|ин|ын)(?:ой|у|ою)$", r"\1а"),
    (r"(?:ой|ую)$", "ая"),
    (r"(?:ей|юю)$", "яя"),
    (r"([бвгджзклмнпрстфхц])(?:ы|у)$", r"\1а"),
)

_LATIN_SHORT = {
    latin_key(transliterate(name)): tuple(transliterate(short) for short in listed.split())
    for name, listed in _SHORT.items()
}
