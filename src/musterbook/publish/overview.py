"""The whole in a few lines: in brief, what came last, when things happened, what is not known.

In: findings and the model of an `Edition`. Out: lines and `Chapter` records. Never takes silence for "no": what no
report says is listed as not known.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from musterbook.publish.charts import Event
from musterbook.publish.page import Cell, Chapter, Row, Said, Table
from musterbook.publish.questions import WHOLE
from musterbook.publish.quoting import Quoting, behind, marks_of
from musterbook.publish.regions import state_words
from musterbook.publish.tabling import distinct
from musterbook.records import Finding, Line, PartialDate, RegionEntry, Rival
from musterbook.records.model import REGION_STATES
from musterbook.records.words import plural

_LATEST = 15  # answers
_FIELDS = ("Unit", "Strength", "Pay", "Conditions", "Duties", "Recruitment", "Officials")


def brief(quoting: Quoting) -> Iterator[Said]:
    """The report in a few lines, each with the part of the page that says more."""
    edition = quoting.edition
    entries = edition.programme.regions
    if entries:
        states = Counter(e.state for e in entries)
        listed = ", ".join(f"{states[s]} {state_words(s)}" for s in reversed(REGION_STATES) if states[s])
        yield Said(f"{plural(len(entries), 'region')} named by reports: {listed}.", anchor="regions")
    for counted in edition.programme.counted:
        for held in sorted(counted.counts, key=lambda c: (-c.line.support.documents, -c.least))[:1]:
            count = edition.wording.answer(held.line.values, held.line.scope)
            missing = f"; {held.not_named} named by nobody" if held.not_named else ""
            text = f"Most reported number of {counted.what}: {count}; {len(counted.named)} named{missing}."
            yield quoting.said(text, held.line)
    adopted = [i for i in edition.programme.instruments if i.adopted]
    drafts = [i for i in edition.programme.instruments if not i.adopted]
    if adopted or drafts:
        done = f"{plural(len(adopted), 'instrument')} of law reported as adopted"
        yield Said(f"{done}, {len(drafts)} not (drafts, bills, or only a date).", anchor="law")
    states = Counter(f.state for f in edition.findings)
    if states:
        parts = [f"{n:,} {s.replace('_', ' ')}" for s, n in states.most_common() if s]
        yield Said(f"{plural(len(edition.findings), 'question')}: {', '.join(parts)}.", anchor="unknown")
    said = sum(p.statements for p in edition.publishers)
    if said and not edition.only:
        echoes = sum(p.echoes * p.statements for p in edition.publishers) / said
        yield Said(f"{echoes:.0%} of all statements are another's word (echoes).", anchor="sources")
    last = max((f.last for f in edition.findings), default="")
    if last:
        yield Said(f"Last report: {last}.", anchor="latest")


def latest(quoting: Quoting) -> Chapter:
    """The answers that were first given last."""
    edition = quoting.edition

    def first(pair: tuple[Finding, Rival]) -> str:
        return min((edition.claims[i].published or "" for i in pair[1].claims if i in edition.claims), default="")

    pairs = ((f, r) for f in edition.findings for r in f.rivals)
    newest = heapq.nlargest(_LATEST, ((first(p), n, p) for n, p in enumerate(pairs)), key=lambda e: (e[0], -e[1]))
    rows = [_news(quoting, day, *pair) for day, _, pair in newest if day]
    head = ("First reported", "Where", "What", "Answer")
    note = "Answers by the day of their first report, the newest first. What is newer is not therefore right."
    more = "since any other day: musterbook diff --since DATE"
    tables = (Table("What came last", head, (("", tuple(rows)),), note, more),) if rows else ()
    return Chapter("latest", "What came last", len(rows), tables=tables)


def _news(quoting: Quoting, day: str, finding: Finding, rival: Rival) -> Row:
    wording, slot = quoting.edition.wording, finding.slot
    values = tuple(p for p in rival.values if p[0] != "status")
    answer = wording.answer(values, slot.scope) or ("no" if rival.polarity == "denied" else "yes")
    asked = wording.question(slot.scope)
    text = f"{wording.topic(slot.type)}{f': {asked}' if asked else ''}"
    status = str(dict(rival.values).get("status", ""))
    marks = [m for m in (rival.polarity, status, rival.standing) if m not in ("", "affirmed", "live")]
    anchor = next((a for a in (quoting.anchors.get((finding.id, i)) for i in rival.claims) if a), "")
    counts = behind(rival.documents, rival.outlets, len(rival.origins))
    said = Said(
        quoting.worded(answer, values, rival.claims),
        tuple(dict.fromkeys(marks)),
        counts,
        anchor,
        quoting.asked.get(finding.id, 0),
    )
    place = (
        Said(quoting.edition.wording.name(slot.region), anchor=f"place-{slot.region}") if slot.region else Said(WHOLE)
    )
    return Row(((Said(day),), (place,), (Said(quoting.worded(text, slot.scope, rival.claims)),), (said,)))


@dataclass(frozen=True, slots=True)
class _Moment:
    date: str
    lane: str
    said: Said
    reported: bool
    unsure: bool
    until: str = ""


def timeline(quoting: Quoting) -> Chapter:
    """Law, headquarters, orders and units in the order of their days."""
    moments = sorted(dict.fromkeys(m for m in _moments(quoting) if _is_date(m.date)), key=lambda m: (m.date, m.lane))
    most = quoting.edition.bounds.events
    shown, left = moments[-most:], max(0, len(moments) - most)
    lanes = tuple(dict.fromkeys(m.lane for m in shown))
    events = tuple(
        Event(m.date, f"{m.said.text}{' (first reported)' * m.reported}", m.lane, m.until, unsure=m.unsure)
        for lane in lanes
        for m in shown
        if m.lane == lane
    )
    rows = tuple(
        Row(((Said(m.date, ("first reported",) if m.reported else ()),), (Said(m.lane),), (m.said,))) for m in shown
    )
    more = f"{plural(left, 'earlier event')}: musterbook law; musterbook region CODE" if left else ""
    note = "The day is the one that reports give; where they give none, that of the first report, which is marked."
    table = Table("When", ("Day", "Of", "What"), (("", rows),), note, more)
    return Chapter("timeline", "Timeline", len(shown), tables=(table,) if rows else (), events=events)


def _moments(quoting: Quoting) -> Iterator[_Moment]:
    programme = quoting.edition.programme
    for entry in programme.instruments:
        for stage in entry.stages:
            kind = entry.kind.replace("_", " ") or "instrument"
            text = f"{kind}: {stage.stage.replace('_', ' ')}"
            by = f" by {', '.join(distinct(stage.actors))}" if stage.actors else ""
            days = stage.dates or ("",)
            for day in days:
                yield _moment(quoting, "Law", quoting.hidden(text + by, stage.line.support.claims), stage.line, day)
    for head in programme.headquarters:
        for line in head.lines[:1]:
            known = head.jurisdiction in quoting.edition.wording.names
            name = (
                quoting.edition.wording.name(head.jurisdiction)
                if known
                else quoting.hidden(head.name, line.support.claims)
            )
            yield _moment(quoting, "Headquarters", f"{name}: {head.state}", line, head.since)
    for order in programme.orders:
        days = order.since or order.dated or ("",)
        for line in order.lines[:1]:
            by = f" by {', '.join(order.issuers)}" if order.issuers else ""
            text = quoting.hidden(f"order to {order.requirement.replace('_', ' ')}{by}", line.support.claims)
            for day in days:
                yield _moment(quoting, "Orders", text, line, day)
    for region in programme.regions:
        for line in region.because[:2]:
            words = quoting.worded(quoting.phrase(line), (*line.values, *line.scope), line.support.claims)
            yield _moment(quoting, "Units", f"{quoting.edition.wording.name(region.code)}: {words}", line, "")


def _moment(quoting: Quoting, lane: str, text: str, line: Line, day: str) -> _Moment:
    given = day or line.support.since
    said = quoting.said(text, line)
    unsure = bool(marks_of(line.support))
    return _Moment(given or line.support.first, lane, said, not given, unsure, line.support.until if given else "")


def _is_date(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except ValueError:
        return False
    return True


def unknown(quoting: Quoting) -> Chapter:
    """What no report says, and what rests on little."""
    edition = quoting.edition
    entries = edition.programme.regions
    table = _coverage(quoting, entries)
    lead = tuple(_gaps(quoting))
    return Chapter("unknown", "What is not known", 0, lead, (table,) if entries else ())


def _gaps(quoting: Quoting) -> Iterator[Said]:
    edition = quoting.edition
    for counted in edition.programme.counted:
        most = max((held.not_named for held in counted.counts), default=0)
        if most:
            yield Said(f"Up to {most} of the {counted.what} that reports count are named by nobody.", anchor="counted")
    states = Counter(f.state for f in edition.findings)
    without = sum(1 for f in edition.findings if not any(r.origins for r in f.rivals))
    if edition.findings:
        yield Said(
            f"On the word of two or more origins: {states['corroborated']:,} of {len(edition.findings):,} questions; "
            f"of one origin: {states['single_origin']:,}; origin of no answer known: {without:,}."
        )
    for reached, text in ((False, "reported without a day"), (True, "reported, but not as adopted")):
        listed = [
            i.kind.replace("_", " ")
            for i in edition.programme.instruments
            if (not i.adopted if reached else not any(s.dates for s in i.stages))
        ]
        if listed:
            kinds = ", ".join(f"{n} {kind or 'unnamed'}" for kind, n in Counter(listed).most_common())
            yield Said(f"{plural(len(listed), 'instrument')} of law {text}: {kinds}.", anchor="law")
    undated = sum(1 for s in edition.sources if not s.metadata.get("published"))
    unsigned = sum(1 for s in edition.sources if not s.metadata.outlet)
    if undated:
        yield Said(
            f"{plural(undated, 'document')} without a date: left out wherever a day is asked for.", anchor="sources"
        )
    if unsigned:
        yield Said(f"{plural(unsigned, 'document')} whose publisher nobody states.", anchor="sources")
    unjudged = sum(1 for p in edition.publishers if not p.judged)
    if unjudged:
        yield Said(f"{plural(unjudged, 'source')} whose reliability nobody has judged (F).", anchor="sources")
    if edition.problems:
        yield Said(f"{plural(len(edition.problems), 'thing')} could not be read.", anchor="problems")
    named = _named(edition.findings) & set(edition.regions)
    for country in ("", *sorted({c for c in edition.regions.values() if c})) if named and not edition.only else ():
        silent = [c for c in edition.regions if c not in named and edition.regions[c] == country]
        if silent:
            names = ", ".join(sorted(edition.wording.name(c).partition(" (")[0] for c in silent))
            whose = f" of {country} under occupation" if country else ""
            yield Said(f"{plural(len(silent), 'region')}{whose} that no report names: {names}.")


def _named(findings: Iterable[Finding]) -> set[str]:
    """Everything that a question or an answer names as its place or its matter."""
    pairs = (p for f in findings for p in (*f.slot.scope, *(v for r in f.rivals for v in r.values)))
    return {f.slot.region for f in findings} | {value for _, value in pairs if isinstance(value, str)}


def _coverage(quoting: Quoting, entries: Iterable[RegionEntry]) -> Table:
    rows = []
    for entry in entries:
        units = [unit for unit in entry.units if unit.lines]
        parts = (units, entry.strength, entry.pay, entry.terms, entry.duties, entry.recruitment, entry.officials)
        cells: list[Cell] = [(Said(str(len(part))),) if part else (Said("–"),) for part in parts]
        rows.append(Row(((Said(quoting.edition.wording.name(entry.code), anchor=f"place-{entry.code}"),), *cells)))
    note = "How many answers reports give; – means that no report says anything, not that there is nothing."
    most = quoting.edition.bounds.rows
    groups = (("", tuple(rows[:most])),)
    more = f"{len(rows) - most} more: musterbook region CODE" if len(rows) > most else ""
    return Table("What is reported of which region", ("Region", *_FIELDS), groups, note, more, frozenset(range(1, 8)))
