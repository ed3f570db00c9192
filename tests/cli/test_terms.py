"""The command `terms`: from reports to answers, cases checked, nobody named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

CASES = """
- name: A month of pay
  input: {signed: 2026-03-01, left: 2026-03-31}
  book: [{type: pay.amount, kind: monthly_pay, amount: 50000, by: Example Agency}]
  expect: {owed: %s}
"""
MONTH = ("terms", "--region", "Tomsk", "--signed", "2026-03-01", "--left", "2026-03-31")


def test_the_answer_comes_first_and_ends_in_quotes(filled: Run) -> None:
    """Two reports differ on pay: both ends stand in the first line, each with its words further down."""
    ran = filled(*MONTH)
    assert ran.code == 0
    first, *rest = ran.out.splitlines()
    assert first.startswith("Owed so far")
    assert "from 45,000.00 to 50,000.00 RUB" in first
    text = "\n".join(rest)
    assert "It is not legal advice" in text
    assert text.index("lower end, 45,000.00 RUB") < text.index("upper end, 50,000.00 RUB") < text.index("Conventions")
    assert text.index("Conventions") < text.index("Not known")
    for words in ("agency.txt, 2026-03-03", "paper.txt, 2026-03-10", "month=calendar", "signing bonus"):
        assert words in text


def test_as_known_on_a_date(filled: Run) -> None:
    """Before the second report was published there was one answer."""
    first = filled(*MONTH, "--as-of", "2026-03-05").out.splitlines()[0]
    assert first.endswith("45,000.00 RUB")


def test_json_holds_every_claim(filled: Run) -> None:
    """The machine's form has the ends as text, and leads to the ids of claims; a plan and a fact are no conflict."""
    (owed,) = json.loads(filled(*MONTH, "--ask", "owed", "--format", "json").out)
    assert (owed["from"], owed["to"], owed["state"]) == ("45000.00", "50000.00", "range")
    claim = owed["to_by"][0]["quotes"][0]["claim"]
    assert filled("show", claim).code == 0
    assert "not legal advice" in owed["notice"]


def test_conventions_are_switched_by_name(filled: Run) -> None:
    """A convention changes the sum, and the output says which was used."""
    ran = filled(*MONTH, "--ask", "owed", "--convention", "month=30")
    assert "from 46,500.00 to 51,666.67 RUB" in ran.out
    assert "month=30: a month of pay is 30 days" in ran.out


def test_what_the_book_does_not_say_is_unknown(filled: Run) -> None:
    """No limit, no age, no place is in the reports: each is unknown, and nothing is zero."""
    out = filled("terms", "--region", "RU-TOM", "--age", "40", "--duty-days", "45+60", "--on", "2026-12-01").out
    lines = out.splitlines()
    assert [line.split("  ")[-1].strip() for line in lines[:3]] == ["unknown", "unknown", "unknown"]
    assert "the limit of call-up: the book says nothing of one" in out


@pytest.mark.parametrize(
    "words, said",
    [
        (("terms",), "nothing is told"),
        (("terms", "--region", "Tomks"), "not known"),
        (("terms", "--signed", "soon"), "no day"),
        (("terms", "--age", "40", "--rank", "wizards"), "--rank 'wizards' is not known"),
        (("terms", "--age", "40", "--convention", "month"), "must be NAME=CHOICE"),
        (("terms", "--age", "40", "--fact", "criminal_record=maybe"), "give yes or no"),
        (("terms", "--age", "40", "--ask", "owned"), "did you mean owed"),
    ],
)
def test_misuse_is_told_plainly(filled: Run, words: tuple[str, ...], said: str) -> None:
    """What cannot be used ends the run with code 2 and says what to give."""
    ran = filled(*words)
    assert ran.code == 2
    assert said in ran.err


def test_cases_pass_or_say_how_they_fail(run: Run, tmp_path: Path) -> None:
    """A file of cases needs no book; one that fails is told with file, line and both figures, and ends with code 1."""
    path = tmp_path / "cases.yaml"
    path.write_text(CASES % 50000, encoding="utf-8")
    ran = run("terms", "--cases", str(path))
    assert (ran.code, ran.out.split(".")[0]) == (0, "1 of 1 cases passed")
    path.write_text(CASES % 50001, encoding="utf-8")
    ran = run("terms", "--cases", "cases.yaml")
    assert ran.code == 1
    assert "FAILED  cases.yaml:2  A month of pay" in ran.out
    assert "owed: from: expected 50001, got 50000.00" in ran.out
    (row,) = json.loads(run("terms", "--cases", "cases.yaml", "--format", "json").out)
    assert row["passed"] is False
    assert row["answers"][0]["from"] == "50000.00"


def test_cases_may_be_about_the_open_book(filled: Run, tmp_path: Path) -> None:
    """A case that states no terms is held against the reports in the book."""
    path = tmp_path / "cases.yaml"
    told = "{region: RU-TOM, signed: 2026-03-01, left: 2026-03-31}"
    path.write_text(f"- {{input: {told}, expect: {{owed: [45000, 50000]}}}}\n", encoding="utf-8")
    assert filled("terms", "--cases", "cases.yaml").code == 0


def test_a_case_that_names_somebody_is_refused(run: Run, tmp_path: Path) -> None:
    """Names have no place in a case."""
    (tmp_path / "cases.yaml").write_text("- {input: {name: Ivan}, expect: {owed: 1}}\n", encoding="utf-8")
    ran = run("terms", "--cases", "cases.yaml")
    assert ran.code == 2
    assert "terms take no names" in ran.err


def test_the_rules_can_be_read(run: Run) -> None:
    """Every rule is listed with its reference and its formula."""
    ran = run("terms", "--rules", "--format", "jsonl")
    rules = [json.loads(line) for line in ran.out.splitlines()]
    assert {"pay.monthly", "repay", "limit", "age", "place", "held"} <= {r["name"] for r in rules}
    assert all(r["reference"] and r["formula"] for r in rules)
