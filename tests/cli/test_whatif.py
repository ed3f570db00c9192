"""The command `whatif`, as a user gives it."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "whatif.yaml"
Run = Any
FROM_BOOK = """\
start: 2026-07-06
weeks: 10
runs: 20
currency: RUB
everywhere:
  strength: 100
  signups: 5
  training: [{weeks: 3, drop_out: 0.1}]
  contract: P1Y
  renewal: 0.5
  limit: P6M
  posts: 10
  people_per_post: 2
  shifts: 3
  pay: {reserve_month: from_book}
regions:
  RU-TOM: {}
"""


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """The example, with few runs, in the folder of the run."""
    text = EXAMPLE.read_text(encoding="utf-8").replace("runs: 2000", "runs: 100").replace("weeks: 104", "weeks: 30")
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    return "plan.yaml"


def test_tables_say_what_came_of_what(run: Run, plan: str) -> None:
    """Bands by region, where each input comes from, a chart in plain characters, what drives it, and a caution."""
    done = run("whatif", plan)
    assert done.code == 0
    for words in (
        "not a forecast",
        "All figures are made up",
        "by hand",
        "Omsk region",
        "What drives it",
        "9 in 10 runs",
    ):
        assert words in done.out
    assert "█" not in done.out
    assert "1 weeks" not in done.out


def test_the_same_plan_gives_the_same_words(run: Run, plan: str) -> None:
    """Seed and runs come from the plan unless given; the same ones print the same."""
    assert run("whatif", plan).out == run("whatif", plan, "--seed", "7", "--runs", "100").out
    assert run("whatif", plan).out != run("whatif", plan, "--seed", "8").out


def test_json_has_everything(run: Run, plan: str) -> None:
    """One object with inputs, sources, results, drivers and every week."""
    (told,) = json.loads(run("whatif", plan, "--format", "json").out)
    assert len(told["days"]) == 30
    assert set(told["weekly"]) == {"all", "RU-TOM", "RU-OMS"}
    assert len(told["weekly"]["RU-TOM"]["posts_covered"]) == 30
    assert {i["source"] for i in told["inputs"]} == {"by hand", "taken where nothing is given"}
    assert told["drivers"]["covered"]


def test_csv_has_a_row_a_week(run: Run, plan: str) -> None:
    """A row for each region, measure and week, five figures each; a region alone where one is asked for."""
    rows = list(csv.DictReader(io.StringIO(run("whatif", plan, "--format", "csv", "--region", "Omsk").out)))
    assert {r["region"] for r in rows} == {"RU-OMS"}
    assert len(rows) == 30 * 7
    assert all(float(r["5 %"]) <= float(r["95 %"]) for r in rows)


def test_charts_are_files(run: Run, plan: str, tmp_path: Path) -> None:
    """An SVG holds one chart; a page holds all of them, with every input."""
    assert run("whatif", plan, "-o", "out.svg", "--region", "RU-TOM").code == 0
    svg = (tmp_path / "out.svg").read_text(encoding="utf-8").split("?>\n", 1)[1]
    assert ET.fromstring(svg).get("role") == "img"
    assert run("whatif", plan, "-o", "out.html", "--measure", "cost").code == 0
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 4 + 2 + 3
    assert "<script" not in page
    assert "pay.signing_bonus" in page


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("-o", "out.png"), ".svg or .html"),
        (("--region", "RU-BEL"), "the plan has RU-TOM, RU-OMS"),
        (("--runs", "0"), "give from 1"),
        (("--seed", "-1"), "whole number"),
    ],
)
def test_misuse_is_told(run: Run, plan: str, words: tuple[str, ...], says: str) -> None:
    """What cannot be done as asked ends with 2 and says what can."""
    done = run("whatif", plan, *words)
    assert done.code == 2
    assert says in done.err


def test_a_fault_in_the_plan_has_its_line(run: Run, plan: str, tmp_path: Path) -> None:
    """A region that the vocabulary does not know is told with file and line; pay is needed to chart a cost."""
    path = tmp_path / plan
    path.write_text(path.read_text(encoding="utf-8").replace("RU-OMS", "RU-OMX"), encoding="utf-8")
    done = run("whatif", plan)
    assert done.code == 2
    assert "plan.yaml:" in done.err
    assert "RU-OMS" in done.err


def test_ranges_come_from_the_book(filled: Run, tmp_path: Path) -> None:
    """Two reports that differ give two rival values with their claims; known until the first, only one."""
    (tmp_path / "plan.yaml").write_text(FROM_BOOK, encoding="utf-8")
    (told,) = json.loads(filled("whatif", "plan.yaml", "--format", "json").out)
    (pay,) = (i for i in told["inputs"] if i["input"] == "pay.reserve_month")
    assert (pay["source"], pay["figures"], len(pay["claims"])) == ("book", [45000, 50000], 2)
    (told,) = json.loads(filled("whatif", "plan.yaml", "--format", "json", "--as-of", "2026-03-05").out)
    (pay,) = (i for i in told["inputs"] if i["input"] == "pay.reserve_month")
    assert pay["figures"] == [45000]


def test_what_the_book_lacks_is_told(filled: Run, tmp_path: Path) -> None:
    """An input that no report gives is named with its line, and how to give it by hand."""
    (tmp_path / "plan.yaml").write_text(FROM_BOOK.replace("limit: P6M", "limit: from_book"), encoding="utf-8")
    done = filled("whatif", "plan.yaml")
    assert done.code == 2
    assert "plan.yaml:11" in done.err
    assert "by hand" in done.err
