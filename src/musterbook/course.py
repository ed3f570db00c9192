"""The whole way, one stage a line. No SQL, no screen, no network.

    files      intake.find      what is there to read
    captures   intake.take      the bytes as received, and what is stated about them
    reading    reading.read     the text, with a map back to the bytes
    claims     Reader.read      every statement with the words it stands on
    document   searchable       words to search by, without private names
    book       add_many         one transaction a document

In: paths, a book, a vocabulary. Out: a book that holds the documents. Reads on all cores,
writes from one; a document that the book already has, read by the same method, is not
read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from musterbook import intake, reading
from musterbook.claims.reader import VERSION, Reader
from musterbook.desks import spread
from musterbook.intake import Limits, Manifest
from musterbook.records import Capture, Problem
from musterbook.store import Book, Method, ReadDocument, open_book
from musterbook.vocabulary import load

CODES = {"course.fault": "Reading the document failed in a way that no stage foresaw; the other documents are read."}

_CHUNK = 16  # files a task: at 1 ms a document the hand-over costs less than a tenth of the work
_FEW = 24  # files below which starting processes (0.5 s each) costs more than it saves


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
    """What came of one file or of the walk to it; given to whoever watches."""

    files: int = 0
    documents: int = 0
    new: int = 0
    claims: int = 0
    problems: tuple[Problem, ...] = ()


def read_capture(capture: Capture, reader: Reader) -> ReadDocument:
    """One document, all the way from its bytes to its claims.

    This is the one boundary at which any fault becomes a Problem, so that one document
    cannot stop the rest.
    """
    method = method_of(reader)
    try:
        text, problems = reading.read(capture)
        if text is None:
            return ReadDocument(capture, None, problems=tuple(problems), method=method)
        claims, people, faults = reader.read(text, capture)
        words, spans = reading.searchable(text, people)
    except Exception as fault:  # noqa: BLE001 - the per-document boundary
        what = f"{type(fault).__name__} while reading: {fault}; report it with the document if you can"
        return ReadDocument(capture, None, problems=(Problem("course.fault", capture.name, what, capture.id),), method=method)
    return ReadDocument(capture, text, tuple(claims), (*problems, *faults), tuple(people), words, spans, method)


def read_files(paths: Iterable[Path], plan: Plan) -> Iterator[ReadDocument | Problem]:
    """Read files without a book, one after another, in sorted order.

    Args:
        paths: Files and folders.
        plan: How to read.
    """
    reader = Reader(load(plan.programme))
    for item in intake.collect(paths, plan.manifest, plan.limits):
        yield item if isinstance(item, Problem) else read_capture(item, reader)


def add(paths: Iterable[Path], book: Book, plan: Plan, watch: Callable[[Step], None] = lambda step: None) -> Step:
    """Read what is new under some paths and write it into a book.

    Args:
        paths: Files and folders.
        book: Where to write.
        plan: How to read.
        watch: Told of each file that is done, for progress bars.

    Returns:
        The sum of all steps.

    Raises:
        StoreError: The book cannot be written; what was written before stays.
    """
    total = Step()
    names: set[str] = set()

    def note(step: Step) -> None:
        nonlocal total
        book.add_problems(step.problems)
        total = Step(
            total.documents + step.documents,
            total.new + step.new,
            total.claims + step.claims,
            total.problems + step.problems,
        )
        watch(step)

    jobs = _jobs(paths, plan, lambda problem: note(Step(problems=(problem,))))
    for done in spread(jobs, partial(_Desk, book.place, plan), plan.processes if _many(paths) else 1):
        names.update(done.names)
        new = sum(book.add_many(done.documents, plan.seen))
        faults = done.problems + tuple(p for d in done.documents for p in d.problems)
        step = Step(len(done.names), new, sum(len(d.claims) for d in done.documents), faults)
        note(step)
    if plan.manifest:
        for problem in plan.manifest.unmatched(names):
            note(Step(problems=(problem,)))
    return total


@dataclass(frozen=True, slots=True)
class _Job:
    """Files of one task, each with the folder that its name is relative to."""

    files: tuple[tuple[Path, Path], ...]


@dataclass(frozen=True, slots=True)
class _Done:
    """What a task gives back."""

    documents: tuple[ReadDocument, ...]
    problems: tuple[Problem, ...]
    names: tuple[str, ...]


def _jobs(paths: Iterable[Path], plan: Plan, tell: Callable[[Problem], None]) -> Iterator[_Job]:
    """The files under the paths, a handful a task; what the walk stumbles over is told at once."""

    def files() -> Iterator[tuple[Path, Path]]:
        for root in paths:
            for found in intake.find([root], plan.limits):
                if isinstance(found, Problem):
                    tell(found)
                else:
                    yield found, root

    walk = files()
    while chunk := tuple(islice(walk, _CHUNK)):
        yield _Job(chunk)


class _Desk:
    """What a process needs to do jobs: a reader, and the book to ask what is there already."""

    def __init__(self, place: str, plan: Plan) -> None:
        self._plan = plan
        self._reader = Reader(load(plan.programme))
        self._method = method_of(self._reader)
        self._book = open_book(place)

    def work(self, job: _Job) -> _Done:
        """Read the files of one task, save what the book has."""
        documents: list[ReadDocument] = []
        problems: list[Problem] = []
        names: list[str] = []
        for file, root in job.files:
            captures, faults = intake.take(file, root, self._plan.manifest, self._plan.limits)
            names.append(intake.name_of(file, root))
            names.extend(c.name for c in captures)
            problems.extend(faults)
            wanted = [c for c in captures if not self._book.is_complete(c, self._method)]
            documents.extend(read_capture(c, self._reader) for c in wanted)
        return _Done(tuple(documents), tuple(problems), tuple(dict.fromkeys(names)))


def _many(paths: Iterable[Path]) -> bool:
    """Whether there are so many files that starting processes pays."""
    files = (f for root in paths for f in intake.find([root]))
    return sum(1 for _ in islice(files, _FEW)) == _FEW


def method_of(reader: Reader) -> Method:
    """By what a document is read: the vocabulary's digest and the version of the finders."""
    return Method(reader.vocabulary.name, reader.vocabulary.digest, VERSION)
