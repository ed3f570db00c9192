"""Categories of fitness: letters that look alike in two alphabets and are not the same.

In: a category as papers or reports write it. Out: which Cyrillic letters it may be. The Latin "B" may stand for
the second letter (as it sounds) or for the third (as it looks); nobody can tell, so it stays both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from musterbook.expressions import regex

LETTERS = "АБВГД"
"""From fit (А) to unfit (Д), in the order of the law."""
_LATIN = {"A": "А", "B": "БВ", "C": "ВС", "V": "В", "G": "Г", "D": "Д"}
_TOKEN = regex(r"(?<![A-Za-zА-Яа-яЁё])([A-Za-zА-Яа-я])(?:\s?[-–]?\s?(\d))?(?![A-Za-zА-Яа-яЁё])")
_FROM_TO = regex(r"([A-Za-zА-Яа-я])\s*[-–—]\s*([A-Za-zА-Яа-я])\Z")


@dataclass(frozen=True, slots=True)
class Category:
    """One category as it was written.

    Attributes:
        may_be: The Cyrillic letters that it may be; none where it is no category.
        grade: The number after the letter, or empty.
        written: As it was written.
    """

    may_be: str
    grade: str
    written: str

    @property
    def sure(self) -> bool:
        """Whether there is only one letter that it can be."""
        return len(self.may_be) == 1


def read_categories(text: str) -> tuple[Category, ...]:
    """The categories that a text names.

    >>> [c.may_be for c in read_categories("А или Б")], [c.may_be for c in read_categories("A or B")]
    (['А', 'Б'], ['А', 'БВ'])
    """
    span = _FROM_TO.match(text.strip())
    if span:
        first, last = _letter(span[1]), _letter(span[2])
        if len(first) == 1 and len(last) == 1 and first in LETTERS and last in LETTERS:
            between = LETTERS[LETTERS.index(first) : LETTERS.index(last) + 1]
            return tuple(Category(letter, "", text.strip()) for letter in between)
    words = re.sub(r"\b(?:или|и|or|and|category|категори\w*)\b", " , ", text, flags=re.IGNORECASE)
    found = ((m, _letter(m[1])) for m in _TOKEN.finditer(words))
    return tuple(Category(letters, m[2] or "", m[0].strip()) for m, letters in found if letters)


def _letter(letter: str) -> str:
    upper = letter.upper()
    return upper if upper in LETTERS else _LATIN.get(upper, "")


def meets(own: Category, asked: tuple[Category, ...]) -> tuple[str, str]:
    """Whether a category is among those asked for: ``yes``, ``no`` or ``unclear``, and why.

    Args:
        own: The person's.
        asked: Those of the rule.
    """
    listed = " or ".join(c.written for c in asked)
    same = [c for c in asked if set(c.may_be) & set(own.may_be)]
    if not same:
        return "no", f"category {own.written} is not among {listed}"
    sure = [c for c in same if c.sure and own.sure]
    if any(not c.grade or c.grade == own.grade for c in sure):
        return "yes", f"category {own.written} is among {listed}"
    if set(own.may_be) <= {c.may_be for c in asked if c.sure and not c.grade}:
        return "yes", f"category {own.written} is among {listed}, however its letter is read"
    if sure and own.grade:
        return "no", f"category {own.written} is not among {listed}"
    if sure:
        return "unclear", f"the rule names {listed}; the papers give no number after {own.written}"
    latin = own.written if not own.sure else next(c.written for c in same if not c.sure)
    which = " or ".join((own if not own.sure else next(c for c in same if not c.sure)).may_be)
    return "unclear", f"“{latin}” is a Latin letter that may stand for {which}; ask for the papers in Cyrillic"
