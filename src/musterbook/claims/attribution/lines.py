"""Sources that the layout of a text gives: headings, rows of tables, lines that name what stands above them.

In: a sentence, and what was read before it. Out: a `Reach`, or reaches that are added to those found. Never reads
sentences that name a source in their own words.
"""

from __future__ import annotations

import re

from musterbook.claims.attribution.cues import CueReader
from musterbook.claims.attribution.describing import Holder
from musterbook.claims.attribution.interviews import Interviews
from musterbook.claims.attribution.reaches import Reach, Span
from musterbook.claims.attribution.turns import is_row
from musterbook.expressions import regex
from musterbook.records import Reading

_TAG = regex(r"</?\w+>")
_SINCE = regex(r"\s(?:between|on|in|since|from|for|as of|в период|на|за|с|по состоянию)\s")


def _folded(name: str) -> str:
    return name.casefold().replace("х", "x")


def _initials(name: str) -> str:
    """The initials by which an outlet of several words calls itself; or ""."""
    words = [w for w in re.findall(r"\w+", name) if w.lower() not in ("of", "the", "for", "and")]
    return "".join(w[0] for w in words) if len(words) > 2 else ""


class Lines(Interviews):
    """Reads the layout of one document."""

    reading: Reading
    publisher: str
    reaches: list[Reach]
    cues: CueReader

    def _row(self, start: int, end: int, table: Holder | None) -> bool:
        """Give a row of a table its source; a line that names the source gives it to what stands above."""
        if table is None:
            return False
        if self.grammar["source_line"].match(self.lower[start:end]):
            self._look_up(start, Reach(start, end, self._own(table.links), False, table.kind))
        if not is_row(self.text, start):
            return False
        self.reaches.append(Reach(start, end, self._own(table.links), False, table.kind, continued=True))
        return True

    def _sourced(self, start: int, end: int, table: Holder | None) -> Holder | None:
        """From whom the rows of the tables after a sentence are: «Data were gathered from official sites»."""
        found = self.grammar["sourced"].match(self.lower[start:end])
        if not found:
            return table
        begin, stop = start + found.end(), self.cues.phrase_end(start + found.end(), end)
        since = _SINCE.search(self.lower, begin, stop)
        stop = since.start() if since else stop
        return self.holders.read(begin, stop) or self.holders.describe(begin, stop) or table

    def _look_up(self, start: int, reach: Reach) -> None:
        """«Source: X» on a line of its own: the source of the paragraph above it, as far as that names none."""
        ends = self.text.rfind("\n", 0, start)
        above = self.text[:ends].rstrip()
        floor = above.rfind("\n") + 1
        held = [(r.start, r.end) for r in self.reaches]
        for begin, end in self.annotations.sentences:
            if ends > 0 and floor <= begin < len(above) and not any(s <= begin < e for s, e in held):
                self.reaches.append(Reach(begin, end, reach.chain, reach.told, reach.kind, continued=True))

    def _look_back(self, start: int, reach: Reach) -> None:
        """«Об этом сообщил X»: the source is that of the sentences before, in the same paragraph."""
        floor = self.text.rfind("\n\n", 0, start) + 1
        held = [(r.start, r.end) for r in self.reaches]
        for begin, end in self.annotations.sentences:
            if floor <= begin < start and not any(s <= begin < e for s, e in held):
                self.reaches.append(Reach(begin, end, reach.chain, reach.told, reach.kind, continued=True))

    def _heading(self, start: int, end: int, quoted: list[Span]) -> Reach | None:
        """«… – Outlet» and «Outlet: …» over a line or a heading, but for later sentences with sources of their own."""
        block = self.reading.block_at(start)
        first = max(block.start if block else self.text.rfind("\n\n", 0, start) + 2, 0)
        last = block.end if block else self.text.find("\n\n", start)
        last = len(self.text) if last < 0 else last
        if last - first > 260 or end - start > 240:
            return None
        line = self.lower[first:last]
        line = (_TAG.sub(lambda m: " " * len(m.group()), line) if "<" in line else line).rstrip()
        kind = block.kind if block else ""
        head = self.grammar["heading_head"].match(line)
        if head and self.grammar.say.isdisjoint(self.grammar.word.findall(head.group(1))):
            holder = self._heading_holder(first + head.start(1), first + head.end(1))
            if holder and (holder.kind in ("outlet", "person") or kind in ("title", "heading", "related")):
                if start > first + head.end(1) and self.cues.read(start, end, quoted):
                    return None
                return Reach(start, end, self._own(holder.links), False, holder.kind)
        if line.endswith((".", "”", "»")) and kind not in ("title", "heading", "related"):
            return None
        tail = self.grammar["heading_tail"].search(line)
        if tail:
            holder = self._heading_holder(first + tail.start(1), first + len(line))
            if holder:
                return Reach(start, end, self._own(holder.links), False, holder.kind)
        return None

    def _heading_holder(self, start: int, end: int) -> Holder | None:
        return self.holders.read(start, end) if end - start < 40 else None

    def _own(self, links: tuple[str, ...]) -> tuple[str, ...]:
        own = _folded(self.publisher)
        short = _initials(self.publisher)
        return tuple(
            link
            for link in dict.fromkeys(links)
            if not own
            or (
                _folded(link) not in own
                and own not in _folded(link)
                and not set(re.findall(r"\w+", _folded(link))) <= set(re.findall(r"\w+", own))
                and not (short and short in re.findall(r"\w+", link))
            )
        )
