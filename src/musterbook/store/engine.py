"""A connection to the database, its transactions, and its faults in plain words.

Comes in: a path or an address. Goes out: connections inside a transaction. Everything
that the database complains of leaves here as a `StoreError`; no SQL of any domain is here.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import QueuePool

from musterbook.errors import StoreError

APPLICATION_ID = 0x4D555354  # "MUST", in the header of an SQLite file
WAIT = 30.0  # seconds that a writer waits for another before it gives up
WRITERS_LOCK = 0x4D555354  # PostgreSQL advisory lock: one writer at a time, as on SQLite

_PLAIN = (  # what the database says → what is wrong and what to do
    ("disk is full", "the disk is full; make room and run again: what was committed is kept"),
    ("No space left", "the disk of the database is full; make room and run again: what was committed is kept"),
    ("readonly database", "the book cannot be written: the file, its folder or the disk is read-only"),
    ("read-only transaction", "the book cannot be written: the database is read-only for this user"),
    ("permission denied", "the database does not allow this to this user; ask for the right or use another book"),
    ("database is locked", f"another process has been writing for over {WAIT:.0f} s; try again when it is done"),
    ("file is not a database", "this file is not a book; give another path with --book"),
    ("file is encrypted", "this file is not a book; give another path with --book"),
    ("malformed", "the file is damaged; copy it, and restore it from an export or add the documents again"),
    ("disk I/O error", "the disk cannot be read or written, or is full; make room: what was committed is kept"),
    ("unable to open database file", "the file cannot be opened; check that its folder exists and may be written"),
    ("Connection refused", "no server answers there; check the address and that it runs"),
    ("connection to server", "the server cannot be reached or refuses; check address, name and password"),
    ("connection failed", "the server cannot be reached or refuses; check address, name and password"),
)


def engine_for(target: str | os.PathLike[str], read_only: bool, create: bool) -> tuple[Engine, str]:
    """An engine for a path or a PostgreSQL address, and the place as it may be shown.

    Args:
        target: A path, ``sqlite:///path``, or ``postgresql://user@host/name``.
        read_only: Open without the right to write.
        create: A path at which nothing is yet will do.

    Raises:
        StoreError: The address is none, its driver is missing, or the path cannot be a book.
    """
    address = os.fspath(target)
    if "://" not in address:
        return _sqlite(Path(address), read_only, create)
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise StoreError(
            f"not an address of a book: {address.split('@')[-1]!r}; give a path or postgresql://…"
        ) from error
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database:
        return _sqlite(Path(url.database), read_only, create)
    if kind in ("postgresql", "postgres"):
        return _postgres(url, read_only)
    raise StoreError(f"no books are kept in {kind!r}; give a path for SQLite or postgresql://…")


def _sqlite(path: Path, read_only: bool, create: bool) -> tuple[Engine, str]:
    if path.is_dir():
        raise StoreError(f"{path}: this is a folder, not a book; give the path of a file")
    if not path.exists() and not create:
        raise StoreError(f"{path}: there is no book here; check the path, or add documents to begin one")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: its folder does not exist; make {path.parent} first")
    may_write = os.access(path, os.W_OK) if path.exists() else os.access(path.parent, os.W_OK)
    read_only = read_only or not may_write
    options = "mode=ro" if read_only else "mode=rwc"
    if read_only and not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists():
        options += "&immutable=1"  # nobody can write there: SQLite need not lock, and could not
    uri = f"file:{quote(str(path.resolve()))}?{options}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(uri, uri=True, timeout=WAIT, check_same_thread=False, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")  # with WAL: a killed process loses nothing committed
        connection.execute("PRAGMA cache_size = -4096")  # KiB: memory stays flat; the system keeps pages too
        return connection

    engine = create_engine("sqlite://", creator=connect, pool_size=4, poolclass=QueuePool)
    event.listen(engine, "begin", _begin_sqlite)
    return engine, str(path)


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("book_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _postgres(url: URL, read_only: bool) -> tuple[Engine, str]:
    place = url.render_as_string(hide_password=True)
    url = url.set(drivername="postgresql+psycopg")
    options = "-c default_transaction_read_only=on" if read_only else ""
    try:
        engine = create_engine(url, pool_pre_ping=True, connect_args={"options": options} if options else {})
    except ModuleNotFoundError as error:
        raise StoreError(f"{place}: PostgreSQL needs the driver psycopg; pip install 'musterbook[postgres]'") from error
    return engine, place


class Database:
    """An engine with its transactions.

    Attributes:
        engine: SQLAlchemy's engine.
        place: Path or address, without a password.
        address: What the book was opened by; it may hold a password.
        is_sqlite: Which of the two it is.
    """

    def __init__(self, engine: Engine, place: str, address: str) -> None:
        self.address = address
        self.engine = engine
        self.place = place
        self.is_sqlite = engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the book throughout; large results stream.

        Raises:
            StoreError: The database could not be read.
        """
        with in_plain_words(self.place), self.engine.connect() as connection:
            options: dict[str, object] = {"yield_per": 500}
            if not self.is_sqlite:
                options["isolation_level"] = "REPEATABLE READ"
            with connection.execution_options(**options).begin():
                yield connection

    @contextmanager
    def writing(self, durable: bool = False) -> Iterator[Connection]:
        """A connection that alone may write; committed at the end, or nothing is.

        Args:
            durable: Reaches the disk before it counts as done, so that even a power cut
                loses nothing: for what a person typed and no re-reading brings back.

        Raises:
            StoreError: The database could not be written.
        """
        with in_plain_words(self.place), self.engine.connect() as connection:
            if self.is_sqlite and durable:
                connection.connection.driver_connection.execute("PRAGMA synchronous = FULL")  # type: ignore[union-attr]
            try:
                with _begun(connection.execution_options(book_writes=True)):
                    if not self.is_sqlite:
                        connection.execute(text("SELECT pg_advisory_xact_lock(:k)"), {"k": WRITERS_LOCK})
                    yield connection
            finally:
                if self.is_sqlite and durable:
                    connection.connection.driver_connection.execute("PRAGMA synchronous = NORMAL")  # type: ignore[union-attr]


@contextmanager
def _begun(connection: Connection) -> Iterator[None]:
    """Begin, wait for other writers also where SQLite's own timeout does not, commit or roll back."""
    give_up = time.monotonic() + WAIT
    while True:
        try:
            transaction = connection.begin()
            break
        except DBAPIError as error:
            if "locked" not in str(error.orig) or time.monotonic() > give_up:
                raise
            time.sleep(0.05)
    with transaction:
        yield


@contextmanager
def in_plain_words(place: str) -> Iterator[None]:
    """Turn what the database complains of into a `StoreError` that says what to do."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        said = str(error.orig if isinstance(error, DBAPIError) else error).strip()
        for sign, words in _PLAIN:
            if sign in said:
                raise StoreError(f"{place}: {words}") from error
        first = said.splitlines()[0] if said else type(error).__name__
        raise StoreError(f"{place}: the database refused: {first}") from error
