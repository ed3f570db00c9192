"""Target groups: whom recruiters are told to go for.

In: a document. Out: drafts of ``recruitment.category``, one per group of a list. Starts from
the groups that a sentence names; words of recruiting or of a list of groups must stand
beside them, or in the sentence that this one goes on from. Groups that are told of for
another reason (they are exempt, they are paid, they ask) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders.hanging import opening
from musterbook.claims.mention import Mention
from musterbook.claims.needful import Gated
from musterbook.expressions import regex
from musterbook.records import Arg
from musterbook.vocabulary.expressions import compiled

TYPE = "recruitment.category"
_NAMES = ("cue", "weak", "joining", "on", "list", "first", "second", "reject", "off_list")
_KINDS = frozenset({"force", "programme_name", "unit", "instrument", "office"})
_CIRCLE = 1500  # characters before a sentence in which the programme must be named: two or three paragraphs
_REACH = 110  # characters between a list of groups and the words that target it
_SHORT = 100  # characters of a sentence that only goes on with a list
_BEFORE = 600  # characters before a sentence in which joining is spoken of: a paragraph
_BACK = 2  # sentences before, in which the list of groups is named that a sentence goes on from
_NEAR = 60  # characters between groups of one list, and between the list and what a quote takes in
_BREAK = regex(r";|\.\s")

Span = tuple[int, int]
_Words = dict[str, Gated]


def find(document: Document) -> Iterator[Draft]:
    """The target groups that a document tells.

    Args:
        document: In a language whose lexicon has the ``tgt_…`` macros.
    """
    spoken = document.book.words(_NAMES, document.annotations.language, "tgt_")
    if len(spoken) < len(_NAMES) or TYPE not in document.vocabulary.types:
        return
    told: set[int] = set()
    targets = compiled(document.book.expression("{rec_group}", document.annotations.language))
    for number, groups in _groups(document, targets):
        sentence = document.annotations.sentences[number]
        off = [m for m in groups if _off(document, spoken, sentence, m)]
        groups = [m for m in groups if not spoken["reject"].search(document.plain, *_segment(document, sentence, m))]
        if (groups or off) and _KINDS & document.surroundings.context(sentence, _CIRCLE):
            yield from (_off_list(m, sentence) for m in off)
            groups = [m for m in groups if m not in off]
            short = sentence[1] - sentence[0] <= _SHORT and bool(told & {number - 1, number - 2})
            for draft in _drafts(document, spoken, number, groups, short):
                told.add(number)
                yield draft


def _off(document: Document, spoken: _Words, sentence: Span, mention: Mention) -> bool:
    """Whether a group is said not to be on a list of groups."""
    after = document.plain[mention.end : min(sentence[1], mention.end + _REACH)]
    before = document.plain[max(sentence[0], mention.start - _REACH) : mention.start]
    return spoken["off_list"].search(after) is not None or spoken["off_list"].search(before) is not None


def _off_list(mention: Mention, sentence: Span) -> Draft:
    span = (mention.start, mention.end)
    args = (Arg("category", str(mention.value), *span),)
    return Draft(TYPE, args, *span, sentence, cue=span, polarity="denied", status="actual")


def _groups(document: Document, targets: re.Pattern[str]) -> Iterator[tuple[int, list[Mention]]]:
    """The groups that sentences name or describe, by the number of the sentence; of overlapping ones the longest."""
    found: dict[int, list[Mention]] = {}
    for number, sentence, named in document.annotations.sentences_with("group"):
        found[number] = [m for m in named if targets.match(document.shadow, m.start) and m.end <= sentence[1]]
    numbers = {s: n for n, s in enumerate(document.annotations.sentences)}
    for sentence, cues in document.cues(TYPE):
        groups = found.setdefault(numbers[sentence], [])
        for cue in cues:
            category = str(cue.pattern.args["category"])
            groups += [Mention("group", *m.span(), category) for m in cue.finditer(document.plain, *sentence)]
    for number, groups in sorted(found.items()):
        kept: list[Mention] = []
        for m in sorted(groups, key=lambda m: m.start - m.end):
            if not any(m.start < k.end and k.start < m.end for k in kept):
                kept.append(m)
        yield number, sorted(kept, key=lambda m: m.start)


def _segment(document: Document, sentence: Span, mention: Mention) -> Span:
    """The part of a sentence between semicolons that names a group."""
    cuts = [m.end() for m in _BREAK.finditer(document.plain, sentence[0], mention.start)]
    stop = _BREAK.search(document.plain, mention.end, sentence[1])
    return cuts[-1] if cuts else sentence[0], stop.start() if stop else sentence[1]


def _drafts(document: Document, spoken: _Words, number: int, groups: list[Mention], goes_on: bool) -> Iterator[Draft]:
    """The drafts of a sentence; of one that may go on from a list before it (``goes_on``), where its words say so."""
    sentence = document.annotations.sentences[number]
    goes_on = _goes_on(document, spoken, number) or (
        goes_on and spoken["on"].search(document.plain[slice(*sentence)]) is not None
    )
    for listed in _lists(document, groups):
        quote = _targeted(document, spoken, sentence, listed) or (
            (listed[0].start, listed[-1].end) if goes_on else None
        )
        if quote is None:
            continue
        first = _first(document, spoken, sentence, listed)
        for m in listed:
            args = [Arg("category", str(m.value), m.start, m.end)]
            if first:
                args.append(Arg("priority", True))
            yield Draft(TYPE, tuple(args), *quote, sentence, cue=quote, polarity="affirmed", status="actual")


def _lists(document: Document, groups: list[Mention]) -> Iterator[list[Mention]]:
    """The groups of one list together."""
    current: list[Mention] = []
    for m in groups:
        between = document.plain[current[-1].end : m.start] if current else ""
        if current and (len(between) > _NEAR or _BREAK.search(between)):
            yield current
            current = []
        current.append(m)
    if current:
        yield current


def _targeted(document: Document, spoken: _Words, sentence: Span, listed: list[Mention]) -> Span | None:
    """The quote where words beside a list say that it is targeted."""
    left, right = max(sentence[0], listed[0].start - _REACH), min(sentence[1], listed[-1].end + _REACH)
    area = document.plain[left:right]
    hits = [(m.start() + left, m.end() + left) for m in spoken["cue"].finditer(area)]
    if spoken["joining"].search(document.plain, max(0, sentence[0] - _BEFORE), sentence[1]):
        hits += [(m.start() + left, m.end() + left) for m in spoken["weak"].finditer(area)]
    hits = [h for h in hits if not any(g.start <= h[0] < g.end for g in listed)]
    if not hits:
        ordered = all(spoken[name].search(area) for name in ("list", "first"))
        return (listed[0].start, listed[-1].end) if ordered else None
    start, end = listed[0].start, listed[-1].end
    near = min(hits, key=lambda h: max(start - h[1], h[0] - end, 0))
    if max(start - near[1], near[0] - end) > _NEAR:
        return start, end
    return min(start, near[0]), max(end, near[1])


def _goes_on(document: Document, spoken: _Words, number: int) -> bool:
    """Whether a sentence goes on about the groups that one before, or its opening, announces."""
    sentences = document.annotations.sentences
    lead = opening(document, number)
    if lead is not None and (
        spoken["list"].search(document.plain, *lead) or spoken["cue"].search(document.plain, *lead)
    ):
        return True
    says_on = spoken["on"].search(document.plain[slice(*sentences[number])]) is not None
    says_first = spoken["first"].search(document.plain, *sentences[number]) is not None
    if not says_on and not says_first:
        return False
    before = sentences[max(0, number - _BACK) : number]
    return any(spoken["list"].search(document.plain, *s) for s in before)


def _first(document: Document, spoken: _Words, sentence: Span, listed: list[Mention]) -> bool:
    """Whether a list comes first: the last word on order before it says so, or the first after it."""
    left, right = _segment(document, sentence, listed[0])
    earlier = [m.start() for m in spoken["first"].finditer(document.plain, left, listed[0].start)]
    later = [m.start() for m in spoken["second"].finditer(document.plain, left, listed[0].start)]
    if earlier:
        return not later or later[-1] < earlier[-1]
    if spoken["first"].search(document.plain, listed[-1].end, right) is not None:
        return True
    return left == sentence[0] and _announced_first(document, spoken, sentence, later)


def _announced_first(document: Document, spoken: _Words, sentence: Span, later: list[int]) -> bool:
    """Whether the list hangs on an opening that says that these come first."""
    number = document.annotations.sentences.index(sentence)
    lead = opening(document, number)
    return lead is not None and not later and spoken["first"].search(document.plain, *lead) is not None
