"""Pattern and lexicon files: how one language says a type of statement.

In: the files under ``patterns/`` and ``lexicon/`` of a programme. Out: `Pattern`s and
macros. Never expands a macro or runs an expression: that is the finders' work; `check`
only makes sure that each expression can be compiled at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from musterbook.errors import VocabularyError
from musterbook.expressions import regex
from musterbook.records.claim import POLARITIES, STATUSES, Scalar
from musterbook.vocabulary.nouns import ClaimType, Pattern
from musterbook.vocabulary.yamlfile import Section, read, read_any

LANGUAGES = ("en", "ru")
_KEYS = (
    "id", "type", "language", "on", "match", "args", "quote", "unless",
    "requires", "needs", "status", "polarity", "flags", "note",
)  # fmt: skip
_DEFAULTS = ("type", "language", "needs", "flags", "status", "polarity")
_GROUP = regex(r"\(\?P<(\w+)>")
_MACRO = regex(r"\{[a-z][a-z_0-9]*(?:=[^{}+]+)?\+?(?::\d+)?\}")
_ANY = "(?:.)"  # stands for a macro where only the syntax around it is looked at


def read_patterns(path: Path, types: Mapping[str, ClaimType]) -> Iterator[Pattern]:
    """Read one pattern file.

    The file is a list of patterns, or a mapping with ``patterns`` (that list) and, for all
    of them, any of ``type`` ``language`` ``needs`` ``flags`` ``status`` ``polarity``. Type
    and language may also be left to the id, ``<type>.<language>.<name>``.

    Args:
        path: The file.
        types: The programme's claim types.

    Raises:
        VocabularyError: Any fault of the file, with its line.
    """
    top = read_any(path)
    defaults: Section | None = None
    items: object = top
    if isinstance(top, Section):
        top.allow(("patterns", *_DEFAULTS))
        defaults, items = top, top.raw("patterns")
    if not isinstance(items, list):
        raise VocabularyError("no list of patterns; put it under 'patterns:'", path=str(path), line=1)
    for item in items:
        if not isinstance(item, Section):
            raise VocabularyError(f"a pattern must be a mapping, not {item!r}", path=str(path), line=1)
        yield _pattern(item, defaults, types)


def _pattern(section: Section, defaults: Section | None, types: Mapping[str, ClaimType]) -> Pattern:
    section.allow(_KEYS)
    name = section.text("id")
    parts = name.rsplit(".", 2)
    from_id = {"type": parts[0], "language": parts[1]} if len(parts) == 3 and parts[1] in LANGUAGES else {}

    def one(key: str) -> str:
        fallback = defaults.text(key, "") if defaults is not None else ""
        return section.text(key, fallback or from_id.get(key, ""))

    def many(key: str) -> tuple[str, ...]:
        return section.texts(key) if key in section or defaults is None else defaults.texts(key)

    type_name, language = one("type"), one("language")
    if type_name not in types:
        section.fail(f"pattern {name!r}: no claim type {type_name!r}; known: {', '.join(sorted(types))}", "type")
    if language not in LANGUAGES:
        section.fail(f"pattern {name!r}: language is {language!r}; give en or ru", "language")
    on = section.texts("on")
    if not on or any(trigger != trigger.lower() or not trigger for trigger in on):
        section.fail(f"pattern {name!r}: 'on' must list lower-case beginnings of words", "on")
    status, polarity = one("status"), one("polarity")
    if status not in ("", *STATUSES) or polarity not in ("", *POLARITIES):
        section.fail(f"pattern {name!r}: status {status!r} or polarity {polarity!r} is not known", "status")
    match = section.text("match")
    return Pattern(
        id=name,
        type=type_name,
        language=language,
        on=on,
        match=match,
        args=_args(section, name, match, types[type_name]),
        quote=_groups(section, name, match),
        unless=section.text("unless", ""),
        requires=section.text("requires", ""),
        needs=many("needs"),
        status=status,
        polarity=polarity,
        flags=many("flags"),
        path=section.path,
        line=section.line,
    )


def _args(section: Section, name: str, match: str, claim_type: ClaimType) -> dict[str, Scalar]:
    args = section.section("args")
    groups = set(_GROUP.findall(match))
    found: dict[str, Scalar] = {}
    for role in args:
        definition = claim_type.arg(role)
        if definition is None:
            known = ", ".join(a.role for a in claim_type.args)
            args.fail(f"pattern {name!r}: {claim_type.name} has no argument {role!r}; known: {known}", role)
        value = args.raw(role)
        if not isinstance(value, (str, int, float, bool)):
            args.fail(f"pattern {name!r}: {role!r} must be one value or @group", role)
        if isinstance(value, str) and value.startswith("@"):
            group = value[1:].split("?")[0]
            if group not in groups:
                args.fail(f"pattern {name!r}: 'match' has no group {group!r}; name it (?P<{group}>…)", role)
        elif definition.kind == "enum" and not definition.open and value not in definition.values:
            args.fail(f"pattern {name!r}: {value!r} is no value of {role!r}: {', '.join(definition.values)}", role)
        found[role] = value
    return found


def _groups(section: Section, name: str, match: str) -> tuple[str, ...]:
    wanted = section.texts("quote")
    groups = set(_GROUP.findall(match))
    for group in wanted:
        if group not in groups:
            section.fail(f"pattern {name!r}: 'match' has no group {group!r} to quote", "quote")
    return wanted


def read_lexicon(path: Path) -> dict[tuple[str, str], str]:
    """Read one lexicon file: macro → expression, or list of alternatives.

    The language is the file's name (``en.yaml``), its last but one part
    (``time.en.yaml``) or the folder that it lies in (``en/time.yaml``).

    Raises:
        VocabularyError: Any fault of the file, with its line.
    """
    spoken = [p for p in (*path.name.split("."), path.parent.name) if p in LANGUAGES]
    if not spoken:
        raise VocabularyError("the name of the file or its folder must tell the language, en or ru", path=str(path))
    file = read(path)
    found: dict[tuple[str, str], str] = {}
    for macro in file:
        alternatives = file.texts(macro)
        if not alternatives or not all(alternatives):
            file.fail(f"macro {macro!r} is empty; give it an expression", macro)
        if not re.fullmatch(r"[a-z][a-z_0-9]*", macro):
            file.fail(f"macro {macro!r}: a name has lower-case Latin letters, digits and _ only", macro)
        found[spoken[0], macro] = "|".join(alternatives)
    return found


def check(patterns: Iterable[Pattern], lexicon: Mapping[tuple[str, str], str], where: Mapping[str, str]) -> None:
    """Make sure that every expression is a regular one.

    Args:
        patterns: Their ``match``, ``unless`` and ``requires`` are looked at.
        lexicon: The macros, each by itself.
        where: Language and macro, joined by a dot → the file that defines it.

    Raises:
        VocabularyError: An expression does not compile, with file and line.
    """
    for (language, macro), text in lexicon.items():
        _compile(text, f"macro {macro!r}", where.get(f"{language}.{macro}", "lexicon"), 0)
    for pattern in patterns:
        for text in (pattern.match, pattern.unless, pattern.requires):
            _compile(text, f"pattern {pattern.id!r}", pattern.path, pattern.line)


def _compile(text: str, what: str, path: str, line: int) -> None:
    try:
        re.compile(_MACRO.sub(_ANY, text))
    except re.error as error:
        raise VocabularyError(f"{what}: bad expression {text!r}: {error}; mend it", path=path, line=line) from error
