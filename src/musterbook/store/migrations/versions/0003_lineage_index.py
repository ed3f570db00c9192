"""The index of lineage: leaves, what they are found by, and what is still to be traced.

All of it follows from the documents, so that it starts empty: every document is noted as not yet traced.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, TEXT, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, NUMBER, nullable=False, autoincrement=False)


def upgrade() -> None:
    """Make the tables and note every document."""
    op.create_table("untraced", _text("capture_id"), _text("published"), sa.PrimaryKeyConstraint("capture_id"))
    op.create_index("untraced_published", "untraced", ["published", "capture_id"])
    op.create_table(
        "leaves", _text("capture_id"), _number("rank"), _text("body"), sa.PrimaryKeyConstraint("capture_id")
    )
    op.create_index("leaves_rank", "leaves", ["rank"])
    op.create_table(
        "postings",
        _number("key"),
        _number("rank"),
        sa.PrimaryKeyConstraint("key", "rank"),
        sqlite_with_rowid=False,
    )
    op.create_table("stale", _number("rank"), sa.PrimaryKeyConstraint("rank"))
    op.create_table("tracing", _text("name"), _text("value"), sa.PrimaryKeyConstraint("name"))
    op.execute(
        "INSERT INTO untraced (capture_id, published) SELECT s.capture_id, min(d.published) "
        "FROM standing s JOIN documents d ON d.id = s.document_id GROUP BY s.capture_id"
    )
