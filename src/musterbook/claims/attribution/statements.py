"""How far each source reaches, and the chain of sources of any span.

In: a reading, its annotations, the people in it, the vocabulary. Out: an `Attribution`,
computed once a document. Never gives a source to a sentence that neither names one nor
clearly goes on with the statement before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from musterbook.claims.attribution.cues import Cue, CueReader
from musterbook.claims.attribution.grammar import speech_grammar
from musterbook.claims.attribution.holders import Holder, HolderReader
from musterbook.claims.mention import Annotations
from musterbook.records import PersonMention, Reading
from musterbook.vocabulary.nouns import Vocabulary

Span = tuple[int, int]
_QUOTE = re.compile(
    r"“[^“”\n]{18,}(?:”|\n|$)|«[^\n]{18,}?»(?!\w)|(?<![\w.,!?»])\"(?=\S)[^\"\n]{18,}(?:\"|\n|$)"
    r"|(?<![\w.,])[‘'](?=[A-Z])[^‘\n]{18,}?(?<!\w['’]s)[’'](?![\w])"
)
_INSERTED = re.compile(r"[,!?…]\s[—–]\s(?=[^,.!?—–]{0,40})")
_RESUMED = re.compile(r"[.,]\s[—–]\s")
_COORDINATION = re.compile(r"(?:;|[,\s](?:but|while|whereas|although|а|но|тогда как|в то время как))\s*$")
_ORDER = {"described": 0, "person": 0, "document": 1, "office": 2, "outlet": 3}
_CONTINUED = 3  # sentences after the one with the source over which a statement goes on
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that somebody said, directly or indirectly.

    Attributes:
        start: First code point.
        end: One past the last.
        holder: Who said it, as in attribution chains.
        kind: ``person`` ``outlet`` ``office`` ``document`` ``described``.
        direct: Whether it stands in quotation marks.
        chain: The whole chain, nearest first.
    """

    start: int
    end: int
    holder: str
    kind: str
    direct: bool
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reach:
    """A span of the text with its chain."""

    start: int
    end: int
    chain: tuple[str, ...]
    told: bool
    kind: str
    direct: bool = False
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what in one document.

    Attributes:
        reaches: Spans with their chains: quotations and parts of sentences, in order.
    """

    reaches: tuple[_Reach, ...]
    quotes: tuple[_Reach, ...]

    def chain(self, span: Span) -> tuple[tuple[str, ...], bool]:
        """Who says a passage.

        Args:
            span: Half-open, in the reading.

        Returns:
            The chain, nearest first, empty where the document speaks for itself; and
            whether the nearest speaker told it to an outlet or to reporters.
        """
        start, end = span
        for quote in self.quotes:
            if quote.start <= start + 1 and end <= quote.end + 1 or quote.start <= start < quote.end:
                return quote.chain, quote.told
        middle = (start + end) // 2
        found = _at(self.reaches, start) or _at(self.reaches, middle) or _at(self.reaches, max(start, end - 1))
        return (found.chain, found.told) if found else ((), False)

    def speakers(self) -> tuple[Statement, ...]:
        """All statements with a holder, for judgements of the programme."""
        made = [
            Statement(r.start, r.end, r.chain[0], r.kind, r.direct, r.chain)
            for r in (*self.quotes, *self.reaches)
            if r.chain and not r.continued
        ]
        return tuple(sorted(made, key=lambda s: (s.start, s.end)))


def _at(reaches: Sequence[_Reach], offset: int) -> _Reach | None:
    place = bisect_right(reaches, offset, key=lambda r: r.start) - 1
    return reaches[place] if place >= 0 and offset < reaches[place].end else None


def attribute(
    reading: Reading,
    annotations: Annotations,
    people: Sequence[PersonMention],
    vocabulary: Vocabulary,
    publisher: str = "",
) -> Attribution:
    """Find who says what in a document.

    Args:
        reading: Whose blocks tell headings and related links from text.
        annotations: Of the reading.
        people: Everybody named in it.
        vocabulary: Gives outlets and offices their names.
        publisher: The document's own outlet, which is no link; or "".
    """
    return _Walk(reading, annotations, people, vocabulary, publisher).walk()


class _Walk:
    """One pass over the sentences of a document."""

    def __init__(
        self,
        reading: Reading,
        annotations: Annotations,
        people: Sequence[PersonMention],
        vocabulary: Vocabulary,
        publisher: str,
    ) -> None:
        self.reading = reading
        self.text = annotations.text
        self.lower = annotations.lower
        self.annotations = annotations
        self.grammar = speech_grammar(annotations.language)
        self.holders = HolderReader(annotations, people, vocabulary, self.grammar)
        self.publisher = publisher
        self.cues = CueReader(self.holders, publisher)
        self.quotes = [part for m in _QUOTE.finditer(self.text) for part in self._parts(m.start(), m.end())]
        self.reaches: list[_Reach] = []
        self.spoken: list[_Reach] = []

    def _parts(self, start: int, end: int) -> list[Span]:
        """A quotation without the words that say whose it is: «A, — сказал он. — B»."""
        parts: list[Span] = []
        begin = start
        while True:
            inserted = _INSERTED.search(self.text, begin, end)
            words = self.grammar.word.findall(self.lower[inserted.end() : min(end, inserted.end() + 60)]) if inserted else []
            if inserted is None or not any(w in self.grammar.say for w in words[:3]):
                return [*parts, (begin, end)]
            parts.append((begin, inserted.start() + 1))
            resumed = _RESUMED.search(self.text, inserted.end(), end)
            if resumed is None:
                return parts
            begin = resumed.end()

    def walk(self) -> Attribution:
        """Read all sentences in order."""
        current: _Reach | None = None
        left = 0
        speaker: Cue | None = None
        for start, end in self.annotations.sentences:
            if current and "\n" in self.text[current.end : start].strip(" "):
                fresh = self._new_paragraph(current.end, start) and not self._listed(current, start)
                if fresh and current.kind == "document" and self.grammar["continued"].match(self.lower[start : start + 60]):
                    fresh = False
                current = None if fresh else current
                left = 0 if fresh else left
                speaker = speaker if self.text[start : start + 1] in '“"«' else None
            heading = self._heading(start, end)
            if heading:
                self.reaches.append(heading)
                continue
            inside = [q for q in self.quotes if q[0] < end and q[1] > start]
            cues = self.cues.read(start, end, inside)
            speaker = self._direct(start, end, inside, cues, speaker)
            made = self._reach(start, end, cues)
            if made:
                if self.grammar["backward"].match(self.lower[start:end]):
                    self._look_back(start, made[0])
                self.reaches += made
                current, left = made[-1], _CONTINUED
                continue
            current, left = self._continue(start, end, current, left, bool(inside))
        self.reaches.sort(key=lambda r: r.start)
        return Attribution(tuple(self.reaches), tuple(self.spoken))

    def _listed(self, current: _Reach, start: int) -> bool:
        """Whether a line is an item of a list that a source introduced."""
        lead = self.text[current.start : current.end].rstrip()
        item = re.match(r"(?:[-–—•*▪]|\(?\w{1,2}[.)])\s", self.text[start : start + 6])
        return bool(lead.endswith(":") or item and current.continued) and bool(item or lead.endswith(":"))

    def _look_back(self, start: int, reach: _Reach) -> None:
        """«Об этом сообщил X»: the source is that of the sentences before, in the same paragraph."""
        floor = self.text.rfind("\n\n", 0, start) + 1
        held = [(r.start, r.end) for r in self.reaches]
        for begin, end in self.annotations.sentences:
            if floor <= begin < start and not any(s <= begin < e for s, e in held):
                self.reaches.append(_Reach(begin, end, reach.chain, reach.told, reach.kind, continued=True))

    def _new_paragraph(self, end: int, start: int) -> bool:
        gap = self.text[end:start]
        if "\n\n" in gap or "\n \n" in gap:
            return True
        before, after = self.reading.block_at(end - 1), self.reading.block_at(start)
        return before != after

    def _heading(self, start: int, end: int) -> _Reach | None:
        """«… – Outlet» and «Outlet: …» over a line or a heading."""
        block = self.reading.block_at(start)
        first = max(block.start if block else self.text.rfind("\n\n", 0, start) + 2, 0)
        last = block.end if block else self.text.find("\n\n", start)
        last = len(self.text) if last < 0 else last
        if last - first > 260 or end - start > 240:
            return None
        line = re.sub(r"</?\w+>", lambda m: " " * len(m.group()), self.lower[first:last]).rstrip()
        kind = block.kind if block else ""
        if line.endswith((".", "”", "»")) and kind not in ("title", "heading", "related"):
            return None
        tail = re.compile(self.grammar["heading_tail"].pattern).search(line)
        if tail:
            holder = self._heading_holder(first + tail.start(1), first + len(line))
            if holder:
                return _Reach(start, end, self._own(holder.links), False, holder.kind)
        head = self.grammar["heading_head"].match(line)
        if head and kind in ("title", "heading", "related", ""):
            holder = self._heading_holder(first, first + head.end(1))
            if holder and holder.kind in ("outlet", "person", "described", "office"):
                return _Reach(start, end, self._own(holder.links), False, holder.kind)
        return None

    def _heading_holder(self, start: int, end: int) -> Holder | None:
        return self.holders.read(start, end) if end - start < 40 else None

    def _own(self, links: tuple[str, ...]) -> tuple[str, ...]:
        """A chain without the document's own outlet, and without repeats."""
        own = self.publisher.casefold()
        kept = [
            link
            for link in dict.fromkeys(links)
            if not own or (link.casefold() not in own and own not in link.casefold())
        ]
        return tuple(kept)

    def _chain(self, cues: Sequence[Cue]) -> tuple[tuple[str, ...], bool, str]:
        ordered = sorted(cues, key=lambda c: _ORDER[c.holder.kind])
        links = [link for cue in ordered for link in (*cue.holder.links, *cue.relay)]
        return self._own(tuple(links)), any(c.told for c in cues), ordered[0].holder.kind

    def _reach(self, start: int, end: int, cues: list[Cue]) -> list[_Reach]:
        """Split a sentence with sources into the parts that each governs."""
        if not cues:
            return []
        parts: list[tuple[int, list[Cue]]] = [(start, [])]
        for cue in cues:
            opened = parts[-1][1] and _COORDINATION.search(self.lower[start : cue.start])
            same = parts[-1][1] and parts[-1][1][-1].holder.links == cue.holder.links
            if opened and not same and not cue.before:
                parts.append((cue.start, []))
            elif parts[-1][1] and not same and self._side_by_side(parts[-1][1][-1], cue):
                parts.append((parts[-1][1][-1].end, []))
            parts[-1][1].append(cue)
        made = []
        for number, (begin, held) in enumerate(parts):
            until = parts[number + 1][0] if number + 1 < len(parts) else end
            chain, told, kind = self._chain(held)
            made.append(_Reach(begin, until, chain, told, kind))
        return made

    def _side_by_side(self, first: Cue, second: Cue) -> bool:
        """Whether two sources have a statement each: «A, said X; B, said Y»."""
        between = self.lower[first.end : second.start]
        return first.before and second.before and ";" in between

    def _direct(self, start: int, end: int, inside: list[Span], cues: list[Cue], speaker: Cue | None) -> Cue | None:
        """Give the quotations of a sentence to their speaker."""
        for quote in inside:
            if any(r.start == quote[0] for r in self.spoken):
                continue
            own = self._speaker_of(quote, start, end, cues)
            chosen = own or speaker
            if chosen is None:
                continue
            chain, told, kind = self._chain([chosen])
            self.spoken.append(_Reach(*quote, chain, told, kind, direct=True))
            speaker = chosen
        return cues[-1] if cues and not inside else speaker

    def _speaker_of(self, quote: Span, start: int, end: int, cues: list[Cue]) -> Cue | None:
        after = [c for c in cues if c.start >= quote[1] - 1]
        before = [c for c in cues if c.end <= quote[0] + 1]
        if quote[1] > end and not after:
            later = self._later_cues(quote)
            after = [c for c in later if c.start >= quote[1] - 1]
        if after and (not before or after[0].start - quote[1] <= 4):
            return after[0]
        return before[-1] if before else (after[0] if after else None)

    def _later_cues(self, quote: Span) -> list[Cue]:
        """The cues of the sentence in which a quotation ends."""
        for start, end in self.annotations.sentences:
            if start < quote[1] <= end or start <= quote[1] < end:
                return self.cues.read(start, end, [quote])
        return []

    def _continue(
        self, start: int, end: int, current: _Reach | None, left: int, quotes: bool
    ) -> tuple[_Reach | None, int]:
        """Let the statement before go on over a sentence without a source of its own."""
        if current is None or not current.chain or left <= 0:
            return None, 0
        opening = self.lower[start : min(end, start + 60)]
        goes_on = current.kind == "document" or self._listed(current, start) or bool(self.grammar["continued"].match(opening))
        if not goes_on or quotes:
            return current if quotes else None, left - 1
        reach = _Reach(start, end, current.chain, current.told, current.kind, continued=True)
        self.reaches.append(reach)
        return reach, _CONTINUED if self._listed(current, start) else left - 1
