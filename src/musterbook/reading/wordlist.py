"""Word lists written as running text.

In: words between white space. Out: a frozen set. Never does: change a word.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text as a set.

    >>> sorted(words("gov  sen"))
    ['gov', 'sen']
    """
    return frozenset(text.split())
