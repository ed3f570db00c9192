"""What has changed between two states of knowledge.

In: findings as they were and as they are. Out: changes, each of one kind with the reason in words. Never
calls a finding changed because a further document repeats what was known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from musterbook.records import Finding, Rival

KINDS = ("added", "changed", "contested", "denied", "withdrawn")


@dataclass(frozen=True, slots=True)
class Change:
    """One question that is answered otherwise than before.

    Attributes:
        kind: One of `KINDS`.
        finding: As it is now; as it was, where it is withdrawn.
        reason: In words.
        answers: The answers that are new, or gone.
    """

    kind: str
    finding: Finding
    reason: str
    answers: tuple[Rival, ...] = ()


def changes(before: Iterable[Finding], after: Iterable[Finding]) -> list[Change]:
    """The differences between two lists of findings, in the order of the second, what is withdrawn last."""
    known = {f.id: f for f in before}
    out = []
    for finding in after:
        was = known.pop(finding.id, None)
        change = _added(finding) if was is None else _change(was, finding)
        if change:
            out.append(change)
    out += [Change("withdrawn", f, "no report that stands says it any more", f.rivals) for f in known.values()]
    return out


def _key(rival: Rival) -> tuple[object, ...]:
    return rival.values, rival.polarity, rival.since, rival.until


def _added(finding: Finding) -> Change:
    kind = finding.state if finding.state in ("contested", "denied") else "added"
    return Change(kind, finding, f"nothing was known; {finding.reason}", finding.rivals)


def _change(was: Finding, now: Finding) -> Change | None:
    old, new = {_key(r) for r in was.rivals}, {_key(r) for r in now.rivals}
    fresh = tuple(r for r in now.rivals if _key(r) not in old)
    gone = tuple(r for r in was.rivals if _key(r) not in new)
    if was.state != now.state and now.state in ("contested", "denied"):
        return Change(now.state, now, f"it was {_worded(was.state)}; {now.reason}", fresh)
    if fresh:
        return Change("changed", now, f"{len(fresh)} new answers beside {len(now.rivals) - len(fresh)}", fresh)
    if gone:
        return Change("withdrawn", now, f"{len(gone)} answers are no longer given by any report that stands", gone)
    if was.state != now.state:
        return Change("changed", now, f"it was {_worded(was.state)}, it is {_worded(now.state)}: {now.reason}")
    return None


def _worded(state: str) -> str:
    return state.replace("_", " ")
