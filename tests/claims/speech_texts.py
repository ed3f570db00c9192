"""What the tests of reported speech share: a text made ready without the rest of the reader."""

from __future__ import annotations

from functools import lru_cache

from musterbook.claims.attribution import Attribution, attribute
from musterbook.claims.lexer import Lexer, lower
from musterbook.claims.mention import Annotations, Mention
from musterbook.claims.people import find_people
from musterbook.reading import blocks, sentences
from musterbook.records import PersonMention, Reading
from musterbook.vocabulary import Vocabulary, load


@lru_cache(maxsize=1)
def tools() -> tuple[Vocabulary, Lexer]:
    """The vocabulary and its lexer."""
    vocabulary = load("bars")
    return vocabulary, Lexer(vocabulary, [])


def people_of(text: str, language: str = "en") -> list[PersonMention]:
    """Everybody named in a text."""
    vocabulary, lexer = tools()
    lowered = lower(text)
    return find_people(text, lowered, language, vocabulary, lexer.find(text, lowered).mentions)


def annotate(text: str, language: str = "en") -> tuple[Reading, Annotations, list[PersonMention]]:
    """A text with its mentions."""
    _, lexer = tools()
    lowered = lower(text)
    people = people_of(text, language)
    found = [*lexer.find(text, lowered).mentions, *(Mention("person", p.start, p.end, p) for p in people)]
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    parts = blocks(text)
    reading = Reading("c", text, language, blocks=tuple(parts), sentences=tuple(sentences(text, parts)))
    starts = tuple(m.start for m in kept)
    return reading, Annotations(text, lowered, language, None, reading.sentences, tuple(kept), starts), people


def who_says(text: str, language: str = "en", publisher: str = "") -> Attribution:
    """The attribution of a text."""
    reading, annotations, people = annotate(text, language)
    return attribute(reading, annotations, people, tools()[0], publisher)


def chain(text: str, passage: str, language: str = "en", publisher: str = "") -> tuple[tuple[str, ...], bool]:
    """Who says one passage of a text."""
    start = text.index(passage)
    return who_says(text, language, publisher).chain((start, start + len(passage)))


def check_source(language: str, text: str, passage: str, expected: str) -> None:
    """Assert that a passage's nearest source holds some words, or that it has none where none are expected."""
    found, _ = chain(text, passage, language)
    if expected:
        assert found, passage
        assert expected.casefold() in found[0].casefold()
    else:
        assert found == ()
