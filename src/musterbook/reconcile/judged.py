"""What people decided about lineage, laid over what was proposed.

In: proposed edges, judgements of kind ``lineage``. Out: the edges that stand. Never removes a proposal:
it only leaves it out of what stands, so that a decision undone brings it back.

A judgement on an edge's id says ``positive`` (it is so), ``negative`` (it is not), ``unsure`` or ``undone``.
A judgement on a capture's id says ``set`` with a JSON object of ``target`` or ``named``, and ``kind``: this
is where the document comes from, whatever is proposed; ``undone`` takes it back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from musterbook.records import Edge, Evidence, Judgement, Problem
from musterbook.records.lineage import KINDS


def latest(judgements: Iterable[Judgement], kind: str) -> dict[str, Judgement]:
    """The decision that stands on each subject; subjects whose last decision was undone are left out."""
    last = {j.subject: j for j in sorted(judgements, key=lambda j: (j.when, j.id)) if j.kind == kind}
    return {subject: j for subject, j in last.items() if j.verdict != "undone"}


def standing(edges: Iterable[Edge], judgements: Iterable[Judgement]) -> tuple[list[Edge], list[Problem]]:
    """The edges that stand, sorted.

    Args:
        edges: As proposed.
        judgements: Of any kind; only those on lineage count.

    Returns:
        Edges, those that a person confirmed or set with a confidence of 1; and decisions that cannot be read.
    """
    decided = latest(judgements, "lineage")
    problems: list[Problem] = []
    set_edges: dict[str, Edge] = {}
    for subject, judgement in decided.items():
        if judgement.verdict == "set":
            edge = _set(judgement)
            if edge is None:
                what = f"{judgement.value!r} sets no source; give a JSON object with target or named, and kind"
                problems.append(Problem("reconcile.source", subject, what, judgement.id))
            else:
                set_edges[subject] = edge
    stand = list(set_edges.values())
    for edge in edges:
        if edge.capture_id in set_edges:
            continue
        verdict = decided[edge.id].verdict if edge.id in decided else ""
        if verdict == "positive":
            stand.append(replace(edge, confidence=1.0))
        elif verdict == "unsure":
            stand.append(replace(edge, kind="unknown", confidence=min(edge.confidence, 0.5)))
        elif verdict != "negative":
            stand.append(edge)
    return sorted(stand, key=lambda e: (e.capture_id, -e.confidence, e.target, e.named, e.kind)), problems


def _set(judgement: Judgement) -> Edge | None:
    try:
        value = json.loads(judgement.value)
    except ValueError:
        return None
    if not isinstance(value, dict) or value.get("kind", "cites") not in KINDS:
        return None
    target, named, kind = (str(value.get(name, "")) for name in ("target", "named", "kind"))
    if not target and not named and kind != "original":
        return None
    said = Evidence(1, f"set by {judgement.who} on {judgement.when[:10]}: {judgement.why}")
    return Edge(judgement.subject, target, named, kind or "cites", 1.0, (said,))
