"""The one place where quotes are built: what is not in the reading cannot be quoted.

In: a reading and a span. Out: a `Quote` whose words are the reading's own, between the
span's ends, white space trimmed. Never corrects a span by searching for its words.
"""

from __future__ import annotations

from musterbook.errors import AnchorError
from musterbook.records import Quote, Reading

MAX_QUOTE = 1200
"""Characters; a longer passage is a faulty span, not a shortest passage (the longest
sentence in the corpora that the reader is measured on has 780)."""


def anchor(reading: Reading, start: int, end: int) -> Quote:
    """Quote the reading from ``start`` to ``end``.

    Args:
        reading: Whose text is quoted.
        start: First code point.
        end: One past the last.

    Returns:
        The quote, without white space at its ends.

    Raises:
        AnchorError: The span is empty, blank, too long or not within the text.
    """
    text = reading.text
    if not 0 <= start < end <= len(text):
        raise AnchorError(f"span {start}-{end} is not within the {len(text)} characters of {reading.capture_id}")
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        raise AnchorError(f"span {start}-{end} of {reading.capture_id} holds white space only")
    if end - start > MAX_QUOTE:
        raise AnchorError(f"span {start}-{end} of {reading.capture_id} is longer than {MAX_QUOTE} characters")
    return check(reading, Quote(reading.id, start, end, text[start:end]))


def check(reading: Reading, quote: Quote) -> Quote:
    """Return the quote if its words stand in the reading where it says they do.

    Raises:
        AnchorError: They do not.
    """
    found = reading.text[quote.start : quote.end]
    if found != quote.exact or quote.reading_id != reading.id:
        raise AnchorError(
            f"quote {quote.exact[:60]!r} is not at {quote.start}-{quote.end} of {reading.capture_id}: "
            f"found {found[:60]!r}"
        )
    return quote
