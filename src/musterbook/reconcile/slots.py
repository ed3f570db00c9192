"""Slots: claims that answer the same question, grouped, with every rival answer side by side.

In: claims, the claim types, and who published which document. Out: one `Finding` a slot, not yet
reconciled (its state is empty), with its rivals and how many documents and outlets say each.
Never drops, averages or prefers an answer.

Which arguments ask and which answer follows from the definition of the claim type:

- the region asks; so do group, kind, facility, unit of measure, contract term and whatever else is
  an open list (`duty`, `criterion`, `remit`);
- what is measured answers: numbers, money, durations, yes or no, how often; so does a closed list in
  a key argument (`effect`, `stage` of the law, `limit`), and the last of several free texts;
- a date by itself answers only where a type has nothing else; elsewhere it tells since when;
- names of units, issuers, payers, conditions are details of single claims: they stay with them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from musterbook.records import Claim, Finding, Rival, Slot
from musterbook.records.claim import Scalar
from musterbook.vocabulary import ArgDef, ClaimType

_MEASURED = frozenset({"number", "money"})
_MEASURED_BY_KEY = frozenset({"duration", "boolean"})
_MEASURES = frozenset({"comparator", "frequency"})  # roles that say how exactly and how often
_DETAILS = frozenset({"text", "date", "person", "boolean", "unit"})

Pairs = tuple[tuple[str, Scalar], ...]


@dataclass(frozen=True, slots=True)
class Roles:
    """What each argument of a claim type is for; the rest are details of single claims.

    Attributes:
        scope: Roles that are part of the question, without the region.
        answer: Roles that answer it.
        since: The role that says from when, or "".
    """

    scope: tuple[str, ...]
    answer: tuple[str, ...]
    since: str = ""


def roles_of(claim_type: ClaimType) -> Roles:
    """Which arguments of a type ask and which answer."""
    args = [a for a in claim_type.args if a.role != "region"]
    answer = [a for a in args if _answers(a)]
    texts = [a for a in args if a.key and a.kind == "text"]
    if not answer and len(texts) > 1:
        answer = texts[-1:]
    dates = [a for a in args if a.kind == "date"]
    if not answer and dates and not any(a.key for a in claim_type.args):
        answer, dates = dates[:1], dates[1:]
    asked = {a.role for a in answer}
    scope = [a for a in args if a.role not in asked and (a.key or a.kind not in _DETAILS)]
    return Roles(tuple(a.role for a in scope), tuple(a.role for a in answer), dates[0].role if dates else "")


def _answers(arg: ArgDef) -> bool:
    if arg.role in _MEASURES or arg.kind in _MEASURED:
        return True
    if arg.kind == "enum":
        return arg.key and not arg.open
    if arg.kind == "instrument":
        return not arg.key
    return arg.key and arg.kind in _MEASURED_BY_KEY


def slot_of(claim: Claim, roles: Roles) -> Slot:
    """The question that a claim answers."""
    return Slot(claim.type, str(claim.get("region") or ""), _pairs(claim, roles.scope))


def answer_of(claim: Claim, roles: Roles) -> Pairs:
    """What a claim answers, with its status where it is not yet so ("planned", "proposed", "ordered").

    "Exactly" is what a plain number says as well, so it is left out.
    """
    status: Pairs = () if claim.status == "actual" else (("status", claim.status),)
    return tuple(p for p in _pairs(claim, roles.answer) if p != ("comparator", "exactly")) + status


def gather(
    claims: Iterable[Claim], types: Mapping[str, ClaimType], publisher: Callable[[str], str] = lambda capture_id: ""
) -> list[Finding]:
    """Group claims into slots with their rivals.

    Args:
        claims: Any number, of one programme.
        types: The claim types of that programme; of a type that is not among them every argument answers.
        publisher: Capture id → who published it, or "" where that is not known.

    Returns:
        The whole programme first, then region by region; in each by type and scope. Rivals in order of
        their first publication, the undated last.
    """

    @cache
    def roles(name: str) -> Roles | None:
        return roles_of(types[name]) if name in types else None

    slots: dict[Slot, dict[tuple[Pairs, str, str], list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        use = roles(claim.type) or Roles((), tuple(a.role for a in claim.args if a.role != "region"))
        since = str(claim.get(use.since) or "") if use.since else ""
        slots[slot_of(claim, use)][answer_of(claim, use), claim.polarity, since].append(claim)
    return [_finding(slot, slots[slot], publisher) for slot in sorted(slots, key=_order)]


def _pairs(claim: Claim, roles: tuple[str, ...]) -> Pairs:
    return tuple((a.role, a.value) for role in roles for a in claim.args if a.role == role)


def _order(slot: Slot) -> tuple[str, str, str]:
    return slot.region, slot.type, repr(slot.scope)


def _finding(
    slot: Slot, answers: Mapping[tuple[Pairs, str, str], list[Claim]], publisher: Callable[[str], str]
) -> Finding:
    rivals = []
    for (values, polarity, since), said in answers.items():
        said.sort(key=lambda c: (_dated(c), c.doc, c.quote.start, c.id))
        documents = dict.fromkeys(c.capture_id for c in said)
        outlets = {publisher(capture_id).casefold() for capture_id in documents} - {""}
        ids = tuple(dict.fromkeys(c.id for c in said))
        rival = Rival(values, polarity, ids, len(documents), len(outlets), since=since)
        rivals.append((_dated(said[0]), repr(values), polarity, since, rival))
    rivals.sort(key=lambda r: r[:4])
    dates = sorted(c.published for said in answers.values() for c in said if c.published)
    return Finding(slot, tuple(r[4] for r in rivals), first=dates[0] if dates else "", last=dates[-1] if dates else "")


def _dated(claim: Claim) -> str:
    return claim.published or "9999"
