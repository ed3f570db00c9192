"""Where names of a closed list stand in a text.

In: names by language, texts with their words. Out: members, in order. Never takes part of a longer name of the list
for a name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from musterbook.reconcile.wording.closed import Member
from musterbook.reconcile.wording.retold import Words
from musterbook.records import Reading
from musterbook.vocabulary import Vocabulary

_LONGEST = 4  # words of a name
_LANGUAGES = ("en", "ru")
_DECOY = "decoy"  # the kind of names that only look like those of another


class Names:
    """The names of a list, by the word that they begin with: few words of a text begin one."""

    def __init__(self, names: Mapping[tuple[str, str], tuple[str, str]], folded: bool = True) -> None:
        """Index them.

        Args:
            names: (language, name) → the role and id that it stands for.
            folded: Whether the names are in small letters, and case does not matter.
        """
        self._names = names
        self._folded = folded
        self._first: dict[str, set[str]] = defaultdict(set)
        for language, name in names:
            spans = Words(name).every
            self._first[language].update(name[start:end] for start, end in spans[:1])

    def within(self, reading: Reading, words: Words) -> Iterator[Member]:
        """Where the names stand, the longest first.

        Args:
            reading: The text.
            words: Its words.
        """
        text, past, first = reading.text, 0, self._first.get(reading.language, set())
        for at, (start, until) in enumerate(words.every):
            if start < past or self._shown(text[start:until]) not in first:
                continue
            for _, end in reversed(words.every[at : at + _LONGEST]):
                name = self._names.get((reading.language, self._shown(" ".join(text[start:end].split()))))
                if name:
                    yield Member(*name, start, end)
                    past = end
                    break

    def _shown(self, words: str) -> str:
        return words.casefold() if self._folded else words


def exact_names(vocabulary: Vocabulary, kind: str) -> Names:
    """The names of a kind that are such in these very letters alone."""
    return Names(
        {
            (language, s.text): (kind, s.id)
            for s in vocabulary.surfaces
            if s.kind == kind and s.case_sensitive
            for language in ((s.language,) if s.language else _LANGUAGES)
        },
        folded=False,
    )


def beside_those(names: Iterable[Member], known: Sequence[Member]) -> list[Member]:
    """Names that are no part of one of the same list that is known."""
    taken = [(m.role, m.start, m.end) for m in known]
    return [n for n in names if not any(r == n.role and s < n.end and n.start < e for r, s, e in taken)]


def decoys(vocabulary: Vocabulary, role: str) -> Names:
    """Longer names that hold one of a list, told as of that list: they keep it from being read there."""
    return Names(
        {
            (language, s.text.casefold()): (role, s.id)
            for s in vocabulary.surfaces
            if s.kind == _DECOY
            for language in ((s.language,) if s.language else _LANGUAGES)
        }
    )
