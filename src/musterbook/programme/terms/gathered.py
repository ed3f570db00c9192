"""The terms of a book: lines of the working model, rival by rival, with the quotes of their claims.

In: lines and their claims. Out: terms. Every line becomes a term, none is dropped or averaged; where claims
of one line give different details (a condition, a payer), they are kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from musterbook.expressions import regex
from musterbook.programme.terms.held import TYPES
from musterbook.programme.terms.term import Ground, Pairs, Term
from musterbook.records import Claim, Line
from musterbook.records.claim import Scalar

_DETAILS = ("payer", "condition", "value", "parties")
_NEAR = regex(
    r"(\d+(?:[.,]\d+)?)[\s-]*(?:km|kilomet(?:re|er)s?|км|километр\w*)\b(?=.{0,60}?(?:border|границ\w*))"
    r"|(?:border|границ\w*).{0,60}?(\d+(?:[.,]\d+)?)[\s-]*(?:km|kilomet(?:re|er)s?|км|километр\w*)\b",
    re.IGNORECASE | re.DOTALL,
)
_NOBODY: Callable[[str], bool] = lambda name: False  # noqa: E731


def terms_of(
    lines: Iterable[Line], claims: Mapping[str, Claim], is_outlet: Callable[[str], bool] = _NOBODY
) -> tuple[Term, ...]:
    """The terms that lines of the working model hold.

    Args:
        lines: Of the model, those that are known not to have held on its day included.
        claims: Id → claim, for all claims of the lines.
        is_outlet: Whether a name is that of an outlet; what anyone else says of a place is an official's word.
    """
    listed = (line for line in lines if line.type in TYPES)
    return tuple(term for line in listed for term in _of_line(line, claims, is_outlet))


def _of_line(line: Line, claims: Mapping[str, Claim], is_outlet: Callable[[str], bool]) -> Iterable[Term]:
    support = line.support
    kept: dict[Pairs, list[Claim]] = {}
    for claim in (claims[i] for i in support.claims):
        kept.setdefault(_details(claim, is_outlet), []).append(claim)
    for details, told in kept.items():
        yield Term(
            type=line.type,
            values=(*line.scope, *line.values, *details),
            region=line.region,
            status=support.status,
            polarity=support.polarity,
            since=support.since,
            until=support.until,
            grounds=tuple(_ground(c) for c in told),
            origins=support.origins,
            standing=support.standing,
        )


def _details(claim: Claim, is_outlet: Callable[[str], bool]) -> Pairs:
    out: list[tuple[str, Scalar]] = [(r, v) for r in _DETAILS if (v := claim.get(r)) is not None]
    if claim.type == "pay.amount" and claim.get("kind") == "regional_supplement":
        near = _NEAR.search(claim.quote.exact)
        if near:
            number = float((near[1] or near[2]).replace(",", "."))
            out.append(("within_km", int(number) if number.is_integer() else number))
    if claim.type == "deployment.area" and any(not is_outlet(name) for name in claim.attribution):
        out.append(("instrument", "statement"))
    return tuple(out)


def _ground(claim: Claim) -> Ground:
    return Ground(claim.id, claim.capture_id, claim.quote.exact, claim.doc, claim.published, claim.attribution)
