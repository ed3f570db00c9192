"""Whether something held on a day, as far as reports say: yes, no, or unknown.

In: answers with the days they give and the days on which they were reported. Out: one of three words, and why.
Never guesses: what no report speaks of is unknown, and a draft is never taken for what came of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from musterbook.records import Claim, Finding, PartialDate, Rival

EVENTS = frozenset(
    {
        "law.stage",
        "official.joined",
        "official.left",
        "programme.launched",
        "recruitment.order",
        "unit.action",
        "unit.formed",
    }
)
"""Claim types that tell what happened: it stays so, whatever follows. All others tell how things are for a time."""

_EARLY = {"proposed": "a draft", "planned": "a plan", "ordered": "an order"}


def held(type_: str, rival: Rival, reported: tuple[str, str], day: str) -> tuple[str, str]:
    """Whether an answer held on a day.

    What reports tell as being so holds from the day they give, or else from the day of the first report, until
    the day they give, or else until the day of the last report; before and after that nobody knows. What they
    tell as having happened stays so. A draft, a plan or an order is never taken for what came of it.

    Args:
        type_: Claim type.
        rival: The answer, with its standing.
        reported: ISO dates of the first and the last document that say so; empty where unknown.
        day: ISO date, a full day.

    Returns:
        One of `records.model.HELD`, and why, in words.
    """
    first, last = reported
    since, until = rival.since, rival.until
    status = str(dict(rival.values).get("status", "actual"))
    if until and PartialDate.parse(until).latest.isoformat() < day:
        return "no", f"it held until {until}"
    if since and day < PartialDate.parse(since).earliest.isoformat():
        return "no", f"it was not so before {since}"
    if rival.standing == "draft":
        return "no", "only a draft said so, and what was adopted says otherwise"
    if rival.standing == "garbled":
        return "unknown", "where the report comes from says otherwise"
    if status in _EARLY:
        return "unknown", f"{_EARLY[status]} said so; no report says that it came to be"
    begin = (
        PartialDate.parse(since).latest.isoformat() if since else first and PartialDate.parse(first).latest.isoformat()
    )
    if not begin:
        return "unknown", "no report gives a day, and none has a date"
    if day < begin:
        how = f"only {since} is given" if since else f"first reported on {first}; no report says since when"
        return "unknown", how
    if type_ in EVENTS:
        return "yes", f"it happened {'on' if len(since) > 7 else 'in'} {since}" if since else f"reported by {first}"
    if until and day <= PartialDate.parse(until).earliest.isoformat():
        return "yes", f"{f'since {since}' if since else f'reported on {first}'}, until {until}"
    if last and day <= PartialDate.parse(last).latest.isoformat():
        return "yes", f"{f'since {since}' if since else f'reported on {first}'}, and still reported on {last}"
    return "unknown", f"last reported on {last or 'an unknown day'}; no report says until when"


def span(claims: Iterable[Claim]) -> tuple[str, str]:
    """ISO dates of the first and the last document of some claims; empty where none has a date."""
    dates = sorted(c.published for c in claims if c.published)
    return (dates[0], dates[-1]) if dates else ("", "")


def validity(findings: Iterable[Finding], claims: Mapping[str, Claim], day: str) -> Mapping[str, tuple[str, str]]:
    """Claim id → whether what it says held on a day, and why."""
    out = {}
    for finding in findings:
        for rival in finding.rivals:
            known = held(finding.slot.type, rival, span(claims[i] for i in rival.claims), day)
            out.update(dict.fromkeys(rival.claims, known))
    return out


def holding(findings: Iterable[Finding], known: Mapping[str, tuple[str, str]]) -> list[Finding]:
    """Findings without the answers that are known not to have held, and without questions that lost all of them.

    Args:
        findings: With the state that they have for all answers.
        known: What `validity` gives.
    """
    kept = []
    for finding in findings:
        rivals = tuple(r for r in finding.rivals if known[r.claims[0]][0] != "no")
        apart = (d for d in finding.differences if all(known.get(i, ("", ""))[0] != "no" for i in d.claims))
        if rivals:
            kept.append(replace(finding, rivals=rivals, differences=tuple(apart)))
    return kept
