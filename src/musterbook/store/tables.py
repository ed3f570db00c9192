"""The tables, as Core objects for queries; `migrations` makes them, and a test holds the two together.

Every table has the few columns that queries need, and a ``body`` in JSON with the whole
record. Columns of text carry only what every database can hold (`coding.plain`); the
body escapes the rest, so that a record comes back exactly as it went in.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

# Sorted by code point on every database, whatever its locale.
TEXT = Text().with_variant(Text(collation="C"), "postgresql")
NUMBER = BigInteger().with_variant(Integer(), "sqlite")

metadata = MetaData()


def _text(name: str, key: bool = False, of: str = "") -> Column[str]:
    """A column of text; `of` names the column that must have the value first."""
    return Column(name, TEXT, *([ForeignKey(of)] if of else []), primary_key=key, nullable=False)


def _number(name: str, key: bool = False, of: str = "") -> Column[int]:
    """A column of whole numbers; `of` as in `_text`."""
    return Column(name, NUMBER, *([ForeignKey(of)] if of else []), primary_key=key, nullable=False, autoincrement=False)


def _bytes(name: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)


meta = Table("meta", metadata, _text("key", True), _text("value"))

captures = Table(
    "captures",
    metadata,
    _text("id", True),
    _text("sha256"),
    _number("size"),
    _bytes("data"),  # zlib
)

documents = Table(
    "documents",
    metadata,
    _text("id", True),
    _text("capture_id", of="captures.id"),
    _text("name"),
    _number("edition"),
    _text("published"),
    _text("seen"),  # first seen, as the caller said; not part of the export
    _text("body"),
    Index("documents_capture", "capture_id"),
    Index("documents_name", "name"),
)

readings = Table(
    "readings",
    metadata,
    _text("id", True),
    _text("capture_id", of="captures.id"),
    _text("body"),  # language, title, byline, version
    _bytes("text"),  # zlib of UTF-8
    _bytes("layout"),  # zlib of blocks, sentences, segments
    Index("readings_capture", "capture_id"),
)

extractions = Table(  # what one method found in one reading
    "extractions",
    metadata,
    _number("no", True),
    _text("id"),
    _text("capture_id", of="captures.id"),
    _text("reading_id"),  # empty where there is no text
    _text("programme"),
    _text("vocabulary"),
    _text("reader"),
    _bytes("people"),  # zlib; private names stand in no column that can be searched
    _bytes("words"),  # zlib; the search text, folded
    _bytes("spans"),  # zlib; where each word stands
    Index("extractions_id", "id", unique=True),
    Index("extractions_capture", "capture_id"),
)

turns = Table(  # the extractions of a document, in the order in which they were made
    "turns",
    metadata,
    _text("document_id", True, of="documents.id"),
    _number("turn", True),
    _number("extraction_no", of="extractions.no"),
)

standing = Table(  # derived: which extraction speaks for a capture, and under which name
    "standing",
    metadata,
    _text("capture_id", True, of="captures.id"),
    _text("programme", True),
    _number("extraction_no", of="extractions.no"),
    _text("document_id", of="documents.id"),
    Index("standing_extraction", "extraction_no"),
)

claims = Table(
    "claims",
    metadata,
    _number("extraction_no", True, of="extractions.no"),
    _number("position", True),
    _text("id"),
    _text("type"),
    _text("region"),
    _text("language"),
    _text("published"),
    _text("polarity"),
    _text("status"),
    _number("start"),
    _number("end"),
    _text("folded"),  # the quote in small letters, private names blanked
    _text("body"),
    Index("claims_id", "id"),
    Index("claims_region_type", "region", "type"),
    Index("claims_type", "type"),
)

problems = Table("problems", metadata, _text("id", True), _text("code"), _text("place"), _text("body"))

problem_turns = Table(  # the turns of documents in which a problem showed; none: it belongs to no document
    "problem_turns",
    metadata,
    _text("problem_id", True),
    _text("document_id", True),
    _number("turn", True),
    Index("problem_turns_document", "document_id", "turn"),
)

edges = Table(
    "edges",
    metadata,
    _text("digest", True),  # of the whole edge, evidence included
    _text("id"),
    _text("capture_id"),
    _text("target"),
    _number("stands"),  # 1 while proposed, 0 once another proposal took its place
    _text("body"),
    Index("edges_capture", "capture_id"),
    Index("edges_target", "target"),
)

judgements = Table(
    "judgements",
    metadata,
    _text("id", True),
    _text("subject"),
    _text("kind"),
    _text("verdict"),
    _text("at"),
    _text("body"),
    Index("judgements_subject", "subject", "kind"),
)

untraced = Table(  # what speaks for a capture has changed since lineage saw it
    "untraced",
    metadata,
    _text("capture_id", True),
    _text("published"),
    Index("untraced_published", "published", "capture_id"),
)

leaves = Table(  # derived: documents as the index of lineage keeps them
    "leaves",
    metadata,
    _text("capture_id", True),
    _number("rank"),  # its place among all documents, by day; its number in `postings`
    _text("body"),
    Index("leaves_rank", "rank"),
)

postings = Table(  # derived: which documents hold a shingle, mark or address, or cite a newsroom
    "postings", metadata, _number("key", True), _number("rank", True), sqlite_with_rowid=False
)

stale = Table("stale", metadata, _number("rank", True))  # documents whose edges are to be worked out anew

tracing = Table("tracing", metadata, _text("name", True), _text("value"))  # by what method lineage was traced
