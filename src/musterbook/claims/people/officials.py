"""Holders of public office whom a vocabulary knows, by the forms of their family names.

In: a vocabulary. Out: `Known` records by form. Never says that a name in a text is theirs: another may bear it.
"""

from __future__ import annotations

from typing import NamedTuple

from musterbook.claims.people.lexicon import name_lexicon
from musterbook.expressions import regex
from musterbook.records.names import family_forms, latin_key, transliterate
from musterbook.vocabulary.nouns import Vocabulary

_FULL_NAME = regex(r"[A-Z][a-z'-]+ [A-Z][a-z'-]+")
_MADE: dict[str, dict[str, Known]] = {}


class Known(NamedTuple):
    """A holder of office: the name in Latin and in Russian letters, ``m`` or ``f``, and the office."""

    name: str
    native: str
    gender: str
    office: str

    def named(self, latin: bool) -> str:
        """The name in the letters of a text, where it is known in them."""
        return self.name if latin or not self.native else self.native

    def may_be(self, native: str) -> bool:
        """Whether somebody of the same family name has no other given name, or an initial that fits."""
        given = transliterate(native.split()[0]) if " " in native else ""
        return (
            not given
            or latin_key(given.strip("."))[:2] == latin_key(self.name.split()[0])[:2]
            or (given.endswith(".") and given[:1] == self.name[0][:1])
        )


def officials_of(vocabulary: Vocabulary) -> dict[str, Known]:
    """Form of a family name, in small letters without «ё» → whose it is; made once in a process."""
    known = _MADE.get(vocabulary.digest)
    if known is not None:
        return known
    table: dict[str, Known] = {}
    for (kind, name), entry in vocabulary.entries.items():
        native = entry.names.get("ru", "")
        if kind == "outlet" and entry.attributes.get("outlet_kind") == "official":
            name = entry.names.get("en", name)  # a page that is called by its holder's name
            if not (_FULL_NAME.fullmatch(name) and name_lexicon("ru").given_name(native.split()[0] if native else "")):
                continue
        elif kind != "official":
            continue
        family = native.split()[-1] if native else ""
        gender = "f" if family.endswith("а") else "m"
        row = Known(name, native, gender, str(entry.attributes.get("office", "")))
        for form in family_forms(family, gender) if family else ():
            table.setdefault(form.replace("ё", "е"), row)
        table.setdefault(name.split()[-1].lower(), row)
    _MADE[vocabulary.digest] = table
    return table
