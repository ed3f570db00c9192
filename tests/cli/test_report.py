"""The report is one page of the whole book, or of a part that says that it is one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

Run = Any


@pytest.mark.parametrize("name", ["page.html", "page.md"])
def test_the_page_has_the_model_and_its_quotes(filled: Run, tmp_path: Path, name: str) -> None:
    """Both rival sums, the region and what is not known stand on one page, in either form."""
    assert filled("report", "-o", name).code == 0
    text = (tmp_path / name).read_text(encoding="utf-8")
    for words in (
        "45,000 RUB a month",
        "50,000 RUB a month",
        "Tomsk region",
        "What is not known",
        "Where reports differ",
    ):
        assert words in text, words
    assert "In brief" in text
    assert "ydumannaya" not in text


def test_both_dates_are_told_apart(filled: Run, tmp_path: Path) -> None:
    """As known leaves out what was published later; as held is another line of the head."""
    assert filled("report", "-o", "page.md", "--as-of", "2026-03-05", "--held-on", "2026-03-04").code == 0
    text = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert "As known: published until 2026-03-05" in text
    assert "As held: on 2026-03-04" in text
    assert "45,000" in text
    assert "50,000" not in text


def test_a_month_is_no_day_to_hold_on(filled: Run) -> None:
    """What held in a month may have held on some of its days only: a full day is asked for."""
    done = filled("report", "-o", "page.md", "--held-on", "2026-03")
    assert done.code == 2
    assert "--held-on 2026-03" in done.err


def test_a_part_does_not_speak_for_the_whole(filled: Run, tmp_path: Path) -> None:
    """A page of one region says so, and lists no other region as one of which nothing is known."""
    assert filled("report", "-o", "page.html", "--region", "RU-TOM").code == 0
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Narrowed to" in text
    assert "that no report names:" not in text
    assert "not shown, or nothing known" in text


def test_the_page_has_a_map_of_real_outlines(filled: Run, tmp_path: Path) -> None:
    """Every region of the programme is drawn, twice where it lies in the west, and none from the network."""
    assert filled("report", "-o", "page.html").code == 0
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert text.count('<path class="r') > 140
    assert "<title>Tomsk region: recruiting</title>" in text or "<title>Tomsk region: planned</title>" in text
    assert "http" not in text.split("</style>")[0]
    assert len(text) < 200_000


def test_regions_without_a_report_are_in_order_of_their_names(filled: Run, tmp_path: Path) -> None:
    """Whoever looks for a region in the list finds it by the alphabet, not by its code."""
    filled("report", "-o", "report.md")
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    listed = text.partition("82 regions that no report names: ")[2].partition(".")[0].split(", ")
    assert len(listed) == 82
    assert listed == sorted(listed)
