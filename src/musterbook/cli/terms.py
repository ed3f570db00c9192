"""``terms``: what somebody is owed, must repay, how long he may still be called up, whether he may join, and where."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from musterbook.cli import wanted
from musterbook.cli.accounts import Account, captures
from musterbook.cli.masks import NOBODY, Mask, Masks
from musterbook.cli.screen import FORMATS, Screen
from musterbook.errors import UsageError

if TYPE_CHECKING:
    from musterbook.programme.terms import Answer, Service, Sheet
    from musterbook.vocabulary import Vocabulary

_COLUMNS = ("question", "state", "from", "to", "unit", "text", "not_known", "notice")
_RULES = ("name", "question", "label", "reference", "formula")
_DATES = "YYYY-MM-DD"


@click.command()
@wanted.region_option
@click.option("--signed", default="", metavar="DAY", help=f"First day of service, {_DATES}.")
@click.option("--left", default="", metavar="DAY", help="Last day of service; leave it out while service goes on.")
@click.option("--term", default="", metavar="LENGTH", help="Length of the contract: 12m, 6m, '12 months', P1Y.")
@click.option("--duty-days", default="", metavar="DAYS", help="10, 45+60, or 2026-01-10..2026-02-23,2026-03-05.")
@click.option("--rank", default="", metavar="GROUP", help="Group of ranks: soldiers, ensigns, officers …")
@click.option("--age", type=int, default=None, help="Full years of age on the day asked about.")
@click.option("--born", default="", metavar="DAY", help="Date of birth, in place of --age.")
@click.option("--category", default="", metavar="LETTER", help="Category of fitness, in the letters of the papers.")
@click.option("--km", default=None, metavar="KM", help="Distance of the place of service from the border.")
@click.option("--scheme", default="", metavar="NAME", help="Kind of service, where the book tells several apart.")
@click.option("--reason", default="", metavar="TRIGGER", help="Why service ended: early_termination, misconduct …")
@click.option("--fact", "facts", multiple=True, metavar="NAME=yes|no", help="A criterion, as criminal_record=no.")
@click.option("--on", "--held-on", "on", default="", metavar="DAY", help="The day asked about: rules as held then.")
@wanted.as_of_option
@click.option("--convention", "agreed", multiple=True, metavar="NAME=CHOICE", help="For instance month=30, year=any12.")
@click.option("--ask", "asked", multiple=True, metavar="QUESTION", help="Only this question: owed, repaid, net …")
@click.option("--why", is_flag=True, help="With every rule of every day.")
@click.option("--rules", "listed", is_flag=True, help="List the rules: label, reference, formula.")
@click.option("--cases", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Check a file of cases.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_obj
def terms(screen: Screen, /, cases: Path | None, listed: bool, form: str, as_of: str, **given: Any) -> int:
    r"""Work out terms of service by what the book says: each answer between two ends, down to the quotes.

    Nothing is asked that tells who it is: dates, region, contract, days on duty, rank, age. What the book does
    not say is unknown, never nothing. Information, not legal advice.

    \b
    musterbook terms --region RU-BEL --signed 2026-03-01 --left 2026-06-08 --term 12m --duty-days 10
    musterbook terms --cases cases.yaml
    """
    if listed:
        return _rules(screen, form)
    known = wanted.last_day(as_of, "--as-of")
    if cases is not None:
        return _check(screen, cases, known, form)
    from musterbook.programme.terms import Conventions, compute

    with _sheet(screen, known, given["on"]) as (sheet, vocabulary, masks):
        service = _service(screen, given, vocabulary)
        if not any(v for k, v in given.items() if k not in ("agreed", "asked", "why")):
            raise UsageError("nothing is told; give at least --region or --signed, or --age (see terms --help)")
        conventions = Conventions.of(_pairs(given["agreed"], "--convention"))
        answers = compute(sheet, service, conventions, given["asked"])
        return _show(screen, answers, masks, form, why=given["why"])


def _show(screen: Screen, answers: tuple[Answer, ...], masks: Masks, form: str, *, why: bool) -> int:
    from musterbook.programme.terms import NOTICE, ROUNDING

    if form != "table":
        screen.rows(((a.plain(), masks.together(captures([a]))) for a in answers), _COLUMNS, form)
        return screen.exit_code
    for line, mask in Account(answers, masks.together, why=why).lines(NOTICE, ROUNDING):
        screen.line(line, mask)
    return screen.exit_code


def _service(screen: Screen, given: dict[str, Any], vocabulary: Vocabulary) -> Service:
    """What was told on the command line; while service goes on, up to today where no day is asked for."""
    from musterbook.programme.terms import read_service

    on = given["on"]
    if given["signed"] and not given["left"] and not on:
        on = dt.datetime.now(dt.UTC).date().isoformat()
        screen.log(f"worked out up to today, {on}; give --left, or --on for another day")
    told = {k: given[k] for k in ("signed", "left", "term", "age", "born", "category", "km", "scheme", "reason")}
    told |= {"on": on, "region": wanted.region(given["region"], vocabulary), "rank": _rank(given["rank"], vocabulary)}
    told |= {"duty_days": _days(given["duty_days"]), "facts": _pairs(given["facts"], "--fact")}
    return read_service(told)


def _rank(text: str, vocabulary: Vocabulary) -> str:
    """A group of ranks by its id or name."""
    groups = {i for kind, i in vocabulary.entries if kind == "group"}
    if not text or text in groups:
        return text
    from musterbook.vocabulary import resolve_name

    found = resolve_name(text, "group")
    if len(found) != 1:
        raise UsageError(f"--rank {text!r} is not known; give soldiers, ensigns, officers, or a narrower group of them")
    return found[0]


def _days(text: str) -> list[object] | None:
    """Days on duty: numbers and spans, parted by commas or plus signs."""
    if not text:
        return None
    parts = [p.strip() for p in re.split(r"[,+]", text) if p.strip()]
    return [int(p) if p.isdigit() else p for p in parts]


def _pairs(listed: Iterable[str], option: str) -> dict[str, object]:
    out: dict[str, object] = {}
    for item in listed:
        name, sign, value = item.partition("=")
        if not sign or not value:
            raise UsageError(f"{option} {item!r} must be NAME=CHOICE, for instance {_EXAMPLES[option]}")
        out[name.strip()] = value.strip()
    return out


_EXAMPLES = {"--convention": "month=30", "--fact": "criminal_record=no"}


@contextmanager
def _sheet(screen: Screen, known: str, held: str) -> Iterator[tuple[Sheet, Vocabulary, Masks]]:
    """What the open book says of terms."""
    from musterbook.modelling import model
    from musterbook.programme.terms import Sheet, terms_of
    from musterbook.store import open_book
    from musterbook.vocabulary import resolve_name

    with open_book(screen.settings.book, create=False) as book:
        made = model(book, screen.settings.programme, known)
        found = terms_of(made.lines, made.claims, lambda name: bool(resolve_name(name, "outlet")))
        yield Sheet(found, broader(made.vocabulary)), made.vocabulary, Masks(book)
        wanted.tell_left_out(screen, book, known, "")


def broader(vocabulary: Vocabulary) -> dict[str, str]:
    """Group → the group that it is part of, as the vocabulary has it."""
    groups = {i: e.attributes.get("broader") for (kind, i), e in vocabulary.entries.items() if kind == "group"}
    return {i: str(above) for i, above in groups.items() if above}


def _rules(screen: Screen, form: str) -> int:
    from musterbook.programme.terms import RULES

    rows = ({name: getattr(rule, name) for name in _RULES} for rule in RULES)
    screen.rows(((row, NOBODY) for row in rows), _RULES, form)
    return screen.exit_code


def _check(screen: Screen, path: Path, known: str, form: str) -> int:
    """Run the cases of a file and say which fail and how."""
    from musterbook.programme.terms import Sheet, read_cases, run
    from musterbook.vocabulary import load

    listed = read_cases(path)
    if any(c.terms is None for c in listed):
        with _sheet(screen, known, "") as (sheet, _, masks):
            results = [(run(c, sheet), masks) for c in listed]
            return _tell(screen, [(r, m.together(captures(r.answers))) for r, m in results], form)
    sheet = Sheet((), broader(load(screen.settings.programme)))
    return _tell(screen, [(run(c, sheet), NOBODY) for c in listed], form)


def _tell(screen: Screen, results: list[tuple[Any, Mask]], form: str) -> int:
    from musterbook.programme.terms import NOTICE

    failed = [r for r, _ in results if not r.passed]
    if form != "table":
        rows = ((_result(r), mask) for r, mask in results)
        screen.rows(rows, ("where", "name", "passed", "differences"), form)
    else:
        for result, mask in results:
            if not result.passed:
                screen.line(f"FAILED  {result.case.where}  {result.case.name}", mask)
                for difference in result.differences:
                    screen.line(f"        {difference}", mask)
        screen.line(f"{len(results) - len(failed):,} of {len(results):,} cases passed. {NOTICE}", NOBODY)
    return 1 if failed else screen.exit_code


def _result(result: Any) -> dict[str, Any]:
    return {
        "where": result.case.where,
        "name": result.case.name,
        "passed": result.passed,
        "differences": list(result.differences),
        "answers": [a.plain() for a in result.answers],
    }
