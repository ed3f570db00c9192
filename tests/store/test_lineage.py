"""Edges and judgements kept in a book."""

from __future__ import annotations

import pytest
from tests.store.made import document

from musterbook.errors import StoreError
from musterbook.records import Edge, Evidence, Judgement
from musterbook.store import Book


def test_a_new_proposal_takes_the_place_of_the_old(book: Book) -> None:
    """The latest edges stand, earlier ones are in the history, and one proposed again stands again."""
    one, two = document(1).capture.id, document(2).capture.id
    named = Edge(one, "", "Example Agency", "cites", 0.5, (Evidence(1, "names it", 3, 9),))
    found = Edge(one, two, "Example Agency", "rewrites", 0.9)
    book.set_edges(one, [named])
    book.set_edges(one, [found])
    assert list(book.edges(one)) == [found]
    assert "names it" in "".join(book.history())
    book.set_edges(one, [named, found])
    assert set(book.edges()) == {named, found}
    assert book.counts().edges == 2


def test_an_edge_of_another_document_is_refused(book: Book) -> None:
    """Edges are set at the document that they start from."""
    with pytest.raises(StoreError, match="is of capture-a, not of capture-b"):
        book.set_edges("capture-b", [Edge("capture-a", "", "Example Agency", "cites", 0.5)])


def test_judgements_stand_beside_one_another(book: Book) -> None:
    """Each decision is kept, in the order of its time; the same one twice is one."""
    later = Judgement("edge-1", "lineage", "negative", "", "analyst", "2026-01-02T10:00:00Z", "other wording")
    earlier = Judgement("edge-1", "lineage", "positive", "", "editor", "2026-01-01T10:00:00Z", "same wording")
    assert [book.judge(later), book.judge(earlier), book.judge(later)] == [True, True, False]
    assert list(book.judgements("edge-1")) == [earlier, later]
    assert list(book.judgements(kind="unmask")) == []
