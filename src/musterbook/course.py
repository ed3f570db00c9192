"""The whole way, one stage a line. No SQL, no screen, no network.

    files      intake.find        what is there to read
    captures   intake.take        the bytes as received, and what is stated about them
    reading    reading.read       the text, with a map back to the bytes
    claims     Reader.read        every statement with the words it stands on
    words      searchable         what the text can be searched by, without private names
    book       Book.add_many      documents with all that was read in them
    lineage    follow             where each document comes from

and from the book, on demand, each in a module of its own:

    findings   tracing.trace      what answers the same question, side by side, and whose word it is
    model      modelling.model    regions, law, headquarters, officials, orders, terms, as known and as held
    report     publish.compose    all of it as one page

In: paths, a book, a vocabulary. Out: a book that holds the documents. What it has already is not read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from traceback import extract_tb

from musterbook import intake, reading
from musterbook.claims.reader import VERSION, Reader, reader_for
from musterbook.desks import Desk, own_files, spread, tasks
from musterbook.following import BATCH, Prepared, follow, tracer
from musterbook.intake import Limits, Manifest
from musterbook.records import Capture, Problem
from musterbook.records.masking import Masker
from musterbook.standing import Standing
from musterbook.store import Book, Entered, Method, ReadDocument, open_book
from musterbook.vocabulary import load
from musterbook.vocabulary.expressions import lay_down

CODES = {"course.fault": "Reading the document failed in a way that no stage foresaw; the other documents are read."}


@dataclass(frozen=True, slots=True)
class Plan:
    """How to read.

    Attributes:
        programme: Vocabulary folder, by name or path.
        limits: Upper bounds of the intake.
        manifest: What the user states about documents.
        processes: How many read at once.
        seen: ISO 8601 instant to note as the time at which documents came into the book.
    """

    programme: str = "bars"
    limits: Limits = Limits()
    manifest: Manifest | None = None
    processes: int = 1
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What came of some files: counts, and the problems of one step as `told`, private names masked."""

    files: int = 0
    documents: int = 0
    new: int = 0
    claims: int = 0
    problems: int = 0
    told: tuple[Problem, ...] = ()

    def __add__(self, other: Step) -> Step:
        """Both together, counts only."""
        counted = ("files", "documents", "new", "claims", "problems")
        return Step(*(getattr(self, name) + getattr(other, name) for name in counted))


def read_capture(capture: Capture, reader: Reader, index: bool = True) -> ReadDocument:
    """One document, all the way from its bytes to its claims.

    The one boundary at which any fault becomes a Problem, so that one document cannot stop the rest. Plain
    text without a word of the programme is kept, not read. ``index``: give the words to search by, too.
    """
    document = ReadDocument(capture, None, method=method_of(reader))
    try:
        wanted = reader.wants(capture)
        text, problems = reading.read(capture) if wanted else reading.skim(capture)
        claims, people, faults = reader.read(text, capture) if text and wanted else ([], [], [])
        if text is None:
            return replace(document, problems=tuple(problems))
        by = partial(reading.searchable, people=people) if claims or people else reading.guarded
        words, spans = by(text) if index else ("", ())
    except Exception as fault:  # noqa: BLE001 - the per-document boundary; the fault's own words may hold a name
        at = extract_tb(fault.__traceback__)[-1]
        what = f"{type(fault).__name__} at {Path(at.filename).name}:{at.lineno}; report it, with the document"
        return replace(document, problems=(Problem("course.fault", capture.name, what, capture.id),))
    hide = Masker(tuple(people), text.language).mask if problems or faults else str
    told = tuple(replace(p, where=hide(p.where), what=hide(p.what), record=capture.id) for p in (*problems, *faults))
    return ReadDocument(capture, text, tuple(claims), told, tuple(people), words, spans, document.method)


def read_files(paths: Iterable[Path], plan: Plan) -> Iterator[ReadDocument | Problem]:
    """Read files and folders without a book, one file after another, in sorted order."""
    reader = reader_for(load(plan.programme))
    for item in intake.collect(paths, plan.manifest, plan.limits):
        yield item if isinstance(item, Problem) else read_capture(item, reader, index=False)
    lay_down(reader.vocabulary.digest)


def add(paths: Iterable[Path], book: Book, plan: Plan, watch: Callable[[Step], None] = lambda step: None) -> Step:
    """Read what is new under some paths, write it into a book, and trace it.

    Args:
        paths: Files and folders.
        book: Where to write.
        plan: How to read.
        watch: Told of each step when it is written, for progress bars.

    Returns:
        The sum of all steps. Where the book cannot be written it is a StoreError; what was written before stays.
    """
    total, names, standing, prepared = Step(), set[str](), Standing(book), Prepared()
    work = tasks(paths := tuple(paths), plan.limits, standing.tell, own_files(book.place, plan.manifest))
    for done in spread(work, partial(desk, book.address, plan), plan.processes):
        came = list(book.add_many(done.documents, plan.seen))
        made = sum(len(d.claims) for d, how in zip(done.documents, came, strict=True) if how is Entered.READ)
        told = (*standing.look(done.looked), *(p for d in done.documents for p in d.problems))
        watch(step := Step(done.files, done.captures, sum(map(bool, came)), made, len(told), told))
        names.update(done.names if plan.manifest else ())
        total += step
        follow(book, plan.programme, BATCH, prepared.take(done.traced_by, done.leaves))
    follow(book, plan.programme, prepared=prepared)
    told = (*standing.look(()), *standing.unmatched(plan.manifest, names))
    standing.leave(paths)
    watch(last := Step(problems=len(told), told=told))
    return total + last


def desk(address: str, plan: Plan) -> Desk:
    """What one process needs to read: a reader, and the book to ask what it has already."""
    reader, book = reader_for(load(plan.programme)), open_book(address)
    take = partial(intake.take, manifest=plan.manifest, limits=plan.limits)
    known, read = partial(book.is_complete, method=method_of(reader)), partial(read_capture, reader=reader)
    return Desk(take, known, read, tracer(book, plan.programme), partial(lay_down, reader.vocabulary.digest))


def method_of(reader: Reader) -> Method:
    """By what a document is read: the vocabulary's digest and the version of the finders."""
    return Method(reader.vocabulary.name, reader.vocabulary.digest, VERSION)
