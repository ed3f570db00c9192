"""Patterns made ready: macros expanded, expressions compiled, triggers numbered.

In: a vocabulary. Out: a `PatternBook` that tells, for a sentence's triggers, which
patterns to try. A pattern is written over the shadow of a sentence (see `shadow`):

``{region}``     one mention of that kind
``{instrument=law|bill}``  a mention of one of these entries of the kind
``{region+}``    one or more, listed ("A, B and the C")
``{gap}``        any words of the same clause, as few as do, 40 characters at most
``{gap:80}``     the same with another bound
``{w:3}``        at most three words, as few as do
``{v_form}``     a lexicon macro of the pattern's language

A trigger ``{ages}`` calls for a pattern wherever a mention of that kind stands.

A pattern flagged ``close``, ``together`` or ``wide`` matches what a statement is about; a word
that it ``requires`` must stand in the same clause, before or after, within 40, 80 or 140
characters, and nothing there that it has under ``unless``.

A pattern flagged ``cue`` states nothing by itself: it is a sign that a special finder looks
for, written over the words of the text and not over its shadow, without macros of mentions.

Never runs a pattern on a sentence that lacks its trigger.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from musterbook.claims.needful import Gated, Needs, conditions, gate
from musterbook.claims.shadow import Signs
from musterbook.claims.sightings import Sighted
from musterbook.errors import VocabularyError
from musterbook.expressions import regex
from musterbook.vocabulary.expressions import compiled
from musterbook.vocabulary.nouns import Pattern, Vocabulary

VALUE_KINDS = ("date", "money", "count", "duration", "ages", "percent", "distance", "person")
_MACRO = regex(r"\{([a-z][a-z_0-9]*)(?:=([^{}+]+))?(\+?)(?::(\d+))?\}")
_GAP = 40  # characters: a gap of more loses the clause in nine of ten cases
_GENERIC = (
    r"(?:\s+(?:people'?s republics?|regions?|oblasts?|provinces|republics?|districts?"
    r"|област(?:и|ях|ей|ям)|кра(?:я|ях|ев)|республик(?:и|ах)?|регион(?:ы|ах|ов)))?"
)
_LIST = (
    rf"{_GENERIC}(?:\s*,\s*(?:and\s+|or\s+|as well as\s+|plus\s+|и\s+|или\s+|а также\s+)?"
    r"|\s+(?:and|or|и|или|а также|as well as|plus|а так же)\s+|\s*/\s*)(?:[^\s,;]+\s+){0,3}?"
)
CUE = "cue"
DRESSED = "dressed"
_MAX_EXPANSION = 20  # macros within macros: deeper is a circle


class Ready:
    """A pattern whose expressions are compiled when they are first needed.

    Most documents call for a small part of a programme's patterns, and compiling all of
    them takes longer than reading a hundred documents.
    """

    __slots__ = ("_book", "_compiled", "_needs", "dressed", "pattern")

    def __init__(self, pattern: Pattern, book: PatternBook) -> None:
        """Keep the pattern; nothing is compiled yet."""
        self.pattern = pattern
        self._book = book
        self._compiled: dict[str, re.Pattern[str] | None] = {}
        self._needs: Needs | None = None
        self.dressed = DRESSED in pattern.flags

    @property
    def regex(self) -> re.Pattern[str]:
        """The expression itself.

        Raises:
            VocabularyError: It is empty, has an unknown macro or does not compile.
        """
        compiled = self._compile("match")
        if compiled is None:
            raise self._fault("an empty expression", "")
        return compiled

    @property
    def unless(self) -> re.Pattern[str] | None:
        """What forbids a match, or None."""
        return self._compile("unless")

    @property
    def requires(self) -> re.Pattern[str] | None:
        """What must stand in the sentence as well, or None."""
        return self._compile("requires")

    @property
    def needs(self) -> Needs:
        """What the expression and what it requires cannot do without; where it is never met, nothing is ever compiled.

        Raises:
            VocabularyError: As `regex`.
        """
        if self._needs is None:
            text = self.pattern.match
            try:
                needed = [*conditions(self._book.expression(text, self.pattern.language))]
                text = self.pattern.requires
                needed += gate(self._book.expression(text, self.pattern.language)) if text else ()
                self._needs = Needs(needed)
            except (re.error, KeyError) as fault:
                raise self._fault(str(fault.args[0]), text) from fault
        return self._needs

    def search(self, text: Sighted, start: int, end: int) -> re.Match[str] | None:
        """The first match between two offsets, looked for where what it cannot do without was sighted."""
        return self.regex.search(text, start, end) if self.needs.sighted(text, start, end) else None

    def finditer(self, text: Sighted, start: int, end: int) -> Iterable[re.Match[str]]:
        """All matches between two offsets, likewise."""
        return self.regex.finditer(text, start, end) if self.needs.sighted(text, start, end) else ()

    def _compile(self, which: str) -> re.Pattern[str] | None:
        if which not in self._compiled:
            text: str = getattr(self.pattern, which)
            try:
                self._compiled[which] = compiled(self._book.expression(text, self.pattern.language)) if text else None
            except (re.error, KeyError) as fault:
                raise self._fault(str(fault.args[0]), text) from fault
        return self._compiled[which]

    def _fault(self, what: str, text: str) -> VocabularyError:
        return VocabularyError(
            f"pattern {self.pattern.id}: {what} in {text!r}; mend the expression or define the macro",
            path=self.pattern.path,
            line=self.pattern.line,
        )


@dataclass(frozen=True, slots=True)
class Calls:
    """What calls for patterns, each given by its number.

    Attributes:
        triggers: The patterns of one language, by the number of a trigger.
        kinds: The same by a kind of mention.
        cues: The cues of all languages, each with its claim type, by the number of a trigger.
    """

    triggers: Mapping[int, tuple[int, ...]]
    kinds: Mapping[str, tuple[int, ...]]
    cues: Mapping[int, Sequence[tuple[str, int]]]


class PatternBook:
    """All patterns of a vocabulary, by trigger."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Number the triggers and the signs; see `check` for the expressions."""
        self.vocabulary = vocabulary
        self.signs = Signs(VALUE_KINDS, ((s.kind, s.id) for s in vocabulary.surfaces))
        self._numbers: dict[str, int] = {}
        self._by_trigger: dict[int, list[int]] = {}
        self._by_kind: dict[str, list[int]] = {}
        self._cues: dict[int, list[tuple[str, int]]] = {}
        self._calls: dict[str, Calls] = {}
        self._worded: dict[tuple[str, str, tuple[str, ...]], dict[str, Gated]] = {}
        self.ready: list[Ready] = []
        for pattern in vocabulary.patterns:
            for trigger in pattern.on:
                if trigger.startswith("{"):
                    self._by_kind.setdefault(trigger.strip("{}"), []).append(len(self.ready))
                    continue
                number = self._numbers.setdefault(trigger, len(self._numbers))
                if CUE in pattern.flags:
                    self._cues.setdefault(number, []).append((pattern.type, len(self.ready)))
                else:
                    self._by_trigger.setdefault(number, []).append(len(self.ready))
            self.ready.append(Ready(pattern, self))

    def check(self) -> None:
        """Compile every expression, so that a fault is found before a document is read.

        Raises:
            VocabularyError: A macro is unknown or an expression does not compile, with file and line.
        """
        for ready in self.ready:
            _ = ready.regex, ready.unless, ready.requires

    @cached_property
    def triggers(self) -> tuple[str, ...]:
        """Every trigger; its index is its number."""
        return tuple(self._numbers)

    def calls(self, language: str) -> Calls:
        """Which patterns of a language triggers and kinds of mention call for."""
        if language not in self._calls:

            def spoken(numbers: list[int]) -> tuple[int, ...]:
                return tuple(n for n in numbers if self.ready[n].pattern.language == language)

            self._calls[language] = Calls(
                {t: found for t, numbers in self._by_trigger.items() if (found := spoken(numbers))},
                {k: found for k, numbers in self._by_kind.items() if (found := spoken(numbers))},
                self._cues,
            )
        return self._calls[language]

    def words(self, names: tuple[str, ...], language: str, prefix: str = "") -> dict[str, Gated]:
        """The expressions that a finder looks for in a language, compiled once.

        Args:
            names: Its macros, without their prefix.
            language: ``en`` or ``ru``.
            prefix: What the names of its macros in the lexicon begin with.

        Returns:
            Name → expression; the names that the lexicon of the language lacks are left out.
        """
        wanted = (language, prefix, names)
        if wanted not in self._worded:
            texts = {name: self.vocabulary.lexicon.get((language, prefix + name)) for name in names}
            self._worded[wanted] = {n: Gated(self.expression(t, language)) for n, t in texts.items() if t is not None}
        return self._worded[wanted]

    def expression(self, text: str, language: str) -> str:
        """Expand the macros of an expression.

        Raises:
            KeyError: A macro is neither a kind of mention nor in the lexicon of the language.
        """
        for _ in range(_MAX_EXPANSION):
            expanded = _MACRO.sub(lambda m: self._macro(m, language), text)
            if expanded == text:
                return text
            text = expanded
        raise KeyError("a macro that contains itself")

    def _macro(self, found: re.Match[str], language: str) -> str:
        name, entries, plus, bound = found.groups()
        if name == "gap":
            return f"[^;]{{0,{bound or _GAP}}}?"
        if name == "w":
            return rf"(?:[^\s;]+\s+){{0,{bound or 3}}}?"
        if name in self.signs:
            try:
                one = self.signs.pattern(name, entries.split("|") if entries else ())
            except KeyError as fault:
                raise KeyError(f"no entry {fault.args[0]!r} of kind {name}") from fault
            return f"(?:{one}(?:{_LIST}{one})*+)" if plus else one
        macro = self.vocabulary.lexicon.get((language, name))
        if macro is None:
            raise KeyError(f"unknown macro {{{name}}}")
        return f"(?:{macro})"
