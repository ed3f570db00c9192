"""Who does what a verb says, as an office or a holder of one.

In: a document, a sentence, a verb's span and voice. Out: the name of the actor with its
span, or None. Never names a private person.
"""

from __future__ import annotations

from dataclasses import dataclass

from musterbook.claims.document import Document
from musterbook.claims.mention import Mention
from musterbook.expressions import regex
from musterbook.records import PersonMention

_KINDS = ("official", "person", "office", "title")
_REACH = 90  # characters between a verb and its doer
_BESIDE = 2  # characters between a verb and the doer right behind it
_APART = regex(r"[;:]|\. |\b(?:of|for|under|with|against|from|about|к|в|об?|для|от|из)\s+(?:\w+\s+){0,2}$")
_BY = regex(r"\bby\s+(?:\S+\s+){0,4}?$")
_INTO = regex(r"\b(?:в|во|на|от|для|к|из)\s+(?:\w+\s+)?$")

_PARTED = regex(r", |\band (?:then |later |subsequently )?(?:was|were|has been|is to be|will be)\b")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Actor:
    """An office or its holder, at a span."""

    value: str
    start: int
    end: int


def actor(document: Document, sentence: Span, verb: Span, voice: str) -> Actor | None:
    """The doer of a verb.

    Args:
        document: With its mentions.
        sentence: Around the verb.
        verb: The verb's span.
        voice: ``active``, ``passive`` or ``noun``.

    Returns:
        Before an active verb the nearest office or holder, else the first after it; after
        a passive one the first after it ("by" in English); None where none is near.
    """
    found = [m for m in document.annotations.within(*sentence) if m.kind in _KINDS and _public(m)]
    clause = document.surroundings.clause(sentence, verb[0])
    before = [m for m in found if m.end <= verb[0] and m.start >= clause[0] and verb[0] - m.end <= _REACH]
    after = [m for m in found if m.start >= verb[1] and m.start - verb[1] <= _REACH]
    english = document.annotations.language == "en"
    if voice != "active":
        parted = _PARTED.search(document.shadow, verb[1], sentence[1])  # another stage, with a doer of its own
        doers = [m for m in after if _by(document.shadow[verb[0] : m.start], english)]
        doers = [m for m in doers if parted is None or m.start < parted.start()]
        return _named(document, found, doers[0]) if doers else None
    free = [m for m in before if not _APART.search(document.shadow[max(sentence[0], m.start - 24) : m.start])]
    beside = after[0] if after and not english and after[0].start - verb[1] <= _BESIDE else None
    if free and beside and "," in document.shadow[free[-1].end : verb[0]]:
        return _named(document, found, beside)  # «закон одобрил Совет Федерации, 4 ноября его подписал президент»
    chosen = free[-1] if free else (after[0] if after and not english else None)
    return _named(document, found, chosen) if chosen else None


def _by(between: str, english: bool) -> bool:
    """Whether the words between a passive verb and somebody make him its doer."""
    return bool(_BY.search(between)) if english else not _INTO.search(between)


def _public(mention: Mention) -> bool:
    return not isinstance(mention.value, PersonMention) or mention.value.role != "private"


def _named(document: Document, found: list[Mention], chosen: Mention) -> Actor:
    """The holder's name where a title stands before one, else the office's or title's own name."""
    at = found.index(chosen)
    if chosen.kind == "title" and at + 1 < len(found) and found[at + 1].kind in ("official", "person"):
        if found[at + 1].start - chosen.end <= 2:
            chosen = found[at + 1]
    value = chosen.value
    if isinstance(value, PersonMention):
        return Actor(value.name, chosen.start, chosen.end)
    entry = document.vocabulary.entries.get((chosen.kind, str(value)))
    if chosen.kind == "official" or entry is None:
        return Actor(str(value), chosen.start, chosen.end)
    return Actor(entry.names.get("en") or str(value), chosen.start, chosen.end)
