"""What the words of a table's head, title or label may mean.

In: a text. Out: all that it may mean, side by side. Never chooses between two meanings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from musterbook.expressions import regex
from musterbook.records.ledger import ALL
from musterbook.vocabulary import Vocabulary
from musterbook.vocabulary.ledgerwords import Form, LedgerWords, head_key
from musterbook.vocabulary.resolve import Names
from musterbook.vocabulary.spelling import key

_PIECES = regex(r"[,;:\n/|()]| [-–—] ")
_ASIDE = regex(r"\([^)]*\)")
_INSIDE = regex(r"\(([^)]*)\)")
_NUMBERED = regex(r"^\s*(?:\d{1,3}[.)]|[-–—•·])\s*(?=\D)")
_FILLER = regex(
    r"^(?:в том числе|в т\.? ?ч\.?|из них|граждане|лица|категория|of which|including|citizens)\s*[:,-]?\s*", re.I
)
_LONGEST = 120  # characters of a label; what is longer is prose
_LONGEST_NAME = 6  # words of a region's or group's name
_KEPT = 65_536  # texts remembered; a table repeats its labels


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text may mean.

    Attributes:
        columns: Kinds of labels that it heads.
        metrics: What it may count.
        units: ``persons`` ``thousands`` ``percent``.
        regions: Ids that the whole text or a piece of it is the name of; `ALL` for the country.
        groups: Likewise.
        inside: Groups that the text only holds the name of: a proposal, never taken by itself.
        marks: ``totals`` ``count`` ``cumulative`` ``notes`` ``people``.
        rest: How many of its words are none of the above.
    """

    columns: frozenset[str] = frozenset()
    metrics: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    rest: int = 0

    def __or__(self, other: Meaning) -> Meaning:
        """What two texts together may mean."""
        return Meaning(
            self.columns | other.columns,
            self.metrics | other.metrics,
            self.units | other.units,
            self.regions | other.regions,
            self.groups | other.groups,
            self.inside | other.inside,
            self.marks | other.marks,
            self.rest + other.rest,
        )


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says that words mean.

    Attributes:
        regions: Text, as `key` gives it → id.
        groups: Likewise.
        metrics: Likewise.
    """

    regions: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    metrics: Mapping[str, str] = field(default_factory=dict)


class Dictionary:
    """All words that tables are read by: the programme's names and the words of tables."""

    def __init__(self, vocabulary: Vocabulary, words: LedgerWords, given: Given | None = None) -> None:
        """Index them."""
        self.words = words
        self.vocabulary = vocabulary
        self._given = given or Given()
        self._names = _NAMES.get(vocabulary.digest) or Names(vocabulary)
        _NAMES[vocabulary.digest] = self._names
        self._forms: dict[str, list[Form]] = defaultdict(list)
        for form in words.forms:
            self._forms[form.words[0].rstrip("*")[:2]].append(form)
        self._spans: dict[str, dict[str, set[str]]] = {"region": defaultdict(set), "group": defaultdict(set)}
        for surface in vocabulary.surfaces:
            if surface.kind in self._spans:
                self._spans[surface.kind][key(surface.text)].add(surface.id)
        self.label = lru_cache(maxsize=_KEPT)(self._label)
        self.head = lru_cache(maxsize=_KEPT)(self._head)

    def _label(self, text: str) -> Meaning:
        """What a label means: a name counts where it is the whole text."""
        meaning = self._head(text)
        if len(text) > _LONGEST:
            return replace(meaning, regions=frozenset(), groups=frozenset())
        return meaning

    def _head(self, text: str) -> Meaning:
        """What a head, title or label may mean."""
        tokens = head_key(text[: 4 * _LONGEST]).split()
        found = _longest(self._matches(tokens))
        by: dict[str, set[str]] = defaultdict(set)
        used: set[int] = set()
        for begin, end, form in found:
            by[form.kind].add(form.id)
            used |= set(range(begin, end))
        given = self._given.metrics.get(key(text))
        marks = {k for k in ("totals", "count", "cumulative", "notes", "people") if by.get(k)}
        if "people" in marks and len(used) < len(tokens):
            marks.discard("people")
        regions = self._regions(text, bool(marks & {"totals"}))
        if by.get("everywhere") and not regions:
            regions = frozenset({ALL})
        return Meaning(
            frozenset(by["columns"]),
            frozenset({given}) if given else frozenset(by["metrics"]),
            frozenset(by["units"]),
            regions,
            *self._groups(text),
            frozenset(marks),
            sum(1 for n, t in enumerate(tokens) if n not in used and not t.isdigit()),
        )

    def _matches(self, tokens: list[str]) -> Iterable[tuple[int, int, Form]]:
        for at, token in enumerate(tokens):
            for form in self._forms.get(token[:2], ()):
                end = at + len(form.words)
                if end <= len(tokens) and all(map(_fits, form.words, tokens[at:end])):
                    yield at, end, form

    def _regions(self, text: str, total: bool) -> frozenset[str]:
        """Regions and districts named by the text, or by a piece of it."""
        given = self._given.regions.get(key(text))
        if given:
            return frozenset({given})
        if len(text) > _LONGEST or not any(c.isalpha() for c in text):
            return self.regions_in(text)
        for piece in (text, _ASIDE.sub(" ", text), *_INSIDE.findall(text), *_PIECES.split(text)):
            name = _NUMBERED.sub("", piece).strip()
            if len(name) > 2 and any(c.isalpha() for c in name):
                for kind in ("region", "federal_district"):
                    found = self._names.resolve(name, kind)
                    if found:
                        return frozenset(found)
        return self.regions_in(text) if total or len(text.split()) > 3 else frozenset()

    def regions_in(self, text: str) -> frozenset[str]:
        """Regions that running text names in full."""
        return self._inside("region", text)

    def _groups(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """The groups that the text is the name of, and those that it only holds the name of."""
        given = self._given.groups.get(key(text))
        if given:
            return frozenset({given}), frozenset()
        exact: set[str] = set()
        for piece in (text, _ASIDE.sub(" ", text), *_PIECES.split(text)):
            name = key(_FILLER.sub("", _NUMBERED.sub("", piece).strip()))
            exact |= self._spans["group"].get(name, set())
        inside = self._inside("group", text)
        return frozenset(exact), inside - exact if exact else inside

    def _inside(self, kind: str, text: str) -> frozenset[str]:
        tokens = key(text[: 4 * _LONGEST]).split()
        names = self._spans[kind]
        found: set[str] = set()
        at = 0
        while at < len(tokens):
            for end in range(min(len(tokens), at + _LONGEST_NAME), at, -1):
                ids = names.get(" ".join(tokens[at:end]))
                if ids:
                    found |= ids
                    at = end - 1
                    break
            at += 1
        return frozenset(found)


_NAMES: dict[str, Names] = {}


def _fits(form: str, token: str) -> bool:
    return token.startswith(form[:-1]) if form.endswith("*") else token == form


def _longest(found: Iterable[tuple[int, int, Form]]) -> list[tuple[int, int, Form]]:
    """Matches that stand in no longer one."""
    listed = list(found)
    return [(b, e, f) for b, e, f in listed if not any(b2 <= b and e <= e2 and e2 - b2 > e - b for b2, e2, _ in listed)]
