"""Charts say what they are given, to everybody, and stay well-formed whatever that is."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.publish.charts import (
    STYLE,
    Bands,
    Bar,
    Event,
    Head,
    Line,
    alone,
    band_chart,
    bar_chart,
    line_chart,
    plain_bands,
    plain_bars,
    timeline_chart,
)

SVG = "{http://www.w3.org/2000/svg}"
HEAD = Head("Reservists <made up>", "For a test.", "people", "A note & more")
WEEKS = ("1 Jan", "8 Jan", "15 Jan")
BANDS = Bands(WEEKS, (0, 1, 2), (1, 2, 3), (2, 3, 4), (3, 4, 5), (4, 5, 6), (5, 5, 5))
CHARTS = {
    "bands": band_chart(HEAD, BANDS),
    "bars": bar_chart(HEAD, (Bar("Tomsk", 40, 30, 50), Bar("Omsk", None), Bar("Perm", 3, unsure=True))),
    "lines": line_chart(HEAD, WEEKS, (Line("Tomsk", (1, None, 3)), Line("Omsk", (2, None, 0)))),
    "timeline": timeline_chart(HEAD, (Event("2025-10", "drafted", "Law", unsure=True), Event("2025-11-04", "signed"))),
}


def read(chart: str) -> ET.Element:
    """A chart as XML."""
    return ET.fromstring(chart)


def words(chart: str) -> str:
    """All words that a chart shows or says."""
    return " ".join(t.strip() for t in read(chart).itertext() if t.strip())


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_speaks_to_those_who_do_not_see_it(name: str) -> None:
    """Every chart is an image with a title and a description, tied to it by ids."""
    root = read(CHARTS[name])
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text == HEAD.title
    assert description is not None
    assert "For a test." in (description.text or "")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_needs_nothing_from_outside_and_no_colour(name: str) -> None:
    """There is no script, no address, no font and no colour in a chart but the ink of the page."""
    chart = CHARTS[name].replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "http" not in chart
    assert "script" not in chart
    inks = {e.get(k) for e in read(CHARTS[name]).iter() for k in ("fill", "stroke")} - {None, "none", "currentColor"}
    assert {i for i in inks if not str(i).startswith("url(#")} == set()


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_alone_is_a_file_with_its_own_paper(name: str) -> None:
    """A chart that stands alone has light and dark colours of its own and is still well-formed."""
    file = alone(CHARTS[name])
    assert "prefers-color-scheme: dark" in file
    assert read(file.split("?>\n", 1)[1]).get("role") == "img"


def test_two_charts_of_a_page_have_their_own_ids() -> None:
    """Ids follow from what is drawn, so that no chart of a page borrows another's title or hatch."""
    ids = [e.get("id") for chart in CHARTS.values() for e in read(chart).iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert band_chart(HEAD, BANDS) == CHARTS["bands"]


def test_a_gap_stays_a_gap() -> None:
    """A line is broken where a figure is missing, the gap is named, and no point is drawn at zero for it."""
    (path,) = (
        p.get("d", "")
        for p in read(line_chart(Head("t"), WEEKS, (Line("a", (1, None, 3)),))).iter()
        if p.get("stroke-width") == "1.8" and p.get("d", "").count("M") == 2
    )
    assert "L" not in path
    assert "a gap, not zero" in words(CHARTS["lines"])
    assert "1 without a figure" in words(CHARTS["lines"])


def test_what_is_not_known_is_not_a_bar() -> None:
    """A bar without a figure says so in words, and what is uncertain is hatched."""
    root = read(CHARTS["bars"])
    rects = [r for r in root.iter(f"{SVG}rect") if r.get("class") == "accent"]
    assert len(rects) == 2
    assert "not known" in words(CHARTS["bars"])
    assert [r.get("fill", "")[:5] for r in rects] == ["curre", "url(#"]


def test_bands_say_their_figures() -> None:
    """The description of bands gives the first, the middle and the last place with their spread."""
    assert "15 Jan: 4, nine in ten runs from 2 to 6, needed 5" in words(CHARTS["bands"])


def test_a_partial_date_is_as_long_as_it_is_unsure() -> None:
    """A month is drawn as a bar of a month, a day as a point; a date that is none is refused."""
    chart = timeline_chart(Head("t"), (Event("2025-10", "a"), Event("2025-12-01", "b")))
    assert len(read(chart).findall(f".//{SVG}rect")) == 2  # the month, and the hatch
    assert len(read(chart).findall(f".//{SVG}circle")) == 1
    with pytest.raises(ValueError):
        timeline_chart(Head("t"), (Event("soon", "a"),))


figures = st.floats(0, 1e12, allow_nan=False) | st.just(5e-324)
texts = st.text(max_size=60)
Items = list[tuple[str, float | None]]


@given(texts, texts, st.lists(st.tuples(texts, st.none() | figures), max_size=8))
def test_any_words_and_figures_make_well_formed_charts(
    title: str, note: str, items: list[tuple[str, float | None]]
) -> None:
    """Markup, control characters, emptiness and huge figures never break a chart."""
    head = Head(title, note, title, note)
    names = [name for name, _ in items]
    known = [v or 0.0 for _, v in items]
    charts = (
        bar_chart(head, [Bar(n, v, note=note) for n, v in items]),
        line_chart(head, names, [Line(title, [v for _, v in items])]),
        band_chart(head, Bands(names, known, known, known, known, known)),
        timeline_chart(head, [Event("2025", n, note, note=title) for n in names]),
    )
    assert [read(chart).tag for chart in charts] == [f"{SVG}svg"] * len(charts)


def test_style_is_for_charts_only() -> None:
    """The style sheet of charts touches nothing else of a page."""
    rules = [line for line in STYLE.splitlines() if "{" in line]
    assert all(".chart" in rule for rule in rules)


def test_bands_in_characters() -> None:
    """A terminal gets the same bands in blocks, and nothing but ASCII where that is asked for."""
    drawn = plain_bands(BANDS, 40, 8)
    assert "needed" in drawn[-1]
    assert any("█" in line for line in drawn)
    assert all(len(line) <= 60 for line in drawn)
    assert "\n".join(plain_bands(BANDS, 40, 8, ascii_only=True)).isascii()
    assert plain_bands(Bands((), (), (), (), (), ())) == ["no figures"]


def test_bars_in_characters() -> None:
    """The longest bar fills the room, an unknown figure is said, and all lines fit."""
    drawn = plain_bars((Bar("Tomsk", 40), Bar("Omsk", 20), Bar("Perm", None)), 40)
    assert drawn[0].count("█") == 2 * drawn[1].count("█")
    assert drawn[2].endswith("not known")
    assert max(map(len, drawn)) <= 40
