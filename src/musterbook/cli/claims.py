"""``claims``, ``show`` and ``search``: what the book holds, each with its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from musterbook.cli.masks import Masks
from musterbook.cli.screen import FORMATS, OWN_WORDS, Row, Screen
from musterbook.records import Claim

_COLUMNS = ("id", "type", "args", "polarity", "status", "attribution", "published", "doc", "quote")
_ID_SHOWN = 12  # characters of an id in a table: a beginning that no two claims of a desk's book share


@click.command()
@click.option("--region", metavar="CODE", help="ISO 3166-2, for instance RU-BEL.")
@click.option("--type", "type_", metavar="TYPE", help="A claim type (pay.amount) or a family (pay).")
@click.option("--language", metavar="LANG", help="en or ru.")
@click.option("--document", metavar="NAME", help="A document's name or id.")
@click.option("--since", metavar="DATE", help="Published on that day or later.")
@click.option("--until", metavar="DATE", help="Published on that day or earlier.")
@click.option("--text", metavar="WORDS", help="Words in the quote.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_obj
def claims(screen: Screen, form: str, **wanted: str | None) -> int:
    """List claims; all filters must hold."""
    from musterbook.store import ClaimFilter, open_book

    wanted["type"] = wanted.pop("type_")
    with open_book(screen.settings.book, create=False) as book:
        masks = Masks(book)
        found = book.claims(ClaimFilter(**{k: v for k, v in wanted.items() if v}))
        shown = screen.rows(_rows(found, masks, short=form == "table"), _COLUMNS, form)
    if not shown and form == "table":
        screen.log("no claims; loosen the filters, or add reports first")
    return 0


def _rows(found: Iterator[Claim], masks: Masks, *, short: bool) -> Iterator[Row]:
    for claim in found:
        row: dict[str, Any] = {"id": claim.id, **claim.interchange(), "published": claim.published}
        if short:
            row["id"] = claim.id.removeprefix("claim-")[:_ID_SHOWN]
            row["quote"] = claim.quote.exact
            row["status"] += " hedged" if claim.hedged else ""
        yield row, masks.of(claim.capture_id)


@click.command()
@click.argument("claim_id")
@click.option("--unmask", is_flag=True, help="Show private names; needs --reason, which is logged in the book.")
@click.option("--reason", default="", help="Why the names are needed.")
@click.option("--who", default="", help="Who asks; the user's name on this machine where not given.")
@click.pass_obj
def show(screen: Screen, claim_id: str, unmask: bool, reason: str, who: str) -> int:
    """Show CLAIM_ID (or its beginning): the claim, its words in their paragraph, its document."""
    from musterbook.store import open_book

    with open_book(screen.settings.book, create=False) as book:
        claim = book.claim(claim_id if claim_id.startswith("claim-") else f"claim-{claim_id}")
        masks = Masks(book)
        masker = masks.lifted(claim.capture_id, who, reason) if unmask else masks.of(claim.capture_id)
        document = book.document(claim.capture_id)
        reading = book.reading(claim.quote.reading_id)
    screen.line(f"{claim.type}  {claim.polarity}, {claim.status}{', hedged' if claim.hedged else ''}", OWN_WORDS)
    for arg in claim.args:
        screen.line(f"  {arg.role}: {arg.value}", masker)
    if claim.attribution:
        screen.line(f"  said by: {' ← '.join(claim.attribution)}", masker)
    block = reading.block_at(claim.quote.start) if reading else None
    if reading and block:
        start, end = claim.quote.start, claim.quote.end
        screen.passage(reading.text, (block.start, max(block.end, end)), (start, end), masker)
    screen.line(f"{document.name}  characters {claim.quote.start}-{claim.quote.end}", masker)
    for stated in document.metadata.stated:
        screen.line(f"  {stated.field}: {stated.value}  ({stated.origin})", masker)
    screen.line(f"  sha256: {document.sha256}\n  id: {claim.id}", OWN_WORDS)
    return 0


@click.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True)
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_obj
def search(screen: Screen, query: str, limit: int, form: str) -> int:
    """Search the texts of all documents; private names are not in the index."""
    from musterbook.reading import stem
    from musterbook.store import open_book

    with open_book(screen.settings.book, create=False) as book:
        masks = Masks(book)

        def rows() -> Iterator[Row]:
            for hit in book.search(query, limit, lemma=stem):
                reading = book.reading(hit.capture_id)
                masker = masks.of(hit.capture_id)
                start, end = hit.spans[0] if hit.spans else (0, 0)
                passage = masker.mask_span(reading.text, max(0, start - 80), end + 120) if reading else ""
                row = {"document": hit.name, "matches": hit.matches, "passage": passage, "claims": list(hit.claims)}
                yield row, masker

        shown = screen.rows(rows(), ("document", "matches", "passage"), form)
    if not shown and form == "table":
        screen.log("nothing found")
    return 0
