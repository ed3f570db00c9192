"""Opening books: new, older, newer, none at all; and machines that are full or locked."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from tests.store.made import document

from musterbook.errors import StoreError
from musterbook.records import Judgement
from musterbook.store import Book, open_book, schema, tables
from musterbook.store.engine import Database, engine_for, in_plain_words
from musterbook.store.schema import HEAD, VERSION_TABLE, migrate

_ROOT = Path(__file__).parents[2]


def database(address: str) -> Database:
    """The bare database at an address."""
    engine, place = engine_for(address, read_only=False, create=True)
    return Database(engine, place, address)


def test_the_newest_form_is_the_last_migration() -> None:
    """The form that the program names is the one that its migrations lead to."""
    found = ScriptDirectory(str(Path(schema.__file__).parent / "migrations"))
    assert found.get_heads() == [HEAD]


def test_migrations_make_the_tables_that_queries_use(book: Book) -> None:
    """What the migrations made is what the Core tables say, column by column and index by index."""
    bare = database(book.address)
    with bare.reading() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "version_table": VERSION_TABLE,
                "include_name": lambda name, kind, parents: not (name or "").startswith("search_index"),
            },
        )
        assert compare_metadata(context, tables.metadata) == []
    bare.engine.dispose()


def test_a_new_book_is_what_the_migrations_make_of_an_empty_one(tmp_path: Path) -> None:
    """Made at once or one revision after another: the statements that made it, and its few rows, are the same."""
    open_book(tmp_path / "new.db").close()
    old = database(str(tmp_path / "old.db"))
    schema._write_ahead(old)
    with old.writing() as connection:
        migrate(connection, HEAD)
    old.engine.dispose()
    made, migrated = (sqlite3.connect(tmp_path / name) for name in ("new.db", "old.db"))
    asked = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    assert made.execute(asked).fetchall() == migrated.execute(asked).fetchall()
    for (table,) in made.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        rows = f'SELECT * FROM "{table}"'
        assert made.execute(rows).fetchall() == migrated.execute(rows).fetchall(), table
    for state in ("journal_mode", "encoding", "page_size", "user_version"):
        assert made.execute(f"PRAGMA {state}").fetchone() == migrated.execute(f"PRAGMA {state}").fetchone()


def test_a_new_book_is_made_without_what_migrates_older_ones(tmp_path: Path) -> None:
    """Alembic, which takes longer to import than a book to make, stays away."""
    script = (
        "import sys; from musterbook.store import open_book; open_book('b.db').close(); print('alembic' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False"]


def test_an_older_book_is_brought_to_the_present_form(address: str) -> None:
    """A book of the first form opens, keeps what it has, and can be searched."""
    old = database(address)
    if old.is_sqlite:
        schema._write_ahead(old)
    with old.writing() as connection:
        migrate(connection, "0001")
    old.engine.dispose()
    if old.is_sqlite:
        with pytest.raises(StoreError, match=r"older form 0001 .* reading only"):
            open_book(address, read_only=True)
    with open_book(address) as book:
        book.add(document(1))
        assert len(book.search("reservists")) == 1


def test_a_book_of_a_newer_program_says_so(address: str) -> None:
    """It is not touched, and the error says to update."""
    open_book(address).close()
    bare = database(address)
    with bare.writing() as connection:
        connection.exec_driver_sql(f"UPDATE {VERSION_TABLE} SET version_num = '9001'")
    bare.engine.dispose()
    with pytest.raises(StoreError, match=r"form 9001.*newer Musterbook: update"):
        open_book(address)


def test_opening_again_finds_everything(address: str) -> None:
    """A closed book holds what was put into it, opened by path or by its own address."""
    with open_book(address) as book:
        book.add(document(1))
        again = book.address
    with open_book(again, create=False) as book:
        assert book.counts().claims == 2


def test_a_file_that_is_not_a_book_is_refused(tmp_path: Path) -> None:
    """Text, another program's database, a folder, a missing folder: each is told in words and left alone."""
    (tmp_path / "note.txt").write_text("not a database, " * 100)
    with pytest.raises(StoreError, match="this file is not a book"):
        open_book(tmp_path / "note.txt")
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE bookmarks (a)")
    other.close()
    before = (tmp_path / "other.db").read_bytes()
    with pytest.raises(StoreError, match="another program, not a book"):
        open_book(tmp_path / "other.db")
    assert (tmp_path / "other.db").read_bytes() == before
    with pytest.raises(StoreError, match="this is a folder"):
        open_book(tmp_path)
    with pytest.raises(StoreError, match="its folder does not exist"):
        open_book(tmp_path / "no" / "book.db")


def test_no_book_is_made_where_none_is_wanted(tmp_path: Path) -> None:
    """Asking for a book that is not there leaves nothing behind."""
    with pytest.raises(StoreError, match="there is no book here"):
        open_book(tmp_path / "book.db", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("mysql://u:secret@h/x", "no books are kept in 'mysql'"),
        ("postgresql://u:secret@127.0.0.1:1/x", "no server answers|cannot be reached"),
        ("://", "not an address of a book"),
    ],
)
def test_a_wrong_address_is_told_without_its_password(address: str, said: str) -> None:
    """The error says what is wrong with the address and never shows the password."""
    with pytest.raises(StoreError, match=said) as caught:
        open_book(address)
    assert "secret" not in str(caught.value)


def test_a_book_opened_for_reading_is_not_changed(book: Book) -> None:
    """It can be asked; writing to it is refused in words."""
    book.add(document(1))
    with open_book(book.address, read_only=True) as other:
        assert other.counts().claims == 2
        assert len(other.search("reservists")) == 1
        with pytest.raises(StoreError, match="cannot be written"):
            other.add(document(2))
        with pytest.raises(StoreError, match="cannot be written"):
            other.judge(Judgement("x", "retraction", "positive", "", "a", "2026-01-01", "b"))
    assert book.counts().documents == 1


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine can reach."""
    folder = Path(tempfile.mkdtemp(prefix="mb-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="needs users")
def test_a_file_that_may_not_be_written_can_still_be_read(open_folder: Path) -> None:
    """A book whose file and folder are read-only opens for reading, and says why it cannot be written."""
    with open_book(open_folder / "book.db") as book:
        book.add(document(1))
    (open_folder / "book.db").chmod(0o444)
    open_folder.chmod(0o555)
    code = (
        "import os\n"
        "from musterbook.errors import StoreError\n"
        "from musterbook.store import open_book\n"
        "from tests.store.made import document\n"
        "if os.geteuid() == 0: os.setuid(65534)  # root may write everything\n"
        f"book = open_book({str(open_folder / 'book.db')!r})\n"
        "print(book.counts().claims)\n"
        "try: book.add(document(2))\n"
        "except StoreError as error: print(error)\n"
    )
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, cwd=_ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "2"
    assert "cannot be written" in done.stdout


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    """What was committed stays, the document that did not fit is not there in part, and room lets it in."""
    path = tmp_path / "book.db"
    with open_book(path) as book:
        book.add(document(1))
        pages = book._database.engine.raw_connection()  # type: ignore[attr-defined]
        size = pages.execute("PRAGMA page_count").fetchone()[0]
        pages.execute(f"PRAGMA max_page_count = {size + 1}")
        pages.close()
        with pytest.raises(StoreError, match=r"disk is full; make room"):
            list(book.add_many(document(n) for n in range(2, 400)))
        assert book.counts().documents == 1
        pages = book._database.engine.raw_connection()  # type: ignore[attr-defined]
        pages.execute("PRAGMA max_page_count = 1000000")
        pages.close()
        assert sum(book.add_many(document(n) for n in range(2, 400))) == 398


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    """A book whose pages were overwritten says so."""
    path = tmp_path / "book.db"
    with open_book(path) as book:
        list(book.add_many(document(n) for n in range(200)))
    data = bytearray(path.read_bytes())
    data[8192 : len(data) // 2] = b"\xff" * (len(data) // 2 - 8192)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"), open_book(path) as book:
        list(book.export())


def test_a_fault_without_plain_words_keeps_its_own(new_address: Callable[[], str]) -> None:
    """What the database says is passed on where no plainer words are known."""
    bare = database(new_address())
    with pytest.raises(StoreError, match=r"the database refused: .*nowhere"), bare.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")
    bare.engine.dispose()
    with pytest.raises(StoreError, match="place: the database refused: odd"), in_plain_words("place"):
        raise sqlite3.OperationalError("odd")
