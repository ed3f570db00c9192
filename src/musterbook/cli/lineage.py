"""``lineage``: where a document comes from and who comes from it, drawn, with the evidence; and decisions."""

from __future__ import annotations

import datetime as dt
import getpass
import json
from collections import defaultdict
from typing import TYPE_CHECKING

import click

from musterbook.cli.masks import NOBODY, Mask, Masks
from musterbook.cli.screen import FORMATS, Screen
from musterbook.errors import UsageError
from musterbook.records import Edge, Judgement

if TYPE_CHECKING:
    from musterbook.store import Book
    from musterbook.tracing import Lines

_ID_SHOWN = 12
_DEEPEST = 12  # steps of a drawn tree
_WORDS = ("whose", "speaker", "words")
_KINDS = ("original", "cites", "rewrites", "copies", "official")
_COLUMNS = ("document", "published", "from", "kind", "confidence", "edge")


@click.command()
@click.argument("document", default="")
@click.option("--confirm", default="", metavar="EDGE", help="It is so.")
@click.option("--reject", default="", metavar="EDGE", help="It is not so: the edge counts no more.")
@click.option("--unsure", default="", metavar="EDGE", help="Nobody can tell: it counts as unknown.")
@click.option("--set", "set_to", default="", metavar="SOURCE", help="It comes from this document, or from this outlet.")
@click.option(
    "--kind",
    default="cites",
    show_default=True,
    type=click.Choice(_KINDS),
    help="How it comes from SOURCE.",
)
@click.option("--undo", default="", metavar="EDGE|DOCUMENT", help="Take the last decision on it back.")
@click.option("--why", "reason", default="", help="The reason of the decision; needed for one.")
@click.option("--who", default="", help="Who decides; the user's name on this machine where not given.")
@click.option("--words", is_flag=True, help="Instead, tell of each sentence of DOCUMENT whose word it is.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_obj
def lineage(screen: Screen, /, document: str, words: bool, form: str, **said: str) -> int:
    """Draw where DOCUMENT comes from and what comes from it; without one, list the edges of all documents.

    Decisions are appended with who, when and why; --undo takes the last one back.
    """
    from musterbook.store import open_book
    from musterbook.tracing import lines

    with open_book(screen.settings.book, create=False) as book:
        programme, wanted = screen.settings.programme, book.document(document).capture_id if document else ""
        decision = _decision(book, programme, document, said)
        if decision:
            book.judge(decision)
        if words:
            return _tell_words(screen, book, document, form)
        traced, masks = lines(book, programme, wanted), Masks(book)
        if document and form == "table":
            _draw(screen, traced, masks, wanted)
        else:
            listed = [e for e in traced.edges if wanted in ("", e.capture_id)]
            found = ((_row(e, traced, whole=form in ("json", "jsonl")), _mask(e, masks)) for e in listed)
            rows = sorted(found, key=lambda row: (str(row[0]["document"]), str(row[0]["from"])))
            if not screen.rows(rows, _COLUMNS, form) and form == "table":
                screen.log("no document of the book is known to come from another")
    return 0


def _tell_words(screen: Screen, book: Book, document: str, form: str) -> int:
    """Each sentence of a document, or part of one, with whose word it is; JSON says by what, too.

    Raises:
        UsageError: No document is given.
    """
    from musterbook.sayings import sayings_of

    if not document:
        raise UsageError("--words needs the DOCUMENT whose sentences it tells of")
    capture_id, masks = book.document(document).capture_id, Masks(book)
    mask, own = masks.together([capture_id]), masks.passages(capture_id)
    found = sayings_of(book, capture_id, screen.settings.programme)
    listed = (
        {
            "whose": origin.name or "nobody known",
            "speaker": origin.speaker if origin.speaker != origin.name else "",
            "words": " ".join(own.mask(passage.quote.exact, passage.quote.start).split()),
            "how": origin.how,
            "start": passage.quote.start,
            "end": passage.quote.end,
        }
        for passage, origin in found.every(capture_id)
    )
    if not screen.rows(((row, mask) for row in listed), _WORDS, form, 1) and form == "table":
        screen.log("nothing in this document is of the programme")
    return 0


def _decision(book: Book, programme: str, document: str, said: dict[str, str]) -> Judgement | None:
    """The judgement that the options make, or None where they make none.

    Raises:
        UsageError: More than one decision, none that the book can take, or one without a reason.
    """
    from musterbook.tracing import lines

    verbs = {"confirm": "positive", "reject": "negative", "unsure": "unsure", "set_to": "set", "undo": "undone"}
    given = [name for name in verbs if said[name]]
    if not given:
        return None
    if len(given) > 1:
        raise UsageError(f"one decision at a time: {' and '.join('--' + g.removesuffix('_to') for g in given)}")
    name = given[0]
    if not said["reason"].strip():
        raise UsageError("a decision needs a reason: give --why TEXT, which the book keeps")
    value = ""
    if name == "set_to":
        if not document:
            raise UsageError("--set needs the DOCUMENT whose source it sets")
        subject, value = book.document(document).capture_id, _source(book, said["set_to"], said["kind"])
    else:
        subject = _subject(book, lines(book, programme), said[name], name == "undo")
    now = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
    return Judgement(
        subject, "lineage", verbs[name], value, said["who"] or getpass.getuser(), now, said["reason"].strip()
    )


def _source(book: Book, source: str, kind: str) -> str:
    held = [d for d in book.documents() if source in (d.name, d.id, d.capture_id)]
    found = {"target": held[0].capture_id} if held else {"named": source}
    return json.dumps({**found, "kind": kind}, sort_keys=True)


def _subject(book: Book, traced: Lines, text: str, documents: bool) -> str:
    """The edge (or, to undo, the document) that a beginning of an id means."""
    edges = sorted({e.id for e in (*traced.proposed, *traced.edges)})
    decided = {j.subject for j in traced.judgements if j.kind == "lineage"}
    found = [i for i in (*edges, *sorted(decided - set(edges))) if i.startswith((text, f"edge-{text}"))]
    if len(found) == 1:
        return found[0]
    if documents and not found:
        return book.document(text).capture_id
    many = f"{len(found)} edges begin like that; give more of the id" if found else "`lineage DOCUMENT` shows the ids"
    raise UsageError(f"no single edge {text!r}: {many}")


def _title(traced: Lines, capture_id: str) -> str:
    paper = traced.papers[capture_id]
    said = [paper.outlet or "unknown publisher", paper.published or "no date", paper.kind]
    return f"{paper.name} ({', '.join(said)})"


def _row(edge: Edge, traced: Lines, *, whole: bool) -> dict[str, object]:
    paper = traced.papers[edge.capture_id]
    row: dict[str, object] = {
        "document": paper.name,
        "published": paper.published,
        "from": traced.papers[edge.target].name if edge.target in traced.papers else edge.named,
        "kind": edge.kind,
        "confidence": edge.confidence,
        "edge": edge.id if whole else edge.id.removeprefix("edge-")[:_ID_SHOWN],
    }
    if whole:
        row["evidence"] = [{"layer": e.layer, "what": e.what, "start": e.start, "end": e.end} for e in edge.evidence]
        row["target"], row["named"] = edge.target, edge.named
    return row


def _mask(edge: Edge, masks: Masks) -> Mask:
    """Of both of its ends."""
    return masks.together(i for i in (edge.capture_id, edge.target) if i)


def _draw(screen: Screen, traced: Lines, masks: Masks, capture_id: str) -> None:
    """The tree above a document, the document, and the tree below it."""
    below: dict[str, list[Edge]] = defaultdict(list)
    above: dict[str, list[Edge]] = defaultdict(list)
    for edge in traced.edges:
        above[edge.capture_id].append(edge)
        if edge.target:
            below[edge.target].append(edge)
    mask = masks.of(capture_id)
    screen.line(_title(traced, capture_id), mask)
    screen.line("comes from" if above[capture_id] else "comes from nothing that is known", NOBODY)
    _branch(screen, traced, masks, (capture_id, above, True), "  ", {capture_id})
    if below[capture_id]:
        screen.line("what comes from it", NOBODY)
        _branch(screen, traced, masks, (capture_id, below, False), "  ", {capture_id})


def _branch(
    screen: Screen,
    traced: Lines,
    masks: Masks,
    node: tuple[str, dict[str, list[Edge]], bool],
    indent: str,
    seen: set[str],
) -> None:
    capture_id, edges, upward = node
    listed = edges.get(capture_id, [])
    for n, edge in enumerate(listed):
        last = n == len(listed) - 1
        end = edge.target if upward else edge.capture_id
        name = _title(traced, end) if end in traced.papers else edge.named
        mask = masks.of(end) if end in traced.papers else NOBODY
        sure = f"{edge.confidence:.2f}" if edge.confidence < 1 else "decided"
        head = f"{indent}{'└─' if last else '├─'} {edge.kind}: "
        screen.line(f"{head}{name}  [{sure}, {edge.id.removeprefix('edge-')[:_ID_SHOWN]}]", mask)
        inner = indent + ("   " if last else "│  ")
        if upward:
            for said in edge.evidence:
                screen.line(f"{inner}   {said.layer}: {said.what}", _mask(edge, masks))
        if end and end not in seen and len(inner) < _DEEPEST * 3:
            seen.add(end)
            _branch(screen, traced, masks, (end, edges, upward), inner, seen)
