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
from musterbook.publish.wording import outlet_count
from musterbook.records import Finding, Rival
from musterbook.records.words import plural

WHOLE = "The programme as a whole"
_FIRST = ("contested", "garbled", "denied", "unsure")  # states that a reader must see before others


def places(quoting: Quoting) -> Iterator[Place]:
    """Every place with its questions by topic; fills the anchors to which tables point."""
    edition = quoting.edition
    wording, chosen = edition.wording, _chosen(quoting)
    for code, of_place in groupby(enumerate(edition.findings), key=lambda pair: pair[1].slot.region):
        listed = list(of_place)
        name = wording.name(code) if code else WHOLE
        topics = []
        shown = [f for n, f in listed if n in chosen]
        for type_, found in groupby(shown, key=lambda f: f.slot.type):
            topics.append((wording.topic(type_), tuple(_question(quoting, f, name) for f in found)))
        yield Place(code, name, tuple(topics), (), _more(len(listed) - len(shown), code), len(listed))


def _more(left: int, code: str) -> str:
    if not left:
        return ""
    region = f" --region {code}" if code else ""
    return f"{plural(left, 'more question')}: musterbook findings{region}"


def _chosen(quoting: Quoting) -> frozenset[int]:
    """The findings that are shown: of every place the first few, those that a reader must see before others."""
    findings, most = quoting.edition.findings, quoting.edition.bounds.questions
    if len(findings) <= most:
        return frozenset(range(len(findings)))
    by_place: dict[str, list[int]] = defaultdict(list)
    for n, finding in enumerate(findings):
        by_place[finding.slot.region].append(n)

    def rank(n: int) -> tuple[bool, int]:
        return findings[n].state not in _FIRST, -sum(r.documents for r in findings[n].rivals)

    ranked = [(place, n) for listed in by_place.values() for place, n in enumerate(sorted(listed, key=rank))]
    return frozenset(n for _, n in sorted(ranked)[:most])


def _question(quoting: Quoting, finding: Finding, place: str) -> Question:
    slot, bounds, wording = finding.slot, quoting.edition.bounds, quoting.edition.wording
    finding_id = finding.id
    number = quoting.asked.setdefault(finding_id, len(quoting.asked) + 1)
    claims = [i for r in finding.rivals for i in r.claims]
    answers = []
    for n, rival in enumerate(finding.rivals[: bounds.answers], 1):
        for claim_id in rival.claims:
            quoting.anchors[finding_id, claim_id] = f"q{number}-{n}"
        answers.append(_answer(quoting, finding, rival))
    region = f" --region {slot.region}" if slot.region else ""
    return Question(
        id=finding_id,
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


def _answer(quoting: Quoting, finding: Finding, rival: Rival) -> Answer:
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
        tuple(quoting.statement(edition.claims[i]) for i in shown),
        rival.state.replace("_", " "),
        len(rival.claims) - len(shown),
    )
