"""Near duplicates of the same texts by MinHash and LSH of datasketch: candidates only, nothing else.

usage: run_datasketch.py FILE

In: a file with one JSON string a line. Out: one line of JSON. It knows nothing of sources, dates or languages.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from pathlib import Path

from datasketch import MinHash, MinHashLSH

WIDTH, PERMUTATIONS, THRESHOLD = 5, 128, 0.3
_WORD = re.compile(r"\w+")


def main(path: str) -> None:
    """Index every text and ask for its likes."""
    texts = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    pairs = 0
    began = time.process_time()
    for number, text in enumerate(texts):
        words = _WORD.findall(text.casefold())
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([" ".join(words[n : n + WIDTH]).encode() for n in range(len(words) - WIDTH + 1)])
        pairs += len(index.query(sketch))
        index.insert(number, sketch)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    out = {"documents": len(texts), "documents_per_second": len(texts) / seconds, "seconds": seconds, "edges": pairs}
    print(json.dumps({**out, "peak_mib": peak}))


if __name__ == "__main__":
    main(sys.argv[1])
