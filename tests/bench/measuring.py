"""What every measured program does alike: read its documents, time itself, print one line of JSON.

In: a file with one JSON string a line. Out: documents, words, bytes, seconds, peak memory. Never counts
the time that loading models or vocabularies takes: that is given apart.

Seconds are of processor time. A process that is held to one core and one thread has as many of them as the
clock on an idle machine, and on a busy one they are what would be left if it were idle.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

WARM_UP = 30  # documents


def texts(path: str) -> list[str]:
    """The documents of a file."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def peak() -> float:
    """The most memory that this process has used, in MiB."""
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


def measure(path: str, load: Callable[[], Callable[[Iterable[str]], int]]) -> None:
    """Load, warm up on the first documents, run over the others, print.

    Args:
        path: The documents, the first `WARM_UP` of which are not measured: what is compiled when it is
            first needed counts as loading.
        load: Gives a function that reads documents and says how many things it found.
    """
    every = texts(path)
    first, documents = every[:WARM_UP], every[WARM_UP:]
    began = time.process_time()
    run = load()
    run(first)
    loaded = time.process_time()
    found = run(documents)
    seconds = time.process_time() - loaded
    words = sum(len(text.split()) for text in documents)
    size = sum(len(text.encode()) for text in documents)
    print(
        json.dumps(
            {
                "documents": len(documents),
                "words": words,
                "bytes": size,
                "found": found,
                "load_seconds": round(loaded - began, 3),
                "seconds": round(seconds, 4),
                "documents_per_second": round(len(documents) / seconds, 1),
                "words_per_second": round(words / seconds),
                "mb_per_second": round(size / seconds / 1e6, 2),
                "peak_mib": round(peak(), 1),
            }
        )
    )
