"""One reading made ready for the finders: annotated once, looked at by all.

In: a reading, its publication date and a pattern book. Out: a `Document`. Never holds
anything that the reading or the vocabulary does not give.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from musterbook.claims import ellipsis, values
from musterbook.claims.attribution import Attribution, attribute
from musterbook.claims.lexer import Lexer, lower
from musterbook.claims.mention import Annotations, Mention
from musterbook.claims.patterns import PatternBook, Ready
from musterbook.claims.people import find_people
from musterbook.claims.shadow import plain
from musterbook.claims.sightings import WATCH, Sighted
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
        plain: Its words: lower case, one kind of dash, quotation mark, white space and е.
        people: Everybody named in it.
        attribution: Who says what.
        surroundings: Clauses, places, passages.
        triggers: (offset, trigger number), in order.
        book: The patterns.
    """

    reading: Reading
    annotations: Annotations
    shadow: Sighted
    plain: Sighted
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

    def cues(self, claim_type: str) -> list[tuple[tuple[int, int], list[Ready]]]:
        """The sentences that hold triggers of a claim type's cues, in order, with the cues to try in file order."""
        return [
            (self.annotations.sentences[at], [self.book.ready[n] for n in sorted(numbers)])
            for at, numbers in self._called[1].get(claim_type, {}).items()
        ]

    @cached_property
    def called(self) -> list[tuple[int, list[Ready], list[Ready]]]:
        """The sentences that call for patterns, in order: number, the patterns in file order, and those `dressed`."""
        ready, found = self.book.ready, []
        for at, numbers in sorted(self._called[0].items()):
            wanted = [ready[n] for n in sorted(numbers)]
            found.append((at, [r for r in wanted if not r.dressed], [r for r in wanted if r.dressed]))
        return found

    @cached_property
    def _called(self) -> tuple[dict[int, set[int]], dict[str, dict[int, set[int]]]]:
        """The numbers of patterns by sentence, and of cues by claim type and sentence."""
        notes, calls = self.annotations, self.book.calls(self.annotations.language)
        patterns: dict[int, set[int]] = {}
        cues: dict[str, dict[int, set[int]]] = {}
        at, reached = -1, 0
        for offset, trigger in self.triggers:
            if offset >= reached:
                at = notes.sentence_at(offset)
                reached = notes.sentences[at][1] if at >= 0 else 0
                if offset >= reached:
                    continue
            called = calls.triggers.get(trigger)
            if called is not None:
                patterns.setdefault(at, set()).update(called)
            for claim_type, number in calls.cues.get(trigger, ()):
                cues.setdefault(claim_type, {}).setdefault(at, set()).add(number)
        for kind, numbers in calls.kinds.items():
            for at, _, _ in notes.sentences_with(kind):
                patterns.setdefault(at, set()).update(numbers)
        return patterns, cues


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
    folded = plain(lowered)
    sightings = WATCH.sight(folded, reading.sentences)
    hits = lexer.find(text, lowered)
    people = tuple(find_people(text, lowered, reading.language, book.vocabulary, hits.mentions))
    persons = [Mention("person", p.start, p.end, p) for p in people]
    listed = ellipsis.find(lowered, reading.language, book)
    mentions = merge(hits.mentions, values.find(text, lowered, reading.language, published), listed, persons)
    annotations = Annotations(
        text=text,
        lower=Sighted.of(lowered, sightings),
        language=reading.language,
        published=published,
        sentences=reading.sentences,
        mentions=mentions,
        starts=tuple(m.start for m in mentions),
    )
    shadow = Sighted.of(book.signs.cast(annotations, folded), sightings)
    return Document(
        reading=reading,
        annotations=annotations,
        shadow=shadow,
        plain=Sighted.of(folded, sightings),
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
