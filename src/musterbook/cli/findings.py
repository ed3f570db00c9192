"""``findings``: what the reports say, by region and slot, with rivals side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import click

from musterbook.cli import shorthand, wanted
from musterbook.cli.explaining import Held, explain
from musterbook.cli.masks import Masks
from musterbook.cli.screen import FORMATS, Row, Screen
from musterbook.records import Claim, Finding, Rival
from musterbook.records.finding import STATES

_ASKED = ("region", "type", "question", "state", "answer")
_SHOWN = ("this answer", "support", "published", "claims")
_LISTED = ("answer_state", "documents", "outlets", "origins", "published", "claims")
_OBJECTS = ("json", "jsonl")


@click.command()
@wanted.region_option
@wanted.type_option
@wanted.as_of_option
@wanted.held_on_option
@click.option("--state", type=click.Choice(STATES), default=None, help="Only findings in this state, or an answer so.")
@click.option("--why", is_flag=True, help="With reasons, differences and every quote; as text.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_obj
def findings(screen: Screen, /, form: str, why: bool, as_of: str, held_on: str, **filters: str | None) -> int:
    """List findings: each question with all its answers, and how many documents and outlets give each."""
    from musterbook.programme import holding, validity
    from musterbook.store import open_book
    from musterbook.tracing import trace
    from musterbook.vocabulary import load

    programme, day = screen.settings.programme, wanted.day(held_on, "--held-on")
    asked = wanted.claim_filter(programme, **_given(filters), until=wanted.last_day(as_of, "--as-of"))
    with open_book(screen.settings.book, create=False) as book:
        masks = Masks(book)
        found = list(book.claims(asked))
        of = {c.id: c for c in found}
        every = trace(book, programme, asked.until, day, asked=asked).findings(found)
        held = validity(every, of, day) if day else {}
        listed = _in_state(holding(every, held) if day else every, filters["state"])
        names = {i: e.names.get("en", "") for (kind, i), e in load(programme).entries.items() if kind == "region"}
        brief = form == "table"
        rows = _whole(listed, of, masks, held) if form in _OBJECTS else _lines(listed, of, masks, names, held, brief)
        columns = (*_ASKED, *(("held",) if day else ()), *(_SHOWN if brief else _LISTED))
        if why and brief:
            shown = explain(screen, listed, of, masks, names, held)
        else:
            shown = screen.rows(rows, columns, form, grouped=4, headings=2)
        wanted.tell_left_out(screen, book, as_of, day)
    if brief and shown and not why:
        screen.log(shorthand.STATES)
    if brief and not shown:
        screen.log("no findings; loosen the filters, or add reports first")
    return 0


def _given(filters: dict[str, str | None]) -> dict[str, str]:
    return {"region": filters["region"] or "", "type": filters["type_"] or ""}


def _in_state(listed: list[Finding], state: str | None) -> list[Finding]:
    """Findings in a state, and those of which one answer alone is in it."""
    return [f for f in listed if state in (None, f.state) or state in {r.state for r in f.rivals}]


def _whole(listed: Iterable[Finding], of: Mapping[str, Claim], masks: Masks, held: Held) -> Iterator[Row]:
    """One record a finding."""
    for finding in listed:
        row = {
            "id": finding.id,
            "type": finding.slot.type,
            "region": finding.slot.region,
            "scope": dict(finding.slot.scope),
            "state": finding.state,
            "reason": finding.reason,
            "differences": [
                {"kind": d.kind, "reason": d.reason, "claims": list(d.claims)} for d in finding.differences
            ],
            "doubts": [{"kind": d.kind, "reason": d.reason, "claim": d.claim} for d in finding.doubts],
            "series": [
                {"date": p.date, "dated": p.dated, **dict(p.values), "claims": list(p.claims)} for p in finding.series
            ],
            "first": finding.first,
            "last": finding.last,
            "rivals": [
                {
                    "values": dict(r.values),
                    "polarity": r.polarity,
                    "since": r.since,
                    "until": r.until,
                    "documents": r.documents,
                    "outlets": r.outlets,
                    "origins": list(r.origins),
                    "state": r.state,
                    "reason": r.reason,
                    "standing": r.standing,
                    "credibility": r.credibility,
                    "why": r.why,
                    "claims": list(r.claims),
                    **_held(r, held),
                }
                for r in finding.rivals
            ],
        }
        yield row, masks.together(of[i].capture_id for r in finding.rivals for i in r.claims)


def _lines(
    listed: Iterable[Finding], of: Mapping[str, Claim], masks: Masks, names: Mapping[str, str], held: Held, brief: bool
) -> Iterator[Row]:
    """One row a rival; in brief with its first claim only."""
    for finding in listed:
        slot = finding.slot
        for rival in finding.rivals:
            dates = {of[i].published for i in rival.claims} - {""}
            row = {
                "region": f"{slot.region} {names.get(slot.region, '')}".strip() or "(all)",
                "type": slot.type,
                "question": dict(slot.scope),
                "state": finding.state.replace("_", " "),
                "answer": _answer(rival),
                "this answer": rival.state.replace("_", " ") if len(finding.rivals) > 1 else "",
                "answer_state": rival.state.replace("_", " "),
                "documents": rival.documents,
                "outlets": rival.outlets or "?",
                "origins": len(rival.origins) or "?",
                "published": shorthand.days(min(dates, default=""), max(dates, default="")),
                "claims": shorthand.ids(rival.claims) if brief else " ".join(map(shorthand.short, rival.claims)),
                "support": shorthand.support(rival.documents, rival.outlets, len(rival.origins)),
                **_held(rival, held),
            }
            yield row, masks.together(of[i].capture_id for i in rival.claims)


def _held(rival: Rival, held: Held) -> dict[str, str]:
    """Whether an answer held on the day asked for, and why; nothing where none was."""
    known = held.get(rival.claims[0])
    return {"held": known[0], "held_why": known[1]} if known else {}


def _answer(rival: Rival) -> str:
    """An answer in one line: its values, and whether it is denied, planned, a draft's, garbled."""
    values = [f"{role}={value}" for role, value in rival.values if role != "status"]
    marks = [str(value) for role, value in rival.values if role == "status"]
    marks += ["denied"] if rival.polarity == "denied" else []
    marks += [rival.standing] if rival.standing not in ("", "live") else []
    values += [f"since={rival.since}"] if rival.since else []
    values += [f"until={rival.until}"] if rival.until else []
    return " ".join(values or ["yes"] if "denied" not in marks else values) + (
        f" ({', '.join(marks)})" if marks else ""
    )
