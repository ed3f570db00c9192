"""What the user says about a table where the table itself is not sure.

In: a small YAML file, read by the vocabulary's reader. Out: a frozen `Mapping`, one for each sheet.
Never changes what a table says: it only says what its heads and labels mean.

    published: 2025-11-12        # of the file; decides which of two figures is the later one
    region: RU-BEL               # where the table does not say; "*" is the whole country
    group: debtors
    metric: agreed
    period: 2025-W45             # or 2025-11-03/2025-11-09
    year: 2025                   # of weeks and days that do not say it
    dates: dmy                   # 03/11/2025 is 3 November
    unit: persons                # or thousands, percent
    head: [3, 4]                 # rows of the head
    skip: [7]                    # rows that are none of the table
    columns:                     # by letter
      A: region                  # a column of labels: region, group, period, metric
      C: ignore
      D: {metric: signed, period: 2025-W45, region: RU-BEL, group: debtors, unit: persons}
    regions: {Белогорье: RU-BEL} # what labels mean
    groups: {Прочие: other}
    metrics: {Обзвон: approached}
    sheets:                      # the same for single sheets, by name
      Лист2: ignore
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from musterbook.expressions import regex
from musterbook.programme.ledger.periods import Calendar, Span, read_period
from musterbook.programme.ledger.words import Given
from musterbook.records.dates import PartialDate
from musterbook.records.ids import content_id
from musterbook.records.ledger import ALL, PERCENT, PERSONS
from musterbook.records.table import column_number
from musterbook.vocabulary.spelling import key
from musterbook.vocabulary.yamlfile import Section

LABELS = ("region", "group", "period", "metric")
IGNORE = "ignore"
UNITS = (PERSONS, "thousands", PERCENT)
_KEYS = (
    "published", "region", "group", "metric", "period", "year", "dates", "unit", "head", "skip", "columns",
    "regions", "groups", "metrics", "sheets",
)  # fmt: skip
_COLUMN_KEYS = ("region", "group", "metric", "period", "unit")
_LETTERS = regex(r"[A-Za-z]{1,3}\Z")
_ID = regex(r"[a-z][a-z0-9_]*\Z")
_RANGE = regex(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)\Z")


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a sheet or of one column.

    Attributes:
        region: Id, `ALL`, or empty.
        group: Likewise.
        metric: Id or empty.
        period: Or None.
        unit: One of `UNITS`, or empty.
        role: Of a column: one of `LABELS`, `IGNORE`, or empty for figures.
    """

    region: str = ""
    group: str = ""
    metric: str = ""
    period: Span | None = None
    unit: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """What is said of one sheet, or of all.

    Attributes:
        sheet: What holds for the whole sheet.
        columns: By number.
        given: What words mean.
        year: Of periods without one; 0 where not said.
        dates: ``dmy`` ``mdy`` or empty.
        published: ISO date of the file; empty where not said.
        head: Rows of the head.
        skip: Rows to leave out.
        ignored: The sheet is left out.
        sheets: Sheet's name → what is said of it alone.
        digest: Of the whole; empty where nothing is said.
    """

    sheet: Said = Said()
    columns: dict[int, Said] = field(default_factory=dict)
    given: Given = Given()
    year: int = 0
    dates: str = ""
    published: str = ""
    head: tuple[int, ...] = ()
    skip: frozenset[int] = frozenset()
    ignored: bool = False
    sheets: dict[str, Mapping] = field(default_factory=dict)
    digest: str = ""

    def of(self, sheet: str) -> Mapping:
        """What holds for one sheet: its own words before those for all."""
        own = self.sheets.get(sheet)
        if own is None:
            return self
        return replace(
            own,
            sheet=_over(own.sheet, self.sheet),
            columns={**self.columns, **own.columns},
            given=Given(
                {**self.given.regions, **own.given.regions},
                {**self.given.groups, **own.given.groups},
                {**self.given.metrics, **own.given.metrics},
            ),
            year=own.year or self.year,
            dates=own.dates or self.dates,
            head=own.head or self.head,
            skip=own.skip or self.skip,
        )

    def calendar(self, year: int = 0, published: str = "") -> Calendar:
        """How periods are read: the year said, else one that the table names, else by publication."""
        return Calendar(self.year or year, published if len(published) == 10 else "", self.dates)


NOTHING = Mapping()


def _over(own: Said, other: Said) -> Said:
    return Said(
        own.region or other.region,
        own.group or other.group,
        own.metric or other.metric,
        own.period or other.period,
        own.unit or other.unit,
        own.role or other.role,
    )


def read_mapping(file: Section, metrics: Collection[str], regions: Collection[str]) -> Mapping:
    """Read a mapping.

    Args:
        file: Its content.
        metrics: The ids that can be counted.
        regions: The ids of regions and districts.

    Raises:
        VocabularyError: A key or value that it cannot have, with its line.
    """
    made = _one(file, _KEYS, metrics, regions)
    sheets: dict[str, Mapping] = {}
    listed = file.section("sheets")
    for name in listed:
        if listed.raw(name) == IGNORE:
            sheets[name] = Mapping(ignored=True)
        else:
            sheets[name] = _one(listed.section(name), _KEYS[1:-1], metrics, regions)
    return replace(made, sheets=sheets, digest=content_id("mapping", _plain(file)).removeprefix("mapping-"))


def _plain(file: Section) -> str:
    return repr(sorted(file.plain().items()))


def _one(file: Section, keys: tuple[str, ...], metrics: Collection[str], regions: Collection[str]) -> Mapping:
    file.allow(keys)
    columns: dict[int, Said] = {}
    listed = file.section("columns")
    for letters in listed:
        if not _LETTERS.match(letters):
            listed.fail(f"{letters!r} is no column; give letters such as D", letters)
        columns[column_number(letters)] = _column(listed, letters, metrics, regions)
    published = file.text("published", "")
    try:
        published = str(PartialDate.parse(published)) if published else ""
    except ValueError as fault:
        file.fail(str(fault), "published")
    dates = file.text("dates", "")
    if dates not in ("", "dmy", "mdy"):
        file.fail(f"dates is {dates!r}; give dmy or mdy", "dates")
    year = file.raw("year")
    if year is not None and (not isinstance(year, int) or not 2000 <= year <= 2100):
        file.fail(f"year is {year!r}; give four digits, such as 2025", "year")
    return Mapping(
        sheet=_said(file, metrics, regions),
        columns=columns,
        given=Given(
            _words(file, "regions", {*regions, ALL}), _words(file, "groups", None), _words(file, "metrics", metrics)
        ),
        year=year if isinstance(year, int) else 0,
        dates=dates,
        published=published,
        head=tuple(sorted(_rows(file, "head"))),
        skip=frozenset(_rows(file, "skip")),
    )


def _column(listed: Section, letters: str, metrics: Collection[str], regions: Collection[str]) -> Said:
    value = listed.raw(letters)
    if isinstance(value, str):
        if value not in (*LABELS, IGNORE):
            listed.fail(f"column {letters} is {value!r}; give one of {', '.join((*LABELS, IGNORE))}", letters)
        return Said(role=value)
    section = listed.section(letters)
    section.allow(_COLUMN_KEYS)
    return _said(section, metrics, regions)


def _said(section: Section, metrics: Collection[str], regions: Collection[str]) -> Said:
    region, group, metric = (section.text(name, "") for name in ("region", "group", "metric"))
    if region and region not in regions and region != ALL:
        section.fail(f"region {region!r} is not known; give an ISO 3166-2 code such as RU-BEL, or {ALL!r}", "region")
    if metric and metric not in metrics:
        section.fail(f"metric {metric!r} is not known; give one of {', '.join(metrics)}", "metric")
    if group and group != ALL and not _ID.match(group):
        section.fail(f"group {group!r} is no id; give small letters, such as debtors", "group")
    unit = section.text("unit", "")
    if unit not in ("", *UNITS):
        section.fail(f"unit {unit!r} is not known; give one of {', '.join(UNITS)}", "unit")
    text = section.text("period", "")
    period = _period(section, text) if text else None
    return Said(region, group, metric, period, unit)


def _period(section: Section, text: str) -> Span:
    days = _RANGE.match(text)
    try:
        if days and dt.date.fromisoformat(days[1]) <= dt.date.fromisoformat(days[2]):
            return Span(days[1], days[2])
    except ValueError:
        days = None
    span = None if days else read_period(text, Calendar())
    if span is None or span.fault:
        section.fail(f"period {text!r} is none; give 2025-W45, 2025-11 or 2025-11-03/2025-11-09", "period")
    return span


def _words(file: Section, name: str, ids: Collection[str] | None) -> dict[str, str]:
    """What labels mean, by their key."""
    section = file.section(name)
    for text in section:
        wanted = section.text(text)
        if ids is not None and wanted not in ids:
            section.fail(f"{wanted!r} is not known; give one of {', '.join(sorted(ids)[:12])} …", text)
        if ids is None and wanted != ALL and not _ID.match(wanted):
            section.fail(f"{wanted!r} is no id; give small letters, such as debtors", text)
    return {key(text): section.text(text) for text in section}


def _rows(file: Section, name: str) -> list[int]:
    value = file.raw(name)
    listed = value if isinstance(value, list) else [] if value is None else [value]
    if any(not isinstance(row, int) or isinstance(row, bool) or row < 1 for row in listed):
        file.fail(f"{name} is {value!r}; give row numbers, such as [3, 4]", name)
    return list(listed)
