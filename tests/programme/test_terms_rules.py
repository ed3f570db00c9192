"""Rules of terms: each with label, reference and formula; inputs that name nobody; conventions; answers as JSON."""

from __future__ import annotations

import json

import pytest
from tests.programme.made import vocabulary

from musterbook.errors import UsageError
from musterbook.programme.terms import (
    CHOICES,
    QUESTIONS,
    RULES,
    Conventions,
    Sheet,
    compute,
    read_service,
    read_term,
)
from musterbook.programme.terms.fitness import read_categories
from musterbook.programme.terms.stated import ROLES

PAY = read_term({"type": "pay.amount", "kind": "monthly_pay", "amount": 50000, "by": "Example Agency"})
MONTH = {"signed": "2026-03-01", "left": "2026-03-31"}


def test_every_rule_says_what_it_stands_on() -> None:
    """A rule has a label, a formula, a question of those there are, and claim types that the vocabulary has."""
    for rule in RULES:
        assert rule.label
        assert rule.formula
        assert rule.question in QUESTIONS
        assert rule.reference
        assert set(rule.reference) <= set(vocabulary().types), rule.name


def test_terms_stated_by_hand_have_the_roles_of_the_vocabulary() -> None:
    """What may be stated of a claim type by hand is what reports can say of it, and what terms add to it."""
    added = {"within_km", "scheme", "group", "instrument", "contract_term"}
    for type_, roles in ROLES.items():
        known = {a.role for a in vocabulary().types[type_].args}
        assert set(roles) - known <= added, type_


def test_every_line_of_the_working_names_a_rule() -> None:
    """The trace of an answer uses the names of the rules."""
    terms = [PAY]
    kinds = ("daily_pay", "signing_bonus", "regional_supplement", "one_time")
    terms += [read_term({"type": "pay.amount", "kind": k, "amount": 100, "by": "Example Agency"}) for k in kinds]
    terms.append(read_term({"type": "pay.clawback", "trigger": "early_termination", "share": "full", "by": "A"}))
    told = read_service({**MONTH, "term": "12m", "duty_days": 3})
    steps = [s for a in compute(Sheet(tuple(terms)), told, None, ("owed", "repaid", "net")) for s in a.steps]
    assert {s.rule for s in steps} == {r.name for r in RULES if r.question in ("owed", "repaid")}
    assert all(s.terms for s in steps)


@pytest.mark.parametrize(
    "given, said",
    [
        ({"name": "x"}, "no names"),
        ({"passport": "x"}, "no names"),
        ({"фамилия": "x"}, "no names"),
        ({"phone_number": "x"}, "no names"),
        ({"left": "2026-01-01", "signed": "2026-02-01"}, "before signed"),
        ({"signed": "1 March"}, "give YYYY-MM-DD"),
        ({"age": -1}, "no age"),
        ({"age": 20, "born": "2000-01-01"}, "give one of them"),
        ({"born": "2026-03-01", "on": "2026-02-01"}, "is after"),
        ({"km": -3}, "below 0"),
        ({"km": "near"}, "no distance"),
        ({"duty_days": -3}, "below 0"),
        ({"duty_days": "2026-03-05..2026-03-01"}, "ends before it begins"),
        ({"duty_days": "2026-03-05..2026-03-06..2026-03-07"}, "more than two ends"),
        ({"facts": {"criminal_record": "perhaps"}}, "give yes or no"),
        ({"facts": "none"}, "criterion: yes or no"),
        ({"term": "long"}, "no length of time"),
        ({"rank": 5}, "put it into quotes"),
    ],
)
def test_inputs_that_cannot_be_used_are_refused(given: dict[str, object], said: str) -> None:
    """An error says which input it is, with which value, and what to give; names have no place at all."""
    with pytest.raises(UsageError) as fault:
        read_service(given)
    assert said in str(fault.value)


def test_a_convention_that_there_is_not_is_refused() -> None:
    """A misspelt convention or choice is never taken for the default."""
    with pytest.raises(UsageError, match="did you mean month"):
        Conventions.of({"moth": 30})
    with pytest.raises(UsageError, match="year=calendar or year=any12"):
        Conventions.of({"year": "financial"})
    assert Conventions.of({"year": "any 12 months", "month": "whole months"}) == Conventions(
        month="whole", year="any12"
    )


def test_the_first_choice_is_the_default() -> None:
    """What the list of conventions shows first is what holds where nothing is agreed."""
    assert [choice for _, choice, _ in Conventions().says()] == [next(iter(c)) for c in CHOICES.values()]


def test_a_question_that_there_is_not_is_refused() -> None:
    """A misspelt question is an error that names those like it."""
    with pytest.raises(UsageError, match="did you mean days_left"):
        compute(Sheet(), read_service(MONTH), None, ("days_let",))


def test_what_is_told_decides_what_is_asked() -> None:
    """Without named questions those are answered for which something was told, and where he may serve always."""
    asked = [a.question for a in compute(Sheet((PAY,)), read_service(MONTH))]
    assert asked == ["owed", "repaid", "net", "where"]
    told = read_service({"age": 40, "duty_days": 3, "on": "2026-03-01"})
    assert [a.question for a in compute(Sheet((PAY,)), told)] == ["days_left", "may_join", "where", "held"]


def test_an_answer_is_json_with_sums_to_the_kopeck() -> None:
    """The plain form is JSON; sums are texts with two digits, days are numbers, what is not known is null."""
    told = read_service({**MONTH, "duty_days": 3})
    rule = read_term({"type": "callup.limit", "max_duration": "P6M", "per": "P1Y", "by": "Example Agency"})
    owed, left = (a.plain() for a in compute(Sheet((PAY, rule)), told, None, ("owed", "days_left")))
    assert json.loads(json.dumps(owed)) == owed
    assert (owed["from"], owed["to"], left["from"], left["to"]) == ("50000.00", "50000.00", 178, 181)
    (silent,) = compute(Sheet(), told, None, ("owed",))
    assert silent.plain()["to"] is None


@pytest.mark.parametrize(
    "text, letters",
    [
        ("А, Б", ["А", "Б"]),
        ("категории «А» или «Б»", ["А", "Б"]),
        ("A and B", ["А", "БВ"]),
        ("А-В", ["А", "Б", "В"]),
        ("Б-3", ["Б"]),
        ("fit", []),
        ("", []),
    ],
)
def test_letters_of_two_alphabets(text: str, letters: list[str]) -> None:
    """A Latin B is the second or the third letter; nobody can tell which."""
    assert [c.may_be for c in read_categories(text)] == letters
