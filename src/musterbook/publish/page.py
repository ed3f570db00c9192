"""A whole report in plain, masked strings: what a format writes.

In: nothing; `compose` makes it. Out: nouns without a rule of their own. A format sees these only, so that it
cannot show what was not masked.
"""

from __future__ import annotations

from dataclasses import dataclass

from musterbook.publish.charts import Event, Line
from musterbook.records.outlines import Atlas


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim with its words: what stands before the quote, the quote, what stands after it."""

    id: str
    before: str
    quote: str
    after: str
    said_by: str
    marks: tuple[str, ...]
    source: int
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One rival: its words, since when or on which date, its marks (denied, planned, …), how many say so, and how.

    Attributes:
        text: In words; empty where the question only asks whether it is so.
        when: The date that the text gives.
        marks: Denied, planned, draft and so on.
        support: Documents, outlets and origins in words.
        state: Of this answer alone; empty where nobody reconciled it.
        statements: The quotes that are shown.
        unshown: How many more there are.
    """

    text: str
    when: str
    marks: tuple[str, ...]
    support: str
    statements: tuple[Statement, ...]
    state: str = ""
    unshown: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A finding: what is asked, in words, and every answer to it.

    Attributes:
        id: Of the finding.
        topic: What kind of question.
        text: What is asked beside topic and place.
        answers: That are shown.
        state: In words.
        reason: For the state.
        place: Of which it is asked.
        number: On this page, from 1.
        unshown: How many more answers there are.
        more: The command that shows them and their quotes.
    """

    id: str
    topic: str
    text: str
    answers: tuple[Answer, ...]
    state: str = ""
    reason: str = ""
    place: str = ""
    number: int = 0
    unshown: int = 0
    more: str = ""

    @property
    def differs(self) -> bool:
        """Whether reports give more than one answer; other dates of the same are none."""
        return len({(a.text, "denied" in a.marks) for a in self.answers}) > 1

    @property
    def settled(self) -> bool:
        """Whether its answers go together, as far as is known."""
        return self.state in ("corroborated", "single origin", "superseded")

    @property
    def statements(self) -> int:
        """How many statements answer it."""
        return sum(len(a.statements) + a.unshown for a in self.answers)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said in a cell or a line: words, marks, how many say so, and where its quotes are.

    Attributes:
        text: In words.
        marks: Denied, planned, contested and so on.
        counts: Documents, outlets and origins; empty for words that are not a figure of the reports.
        anchor: Where its quotes open on the page; empty where they are not shown.
        number: Of the question, shown as a reference.
    """

    text: str
    marks: tuple[str, ...] = ()
    counts: str = ""
    anchor: str = ""
    number: int = 0


Cell = tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes:
        cells: The first is the row's head.
        id: An anchor of its own, where something points to it.
    """

    cells: tuple[Cell, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its head.

    Attributes:
        title: Above it.
        head: One word or two a column.
        groups: Rows under a heading each, which may be empty.
        note: In a sentence, below the title.
        more: What is not shown, with the command that shows it.
        narrow: Columns of numbers, by place from 0.
    """

    title: str
    head: tuple[str, ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    note: str = ""
    more: str = ""
    narrow: frozenset[int] = frozenset()

    @property
    def size(self) -> int:
        """How many rows."""
        return sum(len(rows) for _, rows in self.groups)


@dataclass(frozen=True, slots=True)
class Series:
    """A chart of the ledger: a line over periods in which what is missing stays a gap."""

    title: str
    note: str
    periods: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the page.

    Attributes:
        id: Its anchor.
        title: Its heading.
        size: A number for the table of contents; 0 for none.
        lead: Sentences before the tables.
        tables: In order.
        events: For a timeline.
        series: For charts.
    """

    id: str
    title: str
    size: int
    lead: tuple[Said, ...] = ()
    tables: tuple[Table, ...] = ()
    events: tuple[Event, ...] = ()
    series: tuple[Series, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A region on the map.

    Attributes:
        code: ISO 3166-2.
        name: In words, with whose it is where that is in doubt.
        state: One of `records.model.REGION_STATES`.
        country: Whose it is, where it is another country's; else empty.
        anchor: Where the page speaks of it; empty where it does not.
    """

    code: str
    name: str
    state: str
    country: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A region, or the whole programme, with its questions by topic.

    Attributes:
        code: ISO 3166-2, or empty.
        name: In words.
        topics: Topic → questions.
        facts: What is known of it, in lines.
        more: What is not shown, with the command that shows it.
        total: How many questions there are, shown or not.
    """

    code: str
    name: str
    topics: tuple[tuple[str, tuple[Question, ...]], ...]
    facts: tuple[tuple[str, Cell], ...] = ()
    more: str = ""
    total: int = 0

    @property
    def size(self) -> int:
        """How many questions."""
        return self.total or sum(len(questions) for _, questions in self.topics)

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return f"place-{self.code or 'all'}"


@dataclass(frozen=True, slots=True)
class Listed:
    """A source as the reader sees it, with how many statements come from it."""

    name: str
    title: str
    outlet: str
    published: str
    address: str
    sha256: str
    statements: int
    comes_from: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A whole report in plain, masked strings.

    Attributes:
        title: Its heading.
        subtitle: What it was narrowed to.
        known: Until when documents were taken in.
        held: For which day answers stand.
        counts: Statements, documents, outlets, origins, questions.
        brief: The whole in a few lines.
        spots: Regions of the map; empty for no map.
        atlas: Their outlines.
        chapters: In order.
        places: Findings with their quotes.
        differing: Questions with rival answers, those that are not settled first, then the most reported.
        undiffered: How many more of these there are.
        sources: Documents.
        unlisted: How many more of these there are.
        publishers: A table of who publishes.
        problems: Where, what and which code.
        unread: How many more of these there are.
    """

    title: str
    subtitle: str
    known: str
    held: str
    counts: str
    brief: tuple[Said, ...]
    spots: tuple[Spot, ...]
    atlas: Atlas
    chapters: tuple[Chapter, ...]
    places: tuple[Place, ...]
    differing: tuple[Question, ...]
    undiffered: int
    sources: tuple[Listed, ...]
    unlisted: int
    publishers: Table
    problems: tuple[tuple[str, str, str], ...]
    unread: int
