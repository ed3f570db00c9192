"""slovnet's tagger of Russian names, with the weights that the natasha package carries, on the same documents.

usage: run_slovnet.py FILE
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from measuring import measure


def load() -> Callable[[Iterable[str]], int]:
    """Load the tagger by itself: natasha's own front does not start beside a recent setuptools."""
    from navec import Navec
    from slovnet import NER

    spec = importlib.util.find_spec("natasha")
    assert spec is not None
    data = Path((spec.submodule_search_locations or [""])[0]) / "data"
    ner = NER.load(str(next(data.rglob("slovnet_ner*.tar"))))
    ner.navec(Navec.load(str(next(data.rglob("navec*.tar")))))
    return lambda documents: sum(len(markup.spans) for markup in ner.map(documents))


if __name__ == "__main__":
    measure(sys.argv[1], load)
