"""Findings with their quotes, place by place, no more of them than a page can hold.

In: the findings of an `Edition`. Out: `Place` records. Never drops an answer without saying how many it left
out, and with which command they are shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from musterbook.publish.page import Answer, Place, Question
from musterbook.publish.quoting import Quoting
from musterbook.publish.wording import outlet_count, plural
from musterbook.records import Finding, Rival

WHOLE = "The programme as a whole"
_FIRST = ("contested", "garbled", "denied", "unsure")  # states that a reader must see before others


def places(quoting: Quoting) -> Iterator[Place]:
    """Every place with its questions by topic; fills the anchors to which tables point."""
    edition = quoting.edition
    wording, chosen = edition.wording, _chosen(quoting)
    stated = {s.capture_id: s.metadata.outlet or s.name for s in edition.sources}
    for code, of_place in groupby(edition.findings, key=lambda f: f.slot.region):
        listed = list(of_place)
        name = wording.name(code) if code else WHOLE
        topics = []
        for type_, found in groupby((f for f in listed if f.id in chosen), key=lambda f: f.slot.type):
            questions = tuple(_question(quoting, f, name, stated) for f in found)
            topics.append((wording.topic(type_), questions))
        left = len(listed) - sum(len(q) for _, q in topics)
        yield Place(code, name, tuple(topics), (), _more(left, code), len(listed))


def _more(left: int, code: str) -> str:
    if not left:
        return ""
    region = f" --region {code}" if code else ""
    return f"{plural(left, 'more question')}: musterbook findings{region}"


def _chosen(quoting: Quoting) -> frozenset[str]:
    """The findings that are shown: of every place the first few, those that a reader must see before others."""
    edition = quoting.edition
    if len(edition.findings) <= edition.bounds.questions:
        return frozenset(f.id for f in edition.findings)
    by_place: dict[str, list[Finding]] = defaultdict(list)
    for finding in edition.findings:
        by_place[finding.slot.region].append(finding)
    ranked = []
    for listed in by_place.values():
        ordered = sorted(listed, key=lambda f: (f.state not in _FIRST, -sum(r.documents for r in f.rivals)))
        ranked += [(n, f.id) for n, f in enumerate(ordered)]
    return frozenset(i for _, i in sorted(ranked)[: edition.bounds.questions])


def _question(quoting: Quoting, finding: Finding, place: str, stated: dict[str, str]) -> Question:
    slot, bounds, wording = finding.slot, quoting.edition.bounds, quoting.edition.wording
    number = quoting.asked.setdefault(finding.id, len(quoting.asked) + 1)
    claims = [i for r in finding.rivals for i in r.claims]
    answers = []
    for n, rival in enumerate(finding.rivals[: bounds.answers], 1):
        for claim_id in rival.claims:
            quoting.anchors[finding.id, claim_id] = f"q{number}-{n}"
        answers.append(_answer(quoting, finding, rival, stated))
    region = f" --region {slot.region}" if slot.region else ""
    return Question(
        id=finding.id,
        topic=wording.topic(slot.type),
        text=quoting.worded(wording.question(slot.scope), slot.scope, claims),
        answers=tuple(answers),
        state=finding.state.replace("_", " "),
        reason=quoting.hidden(finding.reason, claims),
        place=place,
        number=number,
        unshown=len(finding.rivals) - len(answers),
        more=f"musterbook claims{region} --type {slot.type}",
    )


def _answer(quoting: Quoting, finding: Finding, rival: Rival, stated: dict[str, str]) -> Answer:
    edition = quoting.edition
    values = tuple(p for p in rival.values if p[0] != "status")
    marks = tuple(str(v) for role, v in rival.values if role == "status")
    if rival.polarity == "denied":
        marks = ("denied", *marks)
    if rival.standing not in ("", "live") and rival.standing not in marks:
        marks = (*marks, rival.standing)
    origins = plural(len(rival.origins), "origin") if rival.origins else "origin unknown"
    support = [plural(rival.documents, "document"), outlet_count(rival.outlets)]
    support += [origins] if rival.standing or rival.origins else []
    shown = rival.claims[: edition.bounds.statements]
    text = edition.wording.answer(values, finding.slot.scope)
    return Answer(
        quoting.worded(text, values, rival.claims),
        rival.since,
        marks,
        ", ".join(support),
        tuple(quoting.statement(edition.claims[i], stated) for i in shown),
        len(rival.claims) - len(shown),
    )
