"""Full-text search: an FTS5 table without content on SQLite, a column of tsvector on PostgreSQL.

The words come from `extractions.words`, so that the index can always be made again.
"""

from __future__ import annotations

from alembic import op

from musterbook.store.search import index_all

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the index and fill it from what the book has."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE search_index USING fts5(words, content='', tokenize='ascii')")
    else:
        op.execute("CREATE TABLE search_index (rowid bigint PRIMARY KEY, words tsvector NOT NULL)")
        op.execute("CREATE INDEX search_index_words ON search_index USING gin (words)")
    index_all(connection)
