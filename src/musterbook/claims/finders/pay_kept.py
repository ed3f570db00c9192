"""Pay without a sum: a wage that is kept, costs that are met.

In: a document. Out: drafts of ``pay.amount`` without amount, from the cues of the claim
type. Never takes a passage that names a sum: that is read by `pay`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from musterbook.claims.document import Document
from musterbook.claims.draft import Draft
from musterbook.claims.finders.pay_sums import Span
from musterbook.claims.finders.pay_words import Words
from musterbook.claims.patterns import Ready
from musterbook.expressions import regex
from musterbook.records import Arg

TYPE = "pay.amount"
_KEPT = "wage_kept"
_CIRCLE = 1500  # characters before a sentence in which the people must be named
_NEAR = 25  # characters after a cue within which a sum makes it that sum's
_ADDED = regex(r"\b(?:and|plus|as well as|и|плюс|а также)\b|[;:]")  # between a cue and a sum of something else


def find(document: Document, words: Words) -> Iterator[Draft]:
    """The pay that a document tells without a sum.

    Args:
        document: The document.
        words: Of its language.
    """
    text = document.plain
    for sentence, cues in document.cues(TYPE):
        if not words.has("circle", text, max(0, sentence[0] - _CIRCLE), sentence[1]):
            continue
        seen: set[object] = set()
        for cue in cues:
            found = cue.search(text, *sentence)
            kind = cue.pattern.args["kind"]
            if not found or kind in seen or _barred(document, sentence, cue, found):
                continue
            seen.add(kind)
            yield _draft(document, sentence, cue, found, words)


def _barred(document: Document, sentence: Span, cue: Ready, found: re.Match[str]) -> bool:
    if cue.unless and cue.unless.search(document.plain, *sentence):
        return True
    if cue.requires and not cue.requires.search(document.plain, *sentence):
        return True
    sums = document.annotations.within(found.start(), min(sentence[1], found.end() + _NEAR), kind="money")
    return any(not _ADDED.search(document.plain, found.end(), m.start) for m in sums)


def _draft(document: Document, sentence: Span, cue: Ready, found: re.Match[str], words: Words) -> Draft:
    args: list[Arg] = []
    for role, value in cue.pattern.args.items():
        if not (isinstance(value, str) and value.startswith("@")):
            args.append(Arg(role, value))
        elif found.group(value[1:]):
            start, end = found.span(value[1:])
            args.append(Arg(role, document.annotations.text[start:end], start, end))
    keeper = words.first("keeper", document.plain, *sentence) if cue.pattern.args["kind"] == _KEPT else None
    if keeper is not None:
        args = [a for a in args if a.role != "payer"]
        args.append(Arg("payer", keeper.value, keeper.start, keeper.end))
    start, end = found.span("claim") if "claim" in cue.regex.groupindex else found.span()
    polarity, status = cue.pattern.polarity, cue.pattern.status
    return Draft(TYPE, tuple(args), start, end, sentence, (start, end), polarity=polarity, status=status)
