"""The text of a capture, with a map back to it, its language, title, sentences.

For plain text and Markdown `Reading.text` *is* the decoded capture (offsets are code
points of the decoded file); for HTML, mail and PDF it is the extracted text and
`segments` lead back to bytes or pages. Nothing is cut out of the text: what is not
main text is marked by its block.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from musterbook.records.ids import content_id


@dataclass(frozen=True, slots=True)
class Block:
    """A half-open span of a reading with one role, for instance ``body`` or ``furniture``.

    A block is a paragraph, heading, list item, table cell row, caption … In order of
    ``start``, not overlapping. Only ``title`` ``heading`` ``body`` ``caption`` ``related``
    are read for claims.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters ``start``–``end`` of a reading stand at ``source`` in the capture.

    Attributes:
        start: First code point in the reading.
        end: One past the last.
        source: Byte offset in the capture of the first character (text, HTML, mail part),
            or the page number from 1 (PDF).
        source_end: Byte offset one past the last character; for a PDF the same page number.
        exact: True where each character of the segment maps by decoding alone (no entity,
            no white-space folding, no transfer encoding in between).
    """

    start: int
    end: int
    source: int
    source_end: int
    exact: bool = True


@lru_cache(maxsize=16)  # each quote of a reading asks for it
def _reading_id(capture_id: str, version: str, text: str) -> str:
    return content_id("reading", capture_id, version, text)


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of one capture.

    Attributes:
        capture_id: Whose text this is.
        text: All text, in reading order.
        language: ISO 639-1 code, ``""`` where unsure.
        supported: False where the language is one that claims are not read in.
        blocks: What is what in the text.
        sentences: Half-open spans, in order, none crossing a block; furniture has none.
        segments: The way back to the capture, in order of ``start``.
        title: The document's title, which need not stand in the text.
        byline: Author line as printed.
        version: Version of the reader that made it.
    """

    capture_id: str
    text: str = field(repr=False)
    language: str = ""
    supported: bool = True
    blocks: tuple[Block, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    segments: tuple[Segment, ...] = ()
    title: str = ""
    byline: str = ""
    version: str = "1"

    @property
    def id(self) -> str:
        """Derived from the capture, the reader's version and the text."""
        return _reading_id(self.capture_id, self.version, self.text)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds a character, or None."""
        blocks = self.blocks
        low, high = 0, len(blocks)
        while low < high:  # asked so often that `bisect` with a key, a call a step, takes twice as long
            middle = (low + high) // 2
            if offset < blocks[middle].start:
                high = middle
            else:
                low = middle + 1
        return blocks[low - 1] if low and offset < blocks[low - 1].end else None

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds a character, or an empty span there."""
        at = bisect_right(self.sentences, offset, key=lambda s: s[0]) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at][1] else (offset, offset)

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that maps a character back to the capture, or None."""
        at = bisect_right(self.segments, offset, key=lambda s: s.start) - 1
        if at < 0 or offset >= self.segments[at].end:
            return None
        return self.segments[at]
