"""Sources: who publishes, and whose word is behind what is published."""

from __future__ import annotations

from tests.reconcile.made import claim, matter, paper

from musterbook.reconcile.credibility import Reliability
from musterbook.reconcile.press import Paper
from musterbook.reconcile.sources import SourceRecord, source_records
from musterbook.records import Claim


def listed(claims: list[Claim], papers: list[Paper]) -> dict[str, SourceRecord]:
    """Name → source."""
    known, letters = matter(claims, papers), {"Губернатор Тверской области": Reliability("x", "B")}
    found = source_records(claims, {p.capture_id: p for p in papers}, known.origins, known.questions, letters)
    return {s.name: s for s in found}


def head(doc: str, outlet: str, published: str) -> Paper:
    """A post of the head of a region."""
    return Paper(f"capture-{doc}", doc, published, outlet, "head RU-TVE", "official")


def test_an_office_is_one_source_in_both_languages() -> None:
    """What a governor publishes in two languages is counted once, under one name; a letter given to either holds."""
    posts = [
        head("a", "Губернатор Тверской области", "2025-12-01"),
        head("b", "Governor of Tver region", "2025-12-02"),
    ]
    claims = [
        claim("a", "unit.strength", "2025-12-01", region="RU-TVE", at_least=410),
        claim("b", "unit.strength", "2025-12-02", region="RU-TVE", at_least=410),
    ]
    found = listed(claims, posts)
    governor = found["Governor of Tver region"]
    assert set(found) == {"Governor of Tver region"}
    assert (governor.documents, governor.claims, governor.kind) == (2, 2, "official")
    assert governor.also == ("Губернатор Тверской области",)
    assert governor.reliability.letter == "B"


def test_an_office_that_is_only_cited_is_an_official_source() -> None:
    """Whose word it is in the end is listed too, with its kind, though it has published nothing in the book."""
    papers = [paper("a", "Kommersant", published="2025-12-01")]
    found = listed([claim("a", "law.stage", "2025-12-01", by=("State Duma",), stage="signed")], papers)
    assert found["State Duma"].kind == "official"
    assert (found["State Duma"].documents, found["State Duma"].origin_of) == (0, 1)
