"""Adds made documents to a book: run by tests that kill it, or that run two at once.

Usage: ``python -m tests.store.run_add ADDRESS FIRST LAST BATCH``; prints 1 for each document
that was new and is committed, 0 for each that was there.
"""

from __future__ import annotations

import sys

from tests.store.made import document

from musterbook.store import open_book


def main() -> None:
    """Add documents FIRST to LAST, BATCH in a transaction."""
    address, first, last, batch = sys.argv[1], *map(int, sys.argv[2:])
    with open_book(address) as book:
        for new in book.add_many((document(n) for n in range(first, last)), batch=batch):
            print(int(bool(new)), flush=True)


if __name__ == "__main__":
    main()
