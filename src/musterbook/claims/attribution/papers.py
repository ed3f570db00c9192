"""Papers and rules that say something by themselves: as the subject of a sentence, or named in the one before.

In: a sentence and a `HolderReader`. Out: `Cue`s. Never looks for verbs of saying.
"""

from __future__ import annotations

import re

from musterbook.claims.attribution.describing import Holder
from musterbook.claims.attribution.documents import GENERIC
from musterbook.claims.attribution.holders import HolderReader
from musterbook.claims.attribution.naming import CONTENT, NAME, Cue
from musterbook.expressions import regex

_CLAUSE = regex(r"[:;]\s")
_BILLS = ("законопроект", "проект", "the bill")
_TOP = 300  # characters in which a paper says what it is


class PaperReader:
    """Finds the papers of one document that speak."""

    def __init__(self, holders: HolderReader) -> None:
        """Take a document.

        Args:
            holders: Of the document.
        """
        self.holders = holders
        self.grammar = holders.grammar
        self.lower = holders.lower
        self._rule: Holder | None = None
        self._before = self._now = (0, 0)
        self.told = False

    def _documents(self, start: int, end: int) -> list[Cue]:
        """A paper or rule that is the subject of a sentence; a pronoun for the one before."""
        sentence = self.lower[start:end]
        before, self._rule = self._rule, self._ruled(start, sentence)
        if before and self.grammar["provision_anaphor"].match(sentence):
            paper = self.holders.memory.document if before.key in GENERIC else None
            self._rule = before
            verb = self.grammar.word.match(sentence)
            if self._in_force(before, sentence, verb.end() + 1 if verb else 0):
                return []
            return [Cue(start, start + 2, paper or before, False)]
        contents = None if self.told else self.grammar["contents"].match(sentence)
        shown = self._shown(contents, sentence) if contents else None
        if shown:
            return [Cue(start, start + 2, shown, False, bare=not self.grammar["paper_noun"].search(shown.key))]
        found = self.grammar["document_subject"].match(sentence)
        if not found or (found.group().startswith(_BILLS) and self._about_bill()):
            return self._provision(start, sentence) or self._data(start, end) or self._ordered(start, end)
        holder = self.holders.read(start, start + found.end())
        if holder and holder.kind in ("document", "described"):
            return [Cue(start, start + found.end(), holder, False)] if holder.kind == "document" else []
        return []

    def _shown(self, found: re.Match[str], sentence: str) -> Holder | None:
        """The paper named in the sentence before, of whose contents a pronoun tells: «It promises», «в нём»."""
        if self.holders.memory.document and self.grammar["attached"].search(self.lower, *self._before):
            return self.holders.memory.document
        named = self.holders.shown(self._before, next(filter(None, found.groups()), ""))
        return None if named is None or self._in_force(named, sentence, 0) else named

    def _about_bill(self) -> bool:
        """Whether a text is itself a note to a bill, in whose own voice the bill is explained."""
        return bool(self.grammar["own_paper"].search(self.lower, 0, _TOP))

    def _ruled(self, start: int, sentence: str) -> Holder | None:
        """The rule that is the subject of a sentence, whatever is said of it."""
        found = self.grammar["rule_subject"].match(sentence)
        holder = self.holders.read(start, start + found.end()) if found else None
        return holder if holder and holder.kind == "document" else None

    def _ordered(self, start: int, end: int) -> list[Cue]:
        """«Ему поручено …» after an order or decree was named: what it orders."""
        if self.grammar.language == "en" or not self.grammar.rare["ordered"].search(self.lower, start, end):
            return []
        paper = self.holders.ordering(start)
        return [Cue(start, start + 2, paper, False, bare=True)] if paper else []

    def _provision(self, start: int, sentence: str) -> list[Cue]:
        """A rule that is said to allow or demand something: that much is its own statement."""
        begin, found = start, self.grammar["provision"].match(sentence)
        clause = None if found else _CLAUSE.search(sentence)
        if clause:
            start += clause.end()
            found = self.grammar["provision"].match(sentence[clause.end() :])
        if found is None:
            return self._final_rule(begin, sentence)
        holder = self.holders.read(start + found.start("rule"), start + found.start("verb"))
        if holder is None or holder.kind != "document":
            return []
        if self._in_force(
            holder, sentence[start - begin + found.start("rule") :], found.start("verb") - found.start("rule")
        ):
            return []
        self._rule = holder
        return [Cue(start, start + found.start("verb"), holder, False, bare=True)]

    def _in_force(self, paper: Holder, clause: str, verb: int) -> bool:
        """Whether a law does something by its force, and the text does not speak of what stands in it."""
        if not self.grammar["statute"].search(paper.links[0].lower()):
            return False
        wording = self.grammar["wording_of_law"]
        return not wording.search(clause[verb:][:NAME]) and not wording.search(clause[:verb])

    def _final_rule(self, start: int, sentence: str) -> list[Cue]:
        """A rule after what it forbids: «поручать иные задачи постановление запрещает»."""
        if self.grammar.language == "en":
            return []
        found = self.grammar.rare["final_rule"].search(self.lower, start, start + len(sentence))
        holder = self.holders.read(found.start("rule"), found.end("rule")) if found else None
        return [Cue(start, start + 1, holder, False)] if holder and holder.kind == "document" else []

    def _data(self, start: int, end: int) -> list[Cue]:
        """Figures of nobody in particular: «по официальным данным»."""
        found = self.grammar.rare["official_data"].search(self.lower, start, end)
        holder = self.holders.describe(found.start(1), found.end(1)) if found else None
        return [Cue(found.start(), found.end(), holder, found.start() - start > CONTENT)] if found and holder else []
