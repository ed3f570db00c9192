"""Russian inflected forms, made when the vocabulary is compiled.

In: the concept files of the programmes. Out: ``forms.tsv`` in each folder, one line per
inflecting head: the head with its ``~``, a tab, its other forms separated by ``|``. Never
runs when a vocabulary is loaded; the forms come from pymorphy3's dictionaries.

Run ``python -m musterbook.vocabulary.inflect [FOLDER…]`` after any change of a concept
file; without a folder, all that the package carries are made anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from musterbook.errors import UsageError
from musterbook.vocabulary.declension import decline
from musterbook.vocabulary.loader import DATA, FORMS, folders, read_forms, read_shelf

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer  # type: ignore[import-untyped]
    from pymorphy3.analyzer import Parse  # type: ignore[import-untyped]

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct", "loc2")
_NUMBERS = ("sing", "plur")
_GENDERS = ("masc", "femn", "neut")
_NAMES = {"Geox", "Orgn", "Surn", "Name", "Patr"}


@cache
def _analyzer() -> MorphAnalyzer:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def inflect(head: str) -> tuple[str, ...]:
    """The other forms of a head, in the order of the cases, without repeats.

    Args:
        head: Nominative Russian words after ``~`` (cases) or ``~~`` (cases and numbers; an
            adjective in all genders). Adjectives agree with the last noun of the head; words
            after it, being complements, do not belong into a head. After ``@`` or ``@@``: a name.

    Raises:
        UsageError: A word is not nominative, or the head has no word that inflects.
    """
    if head.startswith("@"):
        return decline(head.lstrip("@"), female=head.startswith("@@"))
    both = head.startswith("~~")
    words = head.lstrip("~").split(" ")
    parses = [_nominatives(word, both) for word in words]
    missing = [w for w, p in zip(words, parses, strict=True) if not p and not _invariable(w)]
    if missing or not any(parses):
        if len(words) == 1 and _invariable(words[0]):
            return ()
        raise UsageError(f"no nominative reading of {missing!r} in the head {head!r}; write its forms out")
    noun = next((p[0] for p in reversed(parses) if p and p[0].tag.POS == "NOUN"), None)
    if noun is None and len(words) == 1 and both:
        return _unique(words, ([_shape(words[0], w)] for w in _adjective_forms(parses[0][0])))
    lead = noun or next(p[0] for p in reversed(parses) if p)
    number = "plur" if lead.tag.number == "plur" else "sing"
    rows: list[list[str]] = []
    for wanted in (number, *(n for n in _NUMBERS if both and n != number)):
        for case in _CASES:
            row = [_form(w, p, lead, case, wanted) for w, p in zip(words, parses, strict=True)]
            if all(row):
                rows.append([r for r in row if r])
    return _unique(words, rows)


def _nominatives(word: str, both: bool) -> list[Parse]:
    """The readings of a word as nominative noun or adjective, the likeliest for a heading first."""
    readings = [
        p
        for p in _analyzer().parse(word)
        if "nomn" in p.tag and p.tag.POS in ("NOUN", "ADJF", "PRTF") and not ({"Abbr"} & set(p.tag.grammemes))
    ]
    if word[:1].isupper():
        readings.sort(key=lambda p: ("Geox" not in p.tag, not _NAMES & set(p.tag.grammemes)))
    if word.lower().endswith(("ий", "ый", "ой", "ая", "яя", "ое", "ее", "ые", "ие")):
        readings.sort(key=lambda p: p.tag.POS not in ("ADJF", "PRTF"))
    if both:
        readings.sort(key=lambda p: p.tag.number == "plur")
    return readings


def _invariable(word: str) -> bool:
    """True for acronyms that no dictionary knows, and for adverbs."""
    return (word.isupper() and len(word) > 1) or _analyzer().parse(word)[0].tag.POS == "ADVB"


def _form(word: str, readings: list[Parse], lead: Parse, case: str, number: str) -> str | None:
    if not readings:
        return word
    agreeing = [p for p in readings if p.tag.POS == "NOUN"] or readings
    chosen = lead if lead in readings else agreeing[0]
    grammemes = {case, number}
    if chosen.tag.POS in ("ADJF", "PRTF"):
        gender = lead.tag.gender
        if number == "sing" and gender:
            same = [p for p in readings if p.tag.gender == gender]
            chosen = same[0] if same else chosen
            grammemes.add(gender)
        if case == "accs" and (number == "plur" or gender == "masc"):
            grammemes.add("anim" if lead.tag.animacy == "anim" else "inan")
        if case == "loc2":
            grammemes.discard("loc2")
            grammemes.add("loct")
    made = chosen.inflect(frozenset(grammemes))
    if made is None or (case == "loc2" and chosen is lead and "loc2" not in made.tag):
        return None
    return _shape(word, made.word)


def _adjective_forms(adjective: Parse) -> Iterable[str]:
    rows = [(case, gender, "sing") for gender in _GENDERS for case in _CASES[:-1]]
    rows += [(case, "", "plur") for case in _CASES[:-1]]
    for case, gender, number in rows:
        for animacy in ("inan", "anim") if case == "accs" and gender in ("masc", "") else ("",):
            form = adjective.inflect(frozenset({case, number, gender, animacy} - {""}))
            if form is not None:
                yield form.word


def _shape(model: str, form: str) -> str:
    """Give a form the capitals of the word that it is a form of."""
    if model.isupper() and len(model) > 1:  # an acronym keeps its capitals and takes a small ending
        small = model.lower()
        return model + form[len(small) :] if form.startswith(small) else form.upper()
    parts = form.split("-")
    shapes = model.split("-")
    if len(parts) != len(shapes):
        shapes = [model] * len(parts)
    return "-".join(p[:1].upper() + p[1:] if s[:1].isupper() else p for p, s in zip(parts, shapes, strict=True))


def _unique(words: list[str], rows: Iterable[list[str]]) -> tuple[str, ...]:
    base = " ".join(words)
    return tuple(f for f in dict.fromkeys(" ".join(row) for row in rows) if f != base)


def forms_of(path: Path) -> dict[str, tuple[str, ...]]:
    """The forms that a folder's ``forms.tsv`` should hold: its heads that no base has.

    Args:
        path: The folder of a programme or of what one extends.

    Raises:
        VocabularyError: A concept file has a fault.
        UsageError: A head cannot be inflected.
    """
    chain = folders(path)
    known: set[str] = set()
    for folder in chain[:-1]:
        known.update(read_forms(folder.path / FORMS))
    heads = {line.head for line in read_shelf(chain).lines} - known - {""}
    return {head: inflect(head) for head in sorted(heads)}


def render(forms: dict[str, tuple[str, ...]]) -> str:
    """The content of a ``forms.tsv``."""
    return "".join(f"{head}\t{'|'.join(made)}\n" for head, made in forms.items())


def main(arguments: list[str]) -> int:
    """Write ``forms.tsv`` into each folder; bases first."""
    given = [Path(a) for a in arguments]
    wanted = given or [p.parent for p in sorted(DATA.glob("*/programme.yaml"))]
    paths = {folder.path.resolve(): folder.path for path in wanted for folder in folders(path)}
    for path in paths.values() if not given else wanted:
        forms = forms_of(path)
        (path / FORMS).write_text(render(forms), encoding="utf-8")
        sys.stdout.write(f"{path / FORMS}: {len(forms)} heads\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
