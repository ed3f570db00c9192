"""Orders: who ordered whom to recruit or report, since when, how often, about which groups, and whether it is verified.

In: a `Model`. Out: `OrderEntry` records. What stands under an order is what the same documents say. Never a
person who is recruited: groups and counts only.
"""

from __future__ import annotations

from collections import defaultdict

from musterbook.programme.counting import counted
from musterbook.programme.model import Model, each
from musterbook.records import Counted, CountHeld, Line, OrderEntry


def orders(model: Model) -> tuple[OrderEntry, ...]:
    """Every order to recruit or report, in order of what it demands and who gave it."""
    groups: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in model.of("recruitment.order"):
        requirement = str(line.get("requirement") or "")
        groups[requirement, _issuer(model, line)].append(line)
    counts = counted_groups(model).counts
    return tuple(_entry(model, requirement, groups[requirement, by], counts) for requirement, by in sorted(groups))


def counted_groups(model: Model) -> Counted:
    """How many groups are said to be targeted, held against those that reports name."""
    named: dict[str, list[Line]] = defaultdict(list)
    for line in model.of("recruitment.category"):
        if line.support.counts:
            named[str(line.get("category"))].append(line)
    return counted(
        model, "groups", model.of("recruitment.category_count"), {c: tuple(lines) for c, lines in named.items()}
    )


def _issuer(model: Model, line: Line) -> str:
    """Who gave an order; where a report does not say, the only one whom its documents name for the same demand."""
    own = line.each("issuer")
    if own:
        return str(own[0]).casefold()
    told = model.told_in(model.documents(line), "recruitment.order")
    alike = [other for other in told if other.get("requirement") == line.get("requirement")]
    same = {issuer.casefold() for issuer in each(alike, "issuer")}
    return same.pop() if len(same) == 1 else ""


def _entry(model: Model, requirement: str, lines: list[Line], counts: tuple[CountHeld, ...]) -> OrderEntry:
    near = {d for line in lines for d in model.documents(line)}
    return OrderEntry(
        requirement=requirement,
        issuers=each(lines, "issuer"),
        recipients=each(lines, "recipients"),
        since=each(lines, "effective_since"),
        dated=tuple(dict.fromkeys(d for line in lines for d in (line.support.since, *each([line], "date")) if d)),
        frequency=each(lines, "frequency"),
        lines=tuple(lines),
        groups=model.told_in(near, "recruitment.category"),
        group_counts=tuple(c for c in counts if near & model.documents(c.line)),
        counted=model.told_in(near, "recruitment.metric"),
        numbers=model.told_in(near, "recruitment.count"),
        verification=model.told_in(near, "source.verification"),
    )
