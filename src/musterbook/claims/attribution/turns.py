"""How a text sets off what is said: quotation marks, dialogue, interviews, records of meetings, tables.

In: a text, and for a record of a meeting a `HolderReader`. Out: spans of lines and turns.
Never decides whose a quotation or an unnamed line of dialogue is.
"""

from __future__ import annotations

import re

from musterbook.claims.attribution.describing import Holder
from musterbook.claims.attribution.holders import HolderReader
from musterbook.expressions import regex

TURNS = 3
"""Lines of dialogue that make an interview; one less makes a record of a meeting."""

DIALOGUE = regex(r"(?:^|(?<=\n))(?:[—–]|(?:A|Answer|О|Ответ):)\s(?=[«“\"]?[A-ZА-ЯЁ])")
"""Where a line of dialogue begins: behind a dash, or behind the label of an answer."""

_OPENED = regex(r"\n(?:[—–] |(?:A|Answer|О|Ответ): )")

_QUOTE = regex(
    r"(?:^|(?<=\n))\"(?=\S)[^\n]{18,}?\"(?=,?\s[—–-]\s)|(?<![\w.!?…])“[^“”\n]{18,}(?:”|\n|$)|«(?:[^«»\n]|«[^«»\n]*»){18,}»(?!\w)|(?=«[^\n]{18})«[^«»\n]*(?:«[^«»\n]*»[^«»\n]*)*«[^«»\n]*»(?!\w)|(?<![\w.,!?»])\"(?=\S)[^\"\n]{18,}(?:\"|\n|$)"
    r"|(?<![\w.,])[‘'](?=[A-Z])[^‘\n]{18,}?(?<!\w['’]s)[’'](?![\w])"
)
_MARK = regex(r"[“«\"‘']")
_CELLS = regex(r"\s[—–|-]\s|\t|:\s\d")
_LABEL = regex(r"(?:[А-ЯA-Z][а-яa-z]+ )?")
_OTHER = regex(r"(?:^|(?<=\n))(?:[A-ZА-ЯЁ][а-яёa-z]{4,}[.:]|[A-ZА-ЯЁ]{4,}[^:\n]{0,30}:) [A-ZА-ЯЁ]")
_PARAGRAPH = regex(r":[ \t]*\n\s*(?=\S)|\n\s*(?=[—–]\s)")
_SAYS = regex(r"(?: \([^)\n]{2,60}\))?[.:]?\s+[«“\"]?[A-ZА-ЯЁ]")


def dialogue(text: str) -> list[tuple[int, int]]:
    """The lines that open with a dash or the label of an answer, without it."""
    made: list[tuple[int, int]] = []
    if not opened(text, 1) and text[:1] not in "—–":
        return made
    for line in DIALOGUE.finditer(text):
        end = text.find("\n", line.end())
        made.append((line.end(), len(text) if end < 0 else end))
    return made


def opened(text: str, times: int) -> bool:
    """Whether so many lines, the first of a text left out, open with a dash or the label of an answer."""
    dashes = text.count("\n— ") + text.count("\n– ")
    return dashes >= times or (": " in text and len(_OPENED.findall(text)) >= times)


def is_interview(text: str) -> bool:
    r"""Whether half of a text's lines open with a dash.

    >>> is_interview("— A?\n— B.\n— C?"), is_interview("A.\nB.\n— C.")
    (True, False)
    """
    lines = [line for line in text.splitlines() if line.strip()]
    return len(dialogue(text)) * 2 >= len(lines)


def meeting(text: str, holders: HolderReader) -> list[tuple[int, int, Holder]]:
    """The turns of a record of a meeting: lines that open with their speaker's name.

    Args:
        text: Of the reading.
        holders: Of the same document.

    Returns:
        Each turn with its speaker, in order; none where fewer than two lines open so.
    """
    opened = [
        p
        for p in holders.people
        if (text[p.end : p.end + 1] in (".", ":") or text[p.end - 1] == ".")
        and _SAYS.match(text, p.end)
        and _LABEL.fullmatch(text, text.rfind("\n", 0, p.start) + 1, p.start)
    ]
    if len(opened) < TURNS - 1:
        return []
    turns = {text.rfind("\n", 0, p.start) + 1: holders.read(p.start, p.end) for p in opened}
    for line in _OTHER.finditer(text):
        turns.setdefault(line.start(), None)
    begins = sorted(turns)
    ends = [*begins[1:], len(text)]
    return [(begin, end, h) for begin, end in zip(begins, ends, strict=True) if (h := turns[begin])]


def monologue(text: str, holders: HolderReader) -> list[tuple[int, int, Holder]]:
    """The paragraphs of somebody who was asked to explain and speaks on by himself.

    He is named in a paragraph that says so («Отвечает юрист Анна Вымышленная») before a lone line of
    dialogue, or that ends with a colon; he speaks until a paragraph names him again.

    Args:
        text: Of the reading.
        holders: Of the same document.

    Returns:
        One turn with its speaker, or none.
    """
    explains = holders.grammar.rare["explains"]
    for gap in _PARAGRAPH.finditer(text):
        begin = text.rfind("\n", 0, gap.start()) + 1
        line = DIALOGUE.match(text, gap.end())
        if not (line or gap.group()[0] == ":") or not explains.search(holders.lower, begin, gap.start()):
            continue
        people = [p for p in holders.people_within(begin, gap.start()) if p.role != "private"]
        speaker = holders.read(people[-1].start, people[-1].end) if people else None
        if speaker is None or len(DIALOGUE.findall(text, gap.end())) >= TURNS or _named_line(text, holders, gap.end()):
            continue
        again = next((p.start for p in holders.people if p.start > gap.end() and p.key == speaker.key), len(text))
        end = text.rfind("\n", 0, again) if again < len(text) else again
        return [(gap.end(), end, speaker)] if end > gap.end() else []
    return []


def _named_line(text: str, holders: HolderReader, at: int) -> bool:
    """Whether a line says itself whose it is: a quotation, an item of a list, «— A, — сказал он»."""
    stop = text.find("\n", at)
    line = text[at : len(text) if stop < 0 else stop]
    dashed = re.search(r"[,!?…]\s[—–]\s(\w+)", line)
    quoted = line[:1] in '«“"' and line.rstrip().endswith(("»", "”", '"', "».", "”.", '".'))
    return quoted or line[:1] in "•*-" or bool(dashed and dashed.group(1).lower() in holders.grammar.say)


def quotations(text: str) -> list[tuple[int, int]]:
    """The passages in quotation marks that are long enough to be speech."""
    found: list[tuple[int, int]] = []
    for mark in _MARK.finditer(text):
        if not found or mark.start() >= found[-1][1]:
            quote = _QUOTE.match(text, mark.start())
            if quote:
                found.append(quote.span())
    return found


def is_row(text: str, at: int) -> bool:
    """Whether the line that holds a place is a row of a table or an item of a list of figures."""
    begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[begin : end if end >= 0 else len(text)].rstrip()
    return not line.endswith((".", "?", "!")) and bool(_CELLS.search(line))
