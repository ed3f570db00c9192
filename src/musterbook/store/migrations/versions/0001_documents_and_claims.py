"""The first form: captures, documents, readings, claims, problems, edges, judgements."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(name: str, of: str = "") -> sa.Column[str]:
    return sa.Column(name, TEXT, *([sa.ForeignKey(of)] if of else []), nullable=False)


def _number(name: str, of: str = "") -> sa.Column[int]:
    return sa.Column(name, NUMBER, *([sa.ForeignKey(of)] if of else []), nullable=False, autoincrement=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def upgrade() -> None:
    """Make the tables of an empty book."""
    _sources()
    _extractions()
    _decisions()


def _sources() -> None:
    op.create_table("meta", _text("key"), _text("value"), sa.PrimaryKeyConstraint("key"))
    op.create_table(
        "captures", _text("id"), _text("sha256"), _number("size"), _bytes("data"), sa.PrimaryKeyConstraint("id")
    )
    op.create_table(
        "documents",
        _text("id"),
        _text("capture_id", of="captures.id"),
        _text("name"),
        _number("edition"),
        _text("published"),
        _text("seen"),
        _text("body"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("documents_capture", "documents", ["capture_id"])
    op.create_index("documents_name", "documents", ["name"])
    op.create_table(
        "readings",
        _text("id"),
        _text("capture_id", of="captures.id"),
        _text("body"),
        _bytes("text"),
        _bytes("layout"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("readings_capture", "readings", ["capture_id"])


def _extractions() -> None:
    op.create_table(
        "extractions",
        _number("no"),
        _text("id"),
        _text("capture_id", of="captures.id"),
        _text("reading_id"),
        _text("programme"),
        _text("vocabulary"),
        _text("reader"),
        _bytes("people"),
        _bytes("words"),
        _bytes("spans"),
        sa.PrimaryKeyConstraint("no"),
    )
    op.create_index("extractions_id", "extractions", ["id"], unique=True)
    op.create_index("extractions_capture", "extractions", ["capture_id"])
    op.create_table(
        "turns",
        _text("document_id", of="documents.id"),
        _number("turn"),
        _number("extraction_no", of="extractions.no"),
        sa.PrimaryKeyConstraint("document_id", "turn"),
    )
    op.create_table(
        "standing",
        _text("capture_id", of="captures.id"),
        _text("programme"),
        _number("extraction_no", of="extractions.no"),
        _text("document_id", of="documents.id"),
        sa.PrimaryKeyConstraint("capture_id", "programme"),
    )
    op.create_index("standing_extraction", "standing", ["extraction_no"])
    op.create_table(
        "claims",
        _number("extraction_no", of="extractions.no"),
        _number("position"),
        _text("id"),
        _text("type"),
        _text("region"),
        _text("language"),
        _text("published"),
        _text("polarity"),
        _text("status"),
        _number("start"),
        _number("end"),
        _text("folded"),
        _text("body"),
        sa.PrimaryKeyConstraint("extraction_no", "position"),
    )
    op.create_index("claims_id", "claims", ["id"])
    op.create_index("claims_region_type", "claims", ["region", "type"])
    op.create_index("claims_type", "claims", ["type"])


def _decisions() -> None:
    op.create_table(
        "problems", _text("id"), _text("code"), _text("place"), _text("body"), sa.PrimaryKeyConstraint("id")
    )
    op.create_table(
        "problem_turns",
        _text("problem_id"),
        _text("document_id"),
        _number("turn"),
        sa.PrimaryKeyConstraint("problem_id", "document_id", "turn"),
    )
    op.create_index("problem_turns_document", "problem_turns", ["document_id", "turn"])
    op.create_table(
        "edges",
        _text("digest"),
        _text("id"),
        _text("capture_id"),
        _text("target"),
        _number("stands"),
        _text("body"),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_index("edges_capture", "edges", ["capture_id"])
    op.create_index("edges_target", "edges", ["target"])
    op.create_table(
        "judgements",
        _text("id"),
        _text("subject"),
        _text("kind"),
        _text("verdict"),
        _text("at"),
        _text("body"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("judgements_subject", "judgements", ["subject", "kind"])
