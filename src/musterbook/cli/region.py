"""``region``: what is known of one region, or of all of them, and of the programme without naming one."""

from __future__ import annotations

import click

from musterbook.cli import wanted
from musterbook.cli.answers import Asked, Desk, Part, Said, answer_options, desk, marked
from musterbook.cli.screen import Screen
from musterbook.records import Counted, CountHeld, Line, RegionEntry

_FEW = 3  # names in a cell
_LINES_SHOWN = 2  # of a region among many
_NAMES_SHOWN = 8  # names in one line; more are counted


@click.command()
@click.argument("place", metavar="[REGION]", default="")
@click.option("--everywhere", is_flag=True, help="What reports say of pay, terms and duties without naming a region.")
@answer_options
@click.pass_obj
def region(screen: Screen, place: str, everywhere: bool, asked: Asked) -> int:
    """Show REGION (a code or name): its state, units, strength, duties, recruitment, pay, terms, officials.

    Without REGION: how far each region has got, and the number of regions that reports count beside those they name.
    What is reported without a region is shown beside every region, under a heading of its own.
    """
    from musterbook import programme
    from musterbook.vocabulary import load

    code = wanted.region(place, load(screen.settings.programme))
    with desk(screen, asked) as at:
        if everywhere:
            part = _general(at, programme.everywhere(at.model))
            return at.told([part], [part])
        if code:
            entry = programme.region(at.model, code)
            return at.told(_parts(at, entry), [entry])
        entries, counted = programme.regions(at.model), programme.counted_regions(at.model)
        parts = [_overview(at, entries), count_part(at, counted)]
        return at.told(parts, [*entries, counted])


def _parts(at: Desk, entry: RegionEntry) -> list[Part]:
    title = f"{entry.name} ({entry.code}): {entry.state.replace('_', ' ')}"
    people = [Said("official", who(at, event.line), event.line) for o in entry.officials for event in o.events]
    own = ((u.name or "unit, not named", line) for u in entry.units for line in u.lines)
    units = [Said(name, at.phrase(line), line) for name, line in own if line.type.startswith("unit.")]
    shown = {said.line for said in (*people, *units)}
    rest = (*entry.recruitment, *entry.duties, *entry.pay, *entry.terms, *entry.other)
    said = (*units, *at.say(line for line in rest if line not in shown), *people)
    notes = [entry.reason]
    notes += [f"{u.name} is also called {', '.join(u.names[1:])}" for u in entry.units if len(u.names) > 1]
    notes += [f"facilities: {', '.join(f.replace('_', ' ') for f in entry.facilities)}"] if entry.facilities else []
    parts = [Part(title, said, tuple(notes))]
    return [*parts, _general(at, entry.everywhere)] if entry.everywhere else parts


def _general(at: Desk, lines: tuple[Line, ...]) -> Part:
    order = ("pay", "contract", "callup", "deployment", "training", "eligibility", "benefit", "recruitment", "duty")
    ranked = sorted(lines, key=lambda line: order.index(line.type.split(".")[0]))
    return Part("Without naming a region (of the whole programme, or not said where)", at.say(ranked))


def _overview(at: Desk, entries: tuple[RegionEntry, ...]) -> Part:
    """All regions, each with the first lines that its state stands on."""
    from musterbook.records.words import plural

    said = tuple(
        Said(f"{e.name}: {e.state.replace('_', ' ')}", at.phrase(line), line)
        for e in entries
        for line in (e.because or e.lines)[:_LINES_SHOWN]
    )
    return Part(f"{plural(len(entries), 'region')} named in reports", said)


def count_part(at: Desk, counted: Counted) -> Part:
    """Counted against enumerated, in words."""
    said = tuple(Said("count", _counted(at, held, counted.what), held.line) for held in counted.counts)
    names = [at.wording.value(code) for code, _ in counted.named]
    note = f"named: {_listed(names)}" if names else "none is named"
    return Part(f"{counted.what.capitalize()} counted against {len(names)} named", said, (note,))


def _counted(at: Desk, held: CountHeld, what: str) -> str:
    """A count in words, with what is named and what is missing."""
    answer = at.wording.answer(held.line.values, ())
    text = f"the {answer} of the {what}" if held.line.get("comparator") == "ordinal" else f"{answer} {what}"
    text = marked(held.line, text) + at.voices(held.line)
    text += f": {len(held.named_beside)} named beside the count"
    elsewhere = [at.wording.value(code) for code in held.named_elsewhere]
    if elsewhere:
        text += f", only elsewhere {', '.join(elsewhere) if len(elsewhere) <= _FEW else len(elsewhere)}"
    text += f"; at least {held.not_named} named nowhere" if held.not_named else ""
    return text + (f"; {held.beyond} more are named than it allows" if held.beyond else "")


def _listed(names: list[str]) -> str:
    more = len(names) - _NAMES_SHOWN
    return ", ".join(names) if more <= 1 else f"{', '.join(names[:_NAMES_SHOWN])} and {more} more"


def who(at: Desk, line: Line) -> str:
    """An official and what is said of them, in words."""
    count, organisation = line.get("count"), line.get("organisation")
    name = str(line.get("person") or f"{count or 'people'} of {organisation or 'an office that is not named'}")
    office = next((str(p) for p in line.each("position")), "")
    unit = next((str(u) for u in line.each("unit")), "")
    denied = line.support.polarity == "denied"
    did = {"official.joined": "could not join" if denied else "joined", "official.left": "left"}[line.type]
    text = f"{name}{f', {office},' if office else ''} {did}{f' {unit}' if unit else ''}"
    return marked(line, text).removeprefix("denied: ")
