"""Findings: every question with all its answers, how they differ, its state and why.

In: claims, papers, standing edges, doubts, decisions. Out: `Finding` records. Never drops a rival, averages
a conflict away, or lets the latest win by itself; the order of adding changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from musterbook.reconcile.credibility import credibility
from musterbook.reconcile.differences import Side, difference, implies, neighbours, words_of
from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.origins.support import count_support
from musterbook.reconcile.slots import Answer, Questions, gather
from musterbook.reconcile.states import state_of
from musterbook.records import Claim, Difference, Doubt, Finding, Rival, Slot
from musterbook.records.finding import Point

_COMPARED = 24  # answers to one question that are compared pair by pair: 276 pairs; more are counted, not compared


@dataclass(frozen=True, slots=True)
class Matter:
    """What findings are made of, beside the claims.

    Attributes:
        questions: Of the programme.
        origins: Of all claims of the book.
        doubts: What is garbled, unsupported or contradicted.
        unsure: Ids of findings that a person marked as unsure.
        as_of: ISO date on which it should hold; empty for no date.
    """

    questions: Questions
    origins: Origins
    doubts: tuple[Doubt, ...] = ()
    unsure: frozenset[str] = frozenset()
    as_of: str = ""


def find(claims: Iterable[Claim], matter: Matter) -> list[Finding]:
    """All findings on some claims.

    Args:
        claims: Any number, of one programme; a filter may have left out others.
        matter: What is known of the whole book.

    Returns:
        The whole programme first, then region by region; in each by type and scope.
    """
    of = {c.id: c for c in claims}
    groups = gather(of.values(), matter.questions)
    doubts: dict[Slot, list[Doubt]] = defaultdict(list)
    for doubt in matter.doubts:
        touched = [of[i] for i in (doubt.claim, *doubt.against) if i in of]
        for slot in dict.fromkeys(matter.questions.of(c)[0] for c in touched):
            doubts[slot].append(doubt)
    alike: dict[tuple[str, str], list[Slot]] = defaultdict(list)
    for slot in groups:
        alike[slot.type, slot.region].append(slot)
    out = []
    for slot, answers in groups.items():
        finding = _finding(slot, answers, doubts.get(slot, []), matter)
        near = [(s, *_shown(groups[s])) for s in alike[slot.type, slot.region] if s != slot]
        first, own = _shown(answers)
        beside = neighbours(slot, near, own, first)
        out.append(replace(finding, differences=(*finding.differences, *beside)))
    return out


def _shown(answers: Mapping[Answer, Sequence[Claim]]) -> tuple[Claim, tuple[Answer, ...]]:
    return next(iter(answers.values()))[0], tuple(answers)


def _finding(slot: Slot, answers: Mapping[Answer, Sequence[Claim]], doubts: Sequence[Doubt], matter: Matter) -> Finding:
    questions = matter.questions
    roles, type_ = questions.roles(slot.type), questions.type(slot.type)
    asked = type_.arg("stage") if type_ and "stage" in roles.answer else None
    stages = asked.values if asked else ()
    sides = [Side(a, tuple(said)) for a, said in answers.items()]
    garbled = {d.claim: d for d in doubts if d.kind == "garbled" and not d.words}
    unsure = Finding(slot, ()).id in matter.unsure
    counted = [count_support(s.claims, matter.origins) for s in sides]
    pairs: dict[tuple[int, int], Difference] = {}
    for one, two in combinations(range(min(len(sides), _COMPARED)), 2):
        echo = _echo(sides[one], sides[two], garbled) if garbled else None
        found = echo or difference(slot, roles, sides[one], sides[two], stages)
        if found:
            pairs[one, two] = found
    standings = [_standing(n, sides, pairs, garbled, matter.as_of, unsure) for n in range(len(sides))]
    against, agreeing = _weigh(sides, pairs, standings, [c[2] for c in counted], roles.measured)
    live = {n for n, (standing, _) in enumerate(standings) if standing == "live"}
    genuine = {pair: d for pair, d in pairs.items() if d.kind == "genuine" and live.issuperset(pair)}
    rivals = []
    for n, side in enumerate(sides):
        documents, outlets, origins = counted[n]
        standing, why = standings[n]
        digit, reason = credibility(len(origins), against[n], len(agreeing[n]), standing)
        answer = side.answer
        rival = Rival(answer.values, answer.polarity, tuple(c.id for c in side.claims), documents, outlets, origins)
        said = f"{why}; {reason}" if why else reason
        rival = replace(rival, since=answer.since, until=answer.until, standing=standing, credibility=digit, why=said)
        rivals.append(_stated(rival, side, [d for pair, d in genuine.items() if n in pair], agreeing[n]))
    conflicts = list(genuine.values())
    hedged = all(c.hedged for s in sides for c in s.claims)
    best = max(live, key=lambda n: (len(agreeing[n]), -n), default=-1)
    shown = (words_of(sides[best]), tuple(sorted(agreeing[best]))) if best >= 0 else ("", ())
    state, reason = state_of(rivals, conflicts, shown, hedged)
    dates = sorted(c.published for s in sides for c in s.claims if c.published)
    return Finding(
        slot,
        tuple(rivals),
        state,
        reason,
        tuple(pairs.values()),
        tuple(doubts),
        dates[0] if dates else "",
        dates[-1] if dates else "",
        _series(rivals, sides, list(pairs.values())),
    )


def _stated(rival: Rival, side: Side, conflicts: Sequence[Difference], agreeing: set[str]) -> Rival:
    """An answer with its own state: by who gives it itself, never by who only says what agrees with it."""
    hedged = all(c.hedged for c in side.claims)
    state, reason = state_of([rival], conflicts, (words_of(side), rival.origins), hedged)
    further = sorted(agreeing - set(rival.origins))
    if further and state == "single_origin":
        reason += f"; what agrees with it is said by {', '.join(further)}"
    return replace(rival, state=state, reason=reason)


def _series(rivals: Sequence[Rival], sides: Sequence[Side], differences: Sequence[Difference]) -> tuple[Point, ...]:
    """The levels of a count or a strength in the order of their dates, where some differ only by when they held."""
    if not any(d.kind == "state" for d in differences):
        return ()
    points = []
    for rival, side in zip(rivals, sides, strict=True):
        date = rival.since or side.published
        if rival.standing == "live" and rival.polarity == "affirmed" and side.status == "actual" and date:
            points.append(Point(date, tuple(side.values.items()), rival.claims, bool(rival.since)))
    return tuple(sorted(points, key=lambda p: (p.date, repr(p.values)))) if len(points) > 1 else ()


def _echo(one: Side, two: Side, garbled: Mapping[str, Doubt]) -> Difference | None:
    for said, other in ((two, one), (one, two)):
        doubts = [garbled[c.id] for c in said.claims if c.id in garbled]
        held = {c.id for c in other.claims} if doubts else set()
        for doubt in doubts:
            if held & set(doubt.against):
                return Difference("echo", doubt.reason, (min(held & set(doubt.against)), doubt.claim))
    return None


def _standing(
    n: int,
    sides: Sequence[Side],
    pairs: Mapping[tuple[int, int], Difference],
    garbled: Mapping[str, Doubt],
    as_of: str,
    unsure: bool,
) -> tuple[str, str]:
    """Whether an answer is live, and if not, why."""
    side = sides[n]
    if unsure:
        return "doubted", "a person has marked the question as unsure"
    if all(c.id in garbled for c in side.claims):
        return "garbled", garbled[side.claims[0].id].reason
    if as_of and side.answer.until and side.answer.until < as_of:
        return "ended", f"it held until {side.answer.until}"
    if side.status == "proposed":
        for (a, b), found in pairs.items():
            other = sides[b if a == n else a]
            if n in (a, b) and found.kind == "stage" and other.status == "actual" and other.values != side.values:
                return "draft", found.reason
    return "live", ""


def _weigh(
    sides: Sequence[Side],
    pairs: Mapping[tuple[int, int], Difference],
    standings: Sequence[tuple[str, str]],
    origins: Sequence[tuple[str, ...]],
    measured: Sequence[str],
) -> tuple[list[int], list[set[str]]]:
    """For each answer: the most origins against it, and all origins that say it or what implies it."""
    against = [0] * len(sides)
    agreeing = [set(o) for o in origins]
    for one, two in combinations(range(min(len(sides), _COMPARED)), 2):
        if standings[one][0] != "live" or standings[two][0] != "live":
            continue
        found = pairs.get((one, two))
        if found and found.kind == "genuine":
            against[one] = max(against[one], len(origins[two]))
            against[two] = max(against[two], len(origins[one]))
        elif not found or (found.kind in ("bound", "date") and sides[one].status == sides[two].status):
            if implies(sides[one], sides[two], measured):
                agreeing[two] |= set(origins[one])
            if implies(sides[two], sides[one], measured):
                agreeing[one] |= set(origins[two])
    return against, agreeing
