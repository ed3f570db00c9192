"""A report as Markdown.

In: a `Page`. Out: text. Never sees anything that is not masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from musterbook.publish.page import Answer, Page, Question
from musterbook.publish.phrases import DIFFERING, HOW_TO_READ, NOTE, PRIVATE

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


def markdown(page: Page) -> str:
    """Write a page as Markdown."""
    return "\n".join(_lines(page)).rstrip() + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield f"# {_plain(page.title)}\n"
    yield f"{_plain(page.subtitle)} {page.counts}.\n"
    yield f"{NOTE} {PRIVATE}\n"
    if page.differing:
        yield f"## Where reports differ\n\n{DIFFERING}\n"
        for question in page.differing:
            yield from _question(question, f"{question.place}: {question.topic}", quotes=False)
    for place in page.places:
        yield f"\n## {_plain(place.name)}\n"
        for topic, questions in place.topics:
            yield f"### {_plain(topic)}\n"
            for question in questions:
                yield from _question(question, "", quotes=True)
            yield ""
    yield "\n## Sources\n"
    yield "| no. | document | outlet | published | statements | SHA-256 |\n| --- | --- | --- | --- | --- | --- |"
    for number, source in enumerate(page.sources, 1):
        name = _plain(source.title or source.name)
        linked = f"[{name}](<{source.address}>)" if source.address.startswith(("http://", "https://")) else name
        cells = (
            linked,
            _plain(source.outlet or "not stated"),
            source.published or "not stated",
            str(source.statements),
        )
        yield f"| {number} | {' | '.join(cells)} | `{source.sha256[:16]}` |"
    yield "\n## What could not be read\n"
    for where, what, code in page.problems:
        yield f"- **{_plain(where)}**: {_plain(what)} (`{code}`)"
    if not page.problems:
        yield "Everything was read."
    yield f"\n## How to read this\n\n{HOW_TO_READ}"


def _question(question: Question, about: str, *, quotes: bool) -> Iterator[str]:
    words = " · ".join(_plain(w) for w in (about, question.text) if w)
    if len(question.answers) == 1 and not about:
        yield from _answer(question.answers[0], words, "", quotes=quotes)
        return
    state = f" ({question.state}: {_plain(question.reason)})" if question.state else ""
    yield f"- {words or 'Answers'}:{state}"
    for answer in question.answers:
        yield from _answer(answer, "", "  ", quotes=quotes)


def _answer(answer: Answer, question: str, indent: str, *, quotes: bool) -> Iterator[str]:
    text = answer.text or ("" if question else "yes")
    words = ": ".join(w for w in (question, f"**{_plain(text)}**" if text else "") if w)
    when = f" ({answer.when})" if answer.when else ""
    marks = f" [{', '.join(answer.marks)}]" if answer.marks else ""
    yield f"{indent}- {words}{when}{marks} — {answer.support}"
    for said in answer.statements if quotes else ():
        by = f"; said by {_plain(said.said_by)}" if said.said_by else ""
        when = f", {said.published}" if said.published else ""
        text = f"{_plain(said.before)}**{_plain(said.quote.strip())}**{_plain(said.after)}"
        yield f"{indent}  > {' '.join(text.split())}"
        yield f"{indent}  > ({_plain(said.outlet)}{when}, source {said.source}{by})\n"


def _plain(text: str) -> str:
    """Text in which no character means anything to Markdown."""
    return _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", text))
