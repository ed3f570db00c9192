"""Terms stated by hand, as in the ``book:`` of a case file, for a lawyer who wants to see what a rule would give.

In: mappings of plain values. Out: terms, each with whose word it is said to be. Never takes a value that it
does not understand: a misspelt role or a sum that is no number is an error with what to write instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from musterbook.errors import UsageError
from musterbook.programme.terms.days import Duration
from musterbook.programme.terms.term import Ground, Term
from musterbook.records import PartialDate
from musterbook.records.claim import Scalar

ROLES: dict[str, tuple[str, ...]] = {
    "pay.amount": ("kind", "amount", "currency", "period", "payer", "contract_term", "comparator", "condition",
                   "group", "scheme", "within_km"),
    "pay.clawback": ("trigger", "share", "amount", "scheme"),
    "contract.term": ("duration", "parties", "scheme"),
    "callup.limit": ("max_duration", "per", "scheme", "group"),
    "callup.place": ("limit", "instrument"),
    "deployment.area": ("area", "group", "instrument"),
    "eligibility.age": ("min", "max", "group", "scheme"),
    "eligibility.criterion": ("criterion", "effect", "value", "condition", "group", "scheme"),
    "training.duration": ("duration",),
}  # fmt: skip
"""Claim type → the roles that a term of it may have."""

_FRAME = ("type", "region", "by", "doc", "quote", "published", "stage", "since", "until", "denied")
_STAGES = {
    "so": "actual", "actual": "actual", "announced": "planned", "planned": "planned",
    "ordered": "ordered", "draft": "proposed", "proposed": "proposed",
}  # fmt: skip
_LENGTHS = ("contract_term", "duration", "max_duration", "per")
_NUMBERS = ("amount", "within_km", "min", "max")
_SHARES: dict[str, Scalar] = {"full": 1.0, "in full": 1.0, "half": 0.5, "proportion": "proportion",
                              "in proportion": "proportion"}  # fmt: skip
_PERIODS = {"monthly_pay": "month", "regional_supplement": "month", "daily_pay": "day", "signing_bonus": "one_time"}
_CLOSED = {
    "comparator": ("exactly", "at_least", "at_most", "about"),
    "effect": ("required", "excluded", "restricted", "admitted"),
    "limit": ("home_region", "home_region_preferred", "none", "country"),
    "instrument": ("law", "contract", "statement"),
}


def read_term(given: Mapping[str, object], where: str = "book") -> Term:
    """A term from plain values.

    Args:
        given: ``type``; roles of the claim type; ``by`` (whose word it is), ``quote``, ``doc``, ``published``,
            ``stage`` (so, announced, ordered, draft), ``since``, ``until``, ``denied``, ``region``.
        where: What an error names as its place.

    Raises:
        UsageError: Something in it is not understood.
    """
    type_ = str(given.get("type", ""))
    if type_ not in ROLES:
        raise UsageError(f"{where}: {_unknown('claim type', type_, ROLES)}")
    roles = ROLES[type_]
    for key in given:
        if key not in roles and key not in _FRAME:
            raise UsageError(f"{where}: {type_}: {_unknown('key', key, (*roles, *_FRAME))}")
    values = [(r, _value(r, given[r], f"{where}: {type_}")) for r in roles if given.get(r) is not None]
    if type_ == "pay.amount":
        values += _defaults(dict(values))
    stage = str(given.get("stage", "so"))
    if stage not in _STAGES:
        raise UsageError(f"{where}: {_unknown('stage', stage, _STAGES)}")
    by = _names(given.get("by"))
    doc = str(given.get("doc") or ", ".join(by))
    published = _date(given, "published", where)
    return Term(
        type=type_,
        values=tuple(values),
        region=str(given.get("region") or "").upper(),
        status=_STAGES[stage],
        polarity="denied" if str(given.get("denied", "no")).lower() in ("yes", "true") else "affirmed",
        since=_date(given, "since", where),
        until=_date(given, "until", where),
        grounds=(Ground("", "", str(given.get("quote") or ""), doc, published, by),),
        origins=by,
    )


def _defaults(values: Mapping[str, Scalar]) -> list[tuple[str, Scalar]]:
    out: list[tuple[str, Scalar]] = []
    if "currency" not in values:
        out.append(("currency", "RUB"))
    if "period" not in values and str(values.get("kind")) in _PERIODS:
        out.append(("period", _PERIODS[str(values.get("kind"))]))
    return out


def _value(role: str, value: object, where: str) -> Scalar:
    if role in _LENGTHS:
        try:
            Duration.parse(str(value))
        except ValueError as fault:
            raise UsageError(f"{where}: {role}: {fault}") from None
        return str(value)
    if role == "share":
        return _share(value, where)
    if role in _NUMBERS:
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            raise UsageError(f"{where}: {role} is {value!r}; give a number that is not below 0, without spaces")
        return value
    text = str(value)
    if role in _CLOSED and text not in _CLOSED[role]:
        raise UsageError(f"{where}: {role}: {_unknown('choice', text, _CLOSED[role])}")
    return text


def _share(value: object, where: str) -> Scalar:
    if isinstance(value, str) and value in _SHARES:
        return _SHARES[value]
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise UsageError(f"{where}: share is {value!r}; give full, half, proportion, or a number from 0 to 1")


def _names(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(str(v) for v in value) if isinstance(value, list | tuple) else (str(value),)


def _date(given: Mapping[str, object], key: str, where: str) -> str:
    value = given.get(key)
    if value in (None, ""):
        return ""
    try:
        return str(PartialDate.parse(str(value)))
    except ValueError as fault:
        raise UsageError(f"{where}: {key}: {fault}") from None


def _unknown(what: str, given: str, known: object) -> str:
    names = list(known) if isinstance(known, Mapping | tuple) else []
    near = get_close_matches(given, names, n=2)
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are: {', '.join(names)}"
    return f"there is no {what} {given!r}; {hint}"
