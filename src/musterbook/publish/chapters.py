"""The chapters of the dossier: law, terms, headquarters, officials, orders, ledger, counts.

In: the answers of the working model in an `Edition`. Out: `Chapter` records of masked words. Never shows a draft
as law, and never says which of two rivals is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from musterbook.publish.charts import Line as Series_line
from musterbook.publish.page import Cell, Chapter, Row, Said, Series, Table
from musterbook.publish.quoting import Quoting
from musterbook.publish.wording import plural
from musterbook.records import (
    CountHeld,
    HeadquartersEntry,
    InstrumentEntry,
    Line,
    OfficialEntry,
    OfficialEvent,
    OrderEntry,
    RuleEntry,
    StageEntry,
)

_EVENTS = {"joined": "joined", "left": "left", "returned": "returned", "could_not_join": "could not join"}


def chapters(quoting: Quoting) -> Iterator[Chapter]:
    """Every chapter that has something to show."""
    programme = quoting.edition.programme
    yield Chapter("law", "The law", len(programme.instruments), (), _law(quoting))
    yield Chapter("terms", "Pay and conditions", _questions(programme.terms), (), _terms(quoting))
    yield Chapter(
        "headquarters", "Headquarters", len(programme.headquarters), (), _headquarters(quoting, programme.headquarters)
    )
    yield Chapter("officials", "Officials", len(programme.officials), (), _officials(quoting, programme.officials))
    yield Chapter("orders", "Orders and reports", len(programme.orders), (), _orders(quoting, programme.orders))
    yield Chapter("ledger", "Recruitment ledger", len(quoting.edition.ledger), series=tuple(_series(quoting)))
    counts = sum(len(c.counts) for c in programme.counted)
    yield Chapter("counted", "Counted and named", counts, (), tuple(_counted(quoting)))


def table_of(
    quoting: Quoting,
    titled: tuple[str, str],
    head: tuple[str, ...],
    rows: Iterable[tuple[str, Row]],
    command: str,
) -> Table:
    """A table of no more rows than the page holds.

    Args:
        quoting: Knows how many.
        titled: Its title and a note.
        head: One a column.
        rows: Each with the heading that it stands under; those of one heading follow one another.
        command: Shows the rest.
    """
    listed = list(rows)
    most = quoting.edition.bounds.rows
    groups = [(name, tuple(row for _, row in of)) for name, of in groupby(listed[:most], key=lambda pair: pair[0])]
    left = len(listed) - most
    more = f"{plural(left, 'more row')}: {command}" if left > 0 else ""
    return Table(titled[0], head, tuple(groups), titled[1], more)


def cell(quoting: Quoting, said: Iterable[Said]) -> Cell:
    """What stands in one cell, no more than it holds, nothing twice."""
    listed = list(dict.fromkeys(said))
    most = quoting.edition.bounds.said
    return (*listed[:most], Said(f"and {len(listed) - most} more")) if len(listed) > most else tuple(listed)


def words(quoting: Quoting, texts: Iterable[str], lines: Iterable[Line]) -> Cell:
    """Texts of reports, masked by all documents in which the lines stand."""
    claims = [i for line in lines for i in line.support.claims]
    return tuple(Said(quoting.hidden(text, claims)) for text in dict.fromkeys(texts) if text)


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Names without those that another of them gives together with its native form.

    >>> distinct(("Ivan Primerov", "Ivan Primerov (Иван Примеров)"))
    ('Ivan Primerov (Иван Примеров)',)
    """
    listed = tuple(dict.fromkeys(names))
    return tuple(name for name in listed if not any(other.startswith(f"{name} (") for other in listed))


def where(quoting: Quoting, code: str) -> Said:
    """A region, with a way to all that is known of it."""
    return Said(quoting.edition.wording.name(code), anchor=f"place-{code}") if code else Said("all, or not said where")


def _questions(lines: Iterable[Line]) -> int:
    return len({line.finding for line in lines})


def _law(quoting: Quoting) -> tuple[Table, ...]:
    programme = quoting.edition.programme
    tables = []
    if programme.instruments:
        note = "An instrument is law only where a live report says that it was signed, approved or is in force."
        head = ("Instrument", "Reached", "Stages", "What it allows or demands")
        rows = (("", _instrument(quoting, i)) for i in programme.instruments)
        tables.append(table_of(quoting, ("Instruments", note), head, rows, "musterbook law"))
    if programme.rules:
        note = (
            "Every reported version of a rule, in order of the day from which it is reported. A draft is not law; "
            "a later version is not taken to be right because it is later."
        )
        columns: tuple[str, ...] = ("Rule", "Versions", "Told as", "Under")
        columns = (*columns, "On that day") if quoting.edition.as_of.held else columns
        rules = (row for rule in programme.rules for row in _versions(quoting, rule))
        tables.append(table_of(quoting, ("Rules and their versions", note), columns, rules, "musterbook law"))
    return tuple(tables)


def _instrument(quoting: Quoting, entry: InstrumentEntry) -> Row:
    lines = [s.line for s in entry.stages] or list(entry.provisions)
    title = words(quoting, (entry.title,), lines)
    kind = Said(entry.kind.replace("_", " ").capitalize() or "Not said which")
    reached = entry.reached.replace("_", " ")
    mark = () if entry.adopted else (("not adopted",) if entry.reached else ())
    return Row(
        (
            (kind, *title),
            (Said(reached, mark),) if reached else (Said("not reported"),),
            cell(quoting, (_stage(quoting, s) for s in entry.stages)),
            cell(quoting, (quoting.said(quoting.phrase(p), p) for p in entry.provisions)),
        )
    )


def _stage(quoting: Quoting, stage: StageEntry) -> Said:
    parts = [stage.stage.replace("_", " "), " or ".join(stage.dates)]
    parts += [f"by {', '.join(distinct(stage.actors))}"] if stage.actors else []
    text = quoting.hidden(" ".join(p for p in parts if p), stage.line.support.claims)
    return quoting.said(text, stage.line)


def _versions(quoting: Quoting, rule: RuleEntry) -> Iterator[tuple[str, Row]]:
    wording = quoting.edition.wording
    place = f", {quoting.edition.wording.name(rule.region)}" if rule.region else ""
    claims = [i for v in rule.versions for i in v.line.support.claims]
    asked = quoting.worded(wording.question(rule.scope), rule.scope, claims)
    for version in rule.versions[: quoting.edition.bounds.said * 2]:
        answer = wording.answer(version.line.values, rule.scope)
        since = _period(version.line)
        text = " ".join(w for w in (answer or ("no" if version.line.support.polarity == "denied" else "yes"), since))
        row: tuple[Cell, ...] = (
            (Said(f"{asked}{place}".strip(", ") or "in general"),),
            (quoting.said(text.strip(), version.line),),
            (Said(version.force),),
            tuple(Said(kind.replace("_", " ")) for kind in version.under),
        )
        if quoting.edition.as_of.held:
            row = (*row, (Said(version.holds), Said(quoting.hidden(version.why, claims))))
        yield wording.topic(rule.type), Row(row)


def _period(line: Line) -> str:
    since, until = line.support.since, line.support.until
    return " ".join(w for w in (f"since {since}" if since else "", f"until {until}" if until else "") if w)


def _terms(quoting: Quoting) -> tuple[Table, ...]:
    wording = quoting.edition.wording
    in_rules = {v.line.finding for rule in quoting.edition.programme.rules for v in rule.versions}
    lines = sorted(
        (line for line in dict.fromkeys(quoting.edition.programme.terms) if line.finding not in in_rules),
        key=lambda line: (line.type, line.region, repr(line.scope)),
    )
    if not lines:
        return ()
    rows = []
    for _, group in groupby(lines, key=lambda line: line.finding):
        rivals = list(group)
        first = rivals[0]
        claims = [i for line in rivals for i in line.support.claims]
        asked = quoting.worded(wording.question(first.scope), first.scope, claims)
        answers = (_term(quoting, line) for line in rivals)
        row = Row(((where(quoting, first.region),), (Said(asked or "in general"),), cell(quoting, answers)))
        rows.append((wording.topic(first.type), row))
    note = (
        "Rival answers stand side by side; what only a draft says is marked so. This is information, not legal advice."
    )
    return (table_of(quoting, ("What is owed, and who may join", note), ("Where", "What", "Answers"), rows, _CLAIMS),)


_CLAIMS = "musterbook findings --type pay"


def _term(quoting: Quoting, line: Line) -> Said:
    answer = quoting.edition.wording.answer(line.values, line.scope)
    text = answer or ("no" if line.support.polarity == "denied" else "yes")
    return quoting.said(f"{text} {_period(line)}".strip(), line)


def _headquarters(quoting: Quoting, entries: Iterable[HeadquartersEntry]) -> tuple[Table, ...]:
    rows = []
    for entry in entries:
        known = entry.jurisdiction in quoting.edition.wording.names
        name = quoting.edition.wording.name(entry.jurisdiction) if known else entry.name
        dates = " ".join(
            w
            for w in (f"since {entry.since}" if entry.since else "", f"until {entry.until}" if entry.until else "")
            if w
        )
        says = (quoting.said(entry.state, line) for line in entry.lines)
        row = (
            words(quoting, (name,), entry.lines),
            (*cell(quoting, says), *((Said(dates),) if dates else ())),
            tuple(dict.fromkeys(Said(i.kind.replace("_", " ")) for i in entry.under)),
            cell(quoting, (quoting.said(quoting.phrase(r), r) for r in entry.remit)),
        )
        rows.append(("", Row(row)))
    note = "“Under” names instruments that the same documents speak of; it does not say that these set it up."
    head = ("Of", "State", "Under", "What it is to do")
    return (table_of(quoting, ("Defence headquarters", note), head, rows, "musterbook headquarters"),) if rows else ()


def _officials(quoting: Quoting, entries: Iterable[OfficialEntry]) -> tuple[Table, ...]:
    rows = []
    for entry in sorted(entries, key=lambda e: (e.region == "", e.region)):
        lines = [e.line for e in entry.events]
        who = entry.person or entry.organisation or "not said who"
        who = f"{entry.count:,} of {who}" if entry.count is not None and not entry.person else who
        events = (_event(quoting, e) for e in entry.events)
        row = (
            words(quoting, (who,), lines),
            words(quoting, entry.positions, lines),
            cell(quoting, events),
            words(quoting, entry.units, lines),
        )
        rows.append((quoting.edition.wording.name(entry.region) if entry.region else "Region not said", Row(row)))
    note = "Only holders of public office are named, and what they did in public."
    head = ("Who", "Office", "What happened", "Unit")
    return (
        (table_of(quoting, ("Who joined, left or returned", note), head, rows, "musterbook officials"),) if rows else ()
    )


def _event(quoting: Quoting, event: OfficialEvent) -> Said:
    """What somebody did; that they could not is said in words, and needs no mark."""
    text = " ".join(w for w in (_EVENTS.get(event.kind, event.kind), event.date) if w)
    said = quoting.said(text, event.line)
    return replace(said, marks=tuple(m for m in said.marks if m != "denied" or event.kind != "could_not_join"))


def _orders(quoting: Quoting, entries: Iterable[OrderEntry]) -> tuple[Table, ...]:
    rows = []
    for entry in entries:
        dates = [*(f"since {d}" for d in entry.since), *(f"dated {d}" for d in entry.dated), *entry.frequency]
        counts = [quoting.said(f"{_span(c)} groups said", c.line) for c in entry.group_counts]
        row = (
            tuple(quoting.said(entry.requirement.replace("_", " "), line) for line in entry.lines[:2]),
            words(quoting, entry.issuers, entry.lines) or (Said("not said"),),
            words(quoting, entry.recipients, entry.lines) or (Said("not said"),),
            tuple(Said(d) for d in dates),
            cell(quoting, (*counts, *(quoting.said(quoting.phrase(g), g) for g in entry.groups))),
            cell(quoting, (quoting.said(quoting.phrase(c), c) for c in (*entry.counted, *entry.numbers))),
            cell(quoting, (_verified(quoting, v) for v in entry.verification)) or (Said("nobody says"),),
        )
        rows.append(("", Row(row)))
    head = ("Demand", "By", "To", "When", "Groups", "What is counted", "Verified")
    note = "Groups, counts and verification are those of the same documents."
    return (table_of(quoting, ("Orders", note), head, rows, "musterbook orders"),) if rows else ()


def _verified(quoting: Quoting, line: Line) -> Said:
    return quoting.said("confirmed" if line.get("verified") is True else "not confirmed", line)


def _span(held: CountHeld) -> str:
    if held.most is None:
        return f"at least {held.least:,}"
    return f"{held.least:,}" if held.least == held.most else f"{held.least:,} to {held.most:,}"


def _counted(quoting: Quoting) -> Iterator[Table]:
    for counted in quoting.edition.programme.counted:
        if not counted.counts and not counted.named:
            continue
        rows = []
        for held in counted.counts:
            names = [quoting.edition.wording.value(code) for code in held.named_beside]
            rest = f"{held.not_named:,} named by nobody" if held.not_named else "all named"
            rest = f"{held.beyond:,} more are named than that" if held.beyond else rest
            count = quoting.edition.wording.answer(held.line.values, held.line.scope) or _span(held)
            row = (
                (quoting.said(count, held.line),),
                (Said(", ".join(names)),) if names else (),
                (Said(str(len(held.named_elsewhere))),),
                (Said(rest),),
            )
            rows.append(("", Row(row)))
        named = ", ".join(quoting.edition.wording.value(code) for code, _ in counted.named)
        note = f"{plural(len(counted.named), 'is', 'are')} named in all: {named}." if named else "None is named."
        head = (f"{counted.what.capitalize()}, as counted", "Named beside the count", "Only elsewhere", "Missing")
        titled = (f"{counted.what.capitalize()}: counted against named", note)
        yield table_of(quoting, titled, head, rows, "musterbook findings --type programme.regions")


def _series(quoting: Quoting) -> Iterator[Series]:
    for chart in quoting.edition.ledger:
        title = quoting.hidden(chart.title, captures=chart.captures)
        yield Series(title, chart.note, chart.periods, (Series_line(title, chart.figures),))
