"""Whether something held on a day: yes, no, or unknown, and never guessed."""

from __future__ import annotations

import pytest
from tests.programme.made import claim
from tests.reconcile.made import findings

from musterbook.programme import held, holding, validity
from musterbook.records import Difference, Finding, Rival, Slot


def rival(since: str = "", until: str = "", status: str = "", standing: str = "live") -> Rival:
    """An answer with the days it gives."""
    values = (("status", status),) if status else ()
    return Rival(values, "affirmed", ("c",), 1, 1, since=since, until=until, standing=standing)


REPORTED = ("2026-03-10", "2026-05-10")


@pytest.mark.parametrize(
    ("day", "since", "until", "expected"),
    [
        ("2026-01-31", "2026-02-01", "", "no"),
        ("2026-02-01", "2026-02-01", "", "yes"),
        ("2026-02-15", "2026-02", "", "unknown"),
        ("2026-02-28", "2026-02", "", "yes"),
        ("2026-05-10", "2026-02-01", "", "yes"),
        ("2026-05-11", "2026-02-01", "", "unknown"),
        ("2026-05-11", "2026-02-01", "2026-06-30", "yes"),
        ("2026-07-01", "2026-02-01", "2026-06-30", "no"),
        ("2026-06-15", "2026-02-01", "2026-06", "unknown"),
        ("2026-07-01", "2026-02-01", "2026-06", "no"),
        ("2026-03-09", "", "", "unknown"),
        ("2026-03-10", "", "", "yes"),
        ("2026-05-10", "", "", "yes"),
        ("2026-05-11", "", "", "unknown"),
    ],
)
def test_days_decide_where_reports_give_them(day: str, since: str, until: str, expected: str) -> None:
    """A rule holds from its first day, or the first report, to its last day, or the last report; else unknown."""
    said, why = held("callup.limit", rival(since, until), REPORTED, day)
    assert (said, bool(why)) == (expected, True)


def test_what_happened_stays_so() -> None:
    """A law that was signed in February is signed in December, though nobody reports it again."""
    assert held("law.stage", rival("2026-02-04"), REPORTED, "2026-12-01")[0] == "yes"
    assert held("law.stage", rival("2026-02-04"), REPORTED, "2026-02-03")[0] == "no"
    assert held("law.stage", rival(), REPORTED, "2026-12-01")[0] == "yes"
    assert held("law.stage", rival(), REPORTED, "2026-01-01")[0] == "unknown"


@pytest.mark.parametrize("status", ["proposed", "planned", "ordered"])
def test_a_draft_is_not_what_came_of_it(status: str) -> None:
    """What is only drafted, planned or ordered is never said to have held."""
    assert held("callup.limit", rival(status=status), REPORTED, "2026-04-01")[0] == "unknown"
    assert held("callup.limit", rival(status=status, standing="draft"), REPORTED, "2026-04-01")[0] == "no"


def test_nothing_dated_is_unknown() -> None:
    """Without any date nobody knows."""
    assert held("callup.limit", rival(), ("", ""), "2026-04-01")[0] == "unknown"


def test_a_garbled_answer_is_unknown() -> None:
    """What a rewrite got wrong says nothing of the day."""
    assert held("callup.limit", rival(standing="garbled"), REPORTED, "2026-04-01")[0] == "unknown"


def test_findings_of_a_day() -> None:
    """A finding loses the answers that did not hold, and vanishes when it has lost all; differences go with them."""
    gone, left = rival("2026-05-01"), Rival((("count", 600),), "affirmed", ("d",), 1, 1)
    apart = Difference("date", "two times", ("c", "d"))
    found = [
        Finding(Slot("recruitment.count", "RU-TOM"), (gone, left), differences=(apart,)),
        Finding(Slot("recruitment.count", "RU-AMU"), (gone,)),
    ]
    (kept,) = holding(found, {"c": ("no", ""), "d": ("unknown", "")})
    assert (kept.rivals, kept.differences) == ((left,), ())


def test_validity_is_told_claim_by_claim() -> None:
    """Every claim of a finding is told to have held or not, with the reason."""
    said = claim("a", "unit.formed", "2026-03-01", region="RU-TOM", date="2026-02-01")
    known = validity(findings([said]), {said.id: said}, "2026-01-01")
    assert known == {said.id: ("no", "it was not so before 2026-02-01")}
