"""Runs the migrations inside the transaction that `store.schema` has begun."""

from __future__ import annotations

from alembic import context

from musterbook.store.schema import VERSION_TABLE
from musterbook.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=False,  # the transaction is the caller's
)
context.run_migrations()
