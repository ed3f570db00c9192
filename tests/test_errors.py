"""One exception tree: whoever catches its root catches all that Musterbook raises on purpose."""

from __future__ import annotations

import pytest

from musterbook import errors
from musterbook.errors import MusterbookError, VocabularyError

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_error_has_one_root(kind: type) -> None:
    """Every error is a MusterbookError, and says what it is for."""
    assert issubclass(kind, MusterbookError)
    assert kind.__doc__


def test_a_vocabulary_error_begins_with_its_place() -> None:
    """File and line stand first, as editors and terminals expect."""
    error = VocabularyError("'moth' is no period; give one of: day, month", path="types/pay.yaml", line=7)
    assert str(error) == "types/pay.yaml:7: 'moth' is no period; give one of: day, month"
    assert (error.path, error.line) == ("types/pay.yaml", 7)


def test_a_fault_of_a_whole_file_names_no_line() -> None:
    """Where no single line is at fault, none is invented."""
    assert str(VocabularyError("the file is empty", path="types/pay.yaml")) == "types/pay.yaml: the file is empty"
