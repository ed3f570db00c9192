"""``conflicts``: where reports differ, garble or contradict, each with the quotes side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from musterbook.cli import wanted
from musterbook.cli.masks import Mask, Masks
from musterbook.cli.screen import FORMATS, Row, Screen

if TYPE_CHECKING:
    from musterbook.records import Claim
    from musterbook.tracing import Traced

_COLUMNS = ("kind", "region", "type", "reason", "quotes", "edge")
_HARMLESS = ("scope", "date", "state", "stage", "unit", "bound")
_KINDS = ("genuine", "echo", "garbled", "unsupported", "contradiction", *_HARMLESS)


@click.command()
@wanted.region_option
@wanted.type_option
@click.option("--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Only these kinds; may be repeated.")
@click.option("--all", "every", is_flag=True, help="Differences that are no conflict as well.")
@wanted.as_of_option
@wanted.held_on_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_obj
def conflicts(screen: Screen, /, kinds: tuple[str, ...], every: bool, form: str, **given: str) -> int:
    """List conflicts, garbled echoes, additions that no origin has, and contradictions, with their quotes.

    With --held-on, those of which one side is known not to have held on that day are left out.
    """
    from musterbook.programme import validity
    from musterbook.store import open_book
    from musterbook.tracing import trace

    known, day = wanted.last_day(given["as_of"], "--as-of"), wanted.day(given["held_on"], "--held-on")
    programme = screen.settings.programme
    asked = wanted.claim_filter(programme, region=given["region"], type=given["type_"], until=known)
    shown_kinds = set(kinds or (_KINDS if every else set(_KINDS) - set(_HARMLESS)))
    with open_book(screen.settings.book, create=False) as book:
        traced = trace(book, programme, known, day, asked=asked)
        shown = {c.id for c in book.claims(asked)}
        held = validity(traced.findings(), traced.claims, day) if day else {}
        rows = _on_day(_rows(traced, Masks(book), shown, shown_kinds), held)
        count = screen.rows(rows, (*_COLUMNS, "held") if day else _COLUMNS, form)
        wanted.tell_left_out(screen, book, known, day)
    if not count and form == "table":
        screen.log("no conflicts; --all shows differences that are none")
    return 0


def _on_day(rows: Iterator[Row], held: Mapping[str, tuple[str, str]]) -> Iterator[Row]:
    """Rows of which no side is known not to have held, with whether all of them held."""
    for row, mask in rows:
        said = {held[i][0] for i in row["claims"] if i in held}
        if "no" not in said:
            yield {**row, **({"held": "yes" if said == {"yes"} else "unknown"} if held else {})}, mask


def _rows(traced: Traced, masks: Masks, shown: set[str], kinds: set[str]) -> Iterator[Row]:
    for finding in traced.findings():
        told = [d for d in finding.differences if d.kind in kinds and shown & set(d.claims) and d.kind != "echo"]
        genuine = [d for d in told if d.kind == "genuine"]
        if len(genuine) > 1:
            ids = tuple(dict.fromkeys(i for d in genuine for i in d.claims))
            reason = f"{len(ids)} answers, of which {len(genuine)} pairs cannot both be so: {genuine[0].reason}"
            yield _row(traced, masks, "genuine", reason, ids)
        for found in told:
            if found.kind != "genuine" or len(genuine) == 1:
                yield _row(traced, masks, found.kind, found.reason, found.claims)
    edges = {e.id: e for e in traced.edges}
    for doubt in traced.matter.doubts:
        ids = (doubt.claim, *doubt.against)
        kind = doubt.kind
        if (kind in kinds or (kind == "garbled" and "echo" in kinds)) and shown & set(ids):
            row, mask = _row(traced, masks, kind, doubt.reason, ids)
            if doubt.words:
                own = traced.claims[doubt.claim]
                said = masks.of(own.capture_id, own.language).mask(doubt.words, doubt.start)
                row = {**row, "quotes": [f"{own.doc}: «{said}»", *row["quotes"][1:]]}
            edge = edges.get(doubt.edge)
            shown_edge = f"{edge.kind}: {'; '.join(v.what for v in edge.evidence[:2])}" if edge else ""
            yield {**row, "edge": shown_edge}, mask


def _row(traced: Traced, masks: Masks, kind: str, reason: str, ids: tuple[str, ...]) -> Row:
    claims = [traced.claims[i] for i in ids if i in traced.claims]
    mask = masks.together(c.capture_id for c in claims)
    first = claims[0]
    row: dict[str, Any] = {
        "kind": kind,
        "region": first.get("region") or "(all)",
        "type": first.type,
        "reason": reason,
        "quotes": [_quoted(c, masks.of(c.capture_id, c.language)) for c in claims],
        "claims": [c.id for c in claims],
    }
    return row, mask


def _quoted(claim: Claim, mask: Mask) -> str:
    return f"{claim.doc}: «{mask.mask(claim.quote.exact, claim.quote.start)}»"
