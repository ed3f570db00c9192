"""``report``: what the book says, as one page for others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from musterbook.cli import wanted
from musterbook.cli.masks import NOBODY, Masks
from musterbook.cli.screen import Screen
from musterbook.errors import UsageError

if TYPE_CHECKING:
    from musterbook.programme import Model
    from musterbook.publish import Edition, Ledger, Programme, Publisher, Source
    from musterbook.records import AsOf, Claim
    from musterbook.records.masking import Masker
    from musterbook.store import Book, ClaimFilter, Document
    from musterbook.tracing import Traced

_READINGS = 64  # texts kept at a time: claims come document by document within a region
_MASKS = 50  # documents of a publisher whose private people are masked in its own name


@click.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="A .html or .md file."
)
@wanted.region_option
@wanted.type_option
@wanted.as_of_option
@wanted.held_on_option
@click.option("--title", default="", help="The page's title.")
@click.pass_obj
def report(screen: Screen, /, output: Path, as_of: str, held_on: str, title: str, **narrowed: str) -> int:
    """Write what the book says as one self-contained page, every figure with its quotes, private people masked."""
    from musterbook.publish import FORMATS, compose
    from musterbook.records import AsOf
    from musterbook.store import open_book

    write = FORMATS.get(output.suffix.lower())
    if write is None:
        raise UsageError(
            f"{output}: a report is written as {' or '.join(sorted(FORMATS))}; end the name in one of these"
        )
    programme = screen.settings.programme
    dates = AsOf(wanted.last_day(as_of, "--as-of"), wanted.day(held_on, "--held-on"))
    asked = wanted.claim_filter(programme, region=narrowed["region"], type=narrowed["type_"], until=dates.known)
    with open_book(screen.settings.book, create=False) as book:
        masks = Masks(book)

        def masking(record: str) -> Masker:
            return masks.of(record) if record.startswith("capture-") else NOBODY

        edition = edition_of(book, asked, dates, programme)
        page = compose(replace(edition, title=title) if title else edition, masking)
    screen.save(output, ((write(page), NOBODY),))
    screen.log(f"written: {output}: {page.counts}")
    return 0


def edition_of(book: Book, asked: ClaimFilter, dates: AsOf, programme: str) -> Edition:
    """Everything that a report on some claims of a book is made of."""
    from musterbook.programme import model_of
    from musterbook.publish import Edition, Ledger
    from musterbook.publish.wording import Wording
    from musterbook.tracing import trace
    from musterbook.vocabulary import load
    from musterbook.vocabulary.outlines import outlines

    vocabulary = load(programme)
    traced = trace(book, programme, dates.known, dates.held)
    claims = {c.id: c for c in book.claims(asked) if c.id in traced.claims}
    findings = tuple(traced.findings(claims.values()))
    places = {i: e for (kind, i), e in vocabulary.entries.items() if kind == "region"}
    names = {"UA": "Ukraine"} | {i: e.names.get("en", i) for i, e in places.items()}
    own = {i: i.partition("-")[0] for i, e in places.items() if e.attributes.get("occupied")}
    held = {c.capture_id for c in claims.values()}
    sources = [d for d in book.documents() if d.capture_id in held]
    only = [names.get(asked.region, asked.region), asked.type and f"claims of type {asked.type}"]
    return Edition(
        title=f"{vocabulary.title.get('en', vocabulary.name)}: what the reports say",
        as_of=dates,
        only=", ".join(w for w in only if w),
        findings=findings,
        claims=claims,
        sources=tuple(_source(d, traced) for d in sources),
        reading=lru_cache(maxsize=_READINGS)(book.reading),
        problems=tuple(book.problems()),
        wording=Wording({t.name: t.says for t in vocabulary.types.values()}, names),
        programme=_answers(model_of(findings, claims, vocabulary, dates)),
        publishers=_publishers(traced, claims.values() if any(only) else None),
        edges=tuple(e for e in traced.edges if e.capture_id in held),
        atlas=outlines(programme),
        ledger=_ledger(book, programme, dates.known) if not any(only) else Ledger(),
        regions={i: names.get(own[i], own[i]) if i in own else "" for i in places},
    )


def _source(document: Document, traced: Traced) -> Source:
    """A document, with the newsroom that it is counted under."""
    from musterbook.publish import Source

    paper = traced.papers.get(document.capture_id)
    newsroom = paper.family if paper else ""
    return Source(document.capture_id, document.name, document.sha256, document.metadata, newsroom)


def _answers(model: Model) -> Programme:
    """Every answer of the working model that a report shows."""
    from musterbook import programme
    from musterbook.publish import Programme

    regions = programme.regions(model)
    everywhere = [line for line in programme.everywhere(model) if not line.type.startswith("duty")]
    return Programme(
        regions=regions,
        terms=(*everywhere, *(line for entry in regions for line in (*entry.pay, *entry.terms))),
        instruments=programme.instruments(model),
        rules=programme.rules(model),
        headquarters=programme.headquarters(model),
        officials=programme.officials(model),
        orders=programme.orders(model),
        counted=(programme.counted_regions(model), programme.counted_groups(model)),
    )


def _ledger(book: Book, programme: str, known: str) -> Ledger:
    """The counts that may be published; what is left out is decided over the whole ledger."""
    from musterbook.ledgers import published_ledger
    from musterbook.publish import Ledger

    published = published_ledger(book, programme, known)
    return Ledger(
        by_period=tuple(published.cells(("period",))),
        by_region=tuple(published.cells(("region",))),
        by_group=tuple(published.cells(("group",))),
        cells=tuple(published.cells()),
    )


def _publishers(traced: Traced, shown: Iterable[Claim] | None) -> tuple[Publisher, ...]:
    """Who publishes, or whose word is relayed, with the letter that people gave; of ``shown`` statements, or of all."""
    from musterbook.publish import Publisher
    from musterbook.reconcile.credibility import reliabilities
    from musterbook.reconcile.sources import source_records

    matter = traced.matter
    letters, _ = reliabilities(traced.judgements)
    published: dict[str, list[str]] = defaultdict(list)
    for paper in traced.papers.values():
        published[paper.outlet].append(paper.capture_id)
    listed = source_records(traced.claims.values(), traced.papers, matter.origins, matter.questions, letters)
    if shown is not None:
        theirs = {n for c in shown for n in (matter.origins.paper(c.capture_id).outlet, matter.origins.of(c).name)}
        listed = [s for s in listed if theirs & {s.name, *s.also}]
    return tuple(
        Publisher(
            name=s.name,
            kind=s.kind,
            reliability=s.reliability.letter,
            judged=bool(s.reliability.when),
            documents=s.documents,
            statements=s.claims,
            echoes=s.echoes,
            origin_of=s.origin_of,
            first=s.first,
            lead=s.lead,
            captures=tuple(published[s.name][:_MASKS]),
        )
        for s in listed
    )
