"""``diff``: what has been added, changed, contested, denied or withdrawn since a date."""

from __future__ import annotations

import click

from musterbook.cli import wanted
from musterbook.cli.masks import Masks
from musterbook.cli.screen import FORMATS, Screen
from musterbook.records import Claim

_COLUMNS = ("kind", "region", "type", "question", "answers", "reason")


@click.command()
@click.option("--since", required=True, metavar="DATE", help="What was published that day or later is new.")
@wanted.region_option
@wanted.type_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_obj
def diff(screen: Screen, since: str, region: str, type_: str, form: str) -> int:
    """Compare what was known before a date with what is known now.

    Documents without a date count from the day on which they came into the book.
    """
    from musterbook.reconcile.changes import changes
    from musterbook.store import open_book
    from musterbook.tracing import trace

    programme = screen.settings.programme
    day = wanted.date(since, "--since")
    asked = wanted.claim_filter(programme, region=region, type=type_)
    with open_book(screen.settings.book, create=False) as book:
        seen = {d.capture_id: d.seen[:10] for d in book.documents()}

        def was_known(claim: Claim) -> bool:
            known = claim.published or seen.get(claim.capture_id, "")
            return bool(known) and known < day

        shown = {c.id for c in book.claims(asked)}
        before, now = trace(book, programme, counts=was_known), trace(book, programme)
        masks = Masks(book)
        found = []
        for change in changes(before.findings(), now.findings()):
            ids = [i for r in change.finding.rivals for i in r.claims]
            if shown & set(ids):
                slot = change.finding.slot
                row = {
                    "kind": change.kind,
                    "region": slot.region or "(all)",
                    "type": slot.type,
                    "question": dict(slot.scope),
                    "answers": [_words(dict(r.values), r.polarity) for r in change.answers],
                    "reason": change.reason,
                    "state": change.finding.state,
                    "claims": ids,
                }
                found.append((row, masks.together(now.claims[i].capture_id for i in ids if i in now.claims)))
        found.sort(key=lambda f: (str(f[0]["kind"]), str(f[0]["region"]), str(f[0]["type"])))
        if not screen.rows(found, _COLUMNS, form) and form == "table":
            screen.log("nothing has changed", since=day)
    return 0


def _words(values: dict[str, object], polarity: str) -> str:
    said = " ".join(f"{r}={v}" for r, v in values.items() if r != "status") or "yes"
    said += f" ({values['status']})" if "status" in values else ""
    return f"not {said}" if polarity == "denied" else said
