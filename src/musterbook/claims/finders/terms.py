"""Terms: every length of time in a report is a candidate; the words around it decide.

In: a document. Out: drafts of ``contract.term``, ``training.duration`` and
``callup.limit``. Starts from the mentions of durations; the nearest cue in the clause
tells what lasts so long, else the heading or question that the sentence hangs on. A
duration that tells how long ago, how soon or how long in prison is none of the three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from musterbook.claims.agents import OWN
from musterbook.claims.arguments import bind
from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders.hanging import opening
from musterbook.claims.mention import Count, Duration, Mention
from musterbook.claims.needful import Gated
from musterbook.expressions import regex
from musterbook.records import Arg

CONTRACT, TRAINING, ASSEMBLY = "contract", "training", "assembly"
_TYPES = {CONTRACT: "contract.term", TRAINING: "training.duration", ASSEMBLY: "callup.limit"}
_NAMES = (
    "source", "saying", "cue", "weak", "first", "limit", "capped", "then", "per", "before_per", "for", "reject_before",
    "reject_after", "money", "past", "draft", "total", "other_verb", "future", "signed", "elsewhere",
    "rate", "how_long", "says", "law", "goes_on",
)  # fmt: skip
_KINDS = frozenset({"force", "programme_name", "unit", "instrument"})
_CIRCLE = 1500  # characters before a sentence in which the programme must be named: two or three paragraphs
_FAR = 80  # characters between a duration and its cue
_LONGEST = 10  # years or months of a next contract that is told in a sentence of its own without them
_ADDED = 60  # what the end of a clause between them costs, in characters
_TURNED = 80  # what a new clause between them costs: it has another subject
_PARTED = 30  # what a comma right behind the duration costs a cue further on: that opens a clause of its own
_AFTER = 6  # what standing after the duration costs
_OF = 4  # characters between a duration and the training that it is "of"
_TAUGHT = 30  # characters between a length of time and the verb of teaching that it was enough for
_WITHIN = "за "  # "within": how long something took, where a verb tells what
_NEAR = 48  # characters before a duration in which "up to" or "of which" concern it
_BEFORE_LAW = 2  # sentences back to the limit that a law or a draft is held against
_ASKED = 5  # sentences back to the question that a passage answers
_BREAK = regex(r"[;:]|, (?:and|but|while|then|а|но|затем|потом|при этом) | - |[.!?]\s")
_ADJECTIVE = regex(r"(?:[оы]й|ий|ую|ого|-long|-year|-month)$")
_AGE = regex(r"P(?:1[6-9]|[2-9]\d)Y")  # so long lasts no term of the reserve: an age
_PAIR = regex(r"\W{0,3}(?:or|and|to|или|и|либо|до)\W(?:\w+\W){0,2}")  # between two lengths of a list
_OTHER = regex(r",?\s(?:or|или|либо)\s(?:for |на |even |сразу )*")  # before a length without its unit
_UNIT = regex(r"P\d+([DWMY])")

Span = tuple[int, int]
_Words = dict[str, Gated]


@dataclass(frozen=True, slots=True)
class Told:
    """What a duration tells, and the words that say so."""

    kind: str
    start: int
    end: int


def find(document: Document) -> Iterator[Draft]:
    """The terms, trainings and limits that a document tells.

    Args:
        document: In a language whose lexicon has the ``term_…`` macros.
    """
    spoken = document.book.words(_NAMES, document.annotations.language, "term_")
    if len(spoken) < len(_NAMES) or not set(_TYPES.values()) <= set(document.vocabulary.types):
        return
    for number, sentence, durations in document.annotations.sentences_with("duration"):
        if _KINDS & document.surroundings.context(sentence, _CIRCLE):
            yield from _Sentence(document, spoken, number, durations).drafts()


class _Sentence:
    """One sentence with durations."""

    def __init__(self, document: Document, spoken: _Words, number: int, durations: tuple[Mention, ...]) -> None:
        self._document = document
        self._words = spoken
        self._text = document.plain
        self._number = number
        self._span = document.annotations.sentences[number]
        self._durations = durations
        self._cues = [
            Told(m.lastgroup or "", m.start(), m.end())
            for m in spoken["cue"].finditer(self._text, *self._span)
            if m.lastgroup != "skip" and not any(d.start <= m.start() < d.end for d in durations)
        ]

    def drafts(self) -> Iterator[Draft]:
        """The terms that a passage states."""
        last: Told | None = None
        tolds = [None if self._rejected(m) else self._tell(m) for m in self._durations]
        for at, mention in enumerate(self._durations):
            told, earlier = tolds[at], self._durations[at - 1]
            if told is None and at + 1 < len(tolds) and self._paired(mention, self._durations[at + 1]):
                following = tolds[at + 1]
                told = Told(following.kind, mention.start, mention.end) if following is not None else None
            if told is None and last is not None and (self._goes_on(earlier, mention) or self._next(last, mention)):
                told = Told(last.kind, mention.start, mention.end)
            if told is None:
                continue
            last = told
            yield from self._draft(told, mention)
            if told.kind == CONTRACT:
                yield from self._elliptic(mention)

    def _has(self, name: str, start: int, end: int) -> bool:
        return self._words[name].search(self._text[start:end]) is not None

    def _rejected(self, mention: Mention) -> bool:
        left = max(self._span[0], mention.start - _NEAR)
        after = self._text[mention.end : mention.end + _NEAR]
        if isinstance(mention.value, Duration) and _AGE.match(mention.value.low):
            return True
        if self._words["reject_after"].search(after) is not None:
            return True
        worded = _ADJECTIVE.search(self._text, mention.start, mention.end) is not None
        reach = _TAUGHT if worded or self._text.startswith(_WITHIN, mention.start - len(_WITHIN)) else _OF
        trained = any(c.kind == TRAINING and 0 <= c.start - mention.end <= reach for c in self._cues)
        return not trained and self._has("reject_before", left, mention.start)

    def _tell(self, mention: Mention) -> Told | None:
        """What a duration tells: by the nearest cue, else by what the sentence hangs on."""
        best = min(self._cues, key=lambda c: self._cost(c, mention), default=None)
        if best is not None and self._cost(best, mention) <= _FAR:
            return self._settle(best, mention)
        left = max(self._span[0], mention.start - _NEAR * 2)
        if (self._per(mention) or self._each_year(mention)) and not self._paid(mention):
            return Told(ASSEMBLY, mention.start, mention.end)
        if self._has("total", left, mention.end) and self._limited(mention, (left, mention.end)):
            return Told(ASSEMBLY, mention.start, mention.end)
        tied = self._has("for", left, mention.start) or self._has("for", mention.start, mention.end)
        tied = tied or _ADJECTIVE.search(self._text, mention.start, mention.end) is not None
        if tied and self._has("weak", left, mention.start) and not self._of_others(mention):
            return self._settle(Told(CONTRACT, mention.start, mention.end), mention)
        return self._led(mention)

    def _cost(self, cue: Told, mention: Mention) -> int:
        first, last = (cue.end, mention.start) if cue.start < mention.start else (mention.end, cue.start)
        # A dash right before the duration, or before its preposition, stands for "is".
        breaks = [m for m in _BREAK.finditer(self._text, first, last) if m[0] != " - " or mention.start - m.end() > _OF]
        led = bool(breaks) and self._words["goes_on"].search(self._text, first, last) is not None
        added = 0 if led else sum(_TURNED if m[0].startswith(",") else _ADDED for m in breaks)
        others = sum(_ADDED for d in self._durations if first <= d.start < last and cue.start > mention.start)
        if cue.start > mention.start:
            added += _AFTER + (_PARTED if self._text.startswith(", ", mention.end) else 0)
        return max(0, last - first) + added + others

    def _settle(self, cue: Told, mention: Mention) -> Told | None:
        """The kind of claim: an assembly without a limit is training that took place; contracts with money are pay."""
        area = self._area(cue, mention)
        limited = self._limited(mention, area)
        if cue.kind == CONTRACT:
            if self._of_others(mention):
                return None
            if self._per(mention):
                return Told(ASSEMBLY, *area)
            return None if self._paid(mention) and not self._signed(mention) else Told(CONTRACT, *area)
        if (
            cue.kind == TRAINING
            and self._per(mention)
            and self._has("capped", max(self._span[0], area[0] - _NEAR), mention.end)
        ):
            return Told(ASSEMBLY, *area)
        if cue.kind == ASSEMBLY and not limited:
            return Told(TRAINING, *area) if self._training(mention) else None
        return Told(cue.kind, *area)

    def _area(self, cue: Told, mention: Mention) -> Span:
        return min(cue.start, mention.start), max(cue.end, mention.end)

    def _limited(self, mention: Mention, area: Span) -> bool:
        left = max(self._span[0], min(area[0], mention.start - _NEAR))
        if self._per(mention) or self._has("before_per", self._span[0], mention.start):
            return True
        value = mention.value
        at_most = isinstance(value, Duration) and value.comparator == "at_most"
        return at_most or self._has("limit", left, mention.end)

    def _per(self, mention: Mention) -> re.Match[str] | None:
        return self._words["per"].search(self._text[mention.end : min(self._span[1], mention.end + _NEAR)])

    def _each_year(self, mention: Mention) -> bool:
        """True for the most that may be asked in each of several years, told before the length."""
        value = mention.value
        at_most = isinstance(value, Duration) and value.comparator == "at_most"
        return at_most and self._has("before_per", self._span[0], mention.start)

    def _of_others(self, mention: Mention) -> bool:
        """True where the term is that of soldiers, not of the programme's people."""
        if self._document.surroundings.agents.of((mention.start, mention.end), self._span, here=True) == OWN:
            return False
        start, end = self._document.surroundings.clause(self._span, mention.start)
        source = self._words["source"].search(self._text, mention.end, end)
        said = [m.end() for m in self._words["saying"].finditer(self._text, start, mention.start)]
        return self._has("elsewhere", said[-1] if said else start, source.start() if source else end)

    def _training(self, mention: Mention) -> bool:
        return self._has("past", *self._span) or any(c.kind == TRAINING for c in self._cues)

    def _paid(self, mention: Mention) -> bool:
        """True where the clause names a sum that such a contract brings."""
        clause = self._document.surroundings.clause(self._span, mention.start)
        for m in self._document.annotations.within(*clause, "money"):
            if self._has("rate", m.end, self._span[1]):
                continue
            first, last = (m.end, mention.start) if m.start < mention.start else (mention.end, m.start)
            if not self._has("other_verb", first, last) and (last - first <= _NEAR or self._has("money", *clause)):
                return True
        return False

    def _signed(self, mention: Mention) -> bool:
        """True where somebody signs a contract of that term, whatever it brings."""
        left = max(self._span[0], mention.start - _NEAR)
        return self._has("signed", left, mention.end + _NEAR // 2)

    def _led(self, mention: Mention) -> Told | None:
        """The kind that the heading, question or first line names."""
        lead = opening(self._document, self._number)
        if lead is None:
            after = self._after_contract(mention) or self._taken_up(mention)
            return after or self._asked(mention) or self._of_law(mention)
        found = self._words["cue"].search(self._text, *lead)
        if self._paid(mention):
            return None
        if found is None and self._has("how_long", *lead) and self._has("weak", *lead):
            return Told(CONTRACT, mention.start, mention.end)
        if found is None:
            return None
        return Told(found.lastgroup or "", mention.start, mention.end)

    def _taken_up(self, mention: Mention) -> Told | None:
        """How long the training lasts of which the sentence before tells: "It takes three weeks"."""
        led = self._words["goes_on"].search(self._text, self._span[0], mention.start)
        if self._number == 0 or led is None or self._paid(mention):
            return None
        before = self._document.annotations.sentences[self._number - 1]
        kinds = {m.lastgroup for m in self._words["cue"].finditer(self._text, *before)}
        if not kinds & {TRAINING, ASSEMBLY} or CONTRACT in kinds:
            return None
        if self._per(mention) or self._has("capped", led.start(), mention.end):
            return Told(ASSEMBLY, led.start(), mention.end) if ASSEMBLY in kinds else None
        return Told(TRAINING, led.start(), mention.end)

    def _asked(self, mention: Mention) -> Told | None:
        """A limit in a passage that answers how long reservists may be kept."""
        sentences = self._document.annotations.sentences
        for number in range(self._number - 1, max(-1, self._number - 1 - _ASKED), -1):
            if self._text[slice(*sentences[number])].rstrip().endswith("?"):
                found = self._words["cue"].search(self._text, *sentences[number])
                kind = found.lastgroup if found is not None else None
                said = self._has("draft", *self._span) or self._limited(mention, (mention.start, mention.end))
                return Told(ASSEMBLY, mention.start, mention.end) if kind == ASSEMBLY and said else None
        return None

    def _of_law(self, mention: Mention) -> Told | None:
        """What a law or a draft says of a limit that one of the sentences before is about."""
        if not all(self._has(name, *self._span) for name in ("law", "says")):
            return None
        sentences = self._document.annotations.sentences
        for number in range(self._number - 1, max(-1, self._number - 1 - _BEFORE_LAW), -1):
            before = sentences[number]
            lengths = self._document.annotations.within(*before, "duration")
            if not lengths or any(
                self._words["reject_after"].search(self._text[m.end : m.end + _NEAR]) for m in lengths
            ):
                continue
            cues = {m.lastgroup for m in self._words["cue"].finditer(self._text, *before)}
            if ASSEMBLY in cues and CONTRACT not in cues and (self._has("limit", *before) or self._has("per", *before)):
                return Told(ASSEMBLY, mention.start, mention.end)
        return None

    def _after_contract(self, mention: Mention) -> Told | None:
        """A first and a next one, where the sentence before speaks of contracts."""
        if self._number == 0 or not self._has("first", self._span[0], mention.start):
            return None
        before = self._document.annotations.sentences[self._number - 1]
        found = self._words["cue"].search(self._text, *before)
        if found is None or found.lastgroup != CONTRACT or not self._has("for", self._span[0], mention.start):
            return None
        return None if self._paid(mention) else Told(CONTRACT, mention.start, mention.end)

    def _goes_on(self, earlier: Mention, mention: Mention) -> bool:
        """True for what an earlier draft said instead, or for the next item of a list of lengths."""
        if self._paired(earlier, mention):
            return True
        return mention.start - earlier.end <= _FAR and self._has("draft", earlier.end, mention.start)

    def _paired(self, earlier: Mention, mention: Mention) -> bool:
        """True for two lengths of one list."""
        between = self._text[earlier.end : mention.start]
        return len(between) <= _NEAR // 2 and not self._rejected(mention) and _PAIR.fullmatch(between) is not None

    def _next(self, last: Told, mention: Mention) -> bool:
        """True for the term of a next contract, told right after that of the one before."""
        between = mention.start - last.end
        if last.kind != CONTRACT or not 0 <= between <= _NEAR or self._rejected(mention):
            return False
        if self._words["then"].search(self._text[mention.end : mention.end + _NEAR]) is not None:
            return True
        return self._has("first", last.end, mention.start) and self._has("for", last.end, mention.start)

    def _elliptic(self, mention: Mention) -> Iterator[Draft]:
        """A number without its unit after a contract's term, there or after it: "…, the next one for up to five"."""
        unit = _UNIT.match(mention.value.low) if isinstance(mention.value, Duration) else None
        if unit is None:
            return
        for sentence, start in ((self._span, mention.end), self._sentence_on()):
            for m in self._document.annotations.within(start, min(sentence[1], start + _FAR), "count"):
                value = m.value
                joined = self._has("first", start, m.start) or _OTHER.fullmatch(self._text, start, m.start)
                if isinstance(value, Count) and value.comparator != "ordinal" and joined:
                    if value.low != value.high or value.low == 1 or not self._ends(m, start):
                        continue
                    duration = f"P{int(value.high)}{unit.group(1)}"
                    args = (Arg("duration", duration, m.start, m.end),)
                    yield Draft(_TYPES[CONTRACT], args, start, m.end, sentence, cue=m_span(m), polarity="affirmed")
                    return

    def _sentence_on(self) -> tuple[Span, int]:
        """The sentence after, and where it begins, if it has no length of its own; else an empty one."""
        sentences, at = self._document.annotations.sentences, self._number + 1
        if at >= len(sentences) or self._document.annotations.within(*sentences[at], "duration"):
            return (0, 0), 0
        return sentences[at], sentences[at][0]

    def _ends(self, mention: Mention, start: int) -> bool:
        """Whether nothing is counted after a number; in a sentence of its own it also stands as a length would."""
        after = self._text[mention.end : mention.end + 1]
        if mention.start < self._span[1]:
            return not after.isalpha()
        figure = self._text.rfind(" ", start, mention.end) + 1  # the words of a count may begin with its preposition
        return after in ".,;!" and mention.value.high <= _LONGEST and self._has("for", start, figure)

    def _draft(self, told: Told, mention: Mention) -> Iterator[Draft]:
        name = _TYPES[told.kind]
        claim_type = self._document.vocabulary.types[name]
        definition = claim_type.arg("max_duration" if told.kind == ASSEMBLY else "duration")
        if definition is None:
            return
        more: list[Arg] = []
        end = max(told.end, mention.end)
        if told.kind == ASSEMBLY:
            per = self._per(mention)
            if per is not None:
                end = max(end, mention.end + per.end())
            if per is not None or self._has("before_per", self._span[0], mention.start):
                more.append(Arg("per", "P1Y"))
        quote = (min(told.start, mention.start), end)
        status = "" if self._has("future", *self._span) or self._has("draft", *self._span) else "actual"
        for alternative in bind(definition, mention, claim_type, self._document.vocabulary):
            yield Draft(name, (*alternative, *more), *quote, self._span, cue=quote, polarity="affirmed", status=status)


def m_span(mention: Mention) -> Span:
    """Where a mention stands."""
    return mention.start, mention.end
