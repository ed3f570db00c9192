"""Names of newsrooms in whatever case a Russian text has them.

In: a name. Out: what its inflected forms have in common. Never says that two names are one: it gives what to
look one up by.
"""

from __future__ import annotations

import re
from functools import lru_cache

from musterbook.expressions import regex

_CYRILLIC = regex(r"[а-яё\d.-]+", re.I)
_ENDING = regex(r"(?<=...)[аеиоуыэюяйьхм]{1,3}$")  # what cases change
_FLEETING = regex(r"(?<=..)[ое](?=[кцнл]$)")  # листок, листка
_ALONE = 8  # letters of a name of one word that is not taken for a common noun


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A Russian word without the ending of its case.

    >>> stem("листке") == stem("листок"), stem("Ведомостях") == stem("ведомости")
    (True, True)
    """
    folded = word.casefold().replace("ё", "е")
    return _FLEETING.sub("", _ENDING.sub("", folded))


def stems(name: str) -> tuple[str, ...]:
    """The stems of a Russian name's words; none where it is no such name, or so short that a noun may be meant.

    >>> stems("Примерных ведомостях") == stems("Примерные ведомости")
    True
    >>> stems("Проект"), stems("Lenta")
    ((), ())
    """
    words = name.split()
    if not words or not all(map(_CYRILLIC.fullmatch, words)) or (len(words) == 1 and len(name) < _ALONE):
        return ()
    return tuple(map(stem, words))
