"""Who answers in an interview, and which of its lines are answers.

In: the text of a document with its `HolderReader`. Out: a `Holder`, yes or no. Never reads what is answered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from musterbook.claims.attribution.cues import CueReader
from musterbook.claims.attribution.describing import Holder
from musterbook.claims.attribution.grammar import SpeechGrammar
from musterbook.claims.attribution.holders import HolderReader
from musterbook.claims.attribution.turns import DIALOGUE, TURNS
from musterbook.claims.mention import Annotations
from musterbook.expressions import regex
from musterbook.records import PersonMention

_LEAD = 80  # characters before the first question of a text that has nothing else
_QUESTION = regex(r"\?\s*(?:\n|$)")


class Interviews:
    """Reads interviews of one document."""

    text: str
    lower: str
    annotations: Annotations
    grammar: SpeechGrammar
    holders: HolderReader
    cues: CueReader

    def _respondent(self) -> Holder | None:
        """Who answers in an interview: a text with at least three lines of dialogue and a question among its lines."""
        if self.text.count("\n— ") + self.text.count("\n– ") < TURNS - 1:
            return None
        lines = list(DIALOGUE.finditer(self.text))
        if len(lines) < TURNS or not _QUESTION.search(self.text):
            return None
        first = lines[0].start()
        people = [p for p in self.holders.people_within(0, len(self.text)) if p.role != "private" and p.position]
        early = [p for p in people if p.start < first]
        if early:
            return self.holders.read(early[0].start, early[0].end)
        for answered in self.grammar["answered"].finditer(self.lower, 0, first):
            sentence = next((s for s in self.annotations.sentences if s[0] <= answered.start() < s[1]), None)
            if sentence:
                holder = self.holders.read(sentence[0], self.cues.phrase_end(sentence[0] + 1, answered.start()))
                if holder:
                    return holder
        named = self.holders.people_within(0, first) or [p for p in people if self._addressed(p.start)]
        named = named or self._only(people, lines)
        return self.holders.read(named[0].start, named[0].end) if named else None

    def _only(self, people: list[PersonMention], lines: Sequence[re.Match[str]]) -> list[PersonMention]:
        """The one person by office or public voice who is named in a text of questions and answers alone."""
        if lines[0].start() > _LEAD or len({p.key for p in people}) != 1:
            return []
        return people[:1] if self.grammar.say & set(self.grammar.word.findall(self.lower)) else []

    def _addressed(self, at: int) -> bool:
        """Whether a line is no answer: the question in which somebody is called by his name."""
        line, stop = self.text.rfind("\n", 0, at) + 1, self.text.find("\n", at)
        asked = self.text[at : stop if stop >= 0 else len(self.text)].rstrip(' »”"…').endswith("?")
        return asked or not DIALOGUE.match(self.text, line)

    def _introduces(self, start: int, end: int) -> bool:
        """Whether a sentence ends with a colon before a line of dialogue: «Отвечает военком Иван Примеров:»."""
        after = re.compile(r"\s*\n\s*").match(self.text, end)
        return bool(after and self.text[start:end].endswith(":") and DIALOGUE.match(self.text, after.end()))

    def _answer(self, start: int, end: int, answering: bool) -> bool:
        """Whether a sentence of an interview is part of an answer."""
        line = self.text.rfind("\n", 0, start) + 1
        stop = self.text.find("\n", start)
        if self.text[line : stop if stop >= 0 else len(self.text)].rstrip(' »”"…').endswith("?"):
            return False
        return bool(DIALOGUE.match(self.text, line)) or answering
