"""The problems that reconciling may tell of."""

from __future__ import annotations

CODES = {
    "reconcile.source": "A decision on where a document comes from cannot be read; it is left out.",
    "reconcile.pair": "Two decisions on names cannot both hold: one makes them one, another keeps them apart.",
    "reconcile.letter": "A decision on a source's reliability gives no letter from A to F; it is left out.",
}
