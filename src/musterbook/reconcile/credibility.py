"""How credible an answer is, as a digit with its reason, and the words for it.

In: how many origins speak for an answer and for its rivals. Out: an Admiralty digit 1–6 and the reason.
Never looks at the reliability of sources: the letter and the digit are never derived from each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from musterbook.reconcile.judged import latest
from musterbook.records import Judgement, Problem

WORDS: Mapping[int, str] = {
    1: "confirmed",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
"""The one list of estimative words, by digit, after the Admiralty code (STANAG 2511)."""

LETTERS: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""Reliability of sources, set by people only; F where nobody has judged."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """What people say of a source.

    Attributes:
        source: Its name.
        letter: A–F; F where nobody has judged.
        why: The reason given.
        when: ISO 8601 instant of the decision that stands; empty where there is none.
        history: Every decision, oldest first, as (when, who, letter, reason).
    """

    source: str
    letter: str = "F"
    why: str = "nobody has judged it"
    when: str = ""
    history: tuple[tuple[str, str, str, str], ...] = ()


def reliabilities(judgements: Iterable[Judgement]) -> tuple[dict[str, Reliability], list[Problem]]:
    """The letters that stand, by source.

    Args:
        judgements: Those of kind ``reliability``: the source's name is the subject, the letter the value.

    Returns:
        Source → reliability, and decisions without a letter.
    """
    told = sorted((j for j in judgements if j.kind == "reliability"), key=lambda j: (j.when, j.id))
    problems = [
        Problem("reconcile.letter", j.subject, f"{j.value!r} is no letter from A to F; judge it again", j.id)
        for j in told
        if j.verdict == "set" and j.value not in LETTERS
    ]
    valid = [j for j in told if j.verdict != "set" or j.value in LETTERS]
    stands = latest(valid, "reliability")
    out = {}
    for source in dict.fromkeys(j.subject for j in valid):
        history = tuple(
            (j.when, j.who, j.value if j.verdict == "set" else j.verdict, j.why) for j in valid if j.subject == source
        )
        now = stands.get(source)
        if now and now.verdict == "set":
            out[source] = Reliability(source, now.value, now.why, now.when, history)
        else:
            out[source] = Reliability(source, history=history)
    return out, problems


def credibility(own: int, rivals: int, supporting: int, standing: str) -> tuple[int, str]:
    """The digit of one answer.

    Args:
        own: How many origins say exactly this.
        rivals: The most origins that say one thing that cannot be so together with it.
        supporting: How many origins say it or something that agrees with it, own ones included.
        standing: Of the rival, one of `records.finding.STANDINGS`.

    >>> credibility(2, 0, 2, "live")[0], credibility(1, 0, 1, "live")[0], credibility(0, 0, 0, "live")[0]
    (1, 3, 6)
    """
    if standing == "garbled":
        return 5, "its own origin says otherwise"
    if not own:
        return 6, "no origin is known"
    many = "origin" if own == 1 else "origins"
    if rivals > own:
        return 5, f"{own} {many}, and {rivals} that say what cannot be so together with it"
    if rivals and rivals == own:
        return 4, f"{own} {many}, and as many against it"
    if rivals:
        return 2, f"{own} independent origins, {rivals} against it"
    if own > 1:
        return 1, f"{own} independent origins, nothing against it"
    if supporting > 1:
        return 2, f"one origin; {supporting - 1} further say what agrees with it"
    return 3, "one origin, nothing against it"
