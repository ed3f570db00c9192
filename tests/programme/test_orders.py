"""Orders: who demands what of whom, and what the same reports say beside it."""

from __future__ import annotations

from tests.programme.made import claim, model

from musterbook.programme import counted_groups, orders


def test_an_order_with_what_stands_beside_it() -> None:
    """An order has its issuer, recipients, days and rhythm; groups and metrics are those of its own documents."""
    said = [
        claim("a", "recruitment.order", "2026-03-01", requirement="report", issuer="Example Office",
              recipients="regions", frequency="weekly", effective_since="2026-01-01", date="2026-02-01"),
        claim("a", "recruitment.category", category="debtors"),
        claim("b", "recruitment.category", category="migrants"),
        claim("a", "recruitment.category_count", count=22, comparator="about"),
        claim("a", "recruitment.metric", metric="signed", frequency="weekly"),
        claim("a", "source.verification", verified=False, object="letter"),
    ]  # fmt: skip
    (order,) = orders(model(said))
    assert (order.issuers, order.recipients, order.frequency) == (("Example Office",), ("regions",), ("weekly",))
    assert (order.since, order.dated) == (("2026-01-01",), ("2026-02-01",))
    assert [line.get("category") for line in order.groups] == ["debtors"]
    assert [line.get("metric") for line in order.counted] == ["signed"]
    assert [line.get("verified") for line in order.verification] == [False]
    (held,) = order.group_counts
    assert (held.least, held.most, held.named_beside, held.named_elsewhere) == (20, 24, ("debtors",), ("migrants",))
    assert held.not_named == 18


def test_an_order_without_an_issuer() -> None:
    """It is of the only issuer that its documents name for the same demand, or else of nobody."""
    known = claim("a", "recruitment.order", requirement="report", issuer="Example Office")
    same = claim("a", "recruitment.order", requirement="report", effective_since="2026-01-01")
    other = claim("b", "recruitment.order", requirement="report", frequency="weekly")
    (one,) = orders(model([known, same]))
    assert (one.issuers, one.since) == (("Example Office",), ("2026-01-01",))
    assert [o.issuers for o in orders(model([known, other]))] == [(), ("Example Office",)]


def test_two_demands_are_two_orders() -> None:
    """An order to recruit is not an order to report."""
    said = [claim("a", "recruitment.order", requirement=r) for r in ("recruit", "report")]
    assert [o.requirement for o in orders(model(said))] == ["recruit", "report"]


def test_groups_counted_against_named() -> None:
    """A count of groups is held against the groups that are named, and denied ones are not named."""
    said = [claim("a", "recruitment.category_count", count=3), claim("a", "recruitment.category", category="debtors"),
            claim("a", "recruitment.category", "denied", category="migrants")]  # fmt: skip
    counted = counted_groups(model(said))
    assert (counted.what, [c for c, _ in counted.named], counted.counts[0].not_named) == ("groups", ["debtors"], 2)
