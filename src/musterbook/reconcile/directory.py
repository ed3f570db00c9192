"""The press as a vocabulary knows it: the names, sites, newsrooms and kinds of outlets and offices.

In: a vocabulary. Out: its `Directory`, made once and kept between runs: some ten thousand written forms
in their one spelling take longer than most commands do. Never knows what people decided; see `Press`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from musterbook import kept
from musterbook.reconcile import declined
from musterbook.reconcile.declined import stem
from musterbook.vocabulary import Vocabulary, spelling
from musterbook.vocabulary.nouns import Entry
from musterbook.vocabulary.spelling import key, skeleton


@dataclass(slots=True)
class Directory:
    """What names mean. It is shared: nobody changes it once it is made.

    Attributes:
        forms: A name in its one spelling → kind and id of the entry that it stands for.
        facts: Outlet → its ``kind``, ``family`` and ``language``.
        sites: Host → outlet.
        names: Id of an office, region or official → its English name.
        regions: A name of a region → its id.
        regional: Offices that every region has.
        small: Names that may be written in small letters.
        office_words: Names of offices, the longest first.
        heads: Region → who is at the head of it now.
        cities: Stems of the last words of the names of cities.
        last_names: The last name of an official, in its skeleton → who bears it; nobody where several do.
    """

    forms: dict[str, tuple[str, str]] = field(default_factory=dict)
    facts: dict[str, dict[str, str]] = field(default_factory=dict)
    sites: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    regions: dict[str, str] = field(default_factory=dict)
    regional: set[str] = field(default_factory=set)
    small: set[str] = field(default_factory=set)
    office_words: tuple[str, ...] = ()
    heads: dict[str, str] = field(default_factory=dict)
    cities: set[str] = field(default_factory=set)
    last_names: dict[str, str] = field(default_factory=dict)


_MADE: dict[str, Directory] = {}


def directory_of(vocabulary: Vocabulary) -> Directory:
    """The directory of a vocabulary, made once in a process and kept for the next ones."""
    if vocabulary.digest not in _MADE:
        name = hashlib.sha256(f"{vocabulary.digest}\0{_version()}".encode()).hexdigest()
        _MADE[vocabulary.digest] = kept.made("directory", name, lambda: _make(vocabulary))
    return _MADE[vocabulary.digest]


@cache
def _version() -> str:
    """Of the rules for names: a directory that was made by others is not taken up."""
    return hashlib.sha256(
        b"".join(Path(p).read_bytes() for p in (__file__, declined.__file__, spelling.__file__))
    ).hexdigest()


def _make(vocabulary: Vocabulary) -> Directory:
    made = Directory()
    for (kind, entry_id), entry in vocabulary.entries.items():
        if kind == "outlet":
            _add_outlet(made, entry_id, entry)
        elif kind in ("office", "region", "official"):
            made.names[entry_id] = entry.names.get("en", entry_id)
            if entry.attributes.get("level") == "regional":
                made.regional.add(entry_id)
            _add_sites(made, f"{made.names[entry_id]} government" if kind == "region" else made.names[entry_id], entry)
            if kind == "region":
                cities = (_listed(entry.attributes.get(a)) for a in ("capital", "capital_ru", "cities", "cities_ru"))
                made.cities.update(stem(name.split()[-1]) for names in cities for name in names)
            if kind == "official":
                _add_official(made, entry_id, entry, vocabulary.settings.get("heads_of_regions"))
    _add_surfaces(made, vocabulary)
    return made


def _add_official(made: Directory, entry_id: str, entry: Entry, heading: object) -> None:
    facts = entry.attributes
    for name in entry.names.values():
        made.forms.setdefault(skeleton(name), ("official", entry_id))
    if facts.get("office") in _listed(heading) and facts.get("region"):
        made.heads.setdefault(str(facts["region"]), entry_id)  # who held the office before stands below
    for last in (*_listed(facts.get("family_en")), *_listed(facts.get("family_ru"))):
        for form in (skeleton(last), stem(last)):
            made.last_names[form] = entry_id if made.last_names.get(form, entry_id) == entry_id else ""


def _listed(given: object) -> tuple[str, ...]:
    """What an attribute lists; one value is a list of one."""
    return tuple(map(str, given)) if isinstance(given, list | tuple) else (str(given),) if given else ()


def _add_sites(made: Directory, name: str, entry: Entry) -> None:
    for site in _listed(entry.attributes.get("sites")):
        made.sites.setdefault(site, name)


def _add_outlet(made: Directory, entry_id: str, entry: Entry) -> None:
    _add_sites(made, entry_id, entry)
    facts = entry.attributes
    kind, family = str(facts.get("outlet_kind", "unknown")), str(facts.get("family", entry_id))
    home = str(facts.get("language", ""))
    made.facts[entry_id] = {"kind": kind, "family": family} | ({"language": home} if home else {})
    for name in entry.names.values():
        made.forms.setdefault(skeleton(name), ("outlet", entry_id))


def _add_surfaces(made: Directory, vocabulary: Vocabulary) -> None:
    """Every written form of outlets, offices and regions."""
    office_words: set[str] = set()
    for surface in vocabulary.surfaces:
        if surface.kind in ("outlet", "office"):
            spellings = (key(surface.text), skeleton(surface.text))
            for spelt in spellings:
                made.forms.setdefault(spelt, (surface.kind, surface.id))
            if not surface.case_sensitive:
                made.small.update(spellings)
            if surface.kind == "office":
                office_words.add(spellings[0])
        elif surface.kind == "region":
            made.regions[key(surface.text)] = surface.id
    made.office_words = tuple(sorted(office_words, key=lambda w: (-len(w), w)))
