"""``report``: what the book says, as one page for others."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from musterbook.cli import wanted
from musterbook.cli.masks import NOBODY, Masks
from musterbook.cli.screen import Screen
from musterbook.errors import UsageError

if TYPE_CHECKING:
    from musterbook.publish import Edition
    from musterbook.records.masking import Masker
    from musterbook.store import Book, ClaimFilter
    from musterbook.vocabulary import Vocabulary

_READINGS = 64  # texts kept at a time: claims come document by document within a region


@click.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="A .html or .md file."
)
@wanted.region_option
@wanted.type_option
@click.option("--as-of", default="", metavar="DATE", help="What was published until then: YYYY-MM-DD, YYYY-MM or YYYY.")
@click.option("--title", default="", help="The page's title.")
@click.pass_obj
def report(screen: Screen, output: Path, region: str, type_: str, as_of: str, title: str) -> int:
    """Write what the book says as one self-contained page, every figure with its quotes, private people masked."""
    from musterbook.publish import FORMATS, compose
    from musterbook.store import open_book
    from musterbook.vocabulary import load

    write = FORMATS.get(output.suffix.lower())
    if write is None:
        raise UsageError(
            f"{output}: a report is written as {' or '.join(sorted(FORMATS))}; end the name in one of these"
        )
    programme = screen.settings.programme
    asked = wanted.claim_filter(programme, region=region, type=type_, until=wanted.last_day(as_of, "--as-of"))
    with open_book(screen.settings.book, create=False) as book:
        masks = Masks(book)

        def masking(record: str) -> Masker:
            return masks.of(record) if record.startswith("capture-") else NOBODY

        page = compose(edition_of(book, asked, load(programme), title), masking)
    screen.save(output, ((write(page), NOBODY),))
    screen.log(f"written: {output}: {page.counts}")
    return 0


def edition_of(book: Book, asked: ClaimFilter, vocabulary: Vocabulary, title: str) -> Edition:
    """Everything that a report on some claims of a book is made of."""
    from musterbook import course
    from musterbook.publish import Edition, Source
    from musterbook.publish.wording import Wording

    claims = {c.id: c for c in book.claims(asked)}
    names = {"UA": "Ukraine"} | {
        i: e.names.get("en", i) for (kind, i), e in vocabulary.entries.items() if kind == "region"
    }
    held = {c.capture_id for c in claims.values()}
    sources = (d for d in book.documents() if d.capture_id in held)
    only = [names.get(asked.region, asked.region), asked.type and f"claims of type {asked.type}"]
    return Edition(
        title=title or f"{vocabulary.title.get('en', vocabulary.name)}: what the reports say",
        as_of=asked.until,
        only=", ".join(w for w in only if w),
        findings=tuple(course.findings(claims.values(), book, vocabulary.name, asked.until)),
        claims=claims,
        sources=tuple(Source(d.capture_id, d.name, d.sha256, d.metadata) for d in sources),
        reading=lru_cache(maxsize=_READINGS)(book.reading),
        problems=tuple(book.problems()),
        wording=Wording({t.name: t.says for t in vocabulary.types.values()}, names),
    )
