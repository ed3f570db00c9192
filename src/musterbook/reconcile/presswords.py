"""The words around names of outlets and offices, as a vocabulary's settings list them.

In: a vocabulary. Out: one `PressWords`, whose fields are named like the settings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from musterbook.expressions import regex
from musterbook.vocabulary import Vocabulary
from musterbook.vocabulary.spelling import key

CALLED = frozenset({"telegram", "channel", "телеграм", "телеграмм", "канал", "канала", "the"})
"""What publishers of a channel are called beside their name."""
_SPEAKERS = frozenset(
    (
        "press service office of the в пресс служба службе службы службу "
        "пресс-служба пресс-службе пресс-службы пресс-службу"
    ).split()
)


@dataclass(frozen=True, slots=True)
class PressWords:
    """What may stand beside a name, and what stands for one; all in the form that names are compared in.

    Attributes:
        around_names: Beside an outlet's name: «телеграм-канал».
        edition_words: Beside the name of an outlet that publishes in more than one way: «TV», «Русская служба».
        bodies: What names of state bodies begin or end with: «прокуратура».
        unnamed_speakers: Of somebody who is not named: «собеседник».
        people: Many without a name, who are nobody's name at the beginning of a sentence either: «эксперты».
        speakers: Who speaks for an office: «пресс-служба».
        office_again: An office named before: «в ведомстве».
        told_of: What is told about somebody, not by them.
        public_titles: Of heads of regions and of towns.
        administrations: Of a region: «правительство».
        municipal_titles: Of towns and districts.
        acting: Who stands in for a head: «врио».
        newsroom_again: The newsroom of the page itself: «наша редакция».
        credits: What credits consist of besides a name.
        public_papers: What an office has made public: «пояснительная записка».
        reported_before: Expressions before an outlet that is said to have reported.
        reported_after: Expressions after it.
        outlet_called: Expressions by which a text calls a ``name`` an outlet, whether or not it is a known one.
        public_hosts: Sites under which every page is of a state body.
    """

    around_names: frozenset[str]
    edition_words: frozenset[str]
    bodies: frozenset[str]
    unnamed_speakers: frozenset[str]
    people: frozenset[str]
    speakers: frozenset[str]
    office_again: frozenset[str]
    told_of: frozenset[str]
    public_titles: frozenset[str]
    administrations: frozenset[str]
    municipal_titles: frozenset[str]
    acting: frozenset[str]
    newsroom_again: frozenset[str]
    credits: frozenset[str]
    public_papers: frozenset[str]
    reported_before: tuple[re.Pattern[str], ...]
    reported_after: tuple[re.Pattern[str], ...]
    outlet_called: tuple[re.Pattern[str], ...]
    public_hosts: tuple[str, ...]

    @property
    def listed(self) -> list[list[str]]:
        """Every list, in order; for a digest of what is known."""
        lists = [getattr(self, f.name) for f in fields(self)]
        return [sorted(w if isinstance(w, str) else w.pattern for w in words) for words in lists]

    def says_it_reported(self, before: str, after: str) -> bool:
        """Whether the words around an outlet's name say that it has reported."""
        return any(p.search(before) for p in self.reported_before) or any(p.match(after) for p in self.reported_after)


def words_of_press(vocabulary: Vocabulary) -> PressWords:
    """The words that the settings of a vocabulary list."""
    lists = {f.name: _listed(vocabulary, f.name) for f in fields(PressWords)}
    names = ("reported_before", "reported_after", "outlet_called")
    before, after, called = (tuple(map(regex, lists.pop(name))) for name in names)
    hosts = tuple(f".{h}" for h in lists.pop("public_hosts"))
    words = {name: frozenset(map(key, listed)) for name, listed in lists.items()}
    words["around_names"] |= CALLED
    words["speakers"] |= _SPEAKERS
    return PressWords(**words, reported_before=before, reported_after=after, outlet_called=called, public_hosts=hosts)


def _listed(vocabulary: Vocabulary, setting: str) -> tuple[str, ...]:
    listed = vocabulary.settings.get(setting)
    return tuple(map(str, listed)) if isinstance(listed, list | tuple) else ()
