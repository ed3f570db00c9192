"""``claims``, ``show`` and ``search``: what the book holds, each with its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from musterbook.cli import shorthand, wanted
from musterbook.cli.masks import NOBODY, Masks, interchange
from musterbook.cli.screen import FORMATS, Row, Screen
from musterbook.records import Claim

if TYPE_CHECKING:
    from musterbook.store import Book

_COLUMNS = ("id", "type", "args", "said", "by", "published", "doc", "quote")
_ALL_COLUMNS = (
    "id", "doc", "type", "args", "polarity", "status", "hedged", "attribution", "published", "quote",
)  # fmt: skip
_BEFORE, _AFTER = 80, 120  # characters shown around a hit


@click.command()
@wanted.region_option
@wanted.type_option
@click.option("--language", type=click.Choice(["en", "ru"]), default=None, help="Language of the document.")
@click.option("--document", default="", metavar="NAME", help="A document's name or id.")
@click.option("--since", default="", metavar="DATE", help="Published on that day or later.")
@click.option("--until", default="", metavar="DATE", help="Published on that day or earlier.")
@click.option("--text", default="", metavar="WORDS", help="Words in the quote.")
@wanted.as_of_option
@wanted.held_on_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_obj
def claims(screen: Screen, /, form: str, type_: str, language: str | None, held_on: str, **filters: str) -> int:
    """List claims; all filters must hold.

    --as-of is --until with the last day of a month or year; with both, the earlier counts.
    """
    from musterbook.store import open_book

    day, known = wanted.day(held_on, "--held-on"), wanted.last_day(filters.pop("as_of"), "--as-of")
    if known:
        filters["until"] = min(known, filters["until"] or known)
    programme = screen.settings.programme
    asked = wanted.claim_filter(programme, type=type_, language=language or "", **filters)
    with open_book(screen.settings.book, create=False) as book:
        masks = Masks(book)
        held = _held(book, programme, asked.until, day) if day else {}
        found = (c for c in book.claims(asked) if held.get(c.id) != "no")
        columns = _COLUMNS if form == "table" else _ALL_COLUMNS
        columns = (*columns, "held") if day else columns
        shown = screen.rows(_rows(found, masks, form, held), columns, form)
        wanted.tell_left_out(screen, book, known, day)
    if not shown and form == "table":
        screen.log("no claims; loosen the filters, or add reports first")
    return 0


def _held(book: Book, programme: str, until: str, day: str) -> dict[str, str]:
    """Claim id → whether it held on a day, as all reports known until a date say."""
    from musterbook.programme import validity
    from musterbook.store import ClaimFilter
    from musterbook.tracing import trace

    every = {c.id: c for c in book.claims(ClaimFilter(until=until))}
    known = validity(trace(book, programme, until, day).findings(every.values()), every, day)
    return {claim_id: said for claim_id, (said, _) in known.items()}


def _rows(found: Iterator[Claim], masks: Masks, form: str, held: Mapping[str, str]) -> Iterator[Row]:
    for claim in found:
        masker = masks.of(claim.capture_id, claim.language)
        row: dict[str, Any] = {"id": claim.id, **interchange(claim, masker), "published": claim.published}
        if form in ("table", "csv"):
            row["quote"] = masker.mask(claim.quote.exact, claim.quote.start)
        if form == "table":
            said = (
                claim.polarity if claim.polarity != "affirmed" else "",
                claim.status,
                "hedged" if claim.hedged else "",
            )
            row["id"] = shorthand.short(claim.id)
            row["said"] = ", ".join(word for word in said if word)
            row["by"] = " ← ".join(claim.attribution)
        if held:
            row["held"] = held.get(claim.id, "unknown")
        yield row, masker


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
        masker = masks.lift(claim.capture_id, who, reason) if unmask else masks.of(claim.capture_id, claim.language)
        document = book.document(claim.capture_id)
        reading = book.reading(claim.quote.reading_id)
    screen.line(f"{claim.type}  {claim.polarity}, {claim.status}{', hedged' if claim.hedged else ''}", NOBODY)
    for arg in claim.args:
        screen.line(f"  {arg.role}: {arg.value}", masker)
    if claim.attribution:
        screen.line(f"  said by: {' ← '.join(claim.attribution)}", masker)
    block = reading.block_at(claim.quote.start) if reading else None
    if reading and block:
        start, end = claim.quote.start, claim.quote.end
        screen.passage(reading.text, (block.start, max(block.end, end)), (start, end), masker)
    screen.line(f"{document.name}  characters {claim.quote.start}-{claim.quote.end}", masker)
    for said in wanted.stated(document.metadata):
        screen.line(f"  {said.field}: {said.value}  ({said.origin})", masker)
    screen.line(f"  sha256: {document.sha256}\n  id: {claim.id}", NOBODY)
    return 0


@click.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True)
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_obj
def search(screen: Screen, query: str, limit: int, form: str) -> int:
    """Search the texts of all documents: words, "a phrase", begin*, -without, this OR that.

    Private names are not in the index, and are masked in what is shown.
    """
    from musterbook.reading import stem
    from musterbook.store import open_book

    with open_book(screen.settings.book, create=False) as book:
        masks = Masks(book)

        def rows() -> Iterator[Row]:
            for hit in book.search(query, limit, lemma=stem):
                reading = book.reading(hit.capture_id)
                mask = masks.passages(hit.capture_id)
                start, end = hit.spans[0] if hit.spans else (0, 0)
                text = reading.text if reading else ""
                start, end = _whole_words(text, start - _BEFORE, end + _AFTER)
                row = {"document": hit.name, "matches": hit.matches, "passage": mask.mask(text[start:end], start)}
                yield {**row, "claims": list(hit.claims)}, mask

        shown = screen.rows(rows(), ("document", "matches", "passage"), form)
    if not shown and form == "table":
        screen.log("nothing found")
    return 0


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A span widened to whole words, so that no name is cut in two."""
    start, end = max(0, start), min(len(text), end)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end
