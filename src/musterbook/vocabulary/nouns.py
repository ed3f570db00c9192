"""The nouns of a vocabulary: surfaces, claim types, patterns. Made by the loader, read by the finders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from musterbook.records.claim import Scalar


class Surface(NamedTuple):
    """One written form of one entry: a tuple, since the twenty thousand of a programme are taken up in every run.

    Attributes:
        text: The form, lower-cased unless ``case_sensitive``, single spaces, whole words.
        kind: The concept, for instance ``region``.
        id: The entry's id, for instance ``RU-BEL``.
        language: ``en``, ``ru``, or empty for both.
        case_sensitive: True where only this capitalisation counts (acronyms, words that
            are also common nouns).
    """

    text: str
    kind: str
    id: str
    language: str = ""
    case_sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a concept file names.

    Attributes:
        id: Normal form.
        kind: The concept.
        names: Language → preferred name.
        attributes: Whatever else the file gives (``outlet_kind``, ``capital``, ``broader`` …).
    """

    id: str
    kind: str
    names: Mapping[str, str]
    attributes: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ArgDef:
    """One argument of a claim type.

    Attributes:
        role: Its name.
        kind: ``enum`` (one of ``values``), ``text``, ``number``, ``boolean``, ``date``,
            ``duration``, ``money``, or a concept of the vocabulary (``region`` …).
        key: True where it makes two claims the same claim.
        values: The values known for an ``enum``.
        open: True where other values than those listed may occur.
        fill: Where a value is looked for when the pattern does not capture one, in order:
            any of ``clause`` ``sentence`` ``passage``; with ``saying`` the day on which it was said counts too.
        most: The highest number that it can be: how many there are of what it counts; 0 where nobody knows.
    """

    role: str
    kind: str
    key: bool = False
    values: tuple[str, ...] = ()
    open: bool = False
    fill: tuple[str, ...] = ()
    most: int = 0


@dataclass(frozen=True, slots=True)
class ClaimType:
    """A kind of statement.

    Attributes:
        name: Dotted name, for instance ``pay.amount``.
        says: What it says, in a line.
        args: Its arguments, in order of output.
        finder: Name of the finder that builds its claims; ``patterns`` by default.
        statuses: The statuses that it can have, the first where a text's words give another;
            any, where none is listed.
        never_by: Kinds of source (``person`` ``outlet`` ``office`` ``document`` ``described``) that cannot say it:
            a bill does not tell how far it has come.
        said_here: Whether only a source that its own sentence names can say it.
    """

    name: str
    says: str
    args: tuple[ArgDef, ...]
    finder: str = "patterns"
    statuses: tuple[str, ...] = ()
    never_by: tuple[str, ...] = ()
    said_here: bool = False

    def arg(self, role: str) -> ArgDef | None:
        """The definition of one argument."""
        return next((a for a in self.args if a.role == role), None)


@dataclass(frozen=True, slots=True)
class Pattern:
    """How one language says one type of statement.

    Attributes:
        id: Unique in the programme: ``<type>.<language>.<name>``.
        type: The claim type.
        language: ``en`` or ``ru``.
        on: Lower-case beginnings of words, or kinds of mention (``{ages}``); the pattern is tried
            only on sentences in which at least one of them stands.
        match: A regular expression over the sentence's shadow, with ``{macros}``.
        args: Role → constant, ``@group`` of the match, or ``@group?constant``: the constant where the group took part.
        quote: Names of the groups that the quote runs from and to; empty: the whole match.
        unless: A regular expression that, found in the sentence, forbids the match; or "".
        requires: A regular expression that must be found in the sentence as well; or "".
        needs: Context kinds of which one must be in the sentence or the passage (``force`` …).
        status: Fixed status, or "" to read it off the sentence.
        polarity: Fixed polarity, or "" to read it off the sentence.
        flags: Further switches, by name.
        path: File, for error messages.
        line: Line in it.
    """

    id: str
    type: str
    language: str
    on: tuple[str, ...]
    match: str
    args: Mapping[str, Scalar] = field(default_factory=dict)
    quote: tuple[str, ...] = ()
    unless: str = ""
    requires: str = ""
    needs: tuple[str, ...] = ()
    status: str = ""
    polarity: str = ""
    flags: tuple[str, ...] = ()
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A programme described as data, ready for the finders.

    Attributes:
        name: The folder's name, for instance ``bars``.
        title: Language → name of the programme.
        digest: SHA-256 over its files: two runs with one digest read alike.
        surfaces: Every written form of every entry.
        entries: (kind, id) → entry.
        types: Name → claim type.
        patterns: All patterns, in file order.
        lexicon: (language, macro name) → regular expression.
        settings: What else ``programme.yaml`` gives.
    """

    name: str
    title: Mapping[str, str]
    digest: str
    surfaces: tuple[Surface, ...]
    entries: Mapping[tuple[str, str], Entry]
    types: Mapping[str, ClaimType]
    patterns: tuple[Pattern, ...]
    lexicon: Mapping[tuple[str, str], str]
    settings: Mapping[str, object] = field(default_factory=dict)
