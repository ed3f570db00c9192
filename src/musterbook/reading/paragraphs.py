"""Paragraphs of plain text, however its lines are broken.

In: text. Out: half-open spans of paragraphs without surrounding white space.
Never does: join lines where it is not plain that a paragraph was wrapped.

Three habits are told apart by the text itself: blank lines between paragraphs, one
paragraph a line, and lines wrapped at a fixed width. Lines are wrapped where the first
word of the next line would not have fitted on the line before (greedy filling, as every
mail program and `fmt` does it).
"""

from __future__ import annotations

from typing import Final

from musterbook.expressions import regex

Span = tuple[int, int]

_WIDEST: Final = 130  # characters; wider lines are paragraphs of their own
_NARROWEST: Final = 40
_RAGGED: Final = 4  # characters that a wrapping program may leave unused
_TERMINAL: Final = tuple(".!?…:;\"»”'’)")
_ITEM: Final = regex(r"\s*(?:[•*·▪■●◦‣]\s|[-–—]\s|\d{1,3}[.)]\s|[a-zа-я]\)\s|#{1,6}\s|>)")
_SPACE: Final = " \t\r\f\v\u00a0\u2028\u2029\u200b\ufeff\0"


def paragraphs(text: str) -> list[Span]:
    r"""Find the paragraphs of a text.

    Args:
        text: Any text; ``\n``, ``\r\n`` or (without any ``\n``) ``\r`` end a line.

    Returns:
        Spans in order, none empty, none with white space at its ends.

    >>> paragraphs("One.\n\nTwo.\r\n")
    [(0, 4), (6, 10)]
    """
    groups = _groups(text)
    width = _width(text, groups)
    out: list[Span] = []
    for group in groups:
        if len(group) == 1 or not width:
            out.extend(_rejoin(text, group) if len(group) > 1 else group)
        else:
            out.extend(_unwrap(text, group, width))
    return out


def lines(text: str) -> list[Span]:
    """The lines of a text that hold anything, without surrounding white space."""
    return [line for group in _groups(text) for line in group]


def is_item(text: str, start: int, end: int) -> bool:
    """True where a line begins as an item of a list or a heading mark does."""
    return bool(_ITEM.match(text, start, end))


def _groups(text: str) -> list[list[Span]]:
    """Runs of lines without a blank line between them, each line without surrounding space."""
    groups: list[list[Span]] = []
    group: list[Span] = []
    at = 0
    mark = "\n" if "\n" in text or "\r" not in text else "\r"
    for line in text.split(mark):
        size = len(line)
        body = line.strip(_SPACE)
        if body:
            start = at + (line.index(body[0]) if line[0] != body[0] else 0)
            group.append((start, start + len(body)))
        elif group:
            groups.append(group)
            group = []
        at += size + 1
    if group:
        groups.append(group)
    return groups


def _width(text: str, groups: list[list[Span]]) -> int:
    """The width at which the text was wrapped, or 0 where it was not."""
    fits = pairs = 0
    widest = 0
    for group in groups:
        if len(group) < 3:
            continue
        sizes = [end - start for start, end in group]
        top = max(sizes)
        if not _NARROWEST <= top <= _WIDEST:
            continue
        full = sum(_is_full(text, group[i], group[i + 1], top) for i in range(len(group) - 1))
        ended = sum(text[end - 1] in ".!?…" for _, end in group[:-1])
        if full >= 0.8 * (len(group) - 1) and ended <= 0.5 * (len(group) - 1):
            widest = max(widest, top)
            fits += full
        pairs += len(group) - 1
    return widest if fits > 0.5 * pairs and fits else 0


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """True where the next line's first word would not have fitted on this line."""
    word = text.find(" ", following[0], following[1])
    size = (word if word >= 0 else following[1]) - following[0]
    return line[1] - line[0] + 1 + size > width - _RAGGED


def _unwrap(text: str, group: list[Span], width: int) -> list[Span]:
    """Join the lines of a group that were one paragraph before wrapping."""
    out = [group[0]]
    last = group[0]
    for line in group[1:]:
        joined = last[1] - last[0] <= _WIDEST and _is_full(text, last, line, width) and not _ITEM.match(text, *line)
        if joined or _goes_on(text, last, line):
            out[-1] = (out[-1][0], line[1])
        else:
            out.append(line)
        last = line
    return out


def _rejoin(text: str, group: list[Span]) -> list[Span]:
    """Lines are paragraphs, unless one breaks off and the next plainly goes on."""
    out = [group[0]]
    last = group[0]
    for line in group[1:]:
        if _goes_on(text, last, line):
            out[-1] = (out[-1][0], line[1])
        else:
            out.append(line)
        last = line
    return out


def _goes_on(text: str, last: Span, line: Span) -> bool:
    """True where a line of some length stops without a stop and the next begins in lower case."""
    return (
        text[line[0]].islower()
        and last[1] - last[0] >= 30
        and text[last[1] - 1] not in _TERMINAL
        and not _ITEM.match(text, *line)
    )
