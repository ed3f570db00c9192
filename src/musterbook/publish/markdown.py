"""A report as Markdown: the same as the page, its map and charts as tables.

In: a `Page`. Out: text. Never sees anything that is not masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from musterbook.expressions import regex
from musterbook.publish.charts.frame import number
from musterbook.publish.page import Answer, Cell, Chapter, Page, Place, Question, Said, Series, Table
from musterbook.publish.phrases import COUNTS, DATES, DIFFERING, HOW_TO_READ, NOTE, PRIVATE

_SPECIAL = regex(r"([\\`*_{}\[\]<>#|])")


def markdown(page: Page) -> str:
    """Write a page as Markdown."""
    return "\n".join(_lines(page)).rstrip() + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield f"# {_plain(page.title)}\n"
    yield f"- As known: {_plain(page.known)}\n- As held: {_plain(page.held)}"
    if page.subtitle:
        yield f"- Narrowed to: {_plain(page.subtitle)}"
    yield f"- Made of: {_plain(page.counts)}\n"
    yield f"{NOTE} {PRIVATE} {COUNTS} A number in brackets is that of the question below that holds the quotes.\n"
    if page.brief:
        yield "## In brief\n"
        yield from (f"- {_said(line)}" for line in page.brief)
        yield ""
    first = [c for c in page.chapters if c.id == "regions"]
    yield from (line for part in first for line in _chapter(part))
    if page.differing:
        yield f"## Where reports differ\n\n{DIFFERING}\n"
        for question in page.differing:
            yield from _question(question, f"{question.place}: {question.topic}", quotes=False)
        if page.undiffered:
            yield _more(f"{page.undiffered} more: musterbook conflicts")
        yield ""
    yield from (line for part in page.chapters if part.id != "regions" for line in _chapter(part))
    if page.places:
        yield "## Findings and quotes\n"
    for place in page.places:
        yield from _place(place)
    yield from _sources(page)
    yield "\n## What could not be read\n"
    for where, what, code in page.problems:
        yield f"- **{_plain(where)}**: {_plain(what)} (`{code}`)"
    if not page.problems:
        yield "Everything was read."
    if page.unread:
        yield _more(f"{page.unread} more: musterbook problems")
    yield f"\n## How to read this\n\n{HOW_TO_READ} {DATES}"


def _chapter(part: Chapter) -> Iterator[str]:
    yield f"## {_plain(part.title)}\n"
    yield from (f"- {_said(line)}" for line in part.lead)
    if part.lead:
        yield ""
    for series in part.series:
        yield from _series(series)
    for shown in part.tables:
        yield from _table(shown, headed=len(part.tables) > 1)


def _table(shown: Table, *, headed: bool = True) -> Iterator[str]:
    if headed:
        yield f"### {_plain(shown.title)}\n"
    if shown.note:
        yield f"{_plain(shown.note)}\n"
    grouped = any(name for name, _ in shown.groups)
    head = ("Under", *shown.head) if grouped else shown.head
    yield f"| {' | '.join(head)} |\n|{' --- |' * len(head)}"
    for name, rows in shown.groups:
        for row in rows:
            cells = [_cell(c) for c in row.cells]
            cells = [_plain(name), *cells] if grouped else cells
            yield f"| {' | '.join(cells)} |"
    yield ""
    if shown.more:
        yield _more(shown.more) + "\n"


def _series(series: Series) -> Iterator[str]:
    yield f"### {_plain(series.title)}\n"
    if series.note:
        yield f"{_plain(series.note)}\n"
    yield f"| period | {' | '.join(_plain(line.name) for line in series.lines)} |"
    yield f"| --- |{' --- |' * len(series.lines)}"
    for n, period in enumerate(series.periods):
        figures = ("" if (v := line.figures[n]) is None else number(v) for line in series.lines)
        yield f"| {_plain(period)} | {' | '.join(figures)} |"
    yield ""


def _cell(parts: Cell) -> str:
    return "; ".join(map(_said, parts))


def _said(one: Said) -> str:
    marks = f" *{_plain(', '.join(one.marks))}*" if one.marks else ""
    counts = f" ({one.counts})" if one.counts else ""
    number = f" \\[{one.number}\\]" if one.number and one.anchor else ""
    return f"{_plain(one.text)}{marks}{counts}{number}"


def _place(place: Place) -> Iterator[str]:
    yield f"\n### {_plain(place.name)}\n"
    for name, parts in place.facts:
        yield f"- {name}: {_cell(parts)}"
    if place.facts:
        yield ""
    for topic, questions in place.topics:
        yield f"#### {_plain(topic)}\n"
        for question in questions:
            yield from _question(question, "", quotes=True)
        yield ""
    if place.more:
        yield _more(place.more)


def _question(question: Question, about: str, *, quotes: bool) -> Iterator[str]:
    mark = f"\\[{question.number}\\]"
    words = " · ".join(_plain(w) for w in (about, question.text) if w)
    if len(question.answers) == 1 and not about:
        yield from _answer(question.answers[0], f"{mark} {words}".strip(), "", question if quotes else None)
        return
    state = f" ({question.state}: {_plain(question.reason)})" if question.state else ""
    yield f"- {mark} {words or 'Answers'}:{state}"
    for answer in question.answers:
        yield from _answer(answer, "", "  ", question if quotes else None)
    if question.unshown:
        yield f"  - {_more(f'{question.unshown} more answers: {question.more}')}"


def _answer(answer: Answer, asked: str, indent: str, quoted: Question | None) -> Iterator[str]:
    text = answer.text or ("" if asked and not asked.endswith("]") else "yes")
    words = ": ".join(w for w in (asked, f"**{_plain(text)}**" if text else "") if w)
    when = f" ({answer.when})" if answer.when else ""
    marks = f" [{', '.join(answer.marks)}]" if answer.marks else ""
    yield f"{indent}- {words}{when}{marks} — {f'{answer.state}: ' if answer.state else ''}{answer.support}"
    if quoted is None:
        return
    for one in answer.statements:
        by = f"; said by {_plain(one.said_by)}" if one.said_by else ""
        when = f", {one.published}" if one.published else ""
        line = f"{_plain(one.before)}**{_plain(one.quote.strip())}**{_plain(one.after)}"
        yield f"{indent}  > {' '.join(line.split())}"
        yield f"{indent}  > ({_plain(one.outlet)}{when}, source {one.source or 'not listed'}{by})\n"
    if answer.unshown:
        yield f"{indent}  {_more(f'{answer.unshown} more: {quoted.more}')}\n"


def _sources(page: Page) -> Iterator[str]:
    yield "\n## Sources\n"
    if page.publishers.size:
        yield from _table(page.publishers)
    yield "### Documents\n"
    yield "| no. | document | outlet | published | comes from | statements | SHA-256 |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for row, source in enumerate(page.sources, 1):
        name = _plain(source.title or source.name)
        linked = f"[{name}](<{source.address}>)" if source.address.startswith(("http://", "https://")) else name
        cells = (
            linked,
            _plain(source.outlet or "not stated"),
            source.published or "not stated",
            _cell(source.comes_from),
            str(source.statements),
        )
        yield f"| {row} | {' | '.join(cells)} | `{source.sha256[:16]}` |"
    if page.unlisted:
        yield "\n" + _more(f"{page.unlisted} more documents: musterbook export")


def _more(words: str) -> str:
    left, _, command = words.partition(": ")
    return f"{_plain(left)}: `{command}`"


def _plain(text: str) -> str:
    """Text in which no character means anything to Markdown."""
    return _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", text))
