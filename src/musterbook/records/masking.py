"""The mask over private people: one stable label a person, whatever the form of the name.

In: the people found in one reading, and any string cut out of it or made from it. Out: the
string with every form of a private person's name replaced by ``[private person 1]`` or
``[частное лицо 1]``, numbered by first mention in the document, and with everything by which
somebody can be reached or found replaced by ``[contact withheld]``. Never unmasks, and never
reads or writes anything.

By span where offsets are known, by all forms of all names otherwise; the second is applied
to every string in any case, so that a name that was found once never survives elsewhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from musterbook.expressions import regex
from musterbook.records.contacts import contacts
from musterbook.records.names import diminutives, family_forms, given_forms, latin_key, transliterate
from musterbook.records.person import PersonMention

LABELS = {"en": "[private person {}]", "ru": "[частное лицо {}]"}
WITHHELD = {"en": "[contact withheld]", "ru": "[контакт скрыт]"}
"""What stands for a telephone number, a handle, an address of a house: see `contacts`."""
_SHORTEST = 3  # letters of a family name that is masked where it stands alone
_CYRILLIC = regex("[А-ЯЁ]")
_WORD = regex(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")
MARKS = "\u00ad\u0300\u0301\u0306\u0308\u200b\u200c\u200d\u2060\ufeff"
"""What stands in words and is not seen, or only stressed: soft hyphens, accents, characters of no width."""
ALIKE = str.maketrans("aceopxyABCEHKMOPTXY", "асеорхуАВСЕНКМОРТХУ")
"""Latin letters → the Cyrillic ones that they look like."""
_CYRILLIC_WORD = regex("[а-яё]")
_MARKED_WORD = regex(rf"[^\W\d_]+(?:(?:['’](?!s\b)|[{MARKS}]+)[^\W\d_]+|[{MARKS}]+)*")
_GAP = regex(r"[\s\u00a0_-]{0,2}")
_LEADING = regex(r"(?<!\w)(?:[^\W\d_]\.[\s\u00a0]?){1,2}$")
_TRAILING = regex(r"[\s\u00a0]?(?:[^\W\d_]\.[\s\u00a0]?){1,2}")
_INITIAL = regex(r"[ \u00a0][А-ЯЁA-Z]\.")
_OF_AREA = regex(
    r"[ \u00a0](?:област|район|кра[йяюе]\b|округ|губерни|улиц|набережн|площад|проспект|переул|бульвар|шоссе|АЭС|НПЗ|ГЭС"
    r"|[Rr]egion|[Oo]blast|[Dd]istrict|[Kk]rai|[Ss]treet|[Ee]mbankment|[Ss]quare|[Aa]venue|[Bb]ridge)"
)
_WOMAN = regex(r"(?:а|я|a|ya|ia)$")
_ENCODED = regex(r"(?:%[0-9A-Fa-f]{2})+")
_FLEETING = regex(r"[бвгджзклмнпрстфхцчшщ][еоё][клнрц]$")
_Words = list[tuple[int, int, str]]
_Marks = list[tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class _Person:
    number: int
    family: frozenset[str]
    keys: frozenset[str]
    others: frozenset[str]
    alone: frozenset[str]


@dataclass(frozen=True, slots=True)
class Masker:
    """Masks the private people of one document.

    Attributes:
        people: All mentions of the reading, as recorded.
        language: Decides the label: ``ru`` or ``en``; where empty, the script of the names does.
        named: The roles that may be named.
        reachable: Whether telephone numbers, addresses and the like are left as they are.
    """

    people: tuple[PersonMention, ...]
    language: str = ""
    named: tuple[str, ...] = ("office", "voice")
    reachable: bool = False
    _persons: tuple[_Person, ...] = field(init=False, repr=False, compare=False)
    _public: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        numbers = _numbers(self.people, self.named)
        persons = tuple(_person(key, number, self.people) for key, number in numbers.items())
        public: set[str] = set()
        for key in {m.key for m in self.people} - set(numbers) if persons else ():
            known = _person(key, 0, self.people)
            public |= known.family | known.keys
        object.__setattr__(self, "_persons", persons)
        object.__setattr__(self, "_public", frozenset(public))

    def label(self, number: int) -> str:
        """The mask of the person with this number, from 1; that of a contact for 0."""
        native = self.language or ("ru" if any(_CYRILLIC.match(p.native) for p in self.people) else "en")
        labels = LABELS if number else WITHHELD
        return labels["ru" if native == "ru" else "en"].format(number)

    def mask(self, text: str, start: int = -1) -> str:
        """Mask one string.

        Args:
            text: Any string: a quote, a title, a document's name, an attribution, a snippet.
            start: Where it begins in the reading, or -1 if it is not cut out of it.

        Returns:
            The string with every form of every private name replaced.
        """
        if "%D" in text and start < 0:
            from urllib.parse import unquote

            plain = _ENCODED.sub(lambda m: unquote(m.group()), text)
            return self.mask(plain) if self._spans(plain, -1) else text
        for begin, end, number in reversed(self._spans(text, start)):
            text = text[:begin] + self.label(number) + text[end:]
        return text

    def hides(self, text: str) -> bool:
        """Whether a string holds anything that `mask` would replace."""
        return bool(self._spans(text, -1))

    def hidden(self, text: str, start: int = -1) -> list[tuple[int, int]]:
        """The half-open spans of a string that `mask` would replace, in order."""
        return [(begin, end) for begin, end, _ in self._spans(text, start)]

    def _spans(self, text: str, start: int) -> _Marks:
        marks: _Marks = [] if self.reachable else [(begin, end, 0) for begin, end in contacts(text)]
        if not self._persons:
            return marks
        if start >= 0:
            numbers = _numbers(self.people, self.named)
            for mention in self.people:
                begin, end = mention.start - start, mention.end - start
                if mention.key in numbers and begin < len(text) and end > 0:
                    marks.append((max(0, begin), min(len(text), end), numbers[mention.key]))
        words = _words(text)
        named = [m for p in self._persons for m in self._of(p, text, words)]
        return _merge(marks + (self._beside(named, start) if start >= 0 else named), text)

    def _beside(self, marks: _Marks, start: int) -> _Marks:
        """What is left of marks made by the form of a name beside those who may be named and stand there."""
        hidden = {m.key for m in self.people if m.role not in self.named}
        spans = [(m.start - start, m.end - start) for m in self.people if m.key not in hidden]
        for first, last in spans:
            marks = [
                (begin, end, number)
                for a, b, number in marks
                for begin, end in (((a, min(b, first)), (max(a, last), b)) if a < last and first < b else ((a, b),))
                if begin < end
            ]
        return marks

    def _of(self, person: _Person, text: str, words: _Words) -> _Marks:
        """Where one person is named."""
        found: _Marks = []
        address = _is_address(text)
        for at, (begin, end, word) in enumerate(words):
            lower = word.lower()
            if not _is_family(lower, person):
                if self._alone(person, text, words, at):
                    initial = _INITIAL.match(text, end)
                    found.append((begin, initial.end() if initial else end, person.number))
                continue
            if _OF_AREA.match(text, end):
                continue
            first, last = _widen(text, words, at, person)
            beside = (first, last) != (begin, end)
            shared = self._is_public(lower)
            if beside or ((word[:1].isupper() or address) and not shared):
                found.append((first, last, person.number))
        return found

    def _alone(self, person: _Person, text: str, words: _Words, at: int) -> bool:
        """Whether a given name stands for a person whose family name the text does not give, or beside a patronymic."""
        word = words[at][2]
        if not _is_other(word, person) or not (word[:1].isupper() or _is_address(text)):
            return False
        beside = [words[n][2] for n in (at - 1, at + 1) if 0 <= n < len(words) and _adjoin(text, words[at], words[n])]
        if not person.family or _is_in(word, person.alone):
            return not any(self._is_public(other) for other in beside)
        return any(_is_other(other, person) for other in beside)

    def _is_public(self, word: str) -> bool:
        """Whether a word is the family name of somebody who may be named."""
        lower = word.lower()
        return lower in self._public or (lower.isascii() and latin_key(lower) in self._public)


def _is_address(text: str) -> bool:
    """Whether a string is the address of a page or the name of a file, in which no capitals are to be expected."""
    return ("/" in text or "." in text) and not any(map(str.isspace, text))


def _words(text: str) -> _Words:
    """The words of a string, those with soft hyphens and stress marks inside as they are without them."""
    if not any(mark in text for mark in MARKS):
        return [(m.start(), m.end(), _one_script(m.group())) for m in _WORD.finditer(text)]
    found = [(m.start(), m.end(), unicodedata.normalize("NFC", m.group())) for m in _MARKED_WORD.finditer(text)]
    return [(start, end, _one_script("".join(c for c in word if c not in MARKS))) for start, end, word in found]


def _one_script(word: str) -> str:
    """A Cyrillic word without the Latin letters that look like its own."""
    return word if word.isascii() or not _CYRILLIC_WORD.search(word) else word.translate(ALIKE)


def _adjoin(text: str, one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return bool(_GAP.fullmatch(text, min(one[1], other[1]), max(one[0], other[0])))


def _is_family(lower: str, person: _Person) -> bool:
    if lower in person.family or lower.replace("ё", "е") in person.family:
        return True
    return lower.isascii() and len(lower) > _SHORTEST and latin_key(lower) in person.keys


def _is_other(word: str, person: _Person) -> bool:
    return _is_in(word, person.others)


def _is_in(word: str, names: frozenset[str]) -> bool:
    lower = word.lower()
    return lower in names or lower.replace("ё", "е") in names or latin_key(lower) in names


def _widen(text: str, words: _Words, at: int, person: _Person) -> tuple[int, int]:
    """The span of a family name with the given name, patronymic and initials beside it."""
    begin, end = words[at][0], words[at][1]
    before, after = at - 1, at + 1
    while before >= 0 and _GAP.fullmatch(text, words[before][1], begin) and _is_named(words[before][2], person):
        begin = words[before][0]
        before -= 1
    while after < len(words) and _GAP.fullmatch(text, end, words[after][0]) and _is_named(words[after][2], person):
        end = words[after][1]
        after += 1
    lead = _LEADING.search(text[:begin])
    if lead and lead.group()[:1].isupper():
        begin = lead.start()
    trail = _TRAILING.match(text, end)
    if trail and trail.group().strip()[:1].isupper():
        end += len(trail.group().rstrip())
    return begin, end


def _is_named(word: str, person: _Person) -> bool:
    return _is_other(word, person) or _is_family(word.lower(), person)


def _numbers(people: Iterable[PersonMention], named: tuple[str, ...]) -> dict[str, int]:
    """Key → number, in the order of first mention, of those who may not be named."""
    ordered = sorted(people, key=lambda p: p.start)
    public = {p.key for p in ordered if p.role in named}
    numbers: dict[str, int] = {}
    for mention in ordered:
        if mention.key not in public:
            numbers.setdefault(mention.key, len(numbers) + 1)
    return numbers


def _person(key: str, number: int, people: Iterable[PersonMention]) -> _Person:
    """All written forms of one person's names."""
    family: set[str] = set()
    others: set[str] = set()
    keys: set[str] = set()
    alone: set[str] = set()
    for name in {n for m in people if m.key == key for n in (m.name, m.native) if n}:
        words = [_one_script(w) for w in name.lower().split() if not w.endswith(".")]
        has_family = not key.startswith(" ") and bool(words)
        if has_family and len(words) == 1 and latin_key(transliterate(words[0])) != key.split()[0]:
            alone |= _given_forms(words[0])
            continue
        for word in words[:-1] if has_family else words:
            for part in {word, *word.split("-")}:
                others |= _given_forms(part) if part else set()
        for last in {words[-1], *words[-1].split("-")} if has_family else ():
            if len(last) >= _SHORTEST:
                family |= {last} if last.isascii() else _family_forms(last)
                keys.add(latin_key(transliterate(last)))
    return _Person(number, frozenset(family), frozenset(keys), frozenset(others | alone), frozenset(alone))


def _family_forms(name: str) -> set[str]:
    forms = family_forms(name, "m") | family_forms(name, "f")
    return {f for form in forms for f in (form, form.replace("ё", "е"))}


def _given_forms(name: str) -> set[str]:
    gender = "f" if _WOMAN.search(name) else "m"
    forms: set[str] = set()
    if _FLEETING.search(name):  # nicknames are nouns: «ветер», «ветром»
        forms |= {name[:-2] + name[-1] + ending for ending in ("а", "у", "ом", "ем", "е")}
    for short in (name, *diminutives(name)):
        forms |= {short} if short.isascii() else given_forms(short, gender) | given_forms(short, "f")
        forms |= {latin_key(transliterate(short)), transliterate(short).lower()}
    return forms | {f.replace("ё", "е") for f in forms}


def _merge(marks: _Marks, text: str) -> _Marks:
    merged: _Marks = []
    for begin, end, number in sorted(marks):
        if merged and begin < merged[-1][1]:
            first, last, kept = merged.pop()
            merged.append((first, max(last, end), kept))
        elif merged and number == merged[-1][2] and _GAP.fullmatch(text, merged[-1][1], begin):
            merged.append((merged.pop()[0], end, number))
        else:
            merged.append((begin, end, number))
    return merged
