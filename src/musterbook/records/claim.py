"""One typed statement with normalised arguments, its quote, polarity, status, hedge and attribution."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from musterbook.records.ids import content_id

POLARITIES = ("affirmed", "denied")
STATUSES = ("actual", "planned", "proposed", "ordered")

Scalar = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Quote:
    """A half-open span of a reading, with the words themselves; built in `claims.anchor` only."""

    reading_id: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Arg:
    """One argument of a claim.

    Attributes:
        role: The argument's name in the claim type.
        value: Normalised, as in the guide.
        start: Where its own characters begin in the reading; -1 where the type or the
            pattern itself gives the value (for instance ``duty``).
        end: One past its last character; -1 likewise.
    """

    role: str
    value: Scalar
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Claim:
    """One typed statement and the words that it stands on.

    Attributes:
        capture_id: The document.
        doc: The document's name, as in the interchange form.
        type: What kind of statement.
        args: In the order of the type's definition, each role at most once.
        quote: The shortest passage that carries the claim.
        polarity: ``affirmed`` or ``denied``.
        status: ``actual`` ``planned`` ``proposed`` ``ordered``.
        hedged: The text itself marks doubt.
        attribution: Who says it inside the document, nearest first.
        told_to: True where the nearest speaker told it to the document's own outlet or the
            named outlet did the interview (its own reporting), False where merely cited.
        language: Language of the reading.
        published: ISO date of the document, empty where unknown.
        programme: The vocabulary folder that read it.
    """

    capture_id: str
    doc: str
    type: str
    args: tuple[Arg, ...]
    quote: Quote
    polarity: str = "affirmed"
    status: str = "actual"
    hedged: bool = False
    attribution: tuple[str, ...] = ()
    told_to: bool = False
    language: str = "en"
    published: str = ""
    programme: str = "bars"
    _id: str = field(default="", init=False, repr=False, compare=False)

    @property
    def id(self) -> str:
        """Derived from the document, the statement and the span of its quote; worked out when first asked for."""
        if not self._id:
            object.__setattr__(self, "_id", self._derived())
        return self._id

    def _derived(self) -> str:
        return content_id(
            "claim",
            self.capture_id,
            self.programme,
            self.type,
            [[a.role, a.value] for a in self.args],
            [self.quote.start, self.quote.end],
            self.polarity,
            self.status,
            list(self.attribution),
        )

    def get(self, role: str) -> Scalar | None:
        """The value of one argument, or None where the text does not give it."""
        return next((a.value for a in self.args if a.role == role), None)

    def interchange(self) -> dict[str, Any]:
        """The claim as one JSON object of the interchange form (`doc`, `type`, `args`, …)."""
        return {
            "doc": self.doc,
            "type": self.type,
            "args": {a.role: a.value for a in self.args},
            "polarity": self.polarity,
            "status": self.status,
            "hedged": self.hedged,
            "attribution": list(self.attribution),
            "quote": {"exact": self.quote.exact, "start": self.quote.start, "end": self.quote.end},
        }
