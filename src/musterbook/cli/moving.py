"""``export`` and ``import``: a book as lines of JSON, to hand on or to keep."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from musterbook.cli.masks import NOBODY, Masks, interchange
from musterbook.cli.screen import Row, Screen, as_json
from musterbook.cli.wanted import stated
from musterbook.errors import UsageError

if TYPE_CHECKING:
    from musterbook.store import Book

_TO_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.option("-o", "--output", type=_TO_FILE, help="A file; standard output where not given.")
@click.option("--whole", is_flag=True, help="With bytes, texts and names, for `import`; needs --reason, which is kept.")
@click.option("--reason", default="", help="Why the names are needed.")
@click.option("--who", default="", help="Who asks; the user's name on this machine where not given.")
@click.pass_obj
def export(screen: Screen, output: Path | None, whole: bool, reason: str, who: str) -> int:
    """Write the book as JSON lines: documents, claims, problems, lineage and decisions, private people masked.

    The same content gives the same bytes. With --whole it is all that the book holds, for `import`.
    """
    from musterbook.store import open_book

    with open_book(screen.settings.book, create=False) as book:
        masks = Masks(book)
        if whole:
            nobody = masks.lift("book", who, reason)
            screen.save(output, ((line, nobody) for line in book.export()))
        else:
            screen.save(output, ((as_json(row, mask) + "\n", mask) for row, mask in records(book, masks)))
    return 0


def records(book: Book, masks: Masks) -> Iterator[Row]:
    """Everything that a book says, masked when it is shown, always in one order; no clock is in it."""
    yield {"kind": "book", "format": "published", "claims": book.counts().claims}, NOBODY
    for document in book.documents():
        row = {
            "kind": "document",
            "id": document.id,
            "name": document.name,
            "sha256": document.sha256,
            "media_type": document.media_type,
            "bytes": document.size,
            "stated": [{"field": s.field, "value": s.value, "origin": s.origin} for s in stated(document.metadata)],
        }
        yield row, masks.of(document.capture_id)
    for claim in book.claims():
        masker = masks.of(claim.capture_id, claim.language)
        yield {"kind": "claim", "id": claim.id, **interchange(claim, masker), "published": claim.published}, masker
    for problem in book.problems():
        masker = masks.of(problem.record) if problem.record.startswith("capture-") else NOBODY
        yield {"kind": "problem", "code": problem.code, "where": problem.where, "what": problem.what}, masker
    for edge in book.edges():
        row = {"kind": "edge", "from": edge.capture_id, "to": edge.target or edge.named, "how": edge.kind}
        yield row, masks.of(edge.capture_id)
    for judgement in book.judgements():
        row = {"kind": "judgement", "id": judgement.id, "subject": judgement.subject, "decision": judgement.kind}
        yield {**row, "verdict": judgement.verdict, "when": judgement.when}, NOBODY


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def import_(screen: Screen, file: Path) -> int:
    """Take in FILE, which `export --whole` wrote, beside what the book holds."""
    from musterbook.store import open_book

    try:
        lines = file.open(encoding="utf-8")
    except OSError as fault:
        raise UsageError(
            f"{file} cannot be read ({fault.strerror}); give a file that `export --whole` wrote"
        ) from fault
    with lines, open_book(screen.settings.book) as book:
        try:
            screen.log("taken in", documents=book.load(lines))
        except UnicodeDecodeError as fault:
            raise UsageError(f"{file} is not text in UTF-8; give a file that `export --whole` wrote") from fault
    return 0
