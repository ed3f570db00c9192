"""The registry: region by region, how far it has got, with units, strength, duties, pay, officials.

In: a `Model`. Out: `RegionEntry` records, and the number of regions that reports count held against those that
they name. Never places anything below the region, and never takes silence for "no".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from musterbook.programme.counting import counted
from musterbook.programme.model import Model
from musterbook.programme.officials import officials
from musterbook.records import Counted, Line, OfficialEntry, RegionEntry, UnitEntry
from musterbook.records.model import REGION_STATES

_UNITS = ("unit.formed", "unit.strength", "unit.action")
_TERMS = ("benefit", "callup", "contract", "deployment", "eligibility", "training", "recruitment.voluntary")
_PAY = ("pay",)
_RECRUITMENT = ("recruitment",)


def regions(model: Model) -> tuple[RegionEntry, ...]:
    """Every region that a report names, in order of the codes; those it merely counts are nowhere."""
    by_code: dict[str, list[Line]] = defaultdict(list)
    for line in model.lines:
        by_code[line.region].append(line)
    named = {code: lines for code, lines in by_code.items() if code}
    held, general = officials(model), everywhere(model)
    return tuple(_entry(model, code, named[code], held, general) for code in sorted(named))


def region(model: Model, code: str) -> RegionEntry:
    """What is known of one region.

    Args:
        model: The model.
        code: ISO 3166-2. One that no report names gives an entry in state ``nothing_known``.
    """
    lines = [line for line in model.lines if line.region == code]
    return _entry(model, code, lines, officials(model), everywhere(model))


def _entry(
    model: Model, code: str, lines: list[Line], held: tuple[OfficialEntry, ...], general: tuple[Line, ...]
) -> RegionEntry:
    state, reason, because = _state(lines)
    duties = _of(lines, "duty")
    used = ("duty", "official", *_UNITS, *_PAY, *_RECRUITMENT, *_TERMS)
    return RegionEntry(
        code=code,
        name=model.name(code),
        state=state,
        reason=reason,
        because=because,
        units=_units(model, lines),
        strength=tuple(sorted(_of(lines, "unit.strength"), key=_when)),
        duties=duties,
        facilities=tuple(dict.fromkeys(str(f) for line in duties for f in line.each("facility"))),
        recruitment=tuple(line for line in _of(lines, *_RECRUITMENT) if line.type not in _TERMS),
        pay=_of(lines, *_PAY),
        terms=_of(lines, *_TERMS),
        officials=tuple(o for o in held if o.region == code),
        actions=_of(lines, "unit.action"),
        other=tuple(line for line in lines if not _of([line], *used)),
        everywhere=general,
    )


def everywhere(model: Model) -> tuple[Line, ...]:
    """Pay, terms and duties that reports give without naming a region: of the programme as a whole, or unsaid where."""
    return _of((line for line in model.lines if not line.region), *_PAY, *_TERMS, "duty")


def counted_regions(model: Model) -> Counted:
    """In how many regions it is said to run, held against those in which a unit or recruitment is reported."""
    named: dict[str, list[Line]] = defaultdict(list)
    for line in model.of("unit.formed", "unit.strength", "unit.action", "recruitment.open"):
        if line.region and line.support.counts:
            named[line.region].append(line)
    return counted(model, "regions", model.of("programme.regions"), {c: tuple(lines) for c, lines in named.items()})


def _of(lines: Iterable[Line], *types: str) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.type in types or line.type.split(".")[0] in types)


def _when(line: Line) -> tuple[str, str]:
    return (line.support.since or line.support.first or "9999", line.finding)


def _units(model: Model, lines: Iterable[Line]) -> tuple[UnitEntry, ...]:
    """The units of a region; what names none is of the only one that is named there, or else of an unnamed one."""
    by_name: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        for name in line.each("unit") or ("",):
            by_name[str(name)].append(line)
    named = sorted(name for name in by_name if name)
    loose = _of(by_name.pop("", []), *_UNITS)
    if loose and len(named) == 1:
        by_name[named[0]] = [*by_name[named[0]], *loose]
    elif loose:
        by_name[""] = list(loose)
    return tuple(UnitEntry(name, _names(model, name), _units_first(by_name[name])) for name in sorted(by_name))


def _units_first(lines: list[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: _UNITS.index(line.type) if line.type in _UNITS else len(_UNITS)))


def _names(model: Model, name: str) -> tuple[str, ...]:
    entry = model.vocabulary.entries.get(("unit", name))
    return tuple(dict.fromkeys((name, *(entry.names.values() if entry else ())))) if name else ()


def _state(lines: Iterable[Line]) -> tuple[str, str, tuple[Line, ...]]:
    """How far a region has got: the furthest state that a live report gives it."""
    because: dict[str, list[Line]] = defaultdict(list)
    denied = False
    for line in _of(lines, *_UNITS, "recruitment.open"):
        denied |= line.support.polarity == "denied"
        state = _shown_by(line) if line.support.counts else ""
        if state:
            because[state].append(line)
    state = next((s for s in reversed(REGION_STATES) if s in because), "nothing_known")
    if state == "nothing_known":
        return state, "every report on it denies it" if denied else "no report says that it recruits or has a unit", ()
    said = "; ".join(_said(s, because[s]) for s in REGION_STATES if s in because)
    return state, said, tuple(line for s in reversed(REGION_STATES) for line in because.get(s, ()))


def _shown_by(line: Line) -> str:
    """The state of a region that a line shows by itself; empty where it shows none."""
    actual = line.support.status == "actual"
    if line.type == "recruitment.open":
        return "recruiting" if actual else "planned"
    if line.type == "unit.strength" and line.get("change") == "increase":
        return "expanding"
    if actual:
        return "formed"
    return "planned" if line.type == "unit.formed" else ""


def _said(state: str, lines: list[Line]) -> str:
    origins = sorted({o for line in lines for o in line.support.origins})
    actual = any(line.support.status == "actual" for line in lines)
    words = {
        "recruiting": "recruitment is under way",
        "planned": "a unit is planned" if _of(lines, "unit") else "recruitment is planned",
        "formed": "there is a unit",
        "expanding": "its unit grows" if actual else "its unit is to grow",
    }[state]
    marks = ["every report marks doubt"] if all(line.support.hedged for line in lines) else []
    marks += ["whether on that day is not known"] if all(line.support.held == "unknown" for line in lines) else []
    by = f", on the word of {', '.join(origins)}" if origins else ", origin unknown"
    return words + by + (f" ({'; '.join(marks)})" if marks else "")
