"""What the model is fed with: its inputs, their units, and what reports may say of each.

In: nothing. Out: the table of inputs, and the records of an input as given, as found and as used. Never holds a
figure of its own but the two that are said to be taken where nothing is given.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from musterbook.programme.whatif.amounts import Amount
from musterbook.records.claim import Scalar

WEEKS_A_YEAR = 52
MONTHS_A_YEAR = 12
DAYS_A_WEEK = 7
STAGES = 3
"""Of training."""

Filters = tuple[tuple[str, Scalar], ...]


@dataclass(frozen=True, slots=True)
class InputDef:
    """One input of the model.

    Attributes:
        name: As in a plan; inputs within a list or mapping are joined with dots.
        unit: What its figures count.
        says: What it is, for people.
        least: The smallest figure allowed.
        most: The largest, or None.
        default: What is taken, and shown as taken, where a plan gives nothing; None: it must be given.
        optional: It may be left out, and is then unknown or without bound.
        type: The claim type that may give it; empty where reports have no such claim.
        role: The argument that holds the figure.
        filters: Arguments that the claim must have.
    """

    name: str
    unit: str
    says: str
    least: float = 0.0
    most: float | None = None
    default: float | None = None
    optional: bool = False
    type: str = ""
    role: str = ""
    filters: Filters = ()

    @property
    def is_duration(self) -> bool:
        """Whether an ISO 8601 duration may be given."""
        return self.unit.startswith("weeks")


def _pay(name: str, unit: str, says: str, kind: str, period: str) -> InputDef:
    filters: Filters = (("kind", kind), ("period", period)) if period else (("kind", kind),)
    return InputDef(f"pay.{name}", unit, says, optional=True, type="pay.amount", role="amount", filters=filters)


INPUTS: dict[str, InputDef] = {
    d.name: d
    for d in (
        InputDef("strength", "people", "in the reserve at the start", type="unit.strength", role="count"),
        InputDef("trained", "share", "of those at the start who are trained", most=1.0, default=1.0),
        InputDef(
            "places",
            "people",
            "places in the reserve; nobody signs up while it is full",
            least=1.0,
            optional=True,
            type="recruitment.count",
            role="count",
            filters=(("stage", "required"),),
        ),
        InputDef(
            "signups",
            "people a week",
            "who sign up",
            type="recruitment.count",
            role="count",
            filters=(("stage", "signed"),),
        ),
        *(
            InputDef(
                f"training.{n}.weeks", "weeks", f"stage {n} of training", type="training.duration", role="duration"
            )
            for n in range(1, STAGES + 1)
        ),
        *(
            InputDef(f"training.{n}.drop_out", "share", f"of those in stage {n} who do not finish it", most=1.0)
            for n in range(1, STAGES + 1)
        ),
        InputDef("contract", "weeks", "term of a contract", least=1.0, type="contract.term", role="duration"),
        InputDef("renewal", "share", "of ended contracts that are renewed", most=1.0),
        InputDef(
            "limit",
            "weeks a year",
            "for which one reservist may be called up",
            most=float(WEEKS_A_YEAR),
            type="callup.limit",
            role="max_duration",
            filters=(("per", "P1Y"),),
        ),
        InputDef("posts", "posts", "that must be guarded all the time"),
        InputDef("people_per_post", "people", "at a post at any one time", least=0.01),
        InputDef("shifts", "shifts", "that take turns at a post, those at rest included", least=1.0),
        _pay("signing_bonus", "money", "paid once, at the first signing", "signing_bonus", ""),
        InputDef("pay.renewal_bonus", "money", "paid once, at each renewal", optional=True),
        _pay("reserve_month", "money a month", "paid to everyone under contract", "monthly_pay", "month"),
        _pay("duty_month", "money a month", "paid to those called up", "monthly_pay", "month"),
        _pay("duty_day", "money a day", "paid to those called up", "daily_pay", "day"),
    )
}
"""Name → definition, in the order in which a plan and a result show them."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What a plan asks the book for.

    Attributes:
        type: Claim type.
        filters: Role → value that a claim must have.
        low: A lower end given by hand, for where the book has only an upper one; or None.
        high: An upper end, likewise.
        drafts: Take what only a draft says, where nothing else is there.
    """

    type: str
    filters: Filters = ()
    low: float | None = None
    high: float | None = None
    drafts: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """An input as a plan gives it.

    Attributes:
        amount: By hand; None where the book is asked.
        ask: What the book is asked; None where it is given by hand.
        line: Of the plan.
        apart: Every region draws its own figure, though the plan gives one range for all.
        everywhere: The plan gives it for all regions.
    """

    amount: Amount | None
    ask: Ask | None = None
    line: int = 0
    apart: bool = False
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Used:
    """An input as a run uses it.

    Attributes:
        input: Name, as in `INPUTS`.
        region: ISO 3166-2 code.
        amount: What it may come to, in the unit of the input.
        source: ``by hand``, ``book``, ``book and by hand``, or ``taken where nothing is given``.
        claims: Ids of the claims that give it, where the book does.
        note: What else is to be known of it: drafts, hedges, what was left out and why.
        draw: What it is drawn under: inputs with the same name here take the same figure in a run.
    """

    input: str
    region: str
    amount: Amount
    source: str
    claims: tuple[str, ...] = ()
    note: str = ""
    draw: str = field(default="")
