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

_OFFICIAL = "official"  # a kind of source


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
        also: Its other names, where an office publishes under several.
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
    also: tuple[str, ...] = ()


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
    one = _one_name(papers.values())
    for paper in papers.values():
        documents[one.get(paper.outlet, paper.outlet)].add(paper.capture_id)
        kinds[paper.outlet] = paper.kind
    for claim in claims:
        paper, origin = origins.paper(claim.capture_id), origins.of(claim)
        outlet, word = (one.get(n, n) for n in (paper.outlet, origin.name))
        own[outlet].append(not word or origin.family == paper.family)
        if word:
            behind[word] += 1
        if claim.published and outlet:
            dates = when[questions.statement(claim)]
            dates[outlet] = min(dates.get(outlet, "9999"), claim.published)
    ahead, given = _leads(when.values()), {one.get(n, n): letter for n, letter in letters.items()}
    out = []
    voices = {n: origins.press.voice(n).kind for n in behind}
    kinds |= {n: _OFFICIAL for n, kind in voices.items() if kind == "office" and n not in kinds}
    for name in documents.keys() | {n for n, kind in voices.items() if kind in ("outlet", "office")}:
        said, led = own[name], ahead.get(name, [])
        out.append(
            SourceRecord(
                name,
                kinds.get(name) or origins.press.kind(name),
                given.get(name, Reliability(name)),
                len(documents[name]),
                len(said),
                round(said.count(False) / len(said), 3) if said else 0.0,
                behind[name],
                len(led),
                float(median(led)) if led else -1.0,
                tuple(sorted(other for other, shown in one.items() if shown == name != other)),
            )
        )
    return sorted(out, key=lambda s: (-s.origin_of, -s.documents, s.name))


def _one_name(papers: Iterable[Paper]) -> dict[str, str]:
    """One name for an office that publishes under several: «Губернатор X области» is the governor of X."""
    names: dict[str, set[str]] = defaultdict(set)
    for paper in papers:
        if paper.kind == _OFFICIAL:
            names[paper.family].add(paper.outlet)
    return {name: min(same) for same in names.values() for name in same}


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
