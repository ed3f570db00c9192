"""A programme described as data: claim types, regions, outlets, lexicon, patterns; and its loader."""

from __future__ import annotations

from musterbook.vocabulary.loader import available, load
from musterbook.vocabulary.nouns import ArgDef, ClaimType, Entry, Pattern, Surface, Vocabulary
from musterbook.vocabulary.resolve import resolve_name

__all__ = [
    "ArgDef",
    "ClaimType",
    "Entry",
    "Pattern",
    "Surface",
    "Vocabulary",
    "available",
    "load",
    "resolve_name",
]
