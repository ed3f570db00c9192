"""The law: instruments with their stages and dates, what each provides, which version of a rule held on a day.

In: a `Model`. Out: `InstrumentEntry` and `RuleEntry` records. Never shows a draft as law, and never takes two
instruments for one because they are of one kind: only a title, a day, an actor or a document that they share
ties what reports say, and only where there is a single candidate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from musterbook.programme.matching import one_by_one
from musterbook.programme.model import Model, each
from musterbook.records import Claim, InstrumentEntry, Line, RuleEntry, RuleVersion, StageEntry

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
    """Every legal instrument of which a report gives a stage or a provision, by kind and first date.

    Where reports of two instruments of one kind give the same answer (both: signed), its line stands under both.
    """
    return tuple(entry for entry, _ in _found(model))


def rules(model: Model) -> tuple[RuleEntry, ...]:
    """Every rule with its versions, each with its force and whether it held on the day asked for."""
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in (*model.of(*RULES), *(left for left in model.left_out if _is_rule(left))):
        groups[line.finding].append(line)
    known, entries = statutes(model), []
    for lines in groups.values():
        ordered = sorted(lines, key=lambda v: (v.support.since or v.support.first or "9999", repr(v.values)))
        head, versions = ordered[0], tuple(_version(model, v, known) for v in ordered)
        entries.append(RuleEntry(head.type, head.region, head.scope, versions))
    return tuple(sorted(entries, key=lambda r: (r.region, r.type, repr(r.scope))))


@dataclass(frozen=True, slots=True)
class Statutes:
    """The instruments of a model, with where their stages are told.

    Attributes:
        entries: What `instruments` gives.
        places: Capture → (start of a quote, place in ``entries``) of every stage told in it.
    """

    entries: tuple[InstrumentEntry, ...]
    places: Mapping[str, tuple[tuple[int, int], ...]]

    def under(self, model: Model, line: Line) -> tuple[InstrumentEntry, ...]:
        """The instruments under which a statement is reported.

        What a draft says stands under the nearest draft of its document; what is reported as being so, under what
        is adopted and told in the same breath. What a contract or an office says or a report denies stands under
        none.
        """
        named = str(line.get("instrument") or "")
        draft = line.support.status == "proposed"
        if named in _NO_LAW or line.type in _ASSURANCES or line.support.polarity == "denied":
            return ()
        found = set()
        for claim in (model.claims[i] for i in line.support.claims):
            told = self.places.get(claim.capture_id, ())
            near = ((abs(at - claim.quote.start), n) for at, n in told if self.entries[n].adopted != draft)
            best = min(near, default=None)
            if best and (draft or best[0] <= _NEAR):
                found.add(best[1])
        return tuple(self.entries[n] for n in sorted(found))


def statutes(model: Model) -> Statutes:
    """The instruments of a model, ready to be asked what stands under them."""
    found = _found(model)
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for n, (_, claims) in enumerate(found):
        for claim in claims:
            places[claim.capture_id].append((claim.quote.start, n))
    told = {capture_id: tuple(at) for capture_id, at in places.items()}
    return Statutes(tuple(entry for entry, _ in found), told)


def _found(model: Model) -> list[tuple[InstrumentEntry, tuple[Claim, ...]]]:
    """Instruments, each with the claims on its stages."""
    lines = {i: line for line in model.of("law.stage") for i in line.support.claims}
    order = _order_of_stages(model)
    provided = [(line, model.documents(line)) for line in model.of("law.provision")]
    found: list[tuple[InstrumentEntry, tuple[Claim, ...]]] = []
    tied: set[int] = set()
    for group in one_by_one([model.claims[i] for i in lines], order):
        documents = {c.capture_id for c in group}
        kind = group[0].get("instrument")
        own = tuple(p for p, told in provided if p.get("instrument") == kind and documents & told)
        tied.update(map(id, own))
        found.append((_entry(group, lines, order, own), tuple(group)))
    loose: dict[str, list[Line]] = defaultdict(list)
    for line, _ in provided:
        if id(line) not in tied:
            loose[str(line.get("instrument") or "")].append(line)
    for kind, rest in loose.items():
        told = sorted({d for line in rest for d in model.documents(line)})
        found.append((InstrumentEntry(kind, "", (), "", False, tuple(rest), tuple(told)), ()))
    return sorted(found, key=lambda f: _by_date(f[0]))


def _is_rule(line: Line) -> bool:
    return line.type in RULES or line.type.split(".")[0] in RULES


def _version(model: Model, line: Line, known: Statutes) -> RuleVersion:
    force = _FORCE[line.support.status]
    kinds = tuple(dict.fromkeys(i.kind for i in known.under(model, line)))
    holds, why = line.support.held, line.support.held_why
    if line.support.standing == "draft":
        why = "only a draft said so, and what was adopted says otherwise"
    elif force == "draft" and not why:
        why = "a draft: no report says that it was adopted"
    return RuleVersion(line, force, kinds, holds, why)


def _entry(
    group: list[Claim], lines: Mapping[str, Line], order: Mapping[str, int], provisions: tuple[Line, ...]
) -> InstrumentEntry:
    own: dict[int, list[Claim]] = defaultdict(list)
    for claim in group:
        own[id(lines[claim.id])].append(claim)
    stages = [_stage(lines[claims[0].id], claims) for claims in own.values()]
    stages.sort(key=lambda s: (order.get(s.stage, len(order)), s.stage))
    live = [s.stage for s in stages if s.line.support.counts and s.line.support.status == "actual"]
    kind = str(group[0].get("instrument") or "")
    return InstrumentEntry(
        kind=kind,
        title=next((str(c.get("title")) for c in group if c.get("title")), ""),
        stages=tuple(stages),
        reached=live[-1] if live else "",
        adopted=any(stage in ADOPTED.get(kind, _ADOPTED) for stage in live),
        provisions=provisions,
        documents=tuple(sorted({c.capture_id for c in group})),
    )


def _order_of_stages(model: Model) -> dict[str, int]:
    known = model.vocabulary.types.get("law.stage")
    arg = known.arg("stage") if known else None
    return {stage: n for n, stage in enumerate(arg.values if arg else ())}


def _stage(line: Line, claims: Iterable[Claim]) -> StageEntry:
    actors = dict.fromkeys(str(c.get("actor")) for c in claims if c.get("actor"))
    dates = dict.fromkeys(str(c.get("date")) for c in claims if c.get("date"))
    return StageEntry(str(line.get("stage") or ""), tuple(dates), tuple(actors), line)


def _by_date(entry: InstrumentEntry) -> tuple[str, str, str]:
    dates = each((s.line for s in entry.stages), "date")
    known = [*dates, *(d for s in entry.stages for d in s.dates), *(s.line.support.first for s in entry.stages)]
    return (entry.kind, min((d for d in known if d), default="9999"), entry.title)
