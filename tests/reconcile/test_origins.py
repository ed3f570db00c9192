"""Whose word a statement is that a reporting newsroom shares with the report that it mentions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reconcile.made import claim, edge, matter, paper

HERALD, TIMES = "Kommersant", "Vedomosti"


def origin(kind: str, by: tuple[str, ...], confidence: float = 0.6) -> str:
    """The origin of what a newspaper says that comes from another newspaper, which says the same."""
    earlier = claim("a", "training.duration", "2025-01-01", duration="P3W")
    later = claim("b", "training.duration", "2025-01-02", by=by, duration="P3W")
    papers = [paper("a", HERALD, "newspaper"), paper("b", TIMES, "newspaper")]
    taken = replace(edge("b", "a", kind=kind), confidence=confidence)
    return matter([earlier, later], papers, [taken]).origins.of(later).name


@pytest.mark.parametrize(
    ("kind", "by", "name"),
    [
        ("cites", (), HERALD),  # a length of time that the report which it mentions has too
        ("cites", ("letter",), HERALD),  # likewise a paper without a name
        ("cites", ("Anna Primerova",), "Anna Primerova"),  # whoever is named has said it
        ("rewrites", (TIMES,), HERALD),  # it names itself, and tells another's report again
        ("cites", (TIMES,), TIMES),
    ],
)
def test_a_statement_with_a_figure_is_of_the_report_that_is_mentioned(
    kind: str, by: tuple[str, ...], name: str
) -> None:
    """Where a newsroom mentions another's report, and says the same in figures, it is the other's word."""
    assert origin(kind, by) == name
