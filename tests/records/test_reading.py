"""Looking up blocks and the way back to the capture."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from musterbook.records import Block, Reading, Segment


def spans(gaps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Half-open spans from (gap before, length) pairs."""
    out, at = [], 0
    for gap, length in gaps:
        out.append((at + gap, at + gap + length))
        at += gap + length
    return out


SPANS = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 6)), max_size=12).map(spans)


@given(SPANS, st.integers(-2, 130))
def test_block_at_is_what_a_search_finds(found: list[tuple[int, int]], offset: int) -> None:
    """The block at an offset is the one that a plain search finds, or None in a gap."""
    blocks = tuple(Block("body", a, b) for a, b in found)
    reading = Reading("capture-1", "x" * 120, blocks=blocks)
    assert reading.block_at(offset) == next((b for b in blocks if b.start <= offset < b.end), None)


@given(SPANS, st.integers(-2, 130))
def test_segment_at_is_what_a_search_finds(found: list[tuple[int, int]], offset: int) -> None:
    """The segment at an offset is the one that a plain search finds, or None in a gap."""
    segments = tuple(Segment(a, b, 10 * a, 10 * b) for a, b in found)
    reading = Reading("capture-1", "x" * 120, segments=segments)
    assert reading.segment_at(offset) == next((s for s in segments if s.start <= offset < s.end), None)


@given(SPANS, st.integers(-2, 130))
def test_sentence_at_is_what_a_search_finds(found: list[tuple[int, int]], offset: int) -> None:
    """The sentence at an offset is the one that a plain search finds; in a gap it is empty and there."""
    reading = Reading("capture-1", "x" * 120, sentences=tuple(found))
    searched = next(((a, b) for a, b in found if a <= offset < b), (offset, offset))
    assert reading.sentence_at(offset) == searched


def test_ends_are_open() -> None:
    """The first character of a span is inside, the one after its last is not."""
    reading = Reading("capture-1", "Заголовок\nТекст", blocks=(Block("title", 0, 9), Block("body", 10, 15)))
    assert reading.block_at(0) == reading.block_at(8) == Block("title", 0, 9)
    assert reading.block_at(9) is None
    assert reading.block_at(10) == Block("body", 10, 15)
    assert reading.block_at(15) is None


def test_a_reading_without_blocks_has_none_anywhere() -> None:
    """An empty reading answers None, not an error."""
    reading = Reading("capture-1", "")
    assert reading.block_at(0) is None
    assert reading.segment_at(0) is None


def test_reading_id_follows_capture_version_and_text() -> None:
    """Another capture, reader or text is another reading; its marks are not part of the id."""
    one = Reading("capture-1", "text")
    assert one.id == Reading("capture-1", "text", language="en", blocks=(Block("body", 0, 4),)).id
    others = [Reading("capture-2", "text"), Reading("capture-1", "text", version="2"), Reading("capture-1", "Text")]
    assert len({one.id, *(o.id for o in others)}) == 4


def test_text_is_left_out_of_the_printed_form() -> None:
    """A reading printed by accident does not print its whole text."""
    assert "secret" not in repr(Reading("capture-1", "secret words"))
