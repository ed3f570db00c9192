"""The law: instruments with their stages and dates, what each provides, which version of a rule held on a day.

In: a `Model`. Out: `InstrumentEntry` and `RuleEntry` records. Never shows a draft as law, and never takes two
instruments for one because they are of one kind: only a title, a day, an actor or a document that they share
ties what reports say, and only where there is a single candidate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from musterbook.programme.model import Model, each
from musterbook.records import Claim, InstrumentEntry, Line, PartialDate, RuleEntry, RuleVersion, StageEntry

ADOPTED = {"law": ("signed", "in_force"), "bill": ("signed", "in_force")}
"""Stages after which an instrument of a kind is law: a government approves a bill long before it is one."""

_ADOPTED = ("signed", "approved", "in_force")  # of a decree, a resolution, an order
RULES = ("callup", "contract.term", "deployment.area", "eligibility.age", "pay.clawback", "recruitment.voluntary",
         "training.duration")  # fmt: skip
"""Claim types of which a law, a draft or an office may give versions."""

_NO_LAW = ("contract", "statement")  # instruments of a claim that are none of the law
_ASSURANCES = ("deployment.area", "recruitment.voluntary")  # what offices say of a law more often than the law does
_NEAR = 400  # characters between a statement and an instrument that is told in the same breath
_FORCE = {"actual": "reported", "ordered": "ordered", "planned": "planned", "proposed": "draft"}


def instruments(model: Model) -> tuple[InstrumentEntry, ...]:
    """Every legal instrument of which a report gives a stage or a provision, by kind and first date."""
    lines = {i: line for line in model.of("law.stage") for i in line.support.claims}
    order = _order_of_stages(model)
    found = [_entry(model, group, lines) for group in _groups([model.claims[i] for i in lines], order)]
    tied = {p.finding for entry in found for p in entry.provisions}
    loose: dict[str, list[Line]] = defaultdict(list)
    for line in model.of("law.provision"):
        if line.finding not in tied:
            loose[str(line.get("instrument") or "")].append(line)
    for kind, provisions in loose.items():
        documents = sorted({d for line in provisions for d in model.documents(line)})
        found.append(InstrumentEntry(kind, "", (), "", False, tuple(provisions), tuple(documents)))
    return tuple(sorted(found, key=_by_date))


def rules(model: Model) -> tuple[RuleEntry, ...]:
    """Every rule with its versions, each with its force and whether it held on the day asked for."""
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in (*model.of(*RULES), *(left for left in model.left_out if _is_rule(left))):
        groups[line.finding].append(line)
    known, entries = instruments(model), []
    for lines in groups.values():
        ordered = sorted(lines, key=lambda v: (v.support.since or v.support.first or "9999", repr(v.values)))
        head, versions = ordered[0], tuple(_version(model, v, known) for v in ordered)
        entries.append(RuleEntry(head.type, head.region, head.scope, versions))
    return tuple(sorted(entries, key=lambda r: (r.region, r.type, repr(r.scope))))


def under(model: Model, line: Line, known: Sequence[InstrumentEntry]) -> tuple[InstrumentEntry, ...]:
    """The instruments under which a statement is reported.

    What a draft says stands under the nearest draft of its document; what is reported as being so, under what is
    adopted and told in the same breath. What a contract or an office says or a report denies stands under none.

    Args:
        model: The model.
        line: The statement.
        known: What `instruments` gives.
    """
    named = str(line.get("instrument") or "")
    draft = line.support.status == "proposed"
    found: dict[int, InstrumentEntry] = {}
    if named in _NO_LAW or line.type in _ASSURANCES or line.support.polarity == "denied":
        return ()
    for claim in (model.claims[i] for i in line.support.claims):
        best = min(
            (
                (abs(stage.quote.start - claim.quote.start), n)
                for n, entry in enumerate(known)
                if entry.adopted != draft and claim.capture_id in entry.documents
                for stage in (model.claims[i] for s in entry.stages for i in s.line.support.claims)
                if stage.capture_id == claim.capture_id
            ),
            default=None,
        )
        if best and (draft or best[0] <= _NEAR):
            found[best[1]] = known[best[1]]
    return tuple(found[n] for n in sorted(found))


def _is_rule(line: Line) -> bool:
    return line.type in RULES or line.type.split(".")[0] in RULES


def _version(model: Model, line: Line, known: Sequence[InstrumentEntry]) -> RuleVersion:
    force = _FORCE[line.support.status]
    kinds = tuple(dict.fromkeys(i.kind for i in under(model, line, known)))
    holds, why = line.support.held, line.support.held_why
    if line.support.standing == "draft":
        why = "only a draft said so, and what was adopted says otherwise"
    elif force == "draft" and not why:
        why = "a draft: no report says that it was adopted"
    return RuleVersion(line, force, kinds, holds, why)


@dataclass(slots=True)
class _Group:
    """Claims on stages of what may be one instrument, and what ties them."""

    claims: list[Claim]
    kind: str
    titles: set[str]
    documents: set[str]
    dates: dict[str, list[PartialDate]]
    actors: set[tuple[str, str]]

    def fits(self, other: _Group, order: Mapping[str, int]) -> bool:
        """Whether nothing speaks against one instrument: kind, title, days, and the order of the stages."""
        if self.kind != other.kind or len(self.titles | other.titles) > 1:
            return False
        return all(
            _in_order((order.get(one, 0), a), (order.get(two, 0), b))
            for one, held in self.dates.items()
            for a in held
            for two, also in other.dates.items()
            for b in also
        )

    def tie(self, other: _Group) -> int:
        """What speaks for it: 3 a title or a document, 2 the day of a stage, 1 who took it, 0 nothing."""
        if self.titles & other.titles or self.documents & other.documents:
            return 3
        if any(self.dates[s] and other.dates[s] for s in self.dates.keys() & other.dates.keys()):
            return 2
        return int(bool(self.actors & other.actors))

    def take(self, other: _Group) -> None:
        """Take in the claims of another group."""
        self.claims += other.claims
        self.titles |= other.titles
        self.documents |= other.documents
        self.actors |= other.actors
        for stage, days in other.dates.items():
            held = self.dates.setdefault(stage, [])
            held += [d for d in days if d not in held]


def _groups(claims: Sequence[Claim], order: Mapping[str, int]) -> list[list[Claim]]:
    """Claims on stages, put together where they are of one instrument; the dated ones first."""
    groups: list[_Group] = []
    for claim in sorted(claims, key=lambda c: (not c.get("date"), not c.get("title"), c.published or "9999", c.id)):
        groups.append(_group_of(claim))
        while (at := _only_partner(groups, order)) is not None:
            groups[at].take(groups.pop())
            groups.append(groups.pop(at))
    return [g.claims for g in groups]


def _only_partner(groups: Sequence[_Group], order: Mapping[str, int]) -> int | None:
    """The place of the only group that the last one is tied to most; None where there is none, or several."""
    last = groups[-1]
    ties = {n: tie for n, g in enumerate(groups[:-1]) if (tie := last.tie(g)) and last.fits(g, order)}
    found = [n for n, tie in ties.items() if tie == max(ties.values())]
    return found[0] if len(found) == 1 else None


def _group_of(claim: Claim) -> _Group:
    stage, date, actor = (str(claim.get(role) or "") for role in ("stage", "date", "actor"))
    title = str(claim.get("title") or "").casefold()
    return _Group(
        [claim],
        str(claim.get("instrument") or ""),
        {title} if title else set(),
        {claim.capture_id},
        {stage: [PartialDate.parse(date)] if date else []},
        {(stage, actor.split(" (")[0].casefold())} if actor else set(),
    )


def _in_order(one: tuple[int, PartialDate], two: tuple[int, PartialDate]) -> bool:
    """Whether two stages, each with its place in the order and its day, may follow one another so."""
    (a, on), (b, upon) = sorted((one, two), key=lambda s: s[0])
    if a == b:
        return on.earliest <= upon.latest and upon.earliest <= on.latest
    return on.earliest <= upon.latest


def _entry(model: Model, group: list[Claim], lines: dict[str, Line]) -> InstrumentEntry:
    order = _order_of_stages(model)
    kind = str(group[0].get("instrument") or "")
    own = dict.fromkeys(lines[c.id] for c in group)
    by_stage: dict[str, list[Line]] = defaultdict(list)
    for line in own:
        by_stage[str(line.get("stage") or "")].append(line)
    stages = tuple(
        _stage(stage, line, group)
        for stage in sorted(by_stage, key=lambda s: (order.get(s, len(order)), s))
        for line in by_stage[stage]
    )
    live = [s.stage for s in stages if s.line.support.counts and s.line.support.status == "actual"]
    documents = {c.capture_id for c in group}
    provisions = [
        p for p in model.of("law.provision") if p.get("instrument") == kind and documents & model.documents(p)
    ]
    return InstrumentEntry(
        kind=kind,
        title=next((str(c.get("title")) for c in group if c.get("title")), ""),
        stages=stages,
        reached=live[-1] if live else "",
        adopted=any(stage in ADOPTED.get(kind, _ADOPTED) for stage in live),
        provisions=tuple(provisions),
        documents=tuple(sorted(documents)),
    )


def _order_of_stages(model: Model) -> dict[str, int]:
    known = model.vocabulary.types.get("law.stage")
    arg = known.arg("stage") if known else None
    return {stage: n for n, stage in enumerate(arg.values if arg else ())}


def _stage(stage: str, line: Line, group: Iterable[Claim]) -> StageEntry:
    own = [c for c in group if c.id in line.support.claims]
    actors = dict.fromkeys(str(c.get("actor")) for c in own if c.get("actor"))
    dates = dict.fromkeys(str(c.get("date")) for c in own if c.get("date"))
    return StageEntry(stage, tuple(dates), tuple(actors), line)


def _by_date(entry: InstrumentEntry) -> tuple[str, str, str]:
    dates = each((s.line for s in entry.stages), "date")
    known = [*dates, *(d for s in entry.stages for d in s.dates), *(s.line.support.first for s in entry.stages)]
    return (entry.kind, min((d for d in known if d), default="9999"), entry.title)
