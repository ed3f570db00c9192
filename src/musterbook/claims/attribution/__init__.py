"""Who says a passage: the chain of speakers, documents and outlets that a text names for it."""

from __future__ import annotations

from musterbook.claims.attribution.reaches import Attribution, Statement
from musterbook.claims.attribution.statements import attribute

__all__ = ["Attribution", "Statement", "attribute"]
