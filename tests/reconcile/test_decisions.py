"""Decisions: on edges, on sources; laid over proposals and taken back."""

from __future__ import annotations

from tests.reconcile.made import claim, edge, findings, vocabulary

from musterbook.reconcile.changes import changes
from musterbook.reconcile.credibility import reliabilities
from musterbook.reconcile.judged import standing
from musterbook.reconcile.press import Press
from musterbook.records import Judgement


def judged(subject: str, kind: str, verdict: str, day: int, value: str = "") -> Judgement:
    """A decision of one day."""
    return Judgement(subject, kind, verdict, value, "desk", f"2025-01-{day:02}T00:00:00", "read both")


def test_an_edge_can_be_rejected_and_the_rejection_undone() -> None:
    """A rejected edge does not stand; undone, it does again, as it was proposed."""
    proposed = edge("b", "a")
    rejected = judged(proposed.id, "lineage", "negative", 1)
    assert standing([proposed], [rejected]) == ([], [])
    assert standing([proposed], [rejected, judged(proposed.id, "lineage", "undone", 2)]) == ([proposed], [])
    assert standing([proposed], [judged(proposed.id, "lineage", "positive", 1)])[0][0].confidence == 1


def test_a_source_can_be_set() -> None:
    """What a person sets stands in the place of all that was proposed; what cannot be read is a problem."""
    good = judged("capture-b", "lineage", "set", 1, '{"named": "TASS", "kind": "copies"}')
    (found,), problems = standing([edge("b", "a")], [good])
    assert (found.named, found.kind, problems) == ("TASS", "copies", [])
    kept, problems = standing([edge("b", "a")], [judged("capture-b", "lineage", "set", 1, "TASS")])
    assert (kept, problems[0].code) == ([edge("b", "a")], "reconcile.source")


def test_reliability_is_f_until_somebody_judges() -> None:
    """The last letter stands, with its history; undone, the source is F again."""
    given = [judged("TASS", "reliability", "set", 1, "C"), judged("TASS", "reliability", "set", 2, "B")]
    letters, _ = reliabilities(given)
    assert (letters["TASS"].letter, len(letters["TASS"].history)) == ("B", 2)
    letters, _ = reliabilities([*given, judged("TASS", "reliability", "undone", 3)])
    assert (letters["TASS"].letter, len(letters["TASS"].history)) == ("F", 3)
    assert reliabilities([judged("TASS", "reliability", "set", 1, "Z")])[1][0].code == "reconcile.letter"


def test_the_kind_of_a_source_can_be_set() -> None:
    """A publisher that the vocabulary does not know can be told to report, and that be taken back."""
    told = judged("outlet:Made-up Post", "entity", "set", 1, '{"kind": "newspaper"}')
    assert Press(vocabulary(), [told]).kind("Made-up Post") == "newspaper"
    undone = judged("outlet:Made-up Post", "entity", "undone", 2)
    assert Press(vocabulary(), [told, undone]).kind("Made-up Post") == "unknown"


def test_changes_are_of_five_kinds() -> None:
    """A new question is added, a new answer changes or contests, a denial denies, what nobody says is withdrawn."""
    first = claim("a", "training.duration", duration="P3W")
    gone = claim("a", "recruitment.category_count", count=20)
    rival = claim("b", "training.duration", duration="P5W")
    fresh = claim("b", "contract.term", duration="P1Y")
    never = claim("b", "deployment.area", "denied", area="UA")
    found = changes(findings([first, gone]), findings([first, rival, fresh, never]))
    assert sorted((c.kind, c.finding.slot.type) for c in found) == [
        ("added", "contract.term"),
        ("contested", "training.duration"),
        ("denied", "deployment.area"),
        ("withdrawn", "recruitment.category_count"),
    ]
    assert changes(findings([first]), findings([first])) == []
