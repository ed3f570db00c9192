"""Orders to recruit: who gives them, to whom, how often one is to report, since when.

In: a document. Out: the drafts of ``recruitment.order`` and ``recruitment.metric`` that the
patterns find, dressed with the arguments that stand around them. Never finds an order that
no pattern tells of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders import by_pattern, order_concepts
from musterbook.claims.mention import Mention, When
from musterbook.claims.needful import Gated
from musterbook.records import Arg

ORDER, METRIC = "recruitment.order", "recruitment.metric"
_REPORT = (ORDER, "report")  # told again without a recipient, it is the one told before
_NAMES = ("frequency", "passive", "joint", "from", "since", "who", "verb")
_GIVERS = frozenset({"office", "title", "official", "person"})
_PLACES = frozenset({"region", "federal_district"})
_HEADS = frozenset({"title", "heading", "caption"})
_BACK = 2  # sentences before, in which the frequency or the giver of an order is named
_NEAR = 60  # characters between an order and its recipients
_DEADLINES = frozenset({"until", "before"})  # directions of a date by which something is to be done

Span = tuple[int, int]
_Words = dict[str, Gated]


def find(document: Document) -> Iterator[Draft]:
    """The orders and metrics that a document tells, with all that it tells of them.

    Args:
        document: In a language whose lexicon has the ``ord_…`` macros.
    """
    spoken = document.book.words(_NAMES, document.annotations.language, "ord_")
    if len(spoken) < len(_NAMES):
        return
    told: set[object] = set()
    for number, draft in _all(document):
        dressed = _dressed(document, spoken, number, draft)
        to = dressed.arg("recipients")
        order = (draft.type, draft.args[0].value)
        same = (*order, str(to.value).casefold()) if to else order if order == _REPORT else None
        if same is not None and same in told:
            continue  # one paper, told of again
        block = document.reading.block_at(draft.start)
        if block is None or block.kind not in _HEADS:
            told |= {same, order}
        yield dressed


def _all(document: Document) -> Iterator[tuple[int, Draft]]:
    """What the patterns find, and what the concepts find besides, each with the number of its sentence."""
    found: list[tuple[int, Draft]] = []
    for number, _, dressed_ones in document.called:
        ready = [c for c in dressed_ones if c.pattern.type in (ORDER, METRIC)]
        if ready:
            span = document.annotations.sentences[number]
            found += ((number, draft) for draft in by_pattern.find(document, span, ready))
    known = {(d.sentence, d.args[0].value) for _, d in found if d.type == ORDER}
    numbers = {span: number for number, span in enumerate(document.annotations.sentences)}
    found += ((numbers[s], d) for s, d in order_concepts.find(document) if (s, d.args[0].value) not in known)
    yield from sorted(found, key=lambda pair: pair[0])


def _dressed(document: Document, spoken: _Words, number: int, draft: Draft) -> Draft:
    often = _frequency(document, spoken, number, draft)
    if draft.type == METRIC:
        return replace(draft, args=(*draft.args, often)) if often else draft
    kept = tuple(a for a in draft.args if a.role not in ("recipients", "frequency"))
    more = [
        _issuer(document, spoken, number, draft),
        _recipients(document, spoken, draft),
        often if draft.args and any(a.value == "report" for a in draft.args) else None,
        None if draft.arg("effective_since") else _since(document, spoken, draft.sentence),
    ]
    since = draft.arg("effective_since") or any(a and a.role == "effective_since" for a in more)
    fixed = draft.fixed | {"date"} if since or _due(document, draft.sentence) else draft.fixed
    return replace(draft, args=(*kept, *(a for a in more if a)), fixed=fixed)


def _frequency(document: Document, spoken: _Words, number: int, draft: Draft) -> Arg | None:
    """How often: in the sentence, and for what is counted also in those before."""
    back = _BACK if draft.type == METRIC else 0
    for earlier in range(number, max(-1, number - back - 1), -1):
        found = spoken["frequency"].search(document.plain, *document.annotations.sentences[earlier])
        if found is not None:
            return Arg("frequency", (found.lastgroup or "").replace("_", " "), *found.span())
    return None


def _since(document: Document, spoken: _Words, sentence: Span) -> Arg | None:
    """Since when: the date that the sentence says so of."""
    for m in document.annotations.within(*sentence, "date"):
        value = m.value
        before = document.plain[max(sentence[0], m.start - 12) : m.end]
        if isinstance(value, When) and (value.direction == "since" or spoken["since"].search(before)):
            return Arg("effective_since", str(value.date), m.start, m.end)
    return None


def _due(document: Document, sentence: Span) -> bool:
    """Whether the only dates of a sentence say until when something has to be done, not when it was ordered."""
    dates = [m.value for m in document.annotations.within(*sentence, "date") if isinstance(m.value, When)]
    return bool(dates) and all(d.direction in _DEADLINES for d in dates)


def _chain(document: Document, spoken: _Words, sentence: Span, first: Mention) -> Span:
    """A title with the office, the place and the name that belong to it."""
    end = first.end
    for m in document.annotations.within(first.end, sentence[1]):
        joined = m.kind in _GIVERS | _PLACES and spoken["joint"].fullmatch(document.plain, end, m.start)
        if not joined:
            break
        end = m.end
    return first.start, end


def _giver(document: Document, spoken: _Words, sentence: Span, start: int, end: int) -> Arg | None:
    """The nearest one in a stretch who can give orders."""
    there = [m for m in document.annotations.within(start, end) if m.kind in _GIVERS and m.end <= sentence[1]]
    if not there:
        return None
    span = _chain(document, spoken, sentence, there[0])
    return Arg("issuer", document.annotations.text[slice(*span)].replace("\n", " "), *span)


def _issuer(document: Document, spoken: _Words, number: int, draft: Draft) -> Arg | None:
    """Who gives the order: after "by" or "from", before an active verb, or who signed the paper named before."""
    sentence = draft.sentence
    for m in spoken["from"].finditer(document.plain, *sentence):
        found = _giver(document, spoken, sentence, m.end(), min(m.end() + 8, sentence[1]))
        if found is not None:
            return found
    verb = spoken["verb"].search(document.plain, max(sentence[0], draft.start - _NEAR), draft.end)
    if verb is not None and not _passive(document, spoken, sentence, verb):
        return _giver(document, spoken, sentence, sentence[0], verb.start())
    for earlier in range(number - 1, max(-1, number - 1 - _BACK), -1):
        span = document.annotations.sentences[earlier]
        for m in spoken["from"].finditer(document.plain, *span):
            found = _giver(document, spoken, span, m.end(), min(m.end() + 8, span[1]))
            if found is not None:
                return found
    return None


def _passive(document: Document, spoken: _Words, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether those named before the verb are told to, rather than tell."""
    return spoken["passive"].search(document.plain[max(sentence[0], verb.start() - 24) : verb.end()]) is not None


def _recipients(document: Document, spoken: _Words, draft: Draft) -> Arg | None:
    """To whom: after an active verb, else before a passive one."""
    sentence = draft.sentence
    verb = spoken["verb"].search(document.plain, max(sentence[0], draft.start - _NEAR), draft.end)
    at = verb.end() if verb else draft.end
    after = spoken["who"].search(document.plain, at, min(sentence[1], at + _NEAR))
    before = list(spoken["who"].finditer(document.plain, sentence[0], verb.start() if verb else draft.end))
    passive = verb is None or _passive(document, spoken, sentence, verb)
    found = (before[-1] if before else after) if passive else after
    return Arg("recipients", found.group().strip(), *found.span()) if found else None
