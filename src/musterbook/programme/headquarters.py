"""Headquarters: where they exist or are proposed, under which instrument, for which time, with what remit.

In: a `Model`. Out: `HeadquartersEntry` records. Never shows one that a draft proposes as one that exists.
"""

from __future__ import annotations

from collections import defaultdict

from musterbook.programme.law import Statutes, statutes
from musterbook.programme.model import Model, each
from musterbook.records import HeadquartersEntry, InstrumentEntry, Line

_STATES = {"actual": "exists", "ordered": "ordered", "planned": "planned", "proposed": "proposed"}


def headquarters(model: Model) -> tuple[HeadquartersEntry, ...]:
    """Every headquarters that a report speaks of, those that exist first."""
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in model.of("headquarters.established"):
        groups[str(line.get("jurisdiction") or "")].append(line)
    known = statutes(model)
    entries = [_entry(model, jurisdiction, lines, known) for jurisdiction, lines in groups.items()]
    order = [*_STATES.values(), "denied"]
    return tuple(sorted(entries, key=lambda e: (order.index(e.state), e.jurisdiction)))


def _entry(model: Model, jurisdiction: str, lines: list[Line], known: Statutes) -> HeadquartersEntry:
    affirmed = [line for line in lines if line.support.counts]
    statuses = {line.support.status for line in affirmed}
    state = next((s for status, s in _STATES.items() if status in statuses), "denied")
    found: dict[InstrumentEntry, None] = {}
    for line in lines:
        found.update(dict.fromkeys(known.under(model, line)))
    own = {d for line in lines for d in model.documents(line)}
    told = {line.support.status == "actual" for line in lines}
    remit = model.told_in(own, "headquarters.remit")
    return HeadquartersEntry(
        jurisdiction=jurisdiction,
        name=model.name(jurisdiction).replace("_", " "),
        state=state,
        under=tuple(found),
        since=next((line.support.since for line in affirmed if line.support.since), ""),
        until=next((line.support.until for line in affirmed if line.support.until), ""),
        lines=tuple(lines),
        remit=tuple(r for r in remit if (r.support.status == "actual") in told),
        beside=() if state == "exists" else _beside(model, own),
    )


def _beside(model: Model, documents: set[str]) -> tuple[str, ...]:
    """Jurisdictions whose headquarters some documents report as existing: those that a proposal is held against."""
    told = model.told_in(documents, "headquarters.established")
    return each((n for n in told if n.support.counts and n.support.status == "actual"), "jurisdiction")
