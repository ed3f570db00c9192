"""The answers of the working model: regions, law, headquarters, officials, orders.

Every answer is made of `Line` records: one answer to one question, with the claims it stands on. Nothing in
here is text of a document: an answer opens on ids of claims, and a claim on its quote. Never holds a value
without a claim, and never says which of two rivals is right.
"""

from __future__ import annotations

from dataclasses import dataclass

from musterbook.records.claim import Scalar

Pairs = tuple[tuple[str, Scalar], ...]
"""(role, value) pairs, in the order of the claim type."""

HELD = ("yes", "no", "unknown")
"""Whether something held on a day: as the reports say, or nobody knows."""

REGION_STATES = ("nothing_known", "recruiting", "planned", "formed", "expanding")
"""How far a region has got, as reported; each needs a live claim of its own."""

FORCES = ("reported", "ordered", "planned", "draft")
"""How a version of a rule is told: as being so, as ordered, as planned, or as what a draft says. A draft is no law."""

OFFICIAL_EVENTS = ("joined", "left", "returned", "could_not_join", "did_not_leave")


@dataclass(frozen=True, slots=True)
class AsOf:
    """For when an answer is given, twice.

    Attributes:
        known: ISO date until which documents were taken in; empty for all.
        held: ISO date on which the answer should hold; empty for no day.
    """

    known: str = ""
    held: str = ""


@dataclass(frozen=True, slots=True)
class Support:
    """What an answer stands on.

    Attributes:
        claims: Ids, in order of publication.
        documents: How many captures say so; at least as many as outlets.
        outlets: How many publishers; at least as many as origins. 0 where no publisher is known.
        origins: Whose word it is, sorted; none where the lineage is not known.
        state: Of this answer alone, one of `finding.STATES`.
        question_state: Of the question with all its answers, likewise.
        standing: Of this answer, one of `finding.STANDINGS`.
        polarity: ``affirmed`` or ``denied``.
        status: ``actual`` ``planned`` ``proposed`` ``ordered``.
        hedged: Every claim marks doubt itself.
        first: ISO date of the first document that says so; empty where unknown.
        last: ISO date of the last.
        since: From when it holds, where a text gives it.
        until: Until when, where a text gives it.
        held: One of `HELD`; empty where no day was asked for.
        held_why: Why, in words; empty likewise.
        reason: Why the answer is in its state, in words.
    """

    claims: tuple[str, ...]
    documents: int
    outlets: int
    origins: tuple[str, ...] = ()
    state: str = ""
    question_state: str = ""
    standing: str = ""
    polarity: str = "affirmed"
    status: str = "actual"
    hedged: bool = False
    first: str = ""
    last: str = ""
    since: str = ""
    until: str = ""
    held: str = ""
    held_why: str = ""
    reason: str = ""

    @property
    def counts(self) -> bool:
        """Whether it is a live answer that affirms."""
        return self.standing in ("", "live") and self.polarity == "affirmed"


@dataclass(frozen=True, slots=True)
class Line:
    """One answer to one question.

    Attributes:
        finding: Id of the finding; rivals share it.
        type: Claim type.
        region: ISO 3166-2 code; empty where the reports name none.
        scope: What else was asked.
        values: What is answered, without the status.
        support: What it stands on.
        details: What single claims add (unit, payer, condition, position), each value once.
    """

    finding: str
    type: str
    region: str
    scope: Pairs
    values: Pairs
    support: Support
    details: Pairs = ()

    def get(self, role: str) -> Scalar | None:
        """What is asked, answered or added under a role; None where it is not said."""
        return next((v for r, v in (*self.values, *self.scope, *self.details) if r == role), None)

    def each(self, role: str) -> tuple[Scalar, ...]:
        """Everything that is said under a role, each value once."""
        said = (*self.values, *self.scope, *self.details)
        return tuple(dict.fromkeys(v for r, v in said if r == role))


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """A region's unit.

    Attributes:
        name: Normal form; empty where no report names it.
        names: All names that the vocabulary knows it by, by language order, without repetition.
        lines: That it is formed, will be, acted, and who serves in it.
    """

    name: str
    names: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class OfficialEvent:
    """Something that a holder of public office did about joining.

    Attributes:
        kind: One of `OFFICIAL_EVENTS`.
        date: ISO date, partial allowed, of the event; empty where no text gives it.
        line: What it stands on.
    """

    kind: str
    date: str
    line: Line


@dataclass(frozen=True, slots=True)
class OfficialEntry:
    """A holder of public office, or a number of an office's people.

    Attributes:
        person: In Latin script; empty where a report only counts.
        organisation: Whose people they are; empty where not said.
        count: How many, where a report counts.
        positions: Offices, as reported.
        region: ISO 3166-2 code, or empty.
        units: Units named.
        events: In order of time, the undated last.
    """

    person: str
    organisation: str
    count: int | None
    positions: tuple[str, ...]
    region: str
    units: tuple[str, ...]
    events: tuple[OfficialEvent, ...]

    @property
    def state(self) -> str:
        """The last event, where the order is known; else every kind of event, joined by a slash."""
        kinds = tuple(dict.fromkeys(e.kind for e in self.events))
        if len(kinds) > 1 and all(e.date for e in self.events):
            return self.events[-1].kind
        return " / ".join(kinds)


@dataclass(frozen=True, slots=True)
class RegionEntry:
    """What is known of one region.

    Attributes:
        code: ISO 3166-2.
        name: In English.
        state: One of `REGION_STATES`.
        reason: Why it is in that state, in words.
        because: The lines that the state stands on.
        units: Under all their names.
        strength: The size of its units as a series in time; never one number.
        duties: What reservists are to do there, with facilities.
        facilities: Categories of sites that duties name; never a place.
        recruitment: That it recruits, whom, and how many.
        pay: Every sum, rivals side by side.
        terms: Every other condition of service that reports tie to the region.
        officials: Holders of public office there.
        actions: What units did there.
        other: Anything else that reports tie to the region.
        everywhere: Pay, terms and duties that reports give without naming a region.
    """

    code: str
    name: str
    state: str
    reason: str
    because: tuple[Line, ...] = ()
    units: tuple[UnitEntry, ...] = ()
    strength: tuple[Line, ...] = ()
    duties: tuple[Line, ...] = ()
    facilities: tuple[str, ...] = ()
    recruitment: tuple[Line, ...] = ()
    pay: tuple[Line, ...] = ()
    terms: tuple[Line, ...] = ()
    officials: tuple[OfficialEntry, ...] = ()
    actions: tuple[Line, ...] = ()
    other: tuple[Line, ...] = ()
    everywhere: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line of the region itself, each once, without `everywhere`."""
        listed = (
            *self.because,
            *(line for unit in self.units for line in unit.lines),
            *self.strength,
            *self.recruitment,
            *self.duties,
            *self.pay,
            *self.terms,
            *(event.line for official in self.officials for event in official.events),
            *self.actions,
            *self.other,
        )
        return tuple(dict.fromkeys(listed))


@dataclass(frozen=True, slots=True)
class CountHeld:
    """One reported count held against what is actually named.

    Attributes:
        line: The count.
        least: The smallest number that it allows.
        most: The largest, or None where it sets no upper end.
        named_beside: Codes named in the documents that give the count.
        named_elsewhere: Codes that only other documents name.
        not_named: How many of `least` nobody names at all; 0 where all are.
        beyond: How many more are named than `most` allows; 0 where none.
    """

    line: Line
    least: int
    most: int | None
    named_beside: tuple[str, ...]
    named_elsewhere: tuple[str, ...]
    not_named: int
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """Counted against enumerated.

    Attributes:
        what: ``regions`` or ``groups``.
        counts: Every reported count, first reported first.
        named: Code → what names it, in order of the codes.
    """

    what: str
    counts: tuple[CountHeld, ...]
    named: tuple[tuple[str, tuple[Line, ...]], ...]


@dataclass(frozen=True, slots=True)
class StageEntry:
    """A stage that an instrument is reported to have reached.

    Attributes:
        stage: As in the claim type, earliest first: ``drafted`` … ``in_force``.
        dates: Every date that reports give for it; several where they differ.
        actors: Who did it, as reported.
        line: What it stands on.
    """

    stage: str
    dates: tuple[str, ...]
    actors: tuple[str, ...]
    line: Line


@dataclass(frozen=True, slots=True)
class InstrumentEntry:
    """A legal instrument.

    Attributes:
        kind: ``law`` ``bill`` ``decree`` ``resolution`` ``order``.
        title: As reported; empty where no report gives it.
        stages: Earliest stage first.
        reached: The furthest stage that a live report gives; empty where none.
        adopted: Whether a live report says that it is signed, approved or in force. A draft is not.
        provisions: What it is reported to allow or demand.
        documents: Captures that speak of it: what else they report stands under it, as far as they say.
    """

    kind: str
    title: str
    stages: tuple[StageEntry, ...]
    reached: str
    adopted: bool
    provisions: tuple[Line, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """One reported version of a rule.

    Attributes:
        line: The version.
        force: One of `FORCES`.
        under: Kinds of the instruments that the same documents speak of nearest to it; empty where none.
        holds: One of `HELD` on the day asked for; empty where none was. A draft never holds.
        why: In words.
    """

    line: Line
    force: str
    under: tuple[str, ...]
    holds: str
    why: str


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule with all its versions.

    Attributes:
        type: Claim type.
        region: ISO 3166-2 code, or empty.
        scope: What else makes it this rule.
        versions: In order of the day from which they hold or were first reported.
    """

    type: str
    region: str
    scope: Pairs
    versions: tuple[RuleVersion, ...]


@dataclass(frozen=True, slots=True)
class HeadquartersEntry:
    """A defence headquarters.

    Attributes:
        jurisdiction: A region code, or a class of regions or municipalities.
        name: In words.
        state: ``exists`` ``proposed`` ``planned`` ``ordered`` or ``denied``.
        under: Instruments that the same documents speak of.
        since: From when, where a text gives it.
        until: Until when, where a text gives it.
        lines: What says so; rivals side by side.
        remit: What it is to do, as the same documents say.
        beside: For one that does not exist yet: those that the same documents report as existing.
    """

    jurisdiction: str
    name: str
    state: str
    under: tuple[InstrumentEntry, ...]
    since: str
    until: str
    lines: tuple[Line, ...]
    remit: tuple[Line, ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderEntry:
    """An order to recruit, or to report on it.

    Attributes:
        requirement: ``recruit`` ``report`` and so on.
        issuers: Who ordered, as reported.
        recipients: Whom.
        since: Days from which it is in effect, as reported; several where reports differ.
        dated: Dates of the order or letter.
        frequency: How often it is to be done; several where reports differ.
        lines: What says so.
        groups: Groups that the same documents name as targets.
        group_counts: How many groups there are said to be, held against those named.
        counted: What is to be counted and reported.
        numbers: How many people the same documents speak of.
        verification: Whether it was independently confirmed; empty where nobody says.
    """

    requirement: str
    issuers: tuple[str, ...]
    recipients: tuple[str, ...]
    since: tuple[str, ...]
    dated: tuple[str, ...]
    frequency: tuple[str, ...]
    lines: tuple[Line, ...]
    groups: tuple[Line, ...] = ()
    group_counts: tuple[CountHeld, ...] = ()
    counted: tuple[Line, ...] = ()
    numbers: tuple[Line, ...] = ()
    verification: tuple[Line, ...] = ()
