"""The office that somebody holds, in normal form.

In: a document and the mention of a person. Out: the office's English name with its span,
or None. Never guesses an office that the words around the name do not give.
"""

from __future__ import annotations

import re
from functools import lru_cache

from musterbook.claims.document import Document
from musterbook.claims.mention import Mention
from musterbook.claims.patterns import PatternBook
from musterbook.expressions import regex
from musterbook.records import PersonMention
from musterbook.vocabulary.expressions import compiled

_BEFORE = 90  # characters before a name in which a title stands
_AFTER = 70  # characters after a name in which an apposition stands
_OF_A_REGION = regex(r"\b(?:oblast|regional|region|krai)\s+$")
_POST = regex(r"\b(?:post|job|office|position) (?:as|of) |\b(?:пост|должность)\s")  # told after a name
_AND = regex(r"\s?(?:,|and|и|, and|, и|а также)\s")  # between two who hold the same office
_APPOSED = regex(r"\s?[,(-]\s?")


@lru_cache(maxsize=8)
def _district_head(book: PatternBook, language: str) -> re.Pattern[str] | None:
    text = book.vocabulary.lexicon.get((language, "off_district_head"))
    return compiled(book.expression(text, language)) if text else None


def position(document: Document, person: Mention) -> tuple[str, int, int] | None:
    """What somebody is.

    Args:
        document: With its mentions.
        person: Of kind ``person`` or ``official``.

    Returns:
        The name of the office and its span: of the title nearest before the name, else of
        one in apposition after it, else what the text gives.
    """
    notes = document.annotations
    pattern = _district_head(document.book, notes.language)
    first = max(0, person.start - _BEFORE)
    stop = max((document.plain.rfind(c, first, person.start) for c in (". ", ";", "(")), default=-1)
    first = max(first, stop)
    neighbours = [m.end for m in notes.within(first, person.start) if m.kind in ("person", "official")]
    first = max([first, *neighbours])
    shared = _beside(document, person)
    if shared is not None:
        return position(document, shared)
    before = list(notes.within(first, person.start, "title"))
    found = list(pattern.finditer(document.plain, first, person.start)) if pattern else []
    if found and (not before or found[-1].start() <= before[-1].start <= found[-1].end()):
        return "district head", *found[-1].span()
    if before:
        return _named(document, before[-1])
    apposed = _APPOSED.match(document.plain, person.end)
    if apposed:
        after = notes.within(person.end, person.end + _AFTER, "title")
        told = pattern.search(document.plain, person.end, person.end + _AFTER) if pattern else None
        if told:
            return "district head", *told.span()
        if after:
            return _named(document, after[0])
    post = _POST.search(document.plain, person.end, person.end + _AFTER)
    if post:
        told = pattern.search(document.plain, post.end(), post.end() + _AFTER) if pattern else None
        held = notes.within(post.end(), post.end() + _AFTER, "title")
        if told:
            return "district head", *told.span()
        if held:
            return _named(document, held[0])
    announced = document.plain[first : person.start].rstrip(" \"'«“").endswith(":")  # what a colon ends is no title
    if isinstance(person.value, PersonMention) and person.value.position and not announced:
        return person.value.position.lower(), person.start, person.end
    entry = document.vocabulary.entries.get((person.kind, str(person.value)))
    office = entry.attributes.get("office") if entry else None
    return (str(office), person.start, person.end) if office else None


def _beside(document: Document, person: Mention) -> Mention | None:
    """Who is named right before somebody and holds the same office: «два заместителя губернатора, А и Б»."""
    held = person.value.position.lower() if isinstance(person.value, PersonMention) else ""
    near = document.annotations.within(max(0, person.start - _BEFORE), person.start)
    others = [m for m in near if m.kind in ("person", "official")]
    if not held or not others or not _AND.fullmatch(document.plain, others[-1].end, person.start):
        return None
    return (
        others[-1]
        if held in document.annotations.lower[max(0, others[-1].start - _BEFORE) : others[-1].start]
        else None
    )


def _named(document: Document, title: Mention) -> tuple[str, int, int]:
    regional = _OF_A_REGION.search(document.plain, max(0, title.start - 12), title.start)
    near = document.annotations.within(max(0, title.start - 40), title.start, "region")
    if title.value == "state_duma_deputy" and (regional or (near and title.start - near[-1].end <= 2)):
        return "regional deputy", title.start, title.end
    entry = document.vocabulary.entries.get(("title", str(title.value)))
    name = entry.names.get("en") if entry else None
    return (name or str(title.value).replace("_", " ")), title.start, title.end
