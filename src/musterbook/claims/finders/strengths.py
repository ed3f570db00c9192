"""How large a unit is or becomes: the number of its people, in whatever order it is told.

In: a document. Out: drafts of ``unit.strength``, one for each number of people that stands
in a clause with a unit and a word of size. Number, unit and word may come in any order; what
speaks of applications, losses or the like weighs against. Never takes a sum, a share or a
number of things for people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders.hanging import question
from musterbook.claims.mention import Count, Mention
from musterbook.claims.needful import Gated
from musterbook.expressions import regex
from musterbook.records import Arg

TYPE = "unit.strength"
_WORDS = (
    "unit", "anaphor", "people", "bare", "attached", "holds", "size", "grow", "shrink", "keep", "from", "to", "against",
    "planned", "now", "up_from", "times", "part", "firm", "numbered", "label", "things",
)  # fmt: skip
_KINDS = frozenset({"force", "unit", "programme_name"})
_LEAST, _MOST = 5, 60_000  # people: less is no unit, more an army
_NEAR = 70  # characters around a number in which the words of its clause count
_BESIDE, _AFTER = 38, 22  # characters before and after a number in which what it counts instead is told
_JOINED = regex(r"\s(?:и|а|но)\s")  # where another statement begins
_CLOSE = 34  # characters between a word of size and a number that stands without "people"
_BEFORE = 24  # characters before a number in which a preposition stands
_BACK = 700  # characters before a sentence in which the unit stands that a pronoun takes up
_LAST = 160  # characters before a sentence: the sentence before it
_NEEDED = 4

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of people, the clause around it and what the words there say of its unit."""

    mention: Mention
    sentence: Span
    area: Span


def find(document: Document) -> Iterator[Draft]:
    """Every strength of a unit that a document tells."""
    words = document.book.words(_WORDS, document.annotations.language, "str_")
    if len(words) < len(_WORDS) or TYPE not in document.vocabulary.types:
        return
    for at, sentence, numbers in document.annotations.sentences_with("count"):
        told = [m for m in numbers if _of_people(m) and _may_count_people(document, words, m, sentence)]
        if not told or not _speaks_of_units(document, words, sentence):
            continue
        if document.surroundings.answer(sentence) == "":
            continue
        asked = question(document, at)
        if asked is not None and words["against"].search(document.shadow, *asked):
            continue  # how many joined, not how many there are
        for mention in told:
            number = _Number(mention, sentence, _area(document, sentence, mention))
            if _weight(document, words, number) >= _NEEDED:
                yield _draft(document, words, number)


def _of_people(mention: Mention) -> bool:
    value = mention.value
    if not isinstance(value, Count) or value.comparator == "ordinal" or value.low != value.high:
        return False
    return _LEAST <= value.low <= _MOST and float(value.low).is_integer()


def _may_count_people(document: Document, words: dict[str, Gated], mention: Mention, sentence: Span) -> bool:
    """Whether what follows a number is people, or it and what stands before leave open what is counted."""
    after = document.shadow[mention.end : sentence[1]]
    if words["people"].match(after) is not None:
        return True
    before = max(sentence[0], mention.start - _BESIDE), mention.start
    return words["bare"].match(after) is not None and not words["things"].found_in(document.shadow, *before)


def _speaks_of_units(document: Document, words: dict[str, Gated], sentence: Span) -> bool:
    if _KINDS & document.surroundings.context(sentence, _BACK):
        return True
    return words["unit"].search(document.shadow, max(0, sentence[0] - _BACK), sentence[1]) is not None


def _area(document: Document, sentence: Span, mention: Mention) -> Span:
    """The clause of a number, as far as its words can be said of it."""
    start, end = document.surroundings.clause(sentence, mention.start)
    return max(start, mention.start - _NEAR), min(end, mention.end + _NEAR)


def _weight(document: Document, words: dict[str, Gated], number: _Number) -> int:
    """How surely a number is the size of a unit."""
    shadow, (start, end), m = document.shadow, number.area, number.mention
    after = shadow[m.end : number.sentence[1]]
    counted = words["people"].match(after)
    joined = _JOINED.search(shadow, m.end, min(end, m.end + _AFTER))
    beside = max(start, m.start - _BESIDE), joined.start() if joined else min(end, m.end + _AFTER)
    if words["times"].match(after) or words["against"].search(shadow, *beside):
        return 0
    sizes = [f.span() for name in ("holds", "size", "grow", "shrink") for f in words[name].finditer(shadow, start, end)]
    lead = shadow[max(start, m.start - _BEFORE) : m.start]
    if words["part"].search(lead):
        return 0
    near = words["from"].search(lead) or any(s[1] <= m.start and m.start - s[1] <= _CLOSE for s in sizes)
    if counted is None and not (near and words["bare"].match(after)):
        return 0
    firm = any(words[name].search(shadow, start, end) for name in ("size", "grow", "shrink"))
    firm = firm or words["up_from"].match(after) is not None
    told = 2 * (firm or any(0 <= s[0] - m.end <= _CLOSE or 0 <= m.start - s[1] <= _CLOSE for s in sizes))
    attached = words["attached"].search(shadow[start : m.start]) or words["attached"].match(after)
    weight = _named(document, words, number)
    if not weight:
        return 0
    first, last = _own(document, words, number)
    changes = any(words[name].search(shadow, first, m.start) for name in ("grow", "shrink"))
    goal = changes and _goal(words, number, shadow[first : m.start])
    planned = words["planned"].search(shadow, first, last) is not None
    now = (
        counted is None
        and attached is not None
        and words["now"].search(shadow, max(start, m.start - _CLOSE), m.start) is not None
    )
    alone = counted is None and words["numbered"].search(lead) is not None
    return weight + (2 if attached else told) + (counted is not None or now or alone) + (goal or planned)


def _named(document: Document, words: dict[str, Gated], number: _Number) -> int:
    """How surely a unit is meant: 2 by name in the clause, 1 by a pronoun or in the sentence, else 0."""
    shadow, (start, end) = document.shadow, number.area
    if words["unit"].search(shadow, start, end) or _interrupted(document, words, number):
        return 2
    if words["anaphor"].search(shadow, start, end):
        return 1
    if words["label"].match(shadow[number.sentence[0] : number.mention.start]):
        around = max(0, number.sentence[0] - _BACK), number.sentence[1]
        return int(words["unit"].search(shadow, *around) is not None)
    firm = words["firm"].search(shadow, start, end)
    around = max(0, number.sentence[0] - _LAST), number.sentence[1]
    return int(firm is not None and words["unit"].search(shadow, *around) is not None)


def _interrupted(document: Document, words: dict[str, Gated], number: _Number) -> bool:
    """Whether the clause goes on after an insertion that a unit stands before: "the unit, which ..., has"."""
    shadow, first = document.shadow, number.sentence[0]
    last = shadow.rfind(",", first, number.mention.start)
    if last < 0 or number.mention.start - last > _CLOSE:
        return False
    return any(shadow[f.end() : f.end() + 1] == "," for f in words["unit"].finditer(shadow, first, last))


def _draft(document: Document, words: dict[str, Gated], number: _Number) -> Draft:
    m, (start, end) = number.mention, number.area
    change = _change(document, words, number)
    comparator = "exactly" if change and _up_to(number) else m.value.comparator
    args = [Arg("count", int(m.value.low), m.start, m.end), Arg("comparator", comparator, m.start, m.end)]
    if change:
        args.append(Arg("change", change))
    spans = [f.span() for f in words["unit"].finditer(document.shadow, start, end)]
    nearest = min(spans, key=lambda s: max(s[0] - m.end, m.start - s[1]), default=(m.start, m.end))
    grown = words["grow"].search(document.shadow, *_own(document, words, number))
    first, last = min(nearest[0], m.start, grown.start() if grown else m.start), max(nearest[1], m.end)
    counted = words["people"].match(document.shadow[m.end : end])
    last = max(last, m.end + counted.end() if counted else 0)
    return Draft(
        TYPE, tuple(args), first, last, number.sentence, cue=(first, last), required=frozenset({"region"}),
    )  # fmt: skip


def _change(document: Document, words: dict[str, Gated], number: _Number) -> str:
    """Whether the unit grows or shrinks to a number: a verb says so, or a plan beside what it is now."""
    shadow, (start, end), m = document.shadow, _own(document, words, number), number.mention
    before = shadow[start : m.start]
    lead = before[-_BEFORE:]
    if words["from"].search(lead):
        return ""
    if words["keep"].search(shadow, start, number.sentence[1]):
        return "maintain"
    goal = _goal(words, number, before)
    for name, change in (("shrink", "decrease"), ("grow", "increase")):
        if words[name].search(before) and goal:
            return change
    if words["up_from"].search(shadow, m.end, end):
        return "increase"
    now = words["now"].search(lead) is not None
    beside = document.plain[max(start, m.start - _BEFORE) : m.start], document.plain[m.end : m.end + _AFTER]
    today = any(words["now"].search(said) for said in (beside[0], beside[1].split(",")[0]))
    if not (now or today) and words["planned"].search(shadow, start, end):
        return "increase"
    earlier = document.annotations.within(number.sentence[0], m.start, "count")
    less = any(_of_people(o) and o.value.low < m.value.low for o in earlier)
    return "increase" if less and now else ""


def _goal(words: dict[str, Gated], number: _Number, before: str) -> bool:
    """Whether a number is what something grows or shrinks to."""
    return words["to"].search(before[-_BEFORE:]) is not None or _up_to(number)


def _up_to(number: _Number) -> bool:
    """Whether the number itself begins with "up to"."""
    return bool(number.mention.value.comparator == "at_most")


def _own(document: Document, words: dict[str, Gated], number: _Number) -> Span:
    """What of a clause is said of one number: as far as the numbers beside it, "from 80 to 120" being one."""
    (start, end), m = number.area, number.mention
    beside = [
        o
        for o in document.annotations.within(start, end, "count")
        if not words["from"].search(document.shadow[max(start, o.start - _BEFORE) : o.start])
    ]
    start = max([start, *(o.end for o in beside if o.end <= m.start)])
    return start, min([end, *(o.start for o in beside if o.start >= m.end)])
