"""Reading → claims: triage, annotate, find, fill, weigh, attribute, fold, anchor.

In: a reading and what its capture states. Out: claims and problems. Never opens a file or
a database, never keeps a claim that cannot be anchored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from musterbook.claims.anchor import anchor
from musterbook.claims.arguments import bind, product
from musterbook.claims.attribution.reaches import Reach
from musterbook.claims.document import Document, prepare
from musterbook.claims.draft import Draft
from musterbook.claims.finders import by_pattern, heirs, special
from musterbook.claims.fold import fold
from musterbook.claims.glosses import Glossary
from musterbook.claims.lexer import Lexer
from musterbook.claims.modality import read_modality
from musterbook.claims.passages import passages, telling
from musterbook.claims.patterns import PatternBook
from musterbook.claims.triage import Triage
from musterbook.errors import AnchorError
from musterbook.records import Arg, Capture, Claim, PersonMention, Problem, Reading
from musterbook.vocabulary import expressions
from musterbook.vocabulary.nouns import ArgDef, ClaimType, Vocabulary

VERSION = "10"
"""Of the finders; a higher one reads a book's documents again."""


_BYTEWISE = frozenset({"", "utf-8", "utf-8-sig", "ascii"})
"""Encodings in which the words of the triage are the bytes that it looks for."""


class Reader:
    """Everything compiled that reading with one vocabulary needs; made once, used for all documents."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Compile the vocabulary's automata and patterns.

        Raises:
            VocabularyError: A pattern is faulty.
        """
        self.vocabulary = vocabulary
        self.book = PatternBook(vocabulary)
        self.lexer = Lexer(vocabulary, self.book.triggers)
        self.triage = Triage(vocabulary)
        self.glossary = Glossary(vocabulary, self.lexer)
        self._order = {t: {a.role: n for n, a in enumerate(c.args)} for t, c in vocabulary.types.items()}

    def wants(self, capture: Capture) -> bool:
        """False where the bytes of plain text show already that no claim can stand in them."""
        plain = capture.media_type.startswith("text/") and capture.media_type != "text/html"
        return not plain or capture.encoding not in _BYTEWISE or self.triage.relevant_bytes(capture.data)

    def document(self, reading: Reading, capture: Capture) -> Document | None:
        """The reading annotated, or None where its language or its words say that nothing is in it."""
        if not reading.supported or not self.triage.relevant(reading.text):
            return None
        publisher = str(capture.metadata.get("publisher") or "")
        return prepare(reading, capture.metadata.published, self.lexer, self.book, publisher)

    def read(self, reading: Reading, capture: Capture) -> tuple[list[Claim], list[PersonMention], list[Problem]]:
        """All claims of one reading.

        Args:
            reading: The text.
            capture: Its document, for the name and the publication date.

        Returns:
            Claims in order of their quotes, everybody whom the reading names, and a
            problem ``claims.unanchored`` for each statement whose words could not be quoted.
        """
        document = self.document(reading, capture)
        if document is None:
            return [], [], []
        told = telling(document.attribution)
        drafts = fold(document, [f for d in find(document) for f in fill(document, d)])
        claims: list[Claim] = []
        problems: list[Problem] = []
        for draft in drafts:
            try:
                claims.append(self._claim(document, capture, draft, told))
            except AnchorError as fault:
                problems.append(Problem("claims.unanchored", capture.name, f"{draft.type}: {fault}", reading.id))
        claims.sort(key=lambda c: (c.quote.start, c.quote.end, c.type))
        return claims, list(document.people), problems

    def passages(self, reading: Reading, capture: Capture) -> list[Claim]:
        """Every sentence of a reading, or part of one, with who says it; nothing where no claim can stand in it."""
        document = self.document(reading, capture)
        return passages(document, capture, self._written(document)) if document else []

    def _claim(self, document: Document, capture: Capture, draft: Draft, told: Mapping[str, tuple[str, ...]]) -> Claim:
        reading = document.reading
        answer, source = document.surroundings.answering(draft.sentence), document.attribution.source
        said = source((draft.start, draft.end)) or (source(answer) if answer else None)
        chain, told_to = _said(said, draft, self.vocabulary)
        if len(chain) == 1 and chain[0] in told:
            chain, told_to = told[chain[0]], True
        modality = read_modality(document.annotations, draft.sentence, draft.cue, reading.language, chain)
        written = self._written(document)
        said_by = chain if draft.speaker is None else draft.speaker
        claim_type = document.vocabulary.types[draft.type]
        order = self._order[draft.type]
        return Claim(
            capture_id=capture.id,
            doc=capture.name,
            type=draft.type,
            args=tuple([_named(a, written) for a in sorted(draft.args, key=lambda a: order.get(a.role, len(order)))]),
            quote=anchor(reading, draft.start, draft.end),
            polarity=draft.polarity or modality.polarity,
            status=draft.status or _possible(modality.status, claim_type),
            hedged=modality.hedged and answer is None,
            attribution=tuple(map(written, said_by)),
            told_to=told_to,
            language=reading.language,
            published=capture.metadata.get("published"),
            programme=document.vocabulary.name,
        )

    def _written(self, document: Document) -> Callable[[str], str]:
        """How a document's sources are written: people in both scripts, all else in a Russian text with a gloss."""
        people = document.written
        if document.reading.language != "ru":
            return lambda name: name
        return lambda name: people.get(name) or self.glossary.beside(name)


def _said(reach: Reach | None, draft: Draft, vocabulary: Vocabulary) -> tuple[tuple[str, ...], bool]:
    """Who says a draft, nearest first, and whether to somebody; nobody where its source cannot say such a thing."""
    claim_type = vocabulary.types[draft.type]
    if reach is None or reach.kind in claim_type.never_by or (reach.continued and claim_type.said_here):
        return (), False
    return reach.chain, reach.told


_HOLDERS = frozenset({"holder", "actor", "issuer", "by", "organisation", "recipients"})
"""Roles in which people stand by name, offices, bodies and outlets; ``person`` is Latin alone."""


def _named(arg: Arg, written: Callable[[str], str]) -> Arg:
    """The argument as who holds it is written."""
    if arg.role not in _HOLDERS or not isinstance(arg.value, str):
        return arg
    shown = written(arg.value)
    return arg if shown == arg.value else replace(arg, value=shown)


def _possible(status: str, claim_type: ClaimType) -> str:
    """A status as read, or the first of those that the claim type can have."""
    return status if not claim_type.statuses or status in claim_type.statuses else claim_type.statuses[0]


def find(document: Document) -> Iterator[Draft]:
    """Every draft of a document: patterns sentence by sentence, the special finders, then what goes on from those."""
    found: list[Draft] = []
    for number, candidates, _ in document.called:
        if candidates:
            found += by_pattern.find(document, document.annotations.sentences[number], candidates)
    found += special.find(document)
    found = [d for d in found if not _only_asked(document, d)]
    yield from found
    yield from heirs.find(document, found)


def _only_asked(document: Document, draft: Draft) -> bool:
    """Whether a draft has a figure that somebody is asked about, which he may deny or say nothing of."""
    figures = [a.start for a in draft.args if isinstance(a.value, int | float) and not isinstance(a.value, bool)]
    first = draft.sentence[0]
    return any(at > first and document.surroundings.speaks_of("asked_about", (first, at), 0) for at in figures)


def fill(document: Document, draft: Draft) -> Iterable[Draft]:
    """Give a draft the arguments that stand around it rather than in it; a list of regions distributes."""
    claim_type = document.vocabulary.types[draft.type]
    given = {a.role for a in draft.args}
    present = given | draft.fixed
    parts = [_around(document, draft, d, claim_type) for d in claim_type.args if d.fill and d.role not in present]
    if not any(parts):
        return [_with_unit(document, draft, claim_type)] if draft.required <= given else []
    filled = [draft.with_args(draft.args + _unlike(draft.args, args)) for args in product(parts)]
    return [_with_unit(document, f, claim_type) for f in filled if draft.required <= {a.role for a in f.args}]


def _with_unit(document: Document, draft: Draft, claim_type: ClaimType) -> Draft:
    """A draft with the one unit of its region that the reading names, where its type lets the passage tell it."""
    definition, region = claim_type.arg("unit"), draft.arg("region")
    if definition is None or region is None or "passage" not in definition.fill or draft.arg("unit") is not None:
        return draft
    found = document.surroundings.unit_of(str(region.value))
    if found is None or "unit" in draft.fixed:
        return draft
    alternatives = bind(definition, found, claim_type, document.vocabulary)
    return draft.with_args(draft.args + alternatives[0]) if alternatives else draft


def _unlike(args: tuple[Arg, ...], more: tuple[Arg, ...]) -> tuple[Arg, ...]:
    """Those of the second whose role the first does not have."""
    roles = {a.role for a in args}
    return tuple(a for a in more if a.role not in roles)


_PLACES = frozenset({"region", "jurisdiction"})
"""Roles that take the places that a statement is about; a list of them distributes."""


def _around(document: Document, draft: Draft, definition: ArgDef, claim_type: ClaimType) -> list[tuple[Arg, ...]]:
    span = (draft.start, draft.end)
    if definition.role in _PLACES:
        found = document.surroundings.regions(span, draft.sentence, definition.fill)
    else:
        found = document.surroundings.nearest(span, draft.sentence, definition)
    alternatives = [a for m in found for a in bind(definition, m, claim_type, document.vocabulary)]
    return alternatives if definition.role in _PLACES else alternatives[:1]


_READERS: dict[str, Reader] = {}


def reader_for(vocabulary: Vocabulary) -> Reader:
    """The reader of a vocabulary, compiled once in a process."""
    if vocabulary.digest not in _READERS:
        expressions.take_up(vocabulary.digest)
        _READERS[vocabulary.digest] = Reader(vocabulary)
    return _READERS[vocabulary.digest]
