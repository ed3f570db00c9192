"""Tallies: how many people are wanted, applied, were chosen, signed or were called up.

In: a document. Out: drafts of ``recruitment.count``. Starts from the counts of a sentence;
people, or papers that stand for people, must be counted, and words of recruiting must stand
in the same clause: the nearest tell the stage. A count of anything else is none, and none
is one that belongs to another's forces, to casualties or to holders of office.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from musterbook.claims.agents import OWN, RIVAL
from musterbook.claims.arguments import bind
from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders.hanging import question
from musterbook.claims.mention import Mention
from musterbook.claims.needful import Gated
from musterbook.records import Arg

TYPE = "recruitment.count"
_NAMES = (
    "people",
    "none",
    "stage",
    "reject",
    "bare",
    "size",
    "of",
    "paid",
    "due",
    "due_before",
    "tell",
    "tell_before",
    "own",
    "living",
    "apart",
    "aged",
    "asks",
    "rate",
    "yet",
)
_FIRM = frozenset({"signed", "applied", "selected", "called_up"})  # stages that no size of a unit has
_RESERVE = "in_reserve"
_DUE = "required"
_GUESS = "estimated"  # no stage: somebody says how many there may be
_KINDS = frozenset({"force", "programme_name", "unit", "instrument", "office", "group"})
_CONTEXT = 700  # characters before a sentence in which the programme must be named
_HEAD = 60  # characters after a count in which the counted thing is named
_REACH = 75  # characters between a count and the words that tell its stage
_BARE = 32  # likewise where the counted thing is not named
_MOST = 5_000_000  # people: a larger number is that of all who have ever served
_AGES = (16, 80)  # years: a bare number of that size may be somebody's age
_FEW = 5  # people: fewer that nothing more is told of are sources and passers-by
_SIGNS = 3  # that make a count of people one of the programme's
_HEADLINES = frozenset({"title", "heading", "caption"})
_GUESSED = 40  # people: a smaller number that somebody only mentions may be of anything
_OF = 45  # characters before a count in which another is a part of it
_NEAR = 45  # characters before a count in which words for the size of a unit make it that
_COMMA = 20  # what a comma between them costs, in characters
_ROW = 6  # characters between a number and a sum in one row with it
_QUOTE = 70  # characters between them up to which a quote holds both

_CELLS = (";", "| ", "|", "\t")  # marks between the cells of a row
Span = tuple[int, int]
_Words = dict[str, Gated]


@dataclass(frozen=True, slots=True)
class _Tally:
    """A count, what it counts and where that is named; ``stage`` where the counted thing tells it."""

    count: Mention
    end: int
    named: bool
    stage: str


def find(document: Document) -> Iterator[Draft]:
    """The counts of people that a document tells.

    Args:
        document: In a language whose lexicon has the ``tly_…`` macros.
    """
    spoken = document.book.words(_NAMES, document.annotations.language, "tly_")
    definition = document.vocabulary.types[TYPE].arg("count") if TYPE in document.vocabulary.types else None
    if len(spoken) < len(_NAMES) or definition is None:
        return
    for number, sentence, counts in document.annotations.sentences_with("count"):
        whole = {m for m, part in zip(counts[1:], counts, strict=False) if _part(document, spoken, part, m)}
        whole = {m for m in whole if not spoken["due"].regex.match(document.plain[m.end : m.end + _HEAD])}
        found = [t for m in counts if (t := _tally(document, spoken, sentence, m)) is not None]
        tallies = [t for t in found if t.count not in whole or t.stage == _DUE]
        if not tallies or not _concerned(document, spoken, sentence):
            continue
        staged = any(spoken[name].may(document.plain, *sentence) for name in ("stage", "due"))
        for tally in tallies:
            mention, told = tally.count, _told(document, spoken, sentence, tally) if staged or tally.stage else None
            told = told or _asked(document, spoken, number, tally) or _left(document, spoken, sentence, tally)
            if not told:
                continue
            stage, cue = told
            low, high = min(mention.start, cue[0]), max(tally.end, cue[1])
            far = cue[0] - tally.end > _QUOTE or mention.start - cue[1] > _QUOTE
            quote = (mention.start, tally.end) if far else (low, high)
            denied = "denied" if spoken["yet"].found_in(document.plain, low, high) else ""
            for args in bind(definition, mention, document.vocabulary.types[TYPE], document.vocabulary):
                known = args if stage == _GUESS else (*args, Arg("stage", stage, *cue))
                yield Draft(TYPE, known, *quote, sentence, cue=cue, polarity=denied)


def _concerned(document: Document, spoken: _Words, sentence: Span) -> bool:
    """Whether a sentence may tell how many joined: it does not ask, and no other people are counted in it."""
    if not _KINDS & document.surroundings.context(sentence, _CONTEXT):
        return False
    rejected = spoken["reject"].found_in(document.plain, *sentence)
    return not rejected and document.surroundings.answer(sentence) is None


def _asked(document: Document, spoken: _Words, number: int, tally: _Tally) -> tuple[str, Span] | None:
    """The stage of which the question before asks how many: "How many have signed? - In our district, 34"."""
    before = question(document, number)
    if before is None or not spoken["asks"].found_in(document.plain, *before):
        return None
    stages = [m.lastgroup for m in spoken["stage"].finditer(document.plain, *before) if m.lastgroup in _FIRM]
    return (str(stages[-1]), (tally.count.start, tally.end)) if stages else None


def _left(document: Document, spoken: _Words, sentence: Span, tally: _Tally) -> tuple[str, Span] | None:
    """A count of the programme's people whose stage nothing tells: by the signs that they are such people."""
    count, text, span = tally.count, document.plain, (tally.count.start, tally.end)
    if not tally.named or tally.count.value.high < _FEW or spoken["apart"].found_in(text, *sentence):
        return None
    block = document.reading.block_at(count.start)
    if block is not None and block.kind in _HEADLINES:
        return None
    clause = document.surroundings.clause(sentence, count.start)
    agents = document.surroundings.agents
    if agents.of(span, sentence) != OWN:
        return None
    own = spoken["own"].found_in(text, *span) or bool(document.annotations.within(*span, "force"))
    weight = 2 * own + agents.named(sentence) + spoken["living"].found_in(text, *clause)
    return (_GUESS, span) if weight >= _SIGNS else None


def _tally(document: Document, spoken: _Words, sentence: Span, mention: Mention) -> _Tally | None:
    """What a count counts, where that may be people; a bare count may be, an ordinal and a single one are not."""
    value = mention.value
    if value.comparator == "ordinal" or not 1 < value.high <= _MOST or mention.end > sentence[1]:
        return None
    text, end = document.plain, min(sentence[1], mention.end + _HEAD)
    if spoken["rate"].search(text, *_lead(sentence, mention)) is not None:
        return None  # of how many so many are told
    due = spoken["due"].regex.match(text[mention.end : end])
    if due is not None:
        return _Tally(mention, mention.end + due.end(), True, _DUE)
    head = spoken["people"].regex.match(text, mention.end, end)
    if spoken["due_before"].search(text, *_lead(sentence, mention)) is not None:
        return _Tally(mention, head.end() if head is not None else mention.end, True, _DUE)
    if head is not None:
        if spoken["tell"].regex.match(text, head.end(), min(sentence[1], head.end() + _HEAD)) is not None:
            return None
        if spoken["tell_before"].search(text, *_lead(sentence, mention)) is not None:
            return None
        return _Tally(mention, head.end(), True, head.lastgroup or "")
    personal = _AGES[0] <= value.low <= _AGES[1] and spoken["aged"].found_in(text, *_lead(sentence, mention))
    if not personal and spoken["none"].regex.match(text, mention.end, end) is not None:
        return _Tally(mention, mention.end, False, "")
    return None


def _lead(sentence: Span, mention: Mention) -> Span:
    """The words right before a count."""
    return max(sentence[0], mention.start - _OF), mention.start


def _of_money(document: Document, tally: _Tally) -> bool:
    """Whether a count without a noun stands in a row with a sum: "62 and 98 thousand roubles"."""
    after = document.annotations.within(tally.count.end, tally.count.end + _ROW, kind="money")
    return bool(after)


def _part(document: Document, spoken: _Words, part: Mention, whole: Mention) -> bool:
    """Whether a count only says what another is a part of: "four of the nineteen"."""
    near = whole.start - part.end <= _OF
    return near and spoken["of"].regex.fullmatch(document.plain, part.end, whole.start) is not None


def _told(document: Document, spoken: _Words, sentence: Span, tally: _Tally) -> tuple[str, Span] | None:
    """The stage and the words that tell it: those nearest in the clause."""
    text, count = document.plain, tally.count
    if tally.stage == _DUE:
        return _DUE, (count.end, tally.end)
    row = text[max(sentence[0], count.start - 2) : count.start].endswith(_CELLS)
    clause = sentence if row else document.surroundings.clause(sentence, count.start)
    reach = _REACH if tally.named or row else _BARE
    left, right = max(clause[0], count.start - _REACH), min(clause[1], tally.end + reach)
    best: tuple[int, str, Span] | None = None
    for m in spoken["stage"].finditer(text, left, right):
        inside = m.start() < tally.end and count.start < m.end()
        if inside and tally.stage and m.lastgroup == tally.stage:
            return tally.stage, (count.end, tally.end)
        first, last = (m.end(), count.start) if m.end() <= count.start else (tally.end, m.start())
        between = "" if inside else text[first:last]
        if first == tally.end and "," in between and document.annotations.within(first, last, "count"):
            continue  # what is told of another count, that has its verb behind it
        cost = len(between) + _COMMA * between.count(",")
        if not inside and cost <= reach and ". " not in between and (best is None or cost < best[0]):
            best = (cost, m.lastgroup or "", m.span())
    if best is None and tally.stage and not spoken["apart"].found_in(text, *sentence):
        best = (0, tally.stage, (count.end, tally.end))
    if best is None:
        return None
    if not tally.named and not spoken["bare"].found_in(text, max(0, sentence[0] - _CONTEXT), sentence[1]):
        return None
    if not tally.named and (spoken["paid"].found_in(text, *clause) or _of_money(document, tally)):
        return None
    if not tally.named and best[1] == _GUESS and count.value.high < _GUESSED:
        return None
    if document.surroundings.agents.of((count.start, tally.end), sentence) == RIVAL:
        return None
    others = document.annotations.within(clause[0], count.start, "count")
    before = max(clause[0], count.start - _NEAR, *(m.end for m in others))
    if best[1] not in (*_FIRM, _RESERVE) and not tally.stage and spoken["size"].found_in(text, before, count.start):
        return None
    return best[1], best[2]
