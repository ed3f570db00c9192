"""Pages of offices that documents come from, by whatever way.

In: edges, papers. Out: the one page that is above a document, and whose word is on it. Never chooses between two.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from musterbook.reconcile.origins.origin import Origin
from musterbook.reconcile.press import Paper
from musterbook.records import Edge


class Pages:
    """Where offices have made public what documents tell."""

    def __init__(self, edges: Callable[[str], Sequence[Edge]], paper: Callable[[str], Paper]) -> None:
        """Look at nothing yet.

        Args:
            edges: Capture id → its standing edges.
            paper: Capture id → its paper.
        """
        self._edges, self._paper = edges, paper

    def word(self, edge: Edge) -> Origin:
        """The word of the office to whose page an edge leads."""
        page = self._paper(edge.target)
        how = f"{page.outlet} has made it public on its page, which the document {edge.kind}"
        return Origin(page.outlet, page.family, "", how, edge.id)

    def above(self, capture_id: str, seen: frozenset[str] = frozenset()) -> Edge | None:
        """The last step of the way to the one page of an office that a document comes from, itself or by others."""
        edges = [e for e in self._edges(capture_id) if e.target and e.target not in seen]
        pages = {self._paper(e.target).family: e for e in edges if self._paper(e.target).kind == "official"}
        if not pages:
            beyond = seen | {capture_id}
            found = (self.above(e.target, beyond) for e in edges)
            pages = {self._paper(e.target).family: e for e in found if e}
        return next(iter(pages.values())) if len(pages) == 1 else None
