"""What a sentence hangs on: the question, the heading or the first line of its list.

In: a document and a sentence's number. Out: the span of the lead, or None. Never reaches
beyond the list that a sentence is an item of.
"""

from __future__ import annotations

from musterbook.claims.document import Document
from musterbook.expressions import regex

Span = tuple[int, int]
_ITEM = regex(r"\s*(?:[-–—•*▪·►✅✔⚡❗]|\d{1,2}[.)])\s*")
_SHORT = 45  # characters: a heading or an opening such as "About the money."
_ITEMS = 20  # items of one list that are walked back over


def lead_of(document: Document, number: int, short: int = _SHORT) -> Span | None:
    """The lead of a sentence.

    Args:
        document: The document.
        number: The sentence's number.
        short: Characters up to which the sentence before is an opening whatever it ends with.

    Returns:
        The span of the question, heading or first line, None where there is none.
    """
    sentences, text = document.annotations.sentences, document.annotations.text
    if number == 0:
        return None
    last = sentences[number - 1]
    if _leads(text, last) or (last[1] - last[0] <= short and not is_item(text, last)):
        return last
    if not is_item(text, sentences[number]) and not _in_item(document, number):
        return None
    for earlier in range(number - 1, max(-1, number - 1 - _ITEMS), -1):
        span = sentences[earlier]
        if _leads(text, span):
            return span
        if not is_item(text, span) and not _in_item(document, earlier):
            return None
    return None


def is_item(text: str, span: Span) -> bool:
    """True where a sentence begins like an item of a list, or stands right after such a mark."""
    marked = _ITEM.fullmatch(text, max(0, span[0] - 3), span[0])
    return marked is not None or _ITEM.match(text, span[0], span[1]) is not None


def _in_item(document: Document, number: int) -> bool:
    span = document.annotations.sentences[number]
    block = document.reading.block_at(span[0])
    return block is not None and _ITEM.match(document.annotations.text, block.start, block.end) is not None


def _leads(text: str, span: Span) -> bool:
    return text[span[0] : span[1]].rstrip().endswith((":", "?"))
