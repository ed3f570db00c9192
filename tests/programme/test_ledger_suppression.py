"""What is left out of published tables cannot be computed from what is left in."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musterbook.programme.ledger.suppression import LEAST, Hidden, Key, ancestors, hide, margins
from musterbook.records.ledger import ALL

SUMS = ("approached", "agreed", "refused")
Unknown = tuple[str, Key]


class Attacker:
    """Knows every published cell, every sum over them, and that nobody is counted less than zero times.

    The cells that are left out are unknowns; each published cell or margin is an equation over them. What
    can be computed at all follows from the equations by elimination; how low and how high an unknown can
    be is a linear programme, solved exactly.
    """

    def __init__(self, tables: Mapping[str, Mapping[Key, int]], hidden: Hidden, adds_up: bool = False) -> None:
        self.unknowns: list[Unknown] = [
            (m, k) for m, table in sorted(tables.items()) for k in sorted(table) if k in hidden.cells[m]
        ]
        place = {u: n for n, u in enumerate(self.unknowns)}
        self.rows: list[list[Fraction]] = []
        for metric, table in tables.items():
            for key, value in margins(table).items():
                if key in hidden.cells[metric]:
                    continue
                below = [k for k in table if key in set(ancestors(k))]
                row = [Fraction(0)] * (len(self.unknowns) + 1)
                row[-1] = Fraction(value - sum(table[k] for k in below if (metric, k) not in place))
                for k in below:
                    if (metric, k) in place:
                        row[place[metric, k]] += 1
                self.rows.append(row)
        if adds_up:
            whole, *parts = SUMS
            for key in tables[whole]:
                row = [Fraction(0)] * (len(self.unknowns) + 1)
                for metric, sign in ((whole, 1), *((p, -1) for p in parts)):
                    if (metric, key) in place:
                        row[place[metric, key]] += sign
                    else:
                        row[-1] -= sign * tables[metric][key]
                self.rows.append(row)
        self.rows = reduced(self.rows)

    def bounds(self, aim: Mapping[Unknown, int]) -> tuple[Fraction, Fraction | None]:
        """The lowest and the highest that a sum of unknowns can be; None: without end."""
        cost = [Fraction(aim.get(u, 0)) for u in self.unknowns]
        low = lowest(self.rows, cost)
        high = lowest(self.rows, [-c for c in cost])
        assert low is not None
        return low, None if high is None else -high


def reduced(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    """Equations in reduced echelon form; zero rows gone."""
    done: list[list[Fraction]] = []
    rest = [r[:] for r in rows]
    for column in range(len(rows[0]) - 1 if rows else 0):
        pivot = next((r for r in rest if r[column]), None)
        if pivot is None:
            continue
        rest.remove(pivot)
        pivot = [v / pivot[column] for v in pivot]
        for some in (rest, done):
            for n, r in enumerate(some):
                if r[column]:
                    some[n] = [a - r[column] * b for a, b in zip(r, pivot, strict=True)]
        done.append(pivot)
    assert not any(r[-1] for r in rest), "the published table contradicts itself"
    return done


def lowest(rows: list[list[Fraction]], cost: list[Fraction]) -> Fraction | None:
    """The least of a linear cost over x >= 0 under equations; None: without end. Two-phase simplex, Bland's rule."""
    count = len(cost)
    table = [[(-v if r[-1] < 0 else v) for v in r] for r in rows]
    table = [[*r[:-1], *(Fraction(n == k) for k in range(len(table))), r[-1]] for n, r in enumerate(table)]
    base = [count + n for n in range(len(table))]
    artificial = [Fraction(0)] * count + [Fraction(1)] * len(table)
    assert run(table, base, artificial) == 0
    for n, b in enumerate(base):
        if b >= count:
            column = next((c for c in range(count) if table[n][c]), None)
            if column is not None:
                turn(table, base, n, column)
    keep = [n for n, b in enumerate(base) if b < count]
    table, base = [[*table[n][:count], table[n][-1]] for n in keep], [base[n] for n in keep]
    return run(table, base, cost)


def run(table: list[list[Fraction]], base: list[int], cost: list[Fraction]) -> Fraction | None:
    """Simplex from a feasible base."""
    while True:
        prices = [cost[c] - sum(cost[b] * r[c] for b, r in zip(base, table, strict=True)) for c in range(len(cost))]
        column = next((c for c, p in enumerate(prices) if p < 0), None)
        if column is None:
            return sum((cost[b] * r[-1] for b, r in zip(base, table, strict=True)), Fraction(0))
        rows = [(r[-1] / r[column], base[n], n) for n, r in enumerate(table) if r[column] > 0]
        if not rows:
            return None
        turn(table, base, min(rows)[2], column)


def turn(table: list[list[Fraction]], base: list[int], row: int, column: int) -> None:
    """One pivot."""
    table[row] = [v / table[row][column] for v in table[row]]
    for n, r in enumerate(table):
        if n != row and r[column]:
            table[n] = [a - r[column] * b for a, b in zip(r, table[row], strict=True)]
    base[row] = column


def assert_hidden(tables: Mapping[str, Mapping[Key, int]], adds_up: bool = False) -> None:
    """Nothing small is shown, and the attacker leaves each cell that is left out `LEAST` apart or more."""
    hidden = hide(tables, SUMS if adds_up else None)
    attacker = Attacker(tables, hidden, adds_up)
    for metric, table in tables.items():
        levels = margins(table)
        for key, value in levels.items():
            if key not in hidden.cells[metric]:
                assert value >= LEAST
                continue
            below = [k for k in table if key in set(ancestors(k)) and k in hidden.cells[metric]]
            assert below, "a margin of shown cells only can be summed"
            low, high = attacker.bounds({(metric, k): 1 for k in below})
            assert high is None or high - low >= LEAST, f"{metric} {key} = {value} lies within {low} to {high}"


counts = st.one_of(st.integers(0, 6), st.integers(0, 60))


@st.composite
def some_table(draw: st.DrawFn, most: tuple[int, ...]) -> dict[Key, int]:
    """A table with some cells missing."""
    sizes = [draw(st.integers(1, n)) for n in most]
    keys = list(product(*(tuple(f"{'rgp'[d]}{n}" for n in range(size)) for d, size in enumerate(sizes))))
    given_ = draw(st.lists(st.sampled_from(keys), min_size=1, max_size=len(keys), unique=True))
    return {key: draw(counts) for key in (keys if draw(st.booleans()) else sorted(given_))}


quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(some_table((3, 4)))
def test_two_dimensions(table: dict[Key, int]) -> None:
    """In a table of regions by weeks, from rows, columns and the total, nothing left out can be computed."""
    assert_hidden({"agreed": table})


@quick
@given(some_table((2, 3, 2)))
def test_three_dimensions(table: dict[Key, int]) -> None:
    """Nor in one of regions by groups by weeks, from its margins of every kind."""
    assert_hidden({"agreed": table})


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some_table((2, 2)), st.data())
def test_columns_that_add_up(agreed: dict[Key, int], data: st.DataObject) -> None:
    """Nor where those approached are those who agreed and those who refused."""
    refused = {key: data.draw(counts) for key in agreed}
    approached = {key: agreed[key] + refused[key] for key in agreed}
    assert_hidden({"approached": approached, "agreed": agreed, "refused": refused}, adds_up=True)


def test_the_attacker_can_attack() -> None:
    """Leaving out only what is small gives it away, and the attacker finds it."""
    table = {("a", "x"): 3, ("a", "y"): 20, ("b", "x"): 30, ("b", "y"): 40}
    naive = Hidden()
    naive.cells["agreed"].add(("a", "x"))
    attacker = Attacker({"agreed": table}, naive)
    assert attacker.bounds({("agreed", ("a", "x")): 1}) == (3, 3)


def test_what_is_large_stays() -> None:
    """A table without small cells is published whole, and one small cell of many takes few others with it."""
    table = {(f"r{r}", f"p{p}"): 20 + r + p for r in range(6) for p in range(6)}
    assert not hide({"agreed": table}).cells["agreed"]
    hidden = hide({"agreed": {**table, ("r0", "p0"): 2}}).cells["agreed"]
    assert len(hidden) == 4
    assert not any(ALL in key for key in hidden)


@pytest.mark.parametrize("value", [0, 1, 4])
def test_one_cell_alone(value: int) -> None:
    """A table of one small cell shows nothing, its margins included."""
    hidden = hide({"agreed": {("r", "p"): value}}).cells["agreed"]
    assert hidden == {("r", "p"), ("r", ALL), (ALL, "p"), (ALL, ALL)}
