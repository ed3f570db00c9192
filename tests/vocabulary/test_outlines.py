"""The outlines of regions are whole, in place, and under the right codes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from musterbook.errors import VocabularyError
from musterbook.records.outlines import Drawing
from musterbook.vocabulary import load
from musterbook.vocabulary.outlines import outlines

STEP = re.compile(r"-?\d+")
ATLAS = outlines("bars")
WHOLE, WEST = ATLAS.drawings
LACKING: frozenset[str] = frozenset()  # regions of the vocabulary that no outline is known of

Ring = list[tuple[int, int]]


def rings(path: str) -> list[Ring]:
    """The rings of SVG path data in relative steps."""
    found = []
    for part in path.strip("z").split("z"):
        numbers = [int(n) for n in STEP.findall(part)]
        ring = [(numbers[0], numbers[1])]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            ring.append((ring[-1][0] + dx, ring[-1][1] + dy))
        found.append(ring)
    return found


def within(point: tuple[float, float], ring: Ring) -> bool:
    """Whether a ring runs around a point."""
    x, y = point
    inside = False
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]:
            inside = not inside
    return inside


def span(drawing: Drawing, code: str) -> tuple[int, int]:
    """How wide and high a region is drawn, its largest part."""
    ring = max(rings(drawing.regions[code].path), key=len)
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return max(xs) - min(xs), max(ys) - min(ys)


def test_every_region_has_an_outline() -> None:
    """Each region that a report may name is on the map, or listed here as lacking."""
    known = {i for kind, i in load("bars").entries if kind == "region"}
    assert known - set(WHOLE.regions) == LACKING
    assert set(WHOLE.regions) <= known, "the map shows no region that the vocabulary does not know"


@pytest.mark.parametrize("drawing", ATLAS.drawings, ids=lambda d: str(d.name))
def test_moscow_lies_in_its_region(drawing: Drawing) -> None:
    """The city, the smaller of the two, lies within the region's bounds; most of its border is the region's."""
    (city,), (around,) = (rings(drawing.regions[code].path) for code in ("RU-MOW", "RU-MOS"))
    for axis in (0, 1):
        assert min(p[axis] for p in around) < min(p[axis] for p in city)
        assert max(p[axis] for p in city) < max(p[axis] for p in around)
    assert len(set(city) & set(around)) > 0.7 * len(city)
    assert span(drawing, "RU-MOS")[0] > 2 * span(drawing, "RU-MOW")[0]
    order = list(drawing.regions)
    assert order.index("RU-MOS") < order.index("RU-MOW")


def test_nothing_runs_across_the_map() -> None:
    """Chukotka, which lies on both sides of the 180th meridian, is one piece of land in the far east."""
    wide, high = span(WHOLE, "RU-CHU")
    assert wide < 0.2 * WHOLE.width
    assert high < 0.4 * WHOLE.height
    assert WHOLE.regions["RU-CHU"].x > 0.8 * WHOLE.width
    widest = max(span(WHOLE, code)[0] for code in WHOLE.regions)
    assert widest < 0.35 * WHOLE.width


def test_regions_stand_where_they_are() -> None:
    """North is up and west is left in the west, Karelia lies south of Murmansk and is not an island."""
    at = {code: (o.x, o.y) for code, o in WEST.regions.items()}
    assert at["RU-KGD"][0] < at["RU-PSK"][0] < at["RU-TVE"][0] < at["RU-KIR"][0]
    assert at["RU-LEN"][1] < at["RU-TVE"][1] < at["RU-BEL"][1] < at["UA-43"][1]
    assert at["RU-BRY"][0] < at["RU-BEL"][0] < at["RU-VOR"][0]
    assert span(WHOLE, "RU-KR")[0] > 40
    assert WHOLE.regions["RU-KR"].y > WHOLE.regions["RU-MUR"].y


@pytest.mark.parametrize("drawing", ATLAS.drawings, ids=lambda d: str(d.name))
def test_labels_stand_in_their_regions(drawing: Drawing) -> None:
    """Where a label is in the picture, it stands within one of its region's rings."""
    for code, outline in drawing.regions.items():
        if outline.x >= 0:
            assert any(within((outline.x + 0.5, outline.y + 0.5), ring) for ring in rings(outline.path)), code


def test_the_file_is_small_and_says_whose_it_is() -> None:
    """Both drawings together stay far below what a page may weigh, and name source and licence."""
    assert sum(len(o.path) for d in ATLAS.drawings for o in d.regions.values()) < 100_000
    assert ATLAS.licence == "Apache-2.0"
    assert "0.20.3" in ATLAS.source
    assert "country-map" in (Path(__file__).parents[2] / "NOTICE").read_text(encoding="utf-8")


def test_a_file_of_another_form_is_an_error(tmp_path: Path) -> None:
    """What is no file of outlines is refused, with its path and what to do; a programme without one has no map."""
    (tmp_path / "programme.yaml").write_text("title: {en: A made-up programme}\n", encoding="utf-8")
    assert outlines(str(tmp_path)).drawings == ()
    (tmp_path / "outlines.json").write_text('{"drawings": [{"name": "whole"}]}', encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"outlines.json: not a file of outlines .*make_outlines"):
        outlines(str(tmp_path))
