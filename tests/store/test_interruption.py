"""Processes that are killed, or that write at the same time."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.store.made import document

from musterbook.store import open_book

_ROOT = Path(__file__).parents[2]


def start(address: str, first: int, last: int, batch: int) -> subprocess.Popen[str]:
    """A process that adds documents."""
    words = [sys.executable, "-m", "tests.store.run_add", address, str(first), str(last), str(batch)]
    return subprocess.Popen(words, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def result(process: subprocess.Popen[str]) -> int:
    """How many documents the process added."""
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return sum(map(int, out.split()))


def test_a_killed_run_leaves_whole_documents_and_goes_on(new_address: Callable[[], str]) -> None:
    """After kill -9 every document is there whole or not at all, and adding again completes the book."""
    with open_book(new_address()) as undisturbed:
        list(undisturbed.add_many(document(n) for n in range(300)))
        wanted = list(undisturbed.export())
    address = new_address()
    luck = random.Random(7)
    for _ in range(4):
        process = start(address, 0, 300, luck.choice([1, 7, 30]))
        assert process.stdout
        told = [process.stdout.readline() for _ in range(luck.randint(1, 240))]
        time.sleep(luck.random() * 0.02)
        process.kill()
        process.communicate()
        with open_book(address) as book:
            counts = book.counts()
            assert counts.documents >= len(told)
            assert counts.claims == 2 * counts.documents == 2 * counts.captures
            assert len(book.search("reservists", limit=1000)) == counts.documents
    result(start(address, 0, 300, 50))
    with open_book(address) as book:
        assert list(book.export()) == wanted


def test_what_was_committed_survives_a_kill(new_address: Callable[[], str]) -> None:
    """A document whose transaction is done is there after the writer is killed at once."""
    address = new_address()
    code = (
        "import os, signal, sys\n"
        "from musterbook.store import open_book\n"
        "from tests.store.made import document\n"
        f"book = open_book({address!r})\n"
        "book.add(document(1))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=_ROOT, check=False, timeout=60)
    assert done.returncode == -9
    with open_book(address) as book:
        assert set(book.claims()) == set(document(1).claims)


def test_two_processes_open_and_fill_a_new_book_at_once(new_address: Callable[[], str]) -> None:
    """Both make and fill the same new book, neither fails, and each document is there once."""
    address = new_address()
    together = [start(address, 0, 200, 5), start(address, 100, 300, 5)]
    assert sum(result(process) for process in together) == 300
    with open_book(address) as book, open_book(new_address()) as alone:
        list(alone.add_many(document(n) for n in range(300)))
        assert list(book.export()) == list(alone.export())


@pytest.mark.parametrize("batch", [1, 20])
def test_reading_goes_on_while_another_writes(address: str, batch: int) -> None:
    """A reader sees one state of the book from its first claim to its last, whatever is added meanwhile."""
    with open_book(address) as book, open_book(address) as writer:
        list(writer.add_many(document(n) for n in range(600)))
        walk = book.claims()
        first = next(walk)
        list(writer.add_many((document(n) for n in range(600, 640)), batch=batch))
        assert 1 + sum(1 for _ in walk) == 1200
        assert first.doc == "reports/000.txt"
        assert book.counts().documents == 640
