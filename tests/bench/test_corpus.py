"""The texts that speed is measured on are what they are said to be."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from musterbook.claims.triage import Triage
from musterbook.vocabulary import load


@pytest.fixture(scope="module")
def corpus() -> ModuleType:
    """The module that makes them, loaded from its file."""
    spec = importlib.util.spec_from_file_location("bench_corpus", Path(__file__).parent / "corpus.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_same_seed_same_texts(corpus: ModuleType) -> None:
    """Two runs measure the same documents."""
    assert list(corpus.mixed(150, 400, seed=3)) == list(corpus.mixed(150, 400, seed=3))
    assert list(corpus.dense("ru", 40, seed=3)) == list(corpus.dense("ru", 40, seed=3))


def test_no_document_comes_twice(corpus: ModuleType) -> None:
    """A cache of whole documents or sentences in a row would not help."""
    texts = list(corpus.dense("en", 120))
    assert len(set(texts)) == len(texts)


def test_one_in_a_hundred_is_relevant(corpus: ModuleType) -> None:
    """The triage lets through every dense report, and of the filler nothing."""
    triage = Triage(load("bars"))
    through = [number for number, text in enumerate(corpus.mixed(1000)) if triage.relevant(text)]
    assert through == list(range(50, 1000, 100))
