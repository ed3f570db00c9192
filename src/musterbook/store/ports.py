"""What the rest of the house may ask of a book, as Protocols and small records.

Comes in: records of the other rooms. Goes out: the same records, and the few nouns
below that only a book has. No SQL here, and nothing that names a database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Protocol

from musterbook.records import Capture, Claim, Edge, Judgement, Metadata, PersonMention, Problem, Reading
from musterbook.records.ledger import LedgerRow


@dataclass(frozen=True, slots=True)
class Method:
    """By what a document was read; the same method on the same document is never run twice.

    Attributes:
        programme: The vocabulary folder.
        vocabulary: Digest of the vocabulary's files.
        reader: Version of the reader and of the finders.
    """

    programme: str = "bars"
    vocabulary: str = ""
    reader: str = "1"


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """One document with everything that was read in it: what `Writing.add` writes in one transaction.

    Attributes:
        capture: The bytes as received, with name and stated metadata.
        reading: Its text, or None where it could not be read (then `problems` says why).
        claims: Every claim, each anchored in `reading`.
        problems: Faults of this document.
        people: Every mention of a person in `reading`.
        search_text: Masked and lemmatised words, separated by single spaces; the full-text
            index holds these and nothing else.
        search_spans: For each word of `search_text` the half-open span of `reading.text` that
            it stands for. Empty: `search_text` stands for itself and hits give its offsets.
        method: By what it was read.
    """

    capture: Capture
    reading: Reading | None
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()
    people: tuple[PersonMention, ...] = ()
    search_text: str = field(default="", repr=False)
    search_spans: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    method: Method = Method()


class Entered(IntEnum):
    """What came of writing a document; true where it was new."""

    KNOWN = 0
    """The book has it already."""
    READ = 1
    """New, with all that was read in it."""
    NAMED = 2
    """New by its name or what is stated of it only: what was read in the same bytes is in the book already."""


@dataclass(frozen=True, slots=True)
class Document:
    """One name under which a capture is kept, with what is stated about it.

    Attributes:
        id: Derived from the bytes, the name and what is stated.
        capture_id: The bytes.
        name: As the user knows it.
        media_type: By content.
        encoding: Character encoding of the bytes; empty for PDF.
        metadata: What is stated, strongest origin first.
        edition: 1 for the first statement about this name and these bytes, 2 for a corrected one …
        sha256: Hex digest of the bytes.
        size: Number of bytes.
        reading_id: The reading that stands; empty where the document could not be read.
        seen: ISO 8601 instant at which it first came into the book, as the caller gave it.
        also: Other names under which the same bytes were added, sorted.
    """

    id: str
    capture_id: str
    name: str
    media_type: str
    encoding: str
    metadata: Metadata
    edition: int
    sha256: str
    size: int
    reading_id: str = ""
    seen: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are wanted; an empty field lets everything through.

    Attributes:
        region: ISO 3166-2 code.
        type: A claim type (``pay.amount``) or a family (``pay``).
        language: ISO 639-1 code of the reading.
        document: A document's or capture's id (or a unique beginning of it), or a name.
        since: Partial ISO date; claims of documents published then or later. A document
            dated to the month counts if any day of it fits; an undated one does not.
        until: Partial ISO date; likewise, then or earlier.
        text: Words that stand in the quote, whatever their case; private names never match.
        programme: The vocabulary folder.
        polarity: ``affirmed`` or ``denied``.
        status: ``actual`` ``planned`` ``proposed`` ``ordered``.
        retracted: True gives also what a judgement has retracted.
    """

    region: str = ""
    type: str = ""
    language: str = ""
    document: str = ""
    since: str = ""
    until: str = ""
    text: str = ""
    programme: str = ""
    polarity: str = ""
    status: str = ""
    retracted: bool = False


EVERYTHING = ClaimFilter()


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Which rows of the ledger are wanted; an empty field lets everything through.

    Attributes:
        region: ISO 3166-2 code, or ``*``.
        metric: What is counted.
        until: ISO date; rows of files published then or earlier. An undated file does not count.
        capture_id: Rows of one file, in their order.
        programme: The vocabulary folder.
        labels: False leaves out the cells that say what is counted: a third of the memory.
    """

    region: str = ""
    metric: str = ""
    until: str = ""
    capture_id: str = ""
    programme: str = ""
    labels: bool = True


EVERY_ROW = LedgerFilter()


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers a search.

    Attributes:
        document_id: The document.
        capture_id: Its bytes.
        name: As the user knows it.
        spans: Where the words stand, in order, at most 50: offsets in the reading's text, or in
            the search text where no spans were given for it.
        matches: How many places match in all.
        claims: Ids of standing claims whose quote holds one of the words.
    """

    document_id: str
    capture_id: str
    name: str
    spans: tuple[tuple[int, int], ...]
    matches: int
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in the book.

    Attributes:
        captures: Distinct byte sequences.
        documents: Names under which they are kept.
        readings: Texts of captures, re-readings included.
        claims: Standing claims (of the latest reading of each capture).
        problems: Standing problems.
        edges: Standing lineage edges.
        judgements: All decisions ever taken.
        unread: Captures without a text.
        by_type: Standing claims by type, sorted by name.
        by_language: Standing claims by language, sorted by name.
    """

    captures: int
    documents: int
    readings: int
    claims: int
    problems: int
    edges: int
    judgements: int
    unread: int
    by_type: tuple[tuple[str, int], ...] = ()
    by_language: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class TracksRow:
    """What the index of lineage keeps of a document.

    Attributes:
        capture_id: The bytes.
        rank: Its place among all documents, and its number in the index.
        body: Everything else, as the index wrote it.
    """

    capture_id: str
    rank: int
    body: str


class Tracks(Protocol):
    """The index of lineage inside one transaction: what is found by which key, and what is to be traced."""

    def method(self) -> str:
        """By what everything in it was made; empty where nothing was."""

    def begin_anew(self, method: str) -> None:
        """Empty the index and note every document as not traced."""

    def untraced(self, most: int) -> list[str]:
        """Ids of captures that the index does not know as they now stand, the earliest published first."""

    def stale(self, most: int) -> list[int]:
        """Ranks of documents whose edges are to be worked out anew."""

    def waiting(self) -> int:
        """How many documents are untraced or stale."""

    def read_once(self, capture_ids: Iterable[str]) -> set[str]:
        """Those of some captures that were read once, under one name."""

    def shelved(self, capture_ids: Sequence[str]) -> Iterator[tuple[Document, Reading, list[Claim]]]:
        """Those of some captures that make claims, each with its standing reading and claims."""

    def texts(self, reading_ids: Iterable[str]) -> dict[str, Reading]:
        """Readings by their ids."""

    def rows(self, capture_ids: Iterable[str] = (), ranks: Iterable[int] = ()) -> list[TracksRow]:
        """What is kept of some documents, found by capture or by rank."""

    def every_row(self) -> Iterator[TracksRow]:
        """What is kept of all documents."""

    def holders(self, keys: Iterable[int]) -> dict[int, list[int]]:
        """Key → ranks that are held under it, sorted; keys without any are left out."""

    def between(self, key: int, first: int, last: int) -> set[int]:
        """Ranks from `first` up to `last` that are held under a key."""

    def forget(self, rows: Iterable[TracksRow], postings: Iterable[tuple[int, int]]) -> None:
        """Take documents and (key, rank) pairs out."""

    def enter(self, rows: Iterable[TracksRow], postings: Iterable[tuple[int, int]]) -> None:
        """Put documents and (key, rank) pairs in; none of them is there."""

    def note_stale(self, ranks: Iterable[int]) -> None:
        """Note documents whose edges are to be worked out anew."""

    def traced(self, capture_ids: Iterable[str] = (), ranks: Iterable[int] = ()) -> None:
        """Note that captures are in the index now, and that the edges of documents are worked out."""

    def set_edges(self, edges: Mapping[str, Sequence[Edge]]) -> None:
        """Make these the proposed edges of documents."""

    def edges_from(self, capture_ids: Iterable[str]) -> Iterator[Edge]:
        """Standing edges from some documents."""

    def edges_to(self, capture_ids: Iterable[str]) -> Iterator[Edge]:
        """Standing edges to some documents."""


class Writing(Protocol):
    """What puts something into a book. Each call is one transaction unless it says otherwise."""

    def is_complete(self, capture: Capture, method: Method) -> bool:
        """Whether this capture, under this name and metadata, was already read by this method."""

    def add(self, document: ReadDocument, seen: str = "") -> bool:
        """Write one document with all that was read in it; False where the book has it already."""

    def add_many(self, documents: Iterable[ReadDocument], seen: str = "", batch: int = 200) -> Iterator[Entered]:
        """Write many, up to `batch` in a transaction, and say of each, in order, whether and in what it was new."""

    def add_problems(self, problems: Iterable[Problem], mark: str = "") -> int:
        """Write problems that belong to no document of the book, or to a file; says how many were new."""

    def stand(self, looked: Mapping[str, Sequence[Problem]]) -> None:
        """By marks of files: these problems stand and no others of the same file; what stood before is kept aside."""

    def file_problems(self) -> list[tuple[str, Problem]]:
        """The problems of files that stand, each with the mark of its file."""

    def set_edges(self, capture_id: str, edges: Sequence[Edge]) -> None:
        """Make these the proposed edges of a document; earlier proposals stay in the history."""

    def tracks(self) -> AbstractContextManager[Tracks]:
        """The index of lineage, to be written, in one transaction that ends with the ``with`` block."""

    def judge(self, judgement: Judgement) -> bool:
        """Append a person's decision; False where the very same one is there."""

    def set_meta(self, key: str, value: str) -> None:
        """Keep a fact about the book, for instance the digest of its vocabulary."""


class Asking(Protocol):
    """What takes something out of a book. Iterators stream; nothing is held whole in memory."""

    def meta(self, key: str) -> str:
        """A fact about the book, or an empty string."""

    def counts(self) -> Counts:
        """How much is in the book."""

    def documents(self) -> Iterator[Document]:
        """One document a capture, the name that stands for it, sorted by name."""

    def document(self, wanted: str) -> Document:
        """By name, by id of document or capture, or by a unique beginning of an id."""

    def unread(self) -> Iterator[Document]:
        """Documents without a text, sorted by name."""

    def unfinished(self, method: Method) -> Iterator[Document]:
        """Documents that were not yet read by this method, sorted by name."""

    def capture(self, wanted: str) -> Capture:
        """The bytes of a document, with the name and metadata that stand for it."""

    def reading(self, wanted: str) -> Reading | None:
        """The standing text of a document, or None; a reading's own id gives that very reading."""

    def people(self, capture_id: str) -> tuple[PersonMention, ...]:
        """The mentions of persons in the standing text of a capture, in order."""

    def claims(self, wanted: ClaimFilter = EVERYTHING) -> Iterator[Claim]:
        """Standing claims, in order of document name and place in the text."""

    def documents_of(self, capture_ids: Sequence[str]) -> list[Document]:
        """The standing documents of some captures, sorted by name; their other names are left out."""

    def claims_of(self, capture_ids: Sequence[str]) -> Iterator[Claim]:
        """Standing claims of some captures, by place in the text."""

    def edges_of(self, capture_ids: Sequence[str], downward: bool = False) -> Iterator[Edge]:
        """Proposed edges from some captures or, downward, to them."""

    def holders_of(self, key: int) -> list[tuple[int, str]]:
        """Rank and capture of everything that the index of lineage holds under a key, by rank."""

    def claim(self, wanted: str) -> Claim:
        """By id or by a unique beginning of it; a superseded claim is found too."""

    def problems(self, code: str = "") -> Iterator[Problem]:
        """Standing problems of one code or family (or all), sorted by place."""

    def edges(self, capture_id: str = "") -> Iterator[Edge]:
        """Standing edges from one document, or all, sorted by document."""

    def untraced(self) -> int:
        """How many documents' lineage is still to be worked out."""

    def traced_by(self) -> str:
        """By what method the lineage was traced; empty where it never was."""

    def judgements(self, subject: str = "", kind: str = "") -> Iterator[Judgement]:
        """Decisions in the order in which they were taken."""

    def search(self, query: str, limit: int = 20, lemma: Callable[[str], str] | None = None) -> tuple[Hit, ...]:
        """Documents whose search text answers a query, best first.

        `lemma` brings a word of the query into the form that the search text has.
        """


class Counting(Protocol):
    """The recruitment ledger of a book."""

    def add_ledger(
        self, document: ReadDocument, rows: Iterable[LedgerRow], told: Iterable[Problem] = (), seen: str = ""
    ) -> int:
        """Write a table with its rows in one transaction, as they come; says how many, 0 where the book has it.

        `told` holds the table's problems; it is read when the rows are at their end.
        """

    def ledger(self, wanted: LedgerFilter = EVERY_ROW) -> Iterator[LedgerRow]:
        """Standing rows, by region, group, metric and day; of one file in their order."""

    def ledger_captures(self) -> list[str]:
        """Ids of the captures that rows of the ledger stand in, sorted."""


class Moving(Protocol):
    """What carries a whole book over."""

    def export(self) -> Iterator[str]:
        """Everything that the book says, one JSON object a line, each ended by a newline.

        The same content gives the same bytes, in whatever order and with whatever
        interruptions it was added: there is no clock in it.
        """

    def history(self) -> Iterator[str]:
        """When each document was first seen, and proposals that no longer stand; one JSON object a line."""

    def load(self, lines: Iterable[str]) -> int:
        """Take in what `export` gave, beside what is there; says how many documents were new."""


class Book(Writing, Asking, Counting, Moving, Protocol):
    """A book: the whole of what can be asked of it."""

    @property
    def place(self) -> str:
        """The path or address, without a password."""

    @property
    def address(self) -> str:
        """What `open_book` takes to open the same book again, password included: never shown."""

    def close(self) -> None:
        """Let go of the database; a closed book is not used again."""

    def __enter__(self) -> Book:
        """The book itself, closed at the end of the ``with`` block."""

    def __exit__(self, *exc: object) -> None:
        """Close the book."""
