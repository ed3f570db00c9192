"""Bounds of figures: at least, at most, from one to another, about.

In: a vocabulary's lexicon, a text, a figure in it. Out: a `Member` record of the list ``comparator``, or none. Never
says whether a bound is another's in other words.
"""

from __future__ import annotations

import re

from musterbook.expressions import regex
from musterbook.reconcile.wording.closed import Member
from musterbook.reconcile.wording.quantities import COMPARATOR
from musterbook.records import Reading
from musterbook.vocabulary import Vocabulary

BOUND, BOUND_AFTER = "bound", "bound_after"  # lists of what stands before figures, and after what is counted
_FORMS = {
    BOUND: r"(?<![^\W\d])(?:{})[\s«\"(]*$",
    BOUND_AFTER: r"(?:[^\S\n]+[\w%-]+|%){{0,4}}?,?[^\S\n]+(?:{})(?!\w)",
}
_BEFORE = 24  # characters before a figure in which its bound stands
_ABOUT = "about"  # the bound that is none


class Bounds:
    """The bounds of a vocabulary, as expressions."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index ``swap_bound`` and ``swap_bound_after`` of the lexicon, whose named groups are the bounds."""
        self._of: dict[tuple[str, str], re.Pattern[str]] = {
            (name, language): regex(_FORMS[name].format(words), re.I)
            for (language, key), words in vocabulary.lexicon.items()
            if (name := key.removeprefix("swap_")) in _FORMS
        }

    def of(self, reading: Reading, figure: Member) -> Member | None:
        """The bound of a figure, with the figure.

        Args:
            reading: The text.
            figure: Where it stands.
        """
        pattern, first = self._of.get((BOUND, reading.language)), max(0, figure.start - _BEFORE)
        found = pattern.search(reading.text[first : figure.start]) if pattern else None
        if not found or found.lastgroup == _ABOUT:
            after = self._of.get((BOUND_AFTER, reading.language))
            past = after.match(reading.text, figure.end) if after else None
            if past:
                return Member(COMPARATOR, str(past.lastgroup), figure.start, past.end())
        return Member(COMPARATOR, str(found.lastgroup), first + found.start(), figure.start) if found else None
