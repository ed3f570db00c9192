"""Clawback: money that has to be returned, and for what.

In: a document. Out: drafts of ``pay.clawback``, one per cause. Starts from the causes (cues
of the claim type); a cause without words of returning money beside it is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import zip_longest

from musterbook.claims.arguments import whole
from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders.pay_kinds import nearest
from musterbook.claims.finders.pay_sums import Span, sums_of
from musterbook.claims.finders.pay_words import Hit, Words, words
from musterbook.claims.needful import Gated
from musterbook.claims.patterns import PatternBook, Ready
from musterbook.expressions import regex
from musterbook.records import Arg

TYPE = "pay.clawback"
PROPORTION = "proportion"
"""The share that goes by the part of the contract not served."""

_MACRO = "clawback_proportion"
_FINED = "clawback_fined"
_SAME = "clawback_same"
_ENDED = "early_termination"
_LISTED = regex(r"\b(?:or|and|as well as|или|либо|и|а также)\b")
_CIRCLE = 900  # characters before the sentence in which the people must be named
_WITHOUT = (" without ", " без ")  # "without a good reason" denies nothing either
_FOLLOWED = frozenset({"early_termination", "evading_training", "failure_to_report"})  # told in a sentence of their own
_BRIEF = 110  # characters of a next sentence that tells what the cause leads to
_DENYING = "clawback_denied"
_DENIED = 30  # characters before words of returning in which they are denied
_EXCEPT = 45  # characters before a cause within which an "except" concerns it


def find(document: Document) -> Iterator[Draft]:
    """The clawbacks that a document tells.

    Args:
        document: In a language whose lexicon has the words for it.
    """
    spoken = words(document.book, document.annotations.language)
    if spoken is None or TYPE not in document.vocabulary.types:
        return
    sentences = document.annotations.sentences
    caused = {sentence: _causes(document, spoken, sentence, cues) for sentence, cues in document.cues(TYPE)}
    for sentence, causes in caused.items():
        if not causes:
            continue
        back = spoken.first("back", document.plain, *sentence)
        area = sentence
        later = sentences.index(sentence) + 1
        after = sentences[later] if later < len(sentences) else sentence
        answer = document.surroundings.answer(sentence)
        followed = causes[-1].value in _FOLLOWED or answer is not None
        if back is None and followed and not caused.get(after) and after[1] - after[0] <= _BRIEF:
            area, back = after, spoken.first("back", document.plain, *after)
        if back is None and later >= 2 and _goes_on(document, sentence):
            area = sentences[later - 2]
            back = spoken.first("back", document.plain, *area)
        if back is None or not (_money(document, spoken, area) or _money(document, spoken, sentence)):
            continue
        if answer == "" and area == sentence:
            continue  # a question that nobody answers states nothing
        if not spoken.has("circle", document.plain, max(0, sentence[0] - _CIRCLE), sentence[1]):
            continue
        for draft in _drafts(document, spoken, area, causes, back, after):
            yield replace(draft, polarity=answer) if answer and area == sentence else draft


def _goes_on(document: Document, sentence: Span) -> bool:
    """Whether a sentence only adds a case to the one before it ("the same applies to those who …")."""
    words = _macro(document.book, document.annotations.language, _SAME)
    return words is not None and words.found_in(document.plain, *sentence)


def _causes(document: Document, spoken: Words, sentence: Span, cues: list[Ready]) -> list[Hit]:
    """The causes in a sentence, in order; of overlapping ones the longest, each cause once."""
    found = [
        Hit(str(cue.pattern.args["trigger"]), *match.span())
        for cue in cues
        for match in cue.finditer(document.plain, *sentence)
        if not spoken.has("except", document.plain, max(sentence[0], match.start() - _EXCEPT), match.start())
    ]
    found.sort(key=lambda h: (h.start - h.end, h.start))
    kept: list[Hit] = []
    for hit in found:
        if not any((hit.start < k.end and hit.end > k.start) or hit.value == k.value for k in kept):
            kept.append(hit)
    return _led_to(document, sorted(kept, key=lambda h: h.start))


def _led_to(document: Document, causes: list[Hit]) -> list[Hit]:
    """The causes without those that lead to something else, and the end of the contract that another leads to."""
    fined = _macro(document.book, document.annotations.language, _FINED)
    kept: list[Hit] = []
    for cause, after in zip_longest(causes, causes[1:]):
        if after and fined and fined.found_in(document.plain, cause.end, after.start):
            continue
        listed = kept and _LISTED.search(document.plain, kept[-1].end, cause.start)
        if not (kept and cause.value == _ENDED and not listed):
            kept.append(cause)
    return kept


def _money(document: Document, spoken: Words, sentence: Span) -> bool:
    """True where the sentence speaks of money or a part of it."""
    if any(spoken.has(name, document.plain, *sentence) for name in ("money", "part")):
        return True
    kinds = {m.kind for m in document.annotations.within(*sentence)}
    return bool(kinds & {"money", "percent"}) or bool(sums_of(document, sentence, spoken))


def _shares(document: Document, spoken: Words, sentence: Span) -> list[tuple[Hit, float]]:
    """Which parts are named, in order."""
    found: list[tuple[Hit, float]] = []
    for hit in spoken.hits("part", document.plain, *sentence):
        above, below = (int(n) for n in hit.value[1:].split("_"))
        found.append((hit, float(Fraction(above, below))))
    for m in document.annotations.within(*sentence, kind="percent"):
        if not any(h.start < m.end and h.end > m.start for h, _ in found) and m.value.low == m.value.high:
            found.append((Hit("percent", m.start, m.end), m.value.low / 100))
    return sorted(found, key=lambda f: f[0].start)


@lru_cache(maxsize=8)
def _macro(book: PatternBook, language: str, name: str) -> Gated | None:
    known = (language, name) in book.vocabulary.lexicon
    return Gated(book.expression(f"{{{name}}}", language)) if known else None


def _proportion(document: Document, sentence: Span) -> Hit | None:
    """Where a sentence says that what is returned goes by the time not served."""
    grammar = _macro(document.book, document.annotations.language, _MACRO)
    found = grammar.search(document.plain, *sentence) if grammar else None
    return Hit(PROPORTION, *found.span()) if found else None


def _drafts(
    document: Document, spoken: Words, sentence: Span, causes: list[Hit], back: Hit, after: Span
) -> Iterator[Draft]:
    shares = _shares(document, spoken, sentence)
    amount = None if shares else _amount(document, spoken, sentence, back) or _amount_after(document, spoken, after)
    proportion = None if shares else _proportion(document, sentence)
    for place, cause in enumerate(causes):
        args = [Arg("trigger", cause.value, cause.start, cause.end)]
        hits = [cause] if len(causes) > 1 else [cause, back]
        if shares:
            hit, share = (
                shares[place]
                if len(shares) == len(causes)
                else min(shares, key=lambda s: s[0].distance((cause.start, cause.end)))
            )
            args.append(Arg("share", whole(share) if share != 1 else 1.0, hit.start, hit.end))
            hits.append(hit)
        elif proportion is not None:
            args.append(Arg("share", PROPORTION, proportion.start, proportion.end))
            hits.append(proportion)
        elif amount is not None and len(causes) == 1:
            args.append(amount)
            if sentence[0] <= amount.start < sentence[1]:
                hits.append(Hit("amount", amount.start, amount.end))
        hits = [h for h in hits if sentence[0] <= h.start < sentence[1]] or [back]
        start, end = min(h.start for h in hits), max(h.end for h in hits)
        polarity = _polarity(document, sentence, cause, back)
        yield Draft(TYPE, tuple(args), start, end, sentence, cue=(back.start, back.end), polarity=polarity)


def _polarity(document: Document, sentence: Span, cause: Hit, back: Hit) -> str:
    """The polarity of a clawback: denied only where the returning itself is ("not having passed" denies nothing)."""
    first = cause.end if cause.end <= back.start else max(sentence[0], back.start - _DENIED)
    words = _macro(document.book, document.annotations.language, _DENYING)
    denied = words is not None and words.found_in(document.plain, first, back.end)
    return "" if denied and not any(w in document.plain[first : back.end] for w in _WITHOUT) else "affirmed"


def _amount(document: Document, spoken: Words, sentence: Span, back: Hit) -> Arg | None:
    """The sum that is taken back, named after the words that say so."""
    sums = [s for s in sums_of(document, sentence, spoken) if s.start >= back.start]
    hit = nearest([Hit("", s.start, s.end) for s in sums], (back.start, back.end))
    found = next((s for s in sums if hit and s.start == hit.start), None)
    return Arg("amount", whole(found.money.low), found.start, found.end) if found else None


def _amount_after(document: Document, spoken: Words, after: Span) -> Arg | None:
    """The sum that the next sentence says has to be returned."""
    back = spoken.first("back", document.plain, *after)
    return _amount(document, spoken, after, back) if back else None
