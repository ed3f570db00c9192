"""``entities``: units, officials, outlets, offices, instruments with all their names; which are one, which are not."""

from __future__ import annotations

import datetime as dt
import getpass

import click

from musterbook.cli.masks import Masks
from musterbook.cli.screen import FORMATS, Screen
from musterbook.errors import UsageError
from musterbook.records import Judgement

_COLUMNS = ("kind", "name", "also", "known", "claims", "documents", "decided")
_VERBS = {"same": "positive", "different": "negative", "unsure": "unsure", "undo": "undone"}
_MASKS = 50  # documents that name an entity whose private people are masked in its names


@click.command()
@click.argument("words", nargs=-1, metavar="[KIND | same A B | different A B | unsure A B | undo A B]")
@click.option("--why", "reason", default="", help="The reason of a decision; needed for one.")
@click.option("--who", default="", help="Who decides; the user's name on this machine where not given.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_obj
def entities(screen: Screen, /, words: tuple[str, ...], reason: str, who: str, form: str) -> int:
    """List entities with all their names, or decide that two names are the same, different, or unsure.

    Decisions are appended with who, when and why, and findings follow them; ``undo`` takes the last one on
    two names back.
    """
    from musterbook.reconcile.entities import KINDS
    from musterbook.reconcile.entities import entities as listed
    from musterbook.store import open_book
    from musterbook.tracing import aliases_of, trace
    from musterbook.vocabulary import load

    decision = _decision(words, reason, who)
    kind = words[0] if words and not decision else ""
    if kind and kind not in KINDS:
        raise UsageError(f"there are no entities of kind {kind!r}; give one of {', '.join(KINDS)}, or same A B …")
    with open_book(screen.settings.book, create=False) as book:
        if decision:
            book.judge(decision)
        traced = trace(book, screen.settings.programme)
        vocabulary, masks = load(screen.settings.programme), Masks(book)
        aliases = aliases_of(vocabulary, traced.judgements)
        found = listed(traced.claims.values(), traced.papers.values(), traced.press, vocabulary, aliases)
        said = {w.casefold() for w in words[1:]} if decision else set()
        rows = (
            (
                {
                    "kind": e.kind,
                    "name": e.name,
                    "also": [n for n in e.names if n != e.name],
                    "known": e.known,
                    "claims": e.claims,
                    "documents": len(e.captures),
                    "decided": list(e.decided),
                },
                masks.together(e.captures[:_MASKS]),
            )
            for e in found
            if kind in ("", e.kind) and (not said or said & {n.casefold() for n in (e.name, *e.names)})
        )
        if not screen.rows(rows, _COLUMNS, form) and form == "table":
            screen.log("no claim names such an entity")
        for problem in aliases.problems:
            screen.problem(problem, masks.together(()))
    return screen.exit_code


def _decision(words: tuple[str, ...], reason: str, who: str) -> Judgement | None:
    """The judgement that the words make, or None where they make none.

    Raises:
        UsageError: Not two names, or no reason.
    """
    from musterbook.reconcile.entities import pair

    if not words or words[0] not in _VERBS:
        return None
    if len(words) != 3 or words[1].strip() == words[2].strip() or "|" in words[1] + words[2]:
        raise UsageError(f"{words[0]} needs two names, each in quotation marks: entities {words[0]} 'A' 'B' --why TEXT")
    if not reason.strip():
        raise UsageError("a decision needs a reason: give --why TEXT, which the book keeps")
    now = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
    subject = pair(words[1], words[2])
    return Judgement(subject, "entity", _VERBS[words[0]], "", who or getpass.getuser(), now, reason.strip())
