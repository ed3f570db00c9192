"""The lists by which names are known: given names in both scripts, words of capacity, words that are none.

In: packaged data. Out: one frozen `NameLexicon` a language. Never looks at a text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from musterbook.errors import VocabularyError
from musterbook.expressions import regex
from musterbook.records.names import given_forms, latin_key, transliterate
from musterbook.vocabulary import speech

_GIVEN = Path(speech.__file__).parent / "data" / "russia" / "names"
_LATIN = "given_latin.txt"
_ALSO = "given_also.txt"
_FILES = {"ru": ("given.txt", _ALSO), "en": ("given_keys.txt", _LATIN, _ALSO)}
_ENDINGS = (
    "а", "я", "у", "ю", "ом", "ем", "ём", "ой", "ей", "ёй", "ою", "е", "и", "ы", "ью",
)  # fmt: skip
_REPLACED = ("", "й", "ь", "а", "я")
_FLEETING = {
    form: name
    for name in ("павел", "лев", "пётр")
    for form in given_forms(name, "m")
}  # fmt: skip
_PATRONYMIC = regex(r"(?:(?:ов|ев|ьи|и)ич|(?:ов|ев|инич)н)(?:а|у|ем|е|ой|ы)?$|(?:льич|мич|кич)(?:а|у|ом|е)?$")
_FAMILY_RU = regex(
    r"(?:[оеё]в|[ыи]н)(?:а|у|ым|ом|е|ой|ы)?$|[сц]к(?:ий|ая|ого|ому|им|ом|ой|ую)$|(?:енк|йк)о$|ян(?:а|у|ом|е)?$"
    r"|швили$|дзе$|(?:ук|юк|чук|як|ец|ич)(?:а|у|ом|ем|е)?$|(?:ых|их)$"
)
_FAMILY_LATIN = regex(
    r"(?:[oey]v|[oey]va|[yi]n|ina|yna|sk[iy][iy]?|tsk[iy][iy]?|skaya|skaia|enko|chuk|iuk|yuk|yan|shvili|dze|[^aeiou]ets|vich|[^aeiou]ykh|ikh"
    r"|(?:nn|sh)[yi]y?|naya|shin|kin|[bkl]ska|icz)$"
)


_READ: dict[str, list[tuple[str, str, bool]]] = {}
_KEPT = 50_000  # words remembered before the memory is emptied: about 10 MB


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """What names look like in one language.

    Attributes:
        language: ``en`` or ``ru``.
        given: Given names: nominative (ru, ё as е) → (name with ё, gender); key (en) → (the gender
            again, a capital where the name is a common one, gender).
        office: Words of office.
        outside: Words that make an office no public one.
        voice: Words of public capacity.
        private: Words of private capacity.
        speech: Verbs of speech beside a name.
        acts: Verbs of what somebody does to another: his capacity is not the other's.
        done: Expression of what parts a word of capacity from the name of another.
        stop: Capitalised words that are no names.
        oblique: Words after which a Russian name is not in the nominative.
        ordinary: Given names that are words too, in the forms in which they are.
        trades: What private people are, in the nominative: a name may stand right behind.
        openers: Words that sentences begin with, and are no given names.
        places: Given names that are places and things too, likewise.
    """

    language: str
    given: dict[str, tuple[str, str]]
    office: frozenset[str]
    outside: frozenset[str]
    voice: frozenset[str]
    private: frozenset[str]
    speech: frozenset[str]
    acts: frozenset[str]
    done: str
    stop: frozenset[str]
    oblique: frozenset[str]
    ordinary: frozenset[str]
    trades: frozenset[str]
    openers: frozenset[str]
    places: frozenset[str]

    def given_name(self, word: str) -> list[tuple[str, str, bool]]:
        """What given name a word can be: (nominative, gender, is nominative, in Latin is common); or none."""
        if word not in _READ:
            if len(_READ) > _KEPT:
                _READ.clear()
            _READ[word] = self._given_name(word)
        return _READ[word]

    def _given_name(self, word: str) -> list[tuple[str, str, bool]]:
        lower = word.lower()
        if self.language != "ru" or lower.isascii():
            found = self.given.get(latin_key(lower)) if len(lower) > 2 else None
            return [(word, found[1], found[0].isupper())] if found else []
        folded = lower.replace("ё", "е")
        readings = []
        direct = self.given.get(folded)
        if direct:
            readings.append((direct[0], direct[1], True))
        fleeting = _FLEETING.get(lower) or _FLEETING.get(folded)
        if fleeting and fleeting != lower:
            readings.append((fleeting, "m", False))
        for ending in _ENDINGS:
            if not folded.endswith(ending) or len(folded) - len(ending) < 2:
                continue
            stem = folded[: -len(ending)]
            for replaced in _REPLACED:
                name = self.given.get(stem + replaced)
                if name and stem + replaced != folded and lower in _folded_forms(name[0], name[1]):
                    readings.append((*name, False))
        return list(dict.fromkeys(readings))

    def usual(self, word: str) -> bool:
        """Whether a capitalised word that stands alone within a sentence is the given name of somebody."""
        if word.lower() in self.places:
            return False
        if word.isascii():
            return any(common for _, _, common in self.given_name(word))
        return any(is_usual(name) for name, _, _ in self.given_name(word))

    def is_family(self, word: str) -> bool:
        """Whether a word has the build of a Russian, Ukrainian or Caucasian family name."""
        lower = word.lower().rpartition("-")[2]
        if lower in self.stop or len(lower) < 4:
            return False
        if lower[1] in "'’" and word[0] in "OОD":
            return True
        return bool((_FAMILY_LATIN if lower.isascii() else _FAMILY_RU).search(lower))


def is_patronymic(word: str) -> bool:
    """Whether a Russian word has the build of a patronymic, in any case.

    >>> is_patronymic("Владимировича"), is_patronymic("Вымышленный")
    (True, False)
    """
    return len(word) > 5 and bool(_PATRONYMIC.search(word.lower()))


def is_nominative(word: str) -> bool:
    """Whether a Russian word is a given name in the nominative and in no other case.

    >>> is_nominative("Юрий"), is_nominative("Юрием"), is_nominative("Пример")
    (True, False, False)
    """
    readings = name_lexicon("ru").given_name(word)
    return bool(readings) and all(nominative for _, _, nominative in readings)


def is_oblique(word: str) -> bool:
    """Whether a Russian word is a man's given name in another case than the nominative, and can be in no other.

    >>> is_oblique("Юрия"), is_oblique("Юрий"), is_oblique("Ирины")
    (True, False, False)
    """
    readings = [r for r in name_lexicon("ru").given_name(word) if is_usual(r[0])]
    return bool(readings) and all(gender == "m" and not nominative for _, gender, nominative in readings)


@lru_cache(maxsize=4096)
def _folded_forms(name: str, gender: str) -> frozenset[str]:
    forms = given_forms(name, gender)
    return frozenset(forms | {f.replace("ё", "е") for f in forms})


def _read_given(language: str) -> dict[str, str]:
    """Name → gender; in Latin script, key → gender, a capital for the common ones."""
    names: dict[str, str] = {}
    for file in _FILES[language]:
        path = _GIVEN / file
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise VocabularyError(f"cannot be read: {error}; reinstall the package", path=str(path)) from error
        for number, line in enumerate(lines, 1):
            gender, _, listed = line.partition(" ")
            if gender not in ("m", "f", "M", "F"):
                raise VocabularyError(f"line begins with {gender!r}, not with m or f", path=str(path), line=number)
            for name in listed.split():
                if language == "ru":
                    names.setdefault(name, gender)
                elif file == _ALSO:
                    names[latin_key(transliterate(name))] = gender.upper()
                else:
                    names.setdefault(*((latin_key(name), gender.upper()) if file == _LATIN else (name, gender)))
    return names


@lru_cache(maxsize=4096)
def is_usual(name: str) -> bool:
    """Whether a Russian given name is a common one: the others are often words of the language, too."""
    return latin_key(transliterate(name)) in _usual_keys()


@lru_cache(maxsize=1)
def _usual_keys() -> frozenset[str]:
    return frozenset(key for key, (gender, _) in name_lexicon("en").given.items() if gender.isupper())


@lru_cache(maxsize=4)
def name_lexicon(language: str) -> NameLexicon:
    """The lists of one language; any other than ``ru`` is read as English."""
    spoken = "ru" if language == "ru" else "en"
    file = speech.load_speech("people", spoken)
    names = _read_given(spoken)
    given = {n.replace("ё", "е"): (n if spoken == "ru" else gender, gender.lower()) for n, gender in names.items()}
    return NameLexicon(
        language=spoken,
        given=given,
        office=file.words("office"),
        outside=file.words("outside"),
        voice=file.words("voice"),
        private=file.words("private"),
        speech=file.words("speech"),
        acts=file.words("acts"),
        done=file.lists["done"][0],
        stop=file.words("stop"),
        oblique=file.words("oblique_before"),
        ordinary=file.words("ordinary"),
        trades=file.words("trades"),
        openers=file.words("openers"),
        places=file.words("places"),
    )
