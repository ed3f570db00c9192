"""Pattern files of the programmes that the package carries."""

from __future__ import annotations

import pytest

from musterbook.vocabulary import available, load
from musterbook.vocabulary.patternfile import check


@pytest.mark.parametrize("name", available())
def test_every_expression_compiles(name: str) -> None:
    """No pattern or macro of the package's own programmes is a faulty expression."""
    vocabulary = load(name)
    check(vocabulary.patterns, vocabulary.lexicon, {})
    assert vocabulary.patterns


@pytest.mark.parametrize("name", available())
def test_every_pattern_leads_to_where_it_stands(name: str) -> None:
    """A pattern knows its file and line, and its id begins with its type and language."""
    for pattern in load(name).patterns:
        assert pattern.path.endswith(".yaml")
        assert pattern.line > 0
        assert pattern.id.startswith(f"{pattern.type}.{pattern.language}.")
