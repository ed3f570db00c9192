"""What is what in plain text: title, byline, dateline, headings, body, furniture.

In: text. Out: blocks in order. Never does: call something furniture when unsure; a body
paragraph that is lost costs more than a line of menu that is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from musterbook.expressions import regex
from musterbook.reading.furniture import SHORT, is_appeal, known_kind, may_appeal, starts_appeal
from musterbook.reading.paragraphs import Span, paragraphs
from musterbook.records import Block

MOST_LINES: Final = 300_000  # lines of one document that are told apart; each costs about a kilobyte
_TITLE_LOOK: Final = 12  # paragraphs from the top among which a title may stand
_TITLE_LONGEST: Final = 220  # characters
_HEADING_LONGEST: Final = 100
_RELATED_RUN: Final = 8  # headlines under one "Read also"
_APPEAL_REACH: Final = 6  # paragraphs behind the first of an appeal
_LABEL: Final = regex(
    r"(?:related(?: articles?| stories| news| content| posts)?|read (?:also|next)|also read|see also|"
    r"more (?:stories|news|on this topic)|recommended(?: for you)?|most (?:read|popular)|you (?:may|might) also like|"
    r"читайте (?:также|ещё|еще)|смотрите также|(?:материалы |новости |ещё |еще )?по теме|"
    r"другие (?:новости|материалы)|похожие новости|рекомендуем|самое читаемое)\W*\Z",
    re.I,
)
_ATX: Final = regex(r"#{1,6}[ \t]+")
_FRONT: Final = regex(r"---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*$", re.S | re.M)
_ITEM: Final = regex(r"[•*·▪■●◦‣–—-]\s|\d{1,3}[.)]\s|[a-zа-я]\)\s|[\"'«“„]")
_GREETING: Final = regex(
    r"(?:hello|hi|dear|good (?:morning|evening|day)|friends|друзья|привет|здравствуйте|добрый|доброе|уважаемые)\b",
    re.I,
)
_WORDS: Final = regex(r"\w+(?:[-’'.]\w+)*")


@dataclass(slots=True)
class Draft:
    """A paragraph while its kind is being decided."""

    start: int
    end: int
    text: str
    kind: str


def blocks(text: str, markdown: bool = False) -> tuple[Block, ...]:
    """Find the blocks of plain text or Markdown.

    Args:
        text: The decoded document.
        markdown: ``#`` headings and front matter count as such.

    Returns:
        Blocks in order, not overlapping.
    """
    drafts: list[Draft] = []
    start = 0
    if markdown and (front := _FRONT.match(text)):
        drafts.append(Draft(0, front.end(), "", "furniture"))
        start = front.end()
    end = unread(text)
    spans = [(a + start, b + start) for a, b in paragraphs(text[start:end])]
    drafts += [_draft(text, span, markdown) for span in spans]
    if end < len(text):
        drafts.append(Draft(end, len(text), "", "furniture"))
    settle(drafts, text)
    return tuple(Block(d.kind, d.start, d.end) for d in drafts)


def unread(text: str) -> int:
    """Where the part begins that is not told apart, since there are too many lines: else the text's end."""
    if text.count("\n") <= MOST_LINES and text.count("\r") <= MOST_LINES:
        return len(text)
    at = -1
    mark = "\n" if "\n" in text else "\r"
    for _ in range(MOST_LINES):
        following = text.find(mark, at + 1)
        if following < 0:
            return len(text)
        at = following
    return at + 1


def _draft(text: str, span: Span, markdown: bool) -> Draft:
    """One paragraph with what its own words tell."""
    start, end = span
    if markdown and (mark := _ATX.match(text, start, end)):
        level = mark.end() - start
        return Draft(mark.end(), end, text[mark.end() : end], "title" if level == 2 else "heading")
    piece = text[start:end]
    return Draft(start, end, piece, known_kind(piece) if end - start <= SHORT else "")


def settle(drafts: list[Draft], text: str) -> None:
    """Give every paragraph a kind by what stands around it."""
    _settle_titles(drafts)
    if may_appeal(text):
        _settle_appeals(drafts)
    _settle_related(drafts, text)
    _settle_between(drafts)
    _settle_datelines(drafts)
    _settle_title(drafts)
    for at, draft in enumerate(drafts):
        if not draft.kind:
            draft.kind = "heading" if _is_heading(drafts, at) else "body"


def _settle_titles(drafts: list[Draft]) -> None:
    """Only the first title that Markdown marks is the title."""
    marked = [d for d in drafts if d.kind == "title"]
    for draft in marked[1:]:
        draft.kind = "heading"


def _settle_appeals(drafts: list[Draft]) -> None:
    """Appeals for money: the paragraph that begins one, and those that go on with it."""
    reach = 0
    for draft in drafts:
        if draft.kind:
            continue
        if len(draft.text) > 40 and starts_appeal(draft.text) and is_appeal(draft.text):
            reach = _APPEAL_REACH
            draft.kind = "furniture"
        elif reach and (is_appeal(draft.text) or (len(draft.text) < 60 and draft.text[-1:] not in '.!?…»”"')):
            draft.kind = "furniture"
        else:
            reach = 0
        reach = max(0, reach - 1)


def _settle_related(drafts: list[Draft], text: str) -> None:
    """Headlines that stand under "Read also", and the rest of a broken related line."""
    left = at = 0
    while at < len(drafts):
        draft = drafts[at]
        if draft.kind == "furniture" and _LABEL.match(draft.text):
            left = _RELATED_RUN
        elif left and not draft.kind and _is_headline(draft.text):
            draft.kind = "related"
            left -= 1
        elif not draft.kind or draft.kind == "title":
            left = 0
        following = drafts[at + 1] if at + 1 < len(drafts) else None
        broken = draft.kind == "related" and not left and following is not None and not following.kind
        if broken and following and _is_headline(following.text) and _are_one(text, draft, following):
            drafts[at : at + 2] = [Draft(draft.start, following.end, f"{draft.text} {following.text}", "related")]
        at += 1


def _are_one(text: str, line: Draft, following: Draft) -> bool:
    """True for two lines that stand together between blank lines."""
    before, after = text[max(0, line.start - 4) : line.start], text[following.end : following.end + 4]
    apart = before.count("\n") >= 2 and (after.count("\n") >= 2 or following.end + 1 >= len(text))
    return apart and following.start - line.end <= 2


def _is_headline(piece: str) -> bool:
    """A line of headline length that does not end as a sentence does."""
    return 12 <= len(piece) <= 180 and piece[-1:] not in ".:;,"


def _settle_between(drafts: list[Draft]) -> None:
    """A bare word or two between two pieces of furniture is furniture."""
    for at in range(1, len(drafts)):
        here = drafts[at]
        if here.kind or len(here.text) > 24 or here.text[-1:] in '.!?…:;,»”"' or any(c.isdigit() for c in here.text):
            continue
        after = drafts[at + 1].kind if at + 1 < len(drafts) else "furniture"
        if drafts[at - 1].kind == "furniture" and after == "furniture" and at > 1:
            here.kind = "furniture"


def _settle_datelines(drafts: list[Draft]) -> None:
    """A line of nothing but a date amid the text of a timeline is a heading there."""
    for at, draft in enumerate(drafts):
        if draft.kind == "dateline" and len(draft.text) > 9 and at >= _TITLE_LOOK and at < len(drafts) - 4:
            draft.kind = "heading"


def _settle_title(drafts: list[Draft]) -> None:
    """The first paragraph that is not furniture is the title where it looks like one."""
    if any(d.kind == "title" for d in drafts):
        return
    open_ones = [d for d in drafts[:_TITLE_LOOK] if d.kind in ("", "heading")]
    if not open_ones or sum(not d.kind for d in drafts) < 2:
        return
    first = open_ones[0]
    if len(open_ones) > 1 and _is_rubric(first.text) and looks_like_title(open_ones[1].text):
        first.kind, first = "heading", open_ones[1]
    if looks_like_title(first.text) and any(len(d.text) > len(first.text) for d in drafts if not d.kind):
        first.kind = "title"


def looks_like_title(piece: str) -> bool:
    """True for a line of title length that does not end as a sentence, item or greeting does."""
    if not 8 <= len(piece) <= _TITLE_LONGEST or piece[-1] in ".,;:" or _GREETING.match(piece):
        return False
    if piece[0] in "[(•*-–—" or piece[0].islower():
        return False
    words = len(_WORDS.findall(piece))
    return words >= 2 and not (piece[-1] == "!" and words < 4)


def _is_rubric(piece: str) -> bool:
    """True for a short line in capitals that names the kind of page: "PRESS RELEASE"."""
    return piece.isupper() and len(piece.split()) <= 4 and piece[-1] not in ".!?"


def _is_heading(drafts: list[Draft], at: int) -> bool:
    """A short line without a full stop that a longer paragraph follows."""
    piece = drafts[at].text
    if (
        not 2 < len(piece) <= _HEADING_LONGEST
        or piece[-1] in '.,;:!…»”")-–—'
        or piece[0].islower()
        or _ITEM.match(piece)
    ):
        return False
    if at + 1 >= len(drafts) or at == 0:
        return False
    following = drafts[at + 1]
    return not following.kind and len(following.text) > 1.5 * len(piece) and following.text[-1:] in '.!?…»”":;'
