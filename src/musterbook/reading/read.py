"""From a capture to its reading.

In: a `Capture`. Out: a `Reading` and problems. Never does: fetch, guess a language, or drop
a character of the text; what is not main text is marked by its block.
"""

from __future__ import annotations

from typing import Final

from musterbook.reading.blocks import blocks
from musterbook.reading.decode import decode
from musterbook.reading.language import SAMPLE, SUPPORTED, language
from musterbook.reading.sentences import sentences
from musterbook.records import Block, Capture, Problem, Reading, Segment

VERSION: Final = "1"
_MAIN: Final = frozenset(("title", "heading", "body"))


def read(capture: Capture) -> tuple[Reading | None, list[Problem]]:
    """Read one capture.

    Args:
        capture: A document of any media type that the intake gives.

    Returns:
        The reading, or None where there is no text; and what was wrong.
    """
    problems: list[Problem] = []
    if capture.media_type in ("text/plain", "text/markdown"):
        text, segments = decode(capture.data, capture.encoding)
        found = blocks(text, markdown=capture.media_type == "text/markdown")
        title = ""
    else:
        what = f"no reader for {capture.media_type}; convert the document to text, HTML or PDF"
        return None, [Problem("reading.media_type", capture.name, what, capture.id)]
    if not found:
        problems.append(Problem("reading.empty", capture.name, "there is no text to read", capture.id))
        return None, problems
    faulty = text.count("\ufffd") if any(not s.exact for s in segments) else 0
    if faulty:
        what = f"{faulty} places are no characters of {capture.encoding}; check the file's encoding"
        problems.append(Problem("reading.undecodable", capture.name, what, capture.id))
    return finish(capture, text, segments, found, title, problems), problems


def finish(
    capture: Capture,
    text: str,
    segments: tuple[Segment, ...],
    found: tuple[Block, ...],
    title: str,
    problems: list[Problem],
) -> Reading:
    """Language, sentences, title and byline, for whatever kind of document."""
    tongue = language(main_sample(text, found))
    supported = tongue in SUPPORTED or not tongue
    if not supported:
        problems.append(_unsupported(capture, tongue))
    first = {b.kind: text[b.start : b.end] for b in reversed(found) if b.kind in ("title", "byline")}
    return Reading(
        capture_id=capture.id,
        text=text,
        language=tongue,
        supported=supported,
        blocks=found,
        sentences=sentences(text, found) if supported else (),
        segments=segments,
        title=" ".join((first.get("title") or title or capture.metadata.get("title")).split()),
        byline=first.get("byline", ""),
        version=VERSION,
    )


def main_sample(text: str, found: tuple[Block, ...]) -> str:
    """Main text for telling the language: the body, from its beginning, middle and end."""
    body = [b for b in found if b.kind == "body"] or [b for b in found if b.kind in _MAIN]
    if not body:
        return ""
    size = sum(b.end - b.start for b in body)
    if size <= SAMPLE:
        return "\n".join(text[b.start : b.end] for b in body)
    step = max(1, len(body) // 40)
    share = max(SAMPLE // min(40, len(body)), 1)
    return "\n".join(text[b.start : min(b.end, b.start + share)] for b in body[::step])


def _unsupported(capture: Capture, tongue: str) -> Problem:
    """Why a document in a known but unsupported language gives no claims."""
    if tongue == "ru-Latn":
        what = "the main text is Russian in Latin letters; claims are read in Cyrillic Russian and English only"
        return Problem("reading.transliterated", capture.name, what, capture.id)
    what = f"the main text is in {tongue!r}; claims are read in English and Russian only"
    return Problem("reading.language", capture.name, what, capture.id)
