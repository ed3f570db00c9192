"""``headquarters``: where they exist or are proposed, under which instrument, with what remit."""

from __future__ import annotations

import click

from musterbook.cli.answers import Asked, Desk, Part, Said, answer_options, desk, marked
from musterbook.cli.law import title
from musterbook.cli.screen import Screen
from musterbook.records import HeadquartersEntry, Line

_STATES = {"actual": "exists", "proposed": "is proposed", "planned": "is planned", "ordered": "is ordered"}


@click.command()
@answer_options
@click.pass_obj
def headquarters(screen: Screen, asked: Asked) -> int:
    """List defence headquarters: those that exist, then those that an instrument proposes, with their remit."""
    from musterbook import programme

    with desk(screen, asked) as at:
        entries = programme.headquarters(at.model)
        return at.told([_part(at, entries)] if entries else [], entries)


def _part(at: Desk, entries: tuple[HeadquartersEntry, ...]) -> Part:
    said: list[Said] = []
    of: dict[Line, list[str]] = {}  # remits are often told of several at once
    for entry in entries:
        under = f" under {'; '.join(title(i) for i in entry.under)}" if entry.under else ""
        if entry.beside:
            under += f"; the same reports name as existing: {', '.join(at.wording.name(c) for c in entry.beside)}"
        for line in entry.lines:
            text = marked(line, _STATES[line.support.status] + under, staged=False) + at.voices(line)
            said.append(Said(entry.name, text, line))
        for line in entry.remit:
            of.setdefault(line, []).append(entry.name)
    for line, names in of.items():
        about = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
        said.append(Said(about, marked(line, f"remit: {at.wording.question(line.scope)}"), line))
    exist = sum(1 for e in entries if e.state == "exists")
    return Part(f"Headquarters: {exist} exist, {len(entries) - exist} do not or not yet", tuple(said))
