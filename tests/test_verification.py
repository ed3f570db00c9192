"""What was altered since is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from musterbook import course
from musterbook.store import open_book
from musterbook.verification import verify

REPORT = "BARS reservists in Tomsk Region will be paid 45,000 rubles a month, Governor Ivan Primerov said.\n"


@pytest.fixture
def address(tmp_path: Path) -> str:
    """A book of one report."""
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    place = str(tmp_path / "book.db")
    with open_book(place) as book:
        course.add([tmp_path / "report.txt"], book, course.Plan())
    return place


def codes(address: str) -> set[str]:
    """What is found wrong."""
    with open_book(address) as book:
        return {fault.code for fault in verify(book).faults}


def test_an_untouched_book_has_no_faults(address: str) -> None:
    """Every capture, quote and value is checked, and every check is counted."""
    with open_book(address) as book:
        done = verify(book)
        claims = list(book.claims())
    assert done.faults == ()
    assert (done.captures, done.quotes) == (1, len(claims))
    assert done.values == sum(1 for c in claims for a in c.args if a.start >= 0)
    assert done.located == done.quotes > 0
    assert done.checks == done.captures + done.quotes + done.values + done.located


def test_an_altered_sum_is_found(address: str) -> None:
    """A figure changed in the database no longer makes its claim's id."""
    with closing(sqlite3.connect(address)) as database:
        changed = database.execute("UPDATE claims SET body = replace(body, '45000', '54000')").rowcount
        database.commit()
    assert changed
    assert "verify.claim" in codes(address)


def test_altered_bytes_are_found(address: str) -> None:
    """A capture changed in the database has another hash, and no longer holds its quotes."""
    import zlib

    with closing(sqlite3.connect(address)) as database:
        data = zlib.compress(REPORT.replace("45,000", "54,000").encode())
        database.execute("UPDATE captures SET data = ?", (data,))
        database.commit()
    assert {"verify.altered", "verify.bytes"} <= codes(address)
