"""``law``: instruments with their stages and what they provide; rules with their versions."""

from __future__ import annotations

import click

from musterbook.cli.answers import Asked, Desk, Part, Said, answer_options, desk, marked
from musterbook.cli.screen import Screen
from musterbook.records import InstrumentEntry, RuleEntry, StageEntry


@click.command()
@answer_options
@click.pass_obj
def law(screen: Screen, asked: Asked) -> int:
    """List legal instruments: how far each has got, with dates, what it provides; then every rule with its versions.

    A draft is never shown as law. With --held-on, each version says whether it held on that day.
    """
    from musterbook import programme

    with desk(screen, asked) as at:
        instruments, rules = programme.instruments(at.model), programme.rules(at.model)
        parts = [_instruments(at, instruments), _rules(at, rules)]
        return at.told([p for p in parts if p.lines], [*instruments, *rules])


def title(entry: InstrumentEntry) -> str:
    """An instrument and how far it has got, in words; what is not reported as adopted is called no law."""
    name = f"{entry.kind or 'instrument not named'}{f' “{entry.title}”' if entry.title else ''}"
    if not entry.stages:
        return name
    reached = entry.reached.replace("_", " ") or "no stage reached"
    return f"{name}: {reached}{'' if entry.adopted else ', no law yet'}"


def _instruments(at: Desk, entries: tuple[InstrumentEntry, ...]) -> Part:
    said = []
    for entry in entries:
        said += [Said(title(entry), _stage(stage), stage.line) for stage in entry.stages]
        for line in entry.provisions:
            said.append(Said(title(entry), marked(line, f"provides: {at.wording.question(line.scope)}"), line))
    return Part("Legal instruments, with what they provide", tuple(said))


def _stage(stage: StageEntry) -> str:
    actors = dict.fromkeys(actor.split(" (")[0] for actor in stage.actors)  # a name may stand in two scripts
    by = f" by {', '.join(actors)}" if actors else ""
    on = f", {' / '.join(stage.dates)}" if stage.dates else ", no day given"
    return marked(stage.line, f"{stage.stage.replace('_', ' ')}{by}{on}", dated=False)


def _rules(at: Desk, entries: tuple[RuleEntry, ...]) -> Part:
    said = []
    for entry in entries:
        where = f", {at.wording.name(entry.region)}" if entry.region else ""
        for version in entry.versions:
            kinds = f" a {' or '.join(version.under)}" if version.under else ""
            text = at.words(version.line, staged=version.force != "draft")
            if version.force == "draft":
                text += f"; draft{f' of{kinds}' if kinds else ''}, no law yet"
            elif kinds:
                text += f"; under{kinds}"
            text += f"; on {at.asked.held_on}: {version.holds}" if version.holds else ""
            said.append(Said(f"{at.topic(version.line)}{where}", text, version.line))
    return Part("Rules, with their versions", tuple(said))
