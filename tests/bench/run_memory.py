"""The most memory that reading so many documents into a new book takes, in one process.

usage: run_memory.py COUNT BOOK
"""

from __future__ import annotations

import json
import sys
import time

from corpus import mixed
from measuring import peak

SIZE = 500  # characters a document: many documents, so that anything kept for each of them shows


def main(count: int, place: str) -> None:
    """Read and write, then print the peak."""
    from musterbook.claims.reader import Reader
    from musterbook.course import read_capture
    from musterbook.records import Capture
    from musterbook.store import open_book
    from musterbook.vocabulary import load

    reader = Reader(load("bars"))
    began = time.perf_counter()
    captures = (
        Capture(f"{number}.txt", text.encode(), "text/plain", encoding="utf-8")
        for number, text in enumerate(mixed(count, SIZE))
    )
    with open_book(place) as book:
        new = sum(book.add_many(read_capture(capture, reader) for capture in captures))
    seconds = time.perf_counter() - began
    print(json.dumps({"documents": new, "seconds": round(seconds, 2), "peak_mib": round(peak(), 1)}))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
