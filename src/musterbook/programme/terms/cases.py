"""Cases that a lawyer can read and write: what is told, what the book says, what should come out.

In: a YAML file. Out: cases; and results that say which failed and how. Never runs code from a file, and never
drops a key that it does not know.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from musterbook.errors import UsageError
from musterbook.programme.terms.answer import Answer
from musterbook.programme.terms.comparing import differences
from musterbook.programme.terms.conventions import Conventions
from musterbook.programme.terms.rules import QUESTIONS, compute
from musterbook.programme.terms.service import Service, read_service
from musterbook.programme.terms.stated import read_term
from musterbook.programme.terms.term import Sheet, Term
from musterbook.vocabulary.yamlfile import Section, plain, read_any

_KEYS = ("name", "why", "input", "book", "also", "convention", "expect")
_FILE_KEYS = ("about", "book", "convention", "cases")


@dataclass(frozen=True, slots=True)
class Case:
    """One case.

    Attributes:
        name: In words.
        where: File and line.
        service: What is told.
        conventions: What is agreed.
        expect: Question → what should come out.
        terms: What the book says; None where the case is about the book that is open.
    """

    name: str
    where: str
    service: Service
    conventions: Conventions
    expect: Mapping[str, object]
    terms: tuple[Term, ...] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """How a case came out.

    Attributes:
        case: The case.
        answers: What came out.
        differences: What differs from what is expected; none where it passed.
    """

    case: Case
    answers: tuple[Answer, ...]
    differences: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether all came out as expected."""
        return not self.differences


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file.

    Args:
        path: A list of cases, or a mapping with ``cases`` and what they share: ``book``, ``convention``.

    Raises:
        UsageError: A case cannot be understood; the message names file, line, key and value.
        VocabularyError: The file is no YAML, or gives a key twice.
    """
    content = read_any(path)
    shared: Section | None = None
    if isinstance(content, Section) and "cases" in content:
        shared = content
        _allow(shared, _FILE_KEYS, str(path))
        content = shared.raw("cases")
    elif isinstance(content, Section):
        content = [content]
    if not isinstance(content, list) or not all(isinstance(c, Section) for c in content):
        raise UsageError(f"{path}: the file must be a list of cases, or have them under 'cases:'")
    return tuple(_case(path, c, shared) for c in content if isinstance(c, Section))


def run(case: Case, sheet: Sheet) -> Result:
    """Work a case out and hold the answers against what it expects.

    Args:
        case: The case.
        sheet: What the open book says, for a case that states no terms; and which groups are part of which.
    """
    own = sheet if case.terms is None else Sheet(case.terms, sheet.broader)
    answers: list[Answer] = []
    found: list[str] = []
    for question, expected in case.expect.items():
        if question not in QUESTIONS:
            raise UsageError(f"{case.where}: expect: no question {question!r}; there are: {', '.join(QUESTIONS)}")
        (answer,) = compute(own, case.service, case.conventions, (question,))
        answers.append(answer)
        try:
            found += [f"{question}: {d}" for d in differences(expected, answer)]
        except UsageError as fault:
            raise UsageError(f"{case.where}: {question}: {fault}") from None
    return Result(case, tuple(answers), tuple(found))


def _case(path: Path, section: Section, shared: Section | None) -> Case:
    where = f"{path}:{section.line}"
    _allow(section, _KEYS, where)
    given = _mapping(section, "input", where)
    agreed = _mapping(shared, "convention", where) | _mapping(section, "convention", where)
    inner = given.pop("convention", {})
    if not isinstance(inner, Mapping):
        raise UsageError(f"{where}: convention is {inner!r}; give name: choice, for instance month: 30")
    expect = _mapping(section, "expect", where)
    if not expect:
        raise UsageError(f"{where}: the case expects nothing; add 'expect:' with a question, for instance owed: 100")
    listed = section if "book" in section else shared
    terms = None
    if (listed is not None and "book" in listed) or "also" in section:
        terms = (*_terms(listed, "book", path), *_terms(section, "also", path))
    try:
        service, conventions = read_service(given), Conventions.of({**agreed, **inner})
    except UsageError as fault:
        raise UsageError(f"{where}: {fault}") from None
    name = section.raw("name")
    return Case(str(name) if name else f"case on line {section.line}", where, service, conventions, expect, terms)


def _allow(section: Section, known: tuple[str, ...], where: str) -> None:
    for key in section:
        if key not in known:
            raise UsageError(f"{where}: there is no key {key!r} in a case file; there are: {', '.join(known)}")


def _mapping(section: Section | None, key: str, where: str) -> dict[str, object]:
    value = None if section is None else section.raw(key)
    if value is None:
        return {}
    if not isinstance(value, Section):
        raise UsageError(f"{where}: {key} must be a mapping of keys to values")
    return value.plain()


def _terms(section: Section | None, key: str, path: Path) -> tuple[Term, ...]:
    listed = None if section is None else section.raw(key)
    if listed is None:
        return ()
    if not isinstance(listed, list):
        raise UsageError(f"{path}: {key} must be a list of terms, each with a type")
    out = []
    for item in listed:
        value = plain(item)
        line = item.line if isinstance(item, Section) else 0
        if not isinstance(value, dict):
            raise UsageError(f"{path}: {key}: {value!r} is no term; give a mapping with a type")
        out.append(read_term(value, f"{path}:{line}"))
    return tuple(out)
