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

A pattern flagged ``cue`` states nothing by itself: it is a sign that a special finder looks
for, written over the words of the text and not over its shadow, without macros of mentions.

Never runs a pattern on a sentence that lacks its trigger.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from musterbook.claims.needful import Condition, conditions
from musterbook.claims.shadow import Signs
from musterbook.errors import VocabularyError
from musterbook.vocabulary.expressions import compiled
from musterbook.vocabulary.nouns import Pattern, Vocabulary

VALUE_KINDS = ("date", "money", "count", "duration", "ages", "percent", "distance", "person")
_MACRO = re.compile(r"\{([a-z][a-z_0-9]*)(?:=([^{}+]+))?(\+?)(?::(\d+))?\}")
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
_MAX_EXPANSION = 20  # macros within macros: deeper is a circle


class Ready:
    """A pattern whose expressions are compiled when they are first needed.

    Most documents call for a small part of a programme's patterns, and compiling all of
    them takes longer than reading a hundred documents.
    """

    __slots__ = ("_book", "_compiled", "_needed", "pattern")

    def __init__(self, pattern: Pattern, book: PatternBook) -> None:
        """Keep the pattern; nothing is compiled yet."""
        self.pattern = pattern
        self._book = book
        self._compiled: dict[str, re.Pattern[str] | None] = {}
        self._needed: tuple[Condition, ...] | None = None

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
    def needed(self) -> tuple[Condition, ...]:
        """What the expression cannot do without; where it is never met, nothing is ever compiled.

        Raises:
            VocabularyError: As `regex`.
        """
        if self._needed is None:
            text = self.pattern.match
            try:
                self._needed = conditions(self._book.expression(text, self.pattern.language))
            except (re.error, KeyError) as fault:
                raise self._fault(str(fault.args[0]), text) from fault
        return self._needed

    def _compile(self, which: str) -> re.Pattern[str] | None:
        if which not in self._compiled:
            text: str = getattr(self.pattern, which)
            try:
                self._compiled[which] = (
                    compiled(self._book.expression(text, self.pattern.language)) if text else None
                )
            except (re.error, KeyError) as fault:
                raise self._fault(str(fault.args[0]), text) from fault
        return self._compiled[which]

    def _fault(self, what: str, text: str) -> VocabularyError:
        return VocabularyError(
            f"pattern {self.pattern.id}: {what} in {text!r}; mend the expression or define the macro",
            path=self.pattern.path,
            line=self.pattern.line,
        )


class PatternBook:
    """All patterns of a vocabulary, by trigger."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Number the triggers and the signs; see `check` for the expressions."""
        self.vocabulary = vocabulary
        self.signs = Signs(VALUE_KINDS, ((s.kind, s.id) for s in vocabulary.surfaces))
        self._numbers: dict[str, int] = {}
        self._by_trigger: dict[int, list[int]] = {}
        self._by_kind: dict[str, list[int]] = {}
        self._cues: dict[str, dict[int, list[int]]] = {}
        self.ready: list[Ready] = []
        for pattern in vocabulary.patterns:
            for trigger in pattern.on:
                if trigger.startswith("{"):
                    self._by_kind.setdefault(trigger.strip("{}"), []).append(len(self.ready))
                    continue
                number = self._numbers.setdefault(trigger, len(self._numbers))
                numbers = self._cues.setdefault(pattern.type, {}) if CUE in pattern.flags else self._by_trigger
                numbers.setdefault(number, []).append(len(self.ready))
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

    def candidates(self, triggers: Iterable[int], kinds: Iterable[str], language: str) -> list[Ready]:
        """The patterns of a language that one of these triggers or kinds of mention calls for, in file order."""
        numbers: set[int] = set()
        for kind in kinds:
            if kind in self._by_kind:
                numbers.update(self._by_kind[kind])
        for trigger in triggers:
            if trigger in self._by_trigger:
                numbers.update(self._by_trigger[trigger])
        return [r for n in sorted(numbers) if (r := self.ready[n]).pattern.language == language]

    def cues(self, claim_type: str, triggers: Sequence[int]) -> list[Ready]:
        """The cues of one claim type that these triggers call for, in file order."""
        table = self._cues.get(claim_type, {})
        return [self.ready[n] for n in sorted({n for trigger in triggers for n in table.get(trigger, ())})]

    def cue_triggers(self, claim_type: str) -> Collection[int]:
        """The triggers of one claim type's cues."""
        return self._cues.get(claim_type, {}).keys()

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
