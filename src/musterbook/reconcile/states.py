"""The state of a question, with its reason.

In: the rivals of a slot with their standing and origins, and how they differ. Out: one of the seven states
and why. Never prefers the latest, and never takes silence for a denial.
"""

from __future__ import annotations

from collections.abc import Sequence

from musterbook.records import Difference, Rival


def state_of(
    rivals: Sequence[Rival], conflicts: Sequence[Difference], best: tuple[str, tuple[str, ...]], hedged: bool
) -> tuple[str, str]:
    """The state of a finding.

    Args:
        rivals: All answers, each with its standing.
        conflicts: Genuine differences among live answers.
        best: The answer that the most origins say, in words, and these origins.
        hedged: Whether every claim marks doubt itself.

    Returns:
        One of `records.finding.STATES` and the reason in words.
    """
    live = [r for r in rivals if r.standing == "live"]
    if not live:
        return _none_live(rivals)
    origins = sorted({o for r in live for o in r.origins})
    if conflicts:
        return "contested", conflicts[0].reason + (
            f"; said by {', '.join(origins)}" if origins else "; no origin is known"
        )
    if all(r.polarity == "denied" for r in live):
        who = f" by {', '.join(origins)}" if origins else ""
        return "denied", f"every report on it denies it{who}; nobody affirms it"
    if any(r.standing == "doubted" for r in rivals) and not origins:
        return "unsure", "a person has marked it as unsure"
    words, agreed = best
    if len(agreed) >= 2:
        return "corroborated", f"{words}: {len(agreed)} origins say so or what implies it: {', '.join(agreed)}"
    if origins:
        word = " (every report marks doubt)" if hedged else ""
        others = (
            f"; several answers, each on the word of one: {', '.join(origins)}"
            if len(origins) > 1
            else f": {origins[0]}"
        )
        return "single_origin", f"on the word of one origin{others}{word}"
    return "unsure", "no origin is known: nobody is named, and no source that is known to report says it itself"


def _none_live(rivals: Sequence[Rival]) -> tuple[str, str]:
    kinds = {r.standing for r in rivals}
    if "doubted" in kinds:
        return "unsure", "a person has marked it as unsure"
    if "garbled" in kinds:
        first = next(r for r in rivals if r.standing == "garbled")
        return "garbled", first.why
    if "ended" in kinds:
        ends = max(r.until for r in rivals)
        return "superseded", f"what was reported held until {ends}"
    return "superseded", "only a draft said so, and what was adopted says otherwise"
