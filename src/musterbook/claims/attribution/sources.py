"""The sources that a sentence names without a verb of saying, or in a phrase beside it.

In: a sentence and a `HolderReader`. Out: `Cue`s: «according to», «as stated in», papers and rules that
are subjects. Never looks for verbs of saying.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from musterbook.claims.attribution.describing import Holder
from musterbook.claims.attribution.holders import HolderReader
from musterbook.claims.attribution.naming import CONTENT, NAME, Cue
from musterbook.claims.attribution.papers import PaperReader
from musterbook.expressions import regex
from musterbook.vocabulary.nouns import Vocabulary

_PHRASES = (
    "made_by",
    "by_body",
    "quotes_as",
    "quoted_as",
    "minded",
    "held_view",
    "according",
    "citing",
    "posted_on",
    "quoted_by",
    "words_of",
    "told_by",
    "believed",
    "viewed",
    "held_by",
    "stated_in",
)
_OWN_WAYS = (
    "viewed",
    "believed",
    "stated_in",
    "quoted_as",
    "minded",
    "quotes_as",
    "words_of",
    "held_view",
    "by_body",
)
"""Phrases that are not followed by the noun phrase of a source."""
_THEIRS = ("his", "her", "their", "его", "её", "ее", "их")
_TO_IT = {"ему": "он", "ей": "она", "им": "они", "it": "it"}
_INITIAL = regex(r"(?<!\w)[A-ZА-ЯЁ]\.$")
_HELD = (
    r"(?:,\s(?:котор|копи|имеющ|с котор|о котор|по словам|по данным|по е|по их|как |[а-яё]+(?:нн|вш)[а-яё]+\s)"
    r"[^,;:]{3,80},\s)"
)
_IN_PAPER = regex(rf"(?<!\w)(?:в|во|на)\s((?:[а-яё-]+\s){{0,2}}[а-яё-]+)(?:\s|{_HELD})$")
_IN_PAPER_TO = regex(
    rf"(?<!\w)(?:в|во|на)\s((?:[а-яё-]+\s){{0,2}}[а-яё-]+)(?:\s|{_HELD})(?:[а-яё-]+(?:ам|ям|ому|ему|ым|им|у|ю|ов|а)\s){{1,3}}$"
)
_PAPER_WHERE = regex(r"(?<!\w)((?:[а-яё-]+\s){0,2}[а-яё-]+),\s(?:где|в котор[а-яё]+)\s(?:[а-яё]+\s){0,2}$")
_STATED_LEFT = regex(rf"(?:^|[,;:—–(«]\s?|\sкак\s)(?:как\s)?(в|во|из|на)\s([^,;:—–()]{{2,60}}?)(?:\s?|{_HELD})$")
_THEREAFTER = regex(r"\s(?:(?:это|об этом|прямо|также) ){0,2}(?:в|во|на|из)\s")
_SAME_PLACE = ("там же", "здесь же", "тут же")
_TERM = regex(
    r"(?<!\w)(?:это|эт[аои] (?:условие|норма|пункт|правило|требование))\s(?:прямо |чётко |четко |отдельно )?$"
)
_ANY = regex(r"(?:an?|several|some|two|three|internal|leaked) ")
_SIGNED = regex(r"\s(?:from|of|by|to|that|which|sent|issued|signed|written|addressed|dated|published|seen|on) ")
_NEVER = "$^"  # the expression of what a language does not say so
_LIES = ("стоит", "речь идет", "речь идёт", "нет ни слова")
_ARTICLE = "the "
_OF_OUTLET = regex(
    r"(?:глав|редактор|журналист|корреспондент|источник|собеседник|директор|основател|автор)[а-яё]*\s[«\"]?$"
)
_LAST_NOUN = regex(
    r"(?:^|\s)((?:[Tt]he|[Aa]n?|[Tt]his|[Ii]ts|[Tt]heir|[Oo]ur) (?:[\w’'-]+ ){0,5}[\w-]+|[A-Z][\w-]*(?: [A-Z][\w-]*)*)$"
)
_TITLED = regex(r",\s(?:[^\s,.]+ ){0,3}")  # between a description and the name beside it
_QUOTE = 3  # characters between a verb of quoting and a name in quotation marks
_DRAFT = 70  # characters between an act and the participle that tells where it was published
_MARKS_OF_CLAUSE = ',;:—–(“"]'
_CONJUNCTIONS = (" and", " but", " that", " because", " since", " as", " while", " which", " whether")
_MAKERS = ("outlet", "office", "person", "described")
_THEREIN = frozenset(("нём", "нем", "ней", "них"))
_PASSIVE = regex(r"\s(?:was|were|is|are|has been|have been)\s*$")


_NAMES: dict[str, dict[str, str]] = {}


def _all_names(publisher: str, vocabulary: Vocabulary) -> str:
    """An outlet's name, a line each with its names in both languages where the vocabulary knows it."""
    table = _NAMES.get(vocabulary.digest)
    if table is None:
        table = _NAMES[vocabulary.digest] = {}
        for (kind, known), entry in vocabulary.entries.items():
            names = {n.casefold() for n in (known, *entry.names.values())} if kind == "outlet" else set()
            table.update(dict.fromkeys(names, "\n".join(sorted(names))))
    return table.get(publisher, publisher)


class SourceReader(PaperReader):
    """Finds the sources of one document that are named without a verb of saying."""

    def __init__(self, holders: HolderReader, publisher: str = "") -> None:
        """Take a document.

        Args:
            holders: Of the document.
            publisher: Its outlet's name, which is no link of a chain; or "".
        """
        super().__init__(holders)
        self.publisher = _all_names(publisher.casefold(), holders.vocabulary)
        self._pending: list[Holder] = []
        self._quoted: list[tuple[int, int]] = []
        self._spoken_of = [name for name in _PHRASES if self.grammar[name].pattern != _NEVER]

    def _silent(self, start: int, end: int) -> list[Cue]:
        """Sources without a verb of speech: a paper that is the subject; «… — губернатор Иван Примеров»."""
        found = self.grammar.rare["dash_person"].search(self.lower, start, end)
        if found:
            holder = self.holders.read(found.end(), end)
            spoken = ("person", "outlet", "office", "described")[: 4 if self.lower[found.start() - 1] in ',»”"' else 2]
            if holder and holder.kind in spoken:
                return [Cue(found.start(), end, holder, True)]
        return self._documents(start, end)

    def _phrases(self, start: int, end: int) -> Iterator[Cue]:
        """According to X; citing X; quoted by X; говорится в X."""
        for name in self._spoken_of:
            pattern = self.grammar.rare.get(name) or self.grammar[name]
            for found in pattern.finditer(self.lower, start, end):
                cue = self._phrase(name, found, start, end)
                if cue is None:
                    continue
                if name == "quoted_by":
                    begin = self.subject(start, found.start())
                    passive = _PASSIVE.search(self.lower, begin, found.start())
                    speaker = self.holders.read(begin, passive.start() if passive else found.start())
                    if speaker:
                        yield Cue(begin, found.start(), speaker, cue.before)
                        outlet = speaker.links if speaker.kind == "outlet" and cue.holder.kind != "outlet" else ()
                        cue = replace(cue, relay=cue.relay or outlet)
                yield cue

    def _phrase(self, name: str, found: re.Match[str], start: int, end: int) -> Cue | None:
        if name in _OWN_WAYS:
            return self._worded(name, found, start, end)
        before = found.start() - start > CONTENT
        stop = self.phrase_end(found.end(), end)
        if name == "quoted_by" and (quoter := self._quoter(found, stop)):
            quoted = self._whom_quoted(found.end(), quoter, stop)
            return Cue(found.start(), stop, quoted, before, quoter.links) if quoted else None
        if name == "according" and self.lower[found.end() : stop].strip() in _TO_IT:
            return self._according_to_it(found, stop, before)
        if name == "citing":
            stop = self._before_outlet(found.end(), stop)
        holder = self.holders.read(found.end(), stop)
        if holder is None and name in ("made_by", "held_by"):
            holder = self.holders.outlet_named(found.end(), stop)
        if name == "made_by":
            return Cue(found.start(), stop, holder, False, counted=True) if holder and holder.kind in _MAKERS else None
        if name == "posted_on":
            if self.holders.annotations.within(max(start, found.start() - _DRAFT), found.start(), "instrument"):
                return None  # a draft or an act says itself what stands in it, wherever it was published
            holder = self.holders.describe(found.start(1), stop)
        if name == "told_by":
            return self._told_by(found, holder or self.holders.describe(found.end(), stop), start, stop)
        if holder is None:
            return None
        if holder.kind == "described" and self.lower[stop : stop + 1] == ",":
            named = [
                p
                for p in self.holders.people_within(stop, stop + 2 * NAME)
                if _TITLED.fullmatch(self.lower, stop, p.start)
            ]
            holder = (self.holders.read(named[0].start, named[0].end) if named else None) or holder
        if found.group().startswith("under") and not self._under(holder, start, found.start()):
            return None
        if name == "held_by":
            return Cue(found.start(), stop, holder, before) if holder.kind == "outlet" else None
        if name == "citing" and holder.kind == "document":
            obtained = re.search(
                r"\b(?:it|they|he|she) (?:had )?(?:obtained|seen|reviewed)", self.lower[found.start() : end]
            )
            if obtained or (len(holder.links) == 1 and self._unsigned(found.end(), stop)):
                self._pending.append(holder)
                return None
        return Cue(found.start(), stop, holder, before, cited=name == "citing")

    def _worded(self, name: str, found: re.Match[str], start: int, end: int) -> Cue | None:
        """A source that the phrase itself holds, or that stands before it."""
        before = found.start() - start > CONTENT
        if name == "viewed":
            pronoun = next((w for w in self.grammar.word.findall(found.group()) if w in _THEIRS), "")
            speaker = self.holders.possessor(pronoun, found.start())
            return Cue(found.start(), found.end(), speaker, before) if speaker else None
        if name == "believed":
            believed = self.holders.read(found.start(1), found.end(1))
            return Cue(found.start(), found.end(), believed, before) if believed else None
        if name == "stated_in":
            return self._stated_in(found, start, end, before)
        if name in ("quoted_as", "minded"):
            stop = start + len(self.lower[start : found.start()].rstrip(" ,"))
            begin = self.subject(start, stop)
            speaker = self.holders.read(begin, stop)
            return Cue(begin, found.end(), speaker, begin - start > CONTENT) if speaker else None
        if name == "quotes_as":
            return self._quotes_as(found, start)
        if name == "words_of":
            return self._words_of(found, start, end)
        if name == "held_view":
            return self._held_view(found, start, before)
        body = self.holders.read(found.start(1), found.end(1))
        return Cue(found.start(), found.end(), body, before) if body and body.kind != "document" else None

    def _according_to_it(self, found: re.Match[str], stop: int, before: bool) -> Cue | None:
        """«Согласно ему», «according to it»: the paper that was named last."""
        pronoun = _TO_IT[self.lower[found.end() : stop].strip()]
        if pronoun != "it" and not found.group().startswith("согласно"):
            return self._by_whom(found, stop, before)
        memory = self.holders.memory
        paper = self.holders.shown(self._before, pronoun) or memory.document
        known = memory.document if paper and memory.document and memory.document.key == paper.key else paper
        return Cue(found.start(), stop, known, before) if known else None

    def _by_whom(self, found: re.Match[str], stop: int, before: bool) -> Cue | None:
        holder = self.holders.read(found.end(), stop)
        return Cue(found.start(), stop, holder, before) if holder else None

    def _before_outlet(self, at: int, stop: int) -> int:
        """Where a source ends that an outlet follows with its own verb: «со ссылкой на чиновника РБК пишет»."""
        outlets = self.holders.annotations.within(at, stop, "outlet")
        verb = self.grammar.word.match(self.lower, outlets[-1].end + 1) if outlets else None
        return outlets[-1].start if verb and verb.group() in self.grammar.say and outlets[-1].start > at + 1 else stop

    def _quotes_as(self, found: re.Match[str], start: int) -> Cue | None:
        """«X quoted Y as saying»: Y, through X where that is an outlet."""
        speaker = self.holders.read(found.start(1), found.end(1))
        begin = self.subject(start, found.start())
        outlet = self.holders.read(begin, found.start())
        relay = outlet.links if outlet and outlet.kind == "outlet" else ()
        return Cue(begin, found.end(), speaker, begin - start > CONTENT, relay) if speaker else None

    def _quoter(self, found: re.Match[str], stop: int) -> Holder | None:
        """Who quotes, where he stands beside whom he quotes: «приводит слова губернатора агентство»."""
        body = self.grammar["quoting"].search(self.lower, found.start(), stop)
        if body and body.start() != found.end():
            return self.holders.read(body.start(), stop if body.start() > found.end() else body.end())
        outlets = (
            self.holders.annotations.within(found.start(), stop, "outlet") if self.grammar.language == "ru" else ()
        )
        for outlet in outlets:
            if outlet.start - found.end() <= _QUOTE and not self.lower[outlet.end : stop].strip(' »"'):
                continue
            if not _OF_OUTLET.search(self.lower, found.end(), outlet.start):
                return self.holders.read(outlet.start, outlet.end)
        return None

    def _whom_quoted(self, begin: int, quoter: Holder, stop: int) -> Holder | None:
        """Whom somebody quotes, before or after who quotes him."""
        if quoter.start - begin > _QUOTE:
            return self.holders.read(begin, quoter.start)
        return self.holders.read(max(begin, quoter.end), stop)

    def _words_of(self, found: re.Match[str], start: int, end: int) -> Cue | None:
        """«Его слова приводит X», «слова губернатора приводит X», «…, чьи слова приводит X»: he, through X."""
        stop = self.phrase_end(found.end(), end)
        quoter = self.holders.read(found.end(), stop) or self.holders.outlet_named(found.end(), stop)
        if quoter is None or quoter.kind not in ("outlet", "office", "described"):
            return None
        if found.group("of"):
            speaker = self.holders.read(*found.span("of"))
        elif found.group("whose") in _THEIRS:
            speaker = self.holders.possessor(found.group("whose"), found.start())
        else:
            people = self.holders.people_within(max(start, found.start() - NAME), found.start())
            speaker = self.holders.read(people[-1].start, people[-1].end) if people else None
        before = found.start() - start > CONTENT
        return Cue(found.start(), stop, speaker, before, quoter.links) if speaker else None

    def _under(self, paper: Holder, start: int, at: int) -> bool:
        """Whether «under …» names a source: a paper at the head of a clause, that is neither law nor to become law."""
        drafted = self.grammar["under_draft"].search(paper.links[0].lower())
        return paper.kind == "document" and not drafted and self._opens(start, at)

    def _opens(self, start: int, at: int) -> bool:
        """Whether a phrase stands where a clause begins: «formed under an order» names no source."""
        before = self.lower[start:at].rstrip()
        return not before or before[-1] in _MARKS_OF_CLAUSE or before.endswith(_CONJUNCTIONS)

    def _unsigned(self, start: int, stop: int) -> bool:
        """Whether no more is said of a paper than what it is: «an internal letter», and not whose."""
        named = _ANY.match(self.lower, start)
        return bool(named and not _SIGNED.search(self.lower, start, min(len(self.lower), stop + CONTENT)))

    def _held_view(self, found: re.Match[str], start: int, before: bool) -> Cue | None:
        """«In X's view», «X's claim that»: whose view or claim it is."""
        if found.group("viewer"):
            at, stop = found.span("viewer")
        else:
            at, stop = found.span("claimer")
        named = _LAST_NOUN.search(self.holders.text, at, stop)
        at = named.start(1) if named else at
        at -= len(_ARTICLE) if self.lower.endswith(_ARTICLE, 0, at) else 0
        pronoun = self.lower[at:stop].strip()
        if pronoun in _THEIRS or pronoun in self.grammar.plural_pronoun:
            return None
        holder = self.holders.read(at, stop)
        if holder is None and found.group("claimer") and self.grammar.language == "ru":
            holder = self.holders.describe(at, stop)
        return Cue(at, found.end(), holder, before) if holder and holder.kind != "document" else None

    def _told_by(self, found: re.Match[str], holder: Holder | None, start: int, stop: int) -> Cue | None:
        """«Primer Post was told by two officials»: they, through the outlet; others are told *that* it is so."""
        outlet = self.holders.read(self.subject(start, found.start()), found.start())
        if holder is None:
            return None
        if outlet is None or outlet.kind != "outlet":
            that = self.lower.startswith(" that ", stop)
            return Cue(found.start(), stop, holder, found.start() - start > CONTENT) if that else None
        self.holders.memory.outlet = outlet
        return Cue(found.start(), stop, holder, found.start() - start > CONTENT, outlet.links, True)

    def _stated_in(self, found: re.Match[str], start: int, end: int, before: bool) -> Cue | None:
        """«Говорится в записке», «в записке говорится», «следует из документа», «в объявлениях обещают»."""
        if _TERM.search(self.lower, start, found.start()):
            return None
        after = _THEREAFTER.match(self.lower, found.end())
        if after:
            stop = self.phrase_end(after.end(), end)
            holder = self.holders.read(after.end(), stop)
            if holder and holder.kind == "described" and self.grammar["offers"].match(found.group()):
                return None  # «поручено в двухнедельный срок создать штабы»
            return Cue(found.start(), stop, holder, before) if holder else None
        offered = self.grammar["offers"].match(found.group())
        if offered:
            ways = (_IN_PAPER, _IN_PAPER_TO, _PAPER_WHERE)
            inside = next(filter(None, (w.search(self.lower, start, found.start()) for w in ways)), None)
            paper = self.holders.read(inside.start(1), inside.end(1)) if inside else None
            held = paper is not None and paper.kind == "document"
            return Cue(inside.start(), found.end(), paper, False) if inside and paper and held else None
        if self.lower[start : found.start()].strip() in _SAME_PLACE and self.holders.memory.last:
            return Cue(start, found.end(), self.holders.memory.last, False)
        left = _STATED_LEFT.search(self.lower[start : found.start()])
        if left is None:
            return None
        holder = (
            self.holders.memory.document or self._rule
            if left.group(2) in _THEREIN
            else self.holders.read(start + left.start(2), start + left.end(2))
        )
        if holder and holder.kind != "document" and found.group() in _LIES:
            return None
        return Cue(start + left.start(1), found.end(), holder, left.start(1) > CONTENT) if holder else None

    def phrase_end(self, at: int, end: int) -> int:
        """Where the noun phrase that begins at ``at`` ends."""
        found = self.grammar["phrase_end"].search(self.lower, at + 1, end)
        # An outlet's or paper's name may stand in quotation marks.
        # An initial has a dot.
        while found and ((found.group() in '«“"»”' and found.start() - at < NAME) or self._initial(found)):
            found = self.grammar["phrase_end"].search(self.lower, found.end(), end)
        return found.start() if found else end

    def _initial(self, found: re.Match[str]) -> bool:
        """Whether a dot belongs to the initial of a name."""
        at = found.start()
        return found.group() == "." and bool(_INITIAL.search(self.holders.text, max(0, at - 4), at + 1))

    def subject(self, start: int, at: int) -> int:
        """Where the noun phrase that ends at ``at`` begins."""
        begin = max([start, *(e for _, e in self._quoted if e <= at)])
        start = begin
        for found in self.grammar["phrase_start"].finditer(self.lower, start, at):
            begin = found.end()
        named = self.holders.annotations.within(max(start, begin - NAME), begin, "outlet") if begin > start else ()
        return named[-1].start if named and named[-1].end > begin else begin  # a name may hold an "and"

    def _counted(self, cue: Cue) -> bool:
        """Whether an outlet is named for a figure or report of its own: «by Primer's count»."""
        around = self.lower[max(0, cue.start - NAME) : cue.end + CONTENT]
        return bool(self.grammar["counted"].search(around))
