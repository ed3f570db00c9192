"""The finder of everything that a pattern can say: match, bind, distribute.

In: a sentence's candidates. Out: drafts, one per item of each list that a pattern caught.
Never tries a pattern whose trigger the sentence lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from musterbook.claims.agents import OWN, RIVAL
from musterbook.claims.arguments import Alternative, bind, caught, product
from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.modality import read_modality
from musterbook.claims.needful import Condition
from musterbook.claims.patterns import Ready
from musterbook.claims.sightings import Sighted
from musterbook.expressions import regex
from musterbook.records import Arg
from musterbook.vocabulary.nouns import ClaimType

CONTEXT = 700
"""Characters before a sentence in which the words that a pattern ``needs`` may stand: about
a paragraph of a news report."""


_BEFORE = 250  # characters before a sentence in which the drones are named that a bare number counts
_ITEM = regex(r"[:;]\s*(?:[-–—•*▪]|\(?\w{1,2}[.)])?\s*\Z")  # before an item of a list
_STOP = regex(r"[.!?][\"'”’»)]*\s")  # where a sentence holds another
_OPENING = 40  # characters in which the subject of a sentence stands
_TOGETHER = {"wide": 140, "together": 80, "close": 40}  # flag → characters around in which a statement's words stand
_MARKER = 14  # characters that the end of the item before and the marker take


def find(document: Document, sentence: tuple[int, int], candidates: Iterable[Ready]) -> Iterator[Draft]:
    """All drafts of one sentence.

    Args:
        document: The document with its shadow.
        sentence: The sentence's span.
        candidates: Patterns of its language whose trigger stands in it.
    """
    context: set[str] | None = None
    led: bool | None = None  # whether the passage speaks of headquarters
    answer = document.surroundings.answer(sentence)
    if answer is not None and not answer:
        return
    shadow, (start, end) = document.shadow, sentence
    text = shadow[start:end]
    mask = shadow.sightings.mask(start, end)
    known: dict[Condition, bool] = {}
    for ready in candidates:
        if not ready.needs.met(mask, text, known):
            continue
        if "headquarters" in ready.pattern.flags:
            if led is None:
                led = document.surroundings.speaks_of("headquarters_word", sentence, CONTEXT)
            if not led:
                continue
        found = ready.regex.search(shadow, start, end)
        if not found:
            continue
        pattern = ready.pattern
        if "counted" in pattern.flags and not _regions_counted(document, sentence):
            continue
        if "drones" in pattern.flags and not document.surroundings.speaks_of("drone", sentence, _BEFORE):
            continue
        if not _TOGETHER.keys() & pattern.flags and not _allowed(ready, shadow, sentence):
            continue
        if pattern.needs:
            context = document.surroundings.context(sentence, CONTEXT) if context is None else context
            if not context.intersection(pattern.needs):
                continue
        claim_type = document.vocabulary.types[pattern.type]
        while found:
            yield from _drafts(document, sentence, ready, claim_type, found)
            found = ready.regex.search(shadow, max(found.end(), found.start() + 1), end)


def _regions_counted(document: Document, sentence: tuple[int, int]) -> bool:
    """Whether a sentence, or a paragraph before it, counts regions: what a bare number there may count."""
    words = document.book.words(("regions_counted",), document.annotations.language)
    area = (max(0, sentence[0] - CONTEXT), sentence[1])
    return any(w.search(document.shadow, *area) is not None for w in words.values())


def _allowed(ready: Ready, shadow: Sighted, sentence: tuple[int, int]) -> bool:
    """Whether a sentence holds what a pattern requires and nothing that forbids it."""
    if ready.unless and ready.unless.search(shadow, *sentence):
        return False
    return ready.requires is None or ready.requires.search(shadow, *sentence) is not None


def _cue_near(
    document: Document, sentence: tuple[int, int], ready: Ready, found: re.Match[str], reach: int
) -> tuple[int, int] | None:
    """The nearest word of the concept that a pattern requires, in any order, in the clause of what it matched.

    Args:
        document: The document.
        sentence: The sentence's span.
        ready: A pattern flagged ``together`` or ``close``: it matches what a statement is about
            (a drone, a checkpoint), requires a word of the concept that makes it a statement
            (to repel, to man), and forbids what speaks of another matter.
        found: The match.
        reach: Characters on either side in which all that is looked for.

    Returns:
        The span of that word, or None where none is there or something forbids the statement.
    """
    clause = document.surroundings.clause(sentence, found.start())
    area = (max(clause[0], found.start() - reach), min(clause[1], found.end() + reach))
    cues = [m.span() for m in ready.requires.finditer(document.shadow, *area)] if ready.requires else []
    if not cues or (ready.unless and ready.unless.search(document.shadow, *area)):
        return None
    return min(cues, key=lambda c: max(c[0] - found.end(), found.start() - c[1]))


def _drafts(
    document: Document, sentence: tuple[int, int], ready: Ready, claim_type: ClaimType, found: re.Match[str]
) -> Iterator[Draft]:
    pattern = ready.pattern
    parts: list[list[Alternative]] = []
    for role, value in pattern.args.items():
        if not (isinstance(value, str) and value.startswith("@")):
            parts.append([(Arg(role, value),)])
            continue
        group, _, constant = value[1:].partition("?")
        span = _span(found, group)
        if span[0] < 0:
            continue
        if constant:
            parts.append([(Arg(role, constant, *span),)])
            continue
        alternatives = _group(document, claim_type, role, span)
        other = _span(found, f"{group}2")
        if alternatives == [()] and other[0] >= 0:
            alternatives = _group(document, claim_type, role, other)
        if not alternatives:
            return  # the group was there, but not as a value of the role: no claim
        parts.append(alternatives)
    start, end = quote_span(found, pattern.quote)
    cue = _span(found, "cue")
    reach = next((_TOGETHER[f] for f in pattern.flags if f in _TOGETHER), 0)
    if reach:
        near = _cue_near(document, sentence, ready, found, reach)
        if near is None:
            return
        start, end, cue = min(start, near[0]), max(end, near[1]), near
    if not _done_by_own(document, sentence, (start, end), pattern.flags):
        return
    if _only_asked(document, sentence, (start, end), pattern.polarity):
        return
    cue = cue if cue[0] >= 0 else (start, end)
    for args in product(parts):
        if not _number_fits(args, pattern.flags):
            continue
        if "elsewhere" in pattern.flags and _at_home(document, start, args):
            continue
        if "compared" in pattern.flags:
            args = _compared(document, found.span(), args)
        yield Draft(
            type=pattern.type,
            args=args,
            start=start,
            end=end,
            sentence=sentence,
            cue=cue,
            status=pattern.status,
            polarity=pattern.polarity or _polarity(document, sentence, cue, pattern.flags),
            fixed=frozenset(f.removeprefix("no_") for f in pattern.flags if f.startswith("no_")),
            required=frozenset(f.removeprefix("needs_") for f in pattern.flags if f.startswith("needs_")),
        )


def _only_asked(document: Document, sentence: tuple[int, int], span: tuple[int, int], polarity: str) -> bool:
    """Whether a passage is an indirect question («спрашивают, не отправят ли их туда») that nobody answers with no."""
    around, text = document.surroundings, document.annotations.text
    if text[sentence[0] : sentence[1]].rstrip("»”\"' ").endswith("?"):
        return False  # a question is told by its answer
    part = (text.rfind(",", sentence[0], span[0]) + 1 or sentence[0], span[1])
    if not around.speaks_of("asks_whether", (max(part[0], sentence[0]), part[1]), 0):
        return False
    return polarity != "denied" or not around.speaks_of("asked_and_denied", (span[0], sentence[1]), 0)


def _polarity(document: Document, sentence: tuple[int, int], cue: tuple[int, int], flags: tuple[str, ...]) -> str:
    """The polarity that is known before all drafts are seen: a question's, and where a pattern asks (``polar``).

    What is affirmed and what is denied are then two statements, not one told twice.
    """
    answer = document.surroundings.answer(sentence)
    if answer or "polar" not in flags:
        return answer or ""
    return read_modality(document.annotations, sentence, cue, document.annotations.language).polarity


def _at_home(document: Document, start: int, args: Alternative) -> bool:
    """Whether the region that somebody is sent to is the only one that the passage has spoken of, his own.

    Where the passage has named none, nobody's own is known, and he may be sent there from anywhere.
    """
    to = next((a for a in args if a.role == "area"), None)
    if to is None:
        return False
    places = document.surroundings.places_in((to.start - CONTEXT, to.start))
    named = {p.region for p in places if p.start >= start} or {p.region for p in places}
    return named == {to.value}


def _compared(document: Document, span: tuple[int, int], args: Alternative) -> Alternative:
    """The arguments of a size that is told beside an earlier one: it is an increase, or else a decrease."""
    now = next((a for a in args if a.role == "count"), None)
    before = document.annotations.within(*span, "count")
    if now is None or not before or not isinstance(now.value, int | float) or before[0].value.low <= now.value:
        return args
    return tuple(replace(a, value="decrease") if a.role == "change" else a for a in args)


def _number_fits(args: Alternative, flags: tuple[str, ...]) -> bool:
    """Whether a count is of the sort that a pattern asks for.

    ``several``: no ordinal, and not the "one" that stands for a thing; ``ordinal``: an
    ordinal and nothing else.
    """
    ordinal = any(a.role == "comparator" and a.value == "ordinal" for a in args)
    if "ordinal" in flags and not ordinal:
        return False
    return "several" not in flags or not (ordinal or any(a.role == "count" and a.value == 1 for a in args))


def _done_by_own(document: Document, sentence: tuple[int, int], span: tuple[int, int], flags: tuple[str, ...]) -> bool:
    """Whether the doer is the programme's people, where a pattern asks (flag ``agent``).

    ``agent_here`` asks for a doer in the sentence itself, or a pronoun there; ``no_rival``
    is content where nobody else is named.
    """
    if "headquarters" in flags and not _of_headquarters(document, sentence, span[0]):
        return False
    if not {"agent", "agent_here", "no_rival"}.intersection(flags):
        return True
    doer = document.surroundings.agents.of(span, sentence, here="agent_here" in flags)
    return doer == OWN or (doer != RIVAL and "no_rival" in flags)


def _of_headquarters(document: Document, sentence: tuple[int, int], at: int) -> bool:
    """Whether the sentence tells what a headquarters is to do, by name or going on about it."""
    around = document.surroundings
    stops = [m.end() for m in _STOP.finditer(document.annotations.text, sentence[0], at)]
    sentence = (stops[-1] if stops else sentence[0], sentence[1])
    opening = (sentence[0], min(at, sentence[0] + _OPENING))
    led = around.speaks_of("headquarters_word", opening, 0) or around.speaks_of("headquarters_goes_on", opening, 0)
    if not led and around.agents.named(sentence, before=at):
        return False
    if around.speaks_of("headquarters_word", sentence, 0):
        return True
    item = _ITEM.search(document.annotations.text[max(0, sentence[0] - _MARKER) : sentence[0]])
    goes_on = item is not None or around.speaks_of("headquarters_goes_on", sentence, 0)
    return goes_on and around.speaks_of("headquarters_word", sentence, CONTEXT)


def _group(document: Document, claim_type: ClaimType, role: str, span: tuple[int, int]) -> list[Alternative]:
    definition = claim_type.arg(role)
    if definition is None:
        return []
    mentions = caught(document.annotations, span, definition)
    if mentions:
        return [a for m in mentions for a in bind(definition, m, claim_type, document.vocabulary)]
    if definition.kind == "text":
        return [(Arg(role, document.annotations.text[span[0] : span[1]].strip(" \"'“”«»‘’"), *span),)]
    return []


def _span(found: re.Match[str], group: str) -> tuple[int, int]:
    """Where a group stands, or the group of the same name with a 2: the other word order."""
    for name in (group, f"{group}2"):
        if name in found.re.groupindex and found.span(name)[0] >= 0:
            return found.span(name)
    return (-1, -1)


def quote_span(found: re.Match[str], groups: tuple[str, ...]) -> tuple[int, int]:
    """From the first named group that took part to the last; the whole match where none is named."""
    spans = [found.span(g) for g in groups if found.span(g)[0] >= 0]
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else found.span()
