"""A term: one value of a condition of service, with who says it, for when, and at which stage.

Nouns only. A term is never without its grounds: claims with their words, or the word of whoever stated it in a
case file. Never decides which of two terms is right.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from musterbook.programme.terms.days import Duration
from musterbook.records import PartialDate
from musterbook.records.claim import Scalar

Pairs = tuple[tuple[str, Scalar], ...]

LIVE = "live"
DRAFT = "draft"
ASIDE = "aside"

_STAGE = {"actual": "reported as so", "planned": "announced", "ordered": "ordered", "proposed": "a draft"}


@dataclass(frozen=True, slots=True)
class Ground:
    """One statement that a term stands on.

    Attributes:
        claim: Id of the claim; empty where it was stated by hand.
        capture: Id of the document; empty likewise.
        words: The quote.
        doc: Name of the document, or whoever is named in a case file.
        published: ISO date of the document; empty where unknown.
        by: Who says it inside the document, nearest first.
    """

    claim: str = ""
    capture: str = ""
    words: str = ""
    doc: str = ""
    published: str = ""
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a condition of service.

    Attributes:
        type: Claim type.
        values: (role, value) pairs: what was asked, answered and added.
        region: ISO 3166-2 code; empty where it is said of the programme as a whole.
        status: ``actual`` ``planned`` ``proposed`` ``ordered``.
        polarity: ``affirmed`` or ``denied``.
        since: From when, as the source gives it (partial dates allowed); empty where it does not.
        until: Until when; likewise.
        grounds: What it stands on, in order of publication.
        origins: Whose word it is; none where nobody knows.
        standing: As its finding has it: ``live`` ``draft`` ``garbled`` ``ended`` ``doubted``, or empty.
    """

    type: str
    values: Pairs
    region: str = ""
    status: str = "actual"
    polarity: str = "affirmed"
    since: str = ""
    until: str = ""
    grounds: tuple[Ground, ...] = ()
    origins: tuple[str, ...] = ()
    standing: str = ""

    def get(self, role: str) -> Scalar | None:
        """The value under a role; None where it is not said."""
        return next((v for r, v in self.values if r == role), None)

    def text(self, role: str) -> str:
        """The value under a role as text; empty where it is not said."""
        value = self.get(role)
        return "" if value is None else str(value)

    def number(self, role: str) -> Fraction | None:
        """The value under a role as an exact number; None where it is not said or is none."""
        value = self.get(role)
        if value is None or isinstance(value, bool | str):
            return None
        return Fraction(Decimal(str(value)))

    def length(self, role: str) -> Duration | None:
        """The value under a role as a length of time; None where it is not said or is none."""
        try:
            return Duration.parse(self.text(role)) if self.get(role) else None
        except ValueError:
            return None

    @property
    def tier(self) -> str:
        """``live`` where it counts, ``draft`` where only a draft says it, ``aside`` where it is in doubt."""
        if self.standing in ("garbled", "doubted"):
            return ASIDE
        return DRAFT if self.status == "proposed" or self.standing == "draft" else LIVE

    @property
    def denied(self) -> bool:
        """Whether it is said that it is not so."""
        return self.polarity == "denied"

    @property
    def stage(self) -> str:
        """How far it has got, in words."""
        return "denied" if self.denied else _STAGE.get(self.status, self.status)

    @property
    def first(self) -> dt.date | None:
        """The first day on which it holds, where the source gives one; of a month or year its first."""
        return PartialDate.parse(self.since).earliest if self.since else None

    @property
    def last(self) -> dt.date | None:
        """The last day on which it holds, where the source gives one; of a month or year its last."""
        return PartialDate.parse(self.until).latest if self.until else None

    @property
    def reported(self) -> str:
        """ISO date of the first document that says so; empty where unknown."""
        return min((g.published for g in self.grounds if g.published), default="")

    def may_hold(self, day: dt.date) -> bool:
        """Whether nothing that the source says of time keeps it from holding on a day."""
        return not (self.first and day < self.first) and not (self.last and self.last < day)

    @property
    def who(self) -> str:
        """Whose word it is, in words; where no origin is known, that is said."""
        if self.origins:
            return ", ".join(self.origins)
        named = dict.fromkeys(n for g in self.grounds for n in (*g.by, g.doc) if n)
        return f"{', '.join(named)} (origin not known)" if named else "origin not known"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that a book says about terms.

    Attributes:
        terms: In order of the book.
        broader: Group → the group that it is part of.
    """

    terms: tuple[Term, ...] = ()
    broader: Mapping[str, str] = field(default_factory=dict)

    def of(self, type_: str, kind: str = "") -> tuple[Term, ...]:
        """The terms of a claim type, and of a kind where one is given."""
        return tuple(t for t in self.terms if t.type == type_ and (not kind or t.get("kind") == kind))

    def groups(self, rank: str) -> tuple[str, ...]:
        """A group of ranks and all that it is part of, the nearest first."""
        out = [rank]
        while self.broader.get(out[-1]) and self.broader[out[-1]] not in out:
            out.append(self.broader[out[-1]])
        return tuple(out)
