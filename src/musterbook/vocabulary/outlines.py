"""The outlines of a programme's regions.

In: the name or folder of a programme. Out: an `Atlas`, empty where neither the programme nor what it
extends has a file of outlines. Never part of the vocabulary's digest: a map does not change what is read.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from musterbook.errors import VocabularyError
from musterbook.records.outlines import Atlas, Drawing, Outline
from musterbook.vocabulary.loader import DATA, available, folders

FILE = "outlines.json"


def outlines(programme: str = "bars") -> Atlas:
    """Read the outlines of a programme's regions: its own, else those of the nearest that it extends.

    Args:
        programme: A name among `available`, or the path of a folder.

    Raises:
        VocabularyError: A file of outlines is not as ``scripts/make_outlines.py`` writes it.
    """
    path = DATA / programme if programme in available() else Path(programme)
    for folder in reversed(folders(path)):
        file = folder.path / FILE
        if file.is_file():
            return _read(file)
    return Atlas()


def _read(file: Path) -> Atlas:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        drawings = tuple(_drawing(d) for d in found["drawings"])
        return Atlas(found["source"], found["licence"], drawings)
    except (ValueError, KeyError, TypeError) as fault:
        raise VocabularyError(
            f"not a file of outlines ({type(fault).__name__}: {fault}); make it anew with scripts/make_outlines.py",
            path=str(file),
        ) from fault


def _drawing(found: dict[str, Any]) -> Drawing:
    regions = {}
    for code, region in found["regions"].items():
        x, y = region["at"] or (-1, -1)
        regions[code] = Outline(region["path"], x, y, region["room"])
    return Drawing(found["name"], found["title"], int(found["width"]), int(found["height"]), regions)
