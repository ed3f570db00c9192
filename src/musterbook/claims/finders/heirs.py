"""Counts that go on about the people counted before: "84 of them", "in March 61", "last autumn it was 165".

In: a document and the drafts of all finders. Out: drafts of ``recruitment.count`` and
``unit.strength`` for the numbers that no finder has taken, where a number of the same
sentence or of the one before was told as such. Never takes a number that counts something
of its own, nor one that stands near no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.mention import Count, Mention
from musterbook.claims.needful import Gated
from musterbook.records import Arg

PEOPLE, STRENGTH = "recruitment.count", "unit.strength"
_NAMES = ("of", "bare", "lead", "reject", "part")
_DEEDS = frozenset({"unit.action", "deployment.area"})  # a sentence that tells what people did counts them so
_ROLES = frozenset({"count", "amount", "min", "max", "duration", "max_duration", "share"})
_LEAD = 40  # characters before a number in which the words stand that tie it to the one before
_REACH = 160  # characters between two numbers of one telling
_MOST = 200  # times by which a number may exceed the one that it goes on from, or fall short of it
_FEWEST = 2

Span = tuple[int, int]


def find(document: Document, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The counts that go on from those of other drafts.

    Args:
        document: In a language whose lexicon has the ``heir_…`` macros.
        drafts: Of all finders.
    """
    told = [d for d in drafts if d.type in (PEOPLE, STRENGTH) and d.arg("count") is not None]
    if not told:
        return
    words = document.book.words(_NAMES, document.annotations.language, "heir_")
    if len(words) < len(_NAMES):
        return
    done = {d.sentence for d in drafts if d.type in _DEEDS}
    used = sorted((a.start, a.end) for d in drafts for a in d.args if a.role in _ROLES and a.end > a.start)
    sentences = document.annotations.sentences
    numbers = {document.annotations.sentence_at(_count(d).start) for d in told}
    for number in sorted(numbers | {n + 1 for n in numbers if n + 1 < len(sentences)}):
        if sentences[number] in done or words["reject"].found_in(document.plain, *sentences[number]):
            continue
        for m in document.annotations.within(*sentences[number], "count"):
            if _plain(m) and not any(a < m.end and m.start < b for a, b in used):
                before = _before(told, m, sentences[max(0, number - 1)][0])
                if before is not None and _goes_on(document, words, before, m, sentences[number]):
                    yield _draft(document, before, m, sentences[number])


def _count(draft: Draft) -> Arg:
    count = draft.arg("count")
    assert count is not None
    return count


def _plain(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Count) and value.comparator != "ordinal" and value.low == value.high >= _FEWEST


def _before(told: list[Draft], mention: Mention, since: int) -> Draft | None:
    """The draft whose number stands last before a number, in its sentence or the one before."""
    earlier = [d for d in told if since <= _count(d).start and _count(d).end <= mention.start]
    last = max(earlier, key=lambda d: _count(d).start, default=None)
    return last if last is not None and mention.start - _count(last).end <= _REACH else None


def _goes_on(document: Document, words: dict[str, Gated], before: Draft, mention: Mention, sentence: Span) -> bool:
    """Whether a number counts what the one before it does: it says "of them", or is held against it."""
    text, count = document.plain, _count(before)
    if isinstance(count.value, bool) or not isinstance(count.value, int | float):
        return False
    size = max(count.value, mention.value.low) / max(1, min(count.value, mention.value.low))
    if size > _MOST:
        return False
    if words["of"].found_in(text, mention.end, sentence[1]):
        return before.type == PEOPLE
    lead = max(sentence[0], mention.start - _LEAD)
    if before.type != PEOPLE and words["part"].found_in(text, lead, mention.start):
        return False
    tied = words["lead"].found_in(text, lead, mention.start)
    return tied and words["bare"].found_in(text, mention.end, sentence[1])


def _draft(document: Document, before: Draft, mention: Mention, sentence: Span) -> Draft:
    span = (mention.start, mention.end)
    args = [Arg("count", int(mention.value.low), *span), Arg("comparator", mention.value.comparator, *span)]
    stage = before.arg("stage")
    if stage is not None:
        args.append(Arg("stage", stage.value, *span))
    region = before.arg("region")
    elsewhere = document.annotations.within(_count(before).end, mention.start, "region")
    if region is not None and not elsewhere:
        args.append(region)
    return Draft(before.type, tuple(args), *span, sentence, cue=span, required=before.required)
