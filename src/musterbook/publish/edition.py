"""What a report is made of: everything that a book gives for it, not yet masked.

In: records of the book and of the working model. Out: one `Edition`, the only thing from which a page is made.
Decides nothing, and shows nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from musterbook.publish.wording import Wording
from musterbook.records import (
    AsOf,
    Claim,
    Counted,
    Edge,
    Finding,
    HeadquartersEntry,
    InstrumentEntry,
    Line,
    Metadata,
    OfficialEntry,
    OrderEntry,
    Problem,
    Reading,
    RegionEntry,
    RuleEntry,
)
from musterbook.records.ledger import PublishedCell
from musterbook.records.masking import Masker
from musterbook.records.outlines import Atlas

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
        newsroom: Whose outlet its publisher is, whatever the name that it goes by; empty where nobody knows.
    """

    capture_id: str
    name: str
    sha256: str
    metadata: Metadata
    newsroom: str = ""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Whoever publishes, or whose word is relayed.

    Attributes:
        name: Empty for the documents whose publisher nobody knows.
        kind: As in the specification of lineage.
        reliability: Admiralty letter, F where nobody judged.
        judged: Whether a person gave the letter.
        documents: How many are its.
        statements: How many these make.
        echoes: Share of its statements that are another's word, 0–1.
        origin_of: How many statements are its word in the end.
        first: How many statements that others make too it published first.
        lead: Median days by which it was ahead where it was first; -1 where never.
        captures: Ids of documents that may name people whom its name must not.
    """

    name: str
    kind: str
    reliability: str
    judged: bool = False
    documents: int = 0
    statements: int = 0
    echoes: float = 0.0
    origin_of: int = 0
    first: int = 0
    lead: float = -1.0
    captures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """The answers of the working model.

    Attributes:
        regions: Every region that a report names.
        terms: Pay and conditions of service, of regions and of all.
        instruments: Of the law.
        rules: With all their versions.
        headquarters: Those that reports speak of.
        officials: Who joined, left, returned.
        orders: To recruit or to report.
        counted: Counts held against what is named.
    """

    regions: tuple[RegionEntry, ...] = ()
    terms: tuple[Line, ...] = ()
    instruments: tuple[InstrumentEntry, ...] = ()
    rules: tuple[RuleEntry, ...] = ()
    headquarters: tuple[HeadquartersEntry, ...] = ()
    officials: tuple[OfficialEntry, ...] = ()
    orders: tuple[OrderEntry, ...] = ()
    counted: tuple[Counted, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """Counts of the recruitment ledger as they may be published: what is small is left out of them already.

    Attributes:
        by_period: Over all regions and groups.
        by_region: Over all groups and periods.
        by_group: Over all regions and periods.
        cells: Divided by all three.
    """

    by_period: tuple[PublishedCell, ...] = ()
    by_region: tuple[PublishedCell, ...] = ()
    by_group: tuple[PublishedCell, ...] = ()
    cells: tuple[PublishedCell, ...] = ()


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of a large book one page shows; the rest is counted, with the command that shows it.

    Attributes:
        questions: Findings that are shown with their quotes.
        answers: Answers to one question.
        statements: Quotes of one answer.
        rows: Rows of one table.
        said: Answers in one cell of a table.
        sources: Documents and publishers that are listed.
        events: Of the timeline.
        differing: Questions that differ.
        problems: That are listed.
    """

    questions: int = 400
    answers: int = 12
    statements: int = 5
    rows: int = 90
    said: int = 5
    sources: int = 300
    events: int = 40
    differing: int = 60
    problems: int = 100


@dataclass(frozen=True, slots=True)
class Edition:
    """What a report is made of, not yet masked.

    Attributes:
        title: Of the programme.
        as_of: Until when documents were taken in, and on which day answers should hold.
        only: What else the user narrowed it to, in words; may be empty.
        findings: In order.
        claims: Id → claim, for every claim of the findings.
        sources: Every document that the claims stand in.
        reading: Capture id → text.
        problems: What could not be read.
        wording: How types, places and values are called.
        programme: The working model.
        publishers: Whose word is behind the most comes first.
        edges: Where documents come from.
        atlas: Outlines of regions.
        regions: Code → which country's it is, for every region that a report could name; empty for its own.
        ledger: Counts of the recruitment ledger.
        bounds: How much is shown.
    """

    title: str
    as_of: AsOf
    only: str
    findings: tuple[Finding, ...]
    claims: Mapping[str, Claim]
    sources: tuple[Source, ...]
    reading: Callable[[str], Reading | None]
    problems: tuple[Problem, ...] = ()
    wording: Wording = field(default_factory=Wording)
    programme: Programme = Programme()
    publishers: tuple[Publisher, ...] = ()
    edges: tuple[Edge, ...] = ()
    atlas: Atlas = Atlas()
    regions: Mapping[str, str] = field(default_factory=dict)
    ledger: Ledger = Ledger()
    bounds: Bounds = Bounds()
