"""Whether a sentence without a source goes on with what the one before it said.

In: a text with its mentions, the reach that may go on, the sentence. Out: yes or no, and why
it is so is grammar: anaphora, lists, what papers contain, or simply the same matter. Never
lets a statement run on into a new matter: another place, another person, a contrast.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter

from musterbook.claims.attribution.holders import HolderReader
from musterbook.claims.attribution.naming import Cue
from musterbook.claims.attribution.reaches import Reach
from musterbook.expressions import regex
from musterbook.records import Reading

_ITEM = regex(r"\s*(?:[•*▪]|\(?\w{1,2}[.)])\s")
_DASHED = regex(r"\s*[-–—]\s+(?=[^\W\d_])")
_SPEAKERS = ("person", "described", "office", "outlet")
_ON = ("described", "outlet", "document")
"""Whose statements go on where the next sentence begins with «they»."""
_THESE = regex(r"(?<!\w)(?:эт|т)(?:их|ом|ой|ех)(?!\w)")  # conditions told before: «об этих условиях»
_TOPIC = 240  # characters of a sentence that only tells of what somebody speaks
_BETWEEN = 2  # sentences that may stand between two of one speaker and be his
_APART = 900  # characters that they have at most
_CLOSING = 4  # characters between the end of a statement and that of its paragraph
_MARKS = ' .”"»\n'
_OPENING = 60  # characters of a sentence within which its subject stands


class Continuation:
    """How statements of one document go on."""

    def __init__(self, reading: Reading, holders: HolderReader) -> None:
        """Take a document.

        Args:
            reading: Whose blocks tell headings from text.
            holders: Of the same document.
        """
        self.reading = reading
        self.holders = holders
        self.annotations = holders.annotations
        self.grammar = holders.grammar
        self.text = holders.text
        self.lower = holders.lower
        self._nouns = {*self.grammar.document_noun, *self.grammar.person_noun}

    def own_voice(self, start: int, end: int) -> bool:
        """Whether a reporter speaks of his own work in a sentence."""
        return bool(self.grammar.rare["own_voice"].search(self.lower, start, end))

    def turns(self, start: int, end: int) -> bool:
        """Whether a passage turns to another matter or view, or to the reporter's own work."""
        return bool(self.grammar["turning"].search(self.lower[start:end])) or self.own_voice(start, end)

    def goes_on(self, current: Reach, start: int, end: int) -> bool:
        """Whether the statement before goes on over a sentence without a source of its own."""
        if self._of_statute(current) or self._of_what_is(current, start, end):
            return self.listed(current, start)
        return (
            current.held
            or (current.topic and self._on_topic(start, end))
            or self._would(current, start, end)
            or (current.kind == "document" and self.contained(start, end))
            or self.listed(current, start)
            or bool(self.grammar["continued"].match(self.lower[start : min(end, start + _OPENING)]))
            or (current.kind in _ON and bool(self.grammar["spoken_on"].match(self.lower[start:end])))
            or self._same_matter(current, start, end)
        )

    def opens_topic(self, cue: Cue, start: int, end: int) -> bool:
        """Whether a sentence tells no more than what its source speaks of: «the mayor explained the terms»."""
        if cue.holder.kind not in _SPEAKERS[:-1] or end - start > _TOPIC:
            return False
        opening = self.lower[start : cue.start].strip()
        closed = self.lower[cue.end : end].strip() == "." and not _THESE.search(opening)
        if opening and closed and self.grammar["topic"].match(opening + "."):
            return True  # «об условиях рассказал военком»
        if self.grammar["backward"].match(self.lower[start:end]):
            return False
        said = self.lower[cue.end : end].rstrip()
        alone = said == "." and cue.holder.kind == "person" and cue.start - start < _OPENING and not cue.before
        return alone or bool(self.grammar["topic"].match(said))

    def _somebody(self, start: int, end: int) -> bool:
        """Whether a passage names anybody: «Рядовых, сержантов» are no family."""
        groups = self.annotations.within(start, end, "group")
        people = self.holders.people_within(start, end)
        return any(not any(g.start <= p.start and p.end <= g.end for g in groups) for p in people)

    def _on_topic(self, start: int, end: int) -> bool:
        """Whether a sentence may belong to what a source was said to speak of."""
        if self.grammar["turning"].search(self.lower[start:end]) or self._somebody(start, end):
            return False
        return not any(m.kind == "outlet" for m in self.annotations.within(start, end))

    def _of_statute(self, current: Reach) -> bool:
        """Whether a law in force is the source: what holds by law, the text says by itself from there on."""
        return (
            current.kind == "document"
            and current.chain != ()
            and bool(self.grammar["statute"].search(current.chain[0].lower()))
        )

    def _of_what_is(self, current: Reach, start: int, end: int) -> bool:
        """Whether a sentence turns from what a paper says to how things are, or to what becomes of the paper."""
        if current.kind != "document":
            return False
        of_bill = bool(self.grammar["of_bill"].match(self.lower[start:end]))
        return of_bill or (not current.held and bool(self.grammar["existing"].search(self.lower[start:end])))

    def lists_on(self, current: Reach, start: int, end: int) -> bool:
        """Whether a sentence tells whom or what an outlet counted."""
        if current.kind != "outlet" or self.grammar["before_that"].search(self.lower, current.start, current.end):
            return False
        return bool(self.grammar["listing"].match(self.lower[start:end]))

    def _back_in_the_present(self, current: Reach, start: int, end: int) -> bool:
        """Whether a text that told somebody's words in the past goes back to how things stand."""
        if current.kind not in _SPEAKERS[:-1] or current.direct:
            return False
        told = self.grammar["backshifted"].search(self.lower, current.start, current.end)
        present = told and self.grammar["present"].search(self.lower, start, end)
        return bool(present) and not self.grammar["backshifted"].search(self.lower, start, end)

    def contained(self, start: int, end: int) -> bool:
        """Whether the first sentence of a paragraph goes on with what a paper says."""
        return bool(
            self.grammar["continued"].match(self.lower[start : start + _OPENING])
            or self.grammar["spoken_on"].match(self.lower[start:end])
            or self.grammar["contained"].search(self.lower, start, end)
        )

    def listed(self, current: Reach, start: int) -> bool:
        """Whether a line is an item of a list that a source introduced."""
        lead = self.text[current.start : current.end].rstrip()
        if lead.endswith(":"):
            return True
        if not self._item(start):
            return False
        block = self.reading.block_at(current.start)
        return current.continued or bool(block and block.kind == "heading")

    def _item(self, start: int) -> bool:
        """Whether a sentence stands in an item of a list that a heading or a line with a colon opens."""
        line = self.text.rfind("\n", 0, start) + 1
        if not self._marked(line):
            return False
        while line and self._marked(line):
            line = self.text.rfind("\n", 0, max(0, line - 1)) + 1
        stop = self.text.find("\n", line)
        return not self.text[line : max(line, stop)].rstrip().endswith((".", "!", "?", ";", "”", "»"))

    def _marked(self, line: int) -> bool:
        """Whether a line begins as an item; a capital behind a dash opens a line of dialogue."""
        dashed = _DASHED.match(self.text, line)
        spoken = dashed and self.text[dashed.end()].isupper() and not self.text[:line].rstrip().endswith((";", ","))
        return not spoken and bool(dashed or _ITEM.match(self.text, line))

    def _would(self, current: Reach, start: int, end: int) -> bool:
        """Whether reported speech goes on in the tense of reported speech."""
        told = _SPEAKERS if self.grammar.language == "en" else _SPEAKERS[:-1]
        if current.kind not in told or current.direct:
            return False
        return bool(
            self.grammar["would"].search(self.lower, start, end)
            and not self.grammar["draft_words"].search(self.lower, start, end)
        )

    def _same_matter(self, current: Reach, start: int, end: int) -> bool:
        """Whether a sentence adds to what was said without turning to another place, person, paper or view."""
        if current.direct or current.kind == "outlet" or self._back_in_the_present(current, start, end):
            return False
        if current.continued and current.kind != "document" and self.grammar.language == "en":
            return False
        if current.kind not in _ON and self.grammar["spoken_on"].match(self.lower[start:end]):
            return False
        if self.grammar["turning"].search(self.lower[start:end]):
            return False
        within = self.annotations.within(start, end)
        if any(m.kind == "outlet" for m in within) or self._somebody(start, end):
            return False
        known = {str(m.value) for m in self.annotations.within(current.start, current.end) if m.kind == "region"}
        return all(str(m.value) in known for m in within if m.kind == "region")

    def asked(self, said: Sequence[Reach]) -> Iterator[Reach]:
        """Questions that the next sentence answers with yes or no: what is asked, its speaker says or denies.

        Args:
            said: All that has a source.
        """
        for asked, answer in pairwise(self.annotations.sentences):
            if self.text[asked[1] - 1] != "?" or not self.grammar["answering"].match(self.lower, *answer):
                continue
            held = [r for r in said if r.start < answer[1] and r.end > answer[0]]
            if held and held[0].chain and not any(r.start < asked[1] and r.end > asked[0] for r in said):
                yield replace(held[0], start=asked[0], end=asked[1], direct=False, continued=True)

    def _same_source(self, before: Reach, after: Reach) -> bool:
        """Whether two statements have one source: a speaker in a paragraph, or what is cited, also in the next."""
        if not before.chain or not after.chain or before.kind != after.kind or before.kind == "outlet":
            return False
        gap = self.text[before.end : after.start]
        if before.kind in _SPEAKERS and before.chain[:1] == after.chain[:1] and "\n" not in gap:
            return True
        relayed = before.kind == "described" and len(before.chain) > 1 and before.chain[1:] == after.chain[1:]
        named, again = (set(self.grammar.word.findall(r.chain[0].lower())) & self._nouns for r in (before, after))
        cited = relayed or before.kind == "document"
        return cited and not named.isdisjoint(again) and "\n" in gap[:_CLOSING] and "\n" not in gap.strip(_MARKS)

    def between(self, said: Sequence[Reach]) -> Iterator[Reach]:
        """Sentences of a paragraph that stand between two of one speaker, and name nobody else.

        Args:
            said: All that has a source.
        """
        ordered = sorted(said, key=lambda r: (r.start, r.end))
        sentences = self.annotations.sentences
        for before, after in pairwise(ordered):
            if not self._same_source(before, after) or after.start - before.end > _APART:
                continue
            first = bisect_left(sentences, before.end, key=itemgetter(0))
            inside = [s for s in sentences[first : first + _BETWEEN + 1] if s[1] <= after.start]
            if not 0 < len(inside) <= _BETWEEN:
                continue
            start, end = inside[0][0], inside[-1][1]
            others = any(m.kind == "outlet" for m in self.annotations.within(start, end))
            if not (others or self._somebody(start, end) or self.own_voice(start, end)):
                yield Reach(start, end, before.chain, before.told, before.kind, continued=True)
