"""Criteria: who may join, who may not, and on what condition.

In: a document. Out: drafts of ``eligibility.criterion``. Starts from the names of criteria
(cues of the claim type); what is said of them is told by the nearest words of taking,
refusing or requiring: in the sentence, in the heading or question that the sentence hangs
on, or in the sentence that it goes on from. A criterion without such words is no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders.criteria_words import ACCEPT, MUST, OPTIONAL, REFUSE, Frame, Words, words
from musterbook.claims.finders.hanging import opening
from musterbook.expressions import regex
from musterbook.records import Arg

TYPE = "eligibility.criterion"
_CIRCLE = 1500  # characters before a sentence in which the programme must be named: two or three paragraphs
_KINDS = frozenset({"force", "programme_name", "unit"})
_LACK = 60  # characters before a criterion in which a "without" concerns it
_AFTER = 40  # characters after a criterion in which an "is absent" concerns it
_ADDED = 70  # what the end of a clause costs when frames are weighed, in characters
_WEAK = 60  # what a word of plain recruiting costs
_BEFORE = 12  # what standing after the criterion costs: what precedes governs more often
_QUOTE = 70  # characters between frame and criterion up to which a quote holds both
_LISTED = 90  # what a colon between frame and criterion costs, however long the list
_FAR = 170  # characters beyond which a frame does not reach
_CONDITION = 60  # characters around people in which their condition stands
_SHORT = 60  # characters of an answer that names a condition and nothing else
_BRIEF = 30  # characters of a question that only names those whom it asks about: "And women?"
_ANSWER = 45  # characters after a question in which its answer begins
_ITEM = 70  # characters of a sentence that says what is asked and needs no verb for it
_ROW = 8  # answers without verbs that are walked back over
_FRAGMENT = 110  # characters of such an answer
_BACK = 2  # sentences before such a one, in which those are named of whom it is asked
_NEAR = 25  # characters around a criterion in which a "preferably" concerns it
_BREAK = regex(r"[;:]| - |, (?:but|while|and (?=\w+ (?:are|is|must))|а(?! также)|но(?! и )|при этом) |[.!?]\s")
_JOINED = regex(r"(?:,|\s)\s?(?:(?:and|or|nor|и|или|либо|ни)\s)?(?:[\w-]+\s){0,2}")
_GRADE = regex(r"(?<!\w)[A-DGVa-dgvА-Да-д](?!\w)")  # of the five categories of fitness, in either script
_LETTER = regex(r"[A-ZА-Я]|[\"'«“][a-zа-я]")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Term:
    """One criterion named in a text.

    Attributes:
        criterion: Its name.
        effect: What it means of people who are taken.
        value: ``RU``, letters of fitness categories; or "".
        start: First character, a "without" included.
        end: One past the last.
        lack: True where the text says that it is missing.
        whole: True where the words say by themselves that people are taken.
    """

    criterion: str
    effect: str
    value: str
    start: int
    end: int
    lack: bool = False
    whole: bool = False


def find(document: Document) -> Iterator[Draft]:
    """The criteria that a document tells.

    Args:
        document: In a language whose lexicon has the words for it.
    """
    spoken = words(document.book, document.annotations.language)
    if spoken is None or TYPE not in document.vocabulary.types:
        return
    numbers = {s: n for n, s in enumerate(document.annotations.sentences)}
    for sentence, cues in sorted(document.cues(TYPE), key=lambda c: c[0]):
        named = spoken.has("circle", document.plain, max(0, sentence[0] - _CIRCLE), sentence[1])
        if not named and not _KINDS & document.surroundings.context(sentence, _CIRCLE):
            continue
        passage = _Passage(document, spoken, sentence, numbers[sentence])
        terms = [
            term
            for cue in cues
            for match in cue.finditer(document.plain, *sentence)
            if not (cue.unless and cue.unless.search(document.plain, *sentence))
            and (term := passage.term(cue.pattern.args, cue.pattern.flags, match)) is not None
        ]
        yield from passage.drafts(_longest(terms))


def _longest(terms: list[Term]) -> list[Term]:
    """Of overlapping terms the longest, in order of the text."""
    kept: list[Term] = []
    for term in sorted(terms, key=lambda t: (t.start - t.end, t.start)):
        if not any(term.start < k.end and k.start < term.end for k in kept):
            kept.append(term)
    return sorted(kept, key=lambda t: t.start)


class _Passage:
    """One sentence that names criteria, with what it hangs on."""

    def __init__(self, document: Document, spoken: Words, sentence: Span, number: int) -> None:
        self._document = document
        self._words = spoken
        self._text = document.plain
        self._span = sentence
        self._number = number
        self._frames = spoken.frames(self._text, sentence)

    def term(self, args: object, flags: tuple[str, ...], match: re.Match[str]) -> Term | None:
        """A cue's match as a term, with its value in normal form; None where its letters are plain words."""
        assert isinstance(args, dict)
        value = str(args.get("value", ""))
        groups = [g for g in ("v", "w", "x") if g in match.re.groupindex and match.span(g)[0] >= 0]
        if groups:
            value = self._value(match.span(groups[0]), str(args["criterion"]))
            if not value:
                return None
        lack = "lack" in flags
        return Term(str(args["criterion"]), str(args["effect"]), value, *match.span(), lack, "whole" in flags)

    def _value(self, span: Span, criterion: str) -> str:
        text = self._document.annotations.text[span[0] : span[1]]
        if criterion != "fitness_category":
            return text.strip(" \"'«»“”")
        if not _LETTER.search(self._document.annotations.text, max(0, span[0] - 1), span[1]):
            return ""
        return ", ".join(_GRADE.findall(text)).upper()

    def drafts(self, terms: list[Term]) -> Iterator[Draft]:
        """A draft for each criterion of which something is said."""
        if self._words.has("reject", self._text, *self._span):
            return
        if self._question():
            yield from self._answered(terms)
            return
        women = next((t for t in terms if t.effect == "admitted" and t.criterion == "sex_female"), None)
        condition: Span | None = None
        before: Term | None = None
        for term in [women, *(t for t in terms if t is not women)] if women else terms:
            if condition and term is not women and term.start < condition[1] + _BEFORE and term.end > condition[0]:
                continue
            lacking = self._lacking(term, before)
            before = lacking
            frame = self._frame(lacking)
            if frame is None or (term.effect == "admitted" and self._aged(term)) or self._wished(term, frame):
                continue
            told = self._tell(lacking, frame)
            if told is None:
                continue
            effect, polarity, args, quote, condition_span = told
            condition = condition_span or condition
            draft = self._draft(lacking, effect, polarity, args, quote)
            yield self._there(draft, frame) if term.effect == "admitted" else draft

    def _there(self, draft: Draft, frame: Frame) -> Draft:
        """A draft that the next sentence completes is that sentence's: its places and its verb."""
        if frame.start < self._span[1]:
            return draft
        after = self._document.annotations.sentences[self._number + 1]
        return replace(draft, start=frame.start, end=frame.end, cue=(frame.start, frame.end), sentence=after)

    def _answered(self, terms: list[Term]) -> Iterator[Draft]:
        """What the answer says to a question about people or about something that one must not have."""
        sentences = self._document.annotations.sentences
        asked = [t for t in terms if t.effect != "required" and not t.lack]
        brief = asked and asked[0].effect == "admitted" and self._span[1] - self._span[0] <= _BRIEF
        if len(asked) != 1 or self._number + 1 >= len(sentences) or not (self._frames or brief):
            return
        term, after = asked[0], sentences[self._number + 1]
        hit = self._words.first("condition", self._text, *after) if term.effect == "admitted" else None
        refused, taken = (self._words.has(name, self._text, *after) for name in ("no", "yes"))
        if hit is not None and (taken or after[1] - after[0] <= _SHORT):
            args = [Arg("condition", hit[0])]
            yield replace(self._draft(term, "restricted", "affirmed", args, after), sentence=after)
        elif refused or taken:
            effect = "excluded" if refused else "admitted"
            yield replace(self._draft(term, effect, "affirmed", [], (term.start, after[1])), sentence=after)

    def _draft(self, term: Term, effect: str, polarity: str, args: list[Arg], quote: Span) -> Draft:
        found = [Arg("criterion", term.criterion), Arg("effect", effect), *args]
        if term.value and effect != "restricted":
            found.append(Arg("value", term.value))
        status = "" if self._words.has("draft", self._text, *self._span) else "actual"
        return Draft(TYPE, tuple(found), *quote, sentence=self._span, cue=quote, polarity=polarity, status=status)

    def _lacking(self, term: Term, listed: Term | None) -> Term:
        """The term with the "without" before it, or the "is absent" after it, where there is one."""
        if term.lack:
            return term
        if listed is not None and listed.lack and listed.end <= term.start and term.effect == "excluded":
            if _JOINED.fullmatch(self._text, listed.end, term.start):
                return _with_lack(term, term.start, term.end)
        refusals = [f for f in self._frames if f.kind in (REFUSE, OPTIONAL)]
        left = max(self._span[0], term.start - _LACK)
        left = max([left, *(m.end() for m in _BREAK.finditer(self._text, left, term.start))])
        before = self._words.first("lack", self._text, left, term.start)
        if before and self._text[before[1] : term.start].count(",") == 0:
            if not any(f.start < term.start and before[1] < f.end for f in refusals):
                return _with_lack(term, before[1], term.end)
        right = min(self._span[1], term.end + _AFTER)
        after = self._words.first("lack_after", self._text[term.end : right], 0, right - term.end)
        if after and not any(f.start < term.end + after[2] and term.end + after[1] < f.end for f in refusals):
            return _with_lack(term, term.start, term.end + after[2])
        return term

    def _frame(self, term: Term) -> Frame | None:
        """The nearest words that say what a criterion means."""
        if term.whole:
            return Frame(ACCEPT, term.start, term.end)
        if self._words.has("asked", self._text, *self._span):
            return self._answer(term)
        usable = [f for f in self._frames if self._usable(term, f)]
        best = min(usable, key=lambda f: self._cost(term, f), default=None)
        if best is not None and self._cost(term, best) <= _FAR:
            return best
        return self._led(term) or self._continued(term) or self._later(term) or self._letters(term) or self._asked(term)

    def _aged(self, term: Term) -> bool:
        """True where people are told apart by their age: that is another type's claim."""
        return any(m.kind == "ages" for m in self._document.annotations.within(term.start, term.end + _ANSWER // 2))

    def _wished(self, term: Term, frame: Frame) -> bool:
        """True where something is welcome and not asked."""
        if term.effect != "required" or frame.kind not in (ACCEPT, MUST):
            return False
        right = min(self._span[1], term.end + _NEAR)
        comma = self._text.find(",", term.end, right)
        beside = (max(self._span[0], term.start - _NEAR), right if comma < 0 else comma)
        return self._words.has("wished", self._text, *beside)

    def _usable(self, term: Term, frame: Frame) -> bool:
        inside = frame.start < term.end and term.start < frame.end
        if inside or (frame.weak and term.effect == "excluded" and not term.lack):
            return False
        if frame.kind == MUST:
            if term.effect == "excluded" and not term.lack:
                return False
            return term.effect != "admitted" and self._words.has("joiner", self._text, *self._span)
        return True

    def _cost(self, term: Term, frame: Frame) -> int:
        first, last = (frame.end, term.start) if frame.start < term.start else (term.end, frame.start)
        earlier = frame.kind == OPTIONAL and frame.end <= term.start
        if earlier and self._words.has("turn", self._text, first, last):
            return _FAR + 1  # "not needed, but …": what follows is another matter
        if frame.end <= term.start and ":" in self._text[frame.end : term.start]:
            return _LISTED + self._text[frame.end : term.start].count(".") * _FAR
        added = 0 if frame.kind == OPTIONAL else sum(_ADDED for _ in _BREAK.finditer(self._text, first, last))
        added -= _ADDED if frame.kind == OPTIONAL else 0
        behind = (_BEFORE if frame.start > term.start else 0) + (_WEAK if frame.weak else 0)
        return max(0, last - first) + added + behind

    def _question(self) -> bool:
        return self._text[: self._span[1]].rstrip(" \"'").endswith("?")

    def _answer(self, term: Term) -> Frame | None:
        """The yes or no to what was asked in this sentence."""
        stop = self._text.find(".", term.end, term.end + _FAR)
        for end in (stop + 1 if stop >= 0 else self._span[1], self._span[1]):
            for name, kind in (("no", REFUSE), ("yes", ACCEPT)):
                if self._words.has(name, self._text, end, end + _ANSWER):
                    return Frame(kind, term.start, term.end)
        return None

    @cached_property
    def _lead(self) -> Frame | None:
        lead = opening(self._document, self._number) or self._listed()
        if lead is None:
            return None
        return self._of_span(lead)

    def _listed(self) -> Span | None:
        """The question that a row of answers without verbs hangs on ("Those on trial. Those with a debt.")."""
        sentences = self._document.annotations.sentences
        for number in range(self._number, max(0, self._number - _ROW), -1):
            start, end = sentences[number]
            if end - start > _FRAGMENT or not self._words.has("fragment", self._text, start, end):
                return None
            lead = opening(self._document, number)
            if lead is not None:
                return lead
        return None

    def _of_span(self, span: Span) -> Frame | None:
        """What a heading, a question or a sentence says as a whole."""
        frames = self._words.frames(self._text, span)
        for kind in (REFUSE, ACCEPT, MUST):
            found = next((f for f in frames if f.kind == kind and not f.weak), None)
            if found is not None and kind != MUST:
                return found
        if self._words.has("lead", self._text, *span):
            return Frame(MUST, *span)
        return None

    def _led(self, term: Term) -> Frame | None:
        frame = self._lead
        if frame is None:
            return None
        if term.effect == "admitted" and frame.kind != REFUSE:
            return frame if frame.kind == ACCEPT else None
        if term.effect == "excluded" and not term.lack and frame.kind != REFUSE:
            return None
        return frame

    def _continued(self, term: Term) -> Frame | None:
        """What the sentence before says, where this one goes on about the same without a verb of its own."""
        said = self._text[slice(*self._span)]
        hit = self._words.first("goes_on", said, 0, len(said))
        if self._number == 0 or hit is None:
            return None
        if term.effect == "admitted" and self._span[0] + hit[2] == term.end:
            return None  # the sentence begins with the people themselves
        before = self._document.annotations.sentences[self._number - 1]
        if self._text[: before[1]].rstrip(" \"'").endswith("?"):
            return None
        frames = [f for f in self._words.frames(self._text, before) if f.kind in (ACCEPT, REFUSE)]
        if not frames or frames[-1].weak:
            return None
        frame = frames[-1]
        if term.effect == "required" or (term.effect == "excluded" and frame.kind == ACCEPT and not term.lack):
            return None
        return Frame(frame.kind, term.start, term.end)

    def _letters(self, term: Term) -> Frame | None:
        """A level of fitness or schooling that is all that a short sentence tells: nobody else is taken."""
        alone = term.criterion in ("fitness_category", "education") and self._span[1] - self._span[0] <= _SHORT
        return Frame(MUST, term.start, term.end) if alone and term.value else None

    def _asked(self, term: Term) -> Frame | None:
        """What is asked where no verb says so: of those who want to join, or in a list of what is asked."""
        if term.effect != ("excluded" if term.lack else "required"):
            return None
        cuts = [m.end() for m in _BREAK.finditer(self._text, self._span[0], term.start)]
        stop = _BREAK.search(self._text, term.end, self._span[1])
        segment = (cuts[-1] if cuts else self._span[0], stop.start() if stop else self._span[1])
        asked = self._words.has("applicant", self._text, *segment)
        if not asked and self._span[1] - self._span[0] <= _ITEM:
            before = self._document.annotations.sentences[max(0, self._number - _BACK) : self._number]
            asked = any(self._words.has(w, self._text, *s) for s in before for w in ("applicant", "lead"))
        return Frame(MUST, term.start, term.end) if asked else None

    def _later(self, term: Term) -> Frame | None:
        """What the next sentence says of a person, or of the people, whom this one only names."""
        sentences = self._document.annotations.sentences
        if term.effect == "required" or term.lack or self._number + 1 >= len(sentences):
            return None
        after = sentences[self._number + 1]
        people = term.effect == "admitted"
        if people and not self._words.has("pronoun", self._text, *after):
            return None
        if not people and after[1] - after[0] > _SHORT and not self._words.has("person", self._text, *after):
            return None
        kinds = (REFUSE, ACCEPT) if people else (REFUSE,)
        frames = (f for f in self._words.frames(self._text, after) if not f.weak)
        return next((f for f in frames if f.kind in kinds), None)

    def _tell(self, term: Term, frame: Frame) -> tuple[str, str, list[Arg], Span, Span | None] | None:
        """Effect, polarity, further arguments, quote, and the span of a condition."""
        quote = self._quote(term, frame)
        if term.effect == "admitted":
            return self._people(term, frame, quote)
        if term.effect == "required":
            return self._asset(term, frame, quote)
        if frame.kind == REFUSE and not term.lack:
            effect = "required" if term.criterion == "health" and not term.value else "excluded"
            return effect, "affirmed", [], quote, None
        if term.lack and frame.kind in (ACCEPT, MUST):
            effect = "required" if term.criterion == "health" and not term.value else "excluded"
            return effect, "affirmed", [], (term.start, term.end), None
        if frame.kind in (OPTIONAL, ACCEPT) and not term.lack and term.criterion != "health":
            return "admitted", "affirmed", [], quote, None
        return None

    def _asset(self, term: Term, frame: Frame, quote: Span) -> tuple[str, str, list[Arg], Span, Span | None] | None:
        """What is said of something that one must have."""
        if frame.kind == OPTIONAL and not term.lack:
            return "required", "denied", [], quote, None
        if term.lack and frame.kind in (ACCEPT, OPTIONAL):
            return "admitted", "affirmed", [], quote, None
        if frame.kind == REFUSE:
            if term.lack or term.criterion == "health":
                return "required", "affirmed", [], quote, None
            if term.criterion == "fitness_category":
                return "excluded", "affirmed", [], quote, None
            return None
        if term.lack:
            return None
        return "required", "affirmed", [], quote, None

    def _people(self, term: Term, frame: Frame, quote: Span) -> tuple[str, str, list[Arg], Span, Span | None] | None:
        """What is said of people who are taken or not: all, none, or some on a condition."""
        found = None if term.whole else self._condition(term, frame, quote)
        if found is not None:
            name, span = found
            args = [Arg("condition", name)] if name else []
            return "restricted", "affirmed", args, (min(quote[0], span[0]), max(quote[1], span[1])), span
        if frame.kind in (REFUSE, ACCEPT):
            return ("excluded" if frame.kind == REFUSE else "admitted"), "affirmed", [], quote, None
        return None

    def _condition(self, term: Term, frame: Frame, quote: Span) -> tuple[str, Span] | None:
        """The condition on which some are taken: its name, or "" where none is known, and its span."""
        if self._span[0] <= frame.start < self._span[1]:
            quote = (min(quote[0], frame.start), max(quote[1], frame.end))
        left = max(self._span[0], quote[0] - _CONDITION)
        right = min(self._span[1], quote[1] + _CONDITION + 10)
        only = self._words.first("only", self._text, left, right)
        hit = self._words.first("condition", self._text, max(left, min(quote[0], only[1] if only else quote[0])), right)
        if hit is None:
            hit = self._words.first("condition", self._text, left, quote[0]) if only else None
        if hit is not None:
            low, high = min(term.end, hit[1]), max(term.start, hit[1])
            beside = self._text[term.end : hit[1]] in ("-", " ")
            tied = only is not None or beside or self._words.has("if", self._text, low, high)
            if tied and (frame.kind != REFUSE or self._turned(term, hit)):
                return hit[0], (min(hit[1], only[1] if only else hit[1]), hit[2])
        exception = self._words.first("except", self._text, left, right)
        if exception is not None and hit is None:
            return "", (exception[1], exception[2])
        return self._exception()

    def _turned(self, term: Term, hit: tuple[str, int, int]) -> bool:
        """True where a refusal with a condition lets those through who meet it: without it, except them."""
        area = (max(self._span[0], min(term.start, hit[1] - _CONDITION)), hit[2])
        if self._words.has("except", self._text, *area):
            return True
        return self._words.has("lack", self._text, min(term.end, hit[1]), hit[1])

    def _exception(self) -> tuple[str, Span] | None:
        """The exception that the next sentence makes."""
        sentences = self._document.annotations.sentences
        if self._number + 1 >= len(sentences):
            return None
        after = sentences[self._number + 1]
        opening = (after[0], min(after[1], after[0] + _ANSWER))
        if not self._words.has("goes_on", self._text, *opening) or not self._words.has("except", self._text, *opening):
            return None
        hit = self._words.first("condition", self._text, *after)
        return (hit[0], (hit[1], hit[2])) if hit else None

    def _quote(self, term: Term, frame: Frame) -> Span:
        span = (min(term.start, frame.start), max(term.end, frame.end))
        inside = self._span[0] <= frame.start < self._span[1]
        if frame.start >= self._span[1]:
            return span
        near = max(term.start - frame.end, frame.start - term.end) <= _QUOTE
        return span if inside and near else (term.start, term.end)


def _with_lack(term: Term, start: int, end: int) -> Term:
    return Term(term.criterion, term.effect, term.value, start, end, True, term.whole)
