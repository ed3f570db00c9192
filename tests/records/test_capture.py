"""Captures are addressed by content, and metadata keeps where it came from."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.records import Capture, Metadata, PartialDate, Stated


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_bytes_alone_decide_the_id(a: bytes, b: bytes) -> None:
    """Two captures share an id only where their bytes are equal."""
    one, two = Capture("a.txt", a, "text/plain"), Capture("b.html", b, "text/html")
    assert (one.id == two.id) == (a == b)
    assert one.sha256 == hashlib.sha256(a).hexdigest()


def test_strongest_origin_is_first() -> None:
    """The first statement of a field is its value; the others are kept."""
    metadata = Metadata((Stated("published", "2025-11", "manifest"), Stated("published", "2025-11-04", "meta")))
    assert metadata.get("published") == "2025-11"
    assert metadata.published == PartialDate(2025, 11)
    assert len(metadata.stated) == 2


def test_a_crawl_date_is_not_a_publication_date() -> None:
    """A document whose date is unknown has none, even when it is known when it was fetched."""
    assert Metadata((Stated("retrieved", "2025-11-05", "manifest"),)).published is None


def test_absent_fields_are_empty() -> None:
    """Nothing is invented."""
    assert Metadata().get("publisher") == ""


def test_a_date_that_is_none_is_refused() -> None:
    """A date that slipped through intake unread is an error with its value, not a silent None."""
    with pytest.raises(ValueError, match="yesterday"):
        _ = Metadata((Stated("published", "yesterday", "meta"),)).published


def test_bytes_are_left_out_of_the_printed_form() -> None:
    """A capture printed by accident does not print the document."""
    assert "Primerov" not in repr(Capture("a.txt", b"Ivan Primerov", "text/plain"))
