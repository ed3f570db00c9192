"""``ledger``: tables in, counts out, and nothing small in any form of output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

TABLE = (
    "Регион;Категория;Неделя;Охвачено;Согласились\n"
    "Курская область;должники;2025-W45;517;53\nКурская область;мигранты;2025-W45;421;3\n"
    "Тульская область;должники;2025-W45;333;61\nТульская область;мигранты;2025-W45;222;72\n"
    "Итого;;2025-W45;1493;190\n"
)
LATER = "Регион;Категория;Неделя;Охвачено;Согласились\nКурская область;должники;2025-W47;519;54\n"
FORMS = ("table", "csv", "json", "jsonl")


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Run:
    """Runs commands where a book with two tables is."""
    (tmp_path / "counts.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "later.csv").write_text(LATER, encoding="utf-8")
    assert run("ledger", "add", "counts.csv", "--published", "2025-11-12").code == 0
    assert run("ledger", "add", "later.csv", "--published", "2025-11-26").code == 0
    return run


@pytest.mark.parametrize("form", FORMS)
def test_small_counts_are_in_no_form(ledger: Run, form: str) -> None:
    """Neither the small count nor the cells that would give it away are shown; the margins are."""
    out = ledger("ledger", "show", "--format", form).out
    assert "517" in out
    for gone in ("53", "61", "72"):
        assert f'"{gone}"' not in out
        assert not any(word == gone for line in out.splitlines() for word in line.replace(",", " ").split())
    assert "suppressed" in out
    whole = ledger("ledger", "show", "--by", "region", "--format", form).out
    assert "133" in whole


def test_cells_open_on_their_quotes(ledger: Run) -> None:
    """JSON gives file, cell and words of each figure that is shown, and its conversion."""
    rows = json.loads(ledger("ledger", "show", "--region", "Kursk", "--from", "2025-11-17", "--format", "json").out)
    (row,) = rows
    assert (row["approached"], row["agreed"], row["conversion"]) == (519, 54, "10.4%")
    quote = next(c for c in row["cells"] if c["metric"] == "agreed")["quotes"][0]
    assert (quote["file"], quote["cell"], quote["words"]) == ("later.csv", "E2", "54")


def test_gaps_are_gaps(ledger: Run) -> None:
    """A week between two that are counted is missing, not zero."""
    rows = json.loads(ledger("ledger", "gaps", "--format", "json").out)
    assert {(r["metric"], r["missing"], r["kind"]) for r in rows} == {
        ("agreed", "2025-W46", "missing"), ("approached", "2025-W46", "missing"),
    }  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_totals_that_do_not_add_up(ledger: Run, form: str) -> None:
    """A wrong total is told and ends with exit code 1, without figures that would give a small count away."""
    done = ledger("ledger", "check", "--format", form)
    assert done.code == 1
    assert "is not the sum" in done.out
    assert "190" not in done.out
    assert "189" not in done.out


def test_sums_are_over_everything(ledger: Run) -> None:
    """A sum over some weeks only would be one more equation: it is refused, with what to do."""
    done = ledger("ledger", "show", "--by", "region", "--from", "2025-11-10")
    assert done.code == 2
    assert "--by period" in done.err


def test_as_known_and_as_held(ledger: Run) -> None:
    """`--as-of` goes by publication, `--held-on` by the week that is counted."""
    assert "W47" not in ledger("ledger", "show", "--as-of", "2025-11-20").out
    held = ledger("ledger", "show", "--held-on", "2025-11-18").out
    assert "W47" in held
    assert "W45" not in held


def test_a_guess_is_a_mapping_file(run: Run, tmp_path: Path) -> None:
    """What `guess` prints can be completed and given back; then the table is read."""
    (tmp_path / "t.csv").write_text("Регион;Неделя;Количество\nНигдеево;2025-W45;50\n", encoding="utf-8")
    done = run("ledger", "guess", "t.csv")
    assert "A: region" in done.out
    assert "# regions:" in done.out
    assert run("ledger", "add", "t.csv").code == 1
    mapping = done.out.replace("# regions:", "regions:").replace("#   Нигдеево: …", "  Нигдеево: RU-TUL")
    mapping = mapping.replace("C: {}", "C: {metric: signed}")
    (tmp_path / "m.yaml").write_text(mapping, encoding="utf-8")
    again = run("ledger", "add", "t.csv", "--mapping", "m.yaml")
    assert again.code == 0, again.err
    assert "50" in run("ledger", "show").out


def test_a_list_of_people_is_refused(run: Run, tmp_path: Path) -> None:
    """The command says so without a name, and ends with exit code 1."""
    (tmp_path / "p.csv").write_text("ФИО;Телефон\nПримеров Иван Петрович;1\n", encoding="utf-8")
    for command in ("add", "guess"):
        done = run("ledger", command, "p.csv")
        assert done.code == 1
        assert "list of people" in done.err
        assert "Примеров" not in done.err + done.out
