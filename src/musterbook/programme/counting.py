"""Counted against enumerated: a reported count held against what is actually named.

In: lines that count and lines that name. Out: `Counted` records. Never fills a list up to a count.

>>> bounds(20, "at_least"), bounds(22, "about"), bounds(5, "ordinal"), bounds(7, "")
((20, None), (20, 24), (5, None), (7, 7))
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from musterbook.programme.model import Model
from musterbook.records import Counted, CountHeld, Line

_ABOUT = 0.1  # "about 20" is held to reach from 18 to 22, as where rivals are compared


def bounds(count: float, comparator: str) -> tuple[int, int | None]:
    """The smallest and the largest number that a reported count allows; None for no upper end."""
    match comparator:
        case "at_least" | "ordinal":
            return int(count), None
        case "at_most":
            return 0, int(count)
        case "about":
            return math.ceil(count * (1 - _ABOUT)), math.floor(count * (1 + _ABOUT))
        case _:
            return int(count), int(count)


def counted(model: Model, what: str, counts: Iterable[Line], named: Mapping[str, tuple[Line, ...]]) -> Counted:
    """Hold counts against names.

    Args:
        model: The model.
        what: What is counted, in the plural.
        counts: Lines with a ``count``; those without are left out.
        named: Code → the lines that name it.
    """
    in_documents = {
        code: frozenset(d for line in lines for d in model.documents(line)) for code, lines in sorted(named.items())
    }
    out = []
    for line in sorted(counts, key=lambda c: (c.support.first or "9999", c.finding, repr(c.values))):
        count = line.get("count")
        if not isinstance(count, int | float) or line.support.polarity == "denied":
            continue
        own = model.documents(line)
        beside = tuple(code for code, documents in in_documents.items() if own & documents)
        elsewhere = tuple(code for code in in_documents if code not in beside)
        least, most = bounds(count, str(line.get("comparator") or ""))
        beyond = max(0, len(in_documents) - most) if most is not None else 0
        out.append(CountHeld(line, least, most, beside, elsewhere, max(0, least - len(in_documents)), beyond))
    return Counted(what, tuple(out), tuple(sorted(named.items())))
