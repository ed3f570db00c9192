"""Cases of terms: every file under `cases/` comes out as it was worked out by hand, and faults are told plainly."""

from __future__ import annotations

from pathlib import Path

import pytest

from musterbook.errors import UsageError, VocabularyError
from musterbook.programme.terms import NOTICE, Case, Sheet, read_cases, run

FOLDER = Path(__file__).parent / "cases"
CASES = [c for path in sorted(FOLDER.glob("*.yaml")) for c in read_cases(path)]
SHEET = Sheet((), {"junior_officers": "officers", "senior_officers": "officers"})


@pytest.mark.parametrize("case", CASES, ids=[f"{Path(c.where).stem}-{c.name}" for c in CASES])
def test_a_case_comes_out_as_worked_out_by_hand(case: Case) -> None:
    """What a case expects is what comes out, to the kopeck, and every answer says that it is no advice."""
    result = run(case, SHEET)
    assert result.differences == ()
    assert all(a.plain()["notice"] == NOTICE for a in result.answers)


def test_there_are_cases_for_every_question() -> None:
    """Each question has at least five cases, and no two cases of a file have one name."""
    asked = [question for c in CASES for question in c.expect]
    assert all(
        asked.count(q) >= 5 for q in ("owed", "repaid", "net", "supplement", "days_left", "may_join", "where", "held")
    )
    names = [(c.where.split(":")[0], c.name) for c in CASES]
    assert len(set(names)) == len(names) >= 60


def written(folder: Path, text: str) -> Path:
    """A file of cases."""
    path = folder / "cases.yaml"
    path.write_text(text, encoding="utf-8")
    return path


ONE = """
- name: A month of pay
  input: {signed: 2026-03-01, left: 2026-03-31}
  book: [{type: pay.amount, kind: monthly_pay, amount: 50000, by: Example Agency}]
  expect: {owed: %s}
"""


def test_a_failing_case_says_how_it_fails(tmp_path: Path) -> None:
    """What was expected and what came out stand side by side."""
    (case,) = read_cases(written(tmp_path, ONE % "50000.01"))
    result = run(case, SHEET)
    assert not result.passed
    assert result.differences[0] == "owed: from: expected 50000.01, got 50000.00 (50,000.00 RUB)"


@pytest.mark.parametrize(
    "expected",
    [
        "[50000, 50001]", "at least 50000", "unknown", "contested", "{state: draft}", "{text: nothing of the sort}",
        "{complete: no way}", "{not_known: no such line}", "{not_known: none}", "{aside: no such term}",
        "{from_by: Example Paper}", "{quotes: no such words}", "{options: [{rule: none}]}", "{options: none such}",
        "{held: [{standing: over}]}", "{layers: {age: yes}}", "{steps: no such step}",
    ],
)  # fmt: skip
def test_whatever_does_not_come_out_fails(tmp_path: Path, expected: str) -> None:
    """Every way of expecting something notices what is not so."""
    (case,) = read_cases(written(tmp_path, ONE % expected))
    assert run(case, SHEET).differences


@pytest.mark.parametrize(
    "text, said",
    [
        ("cases: []\nother: 1", "there is no key 'other'"),
        ("- {input: {}}", "the case expects nothing"),
        ("- {input: {surname: X}, expect: {owed: 1}}", "terms take no names"),
        ("- {input: {sined: 2026-01-01}, expect: {owed: 1}}", "there is no input 'sined'"),
        ("- {inputs: {}, expect: {owed: 1}}", "there is no key 'inputs'"),
        ("- {book: [{type: pay.amuont}], expect: {owed: 1}}", "did you mean pay.amount"),
        ("- {book: [{type: pay.amount, amont: 1}], expect: {owed: 1}}", "did you mean amount"),
        ("- {book: [{type: pay.amount, amount: '1 000'}], expect: {owed: 1}}", "give a number"),
        ("- {book: [{type: pay.clawback, share: 2}], expect: {owed: 1}}", "share is 2"),
        ("- {book: [{type: callup.limit, max_duration: half a year}], expect: {owed: 1}}", "no length of time"),
        ("- {book: [{type: callup.limit, since: 2026-13}], expect: {owed: 1}}", "no such month"),
        ("- {book: [{type: callup.limit, stage: law}], expect: {owed: 1}}", "no stage 'law'"),
        ("- {book: [{type: callup.place, limit: home}], expect: {owed: 1}}", "home_region"),
        ("- {book: [5], expect: {owed: 1}}", "is no term"),
        ("- {book: 5, expect: {owed: 1}}", "must be a list"),
        ("- {convention: {month: 31}, expect: {owed: 1}}", "month=calendar or month=30 or month=whole"),
        ("- {input: 5, expect: {owed: 1}}", "must be a mapping"),
        ("just words", "must be a list of cases"),
    ],
)
def test_a_fault_in_a_file_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    """A misspelt key or value is an error that names the file and what to write instead."""
    with pytest.raises(UsageError) as fault:
        read_cases(written(tmp_path, text))
    assert said in str(fault.value)
    assert "cases.yaml" in str(fault.value)


@pytest.mark.parametrize(
    "expect", ["{ow: 1}", "{owed: soon}", "{owed: {form: 1}}", "{owed: {options: [{by_whom: x}]}}"]
)
def test_what_is_expected_must_be_understood(tmp_path: Path, expect: str) -> None:
    """A misspelt expectation is an error, not a case that fails."""
    text = ONE.replace("{owed: %s}", expect).replace("by: Example Agency}]", "by: A}, {type: pay.amount, kind: "
                                                     "monthly_pay, amount: 1, by: B}]")  # fmt: skip
    (case,) = read_cases(written(tmp_path, text))
    with pytest.raises(UsageError, match=r"there (is|are)|no question|is not understood"):
        run(case, SHEET)


def test_a_file_that_is_no_yaml_is_refused(tmp_path: Path) -> None:
    """A broken file is an error with its line."""
    with pytest.raises(VocabularyError, match=r"cases\.yaml:\d"):
        read_cases(written(tmp_path, "- {input: ["))


def test_a_case_without_terms_is_about_the_open_book(tmp_path: Path) -> None:
    """Where a case states no terms, those of the sheet count."""
    (case,) = read_cases(
        written(tmp_path, "- {input: {signed: 2026-03-01, left: 2026-03-31}, expect: {owed: unknown}}")
    )
    assert case.terms is None
    assert run(case, SHEET).passed
