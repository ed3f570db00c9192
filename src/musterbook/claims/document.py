"""One reading made ready for the finders: annotated once, looked at by all.

In: a reading, its publication date and a pattern book. Out: a `Document`. Never holds
anything that the reading or the vocabulary does not give.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from musterbook.claims import values
from musterbook.claims.attribution import Attribution, attribute
from musterbook.claims.lexer import Lexer, lower
from musterbook.claims.mention import Annotations, Mention
from musterbook.claims.patterns import PatternBook, Ready
from musterbook.claims.people import find_people
from musterbook.claims.shadow import plain
from musterbook.claims.surroundings import Surroundings
from musterbook.records import PartialDate, PersonMention, Reading
from musterbook.vocabulary.nouns import Vocabulary


@dataclass(frozen=True)
class Document:
    """A reading with everything that the finders ask for.

    Attributes:
        reading: The text.
        annotations: Its mentions.
        shadow: The text with mentions made signs.
        people: Everybody named in it.
        attribution: Who says what.
        surroundings: Clauses, places, passages.
        triggers: (offset, trigger number), in order.
        book: The patterns.
    """

    reading: Reading
    annotations: Annotations
    shadow: str
    people: tuple[PersonMention, ...]
    attribution: Attribution
    surroundings: Surroundings
    triggers: tuple[tuple[int, int], ...]
    book: PatternBook

    @property
    def vocabulary(self) -> Vocabulary:
        """The programme's vocabulary."""
        return self.book.vocabulary

    @cached_property
    def plain(self) -> str:
        """The words of the text: lower case, one kind of dash, quotation mark, white space and е."""
        return plain(self.annotations.lower)

    @cached_property
    def written(self) -> dict[str, str]:
        """Each name of somebody who may be named, in either script → ``Latin (as in the text)``.

        A name in a Russian report is given in Latin script, as the guide has it, and as the
        text has it, so that it can be found there. Empty for texts in Latin script.
        """
        both: dict[str, str] = {}
        for person in self.people:
            if person.role != "private" and person.native and person.native != person.name:
                shown = f"{person.name} ({person.native})"
                both.setdefault(person.native, shown)
                both.setdefault(person.name, shown)
        return both

    def cues(self, claim_type: str) -> Iterator[tuple[tuple[int, int], list[Ready]]]:
        """The sentences that hold triggers of a claim type's cues, with the cues to try."""
        wanted = self.book.cue_triggers(claim_type)
        if not wanted:
            return
        sentences = self.annotations.sentences
        found: dict[int, list[int]] = {}
        for offset, number in self.triggers:
            if number in wanted:
                at = bisect_right(sentences, offset, key=lambda s: s[0]) - 1
                if at >= 0 and offset < sentences[at][1]:
                    found.setdefault(at, []).append(number)
        for at, numbers in found.items():
            yield sentences[at], self.book.cues(claim_type, numbers)

    @cached_property
    def _called(self) -> dict[tuple[int, int], list[Ready]]:
        return {}

    def candidates(self, sentence: tuple[int, int]) -> list[Ready]:
        """The patterns that a sentence's words call for, looked up once."""
        known = self._called.get(sentence)
        if known is None:
            first = bisect_left(self.triggers, (sentence[0], -1))
            last = bisect_left(self.triggers, (sentence[1], -1))
            kinds = {m.kind for m in self.annotations.within(*sentence)}
            triggers = {number for _, number in self.triggers[first:last]}
            known = self._called[sentence] = self.book.candidates(triggers, kinds, self.annotations.language)
        return known


def prepare(
    reading: Reading, published: PartialDate | None, lexer: Lexer, book: PatternBook, publisher: str = ""
) -> Document:
    """Annotate a reading.

    Args:
        reading: In a supported language.
        published: What relative dates are relative to.
        lexer: Of the same vocabulary as ``book``.
        book: The patterns.
        publisher: The document's own outlet, which is no link of an attribution; or "".
    """
    text, lowered = reading.text, lower(reading.text)
    hits = lexer.find(text, lowered)
    people = tuple(find_people(text, lowered, reading.language, book.vocabulary, hits.mentions))
    persons = [Mention("person", p.start, p.end, p) for p in people]
    mentions = merge(hits.mentions, values.find(text, lowered, reading.language, published), persons)
    annotations = Annotations(
        text=text,
        lower=lowered,
        language=reading.language,
        published=published,
        sentences=reading.sentences,
        mentions=mentions,
        starts=tuple(m.start for m in mentions),
    )
    shadow = book.signs.cast(annotations)
    return Document(
        reading=reading,
        annotations=annotations,
        shadow=shadow,
        people=people,
        attribution=attribute(reading, annotations, people, book.vocabulary, publisher),
        surroundings=Surroundings(reading, annotations, shadow, book),
        triggers=hits.triggers,
        book=book,
    )


def merge(*sources: tuple[Mention, ...] | list[Mention]) -> tuple[Mention, ...]:
    """All mentions in order, the longest of those that overlap; of equals, the earlier source's."""
    ranked = sorted(
        ((m.start - m.end, number, m.start, m) for number, source in enumerate(sources) for m in source),
        key=lambda r: (r[3].start, r[0], r[1]),
    )
    kept: list[Mention] = []
    for _, _, _, mention in ranked:
        if kept and mention.start < kept[-1].end:
            longer = mention.end - mention.start > kept[-1].end - kept[-1].start
            if longer and (len(kept) < 2 or kept[-2].end <= mention.start):
                kept[-1] = mention
            continue
        kept.append(mention)
    return tuple(kept)
