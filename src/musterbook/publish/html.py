"""A report as one self-contained HTML page: no script, no request, readable on paper and on a phone.

In: a `Page`. Out: text. Never sees anything that is not masked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files

from musterbook.publish.charts import STYLE as CHARTS
from musterbook.publish.charts import Head, line_chart, timeline_chart
from musterbook.publish.htmltables import cell, more, said, table, text
from musterbook.publish.map import map_of
from musterbook.publish.page import Answer, Chapter, Listed, Page, Place, Question, Statement
from musterbook.publish.phrases import COUNTS, DATES, DIFFERING, HOW_TO_OPEN, HOW_TO_READ, NOTE, PRIVATE, SETTLED

_FIRST = 12  # questions with several answers that are shown at once; the rest open on demand


def html(page: Page) -> str:
    """Write a page as HTML."""
    style = files("musterbook.publish").joinpath("page.css").read_text(encoding="utf-8")
    style += files("musterbook.publish").joinpath("map.css").read_text(encoding="utf-8") if page.spots else ""
    style += CHARTS if any(c.events or c.series for c in page.chapters) else ""
    first = [c for c in page.chapters if c.id == "regions"]
    rest = [c for c in page.chapters if c.id != "regions"]
    parts = (
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
        f"<title>{text(page.title)}</title><style>{style}</style></head><body>",
        *_head(page),
        *(line for part in first for line in _regions(page, part)),
        *_differing(page),
        *(line for part in rest for line in _chapter(part)),
        *_findings(page),
        *_sources(page),
        *_problems(page),
        f'<section id="how"><h2>How to read this</h2><p>{text(HOW_TO_READ)}</p><p>{text(DATES)}</p></section>',
        "</main></body></html>",
    )
    return "\n".join(parts) + "\n"


def _head(page: Page) -> Iterator[str]:
    yield f'<header><h1>{text(page.title)}</h1><dl class="dates">'
    yield f"<div><dt>As known</dt><dd>{text(page.known)}</dd></div>"
    yield f"<div><dt>As held</dt><dd>{text(page.held)}</dd></div>"
    if page.subtitle:
        yield f"<div><dt>Narrowed to</dt><dd>{text(page.subtitle)}</dd></div>"
    yield f"<div><dt>Made of</dt><dd>{text(page.counts)}</dd></div></dl>"
    yield f'<p class="note"><strong>{text(NOTE)}</strong> {text(PRIVATE)}</p>'
    yield '<nav aria-label="On this page">'
    if page.differing:
        number = len(page.differing) + page.undiffered
        yield f'<a class="warn" href="#differing">Where reports differ <b>{number}</b></a>'
    for part in page.chapters:
        yield f'<a href="#{part.id}">{text(part.title)}{f" <b>{part.size}</b>" if part.size else ""}</a>'
    yield f'<a href="#findings">Findings and quotes <b>{sum(p.size for p in page.places)}</b></a>'
    yield f'<a href="#sources">Sources <b>{len(page.sources) + page.unlisted}</b></a>'
    if page.problems:
        yield f'<a href="#problems">Not read <b>{len(page.problems) + page.unread}</b></a>'
    yield '<a href="#how">How to read this</a></nav></header><main>'
    if page.brief:
        yield '<section id="brief"><h2>In brief</h2><ul>'
        yield from (f"<li>{said(line)}</li>" for line in page.brief)
        yield f'</ul><p class="small">{text(HOW_TO_OPEN)} {text(COUNTS)}</p></section>'


def _regions(page: Page, part: Chapter) -> Iterator[str]:
    yield f'<section id="{part.id}"><h2>{text(part.title)}</h2>'
    if page.spots:
        yield from map_of(page.spots, page.atlas, narrowed=bool(page.subtitle))
    yield from (line for shown in part.tables for line in table(shown, headed=len(part.tables) > 1))
    yield "</section>"


def _chapter(part: Chapter) -> Iterator[str]:
    yield f'<section id="{part.id}"><h2>{text(part.title)}</h2>'
    if part.lead:
        yield f"<ul>{''.join(f'<li>{said(line)}</li>' for line in part.lead)}</ul>"
    if part.events:
        yield timeline_chart(Head("", "Events in order of time; the table says the same."), part.events)
    for series in part.series:
        yield line_chart(Head(series.title, note=series.note), series.periods, series.lines)
    if part.events:
        yield '<details class="fold"><summary><span class="answer">As a table, with quotes</span></summary>'
    yield from (line for shown in part.tables for line in table(shown, headed=len(part.tables) > 1))
    yield "</details></section>" if part.events else "</section>"


def _differing(page: Page) -> Iterator[str]:
    if not page.differing:
        return
    unsettled = [q for q in page.differing if not q.settled]
    settled = [q for q in page.differing if q.settled]
    yield f'<section id="differing" class="differing"><h2>Where reports differ</h2><p>{text(DIFFERING)}</p><ul>'
    yield from _rivals(unsettled[:_FIRST])
    yield "</ul>"
    for name, rest in (("more", unsettled[_FIRST:]), (SETTLED, settled)):
        if rest:
            yield f'<details><summary><span class="answer">{len(rest)} {text(name)}</span></summary><ul>'
            yield from _rivals(rest)
            yield "</ul></details>"
    if page.undiffered:
        yield more(f"{page.undiffered:,} more: musterbook conflicts")
    yield "</section>"


def _rivals(questions: Iterable[Question]) -> Iterator[str]:
    for question in questions:
        about = " · ".join(w for w in (question.topic, question.text) if w)
        state = (
            f' <i class="mark {text(question.state.split()[0])}">{text(question.state)}</i>' if question.state else ""
        )
        number = question.number
        yield f'<li><a href="#q{number}" data-n="{number}">{text(question.place)}</a>: {text(about)}{state}'
        yield '<div class="rivals">'
        for n, answer in enumerate(question.answers, 1):
            yield f'<a href="#q{question.number}-{n}">{_words(answer, "")}<small>{_support(answer)}</small></a>'
        yield "</div></li>"


def _findings(page: Page) -> Iterator[str]:
    if not page.places:
        return
    yield '<section id="findings"><h2>Findings and quotes</h2>'
    if len(page.places) > 1:
        yield '<nav aria-label="Places">'
        yield from (f'<a href="#{text(p.anchor)}">{text(p.name)} <b>{p.size}</b></a>' for p in page.places)
        yield "</nav>"
    for place in page.places:
        yield from _place(place)
    yield "</section>"


def _place(place: Place) -> Iterator[str]:
    yield f'<section id="{text(place.anchor)}" class="place"><h3>{text(place.name)}</h3>'
    if place.facts:
        yield '<dl class="facts">'
        yield from (f"<div><dt>{text(name)}</dt><dd>{cell(parts)}</dd></div>" for name, parts in place.facts)
        yield "</dl>"
    for topic, questions in place.topics:
        yield f"<h4>{text(topic)}</h4>"
        for question in questions:
            yield from _question(question)
    if place.more:
        yield more(place.more)
    yield "</section>"


def _question(question: Question) -> Iterator[str]:
    several = len(question.answers) > 1
    number = question.number
    yield f'<div class="question{" several" if several else ""}" id="q{number}">'
    reason = f'<p class="state"><b>{text(question.state)}</b>: {text(question.reason)}</p>' if question.state else ""
    if several:
        label = f"{len(question.answers)} answers" if question.differs else f"{len(question.answers)} statements of it"
        yield f'<p class="asked"><b class="no">{number}</b> {text(question.text)} <em>{label}</em></p>{reason}'
    for n, answer in enumerate(question.answers, 1):
        mark = "" if several else f'<b class="no">{number}</b> '
        yield f'<details id="q{number}-{n}"><summary>'
        yield f'<span class="answer">{mark}{_words(answer, "" if several else question.text)}</span>'
        yield f"<small>{_support(answer)}</small></summary>"
        if not several:
            yield reason
        yield from (line for statement in answer.statements for line in _statement(statement))
        if answer.unshown:
            yield more(f"{answer.unshown:,} more: {question.more}")
        yield "</details>"
    if question.unshown:
        yield more(f"{question.unshown:,} more answers: {question.more}")
    yield "</div>"


def _support(answer: Answer) -> str:
    """How many say so, after the state of this answer alone."""
    return f"{f'<b>{text(answer.state)}</b> · ' if answer.state else ''}{text(answer.support)}"


def _words(answer: Answer, question: str) -> str:
    """An answer with its date and marks; where the question only asks whether it is so, the question itself."""
    marks = "".join(f' <i class="mark {text(m)}">{text(m)}</i>' for m in answer.marks if question or m != "denied")
    words = answer.text or ("" if question else "no" if "denied" in answer.marks else "yes")
    strong = f"<strong>{text(words)}</strong>" if words else ""
    when = f" <small>{text(answer.when)}</small>" if answer.when else ""
    lead = f"{text(question)}: " if question and strong else text(question)
    if answer.text and not question and "denied" in answer.marks:
        marks = f' <i class="mark denied">denied</i>{marks}'
    return f"{lead}{strong}{when}{marks}"


def _statement(one: Statement) -> Iterator[str]:
    yield f"<blockquote>{text(one.before)}<mark>{text(one.quote)}</mark>{text(one.after)}"
    facts = [f'<a href="#source-{one.source}">{text(one.outlet)}</a>' if one.source else text(one.outlet)]
    facts += [text(one.published)] if one.published else ["undated"]
    facts += [f"said by {text(one.said_by)}"] if one.said_by else []
    facts += [text(m) for m in one.marks]
    facts.append(f"<code>{text(one.id.removeprefix('claim-')[:12])}</code>")
    yield f"<footer>{' · '.join(facts)}</footer></blockquote>"


def _sources(page: Page) -> Iterator[str]:
    yield '<section id="sources"><h2>Sources</h2>'
    if page.publishers.size:
        yield from table(page.publishers)
    yield '<h3>Documents</h3><div class="wide" role="region" aria-label="Documents" tabindex="0">'
    names = ("No.", "Document", "Outlet", "Published", "Comes from", "Statements", "SHA-256")
    heads = "".join(f'<th scope="col">{name}</th>' for name in names)
    yield f'<table class="stack"><thead><tr>{heads}</tr></thead><tbody>'
    yield from _documents(page.sources)
    yield "</tbody></table></div>"
    if page.unlisted:
        yield more(f"{page.unlisted:,} more documents: musterbook export")
    yield "</section>"


def _documents(sources: Iterable[Listed]) -> Iterator[str]:
    for number, source in enumerate(sources, 1):
        name = text(source.title or source.name)
        if source.address.startswith(("http://", "https://")):
            name = f'<a href="{text(source.address)}" rel="noreferrer noopener">{name}</a>'
        file = f"<small>{text(source.name)}</small>" if source.title else ""
        outlet, published = text(source.outlet) or "not stated", text(source.published) or "not stated"
        yield (
            f'<tr id="source-{number}"><th scope="row">{number}</th><td data-head="Document">{name}{file}</td>'
            f'<td data-head="Outlet">{outlet}</td><td data-head="Published">{published}</td>'
            f'<td data-head="Comes from">{cell(source.comes_from) or "–"}</td>'
            f'<td data-head="Statements">{source.statements}</td>'
            f'<td data-head="SHA-256"><code title="{text(source.sha256)}">{text(source.sha256[:12])}</code></td></tr>'
        )


def _problems(page: Page) -> Iterator[str]:
    yield '<section id="problems"><h2>What could not be read</h2>'
    if not page.problems:
        yield "<p>Everything was read.</p>"
    else:
        yield "<ul>"
        for where, what, code in page.problems:
            yield f"<li><strong>{text(where)}</strong>: {text(what)} <code>{text(code)}</code></li>"
        yield "</ul>"
    if page.unread:
        yield more(f"{page.unread:,} more: musterbook problems")
    yield "</section>"
