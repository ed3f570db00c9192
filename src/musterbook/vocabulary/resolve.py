"""Which entries a written name may mean.

In: a name as it stands in a text or a table, in either script, any case and most
spellings. Out: the ids of the entries that it may mean: one is sure, several are unsure,
none is unknown. Never looks at what stands around the name, and never picks among several.

Four rules in order; the first that finds something decides:
1. the written form is one of the vocabulary's;
2. it is, without the words that stand around names ("отряд", "the", "newspaper") and with
   abbreviations written out;
3. another spelling of the same letters (script, transliteration, doubled letters);
4. a misspelling: one letter off in a name of 7 letters or more, two in 13 or more, with
   the same first letter, the same number of words and the same digits.
Officials are found by given name or initials and family name; by family name alone only
where officials were asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from musterbook.expressions import regex
from musterbook.vocabulary.declension import decline
from musterbook.vocabulary.loader import load
from musterbook.vocabulary.nouns import Vocabulary
from musterbook.vocabulary.spelling import distance, key, skeleton

KINDS = (
    "region", "place", "federal_district", "unit", "battalion", "programme_name",
    "office", "title", "outlet", "official", "decoy",
)  # fmt: skip
_HIDDEN = ("place", "decoy")  # tell what a name is not
_ONE_OFF = 7  # letters: shorter names have real neighbours one letter away (Omsk, Tomsk)
_TWO_OFF = 13
_MISSPELT = ("region", "unit", "office", "outlet", "federal_district")
_DIGITS = regex(r"\d+")
_INITIALS = regex(r"(?<=\w)\.(?=\w)")


class Names:
    """All names of one vocabulary, indexed."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index the written forms of the kinds that have names."""
        self._vocabulary = vocabulary
        self._forms: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._skeletons: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._alike: dict[tuple[str, str, int], list[str]] = defaultdict(list)
        for surface in vocabulary.surfaces:
            if surface.kind in KINDS:
                self._forms[key(surface.text)].add((surface.kind, surface.id))
                self._skeletons[skeleton(surface.text)].add((surface.kind, surface.id))
        for form in self._skeletons:
            self._alike[form[:1], "".join(_DIGITS.findall(form)), form.count(" ")].append(form)
        self._officials = [_Official(e.id, e.attributes) for (k, _), e in vocabulary.entries.items() if k == "official"]
        self._around = {key(str(w)) for w in _listed(vocabulary.settings.get("around_names"))}
        short = vocabulary.settings.get("abbreviations")
        self._short = {key(str(k)): key(str(v)) for k, v in short.items()} if isinstance(short, Mapping) else {}

    def resolve(self, text: str, kind: str | None = None) -> tuple[str, ...]:
        """The ids that a name may mean, sorted.

        Args:
            text: The name.
            kind: Only entries of this concept; None for all that have names.
        """
        wanted = (kind,) if kind else tuple(k for k in KINDS if k not in _HIDDEN)
        if kind == "official" or kind is None:
            people = self._people(text, alone=kind == "official")
            if people or kind == "official":
                return people
        for form in self._readings(key(text)):
            found = self._forms.get(form, set())
            if any(k == "decoy" for k, _ in found):
                return ()
            ids = self._pick(found, wanted)
            if ids:
                return ids
        ids = self._pick(self._skeletons.get(skeleton(text), set()), wanted)
        return ids or self._unit(text, wanted) or self._misspelt(skeleton(text), wanted)

    def _pick(self, found: Iterable[tuple[str, str]], wanted: tuple[str, ...]) -> tuple[str, ...]:
        ids = {entry_id for k, entry_id in found if k in wanted}
        if not ids and "region" in wanted:
            for k, entry_id in found:
                if k == "place":
                    ids.update(map(str, _listed(self._vocabulary.entries[k, entry_id].attributes.get("region"))))
        return tuple(sorted(ids))

    def _readings(self, form: str) -> Iterable[str]:
        """The form itself, with abbreviations written out, and without the words around it."""
        yield form
        words = [self._short.get(w, w) for w in form.split()]
        yield " ".join(words)
        while words and words[0] in self._around:
            words = words[1:]
            yield " ".join(words)
        while words and words[-1] in self._around:
            words = words[:-1]
            yield " ".join(words)

    def _unit(self, text: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
        """A unit named by the programme's name and any name of its region."""
        if "unit" not in wanted:
            return ()
        words = [w for w in key(text).split() if w not in self._around]
        for at in range(1, len(words)):
            name = self._forms.get(" ".join(words[:at]), set())
            if any(k == "programme_name" for k, _ in name):
                regions = self.resolve(" ".join(words[at:]), "region")
                return tuple(
                    sorted(
                        e.id
                        for (k, _), e in self._vocabulary.entries.items()
                        if k == "unit" and e.attributes.get("region") in regions
                    )
                )
        return ()

    def _misspelt(self, form: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
        letters = len(form.replace(" ", ""))
        most = 2 if letters >= _TWO_OFF else 1 if letters >= _ONE_OFF else 0
        kinds = tuple(k for k in wanted if k in _MISSPELT)
        if not most or not kinds:
            return ()
        near: dict[int, set[tuple[str, str]]] = defaultdict(set)
        for other in self._alike.get((form[:1], "".join(_DIGITS.findall(form)), form.count(" ")), ()):
            if len(other.replace(" ", "")) >= _ONE_OFF:
                off = distance(form, other, most)
                if off <= most:
                    near[off].update(self._skeletons[other])
        for off in sorted(near):
            if any(k == "decoy" for k, _ in near[off]):
                return ()
            ids = self._pick(near[off], kinds)
            if ids:
                return ids
        return ()

    def _people(self, text: str, alone: bool) -> tuple[str, ...]:
        words = key(_INITIALS.sub(". ", text)).split()
        for start in range(len(words)):
            if start and not self._is_title(words[:start]):
                continue
            spelt = [skeleton(w) for w in words[start:]]
            found = sorted(o.id for o in self._officials if o.fits(spelt, alone))
            if found:
                return tuple(found)
        return ()

    def _is_title(self, words: list[str]) -> bool:
        """Whether words are all titles, bodies and regions, which stand before a name."""
        at = 0
        while at < len(words):
            for end in range(len(words), at, -1):
                kinds = {k for k, _ in self._forms.get(" ".join(words[at:end]), ())}
                if kinds & {"title", "office", "region", "place"} or " ".join(words[at:end]) in self._around:
                    at = end
                    break
            else:
                return False
        return True


class _Official:
    """The spellings of one official's names, as skeletons."""

    def __init__(self, entry_id: str, attributes: Mapping[str, object]) -> None:
        self.id = entry_id
        female = str(attributes.get("patronymic", "")).endswith("на")

        def spelt(latin: str, cyrillic: str) -> set[str]:
            name = str(attributes.get(cyrillic, ""))
            forms = [*map(str, _listed(attributes.get(latin))), name, *(decline(name, female=female) if name else ())]
            return {skeleton(f) for f in forms if f}

        self._family = spelt("family_en", "family_ru")
        self._given = spelt("given_en", "given_ru")
        self._patronymic = spelt("", "patronymic")

    def fits(self, words: list[str], alone: bool) -> bool:
        """Whether all words are names or initials of this person, the family name among them."""
        families = [n for n, w in enumerate(words) if w in self._family]
        if len(words) == 1:
            return alone and bool(families)
        return any(self._rest_fits(words[:n] + words[n + 1 :]) for n in families)

    def _rest_fits(self, rest: list[str]) -> bool:
        given = self._given | {
            g[:n] for g in self._given for n in (1, 2) if n == 1 or g[:2] in ("zh", "ch", "sh", "iu", "ia")
        }
        patronymic = self._patronymic | {p[:1] for p in self._patronymic}
        if len(rest) == 1:
            return rest[0] in given
        return len(rest) == 2 and rest[0] in given and rest[1] in patronymic


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [] if value is None else [value]


@lru_cache(maxsize=8)
def _names(digest: str, programme: str) -> Names:
    return Names(load(programme))


def resolve_name(text: str, kind: str | None = None) -> tuple[str, ...]:
    """The ids of the entries that a written name may mean, by the vocabulary of ``bars``.

    Args:
        text: The name, in either script and any case.
        kind: A concept (``region`` ``unit`` ``office`` ``outlet`` ``official`` …), or None.

    Returns:
        Sorted ids: one is sure, several are unsure, none is unknown.

    >>> resolve_name("Белгородской области"), resolve_name("Moscow", "region")
    (('RU-BEL',), ('RU-MOS', 'RU-MOW'))
    """
    vocabulary = load()
    return _names(vocabulary.digest, vocabulary.name).resolve(text, kind)
