"""The pure parts of the store."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from musterbook.store.coding import dump, fold, pack, pack_text, parse, plain, span_bytes, unpack_spans, unpack_text
from musterbook.store.query import for_fts5, for_tsquery, matches, parse_query
from musterbook.store.shelf import Named, Shelf
from musterbook.store.words import level, spread


@given(st.text())
def test_texts_survive_packing(text: str) -> None:
    """Every text, lone surrogates and NUL included, comes back; what columns hold can be encoded."""
    assert unpack_text(pack_text(text)) == text
    assert parse(dump([text])) == [text]
    assert "\x00" not in plain(text)
    assert "\x00" not in dump([text])
    dump([text]).encode()
    plain(text).encode()


@given(st.lists(st.tuples(st.integers(0, 2**40), st.integers(0, 2**40))))
def test_spans_survive_packing(spans: list[tuple[int, int]]) -> None:
    """Spans come back in their order, whatever it is."""
    assert unpack_spans(pack(span_bytes(spans))) == spans


@given(st.text())
def test_levelled_words_are_letters_and_digits_alone(text: str) -> None:
    """No database needs to cut or escape a word; levelling again changes nothing."""
    words = level(text)
    assert all(word.isalnum() and len(word) <= 200 for word in words)
    assert [w for word in words for w in level(word)] == list(words)


@given(st.text())
def test_words_know_their_place(text: str) -> None:
    """Each word of a search text without spans stands where it says."""
    words, spans = spread(text, ())
    assert [level(text[start:end])[0] for start, end in spans] == words


def test_ascii_folds_like_the_rest() -> None:
    """The short ways for ASCII give what the long ways give."""
    some = "Don't BARS-9 a_b x" + "Y" * 300
    words, spans = spread(some, ())
    assert spread(some + " ё", ()) == ([*words, "е"], [*spans, (len(some) + 1, len(some) + 2)])
    text = "ABC def 123 _-"
    assert fold(text) == fold(text + "ё").removesuffix("е")


def test_a_query_is_written_for_each_database() -> None:
    """Phrases, alternatives, beginnings and exclusions have one form for each."""
    query = parse_query('law "draft bill" OR decr* -beer')
    assert for_fts5(query) == '(("law") AND ("draft bill" OR "decr" *)) NOT "beer"'
    assert for_tsquery(query) == "(('law')) & (('draft' <-> 'bill') | ('decr':*)) & !('beer')"


def test_matching_words_are_found_in_python_as_in_the_index() -> None:
    """Phrases match as a whole, beginnings by their beginning."""
    words = "the draft bill and the draft of a decree".split()
    assert matches(parse_query('"draft bill"'), words) == [1, 2]
    assert matches(parse_query('dec* OR "the draft"'), words) == [0, 1, 4, 5, 8]
    assert matches(parse_query('"a decr*"'), words) == [7, 8]


def test_the_shelf_decides_alike_in_any_order() -> None:
    """A dated name comes before an undated one, then the alphabet; a later edition of a name wins."""
    a = Named("d1", "a.txt", 1, "", [(1, "x1", "bars")])
    b = Named("d2", "b.txt", 1, "2025-11-03", [(2, "x2", "bars"), (3, "x3", "bars"), (4, "x4", "bonus")])
    c = Named("d3", "c.txt", 1, "2025-11-03", [(5, "x5", "bars")])
    again = Named("d4", "b.txt", 2, "2025-11-04", [(6, "x6", "bars")])
    for order in ([a, b, c], [c, b, a], [b, c, a]):
        assert Shelf({d.id: d for d in order}).standing() == {"bars": (3, "d2"), "bonus": (4, "d2")}
    assert Shelf({d.id: d for d in (again, a, b)}).standing()["bars"] == (6, "d4")
