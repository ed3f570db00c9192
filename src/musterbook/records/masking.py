"""The mask over private people: one stable label a person, whatever the form of the name.

In: the people found in one reading, and any string cut out of it or made from it. Out: the
string with every form of a private person's name replaced by ``[private person 1]`` or
``[частное лицо 1]``, numbered by first mention in the document. Never unmasks, and never
reads or writes anything.

By span where offsets are known, by all forms of all names otherwise; the second is applied
to every string in any case, so that a name that was found once never survives elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from musterbook.records.names import family_forms, given_forms, latin_key, transliterate
from musterbook.records.person import PersonMention

LABELS = {"en": "[private person {}]", "ru": "[частное лицо {}]"}
_SHORTEST = 3  # letters of a family name that is masked where it stands alone
_CAPITAL = r"[^\W\d_]+(?:[-'’][^\W\d_]+)*"
_WORD = re.compile(_CAPITAL)
_INITIAL = r"(?:[^\W\d_]\.[\s\u00a0]?){1,2}"


@dataclass(frozen=True, slots=True)
class _Person:
    number: int
    family: frozenset[str]
    others: frozenset[str]
    family_keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Masker:
    """Masks the private people of one document.

    Attributes:
        people: All mentions of the reading, as recorded.
        language: Decides the label: ``ru``, or English for all else.
        named: The roles that may be named.
    """

    people: tuple[PersonMention, ...]
    language: str = "en"
    named: tuple[str, ...] = ("office", "voice")
    _persons: tuple[_Person, ...] = field(init=False, repr=False, compare=False)
    _forms: dict[str, int] = field(init=False, repr=False, compare=False)
    _keys: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        persons = tuple(_persons(self.people, self.named))
        forms: dict[str, int] = {}
        keys: dict[str, int] = {}
        for person in persons:
            for form in person.family:
                forms.setdefault(form, person.number)
            for key in person.family_keys:
                keys.setdefault(key, person.number)
        object.__setattr__(self, "_persons", persons)
        object.__setattr__(self, "_forms", forms)
        object.__setattr__(self, "_keys", keys)

    def label(self, number: int) -> str:
        """The mask of the person with this number, from 1."""
        return LABELS["ru" if self.language == "ru" else "en"].format(number)

    def mask(self, text: str, start: int = -1) -> str:
        """Mask one string.

        Args:
            text: Any string: a quote, a title, a document's name, an attribution, a snippet.
            start: Where it begins in the reading, or -1 if it is not cut out of it.

        Returns:
            The string with every form of every private name replaced.
        """
        if not self._persons:
            return text
        spans = self._spans(text, start)
        for begin, end, number in reversed(spans):
            text = text[:begin] + self.label(number) + text[end:]
        return text

    def hides(self, text: str) -> bool:
        """Whether a string holds anything that `mask` would replace."""
        return bool(self._persons) and bool(self._spans(text, -1))

    def _spans(self, text: str, start: int) -> list[tuple[int, int, int]]:
        marks: list[tuple[int, int, int]] = []
        if start >= 0:
            numbers = {p: n for p, n in _numbers(self.people, self.named).items()}
            for mention in self.people:
                if mention.key in numbers and mention.role not in self.named:
                    begin, end = mention.start - start, mention.end - start
                    if begin < len(text) and end > 0:
                        marks.append((max(0, begin), min(len(text), end), numbers[mention.key]))
        words = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]
        for at, (begin, end, word) in enumerate(words):
            number = self._number(word)
            if number:
                marks.append((*self._widen(text, words, at, self._persons[number - 1]), number))
            elif word[:1].isupper():
                other = self._full_by_given(text, words, at)
                if other:
                    marks.append((begin, end, other))
        return _merge(marks)

    def _number(self, word: str) -> int:
        """The person whose family name a word is, or 0."""
        if not word[:1].isupper():
            return 0
        lower = re.sub(r"['’]s?$", "", word.lower())
        found = self._forms.get(lower) or self._forms.get(lower.replace("ё", "е"))
        if found:
            return found
        if lower.isascii() and len(lower) > _SHORTEST:
            return self._keys.get(latin_key(lower), 0)
        return 0

    def _widen(self, text: str, words: list[tuple[int, int, str]], at: int, person: _Person) -> tuple[int, int]:
        """The span of a family name with the given name, patronymic and initials beside it."""
        begin, end = words[at][0], words[at][1]
        before = at - 1
        while before >= 0 and not text[words[before][1] : begin].strip() and self._other(words[before][2], person):
            begin = words[before][0]
            before -= 1
        after = at + 1
        while after < len(words) and not text[end : words[after][0]].strip() and self._other(words[after][2], person):
            end = words[after][1]
            after += 1
        lead = re.search(rf"(?<!\w){_INITIAL}$", text[:begin])
        if lead and text[lead.start()].isupper():
            begin = lead.start()
        trail = re.match(rf"[\s\u00a0]?{_INITIAL}", text[end:])
        if trail and text[end : end + trail.end()].strip()[:1].isupper() and person.others:
            end += len(text[end : end + trail.end()].rstrip())
        return begin, end

    def _other(self, word: str, person: _Person) -> bool:
        lower = word.lower()
        return word[:1].isupper() and (lower in person.others or latin_key(lower) in person.others)

    def _full_by_given(self, text: str, words: list[tuple[int, int, str]], at: int) -> int:
        """A person known by a given name (and patronymic) alone, or 0."""
        for person in self._persons:
            if not person.family and self._other(words[at][2], person):
                return person.number
            if self._other(words[at][2], person) and at + 1 < len(words):
                begin, end, word = words[at + 1]
                if not text[words[at][1] : begin].strip() and self._other(word, person):
                    return person.number
            if at and self._other(words[at][2], person) and self._other(words[at - 1][2], person):
                return person.number
        return 0


def _numbers(people: Iterable[PersonMention], named: tuple[str, ...]) -> dict[str, int]:
    """Key → number, in the order of first mention, of those who may not be named."""
    ordered = sorted(people, key=lambda p: p.start)
    public = {p.key for p in ordered if p.role in named}
    numbers: dict[str, int] = {}
    for mention in ordered:
        if mention.key not in public:
            numbers.setdefault(mention.key, len(numbers) + 1)
    return numbers


def _persons(people: Iterable[PersonMention], named: tuple[str, ...]) -> Iterable[_Person]:
    mentions = list(people)
    for key, number in _numbers(mentions, named).items():
        family: set[str] = set()
        others: set[str] = set()
        family_keys: set[str] = set()
        for mention in mentions:
            if mention.key == key:
                _add(mention, family, others, family_keys)
        shown = {f for f in family if len(f) >= _SHORTEST}
        yield _Person(number, frozenset(shown), frozenset(others), frozenset(family_keys))


def _add(mention: PersonMention, family: set[str], others: set[str], family_keys: set[str]) -> None:
    """Put all forms of one mention's names into the sets."""
    for name, native in ((mention.name, False), (mention.native, True)):
        words = [w for w in name.lower().split() if not w.endswith(".")]
        if not words:
            continue
        has_family = not mention.key.startswith(" ")
        gender = "f" if re.search(r"(?:а|я|a|ya|ia)$", words[-1]) else "m"
        for word in words[:-1] if has_family else words:
            others |= given_forms(word, gender) | given_forms(word, "f" if gender == "m" else "m")
            others |= {latin_key(word), transliterate(word).lower(), word}
        if not has_family:
            continue
        last = words[-1]
        if native and not last.isascii():
            for form in family_forms(last, "m") | family_forms(last, "f"):
                family |= {form, form.replace("ё", "е")}
            family_keys.add(latin_key(transliterate(last)))
        else:
            family.add(last)
            family_keys.add(latin_key(last))


def _merge(marks: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    merged: list[tuple[int, int, int]] = []
    for begin, end, number in sorted(marks):
        if merged and (begin < merged[-1][1] or (number == merged[-1][2] and begin <= merged[-1][1] + 1)):
            last = merged.pop()
            merged.append((last[0], max(last[1], end), last[2]))
        else:
            merged.append((begin, end, number))
    return merged
