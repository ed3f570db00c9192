"""Concept files: one YAML file per kind of thing (regions, outlets, facilities …).

In: a file and the precomputed inflections. Out: entries and their written forms. Never
decides which of two entries a form means: a form claimed by two is an error unless the
file lists it as ambiguous.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from musterbook.errors import VocabularyError
from musterbook.vocabulary.nouns import Entry, Surface
from musterbook.vocabulary.surfaces import Forms, bare, expand, head, written
from musterbook.vocabulary.yamlfile import Section, plain

LANGUAGES = ("en", "ru")
_FORM_KEYS = {"en": "en", "ru": "ru", "any": ""}
_FILE_KEYS = ("kind", "attributes", "case_sensitive", "lists", "templates", "each", "ambiguous", "entries")
_EACH_KEYS = ("kind", "where", "id", "attributes", "names", "en", "ru", "any")


@dataclass(frozen=True, slots=True)
class Line:
    """One notation of one entry, fields replaced, and where it stands."""

    notation: str
    language: str
    entry: Entry
    case_sensitive: bool
    path: str
    line: int

    @property
    def head(self) -> str:
        """The inflecting head with its ``~``, or empty."""
        return head(self.notation)[1]


@dataclass(slots=True)
class Shelf:
    """What was read so far.

    Attributes:
        entries: (kind, id) → entry.
        lines: All notations, in file order.
        ambiguous: (kind, form) pairs that may be claimed by several entries.
        places: (kind, id) → (path, line) of its definition.
    """

    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    ambiguous: set[tuple[str, str]] = field(default_factory=set)
    places: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)


def read_concept(file: Section, shelf: Shelf) -> None:
    """Read one concept file onto the shelf.

    Args:
        file: Its content.
        shelf: What earlier files gave; added to. ``each`` builds on entries that are there.

    Raises:
        VocabularyError: Any fault of the file, with its line.
    """
    file.allow(_FILE_KEYS)
    kind = file.text("kind")
    for form in file.texts("ambiguous"):
        shelf.ambiguous.add((kind, form.lower()))
    if "each" in file:
        _read_each(file, kind, shelf)
    entries = file.section("entries")
    known = (*file.texts("attributes"), "names", "template", *_FORM_KEYS)
    lists = file.section("lists").plain()
    templates = file.section("templates")
    for entry_id in entries:
        section = entries.section(entry_id)
        section.allow(known)
        attributes = {k: plain(section.raw(k)) for k in section if k in file.texts("attributes")}
        fields = {**lists, **attributes, "id": entry_id}
        notations: list[tuple[str, str, int]] = []
        if "template" in section:
            name = section.text("template")
            if name not in templates:
                section.fail(f"no template {name!r} in this file; known: {', '.join(templates)}", "template")
            notations += _notations(templates.section(name), fields, section)
        notations += _notations(section, fields)
        entry = Entry(entry_id, kind, _names(section, notations), attributes)
        where = (file.path, entries.line_of(entry_id))
        _put(shelf, entry, where, notations, file.flag("case_sensitive"))


def _read_each(file: Section, kind: str, shelf: Shelf) -> None:
    """Build one entry for every entry of another kind (``each``)."""
    each = file.section("each")
    each.allow(_EACH_KEYS)
    model, where = each.text("kind"), each.text("where", "")
    sources = [e for (k, _), e in shelf.entries.items() if k == model]
    if not sources:
        each.fail(f"no entries of kind {model!r} to build from; is its file read before this one?", "kind")
    lists = file.section("lists").plain()
    wanted = each.section("attributes")
    names = each.section("names")
    for source in sources:
        if where and not source.attributes.get(where):
            continue
        fields = {**lists, **source.attributes, "id": source.id}
        entry_id = _first(each, "id", each.text("id"), fields)
        attributes: dict[str, object] = {k: _first(wanted, k, wanted.text(k), fields) for k in wanted}
        named = {k: _first(names, k, names.text(k), fields) for k in names}
        entry = Entry(entry_id, kind, named, attributes)
        notations = list(_notations(each, fields))
        _put(shelf, entry, (file.path, each.line), notations, file.flag("case_sensitive"))


def _first(section: Section, key: str, notation: str, fields: Mapping[str, object]) -> str:
    try:
        return next(expand(notation, fields))
    except (KeyError, StopIteration):
        section.fail(f"{notation!r} needs an attribute that {fields.get('id')!r} does not have", key)


def _notations(
    section: Section, fields: Mapping[str, object], owner: Section | None = None
) -> Iterator[tuple[str, str, int]]:
    """(notation without fields, language, line) for every form that a section gives."""
    for key, language in _FORM_KEYS.items():
        for notation in section.texts(key):
            try:
                line = (owner or section).line_of("template" if owner else key)
                for made in expand(notation, fields):
                    yield made, language, line
            except KeyError as error:
                (owner or section).fail(f"{notation!r} needs the attribute {error.args[0]!r}; add it", "template")


def _names(section: Section, notations: Iterable[tuple[str, str, int]]) -> dict[str, str]:
    """The preferred names: those given, else the first form in each language."""
    given = section.section("names")
    given.allow(LANGUAGES)
    names = {language: given.text(language) for language in given}
    for notation, language, _ in notations:
        for wanted in (language,) if language else LANGUAGES:
            names.setdefault(wanted, bare(notation))
    return names


def _put(
    shelf: Shelf,
    entry: Entry,
    where: tuple[str, int],
    notations: Iterable[tuple[str, str, int]],
    case_sensitive: bool,
) -> None:
    key = (entry.kind, entry.id)
    if key in shelf.entries:
        path, line = shelf.places[key]
        message = f"{entry.kind} {entry.id!r} is defined twice; the first is in {path}:{line}; keep one"
        raise VocabularyError(message, path=where[0], line=where[1])
    shelf.entries[key] = entry
    shelf.places[key] = where
    for notation, language, line in notations:
        exact = case_sensitive or notation.startswith("!")
        shelf.lines.append(Line(notation, language, entry, exact, where[0], line))


def make_surfaces(shelf: Shelf, forms: Forms) -> tuple[Surface, ...]:
    """Write out every form of every entry.

    Args:
        shelf: All concept files of a programme.
        forms: Head with its ``~`` → its other forms.

    Returns:
        The surfaces in file order, no repeats.

    Raises:
        VocabularyError: A form belongs to two entries of a kind and is not listed as
            ambiguous, or a head has no precomputed forms.
    """
    made: dict[tuple[str, str, str, bool], Surface] = {}
    owner: dict[tuple[str, str], Line] = {}
    for item in shelf.lines:
        kind, entry_id = item.entry.kind, item.entry.id
        try:
            texts = written(item.notation, forms)
        except KeyError:
            message = f"no inflected forms of {item.head!r}; run python -m musterbook.vocabulary.inflect"
            raise VocabularyError(message, path=item.path, line=item.line) from None
        exact = item.case_sensitive
        for text in texts:
            form = text if exact else text.lower()
            first = owner.setdefault((kind, form), item)
            if first is not item and first.entry.id != entry_id and (kind, text.lower()) not in shelf.ambiguous:
                message = (
                    f"{form!r} is a form of {kind} {entry_id!r} and of {first.entry.id!r} "
                    f"({first.path}:{first.line}); take it from one or list it under 'ambiguous:'"
                )
                raise VocabularyError(message, path=item.path, line=item.line)
            key = (kind, entry_id, form, exact)
            if key not in made:
                made[key] = Surface(form, kind, entry_id, item.language, exact)
    return tuple(made.values())
