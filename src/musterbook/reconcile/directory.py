"""The press as a vocabulary knows it: the names, sites, newsrooms and kinds of outlets and offices.

In: a vocabulary. Out: its `Directory`, made once and kept between runs: some ten thousand written forms
in their one spelling take longer than most commands do. Never knows what people decided; see `Press`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from musterbook import kept
from musterbook.vocabulary import Vocabulary, spelling
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
    """

    forms: dict[str, tuple[str, str]] = field(default_factory=dict)
    facts: dict[str, dict[str, str]] = field(default_factory=dict)
    sites: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    regions: dict[str, str] = field(default_factory=dict)
    regional: set[str] = field(default_factory=set)
    small: set[str] = field(default_factory=set)
    office_words: tuple[str, ...] = ()


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
    return hashlib.sha256(b"".join(Path(p).read_bytes() for p in (__file__, spelling.__file__))).hexdigest()


def _make(vocabulary: Vocabulary) -> Directory:
    made = Directory()
    for (kind, entry_id), entry in vocabulary.entries.items():
        if kind == "outlet":
            _add_outlet(made, entry_id, entry.attributes, entry.names)
        elif kind in ("office", "region", "official"):
            made.names[entry_id] = entry.names.get("en", entry_id)
            if entry.attributes.get("level") == "regional":
                made.regional.add(entry_id)
            if kind == "official":
                for name in entry.names.values():
                    made.forms.setdefault(skeleton(name), (kind, entry_id))
    _add_surfaces(made, vocabulary)
    return made


def _add_outlet(made: Directory, entry_id: str, facts: Mapping[str, object], names: Mapping[str, str]) -> None:
    sites = facts.get("sites")
    for site in sites if isinstance(sites, list | tuple) else ():
        made.sites.setdefault(str(site), entry_id)
    kind, family = str(facts.get("outlet_kind", "unknown")), str(facts.get("family", entry_id))
    home = str(facts.get("language", ""))
    made.facts[entry_id] = {"kind": kind, "family": family} | ({"language": home} if home else {})
    for name in names.values():
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
