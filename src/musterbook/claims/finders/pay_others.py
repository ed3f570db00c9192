"""Whether a sum is owed to people of another programme: soldiers under contract, those who go to the war.

In: a document, a sentence, the clause of a sum. Out: yes or no, by who was named last before the
sum and by who stands in its clause. Whom the sum is only compared with is passed over.
"""

from __future__ import annotations

from musterbook.claims.document import Document
from musterbook.claims.finders.pay_words import Hit, Words

OTHER, OWN = "other", "own"
Span = tuple[int, int]


def of_others(document: Document, words: Words, number: int, clause: Span, place: Span) -> bool:
    """True where a sum is said of others than the programme's people.

    Args:
        document: The document.
        words: Of its language.
        number: Of the sentence.
        clause: The stretch that speaks of the sum itself.
        place: Where the sum stands.
    """
    text = document.plain
    sentence = document.annotations.sentences[number]
    since = document.annotations.sentences[number - 1][0] if number else sentence[0]
    if not words.has("others", text, since, clause[1]):
        return False
    own = _last(words, text, clause[0], place[0])
    if own is None:
        own = next((h for h in _named(words, text, place[1], clause[1])), None)
        if own is not None and own.value == OTHER and not _last(words, text, sentence[0], place[0]):
            return True
    if own is not None:
        return own.value == OTHER
    before = _last(words, text, sentence[0], clause[0])
    if before is None and words.has("their", text, *clause):
        before = _last(words, text, since, sentence[0])
    elif before is not None and not words.has("their", text, *clause):
        before = None
    return before is not None and before.value == OTHER


def _named(words: Words, text: str, start: int, end: int) -> list[Hit]:
    return [h for h in words.hits("others", text, start, end) if h.value in (OTHER, OWN)]


def _last(words: Words, text: str, start: int, end: int) -> Hit | None:
    found = _named(words, text, start, end)
    return found[-1] if found else None
