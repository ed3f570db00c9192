"""Whether a sheet is a list of people.

In: rows, one at a time. Out: the moment from which it is sure that people are listed, and why.
Never keeps a name, repeats one in its reason, or lets a doubt pass: two names in a column suffice.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from musterbook.expressions import regex
from musterbook.programme.ledger.words import Dictionary
from musterbook.records.names import latin_key, transliterate
from musterbook.records.table import Row, column_letters

_WEAK = frozenset({"имя", "адрес", "телефон", "телефоны", "phone", "telephone", "mobile", "мобильный", "inn", "инн"})
_CYRILLIC = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:вич|ьич|кич|мич|вна|чна|шна)(?:а|у|ем|ой|е|ы)?"
_FULL = regex(
    rf"(?:{_CYRILLIC}\s+){{1,2}}{_PATRONYMIC}|{_PATRONYMIC}\s+{_CYRILLIC}|(?:{_CYRILLIC}\s+){{2}}(?:[А-ЯЁ]\w+\s+)?(?:оглы|кызы)"
)
_INITIALS = regex(
    rf"(?:{_CYRILLIC}|[A-Z][a-z]+)\s*,?\s*(?:[А-ЯЁA-Z]\.\s?){{1,2}}\Z|(?:[А-ЯЁA-Z]\.\s?){{1,2}}(?:{_CYRILLIC}|[A-Z][a-z]+)\Z"
)
_UPPER = regex(r"[А-ЯЁ]{2,}\s+[А-ЯЁ]{2,}\s+[А-ЯЁ]+(?:ВИЧ|ЬИЧ|ВНА|ЧНА|ШНА)\Z")
_ALONE = regex(rf"{_PATRONYMIC}\Z")
_TWO = regex(r"(?P<one>[A-ZА-ЯЁ][\w'’-]+)\s+(?P<two>[A-ZА-ЯЁ][\w'’-]+)\Z")
_PHONE = regex(r"(?:\+7|\b8)[\s(\-\u00a0]*\d{3}[\s)\-\u00a0]*\d{3}[\s\-]*\d{2}[\s\-]*\d{2}\b")
_PAPERS = regex(r"\b\d{3}-\d{3}-\d{3}[ -]\d{2}\b|\b\d{2}\s?\d{2}\s\d{6}\b|\b\d{2}\s\d{2}\s?№?\s?\d{6}\b")
_FEWEST = 2  # cells of a kind in one column that make a list
_FEWEST_ALONE = 3  # for given names alone, which are words too
_KEPT = 65_536


class Guard:
    """Watches the rows of one sheet."""

    def __init__(self, dictionary: Dictionary, given: frozenset[str] = frozenset()) -> None:
        """Take the words of tables, and the given names, as `latin_key` gives them."""
        self._dictionary = dictionary
        self._given = given
        self._seen: Counter[tuple[int, str]] = Counter()
        self._heads: dict[int, str] = {}
        self.looks = lru_cache(maxsize=_KEPT)(self._looks)

    def sees(self, row: Row) -> str:
        """Watch a row.

        Returns:
            Why the sheet is a list of people, without a name; empty where it is none so far.
        """
        heads = 0
        for cell in row.cells:
            if cell.number is not None or cell.date or not cell.words:
                continue
            kind = self.looks(cell.words)
            if not kind or (len(row.cells) == 1 and kind != "head"):
                continue
            column = column_letters(cell.column)
            if kind in ("head", "weak head"):
                heads += 1 if kind == "weak head" else 2
                if heads >= 2 and len(row.cells) > 1:
                    return f"column {column} is headed by a word for personal data"
                continue
            self._seen[cell.column, kind] += 1
            if self._seen[cell.column, kind] >= (_FEWEST_ALONE if kind == "given names" else _FEWEST):
                return f"column {column} holds {kind}"
        return ""

    def _looks(self, words: str) -> str:
        """What personal data a text looks like."""
        text = " ".join(words.split())
        if text[:1].isdigit() or text[:1] == "+":
            return "telephone numbers" if _PHONE.search(text) else "numbers of papers" if _PAPERS.search(text) else ""
        if len(text) > 200:
            return ""
        if "people" in self._dictionary.head(text).marks:
            return "weak head" if text.casefold().strip(" .:") in _WEAK else "head"
        if names_person(text, self._given) and not self._is_known(text):
            return "names of people"
        if _PHONE.search(text):
            return "telephone numbers"
        if " " not in text and self._is_given(text) and not self._is_label(text):
            return "given names"
        return ""

    def _is_given(self, text: str) -> bool:
        return bool(_ALONE.match(text)) or (len(text) > 2 and latin_key(transliterate(text)) in self._given)

    def _is_known(self, text: str) -> bool:
        meaning = self._dictionary.label(text)
        return bool(meaning.regions or meaning.groups or meaning.metrics)

    def _is_label(self, text: str) -> bool:
        meaning = self._dictionary.label(text)
        return bool(
            meaning.regions or meaning.groups or meaning.metrics or meaning.columns or meaning.marks or meaning.units
        )


def names_person(text: str, given: frozenset[str] = frozenset()) -> bool:
    """Whether a text looks like the name of a person.

    >>> names_person("Вымышленная Анна Петровна"), names_person("Белгородская область")
    (True, False)
    """
    if _FULL.search(text) or _INITIALS.match(text) or _UPPER.match(text):
        return True
    two = _TWO.match(text)
    return bool(two) and any(latin_key(transliterate(part)) in given for part in two.groups())  # type: ignore[union-attr]
