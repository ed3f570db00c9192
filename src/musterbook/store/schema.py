"""A new or older book is brought to the present form when it is opened.

Comes in: a database. Goes out: nothing, or a `StoreError` where the database is no book,
or a book of a later program. Never takes anything away.
"""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from sqlalchemy import Connection, inspect

from musterbook.errors import StoreError
from musterbook.store import tables
from musterbook.store.engine import APPLICATION_ID, WAIT, Database, in_plain_words

HEAD = "0004"  # the newest revision under migrations/versions; a test compares
VERSION_TABLE = "book_version"
_BESIDES = (  # what a new book has beside the tables that queries use
    f"CREATE TABLE {VERSION_TABLE} (\n\tversion_num VARCHAR(32) NOT NULL, \n"
    f"\tCONSTRAINT {VERSION_TABLE}_pkc PRIMARY KEY (version_num)\n)",
    f"INSERT INTO {VERSION_TABLE} VALUES ('{HEAD}')",
    "CREATE VIRTUAL TABLE search_index USING fts5(words, content='', tokenize='ascii')",
)


def prepare(database: Database, create: bool, read_only: bool) -> None:
    """Make sure that the database is a book in the present form.

    Two processes may do this at once: the second waits and finds it done.

    Args:
        database: Where the book is, or is to be.
        create: Make a new book where there is none.
        read_only: Change nothing.

    Raises:
        StoreError: No book there (and none wanted), another program's database, a book of a
            later program, or an older one that may not be written.
    """
    with database.reading() as connection:
        version = _version(connection, database)
    if version == HEAD:
        return
    if not version and not create:
        raise StoreError(f"{database.place}: there is no book here; check the path, or add documents to begin one")
    if read_only:
        state = f"is of the older form {version} and must be written once to be opened" if version else "is empty"
        raise StoreError(f"{database.place}: the book {state}, but it is opened for reading only")
    if database.is_sqlite:
        _write_ahead(database)
    with database.writing(durable=True) as connection:
        version = _version(connection, database)
        if database.is_sqlite and not version:
            _make(connection)
        elif version != HEAD:
            migrate(connection, HEAD)
        if database.is_sqlite and version != HEAD:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def migrate(connection: Connection, revision: str) -> None:
    """Bring a book to a revision inside the connection's transaction."""
    from alembic import command  # heavy: only for a new or older book
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _make(connection: Connection) -> None:
    """Make a new book in SQLite as all migrations one after another would, without loading what runs them."""
    tables.metadata.create_all(connection, checkfirst=False)
    for statement in _BESIDES:
        connection.exec_driver_sql(statement)


def _version(connection: Connection, database: Database) -> str:
    """The revision of the book, or an empty string where there is nothing yet."""
    tables = set(inspect(connection).get_table_names())
    if VERSION_TABLE in tables:
        found = connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").scalar() or ""
        if found and not found <= HEAD:
            raise StoreError(
                f"{database.place}: the book has form {found}, this program knows forms up to {HEAD}; "
                "it was written by a newer Musterbook: update this one"
            )
        return str(found)
    ours = {"captures", "claims", "documents", "readings"}
    if database.is_sqlite and tables:
        raise StoreError(f"{database.place}: this is a database of another program, not a book; give another path")
    if ours & tables:
        name = sorted(ours & tables)[0]
        raise StoreError(f"{database.place}: another program has a table {name!r} here; make a database for the book")
    return ""


def _write_ahead(database: Database) -> None:
    """Switch a new file to write-ahead logging, so that one writes while others read.

    The switch wants the file for itself and does not wait by itself; whoever comes second
    finds it done.
    """
    give_up = time.monotonic() + WAIT
    with in_plain_words(database.place), database.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        while raw.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            try:
                raw.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > give_up:
                    raise
                time.sleep(0.05)
