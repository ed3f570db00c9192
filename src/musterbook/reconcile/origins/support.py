"""How much stands behind a statement: documents, outlets, origins.

In: the claims that say one thing, the origins. Out: counts, and the names of the origins. Never counts a relay twice.
"""

from __future__ import annotations

from collections.abc import Iterable

from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.origins.origin import Origin
from musterbook.reconcile.slots import by_publication
from musterbook.records import Claim


def count_support(claims: Iterable[Claim], origins: Origins) -> tuple[int, int, tuple[str, ...]]:
    """Documents, outlets and origins that say one thing, each at most as many as the one before.

    Publishers that nobody knows count as one together. Where one outlet's documents name several voices, no
    more origins count than there are outlets that carry them: two interviews by one newsroom are one origin.
    An outlet that only relays the words of an office or person who is counted already is not a second origin.
    """
    said = sorted(claims, key=by_publication)
    documents = {c.capture_id for c in said}
    families = {origins.paper(c).family for c in documents}
    found: dict[str, Origin] = {}
    for claim in said:
        origin = origins.of(claim)
        if origin.name:
            found.setdefault(origin.family, origin)
    names = {o.name for o in found.values()}
    counted = [o.name for o in found.values() if o.speaker in ("", o.name) or o.speaker not in names]
    return len(documents), len(families), tuple(sorted(counted[: len(families)]))
