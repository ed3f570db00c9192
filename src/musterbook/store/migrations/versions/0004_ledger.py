"""The recruitment ledger: the cells of tables that count people, with what they count."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "ledger",
        sa.Column("extraction_no", NUMBER, sa.ForeignKey("extractions.no"), nullable=False, autoincrement=False),
        sa.Column("position", NUMBER, nullable=False, autoincrement=False),
        sa.Column("region", TEXT, nullable=False),
        sa.Column("people", TEXT, nullable=False),
        sa.Column("metric", TEXT, nullable=False),
        sa.Column("first", TEXT, nullable=False),
        sa.Column("last", TEXT, nullable=False),
        sa.Column("body", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("extraction_no", "position"),
    )
    op.create_index("ledger_question", "ledger", ["region", "people", "metric", "first"])
