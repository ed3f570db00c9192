"""Musterbook's side: bytes to claims, on one core, without a book.

usage: run_musterbook.py FILE [--triage]

With --triage a document is read only where its bytes hold a word of the programme, and only decoded where
they do not, as `musterbook read` does with plain text.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from measuring import measure


def load() -> Callable[[Iterable[str]], int]:
    """Compile the vocabulary."""
    from musterbook import reading
    from musterbook.claims.reader import Reader
    from musterbook.course import read_capture
    from musterbook.records import Capture, Metadata, Stated
    from musterbook.vocabulary import load as load_vocabulary

    reader = Reader(load_vocabulary("bars"))
    metadata = Metadata((Stated("published", "2025-12-01", "manifest"),))
    skim = "--triage" in sys.argv

    def run(documents: Iterable[str]) -> int:
        found = 0
        for number, document in enumerate(documents):
            capture = Capture(f"{number}.txt", document.encode(), "text/plain", metadata, "utf-8")
            if skim:
                found += len(read_capture(capture, reader, index=False).claims)
                continue
            text, _ = reading.read(capture)
            if text is not None:
                found += len(reader.read(text, capture)[0])
        return found

    return run


if __name__ == "__main__":
    measure(sys.argv[1], load)
