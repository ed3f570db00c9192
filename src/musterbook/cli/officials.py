"""``officials``: holders of public office who joined, left, returned or could not join, by region and date."""

from __future__ import annotations

import click

from musterbook.cli import wanted
from musterbook.cli.answers import Asked, Part, Said, answer_options, desk
from musterbook.cli.region import who
from musterbook.cli.screen import Screen


@click.command()
@wanted.region_option
@answer_options
@click.pass_obj
def officials(screen: Screen, region: str, asked: Asked) -> int:
    """List officials by region and date. Only holders of public office in a public act are ever named."""
    from musterbook import programme
    from musterbook.vocabulary import load

    code = wanted.region(region, load(screen.settings.programme))
    with desk(screen, asked) as at:
        entries = [e for e in programme.officials(at.model) if code in ("", e.region)]
        said = [
            Said(
                f"{at.wording.name(entry.region) or '(no region)'}",
                who(at, event.line) + (" (returned)" if event.kind == "returned" else ""),
                event.line,
            )
            for entry in entries
            for event in entry.events
        ]
        named = sum(1 for e in entries if e.person)
        part = Part(f"Officials: {named} by name, {len(entries) - named} counts of an office's people", tuple(said))
        return at.told([part] if said else [], entries)
