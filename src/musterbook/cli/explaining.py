"""Why a finding has its state: its answers with their support, how they differ, and every quote.

In: findings, the claims in them, the masks of their documents. Out: lines on the screen. Never shows a
quote without the mask of its document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from musterbook.cli import shorthand
from musterbook.cli.masks import Masks
from musterbook.cli.screen import Screen
from musterbook.records import Claim, Finding, Rival

Held = Mapping[str, tuple[str, str]]
"""Claim id → whether it held on the day asked for, and why; empty where none was."""


def explain(
    screen: Screen,
    listed: Iterable[Finding],
    of: Mapping[str, Claim],
    masks: Masks,
    names: Mapping[str, str],
    held: Held,
) -> int:
    """Write each finding with its reasons; says how many there were."""
    from musterbook.reconcile.credibility import WORDS

    count = 0
    for finding in listed:
        count += 1
        slot = finding.slot
        mask = masks.together(of[i].capture_id for r in finding.rivals for i in r.claims)
        asked = ", ".join(f"{r} {v}" for r, v in slot.scope)
        place = f"{slot.region} {names.get(slot.region, '')}".strip() or "the whole programme"
        screen.told(f"{slot.type}, {place}{f', {asked}' if asked else ''}", mask)
        screen.told(f"  {finding.state.replace('_', ' ')}: {finding.reason}", mask)
        for rival in finding.rivals:
            screen.told(f"  {_answer(rival)}", mask)
            screen.told(f"    {_support(rival)}", mask)
            if len(finding.rivals) > 1:
                screen.told(f"    {rival.state.replace('_', ' ')}: {rival.reason}", mask)
            screen.told(f"    credibility {rival.credibility} ({WORDS.get(rival.credibility, '')}): {rival.why}", mask)
            if rival.claims[0] in held:
                screen.told(f"    held that day: {'; '.join(held[rival.claims[0]])}", mask)
            for claim in (of[i] for i in rival.claims):
                own = masks.of(claim.capture_id, claim.language)
                quote = " ".join(own.mask(claim.quote.exact, claim.quote.start).split())
                by = f", by {' ← '.join(claim.attribution)}" if claim.attribution else ""
                head = f"    {shorthand.short(claim.id)} {claim.doc} {claim.published}".rstrip()
                screen.told(f"{head}: «{quote}»{by}", own)
        for difference in finding.differences:
            screen.told(f"  {difference.kind}: {difference.reason}", mask)
        for doubt in finding.doubts:
            screen.told(f"  {doubt.kind}: {doubt.reason}", mask)
        screen.line("", mask)
    return count


def _answer(rival: Rival) -> str:
    said = ", ".join(f"{r} {v}" for r, v in rival.values) or "yes"
    when = f", since {rival.since}" if rival.since else ""
    when += f", until {rival.until}" if rival.until else ""
    return ("not: " if rival.polarity == "denied" else "- ") + said + when


def _support(rival: Rival) -> str:
    origins = f"{len(rival.origins)} ({', '.join(rival.origins)})" if rival.origins else "none known"
    return f"documents {rival.documents}, outlets {rival.outlets}, origins {origins}; {rival.standing}"
