"""Terms of service as set-valued rules: what is owed, to be repaid, left of the limit, who may join, and where.

In: terms with whose word they are, and a service that names nobody. Out: answers between two ends, each end with
the claims that drive it, the conventions used, and what is not known. Never legal advice, and never a guess.

    from musterbook.programme.terms import Conventions, Sheet, compute, read_service, read_term

    sheet = Sheet((read_term({"type": "pay.amount", "kind": "monthly_pay", "amount": 50000}),))
    told = read_service({"signed": "2026-03-01", "left": "2026-06-08"})
    for answer in compute(sheet, told, Conventions.of({"month": 30})):
        answer.text, answer.not_known
"""

from __future__ import annotations

from musterbook.programme.terms.answer import NOTICE, Answer, HeldRule, Layer, Option, Reach, Step
from musterbook.programme.terms.cases import Case, Result, read_cases, run
from musterbook.programme.terms.conventions import CHOICES, ROUNDING, Conventions
from musterbook.programme.terms.days import Duration, Span
from musterbook.programme.terms.gathered import terms_of
from musterbook.programme.terms.rules import QUESTIONS, RULES, Rule, compute
from musterbook.programme.terms.service import Service, read_service
from musterbook.programme.terms.stated import read_term
from musterbook.programme.terms.term import Ground, Sheet, Term

__all__ = [
    "CHOICES",
    "NOTICE",
    "QUESTIONS",
    "ROUNDING",
    "RULES",
    "Answer",
    "Case",
    "Conventions",
    "Duration",
    "Ground",
    "HeldRule",
    "Layer",
    "Option",
    "Reach",
    "Result",
    "Rule",
    "Service",
    "Sheet",
    "Span",
    "Step",
    "Term",
    "compute",
    "read_cases",
    "read_service",
    "read_term",
    "run",
    "terms_of",
]
