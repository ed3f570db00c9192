"""From a capture to its reading.

In: a `Capture`. Out: a `Reading` and problems. Never does: fetch, guess a language, or drop
a character of the text; what is not main text is marked by its block.
"""

from __future__ import annotations

from typing import Final

from musterbook.reading.blocks import blocks, unread
from musterbook.reading.bytemap import Source
from musterbook.reading.decode import decode
from musterbook.reading.language import SAMPLE, SUPPORTED, language
from musterbook.reading.mail import place, text_part
from musterbook.reading.page import Page, read_page
from musterbook.reading.pdf import read_pdf
from musterbook.reading.sentences import MOST, sentences
from musterbook.records import Block, Capture, Problem, Reading, Segment

VERSION: Final = "3"
SKIMMED: Final = frozenset(("text/plain", "text/markdown"))
_MAIN: Final = frozenset(("title", "heading", "body"))


def read(capture: Capture) -> tuple[Reading | None, list[Problem]]:
    """Read one capture.

    Args:
        capture: A document of any media type that the intake gives.

    Returns:
        The reading, or None where there is no text; and what was wrong.
    """
    problems: list[Problem] = []
    draft = _draft(capture, problems)
    if draft is None:
        return None, problems
    if not draft.blocks:
        problems.append(_empty(capture))
        return None, problems
    return finish(capture, draft, problems), problems


def skim(capture: Capture) -> tuple[Reading | None, list[Problem]]:
    """Only decode plain text that is known to hold nothing of interest, so that it can be kept and quoted.

    Args:
        capture: Of a media type in `SKIMMED`.

    Returns:
        A reading whose one block is all of the text, in no known language and without sentences, or None
        where there is no text; and what was wrong.
    """
    problems: list[Problem] = []
    text, segments = decode(capture.data, capture.encoding)
    _check_decoded(capture, segments, problems)
    if not text or text.isspace():
        problems.append(_empty(capture))
        return None, problems
    title = " ".join(capture.metadata.get("title").split())
    whole = (Block("body", 0, len(text)),)
    return Reading(capture.id, text, blocks=whole, segments=segments, title=title, version=VERSION), problems


def _empty(capture: Capture) -> Problem:
    return Problem("reading.empty", capture.name, "there is no text to read", capture.id)


def _draft(capture: Capture, problems: list[Problem]) -> Page | None:
    """Text, blocks and the way back, by the kind of document."""
    kind = capture.media_type
    if kind in SKIMMED:
        text, segments = decode(capture.data, capture.encoding)
        _check_decoded(capture, segments, problems)
        return Page(text, blocks(text, markdown=kind == "text/markdown"), segments, "", unread(text) < len(text))
    if kind == "text/html":
        text, segments = decode(capture.data, capture.encoding)
        _check_decoded(capture, segments, problems)
        return read_page(Source(text, segments, capture.encoding))
    if kind == "message/rfc822":
        where = place(capture.metadata.get("part"))
        if where is None:
            what = "it is not known which part of the mail is its text; take the file in again"
            problems.append(Problem("reading.mail", capture.name, what, capture.id))
            return None
        source = text_part(capture.data, where, capture.encoding)
        if where.media_type == "text/html":
            return read_page(source)
        return Page(source.text, blocks(source.text), source.segments, "", unread(source.text) < len(source.text))
    if kind == "application/pdf":
        page, broken = read_pdf(capture.data)
        if broken:
            what = f"these pages cannot be read: {', '.join(map(str, broken[:20]))}; get the file again"
            problems.append(Problem("reading.pdf", capture.name, what, capture.id))
        return page
    what = f"no reader for {kind}; convert the document to text, HTML or PDF"
    problems.append(Problem("reading.media_type", capture.name, what, capture.id))
    return None


def _check_decoded(capture: Capture, segments: tuple[Segment, ...], problems: list[Problem]) -> None:
    """A Problem where some bytes were no characters."""
    faulty = sum(not s.exact for s in segments)
    if faulty:
        what = f"{faulty} places are no characters of {capture.encoding or 'utf-8'}; check the file's encoding"
        problems.append(Problem("reading.undecodable", capture.name, what, capture.id))


def finish(capture: Capture, draft: Page, problems: list[Problem]) -> Reading:
    """Language, sentences, title and byline, for whatever kind of document.

    Args:
        capture: What is read.
        draft: Its text and blocks.
        problems: Where to append an unsupported language.

    Returns:
        The reading.
    """
    text, found = draft.text, draft.blocks
    tongue = language(main_sample(text, found), capture.metadata.get("language"))
    supported = tongue in SUPPORTED or not tongue
    if not supported:
        problems.append(_unsupported(capture, tongue))
    spans = sentences(text, found) if supported else ()
    if draft.cut or len(spans) >= MOST:
        what = "there is more text than can be a report; the rest is not read, split the document"
        problems.append(Problem("reading.cut", capture.name, what, capture.id))
    first = {b.kind: text[b.start : b.end] for b in reversed(found) if b.kind in ("title", "byline")}
    return Reading(
        capture_id=capture.id,
        text=text,
        language=tongue,
        supported=supported,
        blocks=found,
        sentences=spans,
        segments=draft.segments,
        title=" ".join((first.get("title") or draft.title or capture.metadata.get("title")).split()),
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
