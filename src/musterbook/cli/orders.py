"""``orders``: who ordered whom to recruit or report, since when, how often, about which groups."""

from __future__ import annotations

from collections import defaultdict

import click

from musterbook.cli.answers import Asked, Desk, Part, Said, answer_options, desk, marked
from musterbook.cli.region import count_part
from musterbook.cli.screen import Screen
from musterbook.records import Line, OrderEntry


@click.command()
@answer_options
@click.pass_obj
def orders(screen: Screen, asked: Asked) -> int:
    """List orders: who gave them to whom, groups named and counted, what is to be reported, whether it is verified.

    What stands under an order is what the same documents say.
    """
    from musterbook import programme

    with desk(screen, asked) as at:
        entries, counted = programme.orders(at.model), programme.counted_groups(at.model)
        together: dict[tuple[object, ...], list[OrderEntry]] = defaultdict(list)
        for entry in entries:
            together[entry.groups, entry.counted, entry.numbers, entry.verification].append(entry)
        parts = [_part(at, group) for group in together.values()]
        if counted.counts or counted.named:
            parts.append(count_part(at, counted))
        return at.told(parts, [*entries, counted])


def _part(at: Desk, entries: list[OrderEntry]) -> Part:
    """Orders that the same reports tell of, and what these say beside them."""
    first = entries[0]
    said = [Said("order", f"{_words(entry)}{at.voices(line)}", line) for entry in entries for line in entry.lines]
    said += [Said("group", marked(line, at.wording.value(str(line.get("category")))), line) for line in first.groups]
    said += [Said("to be counted", at.words(line), line) for line in first.counted]
    said += [Said("people", at.words(line), line) for line in first.numbers]
    said += [Said("verified", _verified(line), line) for line in first.verification]
    wanted = " and ".join(dict.fromkeys(e.requirement.replace("_", " ") for e in entries))
    return Part(f"Orders to {wanted}, and what the same reports say", tuple(said))


def _words(entry: OrderEntry) -> str:
    facts = {
        "by": entry.issuers,
        "to": entry.recipients,
        "in effect since": entry.since,
        "dated": entry.dated,
        "how often:": entry.frequency,
    }
    known = ", ".join(f"{name} {' / '.join(values)}" for name, values in facts.items() if values)
    unknown = ", ".join(name.removesuffix(":") for name, values in facts.items() if not values)
    text = f"{entry.requirement.replace('_', ' ')}{f' {known}' if known else ''}"
    return text + (f" (not said: {unknown})" if unknown else "")


def _verified(line: Line) -> str:
    what = str(line.get("object") or "what is reported")
    return marked(line, f"{what}: {'yes' if line.get('verified') else 'not verified'}")
