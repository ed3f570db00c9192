"""What a sentence hangs on: the heading, the question or the opening of its list.

In: a document and a sentence's number. Out: the span of the heading, question or opening,
or None. Never reaches beyond the list that a sentence is an item of, and takes no finished
sentence for a heading.
"""

from __future__ import annotations

from musterbook.claims.document import Document
from musterbook.expressions import regex

Span = tuple[int, int]
_AFTER_QUESTION = " \t\n\"'»”*"
_MARK = regex(r"(?:[-–—•*▪·►✅✔⚡❗]|\(?\d{1,2}[.)])\s*")
_MARKED = regex(r"(?:^|\n)\s*(?:[-–—•*▪·►✅✔⚡❗]\ufe0f?|\(?\d{1,2}[.)])\s*$")
_ITEMS = 20  # items of one list that are walked back over
_HEADING = 60  # characters: a longer line without a full stop is no heading
_MARGIN = 8  # characters before a sentence in which the mark of an item stands


def opening(document: Document, number: int) -> Span | None:
    """The opening of a sentence.

    Args:
        document: The document.
        number: The sentence's number.

    Returns:
        The span of the heading, question or opening; None where there is none.
    """
    for earlier in range(number - 1, max(-1, number - 1 - _ITEMS), -1):
        if _opens(document, document.annotations.sentences[earlier]):
            return document.annotations.sentences[earlier]
        if not (is_item(document, earlier + 1) and is_item(document, earlier)):
            return None
    return None


def question(document: Document, number: int) -> Span | None:
    """The question right before a sentence, or None where no question stands there."""
    before = document.annotations.sentences[number - 1] if number else (0, 0)
    asked = document.annotations.text[slice(*before)].rstrip(_AFTER_QUESTION).endswith("?")
    return before if asked else None


def is_item(document: Document, number: int) -> bool:
    """True where a sentence stands in a list: after a mark, before a semicolon, or right after one."""
    text, sentences = document.annotations.text, document.annotations.sentences
    start, end = sentences[number]
    if _MARK.match(text, start, end) or _MARKED.search(text[max(0, start - _MARGIN) : start]):
        return True
    last = sentences[number - 1] if number else (0, 0)
    return any(text[a:b].rstrip().endswith(";") for a, b in ((start, end), last))


def _opens(document: Document, span: Span) -> bool:
    """True for a heading, a question, or a line that ends in a colon."""
    said = document.annotations.text[span[0] : span[1]].rstrip(_AFTER_QUESTION)
    if said.endswith((":", "?")):
        return True
    block = document.reading.block_at(span[0])
    if block is not None and block.kind == "heading":
        return True
    alone = block is not None and block.start >= span[0] - _MARGIN and block.end <= span[1] + 2
    return alone and len(said) <= _HEADING and not said.endswith((".", "!", ";", ",", "…"))
