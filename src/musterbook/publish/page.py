"""What a report says, in words, masked: made once, written in any format.

In: an `Edition` as the book gives it, and the mask of each document. Out: a `Page` of plain strings.
Here, and nowhere else in this room, texts of documents become texts for readers: a format sees a
`Page` only, so that it cannot show what was not masked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from musterbook.publish.wording import Wording, outlet_count, plural
from musterbook.records import Claim, Finding, Metadata, Problem, Reading, Rival
from musterbook.records.masking import Masker

_AROUND = 240  # characters of the sentence shown on each side of a quote

Masking = Callable[[str], Masker]
"""Capture id → the mask of that document."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document of the edition.

    Attributes:
        capture_id: The bytes.
        name: As the user knows it.
        sha256: Of the bytes.
        metadata: What is stated about it.
    """

    capture_id: str
    name: str
    sha256: str
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Edition:
    """What a report is made of, not yet masked.

    Attributes:
        title: Of the programme.
        as_of: ISO date until which documents were taken in; empty for all.
        only: What else the user narrowed it to, in words; may be empty.
        findings: In order.
        claims: Id → claim, for every claim of the findings.
        sources: Every document that the claims stand in.
        reading: Capture id → text.
        problems: What could not be read.
        wording: How types, places and values are called.
    """

    title: str
    as_of: str
    only: str
    findings: tuple[Finding, ...]
    claims: Mapping[str, Claim]
    sources: tuple[Source, ...]
    reading: Callable[[str], Reading | None]
    problems: tuple[Problem, ...] = ()
    wording: Wording = field(default_factory=Wording)


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim with its words: what stands before the quote, the quote, what stands after it."""

    id: str
    before: str
    quote: str
    after: str
    said_by: str
    marks: tuple[str, ...]
    source: int
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One rival: its words, since when or on which date, its marks (denied, planned, …), how many say so, and how."""

    text: str
    when: str
    marks: tuple[str, ...]
    support: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A finding: what is asked, in words, and every answer to it."""

    id: str
    topic: str
    text: str
    answers: tuple[Answer, ...]
    state: str = ""
    reason: str = ""
    place: str = ""

    @property
    def differs(self) -> bool:
        """Whether reports give more than one answer; other dates of the same are none."""
        return len({(a.text, "denied" in a.marks) for a in self.answers}) > 1

    @property
    def statements(self) -> int:
        """How many statements answer it."""
        return sum(len(a.statements) for a in self.answers)


@dataclass(frozen=True, slots=True)
class Place:
    """A region, or the whole programme, with its questions by topic."""

    code: str
    name: str
    topics: tuple[tuple[str, tuple[Question, ...]], ...]

    @property
    def size(self) -> int:
        """How many questions."""
        return sum(len(questions) for _, questions in self.topics)


@dataclass(frozen=True, slots=True)
class Listed:
    """A source as the reader sees it, with how many statements come from it."""

    name: str
    title: str
    outlet: str
    published: str
    address: str
    sha256: str
    statements: int


@dataclass(frozen=True, slots=True)
class Page:
    """A whole report in plain, masked strings."""

    title: str
    subtitle: str
    counts: str
    places: tuple[Place, ...]
    differing: tuple[Question, ...]
    sources: tuple[Listed, ...]
    problems: tuple[tuple[str, str, str], ...]


def compose(edition: Edition, masking: Masking) -> Page:
    """Put an edition into words, with every private person masked.

    Args:
        edition: What the report is made of.
        masking: The mask of each document.
    """
    numbers = {s.capture_id: n for n, s in enumerate(edition.sources, 1)}
    writer = _Writer(edition, masking, numbers)
    places = tuple(writer.places())
    questions = [q for place in places for _, of_topic in place.topics for q in of_topic]
    sources = tuple(writer.sources())
    outlets = {s.outlet.casefold() for s in sources if s.outlet}
    said = sum(s.statements for s in sources)
    counts = ", ".join(
        (
            plural(said, "statement"),
            plural(len(sources), "document"),
            plural(len(outlets), "outlet"),
            plural(len(questions), "question"),
        )
    )
    when = f"As published until {edition.as_of}" if edition.as_of else "Everything in the book"
    return Page(
        title=edition.title,
        subtitle=f"{when}{f', {edition.only}' if edition.only else ''}.",
        counts=counts,
        places=places,
        differing=tuple(sorted((q for q in questions if q.differs), key=lambda q: -q.statements)),
        sources=sources,
        problems=tuple(writer.problems()),
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    edition: Edition
    masking: Masking
    numbers: Mapping[str, int]

    def places(self) -> Iterator[Place]:
        """Findings by region, then by topic."""
        wording = self.edition.wording
        for code, listed in groupby(self.edition.findings, key=lambda f: f.slot.region):
            name = wording.name(code) if code else "The programme as a whole"
            topics = groupby(listed, key=lambda f: f.slot.type)
            yield Place(
                code,
                name,
                tuple((wording.topic(t), tuple(self._question(f, name) for f in found)) for t, found in topics),
            )

    def _question(self, finding: Finding, place: str) -> Question:
        slot = finding.slot
        hide = self._together(i for r in finding.rivals for i in r.claims)
        return Question(
            id=finding.id,
            topic=self.edition.wording.topic(slot.type),
            text=hide(self.edition.wording.question(slot.scope)),
            answers=tuple(self._answer(r, finding) for r in finding.rivals),
            state=finding.state.replace("_", " "),
            reason=hide(finding.reason),
            place=place,
        )

    def _answer(self, rival: Rival, finding: Finding) -> Answer:
        values = tuple(p for p in rival.values if p[0] != "status")
        text = self.edition.wording.answer(values, finding.slot.scope)
        marks = tuple(str(v) for role, v in rival.values if role == "status")
        if rival.polarity == "denied":
            marks = ("denied", *marks)
        if rival.standing not in ("", "live") and rival.standing not in marks:
            marks = (*marks, rival.standing)
        support = f"{plural(rival.documents, 'document')}, {outlet_count(rival.outlets)}"
        if rival.origins:
            support += f", {plural(len(rival.origins), 'origin')}"
        hide = self._together(rival.claims)
        return Answer(
            hide(text),
            rival.since,
            marks,
            support,
            tuple(self._statement(self.edition.claims[i]) for i in rival.claims),
        )

    def _statement(self, claim: Claim) -> Statement:
        mask = self.masking(claim.capture_id)
        start, end = claim.quote.start, claim.quote.end
        reading = self.edition.reading(claim.capture_id)
        before, after = _sentence(reading, start, end) if reading else ("", "")
        number = self.numbers.get(claim.capture_id, 0)
        source = self.edition.sources[number - 1] if number else None
        marks = (claim.polarity, claim.status, "hedged in the text" if claim.hedged else "")
        return Statement(
            id=claim.id,
            before=mask.mask(before, start - len(before)).lstrip(),
            quote=mask.mask(claim.quote.exact, start),
            after=mask.mask(after, end).rstrip(),
            said_by=mask.mask(" ← ".join(claim.attribution)),
            marks=tuple(m for m in marks if m and m not in ("affirmed", "actual")),
            source=number,
            outlet=mask.mask(source.metadata.outlet or source.name) if source else "",
            published=claim.published,
        )

    def sources(self) -> Iterator[Listed]:
        """Every document, with how many statements come from it."""
        said: dict[str, int] = {}
        for claim in self.edition.claims.values():
            said[claim.capture_id] = said.get(claim.capture_id, 0) + 1
        for source in self.edition.sources:
            mask, stated = self.masking(source.capture_id).mask, source.metadata
            yield Listed(
                name=mask(source.name),
                title=mask(stated.get("title")),
                outlet=mask(stated.outlet),
                published=stated.get("published"),
                address=mask(stated.get("address")),
                sha256=source.sha256,
                statements=said.get(source.capture_id, 0),
            )

    def problems(self) -> Iterator[tuple[str, str, str]]:
        """Where, what and which code, of each problem."""
        for problem in self.edition.problems:
            mask = self.masking(problem.record).mask
            yield mask(problem.where), mask(problem.what), problem.code

    def _together(self, claim_ids: Iterable[str]) -> Callable[[str], str]:
        """Hides in one string whoever is private in any of the documents that it comes from."""
        masks = [self.masking(c) for c in dict.fromkeys(self.edition.claims[i].capture_id for i in claim_ids)]

        def hide(text: str) -> str:
            for mask in masks:
                text = mask.mask(text)
            return text

        return hide


def _sentence(reading: Reading, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a span in its sentences, cut at a word where it is long."""
    around = [s for s in reading.sentences if s[0] < end and s[1] > start]
    first, last = (min(s[0] for s in around), max(s[1] for s in around)) if around else (start, end)
    before = reading.text[min(first, start) : start]
    after = reading.text[end : max(last, end)]
    if len(before) > _AROUND:
        before = before[before.find(" ", len(before) - _AROUND) :]
    if len(after) > _AROUND:
        after = after[: after.rfind(" ", 0, _AROUND)]
    return before, after
