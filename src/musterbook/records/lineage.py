"""Where a document comes from: an edge, how, on what evidence, and how surely."""

from __future__ import annotations

from dataclasses import dataclass

from musterbook.records.ids import content_id

KINDS = ("original", "cites", "rewrites", "copies", "official", "unknown")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence for an edge.

    Attributes:
        layer: 1–5, strongest first, as in the specification of lineage.
        what: In words, with the values that show it.
        start: Where it stands in the reading of the later document; -1 where not in the text.
        end: One past; -1 likewise.
        source_start: Where the matching words stand in the reading of the earlier document, or -1.
        source_end: One past; -1 likewise.
    """

    layer: int
    what: str
    start: int = -1
    end: int = -1
    source_start: int = -1
    source_end: int = -1


@dataclass(frozen=True, slots=True)
class Edge:
    """A document comes from another document, or from a named outlet, office or person.

    Attributes:
        capture_id: The later document.
        target: The id of the earlier capture where the book has it, else empty.
        named: The outlet, office or person named as the source, canonical; else empty.
        kind: One of `KINDS`.
        confidence: 0–1, the sureness of the proposal.
        evidence: What it rests on, strongest first.
    """

    capture_id: str
    target: str
    named: str
    kind: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()

    @property
    def id(self) -> str:
        """Derived from both ends and the kind."""
        return content_id("edge", self.capture_id, self.target, self.named, self.kind)
