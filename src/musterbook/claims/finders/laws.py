"""Stages of legal instruments: drafted, introduced, passed, signed, in force.

In: a document. Out: drafts of ``law.stage``, one per instrument and stage that a sentence
tells. A verb of a stage counts where a legal instrument is its object or its subject, or
where a pronoun or "the document" takes up the instrument of a sentence before. Never takes
a law of another matter or of another state for one of the programme's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders.actors import actor
from musterbook.claims.mention import Mention, When
from musterbook.claims.needful import Gated
from musterbook.claims.patterns import PatternBook
from musterbook.expressions import regex
from musterbook.records import Arg

TYPE = "law.stage"
_STAGES = ("published_draft", "first_reading", "introduced", "passed", "signed", "approved", "in_force", "drafted")
_ACTS = ("law", "bill", "amendments")
_GOVERNMENT_ACTS = ("resolution", "rules")
_ONE_MANS = ("decree", "order")  # which nobody passes: they are signed
_EARLY = frozenset({"drafted", "published_draft", "introduced", "first_reading"})
_LATE = frozenset({"signed", "in_force"})
_PHRASES = ("in_force", "first_reading")  # whose verbs are phrases of one meaning
_VOICES = ("active", "passive", "said", "alone", "noun")
_AHEAD = 110  # characters from a verb to an instrument after it
_BEHIND = 180  # characters from an instrument to a verb after it
_BACK = 3  # sentences in which the instrument was named that a pronoun takes up
_BACK_ACT = 7  # the same for a law or bill, which a report is about
_CONTEXT = 700  # characters before a sentence in which the programme is named: about a paragraph
_NEAR = 30  # characters between a pronoun and its verb
_NEAR_ACT = 60  # characters between a bill and the word that it was introduced, where no parliament is named
_DATED = 12  # characters from a verb to the date that follows it: "on" and the like
_MEANS = 24  # characters before an instrument in which the preposition of means stands
_FUTURE = 45  # characters before a verb in which an auxiliary stands
_HOUSE = 22  # characters behind a verb in which the house stands that approves
_PART = regex(r"[,;]\s|\s(?:и|а|and|but)\s")  # what parts the stages of a list
_MARK = 2  # characters of a comma and a blank
_SEVERAL = 2  # dates in one sentence
_STOP = regex(r"[;:]|(?<!no)(?<!art)\. ")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The lexicon's expressions for stages, compiled for one language."""

    verbs: tuple[tuple[str, str, Gated], ...]
    words: dict[str, Gated]


@dataclass(frozen=True, slots=True)
class _Hit:
    """A verb or noun of a stage, at a span."""

    stage: str
    voice: str
    start: int
    end: int


_WORDS = (
    "first_reading", "second_only", "last_reading", "parliament", "be_before", "passive_after", "doer_before",
    "object_gap", "subject_gap", "relative_gap", "pronoun_after", "pronoun_before", "draft", "not_noun", "tabled",
    "urged", "lower_house", "upper_house", "president", "future", "future_tense", "negated", "off_topic", "foreign",
    "of_reservists", "topic", "means", "other_force",
)  # fmt: skip


@lru_cache(maxsize=8)
def _grammar(book: PatternBook, language: str) -> _Grammar | None:
    lexicon = book.vocabulary.lexicon
    if (language, "law_signed_active") not in lexicon:
        return None
    verbs = []
    for stage in _STAGES:
        for voice in _VOICES:
            name = f"law_{stage}_{voice}"
            if (language, name) in lexicon:
                verbs.append((stage, voice, Gated(book.expression(rf"\b(?:{{{name}}})(?!\w)", language))))
    return _Grammar(tuple(verbs), book.words(_WORDS, language, "law_"))


def find(document: Document) -> Iterator[Draft]:
    """Every stage that a document tells of a legal instrument of the programme."""
    grammar = _grammar(document.book, document.annotations.language)
    if grammar is None or TYPE not in document.vocabulary.types:
        return
    legal = _legal(document.book)
    notes = document.annotations
    cued = {span: {str(c.pattern.args["stage"]) for c in cues} for span, cues in document.cues(TYPE)}
    recent: list[tuple[int, Mention]] = []
    named = {number: found for number, _, found in notes.sentences_with("instrument")}
    for number in sorted(named.keys() | {notes.sentence_at(start) for start, _ in cued}):
        sentence = notes.sentences[number]
        laws = [m for m in named.get(number, ()) if m.value in legal and not _idiom(document, grammar, m)]
        recent = [(n, m) for n, m in recent if number - n <= (_BACK_ACT if m.value in _ACTS else _BACK)]
        if (laws or recent) and sentence in cued:
            reader = _Sentence(document, grammar, sentence, laws, _antecedent(recent))
            if reader.on_topic():
                yield from reader.drafts(cued[sentence])
        recent += [(number, m) for m in _salient([m for m in laws if not recent or not _means(document, grammar, m)])]


def _antecedent(recent: list[tuple[int, Mention]]) -> Mention | None:
    """What a pronoun takes up: the last law or bill named, else the last instrument."""
    acts = [m for _, m in recent if m.value in _ACTS]
    return acts[-1] if acts else recent[-1][1] if recent else None


def _salient(laws: list[Mention]) -> list[Mention]:
    """Of a sentence's instruments the one that the next sentence goes on about: a law or bill before a decree."""
    return sorted(laws, key=lambda m: m.value not in _ACTS)[:1]


@lru_cache(maxsize=8)
def _legal(book: PatternBook) -> frozenset[str]:
    entries = book.vocabulary.entries
    return frozenset(name for (kind, name), e in entries.items() if kind == "instrument" and e.attributes.get("legal"))


def _idiom(document: Document, grammar: _Grammar, law: Mention) -> bool:
    """Whether the word is part of a set phrase: "in order to", "martial law"."""
    text = document.plain
    around = max(0, law.start - 24)
    return any(
        m.start() < law.end and m.end() > law.start
        for m in grammar.words["not_noun"].finditer(text, around, min(len(text), law.end + 16))
    )


def _means(document: Document, grammar: _Grammar, law: Mention) -> bool:
    """Whether something else is done by it: "fixed by decree", «устанавливает указом»."""
    return grammar.words["means"].search(document.plain[max(0, law.start - _MEANS) : law.end]) is not None


class _Sentence:
    """One sentence that tells of a stage."""

    def __init__(
        self, document: Document, grammar: _Grammar, span: Span, laws: list[Mention], before: Mention | None
    ) -> None:
        self._document = document
        self._shadow = document.shadow
        self._grammar = grammar
        self._words = grammar.words
        self._span = span
        self._laws = laws
        self._before = before

    def on_topic(self) -> bool:
        """Whether the sentence is about the programme: it says so, or what stands before it does."""
        plain, words = self._document.plain, self._words
        if words["off_topic"].search(plain, *self._span):
            ours = words["of_reservists"].search(plain, *self._span)
            if ours is None or words["foreign"].search(plain, *self._span):
                return False
        if self._document.surroundings.agents.about or self._words["topic"].search(self._shadow, *self._span):
            return True
        before, after = max(0, self._span[0] - _CONTEXT), self._span[1] + _AHEAD
        return bool(self._words["topic"].search(self._shadow, before, after))

    def drafts(self, stages: Collection[str]) -> Iterator[Draft]:
        """What the sentence tells of these stages."""
        seen: set[tuple[int, str]] = set()
        for hit in self._hits(stages):
            law = None if self._urged(hit) else self._instrument(hit)
            if law is None:
                continue
            stage = self._stage(hit, law)
            if not stage or (law.start, stage) in seen:
                continue
            seen.add((law.start, stage))
            yield self._draft(hit, law, stage)

    def _hits(self, stages: Collection[str]) -> list[_Hit]:
        """Verbs and nouns in order; of those that overlap, the longest, and of equals the active."""
        found: list[_Hit] = []
        for stage, voice, pattern in self._grammar.verbs:
            if stage not in stages:
                continue
            for m in pattern.finditer(self._shadow, *self._span):
                hit = _Hit(stage, voice, *m.span())
                if voice == "active" and self._passive(hit):
                    continue
                if voice == "passive" and stage not in _PHRASES and not self._said_of(hit):
                    continue
                found.append(hit)
        found.sort(key=lambda h: (h.start, h.start - h.end))
        return found

    def _urged(self, hit: _Hit) -> bool:
        """Whether somebody only asks that it be done, or something else is in force there."""
        before = (max(self._span[0], hit.start - 60), hit.start)
        other = self._words.get("other_force") if hit.stage == "in_force" else None
        if other is not None and other.search(self._document.plain, *before):
            return True
        return bool(self._words["urged"].search(self._document.plain, *before))

    def _passive(self, hit: _Hit) -> bool:
        """Whether a form that could be active is passive: a form of "be" stands before it, or "by" follows."""
        before = self._shadow[max(self._span[0], hit.start - 40) : hit.start]
        return bool(self._words["be_before"].search(before))

    def _said_of(self, hit: _Hit) -> bool:
        """Whether a participle is said of the instrument, where the language cannot tell it from a past tense."""
        if "passive_after" not in self._words or self._passive(hit):
            return True
        before = self._shadow[max(self._span[0], hit.start - 60) : hit.start]
        if self._words["doer_before"].search(before):
            return False
        return bool(self._words["passive_after"].search(self._shadow[hit.end : self._span[1]]))

    def _instrument(self, hit: _Hit) -> Mention | None:
        """The instrument that a verb is said of."""
        ahead = self._ahead(hit)
        if hit.voice == "noun":
            return ahead
        if hit.voice == "alone":
            return next((law for law in reversed(self._laws) if law.end <= hit.start), self._before)
        behind = self._behind(hit, "relative_gap" if hit.voice == "active" else "subject_gap")
        if hit.voice == "active":
            return ahead or behind or self._taken_up(hit)
        if behind is not None and ahead is not None:
            return ahead if ahead.start - hit.end <= 2 and "passive_after" not in self._words else behind
        return behind or self._taken_up(hit) or ahead

    def _ahead(self, hit: _Hit) -> Mention | None:
        for law in self._laws:
            if hit.end <= law.start <= hit.end + _AHEAD:
                fits = self._words["object_gap"].fullmatch(self._shadow, hit.end, law.start)
                return law if fits else None
        return None

    def _behind(self, hit: _Hit, gap: str) -> Mention | None:
        for law in reversed(self._laws):
            if law.end <= hit.start and hit.start - law.end <= _BEHIND:
                if hit.stage in _PHRASES and not _STOP.search(self._shadow, law.end, hit.start):
                    return law
                return law if self._words[gap].fullmatch(self._shadow, law.end, hit.start) else None
        return None

    def _taken_up(self, hit: _Hit) -> Mention | None:
        """The instrument that a pronoun or "the document" beside the verb stands for."""
        earlier = [law for law in self._laws if law.end <= hit.start]
        meant = earlier[-1] if earlier else self._before
        if meant is None:
            return None
        if hit.voice == "active" and self._words["pronoun_after"].search(self._shadow[hit.end : self._span[1]]):
            return meant
        reach = _NEAR if hit.voice == "active" else _BEHIND // 2
        for m in self._words["pronoun_before"].finditer(self._shadow, max(self._span[0], hit.start - reach), hit.start):
            if hit.voice == "active" and "passive_after" in self._words:
                continue  # before an active verb a pronoun is its subject
            if self._words["subject_gap"].fullmatch(self._shadow, m.end(), hit.start):
                return meant
        return None

    def _stage(self, hit: _Hit, law: Mention) -> str:
        """The stage, settled by the reading, the house and the kind of instrument; "" for none."""
        left, right = self._document.surroundings.clause(self._span, hit.start)
        clause = self._document.plain[left:right]
        stage = hit.stage
        if stage == "approved" and law.value in _ACTS:
            beside = self._document.plain[hit.end : min(right, hit.end + _HOUSE)]
            if self._words["upper_house"].search(beside):
                return stage
        if stage == "first_reading" and not self._words["first_reading"].search(clause):
            stage = "passed"  # a reading it is that was passed, but another one
        if stage in ("passed", "approved"):
            if self._words["last_reading"].search(clause):
                return "passed"
            if self._words["first_reading"].search(clause):
                return "first_reading"
            if self._words["second_only"].search(clause):
                return ""
        if stage == "published_draft" and not self._is_draft(hit, law):
            return ""
        if stage == "introduced":
            taken_up = not self._span[0] <= law.start < self._span[1]
            near = (taken_up or abs(law.start - hit.start) <= _NEAR_ACT) and self._words["tabled"].search(
                self._document.plain, hit.start, right
            )
            fits = law.value in _ACTS and (near or self._words["parliament"].search(clause))
            return stage if fits else ""
        if stage == "approved" and law.value in _ACTS:
            return self._approved_by(self._document.plain[left : hit.start], clause)
        if stage == "passed" and law.value in _ONE_MANS:
            return "signed" if hit.voice == "active" else ""
        return "approved" if stage == "passed" and law.value in _GOVERNMENT_ACTS else stage

    def _approved_by(self, before: str, clause: str) -> str:
        """What an act reached by approval: a house that passes it, a president who signs it, anybody else."""
        houses = [(m.end(), "approved") for m in self._words["upper_house"].finditer(before)]
        houses += [(m.end(), "passed") for m in self._words["lower_house"].finditer(before)]
        houses += [(m.end(), "signed") for m in self._words["president"].finditer(before)]
        if houses:
            return max(houses)[1]
        return "passed" if self._words["lower_house"].search(clause) else "approved"

    def _is_draft(self, hit: _Hit, law: Mention) -> bool:
        text = self._document.plain
        if law.value == "bill" or self._words["draft"].search(text, law.start, law.end):
            return True
        near = text[max(self._span[0], min(law.start, hit.start) - 25) : max(law.end, hit.end) + 70]
        return bool(self._words["draft"].search(near[: self._span[1]]))

    def _kind(self, law: Mention, stage: str) -> str:
        """The instrument in the normal form of its stage: what is signed is a law, what is drafted a bill."""
        value = str(law.value)
        if value == "rules":
            return "resolution"
        if value in _ACTS:
            if stage in _EARLY:
                return "bill"
            return "law" if stage in _LATE or value == "amendments" else value
        return value

    def _draft(self, hit: _Hit, law: Mention, stage: str) -> Draft:
        inside = self._span[0] <= law.start < self._span[1]
        start = min(hit.start, law.start) if inside else hit.start
        end = max(hit.end, law.end) if inside else hit.end
        who = actor(self._document, self._span, (hit.start, hit.end), hit.voice)
        args = [Arg("instrument", self._kind(law, stage), law.start, law.end), Arg("stage", stage)]
        if who is not None:
            args.append(Arg("actor", who.value, who.start, who.end))
            start, end = min(start, who.start), max(end, who.end)
        when = self._dated(hit)
        if when is not None:
            args.append(Arg("date", str(when.value.date), when.start, when.end))
        future = self._future(hit)
        negated = self._words["negated"].search(self._document.plain, max(self._span[0], hit.start - 28), hit.end)
        return Draft(
            TYPE, tuple(args), start, end, self._span, cue=(hit.start, hit.end),
            status="planned" if future else "actual", polarity="denied" if negated else "affirmed",
            fixed=frozenset() if future or not self._only_deadlines(hit) else frozenset({"date"}),
        )  # fmt: skip

    def _dated(self, hit: _Hit) -> Mention | None:
        """The date right after a verb, which is that of its stage whatever dates stand nearer to the instrument."""
        for m in self._document.annotations.within(hit.end, hit.end + _DATED, "date"):
            if isinstance(m.value, When) and len(self._shadow[hit.end : m.start].split()) <= 1:
                return m
        return self._parted(hit)

    def _parted(self, hit: _Hit) -> Mention | None:
        """The one date between the commas around a verb, where several are told: «внесён 1 мая, принят 9 мая»."""
        dates = [m for m in self._document.annotations.within(*self._span, "date") if isinstance(m.value, When)]
        if len(dates) < _SEVERAL:
            return None
        starts = [self._span[0], *(m.end() for m in _PART.finditer(self._shadow, self._span[0], hit.start))]
        start, before = starts[-1], starts[-2:][0]
        if any(0 <= m.start - before <= _DATED and 0 <= start - m.end <= _MARK for m in dates):
            start = before  # "On Friday, the president signed"
        parted = _PART.search(self._shadow, hit.end, self._span[1])
        beside = [m for m in dates if start <= m.start < (parted.start() if parted else self._span[1])]
        return beside[0] if len(beside) == 1 else None

    def _only_deadlines(self, hit: _Hit) -> bool:
        """Whether every date of a stage's clause is one by which something is to be done."""
        clause = self._document.surroundings.clause(self._span, hit.start)
        dates = self._document.annotations.within(*clause, "date")
        return all(isinstance(d.value, When) and d.value.direction == "until" for d in dates)

    def _future(self, hit: _Hit) -> bool:
        if hit.voice == "said" and hit.stage == "signed":
            return True  # what awaits a signature has none yet
        text = self._document.plain
        said = text[hit.start : hit.end]
        if self._words["future_tense"].search(said):
            return True
        return bool(self._words["future"].search(text, max(self._span[0], hit.start - _FUTURE), hit.end))
