"""The working model: findings as lines, for a day until which reports were known and a day on which answers hold.

In: findings with their claims, a vocabulary, two dates. Out: a `Model`, of which every answer of this room is
made. Never guesses: whether something held on a day of which no report speaks is unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from musterbook.programme.holding import held, span
from musterbook.records import AsOf, Claim, Finding, Line, Rival, Support
from musterbook.records.model import Pairs
from musterbook.vocabulary import Vocabulary

ALWAYS = AsOf()
"""Everything that is known, and no day asked for."""


@dataclass(frozen=True, slots=True)
class Model:
    """What a book says of a programme, for two dates.

    Attributes:
        lines: Every answer that is not known to have failed to hold on the day asked for.
        left_out: Those that are known not to have held then; empty where no day is asked for.
        claims: Id → claim, for every claim of the lines.
        vocabulary: Of the programme.
        as_of: The dates.
        places: Capture → which of the lines stand in it, counted from 0.
    """

    lines: tuple[Line, ...]
    left_out: tuple[Line, ...]
    claims: Mapping[str, Claim]
    vocabulary: Vocabulary
    as_of: AsOf = ALWAYS
    places: Mapping[str, Sequence[int]] = field(default_factory=dict, repr=False)

    def of(self, *types: str, region: str | None = None) -> tuple[Line, ...]:
        """Lines of some claim types or families (``pay``), in a region where one is given (empty: in none)."""
        return tuple(
            line
            for line in self.lines
            if (line.type in types or line.type.split(".")[0] in types) and region in (None, line.region)
        )

    def documents(self, line: Line) -> frozenset[str]:
        """The captures in which a line stands."""
        return frozenset(self.claims[i].capture_id for i in line.support.claims)

    def told_in(self, documents: Iterable[str], *types: str) -> tuple[Line, ...]:
        """Lines of some types that stand in one of some captures, in the order of the model."""
        places = {n for document in documents for n in self.places.get(document, ())}
        lines = (self.lines[n] for n in sorted(places))
        return tuple(line for line in lines if line.type in types)

    def name(self, code: str) -> str:
        """A place by its English name, or its code."""
        entry = self.vocabulary.entries.get(("region", code))
        return entry.names.get("en", code) if entry else code


def model_of(
    findings: Iterable[Finding], claims: Mapping[str, Claim], vocabulary: Vocabulary, as_of: AsOf = ALWAYS
) -> Model:
    """Put findings into a model.

    Args:
        findings: Reconciled; made of documents published until ``as_of.known``.
        claims: Id → claim, at least for every claim of the findings.
        vocabulary: Of the programme.
        as_of: What the findings were made for. Where ``held`` is given, lines carry whether they held.

    Raises:
        KeyError: A finding names a claim that is not there.
    """
    lines = [_line(finding, rival, claims, as_of.held) for finding in findings for rival in finding.rivals]
    kept = tuple(line for line in lines if line.support.held != "no")
    places: dict[str, list[int]] = defaultdict(list)
    for n, line in enumerate(kept):
        for document in {claims[i].capture_id for i in line.support.claims}:
            places[document].append(n)
    left_out = tuple(line for line in lines if line.support.held == "no")
    return Model(kept, left_out, claims, vocabulary, as_of, places)


def _line(finding: Finding, rival: Rival, claims: Mapping[str, Claim], day: str) -> Line:
    said = [claims[i] for i in rival.claims]
    status = str(dict(rival.values).get("status", "actual"))
    first, last = span(said)
    answer, why = held(finding.slot.type, rival, (first, last), day) if day else ("", "")
    support = Support(
        claims=rival.claims,
        documents=rival.documents,
        outlets=rival.outlets,
        origins=rival.origins,
        state=rival.state,
        question_state=finding.state,
        standing=rival.standing,
        polarity=rival.polarity,
        status=status,
        hedged=all(c.hedged for c in said),
        first=first,
        last=last,
        since=rival.since,
        until=rival.until,
        held=answer,
        held_why=why,
        reason=rival.reason,
    )
    values = tuple(p for p in rival.values if p[0] != "status")
    slot = finding.slot
    return Line(finding.id, slot.type, slot.region, slot.scope, values, support, _details(said, (*values, *slot.scope)))


def _details(said: Iterable[Claim], shown: Pairs) -> Pairs:
    """What single claims give beside the question and the answer, each value once."""
    used = {role for role, _ in shown} | {"region"}
    found: dict[str, dict[object, None]] = defaultdict(dict)
    out = []
    for claim in said:
        for arg in claim.args:
            if arg.role not in used and arg.value not in found[arg.role]:
                found[arg.role][arg.value] = None
                out.append((arg.role, arg.value))
    return tuple(out)


def each(lines: Iterable[Line], role: str) -> tuple[str, ...]:
    """Everything that some lines say under a role, each value once, as text."""
    return tuple(dict.fromkeys(str(v) for line in lines for v in line.each(role)))
