"""Regions: which are how far, on the map and in a table, and each with its facts in lines.

In: `RegionEntry` records of an `Edition`. Out: `Spot` records, a `Chapter`, and facts for the head of each place.
Never shows anything below the region, and never another country's region as one of the programme's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from musterbook.publish.page import Cell, Chapter, Row, Said, Spot, Table
from musterbook.publish.quoting import Quoting, numbers_of
from musterbook.publish.tabling import cell
from musterbook.publish.wording import counts_in_words
from musterbook.records import Line, RegionEntry
from musterbook.records.model import REGION_STATES
from musterbook.records.words import plural

OPEN = ("contested", "garbled", "unsure")
_HEAD = ("Region", "State", "Unit", "Strength", "Pay", "Officials", "Reports", "Open")


def state_words(state: str) -> str:
    """A region's state in words.

    >>> state_words("nothing_known")
    'nothing known'
    """
    return state.replace("_", " ")


def spots(quoting: Quoting) -> tuple[Spot, ...]:
    """Every region that could be on the map, whether or not anything is known of it."""
    entries = {entry.code: entry for entry in quoting.edition.programme.regions}
    drawn = {code for drawing in quoting.edition.atlas.drawings for code in drawing.regions}
    if not drawn & set(entries):
        return ()
    return tuple(
        Spot(
            code,
            quoting.edition.wording.name(code),
            entries[code].state if code in entries else "nothing_known",
            quoting.edition.regions.get(code, ""),
            f"place-{code}" if code in entries else "",
        )
        for code in sorted(drawn)
    )


def chapter(quoting: Quoting) -> Chapter:
    """The table that says what the map shows, the furthest regions first."""
    edition = quoting.edition
    entries = edition.programme.regions
    groups = []
    for state in (*reversed(REGION_STATES[1:]), REGION_STATES[0]):
        rows = tuple(_row(quoting, entry) for entry in entries if entry.state == state)
        if rows:
            groups.append((f"{state_words(state).capitalize()} ({len(rows)})", rows))
    note = (
        "A region is as far as its furthest live report says. “Nothing known” here: reports name the region, but none "
        "says that it recruits or has a unit. Regions that no report names are listed under “What is not known”."
    )
    table = Table("Regions by state", _HEAD, tuple(groups), note, narrow=frozenset({5, 7}))
    return Chapter("regions", "Regions", len(entries), tables=(table,) if entries else ())


def facts(quoting: Quoting, entry: RegionEntry) -> tuple[tuple[str, Cell], ...]:
    """What is known of a region, and what no report says, line by line."""
    claims = tuple(i for line in entry.because or entry.lines for i in line.support.claims)
    reason = quoting.hidden(entry.reason, claims)
    listed: list[tuple[str, Cell]] = [
        ("State", (Said(state_words(entry.state)), Said(reason))),
        ("Reports", (Said(reports(quoting, entry.lines)),)),
    ]
    for name, parts in (
        ("Unit", _units(quoting, entry)),
        ("Strength", _said(quoting, entry.strength)),
        ("Pay", _said(quoting, entry.pay)),
        ("Conditions", _said(quoting, entry.terms, topic=True)),
        ("Duties", _said(quoting, entry.duties)),
        ("Recruitment", _said(quoting, entry.recruitment, topic=True)),
        ("Officials", (Said(plural(len(entry.officials), "entry", "entries"), anchor="officials"),)),
    ):
        missing = not parts or (name == "Officials" and not entry.officials)
        listed.append((name, (Said("not reported"),) if missing else parts))
    differing = {line.finding: line for line in entry.lines if line.support.question_state in OPEN}
    if differing:
        listed.append(("Not settled", _said(quoting, differing.values(), topic=True)))
    return tuple(listed)


def reports(quoting: Quoting, lines: Iterable[Line]) -> str:
    """How many documents, outlets and origins stand behind some lines together."""
    claims = {i for line in lines for i in line.support.claims}
    documents = {quoting.edition.claims[i].capture_id for i in claims if i in quoting.edition.claims}
    origins = [o for line in lines for o in line.support.origins]
    return counts_in_words(*numbers_of(quoting, documents, origins))


def _row(quoting: Quoting, entry: RegionEntry) -> Row:
    differing = {line.finding for line in entry.lines if line.support.question_state in OPEN}
    name = Said(quoting.edition.wording.name(entry.code), anchor=f"place-{entry.code}")
    state = tuple(quoting.said(state_words(entry.state), line) for line in _strongest(entry))
    return Row(
        (
            (name,),
            state or (Said(state_words(entry.state)),),
            _units(quoting, entry),
            _said(quoting, entry.strength),
            _said(quoting, entry.pay),
            (Said(str(len(entry.officials)), anchor="officials"),) if entry.officials else (),
            (Said(reports(quoting, entry.lines)),),
            (Said(str(len(differing)), anchor=f"place-{entry.code}"),) if differing else (),
        ),
        f"region-{entry.code}",
    )


def _strongest(entry: RegionEntry) -> tuple[Line, ...]:
    """Of the lines that give a region its state, the one with the most behind it; none where there is none."""
    if not entry.because:
        return ()
    first = entry.because[0]
    alike = [line for line in entry.because if line.support.status == first.support.status]
    if entry.state == "expanding":
        alike = [line for line in alike if line.type == first.type]
    own = [line for line in alike if line.type.split(".")[0] == first.type.split(".")[0]]
    return (min(own, key=lambda line: (line.support.hedged, -len(line.support.origins), -line.support.documents)),)


def _units(quoting: Quoting, entry: RegionEntry) -> Cell:
    known = [unit for unit in entry.units if unit.lines]
    return cell(quoting, known, lambda unit: quoting.said(unit.name or "unnamed", unit.lines[0]))


def _said(quoting: Quoting, lines: Iterable[Line], *, topic: bool = False) -> Cell:
    return cell(quoting, tuple(lines), partial(_one, quoting, topic=topic))


def _one(quoting: Quoting, line: Line, *, topic: bool) -> Said:
    words = quoting.phrase(line)
    name = quoting.edition.wording.brief(line.type)
    return quoting.said(words if not topic or words == name else f"{name}: {words}", line)
