"""The recruitment ledger kept in a book."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.store.made import capture

from musterbook.errors import StoreError
from musterbook.ledgers import LedgerPlan, add_tables, book_figures, published_ledger
from musterbook.records.ledger import LedgerRow
from musterbook.store import Book, Method, ReadDocument, open_book
from musterbook.store.ports import LedgerFilter
from musterbook.verification import verify

FIRST = "Регион;Неделя;Охвачено;Согласились\nКурская область;2025-W45;50;12\nТульская область;2025-W45;н/д;7\n"
LATER = "Регион;Неделя;Охвачено;Согласились\nКурская область;2025-W45;50;14\n"


def put(book: Book, folder: Path, name: str, text: str, published: str = "") -> int:
    """Add one table; says how many rows were new."""
    (folder / name).write_text(text, encoding="utf-8")
    return add_tables([folder / name], book, LedgerPlan(published=published))[0].rows


def test_adding_twice_adds_nothing(book: Book, tmp_path: Path) -> None:
    """The same table again, under the same date, leaves the book as it was."""
    assert put(book, tmp_path, "a.csv", FIRST, "2025-11-12") == 4
    before = list(book.export())
    assert put(book, tmp_path, "a.csv", FIRST, "2025-11-12") == 0
    assert list(book.export()) == before
    rows = list(book.ledger())
    assert [(r.region, r.metric, r.value, r.published) for r in rows] == [
        ("RU-KRS", "agreed", 12, "2025-11-12"), ("RU-KRS", "approached", 50, "2025-11-12"),
        ("RU-TUL", "agreed", 7, "2025-11-12"), ("RU-TUL", "approached", None, "2025-11-12"),
    ]  # fmt: skip
    assert list(book.ledger(LedgerFilter(region="RU-TUL", metric="agreed"))) == [rows[2]]


def test_a_revised_figure_is_a_new_row(book: Book, tmp_path: Path) -> None:
    """Both stay; the later publication stands, and as known before it the earlier does."""
    put(book, tmp_path, "b.csv", LATER, "2025-11-20")
    put(book, tmp_path, "a.csv", FIRST, "2025-11-12")
    now = next(f for f in book_figures(book) if (f.region, f.metric) == ("RU-KRS", "agreed"))
    assert (now.value, [r.value for r in now.earlier]) == (14, [12])
    then = next(f for f in book_figures(book, until="2025-11-15") if (f.region, f.metric) == ("RU-KRS", "agreed"))
    assert (then.value, then.earlier) == (12, ())


def test_export_and_import_carry_the_ledger(book: Book, new_address: Callable[[], str], tmp_path: Path) -> None:
    """Another book takes it in whole, twice is once, and a row that was altered on the way is refused."""
    put(book, tmp_path, "a.csv", FIRST, "2025-11-12")
    lines = list(book.export())
    with open_book(new_address()) as other:
        other.load(lines)
        other.load(lines)
        assert list(other.export()) == lines
        assert list(other.ledger()) == list(book.ledger())
    at = next(n for n, line in enumerate(lines) if json.loads(line)["kind"] == "ledger")
    lines[at] = lines[at].replace('"12"', '"13"')
    with open_book(new_address()) as other, pytest.raises(StoreError, match="altered"):
        other.load(lines)


def test_every_cell_is_read_again(book: Book, tmp_path: Path) -> None:
    """`verify` re-reads each cell and the cells that say what it counts; a row that is not in its file is a fault."""
    put(book, tmp_path, "a.csv", FIRST, "2025-11-12")
    result = verify(book)
    assert (result.cells, result.faults) == (16, ())
    made = capture(7, text="Region;2025-W45\nKursk;8\n")
    false = LedgerRow(made.id, made.name, "", "B2", "9", "RU-KRS", "", "2025-11-03", "2025-11-09", "agreed", 9)
    table = ReadDocument(capture(7, text="Region;2025-W45\nKursk;8\n"), None, method=Method("bars/ledger", "v", "x"))
    book.add_ledger(table, [false])
    assert [f.code for f in verify(book).faults] == ["verify.cell"]


def test_nothing_of_a_list_of_people_is_kept(book: Book, tmp_path: Path) -> None:
    """Not even when counts come first: the file, its rows and its names are all absent."""
    assert put(book, tmp_path, "a.csv", FIRST + "\nФИО;Телефон;Город\nПримеров Иван Петрович;1;2\n") == 0
    text = "".join(book.export())
    assert [p.code for p in book.problems()] == ["ledger.people"]
    assert "Примеров" not in text
    assert (book.counts().captures, list(book.ledger())) == (0, [])


def test_a_stopped_table_leaves_nothing(book: Book) -> None:
    """Rows and file are one transaction."""

    def rows() -> Iterator[LedgerRow]:
        yield LedgerRow("capture-a", "a", "", "A1", "1", "RU-KRS", "", "2025-11-03", "2025-11-09", "agreed", 1)
        raise KeyError("stopped")

    with pytest.raises(KeyError):
        book.add_ledger(ReadDocument(capture(1), None, method=Method("bars/ledger")), rows())
    assert (book.counts().captures, list(book.ledger())) == (0, [])


def test_files_that_disagree_without_dates_are_contested(book: Book, tmp_path: Path) -> None:
    """Nobody knows which is the later, so neither stands alone, and no sum is made of them."""
    put(book, tmp_path, "a.csv", FIRST)
    put(book, tmp_path, "b.csv", LATER)
    states = {(f.region, f.metric): f.state for f in book_figures(book)}
    assert states["RU-KRS", "agreed"] == "contested"
    cells = {(c.region, c.metric): c.state for c in published_ledger(book).cells(by=("region",))}
    assert cells["RU-KRS", "agreed"] == "contested"
