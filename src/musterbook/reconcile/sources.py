"""Sources: what each publisher adds of its own, echoes, and was first with.

In: claims with their origins, papers, edges, letters that people gave. Out: one `SourceRecord` an outlet.
Never derives reliability from what a source says.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from musterbook.reconcile.credibility import Reliability
from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.press import Paper
from musterbook.reconcile.slots import Questions
from musterbook.records import Claim, PartialDate


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One source.

    Attributes:
        name: Canonical; empty for all documents whose publisher nobody knows.
        kind: As in the specification of lineage.
        reliability: The letter that stands, with reason, date and history.
        documents: How many of the book are its.
        claims: How many statements these make.
        echoes: Share of its statements that are another's word, 0–1.
        origin_of: How many statements of the book, its own included, are its word in the end.
        first: How many statements that others make too it published first.
        lead: Median days by which it was ahead of the next source, where it was first; -1 where never.
    """

    name: str
    kind: str
    reliability: Reliability
    documents: int = 0
    claims: int = 0
    echoes: float = 0.0
    origin_of: int = 0
    first: int = 0
    lead: float = -1.0


def source_records(
    claims: Iterable[Claim],
    papers: Mapping[str, Paper],
    origins: Origins,
    questions: Questions,
    letters: Mapping[str, Reliability],
) -> list[SourceRecord]:
    """Everybody who publishes or is cited as an outlet or office; whose word is behind the most comes first."""
    documents: dict[str, set[str]] = defaultdict(set)
    own: dict[str, list[bool]] = defaultdict(list)
    behind: dict[str, int] = defaultdict(int)
    when: dict[object, dict[str, str]] = defaultdict(dict)
    kinds: dict[str, str] = {}
    for paper in papers.values():
        documents[paper.outlet].add(paper.capture_id)
        kinds[paper.outlet] = paper.kind
    for claim in claims:
        paper, origin = origins.paper(claim.capture_id), origins.of(claim)
        own[paper.outlet].append(not origin.name or origin.family == paper.family)
        if origin.name:
            behind[origin.name] += 1
        if claim.published and paper.outlet:
            dates = when[questions.statement(claim)]
            dates[paper.outlet] = min(dates.get(paper.outlet, "9999"), claim.published)
    ahead = _leads(when.values())
    out = []
    published = documents.keys()
    for name in published | {n for n in behind if origins.press.voice(n).kind in ("outlet", "office")}:
        said, led = own[name], ahead.get(name, [])
        out.append(
            SourceRecord(
                name,
                kinds.get(name) or origins.press.kind(name),
                letters.get(name, Reliability(name)),
                len(documents[name]),
                len(said),
                round(said.count(False) / len(said), 3) if said else 0.0,
                behind[name],
                len(led),
                float(median(led)) if led else -1.0,
            )
        )
    return sorted(out, key=lambda s: (-s.origin_of, -s.documents, s.name))


def _leads(when: Iterable[Mapping[str, str]]) -> dict[str, list[int]]:
    """By how many days each source was alone in saying what others said later."""
    out: dict[str, list[int]] = defaultdict(list)
    for dates in when:
        order = sorted((day, name) for name, day in dates.items())
        if len(order) > 1 and order[0][0] < order[1][0]:
            out[order[0][1]].append((_day(order[1][0]) - _day(order[0][0])).days)
    return out


def _day(text: str) -> dt.date:
    return PartialDate.parse(text).earliest
