"""From an edition to a page: what a report says, in words, masked, made once and written in any format.

In: an `Edition` as the book gives it, and the mask of each document. Out: a `Page` of plain strings. The only
place that makes one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from musterbook.publish.chapters import chapters
from musterbook.publish.edition import Edition, Masking, Source
from musterbook.publish.overview import brief, latest, timeline, unknown
from musterbook.publish.page import Chapter, Listed, Page, Place, Row, Said, Table
from musterbook.publish.questions import places
from musterbook.publish.quoting import Quoting, numbers_of
from musterbook.publish.regions import chapter, facts, spots
from musterbook.publish.wording import Wording, counts_in_words
from musterbook.records import Finding
from musterbook.records.words import plural

_HEAD = ("Source", "Kind", "Reliability", "Documents", "Statements", "Echoes", "Origin of", "First", "Days ahead")


def compose(edition: Edition, masking: Masking) -> Page:
    """Put an edition into words, with every private person masked.

    Args:
        edition: What the report is made of.
        masking: The mask of each document.
    """
    edition = replace(edition, wording=_named(edition))
    quoting = Quoting(edition, masking)
    shown = tuple(_with_facts(quoting, place) for place in list(places(quoting)))
    questions = [q for place in shown for _, of_topic in place.topics for q in of_topic]
    differing = sorted((q for q in questions if q.differs), key=lambda q: (q.settled, -q.statements))
    bounds = edition.bounds
    parts = (chapter(quoting), latest(quoting), timeline(quoting), *chapters(quoting), unknown(quoting))
    sources = tuple(_sources(quoting))
    return Page(
        title=edition.title,
        subtitle=edition.only,
        known=f"published until {edition.as_of.known}" if edition.as_of.known else "everything in the book",
        held=f"on {edition.as_of.held}" if edition.as_of.held else "on any day: answers of all times side by side",
        counts=_counts(quoting),
        brief=tuple(brief(quoting)),
        spots=spots(quoting),
        atlas=edition.atlas,
        chapters=tuple(c for c in parts if _says(c)),
        places=shown,
        differing=tuple(differing[: bounds.differing]),
        undiffered=max(0, _differing(edition) - min(len(differing), bounds.differing)),
        sources=sources,
        unlisted=max(0, len(edition.sources) - len(sources)),
        publishers=_publishers(quoting),
        problems=tuple(_problems(edition, masking)),
        unread=max(0, len(edition.problems) - bounds.problems),
    )


def _named(edition: Edition) -> Wording:
    """Names of places that say whose they are, where another country holds them."""
    names = edition.wording.names
    foreign = {
        i: f"{names.get(i, i)} ({country}, under occupation)" for i, country in edition.regions.items() if country
    }
    return replace(edition.wording, names={**names, **foreign})


def _says(part: Chapter) -> bool:
    return bool(part.tables or part.lead or part.events or part.series)


def _with_facts(quoting: Quoting, place: Place) -> Place:
    entry = next((e for e in quoting.edition.programme.regions if e.code == place.code), None)
    return replace(place, facts=facts(quoting, entry)) if entry else place


def _counts(quoting: Quoting) -> str:
    edition = quoting.edition
    claims = {i for f in edition.findings for r in f.rivals for i in r.claims}
    origins = [o for f in edition.findings for r in f.rivals for o in r.origins]
    counts = counts_in_words(*numbers_of(quoting, (s.capture_id for s in edition.sources), origins))
    return ", ".join((plural(len(claims), "statement"), counts, plural(len(edition.findings), "question")))


def _differing(edition: Edition) -> int:
    """How many questions of the book have more than one answer, shown or not."""

    def answers(finding: Finding) -> int:
        said = {(tuple(v for v in r.values if v[0] != "status"), r.polarity) for r in finding.rivals}
        return len(said)

    return sum(answers(finding) > 1 for finding in edition.findings)


def _sources(quoting: Quoting) -> Iterator[Listed]:
    """The documents that are quoted, in the order of their numbers, then others as far as there is room."""
    edition = quoting.edition
    said = Counter(c.capture_id for c in edition.claims.values())
    by_id = {s.capture_id: s for s in edition.sources}
    edges: dict[str, list[Said]] = {}
    for source in edition.sources:
        quoting.number(source.capture_id)
    for edge in edition.edges:
        if edge.capture_id in quoting.numbers:
            number = quoting.numbers.get(edge.target, 0)
            known = f"no. {number}" if number else "another document" if edge.target else ""
            text = known or quoting.hidden(edge.named, captures=(edge.capture_id,)) or "unknown"
            said_of = Said(f"{edge.kind}: {text}", anchor=f"source-{number}" if number else "")
            edges.setdefault(edge.capture_id, []).append(said_of)
    for capture_id in quoting.numbers:
        if capture_id in by_id:
            yield _listed(quoting, by_id[capture_id], said[capture_id], tuple(edges.get(capture_id, ())[:4]))


def _listed(quoting: Quoting, source: Source, statements: int, comes_from: tuple[Said, ...]) -> Listed:
    mask, stated = quoting.masking(source.capture_id).mask, source.metadata
    return Listed(
        name=mask(source.name),
        title=mask(stated.get("title")),
        outlet=mask(stated.outlet),
        published=stated.get("published"),
        address=mask(stated.get("address")),
        sha256=source.sha256,
        statements=statements,
        comes_from=comes_from,
    )


def _publishers(quoting: Quoting) -> Table:
    edition = quoting.edition
    rows = []
    for one in edition.publishers[: edition.bounds.rows]:
        name = quoting.hidden(one.name, captures=one.captures) or "(publisher unknown)"
        letter = Said(one.reliability if one.judged else f"({one.reliability})")
        echoes = f"{one.echoes:.0%}" if one.statements else ""
        ahead = f"{one.lead:g}" if one.lead >= 0 else ""
        figures = (one.documents, one.statements, echoes, one.origin_of, one.first, ahead)
        rows.append(Row(((Said(name),), (Said(one.kind),), (letter,), *((Said(str(f)),) for f in figures))))
    left = len(edition.publishers) - len(rows)
    more = f"{plural(left, 'more source')}: musterbook sources" if left else ""
    note = (
        "Reliability: the Admiralty letter that people gave, (F) where nobody judged. Echoes: the share of "
        "a source's statements that are another's word. Origin of: how many statements of the book are its word in the "
        "end. First: how many statements it published before the others that make them."
    )
    return Table("Who publishes, and whose word it is", _HEAD, (("", tuple(rows)),), note, more, frozenset(range(3, 9)))


def _problems(edition: Edition, masking: Masking) -> Iterator[tuple[str, str, str]]:
    """Where, what and which code, of each problem."""
    for problem in edition.problems[: edition.bounds.problems]:
        mask = masking(problem.record).mask
        yield mask(problem.where), mask(problem.what), problem.code
