"""A plan: what is to be run, for which regions, on which figures.

In: a YAML file that was read with its lines. Out: a `Plan`. Never opens a book: what the book is to give is kept
as a question. Every fault is told with file, line, value and what to do.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from musterbook.errors import UsageError
from musterbook.expressions import regex
from musterbook.programme.whatif.amounts import Amount
from musterbook.programme.whatif.engine import DUTIES, YEARS
from musterbook.programme.whatif.inputs import (
    DAYS_A_WEEK,
    INPUTS,
    MONTHS_A_YEAR,
    STAGES,
    WEEKS_A_YEAR,
    Ask,
    Given,
    InputDef,
)
from musterbook.vocabulary.yamlfile import Section, read

MOST_WEEKS = 1040
MOST_RUNS = 100_000
MOST_REGIONS = 120
MOST_CELLS = 12_000_000  # runs × weeks: 48 MB a measure

_KEYS = ("title", "note", "start", "weeks", "runs", "seed", "duty", "year", "currency", "everywhere", "regions")
_RANGE = ("low", "mode", "high", "values", "from_book", "apart", "drafts")
_SINGLE = tuple(n for n in INPUTS if "." not in n)
_PAID = tuple(n.removeprefix("pay.") for n in INPUTS if n.startswith("pay."))
_CODE = regex(r"[A-Z]{2}-[A-Z0-9]{1,3}\Z")
_DURATION = regex(r"P(\d+(?:\.\d+)?)([YMWD])\Z")
_IN_WEEKS = {"Y": float(WEEKS_A_YEAR), "M": WEEKS_A_YEAR / MONTHS_A_YEAR, "W": 1.0, "D": 1 / DAYS_A_WEEK}


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be run.

    Attributes:
        path: Of the file, for messages.
        title: Shown above the result.
        note: Shown with it, such as that the figures are made up.
        start: The first day of the first week.
        weeks: How many.
        runs: How many.
        seed: From which all draws follow.
        duty: ``at_once`` or ``even``, as in `engine`.
        year: ``calendar`` or ``any12``.
        currency: ISO 4217 code; empty where no pay is given.
        regions: ISO 3166-2 codes, in the order of the file.
        given: (region, input) → as given; inputs that may be left out are missing where they are.
    """

    path: str
    title: str
    note: str
    start: dt.date
    weeks: int
    runs: int
    seed: int
    duty: str
    year: str
    currency: str
    regions: tuple[str, ...]
    given: Mapping[tuple[str, str], Given]

    @property
    def asks(self) -> bool:
        """Whether anything is to come from the book."""
        return any(g.ask for g in self.given.values())

    def but(self, runs: int | None = None, seed: int | None = None) -> Plan:
        """The same plan with another number of runs or seed, where one is given.

        Raises:
            UsageError: There are too few or too many runs, or the seed is negative.
        """
        runs, seed = self.runs if runs is None else runs, self.seed if seed is None else seed
        if not 1 <= runs <= MOST_RUNS or runs * self.weeks > MOST_CELLS:
            most = min(MOST_RUNS, MOST_CELLS // self.weeks)
            raise UsageError(f"{runs:,} runs of {self.weeks:,} weeks: give from 1 to {most:,} runs")
        if not 0 <= seed < 2**63:
            raise UsageError(f"the seed is {seed}; give a whole number from 0 up to 2**63")
        return replace(self, runs=runs, seed=seed)


def weeks_of(duration: str) -> float:
    """An ISO 8601 duration of one unit in weeks: a year has 52, a month a twelfth of that.

    >>> weeks_of("P3W"), weeks_of("P6M"), weeks_of("P1Y"), weeks_of("P14D")
    (3.0, 26.0, 52.0, 2.0)

    Raises:
        ValueError: It is none.
    """
    found = _DURATION.match(duration)
    if not found:
        raise ValueError(f"{duration!r} is no duration; give weeks as a number, or P3W, P6M, P1Y")
    return float(found[1]) * _IN_WEEKS[found[2]]


def read_plan(path: Path, known: Collection[str] = ()) -> Plan:
    """Read a plan file.

    Args:
        path: A YAML file.
        known: Codes of the regions that there are; empty: every code of that form is taken.

    Raises:
        VocabularyError: The file cannot be read, or something in it is not as it must be; with the line.
    """
    file = read(path)
    file.allow(_KEYS)
    everywhere, regions = file.section("everywhere"), file.section("regions")
    if not list(regions):
        file.fail("'regions' names no region; give at least one, such as RU-TOM: {}", "regions")
    if len(list(regions)) > MOST_REGIONS:
        file.fail(f"'regions' names {len(list(regions))} regions; at most {MOST_REGIONS} fit", "regions")
    shared = dict(_inputs(everywhere, True))
    given: dict[tuple[str, str], Given] = {}
    for code in regions:
        if not _CODE.match(code):
            regions.fail(f"{code!r} is no region; give an ISO 3166-2 code such as RU-TOM (nothing below it)", code)
        if known and code not in known:
            near = get_close_matches(code, known, n=2) or ["RU-TOM"]
            regions.fail(f"{code!r} is no region that is known; give a code such as {' or '.join(near)}", code)
        own = dict(_inputs(regions.section(code), False))
        if any(n.startswith("training.") for n in own):
            shared_here = {n: g for n, g in shared.items() if not n.startswith("training.")}
        else:
            shared_here = shared
        given.update({(code, name): g for name, g in {**shared_here, **own}.items()})
        _complete(regions, code, {n for c, n in given if c == code})
    paid = [n for _, n in given if n.startswith("pay.")]
    currency = file.text("currency", "")
    if paid and not re.fullmatch("[A-Z]{3}", currency):
        file.fail(f"'currency' is {currency!r}, but pay is given; give its ISO 4217 code, such as RUB", "currency")
    weeks, runs = _whole(file, "weeks", 104, 1, MOST_WEEKS), _whole(file, "runs", 10_000, 1, MOST_RUNS)
    if weeks * runs > MOST_CELLS:
        file.fail(f"{runs:,} runs of {weeks:,} weeks are too many to hold; keep the product to {MOST_CELLS:,}", "runs")
    return Plan(
        path=file.path,
        title=file.text("title", "What if"),
        note=file.text("note", ""),
        start=_day(file),
        weeks=weeks,
        runs=runs,
        seed=_whole(file, "seed", 1, 0, 2**63 - 1),
        duty=_one_of(file, "duty", DUTIES),
        year=_one_of(file, "year", YEARS),
        currency=currency,
        regions=tuple(regions),
        given=given,
    )


def _complete(regions: Section, code: str, names: set[str]) -> None:
    """Refuse a region for which an input is missing."""
    for name, definition in INPUTS.items():
        if name in names or definition.optional or definition.default is not None:
            continue
        said = "training" if name.startswith("training.") else name
        hint = " or ask the book with from_book" if definition.type else ""
        regions.fail(
            f"{said!r} ({definition.unit} {definition.says}) is given neither for {code} nor everywhere; "
            f"give a figure or a range by hand{hint}",
            code,
        )


def _inputs(section: Section, everywhere: bool) -> Iterator[tuple[str, Given]]:
    """What a part of the file gives, by input."""
    section.allow((*_SINGLE, "training", "pay"))
    for key in section:
        if key == "training":
            yield from _training(section, everywhere)
        elif key == "pay":
            pay = section.section("pay")
            pay.allow(_PAID)
            for name in pay:
                yield f"pay.{name}", _given(pay, name, INPUTS[f"pay.{name}"], everywhere)
        else:
            yield key, _given(section, key, INPUTS[key], everywhere)


def _training(section: Section, everywhere: bool) -> Iterator[tuple[str, Given]]:
    stages = section.raw("training")
    if not isinstance(stages, list) or not 1 <= len(stages) <= STAGES or any(type(s) is not Section for s in stages):
        section.fail(
            f"'training' must be a list of 1 to {STAGES} stages, each with weeks and drop_out; "
            "write '- {weeks: 3, drop_out: 0.1}'",
            "training",
        )
    for n in range(1, STAGES + 1):
        stage = stages[n - 1] if n <= len(stages) else None
        if isinstance(stage, Section):
            stage.allow(("weeks", "drop_out"))
        for part in ("weeks", "drop_out"):
            name = f"training.{n}.{part}"
            if not isinstance(stage, Section):
                yield name, Given(Amount("fixed", (0.0,)), None, section.line_of("training"), False, everywhere)
            elif part not in stage:
                stage.fail(f"stage {n} of training has no {part!r}; give it, 0 where there is none")
            else:
                yield name, _given(stage, part, INPUTS[name], everywhere)


def _given(section: Section, key: str, definition: InputDef, everywhere: bool) -> Given:
    """One input, in whichever form it is written."""
    value, line = section.raw(key), section.line_of(key)
    if value == "from_book":
        return Given(None, _ask(section, key, definition, None), line, False, everywhere)
    if not isinstance(value, Section):
        return Given(Amount("fixed", (_figure(section, key, value, definition),)), None, line, False, everywhere)
    apart = value.flag("apart")
    if "from_book" in value:
        return Given(None, _ask(section, key, definition, value), line, apart, everywhere)
    value.allow(k for k in _RANGE if k not in ("from_book", "drafts"))
    if "values" in value:
        listed = value.raw("values")
        if not isinstance(listed, list) or not listed or {"low", "mode", "high"} & set(value):
            value.fail(f"'values' of {key!r} must be a list of figures, and stand without low, mode, high", "values")
        return Given(
            Amount.of(*(_figure(value, "values", v, definition) for v in listed)), None, line, apart, everywhere
        )
    ends = {k: _figure(value, k, value.raw(k), definition) for k in ("low", "mode", "high") if k in value}
    if not {"low", "high"} <= set(ends):
        value.fail(f"{key!r} must be a figure, {{low, high}}, {{low, mode, high}}, {{values: [..]}} or from_book", "")
    low, high, mode = ends["low"], ends["high"], ends.get("mode")
    if not low <= (low if mode is None else mode) <= high:
        value.fail(f"{key!r} runs from {low:g} over {mode} to {high:g}; put low, mode and high in rising order", "low")
    return Given(Amount.between(low, high, mode), None, line, apart, everywhere)


def _ask(section: Section, key: str, definition: InputDef, value: Section | None) -> Ask:
    """What the book is asked for an input."""
    if not definition.type:
        section.fail(f"{key!r} cannot come from the book: reports have no such claim; give it by hand", key)
    if value is None:
        return Ask(definition.type, definition.filters)
    wanted = value.raw("from_book")
    if wanted is not True and not isinstance(wanted, str):
        value.fail(f"'from_book' is {wanted!r}; write true, or a claim type such as {definition.type}", "from_book")
    type_ = wanted if isinstance(wanted, str) else definition.type
    filters = dict(definition.filters) if type_ == definition.type else {}
    for role in value:
        if role not in _RANGE:
            filter_ = value.raw(role)
            if not isinstance(filter_, str | int | float):
                value.fail(f"{role!r} is {filter_!r}; give the one value that a claim must have", role)
            filters[role] = filter_
    ends = {k: _figure(value, k, value.raw(k), definition) for k in ("low", "high") if k in value}
    if {"mode", "values"} & set(value):
        value.fail("with from_book only low or high may be given by hand, to complete what the book has", "from_book")
    return Ask(type_, tuple(filters.items()), ends.get("low"), ends.get("high"), value.flag("drafts"))


def _figure(section: Section, key: str, value: object, definition: InputDef) -> float:
    """A number in the unit of an input, within its bounds."""
    if isinstance(value, str) and definition.is_duration:
        try:
            value = weeks_of(value)
        except ValueError as fault:
            section.fail(f"{key!r}: {fault}", key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        section.fail(f"{key!r} is {value!r}, but must be a number ({definition.unit}), a range, or from_book", key)
    most = "any" if definition.most is None else f"{definition.most:g}"
    if value < definition.least or (definition.most is not None and value > definition.most) or value > 1e12:
        section.fail(f"{key!r} is {value:g}; {definition.unit} must be from {definition.least:g} to {most}", key)
    return float(value)


def _whole(file: Section, key: str, default: int, least: int, most: int) -> int:
    value = file.raw(key) if key in file else default
    if type(value) is not int or not least <= value <= most:
        file.fail(f"{key!r} is {value!r}; give a whole number from {least:,} to {most:,}", key)
    return value


def _day(file: Section) -> dt.date:
    text = file.text("start")
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        file.fail(f"'start' is {text!r}; give the first day as YYYY-MM-DD", "start")


def _one_of(file: Section, key: str, known: tuple[str, ...]) -> str:
    value = file.text(key, known[0])
    if value not in known:
        file.fail(f"{key!r} is {value!r}; give one of: {', '.join(known)}", key)
    return value
