"""Officials: holders of public office who joined, left, returned or could not join.

In: a `Model`. Out: `OfficialEntry` records, by region and date. Only holders of public office are ever arguments
of claims; nobody else can get in here. Never takes two people of one name in two regions for one.
"""

from __future__ import annotations

from collections import defaultdict

from musterbook.programme.model import Model, each
from musterbook.records import Line, OfficialEntry, OfficialEvent, PartialDate

_Key = tuple[str, str, str]  # region, person, organisation


def officials(model: Model) -> tuple[OfficialEntry, ...]:
    """Everybody in office of whom a report says that they joined, left, returned or could not join."""
    lines = model.of("official")
    homes: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        if line.region:
            homes[str(line.get("person") or "")].add(line.region)
    groups: dict[_Key, list[Line]] = defaultdict(list)
    for line in lines:
        person, organisation = str(line.get("person") or ""), str(line.get("organisation") or "")
        known = homes[person] if person else set()
        region = line.region or (next(iter(known)) if len(known) == 1 else "")
        groups[region, person, "" if person else organisation].append(line)
    return tuple(_entry(key, groups[key]) for key in sorted(groups))


def _entry(key: _Key, lines: list[Line]) -> OfficialEntry:
    region, person, organisation = key
    counts = [c for line in lines for c in line.each("count") if isinstance(c, int)]
    organisations = [str(o) for line in lines for o in line.each("organisation")]
    return OfficialEntry(
        person=person,
        organisation=organisation or next(iter(organisations), ""),
        count=counts[0] if len(set(counts)) == 1 else None,
        positions=each(lines, "position"),
        region=region,
        units=each(lines, "unit"),
        events=_events(lines),
    )


def _events(lines: list[Line]) -> tuple[OfficialEvent, ...]:
    found = [OfficialEvent(_kind(line), _date(line), line) for line in lines]
    found.sort(key=lambda e: (e.date or "9999", e.line.support.first or "9999", e.line.finding))
    left = [e.date for e in found if e.kind == "left" and e.date]
    return tuple(
        OfficialEvent("returned", e.date, e.line) if e.kind == "joined" and _after(e.date, left) else e for e in found
    )


def _kind(line: Line) -> str:
    denied = line.support.polarity == "denied"
    if line.type == "official.left":
        return "did_not_leave" if denied else "left"
    return "could_not_join" if denied else "joined"


def _date(line: Line) -> str:
    return line.support.since or str(line.get("date") or "")


def _after(date: str, others: list[str]) -> bool:
    """Whether a date is certainly later than one of the others."""
    if not date:
        return False
    return any(PartialDate.parse(other).latest < PartialDate.parse(date).earliest for other in others)
