"""The dossier shows the working model: where, when, on what terms, by whom, and what nobody says."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from musterbook.publish import FORMATS, Bounds, Edition, Ledger, Page, Programme, Publisher, Source, compose, html
from musterbook.publish.map import map_of
from musterbook.publish.page import Spot
from musterbook.publish.quoting import Quoting, numbers_of
from musterbook.publish.wording import Wording
from musterbook.records import (
    Arg,
    AsOf,
    Claim,
    Counted,
    CountHeld,
    Edge,
    Finding,
    HeadquartersEntry,
    InstrumentEntry,
    Line,
    Metadata,
    OfficialEntry,
    OfficialEvent,
    OrderEntry,
    PersonMention,
    Quote,
    Reading,
    RegionEntry,
    Rival,
    RuleEntry,
    RuleVersion,
    Slot,
    StageEntry,
    Stated,
    Support,
    UnitEntry,
)
from musterbook.records.ledger import Figure, LedgerRow, PublishedCell
from musterbook.records.masking import Masker
from musterbook.records.outlines import Atlas, Drawing, Outline

TEXT = "In Tomsk they pay 45,000 rubles, said Olga Vydumannaya. Governor Ivan Primerov joined."
READING = Reading("capture-a", TEXT, "en", sentences=((0, 55), (56, len(TEXT))))
AT = TEXT.index("Olga")
PEOPLE = (PersonMention(AT, AT + 16, "vydumannaya o", "Olga Vydumannaya", "private", "", "Olga Vydumannaya"),)
NAMES = {"RU-TOM": "Tomsk region", "RU-OMS": "Omsk region", "UA-65": "Kherson region"}
PRIVATE = re.compile("ydumannaya", re.IGNORECASE)


def atlas() -> Atlas:
    """Two regions of one country and one of another, as squares."""
    squares = {
        "RU-TOM": Outline("M0 0l40 0 0 40-40 0z", 20, 20, 20),
        "RU-OMS": Outline("M50 0l40 0 0 40-40 0z", 70, 20, 20),
    }
    squares["UA-65"] = Outline("M0 50l40 0 0 40-40 0z", 20, 70, 20)
    return Atlas("made-up outlines", "public domain", (Drawing("whole", "All of it", 100, 100, squares),))


class Book:
    """Grows an edition: each answer makes its claim, its finding and its line."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.claims: dict[str, Claim] = {}
        self.findings: list[Finding] = []

    def line(self, type_: str, region: str, *values: tuple[str, object], state: str = "", **support: object) -> Line:
        """One answer, with the claim that it stands on."""
        args = tuple(Arg(role, value) for role, value in values)  # type: ignore[arg-type]
        quote = Quote(READING.id, 3, 31, TEXT[3:31])
        said = Claim(
            "capture-a", "a.txt", type_, args, quote, published="2026-03-01", attribution=(str(len(self.claims)),)
        )
        self.claims[said.id] = said
        found = Support((said.id,), 3, 2, ("Example Agency",), state=state, question_state=state)
        found = replace(found, **support)  # type: ignore[arg-type]
        slot = Slot(type_, region, (("kind", f"number {len(self.findings)}"),))
        shown = tuple(values)
        rival = Rival(shown, found.polarity, (said.id,), 3, 2, ("Example Agency",), standing="live")  # type: ignore[arg-type]
        self.findings.append(Finding(slot, (rival,), state or "single_origin", "on the word of one origin"))
        return Line(self.findings[-1].id, type_, region, slot.scope, shown, found)  # type: ignore[arg-type]

    def edition(self, programme: Programme, **more: object) -> Edition:
        """An edition of all that."""
        stated = Metadata(
            (Stated("publisher", "Example Paper", "manifest"), Stated("published", "2026-03-01", "manifest"))
        )
        made = Edition(
            title="A made-up programme",
            as_of=AsOf("2026-03-31", "2026-03-15"),
            only="",
            findings=tuple(sorted(self.findings, key=lambda f: f.slot.region)),
            claims=self.claims,
            sources=(Source("capture-a", "a.txt", "ab" * 32, stated),),
            reading=lambda capture_id: READING,
            wording=Wording({"pay.amount": "Money owed to a reservist."}, NAMES),
            programme=programme,
            publishers=(Publisher("Example Paper", "newspaper", "B", True, 1, 9, 0.5, 3, 2, 4.0, ("capture-a",)),),
            edges=(Edge("capture-a", "", "Olga Vydumannaya", "cites", 0.9),),
            atlas=atlas(),
            regions={"RU-TOM": "", "RU-OMS": "", "UA-65": "Ukraine"},
        )
        return replace(made, **more)  # type: ignore[arg-type]


def masking(capture_id: str) -> Masker:
    """The mask of the one document."""
    return Masker(PEOPLE if capture_id == "capture-a" else ())


def programme(book: Book) -> Programme:
    """One of everything, with a private name wherever a report might have put one."""
    name = "Olga Vydumannaya"
    formed = book.line("unit.formed", "RU-TOM", ("unit", "BARS-Tomsk"), since="2026-02")
    grows = book.line("unit.strength", "RU-TOM", ("count", 700))
    pay = book.line("pay.amount", "RU-TOM", ("amount", 45000), state="contested", standing="live")
    whole = book.line("pay.amount", "", ("amount", 30000), status="proposed", standing="draft")
    kherson = book.line("headquarters.established", "UA-65", ("note", name))
    joined = book.line("official.joined", "RU-TOM", ("person", "Ivan Primerov"))
    stage = book.line("law.stage", "", ("stage", "signed"), ("actor", name), since="2026-01-10")
    rule = book.line("callup.limit", "", ("max_duration", "P6M"), status="proposed", held="unknown")
    order = book.line("recruitment.order", "", ("issuer", name))
    count = book.line("programme.regions", "", ("count", 5), ("comparator", "at_least"))
    unit = UnitEntry("BARS-Tomsk", ("BARS-Tomsk",), (formed,))
    official = OfficialEntry(
        "Ivan Primerov",
        name,
        None,
        ("governor",),
        "RU-TOM",
        ("BARS-Tomsk",),
        (OfficialEvent("joined", "2026-03", joined),),
    )
    region = RegionEntry(
        "RU-TOM",
        "Tomsk region",
        "formed",
        f"there is a unit, on the word of {name}",
        (formed,),
        (unit,),
        (grows,),
        pay=(pay,),
        officials=(official,),
    )
    occupied = RegionEntry("UA-65", "Kherson region", "planned", "planned", (kherson,), other=(kherson,))
    instrument = InstrumentEntry(
        "law", f"The law of {name}", (StageEntry("signed", ("2026-01-10",), (name,), stage),), "signed", True
    )
    return Programme(
        regions=(region, occupied),
        terms=(pay, whole),
        instruments=(instrument,),
        rules=(
            RuleEntry(
                "callup.limit",
                "",
                rule.scope,
                (RuleVersion(rule, "draft", ("bill",), "unknown", f"a draft by {name}"),),
            ),
        ),
        headquarters=(HeadquartersEntry("UA-65", "Kherson region", "exists", (instrument,), "", "", (kherson,), ()),),
        officials=(official,),
        orders=(OrderEntry("recruit", (name,), (name,), ("2026-01",), (), ("weekly",), (order,)),),
        counted=(Counted("regions", (CountHeld(count, 5, None, ("RU-TOM",), (), 4),), (("RU-TOM", (formed,)),)),),
    )


@pytest.fixture
def page() -> Page:
    """A page with one of everything."""
    book = Book()
    return compose(book.edition(programme(book)), masking)


class Tags(HTMLParser):
    """What a page is made of."""

    VOID = frozenset({"meta", "br", "path", "rect", "circle"})

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.names: list[str] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        found = dict(attrs)
        self.names.append(tag)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [(found["href"] or "")[1:]] if (found.get("href") or "").startswith("#") else []
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note its end."""
        if tag not in self.VOID:
            assert self.open, f"</{tag}> closes nothing"
            assert self.open.pop() == tag


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_no_answer_of_the_model_names_anybody_private(page: Page, ending: str) -> None:
    """Titles of laws, actors, issuers, offices, reasons and lineage are masked in every format; a governor is named."""
    text = FORMATS[ending](page)
    assert not PRIVATE.search(text)
    assert text.count("private person 1") > 5
    assert "Ivan Primerov" in text


def test_every_link_on_the_page_leads_somewhere(page: Page) -> None:
    """Each anchor is there, each id once, and every element is closed in its turn."""
    tags = Tags(html(page))
    assert not tags.open
    assert not set(tags.links) - set(tags.ids)
    assert len(tags.ids) == len(set(tags.ids))
    assert len(tags.links) > 30


def test_every_figure_of_a_table_opens_its_quotes(page: Page) -> None:
    """What stands in a table with counts leads to the fold that holds its quotes."""
    said = [
        s for c in page.chapters for t in c.tables for _, rows in t.groups for r in rows for x in r.cells for s in x
    ]
    counted = [s for s in said if s.counts and "≥" in s.counts]
    assert len(counted) > 10
    assert all(re.fullmatch(r"q\d+-\d+", s.anchor) and s.number for s in counted)
    assert {s.counts for s in counted} == {"3≥2≥1"}


def test_both_dates_stand_in_the_head(page: Page) -> None:
    """As known and as held are told apart at the top, in every format."""
    for write in FORMATS.values():
        head = write(page)
        assert head.index("published until 2026-03-31") < head.index("on 2026-03-15")
        assert "As known" in head
        assert "As held" in head


def test_a_map_tells_states_by_pattern_and_letter(page: Page) -> None:
    """A region has its state's pattern, a letter and a name to read out; the table says the same."""
    drawn = "".join(map_of(page.spots, page.atlas))
    assert "url(#p0-formed)" in drawn
    assert ">TOM<tspan> F</tspan>" in drawn
    assert "Tomsk region: formed" in drawn
    (table,) = next(c for c in page.chapters if c.id == "regions").tables
    assert [name for name, _ in table.groups] == ["Formed (1)", "Planned (1)"]


def test_an_occupied_region_is_its_own_countrys(page: Page) -> None:
    """It carries its own code, whose it is, and a broken outline; it is nowhere named without that."""
    drawn = "".join(map_of(page.spots, page.atlas))
    assert '<path class="r o" d="M0 50' in drawn
    assert ">UA-65<tspan>" in drawn
    assert "region of Ukraine under occupation (1)" in drawn
    for write in FORMATS.values():
        text = write(page)
        assert "Kherson region (Ukraine, under occupation)" in text
        assert not re.search(r"Kherson region(?! \(Ukraine)", text)


def test_a_region_without_an_outline_is_in_the_table_only() -> None:
    """The map leaves out what it cannot draw, and a programme without outlines has no map."""
    spots = (Spot("XX-ONE", "Nowhere", "formed"), Spot("RU-TOM", "Tomsk region", "planned"))
    assert "Nowhere" not in "".join(map_of(spots, atlas()))
    book = Book()
    bare = compose(book.edition(programme(book), atlas=Atlas()), masking)
    assert bare.spots == ()
    assert "<svg" not in html(bare).split('id="timeline"')[0].split("<body>")[1]


def test_a_draft_is_never_shown_as_law(page: Page) -> None:
    """What only a draft says is marked so wherever it stands."""
    law, terms = (next(c for c in page.chapters if c.id == i) for i in ("law", "terms"))
    rules = next(t for t in law.tables if t.title == "Rules and their versions")
    (row,) = (r for _, rows in rules.groups for r in rows)
    assert row.cells[1][0].marks == ("proposed", "unknown on that day")
    assert [s.text for s in row.cells[2]] == ["draft"]
    drafts = [s for _, rows in terms.tables[0].groups for r in rows for s in r.cells[2] if "30,000" in s.text]
    assert [s.marks for s in drafts] == [("proposed", "draft")]


def test_what_nobody_says_is_listed(page: Page) -> None:
    """Regions that no report names, counts of which some are named by nobody, and fields without any report."""
    chapter = next(c for c in page.chapters if c.id == "unknown")
    lead = " ".join(s.text for s in chapter.lead)
    assert "1 region that no report names: Omsk region." in lead
    assert "Up to 4 of the regions that reports count are named by nobody." in lead
    tomsk = chapter.tables[0].groups[0][1][0]
    assert [c[0].text for c in tomsk.cells[1:4]] == ["1", "1", "1"]
    assert tomsk.cells[4][0].text == "–"


def test_a_region_is_told_in_its_own_lines(page: Page) -> None:
    """Its place on the page begins with state, sources, unit, pay, what is not reported and what is not settled."""
    facts = dict(next(p for p in page.places if p.code == "RU-TOM").facts)
    assert facts["State"][0].text == "formed"
    assert facts["Reports"][0].text.startswith("1 document, 1 outlet, 1 origin")
    assert facts["Duties"][0].text == "not reported"
    assert "contested" in facts["Not settled"][0].marks


def test_a_month_stays_a_month_in_the_timeline(page: Page) -> None:
    """Events carry the date that reports give, and those that have none that of their first report, marked so."""
    chapter = next(c for c in page.chapters if c.id == "timeline")
    dates = {(e.date, e.lane) for e in chapter.events}
    assert {("2026-01-10", "Law"), ("2026-02", "Units"), ("2026-01", "Orders")} <= dates
    assert all("first reported" not in e.name for e in chapter.events if e.lane == "Law")


def counted(week: int, value: int | None, state: str = "shown", region: str = "*", group: str = "*") -> PublishedCell:
    """One published count of a week of 2026."""
    first = dt.date(2025, 12, 29) + dt.timedelta(weeks=week - 1)
    last = first + dt.timedelta(days=6)
    return PublishedCell(region, group, first.isoformat(), last.isoformat(), "agreed", value, state)


def test_a_gap_of_the_ledger_stays_a_gap() -> None:
    """A week of which no table speaks is a gap in every format, and what is left out is said to be, never zero."""
    book = Book()
    weeks = (counted(1, 70), counted(2, None, "suppressed"), counted(4, 120))
    row = LedgerRow(
        "capture-a",
        "Olga Vydumannaya.csv",
        "",
        "C2",
        "70",
        "RU-TOM",
        "debtors",
        "2025-12-29",
        "2026-01-04",
        "agreed",
        70,
    )
    single = replace(
        counted(1, 70, "shown", "RU-TOM", "debtors"),
        figure=Figure("RU-TOM", "debtors", row.first, row.last, "agreed", "persons", 70, "known", (row,)),
    )
    cells = (single, counted(2, None, "suppressed", "RU-TOM", "debtors"))
    page = compose(book.edition(programme(book), ledger=Ledger(by_period=weeks, cells=cells)), masking)
    text, plain = html(page), FORMATS[".md"](page)
    assert "nothing known: a gap, not zero" in text
    assert "| 2026-W03 |  |" in plain
    assert "| 2026-W04 | 120 |" in plain
    assert "cell C2: “70”" in plain
    assert "left out" in plain
    assert not PRIVATE.search(text + plain)


def test_a_large_book_makes_a_page_of_bounded_size() -> None:
    """Ten times the findings make the page no larger; what is left out is counted, with the command that shows it."""
    sizes = []
    for count in (300, 3000):
        book = Book()
        for n in range(count):
            book.line("pay.amount", "RU-TOM", ("amount", n))
        edition = book.edition(Programme(), bounds=Bounds(questions=50))
        sizes.append(len(html(compose(edition, masking))))
    assert sizes[1] < sizes[0] * 1.05
    (place,) = compose(edition, masking).places
    assert place.more == "2,950 more questions: musterbook findings --region RU-TOM"
    assert place.size == 3000


def test_many_quotes_of_one_answer_are_cut_with_their_number() -> None:
    """An answer shows its first quotes and says how many more there are, and where."""
    book = Book()
    lines = [book.line("pay.amount", "RU-TOM", ("amount", 1)) for _ in range(40)]
    ids = tuple(i for line in lines for i in line.support.claims)
    rival = replace(book.findings[0].rivals[0], claims=ids)
    edition = book.edition(Programme(), findings=(replace(book.findings[0], rivals=(rival,)),))
    page = compose(edition, masking)
    (question,) = (q for p in page.places for _, of in p.topics for q in of)
    assert (len(question.answers[0].statements), question.answers[0].unshown) == (5, 35)
    assert "35 more: <code>musterbook claims --region RU-TOM --type pay.amount</code>" in html(page)


def test_sources_carry_kind_letter_and_echoes(page: Page) -> None:
    """Who publishes is listed with kind, reliability, share of echoes, and how often it was first."""
    (row,) = page.publishers.groups[0][1]
    assert [c[0].text for c in row.cells] == ["Example Paper", "newspaper", "B", "1", "9", "50%", "3", "2", "4"]
    assert page.sources[0].comes_from[0].text == "cites: [private person 1]"


def test_tables_have_heads_and_names(page: Page) -> None:
    """Every table names its columns and rows to those who hear it, and its box can be reached by keyboard."""
    text = html(page)
    assert text.count("<table") == text.count("<thead>") == text.count('tabindex="0"')
    assert text.count('scope="row"') > 10
    assert all(name in Tags(text).names for name in ("header", "nav", "main", "h1"))
    assert "<script" not in text


def test_one_newsroom_under_two_names_is_one_outlet_and_origins_are_no_more() -> None:
    """A page counts documents, outlets and origins as an answer does: each at most as the one before."""
    edition = Book().edition(Programme())
    stated = [Metadata((Stated("publisher", name, "manifest"),)) for name in ("Kommersant", "Коммерсантъ", "Other")]
    rooms = ("kommersant", "kommersant", "")
    found = [Source(str(n), f"{n}.txt", "ab" * 32, m, rooms[n]) for n, m in enumerate(stated)]
    quoting = Quoting(replace(edition, sources=tuple(found)), masking)
    assert numbers_of(quoting, ("0", "1", "2"), ("a", "b", "c", "a")) == (3, 2, 2)
    assert numbers_of(quoting, ("0", "1"), ()) == (2, 1, 0)
    assert numbers_of(quoting, ("unknown",), ("a",)) == (1, 0, 1)
