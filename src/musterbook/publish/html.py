"""A report as one self-contained HTML page: no script, no request, readable on paper and on a phone.

In: a `Page`. Out: text. Never sees anything that is not masked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from musterbook.publish.page import Answer, Listed, Page, Place, Question, Statement
from musterbook.publish.phrases import DIFFERING, HOW_TO_READ, NOTE, PRIVATE

_FIRST = 12  # questions with several answers that are shown at once; the rest open on demand


def html(page: Page) -> str:
    """Write a page as HTML."""
    style = files("musterbook.publish").joinpath("page.css").read_text(encoding="utf-8")
    parts = (
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
        f"<title>{_text(page.title)}</title><style>{style}</style></head><body>",
        *_head(page),
        *_differing(page.differing),
        *(line for place in page.places for line in _place(place)),
        *_sources(page.sources),
        *_problems(page.problems),
        f'<section id="how"><h2>How to read this</h2><p>{_text(HOW_TO_READ)}</p></section>',
        "</main></body></html>",
    )
    return "\n".join(parts) + "\n"


def _head(page: Page) -> Iterator[str]:
    yield f"<header><h1>{_text(page.title)}</h1>"
    yield f"<p>{_text(page.subtitle)} {_text(page.counts)}.</p>"
    yield f'<p class="note"><strong>{_text(NOTE)}</strong> {_text(PRIVATE)}</p>'
    yield '<nav aria-label="On this page">'
    if page.differing:
        yield f'<a class="warn" href="#differing">Where reports differ <b>{len(page.differing)}</b></a>'
    for place in page.places:
        yield f'<a href="#{_anchor(place)}">{_text(place.name)} <b>{place.size}</b></a>'
    yield f'<a href="#sources">Sources <b>{len(page.sources)}</b></a>'
    if page.problems:
        yield f'<a href="#problems">Not read <b>{len(page.problems)}</b></a>'
    yield '<a href="#how">How to read this</a></nav></header><main>'


def _differing(questions: tuple[Question, ...]) -> Iterator[str]:
    if not questions:
        return
    yield f'<section id="differing" class="differing"><h2>Where reports differ</h2><p>{_text(DIFFERING)}</p><ul>'
    yield from _rivals(questions[:_FIRST])
    if len(questions) > _FIRST:
        yield f'</ul><details><summary><span class="answer">{len(questions) - _FIRST} more</span></summary><ul>'
        yield from _rivals(questions[_FIRST:])
        yield "</ul></details></section>"
    else:
        yield "</ul></section>"


def _rivals(questions: tuple[Question, ...]) -> Iterator[str]:
    for question in questions:
        about = " · ".join(w for w in (question.topic, question.text) if w)
        yield f'<li><a href="#{_text(question.id)}">{_text(question.place)}</a>: {_text(about)}<div class="rivals">'
        for answer in question.answers:
            yield f"<span>{_words(answer, '')}<small>{_text(answer.support)}</small></span>"
        yield "</div></li>"


def _place(place: Place) -> Iterator[str]:
    yield f'<section id="{_anchor(place)}"><h2>{_text(place.name)}</h2>'
    for topic, questions in place.topics:
        yield f"<h3>{_text(topic)}</h3>"
        for question in questions:
            yield from _question(question)
    yield "</section>"


def _question(question: Question) -> Iterator[str]:
    several = len(question.answers) > 1
    yield f'<div class="question{" several" if several else ""}" id="{_text(question.id)}">'
    if several:
        label = f"{len(question.answers)} answers" if question.differs else f"{len(question.answers)} statements of it"
        yield f'<p class="asked">{_text(question.text)} <em>{label}</em></p>'
    reason = f'<p class="state"><b>{_text(question.state)}</b>: {_text(question.reason)}</p>' if question.state else ""
    if several:
        yield reason
    for answer in question.answers:
        yield "<details><summary>"
        yield f'<span class="answer">{_words(answer, "" if several else question.text)}</span>'
        state = f"<b>{_text(question.state)}</b> · " if question.state and not several else ""
        yield f"<small>{state}{_text(answer.support)}</small></summary>"
        if not several:
            yield reason
        yield from (line for statement in answer.statements for line in _statement(statement))
        yield "</details>"
    yield "</div>"


def _words(answer: Answer, question: str) -> str:
    """An answer with its date and marks; where the question only asks whether it is so, the question itself."""
    marks = "".join(f'<i class="mark {_text(m)}">{_text(m)}</i>' for m in answer.marks if question or m != "denied")
    text = answer.text or ("" if question else "no" if "denied" in answer.marks else "yes")
    said = f"<strong>{_text(text)}</strong>" if text else ""
    when = f" <small>{_text(answer.when)}</small>" if answer.when else ""
    lead = f"{_text(question)}: " if question and said else _text(question)
    if answer.text and not question and "denied" in answer.marks:
        marks = f'<i class="mark denied">denied</i>{marks}'
    return f"{lead}{said}{when}{marks}"


def _statement(said: Statement) -> Iterator[str]:
    yield f"<blockquote>{_text(said.before)}<mark>{_text(said.quote)}</mark>{_text(said.after)}"
    facts = [f'<a href="#source-{said.source}">{_text(said.outlet)}</a>' if said.source else _text(said.outlet)]
    facts += [_text(said.published)] if said.published else ["undated"]
    facts += [f"said by {_text(said.said_by)}"] if said.said_by else []
    facts += [_text(m) for m in said.marks]
    facts.append(f"<code>{_text(said.id.removeprefix('claim-')[:12])}</code>")
    yield f"<footer>{' · '.join(facts)}</footer></blockquote>"


def _sources(sources: Iterable[Listed]) -> Iterator[str]:
    yield '<section id="sources"><h2>Sources</h2><div class="wide"><table><thead><tr><th>No.</th><th>Document</th>'
    yield "<th>Outlet</th><th>Published</th><th>Statements</th><th>SHA-256</th></tr></thead><tbody>"
    for number, source in enumerate(sources, 1):
        name = _text(source.title or source.name)
        if source.address.startswith(("http://", "https://")):
            name = f'<a href="{_text(source.address)}" rel="noreferrer noopener">{name}</a>'
        file = f"<small>{_text(source.name)}</small>" if source.title else ""
        outlet, published = _text(source.outlet) or "not stated", _text(source.published) or "not stated"
        yield (
            f'<tr id="source-{number}"><td>{number}</td><td>{name}{file}</td><td>{outlet}</td>'
            f"<td>{published}</td><td>{source.statements}</td>"
            f'<td><code title="{_text(source.sha256)}">{_text(source.sha256[:12])}</code></td></tr>'
        )
    yield "</tbody></table></div></section>"


def _problems(problems: tuple[tuple[str, str, str], ...]) -> Iterator[str]:
    yield '<section id="problems"><h2>What could not be read</h2>'
    if not problems:
        yield "<p>Everything was read.</p>"
    else:
        yield "<ul>"
        for where, what, code in problems:
            yield f"<li><strong>{_text(where)}</strong>: {_text(what)} <code>{_text(code)}</code></li>"
        yield "</ul>"
    yield "</section>"


def _anchor(place: Place) -> str:
    return _text(f"place-{place.code or 'all'}")


def _text(text: str) -> str:
    return escape(text, quote=True)
