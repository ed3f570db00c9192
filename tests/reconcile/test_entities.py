"""Entities: names that are one by spelling, by the vocabulary or by decision, and all of it reversible."""

from __future__ import annotations

from itertools import permutations

from tests.reconcile.made import claim, paper, vocabulary

from musterbook.reconcile.entities import Aliases, Entity, entities, pair
from musterbook.reconcile.findings import Matter, find
from musterbook.reconcile.origins.ascribing import Origins
from musterbook.reconcile.press import Press
from musterbook.reconcile.slots import Questions
from musterbook.records import Claim, Judgement


def said(one: str, two: str, verdict: str = "positive", at: int = 1) -> Judgement:
    """A decision on two names."""
    return Judgement(pair(one, two), "entity", verdict, "", "analyst", f"2026-01-0{at}T00:00:00Z", "looked at both")


def listed(claims: list[Claim], *judgements: Judgement) -> list[Entity]:
    """All entities of some claims."""
    aliases = Aliases(judgements)
    return entities(claims, [], Press(vocabulary(), judgements, aliases.of), vocabulary(), aliases)


def origins(claims: list[Claim], *judgements: Judgement) -> tuple[str, ...]:
    """The origins of the one answer that claims give."""
    aliases = Aliases(judgements)
    press, questions = Press(vocabulary(), judgements, aliases.of), Questions(vocabulary(), aliases.of)
    papers = {p.capture_id: p for p in (paper("a"), paper("b"))}
    (finding,) = find(claims, Matter(questions, Origins(claims, papers, [], press, questions)))
    return finding.rivals[0].origins


def test_an_entity_has_all_its_names() -> None:
    """The names of one unit in two scripts are one entity of the vocabulary."""
    claims = [
        claim("a", "unit.formed", region="RU-BEL", unit="BARS-Belgorod"),
        claim("b", "unit.formed", region="RU-BEL", unit="БАРС-Белгород"),
    ]
    (unit,) = [e for e in listed(claims) if e.kind == "unit"]
    assert (unit.name, set(unit.names), unit.known) == ("BARS-Belgorod", {"BARS-Belgorod", "БАРС-Белгород"}, True)


def test_findings_follow_a_merge_and_its_undoing() -> None:
    """Two speakers whom somebody found to be one are one origin; undone, they are two again."""
    by = (("Ivan Primerov",), ("Made-up Committee Chair Primerov",))
    claims = [claim(d, "training.duration", duration="P3W", by=b) for d, b in zip("ab", by, strict=True)]
    assert len(origins(claims, said(by[0][0], by[1][0]))) == 1
    undone = Judgement(pair(by[0][0], by[1][0]), "entity", "undone", "", "analyst", "2026-02-01T00:00:00Z", "no")
    assert origins(claims, said(by[0][0], by[1][0]), undone) == origins(claims)


def test_a_merge_does_not_jump_over_what_is_kept_apart() -> None:
    """A is B, B is C, but A is not C: the later merge is not made, and is told; the order of reading is nothing."""
    told = [said("A", "B", at=1), said("B", "C", at=2), said("A", "C", "negative", at=3)]
    for order in permutations(told):
        aliases = Aliases(order)
        assert (aliases.of("B"), aliases.of("C")) == ("A", "C")
        assert [p.code for p in aliases.problems] == ["reconcile.pair"]


def test_unsure_keeps_apart() -> None:
    """More than one candidate is no match: names that nobody is sure of stay two."""
    assert Aliases([said("A", "B"), said("A", "B", "unsure", at=2)]).of("B") == "B"


def test_the_name_of_the_vocabulary_stands() -> None:
    """Whichever way round two names are given, the one that the vocabulary knows is shown."""
    assert (
        Aliases([said("Zeta detachment", "BARS-Belgorod")], ["BARS-Belgorod"]).of("zeta detachment") == "BARS-Belgorod"
    )
