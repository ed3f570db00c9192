"""Claim type files: one YAML file per kind of statement.

In: the content of a file under ``types/``. Out: a `ClaimType`. Never says how a language
expresses the statement: that is in the patterns.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from musterbook.records.claim import STATUSES
from musterbook.vocabulary.nouns import ArgDef, ClaimType
from musterbook.vocabulary.yamlfile import Section

VALUE_KINDS = ("enum", "text", "number", "boolean", "date", "duration", "money", "person")
FILLS = ("clause", "sentence", "passage", "saying")
SOURCES = ("person", "outlet", "office", "document", "described")


def read_type(file: Section, kinds: Mapping[str, int]) -> ClaimType:
    """Read one claim type.

    Args:
        file: Its content.
        kinds: The concepts of the vocabulary that an argument may be of, each with how many entries it has.

    Raises:
        VocabularyError: Any fault of the file, with its line.
    """
    file.allow(("type", "says", "statuses", "never_by", "said_here", "finder", "args"))
    args = file.section("args")
    return ClaimType(
        name=file.text("type"),
        says=file.text("says"),
        args=tuple(_read_arg(args.section(role), role, kinds) for role in args),
        finder=file.text("finder", "patterns"),
        statuses=_listed(file, "statuses", STATUSES),
        never_by=_listed(file, "never_by", SOURCES),
        said_here=file.flag("said_here"),
    )


def _listed(file: Section, name: str, known: Collection[str]) -> tuple[str, ...]:
    listed = file.texts(name)
    for value in listed:
        if value not in known:
            file.fail(f"{value!r} is not known for {name!r}; known: {', '.join(known)}", name)
    return listed


def _read_arg(section: Section, role: str, kinds: Mapping[str, int]) -> ArgDef:
    section.allow(("kind", "key", "values", "open", "fill", "counts"))
    kind = section.text("kind")
    if kind not in VALUE_KINDS and kind not in kinds:
        known = ", ".join((*VALUE_KINDS, *sorted(kinds)))
        section.fail(f"{role!r} is of unknown kind {kind!r}; known: {known}", "kind")
    values = section.texts("values")
    if kind == "enum" and not values:
        section.fail(f"{role!r} is an enum without values; list them", "kind")
    if len(set(values)) < len(values):
        section.fail(f"{role!r} lists a value twice", "values")
    fill = section.texts("fill")
    for place in fill:
        if place not in FILLS:
            section.fail(f"{role!r} cannot be filled from {place!r}; known: {', '.join(FILLS)}", "fill")
    counts = section.text("counts", "")
    if counts and (kind != "number" or counts not in kinds):
        section.fail(f"{role!r} cannot count {counts!r}; give a number the concept that it counts", "counts")
    return ArgDef(role, kind, section.flag("key"), values, section.flag("open"), fill, kinds.get(counts, 0))
