"""``sources``: who publishes, of what kind, how reliable by people's judgement, and who only echoes."""

from __future__ import annotations

import datetime as dt
import getpass
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import click

from musterbook.cli.masks import Masks
from musterbook.cli.screen import FORMATS, Screen
from musterbook.errors import UsageError
from musterbook.records import Judgement

_COLUMNS = ("source", "kind", "reliability", "documents", "claims", "echoes", "origin_of", "first", "lead_days", "why")
KINDS = ("official", "agency", "newspaper", "broadcaster", "channel", "monitor", "rewriter", "unknown")
_MASKS = 50  # documents of a publisher whose private people are masked in its own name


@click.command()
@click.argument("source", default="")
@click.option("--judge", "letter", default="", metavar="LETTER", help="Admiralty letter A-F for SOURCE; needs --why.")
@click.option(
    "--kind", type=click.Choice(KINDS), callback=lambda _c, _o, kind: kind or "", help="What SOURCE is; needs --why."
)
@click.option("--family", default="", metavar="NAME", help="The newsroom that SOURCE belongs to; needs --why.")
@click.option("--undo", is_flag=True, help="Take the last letter of SOURCE back; needs --why.")
@click.option("--undo-kind", "undo_kind", is_flag=True, help="Take its kind and newsroom back; needs --why.")
@click.option("--why", "reason", default="", help="The reason of the judgement.")
@click.option("--who", default="", help="Who judges; the user's name on this machine where not given.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_obj
def sources(screen: Screen, /, source: str, undo: bool, undo_kind: bool, form: str, **said: str) -> int:
    """List sources: kind, reliability (F where nobody judged), share of echoes, and how often they were first.

    People judge a source's reliability, its kind and its newsroom; each decision is kept with who, when and why.
    """
    from musterbook.reconcile.credibility import reliabilities
    from musterbook.reconcile.sources import source_records
    from musterbook.store import open_book
    from musterbook.tracing import trace

    with open_book(screen.settings.book, create=False) as book:
        if said["letter"] or undo:
            book.judge(_judgement(source, undo, said))
        if said["kind"] or said["family"] or undo_kind:
            book.judge(_placing(source, undo_kind, said))
        traced = trace(book, screen.settings.programme)
        letters, _ = reliabilities(traced.judgements)
        matter = traced.matter
        listed = source_records(traced.claims.values(), traced.papers, matter.origins, matter.questions, letters)
        masks = Masks(book)
        published: dict[str, list[str]] = defaultdict(list)
        for paper in traced.papers.values():
            published[paper.outlet].append(paper.capture_id)
        rows: Iterator[dict[str, Any]] = (
            {
                "name": s.name,
                "source": s.name or "(publisher unknown)",
                "kind": s.kind,
                "reliability": s.reliability.letter,
                "documents": s.documents,
                "claims": s.claims,
                "echoes": f"{s.echoes:.0%}" if s.claims else "",
                "origin_of": s.origin_of,
                "first": s.first,
                "lead_days": f"{s.lead:g}" if s.lead >= 0 else "",
                "why": s.reliability.why if s.reliability.when else "",
                "history": [list(h) for h in s.reliability.history],
            }
            for s in listed
            if source in ("", s.name, *s.also)
        )
        masked = ((row, masks.together(published[row.pop("name")][:_MASKS])) for row in rows)
        if not screen.rows(masked, _COLUMNS, form) and form == "table":
            decided = undo or undo_kind or any(said[option] for option in ("letter", "kind", "family"))
            if source and not decided:
                raise UsageError(f"no source is named {source!r}; `musterbook sources` lists all")
            screen.log("no sources; add documents first")
    return 0


def _placing(source: str, undo: bool, said: dict[str, str]) -> Judgement:
    """The decision on a source's kind and newsroom.

    Raises:
        UsageError: It names no source or no reason.
    """
    reason = said["reason"].strip()
    if not source or not reason:
        raise UsageError("a decision needs the SOURCE and a reason: musterbook sources NAME --kind agency --why TEXT")
    now = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
    facts = {name: said[name] for name in ("kind", "family") if said[name]}
    verdict, value = ("undone", "") if undo else ("set", json.dumps(facts, sort_keys=True))
    return Judgement(f"outlet:{source}", "entity", verdict, value, said["who"] or getpass.getuser(), now, reason)


def _judgement(source: str, undo: bool, said: dict[str, str]) -> Judgement:
    """The decision that the options make.

    Raises:
        UsageError: It names no source, no letter or no reason.
    """
    from musterbook.reconcile.credibility import LETTERS

    letter, reason = said["letter"].upper(), said["reason"].strip()
    if letter and letter not in LETTERS:
        known = ", ".join(f"{a} {words}" for a, words in LETTERS.items())
        raise UsageError(f"--judge {letter!r} is no letter from A to F: {known}")
    if not source or not reason:
        raise UsageError("a judgement needs the SOURCE and a reason: musterbook sources NAME --judge B --why TEXT")
    now = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
    verdict, value = ("undone", "") if undo else ("set", letter)
    return Judgement(source, "reliability", verdict, value, said["who"] or getpass.getuser(), now, reason)
