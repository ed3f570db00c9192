"""Lineage, origins and garblings, held against the benchmark of echoes."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
import yaml

HERE = Path(__file__).parent
SCORER = HERE.parents[1] / "benchmarks" / "echoes" / "score.py"
FLOORS: dict[str, dict[str, float]] = yaml.safe_load((HERE / "echoes.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    """The benchmark's own program."""
    spec = spec_from_file_location("echoes_score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("part", sorted(FLOORS))
def test_no_figure_of_echoes_is_below_its_floor(scorer: ModuleType, part: str) -> None:
    """Each measure reaches its floor on the stories that may be tuned on, and on those that nobody tunes on."""
    docs = scorer.documents(part)
    figures, _ = scorer.score(docs, scorer.predict(docs))
    sys.stdout.write(f"\nechoes, {part}: {len(docs)} documents\n")
    sys.stdout.write("".join(f"  {name:28} {value:.3f}\n" for name, value in figures.items()))
    below = [f"{n}: {figures[n]:.3f}, the floor is {f:.2f}" for n, f in FLOORS[part].items() if figures[n] < f]
    assert below == [], (
        "reconciling got worse; mend it, or lower the floor in echoes.yaml and write the reason behind it"
    )


def test_every_measure_has_a_floor(scorer: ModuleType) -> None:
    """No measure of the benchmark goes without one."""
    figures, _ = scorer.score(scorer.documents("dev"), [])
    assert all(set(floors) == set(figures) for floors in FLOORS.values())
