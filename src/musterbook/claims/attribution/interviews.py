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
from musterbook.claims.attribution.turns import DIALOGUE, TURNS, opened
from musterbook.claims.mention import Annotations
from musterbook.expressions import regex
from musterbook.records import PersonMention

_LEAD = 80  # characters before the first question of a text that has nothing else
_QUESTION = regex(r"\?\s*(?:\n|$)")
_FIGURE = regex(r"[—–]\s\d")
_ASKED = regex(r"(?:^|(?<=\n))[^\n?]{8,200}\?[ \t]*\n\s*(?=\S)(?![^\n]*\?[ \t]*(?:\n|$))")
"""A line that is nothing but a question, with a line below it that is none."""


class Interviews:
    """Reads interviews of one document."""

    text: str
    lower: str
    annotations: Annotations
    grammar: SpeechGrammar
    holders: HolderReader
    cues: CueReader
    _answers: int = -1
    _ended: bool = False

    def _respondent(self) -> Holder | None:
        """Who answers in an interview: a text with at least three lines of dialogue and a question among its lines."""
        if self.text.count("?") < TURNS - 1:
            return None
        if not opened(self.text, TURNS - 1):
            return self._undashed()
        lines = list(DIALOGUE.finditer(self.text))
        if len(lines) < TURNS or not _QUESTION.search(self.text):
            return None
        first = lines[0].start()
        people = [p for p in self.holders.people_within(0, len(self.text)) if p.role != "private" and p.position]
        early = [p for p in people if p.start < first]
        if early:
            return self.holders.read(early[0].start, early[0].end)
        answers = self._who_answers("answered", first) or self._headed(first)
        if answers:
            return answers
        named = self.holders.people_within(0, first) or [p for p in people if self._addressed(p.start)]
        named = named or self._only(people, lines)
        return self.holders.read(named[0].start, named[0].end) if named else None

    def _undashed(self) -> Holder | None:
        """Who answers where questions are lines of their own, and the lead says that somebody is asked."""
        lines = list(_ASKED.finditer(self.text))
        if len(lines) < TURNS - 1:
            return None
        first = lines[0].start()
        respondent = self._who_answers("interviewed", first) or self._unnamed(first) or self._headed(first)
        self._answers = lines[0].end() if respondent else -1
        return respondent

    def _unnamed(self, first: int) -> Holder | None:
        """Who answers without being named: the first whom a lead tells of that says that his name is kept back."""
        if not self.grammar["kept_back"].search(self.lower, 0, first):
            return None
        noun = self.grammar["anonymous"].search(self.lower, 0, first)
        return self.holders.describe(*noun.span()) if noun else None

    def _headed(self, first: int) -> Holder | None:
        """Whom the heading names before his topic: «„…“. Резервист — о дежурствах», «…: a reservist on pay»."""
        found = self.grammar["headed"].search(self.lower, 0, first)
        if found is None or "\n" in self.text[: found.start(1)].strip():
            return None
        people = [p for p in self.holders.people_within(*found.span(1)) if p.role != "private"]
        return self.holders.read(people[0].start, people[0].end) if people else self.holders.describe(*found.span(1))

    def _who_answers(self, words: str, first: int) -> Holder | None:
        """Whom the lead of a text names as the one who answers."""
        for answered in self.grammar[words].finditer(self.lower, 0, first):
            sentence = next((s for s in self.annotations.sentences if s[0] <= answered.start() < s[1]), None)
            if sentence is None:
                continue
            holder = self._answering(answered, sentence)
            if holder and holder.kind in ("person", "described"):
                return holder
        return None

    def _answering(self, answered: re.Match[str], sentence: tuple[int, int]) -> Holder | None:
        """The subject or the object of a verb of asking and answering."""
        people = [p for p in self.holders.people_within(*sentence) if p.role != "private"]
        if people:
            return self.holders.read(people[0].start, people[0].end)
        asked = self.grammar["spoke_to"].search(self.lower, answered.start(), sentence[1])
        if asked:
            closed = self.grammar["clause_end"].search(self.lower, asked.end(), sentence[1] + 1)
            return self.holders.describe(asked.end(), closed.start() if closed else sentence[1])
        return self.cues.before(sentence[0], answered.start()) or self.cues.after(answered.end(), sentence[1])

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
        self._ended = self._ended or bool(self.grammar["editorial"].match(self.lower, line))
        if self._ended or self._answers >= 0:
            return start >= self._answers and not self._ended
        return bool(DIALOGUE.match(self.text, line)) or self._figure(line) or answering

    def _figure(self, line: int) -> bool:
        """Whether a line is an answer that begins with a figure: «— 45 тысяч.» below a question."""
        return bool(_FIGURE.match(self.text, line)) and self.text[:line].rstrip(' \n»”"…').endswith("?")
