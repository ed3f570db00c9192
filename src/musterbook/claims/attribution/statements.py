"""How far each source reaches, and the chain of sources of any span.

In: a reading, its annotations, the people in it, the vocabulary. Out: an `Attribution`,
computed once a document. Never gives a source to a sentence that neither names one nor
clearly goes on with the statement before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from musterbook.claims.attribution.continuing import Continuation
from musterbook.claims.attribution.cues import CueReader
from musterbook.claims.attribution.describing import NOTES, Holder
from musterbook.claims.attribution.grammar import speech_grammar
from musterbook.claims.attribution.holders import HolderReader
from musterbook.claims.attribution.lines import Lines
from musterbook.claims.attribution.naming import CONTENT, Cue
from musterbook.claims.attribution.reaches import Attribution, Reach, Span
from musterbook.claims.attribution.turns import (
    dialogue,
    is_interview,
    meeting,
    monologue,
    quotations,
)
from musterbook.claims.attribution.unlisted import IN_QUOTES
from musterbook.claims.mention import Annotations
from musterbook.expressions import regex
from musterbook.records import PersonMention, Reading
from musterbook.vocabulary.nouns import Vocabulary

_INSERTED = regex(r"[,!?…]\s[—–]\s(?=[^,.!?—–]{0,40})")
_RESUMED = regex(r"[.,]\s[—–]\s")
_COORDINATION = regex(r"(?:;|[,\s](?:but|while|whereas|although|though|а|но|хотя|тогда как|в то время как))\s*$")
_TAKEN_UP = regex(r"\s(?:it|this|that)[.!]")
_AND = regex(r",\s(?:and|so)\s$")
_SAID = regex(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must|began|opened|started|\w{3,}ed)\b")
_ALTHOUGH = regex(r"(?<!\w)(?:although|though|хотя)\s*$")
_CONCEDED = regex(
    r"(?:;|[,\s](?:but|while|whereas|although|though|а|но|хотя|тогда как|в то время как|and(?=,)|и(?=,)),?)\s*$"
)
_ORDER = {"described": 0, "person": 0, "document": 1, "office": 2, "outlet": 3}
_CONTINUED = 3  # sentences after the one with the source over which a statement goes on
_WHICH = regex(r",\s(?:(?:an? )(?:[\w-]+ ){1,3}(?:that|which)|which|котор[а-яё]+)\s(?:(?:the|an?|some|many) )?(?=\S)")
_CONTAINS = regex(
    r": |,? (?:that|which) (?!(?:was|were|is|are|has|had|have|it|they|he|she|we)\b)"
    r"|, (?:в котор|котор|где |согласно котор)"
)
_LITTLE = 8  # letters after a source that are more than its verb's adverb
_ENOUGH = 25  # letters after the naming of a source that make a statement
_NEAR = 40  # characters from the start of a sentence within which its subject is an outlet that holds a paper
_BEFORE_NOUN = 3  # words before the noun by which a sentence names its speaker
_ADJECTIVES = ("ый", "ий", "ой", "ая", "яя", "ые", "ие")
_ONE = ("a", "an", "one", "another", "the", "my", "our", "his", "her", "their", "some", "two", "several", "both")
_OWN_REACH = 60  # characters before an outlet's name in which a text calls it its own


def _told_of(reach: Reach, language: str) -> bool:
    """Whether a text goes on telling what stands in a paper: one that somebody else has, or a Russian rule."""
    if reach.held or reach.kind != "document" or not reach.chain:
        return reach.held
    return len(reach.chain) > 1 or (language == "ru" and not reach.chain[0].startswith(NOTES))


def _through(made: list[Reach], speaker: tuple[str, ...]) -> list[Reach]:
    """What somebody says that others say: the others first, then whoever speaks."""
    return [replace(r, chain=tuple(dict.fromkeys((*r.chain, *speaker)))) for r in made]


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


class _Walk(Lines):
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
        self.publisher = publisher or self._own_outlet()
        self.cues = CueReader(self.holders, self.publisher)
        self.further = Continuation(reading, self.holders)
        self.quotes = [part for start, end in quotations(self.text) for part in self._parts(start, end)]
        self.quotes = sorted({*(q for q in self.quotes if not self._is_name(q)), *self._lines()})
        self._headings: dict[int, Holder | None] = {}
        self.reaches: list[Reach] = []
        self.spoken: list[Reach] = []

    def _own_outlet(self) -> str:
        """The outlet that a text speaks of as its own, in its furniture or by its author; or ""."""
        for mention in self.annotations.mentions:
            if mention.kind == "outlet":
                before = self.lower[max(0, mention.start - _OWN_REACH) : mention.start]
                if self.grammar["own_outlet"].search(before):
                    return self.holders.name_of(mention)
        return ""

    def _is_name(self, quote: Span) -> bool:
        """Whether what stands in quotation marks is an outlet's name: «„Примерная правда“ сообщила»."""
        start, end = quote
        if any(m.start <= start + 1 and m.end >= end - 1 for m in self.annotations.within(start, end, "outlet")):
            return True
        if not IN_QUOTES.fullmatch(self.text, start, end):
            return False
        kind = self.grammar.word.findall(self.lower, max(0, start - _OWN_REACH), start)[-1:]
        if kind and kind[0] in self.grammar.outlet_noun and self.text[start - 1 : start] == " ":
            return True
        following = self.grammar.word.match(self.lower, end + 1) if self.text[end : end + 1] == " " else None
        return following is not None and following.group() in self.grammar.say

    def _parts(self, start: int, end: int) -> list[Span]:
        """A quotation without the words that say whose it is: «A, — сказал он. — B»."""
        parts: list[Span] = []
        begin = start
        while True:
            inserted = _INSERTED.search(self.text, begin, end)
            words = (
                self.grammar.word.findall(self.lower[inserted.end() : min(end, inserted.end() + 60)])
                if inserted
                else []
            )
            if inserted is None or not any(w in self.grammar.say for w in words[:3]):
                return [*parts, (begin, end)]
            parts.append((begin, inserted.start() + 1))
            resumed = _RESUMED.search(self.text, inserted.end(), end)
            if resumed is None:
                return parts
            begin = resumed.end()

    def _lines(self) -> list[Span]:
        """The parts of dialogue lines that say themselves whose they are: «— A, — сказал он. — B»."""
        made: list[Span] = []
        for start, end in dialogue(self.text):
            parts = self._parts(start, end)
            if parts != [(start, end)] and not any(s < start < e for s, e in self.quotes):
                made += parts
        return made

    def walk(self) -> Attribution:
        """Read all sentences in order."""
        current: Reach | None = None
        left = 0
        speaker: Cue | None = None
        respondent = self._respondent()
        answering = False
        table: Holder | None = None
        turns = is_interview(self.text) if respondent else False
        turns_of = meeting(self.text, self.holders) or monologue(self.text, self.holders)
        before = 0
        for start, end in self.annotations.sentences:
            speaker = None if speaker and self._parted(before, start) else speaker
            before = end
            current, left = self._carried(start, end, current, left)
            inside = [q for q in self.quotes if q[0] < end and q[1] > start]
            heading = self._heading(start, end, inside)
            if heading:
                self.reaches.append(heading)
                continue
            self.cues.told = bool(current and current.chain)
            cues = self.cues.read(start, end, inside)
            cues = [] if self._rests(current, start, cues) else cues
            speaker = self._direct(start, end, inside, cues, speaker)
            made = self._reach(start, end, cues)
            table = self._sourced(start, end, table)
            if not made and (self._row(start, end, table) or self._turn(start, end, turns_of)):
                continue
            made = self._cited_by(start, made, turns_of) if turns_of and made else made
            if respondent and not (made or inside):
                answering = self._answer(start, end, answering and turns)
                if answering:
                    self.reaches.append(Reach(start, end, respondent.links, True, respondent.kind, continued=True))
                    continue
            elif respondent and made and self._answer(start, end, answering and turns):
                made = _through(made, respondent.links)
            if made and not respondent and made[-1].kind in ("person", "described") and self._introduces(start, end):
                respondent = cues[-1].holder
            made = self._shown(start, end, cues, made) if made else made
            if made:
                if self.grammar["backward"].match(self.lower[start:end]):
                    self._look_back(start, made[0])
                inserted = self._inserted(start, end, cues)
                made = inserted or made
                self.reaches += made
                aside = (
                    bool(inserted)
                    or made[-1].end < end
                    or cues[-1].bare
                    or cues[-1].counted
                    or self._conceded(start, made[0])
                )
                topic = self.further.opens_topic(cues[-1], start, end)
                current, left = replace(made[-1], topic=topic), 0 if aside and not topic else _CONTINUED
                continue
            current, left = self._continue(start, end, current, left, bool(inside))
        self.reaches += self.further.between([*self.reaches, *self.spoken])
        self.reaches += self.further.asked([*self.reaches, *self.spoken])
        self.reaches.sort(key=lambda r: r.start)
        return Attribution(tuple(self.reaches), tuple(self.spoken))

    def _rests(self, current: Reach | None, start: int, cues: list[Cue]) -> bool:
        """Whether a paper that goes on only rests on another: «в нём чиновник со ссылкой на приказ просит»."""
        if current is None or current.kind != "document" or not cues:
            return False
        cited = all(c.cited and c.holder.kind == "document" for c in cues)
        return cited and bool(self.grammar["contents"].match(self.lower, start))

    def _shown(self, start: int, end: int, cues: list[Cue], made: list[Reach]) -> list[Reach]:
        """What a sentence says, and the paper that it brings in: an outlet saw it, or was shown it."""
        if len(cues) == 1 and cues[0].holder.kind == "outlet" and cues[0].end - start < _NEAR:
            return [self._paper(start, end) or made[0]]
        if cues[-1].told and cues[-1].holder.kind in ("person", "described"):
            self._paper(start, end)
        return made

    def _carried(self, start: int, end: int, current: Reach | None, left: int) -> tuple[Reach | None, int]:
        """The statement before, unless a paragraph begins over which it does not go on."""
        if current is None or "\n" not in self.text[current.end : start].strip(" "):
            return current, left
        if not self._new_paragraph(current.end, start) or self.further.listed(current, start):
            return current, left
        if current.topic and not current.continued:
            return current, left
        if _told_of(current, self.grammar.language) and self.further.contained(start, end):
            return current, max(left, 1)
        return None, 0

    def _parted(self, before: int, start: int) -> bool:
        """Whether a paragraph begins that does not open with a quotation: nobody speaks on in it."""
        return "\n" in self.text[before:start].strip(" ") and self.text[start : start + 1] not in '“"«'

    def _turn(self, start: int, end: int, turns: Sequence[tuple[int, int, Holder]]) -> bool:
        """Give a sentence to the speaker in whose turn of a record or explanation it stands."""
        turn = next((t for t in turns if t[0] <= start < t[1]), None)
        if turn is None or self.further.own_voice(start, end):
            return False
        self.reaches.append(Reach(start, end, self._own(turn[2].links), True, turn[2].kind, continued=True))
        return True

    def _cited_by(self, start: int, made: list[Reach], turns: Sequence[tuple[int, int, Holder]]) -> list[Reach]:
        """What somebody in a record of a meeting says that a paper says: the paper first, then its speaker."""
        turn = next((t for t in turns if t[0] <= start < t[1]), None)
        return _through(made, self._own(turn[2].links)) if turn else made

    def _after_colon(self, paper: Reach) -> None:
        """What a paper says that the sentence naming it tells: «they put up a notice: …», «a memo that orders …»."""
        named = self.grammar.rare["paper"].regex.search(self.lower, paper.start, paper.end)
        found = _CONTAINS.search(self.lower, named.end() if named else paper.start, paper.end)
        if found:
            self.reaches.append(replace(paper, start=found.start()))

    def _paper(self, start: int, end: int) -> Reach | None:
        """A paper that is named without speaking: what follows is what it says."""
        paper = self.grammar.rare["paper"]
        found = paper.regex.search(self.lower[start:end]) if paper.may(self.lower, start, end) else None
        if not found:
            return None
        at = next(g for g in range(1, found.re.groups + 1) if found.group(g))
        holder = self.holders.read(start + found.start(at), start + found.end(at))
        if holder is None or holder.kind != "document":
            return None
        written = found.group(at)
        if holder.key != written and written in self.grammar.document_noun and self.grammar.language == "ru":
            notice = self.grammar["notice"].search(written)
            holder = replace(holder, links=(written, *holder.links[1:])) if notice else holder
        outlets = [self.holders.name_of(o) for o in self.annotations.within(start, end, "outlet")[:1]]
        if not outlets:
            named = self.holders.unlisted_outlet(start, end) or self.holders.outlet_named(start, start + found.start())
            named = None if named and named.end < start + found.start() - _LITTLE else named
            outlets = list(named.links) if named else []
        if not outlets and self.holders.memory.outlet and self.grammar["outlet_again"].match(self.lower[start:end]):
            outlets = list(self.holders.memory.outlet.links)
        links = (*holder.links[:1], *outlets, *holder.links[1:])
        chain = self._own(links)
        self.holders.memory.keep(holder, chain[1:])
        return Reach(start, end, chain, False, "document", held=True)

    def _new_paragraph(self, end: int, start: int) -> bool:
        gap = self.text[end:start]
        if "\n\n" in gap or "\n \n" in gap:
            return True
        before, after = self.reading.block_at(end - 1), self.reading.block_at(start)
        return before != after

    def _chain(self, cues: Sequence[Cue]) -> tuple[tuple[str, ...], bool, str]:
        ordered = sorted(cues, key=lambda c: (_ORDER[c.holder.kind], not c.cited))
        links = [link for cue in ordered for link in (*cue.holder.links, *cue.relay)]
        chain = self._own(tuple(links))
        if not chain and all(c.counted for c in cues):
            chain = tuple(dict.fromkeys(links))[:1]
        return chain, any(c.told for c in cues), ordered[0].holder.kind

    def _in_hand(self, chain: tuple[str, ...], cues: Sequence[Cue]) -> bool:
        """Whether a paper that lies before the reporter speaks on."""
        return bool(chain) and any(
            c.holder.kind == "document" and not c.before and self.grammar["paper_noun"].search(c.holder.key)
            for c in cues
        )

    def _reach(self, start: int, end: int, cues: list[Cue]) -> list[Reach]:
        """Split a sentence with sources into the parts that each governs."""
        if not cues:
            return []
        parts: list[tuple[int, list[Cue]]] = [(start, [])]
        for cue in cues:
            opened = parts[-1][1] and (
                _COORDINATION.search(self.lower[start : cue.start]) or self._and_another(parts[-1][1][-1], cue, end)
            )
            same = parts[-1][1] and parts[-1][1][-1].holder.links == cue.holder.links
            if opened and not same and not cue.before:
                parts.append((cue.start, []))
            elif parts[-1][1] and not same:
                semicolon = self.lower.find(";", parts[-1][1][-1].end, cue.start)
                if semicolon >= 0:
                    parts.append((semicolon, []))
            parts[-1][1].append(cue)
        made = []
        parts[0] = (self._opened(start, end, cues[0]), parts[0][1])
        for number, (begin, held) in enumerate(parts):
            until = parts[number + 1][0] if number + 1 < len(parts) else self._closed(cues[-1].end, end)
            chain, told, kind = self._chain(held)
            quoting = any(r.start < until and r.end > begin for r in self.spoken)
            made.append(Reach(begin, until, chain, told, kind, direct=quoting, held=self._in_hand(chain, held)))
        return made

    def _and_another(self, first: Cue, second: Cue, end: int) -> bool:
        """Whether a second speaker says something else: «X said that …, and Y added that …»."""
        between = self.lower[first.end : second.start]
        return end - second.end > _LITTLE and bool(_AND.search(between) and _SAID.search(between))

    def _inserted(self, start: int, end: int, cues: list[Cue]) -> list[Reach]:
        """The one clause that a source governs: «the training, which the poster had promised would last …, took …»."""
        opened = _WHICH.search(self.lower, start, cues[0].start + 1)
        if len(cues) > 1 or not opened or opened.end() < cues[0].start - 1:
            return []
        closed = self.lower.find(",", cues[0].end, end)
        if closed < 0 and opened.group()[2] != "a":
            return []
        chain, told, kind = self._chain(cues)
        return [Reach(opened.start(), closed if closed >= 0 else end, chain, told, kind)]

    def _conceded(self, start: int, reach: Reach) -> bool:
        """Whether a source only concedes something to what the text itself says before it."""
        return bool(reach.start > start and _ALTHOUGH.search(self.lower, start, reach.start))

    def _opened(self, start: int, end: int, cue: Cue) -> int:
        """Where the words of the first source of a sentence begin."""
        if cue.bare:
            return cue.end
        opening = self.lower[start : cue.start]
        if end - cue.end > _LITTLE and _AND.search(opening) and _SAID.search(opening):
            return cue.start
        says = end - cue.end > _LITTLE or _TAKEN_UP.match(self.lower, cue.end)
        if len(opening) > CONTENT and says and _CONCEDED.search(opening):
            spoken = self.grammar.word.match(self.lower, cue.start)
            return start if spoken and spoken.group() in self.grammar.person_pronoun else cue.start
        apart = self.lower[start : cue.start].rstrip().endswith((":", ";"))
        return cue.start if apart and end - cue.end > _ENOUGH else start

    def _closed(self, begin: int, end: int) -> int:
        """Where the words of the last source of a sentence end: a reporter may go on after a semicolon."""
        own = self.grammar.rare["own_voice"].search(self.lower, begin, end)
        if own:
            turned = max(self.lower.rfind(mark, begin, own.start() + 1) for mark in (",", ";", " —", " –"))
            if turned > begin:
                return turned
        at = self.lower.find(";", begin, end)
        after = at + 1 + (self.lower[at + 1 : at + 2] == " ")
        return at if at >= 0 and self.further.turns(after, end) else end

    def _direct(self, start: int, end: int, inside: list[Span], cues: list[Cue], speaker: Cue | None) -> Cue | None:
        """Give the quotations of a sentence to their speaker."""
        for quote in inside:
            if any(r.start == quote[0] for r in self.spoken):
                continue
            own = self._speaker_of(quote, start, end, cues) or self._introduced(start, quote)
            chosen = own or speaker
            if chosen is None:
                continue
            chain, told, kind = self._chain([chosen])
            self.spoken.append(Reach(*quote, chain, told, kind, direct=True))
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

    def _introduced(self, start: int, quote: Span) -> Cue | None:
        """«Lawyer Anna Vymyshlennaya on the law: "…"»: a name and a colon."""
        if quote[0] - start < 4 or not self.lower[start : quote[0]].rstrip().endswith(":"):
            return None
        people = self.holders.people_within(start, quote[0])
        pronoun = self.grammar["pronoun_subject"].search(self.lower[start : quote[0]])
        if people and not (pronoun and start + pronoun.start() > people[-1].end):
            holder = self.holders.read(start, quote[0])
        else:
            holder = self.holders.read(start + pronoun.start(1), start + pronoun.end(1)) if pronoun else None
            holder = holder or self._somebody(start, quote[0])
        return Cue(start, quote[0], holder, False) if holder else None

    def _somebody(self, start: int, end: int) -> Holder | None:
        """Somebody by his trade at the head of a sentence: «A former official was blunter: "…"»."""
        noun = self.grammar["anonymous"].search(self.lower, start, end)
        if noun is None or len(self.grammar.word.findall(self.lower, start, noun.start())) > _BEFORE_NOUN:
            return None
        opened = self.grammar.word.match(self.lower, start)
        first = opened.group() if opened else ""
        named = first == noun.group() or first.endswith(_ADJECTIVES) if self.grammar.language == "ru" else first in _ONE
        return self.holders.describe(start, noun.end()) if named else None

    def _later_cues(self, quote: Span) -> list[Cue]:
        """The cues of the sentence in which a quotation ends."""
        for start, end in self.annotations.sentences:
            if start < quote[1] <= end or start <= quote[1] < end:
                return self.cues.read(start, end, [quote])
        return []

    def _continue(
        self, start: int, end: int, current: Reach | None, left: int, quotes: bool
    ) -> tuple[Reach | None, int]:
        """Let the statement before go on over a sentence without a source, or a paper that it shows begin one."""
        paper = self._paper(start, end)
        if paper:
            self._after_colon(paper)
            return paper, _CONTINUED
        if current and current.chain and self.further.lists_on(current, start, end):
            left = max(left, 1)
        elif current is None or not current.chain or left <= 0:
            return None, 0
        if self.further.own_voice(start, end):
            return current, left
        on = self.further.goes_on(current, start, end) or self.further.lists_on(current, start, end)
        if not on or (quotes and not current.held):
            return current if quotes else None, left - 1
        reach = Reach(start, end, current.chain, current.told, current.kind, continued=True, held=current.held)
        reach = replace(reach, topic=current.topic)
        self.reaches.append(reach)
        stays = current.held or current.topic or self.further.listed(current, start)
        return reach, _CONTINUED if stays else left - 1
