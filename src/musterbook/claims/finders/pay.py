"""Pay: every sum of money in a report is a candidate; the words around it decide.

In: a document. Out: drafts of ``pay.amount``. Starts from the sums, leaves documents and
sentences without one at once. How a sum is judged is in `pay_passage`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from musterbook.claims.arguments import Alternative, bind
from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders import pay_kept, pay_table
from musterbook.claims.finders.pay_kinds import nearest
from musterbook.claims.finders.pay_passage import QUOTED, Memory, Passage, Pay
from musterbook.claims.finders.pay_sums import large_enough, sums_of
from musterbook.claims.finders.pay_words import Words, words
from musterbook.claims.mention import Count, Mention
from musterbook.records import Arg

TYPE = "pay.amount"
_AFTER = (1, 2)  # sentences after one with a sum that may tell a part or a multiple of it
_SPOKEN = (10, 900)  # thousands that are spoken of without the word
_BESIDE = 24  # characters after a number in which the words stand that make it a sum
_HOME = 0.75  # share of a document's places that makes one region the document's


def find(document: Document) -> Iterator[Draft]:
    """The pay that a document tells.

    Args:
        document: In a language whose lexicon has the words for it.
    """
    spoken = words(document.book, document.annotations.language)
    if spoken is None or TYPE not in document.vocabulary.types:
        return
    yield from pay_kept.find(document, spoken)
    sentences = document.annotations.sentences
    starts = [s for s, _ in sentences]
    wanted: set[int] = set()
    small: set[int] = set()  # sentences with numbers that are money only right after a sum
    for m in document.annotations.mentions:
        if m.kind in ("money", "count"):
            large = m.kind == "money" or large_enough(m.value) or _in_thousands(document, spoken, m)
            (wanted if large else small).add(bisect_right(starts, m.start) - 1)
    wanted.discard(-1)
    small &= {n + step for n in wanted for step in _AFTER}
    tables = pay_table.read(document, spoken) if len(wanted) > 1 else pay_table.Table()
    yield from tables.drafts
    home = home_of(document) if wanted else None
    memory = Memory()
    for number in sorted(wanted | {n + step for n in wanted for step in _AFTER}):
        if number >= len(sentences) or tables.holds(sentences[number]):
            continue
        passage = Passage(document, spoken, number, memory)
        if number not in wanted and not passage.recent():
            continue
        found = passage.read(sums_of(document, sentences[number], spoken) if number in wanted | small else [])
        for pay in found:
            yield from _drafts(document, spoken, pay, home)
        memory = memory.after(found)


def _in_thousands(document: Document, spoken: Words, mention: Mention) -> bool:
    """True for a small number that is spoken of as a sum: "forty-two a month"."""
    value = mention.value
    small = isinstance(value, Count) and _SPOKEN[0] <= value.low <= value.high <= _SPOKEN[1]
    return small and spoken.has("thousands", document.plain, mention.end, mention.end + _BESIDE)


def home_of(document: Document) -> Arg | None:
    """The region that a document is about: the only one, or nearly the only one, that it names."""
    places = document.surroundings.places
    if not places:
        return None
    region, times = Counter(p.region for p in places).most_common(1)[0]
    first = next(p for p in places if p.region == region)
    return Arg("region", region, first.start, first.end) if times >= _HOME * len(places) and times > 1 else None


def _drafts(document: Document, spoken: Words, pay: Pay, home: Arg | None) -> Iterator[Draft]:
    claim_type = document.vocabulary.types[TYPE]
    definition, place = claim_type.arg("amount"), claim_type.arg("region")
    if definition is None:
        return
    near = [(h.start, h.end) for h in pay.what.cues if h.distance(pay.amount.span) <= QUOTED]
    near += [(a.start, a.end) for a in pay.args if a.role != "region" and _beside(a, pay)]
    start = min([pay.amount.start, *(s for s, _ in near)])
    end = max([pay.amount.end, *(e for _, e in near)])
    args = [Arg("kind", pay.what.kind), *pay.args]
    if pay.what.period:
        args.append(Arg("period", pay.what.period))
    if home and home.start < start and place and not any(a.role == "region" for a in args):
        near_by = document.surroundings.regions((start, end), pay.sentence, place.fill)
        args += [] if near_by else [home]
    verb = nearest(
        (h for name in ("given", "salary", "paying") for h in spoken.hits(name, document.plain, *pay.area)),
        pay.amount.span,
    )
    cue = (start, end)
    if verb and verb.distance(cue) <= QUOTED:
        cue = (min(start, verb.start), max(end, verb.end))
    if pay.said:
        cue = (min(cue[0], pay.said[0]), max(cue[1], pay.said[1]))
    for number, amount in enumerate(bind(definition, pay.amount.mention(), claim_type, document.vocabulary)):
        first = pay.was or (pay.steps and number == 0)  # what a change started from
        yield Draft(
            type=TYPE,
            args=(*(a for a in args if not (first and a.role == "date")), *(_stepped(amount) if pay.steps else amount)),
            start=start,
            end=end,
            sentence=pay.sentence,
            cue=cue,
            status="actual" if first else "",
            polarity="affirmed" if spoken.has("unchanged", document.plain, *pay.area) else "",
        )


def _beside(arg: Arg, pay: Pay) -> bool:
    """True where an argument stands in the stretch of its sum, near enough to be quoted with it."""
    inside = pay.area[0] <= arg.start < pay.area[1]
    return inside and max(arg.start - pay.amount.end, pay.amount.start - arg.end, 0) <= QUOTED


def _stepped(amount: Alternative) -> Alternative:
    return tuple(a for a in amount if a.role != "comparator")
