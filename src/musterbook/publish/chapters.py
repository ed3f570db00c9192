"""The chapters of the dossier: law, terms, headquarters, officials, orders, ledger, counts.

In: the answers of the working model in an `Edition`. Out: `Chapter` records of masked words. Never shows a draft
as law, and never says which of two rivals is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from musterbook.publish import counts
from musterbook.publish.page import Cell, Chapter, Row, Said, Table
from musterbook.publish.quoting import Quoting
from musterbook.publish.tabling import Frame, cell, distinct, table_of, where, words
from musterbook.records import (
    CountHeld,
    HeadquartersEntry,
    InstrumentEntry,
    Line,
    OfficialEntry,
    OfficialEvent,
    OrderEntry,
    RuleEntry,
    RuleVersion,
    StageEntry,
)
from musterbook.records.words import plural

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
    yield counts.chapter(quoting)
    held = sum(len(c.counts) for c in programme.counted)
    yield Chapter("counted", "Counted and named", held, (), tuple(_counted(quoting)))


def _questions(lines: Iterable[Line]) -> int:
    return len({line.finding for line in lines})


def _law(quoting: Quoting) -> tuple[Table, ...]:
    programme = quoting.edition.programme
    tables = []
    if programme.instruments:
        note = "An instrument is law only where a live report says that it was signed, approved or is in force."
        head = ("Instrument", "Reached", "Stages", "What it allows or demands")
        frame = Frame("Instruments", note, head, "musterbook law")
        tables.append(table_of(quoting, frame, programme.instruments, partial(_instrument, quoting)))
    if programme.rules:
        note = (
            "Every reported version of a rule, in order of the day from which it is reported. A draft is not law; "
            "a later version is not taken to be right because it is later."
        )
        columns: tuple[str, ...] = ("Rule", "Versions", "Told as", "Under")
        columns = (*columns, "On that day") if quoting.edition.as_of.held else columns
        versions = [(rule, version) for rule in programme.rules for version in rule.versions]
        frame = Frame("Rules and their versions", note, columns, "musterbook law")
        tables.append(table_of(quoting, frame, versions, partial(_version, quoting)))
    return tuple(tables)


def _instrument(quoting: Quoting, entry: InstrumentEntry) -> tuple[str, Row]:
    lines = [s.line for s in entry.stages] or list(entry.provisions)
    title = words(quoting, (entry.title,), lines)
    kind = Said(entry.kind.replace("_", " ").capitalize() or "Not said which")
    reached = entry.reached.replace("_", " ")
    mark = () if entry.adopted else (("not adopted",) if entry.reached else ())
    row = (
        (kind, *title),
        (Said(reached, mark),) if reached else (Said("not reported"),),
        cell(quoting, entry.stages, partial(_stage, quoting)),
        cell(quoting, entry.provisions, partial(_plain, quoting)),
    )
    return "", Row(row)


def _plain(quoting: Quoting, line: Line) -> Said:
    return quoting.said(quoting.phrase(line), line)


def _stage(quoting: Quoting, stage: StageEntry) -> Said:
    parts = [stage.stage.replace("_", " "), " or ".join(stage.dates)]
    parts += [f"by {', '.join(distinct(stage.actors))}"] if stage.actors else []
    text = quoting.hidden(" ".join(p for p in parts if p), stage.line.support.claims)
    return quoting.said(text, stage.line)


def _version(quoting: Quoting, pair: tuple[RuleEntry, RuleVersion]) -> tuple[str, Row]:
    rule, version = pair
    wording = quoting.edition.wording
    place = f", {wording.name(rule.region)}" if rule.region else ""
    claims = version.line.support.claims
    asked = quoting.worded(wording.question(rule.scope), rule.scope, claims)
    row: tuple[Cell, ...] = (
        (Said(f"{asked}{place}".strip(", ") or "in general"),),
        (_answer(quoting, version.line),),
        (Said(version.force),),
        tuple(Said(kind.replace("_", " ")) for kind in version.under),
    )
    if quoting.edition.as_of.held:
        row = (*row, (Said(version.holds), Said(quoting.hidden(version.why, claims))))
    return wording.topic(rule.type), Row(row)


def _period(line: Line) -> str:
    since, until = line.support.since, line.support.until
    return " ".join(w for w in (f"since {since}" if since else "", f"until {until}" if until else "") if w)


def _terms(quoting: Quoting) -> tuple[Table, ...]:
    in_rules = {v.line.finding for rule in quoting.edition.programme.rules for v in rule.versions}
    lines = sorted(
        (line for line in dict.fromkeys(quoting.edition.programme.terms) if line.finding not in in_rules),
        key=lambda line: (line.type, line.region, repr(line.scope)),
    )
    rivals = [tuple(group) for _, group in groupby(lines, key=lambda line: line.finding)]
    note = (
        "Rival answers stand side by side; what only a draft says is marked so. This is information, not legal advice."
    )
    frame = Frame(
        "What is owed, and who may join", note, ("Where", "What", "Answers"), "musterbook findings --type pay"
    )
    return (table_of(quoting, frame, rivals, partial(_term, quoting)),) if rivals else ()


def _term(quoting: Quoting, rivals: tuple[Line, ...]) -> tuple[str, Row]:
    wording, first = quoting.edition.wording, rivals[0]
    asked = quoting.worded(
        wording.question(first.scope), first.scope, [i for line in rivals for i in line.support.claims]
    )
    answers = cell(quoting, rivals, partial(_answer, quoting))
    return wording.topic(first.type), Row(((where(quoting, first.region),), (Said(asked or "in general"),), answers))


def _answer(quoting: Quoting, line: Line) -> Said:
    """What one answer says beside its question, with its time."""
    answer = quoting.edition.wording.answer(line.values, line.scope)
    text = answer or ("no" if line.support.polarity == "denied" else "yes")
    return quoting.said(f"{text} {_period(line)}".strip(), line)


def _headquarters(quoting: Quoting, entries: Sequence[HeadquartersEntry]) -> tuple[Table, ...]:
    note = "“Under” names instruments that the same documents speak of; it does not say that these set it up."
    head = ("Of", "State", "Under", "What it is to do")
    frame = Frame("Defence headquarters", note, head, "musterbook headquarters")
    return (table_of(quoting, frame, entries, partial(_one_headquarters, quoting)),) if entries else ()


def _one_headquarters(quoting: Quoting, entry: HeadquartersEntry) -> tuple[str, Row]:
    known = entry.jurisdiction in quoting.edition.wording.names
    name = quoting.edition.wording.name(entry.jurisdiction) if known else entry.name
    since, until = f"since {entry.since}" if entry.since else "", f"until {entry.until}" if entry.until else ""
    dates = f"{since} {until}".strip()
    row = (
        words(quoting, (name,), entry.lines),
        (
            *cell(quoting, entry.lines, lambda line: quoting.said(entry.state, line)),
            *((Said(dates),) if dates else ()),
        ),
        tuple(dict.fromkeys(Said(i.kind.replace("_", " ")) for i in entry.under)),
        cell(quoting, entry.remit, partial(_plain, quoting)),
    )
    return "", Row(row)


def _officials(quoting: Quoting, entries: Iterable[OfficialEntry]) -> tuple[Table, ...]:
    ordered = sorted(entries, key=lambda e: (e.region == "", e.region))
    note = "Only holders of public office are named, and what they did in public."
    head = ("Who", "Office", "What happened", "Unit")
    frame = Frame("Who joined, left or returned", note, head, "musterbook officials")
    return (table_of(quoting, frame, ordered, partial(_official, quoting)),) if ordered else ()


def _official(quoting: Quoting, entry: OfficialEntry) -> tuple[str, Row]:
    lines = [e.line for e in entry.events]
    who = entry.person or entry.organisation or "not said who"
    who = f"{entry.count:,} of {who}" if entry.count is not None and not entry.person else who
    row = (
        words(quoting, (who,), lines),
        words(quoting, entry.positions, lines),
        cell(quoting, entry.events, partial(_event, quoting)),
        words(quoting, entry.units, lines),
    )
    return quoting.edition.wording.name(entry.region) if entry.region else "Region not said", Row(row)


def _event(quoting: Quoting, event: OfficialEvent) -> Said:
    """What somebody did; that they could not is said in words, and needs no mark."""
    text = " ".join(w for w in (_EVENTS.get(event.kind, event.kind), event.date) if w)
    said = quoting.said(text, event.line)
    return replace(said, marks=tuple(m for m in said.marks if m != "denied" or event.kind != "could_not_join"))


def _orders(quoting: Quoting, entries: Sequence[OrderEntry]) -> tuple[Table, ...]:
    head = ("Demand", "By", "To", "When", "Groups", "What is counted", "Verified")
    note = "Groups, counts and verification are those of the same documents."
    frame = Frame("Orders", note, head, "musterbook orders")
    return (table_of(quoting, frame, entries, partial(_order, quoting)),) if entries else ()


def _order(quoting: Quoting, entry: OrderEntry) -> tuple[str, Row]:
    dates = [*(f"since {d}" for d in entry.since), *(f"dated {d}" for d in entry.dated), *entry.frequency]
    counts = tuple(quoting.said(f"{_span(c)} groups said", c.line) for c in entry.group_counts)
    demand = entry.requirement.replace("_", " ")
    row = (
        tuple(quoting.said(demand, line) for line in entry.lines[:2]),
        words(quoting, entry.issuers, entry.lines) or (Said("not said"),),
        words(quoting, entry.recipients, entry.lines) or (Said("not said"),),
        words(quoting, dates, entry.lines),
        (*counts, *cell(quoting, entry.groups, partial(_plain, quoting))),
        cell(quoting, (*entry.counted, *entry.numbers), partial(_plain, quoting)),
        cell(quoting, entry.verification, partial(_verified, quoting)) or (Said("nobody says"),),
    )
    return "", Row(row)


def _verified(quoting: Quoting, line: Line) -> Said:
    return quoting.said("confirmed" if line.get("verified") is True else "not confirmed", line)


def _span(held: CountHeld) -> str:
    if held.most is None:
        return f"at least {held.least:,}"
    return f"{held.least:,}" if held.least == held.most else f"{held.least:,} to {held.most:,}"


def _counted(quoting: Quoting) -> Iterator[Table]:
    for counted in quoting.edition.programme.counted:
        if not counted.counts:
            continue
        named = ", ".join(quoting.edition.wording.value(code) for code, _ in counted.named)
        note = f"{plural(len(counted.named), 'is', 'are')} named in all: {named}." if named else "None is named."
        head = (f"{counted.what.capitalize()}, as counted", "Named beside the count", "Only elsewhere", "Missing")
        command = f"musterbook findings --type {counted.counts[0].line.type}" if counted.counts else ""
        frame = Frame(f"{counted.what.capitalize()}: counted against named", note, head, command)
        yield table_of(quoting, frame, counted.counts, partial(_count, quoting))


def _count(quoting: Quoting, held: CountHeld) -> tuple[str, Row]:
    names = ", ".join(quoting.edition.wording.value(code) for code in held.named_beside)
    rest = f"{held.not_named:,} named by nobody" if held.not_named else "all named"
    rest = f"{held.beyond:,} more are named than that" if held.beyond else rest
    count = quoting.edition.wording.answer(held.line.values, held.line.scope) or _span(held)
    row = (
        (quoting.said(count, held.line),),
        (Said(names),) if names else (),
        (Said(f"{len(held.named_elsewhere):,}"),),
        (Said(rest),),
    )
    return "", Row(row)
