"""What has to be told to work out terms: dates, region, contract, days on duty, rank group. Never a name.

In: what a person or a case file gives, as plain values. Out: `Service`. Anything that could tell who it is
has no place here: such keys are refused, not dropped.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from musterbook.errors import UsageError
from musterbook.expressions import regex
from musterbook.programme.terms.days import Duration, Span

KEYS = (
    "region", "scheme", "signed", "left", "on", "term", "duty_days", "rank", "age", "born", "category", "km", "reason",
    "facts",
)  # fmt: skip
_WHO = regex(r"name|passport|phone|mail|address|snils|inn$|nick|имя|фамил|отчеств|паспорт", re.IGNORECASE)
_BETWEEN = regex(r"\s*(?:\.\.|/)\s*")
_OLDEST = 120  # years


@dataclass(frozen=True, slots=True)
class Service:
    """One service, as far as it is told.

    Attributes:
        region: ISO 3166-2 code, or empty.
        scheme: Kind of service, as the book calls it, or empty.
        signed: First day of service.
        left: Last day of service; None while it goes on.
        on: The day asked about.
        term: Length of the contract.
        duty: Days on duty; None where nothing is told of any.
        duty_count: Days on duty that are told by their number alone.
        rank: Group of ranks (``soldiers``, ``officers`` …), or empty.
        age: In full years, on the day asked about.
        born: Date of birth, in place of an age.
        category: Category of fitness, as it is written in the papers.
        km: Distance of the place of service from the border.
        reason: Why service ended (``early_termination``, ``misconduct`` …), or empty.
        facts: Criterion → whether it is so.
    """

    region: str = ""
    scheme: str = ""
    signed: dt.date | None = None
    left: dt.date | None = None
    on: dt.date | None = None
    term: Duration | None = None
    duty: tuple[Span, ...] | None = None
    duty_count: int = 0
    rank: str = ""
    age: int | None = None
    born: dt.date | None = None
    category: str = ""
    km: Fraction | None = None
    reason: str = ""
    facts: tuple[tuple[str, bool], ...] = ()

    @property
    def day(self) -> dt.date | None:
        """The day asked about: as given; else the day of leaving, the last day on duty, the day of signing."""
        if self.on or self.left:
            return self.on or self.left
        if self.duty:
            return max(s.last for s in self.duty)
        return self.signed

    def fact(self, criterion: str) -> bool | None:
        """Whether a criterion is told to be so; None where nothing is told."""
        return dict(self.facts).get(criterion)


def read_service(given: Mapping[str, object]) -> Service:
    """A service from plain values.

    Args:
        given: Keys of `KEYS`; dates as YYYY-MM-DD, ``term`` as "12 months" or P12M, ``duty_days`` as a number,
            "2026-01-10..2026-02-23", or a list of both; ``facts`` as criterion → yes or no.

    Raises:
        UsageError: A key or value cannot be used; the message says which, and what to give.
    """
    for key in given:
        if key not in KEYS:
            if _WHO.search(key):
                raise UsageError(f"{key!r} is refused: terms take no names or identifiers; give only {', '.join(KEYS)}")
            raise UsageError(f"there is no input {key!r}; there are: {', '.join(KEYS)}")
    duty, count = _duty(given.get("duty_days"))
    service = Service(
        region=_text(given, "region").upper(),
        scheme=_text(given, "scheme"),
        signed=_date(given, "signed"),
        left=_date(given, "left"),
        on=_date(given, "on"),
        term=_term(given),
        duty=duty,
        duty_count=count,
        rank=_text(given, "rank"),
        age=_age(given),
        born=_date(given, "born"),
        category=_text(given, "category"),
        km=_distance(given),
        reason=_text(given, "reason"),
        facts=_facts(given.get("facts")),
    )
    _check(service)
    return service


def _check(service: Service) -> None:
    if service.signed and service.left and service.left < service.signed:
        raise UsageError(f"left {service.left} is before signed {service.signed}; check both dates")
    if service.born and service.age is not None:
        raise UsageError("both age and born are given; give one of them")
    if service.born and service.day and service.day < service.born:
        raise UsageError(f"born {service.born} is after {service.day}, the day asked about; check both dates")


def _text(given: Mapping[str, object], key: str) -> str:
    value = given.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise UsageError(f"{key}: {value!r} is no text; put it into quotes")
    return value.strip()


def _date(given: Mapping[str, object], key: str) -> dt.date | None:
    value = given.get(key)
    return None if value in (None, "") else day_of(value, key)


def day_of(value: object, key: str) -> dt.date:
    """A full calendar day.

    Raises:
        UsageError: It is none.
    """
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value).strip())
    except ValueError:
        raise UsageError(f"{key}: {value!r} is no day; give YYYY-MM-DD, for instance 2026-03-01") from None


def _term(given: Mapping[str, object]) -> Duration | None:
    value = given.get("term")
    if value in (None, ""):
        return None
    try:
        return Duration.parse(str(value))
    except ValueError as fault:
        raise UsageError(f"term: {fault}") from None


def _age(given: Mapping[str, object]) -> int | None:
    value = given.get("age")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _OLDEST:
        raise UsageError(f"age: {value!r} is no age; give full years, 0 to {_OLDEST}")
    return value


def _distance(given: Mapping[str, object]) -> Fraction | None:
    value = given.get("km")
    if value is None:
        return None
    try:
        km = Fraction(Decimal(str(value)))
    except (InvalidOperation, ValueError, OverflowError):
        raise UsageError(f"km: {value!r} is no distance; give kilometres from the border, for instance 35") from None
    if km < 0:
        raise UsageError(f"km: {value!r} is below 0; give kilometres from the border, for instance 35")
    return km


def _duty(value: object) -> tuple[tuple[Span, ...] | None, int]:
    if value is None:
        return None, 0
    items = value if isinstance(value, list | tuple) else [value]
    spans: list[Span] = []
    count = 0
    for item in items:
        if isinstance(item, Mapping):
            first, last = day_of(item.get("from"), "duty_days from"), day_of(item.get("to"), "duty_days to")
        elif isinstance(item, int) and not isinstance(item, bool):
            if item < 0:
                raise UsageError(f"duty_days: {item} is below 0; give how many days, or from..to")
            count += item
            continue
        else:
            ends = _BETWEEN.split(str(item).strip())
            first, last = day_of(ends[0], "duty_days"), day_of(ends[-1], "duty_days")
            if len(ends) > 2:
                raise UsageError(f"duty_days: {item!r} has more than two ends; give 2026-01-10..2026-02-23")
        if last < first:
            raise UsageError(f"duty_days: {first}..{last} ends before it begins; check both days")
        spans.append(Span(first, last))
    return tuple(spans), count


def _facts(value: object) -> tuple[tuple[str, bool], ...]:
    if value is None:
        return ()
    if not isinstance(value, Mapping):
        raise UsageError(f"facts: {value!r} must be criterion: yes or no, for instance criminal_record: no")
    out = []
    for name, said in value.items():
        answer = {"yes": True, "true": True, "no": False, "false": False}.get(str(said).lower())
        if answer is None:
            raise UsageError(f"facts: {name} is {said!r}; give yes or no")
        out.append((str(name), answer))
    return tuple(out)
